"""A dial with its words beside it, for where a row of dials has no room."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.dial import RING_PX, paint_badge, paint_ring
from thuiswerkplek.ui.widgets.disclosure import Head
from thuiswerkplek.ui.widgets.sizing import height_follows_width

SIGN_PX, WIDTH_PX, LEAST_PX = 16, 320, 160


class DialLine(Head):
    """A ring, a title and a quieter line under it; with `opens` it ends in a chevron.

    Its caller keeps `is_open` and says in words whether it is.
    """

    ring_radius = 8

    def __init__(self, title: str = "", note: str = "", *, opens: bool = False) -> None:
        self._note, self._opens = note, opens
        self._share, self._findings, self._current = 0.0, 0, False
        super().__init__(title)
        height_follows_width(self)

    def show_line(self, title: str, note: str, share: float, findings: int) -> None:
        """Show how far a theme is, 0 to 1, and what is found, with its words."""
        self._note, self._share, self._findings = note, share, findings
        self.setText(title)
        self.setAccessibleDescription(note)
        self._restyle()

    def note(self) -> str:
        """Return the quieter line."""
        return self._note

    def set_current(self, *, is_current: bool) -> None:
        """Mark the theme that is shown now."""
        self._current = is_current
        self._restyle()

    def _room(self, width: int) -> tuple[int, int]:
        """Return where the words start and how wide they may be."""
        look = theme.current()
        left = look.space(3) + look.px(RING_PX) + look.space(3)
        sign = look.px(SIGN_PX) + look.space(2) if self._opens else 0
        return left, width - left - sign - look.space(3)

    def _lines(self) -> tuple[painted.Line, painted.Line]:
        look = theme.current()
        title = painted.Line(self.text(), look.font(strong=True))
        return title, painted.Line(self._note, look.font("small"), "muted")

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        words = painted.lines_height(self._lines(), self._room(width)[1])
        return max(look.px(RING_PX), words) + 2 * look.space(2) + look.px(2)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a readable width."""
        width = theme.current().px(WIDTH_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap well."""
        width = theme.current().px(LEAST_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the box, the ring, the words and the chevron."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        self._paint_box(painter)
        middle = self.height() / 2
        ring = glyphs.square(look.space(3), middle, look.px(RING_PX))
        paint_ring(painter, ring, self._share)
        left, room = self._room(self.width())
        paint_badge(painter, ring, self._findings, right_end=left)
        self._paint_words(painter, left, room)
        if self._opens:
            side = look.px(SIGN_PX)
            sign = glyphs.square(self.width() - look.space(3) - side, middle, side)
            name = "down" if self.is_open else "right"
            glyphs.paint(painter, name, sign, look.colour("accent"), weight=2.25)

    def _paint_box(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        fill = "accent_soft" if self._current else "surface"
        if self.underMouse() and not self._current:
            fill = "sunken"
        edge = "control" if self._opens else "line"
        painted.box(
            painter,
            self.rect(),
            fill=look.colour(fill),
            edge=look.colour("accent" if self._current else edge),
            width=look.palette.edge,
            radius=look.px(8),
        )

    def _paint_words(self, painter: QtGui.QPainter, left: int, room: int) -> None:
        lines = self._lines()
        high = painted.lines_height(lines, room)
        words = QtCore.QRect(left, (self.height() - high) // 2, room, high)
        painted.draw_lines(painter, words, lines)
