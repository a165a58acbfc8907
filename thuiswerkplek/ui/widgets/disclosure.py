"""A line that opens a few more: closed at first, told to screen readers."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.layouts import Column, Margins
from thuiswerkplek.ui.widgets.sizing import Policy, height_follows_width

SIGN_PX, HEIGHT_PX, LEAST_PX = 16, 40, 144


class Head(painted.Pressable):
    """What is pressed to open and close; its subclass paints it."""

    is_open = False


class _LinkHead(Head):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        height_follows_width(self, Policy.Maximum)

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        room = width - look.px(SIGN_PX) - look.space(4)
        words = painted.text_height(self.text(), look.font("body"), room)
        return max(look.px(HEIGHT_PX), words + look.space(3))

    def sizeHint(self) -> QtCore.QSize:
        look = theme.current()
        metrics = QtGui.QFontMetrics(look.font("body"))
        width = metrics.horizontalAdvance(self.text()) + look.px(SIGN_PX)
        return QtCore.QSize(width + look.space(4) + 2, look.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        look = theme.current()
        least = min(self.sizeHint().width(), look.px(LEAST_PX))
        return QtCore.QSize(least, look.px(HEIGHT_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        look = theme.current()
        painter = QtGui.QPainter(self)
        font = look.font("body")
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(look.colour("accent"))
        left = look.space(1)
        room = self.rect().adjusted(left, 0, -look.px(SIGN_PX) - look.space(3), 0)
        flags = painted.WRAP | QtCore.Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, self.text())
        end = painter.boundingRect(room, flags, self.text()).right()
        sign = glyphs.square(
            end + look.space(1) + 2, self.height() / 2 + 1, look.px(SIGN_PX)
        )
        name = "down" if self.is_open else "right"
        glyphs.paint(painter, name, sign, look.colour("accent"), weight=2.25)


class Opening(QtWidgets.QWidget):
    """A head that opens and closes what is added under it; closed at first."""

    toggled = QtCore.Signal(bool)

    def __init__(self, head: Head, *, gap: int, margins: Margins) -> None:
        super().__init__()
        self.head = head
        self.head.clicked.connect(lambda: self.set_open(not self.head.is_open))
        self._inside = QtWidgets.QWidget()
        self.body = Column(self._inside, gap=gap, margins=margins)
        self._column = Column(self, gap=0, items=[self.head, self._inside])
        self.set_open(False)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget into the part that opens."""
        self.body.addWidget(widget)

    def is_open(self) -> bool:
        """Tell whether the part under the head shows."""
        return self.head.is_open

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's way
        """Open or close the part under the head."""
        changed = is_open != self.head.is_open
        self.head.is_open = is_open
        self._inside.setVisible(is_open)
        self.head.setAccessibleDescription(_("open") if is_open else _("closed"))
        self.head.update()
        if changed:
            self.toggled.emit(is_open)


class Disclosure(Opening):
    """A line that reads as a link and opens what explains more."""

    def __init__(self, text: str) -> None:
        super().__init__(_LinkHead(text), gap=2, margins=(1, 0, 0, 2))
        self._column.setAlignment(self.head, QtCore.Qt.AlignmentFlag.AlignLeft)
