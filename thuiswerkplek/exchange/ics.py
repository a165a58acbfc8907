"""A calendar as iCalendar: read for where somebody works, and written to be shared.

Every calendar program's export is a stranger's file: size, lines, events, recurrences
and occurrences have limits, and it is read as a whole or not at all. Events about
anything else are passed over unread. What is found is a plan, to be confirmed.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from thuiswerkplek.domain.daylog import Day, Where, in_order, worked
from thuiswerkplek.exchange import ics_days, ics_lines
from thuiswerkplek.exchange.ics_days import ONE_DAY, Span, Stay, WorkHours
from thuiswerkplek.exchange.ics_lines import BUSY_STATUS, RawEvent, refused
from thuiswerkplek.exchange.ics_places import places, title
from thuiswerkplek.exchange.ics_rules import check_recurrence, check_zone, passes
from thuiswerkplek.exchange.meaning import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thuiswerkplek.exchange.ics_lines import Line, RawCalendar

ZONE = "Europe/Amsterdam"
MOST_OCCURRENCES = 20_000
MOST_PASSES = 1_000_000  # dates to go through, of which few need be in the span
MOST_SERIES = 500
LONGEST_STAY = timedelta(days=366)
USUAL = WorkHours()

_LINE = "X-THUISWERKPLEK-LINE"
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//thuiswerkplek//EN")
_RECURRING = {"RRULE", "RDATE", "RECURRENCE-ID"}
# What the libraries raise over a file that is not as the standard has it.
_UNREADABLE = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError)


class CalendarReading(NamedTuple):
    """The days as planned, what was passed over, and dates that stay open.

    On an unclear date the calendar names different places for the whole day.
    """

    days: tuple[Day, ...]
    unclear: tuple[date, ...]
    events: int
    passed_over: int


def read(
    data: bytes,
    span: Span,
    *,
    hours: WorkHours = USUAL,
    zone: str = ZONE,
    own_words: Mapping[str, Where] | None = None,
) -> CalendarReading:
    """Return where the calendar says somebody works, within the span.

    Raises:
        RefusedImportError: with the line; a reason of `import_sentences`.
    """
    raw = ics_lines.scan(data)
    found = _about_places(raw.events, own_words)
    passed = 0
    for event in found:
        _check(event)
        passed += _passes(event, span)
        if passed > MOST_PASSES:
            raise refused(event.number, "too-many-dates", str(MOST_PASSES))
    here = ZoneInfo(zone)
    stays: list[Stay] = []
    for batch in _batches(found, span):
        for event, number in _occurrences(batch, raw, span):
            stays += _stays(event, number, here, own_words)
        if len(stays) > MOST_OCCURRENCES:
            raise refused(batch[0].number, "too-many-dates", str(MOST_OCCURRENCES))
    days, unclear = ics_days.days(stays, span, hours, here)
    passed_over = len(raw.events) - len(found)
    return CalendarReading(tuple(days), tuple(unclear), len(found), passed_over)


def write(days: Iterable[Day], *, made: datetime, language: str = "nl") -> bytes:
    """Return the days as events of a whole day, with places only.

    A calendar is often shared with colleagues, so hours, countries, workplaces and
    trips stay behind. The same date always has the same id: taken in twice, other
    programs replace it.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _HEAD[-1].partition(":")[2])
    calendar.add("version", "2.0")
    for day in in_order(days):
        event = Event()
        event.add("uid", f"{day.date.isoformat()}@thuiswerkplek")
        event.add("dtstamp", made)
        event.add("dtstart", day.date)
        event.add("dtend", day.date + ONE_DAY)
        event.add("summary", title(_in_a_row(day), language))
        event.add("transp", "TRANSPARENT")
        event.add(BUSY_STATUS[0], "FREE")
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text


def _in_a_row(day: Day) -> tuple[Where, ...]:
    """Return the places of a day in order, each once in a row; off when not worked."""
    found: list[Where] = []
    for part in worked(day):
        if found[-1:] != [part.where]:
            found.append(part.where)
    return tuple(found) or (Where.OFF,)


def _about_places(
    events: tuple[RawEvent, ...], own_words: Mapping[str, Where] | None
) -> list[RawEvent]:
    """Return the events about places, and the rest of the series they belong to."""
    named = [
        bool(places(event.value("SUMMARY"), event.value(*BUSY_STATUS), own_words))
        for event in events
    ]
    series = {
        event.value("UID")
        for event, is_named in zip(events, named, strict=True)
        if is_named and event.value("UID")
    }
    return [
        event
        for event, is_named in zip(events, named, strict=True)
        if is_named or event.value("UID") in series
    ]


def _batches(events: list[RawEvent], span: Span) -> Iterator[list[RawEvent]]:
    """Yield the single events that may be in the span, and then series by series."""
    groups: defaultdict[str, list[RawEvent]] = defaultdict(list)
    for event in events:
        groups[event.value("UID")].append(event)
    series: list[list[RawEvent]] = []
    single: list[RawEvent] = []
    for group in groups.values():
        if any(map(_recurs, group)):
            series.append(group)
        else:
            single += (event for event in group if _may_be_within(event, span))
    if len(series) > MOST_SERIES:
        raise refused(series[-1][0].number, "too-many-series", str(MOST_SERIES))
    yield from ([single] if single else [])
    yield from series


def _recurs(event: RawEvent) -> bool:
    return any(line.name in _RECURRING for line in event.lines)


def _check(event: RawEvent) -> None:
    """Check the moments of an event by their form, and its recurrence."""
    start = event.first("DTSTART")
    if start is None:
        raise refused(event.number, "no-start")
    for line in event.lines:
        if line.name in {"DTSTART", "DTEND", "RECURRENCE-ID"}:
            _moment(line)
    end = event.first("DTEND")
    if end is not None and _is_before(end, start):
        raise refused(end.number, "ends-first", end.value)
    check_recurrence(event, _moment(start))


def _passes(event: RawEvent, span: Span) -> int:
    start = event.first("DTSTART")
    return 0 if start is None else passes(event, _moment(start), span.last)


def _is_before(end: Line, start: Line) -> bool:
    """Return whether an event ends before it begins, as far as zones let tell."""
    if _zone_of(end) == _zone_of(start):
        return end.value.strip() < start.value.strip()
    return _moment(end) < _moment(start) - ONE_DAY


def _zone_of(line: Line) -> str:
    return line.text[len(line.name) : len(line.text) - len(line.value)]


def _moment(line: Line) -> date:
    """Return the date of a moment such as 20261123 or 20261123T090000Z."""
    value = line.value.strip()
    try:
        if "T" not in value:
            day = datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007 - a date
        else:
            form = "%Y%m%dT%H%M%S"
            day = datetime.strptime(value.removesuffix("Z"), form).date()  # noqa: DTZ007
    except ValueError:
        raise refused(line.number, "moment", value) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise refused(line.number, "date-range", value)
    return day


def _may_be_within(event: RawEvent, span: Span) -> bool:
    """Return whether a single event can touch the span, a day of zones apart."""
    start = event.first("DTSTART")
    begin = LAST_DAY if start is None else _moment(start)
    return begin <= span.last + ONE_DAY and begin >= span.first - LONGEST_STAY


def _stays(
    event: Any,  # noqa: ANN401 - the library's own type
    number: int,
    zone: ZoneInfo,
    own_words: Mapping[str, Where] | None,
) -> Iterator[Stay]:
    """Yield the stay that one occurrence is, if it is one."""
    status = next((str(event[name]) for name in BUSY_STATUS if name in event), "")
    found = places(str(event.get("SUMMARY", "")), status, own_words)
    if not found or str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    begin, end = event["DTSTART"].dt, event["DTEND"].dt
    stay = ics_days.stay(begin, end, found, zone)
    if stay.end - stay.begin > LONGEST_STAY:
        raise refused(number, "too-long")
    yield stay


def _occurrences(
    batch: list[RawEvent], raw: RawCalendar, span: Span
) -> Iterator[tuple[Any, int]]:
    """Return what happens in the span, each with the line of its event.

    Raises:
        RefusedImportError: `event`, with the line of the one that cannot be read.
    """
    try:
        found = _expanded(_calendar(batch, raw), span)
    except _UNREADABLE:
        unreadable = (event for event in batch if not _is_readable(event, raw, span))
        raise refused(next(unreadable, batch[0]).number, "event") from None
    for event in found:
        yield event, int(event.get(_LINE, 0))


def _is_readable(event: RawEvent, raw: RawCalendar, span: Span) -> bool:
    try:
        _expanded(_calendar([event], raw), span)
    except _UNREADABLE:
        return False
    return True


def _expanded(text: str, span: Span) -> list[Any]:
    import recurring_ical_events
    from icalendar import Calendar
    from icalendar.timezone import tzp

    tzp.use_default()  # forgets the zones of another file, which may share a name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a zone was found by the end of its name
        calendar = Calendar.from_ical(text)
        query = recurring_ical_events.of(calendar, components=["VEVENT"])
        after = span.last + 2 * ONE_DAY
        found: list[Any] = query.between(span.first - ONE_DAY, after)
    return found


def _calendar(batch: list[RawEvent], raw: RawCalendar) -> str:
    """Return a calendar of these events, with the time zones they name."""
    is_series = any(map(_recurs, batch))
    events = [
        line for event in batch for line in _event_lines(event, is_series=is_series)
    ]
    moments = "\n".join(line for line in events if "TZID" in line.upper())
    zones: list[str] = []
    for name, lines in raw.zones.items():
        if name in moments:
            check_zone(lines)
            zones += ["BEGIN:VTIMEZONE", *(line.text for line in lines)]
            zones.append("END:VTIMEZONE")
    return "\r\n".join((*_HEAD, *zones, *events, "END:VCALENDAR", ""))


def _event_lines(event: RawEvent, *, is_series: bool) -> list[str]:
    """Return the lines of an event; single ones get an id of their own.

    Programs exist that give every event the same one.
    """
    kept = [line.text for line in event.lines if is_series or line.name != "UID"]
    if not is_series or not event.value("UID"):
        kept.append(f"UID:{event.number}")
    return ["BEGIN:VEVENT", *kept, f"{_LINE}:{event.number}", "END:VEVENT"]
