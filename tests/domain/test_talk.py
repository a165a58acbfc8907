"""The talk sheet: what stands on it, what it asks, and what it can never hold."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given

from tests.domain.agreements import BEGIN, FULL, RULES, agreements
from tests.domain.daylog_strategies import logs
from tests.domain.strategies import employer_reports
from tests.fakes import TODAY, FixedClock
from thuiswerkplek import bootstrap, rates_files
from thuiswerkplek.domain.agreement import Agreement, HomeDay, in_force
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    DaysRule,
    Evaluation,
    FixedDays,
    HomeFirst,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.catalogue import Actor
from thuiswerkplek.domain.daylog import Where
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.months import SharedMonth, shared_months
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.sharing import EmployerReport, Terms, employer_report
from thuiswerkplek.domain.talk import (
    MOST_FINDINGS,
    Agreed,
    Asked,
    Basis,
    TalkFinding,
    TalkSheet,
    talk_sheet,
)
from thuiswerkplek.domain.talk_topics import MOST, Proposal, Topic

CATALOGUE = bootstrap.catalogue()
RATES = rates_files.rates()
EMPTY = EmployerReport("", 1, None, TODAY, "1", "p", Person("Noor"), (), ())
PLAIN = Agreement(BEGIN, rules=(DaysRule(RuleCode.DAYS_MIN, 2),), days_a_week=4)
REVIEWED = replace(PLAIN, review_on=date(2027, 1, 4))


def month(number, home=8, office=8, first=0, inside=0, outside=0, year=2026):
    whole = home + office + first
    return SharedMonth(year, number, whole, home, office, first, 0, inside, outside)


def sheet(report=EMPTY, agreement=None, months=()):
    return talk_sheet(Basis(report, agreement, tuple(months)), CATALOGUE, RATES)


@cache
def people():
    demo = bootstrap.demo(seed=7, clock=FixedClock())
    return tuple(demo.worker(number) for number in range(12))


def of_report(number):
    records = people()[number].general
    return employer_report(CATALOGUE, records, Terms("", 1, TODAY, ""))


def topics(found):
    return [proposal.topic for proposal in found.proposals]


# What it can hold


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (
            TalkSheet,
            "day name agreed months findings open_findings proposals review_on",
        ),
        (Agreed, "valid_from valid_to rules asked"),
        (TalkFinding, "measure severity place number"),
        (Proposal, "topic ground count of"),
    ],
)
def test_a_sheet_has_exactly_these_fields(kind, names):
    """TM-11: a field more is a decision, to be made here and in the threat model."""
    assert [field.name for field in dataclasses.fields(kind)] == names.split()


def test_a_name_is_one_line():
    report = replace(EMPTY, person=Person("Noor\n de\tBoer ", "7", "HR"))

    assert sheet(report).name == "Noor de Boer"


# Months


def test_only_the_last_three_ended_months_are_told():
    every = [month(number) for number in range(1, 12)]

    assert [one.month for one in sheet(months=every).months] == [8, 9, 10]


def test_the_months_go_over_the_turn_of_the_year():
    report = replace(EMPTY, day=date(2027, 1, 1))
    every = [month(9), month(10), month(12), month(1, year=2027)]

    assert [one.month for one in sheet(report, months=every).months] == [10, 12]


# What was agreed


def test_without_an_agreement_nothing_is_agreed():
    found = sheet()

    assert (found.agreed, found.review_on) == (None, None)


def test_rules_go_along_and_the_outcome_of_a_talk_does_not():
    found = sheet(agreement=FULL)

    assert found.agreed.rules == RULES[:-1]
    assert "Goed" not in repr(found.agreed)


@pytest.mark.parametrize(
    ("rule", "days_a_week", "asked"),
    [
        # 8 + 8 + 8 + 8 = 16 days a month, 48 in all: 12 weeks of four days.
        (DaysRule(RuleCode.DAYS_MIN, 2), 4, (Where.OFFICE, False, 24)),
        (DaysRule(RuleCode.DAYS_MIN, 3, 2), 4, (Where.OFFICE, False, 18)),
        (DaysRule(RuleCode.DAYS_MIN, 2), None, (Where.OFFICE, False, None)),
        (FixedDays(RuleCode.FIXED_HOME, (1, 5)), 4, (Where.HOME, False, 24)),
        # Half a day is never asked: 48 / 4.5 x 1 = 10.67, and 48 / 5 x 2.5 = 24.
        (DaysRule(RuleCode.DAYS_MIN, 1), 4.5, (Where.OFFICE, False, 11)),
        (DaysRule(RuleCode.DAYS_MIN, 5, 2), 5, (Where.OFFICE, False, 24)),
        # Not more than whole weeks there were: 92 days are 13.14 weeks.
        (DaysRule(RuleCode.DAYS_MIN, 1), 0.5, (Where.OFFICE, False, 13)),
        # At most is not made less by time off.
        (DaysRule(RuleCode.DAYS_MAX, 3), 4, (Where.OFFICE, True, 39)),
        (
            DaysRule(RuleCode.DAYS_MAX, 1, where=Where.HOME),
            None,
            (Where.HOME, True, 13),
        ),
    ],
)
def test_what_a_rule_asks_of_the_days_told(rule, days_a_week, asked):
    agreement = Agreement(BEGIN, rules=(rule,), days_a_week=days_a_week)

    found = sheet(agreement=agreement, months=map(month, (8, 9, 10)))

    assert found.agreed.asked == (Asked(rule, *asked),)


def test_home_days_in_part_cannot_be_counted_from_totals():
    rule = DaysRule(RuleCode.DAYS_MIN, 2, where=Where.HOME)
    agreement = replace(PLAIN, rules=(rule,), home_day=HomeDay.PART)

    found = sheet(agreement=agreement, months=[month(10)])

    assert found.agreed.asked[0].days is None


def test_rules_that_count_no_days_are_not_held_against_them():
    rules = tuple(r for r in RULES if not isinstance(r, DaysRule | FixedDays))

    assert sheet(agreement=replace(FULL, rules=rules)).agreed.asked == ()


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, None),
        ({"review_on": date(2027, 1, 4)}, date(2027, 1, 4)),
        ({"review_on": TODAY}, None),
        ({"review_months": 6}, date(2027, 1, 1)),
        ({"rules": (Evaluation(date(2026, 12, 1)),)}, date(2026, 12, 1)),
        ({"rules": (Evaluation(date(2026, 10, 1)),)}, None),
        (
            {"rules": (Evaluation(date(2027, 3, 1)),), "review_months": 6},
            date(2027, 1, 1),
        ),
    ],
)
def test_the_next_talk_is_the_first_that_was_agreed(changes, day):
    found = sheet(agreement=replace(PLAIN, **changes))

    assert found.review_on == day
    assert (Topic.REVIEW in topics(found)) is (day is None)


# Findings


def test_findings_are_those_of_the_report_that_are_still_open():
    for number in range(12):
        report = of_report(number)
        measures = [m for place in report.places for m in place.measures]
        closed = {State.SET_UP, State.EFFECTIVE, State.DECLINED}

        found = sheet(report)

        assert found.open_findings == sum(m.state not in closed for m in measures)
        assert len(found.findings) == min(MOST_FINDINGS, found.open_findings)
        assert all(one.measure in measures for one in found.findings)


def test_danger_comes_first_then_what_is_asked_then_the_heaviest():
    for number in range(12):
        found = sheet(of_report(number)).findings
        order = [
            (
                not CATALOGUE.question(one.measure.question).is_danger,
                one.measure.state is State.PROPOSED,
            )
            for one in found
        ]

        assert order == sorted(order)


def test_what_the_employer_is_asked_is_asked_here_as_well():
    found = [one for number in range(12) for one in sheet(of_report(number)).findings]

    asked = [one for one in found if one.measure.acts is Actor.EMPLOYER]
    assert asked
    assert not [one for one in asked if one.measure.state is State.PROPOSED]


def test_workplaces_are_told_apart_when_there_are_more():
    places = {len(of_report(number).places): number for number in range(12)}
    one, several = sheet(of_report(places[1])), sheet(of_report(places[2]))

    assert {finding.number for finding in one.findings} == {None}
    assert {finding.number for finding in several.findings} <= {1, 2}


# Proposals


def test_without_an_agreement_it_proposes_to_make_one():
    assert topics(sheet()) == [Topic.AGREE, Topic.HOME_FIRST, Topic.REVIEW]


def test_with_all_of_it_agreed_there_is_nothing_to_propose():
    rules = (HomeFirst(4, 120), DaysRule(RuleCode.DAYS_MIN, 2))

    assert topics(sheet(agreement=replace(REVIEWED, rules=rules))) == []


@pytest.mark.parametrize(
    ("months", "proposal"),
    [
        ([month(10, home=8, office=2)], (Topic.MOSTLY_HOME, 8, 10)),
        ([month(10, home=7, office=2)], None),
        ([month(10, home=7, office=0)], None),  # too few days to say something of
        ([month(9, 4, 1), month(10, 4, 1)], (Topic.MOSTLY_HOME, 8, 10)),
        ([month(10, home=0, office=10)], (Topic.HARDLY_HOME, 0, 10)),
        ([month(10, home=1, office=9)], None),
        ([month(10, home=0, office=9, first=1)], None),
    ],
)
def test_both_ends_of_the_balance_are_asked_after(months, proposal):
    found = sheet(agreement=REVIEWED, months=months).proposals
    about = [(one.topic, one.count, one.of) for one in found]

    assert about[:-1] == ([proposal] if proposal else [])
    assert about[-1][0] is Topic.HOME_FIRST


@pytest.mark.parametrize(
    ("inside", "outside", "told"),
    [(5, 3, (5, 8)), (4, 4, (0, 0)), (7, 0, (0, 0)), (8, 0, (8, 8))],
)
def test_travel_in_the_peak_is_told_from_enough_arrivals(inside, outside, told):
    months = [month(10, inside=inside, outside=outside)]

    (only,) = sheet(agreement=REVIEWED, months=months).proposals

    assert only.topic is Topic.HOME_FIRST
    assert (only.count, only.of) == told


@pytest.mark.parametrize("rule", [HomeFirst(4, 120), ArriveOutside(3, 5)])
def test_who_agreed_on_travel_is_asked_what_it_needs(rule):
    agreement = replace(REVIEWED, rules=(rule,))

    calm = sheet(agreement=agreement, months=[month(10, inside=3, outside=6)])
    busy = sheet(agreement=agreement, months=[month(10, inside=6, outside=3)])

    assert topics(calm) == []
    assert topics(busy) == [Topic.AFTER_PEAK]


@pytest.mark.parametrize(
    ("rule", "asks"),
    [
        (FixedDays(RuleCode.FIXED_OFFICE, (1, 2)), True),
        (FixedDays(RuleCode.FIXED_OFFICE, (1, 3, 5)), False),
        (FixedDays(RuleCode.FIXED_HOME, (2, 4)), False),
        (TeamAnchor(4), True),
        (TeamAnchor(3), False),
        (TeamAnchor(), False),
    ],
)
def test_a_quieter_day_is_asked_after_by_what_was_agreed_alone(rule, asks):
    agreement = replace(REVIEWED, rules=(rule, HomeFirst(4, 120)))

    assert (Topic.QUIETER_DAY in topics(sheet(agreement=agreement))) is asks


def test_before_a_ground_is_known_nothing_rests_on_it():
    report = replace(EMPTY, day=date(2018, 6, 1))

    assert topics(sheet(report)) == [Topic.REVIEW]


@given(employer_reports(), agreements(), logs())
def test_any_sheet_is_within_its_bounds(report, agreement, days):
    held = in_force([agreement], report.day)

    found = sheet(report, held, shared_months(days, report.day))

    assert len(found.months) <= 3
    assert len(found.findings) <= min(MOST_FINDINGS, found.open_findings)
    assert len(found.proposals) <= MOST
    assert len(set(topics(found))) == len(found.proposals)
    assert found.review_on is None or found.review_on > report.day
    for asked in found.agreed.asked if found.agreed else ():
        assert asked.days is None or 0 <= asked.days <= 92 * 7
    for proposal in found.proposals:
        assert 0 <= proposal.count <= proposal.of
