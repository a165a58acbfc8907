"""A check: what applies, how far it is, what is next, and what an answer may be."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import (
    CATALOGUE,
    EVERY_QUESTION,
    ITEMS,
    answers,
    answers_to,
    questions,
    values,
)
from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    UNKNOWN,
    Answer,
    Condition,
    Kind,
)
from thuiswerkplek.domain.check import (
    Progress,
    applicable,
    applies,
    carried_over,
    is_answered,
    next_open,
    prefilled,
    progress,
    validate,
)
from thuiswerkplek.domain.errors import ValueRefusedError

DISTANCE, LIGHT, DEVICES, PROVIDED = (
    CATALOGUE.question(name)
    for name in ("screen-distance", "light-level", "intake-devices", "intake-provided")
)


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        (Condition("q", "=", ("yes",)), "yes", True),
        (Condition("q", "=", ("yes",)), "no", False),
        (Condition("q", "!=", ("none",)), "one", True),
        (Condition("q", "!=", ("none",)), "none", False),
        (Condition("q", "!=", ("none",)), SKIPPED, False),
        (Condition("q", "in", ("a", "b")), ("c", "b"), True),
        (Condition("q", "in", ("a", "b")), ("c",), False),
        (Condition("q", "!=", ("a",)), ("a", "b"), False),
        (Condition("q", "!=", ("a",)), ("b",), True),
        (Condition("q", ">=", ("2",)), 2.0, True),
        (Condition("q", ">=", ("2",)), 2, True),
        (Condition("q", ">=", ("2",)), 1.5, False),
        (Condition("q", ">=", ("2",)), UNKNOWN, False),
        (Condition("q", ">=", ("2",)), SKIPPED, False),
        (Condition("q", ">=", ("2",)), ("2",), False),
    ],
)
def test_a_condition_reads_codes_numbers_and_several(condition, value, holds):
    assert condition.holds({"q": Answer(value)}) is holds


@pytest.mark.parametrize("operator", ["=", "!=", ">=", "in"])
def test_what_is_missing_never_meets_a_condition(operator):
    assert not Condition("q", operator, ("2",)).holds({})


@given(answers(CATALOGUE.intake), answers(CATALOGUE.intake))
def test_more_answers_and_other_answers_change_only_what_hangs_on_them(one, other):
    for question in ITEMS:
        needed = {condition.question for condition in question.conditions}
        of_one = {key: one[key] for key in one if key in needed}
        mixed = {key: other[key] for key in other if key not in needed} | of_one
        assert applies(question, one) == applies(question, mixed)


@given(answers(CATALOGUE.intake))
def test_what_applies_keeps_its_order_and_skipping_is_like_not_answering(intake):
    asked = applicable(ITEMS, intake)
    without = {key: answer for key, answer in intake.items() if is_answered(answer)}

    assert [q for q in ITEMS if q in asked] == list(asked)
    assert applicable(ITEMS, without) == asked
    assert all(question in asked for question in ITEMS if not question.conditions)


@given(answers(EVERY_QUESTION), questions(EVERY_QUESTION))
def test_next_open_visits_everything_open_and_nothing_else(given_answers, after):
    """From any place, the walk finds every open question once, onward and around."""
    seen, known = [], dict(given_answers)
    place = after.id
    while (question := next_open(EVERY_QUESTION, known, after=place)) is not None:
        assert question.id not in known
        seen.append(question.id)
        known[question.id] = Answer(SKIPPED)
        place = question.id

    ids = [q.id for q in EVERY_QUESTION]
    start = ids.index(after.id) + 1
    around = [*ids[start:], *ids[:start]]
    assert seen == [key for key in around if key not in given_answers]


@given(answers(EVERY_QUESTION))
def test_without_a_place_the_first_open_question_is_next(known):
    first = next((q for q in EVERY_QUESTION if q.id not in known), None)

    assert next_open(EVERY_QUESTION, known) == first
    assert next_open(EVERY_QUESTION, known, after="gone") == first
    assert next_open((), known) is None


@given(answers(EVERY_QUESTION))
def test_progress_counts_answers_and_skips_of_what_is_asked(known):
    found = progress(EVERY_QUESTION, known)

    assert found == Progress(len(known), len(EVERY_QUESTION))
    assert found.is_complete == (next_open(EVERY_QUESTION, known) is None)
    assert progress(ITEMS, {}).done == 0
    assert Progress(0, 0).is_complete


@given(
    questions(EVERY_QUESTION).flatmap(lambda q: st.tuples(st.just(q), answers_to(q)))
)
def test_what_a_question_offers_it_accepts(pair):
    validate(*pair)


ODD = (
    st.text(max_size=12)
    | st.floats()
    | st.booleans()
    | st.integers()
    | st.lists(st.text(max_size=5), max_size=4).map(tuple)
    | st.sampled_from(sorted(CATALOGUE.options))
    | st.lists(st.sampled_from(sorted(CATALOGUE.options)), max_size=4).map(tuple)
)


@given(questions(EVERY_QUESTION), ODD)
def test_any_other_value_is_refused_by_name_and_not_with_the_value(question, value):
    is_one_of_its = _is_accepted(question, value)

    if is_one_of_its:
        validate(question, Answer(value))
        return
    with pytest.raises(ValueRefusedError) as caught:
        validate(question, Answer(value))
    assert caught.value.field == question.id
    assert caught.value.reason in {
        "unknown-option",
        "not-a-number",
        "out-of-range",
        "exclusive-option",
    }


def _is_accepted(question, value):
    """Say the rule again, the other way round."""
    if value == SKIPPED:
        return True
    if question.kind is Kind.CHOICE:
        return isinstance(value, str) and value in question.options
    if question.kind is Kind.NUMBER:
        if isinstance(value, str):
            return value == UNKNOWN and question.number.can_be_unknown
        is_number = type(value) in {int, float} and math.isfinite(value)
        return is_number and question.number.minimum <= value <= question.number.maximum
    if not isinstance(value, tuple) or not value or len(set(value)) < len(value):
        return False
    is_alone = len(value) == 1 or question.exclusive not in value
    return set(value) <= set(question.options) and is_alone


@pytest.mark.parametrize(
    ("question", "value", "reason"),
    [
        (DISTANCE, "74,5", "not-a-number"),
        (DISTANCE, True, "not-a-number"),
        (DISTANCE, (50.0,), "not-a-number"),
        (DISTANCE, float("nan"), "out-of-range"),
        (DISTANCE, float("inf"), "out-of-range"),
        (DISTANCE, 9.9, "out-of-range"),
        (DISTANCE, 10**400, "out-of-range"),
        (CATALOGUE.question("intake-home-days"), UNKNOWN, "not-a-number"),
        (DEVICES, "laptop", "unknown-option"),
        (DEVICES, (), "unknown-option"),
        (DEVICES, ("laptop", "laptop"), "unknown-option"),
        (PROVIDED, ("none", "chair"), "exclusive-option"),
        (CATALOGUE.question("desk-legroom"), "maybe", "unknown-option"),
        (CATALOGUE.question("desk-legroom"), ("yes",), "unknown-option"),
        (CATALOGUE.question("desk-legroom"), 1.0, "unknown-option"),
    ],
)
def test_each_refusal_says_why(question, value, reason):
    with pytest.raises(ValueRefusedError) as caught:
        validate(question, Answer(value))
    assert caught.value.reason == reason


def test_a_measured_value_only_where_there_is_a_field_for_it():
    validate(LIGHT, Answer("yes", 350.0))
    for question, reading in ((DISTANCE, 1.0), (LIGHT, -1.0), (LIGHT, float("nan"))):
        with pytest.raises(ValueRefusedError):
            validate(question, Answer(SKIPPED, reading))


def test_a_prefill_offers_what_was_said_earlier():
    agreed, hours = (
        CATALOGUE.question("agree-written"),
        CATALOGUE.question("screen-hours-day"),
    )

    def offered(question, key, value):
        return prefilled(question, {key: Answer(value)})

    assert offered(agreed, "intake-agreement", "spoken") == "partly"
    assert offered(agreed, "intake-agreement", "unknown") is None
    assert offered(agreed, "intake-agreement", SKIPPED) is None
    assert prefilled(agreed, {}) is None
    assert offered(hours, "intake-screen-hours", 6.5) == 6.5
    assert offered(hours, "intake-screen-hours", ("6",)) is None
    assert prefilled(DISTANCE, {"intake-screen-hours": Answer(6.0)}) is None


@given(questions([q for q in ITEMS if q.prefill]), st.data())
def test_a_prefill_is_always_an_answer_the_question_accepts(question, data):
    source = CATALOGUE.question(question.prefill)
    offered = prefilled(question, {source.id: Answer(data.draw(values(source)))})

    if offered is not None:
        validate(question, Answer(offered))


@given(answers(ITEMS), answers(CATALOGUE.intake))
def test_carried_over_is_what_was_said_is_asked_and_still_fits(before, intake):
    carried = carried_over(CATALOGUE, before, intake)

    asked = {question.id for question in applicable(ITEMS, intake)}
    assert carried == {
        key: answer
        for key, answer in before.items()
        if key in asked and answer.value != SKIPPED
    }


def test_what_no_longer_fits_the_catalogue_is_asked_again():
    before = {
        "desk-legroom": Answer("perhaps"),
        "screen-distance": Answer(4000.0),
        "retired-question": Answer("yes"),
        "desk-size": Answer("no"),
    }

    assert carried_over(CATALOGUE, before, {}) == {"desk-size": Answer("no")}
