"""Dossier 4.1 and 4.3: the year for payroll, and a month that is computed again."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import log_days
from tests.domain.log_days import at_home, at_office, business, home_first, in_a_row
from thuiswerkplek import rates_files
from thuiswerkplek.domain.allowance_year import Totals, correction, year_overview
from thuiswerkplek.domain.allowances import Amount, Choice, day_allowance, plus
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.rates import euros

RATES = rates_files.rates()
NEW_YEAR = dt.date(2026, 1, 1)


def shown(amount):
    return None if amount.paid is None else str(euros(amount.paid))


def test_4_3_actual_log_of_2026():
    days = in_a_row(at_office, 130, NEW_YEAR, km=25.0)
    days += in_a_row(at_home, 85, dt.date(2026, 6, 1))

    total = year_overview(days, RATES, 2026).total

    assert (total.travel_days, total.home_days) == (130, 85)
    assert shown(total.travel) == "1625.00"
    assert shown(total.home) == "208.25"
    assert shown(total.amount) == "1833.25"
    assert total.commute_metres == 6_500_000


def test_planned_days_are_counted_apart_and_not_paid():
    days = [at_home(NEW_YEAR), at_home(dt.date(2026, 1, 2), is_planned=True)]

    found = year_overview(days, RATES, 2026)

    assert found.total.home_days == 1
    assert found.planned_days == 1


def test_only_the_days_of_the_year_count():
    days = [at_home(dt.date(2025, 12, 31)), at_home(NEW_YEAR)]

    assert year_overview(days, RATES, 2025).total.home_days == 1
    assert year_overview(days, RATES, 2026).months[0].home_days == 1


def test_each_day_has_the_rate_of_its_own_day():
    days = [at_home(dt.date(2025, 12, 31)), at_home(NEW_YEAR)]

    assert shown(year_overview(days, RATES, 2025).total.home) == "2.40"
    assert shown(year_overview(days, RATES, 2026).total.home) == "2.45"


def test_a_date_twice_is_refused():
    with pytest.raises(ValueRefusedError):
        year_overview([at_home(NEW_YEAR), at_office(NEW_YEAR)], RATES, 2026)


def test_the_leap_day_is_a_day():
    found = year_overview([at_home(dt.date(2024, 2, 29))], RATES, 2024)

    assert shown(found.months[1].home) == "2.35"


def test_a_year_without_days_comes_to_nothing():
    assert year_overview([], RATES, 2027).total == Totals()


def test_2027_stays_unknown_in_month_and_year():
    days = [at_home(dt.date(2027, 2, 1)), home_first(dt.date(2027, 3, 1))]

    found = year_overview(days, RATES, 2027)

    assert found.months[1].home == Amount(None, None)
    assert found.months[2].unchosen_days == 1
    assert found.months[2].travel == Amount(None, None)
    assert found.total.amount == Amount(None, None)
    assert found.months[0] == Totals()


# Recalculation: 0.02 a km more, published on 21 May 2026 and back to 1 January.

MARCH, APRIL_10 = dt.date(2026, 3, 1), dt.date(2026, 4, 10)


def test_4_1_a_closed_month_is_computed_again():
    days = in_a_row(at_office, 10, dt.date(2026, 3, 2), km=25.0)

    found = correction(days, RATES, MARCH, closed_on=APRIL_10)

    assert shown(found.before.amount) == "115.00"
    assert shown(found.after.amount) == "125.00"
    assert found.difference == Amount(Fraction(10), Fraction(10))


def test_4_1_the_higher_km_turns_a_mixed_day_into_a_travel_day():
    days = [home_first(dt.date(2026, 3, 2), km=5.1)]

    found = correction(days, RATES, MARCH, closed_on=APRIL_10)

    assert (found.before.home_days, found.after.travel_days) == (1, 1)
    assert found.difference.paid == Fraction("0.10")


def test_4_1_business_km_are_corrected_too():
    days = [at_home(dt.date(2026, 3, 2), trips=(business(100.0),))]

    assert correction(days, RATES, MARCH, APRIL_10).difference.paid == 2


def test_a_month_closed_after_the_publication_does_not_change():
    days = in_a_row(at_office, 10, dt.date(2026, 3, 2), km=25.0)

    assert correction(days, RATES, MARCH, dt.date(2026, 5, 21)).difference.paid == 0


def test_a_month_of_another_year_does_not_change():
    days = in_a_row(at_office, 10, dt.date(2025, 3, 3), km=25.0)
    closed = dt.date(2025, 4, 10)

    assert correction(days, RATES, dt.date(2025, 3, 1), closed).difference.paid == 0


def test_a_correction_of_an_unknown_month_is_unknown():
    days = [at_home(dt.date(2027, 3, 1))]
    closed = dt.date(2027, 4, 1)

    found = correction(days, RATES, dt.date(2027, 3, 1), closed)

    assert found.difference == Amount(None, None)


years = st.integers(2019, 2027)


@given(log_days.logs(most=25), years)
def test_months_add_up_to_the_year(days, year):
    found = year_overview(days, RATES, year)

    for field in ("home_days", "travel_days", "unchosen_days", "commute_metres"):
        assert sum(getattr(month, field) for month in found.months) == getattr(
            found.total, field
        )
    amount = Amount(Fraction(), Fraction())
    for month in found.months:
        amount = plus(amount, month.amount)
    assert amount == found.total.amount


@given(log_days.logs(most=25), years)
def test_the_year_is_the_sum_of_its_days(days, year):
    amount = Amount(Fraction(), Fraction())
    home = 0
    for day in days:
        if day.date.year == year and not day.is_planned:
            one = day_allowance(day, RATES)
            amount = plus(amount, plus(plus(one.home, one.travel), one.business))
            home += one.choice is Choice.HOME

    total = year_overview(days, RATES, year).total

    assert (total.amount, total.home_days) == (amount, home)


@given(st.data(), log_days.logs(most=15), years)
def test_the_order_of_days_never_matters(data, days, year):
    mixed = data.draw(st.permutations(days))

    assert year_overview(mixed, RATES, year) == year_overview(days, RATES, year)


@given(log_days.logs((2027, 2027), most=10))
def test_an_unknown_year_stays_unknown_everywhere(days):
    found = year_overview(days, RATES, 2027)

    for totals in (*found.months, found.total):
        counted = totals._replace(home=0, travel=0, business=0)
        is_empty = counted == Totals(home=0, travel=0, business=0)
        assert is_empty or totals.amount.exempt in {None, 0}
        if totals.home_days or totals.unchosen_days:
            assert totals.home == Amount(None, None)
        if totals.commute_metres:
            assert totals.travel == Amount(None, None)
        if totals.business_metres:
            assert totals.business == Amount(None, None)
