"""A filter as a pill: pressed to show only what belongs to it; it knows no domain."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.sizing import height_follows_width

HEIGHT_PX, CHECK_PX, LEAST_PX = 40, 14, 112


class Chip(painted.Pressable):
    """A filter to press; the one in force has a check mark and a soft fill."""

    ring_radius = 20

    def __init__(self, text: str, *, spoken: str, is_chosen: bool) -> None:
        super().__init__(text)
        self.setCheckable(True)
        height_follows_width(self)
        self.show_state(text, spoken=spoken, is_chosen=is_chosen)

    def show_state(self, text: str, *, spoken: str, is_chosen: bool) -> None:
        """Show these words and whether this is the filter in force."""
        self.setText(text)
        self.setAccessibleName(spoken)
        self.setChecked(is_chosen)
        self._restyle()

    def nextCheckState(self) -> None:
        """Leave the state to the presenter: a press chooses, never unchooses."""

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the words, the check mark and room at both ends."""
        look = theme.current()
        words = QtGui.QFontMetrics(self._font()).horizontalAdvance(self.text())
        width = words + self._around_words()
        return QtCore.QSize(width, look.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap; the row breaks before that."""
        least = theme.current().px(LEAST_PX)
        return self.sizeHint().boundedTo(QtCore.QSize(least, 1 << 16))

    def _around_words(self) -> int:
        look = theme.current()
        check = look.px(CHECK_PX) + look.space(2) if self.isChecked() else 0
        return check + look.space(7)

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped where one line is too narrow."""
        look = theme.current()
        room = width - self._around_words()
        words = painted.text_height(self.text(), self._font(), room + look.px(2))
        return max(look.px(HEIGHT_PX), words + look.space(3))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the pill, the check mark and the words."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        chosen = self.isChecked()
        painted.box(
            painter,
            self.rect(),
            fill=look.colour(self._fill()),
            edge=look.colour("accent" if chosen else "control"),
            width=look.palette.edge + int(chosen),
            radius=min(self.height() / 2, look.px(self.ring_radius)),
        )
        left = look.space(3) + look.px(2)
        if chosen:
            side = look.px(CHECK_PX)
            mark = glyphs.square(left, self.height() / 2, side)
            glyphs.paint(painter, "check", mark, look.colour("accent"), weight=3.25)
            left += side + look.space(2)
        painter.setFont(self._font())
        painter.setPen(look.colour("text"))
        room = self.rect().adjusted(left, 0, -look.space(3), 0)
        middle = QtCore.Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, painted.WRAP | middle, self.text())

    def _font(self) -> QtGui.QFont:
        return theme.current().font(strong=self.isChecked())

    def _fill(self) -> str:
        if self.isChecked():
            return "accent_soft"
        return "sunken" if self.underMouse() else "surface"
