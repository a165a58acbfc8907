"""Dossier 4.2 and 4.3: home amount or commute, never both on one day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import log_days
from tests.domain.log_days import at_home, at_office, business, commute, home_first
from thuiswerkplek import rates_files
from thuiswerkplek.domain.allowances import (
    NOTHING,
    UNKNOWN,
    Amount,
    Choice,
    Terms,
    break_even_km,
    day_allowance,
)
from thuiswerkplek.domain.daylog import Day, Part, Where
from thuiswerkplek.domain.rates import Rate, Status

RATES = rates_files.rates()
MONDAY = dt.date(2026, 11, 23)
IN_2027 = dt.date(2027, 3, 1)


def money(text):
    return Amount(Fraction(text), Fraction(text))


def with_both_allowed():
    """The rates after a law that allows both on one day."""
    name = "allowances/allowances-a-day"
    series = RATES.series[name]
    entries = tuple(
        Rate(Decimal(2), rate.basis._replace(status=Status.LAW))
        for rate in series.entries
    )
    changed = {**RATES.series, name: series._replace(entries=entries)}
    return RATES._replace(series=changed)


@pytest.mark.parametrize(
    ("year", "km"),
    [(2022, "5.263"), (2023, "5.119"), (2024, "5.109"), (2025, "5.217"), (2026, "4.9")],
)
def test_4_3_break_even_distance(year, km):
    found = break_even_km(RATES, dt.date(year, 7, 1))

    assert round(found, 3) == Fraction(km)


def test_4_3_break_even_of_2026_is_exactly_4_9_km():
    assert break_even_km(RATES, MONDAY) == Fraction(49, 10)
    assert break_even_km(RATES, IN_2027) is None


def test_a_home_day_gets_the_home_amount():
    found = day_allowance(at_home(MONDAY), RATES)

    assert found.choice is Choice.HOME
    assert found.home == money("2.45")
    assert found.travel == NOTHING


def test_an_office_day_gets_its_km():
    found = day_allowance(at_office(MONDAY, 25.0), RATES)

    assert found.choice is Choice.TRAVEL
    assert found.travel == money("12.50")
    assert found.home == NOTHING
    assert found.commute_metres == 50_000


@pytest.mark.parametrize(
    ("km", "choice"),
    [(4.8, Choice.HOME), (4.9, Choice.TRAVEL), (5.0, Choice.TRAVEL)],
)
def test_a_home_first_day_gets_the_larger_one(km, choice):
    found = day_allowance(home_first(MONDAY, km), RATES)

    assert found.choice is choice
    larger = max(found.home.paid, found.travel.paid)
    assert larger == max(Fraction("2.45"), 2 * Fraction(str(km)) / 4)
    assert min(found.home.paid, found.travel.paid) == 0


def test_home_office_and_home_again_is_one_day_of_one_allowance():
    parts = (Part(Where.HOME, 120), Part(Where.OFFICE, 240), Part(Where.HOME, 120))
    day = Day(MONDAY, parts, (commute(2.0), commute(2.0)))

    found = day_allowance(day, RATES)

    assert (found.choice, found.home, found.travel) == (
        Choice.HOME,
        money("2.45"),
        NOTHING,
    )


def test_4_2_a_business_trip_on_a_home_day_is_paid_besides():
    day = at_home(MONDAY, trips=(business(40.0), business(40.0)))

    found = day_allowance(day, RATES)

    assert found.choice is Choice.HOME
    assert found.home == money("2.45")
    assert found.business == money("20.00")


def test_4_2_a_part_of_a_day_at_home_qualifies_without_a_commute():
    parts = (Part(Where.HOME, 240), Part(Where.CUSTOMER, 240))

    found = day_allowance(Day(MONDAY, parts, (business(10.0),)), RATES)

    assert found.home == money("2.45")


def test_3_3_some_collective_agreements_count_only_whole_days():
    parts = (Part(Where.HOME, 240), Part(Where.CUSTOMER, 240))
    strict = Terms(is_whole_day=True)

    assert day_allowance(Day(MONDAY, parts), RATES, strict).choice is Choice.NONE
    assert day_allowance(at_home(MONDAY), RATES, strict).choice is Choice.HOME
    assert day_allowance(home_first(MONDAY, 1.0), RATES, strict).choice is Choice.TRAVEL


def test_3_3_three_euros_a_home_day_is_partly_taxed():
    found = day_allowance(at_home(MONDAY), RATES, Terms(home_day=Decimal(3)))

    assert found.home == Amount(Fraction(3), Fraction("2.45"))
    assert found.home.taxed == Fraction("0.55")


def test_less_than_the_most_is_all_free_of_tax():
    found = day_allowance(at_office(MONDAY, 10.0), RATES, Terms(km=Decimal("0.10")))

    assert found.travel == money("2.00")
    assert found.travel.taxed == 0


def test_the_larger_one_is_told_by_what_was_agreed():
    cheap = Terms(km=Decimal("0.10"))

    assert day_allowance(home_first(MONDAY, 10.0), RATES, cheap).choice is Choice.HOME


def test_time_off_gets_nothing():
    found = day_allowance(log_days.off(MONDAY), RATES)

    assert (found.choice, found.home, found.travel) == (Choice.NONE, NOTHING, NOTHING)


def test_an_office_day_without_a_trip_gets_nothing():
    found = day_allowance(Day(MONDAY, (Part(Where.OFFICE, 480),)), RATES)

    assert found.choice is Choice.NONE


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_before_2022_a_home_day_has_no_exemption(year):
    found = day_allowance(at_home(dt.date(year, 6, 1)), RATES)

    assert found.home.exempt == 0


def test_2027_is_unknown_and_a_mixed_day_waits_for_its_rate():
    assert day_allowance(at_home(IN_2027), RATES).home == UNKNOWN
    assert day_allowance(at_office(IN_2027), RATES).travel == UNKNOWN
    mixed = day_allowance(home_first(IN_2027), RATES)
    assert mixed.choice is Choice.UNKNOWN
    assert mixed.home == mixed.travel == UNKNOWN


def test_2027_with_agreed_amounts_only_the_exemption_is_unknown():
    agreed = Terms(home_day=Decimal("2.45"), km=Decimal("0.23"))

    found = day_allowance(home_first(IN_2027, 25.0), RATES, agreed)

    assert found.choice is Choice.TRAVEL
    assert found.travel == Amount(Fraction("11.5"), None)
    assert found.travel.taxed is None


def test_only_a_law_makes_it_both():
    found = day_allowance(home_first(MONDAY, 25.0), with_both_allowed())

    assert found.choice is Choice.BOTH
    assert (found.home, found.travel) == (money("2.45"), money("12.50"))


days = log_days.days()
terms = st.builds(
    Terms,
    st.none() | st.decimals(0, 5, places=2),
    st.none() | st.decimals(0, 1, places=2),
    st.booleans(),
)


@given(days, terms)
def test_allowance_and_commute_are_never_both_on_a_day(day, agreed):
    found = day_allowance(day, RATES, agreed)

    assert found.choice is not Choice.BOTH
    if found.choice is not Choice.UNKNOWN:
        assert NOTHING in {found.home, found.travel}


@given(days, terms)
def test_the_choice_is_never_the_smaller_one(day, agreed):
    found = day_allowance(day, RATES, agreed)
    other = day_allowance(day, with_both_allowed(), agreed)

    if found.choice in {Choice.HOME, Choice.TRAVEL}:
        chosen = found.home if found.choice is Choice.HOME else found.travel
        left = other.travel if found.choice is Choice.HOME else other.home
        assert None in {chosen.paid, left.paid} or chosen.paid >= left.paid


@given(days, terms)
def test_what_is_free_of_tax_is_never_more_than_what_is_paid(day, agreed):
    found = day_allowance(day, RATES, agreed)

    for amount in (found.home, found.travel, found.business):
        if amount.taxed is not None:
            assert 0 <= amount.exempt <= amount.paid


@given(log_days.days(2027, 2027), terms)
def test_in_an_unknown_year_no_exemption_is_known(day, agreed):
    found = day_allowance(day, RATES, agreed)

    for amount in (found.home, found.travel, found.business):
        assert amount == NOTHING or amount.exempt is None
    if agreed.home_day is None and agreed.km is None:
        assert {found.home.paid, found.travel.paid} <= {None, 0}
