"""Dossier 5: km for the form, and CO2 by one list at a time."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import log_days
from tests.domain.log_days import at_home, at_office, business
from thuiswerkplek import rates_files
from thuiswerkplek.domain.daylog import Mode, Purpose
from thuiswerkplek.domain.wpm import (
    Duty,
    FactorList,
    WpmRow,
    duty,
    emission,
    factors,
    latest_factors,
    metres_by_mode,
    rhythm_km,
    wpm_rows,
)

RATES = rates_files.rates()
WPM_2025 = factors(RATES, FactorList.WPM, 2025)
NATIONAL_2026 = factors(RATES, FactorList.NATIONAL, 2026)


def km(count):
    return int(count * 1_000)


@pytest.mark.parametrize(
    ("mode", "grams"),
    [
        (Mode.CAR_PETROL, 139),
        (Mode.CAR_DIESEL, 127),
        (Mode.CAR_HYBRID, 129),
        (Mode.CAR_LPG, 154),
        (Mode.CAR_CNG, None),
        (Mode.CAR_ELECTRIC, 0),
        (Mode.CAR_HYDROGEN, None),
        (Mode.CAR, None),
        (Mode.MOTORCYCLE, 113),
        (Mode.MOPED, 62),
        (Mode.TRAIN, 11),
        (Mode.TRAM_METRO, 11),
        (Mode.BUS, 11),
        (Mode.PUBLIC_TRANSPORT, 11),
        (Mode.BICYCLE, 0),
        (Mode.E_BIKE, 0),
        (Mode.WALK, 0),
        (Mode.SPEED_PEDELEC, None),
    ],
)
def test_5_3_factors_of_the_form_for_2025(mode, grams):
    assert WPM_2025.grams_per_km.get(mode) == grams


@pytest.mark.parametrize(
    ("mode", "grams"),
    [
        (Mode.TRAIN, "19"),
        (Mode.TRAM_METRO, "0"),
        (Mode.BUS, "104"),
        (Mode.BICYCLE, "0"),
        (Mode.E_BIKE, "3.3"),
        (Mode.SPEED_PEDELEC, "4.1"),
        (Mode.CAR, None),
        (Mode.CAR_PETROL, None),
    ],
)
def test_5_3_national_factors_for_2026(mode, grams):
    found = NATIONAL_2026.grams_per_km.get(mode)

    assert found == (None if grams is None else Fraction(grams))


def test_5_3_the_train_was_0_in_the_list_of_2025():
    assert factors(RATES, FactorList.NATIONAL, 2025).grams_per_km[Mode.TRAIN] == 0


@pytest.mark.parametrize("year", [2019, 2023, 2024, 2026, 2027])
def test_5_3_other_years_of_the_form_are_unknown(year):
    assert not factors(RATES, FactorList.WPM, year).grams_per_km


def test_5_3_values_without_a_year_are_kept_and_not_used():
    early = RATES.unknown("wpm-factors/car-petrol", dt.date(2024, 6, 1))
    car = RATES.unknown("national-factors/car-unknown", dt.date(2026, 6, 1))

    assert (early.value, car.value) == (147, 193)


def test_5_3_the_last_known_list_says_its_own_year():
    found = latest_factors(RATES, FactorList.WPM, 2026, [Mode.CAR_PETROL])

    assert found.year == 2025
    assert latest_factors(RATES, FactorList.WPM, 2026, [Mode.CAR]) is None
    assert latest_factors(RATES, FactorList.WPM, 2024, [Mode.CAR_PETROL]) is None


@pytest.mark.parametrize(
    ("days_a_week", "kg"), [(3, "892.38"), (5, "1487.30"), (2, "594.92")]
)
def test_5_3_a_rhythm_of_25_km_by_petrol(days_a_week, kg):
    """The last one is what two home days save."""
    length = rhythm_km(RATES, 2025, Fraction(25), Fraction(days_a_week))

    found = emission({Mode.CAR_PETROL: km(length)}, WPM_2025)

    assert found.kg == Fraction(kg)


def test_5_3_a_company():
    metres = {
        Mode.CAR_PETROL: km(1_200_000),
        Mode.CAR_DIESEL: km(300_000),
        Mode.CAR_HYBRID: km(150_000),
        Mode.CAR_ELECTRIC: km(250_000),
        Mode.MOPED: km(40_000),
        Mode.PUBLIC_TRANSPORT: km(900_000),
        Mode.BICYCLE: km(500_000),
    }

    found = emission(metres, WPM_2025)

    assert found.kg == 236_630
    assert found.metres == km(3_340_000)
    assert round(float(found.grams_per_km), 3) == 70.847


def test_a_mode_without_a_factor_leaves_the_total_unknown_and_is_named():
    found = emission({Mode.CAR_CNG: km(1), Mode.CAR_PETROL: km(10)}, WPM_2025)

    assert (found.grams, found.kg, found.grams_per_km) == (None, None, None)
    assert found.missing == (Mode.CAR_CNG,)


def test_no_km_is_no_co2_in_any_year():
    found = emission({Mode.CAR: 0}, factors(RATES, FactorList.WPM, 2027))

    assert (found.grams, found.missing, found.grams_per_km) == (0, (), None)


def test_5_2_lines_are_per_purpose_means_and_fuel():
    day = dt.date(2026, 3, 2)
    days = [
        at_office(day, 25.0, mode=Mode.CAR_PETROL),
        at_office(day + dt.timedelta(1), 10.0, mode=Mode.TRAIN),
        at_office(day + dt.timedelta(2), 1.5, mode=Mode.BUS),
        at_office(day + dt.timedelta(3), 4.0, mode=Mode.E_BIKE),
        at_home(day + dt.timedelta(4), trips=(business(80.0),)),
        at_home(day + dt.timedelta(5)),
        at_office(day + dt.timedelta(6), 25.0, is_planned=True),
        at_office(dt.date(2025, 12, 31), 25.0),
    ]

    assert wpm_rows(days, RATES, 2026) == (
        WpmRow(Purpose.COMMUTE, "car", "petrol", 50_000),
        WpmRow(Purpose.COMMUTE, "public-transport", "", 23_000),
        WpmRow(Purpose.COMMUTE, "bicycle-walk", "", 8_000),
        WpmRow(Purpose.BUSINESS, "car", "petrol", 80_000),
    )


def test_5_2_a_car_of_unknown_fuel_has_a_line_of_its_own():
    days = [at_office(dt.date(2026, 3, 2), 5.0, mode=Mode.CAR)]

    assert wpm_rows(days, RATES, 2026) == (
        WpmRow(Purpose.COMMUTE, "car", "unknown", 10_000),
    )


@pytest.mark.parametrize(
    ("workers", "year", "expected"),
    [
        (99, 2025, Duty.NO),
        (100, 2025, Duty.YES),
        (99, 2026, Duty.NO),
        (100, 2026, Duty.DOUBTFUL),
        (249, 2026, Duty.DOUBTFUL),
        (250, 2026, Duty.YES),
        (250, 2023, Duty.UNKNOWN),
    ],
)
def test_5_1_who_must_report(workers, year, expected):
    assert duty(workers, RATES, year) is expected


years = st.integers(2019, 2027)


@given(log_days.logs(), years)
def test_every_metre_is_in_exactly_one_line(days, year):
    rows = wpm_rows(days, RATES, year)

    travelled = sum(
        trip.metres
        for day in days
        if day.date.year == year and not day.is_planned
        for trip in day.trips
    )
    assert sum(row.metres for row in rows) == travelled
    assert len({row[:3] for row in rows}) == len(rows)


@given(st.data(), log_days.logs(), years)
def test_the_order_of_days_never_matters(data, days, year):
    mixed = data.draw(st.permutations(days))

    assert wpm_rows(mixed, RATES, year) == wpm_rows(days, RATES, year)
    assert metres_by_mode(mixed, year) == metres_by_mode(days, year)


@given(log_days.logs((2027, 2027)))
def test_an_unknown_year_stays_unknown(days):
    metres = metres_by_mode(days, 2027)

    found = emission(metres, factors(RATES, FactorList.WPM, 2027))

    assert (found.grams is None) == bool(metres)
    assert set(found.missing) == set(metres)


tables = st.dictionaries(st.sampled_from(Mode), st.integers(0, 10**9))


@given(tables, tables, st.sampled_from(FactorList), years)
def test_two_totals_of_one_list_add_up(one, other, which, year):
    by = factors(RATES, which, year)
    both = {mode: one.get(mode, 0) + other.get(mode, 0) for mode in {*one, *other}}
    first, second, whole = (emission(table, by) for table in (one, other, both))

    if None in {first.grams, second.grams}:
        assert whole.grams is None
    else:
        assert whole.grams == first.grams + second.grams
