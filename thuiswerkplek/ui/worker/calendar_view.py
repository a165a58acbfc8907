"""The calendar of *Balans*: buttons that turn the month, the days, and their signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.month_grid import MonthGrid
from thuiswerkplek.ui.widgets.month_legend import LegendLine
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.calendar_presenter import CalendarPresenter

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.calendar_models import (
        CalendarSheet,
        CalendarWords,
        EmptyCalendar,
    )


class EmptyCard(Card):
    """What will be here, and the first steps."""

    def __init__(self, words: EmptyCalendar) -> None:
        super().__init__(quiet=True)
        self.plan = buttons.primary(words.plan_word)
        self.today = buttons.secondary(words.today_word)
        self.add(Text(words.title, "strong"))
        self.add(Text(words.text))
        self.add(FlowRow([self.plan, self.today], gap=3))
        self.hide()


class CalendarPart(QtWidgets.QWidget):
    """A month with everything around it.

    Signals:
        opened: a day to open, and whether the keyboard asks and so goes along.
        year_shown: the year of the month that shows.
    """

    opened = QtCore.Signal(object, bool)
    year_shown = QtCore.Signal(int)

    def __init__(self) -> None:
        super().__init__()
        words = CalendarPresenter.words()
        self.previous = buttons.Button("", "secondary", icon="back")
        self.next = buttons.Button("", "secondary", icon="next")
        self.today = buttons.secondary(words.today_word)
        self.title = Text("", "title")
        self.summary = Text("", "muted")
        self.empty = EmptyCard(words.empty)
        self.grid = MonthGrid()
        self.holidays = Text("", "small")
        self.legend = FlowRow(gap=4)
        self.keys = Disclosure(words.keys_title)
        self._may_be_empty = True
        self._is_empty = False
        self._build(words)

    def _build(self, words: CalendarWords) -> None:
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum)
        head = FlowRow([self.previous, self.next, self.today, self.title], gap=2)
        for item in words.legend:
            line = LegendLine(item.text, item.segment, is_light=item.is_light)
            self.legend.add(line)
        for text in words.keys:
            self.keys.add(Text(text, "small"))
        Column(
            self,
            gap=3,
            items=[
                *(head, self.summary, self.empty, self.grid),
                *(self.holidays, self.legend, self.keys),
            ],
        )

    def connect_to(self, presenter: CalendarPresenter) -> None:
        """Let a presenter hear what is asked here."""
        self.previous.clicked.connect(lambda: presenter.turn(-1))
        self.next.clicked.connect(lambda: presenter.turn(1))
        self.today.clicked.connect(presenter.to_today)
        grid = self.grid
        grid.day_wanted.connect(presenter.select)
        grid.month_wanted.connect(presenter.turn)
        grid.clear_wanted.connect(presenter.clear)
        grid.letter_typed.connect(presenter.type_letter)
        grid.week_confirmed.connect(presenter.confirm_week)
        grid.picked.connect(lambda on: self.opened.emit(on, False))  # noqa: FBT003
        grid.entered.connect(lambda on: self.opened.emit(on, True))  # noqa: FBT003

    def show_calendar(self, sheet: CalendarSheet) -> None:
        """Show a month."""
        self.title.setText(sheet.month.title)
        for button, spoken in (
            (self.previous, sheet.previous_spoken),
            (self.next, sheet.next_spoken),
        ):
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)
        self.summary.setText(sheet.summary)
        self.summary.setVisible(bool(sheet.summary))
        self._is_empty = sheet.is_empty
        self._show_empty()
        self.grid.show_month(sheet.month)
        self.year_shown.emit(sheet.month.selected.year)
        self.holidays.setText(sheet.holidays)
        self.holidays.setVisible(bool(sheet.holidays))

    def set_aside_empty(self, *, is_aside: bool) -> None:
        """Leave the first steps out while one of them is being taken."""
        self._may_be_empty = not is_aside
        self._show_empty()

    def _show_empty(self) -> None:
        self.empty.setVisible(self._is_empty and self._may_be_empty)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return [
            *(self.previous, self.next, self.today),
            *(self.empty.plan, self.empty.today),
            *self.grid.stops(),
            self.keys.head,
        ]
