"""The words of one measure: its card, its steps and what a step is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import Actor, Visibility
from thuiswerkplek.domain.measures import State, allowed_steps
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker.measures_models import (
    LifeStep,
    MeasureCard,
    Moment,
    StepButton,
)

if TYPE_CHECKING:
    from thuiswerkplek.domain.measures import Measure, Step
    from thuiswerkplek.services.results import MeasureLine

_OWN_LIFE = (State.PROPOSED, State.SET_UP, State.EFFECTIVE)
_ASKED_LIFE = (
    State.PROPOSED,
    State.REQUESTED,
    State.DECIDED,
    State.DELIVERED,
    State.SET_UP,
    State.EFFECTIVE,
)


def card(line: MeasureLine, *, is_shared: bool, names_place: bool) -> MeasureCard:
    """Return the card of a measure; `is_shared` when an employer report has it."""
    text = words.question_text(line.question)
    severity, severity_word = _standing(line)
    is_private = line.question.visibility is Visibility.PRIVATE
    return MeasureCard(
        id=line.measure.id,
        severity=severity,
        severity_word=severity_word,
        title=text.short,
        text=text.measure,
        facts=_facts(line, names_place=names_place),
        due=_due(line),
        tonight=text.tonight if line.measure.state is State.PROPOSED else "",
        private_word=words.visibility(Visibility.PRIVATE) if is_private else "",
        life=_life(line),
        remarks=tuple(_remarks(line, is_shared=is_shared)),
        question=_question(line),
        buttons=_buttons(line, is_shared=is_shared),
    )


def _standing(line: MeasureLine) -> tuple[int | None, str]:
    """Return how bad it is, with its word; what was declined is no longer weighed."""
    state = line.measure.state
    if state is State.DECLINED:
        return None, words.capital(words.state(state))
    severity = 0 if state is State.EFFECTIVE else line.severity
    return severity, words.severity(severity)


def step_text(line: MeasureLine, state: State, *, is_shared: bool) -> str:
    """Return what a step is called on its button."""
    before = line.measure.state
    if state is State.REQUESTED:
        return _("Ask my employer") if is_shared else _("I asked my employer")
    if state is State.SET_UP:
        return _("It is set up") if before is State.DELIVERED else _("I have done this")
    if state is State.DECLINED:
        is_asked = before is not State.PROPOSED
        return _("It will not happen…") if is_asked else _("Not doing this…")
    if state is State.PROPOSED:
        return _back_text(before)
    return {
        State.DECIDED: _("My employer agreed"),
        State.DELIVERED: _("It was delivered"),
        State.EFFECTIVE: _("It helps"),
    }[state]


def _back_text(before: State) -> str:
    return {
        State.SET_UP: _("It does not help yet"),
        State.EFFECTIVE: _("It no longer helps"),
        State.DECLINED: _("Take it up after all"),
    }[before]


def taken(line: MeasureLine, state: State, *, is_shared: bool) -> str:
    """Return what happened, for the notice after a step."""
    short = words.question_text(line.question).short
    if state is State.REQUESTED and is_shared:
        return _("“{measure}”: your next report asks your employer for this.").format(
            measure=short
        )
    text = {
        State.PROPOSED: _("“{measure}” is open again."),
        State.REQUESTED: _("“{measure}”: asked."),
        State.DECIDED: _("“{measure}”: your employer agreed."),
        State.DELIVERED: _("“{measure}”: it was delivered."),
        State.SET_UP: _("“{measure}” is done. See in a week whether it helps."),
        State.EFFECTIVE: _("“{measure}” helps. That is one less."),
        State.DECLINED: _("“{measure}” will not be done."),
    }[state]
    return text.format(measure=short)


def _facts(line: MeasureLine, *, names_place: bool) -> str:
    question = line.question
    parts = [
        line.workplace.name if names_place else "",
        _("who: {who}").format(who=words.actor(question.acts)),
        _("costs: {cost}").format(cost=words.cost(question.cost)),
    ]
    return " · ".join(part for part in parts if part)


def _due(line: MeasureLine) -> str:
    if line.due is None or line.measure.state is State.SET_UP:
        return ""
    return _("Our proposal: by {day}").format(day=words.day(line.due))


def _life(line: MeasureLine) -> tuple[LifeStep, ...]:
    steps = line.measure.steps[_round_start(line) :]
    state = line.measure.state
    taken_now = [
        LifeStep(
            word=words.state(step.state),
            moment=_moment(line.measure, step),
            moment_word=_("now") if is_last else _("behind you"),
            detail=_when(step),
        )
        for step in steps
        for is_last in (step is steps[-1],)
    ]
    coming = [
        LifeStep(words.state(one), Moment.TO_COME, _("still to come"))
        for one in _after(line, state)
    ]
    return (*taken_now, *coming)


def _moment(measure: Measure, step: Step) -> Moment:
    if step.state is State.DECLINED:
        return Moment.STOPPED
    is_now = step is measure.steps[-1] and measure.is_open
    return Moment.NOW if is_now else Moment.PAST


def _round_start(line: MeasureLine) -> int:
    """Return where the present round begins: the last time it was proposed."""
    steps = line.measure.steps
    return max(n for n, step in enumerate(steps) if step.state is State.PROPOSED)


def _after(line: MeasureLine, state: State) -> tuple[State, ...]:
    if state is State.DECLINED:
        return ()
    steps = line.measure.steps[_round_start(line) :]
    is_asked = any(step.state is State.REQUESTED for step in steps)
    is_before = state is State.PROPOSED and line.question.acts is Actor.EMPLOYER
    life = _ASKED_LIFE if is_asked or is_before else _OWN_LIFE
    return life[life.index(state) + 1 :]


def _when(step: Step) -> str:
    day = words.day(step.day)
    if step.state in {State.PROPOSED, State.DECLINED}:
        return day
    return _("{day}, {who}").format(day=day, who=words.actor(step.who))


def _remarks(line: MeasureLine, *, is_shared: bool) -> list[str]:
    found = [
        _("Tried on {day}; it did not help enough.").format(day=words.day(step.day))
        for step in line.measure.steps[: _round_start(line)]
        if step.state is State.SET_UP
    ]
    last = line.measure.steps[-1]
    if last.state is State.DECLINED and last.note:
        found.append(_("Why not: {reason}").format(reason=last.note))
    if last.state is State.REQUESTED and is_shared:
        found.append(_("Your report carries this request. You save it under Share."))
    return found


def _question(line: MeasureLine) -> str:
    is_gone = line.is_answered_now and not line.is_found_now
    if not is_gone or not line.measure.is_open:
        return ""
    if line.measure.state is State.SET_UP:
        return _("Your last check no longer finds this: does it help?")
    return _("Your last check no longer finds this.")


def _buttons(line: MeasureLine, *, is_shared: bool) -> tuple[StepButton, ...]:
    short = words.question_text(line.question).short
    states = allowed_steps(line.measure.state, line.question.acts)
    texts = [step_text(line, state, is_shared=is_shared) for state in states]
    return tuple(
        StepButton(
            state=state,
            text=text,
            spoken=f"{text.rstrip('…')}: {short}",
            asks_reason=state is State.DECLINED,
            is_usual=number == 0,
        )
        for number, (state, text) in enumerate(zip(states, texts, strict=True))
    )
