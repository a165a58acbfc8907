"""The seal on a report: what it is, what it says, and what was received with it."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from thuiswerkplek.domain.sharing import EmployerReport

_FINGERPRINT_DIGITS = 24
_GROUP = 4


class SealState(StrEnum):
    """What a seal says of the file around it (TM-21)."""

    UNCHANGED = "unchanged"
    FILE_EDITED = "file-edited"
    CHANGED = "changed"
    NO_SEAL = "no-seal"
    OTHER_KEY = "other-key"


class Seal(NamedTuple):
    """A public key and its signatures over the data and the file, as hex."""

    key: str
    data: str
    file: str


@dataclass(frozen=True, slots=True)
class ReceivedReport:
    """A report as it came in; `flags` are codes of what the file holds beside it."""

    report: EmployerReport
    seal: SealState
    key: str
    flags: tuple[str, ...] = ()


def fingerprint(key: str) -> str:
    """Return a public key short enough to compare by eye, in groups of four."""
    digest = hashlib.sha256(b"thuiswerkplek key 1\0" + bytes.fromhex(key)).hexdigest()
    groups = range(0, _FINGERPRINT_DIGITS, _GROUP)
    return " ".join(digest[start : start + _GROUP] for start in groups)
