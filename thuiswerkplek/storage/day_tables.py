"""Days, week patterns and agreements as rows in the worker's general file.

Days are read at every start, so their parts and trips are plain lists in JSON. An
agreement is kept as it travels, and read with the library that reads files.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from thuiswerkplek.domain.errors import (
    DamagedFileError,
    NewerFileError,
    RefusedReportError,
    ValueRefusedError,
)
from thuiswerkplek.storage.sqlite_file import SqliteFile, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thuiswerkplek.domain.agreement import Agreement, Source
    from thuiswerkplek.domain.daylog import Day, Part, PlannedDay, Trip, WeekPattern
    from thuiswerkplek.domain.habits import Habits
    from thuiswerkplek.domain.records import DayRecords
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.storage.sqlite_file import Row

SCHEMA = """
CREATE TABLE day (
    date TEXT PRIMARY KEY, is_planned INTEGER NOT NULL, parts TEXT NOT NULL,
    trips TEXT NOT NULL, checksum TEXT NOT NULL) STRICT;
CREATE TABLE pattern (
    valid_from TEXT PRIMARY KEY, days TEXT NOT NULL, checksum TEXT NOT NULL) STRICT;
CREATE TABLE agreement (
    valid_from TEXT NOT NULL, version INTEGER NOT NULL, source TEXT NOT NULL,
    content TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (valid_from, version, source)) STRICT
"""
HABITS_SCHEMA = """
CREATE TABLE habits (
    id INTEGER PRIMARY KEY CHECK (id = 1), content TEXT NOT NULL,
    checksum TEXT NOT NULL) STRICT
"""
TABLES = ("day", "pattern", "agreement", "habits")
MAKER = "storage"  # of the frame around a kept agreement; it never travels


class DayTables:
    """The day log; every method is on disk when it returns."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file
        self._days = Table(file, "day", ("date", "is_planned", "parts", "trips"))
        self._patterns = Table(file, "pattern", ("valid_from", "days"))
        self._agreements = Table(
            file, "agreement", ("valid_from", "version", "source", "content")
        )
        self._habits = Table(file, "habits", ("id", "content"))
        self._tables = (self._days, self._patterns, self._agreements, self._habits)

    def days(self, first: date = date.min, last: date = date.max) -> tuple[Day, ...]:
        """Return the days from a date up to and including another, by date."""
        bounds = (first.isoformat(), last.isoformat())
        rows = self._days.rows("date BETWEEN ? AND ?", *bounds, order="date")
        with self._whole("day"):
            return tuple(_days(rows))

    def put_days(self, days: Iterable[Day]) -> None:
        """Keep days, each in the place of what its date had; all or none."""
        self.replace_days(days, ())

    def _put_day(self, day: Day) -> None:
        self._days.put(
            day.date.isoformat(),
            int(day.is_planned),
            _text([_cells(part) for part in day.parts]),
            _text([_leg(trip) for trip in day.trips]),
        )

    def replace_days(self, days: Iterable[Day], gone: Iterable[date]) -> None:
        """Keep days and forget those of other dates; all or none."""
        with self._file.transaction():
            for on in gone:
                self._days.delete("date = ?", on.isoformat())
            for day in days:
                self._put_day(day)

    def remove_days(self, dates: Iterable[date]) -> None:
        """Forget the days of these dates; all or none."""
        self.replace_days((), dates)

    def patterns(self) -> tuple[WeekPattern, ...]:
        """Return the week patterns by their first day."""
        rows = self._patterns.rows(order="valid_from")
        with self._whole("pattern"):
            return tuple(map(_pattern, rows))

    def put_pattern(self, pattern: WeekPattern) -> None:
        """Keep a pattern, in the place of the one that began that day."""
        with self._file.transaction():
            self._put_pattern(pattern)

    def _put_pattern(self, pattern: WeekPattern) -> None:
        days = [
            [[_cells(part) for part in day.parts], [_leg(trip) for trip in day.trips]]
            for day in pattern.days
        ]
        self._patterns.put(pattern.valid_from.isoformat(), _text(days))

    def remove_pattern(self, valid_from: date) -> None:
        """Forget the pattern that began on a day."""
        with self._file.transaction():
            self._patterns.delete("valid_from = ?", valid_from.isoformat())

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the agreements by first day, then version.

        Raises:
            DamagedFileError: one of them is not what was written.
            NewerFileError: a newer program kept it.
        """
        rows = self._agreements.rows(order="valid_from, version, source")
        return tuple(self._agreement(str(row[-1])) for row in rows)

    def put_agreement(self, agreement: Agreement) -> None:
        """Keep an agreement, in the place of that version of that first day."""
        from thuiswerkplek.exchange import codec

        content = codec.encode(agreement, program=MAKER).decode()
        with self._file.transaction():
            self._agreements.put(
                agreement.valid_from.isoformat(),
                agreement.version,
                agreement.source,
                content,
            )

    def remove_agreement(self, valid_from: date, version: int, source: Source) -> None:
        """Forget one version of an agreement."""
        with self._file.transaction():
            self._agreements.delete(
                "valid_from = ? AND version = ? AND source = ?",
                valid_from.isoformat(),
                version,
                source,
            )

    def habits(self) -> Habits:
        """Return how days usually go; as for everybody until that was told."""
        from thuiswerkplek.domain.habits import Habits

        rows = self._habits.rows()
        with self._whole("habits"):
            return _habits(json.loads(str(rows[0][1]))) if rows else Habits()

    def put_habits(self, habits: Habits) -> None:
        """Keep how days usually go."""
        from dataclasses import asdict

        with self._file.transaction():
            self._habits.put(1, _text(asdict(habits)))

    def records(self) -> DayRecords:
        """Return the whole day log as one value."""
        from thuiswerkplek.domain.records import DayRecords

        return DayRecords(
            self.days(), self.patterns(), self.agreements(), self.habits()
        )

    def is_empty(self) -> bool:
        """Return whether nothing is kept here."""
        return not any(table.rows() for table in self._tables)

    def forget_place(self, workplace: WorkplaceId) -> None:
        """Leave out which workplace it was where it was this one; the days stay.

        Called within a transaction.
        """
        from dataclasses import asdict, replace

        for day in self.days():
            parts = _elsewhere(day.parts, workplace)
            if parts != day.parts:
                self._put_day(replace(day, parts=parts))
        for pattern in self.patterns():
            days = tuple(
                replace(day, parts=_elsewhere(day.parts, workplace))
                for day in pattern.days
            )
            if days != pattern.days:
                self._put_pattern(replace(pattern, days=days))
        habits = self.habits()
        if habits.workplace == workplace:
            self._habits.put(1, _text(asdict(replace(habits, workplace=None))))

    def clear(self) -> None:
        """Forget everything here; called within a transaction."""
        for table in self._tables:
            table.delete()

    def _agreement(self, content: str) -> Agreement:
        from thuiswerkplek.domain.agreement import Agreement
        from thuiswerkplek.exchange import codec

        try:
            return codec.decode(content.encode(), Agreement, limit=codec.REPORT_LIMIT)
        except RefusedReportError as error:
            if error.reason == "newer-format":
                raise NewerFileError(self._file.path, error.detail) from error
            raise DamagedFileError(self._file.path, "agreement") from error

    @contextmanager
    def _whole(self, name: str) -> Iterator[None]:
        """Call damaged what has its checksum and still cannot be a value."""
        try:
            yield
        except (ValueError, TypeError, KeyError, ValueRefusedError) as error:
            raise DamagedFileError(self._file.path, name) from error


def _text(cells: object) -> str:
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"))


def _cells(part: Part) -> list[str | int | None]:
    return [part.where.value, part.minutes, part.workplace, part.country]


def _leg(trip: Trip) -> list[str | float]:
    return [trip.purpose.value, trip.mode.value, float(trip.km), trip.band.value]


def _days(rows: Iterable[Row]) -> Iterator[Day]:
    """Return rows as days; what is the same on many of them is made once."""
    from functools import cache

    from thuiswerkplek.domain.daylog import Day

    parts_of = cache(lambda text: _parts(json.loads(text)))
    trips_of = cache(lambda text: _trips(json.loads(text)))
    for on, is_planned, parts, trips in rows:
        day = date.fromisoformat(str(on))
        yield Day(day, parts_of(str(parts)), trips_of(str(trips)), bool(is_planned))


def _pattern(row: Row) -> WeekPattern:
    from thuiswerkplek.domain.daylog import WeekPattern

    valid_from, days = row
    found = tuple(_planned(*cells) for cells in json.loads(str(days)))
    return WeekPattern(date.fromisoformat(str(valid_from)), found)


def _planned(parts: list[list[Any]], trips: list[list[Any]]) -> PlannedDay:
    from thuiswerkplek.domain.daylog import PlannedDay

    return PlannedDay(_parts(parts), _trips(trips))


def _parts(cells: list[list[Any]]) -> tuple[Part, ...]:
    from thuiswerkplek.domain.daylog import Part, Where
    from thuiswerkplek.domain.workplace import WorkplaceId

    return tuple(
        Part(Where(where), minutes, workplace and WorkplaceId(workplace), country)
        for where, minutes, workplace, country in cells
    )


def _trips(cells: list[list[Any]]) -> tuple[Trip, ...]:
    from thuiswerkplek.domain.daylog import Band, Mode, Purpose, Trip

    return tuple(
        Trip(Purpose(purpose), Mode(mode), km, Band(band))
        for purpose, mode, km, band in cells
    )


def _habits(cells: dict[str, Any]) -> Habits:
    from thuiswerkplek.domain.daylog import Band, Mode
    from thuiswerkplek.domain.habits import Habits, PeakHours
    from thuiswerkplek.domain.holidays_nl import May5

    kinds = {"there": Band, "back": Band, "mode": Mode, "may5": May5}
    for name, kind in kinds.items():
        cells[name] = cells[name] and kind(cells[name])
    for name in ("morning", "evening"):
        cells[name] = cells[name] and PeakHours(**cells[name])
    return Habits(**cells)


def _elsewhere(parts: tuple[Part, ...], workplace: WorkplaceId) -> tuple[Part, ...]:
    """Return the parts without naming a workplace that is gone."""
    from dataclasses import replace

    return tuple(
        replace(part, workplace=None) if part.workplace == workplace else part
        for part in parts
    )
