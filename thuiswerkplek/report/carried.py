"""What a report's file carries beside its pages, and what a reader may say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.domain.seal import Seal

NAME: Final = "thuiswerkplek.json"
SEAL_ENTRY: Final = "/TWPL_Seal"

# What the data may expand to (TM-40); `exchange.codec` has the same limit, but loads
# a library that the reading process does without.
DATA_LIMIT: Final = 2 << 20

# What a file may hold that our reports do not; never run or followed (TM-45).
FLAGS: Final = ("scripts", "launch", "forms", "media", "links", "files")

# Why a file carries nothing; nothing else is believed of the reading process.
REASONS: Final = frozenset(
    {
        "cleaned",
        "damaged-pdf",
        "encrypted",
        "no-report",
        "printed",
        "scanned",
        "too-heavy",
        "too-large",
        "twice",
    }
)


class Carried(NamedTuple):
    """The data of a report, the seal around it and what else is in the file."""

    data: bytes
    seal: Seal | None
    flags: tuple[str, ...]
