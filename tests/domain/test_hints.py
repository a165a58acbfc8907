"""Remarks: when each is made, with which ground, and that none is made of nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from tests.domain.daylog_strategies import logs
from thuiswerkplek import rates_files
from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.agreement_kept import verdicts, year
from thuiswerkplek.domain.agreement_rules import DayMix, DaysRule, FixedDays, RuleCode
from thuiswerkplek.domain.catalogue import Certainty
from thuiswerkplek.domain.daylog import Band, Day, Mode, Part, Purpose, Trip, Where
from thuiswerkplek.domain.hints import HintCode, Known, hints
from thuiswerkplek.domain.workplace import WorkplaceId

RATES = rates_files.rates()
MONDAY = date(2026, 9, 7)
TODAY = date(2026, 11, 23)
HOME, OFFICE = Where.HOME, Where.OFFICE
ATTIC = WorkplaceId("attic")
AGREED = Agreement(date(2026, 1, 1))


def week_days(count):
    return [MONDAY + timedelta(7 * (n // 5) + n % 5) for n in range(count)]


def at(where, dates, *, minutes=480, place=None, bands=()):
    trips = tuple(Trip(Purpose.COMMUTE, Mode.TRAIN, 25, band) for band in bands)
    return tuple(Day(on, (Part(where, minutes, place),), trips) for on in dates)


def known(days=(), agreement=AGREED, found=(), checked=None):
    return Known(tuple(days), agreement, tuple(found), checked or {})


def codes(given, on=TODAY):
    return {hint.code for hint in hints(given, RATES, on)}


def only(given, code):
    (found,) = (hint for hint in hints(given, RATES, TODAY) if hint.code is code)
    return found


def test_without_anything_there_is_nothing_to_remark():
    assert codes(known()) == set()


def test_without_an_agreement_that_is_pointed_out():
    found = only(known(agreement=None), HintCode.NO_AGREEMENT)

    assert found.limit == 20
    assert found.ground.basis.certainty is Certainty.SECONDARY


def test_both_extremes_are_pointed_out_on_the_word_of_the_letter():
    all_home, all_there = at(HOME, week_days(8)), at(OFFICE, week_days(8))

    high = only(known(all_home), HintCode.MOSTLY_HOME)
    low = only(known(all_there), HintCode.HARDLY_HOME)

    assert (high.value, high.limit) == (100, 80)
    assert (low.value, low.limit) == (0, 10)
    for found in (high, low):
        assert found.ground.basis.sources == ("letter",)
        assert found.ground.basis.certainty is Certainty.VERIFIED


def test_of_a_few_days_no_share_is_remarked():
    bands = (Band.MORNING_PEAK,)

    assert codes(known(at(HOME, week_days(7)))) == set()
    assert codes(known(at(OFFICE, week_days(7), bands=bands))) == set()


def test_a_balance_between_the_sides_is_not_remarked():
    days = at(HOME, week_days(10)[::2]) + at(OFFICE, week_days(10)[1::2])

    assert not codes(known(days)) & {HintCode.MOSTLY_HOME, HintCode.HARDLY_HOME}


@pytest.mark.parametrize(("count", "is_long"), [(10, False), (11, True)])
def test_more_than_ten_working_days_off_site_are_pointed_out(count, is_long):
    found = codes(known(at(HOME, week_days(count))))

    assert (HintCode.LONG_RUN in found) is is_long


def test_the_limit_of_a_run_is_told_to_be_our_own_choice():
    found = only(known(at(HOME, week_days(11))), HintCode.LONG_RUN)

    assert (found.value, found.limit) == (11, 10)
    assert found.ground.basis.certainty is Certainty.UNVERIFIED


@pytest.mark.parametrize(
    ("inside", "is_much"), [((4, 4), False), ((5, 3), True), ((8, 0), True)]
)
def test_more_than_half_of_the_legs_in_a_peak_is_pointed_out(inside, is_much):
    peak, outside = inside
    bands = [Band.MORNING_PEAK] * peak + [Band.OUTSIDE] * outside
    days = [
        at(OFFICE, [on], bands=(band,))[0]
        for on, band in zip(week_days(8), bands, strict=True)
    ]

    assert (HintCode.PEAK_TRAVEL in codes(known(days))) is is_much


def test_coming_mostly_on_tuesday_and_thursday_is_pointed_out():
    busy = [on for on in week_days(25) if on.isoweekday() in (2, 4)]
    spread = week_days(10)

    found = only(known(at(OFFICE, busy)), HintCode.BUSY_DAYS)

    assert (found.value, found.limit) == (100, 60)
    assert HintCode.BUSY_DAYS not in codes(known(at(OFFICE, spread)))


@pytest.mark.parametrize(
    "rule",
    [
        DaysRule(RuleCode.DAYS_MIN, 1, where=HOME),
        FixedDays(RuleCode.FIXED_HOME, (1,)),
    ],
)
def test_weeks_without_the_promised_home_day_are_counted(rule):
    agreed = Agreement(date(2026, 1, 1), rules=(rule,))
    days = at(OFFICE, week_days(10))
    found = verdicts({d.date: d for d in days}, [agreed], year(TODAY), until=TODAY)

    hint = only(known(days, agreed, found), HintCode.NO_HOME_DAY)

    assert hint.value == 2
    assert hint.ground is None


def test_other_rules_that_were_broken_are_not_about_home_days():
    agreed = Agreement(date(2026, 1, 1), rules=(DayMix(2, (1, 3, 5)),))
    days = at(HOME, week_days(10))
    found = verdicts({d.date: d for d in days}, [agreed], year(TODAY), until=TODAY)

    assert found
    assert HintCode.NO_HOME_DAY not in codes(known(days, agreed, found))


def test_a_place_used_over_two_hours_a_day_without_a_check_is_pointed_out():
    short = at(HOME, week_days(3), minutes=120, place=ATTIC)
    long = at(HOME, week_days(3), minutes=121, place=ATTIC)

    assert HintCode.PLACE_UNCHECKED not in codes(known(short))
    assert only(known(long), HintCode.PLACE_UNCHECKED).workplace == ATTIC
    assert HintCode.PLACE_UNCHECKED not in codes(known(long, checked={ATTIC: 8.0}))


@pytest.mark.parametrize(("assumed", "is_more"), [(20.0, False), (19.9, True)])
def test_a_place_used_more_than_its_check_counted_on_is_pointed_out(assumed, is_more):
    dates = [on for on in week_days(20) if on.isoweekday() <= 3]  # 24 hours a week
    days = at(HOME, dates, place=ATTIC)

    found = codes(known(days, checked={ATTIC: assumed}))

    assert (HintCode.PLACE_USED_MORE in found) is is_more


def test_three_weeks_are_too_few_to_compare_with_a_check():
    days = at(HOME, week_days(15), place=ATTIC)

    assert HintCode.PLACE_USED_MORE not in codes(known(days, checked={ATTIC: 1.0}))


def test_planned_days_give_no_remarks():
    plan = [Day(d.date, d.parts, is_planned=True) for d in at(HOME, week_days(20))]

    assert codes(known(plan)) == set()


def test_what_is_unknown_that_day_gives_no_remarks():
    days = at(HOME, week_days(20), place=ATTIC)

    assert codes(known(days, agreement=None), on=date(2018, 1, 1)) == set()


@given(logs())
def test_every_remark_has_a_value_past_its_limit(log):
    for hint in hints(known(log, checked={}), RATES, TODAY):
        if hint.code is HintCode.HARDLY_HOME:
            assert hint.value < hint.limit
        else:
            assert hint.value >= hint.limit
