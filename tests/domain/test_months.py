"""Month totals: only of months that have ended, only of days that were worked."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import daylog_strategies
from tests.domain.log_days import at_home, at_office, home_first, in_a_row, off
from thuiswerkplek.domain.balance import PEAKS
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    DayKind,
    Mode,
    Part,
    Purpose,
    Trip,
    Where,
    commutes,
    kind,
)
from thuiswerkplek.domain.months import SharedMonth, first_told, shared_months

TODAY = date(2026, 11, 23)
FIRST = date(2026, 10, 1)

logs = daylog_strategies.logs(st.dates(date(2025, 9, 1), date(2027, 1, 31)))
todays = st.dates(date(2025, 10, 1), date(2027, 2, 28))


def office(on, *bands):
    trips = tuple(Trip(Purpose.COMMUTE, Mode.TRAIN, 20, band) for band in bands)
    return Day(on, (Part(Where.OFFICE, 480),), trips)


def split(on, *places):
    return Day(on, tuple(Part(where, 120) for where in places))


def month(**changes):
    """Return October as it is when nothing is said of it but one day at home."""
    known = {
        **dict.fromkeys(SharedMonth.__slots__, 0),
        "year": 2026,
        "month": 10,
        "worked_days": 1,
        "home_days": 1,
    }
    return SharedMonth(**{**known, **changes})


def test_every_worked_day_is_in_one_kind_and_off_is_in_none():
    days = (
        *in_a_row(at_home, 5, FIRST),
        *in_a_row(at_office, 3, date(2026, 10, 6)),
        *in_a_row(home_first, 2, date(2026, 10, 12)),
        split(date(2026, 10, 19), Where.OFFICE, Where.HOME),
        split(date(2026, 10, 20), Where.HOME, Where.CUSTOMER),
        split(date(2026, 10, 21), Where.ELSEWHERE),
        *in_a_row(off, 4, date(2026, 10, 26)),
    )

    assert shared_months(days, TODAY) == (
        month(
            worked_days=13,
            home_days=5,
            office_days=3,
            home_first_days=2,
            other_days=3,
        ),
    )


def test_only_the_first_commute_of_a_day_is_an_arrival_and_only_when_known():
    days = (
        office(FIRST, Band.MORNING_PEAK, Band.EVENING_PEAK),
        office(date(2026, 10, 2), Band.EVENING_PEAK, Band.OUTSIDE),
        office(date(2026, 10, 5), Band.OUTSIDE, Band.EVENING_PEAK),
        office(date(2026, 10, 6), Band.UNKNOWN, Band.EVENING_PEAK),
        office(date(2026, 10, 7)),
    )

    (found,) = shared_months(days, TODAY)

    assert (found.arrivals_in_peak, found.arrivals_outside_peak) == (2, 1)
    assert found.office_days == found.worked_days == 5


def test_a_day_off_with_a_trip_is_no_arrival():
    trip = Trip(Purpose.COMMUTE, Mode.TRAIN, 20, Band.MORNING_PEAK)
    turned_back = Day(date(2026, 10, 2), (Part(Where.OFF, 0),), (trip,))

    assert shared_months((at_home(FIRST), turned_back), TODAY) == (month(),)


def test_a_month_off_looks_like_one_that_was_never_filled_in():
    away = in_a_row(off, 30, date(2026, 9, 1))
    plans = [
        at_home(date(2026, 9, 1) + timedelta(n), is_planned=True) for n in range(9)
    ]

    assert shared_months((*away, at_home(FIRST)), TODAY) == (month(),)
    assert shared_months((*plans, at_home(FIRST)), TODAY) == (month(),)
    assert shared_months((), TODAY) == ()


@pytest.mark.parametrize(
    ("today", "count"),
    [
        (date(2026, 10, 31), 0),
        (date(2026, 11, 1), 1),
        (date(2027, 10, 31), 1),
        (date(2027, 11, 1), 0),
    ],
)
def test_a_month_is_told_once_it_has_ended_and_for_a_year(today, count):
    assert len(shared_months(in_a_row(at_home, 31, FIRST), today)) == count


def test_at_most_twelve_are_told_earliest_first():
    days = [at_home(date(2025 + n // 12, n % 12 + 1, 15)) for n in range(24)]

    found = shared_months(reversed(days), date(2026, 12, 31))

    assert [one.first for one in found] == [
        date(2025, 12, 1),
        *(date(2026, number, 1) for number in range(1, 12)),
    ]
    assert found[0].first == first_told(date(2026, 12, 31))


@given(logs, todays)
def test_totals_are_those_counted_by_hand(days, today):
    told = [
        day
        for day in days
        if not day.is_planned
        and kind(day) is not DayKind.OFF
        and first_told(today) <= day.date < today.replace(day=1)
    ]
    kinds = Counter((day.date.replace(day=1), kind(day)) for day in told)
    first_legs = [(day.date.replace(day=1), commutes(day)[:1]) for day in told]

    found = shared_months(days, today)

    assert [one.first for one in found] == sorted({first for first, _ in kinds})
    for one in found:
        assert one.adds_up
        assert one.home_days == kinds[one.first, DayKind.HOME]
        assert one.office_days == kinds[one.first, DayKind.OFFICE]
        assert one.home_first_days == kinds[one.first, DayKind.HOME_FIRST]
        assert one.other_days == (
            kinds[one.first, DayKind.MIXED] + kinds[one.first, DayKind.ELSEWHERE]
        )
        bands = [leg.band for first, legs in first_legs for leg in legs
                 if first == one.first]  # fmt: skip
        assert one.arrivals_in_peak == sum(bands.count(peak) for peak in PEAKS)
        assert one.arrivals_outside_peak == bands.count(Band.OUTSIDE)


@given(logs, todays, st.randoms())
def test_the_order_of_the_days_does_not_matter(days, today, rng):
    mixed = list(days)
    rng.shuffle(mixed)

    assert shared_months(mixed, today) == shared_months(days, today)


@pytest.mark.parametrize(
    "changes",
    [
        {"worked_days": 2},
        {"office_days": 1},
        {"other_days": 1},
        {"arrivals_in_peak": 1, "arrivals_outside_peak": 1},
        {"month": 2, "worked_days": 29, "home_days": 29},
        {"month": 9, "worked_days": 31, "home_days": 31},
    ],
)
def test_what_cannot_be_a_month_does_not_add_up(changes):
    assert not month(**changes).adds_up
    assert month().adds_up
    assert month(year=2028, month=2, worked_days=29, home_days=29).adds_up
    assert month(worked_days=31, home_days=31, arrivals_in_peak=31).adds_up
