"""An older worker file in this catalogue: all that fits stays, the rest is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from tests.domain.strategies import worker_files
from tests.fakes import TODAY
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import SKIPPED, Actor, Answer
from thuiswerkplek.domain.check import Check
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.measures import Measure, State, Step, measure_id
from thuiswerkplek.domain.records import (
    GeneralRecords,
    Place,
    PrivateRecords,
    WorkerFile,
)
from thuiswerkplek.domain.workplace import Workplace
from thuiswerkplek.exchange.fitting import fit
from thuiswerkplek.exchange.meaning import check_worker_file

CATALOGUE = bootstrap.catalogue()
GONE = "chair-wheels"
CHAIR, BODY, PRIVATE = "chair-adjustable", "intake-body-height", "posture-change"
STEPS = (Step(State.PROPOSED, TODAY, Actor.WORKER),)
# Whose only actor is the worker: nothing can be requested for it.
WORKERS_OWN = next(
    question.id
    for question in CATALOGUE.items
    if question.acts is Actor.WORKER and question.visibility == "employer"
)
REQUESTED = (*STEPS, Step(State.REQUESTED, TODAY, Actor.WORKER))


def measure(question, steps=STEPS):
    return Measure(measure_id("p", question), "p", question, steps)


def worker(intake=None, answers=None, measures=(), private=None, position=None):
    check = Check("c", "p", "2020.1", TODAY, answers=answers or {}, position=position)
    place = Place(Workplace("p", "Zolder"), intake or {}, (check,), tuple(measures))
    return WorkerFile(GeneralRecords(places=(place,)), private or PrivateRecords())


@settings(max_examples=100)
@given(worker_files())
def test_what_fits_is_left_as_it_is(made):
    assert fit(made, CATALOGUE) == (made, 0)


OLD, KNOWN = Answer("yes"), Answer("no")
CASES = {
    "a question that is gone": (
        {"answers": {GONE: OLD, CHAIR: KNOWN}},
        {"answers": {CHAIR: KNOWN}},
    ),
    "an answer it has no more": (
        {"answers": {CHAIR: Answer("perhaps")}, "intake": {"intake-paper-work": OLD}},
        {"intake": {"intake-paper-work": OLD}},
    ),
    "a question that became private": (
        {"intake": {BODY: Answer(180.0)}},
        {},
    ),
    "a question that is private no more": (
        {"private": PrivateRecords(answers={"c": {CHAIR: KNOWN}})},
        {},
    ),
    "a private question that is gone": (
        {"private": PrivateRecords(intake={"p": {GONE: OLD, BODY: Answer(180.0)}})},
        {"private": PrivateRecords(intake={"p": {BODY: Answer(180.0)}})},
    ),
    "a measure about a question that is gone": (
        {"measures": (measure(GONE), measure(CHAIR))},
        {"measures": (measure(CHAIR),)},
    ),
    "a measure about what became private": (
        {"measures": (measure(PRIVATE),)},
        {},
    ),
    "a private measure about what is private no more": (
        {"private": PrivateRecords(measures=(measure(CHAIR),))},
        {},
    ),
    "a measure that others may take now": (
        {"measures": (measure(WORKERS_OWN, REQUESTED),)},
        {},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_thing_that_does_not_fit_is_left_out_alone(case):
    given_, expected = CASES[case]

    fitted, set_aside = fit(worker(**given_), CATALOGUE)

    assert fitted == worker(**expected)
    assert set_aside == 1
    assert check_worker_file(fitted, CATALOGUE, today=TODAY)


def test_what_was_only_passed_over_is_not_counted():
    passed = {GONE: Answer(SKIPPED), CHAIR: KNOWN}
    remarked = {GONE: Answer(SKIPPED, remark="later")}

    assert fit(worker(answers=passed), CATALOGUE).set_aside == 0
    assert fit(worker(answers=remarked), CATALOGUE).set_aside == 1


def test_a_place_in_the_round_that_is_gone_is_forgotten():
    fitted = fit(worker(position=GONE), CATALOGUE)

    assert fitted == (worker(), 0)


def test_everything_is_counted_together():
    made = worker(
        intake={GONE: OLD, "intake-shoes": OLD},
        measures=(measure(GONE),),
        private=PrivateRecords(answers={"c": {GONE: OLD}}, measures=(measure(CHAIR),)),
    )

    assert fit(made, CATALOGUE) == (worker(), 5)


FORGED = {
    "a life no measure has": worker(measures=(measure(CHAIR, REQUESTED[1:]),)),
    "a name of another": worker(measures=(replace(measure(CHAIR), id="p/other"),)),
    "a day to come": worker(
        measures=(measure(CHAIR, (replace(STEPS[0], day=TODAY + timedelta(days=9)),)),)
    ),
    "private answers of no check": worker(
        private=PrivateRecords(answers={"d": {PRIVATE: Answer(30.0)}})
    ),
}


@pytest.mark.parametrize("case", FORGED)
def test_what_no_catalogue_ever_allowed_is_still_refused(case):
    fitted = fit(FORGED[case], CATALOGUE).worker

    with pytest.raises(RefusedReportError):
        check_worker_file(fitted, CATALOGUE, today=TODAY)
