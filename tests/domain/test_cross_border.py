"""Dossier 6: days and shares abroad, with warnings well before the line."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import log_days
from tests.domain.log_days import at_home, at_office, in_a_row
from thuiswerkplek import rates_files
from thuiswerkplek.domain.cross_border import (
    Insured,
    Level,
    calendar_year,
    day_count,
    establishment,
    last_year,
    months_until,
    social_share,
)
from thuiswerkplek.domain.daylog import Day, Part, Where
from thuiswerkplek.domain.errors import ValueRefusedError

RATES = rates_files.rates()
FIRST = dt.date(2026, 1, 1)
LEVELS = (Level.FINE, Level.WATCH, Level.CLOSE, Level.LAST, Level.OVER)


def german(days, year=2026, **more):
    return day_count(days, RATES, residence="DE", year=year, **more)


def at_home_in(country, count, first=FIRST):
    return in_a_row(at_home, count, first, country=country)


def share_of(count, total, *, residence="DE", first=FIRST):
    """Equal days, the first so many at home in the country of residence."""
    days = at_home_in(residence, count, first)
    days += in_a_row(at_office, total - count, first + dt.timedelta(days=count))
    span = calendar_year(first.year)
    return social_share(days, RATES, residence=residence, span=span)


@pytest.mark.parametrize(
    ("days", "level", "left"),
    [
        (0, Level.FINE, 34),
        (24, Level.FINE, 10),
        (25, Level.WATCH, 9),
        (29, Level.WATCH, 5),
        (30, Level.CLOSE, 4),
        (33, Level.CLOSE, 1),
        (34, Level.LAST, 0),
        (35, Level.OVER, 0),
    ],
)
def test_6_2_germany_warns_at_25_30_and_34_and_35_is_over(days, level, left):
    found = german(at_home_in("DE", days))

    assert (found.days, found.limit) == (days, 34)
    assert (found.level, found.left) == (level, left)


@pytest.mark.parametrize(("minutes", "counted"), [(29, 0), (30, 1), (31, 1)])
def test_6_2_a_day_counts_from_exactly_30_minutes(minutes, counted):
    parts = (Part(Where.HOME, minutes, country="DE"), Part(Where.OFFICE, 400))

    assert german([Day(FIRST, parts)]).days == counted


def test_6_2_minutes_of_a_day_add_up():
    part = Part(Where.HOME, 15, country="DE")
    parts = (part, Part(Where.OFFICE, 400), part)

    assert german([Day(FIRST, parts)]).days == 1


def test_6_2_third_countries_count():
    parts = (Part(Where.CUSTOMER, 480, country="FR"),)

    assert german([Day(FIRST, parts), at_home(dt.date(2026, 1, 2))]).days == 1


def test_6_2_each_calendar_year_begins_anew():
    days = at_home_in("DE", 34, dt.date(2026, 11, 28))

    assert days[-1].date == dt.date(2026, 12, 31)
    assert german(days).days == 34
    assert german(days, 2027).days == 0


def test_6_2_planned_days_warn_before_they_are_worked():
    days = at_home_in("DE", 20)
    days += in_a_row(at_home, 15, dt.date(2026, 6, 1), country="DE", is_planned=True)

    found = german(days)

    assert (found.days, found.planned) == (20, 15)
    assert found.level is Level.FINE
    assert found.level_with_plan is Level.OVER


@pytest.mark.parametrize("year", range(2019, 2026))
def test_6_2_germany_before_2026_is_unknown(year):
    found = german(at_home_in("DE", 3, dt.date(year, 3, 1)), year)

    assert (found.days, found.limit, found.left) == (3, None, None)
    assert found.level is Level.UNKNOWN


def test_6_2_the_treaty_works_both_ways():
    """A Dutch resident with a German employer."""
    days = in_a_row(at_home, 35, FIRST)

    found = day_count(days, RATES, residence="NL", work_state="DE", year=2026)

    assert (found.days, found.level) == (35, Level.OVER)


def test_6_2_a_treaty_between_two_other_countries_is_unknown():
    found = day_count([], RATES, residence="DE", work_state="BE", year=2026)

    assert found.level is Level.UNKNOWN


@pytest.mark.parametrize(("days", "level"), [(0, Level.FINE), (1, Level.OVER)])
def test_6_2_belgium_has_no_free_days(days, level):
    found = day_count(at_home_in("BE", days), RATES, residence="BE", year=2026)

    assert (found.limit, found.level) == (0, level)


def test_6_2_a_few_minutes_in_belgium_are_a_day():
    parts = (Part(Where.HOME, 10, country="BE"), Part(Where.OFFICE, 400))

    assert day_count([Day(FIRST, parts)], RATES, residence="BE", year=2026).days == 1


def test_another_country_is_unknown():
    found = day_count(at_home_in("FR", 3), RATES, residence="FR", year=2026)

    assert (found.days, found.level) == (3, Level.UNKNOWN)


@pytest.mark.parametrize(
    ("days", "level", "safe"),
    [
        (44, Level.FINE, True),
        (45, Level.CLOSE, True),
        (50, Level.CLOSE, True),
        (51, Level.OVER, False),
    ],
)
def test_6_2_half_of_the_time_in_belgium_is_no_establishment(days, level, safe):
    log = at_home_in("BE", days)
    log += in_a_row(at_office, 100 - days, FIRST + dt.timedelta(days=days))

    found = establishment(log, RATES, residence="BE", year=2026)

    assert (found.share, found.is_safe, found.level) == (
        Fraction(days, 100),
        safe,
        level,
    )


def test_6_2_the_establishment_rule_is_unknown_elsewhere_and_without_work():
    assert establishment([], RATES, residence="BE", year=2026).is_safe is None
    days = at_home_in("DE", 3)
    assert establishment(days, RATES, residence="DE", year=2026).is_safe is None


def test_6_3_66_of_220_days_is_30_per_cent_and_needs_an_a1():
    found = share_of(66, 220)

    assert found.share == Fraction(30, 100)
    assert (found.insured, found.level) == (Insured.A1, Level.ACT)


def test_6_3_110_of_220_days_is_not_less_than_half():
    found = share_of(110, 220)

    assert found.share == Fraction(1, 2)
    assert (found.insured, found.level) == (Insured.RESIDENCE, Level.OVER)


def test_6_3_two_of_five_days_is_40_per_cent():
    found = share_of(2, 5)

    assert found.share == Fraction(40, 100)
    assert found.insured is Insured.A1


@pytest.mark.parametrize(
    ("days", "level", "insured"),
    [
        (19, Level.FINE, Insured.WORK_STATE),
        (20, Level.WATCH, Insured.WORK_STATE),
        (24, Level.WATCH, Insured.WORK_STATE),
        (25, Level.ACT, Insured.A1),
        (44, Level.ACT, Insured.A1),
        (45, Level.CLOSE, Insured.A1),
        (49, Level.CLOSE, Insured.A1),
        (50, Level.OVER, Insured.RESIDENCE),
    ],
)
def test_6_1_social_security_warns_at_20_25_45_and_50(days, level, insured):
    found = share_of(days, 100)

    assert (found.level, found.insured) == (level, insured)


def test_6_1_before_july_2023_the_framework_is_unknown():
    found = share_of(30, 100, first=dt.date(2022, 1, 1))

    assert (found.insured, found.level) == (Insured.UNKNOWN, Level.UNKNOWN)


def test_6_1_a_country_that_may_not_have_signed_is_unknown():
    assert share_of(30, 100, residence="US").insured is Insured.UNKNOWN


def test_6_1_without_work_there_is_no_share():
    found = share_of(0, 0)

    assert (found.share, found.level) == (None, Level.UNKNOWN)


def test_6_1_work_there_that_is_not_telework_is_told_apart():
    parts = (
        Part(Where.HOME, 60, country="DE"),
        Part(Where.CUSTOMER, 30, country="DE"),
        Part(Where.CUSTOMER, 45, country="FR"),
        Part(Where.OFFICE, 165),
    )

    found = social_share(
        [Day(FIRST, parts)], RATES, residence="DE", span=calendar_year(2026)
    )

    assert (found.there, found.other_there, found.elsewhere) == (90, 30, 45)
    assert found.share == Fraction(90, 300)


def test_6_1_the_share_is_over_twelve_months():
    span = last_year(RATES, dt.date(2026, 11, 23))

    assert span == (dt.date(2025, 11, 24), dt.date(2026, 11, 23))


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("2024-02-29", "2023-03-01"),
        ("2025-02-28", "2024-02-29"),
        ("2026-12-31", "2026-01-01"),
        ("2026-01-31", "2025-02-01"),
    ],
)
def test_twelve_months_are_never_more_than_a_year(last, first):
    found = months_until(dt.date.fromisoformat(last), 12)

    assert found.first == dt.date.fromisoformat(first)


def test_one_month_from_the_end_of_a_longer_one():
    assert months_until(dt.date(2026, 3, 31), 1).first == dt.date(2026, 3, 1)


def test_a_date_twice_is_refused():
    with pytest.raises(ValueRefusedError):
        german([at_home(FIRST), at_office(FIRST)])


@given(st.integers(0, 60))
def test_one_day_more_is_never_a_lighter_warning(count):
    levels = [german(at_home_in("DE", days)).level for days in (count, count + 1)]

    assert LEVELS.index(levels[0]) <= LEVELS.index(levels[1])


@given(st.data(), log_days.logs((2025, 2027)), st.sampled_from(["DE", "BE", "FR"]))
def test_the_order_of_days_never_matters(data, days, residence):
    mixed = data.draw(st.permutations(days))
    span = calendar_year(2026)

    def counted(found):
        return (
            day_count(found, RATES, residence=residence, year=2026),
            social_share(found, RATES, residence=residence, span=span),
            establishment(found, RATES, residence=residence, year=2026),
        )

    assert counted(mixed) == counted(days)


@given(log_days.logs((2019, 2025)), st.integers(2019, 2025))
def test_an_unknown_limit_stays_unknown_whatever_was_worked(days, year):
    found = german(days, year)

    assert (found.limit, found.level) == (None, Level.UNKNOWN)
    assert found.level_with_plan is Level.UNKNOWN


@given(log_days.logs((2026, 2026)))
def test_a_share_is_between_nothing_and_all(days):
    found = social_share(days, RATES, residence="DE", span=calendar_year(2026))

    assert found.share is None or 0 <= found.share <= 1
    assert found.there + found.elsewhere <= found.total
