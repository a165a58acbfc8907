"""Who it is about: the worker as the report names them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from thuiswerkplek.domain.bounds import AtMost
from thuiswerkplek.domain.errors import ValueRefusedError

NAME_LENGTH = 200
REMARK_LENGTH = 4_000

Name: TypeAlias = Annotated[str, AtMost(NAME_LENGTH)]
Remark: TypeAlias = Annotated[str, AtMost(REMARK_LENGTH)]

_KEPT_CONTROLS = {"\n", "\t"}


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """The worker; nothing beyond what identifies a report (TM chapter 2)."""

    name: Name = ""
    staff_number: Name = ""
    department: Name = ""


def clean_text(text: str, *, field: str, limit: int) -> str:
    """Return the text in NFC, trimmed and without control characters (TM-43).

    Raises:
        ValueRefusedError: it is longer than `limit` characters.
    """
    allowed = _without_controls(text).strip()
    if len(allowed) > limit:
        raise ValueRefusedError(field, "too-long")
    return allowed


def _without_controls(text: str) -> str:
    """Return the text in NFC; composed last, since taking out can bring together."""
    kept = (
        character
        for character in text
        if character in _KEPT_CONTROLS
        or unicodedata.category(character) not in {"Cc", "Cs"}
    )
    return unicodedata.normalize("NFC", "".join(kept))


def clean_name(text: str, *, field: str) -> str:
    """Return a one-line name.

    Raises:
        ValueRefusedError: it is longer than 200 characters.
    """
    one_line = " ".join(_without_controls(text).split())
    return clean_text(one_line, field=field, limit=NAME_LENGTH)
