"""The files around a balance: day lists, calendars and agreements."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.daylog import Band
from thuiswerkplek.domain.errors import Problem, RefusedImportError, RefusedReportError
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.holidays_nl import holidays
from thuiswerkplek.domain.peaks import band

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from thuiswerkplek.domain.daylog import Day, Mode
    from thuiswerkplek.domain.peaks import Peaks
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.exchange.ics import CalendarReading
    from thuiswerkplek.services.ports import Files

MEBIBYTE = 1 << 20


def read_days(
    path: Path,
    files: Files,
    peaks: Peaks,
    habits: Habits | None = None,
    places: Mapping[WorkplaceId, str] | None = None,
) -> tuple[Day, ...]:
    """Return the days of a list; a clock time in it becomes its band.

    By the worker's own peaks and holidays where `habits` has them, else by the usual.

    Raises:
        FileProblem: it is not there or cannot be opened.
        RefusedImportError: with the lines that cannot be read.
    """
    from thuiswerkplek.exchange import daylog_csv

    own = habits or Habits()

    def band_at(mode: Mode, moment: datetime) -> Band:
        usual = peaks.usual(mode, moment.date())
        windows = own.peaks or (usual and usual.windows)
        if windows is None:
            return Band.UNKNOWN
        free = frozenset(holidays(moment.year, own.holiday_rules))
        return band(windows, moment, free)

    return daylog_csv.read(_read(path, files, daylog_csv.LIMIT), places, band_at)


def read_agreement(path: Path, files: Files) -> Agreement:
    """Return the agreement in a file (`resources/schemas/agreement-1.json`).

    Raises:
        FileProblem, RefusedReportError: with the reason.
    """
    from thuiswerkplek.exchange import codec, meaning

    data = files.read(path, limit=codec.REPORT_LIMIT)
    agreement = codec.decode(data, Agreement, limit=codec.REPORT_LIMIT)
    meaning.check_agreement(agreement)
    return agreement


def read_calendar(
    path: Path, files: Files, first: date, last: date, day_minutes: int
) -> CalendarReading:
    """Return where a calendar says somebody works, from a date to another.

    Raises:
        FileProblem: it is not there or cannot be opened.
        RefusedImportError: with the line that cannot be read.
    """
    from thuiswerkplek.exchange import ics, ics_lines
    from thuiswerkplek.exchange.ics_days import Span, WorkHours

    data = _read(path, files, ics_lines.LIMIT)
    return ics.read(data, Span(first, last), hours=WorkHours(minutes=day_minutes))


def calendar_of(days: Iterable[Day], made_on: date, language: str) -> bytes:
    """Return days as a calendar; it tells the date it was made, and no time."""
    from thuiswerkplek.exchange import ics

    made = datetime.combine(made_on, time(), UTC)
    return ics.write(days, made=made, language=language)


def _read(path: Path, files: Files, limit: int) -> bytes:
    try:
        return files.read(path, limit=limit)
    except RefusedReportError:
        most = str(limit // MEBIBYTE)
        raise RefusedImportError(Problem(0, "too-large", most)) from None
