"""A week as seven small columns, each a day to press; it knows no domain.

Every day is a button of its own, so that screen readers hear it; Tab stops at the
selected one, and the arrows go on from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.day_cell import DayCell
from thuiswerkplek.ui.widgets.sizing import height_follows_width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from thuiswerkplek.ui.widgets.month_tiles import Tile

DAYS = 7
COLUMNS = (7, 4, 3)
CELL_PX, CELL_LEAST_PX, LINE_PX, USUAL_PX = 92, 28, 24, 64
KEY = QtCore.Qt.Key
_STEPS = {KEY.Key_Left: -1, KEY.Key_Right: 1}
_ENDS = {KEY.Key_Home: 0, KEY.Key_End: DAYS - 1}
_TAB = QtCore.Qt.FocusReason.TabFocusReason


class WeekColumns(QtWidgets.QWidget):
    """Seven days beside each other; `picked` tells the date of the one pressed."""

    spoken_role = "Grouping"
    picked = QtCore.Signal(object)

    def __init__(self, *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        height_follows_width(self)
        self._weekdays: tuple[str, ...] = ("",) * DAYS
        self.cells = [self._make_cell() for _number in range(DAYS)]
        theme.follow(self._restyle)

    def _make_cell(self) -> DayCell:
        cell = DayCell()
        cell.setParent(self)
        cell.clicked.connect(lambda: self._pick(cell))
        cell.entered.connect(lambda: self._pick(cell))
        return cell

    def _pick(self, cell: DayCell) -> None:
        if cell.tile is not None:
            self.picked.emit(cell.tile.date)

    def show_week(
        self,
        title: str,
        weekdays: Sequence[str],
        tiles: Sequence[Tile],
        selected: date,
    ) -> None:
        """Show seven days, Monday first, under the short names of their weekdays."""
        self.setAccessibleName(title)
        self._weekdays = tuple(weekdays)
        for cell, tile in zip(self.cells, tiles, strict=True):
            cell.show_tile(tile, is_selected=tile.date == selected)
            cell.setToolTip(tile.name)
        self.update()

    def selected(self) -> DayCell:
        """Return the day that Tab stops at."""
        return next((one for one in self.cells if one.is_selected()), self.cells[0])

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange()
        self.update()

    def columns(self, width: int) -> int:
        """Return how many days stand beside each other, so that their words fit."""
        look = theme.current()
        gap, least = look.space(1), look.px(CELL_LEAST_PX)
        fits = (one for one in COLUMNS if (width + gap) // one - gap >= least)
        return next(fits, COLUMNS[-1])

    def _arrange(self) -> None:
        look, columns = theme.current(), self.columns(self.width())
        gap, line, high = look.space(1), look.px(LINE_PX), look.px(CELL_PX)
        wide = (self.width() - gap * (columns - 1)) / columns
        for number, cell in enumerate(self.cells):
            row, column = divmod(number, columns)
            left = round(column * (wide + gap))
            right = round(column * (wide + gap) + wide)
            top = row * (line + high + gap) + line
            cell.setGeometry(left, top, right - left, high)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the days under their names."""
        look = theme.current()
        rows, gap = -(-DAYS // self.columns(width)), look.space(1)
        return rows * (look.px(LINE_PX) + look.px(CELL_PX) + gap) - gap

    def sizeHint(self) -> QtCore.QSize:
        """Ask for days that are easy to hit."""
        width = DAYS * theme.current().px(USUAL_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for the fewest days beside each other; height follows from the width."""
        look, columns = theme.current(), COLUMNS[-1]
        width = columns * look.px(CELL_LEAST_PX) + (columns - 1) * look.space(1)
        return QtCore.QSize(width, look.px(LINE_PX) + look.px(CELL_PX))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Divide the width anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Write the weekdays above their days."""
        look, painter = theme.current(), QtGui.QPainter(self)
        middle, line = QtCore.Qt.AlignmentFlag.AlignCenter, look.px(LINE_PX)
        for cell, name in zip(self.cells, self._weekdays, strict=True):
            is_today = cell.tile is not None and cell.tile.is_today
            painter.setFont(look.font("small", strong=is_today))
            painter.setPen(look.colour("text" if is_today else "muted"))
            place = QtCore.QRect(cell.x(), cell.y() - line, cell.width(), line)
            painter.drawText(place, middle, name)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Move between days with the arrows, Home and End."""
        at = next((i for i, one in enumerate(self.cells) if one.hasFocus()), None)
        key = KEY(event.key())
        if at is None or (key not in _STEPS and key not in _ENDS):
            super().keyPressEvent(event)
            return
        there = _ENDS.get(key, (at + _STEPS.get(key, 0)) % DAYS)
        self.cells[there].setFocus(_TAB)
