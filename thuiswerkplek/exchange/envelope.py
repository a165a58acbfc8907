"""The wrapping of everything that travels: its kind, format version and maker."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from thuiswerkplek.domain.records import WorkerFile
from thuiswerkplek.domain.sharing import EmployerReport

Payload = TypeVar("Payload")

KINDS: dict[type, tuple[str, int]] = {
    EmployerReport: ("employer-report", 1),
    WorkerFile: ("worker-file", 1),
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


def schema(payload: type) -> dict[str, object]:
    """Return the JSON Schema of one travelling kind, as published in `resources`."""
    kind, version = KINDS[payload]
    found: dict[str, object] = Envelope[payload].model_json_schema()  # type: ignore[valid-type]
    return {"$id": f"thuiswerkplek:{kind}:{version}", **found}
