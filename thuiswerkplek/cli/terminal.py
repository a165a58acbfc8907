"""What may be printed on a terminal of texts that strangers wrote."""

from __future__ import annotations

import unicodedata
from typing import Final

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def shown(line: str) -> str:
    """Return a line in which no text from a file can start another, or hide (TM-48)."""
    return "".join(
        f"[U+{ord(letter):04X}]" if unicodedata.category(letter) in _HIDDEN else letter
        for letter in line
    )
