"""From stays in a calendar to days of the log: midnight, changing clocks, overlaps.

A stay of whole days fills the usual hours around what has a time of its own; a later
time overrides an earlier one; time off overrides everything. So the order of events in
a file does not matter, and an event that is in it twice counts once.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.daylog import (
    MINUTES_A_DAY,
    MOST_PARTS,
    Day,
    Part,
    Where,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from zoneinfo import ZoneInfo

    from thuiswerkplek.exchange.ics_places import Places

ONE_DAY = timedelta(days=1)
ONE_MINUTE = timedelta(minutes=1)
LONGEST_SHIFT = timedelta(hours=16)
LONGEST_DAY = 25 * 60  # the night the clock goes back


class WorkHours(NamedTuple):
    """The usual day: when it begins, in minutes after midnight, and how long it is."""

    begin: int = 540
    minutes: int = 480


class Stay(NamedTuple):
    """Being somewhere from `begin` up to `end`, in local time, or for whole days."""

    begin: datetime
    end: datetime
    places: Places
    is_whole: bool


class Span(NamedTuple):
    """The dates to read, the first and last included."""

    first: date
    last: date


class _Hours(NamedTuple):
    """Part of one date, in minutes that passed since its midnight."""

    begin: int
    end: int
    places: Places


class _Date:
    """What was found about one date."""

    def __init__(self) -> None:
        self.whole: set[Places] = set()
        self.hours: set[_Hours] = set()


def local(moment: date, zone: ZoneInfo) -> datetime:
    """Return a moment in local time; one without a zone is local already."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), zone)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    return moment.astimezone(zone)


def stay(begin: date, end: date, places: Places, zone: ZoneInfo) -> Stay:
    """Return a stay: of whole days from midnight to midnight, or beyond a shift."""
    since, until = local(begin, zone), local(end, zone)
    is_dated = since.time() == until.time() == time() and until > since
    is_long = _passed(since, until) > LONGEST_SHIFT
    return Stay(since, until, places, is_dated or is_long)


def days(
    stays: Iterable[Stay], span: Span, hours: WorkHours, zone: ZoneInfo
) -> tuple[list[Day], list[date]]:
    """Return the days as planned, and the dates about which the calendar disagrees."""
    dates: defaultdict[date, _Date] = defaultdict(_Date)
    for found in stays:
        for day in _dates_of(found, span):
            if found.is_whole:
                dates[day].whole.add(found.places)
            else:
                dates[day].hours.add(_hours_on(found, day, zone))
    made: list[Day] = []
    unclear: list[date] = []
    for day, known in sorted(dates.items()):
        parts = _parts(known, day, hours, zone)
        if parts is None:
            unclear.append(day)
        elif parts:
            made.append(Day(day, parts, is_planned=True))
    return made, unclear


def _dates_of(found: Stay, span: Span) -> Iterator[date]:
    """Yield the dates a stay is on; one that ends at midnight is not on the next."""
    day = max(found.begin.date(), span.first)
    last = min((found.end - ONE_MINUTE).date(), span.last)
    while day <= last:
        yield day
        day += ONE_DAY


def _hours_on(found: Stay, day: date, zone: ZoneInfo) -> _Hours:
    midnight = local(day, zone)
    begin = max(found.begin, midnight)
    end = min(found.end, local(day + ONE_DAY, zone))
    since = _passed(midnight, begin) // ONE_MINUTE
    return _Hours(since, since + _passed(begin, end) // ONE_MINUTE, found.places)


def _passed(begin: datetime, end: datetime) -> timedelta:
    """Return the time that really passed; in local time a change of clocks hides."""
    return end.astimezone(UTC) - begin.astimezone(UTC)


def _parts(
    known: _Date, day: date, hours: WorkHours, zone: ZoneInfo
) -> tuple[Part, ...] | None:
    """Return the parts in order; None when whole days say different places."""
    if (Where.OFF,) in known.whole:
        return (Part(Where.OFF, 0),)
    if len(known.whole) > 1:
        return None
    painted = _painted(known.hours)
    for whole in known.whole:
        begin = datetime.combine(day, time(), zone) + timedelta(minutes=hours.begin)
        since = _passed(local(day, zone), begin) // ONE_MINUTE
        _fill(painted, whole, since, hours.minutes)
    parts = tuple(_merged(painted))
    return parts if len(parts) <= MOST_PARTS else None


def _painted(known: Iterable[_Hours]) -> list[Where | None]:
    """Return who has each minute: the last to begin, and time off above all."""
    painted: list[Where | None] = [None] * LONGEST_DAY
    ordered = sorted(known, key=lambda item: (item.begin, -item.end, item.places))
    for is_off in (False, True):
        for begin, end, places in ordered:
            if (places == (Where.OFF,)) is is_off:
                painted[begin:end] = _shared(places, end - begin)
    return painted


def _fill(
    painted: list[Where | None], places: Places, since: int, minutes: int
) -> None:
    """Give the rest of the usual hours to places, from the usual beginning on."""
    rest = max(0, minutes - sum(where is not None for where in painted))
    free = [at for at in range(since, len(painted)) if painted[at] is None]
    for at, where in zip(free, _shared(places, rest), strict=False):
        painted[at] = where


def _shared(places: Places, minutes: int) -> Sequence[Where]:
    """Share minutes equally among places in order, a minute over to the first."""
    each, over = divmod(minutes, len(places))
    return [
        where
        for number, where in enumerate(places)
        for _ in range(each + (number < over))
    ]


def _merged(painted: Iterable[Where | None]) -> Iterator[Part]:
    """Yield the parts; a pause between two stays at one place does not divide them."""
    spent = [where for where in painted if where is not None][:MINUTES_A_DAY]
    for where, minutes in groupby(spent):
        yield Part(where, len(list(minutes)))
