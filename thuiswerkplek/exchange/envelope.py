"""The wrapping of everything that travels: its kind, format version and maker."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.records import WorkerFile
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange.strict_json import TEXT_LENGTH

Payload = TypeVar("Payload")

KINDS: dict[type, tuple[str, int]] = {
    EmployerReport: ("employer-report", 2),
    WorkerFile: ("worker-file", 3),
    Agreement: ("agreement", 1),
}


class Envelope(BaseModel, Generic[Payload]):
    """A closed frame around one value; strict and closed all the way down.

    The format version counts changes of the payload's shape; the program's own
    version is something else.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    kind: str
    format: int
    program: str
    payload: Payload


def schema(payload: type) -> dict[str, Any]:
    """Return the JSON Schema of one travelling kind, as published in `resources`.

    It says what the codec checks beside the types, too: the kind, the format and how
    long any text may be.
    """
    kind, version = KINDS[payload]
    found: dict[str, Any] = Envelope[payload].model_json_schema()  # type: ignore[valid-type]
    _bound_texts(found)
    found["properties"]["kind"] = {"const": kind}
    found["properties"]["format"] = {"const": version}
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "$id": f"thuiswerkplek:{kind}:{version}", **found}


def _bound_texts(found: object) -> None:
    if isinstance(found, dict):
        if found.get("type") == "string" and not found.keys() & {"enum", "format"}:
            found.setdefault("maxLength", TEXT_LENGTH)
        for inner in found.values():
            _bound_texts(inner)
    elif isinstance(found, list):
        for inner in found:
            _bound_texts(inner)
