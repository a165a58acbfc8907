"""Strangers' JSON under limits: anything unusual is refused, not guessed (TM-43)."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import NoReturn

from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.people import REMARK_LENGTH

MAX_DEPTH = 20
MAX_DIGITS = 15

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

# A text without its end runs to the end of the file: every character is read once.
_TEXT_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


def read(data: bytes, *, limit: int) -> object:
    """Return the parsed JSON.

    Raises:
        RefusedReportError: `too-large`, `not-json` or `bad-text`, with a place.
    """
    if len(data) > limit:
        raise RefusedReportError("too-large", str(limit))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedReportError("not-json", f"byte {error.start}") from error
    _check_depth(text)
    try:
        found: object = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_int=_whole,
            parse_float=_real,
        )
    except json.JSONDecodeError as error:
        raise RefusedReportError("not-json", f"line {error.lineno}") from error
    _check_texts(found)
    return found


def _check_depth(text: str) -> None:
    depth = 0
    for found in _TEXT_OR_BRACKET.finditer(text):
        bracket = found[0]
        if bracket in "[{":
            depth += 1
        elif bracket in "]}":
            depth -= 1
        if depth > MAX_DEPTH:
            raise RefusedReportError("not-json", "depth")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RefusedReportError("not-json", "a name twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise RefusedReportError("not-json", name)


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise RefusedReportError("not-json", "a number too large")
    return int(digits)


def _real(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise RefusedReportError("not-json", "a number too large")
    return value


def _check_texts(found: object) -> None:
    if isinstance(found, str):
        _check_text(found)
    elif isinstance(found, dict):
        for name, value in found.items():
            _check_text(name)
            _check_texts(value)
    elif isinstance(found, list):
        for value in found:
            _check_texts(value)


def _check_text(text: str) -> None:
    if len(text) > REMARK_LENGTH:
        raise RefusedReportError("bad-text", "too long")
    if _FORBIDDEN.search(text):
        raise RefusedReportError("bad-text", "a control character")
    if not unicodedata.is_normalized("NFC", text):
        raise RefusedReportError("bad-text", "not NFC")
