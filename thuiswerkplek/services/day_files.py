"""Lists and calendars in and out of the day log; first what they would do, then it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.daylog import Day, Merge, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from thuiswerkplek.domain.peaks import Peaks
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.services.day_log import DayLog, Undo
    from thuiswerkplek.services.ports import Clock, Files, WorkerStore


class Found(NamedTuple):
    """The days in a file; on an unclear date it names more than one place."""

    days: tuple[Day, ...]
    unclear: tuple[date, ...] = ()
    passed_over: int = 0


class Incoming(NamedTuple):
    """What taking a file in would change."""

    merge: Merge
    unclear: tuple[date, ...] = ()
    passed_over: int = 0


class DayFiles:
    """Use cases around the files of the day log.

    Reading a file and asking what it would change are apart: the first may be slow and
    needs nothing that is open here, so it can be done on any thread.
    """

    def __init__(
        self,
        store: WorkerStore,
        log: DayLog,
        peaks: Callable[[], Peaks],
        clock: Clock,
        files: Files,
    ) -> None:
        self._store = store
        self._log = log
        self._peaks = peaks
        self._clock = clock
        self._files = files

    def list_reader(self, path: Path) -> Callable[[], Found]:
        """Return what reads a day list, on any thread; see `balance_files.read_days`.

        Raises, when called:
            FileProblem: it is not there or cannot be opened.
            RefusedImportError: with the lines that cannot be read.
        """
        habits, places = self._log.habits(), self._places()

        def read() -> Found:
            from thuiswerkplek.services.balance_files import read_days

            return Found(read_days(path, self._files, self._peaks(), habits, places))

        return read

    def calendar_reader(
        self, path: Path, first: date, last: date
    ) -> Callable[[], Found]:
        """Return what reads a calendar from a date to another, on any thread.

        Raises, when called:
            FileProblem: it is not there or cannot be opened.
            RefusedImportError: with the line that cannot be read.
        """
        hours = self._log.habits().day_minutes

        def read() -> Found:
            from thuiswerkplek.services.balance_files import read_calendar

            found = read_calendar(path, self._files, first, last, hours)
            return Found(tuple(found.days), found.unclear, found.passed_over)

        return read

    def incoming(self, found: Found) -> Incoming:
        """Return what taking a file in would change now.

        A day that is still to come is a plan, whatever the file calls it.
        """
        today = self._log.today()
        known = {day.date: day for day in self._store.log.days()}
        days = [
            replace(day, is_planned=True) if day.date > today else day
            for day in found.days
        ]
        return Incoming(merged(known, days), found.unclear, found.passed_over)

    def take_in(self, incoming: Incoming) -> Undo:
        """Keep what is new in a file, and what it says otherwise."""
        return self._log.put(*incoming.merge.added, *incoming.merge.changed)

    def save_list(self, path: Path, language: str) -> None:
        """Write every day of the log as a list for a spreadsheet.

        Raises:
            UnwritableFileError: nothing was written.
        """
        from thuiswerkplek.exchange import daylog_csv

        days = self._store.log.days()
        content = daylog_csv.write(days, self._places(), language=language)
        self._files.write(path, content)

    def save_calendar(self, path: Path, first: date, last: date, language: str) -> None:
        """Write the days from a date to another, planned ones too, as a calendar.

        Raises:
            UnwritableFileError: nothing was written.
        """
        from thuiswerkplek.services.balance_files import calendar_of

        days = [entry.day for entry in self._log.entries(first, last) if entry.day]
        self._files.write(path, calendar_of(days, self._clock.today(), language))

    def _places(self) -> Mapping[WorkplaceId, str]:
        return {place.id: place.name for place in self._store.workplaces()}
