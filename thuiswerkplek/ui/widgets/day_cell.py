"""One day of a month: a tile to press, with its parts, marks and name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import painted
from thuiswerkplek.ui.widgets.month_tiles import Pattern
from thuiswerkplek.ui.widgets.tile_paint import MARK_PX, paint_marks, paint_segments

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.ui.widgets.month_tiles import Tile

NUMBER_PX, INSET_PX = 24, 4
MOST_MARKS = 3
_PRESS = (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Space)
_FLAGS = QtCore.Qt.AlignmentFlag


class DayCell(painted.Pressable):
    """A day as a button; `entered` tells that Enter or the space bar pressed it."""

    entered = QtCore.Signal()

    def __init__(self) -> None:
        self.tile: Tile | None = None
        self._is_selected = False
        super().__init__("")
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)

    def show_tile(self, tile: Tile, *, is_selected: bool) -> None:
        """Show a day; Tab stops at the selected one alone."""
        if (tile, is_selected) == (self.tile, self._is_selected):
            return  # a screen reader would say it again
        self.tile, self._is_selected = tile, is_selected
        self.setText(str(tile.date.day))
        self.setAccessibleName(tile.name)
        self.setAccessibleDescription(tile.description)
        self.setToolTip(tile.note)
        policy = QtCore.Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if is_selected else policy.ClickFocus)
        self.update()

    def date(self) -> date | None:
        """Return the day it shows."""
        return self.tile.date if self.tile is not None else None

    def is_selected(self) -> bool:
        """Tell whether this is the day that the keyboard goes to."""
        return self._is_selected

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Tell when it is pressed by a key; leave other keys to the month."""
        if event.key() in _PRESS:
            self.entered.emit()
        else:
            event.ignore()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw ground, number, parts or the name of the day, and marks."""
        tile = self.tile
        if tile is None:
            return
        look, painter = theme.current(), QtGui.QPainter(self)
        self._paint_ground(painter, tile)
        self._paint_number(painter, tile)
        inset = look.px(INSET_PX)
        below = look.px(MARK_PX) + inset // 2
        room = QtCore.QRectF(self.rect()).adjusted(
            inset, look.px(NUMBER_PX), -inset, -inset - below
        )
        if not self._paint_note(painter, tile, room):
            paint_segments(
                painter,
                room,
                tile.segments,
                is_light=tile.is_light,
                is_muted=tile.is_muted,
            )
        marks = min(tile.marks, MOST_MARKS)
        paint_marks(painter, self.width() - inset, self.height() - inset, marks)

    def _paint_ground(self, painter: QtGui.QPainter, tile: Tile) -> None:
        look = theme.current()
        fill = "ground" if tile.is_muted else "surface"
        edge = "accent" if self._is_selected else "line"
        if self.underMouse():
            fill, edge = "sunken", "accent" if self._is_selected else "control"
        painted.box(
            painter,
            self.rect(),
            fill=look.colour(fill),
            edge=look.colour(edge),
            width=look.palette.edge + int(self._is_selected),
            radius=look.px(self.ring_radius),
        )

    def _paint_number(self, painter: QtGui.QPainter, tile: Tile) -> None:
        look = theme.current()
        font = look.font("small", strong=tile.is_today)
        wide = QtGui.QFontMetrics(font).horizontalAdvance(self.text())
        high, inset = look.px(NUMBER_PX), look.px(INSET_PX)
        place = QtCore.QRectF(inset, 0, wide + 2 * inset, high)
        place.setRight(min(place.right(), self.width() - 1))
        if self.width() < wide + 4 * inset:
            place.moveLeft((self.width() - place.width()) / 2)
        painter.setFont(font)
        ink = "muted" if tile.is_muted else "text"
        if tile.is_today:
            ink = "on_accent"
            pill = place.adjusted(0, inset / 2, 0, -inset / 2)
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(pill, look.px(6), look.px(6))
        painter.setPen(look.colour(ink))
        painter.drawText(place, _FLAGS.AlignCenter, self.text())

    def _paint_note(
        self, painter: QtGui.QPainter, tile: Tile, room: QtCore.QRectF
    ) -> bool:
        """Write the name of the day where no part is drawn and it fits whole."""
        look = theme.current()
        if not tile.note or any(one.pattern != Pattern.NONE for one in tile.segments):
            return False
        painter.setFont(look.font("small"))
        flags = painted.WRAP
        inside = room.toRect()
        needed = painter.fontMetrics().boundingRect(inside, flags, tile.note)
        if not inside.contains(needed):
            return False
        painter.setPen(look.colour("muted"))
        painter.drawText(inside, flags, tile.note)
        return True
