"""The life of a measure: its states, the steps it may take, and who took them when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from thuiswerkplek.domain.catalogue import Actor, Catalogue, QuestionId
from thuiswerkplek.domain.errors import NotAllowedError
from thuiswerkplek.domain.people import Remark
from thuiswerkplek.domain.workplace import WorkplaceId

MeasureId = NewType("MeasureId", str)


class State(StrEnum):
    """Where a measure stands."""

    PROPOSED = "proposed"
    REQUESTED = "requested"
    DECIDED = "decided"
    DELIVERED = "delivered"
    SET_UP = "set-up"
    EFFECTIVE = "effective"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step, who took it, and why if they said so."""

    state: State
    day: date
    who: Actor
    note: Remark = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is done about one finding at one workplace."""

    id: MeasureId
    workplace: WorkplaceId
    question: QuestionId
    steps: tuple[Step, ...]

    @property
    def state(self) -> State:
        """The state of the last step."""
        return self.steps[-1].state

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state not in {State.EFFECTIVE, State.DECLINED}


_AFTER_REQUEST = {
    State.REQUESTED: (State.DECIDED, State.DELIVERED, State.DECLINED),
    State.DECIDED: (State.DELIVERED, State.DECLINED),
    State.DELIVERED: (State.SET_UP,),
    State.SET_UP: (State.EFFECTIVE, State.PROPOSED),
    State.EFFECTIVE: (State.PROPOSED,),
    State.DECLINED: (State.PROPOSED,),
}

_FIRST_STEPS = {
    Actor.WORKER: (State.SET_UP, State.DECLINED),
    Actor.EMPLOYER: (State.REQUESTED, State.SET_UP, State.DECLINED),
    Actor.BOTH: (State.SET_UP, State.REQUESTED, State.DECLINED),
}


def allowed_steps(state: State, acts: Actor) -> tuple[State, ...]:
    """Return the states a measure may go to, the usual one first."""
    if state is State.PROPOSED:
        return _FIRST_STEPS[acts]
    return _AFTER_REQUEST[state]


def measure_id(place: WorkplaceId, question: QuestionId) -> MeasureId:
    """Return the id of the one measure a workplace has about a question."""
    return MeasureId(f"{place}/{question}")


def proposed(
    measure_id: MeasureId, workplace: WorkplaceId, question: QuestionId, day: date
) -> Measure:
    """Return a new measure, as the program proposes it on a finding."""
    return Measure(
        measure_id, workplace, question, (Step(State.PROPOSED, day, Actor.WORKER),)
    )


def advance(measure: Measure, step: Step, acts: Actor) -> Measure:
    """Return the measure after one more step.

    Raises:
        NotAllowedError: the life of a measure has no such step, or it is dated
            before the previous one.
    """
    if step.state not in allowed_steps(measure.state, acts):
        raise NotAllowedError("step")
    if step.day < measure.steps[-1].day:
        raise NotAllowedError("date")
    return replace(measure, steps=(*measure.steps, step))


def check_life(measure: Measure, acts: Actor) -> None:
    """Check that a measure from outside took only steps its life allows.

    Raises:
        NotAllowedError: it has no first step, or one that cannot follow.
    """
    if not measure.steps or measure.steps[0].state is not State.PROPOSED:
        raise NotAllowedError("a measure begins as proposed")
    lived = replace(measure, steps=measure.steps[:1])
    for step in measure.steps[1:]:
        lived = advance(lived, step, acts)


def due(catalogue: Catalogue, severity: int, since: date) -> date:
    """Return the proposed last day: 2, 6 or 26 weeks by severity.

    These terms are a proposal without a legal source (catalogue dossier, section 6).
    """
    days = catalogue.thresholds[f"action-days-{severity}"].value
    return since + timedelta(days=days)
