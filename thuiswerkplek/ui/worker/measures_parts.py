"""Small parts of the page *Maatregelen*: filter chips and words behind an icon."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT_PX, CHECK_PX, ICON_PX = 40, 14, 18


def chain(stops: Sequence[QtWidgets.QWidget]) -> None:
    """Let the keyboard go from one to the next; what is made later comes last."""
    for one, other in pairwise(stops):
        QtWidgets.QWidget.setTabOrder(one, other)


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


class IconText(Text):
    """Words behind a small icon, wrapping beside it."""

    def __init__(
        self, icon: str, text: str, role: str = "body", *, ink: str = "muted"
    ) -> None:
        self._icon, self._ink = icon, ink
        super().__init__(text, role)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self.setContentsMargins(look.px(ICON_PX) + look.space(2), 0, 0, 0)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the icon beside the first line."""
        super().paintEvent(event)
        look = theme.current()
        sign = look.pixmap(self._icon, self._ink, ICON_PX)
        top = max(0, round((self._line_height() - look.px(ICON_PX)) / 2))
        QtGui.QPainter(self).drawPixmap(0, top, sign)
