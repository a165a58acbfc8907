"""The life of a measure: only allowed steps, in order of time, to an end and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.domain.strategies import CATALOGUE, days, remarks
from thuiswerkplek.domain.catalogue import Actor
from thuiswerkplek.domain.errors import NotAllowedError
from thuiswerkplek.domain.measures import (
    Measure,
    State,
    Step,
    advance,
    allowed_steps,
    check_life,
    due,
    measure_id,
    proposed,
)

DAY = date(2026, 11, 23)
FIRST = proposed("m", "p", "desk-legroom", DAY)


class Life(RuleBasedStateMachine):
    """Any steps in any order: allowed ones keep every promise, others change nothing."""

    @initialize(acts=st.sampled_from(Actor), day=days)
    def begin(self, acts, day):
        self.acts = acts
        self.measure = proposed("m", "p", "desk-legroom", day)

    @rule(
        state=st.sampled_from(State),
        later=st.integers(0, 40),
        who=st.sampled_from(Actor),
        note=remarks,
    )
    def step(self, state, later, who, note):
        before = self.measure
        day = before.steps[-1].day + timedelta(days=later)
        step = Step(state, day, who, note)
        if state in allowed_steps(before.state, self.acts):
            self.measure = advance(before, step, self.acts)
            assert self.measure.steps == (*before.steps, step)
        else:
            with pytest.raises(NotAllowedError):
                advance(before, step, self.acts)
            assert self.measure is before

    @rule(data=st.data(), earlier=st.integers(1, 40))
    def a_step_into_the_past(self, data, earlier):
        state = data.draw(st.sampled_from(allowed_steps(self.measure.state, self.acts)))
        day = self.measure.steps[-1].day - timedelta(days=earlier)
        with pytest.raises(NotAllowedError):
            advance(self.measure, Step(state, day, Actor.WORKER), self.acts)

    @precondition(lambda self: not self.measure.is_open)
    @rule()
    def reopen(self):
        again = Step(State.PROPOSED, self.measure.steps[-1].day, Actor.WORKER)
        self.measure = advance(self.measure, again, self.acts)
        assert self.measure.is_open

    @invariant()
    def what_always_holds(self):
        steps = self.measure.steps
        assert steps[0].state is State.PROPOSED
        assert [s.day for s in steps] == sorted(s.day for s in steps)
        assert self.measure.state is steps[-1].state
        assert self.measure.is_open is (
            self.measure.state not in {State.EFFECTIVE, State.DECLINED}
        )
        assert allowed_steps(self.measure.state, self.acts)
        if self.acts is Actor.WORKER:
            assert all(step.state is not State.REQUESTED for step in steps)
        check_life(self.measure, self.acts)


TestLife = Life.TestCase


@given(st.sampled_from(State), st.sampled_from(Actor))
def test_delivering_what_was_declined_is_never_allowed(state, acts):
    allowed = allowed_steps(state, acts)

    assert len(set(allowed)) == len(allowed)
    assert state not in allowed
    if state is State.DECLINED:
        assert allowed == (State.PROPOSED,)
    if state in {State.PROPOSED, State.DECIDED}:
        assert State.EFFECTIVE not in allowed


@pytest.mark.parametrize("acts", Actor)
def test_from_any_state_the_good_end_can_be_reached(acts):
    for start in State:
        reached, border = {start}, [start]
        while border:
            border = [
                state
                for known in border
                for state in allowed_steps(known, acts)
                if state not in reached
            ]
            reached.update(border)
        assert State.EFFECTIVE in reached


def test_the_usual_step_comes_first():
    assert allowed_steps(State.PROPOSED, Actor.EMPLOYER)[0] is State.REQUESTED
    assert allowed_steps(State.PROPOSED, Actor.WORKER)[0] is State.SET_UP
    assert allowed_steps(State.REQUESTED, Actor.EMPLOYER)[0] is State.DECIDED
    assert allowed_steps(State.SET_UP, Actor.WORKER)[0] is State.EFFECTIVE


def lived(*steps):
    return Measure("m", "p", "q", tuple(Step(s, d, Actor.WORKER) for s, d in steps))


@pytest.mark.parametrize(
    "measure",
    [
        lived(),
        lived((State.REQUESTED, DAY)),
        lived((State.PROPOSED, DAY), (State.EFFECTIVE, DAY)),
        lived((State.PROPOSED, DAY), (State.SET_UP, DAY - timedelta(days=1))),
        lived((State.PROPOSED, DAY), (State.PROPOSED, DAY)),
    ],
)
def test_a_life_that_cannot_have_been_is_refused(measure):
    with pytest.raises(NotAllowedError):
        check_life(measure, Actor.BOTH)


@pytest.mark.parametrize(("severity", "days_later"), [(3, 14), (2, 42), (1, 182)])
def test_the_term_is_two_six_or_twenty_six_weeks(severity, days_later):
    assert due(CATALOGUE, severity, DAY) == DAY + timedelta(days=days_later)


def test_a_place_has_one_measure_about_a_question():
    assert measure_id("a", "q") != measure_id("b", "q") != measure_id("b", "r")
    assert FIRST.steps == (Step(State.PROPOSED, DAY, Actor.WORKER),)
