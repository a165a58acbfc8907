"""Receiving reports: one account per file, whatever the file is (TM-50).

Nothing is gathered: the accounts come one by one, so a hundred thousand files take no
more memory than one, progress is counting them, and who stops asking has cancelled.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.errors import (
    FileProblem,
    MissingFileError,
    RefusedReportError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from thuiswerkplek.domain.seal import ReceivedReport
    from thuiswerkplek.services.ports import ReportPaper, ReportReading


class Outcome(StrEnum):
    """How it ended for one file."""

    READ = "read"
    REFUSED = "refused"


class Account(NamedTuple):
    """What became of one file; `sentences.refusal` takes `reason` and `detail`."""

    path: Path
    outcome: Outcome
    reason: str = ""
    detail: str = ""
    received: ReceivedReport | None = None


def receive(
    paths: Iterable[Path], paper: ReportPaper, known_key: str | None = None
) -> Iterator[Account]:
    """Read file by file; each gets an account, and none stops the others.

    Args:
        paths: the files, taken one by one.
        paper: what opens them.
        known_key: the key the person's earlier reports had, if all are one person's.
    """
    with paper.reading() as reading:
        for path in paths:
            yield account(reading, path, known_key)


def account(
    reading: ReportReading, path: Path, known_key: str | None = None
) -> Account:
    """Return what became of one file; never an exception."""
    try:
        received = reading.read(path, known_key)
    except RefusedReportError as error:
        return Account(path, Outcome.REFUSED, error.reason, error.detail)
    except MissingFileError:
        return Account(path, Outcome.REFUSED, "missing")
    except FileProblem as error:
        return Account(path, Outcome.REFUSED, error.detail)
    except Exception:  # noqa: BLE001 - a stranger's file stops nothing, whatever it is
        return Account(path, Outcome.REFUSED, "unforeseen")
    return Account(path, Outcome.READ, received=received)
