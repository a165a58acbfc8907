"""Steps from one format version to the next, for files that older programs made.

A step gets the payload as parsed JSON, not yet checked, and returns it in the shape
of the next version; what it made is then checked like any other file. A step that
was released stays: files of every format can always be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from thuiswerkplek.domain.errors import RefusedReportError

if TYPE_CHECKING:
    from collections.abc import Callable

    Payload: TypeAlias = dict[str, Any]
    Step: TypeAlias = Callable[[Payload], Payload]

STEPS: dict[tuple[str, int], Step] = {}
"""By kind and the version that a step starts from."""


def step(kind: str, version: int) -> Callable[[Step], Step]:
    """Register what brings a kind from this version to the next.

    Raises:
        ValueError: that step is there already.
    """
    if (kind, version) in STEPS:
        message = f"two steps from {kind} {version}"
        raise ValueError(message)

    def register(function: Step) -> Step:
        STEPS[kind, version] = function
        return function

    return register


def upgraded(found: dict[str, Any], *, to: int) -> dict[str, Any]:
    """Return an older envelope in the shape of a later version, step by step.

    Raises:
        RefusedReportError: `wrong-shape` when there is no such older version, or when
            the file is not what its version says.
    """
    kind, version = found["kind"], found["format"]
    payload: Any = found.get("payload")
    while version < to:
        if (kind, version) not in STEPS:
            raise RefusedReportError("wrong-shape", "format")
        try:
            payload = STEPS[kind, version](payload)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise RefusedReportError("wrong-shape", f"format {version}") from None
        version += 1
    return {**found, "format": version, "payload": payload}


@step("worker-file", 1)
def _with_day_log(payload: Payload) -> Payload:
    """Give a file from before the day log an empty one."""
    if "log" in payload:
        raise ValueError("log")
    return {**payload, "log": {"days": [], "patterns": [], "agreements": []}}


@step("worker-file", 2)
def _with_habits(payload: Payload) -> Payload:
    """Give a day log from before the habits those of everybody."""
    if "habits" in payload["log"]:
        raise ValueError("habits")
    return {**payload, "log": {**payload["log"], "habits": {}}}


@step("employer-report", 1)
def _without_months(payload: Payload) -> Payload:
    """Give a report from before the month totals none of them."""
    if "months" in payload:
        raise ValueError("months")
    return {**payload, "months": []}
