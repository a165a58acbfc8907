"""A choice from a short list that drops down."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted

HEIGHT_PX, SIGN_PX = 40, 16


class Select(QtWidgets.QComboBox):
    """A combo box drawn like the other fields; its name is not its value."""

    def __init__(
        self, *, name: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Fixed
        )
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Ask for room for the longest choice."""
        look = theme.current()
        metrics = QtGui.QFontMetrics(look.font())
        texts = [self.itemText(row) for row in range(self.count())]
        longest = max(map(metrics.horizontalAdvance, texts), default=0)
        room = longest + 2 * look.space(3) + look.px(SIGN_PX) + look.space(3)
        return QtCore.QSize(max(room, look.px(120)), look.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for room to read the beginning of a choice."""
        look = theme.current()
        return QtCore.QSize(look.px(120), look.px(HEIGHT_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the field, the choice and the sign that more can be had."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painted.box(
            painter,
            self.rect(),
            fill=look.colour("surface" if self.isEnabled() else "ground"),
            edge=look.colour("text" if self.underMouse() else "control"),
            width=look.palette.edge,
            radius=look.px(8),
        )
        side = look.px(SIGN_PX)
        sign = glyphs.square(
            self.width() - look.space(3) - side, self.height() / 2 + 1, side
        )
        glyphs.paint(painter, "down", sign, look.colour("muted"), weight=2.25)
        painter.setPen(look.colour("text" if self.isEnabled() else "control"))
        room = self.rect().adjusted(look.space(3), 0, 0, 0)
        room.setRight(round(sign.left()) - look.space(2))
        self._draw_choice(painter, room)

    def _draw_choice(self, painter: QtGui.QPainter, room: QtCore.QRect) -> None:
        """Draw the choice: smaller, on two lines, where it does not fit on one."""
        look, text = theme.current(), self.currentText()
        align = QtCore.Qt.AlignmentFlag
        flags = align.AlignVCenter | align.AlignLeft
        painter.setFont(look.font())
        if painter.fontMetrics().horizontalAdvance(text) > room.width():
            small = look.font("small")
            if painted.text_height(text, small, room.width()) <= room.height():
                painter.setFont(small)
                flags |= QtCore.Qt.TextFlag.TextWordWrap
            else:
                end = QtCore.Qt.TextElideMode.ElideRight
                text = painter.fontMetrics().elidedText(text, end, room.width())
        painter.drawText(room, flags, text)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no answer."""
        event.ignore()
