"""An agreement in the form and back: nothing is lost, and what is wrong is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.domain.agreements import FULL, agreements
from thuiswerkplek.domain.agreement import Agreement, Item, Source
from thuiswerkplek.domain.agreement_rules import (
    DaysRule,
    Evaluation,
    FixedDays,
    Hours,
    RuleCode,
)
from thuiswerkplek.domain.daylog import Where
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.ui.worker.agreement_draft import Draft, draft_of, read
from thuiswerkplek.ui.worker.agreement_entries import Entry
from thuiswerkplek.ui.worker.agreement_rule_slots import kept_rules

START = {Entry.VALID_FROM: "1-1-2026"}
BEGIN = date(2026, 1, 1)


def draft(**texts):
    return Draft(START | {Entry[name]: text for name, text in texts.items()})


def reasons(found):
    return {entry: error.reason for entry, error in found.problems.items()}


@pytest.mark.parametrize("language", list(Language))
def test_a_full_agreement_comes_back_whole(language):
    with using(language):
        found = read(draft_of(FULL), FULL).agreement

    again = replace(found, version=3, source=Source.ORGANISATION, rules=FULL.rules)
    assert again == FULL
    assert Counter(found.rules) == Counter(FULL.rules)


@given(agreements())
def test_any_agreement_keeps_its_rules_and_its_money(agreement):
    begun = replace(agreement, valid_from=BEGIN)

    found = read(draft_of(begun), begun)

    if found.agreement is None:  # a weekday at two places at once
        assert set(found.problems) == {Entry.FIXED_OFFICE}
        return
    assert Counter(found.agreement.rules) == Counter(begun.rules)
    assert found.agreement.money == begun.money
    assert found.agreement.days_a_week == begun.days_a_week


def test_only_the_first_day_is_needed():
    assert read(Draft(START)).agreement == Agreement(BEGIN)
    assert reasons(read(Draft())) == {Entry.VALID_FROM: "needed"}


def test_rules_without_a_field_are_kept_and_those_with_one_can_go():
    emptied = replace(draft_of(FULL), texts=START, weekdays={})

    found = read(emptied, FULL).agreement

    assert found.rules == kept_rules(FULL.rules)
    assert DaysRule(RuleCode.DAYS_MAX, 8, 4) in found.rules
    assert any(isinstance(rule, Evaluation) for rule in found.rules)
    assert DaysRule(RuleCode.DAYS_MIN, 2) not in found.rules


def test_a_second_rule_of_one_kind_is_kept():
    first, second = DaysRule(RuleCode.DAYS_MIN, 2), DaysRule(RuleCode.DAYS_MIN, 3)
    agreement = Agreement(BEGIN, rules=(first, second))

    shown = draft_of(agreement)
    found = read(
        replace(shown, texts=shown.texts | {Entry.OFFICE_LEAST: "1"}), agreement
    )

    assert shown.texts[Entry.OFFICE_LEAST] == "2"
    assert found.agreement.rules == (DaysRule(RuleCode.DAYS_MIN, 1), second)


def test_the_fields_make_the_rules_of_their_kind():
    found = read(
        Draft(
            START
            | {
                Entry.HOME_LEAST: "2",
                Entry.OFFICE_MOST: "3",
                Entry.QUIET_BEGIN: "20:00",
                Entry.QUIET_UNTIL: "7",
            },
            weekdays={Entry.FIXED_HOME: (1, 5)},
        )
    )

    assert found.agreement.rules == (
        DaysRule(RuleCode.DAYS_MIN, 2, where=Where.HOME),
        DaysRule(RuleCode.DAYS_MAX, 3),
        FixedDays(RuleCode.FIXED_HOME, (1, 5)),
        Hours(RuleCode.UNREACHABLE, 1_200, 420),
    )


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        ({"VALID_TO": "31-12-2025"}, {Entry.VALID_TO: "ends-before-it-begins"}),
        ({"VALID_TO": "x"}, {Entry.VALID_TO: "not-a-date"}),
        ({"DAYS_A_WEEK": "8"}, {Entry.DAYS_A_WEEK: "out-of-range"}),
        (
            {"HOME_LEAST": "3", "HOME_MOST": "2"},
            {Entry.HOME_MOST: "crossed"},
        ),
        ({"OFFICE_LEAST": "2,5"}, {Entry.OFFICE_LEAST: "not-whole-number"}),
        ({"OUTSIDE_DAYS": "3"}, {Entry.OUTSIDE_OF: "both"}),
        (
            {"OUTSIDE_DAYS": "6", "OUTSIDE_OF": "5"},
            {Entry.OUTSIDE_DAYS: "more-than-all"},
        ),
        ({"FIRST_MINUTES": "120"}, {Entry.FIRST_DAYS: "both"}),
        (
            {"CORE_BEGIN": "15:00", "CORE_UNTIL": "10:00"},
            {Entry.CORE_UNTIL: "ends-before-it-begins"},
        ),
        (
            {"QUIET_BEGIN": "late"},
            {Entry.QUIET_BEGIN: "not-a-time", Entry.QUIET_UNTIL: "both"},
        ),
        ({"KM_AMOUNT": "0,2345"}, {Entry.KM_AMOUNT: "too-precise"}),
        ({"COUNTRY": "Duitsland"}, {Entry.COUNTRY: "unknown-country"}),
        ({"TEAM": "x" * 201}, {Entry.TEAM: "too-long"}),
        ({"ENDING": "x" * 4_001}, {Entry.ENDING: "too-long"}),
        ({"REVIEW_MONTHS": "61"}, {Entry.REVIEW_MONTHS: "out-of-range"}),
    ],
)
def test_what_is_wrong_is_known_by_its_field(texts, wrong):
    found = read(draft(**texts))

    assert found.agreement is None
    assert reasons(found) == wrong


def test_all_that_is_wrong_is_told_at_once():
    found = read(draft(VALID_TO="x", HOME_AMOUNT="much", REVIEW_ON="soon"))

    assert set(found.problems) == {
        Entry.VALID_TO,
        Entry.HOME_AMOUNT,
        Entry.REVIEW_ON,
    }


def test_a_weekday_is_at_one_place():
    days = {Entry.FIXED_HOME: (1, 2), Entry.FIXED_OFFICE: (2,)}

    assert reasons(read(Draft(START, days))) == {Entry.FIXED_OFFICE: "two-places"}


def test_things_without_a_name_are_left_out_and_there_is_an_end_to_them():
    found = read(Draft(START, items=(Item(" Lamp "), Item("  "))))
    assert found.agreement.equipment == (Item("Lamp"),)

    many = read(Draft(START, items=(Item("Lamp"),) * 101))
    assert reasons(many) == {Entry.ITEMS: "too-many"}


def test_hidden_letters_do_not_get_in():
    found = read(draft(EMPLOYER="Voor\x00beeld\nBV", PLACES="a\r\nb"))

    assert found.agreement.parties.employer == "Voorbeeld BV"
    assert "\r" not in found.agreement.terms.places


def test_drafts_are_alike_when_they_say_the_same():
    full = draft_of(FULL)

    assert full.is_like(replace(full, texts={**full.texts, Entry.WORK: "  "}))
    assert full.is_like(replace(full, items=(*full.items, Item(" "))))
    assert not full.is_like(replace(full, weekdays={}))
