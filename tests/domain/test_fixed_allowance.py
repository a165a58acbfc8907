"""Dossier 4.2 and 4.3: the rule of 128 and 214 days, and its vectors."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import rates_files
from thuiswerkplek.domain.allowances import Amount, Terms
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.fixed_allowance import (
    fixed_days,
    fixed_least,
    fixed_year,
    may_be_fixed,
)
from thuiswerkplek.domain.rates import euros

RATES = rates_files.rates()


@pytest.mark.parametrize(
    ("days_a_week", "least", "paid"),
    [
        (1, "25.6", "42.8"),
        (2, "51.2", "85.6"),
        (3, "76.8", "128.4"),
        (4, "102.4", "171.2"),
        (5, "128", "214"),
    ],
)
def test_4_2_pro_rata_table(days_a_week, least, paid):
    assert fixed_least(RATES, 2026, Fraction(days_a_week)) == Fraction(least)
    assert fixed_days(RATES, 2026, Fraction(days_a_week)) == Fraction(paid)


@pytest.mark.parametrize(
    ("year", "km", "office", "home", "expected"),
    [
        (2025, 20, 4, 1, ("1575.04", "102.72", "1677.76", "139.81")),
        (2022, 25, 3, 2, ("1219.80", "171.20", "1391.00", "115.92")),
        (2023, 25, 3, 2, ("1348.20", "184.04", "1532.24", "127.69")),
        (2024, 25, 3, 2, ("1476.60", "201.16", "1677.76", "139.81")),
        (2025, 25, 3, 2, ("1476.60", "205.44", "1682.04", "140.17")),
        (2026, 25, 3, 2, ("1605.00", "209.72", "1814.72", "151.23")),
        (2026, 20, 5, 0, ("2140.00", "0.00", "2140.00", "178.33")),
        (2026, 30, 3, 0, ("1926.00", "0.00", "1926.00", "160.50")),
    ],
)
def test_4_3_vectors(year, km, office, home, expected):
    found = fixed_year(RATES, year, Fraction(km), Fraction(office), Fraction(home))

    amounts = (found.travel, found.home, found.amount, found.month)
    assert tuple(str(euros(amount.paid)) for amount in amounts) == expected
    assert all(amount.paid == amount.exempt for amount in amounts)


def test_4_2_three_days_need_76_8_and_so_77():
    assert may_be_fixed(RATES, 2026, Fraction(3), 76) is False
    assert may_be_fixed(RATES, 2026, Fraction(3), 77) is True
    assert may_be_fixed(RATES, 2026, Fraction(5), 128) is True
    assert may_be_fixed(RATES, 2026, Fraction(5), 127) is False


def test_4_2_it_is_about_six_tenths_of_the_days():
    share = fixed_least(RATES, 2026, Fraction(5)) / fixed_days(RATES, 2026, Fraction(5))

    assert round(float(share), 3) == 0.598


def test_what_was_agreed_above_the_exemption_is_taxed():
    terms = Terms(home_day=Decimal(3))

    found = fixed_year(RATES, 2026, Fraction(), Fraction(), Fraction(5), terms)

    assert found.home == Amount(Fraction(642), Fraction("524.3"))


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_the_rule_before_2022_is_unknown(year):
    assert fixed_days(RATES, year, Fraction(5)) is None
    assert may_be_fixed(RATES, year, Fraction(5), 214) is None
    assert fixed_year(RATES, year, Fraction(25), Fraction(3)) is None


def test_2027_has_days_but_no_amounts():
    found = fixed_year(RATES, 2027, Fraction(25), Fraction(3), Fraction(2))

    assert found.office_days == Fraction("128.4")
    unknown = Amount(None, None)
    assert found.travel == found.home == found.amount == found.month == unknown


@pytest.mark.parametrize(
    ("km", "office", "home"), [(25, 4, 2), (25, 6, 0), (25, -1, 0), (-1, 3, 0)]
)
def test_what_no_week_holds_is_refused(km, office, home):
    with pytest.raises(ValueRefusedError):
        fixed_year(RATES, 2026, Fraction(km), Fraction(office), Fraction(home))


weeks = st.fractions(0, 5, max_denominator=20)


@given(weeks, st.fractions(0, 100, max_denominator=10), st.integers(2022, 2026))
def test_twelve_months_are_the_year(office, km, year):
    found = fixed_year(RATES, year, km, office, 5 - office)

    assert 12 * found.month.paid == found.amount.paid
    assert found.office_days + found.home_days == 214
