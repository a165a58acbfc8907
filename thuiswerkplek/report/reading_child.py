"""The reading process from inside: it gives up its rights, then answers file by file.

It is started by `reading_process` and nothing else. Bytes come in and bytes go out;
nothing is unpickled in either direction. What holds it:

- Linux and macOS: no file or connection can be opened any more, nothing can be
  written, no core is dumped, memory is limited (macOS does not keep that limit), and
  a file that takes too long ends it even when its parent is gone.
- Windows has none of these limits without a job object, which this program does not
  make. There the limits of the PDF library on what it unpacks, the size limit on the
  file, the parent's time limit and the death of this process are what holds.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from thuiswerkplek.domain.errors import RefusedReportError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

# A piece of a file fits in the buffer between the processes, so that handing it over
# waits for nobody; a piece of an answer arrives whole or not at all.
PIECE: Final = 1 << 17
SHORT: Final = 1 << 14
LENGTH: Final = 8
READY: Final = b"ready"
MORE: Final = b"more"

MOST_MEMORY: Final = 512 << 20
ROOM: Final = 208 << 20
MOST_SECONDS: Final = 12


class Answer(NamedTuple):
    """What is said of one file: a few plain facts, and bytes."""

    facts: dict[str, object]
    data: bytes = b""


Work: TypeAlias = "Callable[[bytes], Answer]"


def serve_data(link: Connection) -> None:
    """Take the data and the seal out of files, until the parent hangs up."""
    from thuiswerkplek.report import reading_pdf

    reading_pdf.prepare()
    _serve(link, reading_pdf.carried)


def serve_pages(link: Connection) -> None:
    """Say what became of reports without data, until the parent hangs up."""
    from thuiswerkplek.report import reading_pages

    reading_pages.prepare()
    _serve(link, reading_pages.recognised)


def _serve(link: Connection, work: Work) -> None:
    _keep_silent()
    give_up_rights()
    with contextlib.suppress(EOFError, OSError):
        link.send_bytes(READY)
        while True:
            pdf = _received(link)
            _end_after(MOST_SECONDS)
            answer = _answer(work, pdf)
            _end_after(0)
            _send(link, answer)


def _keep_silent() -> None:
    """Let no library print what a file holds, and leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os.close(nowhere)


def give_up_rights() -> None:
    """Limit memory, and open or write nothing from now on (TM-42)."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: min(MOST_MEMORY, _address_space() + ROOM),
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 0,
    }
    for kind, most in limits.items():
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(kind, (most, most))


def _address_space() -> int:
    """Return what the libraries took of it, most of which is never memory."""
    try:
        with open("/proc/self/statm", encoding="ascii") as fields:  # noqa: PTH123
            return int(fields.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return MOST_MEMORY


def _end_after(seconds: int) -> None:
    """Let the system end this process then, also when nobody is left to kill it."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _received(link: Connection) -> bytes:
    first = link.recv_bytes(LENGTH + PIECE)
    size = int.from_bytes(first[:LENGTH], "big")
    pdf = bytearray(first[LENGTH:])
    while len(pdf) < size:
        link.send_bytes(MORE)
        pdf += link.recv_bytes(PIECE)
    return bytes(pdf)


def _answer(work: Work, pdf: bytes) -> Answer:
    try:
        return work(pdf)
    except RefusedReportError as error:
        return Answer({"reason": error.reason})
    except MemoryError:
        return Answer({"reason": "too-heavy"})
    except Exception:  # noqa: BLE001 - a stranger's file may fail in any way
        return Answer({"reason": "damaged-pdf"})


def _send(link: Connection, answer: Answer) -> None:
    facts = {**answer.facts, "size": len(answer.data)}
    said = json.dumps(facts).encode() + b"\n" + answer.data
    for start in range(0, len(said), SHORT):
        link.send_bytes(said[start : start + SHORT])
