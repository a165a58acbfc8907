"""The day log: where the parts of a day were worked, and the trips of that day.

Why somebody is off is never asked, and a trip knows a band of the day, not a clock
time. A day stands for itself: its kind and figures are derived, never stored.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeAlias

from thuiswerkplek.domain.bounds import AtMost, Between
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.workplace import WorkplaceId

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

MINUTES_A_DAY = 1_440
METRES_A_KM = 1_000
DAYS_A_WEEK = 7
MOST_KM = 2_000
MOST_PARTS = 24
MOST_TRIPS = 24
HOME_COUNTRY = "NL"

Minutes: TypeAlias = Annotated[int, Between(0, MINUTES_A_DAY)]
Km: TypeAlias = Annotated[float, Between(0, MOST_KM)]
Country: TypeAlias = Annotated[str, AtMost(2)]

_COUNTRY = re.compile("[A-Z]{2}")


class Where(StrEnum):
    """Where a part of a day is spent; `elsewhere` is another workplace, such as a hub.

    `off` has no reason: illness, leave and a free day look the same.
    """

    HOME = "home"
    OFFICE = "office"
    ELSEWHERE = "elsewhere"
    CUSTOMER = "customer"
    OFF = "off"


class Band(StrEnum):
    """When a leg was travelled: a band of the day, never a clock time."""

    MORNING_PEAK = "morning-peak"
    EVENING_PEAK = "evening-peak"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """How a leg was travelled: the modes and fuels of dossier 5.3, both lists.

    `car` is a car whose fuel is not known; train, tram or metro and bus are told
    apart because the national list does, and are all public transport for the WPM.
    """

    CAR_PETROL = "car-petrol"
    CAR_DIESEL = "car-diesel"
    CAR_HYBRID = "car-hybrid"
    CAR_LPG = "car-lpg"
    CAR_CNG = "car-cng"
    CAR_ELECTRIC = "car-electric"
    CAR_HYDROGEN = "car-hydrogen"
    CAR = "car"
    MOTORCYCLE = "motorcycle"
    MOPED = "moped"
    TRAIN = "train"
    TRAM_METRO = "tram-metro"
    BUS = "bus"
    PUBLIC_TRANSPORT = "public-transport"
    BICYCLE = "bicycle"
    E_BIKE = "e-bike"
    SPEED_PEDELEC = "speed-pedelec"
    WALK = "walk"


class Purpose(StrEnum):
    """What a leg was for: to or from the fixed workplace, or for the work itself."""

    COMMUTE = "commute"
    BUSINESS = "business"


class DayKind(StrEnum):
    """What a day was as a whole (dossier 6.3 and 8.1); derived, never stored."""

    HOME = "home"
    OFFICE = "office"
    HOME_FIRST = "home-first"
    MIXED = "mixed"
    ELSEWHERE = "elsewhere"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a day at one place, 1 to 1,440 minutes; time off may have 0.

    `workplace` is which place at home; `country` is two capitals, and empty in the
    Netherlands.

    Raises:
        ValueRefusedError: `out-of-range`, `not-at-home` or `unknown-country`.
    """

    where: Where
    minutes: Minutes
    workplace: WorkplaceId | None = None
    country: Country = ""

    def __post_init__(self) -> None:
        least = 0 if self.where is Where.OFF else 1
        if not least <= self.minutes <= MINUTES_A_DAY:
            raise ValueRefusedError("minutes", "out-of-range")
        if self.workplace is not None and self.where is not Where.HOME:
            raise ValueRefusedError("workplace", "not-at-home")
        if self.country and self.where is Where.OFF:
            raise ValueRefusedError("country", "unknown-country")
        check_country(self.country)


@dataclass(frozen=True, slots=True)
class Trip:
    """One leg of a journey, with the km of that leg to the metre.

    Raises:
        ValueRefusedError: `out-of-range`, or `too-precise` under a metre.
    """

    purpose: Purpose
    mode: Mode
    km: Km
    band: Band = Band.UNKNOWN

    def __post_init__(self) -> None:
        if not 0 <= self.km <= MOST_KM:  # also refuses NaN
            raise ValueRefusedError("km", "out-of-range")
        if round(self.km, 3) != self.km:
            raise ValueRefusedError("km", "too-precise")

    @property
    def metres(self) -> int:
        """The length in whole metres, so that sums are exact in any order."""
        return round(self.km * METRES_A_KM)


@dataclass(frozen=True, slots=True)
class Day:
    """One date of the log: parts in the order of the day, and the legs travelled.

    A day that goes on after midnight is two: each date has its own minutes.

    Raises:
        ValueRefusedError: `no-parts`, `too-many`, or `long-day` when the parts are
            more than 24 hours.
    """

    date: dt.date
    parts: tuple[Part, ...]
    trips: tuple[Trip, ...] = ()
    is_planned: bool = False

    def __post_init__(self) -> None:
        check_day(self.parts, self.trips)


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """What a weekday of a pattern holds; no parts is a day that is never worked."""

    parts: tuple[Part, ...] = ()
    trips: tuple[Trip, ...] = ()

    def __post_init__(self) -> None:
        if self.parts or self.trips:
            check_day(self.parts, self.trips)


@dataclass(frozen=True, slots=True)
class WeekPattern:
    """A repeating plan of one or two weeks, Monday first, from a date on.

    `days` are 7 or 14; the ISO week that holds `valid_from` is the first of the two,
    whatever its number, so that a week 53 does not turn the weeks around.

    Raises:
        ValueRefusedError: `not-whole-weeks`.
    """

    valid_from: dt.date
    days: tuple[PlannedDay, ...]

    def __post_init__(self) -> None:
        if len(self.days) not in (DAYS_A_WEEK, 2 * DAYS_A_WEEK):
            raise ValueRefusedError("days", "not-whole-weeks")

    def on(self, date: dt.date) -> PlannedDay:
        """Return what the pattern holds on a date."""
        return self.days[(date - monday(self.valid_from)).days % len(self.days)]


def monday(date: dt.date) -> dt.date:
    """Return the first day of the ISO week a date is in."""
    return date - dt.timedelta(days=date.weekday())


def planned(
    patterns: Iterable[WeekPattern], date: dt.date, holidays: Container[dt.date] = ()
) -> Day | None:
    """Return the day as planned: off on a holiday, None where nothing is planned.

    The pattern that began last holds; before the first one nothing is planned.
    """
    begun = [pattern for pattern in patterns if pattern.valid_from <= date]
    if not begun:
        return None
    day = max(begun, key=lambda pattern: pattern.valid_from).on(date)
    if not day.parts:
        return None
    if date in holidays:
        return Day(date, (Part(Where.OFF, 0),), is_planned=True)
    return Day(date, day.parts, day.trips, is_planned=True)


def check_day(parts: tuple[Part, ...], trips: tuple[Trip, ...]) -> None:
    """Check that parts and trips fit in one day.

    Raises:
        ValueRefusedError: `no-parts`, `too-many` or `long-day`.
    """
    if not parts:
        raise ValueRefusedError("parts", "no-parts")
    if len(parts) > MOST_PARTS:
        raise ValueRefusedError("parts", "too-many")
    if len(trips) > MOST_TRIPS:
        raise ValueRefusedError("trips", "too-many")
    if sum(part.minutes for part in parts) > MINUTES_A_DAY:
        raise ValueRefusedError("parts", "long-day")


def check_country(country: str) -> None:
    """Check that a country is empty, or two capitals other than the Netherlands.

    Raises:
        ValueRefusedError: `unknown-country`.
    """
    is_foreign = country != HOME_COUNTRY and _COUNTRY.fullmatch(country)
    if country and not is_foreign:
        raise ValueRefusedError("country", "unknown-country")


def worked(day: Day) -> tuple[Part, ...]:
    """Return the parts that were work, in order."""
    return tuple(part for part in day.parts if part.where is not Where.OFF)


def known_parts(
    parts: tuple[Part, ...], places: Container[WorkplaceId]
) -> tuple[Part, ...]:
    """Return the parts, without the name of a workplace that is not there."""
    return tuple(
        part
        if part.workplace is None or part.workplace in places
        else replace(part, workplace=None)
        for part in parts
    )


def minutes_at(day: Day, where: Where) -> int:
    """Return the minutes spent at one kind of place."""
    return sum(part.minutes for part in day.parts if part.where is where)


def commutes(day: Day) -> tuple[Trip, ...]:
    """Return the legs to and from the fixed workplace."""
    return tuple(trip for trip in day.trips if trip.purpose is Purpose.COMMUTE)


def kind(day: Day) -> DayKind:
    """Return what the day was: home-first when work began at home, then the office.

    Home, office and home again is home-first too: what counts is how the day began
    (dossier 1: the first hours at home, then travel).
    """
    places = [part.where for part in worked(day)]
    if not places:
        return DayKind.OFF
    if Where.HOME not in places:
        return DayKind.OFFICE if Where.OFFICE in places else DayKind.ELSEWHERE
    if set(places) == {Where.HOME}:
        return DayKind.HOME
    begins_at_home = places[0] is Where.HOME and Where.OFFICE in places
    return DayKind.HOME_FIRST if begins_at_home else DayKind.MIXED


def is_on_site(day: Day) -> bool:
    """Return whether the day was at the office, or had a commute (dossier 8.1, O)."""
    is_there = any(part.where is Where.OFFICE for part in day.parts)
    return is_there or bool(commutes(day))


def in_order(days: Iterable[Day]) -> tuple[Day, ...]:
    """Return the days by date.

    Raises:
        ValueRefusedError: `twice` when a date is there more than once.
    """
    by_date = sorted(days, key=lambda day: day.date)
    for earlier, later in itertools.pairwise(by_date):
        if earlier.date == later.date:
            raise ValueRefusedError(later.date.isoformat(), "twice")
    return tuple(by_date)


class Merge(NamedTuple):
    """What taking days in would do: new dates, replaced ones, and those left alone."""

    added: tuple[Day, ...]
    changed: tuple[Day, ...]
    kept: tuple[Day, ...]


def merged(known: Mapping[dt.date, Day], incoming: Iterable[Day]) -> Merge:
    """Compare days from outside with the log; a second time nothing is new.

    A plan never replaces a day that was confirmed, nor one with the same places.

    Raises:
        ValueRefusedError: `twice` when a date comes in more than once.
    """
    sorted_out: dict[str, list[Day]] = {name: [] for name in Merge._fields}
    for day in in_order(incoming):
        sorted_out[_fate(known.get(day.date), day)].append(day)
    return Merge(**{name: tuple(days) for name, days in sorted_out.items()})


def _fate(known: Day | None, day: Day) -> str:
    if known is None:
        return "added"
    is_kept = known == day or (day.is_planned and _says_no_more(known, day))
    return "kept" if is_kept else "changed"


def _says_no_more(known: Day, plan: Day) -> bool:
    places = [part.where for part in plan.parts]
    return not known.is_planned or [part.where for part in known.parts] == places
