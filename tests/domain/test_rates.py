"""Lookups by day, year and moment of knowing; and the rounding of money."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import rates_files
from thuiswerkplek.domain.rates import Status, euros

RATES = rates_files.rates()
NAMES = sorted(RATES.series)

names = st.sampled_from(NAMES)
any_day = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))


@given(names, any_day, st.none() | any_day)
def test_only_law_and_decision_are_ever_used(name, day, known_on):
    found = RATES.rate(name, day, known_on)

    if found is not None:
        assert found.basis.status in {Status.LAW, Status.DECISION}
        assert found.basis.holds_on(day)
        assert found.value is not None


@given(names, any_day, st.none() | any_day)
def test_a_day_has_at_most_one_value(name, day, known_on):
    found = [
        rate
        for rate in RATES.series[name].entries
        if rate.basis.is_usable
        and rate.basis.holds_on(day)
        and rate.basis.was_known_on(known_on)
    ]

    assert len(found) <= 1


@given(names, st.integers(2015, 2040))
def test_the_value_of_a_year_holds_on_all_its_days(name, year):
    value = RATES.of_year(name, year)

    if value is not None:
        for month in range(1, 13):
            assert RATES.value(name, dt.date(year, month, 15)) == value


def test_a_value_that_changes_within_a_year_is_not_of_the_year():
    assert RATES.of_year("wpm/threshold", 2024) is None
    assert RATES.of_year("cross-border/a1-back", 2024) is None


def test_an_unknown_name_is_an_error_and_not_unknown():
    with pytest.raises(KeyError):
        RATES.rate("allowances/bicycle-plan", dt.date(2026, 1, 1))


def test_facts_by_country():
    assert RATES.for_country("free-days", "DE").name == "cross-border/free-days-germany"
    assert RATES.for_country("free-days", "FR") is None


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 200), "-0.01"),
        (Decimal("0.004"), "0.00"),
        (Decimal("2.675"), "2.68"),
        (Fraction(187776, 1200), "156.48"),
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Decimal(0), "0.00"),
        (Decimal(10), "10.00"),
    ],
)
def test_money_is_rounded_half_up(exact, shown):
    assert str(euros(exact)) == shown


@given(st.fractions(-(10**9), 10**9))
def test_rounding_is_to_the_nearest_cent_and_the_same_on_both_sides(amount):
    assert abs(Fraction(euros(amount)) - amount) <= Fraction(1, 200)
    assert euros(-amount) == -euros(amount)
