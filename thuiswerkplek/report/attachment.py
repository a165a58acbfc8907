"""From a stranger's file to a report, step by step; the first failure ends it (TM-40).

Ordinary file, size, header, structure, one attachment, its size: `ordinary_file` and
`reading_process`. Strict JSON and schema: `codec`. Then the seal, then the meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.seal import ReceivedReport, SealState
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec, keys, meaning
from thuiswerkplek.report import ordinary_file
from thuiswerkplek.report.carried import NAME
from thuiswerkplek.report.reading_process import SECONDS, Reader

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.report.carried import Carried

__all__ = ["FILE_LIMIT", "NAME", "Reading", "read_report"]

FILE_LIMIT: Final = 10 * codec.MEBIBYTE


class Reading:
    """Reads reports one after the other; its processes end with the `with` block."""

    def __init__(
        self, catalogue: Catalogue, *, today: date, seconds: float = SECONDS
    ) -> None:
        self._catalogue = catalogue
        self._today = today
        self._reader = Reader(seconds=seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._reader.close()

    def read(self, path: Path, known_key: str | None = None) -> ReceivedReport:
        """Return the report a file carries, checked to its last field.

        Raises:
            MissingFileError, UnreadableFileError: there is no such file to read.
            RefusedReportError: with the reason; never half a report.
        """
        file = ordinary_file.content(path, limit=FILE_LIMIT)
        return self._checked(file, self._reader.carried(file), known_key)

    def _checked(
        self, file: bytes, carried: Carried, known_key: str | None
    ) -> ReceivedReport:
        report = codec.decode(carried.data, EmployerReport, limit=codec.REPORT_LIMIT)
        state = keys.state(file, carried.data, carried.seal, known_key)
        if carried.seal is None or state in {SealState.CHANGED, SealState.NO_SEAL}:
            raise RefusedReportError(state.value)
        meaning.check_report(report, self._catalogue, today=self._today)
        return ReceivedReport(report, state, carried.seal.key, carried.flags)


def read_report(
    path: Path, catalogue: Catalogue, *, today: date, known_key: str | None = None
) -> ReceivedReport:
    """Return the report of one file; see `Reading.read`."""
    with Reading(catalogue, today=today) as reading:
        return reading.read(path, known_key)
