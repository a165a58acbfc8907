"""A button with an edge whose words wrap where room is short."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import painted
from thuiswerkplek.ui.widgets.sizing import Policy, height_follows_width

HEIGHT_PX, LEAST_PX, SIDE_STEPS, RADIUS_PX = 40, 96, 4, 8


class WrappingButton(painted.Pressable):
    """As a secondary button, for words that are long in a narrow window."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        height_follows_width(self, Policy.Maximum)

    def _font(self) -> QtGui.QFont:
        font = theme.current().font()
        font.setWeight(QtGui.QFont.Weight.Medium)
        return font

    def _room(self, width: int) -> int:
        return width - 2 * theme.current().space(SIDE_STEPS)

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        words = painted.text_height(self.text(), self._font(), self._room(width))
        return max(look.px(HEIGHT_PX), words + 2 * look.space(2))

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the words on one line."""
        metrics = QtGui.QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text()) + 2
        width += 2 * theme.current().space(SIDE_STEPS)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap well."""
        look = theme.current()
        width = min(self.sizeHint().width(), look.px(LEAST_PX))
        return QtCore.QSize(width, look.px(HEIGHT_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the edge and the words."""
        look, painter = theme.current(), QtGui.QPainter(self)
        fill, edge = "surface", "control"
        if not self.isEnabled():
            fill, edge = "ground", "line"
        elif self.isDown():
            fill = "accent_soft"
        elif self.underMouse():
            fill, edge = "sunken", "text"
        painted.box(
            painter,
            self.rect(),
            fill=look.colour(fill),
            edge=look.colour(edge),
            width=look.palette.edge,
            radius=look.px(RADIUS_PX),
        )
        painter.setFont(self._font())
        painter.setPen(look.colour("text" if self.isEnabled() else "control"))
        side = look.space(SIDE_STEPS)
        flags = QtCore.Qt.TextFlag.TextWordWrap | QtCore.Qt.AlignmentFlag.AlignCenter
        painter.drawText(self.rect().adjusted(side, 0, -side, 0), flags, self.text())
