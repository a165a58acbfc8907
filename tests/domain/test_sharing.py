"""The projection for the employer: what is in it, and what is not and leaves no trace."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import get_type_hints

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.domain.strategies import (
    CATALOGUE,
    FULL_INTAKE,
    general_records,
    terms,
)
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    Actor,
    Answer,
    Catalogue,
    Visibility,
)
from thuiswerkplek.domain.check import Check, applies
from thuiswerkplek.domain.findings import Outcome, outcome
from thuiswerkplek.domain.measures import State, Step, advance, measure_id, proposed
from thuiswerkplek.domain.months import SharedMonth
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import GeneralRecords, Place, Request, Sharing
from thuiswerkplek.domain.sharing import EmployerReport, Terms, employer_report
from thuiswerkplek.domain.workplace import Workplace

DAY = date(2026, 11, 23)
TERMS = Terms("r1", 3, DAY, "thuiswerkplek 0.1.0")
CHAIR, LEGROOM, STRIP = "chair-adjustable", "desk-legroom", "elec-power-strip"


def check(answers, started=DAY, name="c"):
    return Check(name, "p", CATALOGUE.version, started, answers=answers)


def place(*checks, intake=None, measures=(), name="Zolder", share=100, place_id="p"):
    known = FULL_INTAKE if intake is None else intake
    return Place(Workplace(place_id, name, share), known, checks, measures)


def records(*places, **choices):
    return GeneralRecords(Person("Noor", "12", "HR"), places, Sharing(**choices))


def report(*places, **choices):
    return employer_report(CATALOGUE, records(*places, **choices), TERMS)


def with_sharing(known, **changes):
    return replace(known, sharing=replace(known.sharing, **changes))


# What is in it


@settings(max_examples=200)
@given(general_records(), terms)
def test_only_employer_questions_that_say_something_are_in_a_report(known, given_terms):
    made = employer_report(CATALOGUE, known, given_terms)

    for shared in made.places:
        for answer in (*shared.intake, *shared.answers):
            question = CATALOGUE.question(answer.question)
            assert question.visibility is Visibility.EMPLOYER
            assert answer.value != SKIPPED
        order = [question.id for question in CATALOGUE.by_id.values()]
        ids = [answer.question for answer in (*shared.intake, *shared.answers)]
        assert ids == sorted(ids, key=order.index)
        assert shared.answers


@settings(max_examples=200)
@given(general_records(), terms)
def test_a_report_follows_from_the_answers_that_are_in_it(known, given_terms):
    """TM-2: its findings, hours, themes and equipment can be worked out by its reader."""
    made = employer_report(CATALOGUE, known, given_terms)

    for shared in made.places:
        again = GeneralRecords(
            person=made.person,
            places=(
                Place(
                    Workplace("x", shared.name, shared.share_percent),
                    {a.question: Answer(a.value, a.reading) for a in shared.intake},
                    (
                        Check(
                            "y",
                            "x",
                            made.catalogue_version,
                            shared.checked_on,
                            answers={
                                a.question: Answer(a.value, a.reading)
                                for a in shared.answers
                            },
                        ),
                    ),
                ),
            ),
        )
        (copy,) = employer_report(CATALOGUE, again, given_terms).places
        assert copy.findings == shared.findings
        assert copy.themes == shared.themes
        assert copy.equipment == shared.equipment
        assert [a.question for a in copy.answers] == [
            a.question for a in shared.answers
        ]
        assert [m.question for m in shared.measures] == [
            f.question for f in shared.findings
        ]


@given(general_records(), terms)
def test_every_finding_is_a_risk_that_is_in_the_report(known, given_terms):
    for shared in employer_report(CATALOGUE, known, given_terms).places:
        answers = {a.question: Answer(a.value, a.reading) for a in shared.answers}
        risks = {
            key
            for key, answer in answers.items()
            if outcome(CATALOGUE.question(key), answer) is Outcome.RISK
        }
        assert {finding.question for finding in shared.findings} == risks


@given(general_records(), terms)
def test_the_first_version_replaces_nothing_and_a_later_one_the_one_before(
    known, given_terms
):
    made = employer_report(CATALOGUE, known, given_terms)

    assert made.version == given_terms.version
    assert made.replaces == (
        None if given_terms.version == 1 else given_terms.version - 1
    )
    assert made.day == given_terms.day


def test_an_employer_report_has_exactly_these_fields():
    """TM-11: an allow-list, so a new field is a decision and not an accident."""
    names = {
        kind.__name__: [field.name for field in fields(kind)]
        for kind in (
            sharing.EmployerReport,
            sharing.SharedPlace,
            sharing.SharedAnswer,
            sharing.SharedFinding,
            sharing.SharedTheme,
            sharing.SharedMeasure,
            SharedMonth,
            Person,
        )
    }

    assert names == {
        "EmployerReport": [
            *("report_id", "version", "replaces", "day", "catalogue_version"),
            *("program_version", "person", "places", "requests", "months"),
        ],
        "SharedPlace": [
            *("name", "share_percent", "checked_on", "intake", "equipment", "answers"),
            *("findings", "themes", "measures"),
        ],
        "SharedAnswer": ["question", "value", "reading", "remark"],
        "SharedFinding": ["question", "severity", "weekly_hours"],
        "SharedTheme": ["theme", "severity"],
        "SharedMeasure": ["question", "acts", "cost", "state", "since", "due"],
        "SharedMonth": [
            *("year", "month", "worked_days", "home_days", "office_days"),
            *("home_first_days", "other_days"),
            *("arrivals_in_peak", "arrivals_outside_peak"),
        ],
        "Person": ["name", "staff_number", "department"],
    }


# Strikes and releases


@settings(max_examples=200)
@given(general_records(), terms, st.data())
def test_struck_skipped_and_not_answered_make_the_same_report(known, given_terms, data):
    """Law-and-guidance 16.4, rule 3: and so does every mixture of the three."""
    assume(known.places)
    number = data.draw(st.integers(0, len(known.places) - 1))
    found = known.places[number]
    given_ids = sorted(
        {*found.intake, *(key for c in found.checks for key in c.answers)}
    )
    assume(given_ids)
    chosen = data.draw(st.lists(st.sampled_from(given_ids), min_size=1, unique=True))

    def changed(change):
        places = list(known.places)
        places[number] = replace(
            found,
            intake=change(found.intake),
            checks=tuple(replace(c, answers=change(c.answers)) for c in found.checks),
        )
        return replace(known, places=tuple(places))

    def skipped(answers):
        return {k: Answer(SKIPPED) if k in chosen else a for k, a in answers.items()}

    def gone(answers):
        return {k: a for k, a in answers.items() if k not in chosen}

    keys = [sharing.answer_key(found.workplace.id, key) for key in chosen]
    struck = with_sharing(known, struck=(*known.sharing.struck, *keys))

    made = [
        employer_report(CATALOGUE, version, given_terms)
        for version in (struck, changed(skipped), changed(gone))
    ]
    assert made[0] == made[1] == made[2]
    mixed = employer_report(
        CATALOGUE,
        with_sharing(changed(gone), struck=tuple({*known.sharing.struck, *keys})),
        given_terms,
    )
    assert mixed == made[0]


@given(general_records(), terms)
def test_a_struck_place_leaves_no_trace(known, given_terms):
    assume(known.places)
    gone, *rest = known.places

    struck = with_sharing(
        known, struck=(*known.sharing.struck, sharing.place_key(gone.workplace.id))
    )
    without = replace(known, places=tuple(rest))

    assert employer_report(CATALOGUE, struck, given_terms) == employer_report(
        CATALOGUE, without, given_terms
    )


def test_a_place_of_which_all_is_struck_is_like_one_never_filled_in():
    filled = place(check({CHAIR: Answer("no")}))

    struck = report(filled, struck=(sharing.answer_key("p", CHAIR),))

    assert struck == report(place()) == report()
    assert struck.places == ()


def test_striking_the_intake_takes_along_what_hangs_on_it():
    """A laptop question in the report would tell the devices that were struck."""
    filled = place(check({"laptop-raised": Answer("no"), CHAIR: Answer("no")}))

    made = report(filled, struck=(sharing.answer_key("p", "intake-devices"),))

    assert [a.question for a in made.places[0].answers] == [CHAIR]
    assert "laptop" not in repr(made)


def test_striking_hours_takes_along_what_was_computed_of_them():
    filled = place(check({CHAIR: Answer("no")}))
    keys = [
        sharing.answer_key("p", key) for key in ("intake-home-days", "intake-provided")
    ]

    made = report(filled, struck=tuple(keys)).places[0]

    assert made.findings[0].weekly_hours is None
    assert made.equipment == ()


def test_striking_screen_hours_gives_the_severity_without_them():
    little = {**FULL_INTAKE, "intake-screen-hours": Answer(1.0)}
    filled = place(check({"screen-distance": Answer(20.0)}), intake=little)
    question = CATALOGUE.question("screen-distance")
    assert question.is_eased_by_little_screen

    eased = report(filled).places[0].findings[0].severity
    struck = report(filled, struck=(sharing.answer_key("p", "intake-screen-hours"),))

    assert eased == question.severity - 1
    assert struck.places[0].findings[0].severity == question.severity


def test_names_and_numbers_are_left_out_one_by_one():
    filled = place(check({CHAIR: Answer("no")}))

    made = report(
        filled,
        struck=(sharing.STAFF_NUMBER, sharing.DEPARTMENT, sharing.place_name_key("p")),
    )

    assert made.person == Person("Noor")
    assert made.places[0].name == ""


def test_a_remark_goes_only_when_it_is_released_and_its_answer_goes():
    filled = place(check({CHAIR: Answer("no", None, "KANARIE")}))
    release = sharing.remark_key("p", CHAIR)

    assert "KANARIE" not in repr(report(filled))
    assert report(filled, released=(release,)).places[0].answers[0].remark == "KANARIE"
    struck = report(
        filled, released=(release,), struck=(sharing.answer_key("p", CHAIR),)
    )
    assert "KANARIE" not in repr(struck)
    skipped = place(
        check({CHAIR: Answer(SKIPPED, None, "KANARIE"), LEGROOM: Answer("no")})
    )
    assert "KANARIE" not in repr(report(skipped, released=(release,)))


def test_keys_of_one_place_do_nothing_to_another():
    one = place(check({CHAIR: Answer("no", None, "a")}), place_id="p", share=50)
    other = place(check({CHAIR: Answer("no", None, "b")}), place_id="p1", share=50)

    made = report(one, other, struck=(sharing.place_key("p"),))

    assert len(made.places) == 1
    assert sharing.answer_key("p", "q") != sharing.remark_key("p", "q")


# Month totals


OCTOBER = SharedMonth(2026, 10, 2, 1, 1, 0, 0, 0, 1)


def test_month_totals_go_only_when_they_are_released():
    known = records(place(check({CHAIR: Answer("no")})))

    kept = employer_report(CATALOGUE, known, TERMS, (OCTOBER,))
    told = employer_report(
        CATALOGUE, with_sharing(known, released=(sharing.MONTHS,)), TERMS, (OCTOBER,)
    )

    assert kept.months == ()
    assert told == replace(kept, months=(OCTOBER,))


def test_no_day_comes_where_a_report_is_made():
    """Not the log, and not a day of it: what makes a report is given totals."""
    given_to = get_type_hints(employer_report, vars(sharing))

    assert given_to == {
        "catalogue": Catalogue,
        "records": GeneralRecords,
        "terms": Terms,
        "months": tuple[SharedMonth, ...],
        "return": EmployerReport,
    }
    names = {field.name for field in fields(GeneralRecords)}
    assert names == {"person", "places", "sharing", "issued"}
    assert not {"Day", "DayRecords", "Habits", "Agreement"} & vars(sharing).keys()


# Which check


def test_the_newest_check_with_an_answer_for_the_employer_is_shared():
    old, new = DAY - timedelta(days=400), DAY - timedelta(days=10)
    filled = place(
        check({CHAIR: Answer("no")}, old, "c1"),
        check({CHAIR: Answer("yes")}, new, "c2"),
        check({"load-autonomy": Answer("no"), LEGROOM: Answer(SKIPPED)}, DAY, "c3"),
    )

    made = report(filled).places[0]

    assert made.checked_on == new
    assert [(a.question, a.value) for a in made.answers] == [(CHAIR, "yes")]


def test_a_check_with_only_questions_that_no_longer_apply_is_passed_over():
    filled = place(
        check({CHAIR: Answer("no")}, DAY - timedelta(days=9), "c1"),
        check({"substances-home": Answer("no")}, DAY, "c2"),
        intake={**FULL_INTAKE, "intake-practical-work": Answer("no")},
    )

    assert report(filled).places[0].checked_on == DAY - timedelta(days=9)


# Measures


def with_measure(question, *states):
    acts = CATALOGUE.question(question).acts
    made = proposed(measure_id("p", question), "p", question, DAY - timedelta(days=20))
    for number, state in enumerate(states):
        day = DAY - timedelta(days=10 - number)
        made = advance(made, Step(state, day, Actor.WORKER, "KANARIE"), acts)
    return made


def employer_acts():
    return next(
        q.id
        for q in CATALOGUE.items
        if q.acts is Actor.EMPLOYER
        and q.visibility is Visibility.EMPLOYER
        and q.risks
        and applies(q, {})
    )


def risky(question):
    return Answer(min(CATALOGUE.question(question).risks))


def test_what_the_employer_must_do_is_requested_by_sending():
    question = employer_acts()
    started = DAY - timedelta(days=30)

    made = report(place(check({question: risky(question)}, started))).places[0]

    assert made.measures[0].state is State.REQUESTED
    assert made.measures[0].since == DAY
    assert made.measures[0].due > started


@pytest.mark.parametrize(
    "states",
    [
        (State.REQUESTED,),
        (State.REQUESTED, State.DECIDED),
        (State.REQUESTED, State.DECLINED),
        (State.SET_UP, State.EFFECTIVE),
    ],
)
def test_a_measure_shows_its_last_state_and_no_note(states):
    question = employer_acts()
    measure = with_measure(question, *states)

    made = report(place(check({question: risky(question)}), measures=(measure,)))

    shared = made.places[0].measures[0]
    assert (shared.state, shared.since) == (states[-1], measure.steps[-1].day)
    assert "KANARIE" not in repr(made)


def test_a_measure_without_a_shared_finding_stays():
    measures = (with_measure(CHAIR, State.SET_UP), with_measure("load-autonomy"))

    made = report(place(check({LEGROOM: Answer("no")}), measures=measures)).places[0]

    assert [m.question for m in made.measures] == [LEGROOM]
    assert made.measures[0].state is State.PROPOSED


def test_requests_are_in_one_order_and_once():
    filled = place(check({CHAIR: Answer("no")}))

    made = report(
        filled, requests=(Request.EQUIPMENT, Request.EYE_TEST, Request.EQUIPMENT)
    )

    assert made.requests == (Request.EYE_TEST, Request.EQUIPMENT)


def test_hours_are_rounded_to_hundredths():
    filled = place(check({CHAIR: Answer("no")}), share=33)

    assert report(filled).places[0].findings[0].weekly_hours == 7.92


def test_danger_comes_first():
    filled = place(check({CHAIR: Answer("no"), STRIP: risky(STRIP)}))

    assert report(filled).places[0].findings[0].question == STRIP
