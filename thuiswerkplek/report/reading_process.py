"""Strangers' PDFs are opened in processes that can be killed, and only there (TM-42).

`Reader` is the parent's side: it hands a file's bytes over, waits no longer than the
limit, and believes of the answer only what it can check. A process that hangs,
crashes or answers nonsense costs one file; the next file gets a new one.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import time
from typing import TYPE_CHECKING, Any, Final

from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.seal import Seal
from thuiswerkplek.report import reading_child
from thuiswerkplek.report.carried import DATA_LIMIT, FLAGS, REASONS, Carried
from thuiswerkplek.report.reading_child import LENGTH, MORE, PIECE, READY, SHORT

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType
    from typing import Self

SECONDS: Final = 10.0
SECONDS_FOR_PAGES: Final = 3.0
_SECONDS_TO_START: Final = 30.0

_MAGIC: Final = b"%PDF-"

Facts = dict[str, Any]


class Reader:
    """Takes reports out of PDFs, one after the other.

    The processes start at the first file and end with the `with` block.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._data = _Child(reading_child.serve_data)
        self._pages = _Child(reading_child.serve_pages)
        self._seconds = seconds

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes."""
        self._data.stop()
        self._pages.stop()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that run now."""
        return tuple(
            child.pid for child in (self._data, self._pages) if child.pid is not None
        )

    def carried(self, pdf: bytes) -> Carried:
        """Return what a file carries.

        Raises:
            RefusedReportError: a reason of `REASONS`, `not-pdf`, `too-slow`, or
                `reader-stopped` when the process went down on this file.
        """
        if not pdf.startswith(_MAGIC):
            raise RefusedReportError("not-pdf")
        started = time.monotonic()
        try:
            return _as_carried(*self._data.ask(pdf, self._seconds))
        except RefusedReportError as refused:
            if refused.reason != "no-report":
                raise
        left = self._seconds - (time.monotonic() - started)
        raise RefusedReportError(self._became(pdf, min(left, SECONDS_FOR_PAGES)))

    def _became(self, pdf: bytes, seconds: float) -> str:
        try:
            self._pages.ask(pdf, seconds)
        except RefusedReportError as refused:
            if refused.reason in REASONS:
                return refused.reason
        return "no-report"


class _Child:
    """One reading process, started when it is needed and again after it was killed."""

    def __init__(self, serve: Callable[[Connection], None]) -> None:
        self._serve = serve
        self._process: SpawnProcess | None = None
        self._link: Connection | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def ask(self, pdf: bytes, seconds: float) -> tuple[Facts, bytes]:
        """Return the facts and the bytes about one file.

        Raises:
            RefusedReportError: the reason given, `too-slow` or `reader-stopped`.
        """
        try:
            link = self._running()
            until = time.monotonic() + seconds
            _send(link, pdf, until)
            facts, data = _received(link, until)
        except TimeoutError:
            self.stop()
            raise RefusedReportError("too-slow") from None
        except (OSError, EOFError, ValueError, TypeError, RecursionError):
            self.stop()
            raise RefusedReportError("reader-stopped") from None
        except BaseException:  # a half-read answer may not meet the next file
            self.stop()
            raise
        if "reason" in facts:
            raise RefusedReportError(facts["reason"])
        return facts, data

    def _running(self) -> Connection:
        if self._link is not None and self._process and self._process.is_alive():
            return self._link
        self.stop()
        context = multiprocessing.get_context("spawn")
        self._link, other_end = context.Pipe()
        self._process = context.Process(
            target=self._serve, args=(other_end,), daemon=True
        )
        with other_end:
            self._process.start()
        if _next(self._link, time.monotonic() + _SECONDS_TO_START) != READY:
            raise ValueError
        return self._link

    def stop(self) -> None:
        """Kill the process, if it runs."""
        if self._link is not None:
            self._link.close()
        if self._process is not None and self._process.pid is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._link = self._process = None


def _send(link: Connection, pdf: bytes, until: float) -> None:
    """Hand the file over piece by piece, so that a process that hangs cannot block."""
    link.send_bytes(len(pdf).to_bytes(LENGTH, "big") + pdf[:PIECE])
    for start in range(PIECE, len(pdf), PIECE):
        if _next(link, until) != MORE:
            raise ValueError
        link.send_bytes(pdf[start : start + PIECE])


def _next(link: Connection, until: float) -> bytes:
    """Return the next message; half of one is as bad as none.

    Raises:
        TimeoutError: there is none in time.
        OSError: only a part of it is there, or the process is gone.
    """
    if not link.poll(max(0.0, until - time.monotonic())):
        raise TimeoutError
    if sys.platform == "win32":
        return link.recv_bytes(SHORT)
    os.set_blocking(link.fileno(), False)
    try:
        return link.recv_bytes(SHORT)
    finally:
        os.set_blocking(link.fileno(), True)


def _received(link: Connection, until: float) -> tuple[Facts, bytes]:
    said, _end, start = _next(link, until).partition(b"\n")
    facts = json.loads(said)
    if not _is_believable(facts):
        raise ValueError
    data = bytearray(start)
    while len(data) < facts["size"]:
        data += _next(link, until)
    if len(data) > facts["size"]:
        raise ValueError
    return facts, bytes(data)


def _is_believable(facts: Any) -> bool:  # noqa: ANN401 - whatever the process said
    return (
        isinstance(facts, dict)
        and facts.get("reason", "no-report") in REASONS
        and type(facts.get("size")) is int
        and 0 <= facts["size"] <= DATA_LIMIT
        and isinstance(facts.get("flags", []), list)
        and _is_seal(facts.get("seal"))
    )


def _is_seal(found: object) -> bool:
    return found is None or (
        isinstance(found, list)
        and len(found) == len(Seal._fields)
        and all(isinstance(part, str) for part in found)
    )


def _as_carried(facts: Facts, data: bytes) -> Carried:
    found, flags = facts.get("seal"), facts.get("flags", [])
    seal = None if found is None else Seal(*found)
    return Carried(data, seal, tuple(flag for flag in FLAGS if flag in flags))
