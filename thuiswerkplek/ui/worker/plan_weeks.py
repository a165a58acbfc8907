"""The rows of a week plan: one or two weeks of seven weekdays, each with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.plan_beside import Beside

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.plan_models import PlanRow, PlanWeek

WEEK_PX = 304
WEEKS = 2


class RowView(QtWidgets.QWidget):
    """A weekday with a list of places; `chosen` tells its number and the place."""

    chosen = QtCore.Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._choices: tuple[tuple[str, str], ...] = ()
        self.weekday = Text("", "strong")
        self.select = Select()
        self.note = Text("", "small")
        self.weekday.setBuddy(self.select)
        Column(self, items=[FlowRow((self.weekday, self.select, self.note))])
        self.select.activated.connect(self._on_activated)

    def show_row(self, row: PlanRow) -> None:
        """Show the place of this weekday."""
        self._number = row.number
        self.weekday.setText(row.weekday)
        self.select.setAccessibleName(row.name)
        self.select.setAccessibleDescription(row.note)
        if self._choices != row.choices:
            self._choices = row.choices
            self.select.clear()
            for code, word in row.choices:
                self.select.addItem(word, code)
            self.select.updateGeometry()
        self.select.setCurrentIndex(self.select.findData(row.current))
        self.note.setText(row.note)
        self.note.setVisible(bool(row.note))

    @QtCore.Slot(int)
    def _on_activated(self, at: int) -> None:
        self.chosen.emit(self._number, str(self.select.itemData(at)))


class WeekView(QtWidgets.QWidget):
    """Seven weekdays under a title."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "strong")
        self.rows = tuple(RowView() for _day in range(7))
        column = Column(self, gap=3, items=[self.title, *self.rows])
        column.addStretch(1)

    def show_week(self, week: PlanWeek) -> None:
        """Show the weekdays, and which week this is when there are two."""
        self.title.setText(week.title)
        self.title.setVisible(bool(week.title))
        for view, row in zip(self.rows, week.rows, strict=True):
            view.show_row(row)
        self.fit()

    def fit(self) -> None:
        """Give all weekdays the same width, so that the lists are in one line."""
        metrics = QtGui.QFontMetrics(theme.current().font("body", strong=True))
        words = [row.weekday.text() for row in self.rows]
        width = max(map(metrics.horizontalAdvance, words)) + theme.current().space(2)
        for row in self.rows:
            row.weekday.setFixedWidth(width)


class WeeksView(Beside):
    """Both weeks beside each other, or under each other where there is less room."""

    chosen = QtCore.Signal(int, str)

    def __init__(self) -> None:
        self.weeks = tuple(WeekView() for _week in range(WEEKS))
        super().__init__(self.weeks, least=WEEK_PX)
        for week in self.weeks:
            for row in week.rows:
                row.chosen.connect(self.chosen)

    def show_weeks(self, weeks: tuple[PlanWeek, ...]) -> None:
        """Show one week, or two."""
        for number, view in enumerate(self.weeks):
            view.setVisible(number < len(weeks))
            if number < len(weeks):
                view.show_week(weeks[number])
        self.updateGeometry()

    def _restyle(self) -> None:
        for week in self.weeks:
            week.fit()
        super()._restyle()
