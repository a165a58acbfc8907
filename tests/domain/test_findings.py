"""From answers to findings: severity, exposure, order, and what changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import CATALOGUE, EMPLOYERS, ITEMS, answers, questions
from thuiswerkplek.domain.catalogue import SKIPPED, UNKNOWN, Answer, Exposure
from thuiswerkplek.domain.findings import (
    Change,
    Finding,
    Outcome,
    changes,
    findings,
    outcome,
    severity,
    theme_severity,
)
from thuiswerkplek.domain.workplace import (
    EquipmentKind,
    Owner,
    equipment,
    weekly_hours,
)

shares = st.integers(0, 100)

RULES = ("arboregeling-5", "arbobesluit-5.10", "arbobesluit-5.11")


def found_in(given_answers, intake, share=100):
    return findings(CATALOGUE, ITEMS, given_answers, intake=intake, share_percent=share)


@given(answers(ITEMS), answers(CATALOGUE.intake), shares)
def test_findings_are_the_risks_danger_first_then_by_weight(known, intake, share):
    found = found_in(known, intake, share)

    risks = {
        key for key in known if outcome(CATALOGUE.question(key), known[key]) == "risk"
    }
    assert {item.question for item in found} == risks
    assert len(found) == len(risks)
    order = [(not item.is_danger, -item.weight) for item in found]
    assert order == sorted(order)
    for item in found:
        question = CATALOGUE.question(item.question)
        assert item.severity in {1, 2, 3}
        assert item.severity <= question.severity
        assert question.severity - item.severity <= 1
        assert item.is_danger is question.is_danger


@given(answers(ITEMS), answers(CATALOGUE.intake))
def test_the_order_of_answering_does_not_matter(known, intake):
    backwards = dict(reversed(known.items()))

    assert found_in(known, intake) == found_in(backwards, intake)


@given(answers(ITEMS), answers(CATALOGUE.intake))
def test_skipping_is_never_a_risk_and_like_no_answer(known, intake):
    skipped = {question.id: Answer(SKIPPED, None, "text") for question in ITEMS}

    assert found_in(skipped, intake) == ()
    assert found_in({**skipped, **known}, intake) == found_in(known, intake)
    assert outcome(ITEMS[0], None) is Outcome.FINE


@given(questions(ITEMS), st.floats(0, 24))
def test_severity_drops_by_one_exactly_for_screen_rules_under_two_hours(
    question, hours
):
    intake = {"intake-screen-hours": Answer(hours)}
    rests_on_screen_rules = any(
        source.startswith((*RULES, "arbobesluit-5.12")) for source in question.sources
    )
    is_eased = rests_on_screen_rules and hours < 2

    assert question.is_eased_by_little_screen is rests_on_screen_rules
    assert severity(CATALOGUE, question, intake) == max(1, question.severity - is_eased)


@pytest.mark.parametrize(("hours", "eased"), [(1.9, 1), (2.0, 0), (2.1, 0), (0.0, 1)])
def test_two_hours_is_where_the_screen_rules_begin(hours, eased):
    """Arbobesluit 5.8(2): at least two hours a day."""
    question = CATALOGUE.question("screen-distance")
    intake = {"intake-screen-hours": Answer(hours)}

    assert severity(CATALOGUE, question, intake) == question.severity - eased


def test_danger_comes_before_what_weighs_more():
    strip, chair = "elec-power-strip", "chair-adjustable"
    known = {
        chair: Answer("no"),
        strip: Answer(sorted(CATALOGUE.question(strip).risks)[0]),
    }
    intake = {"intake-home-days": Answer(5.0), "intake-home-hours": Answer(8.0)}
    heavier = [name for name in ITEMS if name.severity == 3 and not name.is_danger]
    known |= {
        item.id: Answer(sorted(item.risks)[0])
        for item in heavier
        if item.kind == "choice"
    }

    found = found_in(known, intake)
    light = found_in({**known, "intake-home-days": Answer(0.0)}, intake)

    assert found[0].question == strip
    assert light[0].is_danger
    others = [item for item in found if not item.is_danger]
    assert max(item.weight for item in others) >= found[0].weight


@pytest.mark.parametrize("value", [SKIPPED, UNKNOWN, ("2",)])
def test_an_unknown_number_of_screen_hours_eases_nothing(value):
    for question in ITEMS:
        intake = {"intake-screen-hours": Answer(value)}
        assert severity(CATALOGUE, question, intake) == question.severity
        assert severity(CATALOGUE, question, {}) == question.severity


@pytest.mark.parametrize(
    ("name", "answer", "meaning"),
    [
        ("screen-distance", Answer(49.9), Outcome.RISK),
        ("screen-distance", Answer(50.0), Outcome.FINE),
        ("screen-distance", Answer(80.0), Outcome.FINE),
        ("screen-distance", Answer(80.1), Outcome.RISK),
        ("screen-distance", Answer(UNKNOWN), Outcome.FINE),
        ("screen-hours-day", Answer(3.9), Outcome.FINE),
        ("screen-hours-day", Answer(4.0), Outcome.ATTENTION),
        ("screen-hours-day", Answer(6.0), Outcome.ATTENTION),
        ("screen-hours-day", Answer(6.5), Outcome.RISK),
        ("light-level", Answer("yes", 199.0), Outcome.RISK),
        ("light-level", Answer("yes", 200.0), Outcome.FINE),
        ("light-level", Answer("yes"), Outcome.FINE),
        ("light-level", Answer("no", 500.0), Outcome.RISK),
        ("light-level", Answer(SKIPPED, 10.0), Outcome.FINE),
    ],
)
def test_the_borders_of_a_risk(name, answer, meaning):
    assert outcome(CATALOGUE.question(name), answer) is meaning


@given(answers(ITEMS), answers(CATALOGUE.intake))
def test_a_theme_stands_as_its_worst_and_two_small_ones_count(known, intake):
    found = found_in(known, intake)

    for theme in CATALOGUE.themes:
        ids = [question.id for question in theme.questions]
        levels = sorted(item.severity for item in found if item.question in ids)
        expected = {(): 0, (1,): 0}.get(tuple(levels))
        if expected is None:
            expected = max(2, levels[-1])
        assert theme_severity(theme, found) == expected


def test_weight_counts_one_hour_when_the_hours_are_unknown():
    assert Finding("q", 3, None, is_danger=False).weight == 3
    assert Finding("q", 3, 0.0, is_danger=False).weight == 0
    assert Finding("q", 2, 8.5, is_danger=False).weight == 17


def week(days=3.0, hours=8.0, screen=None, calls=None):
    known = {
        "intake-home-days": days,
        "intake-home-hours": hours,
        "intake-screen-hours": screen,
        "intake-call-hours": calls,
    }
    return {key: Answer(value) for key, value in known.items() if value is not None}


@pytest.mark.parametrize(
    ("intake", "share", "exposure", "hours"),
    [
        (week(), 100, Exposure.HOME, 24.0),
        (week(), 50, Exposure.HOME, 12.0),
        (week(), 0, Exposure.HOME, 0.0),
        (week(screen=6.0), 100, Exposure.SCREEN, 18.0),
        (week(screen=6.0), 100, Exposure.DEVICES, 18.0),
        (week(screen=12.0), 100, Exposure.SCREEN, 24.0),
        (week(calls=2.0), 100, Exposure.CALLS, 6.0),
        (week(), 100, Exposure.CALLS, 24.0),
        (week(screen=UNKNOWN), 100, Exposure.SCREEN, 24.0),
        (week(days=None), 100, Exposure.HOME, None),
        (week(hours=None), 100, Exposure.HOME, None),
        (week(days=SKIPPED), 100, Exposure.HOME, None),
        ({}, 100, Exposure.HOME, None),
    ],
)
def test_hours_a_week_are_days_times_hours_times_share(intake, share, exposure, hours):
    assert weekly_hours(intake, share, exposure) == hours


@given(
    st.floats(0, 7),
    st.floats(0, 24),
    st.floats(0, 24),
    shares,
    st.sampled_from(Exposure),
)
def test_hours_a_week_stay_within_a_week(days, hours, special, share, exposure):
    found = weekly_hours(week(days, hours, special, special), share, exposure)

    assert 0 <= found <= days * hours + 1e-9 <= 168 + 1e-9


# What a repeated check shows


def history(*values):
    return [
        {} if value is None else {"desk-legroom": Answer(value)} for value in values
    ]


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (["no"], "no", Change.STILL),
        (["no"], "yes", Change.IMPROVED),
        (["no"], SKIPPED, None),
        (["no"], None, None),
        (["yes"], "no", Change.NEW),
        (["yes"], "yes", None),
        ([None], "no", Change.NEW),
        (["no", "yes"], "no", Change.CAME_BACK),
        (["no", "yes"], "yes", None),
        (["no", None], "no", Change.CAME_BACK),
        (["yes", "no"], "no", Change.STILL),
        (["no", "yes", "no"], "yes", Change.IMPROVED),
        ([], "no", None),
    ],
)
def test_a_change_is_improved_back_new_or_still(before, now, change):
    found = changes(CATALOGUE, history(*before), history(now)[0])

    assert found.get("desk-legroom") == change


@given(st.lists(answers(EMPLOYERS), min_size=1, max_size=4), answers(EMPLOYERS))
def test_every_change_agrees_with_the_outcomes(before, now):
    found = changes(CATALOGUE, before, now)

    for question in ITEMS:
        is_risk = outcome(question, now.get(question.id)) is Outcome.RISK
        was = [
            outcome(question, known.get(question.id)) is Outcome.RISK
            for known in before
        ]
        change = found.get(question.id)
        assert (change in {Change.STILL, Change.NEW, Change.CAME_BACK}) is is_risk
        assert (change is Change.STILL) == (is_risk and was[-1])
        assert (change is Change.CAME_BACK) == (is_risk and not was[-1] and any(was))
        if change is Change.IMPROVED:
            assert was[-1]
            assert not is_risk
    assert changes(CATALOGUE, [], now) == {}


# Whose the things are


def things(**known):
    return {
        f"intake-{key.replace('_', '-')}": Answer(value) for key, value in known.items()
    }


def test_no_inventory_before_it_is_asked():
    assert equipment({}) == ()
    assert equipment(things(provided=SKIPPED)) == ()
    assert equipment({"intake-provided": Answer(3.0)}) == ()


@pytest.mark.parametrize(
    ("intake", "kind", "owner"),
    [
        (things(provided=("chair",)), EquipmentKind.CHAIR, Owner.EMPLOYER),
        (things(provided=("none",)), EquipmentKind.CHAIR, Owner.WORKER),
        (things(provided=("none",)), EquipmentKind.LAMP, Owner.NONE),
        (things(provided=("lamp",)), EquipmentKind.LAMP, Owner.EMPLOYER),
        (
            things(provided=("none",), devices=("laptop",)),
            EquipmentKind.LAPTOP,
            Owner.WORKER,
        ),
        (
            things(provided=("none",), devices=("desktop",)),
            EquipmentKind.LAPTOP,
            Owner.NONE,
        ),
        (
            things(provided=("none",), external_screen="one"),
            EquipmentKind.SCREEN,
            Owner.WORKER,
        ),
        (
            things(provided=("none",), external_screen="none"),
            EquipmentKind.SCREEN,
            Owner.NONE,
        ),
        (
            things(provided=("none",), external_input="both"),
            EquipmentKind.MOUSE,
            Owner.WORKER,
        ),
        (
            things(provided=("none",), external_input="no"),
            EquipmentKind.MOUSE,
            Owner.NONE,
        ),
        (
            things(provided=("none",), external_input="keyboard-only"),
            EquipmentKind.KEYBOARD,
            Owner.WORKER,
        ),
        (
            things(provided=("none",), external_input="mouse-only"),
            EquipmentKind.KEYBOARD,
            Owner.NONE,
        ),
    ],
)
def test_the_inventory_names_whose_each_thing_is(intake, kind, owner):
    found = {line.kind: line.owner for line in equipment(intake)}

    assert found[kind] is owner
    assert list(found) == list(EquipmentKind)
