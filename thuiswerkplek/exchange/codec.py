"""Bytes to value and back: canonical when written, strict when read."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import ValidationError

from thuiswerkplek.domain.errors import RefusedReportError, ValueRefusedError
from thuiswerkplek.exchange import strict_json, upgrades
from thuiswerkplek.exchange.envelope import KINDS, Envelope

Payload = TypeVar("Payload")

MEBIBYTE = 1 << 20
REPORT_LIMIT = 2 * MEBIBYTE
WORKER_FILE_LIMIT = 25 * MEBIBYTE


def encode(value: object, *, program: str) -> bytes:
    """Return the one canonical form of a value: sorted names, UTF-8, no spaces."""
    kind, version = KINDS[type(value)]
    frame: Any = Envelope[type(value)]  # type: ignore[misc]
    envelope = frame(kind=kind, format=version, program=program, payload=value)
    text = json.dumps(
        envelope.model_dump(mode="json"),
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    return text.encode() + b"\n"


def decode(data: bytes, wanted: type[Payload], *, limit: int) -> Payload:
    """Return the value inside, checked to its last field.

    Raises:
        RefusedReportError: `too-large`, `not-json`, `bad-text`, `other-kind`,
            `newer-format` or `wrong-shape` with the place.
    """
    found = strict_json.read(data, limit=limit)
    if not isinstance(found, dict):
        raise RefusedReportError("not-json")
    kind, version = KINDS[wanted]
    if found.get("kind") != kind:
        raise RefusedReportError("other-kind", str(found.get("kind", ""))[:40])
    stated = found.get("format")
    if not isinstance(stated, int) or isinstance(stated, bool):
        raise RefusedReportError("wrong-shape", "format")
    if stated > version:
        raise RefusedReportError("newer-format", str(stated))
    if stated < version:
        data = json.dumps(upgrades.upgraded(found, to=version)).encode()
    try:
        read = Envelope[wanted].model_validate_json(data)  # type: ignore[valid-type]
    except ValidationError as error:
        raise RefusedReportError("wrong-shape", _place(error)[:80]) from None
    except ValueRefusedError as error:  # by a value itself; only its field is known
        raise RefusedReportError("wrong-shape", error.field[:80]) from None
    payload: Payload = read.payload
    return payload


def _place(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)
    return ".".join(str(part) for part in first[0]["loc"])
