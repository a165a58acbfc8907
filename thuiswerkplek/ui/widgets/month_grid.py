"""A month as a calm grid: a row for every week, a tile for every day; knows no domain.

Every day is a button of its own, so that screen readers hear it; Tab stops at the
selected one, and the arrows go on from there.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.buttons import Button
from thuiswerkplek.ui.widgets.day_cell import DayCell
from thuiswerkplek.ui.widgets.sizing import height_follows_width

if TYPE_CHECKING:
    from thuiswerkplek.ui.widgets.month_tiles import MonthTiles, WeekTiles

WEEKS, DAYS = 6, 7
WIDE_PX, CELL_PX, LINE_PX, NUMBER_PX, LEAST_PX = 340, 80, 24, 32, 126
SHORT = 2  # letters of a weekday where its name does not fit
KEY = QtCore.Qt.Key
_STEPS = {KEY.Key_Left: -1, KEY.Key_Right: 1, KEY.Key_Up: -DAYS, KEY.Key_Down: DAYS}
_TURNS = {KEY.Key_PageUp: -1, KEY.Key_PageDown: 1}
_GONE = (KEY.Key_Delete, KEY.Key_Backspace)
_TAB = QtCore.Qt.FocusReason.TabFocusReason
_MODIFIER = QtCore.Qt.KeyboardModifier
_PLAIN = (_MODIFIER.NoModifier, _MODIFIER.ShiftModifier, _MODIFIER.KeypadModifier)
_ALIGN = QtCore.Qt.AlignmentFlag


class _Label(NamedTuple):
    """Words to paint around the tiles, with their place."""

    text: str
    place: QtCore.QRect
    align: QtCore.Qt.AlignmentFlag


class MonthGrid(QtWidgets.QWidget):
    """The days of a month; it asks for a day or month, and shows what it is given.

    Signals:
        day_wanted: the keyboard goes to this date.
        month_wanted: so many months further, or back.
        picked: this date was pressed by the mouse; `entered`: by a key.
        clear_wanted: forget this date.
        letter_typed: this date, and the capital of a letter that chooses.
        week_confirmed: the Monday of the week whose button was pressed.
    """

    spoken_role = "Grouping"
    day_wanted = QtCore.Signal(object)
    month_wanted = QtCore.Signal(int)
    picked = QtCore.Signal(object)
    entered = QtCore.Signal(object)
    clear_wanted = QtCore.Signal(object)
    letter_typed = QtCore.Signal(object, str)
    week_confirmed = QtCore.Signal(object)

    def __init__(self, *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        height_follows_width(self)
        self._month: MonthTiles | None = None
        self.cells = [self._make_cell() for _number in range(WEEKS * DAYS)]
        self.confirms = [self._make_confirm(row) for row in range(WEEKS)]
        self._labels: list[_Label] = []
        theme.follow(self._restyle)

    def _make_cell(self) -> DayCell:
        cell = DayCell()
        cell.setParent(self)
        cell.clicked.connect(lambda: self.picked.emit(cell.date()))
        cell.entered.connect(lambda: self.entered.emit(cell.date()))
        return cell

    def _make_confirm(self, row: int) -> Button:
        button = Button("", "quiet", icon="check", parent=self)
        button.setProperty("square", "false")  # its words come later
        button.hide()
        button.clicked.connect(partial(self._on_confirm, row))
        return button

    def _on_confirm(self, row: int) -> None:
        if self._month is not None:
            week = self._month.weeks[row]
            self.week_confirmed.emit(week.tiles[0].date)

    # What it shows

    def show_month(self, month: MonthTiles) -> None:
        """Show a month; the keyboard, when it is here, goes to the selected day."""
        has_keyboard = any(cell.hasFocus() for cell in self.cells)
        self._month = month
        self.setAccessibleName(month.title)
        count = len(month.weeks) * DAYS
        tiles = [tile for week in month.weeks for tile in week.tiles]
        for cell, tile in zip(self.cells[:count], tiles, strict=True):
            cell.show_tile(tile, is_selected=tile.date == month.selected)
            cell.show()
        if has_keyboard:
            self.focus_selected()
        for cell in self.cells[count:]:
            cell.hide()
        for row, button in enumerate(self.confirms):
            week = month.weeks[row] if row < len(month.weeks) else None
            self._show_confirm(button, week)
        self._restyle()

    def _show_confirm(self, button: Button, week: WeekTiles | None) -> None:
        words = week.confirm if week is not None else ""
        if not words and button.hasFocus():
            self.focus_selected()  # before it goes to whatever comes next
        if week is not None:
            button.setAccessibleName(week.confirm_spoken)
            button.setToolTip(week.confirm_spoken)
        button.setVisible(bool(words))

    def selected_cell(self) -> DayCell | None:
        """Return the day that the keyboard goes to."""
        return next((cell for cell in self.cells if cell.is_selected()), None)

    def focus_selected(self) -> None:
        """Give the keyboard to the selected day."""
        cell = self.selected_cell()
        if cell is not None and not cell.hasFocus():
            cell.setFocus(_TAB)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return what Tab may reach, in its order."""
        return [*self.cells, *self.confirms]

    # Where things are

    def is_wide(self, width: int) -> bool:
        """Tell whether the number of a week fits before its days."""
        return width >= theme.current().px(WIDE_PX)

    def _restyle(self) -> None:
        self.updateGeometry()
        self._lay_out(self.width(), place=True)
        self.update()

    def _lay_out(self, width: int, *, place: bool) -> int:
        """Return the height in a width, placing everything or not."""
        if self._month is None:
            return 0
        look, weeks = theme.current(), self._month.weeks
        gap, line = look.space(1), look.px(LINE_PX)
        left = look.px(NUMBER_PX) + gap if self.is_wide(width) else 0
        across = max(1, (width - left - (DAYS - 1) * gap) // DAYS)
        places = [left + number * (across + gap) for number in range(DAYS)]
        labels = self._weekday_labels(places, across)
        top = line
        for row, week in enumerate(weeks):
            number = QtCore.QRect(0, top, left or width, line)
            labels.append(
                _Label(week.number if left else week.title, number, _ALIGN.AlignLeft)
            )
            top += 0 if left else line
            if place:
                self._place_days(row, places, top, across)
            top += look.px(CELL_PX) + gap
            if week.confirm:
                top += self._place_confirm(row, left, top, width, place=place) + gap
        if place:
            self._labels = labels
        return max(top - gap, 0)

    def _weekday_labels(self, places: list[int], across: int) -> list[_Label]:
        look = theme.current()
        words = self._month.weekdays if self._month is not None else ()
        metrics = QtGui.QFontMetrics(look.font("small"))
        is_short = any(metrics.horizontalAdvance(word) > across for word in words)
        shown = [word[:SHORT] if is_short else word for word in words]
        return [
            _Label(
                word,
                QtCore.QRect(left, 0, across, look.px(LINE_PX)),
                _ALIGN.AlignHCenter if is_short else _ALIGN.AlignLeft,
            )
            for word, left in zip(shown, places, strict=True)
        ]

    def _place_days(self, row: int, places: list[int], top: int, across: int) -> None:
        high = theme.current().px(CELL_PX)
        cells = self.cells[row * DAYS : (row + 1) * DAYS]
        for cell, left in zip(cells, places, strict=True):
            cell.setGeometry(left, top, across, high)

    def _place_confirm(
        self, row: int, left: int, top: int, width: int, *, place: bool
    ) -> int:
        button, room = self.confirms[row], width - left
        if place and self._month is not None:
            week = self._month.weeks[row]
            button.setText(week.confirm)
            if button.sizeHint().width() > room:
                button.setText(week.confirm_short)
            wide = min(button.sizeHint().width(), room)
            button.setGeometry(left, top, wide, button.sizeHint().height())
        return button.sizeHint().height()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all weeks."""
        return self._lay_out(width, place=False)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a width in which names of days fit."""
        width = theme.current().px(2 * WIDE_PX)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which numbers of days fit."""
        return QtCore.QSize(theme.current().px(LEAST_PX), 1)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._lay_out(event.size().width(), place=True)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Write weekdays and weeks around the days."""
        look, painter = theme.current(), QtGui.QPainter(self)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        for label in self._labels:
            flags = label.align | _ALIGN.AlignVCenter
            painter.drawText(label.place, flags, label.text)

    # Keyboard

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Go to another day or month, choose for a day, or forget it."""
        month, key = self._month, KEY(event.key())
        is_plain = event.modifiers() in _PLAIN
        if month is None or not is_plain or not self._take(month, key, event.text()):
            super().keyPressEvent(event)

    def _take(self, month: MonthTiles, key: QtCore.Qt.Key, text: str) -> bool:
        """Do what a key asks; tell whether it asks anything."""
        on = month.selected
        there = _gone_to(on, key)
        letter = text.upper()
        if there is not None:
            self.day_wanted.emit(there)
        elif key in _TURNS:
            self.month_wanted.emit(_TURNS[key])
        elif key in _GONE:
            self.clear_wanted.emit(on)
        elif letter and letter in month.letters:
            self.letter_typed.emit(on, letter)
        else:
            return False
        return True


def _gone_to(on: date, key: QtCore.Qt.Key) -> date | None:
    """Return the date that a key goes to, or None when it is another key."""
    if key in _STEPS:
        return on + timedelta(days=_STEPS[key])
    if key is KEY.Key_Home:
        return on - timedelta(days=on.weekday())
    if key is KEY.Key_End:
        return on + timedelta(days=DAYS - 1 - on.weekday())
    return None
