"""How a worker's days usually go, so that one click fills in a whole day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from thuiswerkplek.domain.daylog import (
    MINUTES_A_DAY,
    Band,
    Day,
    DayKind,
    Km,
    Minutes,
    Mode,
    Part,
    Purpose,
    Trip,
    Where,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.holidays_nl import HolidayRules, May5
from thuiswerkplek.domain.peaks import PeakWindows, Window, windows
from thuiswerkplek.domain.workplace import WorkplaceId

MINUTES_AN_HOUR = 60
LAST_MINUTE = MINUTES_A_DAY - 1

_WHOLE_DAYS = {
    DayKind.HOME: Where.HOME,
    DayKind.OFFICE: Where.OFFICE,
    DayKind.ELSEWHERE: Where.ELSEWHERE,
}
TRAVELLED = {DayKind.OFFICE, DayKind.HOME_FIRST}


@dataclass(frozen=True, slots=True)
class PeakHours:
    """A peak as the worker set it, in minutes after midnight."""

    begin: Minutes
    until: Minutes


@dataclass(frozen=True, slots=True)
class Habits:
    """What a day is filled in with; km and travel time are one way.

    `day_minutes` are worked on a whole day; on a home-first day `first_minutes` of
    them at home, before the way there. `there` and `back` are the usual bands.
    `morning` and `evening` are own peaks, used where a list has clock times.

    Raises:
        ValueRefusedError: `out-of-range`, or `too-precise` under a metre.
    """

    day_minutes: Minutes = 8 * MINUTES_AN_HOUR
    first_minutes: Minutes = 2 * MINUTES_AN_HOUR
    workplace: WorkplaceId | None = None
    mode: Mode | None = None
    km: Km | None = None
    travel_minutes: Minutes | None = None
    there: Band = Band.UNKNOWN
    back: Band = Band.UNKNOWN
    may5: May5 = May5.LUSTRUM
    good_friday: bool = False
    morning: PeakHours | None = None
    evening: PeakHours | None = None

    def __post_init__(self) -> None:
        if not 1 < self.day_minutes <= MINUTES_A_DAY:
            raise ValueRefusedError("day-minutes", "out-of-range")
        if not 0 < self.first_minutes < MINUTES_A_DAY:
            raise ValueRefusedError("first-minutes", "out-of-range")
        if self.travel_minutes is not None and not (
            0 <= self.travel_minutes <= MINUTES_A_DAY
        ):
            raise ValueRefusedError("travel-minutes", "out-of-range")
        if self.km is not None:
            Trip(Purpose.COMMUTE, Mode.CAR, self.km)
        if self.morning or self.evening:
            _windows(self.morning, self.evening)

    @property
    def holiday_rules(self) -> HolidayRules:
        """What the contract says of the two doubtful holidays."""
        return HolidayRules(self.may5, self.good_friday)

    @property
    def peaks(self) -> PeakWindows | None:
        """The worker's own peaks; None when the usual ones hold."""
        if self.morning is None and self.evening is None:
            return None
        return _windows(self.morning, self.evening)


def usual_day(
    kind: DayKind, on: date, habits: Habits, *, is_planned: bool = False
) -> Day:
    """Return a day of a kind as it usually goes.

    The way there of a home-first day is outside the peaks: that is what it is for.
    Without a known distance and mode there are no legs. A mixed day has no usual form.

    Raises:
        ValueError: for a mixed day.
    """
    return Day(on, _parts(kind, habits), legs(kind, habits), is_planned)


def _parts(kind: DayKind, habits: Habits) -> tuple[Part, ...]:
    if kind is DayKind.OFF:
        return (Part(Where.OFF, 0),)
    if kind is DayKind.HOME_FIRST:
        first = min(habits.first_minutes, habits.day_minutes - 1)
        return (
            Part(Where.HOME, first, habits.workplace),
            Part(Where.OFFICE, habits.day_minutes - first),
        )
    if kind is DayKind.MIXED:
        message = "a mixed day has no usual form"
        raise ValueError(message)
    where = _WHOLE_DAYS[kind]
    place = habits.workplace if where is Where.HOME else None
    return (Part(where, habits.day_minutes, place),)


def legs(kind: DayKind, habits: Habits) -> tuple[Trip, ...]:
    """Return the way there and back of a day of a kind, where they are known."""
    if kind not in TRAVELLED or habits.mode is None or habits.km is None:
        return ()
    there = Band.OUTSIDE if kind is DayKind.HOME_FIRST else habits.there
    return tuple(
        Trip(Purpose.COMMUTE, habits.mode, habits.km, band)
        for band in (there, habits.back)
    )


def _windows(morning: PeakHours | None, evening: PeakHours | None) -> PeakWindows:
    return windows(_window(morning), _window(evening))


def _window(hours: PeakHours | None) -> Window | None:
    return None if hours is None else Window(_time(hours.begin), _time(hours.until))


def _time(minutes: int) -> time:
    if not 0 <= minutes <= LAST_MINUTE:
        raise ValueRefusedError("peak", "out-of-range")
    return time(*divmod(minutes, MINUTES_AN_HOUR))
