"""Reading processes that misbehave, for the parent to survive; and one that probes."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from thuiswerkplek.report import reading_child
from thuiswerkplek.report.reading_child import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection


def hangs(link: Connection) -> None:
    """Take the file in, and never answer."""
    link.send_bytes(reading_child.READY)
    reading_child._received(link)
    while True:
        pass


def crashes(link: Connection) -> None:
    """Take the file in, and fall over."""
    link.send_bytes(reading_child.READY)
    reading_child._received(link)
    os.abort()


def crashes_halfway(link: Connection) -> None:
    """Fall over while the file is still coming in."""
    link.send_bytes(reading_child.READY)
    link.recv_bytes()
    link.send_bytes(reading_child.MORE)
    os.abort()


def does_not_start(_link: Connection) -> None:
    sys.exit(3)


def says(link: Connection, *messages: bytes) -> None:
    link.send_bytes(reading_child.READY)
    reading_child._received(link)
    for message in messages:
        link.send_bytes(message)
    time.sleep(60)


def _facts(**facts: object) -> bytes:
    return json.dumps(facts).encode()


def says_no_json(link: Connection) -> None:
    says(link, b"\xff\xfe")


def says_a_list(link: Connection) -> None:
    says(link, b"[]")


def says_deep(link: Connection) -> None:
    says(link, b"[" * 4_000)


def says_unknown_reason(link: Connection) -> None:
    says(link, _facts(reason="<b>pay here</b>", size=0))


def says_reason_is_a_list(link: Connection) -> None:
    says(link, _facts(reason=["no-report"], size=0))


def says_no_size(link: Connection) -> None:
    says(link, _facts(seal=None))


def says_size_below_zero(link: Connection) -> None:
    says(link, _facts(size=-1))


def says_size_above_all(link: Connection) -> None:
    says(link, _facts(size=1 << 40))


def says_more_than_it_said(link: Connection) -> None:
    says(link, _facts(size=1, seal=None, flags=[]) + b"\nxx")


def says_a_long_message(link: Connection) -> None:
    says(link, b"{" + b" " * 100_000 + b"}")


def says_half(link: Connection) -> None:
    link.send_bytes(reading_child.READY)
    reading_child._received(link)
    os.write(link.fileno(), b"\x00\x00\x01\x00half")
    time.sleep(60)


def says_half_a_length(link: Connection) -> None:
    link.send_bytes(reading_child.READY)
    reading_child._received(link)
    os.write(link.fileno(), b"\x00")
    time.sleep(60)


def says_seal_of_two(link: Connection) -> None:
    says(link, _facts(size=0, seal=["a", "b"], flags=[]))


def says_seal_is_a_number(link: Connection) -> None:
    says(link, _facts(size=0, seal=5, flags=[]))


def says_flags_are_a_number(link: Connection) -> None:
    says(link, _facts(size=0, seal=None, flags=5))


NONSENSE = (
    says_no_json,
    says_a_list,
    says_deep,
    says_unknown_reason,
    says_reason_is_a_list,
    says_no_size,
    says_size_below_zero,
    says_size_above_all,
    says_more_than_it_said,
    says_a_long_message,
    says_half,
    says_half_a_length,
    says_seal_of_two,
    says_seal_is_a_number,
    says_flags_are_a_number,
)


def probes(link: Connection) -> None:
    """Try what a reading process may not do, and say what came of it."""
    reading_child._serve(link, _probed)


def _probed(pdf: bytes) -> Answer:
    here = pdf.removeprefix(b"%PDF-").decode()
    tries: dict[str, Callable[[], object]] = {
        "read": Path(here, "file").read_bytes,
        "write": lambda: Path(here, "new").write_bytes(b"x"),
        "connect": socket.socket,
        "start": os.pipe,
        "fill": lambda: bytearray(300 << 20),
        "import": lambda: __import__("wave"),
    }
    return Answer({name: _outcome(act) for name, act in tries.items()})


def _outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except BaseException as error:  # noqa: BLE001 - that is what is asked
        return type(error).__name__
    return "done"


def overdue(link: Connection) -> None:
    """Take longer than a process may, with nobody to kill it."""
    link.send_bytes(reading_child.READY)
    reading_child._end_after(1)
    while True:
        pass
