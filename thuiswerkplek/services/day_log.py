"""The day log: today in one click, plans and exceptions, agreements and balances.

Every change returns what takes it back; what was there before is remembered there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from thuiswerkplek.domain import daylog
from thuiswerkplek.domain.catalogue import Exposure
from thuiswerkplek.domain.daylog import Day, DayKind, monday
from thuiswerkplek.domain.habits import usual_day
from thuiswerkplek.domain.holidays_nl import holidays
from thuiswerkplek.domain.workplace import weekly_hours

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.daylog import Part, PlannedDay, WeekPattern
    from thuiswerkplek.domain.habits import Habits
    from thuiswerkplek.domain.peaks import Peaks
    from thuiswerkplek.domain.rates import Rates
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.services.balance_figures import YearBalance
    from thuiswerkplek.services.ports import Clock, Files, WorkerStore
    from thuiswerkplek.services.worker import Facts

Undo: TypeAlias = "Callable[[], None]"

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)
WORKDAYS = 5
LOOKED_BACK = 8 * WEEK  # over how long open days are asked for


class Entry(NamedTuple):
    """A date, what the log or the pattern has for it, and whether it is a holiday.

    `is_kept` tells that the day is in the log, as done or as planned; otherwise it
    comes from the week pattern.
    """

    date: date
    day: Day | None
    is_kept: bool
    is_holiday: bool

    @property
    def is_done(self) -> bool:
        """Whether the worker said that the day went like this."""
        return self.day is not None and not self.day.is_planned


class OpenWeek(NamedTuple):
    """Past working days of one ISO week that were not filled in, earliest first."""

    monday: date
    entries: tuple[Entry, ...]


class DayLog:
    """Use cases of *Vandaag* and *Balans*."""

    def __init__(
        self, store: WorkerStore, facts: Facts, clock: Clock, files: Files
    ) -> None:
        self._store = store
        self._log = store.log
        self._facts = facts
        self._clock = clock
        self._files = files

    # Reading

    def today(self) -> date:
        """Return today as the worker sees it."""
        return self._clock.today_here()

    def entries(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return every date from the first to the last, with what is known of it."""
        kept = {day.date: day for day in self._log.days(first, last)}
        patterns, free = self._log.patterns(), self._holidays(first, last)
        return tuple(_entry(on, kept, patterns, free) for on in _dates(first, last))

    def entry(self, on: date) -> Entry:
        """Return what is known of one date."""
        return self.entries(on, on)[0]

    def week(self, on: date) -> tuple[Entry, ...]:
        """Return the ISO week a date is in."""
        first = monday(on)
        return self.entries(first, first + WEEK - ONE_DAY)

    def month(self, year: int, month: int) -> tuple[tuple[Entry, ...], ...]:
        """Return the ISO weeks that touch a month, whole."""
        first = date(year, month, 1)
        last = (first + timedelta(days=31)).replace(day=1) - ONE_DAY
        found = self.entries(monday(first), monday(last) + WEEK - ONE_DAY)
        return tuple(found[at : at + 7] for at in range(0, len(found), 7))

    def holidays(self, year: int, language: str) -> Mapping[date, str]:
        """Return the days off of a year with their names."""
        return holidays(year, self.habits().holiday_rules, language)

    def first_day(self) -> date | None:
        """Return the first date of the log, or of its patterns."""
        starts = [pattern.valid_from for pattern in self._log.patterns()]
        starts += [day.date for day in self._log.days()[:1]]
        return min(starts, default=None)

    def is_open(self, on: date) -> bool:
        """Return whether a working day was not filled in; see `open_weeks`."""
        return _is_open(self.entry(on), self._log.patterns())

    def open_weeks(self) -> tuple[OpenWeek, ...]:
        """Return the weeks with past days to fill in, the latest first.

        Working days are those of the pattern, and before there is one Monday to
        Friday; holidays are none.
        """
        today, start = self.today(), self.first_day()
        if start is None or start >= today:
            return ()
        found = self.entries(max(start, today - LOOKED_BACK), today - ONE_DAY)
        patterns = self._log.patterns()
        weeks: dict[date, list[Entry]] = defaultdict(list)
        for entry in found:
            if _is_open(entry, patterns):
                weeks[monday(entry.date)].append(entry)
        latest_first = sorted(weeks.items(), reverse=True)
        return tuple(OpenWeek(first, tuple(own)) for first, own in latest_first)

    # Changing days

    def choose(self, on: date, kind: DayKind) -> Undo:
        """Say in one click what a day was, or is going to be when it is still to come.

        A choice for what a day already is confirms it as it stands.
        """
        known, is_planned = self.entry(on).day, on > self.today()
        if known is not None and daylog.kind(known) is kind:
            return self.put(_as(known, is_planned=is_planned))
        return self.put(usual_day(kind, on, self._usual(), is_planned=is_planned))

    def put(self, *days: Day) -> Undo:
        """Keep days in the place of what their dates had; all or none."""
        return self._change({day.date: day for day in days})

    def confirm(self, dates: Iterable[date]) -> Undo:
        """Say that days went as planned; a date without a plan stays as it is."""
        known = (self.entry(on).day for on in dates)
        return self.put(*(_as(day, is_planned=False) for day in known if day))

    def clear(self, *dates: date) -> Undo:
        """Forget days; what the pattern has for them shows again."""
        return self._change(dict.fromkeys(dates))

    def _change(self, wanted: Mapping[date, Day | None]) -> Undo:
        if not wanted:
            return _nothing
        kept = {day.date: day for day in self._log.days(min(wanted), max(wanted))}
        before = {on: kept.get(on) for on in wanted}
        self._write(wanted)
        return lambda: self._write(before)

    def _write(self, wanted: Mapping[date, Day | None]) -> None:
        places = self._places()
        days = [_at(day, places) for day in wanted.values() if day is not None]
        gone = [on for on, day in wanted.items() if day is None]
        self._log.replace_days(days, gone)

    def _places(self) -> frozenset[WorkplaceId]:
        """Return the workplaces there are; what is kept names no other.

        One may be gone since a change was made that is now taken back, or since a
        list was read.
        """
        return frozenset(place.id for place in self._store.workplaces())

    # Plans, habits and agreements

    def habits(self) -> Habits:
        """Return how days usually go."""
        return self._log.habits()

    def _usual(self) -> Habits:
        """Return the habits, with the place at home where there is only one."""
        known, places = self.habits(), self._store.workplaces()
        if known.workplace is not None or len(places) != 1:
            return known
        return replace(known, workplace=places[0].id)

    def put_habits(self, habits: Habits) -> Undo:
        """Keep how days usually go; days that are in the log stay as they are."""
        before = self._log.habits()
        self._keep_habits(habits)
        return lambda: self._keep_habits(before)

    def _keep_habits(self, habits: Habits) -> None:
        is_there = habits.workplace in self._places()
        self._log.put_habits(habits if is_there else replace(habits, workplace=None))

    def pattern(self) -> WeekPattern | None:
        """Return the week pattern that holds today, or the first that will."""
        known = self._log.patterns()
        begun = [one for one in known if one.valid_from <= self.today()]
        return next(iter([*begun[-1:], *known]), None)

    def patterns(self) -> tuple[WeekPattern, ...]:
        """Return every week pattern by its first day, those still to begin too."""
        return self._log.patterns()

    def plan(self, pattern: WeekPattern) -> Undo:
        """Plan the weeks from a day on."""
        first = pattern.valid_from
        known = {one.valid_from: one for one in self._log.patterns()}
        self._keep_pattern(pattern)
        before = known.get(first)
        if before is None:
            return lambda: self._log.remove_pattern(first)
        return lambda: self._keep_pattern(before)

    def _keep_pattern(self, pattern: WeekPattern) -> None:
        places = self._places()
        days = (replace(day, parts=_known(day, places)) for day in pattern.days)
        self._log.put_pattern(replace(pattern, days=tuple(days)))

    def unplan(self, valid_from: date) -> Undo:
        """Forget the pattern that began on a day."""
        known = {one.valid_from: one for one in self._log.patterns()}
        before = known[valid_from]
        self._log.remove_pattern(valid_from)
        return lambda: self._keep_pattern(before)

    def agreements(self) -> tuple[Agreement, ...]:
        """Return what was agreed, by first day and version."""
        return self._log.agreements()

    def agreement(self) -> Agreement | None:
        """Return what holds today."""
        from thuiswerkplek.domain.agreement import in_force

        return in_force(self.agreements(), self.today())

    def agree(self, agreement: Agreement) -> Undo:
        """Keep an agreement, in the place of that version of that first day."""
        key = (agreement.valid_from, agreement.version, agreement.source)
        known = {(a.valid_from, a.version, a.source): a for a in self.agreements()}
        self._log.put_agreement(agreement)
        before = known.get(key)
        if before is None:
            return lambda: self._log.remove_agreement(*key)
        return lambda: self._log.put_agreement(before)

    def disagree(self, agreement: Agreement) -> Undo:
        """Forget one version of an agreement."""
        self._log.remove_agreement(
            agreement.valid_from, agreement.version, agreement.source
        )
        return lambda: self._log.put_agreement(agreement)

    def read_agreement(self, path: Path) -> Agreement:
        """Return the agreement in a file, without keeping it.

        Raises:
            FileProblem, RefusedReportError: with the reason.
        """
        from thuiswerkplek.services.balance_files import read_agreement

        return read_agreement(path, self._files)

    # Figures

    @property
    def rates(self) -> Rates:
        """The amounts, factors and limits of the years."""
        return self._facts.rates()

    @property
    def peaks(self) -> Peaks:
        """When the peaks usually are."""
        return self._facts.peaks()

    def balance(self, year: int) -> YearBalance:
        """Return the balance of a year, as it can be told today."""
        from thuiswerkplek.services.balance_figures import Log, balance_of

        log = Log(
            self._log.days(),
            self.agreements(),
            self.habits().travel_minutes,
            self._checked(),
        )
        return balance_of(log, self.rates, year, today=self.today())

    def _checked(self) -> Mapping[WorkplaceId, float | None]:
        """Return the hours a week that each workplace's check counted on."""
        return {
            place.id: weekly_hours(
                self._store.answers(place.id), place.share_percent, Exposure.HOME
            )
            for place in self._store.workplaces()
            if self._store.checks(place.id)
        }

    def _holidays(self, first: date, last: date) -> frozenset[date]:
        rules = self.habits().holiday_rules
        years = range(first.year, last.year + 1)
        return frozenset(day for year in years for day in holidays(year, rules))


def _entry(
    on: date,
    kept: Mapping[date, Day],
    patterns: Iterable[WeekPattern],
    free: frozenset[date],
) -> Entry:
    known = kept.get(on)
    day = daylog.planned(patterns, on, free) if known is None else known
    return Entry(on, day, known is not None, on in free)


def _is_open(entry: Entry, patterns: Iterable[WeekPattern]) -> bool:
    if entry.is_done or entry.is_holiday:
        return False
    if entry.day is not None:
        return daylog.kind(entry.day) is not DayKind.OFF
    is_planned_for = any(one.valid_from <= entry.date for one in patterns)
    return not is_planned_for and entry.date.weekday() < WORKDAYS


def _as(day: Day, *, is_planned: bool) -> Day:
    return Day(day.date, day.parts, day.trips, is_planned)


def _at(day: Day, places: Container[WorkplaceId]) -> Day:
    parts = _known(day, places)
    return day if parts == day.parts else replace(day, parts=parts)


def _known(day: Day | PlannedDay, places: Container[WorkplaceId]) -> tuple[Part, ...]:
    return daylog.known_parts(day.parts, places)


def _dates(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(number) for number in range((last - first).days + 1))


def _nothing() -> None:
    """Nothing changed, so nothing is taken back."""
