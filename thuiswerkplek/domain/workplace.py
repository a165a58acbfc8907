"""A place to work at home: its intake, equipment and share of the hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NewType, TypeAlias

from thuiswerkplek.domain.bounds import Between
from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    Answer,
    Answers,
    Exposure,
    QuestionId,
)
from thuiswerkplek.domain.people import Name

WorkplaceId = NewType("WorkplaceId", str)

WHOLE = 100

Percent: TypeAlias = Annotated[int, Between(0, WHOLE)]


class EquipmentKind(StrEnum):
    """A thing a workplace is made of; codes of `intake-provided`."""

    CHAIR = "chair"
    DESK = "desk"
    SCREEN = "screen"
    LAPTOP = "laptop"
    KEYBOARD = "keyboard"
    MOUSE = "mouse"
    HEADSET = "headset"
    LAMP = "lamp"


class Owner(StrEnum):
    """Whose a thing is, or that the worker named none."""

    EMPLOYER = "employer"
    WORKER = "worker"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Equipment:
    """One line of the inventory of Arbobesluit 1.51."""

    kind: EquipmentKind
    owner: Owner


@dataclass(frozen=True, slots=True)
class Workplace:
    """One place at home with its share, in per cent, of the hours worked at home."""

    id: WorkplaceId
    name: Name
    share_percent: Percent = WHOLE


def equipment(intake: Answers) -> tuple[Equipment, ...]:
    """Return whose each thing is, from the intake alone; empty before it is asked."""
    provided = _codes(intake, "intake-provided")
    if not provided:
        return ()
    present = set(_present(intake))
    return tuple(
        Equipment(kind, _owner(kind, provided=provided, present=present))
        for kind in EquipmentKind
    )


def _owner(
    kind: EquipmentKind, *, provided: set[str], present: Iterable[EquipmentKind]
) -> Owner:
    if kind in provided:
        return Owner.EMPLOYER
    return Owner.WORKER if kind in present else Owner.NONE


def _present(intake: Answers) -> Iterable[EquipmentKind]:
    yield from (EquipmentKind.CHAIR, EquipmentKind.DESK)
    if "laptop" in _codes(intake, "intake-devices"):
        yield EquipmentKind.LAPTOP
    if _codes(intake, "intake-external-screen") & {"one", "two-or-more"}:
        yield EquipmentKind.SCREEN
    inputs = _codes(intake, "intake-external-input")
    if inputs & {"both", "keyboard-only"}:
        yield EquipmentKind.KEYBOARD
    if inputs & {"both", "mouse-only"}:
        yield EquipmentKind.MOUSE


def _codes(intake: Answers, question: str) -> set[str]:
    answer = intake.get(QuestionId(question))
    if answer is None or answer.value == SKIPPED:
        return set()
    if isinstance(answer.value, float | int):
        return set()
    return set(answer.value) if isinstance(answer.value, tuple) else {answer.value}


def weekly_hours(
    intake: Answers, share_percent: int, exposure: Exposure
) -> float | None:
    """Return the hours a week spent at a workplace in the way `exposure` counts.

    Days at home a week, times hours a day of that kind, times the place's share.
    None when the intake does not tell.
    """
    days = _number(intake, "intake-home-days")
    hours = _number(intake, "intake-home-hours")
    if days is None or hours is None:
        return None
    special = {
        Exposure.SCREEN: _number(intake, "intake-screen-hours"),
        Exposure.CALLS: _number(intake, "intake-call-hours"),
        Exposure.DEVICES: _number(intake, "intake-screen-hours"),
    }.get(exposure)
    daily = hours if special is None else min(special, hours)
    return days * daily * share_percent / WHOLE


def _number(intake: Answers, question: str) -> float | None:
    answer: Answer | None = intake.get(QuestionId(question))
    if answer is None or not isinstance(answer.value, float | int):
        return None
    return float(answer.value)
