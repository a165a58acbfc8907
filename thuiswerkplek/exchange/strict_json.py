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

# Real files spend some 15 bytes on a value. Small ones in great number are refused,
# since each may cost the schema a kilobyte of complaints.
BYTES_PER_VALUE = 200
TEXT_LENGTH = REMARK_LENGTH  # of any text; nothing longer is ever written

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
    _check_values(found, limit // BYTES_PER_VALUE)
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


def _check_values(found: object, most: int) -> None:
    waiting = [found]
    for _value in range(most):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, str):
            _check_text(value)
        elif isinstance(value, dict):
            for name in value:
                _check_text(name)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    if waiting:
        raise RefusedReportError("not-json", "too many values")


def _check_text(text: str) -> None:
    if len(text) > TEXT_LENGTH:
        raise RefusedReportError("bad-text", "too long")
    if _FORBIDDEN.search(text):
        raise RefusedReportError("bad-text", "a control character")
    if not unicodedata.is_normalized("NFC", text):
        raise RefusedReportError("bad-text", "not NFC")
