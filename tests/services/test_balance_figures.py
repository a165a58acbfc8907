"""The balance of a year in one value: whole, exact, and unknown where it must be."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.daylog_strategies import logs
from thuiswerkplek import rates_files
from thuiswerkplek.domain.agreement import Agreement, HomeDay, Money
from thuiswerkplek.domain.agreement_kept import State
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, Hours, RuleCode
from thuiswerkplek.domain.allowance_year import Totals, together, year_overview
from thuiswerkplek.domain.balance import ShareClass, total
from thuiswerkplek.domain.cross_border import Insured, Level
from thuiswerkplek.domain.daylog import Band, Day, Mode, Part, Purpose, Trip, Where
from thuiswerkplek.domain.hints import HintCode
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.domain.wpm import FactorList
from thuiswerkplek.services.balance_figures import Log, balance_of

RATES = rates_files.rates()
TODAY = date(2026, 11, 23)
MONDAY = date(2026, 11, 2)
HOME = (Part(Where.HOME, 480),)
OFFICE = (Part(Where.OFFICE, 480),)


def trip(band, mode=Mode.CAR_PETROL, km=25.0):
    return Trip(Purpose.COMMUTE, mode, km, band)


def there(day, parts=OFFICE, first=Band.MORNING_PEAK):
    return Day(day, parts, (trip(first), trip(Band.EVENING_PEAK)))


def example(monday=MONDAY):
    """The worked example of dossier 8.1: 32 hours, with one day first at home."""
    first = (Part(Where.HOME, 150), Part(Where.OFFICE, 330))
    return (
        Day(monday, HOME),
        there(monday + timedelta(1)),
        Day(monday + timedelta(2), (Part(Where.OFF, 0),)),
        there(monday + timedelta(3), first, Band.OUTSIDE),
        Day(monday + timedelta(4), HOME),
    )


def found_of(days, agreements=(), year=2026, today=TODAY, **more):
    return balance_of(
        Log(tuple(days), tuple(agreements), **more), RATES, year, today=today
    )


def test_section_8_1_worked_example():
    found = found_of(example(), travel_minutes=40)

    assert found.total.home_share == Fraction("0.578125")
    assert found.total.share_class is ShareClass.MAINLY
    assert found.total.avoided == (4, 1, 160, 100_000)
    assert found.total.peak_share == Fraction(3, 4)
    assert found.total.figures.half_days == {Where.HOME: 5, Where.OFFICE: 3}


def test_section_4_the_larger_of_the_two_and_never_both():
    totals = found_of(example()).total.allowance

    assert (totals.home_days, totals.travel_days) == (2, 2)
    assert totals.home.paid == Fraction("4.90")
    assert totals.travel.paid == Fraction(25)


def test_what_is_not_known_stays_unknown():
    found = found_of(example(date(2029, 1, 1)), year=2029, today=date(2029, 3, 1))

    assert found.total.avoided.minutes is None
    assert found.total.allowance.amount.paid is None
    assert [carbon.stated.grams for carbon in found.total.carbon] == [None, None]
    assert found.border is None
    assert found.total.verdicts == ()


def test_two_ways_to_work_leave_the_kilometres_saved_unknown():
    train = Day(MONDAY + timedelta(7), OFFICE, (trip(Band.OUTSIDE, Mode.TRAIN),))

    found = found_of((*example(), train))

    assert found.usual is None
    assert found.total.avoided.metres is None
    assert found.total.avoided.trips == 4


def test_the_two_lists_of_co2_stay_apart():
    found = found_of(example(date(2025, 11, 3)), year=2025)

    by_list = {one.stated.factors.list: one.stated for one in found.total.carbon}
    assert set(by_list) == set(FactorList)
    assert by_list[FactorList.WPM].grams == 139 * 100
    assert by_list[FactorList.WPM].factors.year == 2025


def test_unknown_factors_of_a_year_are_told_beside_those_of_the_last_known_one():
    wpm = found_of(example()).total.carbon[0]

    assert wpm.stated.grams is None
    assert wpm.latest is not None
    assert (wpm.latest.factors.year, wpm.latest.grams) == (2025, 13_900)


def test_an_empty_year_has_figures_of_nothing():
    found = found_of(example(), year=2024)

    assert found.total.figures.worked_days == 0
    assert found.total.home_share is None
    assert found.total.allowance.amount.paid == 0
    assert found.hints == ()
    assert found.longest_run is None


def test_planned_days_wait_outside_the_figures():
    planned = Day(date(2026, 12, 1), HOME, is_planned=True)

    found = found_of((*example(), planned))

    assert found.planned_days == 1
    assert found.total == found_of(example()).total


RULES = (
    DaysRule(RuleCode.DAYS_MIN, 2, where=Where.HOME),
    FixedDays(RuleCode.FIXED_OFFICE, (2, 4)),
    Hours(RuleCode.CORE_HOURS, 600, 900),
)


def test_the_agreement_is_held_against_the_days_and_the_rest_is_named():
    found = found_of(example(), [Agreement(date(2026, 1, 1), rules=RULES)])

    states = {one.rule: one.state for one in found.total.verdicts}
    assert states == dict.fromkeys(RULES[:2], State.KEPT)
    assert found.unjudged == RULES[2:]
    assert found.months[10].verdicts == found.total.verdicts
    assert found.months[9].verdicts == ()


def test_a_week_that_still_goes_on_is_not_judged():
    agreement = Agreement(date(2026, 1, 1), rules=RULES[:1])

    def states(today):
        found = found_of([Day(TODAY, HOME)], [agreement], today=today)
        return [one.state for one in found.total.verdicts]

    assert states(TODAY) == []
    assert states(TODAY + timedelta(1)) == [State.OPEN]
    assert states(TODAY + timedelta(7)) == [State.KEPT]  # one of the one day worked


def test_a_changed_agreement_pays_each_day_by_the_one_of_that_day():
    agreements = [
        Agreement(date(2026, 1, 1), money=Money(home_a_day=Decimal(1))),
        Agreement(date(2026, 11, 5), money=Money(home_a_day=Decimal(2))),
    ]

    totals = found_of(example(), agreements).total.allowance

    assert totals.home.paid == 1 + 2
    assert totals.home_days == 2


def test_a_day_partly_at_home_counts_as_the_agreement_has_it():
    parts = (Part(Where.HOME, 240), Part(Where.CUSTOMER, 240))
    days = [Day(MONDAY, parts)]

    def home_days(home_day):
        agreement = Agreement(date(2026, 1, 1), home_day=home_day)
        return found_of(days, [agreement]).total.allowance.home_days

    assert home_days(HomeDay.PART) == 1
    assert home_days(HomeDay.WHOLE) == 0


def test_section_4_3_the_fixed_allowance_of_an_agreed_rhythm():
    """2026, 25 km, 3 office days and 2 at home: 1,814.72 a year, 151.23 a month."""
    rules = (
        DaysRule(RuleCode.DAYS_MIN, 3),
        DaysRule(RuleCode.DAYS_MIN, 2, where=Where.HOME),
    )

    fixed = found_of(example(), [Agreement(date(2026, 1, 1), rules=rules)]).fixed

    assert (fixed.office, fixed.is_agreed) == (3, True)
    assert (fixed.least, fixed.paid) == (Fraction("76.8"), Fraction("128.4"))
    assert fixed.is_enough is False
    assert fixed.year is not None
    assert fixed.year.amount.paid == Fraction("1814.72")


def test_without_an_agreed_rhythm_the_rule_is_told_of_a_full_week():
    fixed = found_of(example()).fixed

    assert (fixed.office, fixed.is_agreed, fixed.year) == (5, False, None)
    assert (fixed.least, fixed.paid) == (128, 214)


@pytest.mark.parametrize("weekdays", [(1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6, 7)])
def test_more_fixed_days_than_are_paid_are_counted_as_a_full_week(weekdays):
    rules = (
        FixedDays(RuleCode.FIXED_OFFICE, weekdays),
        FixedDays(RuleCode.FIXED_HOME, (1, 2)),
    )

    fixed = found_of(example(), [Agreement(date(2026, 1, 1), rules=rules)]).fixed

    assert fixed.office == 5
    assert fixed.year is not None
    assert fixed.year.home_days == 0


def test_who_lives_in_germany_sees_the_counters():
    german = (Part(Where.HOME, 480, None, "DE"),)
    days = [Day(MONDAY + timedelta(number), german) for number in (0, 1)]

    found = found_of(
        (*days, *example()[2:]), [Agreement(date(2026, 1, 1), home_country="DE")]
    )

    assert found.abroad == {"DE": 2}
    assert found.border is not None
    assert (found.border.days.days, found.border.days.limit) == (2, 34)
    assert found.border.days.level is Level.FINE
    assert found.border.social is not None
    assert found.border.social.insured is Insured.RESIDENCE


def test_remarks_about_places_need_to_know_the_checks():
    place = WorkplaceId("1a2b3c")
    days = [Day(MONDAY, (Part(Where.HOME, 480, place),))]

    def codes(checked):
        return {hint.code for hint in found_of(days, checked=checked).hints}

    assert HintCode.PLACE_UNCHECKED not in codes(None)
    assert HintCode.PLACE_UNCHECKED in codes({})
    assert HintCode.PLACE_UNCHECKED not in codes({place: 20.0})


@settings(max_examples=40, deadline=None)
@given(logs(st.dates(date(2025, 1, 1), date(2026, 12, 31))), st.randoms())
def test_the_months_add_up_to_the_year_in_any_order(days, chance):
    mixed = list(days)
    chance.shuffle(mixed)

    found = found_of(days)

    assert found_of(mixed) == found
    assert total(month.figures for month in found.months) == found.total.figures
    allowance = Totals()
    for month in found.months:
        allowance = together(allowance, month.allowance)
    assert allowance == found.total.allowance
    assert allowance == year_overview(days, RATES, 2026).total
    avoided = [month.avoided for month in found.months]
    assert sum(one.trips for one in avoided) == found.total.avoided.trips
    assert sum(one.shifted for one in avoided) == found.total.avoided.shifted


@settings(max_examples=40, deadline=None)
@given(
    logs(st.dates(date(2000, 1, 1), date(2100, 12, 31)), most=10),
    st.integers(2000, 2100),
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
)
def test_any_year_on_any_day_has_a_balance(days, year, today):
    agreement = Agreement(date(1, 1, 1), home_country="BE", rules=RULES)

    assert found_of(days, [agreement], year, today).year == year
