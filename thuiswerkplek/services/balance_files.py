"""The files a balance is made from: a day list as CSV, and agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.daylog import Band
from thuiswerkplek.domain.errors import Problem, RefusedImportError, RefusedReportError
from thuiswerkplek.domain.holidays_nl import holidays
from thuiswerkplek.domain.peaks import band

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from thuiswerkplek.domain.daylog import Day, Mode
    from thuiswerkplek.domain.peaks import Peaks
    from thuiswerkplek.services.ports import Files


def read_days(path: Path, files: Files, peaks: Peaks) -> tuple[Day, ...]:
    """Return the days of a list; a clock time in it becomes its usual band.

    Raises:
        FileProblem: it is not there or cannot be opened.
        RefusedImportError: with the lines that cannot be read.
    """
    from thuiswerkplek.exchange import daylog_csv

    def band_at(mode: Mode, moment: datetime) -> Band:
        times = peaks.usual(mode, moment.date())
        if times is None:
            return Band.UNKNOWN
        return band(times.windows, moment, frozenset(holidays(moment.year)))

    try:
        data = files.read(path, limit=daylog_csv.LIMIT)
    except RefusedReportError:
        most = str(daylog_csv.LIMIT // daylog_csv.MEBIBYTE)
        raise RefusedImportError(Problem(0, "too-large", most)) from None
    return daylog_csv.read(data, band_at=band_at)


def read_agreement(path: Path, files: Files) -> Agreement:
    """Return the agreement in a file (`resources/schemas/agreement-1.json`).

    Raises:
        FileProblem, RefusedReportError: with the reason.
    """
    from thuiswerkplek.exchange import codec

    data = files.read(path, limit=codec.REPORT_LIMIT)
    return codec.decode(data, Agreement, limit=codec.REPORT_LIMIT)
