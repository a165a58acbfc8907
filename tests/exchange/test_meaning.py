"""What a closed schema cannot say: whether a file's parts fit each other and us."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.domain.strategies import (
    CATALOGUE,
    FULL_INTAKE,
    employer_reports,
    worker_files,
)
from tests.fakes import TODAY
from thuiswerkplek.domain.catalogue import Actor, Answer
from thuiswerkplek.domain.check import Check
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.measures import Measure, State, Step
from thuiswerkplek.domain.months import SharedMonth
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import (
    GeneralRecords,
    Issued,
    Place,
    PrivateRecords,
    Reader,
    WorkerFile,
)
from thuiswerkplek.domain.sharing import (
    SharedAnswer,
    SharedFinding,
    SharedTheme,
    Terms,
    employer_report,
)
from thuiswerkplek.domain.workplace import Workplace
from thuiswerkplek.exchange.meaning import check_report, check_worker_file

YESTERDAY = TODAY - timedelta(days=1)
CHAIR, PRIVATE, ADVISOR = "chair-adjustable", "posture-change", "load-autonomy"
BODY = "intake-body-height"


def measure(question=CHAIR, *steps, place="p", name=None):
    life = steps or (Step(State.PROPOSED, YESTERDAY, Actor.WORKER),)
    return Measure(name or f"{place}/{question}", place, question, tuple(life))


def worker(**changes):
    """A small file that is right, with what the test makes wrong in it."""
    check = Check("c", "p", "2026.1", YESTERDAY, answers={CHAIR: Answer("no")})
    place = Place(Workplace("p", "Zolder"), dict(FULL_INTAKE), (check,), (measure(),))
    place.intake.pop("intake-glasses")
    private = PrivateRecords(
        intake={"p": {BODY: Answer(180.0)}},
        answers={"c": {PRIVATE: Answer(30.0)}},
        measures=(measure(PRIVATE),),
    )
    for key, value in changes.items():
        if key in {"workplace", "intake", "checks", "measures"}:
            place = replace(place, **{key: value})
        elif key == "check":
            place = replace(place, checks=(replace(check, **value),))
        elif key == "private":
            private = replace(private, **value)
    general = GeneralRecords(
        person=Person("Noor"),
        places=(place, *changes.get("places", ())),
        issued={Reader.EMPLOYER: Issued("r", changes.get("version", 1))},
    )
    return WorkerFile(general, private)


def refused(made, today=TODAY):
    with pytest.raises(RefusedReportError) as caught:
        check_worker_file(made, CATALOGUE, today=today)
    return caught.value.reason, caught.value.detail


@settings(max_examples=150)
@given(worker_files())
def test_any_file_that_fits_is_let_through(made):
    assert check_worker_file(made, CATALOGUE, today=TODAY) is made


def test_the_small_file_is_right():
    assert check_worker_file(worker(), CATALOGUE, today=TODAY)
    assert check_worker_file(worker(version=0), CATALOGUE, today=TODAY)
    assert check_worker_file(WorkerFile(GeneralRecords()), CATALOGUE, today=TODAY)


STEP = Step(State.SET_UP, TODAY, Actor.WORKER)
CASES = {
    "an unknown intake question": (
        {"intake": {"intake-shoe-size": Answer("44")}},
        ("unknown-question", "intake-shoe-size"),
    ),
    "an unknown item": (
        {"check": {"answers": {"x" * 900: Answer("yes")}}},
        ("unknown-question", "x" * 80),
    ),
    "an option it has not": (
        {"check": {"answers": {CHAIR: Answer("perhaps")}}},
        ("bad-answer", CHAIR),
    ),
    "a number as text": (
        {"intake": {"intake-home-days": Answer("3,5")}},
        ("bad-answer", "intake-home-days"),
    ),
    "a number out of range": (
        {"intake": {"intake-home-days": Answer(8.0)}},
        ("bad-answer", "intake-home-days"),
    ),
    "a reading where none is asked": (
        {"check": {"answers": {CHAIR: Answer("no", 3.0)}}},
        ("bad-answer", CHAIR),
    ),
    "a private answer in the general intake": (
        {"intake": {BODY: Answer(180.0)}},
        ("private-in-general", BODY),
    ),
    "a private answer in a general check": (
        {"check": {"answers": {PRIVATE: Answer(30.0)}}},
        ("private-in-general", PRIVATE),
    ),
    "a private measure among the general ones": (
        {"measures": (measure(PRIVATE),)},
        ("private-in-general", PRIVATE),
    ),
    "a general answer among the private ones": (
        {"private": {"answers": {"c": {CHAIR: Answer("no")}}}},
        ("private-in-general", CHAIR),
    ),
    "a general measure among the private ones": (
        {"private": {"measures": (measure(ADVISOR),)}},
        ("private-in-general", ADVISOR),
    ),
    "a measure about nothing": (
        {"measures": (measure("nothing"),)},
        ("unknown-question", "nothing"),
    ),
    "a measure without a life": (
        {"measures": (Measure(f"p/{CHAIR}", "p", CHAIR, ()),)},
        ("wrong-shape", "measures.steps"),
    ),
    "a measure that begins in the middle": (
        {"measures": (measure(CHAIR, STEP),)},
        ("wrong-shape", "measures.steps"),
    ),
    "a measure twice": (
        {"measures": (measure(), measure())},
        ("wrong-shape", "measures.id"),
    ),
    "a measure of another name": (
        {"measures": (measure(name="p/other"),)},
        ("wrong-shape", "measures.id"),
    ),
    "a measure of another place": (
        {"measures": (measure(place="q"),)},
        ("wrong-shape", "measures"),
    ),
    "a check of another place": (
        {"check": {"workplace": "q"}},
        ("wrong-shape", "checks"),
    ),
    "a place twice": (
        {"places": (Place(Workplace("p", "Again"), {}),)},
        ("wrong-shape", "id"),
    ),
    "a check named as a place": ({"check": {"id": "p"}}, ("wrong-shape", "id")),
    "an empty name of a place": (
        {"workplace": Workplace("", "x"), "checks": (), "measures": ()},
        ("wrong-shape", "id"),
    ),
    "a place named as a path": ({"check": {"id": "../c"}}, ("wrong-shape", "id")),
    "a pattern for a name": ({"check": {"id": "%"}}, ("wrong-shape", "id")),
    "a private intake of no place": (
        {"private": {"intake": {"q": {}}}},
        ("wrong-shape", "private.intake"),
    ),
    "private answers of no check": (
        {"private": {"answers": {"d": {}}}},
        ("wrong-shape", "private.answers"),
    ),
    "a private measure of no place": (
        {"private": {"measures": (measure(PRIVATE, place="q"),)}},
        ("wrong-shape", "private.measures"),
    ),
    "a version below zero": ({"version": -1}, ("wrong-shape", "issued")),
    "a check before this century": (
        {"check": {"started": date(1999, 12, 31)}},
        ("bad-date", "1999-12-31"),
    ),
    "a check in the future": (
        {"check": {"started": TODAY + timedelta(days=2)}},
        ("bad-date", (TODAY + timedelta(days=2)).isoformat()),
    ),
    "finished in the future": (
        {"check": {"finished": date(9999, 1, 1)}},
        ("bad-date", "9999-01-01"),
    ),
    "a step in the future": (
        {
            "measures": (
                measure(CHAIR, Step(State.PROPOSED, date(2100, 1, 1), Actor.WORKER)),
            )
        },
        ("bad-date", "2100-01-01"),
    ),
    "standing at an unknown question": (
        {"check": {"position": "nothing"}},
        ("unknown-question", "nothing"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_does_not_fit_is_refused_by_name(case):
    changes, expected = CASES[case]

    assert refused(worker(**changes)) == expected


def test_tomorrow_is_still_today_somewhere():
    tomorrow = TODAY + timedelta(days=1)

    check_worker_file(worker(check={"started": tomorrow}), CATALOGUE, today=TODAY)


# Reports


def report(**changes):
    made = employer_report(
        CATALOGUE, worker().general, Terms("r", 1, TODAY, "thuiswerkplek 0.1.0")
    )
    (place,) = made.places
    if changes.keys() & {"day", "report_id", "replaces"}:
        return replace(made, **changes)
    return replace(made, places=(replace(place, **changes),))


@settings(max_examples=100)
@given(employer_reports())
def test_any_report_of_ours_is_let_through(made):
    check_report(made, CATALOGUE, today=TODAY)


def shared_measure(**changes):
    (first, *_) = report().places[0].measures
    return (replace(first, **changes),)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"day": TODAY + timedelta(days=2)}, "bad-date"),
        ({"day": date(1999, 1, 1)}, "bad-date"),
        ({"report_id": "../x y"}, "wrong-shape"),
        ({"replaces": 1}, "wrong-shape"),
        ({"checked_on": TODAY + timedelta(days=2)}, "bad-date"),
        ({"answers": (SharedAnswer(PRIVATE, 30.0),)}, "unknown-question"),
        ({"answers": (SharedAnswer(ADVISOR, "yes"),)}, "unknown-question"),
        ({"answers": (SharedAnswer("nothing", "yes"),)}, "unknown-question"),
        ({"answers": (SharedAnswer(CHAIR, "perhaps"),)}, "bad-answer"),
        ({"intake": (SharedAnswer(BODY, 180.0),)}, "unknown-question"),
        ({"findings": (SharedFinding(PRIVATE, 3, None),)}, "unknown-question"),
        ({"themes": (SharedTheme("keuken", 3),)}, "unknown-question"),
    ],
)
def test_a_report_that_says_what_its_kind_may_not_is_refused(changes, reason):
    with pytest.raises(RefusedReportError) as caught:
        check_report(report(**changes), CATALOGUE, today=TODAY)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"question": ADVISOR}, "unknown-question"),
        ({"since": TODAY + timedelta(days=2)}, "bad-date"),
        ({"due": date(2200, 1, 1)}, "bad-date"),
        ({"due": date(1999, 1, 1)}, "bad-date"),
    ],
)
def test_a_report_with_an_impossible_measure_is_refused(changes, reason):
    with pytest.raises(RefusedReportError) as caught:
        check_report(report(measures=shared_measure(**changes)), CATALOGUE, today=TODAY)
    assert caught.value.reason == reason


def october(**changes):
    """A month that can be in a report of 23 November 2026."""
    return replace(SharedMonth(2026, 10, 9, 4, 3, 1, 1, 2, 2), **changes)


def with_months(*months):
    return replace(report(), months=months)


def test_months_that_have_ended_and_add_up_are_let_through():
    whole_year = (
        replace(october(), year=2025, month=11),
        *(replace(october(), month=number) for number in range(1, 11)),
    )

    check_report(with_months(), CATALOGUE, today=TODAY)
    check_report(with_months(*whole_year), CATALOGUE, today=TODAY)


@pytest.mark.parametrize(
    ("months", "reason"),
    [
        ((october(month=11),), ("bad-date", "2026-11-01")),
        ((october(year=2027),), ("bad-date", "2027-10-01")),
        ((october(), october()), ("wrong-shape", "months")),
        ((october(), october(month=9)), ("wrong-shape", "months")),
        ((october(worked_days=10),), ("wrong-shape", "months")),
        ((october(home_days=5),), ("wrong-shape", "months")),
        ((october(other_days=0),), ("wrong-shape", "months")),
        ((october(arrivals_in_peak=8),), ("wrong-shape", "months")),
        (
            (october(month=9, worked_days=31, home_days=26),),
            ("wrong-shape", "months"),
        ),
        (
            tuple(october(year=2025 + n // 12, month=n % 12 + 1) for n in range(9, 22)),
            ("wrong-shape", "months"),
        ),
    ],
)
def test_a_report_with_an_impossible_month_is_refused(months, reason):
    with pytest.raises(RefusedReportError) as caught:
        check_report(with_months(*months), CATALOGUE, today=TODAY)
    assert (caught.value.reason, caught.value.detail) == reason


def test_a_month_is_seen_from_the_day_of_the_report():
    made = replace(with_months(october()), day=date(2026, 10, 31))

    with pytest.raises(RefusedReportError):
        check_report(made, CATALOGUE, today=TODAY)
