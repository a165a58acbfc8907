"""Agreements: which one holds, when to talk again, and what a rule accepts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import rates_files
from thuiswerkplek.domain.agreement import (
    MOST_RULES,
    Agreement,
    Money,
    Source,
    in_force,
    months_later,
    request_dates,
    review_due,
)
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    DayAvoid,
    DayMix,
    DaysRule,
    FixedDays,
    Hours,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.errors import ValueRefusedError

NEW_YEAR = date(2026, 1, 1)
ONE_DAY = timedelta(days=1)


def test_an_agreement_holds_on_its_first_and_last_day():
    agreed = Agreement(NEW_YEAR, date(2026, 6, 30))

    assert in_force([agreed], NEW_YEAR - ONE_DAY) is None
    assert in_force([agreed], NEW_YEAR) is agreed
    assert in_force([agreed], date(2026, 6, 30)) is agreed
    assert in_force([agreed], date(2026, 7, 1)) is None


def test_the_agreement_that_began_last_holds_from_its_first_day():
    old, new = Agreement(NEW_YEAR), Agreement(date(2026, 11, 25), version=2)

    for agreements in ([old, new], [new, old]):
        assert in_force(agreements, date(2026, 11, 24)) is old
        assert in_force(agreements, date(2026, 11, 25)) is new


def test_after_a_temporary_agreement_the_older_one_holds_again():
    lasting = Agreement(NEW_YEAR)
    summer = Agreement(date(2026, 7, 1), date(2026, 8, 31), version=2)

    assert in_force([lasting, summer], date(2026, 9, 1)) is lasting


def test_of_the_same_first_day_the_newest_version_holds():
    first, second = Agreement(NEW_YEAR), Agreement(NEW_YEAR, version=2)

    assert in_force([second, first], NEW_YEAR) is second


def test_the_organisations_file_goes_before_what_was_typed_in():
    typed = Agreement(NEW_YEAR)
    official = Agreement(NEW_YEAR, source=Source.ORGANISATION)

    assert in_force([typed, official], NEW_YEAR) is official


def test_an_agreement_cannot_end_before_it_begins():
    with pytest.raises(ValueRefusedError, match="ends-before-it-begins"):
        Agreement(NEW_YEAR, NEW_YEAR - ONE_DAY)


@pytest.mark.parametrize("days", [-1.0, 7.5])
def test_a_week_has_at_most_seven_days(days):
    with pytest.raises(ValueRefusedError, match="out-of-range"):
        Agreement(NEW_YEAR, days_a_week=days)


def test_an_agreement_has_no_endless_list_of_rules():
    with pytest.raises(ValueRefusedError, match="too-many"):
        Agreement(NEW_YEAR, rules=(TeamAnchor(),) * (MOST_RULES + 1))


def test_the_country_of_work_at_home_is_two_capitals():
    assert Agreement(NEW_YEAR, home_country="DE").home_country == "DE"
    with pytest.raises(ValueRefusedError, match="unknown-country"):
        Agreement(NEW_YEAR, home_country="de")


@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        ("-0.01", "out-of-range"),
        ("10000.01", "out-of-range"),
        ("NaN", "out-of-range"),
        ("Infinity", "out-of-range"),
        ("0.2345", "too-precise"),
    ],
)
def test_an_amount_is_money(amount, reason):
    with pytest.raises(ValueRefusedError, match=reason):
        Money(home_a_day=Decimal(amount))


def test_nothing_agreed_about_money_is_not_zero():
    assert Money().home_a_day is None
    assert Money(home_a_day=Decimal(0)).home_a_day == 0


# Talking it over again


def test_the_review_is_due_on_the_agreed_day():
    agreed = Agreement(NEW_YEAR, review_on=date(2026, 12, 1))

    assert review_due(agreed, after=date(2026, 11, 23)) == date(2026, 12, 1)
    assert review_due(agreed, after=date(2026, 12, 1)) is None


def test_the_review_comes_back_every_so_many_months():
    agreed = Agreement(NEW_YEAR, review_on=date(2026, 3, 31), review_months=3)

    assert review_due(agreed, after=NEW_YEAR) == date(2026, 3, 31)
    assert review_due(agreed, after=date(2026, 3, 31)) == date(2026, 6, 30)
    assert review_due(agreed, after=date(2026, 11, 23)) == date(2026, 12, 31)


def test_without_an_agreed_day_the_first_day_counts():
    agreed = Agreement(date(2024, 2, 29), review_months=12)

    assert review_due(agreed, after=date(2024, 2, 29)) == date(2025, 2, 28)
    assert review_due(agreed, after=date(2027, 3, 1)) == date(2028, 2, 29)
    assert review_due(agreed, after=date(2023, 1, 1)) == date(2025, 2, 28)


def test_without_any_word_about_it_no_review_is_due():
    assert review_due(Agreement(NEW_YEAR), after=NEW_YEAR) is None


@given(
    st.dates(date(2019, 1, 1), date(2030, 1, 1)),
    st.dates(date(2019, 1, 1), date(2030, 1, 1)),
    st.integers(1, 60),
)
def test_the_next_review_is_later_and_none_is_skipped(begin, after, months):
    agreed = Agreement(begin, review_months=months)

    due = review_due(agreed, after=after)

    assert due > after
    is_first = due == months_later(begin, months)
    assert is_first or any(
        months_later(begin, n * months)
        <= after
        < due
        == months_later(begin, (n + 1) * months)
        for n in range(200)
    )


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 2, 1), -2, date(2026, 12, 1)),
        (date(2027, 2, 1), -1, date(2027, 1, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, expected):
    assert months_later(day, months) == expected


# Asking to work elsewhere


def test_section_3_4_the_last_days_to_ask_and_to_decide():
    found = request_dates(date(2027, 2, 1), rates_files.rates())

    assert found.ask_by == date(2026, 12, 1)
    assert found.decided_by == date(2027, 1, 1)  # New Year's Day does not move it
    assert found.in_service_since == date(2026, 8, 3)
    assert date(2027, 2, 1) - found.in_service_since == timedelta(days=182)


def test_terms_that_are_unknown_give_no_dates():
    assert request_dates(date(2018, 12, 31), rates_files.rates()) is None


# What a rule accepts


@pytest.mark.parametrize(
    "make",
    [
        lambda: DaysRule(RuleCode.DAYS_MIN, 8),
        lambda: DaysRule(RuleCode.DAYS_MAX, 29, 4),
        lambda: DaysRule(RuleCode.DAYS_MAX, -1),
        lambda: DayMix(4, (1, 3, 5)),
        lambda: ArriveOutside(3, 2),
        lambda: ArriveOutside(0, 0),
    ],
)
def test_a_rule_cannot_ask_more_days_than_there_are(make):
    with pytest.raises(ValueRefusedError, match="days: out-of-range"):
        make()


@pytest.mark.parametrize("weekdays", [(), (0,), (8,), (2, 1), (2, 2)])
def test_weekdays_are_iso_numbers_in_order(weekdays):
    for make in (
        lambda: DayMix(0, weekdays),
        lambda: DayAvoid(50, weekdays),
        lambda: FixedDays(RuleCode.FIXED_HOME, weekdays),
    ):
        with pytest.raises(ValueRefusedError, match="not-weekdays"):
            make()


def test_only_rest_runs_past_midnight():
    assert Hours(RuleCode.UNREACHABLE, 1_200, 420).until == 420
    for begin, until in ((1_200, 420), (540, 540), (540, 1_441)):
        with pytest.raises(ValueRefusedError, match="ends-before-it-begins"):
            Hours(RuleCode.CORE_HOURS, begin, until)
