"""The balance: what the day log adds up to per week, month and year (dossier 8.1).

Everything is whole days, legs, minutes and metres, so that months add up to the year
exactly and the order of entry does not matter. Every figure takes one pass.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    DayKind,
    Mode,
    Purpose,
    Where,
    commutes,
    in_order,
    is_on_site,
    kind,
    monday,
    worked,
)
from thuiswerkplek.domain.rates import Rates
from thuiswerkplek.domain.workplace import WHOLE, WorkplaceId

Key = TypeVar("Key", int, tuple[int, int])

HALVES = 2
LEGS_A_DAY = 2
MINUTES_AN_HOUR = 60

PARTLY_HOME = "balance/partly-home"
MAINLY_HOME = "balance/mainly-home"
FULLY_HOME = "balance/fully-home"

PEAKS = (Band.MORNING_PEAK, Band.EVENING_PEAK)


class Figures(NamedTuple):
    """What confirmed days add up to; what is zero is not in the mappings.

    `worked_days`, `on_site_days` and `home_days` (at home only, without a commute) are
    W, O and F of dossier 8.1. Every worked day is two `half_days`. Time off is in
    `kinds` only. `arrivals` are the first commute legs of a day.
    """

    worked_days: int = 0
    on_site_days: int = 0
    home_days: int = 0
    kinds: Mapping[DayKind, int] = MappingProxyType({})
    half_days: Mapping[Where, int] = MappingProxyType({})
    minutes: Mapping[Where, int] = MappingProxyType({})
    at_workplaces: Mapping[WorkplaceId | None, int] = MappingProxyType({})
    commute_legs: Mapping[Band, int] = MappingProxyType({})
    arrivals: Mapping[Band, int] = MappingProxyType({})
    metres: Mapping[tuple[Purpose, Mode], int] = MappingProxyType({})


class ShareClass(StrEnum):
    """How much of the work is done at home, by the groups of TNO."""

    LOCATION = "location"
    PARTLY = "partly"
    MAINLY = "mainly"
    FULLY = "fully"


class Commute(NamedTuple):
    """The usual way to the fixed workplace, one way; CO2 is for `wpm.emission`."""

    metres: int
    minutes: int
    mode: Mode


class Saved(NamedTuple):
    """What days at home save, going by the usual way."""

    trips: int
    minutes: int
    metres: int


class Run(NamedTuple):
    """Working days in a row, with the first and the last of them."""

    days: int
    first: date
    last: date


class _Tally:
    """Figures while they are being counted."""

    def __init__(self) -> None:
        self.worked_days = 0
        self.on_site_days = 0
        self.home_days = 0
        self.kinds: Counter[DayKind] = Counter()
        self.half_days: Counter[Where] = Counter()
        self.minutes: Counter[Where] = Counter()
        self.at_workplaces: Counter[WorkplaceId | None] = Counter()
        self.commute_legs: Counter[Band] = Counter()
        self.arrivals: Counter[Band] = Counter()
        self.metres: Counter[tuple[Purpose, Mode]] = Counter()

    def add_day(self, day: Day) -> None:
        what, on_site = kind(day), is_on_site(day)
        self.worked_days += what is not DayKind.OFF
        self.on_site_days += on_site
        self.home_days += what is DayKind.HOME and not on_site
        self.kinds[what] += 1
        self.half_days.update(half_days(day))
        for part in worked(day):
            self.minutes[part.where] += part.minutes
            if part.where is Where.HOME:
                self.at_workplaces[part.workplace] += part.minutes
        self._add_trips(day)

    def _add_trips(self, day: Day) -> None:
        legs = commutes(day)
        self.commute_legs.update(leg.band for leg in legs)
        self.arrivals.update(leg.band for leg in legs[:1])
        for trip in day.trips:
            self.metres[trip.purpose, trip.mode] += trip.metres

    def add(self, part: Figures) -> None:
        self.worked_days += part.worked_days
        self.on_site_days += part.on_site_days
        self.home_days += part.home_days
        self.kinds.update(part.kinds)
        self.half_days.update(part.half_days)
        self.minutes.update(part.minutes)
        self.at_workplaces.update(part.at_workplaces)
        self.commute_legs.update(part.commute_legs)
        self.arrivals.update(part.arrivals)
        self.metres.update(part.metres)

    def figures(self) -> Figures:
        return Figures(
            self.worked_days,
            self.on_site_days,
            self.home_days,
            dict(self.kinds),
            dict(self.half_days),
            dict(self.minutes),
            dict(self.at_workplaces),
            dict(self.commute_legs),
            dict(self.arrivals),
            dict(self.metres),
        )


def figures(days: Iterable[Day]) -> Figures:
    """Return what the confirmed days add up to; planned ones do not count yet."""
    tally = _Tally()
    for day in _confirmed(days):
        tally.add_day(day)
    return tally.figures()


def total(parts: Iterable[Figures]) -> Figures:
    """Return the sum of figures, such as those of the months of a year."""
    tally = _Tally()
    for part in parts:
        tally.add(part)
    return tally.figures()


def by_year(days: Iterable[Day]) -> Mapping[int, Figures]:
    """Return the figures per calendar year, earliest first."""
    return _grouped(days, lambda day: day.year)


def by_month(days: Iterable[Day]) -> Mapping[tuple[int, int], Figures]:
    """Return the figures per year and month, earliest first."""
    return _grouped(days, lambda day: (day.year, day.month))


def by_week(days: Iterable[Day]) -> Mapping[tuple[int, int], Figures]:
    """Return the figures per ISO year and week; 1 January can be in week 53."""
    return _grouped(days, _iso_week)


def _iso_week(day: date) -> tuple[int, int]:
    found = day.isocalendar()
    return (found.year, found.week)


def _grouped(days: Iterable[Day], key: Callable[[date], Key]) -> Mapping[Key, Figures]:
    tallies: dict[Key, _Tally] = defaultdict(_Tally)
    for day in _confirmed(days):
        tallies[key(day.date)].add_day(day)
    found = {name: tally.figures() for name, tally in tallies.items()}
    return dict(sorted(found.items()))


def _confirmed(days: Iterable[Day]) -> Iterator[Day]:
    return (day for day in days if not day.is_planned)


def half_days(day: Day) -> Mapping[Where, int]:
    """Share the two halves of a working day among its places, by their minutes.

    A half goes to whom most of it belongs; of equals, to the place visited first.
    """
    spent: dict[Where, int] = {}
    for part in worked(day):
        spent[part.where] = spent.get(part.where, 0) + part.minutes
    whole = sum(spent.values())
    shares = {where: divmod(HALVES * held, whole) for where, held in spent.items()}
    found = {where: halves for where, (halves, _) in shares.items()}
    by_rest = sorted(shares, key=lambda where: shares[where][1], reverse=True)
    for where in by_rest[: HALVES - sum(found.values())]:
        found[where] += 1
    return {where: halves for where, halves in found.items() if halves}


def home_share(found: Figures) -> Fraction | None:
    """Return the share of the working time at home, B of dossier 8.1."""
    whole = sum(found.minutes.values())
    return Fraction(found.minutes.get(Where.HOME, 0), whole) if whole else None


def share_class(share: Fraction, rates: Rates, day: date) -> ShareClass | None:
    """Return the group of TNO; a limit itself belongs to the group above it."""
    limits = [rates.value(name, day) for name in (PARTLY_HOME, MAINLY_HOME, FULLY_HOME)]
    known = [limit for limit in limits if limit is not None]
    if len(known) < len(limits):
        return None
    percent = share * WHOLE
    return tuple(ShareClass)[sum(percent >= Fraction(limit) for limit in known)]


def peak_share(found: Figures) -> Fraction | None:
    """Return the share of commute legs in a peak, among those of known band."""
    legs = found.commute_legs
    inside = sum(legs.get(band, 0) for band in PEAKS)
    known = inside + legs.get(Band.OUTSIDE, 0)
    return Fraction(inside, known) if known else None


def shifted(days: Iterable[Day]) -> int:
    """Return the home-first days whose way there was outside the peaks."""
    return sum(
        kind(day) is DayKind.HOME_FIRST and commutes(day)[0].band is Band.OUTSIDE
        for day in _confirmed(days)
        if commutes(day)
    )


def saved(found: Figures, commute: Commute) -> Saved:
    """Return what days wholly at home save; home-first saves no trip, it shifts one."""
    trips = LEGS_A_DAY * found.home_days
    return Saved(trips, trips * commute.minutes, trips * commute.metres)


def exposure(days: Iterable[Day]) -> Mapping[WorkplaceId | None, Fraction]:
    """Return the hours a week per place at home, over the weeks that had work."""
    minutes: Counter[WorkplaceId | None] = Counter()
    weeks: set[date] = set()
    for day in _confirmed(days):
        for part in worked(day):
            weeks.add(monday(day.date))
            if part.where is Where.HOME:
                minutes[part.workplace] += part.minutes
    return {
        place: Fraction(held, MINUTES_AN_HOUR * len(weeks))
        for place, held in minutes.items()
    }


def runs_off_site(days: Iterable[Day]) -> tuple[Run, ...]:
    """Return the runs of working days without one on site, earliest first.

    Days off and days that were not filled in do not break a run, nor lengthen it.
    """
    found: list[Run] = []
    run: Run | None = None
    for day in in_order(_confirmed(days)):
        if not worked(day) and not is_on_site(day):
            continue
        if is_on_site(day):
            run = None
            continue
        if run is not None:
            found.pop()
        run = Run(1, day.date, day.date) if run is None else _longer(run, day.date)
        found.append(run)
    return tuple(found)


def _longer(run: Run, last: date) -> Run:
    return run._replace(days=run.days + 1, last=last)
