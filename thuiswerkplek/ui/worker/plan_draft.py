"""A week plan in the making: what is planned stays as it is until it is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.daylog import (
    DAYS_A_WEEK,
    MINUTES_A_DAY,
    Day,
    DayKind,
    PlannedDay,
    WeekPattern,
    kind,
    monday,
)
from thuiswerkplek.domain.habits import Habits, usual_day

if TYPE_CHECKING:
    from collections.abc import Sequence

SOME_DAY = date.min  # the kind of a day does not depend on its date
THERE_AND_BACK = 2
LEAST_DAY = 2  # minutes


class Place(StrEnum):
    """Where a weekday is planned; `own` is a day that no habits would make."""

    HOME = "home"
    OFFICE = "office"
    HOME_FIRST = "home-first"
    ELSEWHERE = "elsewhere"
    NONE = "none"
    OWN = "own"


_KINDS = {
    Place.HOME: DayKind.HOME,
    Place.OFFICE: DayKind.OFFICE,
    Place.HOME_FIRST: DayKind.HOME_FIRST,
    Place.ELSEWHERE: DayKind.ELSEWHERE,
}
_PLACES = {kind: place for place, kind in _KINDS.items()}


def planned_day(place: Place, habits: Habits) -> PlannedDay:
    """Return what a weekday at a place holds, as the worker's days usually go."""
    if place is Place.NONE:
        return PlannedDay()
    day = usual_day(_KINDS[place], SOME_DAY, habits)
    return PlannedDay(day.parts, day.trips)


def place_of(day: PlannedDay) -> Place:
    """Return the place whose usual form a day has, by these habits or by others."""
    if not day.parts:
        return Place.NONE
    found = kind(Day(SOME_DAY, day.parts, day.trips))
    if found is DayKind.OFF:
        return Place.OWN if day.trips else Place.NONE
    place = _PLACES.get(found, Place.OWN)
    if place is Place.OWN or day != planned_day(place, _habits_of(day)):
        return Place.OWN
    return place


def _habits_of(day: PlannedDay) -> Habits:
    """Return the habits that would make this day, if any do."""
    first = day.parts[0]
    habits = Habits(
        day_minutes=max(LEAST_DAY, sum(part.minutes for part in day.parts)),
        first_minutes=min(max(1, first.minutes), MINUTES_A_DAY - 1),
        workplace=first.workplace,
    )
    if len(day.trips) != THERE_AND_BACK:
        return habits
    there, back = day.trips
    return replace(
        habits, mode=there.mode, km=there.km, there=there.band, back=back.band
    )


class Row(NamedTuple):
    """One weekday: what is planned now, and the place chosen instead, if any."""

    stored: PlannedDay
    chosen: Place | None = None

    @property
    def place(self) -> Place:
        """Where this weekday is."""
        return place_of(self.stored) if self.chosen is None else self.chosen

    def day(self, habits: Habits) -> PlannedDay:
        """Return what is going to be planned."""
        if self.chosen is None:
            return self.stored
        return planned_day(self.chosen, habits)

    def choose(self, place: Place) -> Row:
        """Return the row with another place; the one it had gives its day back."""
        return Row(self.stored, None if place is place_of(self.stored) else place)

    def is_other(self, habits: Habits) -> bool:
        """Return whether the day has another length or way there than is usual now."""
        if self.chosen is not None or self.place in {Place.NONE, Place.OWN}:
            return False
        return self.stored != planned_day(self.place, habits)

    def renewed(self, habits: Habits) -> Row:
        """Return the row with the usual length and way there of now."""
        return Row(self.stored, self.place) if self.is_other(habits) else self


class Draft:
    """Two weeks of rows from a date on, of which the second counts where it differs.

    Rows belong to weeks of the calendar: from another week on, they change places.
    """

    def __init__(self, valid_from: date, days: Sequence[PlannedDay]) -> None:
        self.valid_from = self._began = valid_from
        self.is_two = self._was_two = self._has_second = len(days) > DAYS_A_WEEK
        rows = [Row(day) for day in days]
        self._rows = rows if self.is_two else rows * 2

    @property
    def weeks(self) -> tuple[tuple[Row, ...], ...]:
        """The rows of the one week or of both, Monday first."""
        first, second = self._rows[:DAYS_A_WEEK], self._rows[DAYS_A_WEEK:]
        return (tuple(first), tuple(second)) if self.is_two else (tuple(first),)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that count."""
        return tuple(row for week in self.weeks for row in week)

    @property
    def is_changed(self) -> bool:
        """Whether something differs from what is planned now."""
        is_moved = self.valid_from != self._began or self.is_two != self._was_two
        return is_moved or any(row.chosen is not None for row in self.rows)

    def choose(self, number: int, place: Place) -> None:
        """Choose where a weekday is, numbered from the first Monday."""
        self._rows[number] = self._rows[number].choose(place)

    def set_two(self, *, is_two: bool) -> None:
        """Let every other week differ or not; at first it is a copy of the other."""
        if is_two and not self._has_second:
            self._rows[DAYS_A_WEEK:] = self._rows[:DAYS_A_WEEK]
            self._has_second = True
        self.is_two = is_two

    def move_to(self, valid_from: date) -> None:
        """Begin on another date; every week of the calendar keeps its rows."""
        weeks = (monday(valid_from) - monday(self.valid_from)).days // DAYS_A_WEEK
        if weeks % 2 and self._has_second:
            self._rows = self._rows[DAYS_A_WEEK:] + self._rows[:DAYS_A_WEEK]
        self.valid_from = valid_from

    def renew(self, habits: Habits) -> None:
        """Give the days their usual length and way there of now."""
        self._rows = [row.renewed(habits) for row in self._rows]

    def pattern(self, habits: Habits) -> WeekPattern:
        """Return the plan as it is going to be."""
        return WeekPattern(self.valid_from, tuple(row.day(habits) for row in self.rows))


def days_from(pattern: WeekPattern, valid_from: date) -> tuple[PlannedDay, ...]:
    """Return the days of a pattern, beginning in the week of another date."""
    first = monday(valid_from).toordinal()
    ordinals = range(first, first + len(pattern.days))
    return tuple(pattern.on(date.fromordinal(ordinal)) for ordinal in ordinals)
