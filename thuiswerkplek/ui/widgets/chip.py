"""A filter as a pill: pressed to show only what belongs to it; it knows no domain."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted

HEIGHT_PX, CHECK_PX = 40, 14


class Chip(painted.Pressable):
    """A filter to press; the one in force has a check mark and a soft fill."""

    ring_radius = 20

    def __init__(self, text: str, *, spoken: str, is_chosen: bool) -> None:
        super().__init__(text)
        self.setCheckable(True)
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
        check = look.px(CHECK_PX) + look.space(2) if self.isChecked() else 0
        return QtCore.QSize(words + check + look.space(7), look.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for all of it; the row breaks before a chip is cut."""
        return self.sizeHint()

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
            radius=self.height() / 2,
        )
        left = look.space(3) + look.px(2)
        if chosen:
            side = look.px(CHECK_PX)
            mark = glyphs.square(left, self.height() / 2, side)
            glyphs.paint(painter, "check", mark, look.colour("accent"), weight=3.25)
            left += side + look.space(2)
        painter.setFont(self._font())
        painter.setPen(look.colour("text"))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(room, QtCore.Qt.AlignmentFlag.AlignVCenter, self.text())

    def _font(self) -> QtGui.QFont:
        return theme.current().font(strong=self.isChecked())

    def _fill(self) -> str:
        if self.isChecked():
            return "accent_soft"
        return "sunken" if self.underMouse() else "surface"
