"""A check box whose words wrap and whose sign is ours."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.sizing import height_follows_width

BOX_PX, LEAST_PX = 22, 40


class CheckBox(QtWidgets.QCheckBox):
    """A check box with words that wrap."""

    ring_radius = 8

    def __init__(self, text: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(text, parent)
        height_follows_width(self)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        look = theme.current()
        return look.px(BOX_PX) + look.space(1) + look.space(3)

    def hitButton(self, pos: QtCore.QPoint) -> bool:
        """Take a press anywhere on sign or words."""
        return self.rect().contains(pos)

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        room = width - self._left() - look.space(1)
        words = painted.text_height(self.text(), look.font(), room)
        return max(look.px(LEAST_PX), words + look.space(3))

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the words on one line, or for a readable measure."""
        look = theme.current()
        metrics = QtGui.QFontMetrics(look.font())
        words = metrics.horizontalAdvance(self.text()) + 2 * look.space(1)
        width = min(self._left() + words, look.px(560))
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap well."""
        look = theme.current()
        width = min(self.sizeHint().width(), look.px(160))
        return QtCore.QSize(width, look.px(LEAST_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the sign before the words."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        self._paint_sign(painter)
        painter.setFont(look.font())
        painter.setPen(look.colour("text" if self.isEnabled() else "control"))
        room = self.rect().adjusted(self._left(), 0, -look.space(1), 0)
        flags = painted.WRAP | QtCore.Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, self.text())

    def _paint_sign(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        side = look.px(BOX_PX)
        top = (self.height() - side) // 2
        sign = QtCore.QRect(look.space(1), top, side, side)
        fill, edge = (
            ("accent", "accent") if self.isChecked() else ("surface", "control")
        )
        if self.underMouse() and not self.isChecked():
            fill, edge = "sunken", "text"
        painted.box(
            painter,
            sign,
            fill=look.colour(fill),
            edge=look.colour(edge),
            width=look.palette.edge + 0.5,
            radius=look.px(5),
        )
        if self.isChecked():
            inset, on = look.px(3), look.colour("on_accent")
            inner = QtCore.QRectF(sign).adjusted(inset, inset, -inset, -inset)
            glyphs.paint(painter, "check", inner, on, weight=3.25)
