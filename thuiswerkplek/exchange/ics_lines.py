"""A stranger's calendar as plain lines with their numbers, under limits.

Nothing of it is interpreted here but its frame, so that a cut-off or swollen file is
refused with its line before a calendar library sees it. What is not needed to know
where somebody works (texts, persons, attachments, alarms) is dropped at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.errors import Problem, RefusedImportError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEBIBYTE = 1 << 20
LIMIT = 10 * MEBIBYTE
MOST_EVENTS = 20_000
MOST_ZONES = 100
MOST_ZONE_LINES = 2_000
MOST_DEPTH = 6
MOST_CHARACTERS = 100_000
DETAIL_LENGTH = 60

_BEFORE_VALUE = re.compile(r'((?:[^":]++|"[^"]*+"?)*+):')

CALENDAR, EVENT, ZONE = "VCALENDAR", "VEVENT", "VTIMEZONE"

BUSY_STATUS = ("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS")
OF_EVENT = {
    *("UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "STATUS", "SEQUENCE"),
    *("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", *BUSY_STATUS),
}
OF_ZONE = {"TZID", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"}


class Line(NamedTuple):
    """One property after unfolding; `name` in capitals, `text` the whole of it."""

    number: int
    name: str
    value: str
    text: str


class RawEvent(NamedTuple):
    """What is kept of one event; `number` is the line it begins at."""

    number: int
    lines: tuple[Line, ...]

    def first(self, *names: str) -> Line | None:
        """Return the first property of one of these names."""
        return next((line for line in self.lines if line.name in names), None)

    def value(self, *names: str) -> str:
        """Return the value of the first property of these names, or nothing."""
        found = self.first(*names)
        return "" if found is None else found.value.strip()


class RawCalendar(NamedTuple):
    """The events in order, and the time zones the file describes, by their id."""

    events: tuple[RawEvent, ...]
    zones: Mapping[str, tuple[Line, ...]]


def scan(data: bytes) -> RawCalendar:
    """Return what is needed of a calendar.

    Raises:
        RefusedImportError: `too-large`, `encoding`, `not-text`, `not-calendar`,
            `nesting`, `cut-off`, `long-line`, `too-many-events` or `time-zone`, with
            the line.
    """
    reader = _Reader()
    last = 0
    for number, text in _unfolded(_text(data)):
        last = number
        if text.strip():
            reader.read(number, text)
    if not reader.has_begun:
        raise refused(0, "not-calendar")
    if reader.open:
        raise refused(last, "cut-off", reader.open[-1])
    return RawCalendar(tuple(reader.events), reader.zones)


def refused(number: int, reason: str, detail: str = "") -> RefusedImportError:
    """Return the error for a line of the calendar."""
    return RefusedImportError(Problem(number, reason, detail[:DETAIL_LENGTH]))


def _text(data: bytes) -> str:
    if len(data) > LIMIT:
        raise refused(0, "too-large", str(LIMIT // MEBIBYTE))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(data.count(b"\n", 0, error.start) + 1, "encoding") from None
    if "\0" in text:
        raise refused(text.count("\n", 0, text.index("\0")) + 1, "not-text")
    return text


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield every line that goes on over folds as one, with the number of its first.

    Of an attachment only the beginning is kept, just too much to be taken for whole.
    Other line ends than those of the standard stay in, since they stand in texts.
    """
    parts: list[str] = []
    began, length = 1, 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.removesuffix("\r")
        if parts and line[:1] in {" ", "\t"}:
            if length <= MOST_CHARACTERS:
                parts.append(line[1:])
                length += len(line) - 1
            continue
        if parts:
            yield began, "".join(parts)
        parts, began, length = [line], number, len(line)
    yield began, "".join(parts)


class _Reader:
    """The frame of a calendar, line by line."""

    def __init__(self) -> None:
        self.has_begun = False
        self.open: list[str] = []
        self.events: list[RawEvent] = []
        self.zones: dict[str, tuple[Line, ...]] = {}
        self._kept: list[Line] = []
        self._began = 0

    def read(self, number: int, text: str) -> None:
        line = _line(number, text)
        if line.name == "BEGIN":
            self._begin(line)
        elif line.name == "END":
            self._end(line)
        elif not self.open:
            raise refused(number, "not-calendar", text)
        elif line.name in self._wanted():
            if len(text) > MOST_CHARACTERS:
                raise refused(number, "long-line", line.name)
            self._kept.append(line)

    def _wanted(self) -> set[str]:
        if self.open == [CALENDAR, EVENT]:
            return OF_EVENT
        return OF_ZONE if self.open[:2] == [CALENDAR, ZONE] else set()

    def _begin(self, line: Line) -> None:
        name = line.value.strip().upper()
        if (name == CALENDAR) is not (not self.open):
            raise refused(line.number, "nesting" if self.open else "not-calendar", name)
        self.has_begun = True
        self.open.append(name)
        if len(self.open) > MOST_DEPTH:
            raise refused(line.number, "nesting", name)
        if self.open in ([CALENDAR, EVENT], [CALENDAR, ZONE]):
            self._kept, self._began = [], line.number
        elif self.open[:2] == [CALENDAR, ZONE]:
            self._kept.append(line)

    def _end(self, line: Line) -> None:
        name = line.value.strip().upper()
        if not self.open or self.open[-1] != name:
            raise refused(line.number, "nesting", name)
        if self.open == [CALENDAR, EVENT]:
            self._keep_event()
        elif self.open == [CALENDAR, ZONE]:
            self._keep_zone()
        elif self.open[:2] == [CALENDAR, ZONE]:
            self._kept.append(line)
        self.open.pop()

    def _keep_event(self) -> None:
        self.events.append(RawEvent(self._began, tuple(self._kept)))
        if len(self.events) > MOST_EVENTS:
            raise refused(self._began, "too-many-events", str(MOST_EVENTS))

    def _keep_zone(self) -> None:
        lines = tuple(self._kept)
        name = next((line.value for line in lines if line.name == "TZID"), "")
        if len(lines) > MOST_ZONE_LINES or len(self.zones) >= MOST_ZONES:
            raise refused(self._began, "time-zone", name)
        self.zones[name] = lines


def _line(number: int, text: str) -> Line:
    """Return the property; a colon inside quotes does not begin its value."""
    found = _BEFORE_VALUE.match(text)
    head, value = (text, "") if found is None else (found[1], text[found.end() :])
    return Line(number, head.partition(";")[0].strip().upper(), value, text)
