"""One answer as a wide button: words left, key right, chosen as fill and check mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.sizing import height_follows_width

HEIGHT_PX, CAP_PX, CHECK_PX, LEAST_PX = 48, 24, 20, 200
_PRESS = (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Space)

if TYPE_CHECKING:
    _Base = QtWidgets.QAbstractButton
else:  # at run time the Qt class comes second, beside this one
    _Base = object


class Option(NamedTuple):
    """One answer: its code, its words and, if wanted, a line that explains."""

    code: str
    label: str
    detail: str = ""


class _AnswerLook(_Base):
    """Draws an answer in place of the style; its group decides what is chosen."""

    ring_radius = 8

    def _set_up(self, option: Option, *, key: str, quiet: bool) -> None:
        self._option, self._key, self._quiet = option, key, quiet
        height_follows_width(self)
        self.setAccessibleName(option.label)
        self.setAccessibleDescription(option.detail)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _room(self, width: int) -> tuple[int, int]:
        """Return where the words start and how wide they may be."""
        look = theme.current()
        left = look.space(4)
        right = look.space(3) + (look.px(CAP_PX) if self._key else 0)
        check = look.px(CHECK_PX) + look.space(2)
        return left, width - left - right - check - look.space(2)

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped, whether it is chosen or not."""
        look = theme.current()
        _, room = self._room(width)
        words = painted.lines_height(self._lines(strong=True), room, gap=look.px(2))
        return max(look.px(HEIGHT_PX), words + look.space(5))

    def _lines(self, *, strong: bool) -> tuple[painted.Line, painted.Line]:
        look = theme.current()
        ink = "muted" if self._quiet and not self.isChecked() else "text"
        ink = ink if self.isEnabled() else "control"
        font = look.font(strong=strong)
        label = painted.Line(self._option.label, font, ink)
        return label, painted.Line(self._option.detail, look.font("small"), "muted")

    def hitButton(self, pos: QtCore.QPoint) -> bool:
        """Take a press anywhere on the answer."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a width that still wraps well; the column makes it wider."""
        width = theme.current().px(LEAST_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no less than one line; the height follows from the width."""
        look = theme.current()
        return QtCore.QSize(look.px(LEAST_PX), look.px(HEIGHT_PX))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Choose with space or Enter; leave the other keys to the group."""
        if event.key() in _PRESS:
            self.click()
        else:
            event.ignore()

    def nextCheckState(self) -> None:
        """Stay as it is: the group decides what is chosen."""

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the box, the words and the key."""
        painter = QtGui.QPainter(self)
        self._paint_box(painter)
        self._paint_words(painter)
        self._paint_key(painter)

    def _paint_box(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        chosen = self.isChecked()
        fill = "accent_soft" if chosen else "surface"
        if self.underMouse() and not chosen and self.isEnabled():
            fill = "sunken"
        if self._quiet and not chosen and not self.underMouse():
            fill = "ground"
        edge = "accent" if chosen else "line" if self._quiet else "control"
        painted.box(
            painter,
            self.rect(),
            fill=look.colour(fill),
            edge=look.colour(edge),
            width=look.palette.edge + int(chosen),
            radius=look.px(8),
        )

    def _paint_words(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        left, room = self._room(self.width())
        lines, gap = self._lines(strong=self.isChecked()), look.px(2)
        high = painted.lines_height(lines, room, gap=gap)
        words = QtCore.QRect(left, (self.height() - high) // 2, room, high)
        painted.draw_lines(painter, words, lines, gap=gap)

    def _paint_key(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        middle = self.height() / 2
        right = self.width() - look.space(3)
        if self._key:
            cap = glyphs.square(right - look.px(CAP_PX), middle, look.px(CAP_PX))
            painter.setPen(QtGui.QPen(look.colour("line"), look.palette.edge))
            painter.drawRoundedRect(cap, look.px(5), look.px(5))
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("muted"))
            painter.drawText(cap, QtCore.Qt.AlignmentFlag.AlignCenter, self._key)
            right = round(cap.left())
        if self.isChecked():
            side = look.px(CHECK_PX)
            mark = glyphs.square(right - look.space(2) - side, middle, side)
            glyphs.paint(painter, "check", mark, look.colour("accent"), weight=2.5)


class OneAnswer(_AnswerLook, QtWidgets.QRadioButton):
    """One of several answers that exclude each other."""

    def __init__(self, option: Option, *, key: str = "", quiet: bool = False) -> None:
        QtWidgets.QRadioButton.__init__(self, option.label)
        self._set_up(option, key=key, quiet=quiet)


class ManyAnswer(_AnswerLook, QtWidgets.QCheckBox):
    """One of several answers that may go together."""

    def __init__(self, option: Option, *, key: str = "", quiet: bool = False) -> None:
        QtWidgets.QCheckBox.__init__(self, option.label)
        self._set_up(option, key=key, quiet=quiet)
