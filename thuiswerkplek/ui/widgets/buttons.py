"""Push buttons in the five kinds of the program; they know no domain."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme

ICON_PX, NARROW_PX = 20, 144
_INK = {"primary": "on_accent", "danger": "severity_3", "link": "accent"}


class Button(QtWidgets.QPushButton):
    """A push button; kinds are primary, secondary, quiet, link and danger.

    Its words stand on one line, and on more in a window too narrow for that.
    Use one primary button on a page: the one next step.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        name: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setProperty("square", not text)
        self.setAutoDefault(True)  # so that Enter presses it, besides the space bar
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Fixed
        )
        if name:
            self.setAccessibleName(name)
        if name and not text:
            self.setToolTip(name)
        if icon:
            theme.follow(self._restyle)

    def _restyle(self) -> None:
        look, is_enabled = theme.current(), self.isEnabled()
        ink = _INK.get(str(self.property("kind")), "text") if is_enabled else "control"
        side = look.px(ICON_PX)
        gap = 1 if self.text() else 0
        size = QtCore.QSize(side + look.space(gap), side)
        icon = look.icon(self._icon, ink, ICON_PX, gap=gap)
        if not is_enabled:  # else Qt makes the icon paler still
            icon.addPixmap(icon.pixmap(size), QtGui.QIcon.Mode.Disabled)
        self.setIconSize(size)
        self.setIcon(icon)

    def _lines(self, width: int) -> list[str]:
        """Return the words, broken where a width is too narrow for one line."""
        one_line = super().sizeHint().width()
        if width >= one_line:
            return [self.text()]
        metrics = self.fontMetrics()
        room = width - one_line + metrics.horizontalAdvance(self.text())
        lines = [""]
        for word in self.text().split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words on as many lines as they need."""
        more = len(self._lines(width)) - 1
        return super().sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QtCore.QSize:
        """Ask for one line, and for the height of the lines there are now."""
        width = super().sizeHint().width()
        return QtCore.QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for one line, or for a width in which the words break well."""
        hint, metrics = self.sizeHint(), self.fontMetrics()
        around = hint.width() - metrics.horizontalAdvance(self.text())
        widest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        least = max(around + widest, theme.current().px(NARROW_PX))
        return QtCore.QSize(min(hint.width(), least), hint.height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Ask for another height when the words break otherwise."""
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the button, with its words on as many lines as they need."""
        lines = self._lines(self.width())
        if len(lines) == 1:
            super().paintEvent(event)
            return
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(lines)
        painter = QtWidgets.QStylePainter(self)
        painter.drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Let the icon have the ink of the words, also while it cannot be pressed."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.EnabledChange and self._icon:
            self._restyle()


def primary(text: str, *, icon: str = "") -> Button:
    """Return the button for the one next step of a page."""
    return Button(text, "primary", icon=icon)


def secondary(text: str, *, icon: str = "") -> Button:
    """Return a button with an edge."""
    return Button(text, "secondary", icon=icon)


def quiet(text: str, *, icon: str = "") -> Button:
    """Return a button without an edge, for what is seldom needed."""
    return Button(text, "quiet", icon=icon)


def link(text: str) -> Button:
    """Return a button that reads as a link."""
    return Button(text, "link")


def danger(text: str, *, icon: str = "") -> Button:
    """Return a button for what cannot be taken back."""
    return Button(text, "danger", icon=icon)
