"""A sentence as one line to press, that leads to where it is dealt with."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.sizing import Policy, height_follows_width

ICON_PX, SIGN_PX, HEIGHT_PX, LEAST_PX, USUAL_PX = 18, 16, 44, 96, 320


class LeadLine(painted.Pressable):
    """An icon, words that wrap and a sign that it goes on; `spoken` says where to."""

    def __init__(self, icon: str, text: str, *, spoken: str) -> None:
        self._icon = icon
        super().__init__(text)
        self.setAccessibleName(f"{text} {spoken}")
        self.setToolTip(spoken)
        height_follows_width(self, Policy.Expanding)

    def _room(self, width: int) -> tuple[int, int]:
        """Return where the words begin, and how wide they may be."""
        look = theme.current()
        left = look.px(ICON_PX) + look.space(2)
        return left, width - left - look.px(SIGN_PX) - look.space(2)

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        words = painted.text_height(self.text(), look.font(), self._room(width)[1])
        return max(look.px(HEIGHT_PX), words + look.space(3))

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a readable width."""
        width = theme.current().px(USUAL_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap."""
        look = theme.current()
        return QtCore.QSize(look.px(LEAST_PX), look.px(HEIGHT_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the line above, the icon, the words and the sign."""
        look, painter = theme.current(), QtGui.QPainter(self)
        painter.setPen(QtGui.QPen(look.colour("line"), look.palette.edge))
        painter.drawLine(0, 0, self.width(), 0)
        icon = look.pixmap(self._icon, "accent", ICON_PX)
        painter.drawPixmap(0, (self.height() - look.px(ICON_PX)) // 2, icon)
        font = look.font()
        font.setUnderline(self.underMouse())
        left, wide = self._room(self.width())
        high = painted.text_height(self.text(), font, wide)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        room = QtCore.QRect(left, (self.height() - high) // 2, wide, high)
        painter.drawText(room, painted.WRAP, self.text())
        side = look.px(SIGN_PX)
        sign = glyphs.square(self.width() - side, self.height() / 2, side)
        glyphs.paint(painter, "right", sign, look.colour("accent"), weight=2.25)
