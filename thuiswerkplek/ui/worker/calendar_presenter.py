"""The calendar of *Balans* without a window: which month and day, and its changes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from thuiswerkplek.domain.daylog import DAYS_A_WEEK, DayKind, monday
from thuiswerkplek.i18n import _, current
from thuiswerkplek.services.day_log import Entry
from thuiswerkplek.ui.worker import calendar_texts, calendar_tiles
from thuiswerkplek.ui.worker.calendar_models import (
    CalendarSheet,
    CalendarWords,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.worker.calendar_changes import DayChanges

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
MONTHS = 12
ONE_DAY = timedelta(days=1)


class CalendarScreen(Protocol):
    """What the presenter asks of the calendar on the screen."""

    def show_calendar(self, sheet: CalendarSheet) -> None:
        """Show the month as it is now."""


class CalendarPresenter:
    """One month of the day log, with one date that the keyboard is at."""

    def __init__(
        self, services: WorkerServices, changes: DayChanges, screen: CalendarScreen
    ) -> None:
        self._log = services.day_log
        self._changes = changes
        self._screen = screen
        self.selected = self._log.today()
        self._is_awake = False
        self._has_days = False

    # What shows

    def wake(self) -> None:
        """Read the log from now on; before, only dates are shown."""
        self._is_awake = True
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        self._screen.show_calendar(self.sheet())

    def forget(self) -> None:
        """Look again whether there are days at all."""
        self._has_days = False

    @staticmethod
    def words() -> CalendarWords:
        """Return what stays the same."""
        return CalendarWords(
            today_word=_("Today"),
            empty=calendar_texts.empty(),
            legend=calendar_tiles.legend(),
            keys_title=_("Keys"),
            keys=calendar_texts.keys(),
        )

    def sheet(self) -> CalendarSheet:
        """Return the month of the selected date as it is to be shown."""
        first, today = self.selected.replace(day=1), self._log.today()
        weeks = self._weeks(first)
        names = self._holidays(weeks)
        marked = calendar_tiles.Marked(first, today, self.selected, names)
        own = {on: name for on, name in names.items() if on.month == first.month}
        return CalendarSheet(
            month=calendar_tiles.month_of(weeks, marked),
            summary=calendar_tiles.summary_of(weeks, first),
            previous_spoken=calendar_texts.turn(_("Previous month"), turned(first, -1)),
            next_spoken=calendar_texts.turn(_("Next month"), turned(first, 1)),
            holidays=calendar_texts.holidays(own),
            is_empty=self._is_empty(weeks),
        )

    def _weeks(self, first: date) -> Sequence[Sequence[Entry]]:
        if self._is_awake:
            return self._log.month(first.year, first.month)
        begin, last = monday(first), turned(first, 1) - ONE_DAY
        count = (monday(last) - begin).days // DAYS_A_WEEK + 1
        dates = [begin + timedelta(days=at) for at in range(DAYS_A_WEEK * count)]
        blank = [Entry(on, None, is_kept=False, is_holiday=False) for on in dates]
        return [blank[at : at + DAYS_A_WEEK] for at in range(0, len(blank), 7)]

    def _holidays(self, weeks: Sequence[Sequence[Entry]]) -> Mapping[date, str]:
        if not self._is_awake:
            return {}
        first, last = weeks[0][0].date, weeks[-1][-1].date
        names: dict[date, str] = {}
        for year in range(first.year, last.year + 1):
            names |= self._log.holidays(year, str(current()))
        return {on: name for on, name in names.items() if first <= on <= last}

    def _is_empty(self, weeks: Sequence[Sequence[Entry]]) -> bool:
        """Tell whether the whole log is; it is read only when this month is empty."""
        if not self._is_awake or self._has_days:
            return False
        self._has_days = any(entry.day for week in weeks for entry in week)
        self._has_days = self._has_days or self._log.first_day() is not None
        return not self._has_days

    # Going about

    def select(self, on: date) -> None:
        """Go to a date, in whatever month it is."""
        self.selected = min(max(on, FIRST), LAST)
        self.refresh()

    def turn(self, months: int) -> None:
        """Go so many months further, to the same day where there is one."""
        self.select(turned(self.selected, months))

    def to_year(self, year: int) -> None:
        """Go to the same month of a year."""
        self.turn((year - self.selected.year) * MONTHS)

    def to_today(self) -> None:
        """Go to today."""
        self.select(self._log.today())

    # Changes

    def type_letter(self, on: date, letter: str) -> None:
        """Say in one key what a day was."""
        for kind in calendar_texts.CHOICES:
            if calendar_texts.key(kind) == letter:
                self.choose(on, kind)

    def choose(self, on: date, kind: DayKind) -> None:
        """Say in one click what a day was or is going to be."""
        self._changes.make(lambda: self._log.choose(on, kind), lambda: self._now(on))

    def put(self, day: Day) -> bool:
        """Keep a day; tell whether it was kept."""
        return self._changes.make(
            lambda: self._log.put(day), lambda: self._now(day.date)
        )

    def clear(self, on: date) -> bool:
        """Forget a day, if it is in the log; tell whether it was."""
        if not self._log.entry(on).is_kept:
            return False
        return self._changes.make(lambda: self._log.clear(on), lambda: self._now(on))

    def confirm(self, on: date) -> None:
        """Say that one day went as planned."""
        self._changes.make(lambda: self._log.confirm([on]), lambda: self._now(on))

    def confirm_week(self, first: date) -> None:
        """Say that the past planned days of a week went as planned."""
        entries, today = self._log.week(first), self._log.today()
        dates = calendar_tiles.to_confirm(entries, today)
        if dates:
            text = calendar_texts.confirmed(len(dates))
            self._changes.make(lambda: self._log.confirm(dates), lambda: text)

    def _now(self, on: date) -> str:
        return calendar_texts.changed(self._log.entry(on))


def turned(on: date, months: int) -> date:
    """Return the same day so many months further, or the last day of that month."""
    count = on.year * MONTHS + on.month - 1 + months
    first = date(count // MONTHS, count % MONTHS + 1, 1)
    after = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=on.day - 1), after - ONE_DAY)
