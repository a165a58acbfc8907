"""The day log: what a day may hold, what kind it is, how weeks repeat, merging."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.daylog_strategies import days, logs
from thuiswerkplek.domain.daylog import (
    MINUTES_A_DAY,
    MOST_PARTS,
    MOST_TRIPS,
    Band,
    Day,
    DayKind,
    Mode,
    Part,
    PlannedDay,
    Purpose,
    Trip,
    WeekPattern,
    Where,
    commutes,
    in_order,
    is_on_site,
    kind,
    merged,
    minutes_at,
    monday,
    planned,
    worked,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.holidays_nl import holidays
from thuiswerkplek.domain.workplace import WorkplaceId

MONDAY = date(2026, 11, 23)
HOME, OFFICE, OFF = Where.HOME, Where.OFFICE, Where.OFF
CUSTOMER, ELSEWHERE = Where.CUSTOMER, Where.ELSEWHERE
TO_WORK = Trip(Purpose.COMMUTE, Mode.TRAIN, 25, Band.OUTSIDE)
TO_CUSTOMER = Trip(Purpose.BUSINESS, Mode.CAR, 12.5, Band.OUTSIDE)


def day(*parts, on=MONDAY, trips=(), is_planned=False):
    """A day of (place, minutes) pairs."""
    made = tuple(Part(where, minutes) for where, minutes in parts)
    return Day(on, made, trips, is_planned)


def at(where, minutes=480, trips=()):
    return PlannedDay((Part(where, minutes),), trips)


FREE = PlannedDay()


# What a day may hold


def test_a_day_of_exactly_24_hours_is_accepted():
    assert minutes_at(day((HOME, 1_000), (OFF, 440)), HOME) == 1_000


@pytest.mark.parametrize("minutes", [-1, 0, 1_441])
def test_a_part_lasts_1_to_1440_minutes(minutes):
    with pytest.raises(ValueRefusedError, match="minutes: out-of-range"):
        Part(HOME, minutes)


def test_time_off_needs_no_length():
    assert worked(day((OFF, 0))) == ()


def test_parts_of_more_than_24_hours_together_are_refused():
    with pytest.raises(ValueRefusedError, match="parts: long-day"):
        day((HOME, 1_000), (OFFICE, 441))


def test_a_day_without_parts_is_refused():
    with pytest.raises(ValueRefusedError, match="parts: no-parts"):
        Day(MONDAY, ())


def test_more_parts_or_trips_than_a_day_can_have_are_refused():
    with pytest.raises(ValueRefusedError, match="parts: too-many"):
        day(*[(HOME, 1)] * (MOST_PARTS + 1))
    with pytest.raises(ValueRefusedError, match="trips: too-many"):
        day((HOME, 1), trips=(TO_WORK,) * (MOST_TRIPS + 1))


def test_only_a_part_at_home_has_a_workplace():
    with pytest.raises(ValueRefusedError, match="workplace: not-at-home"):
        Part(OFFICE, 60, WorkplaceId("attic"))


@pytest.mark.parametrize("country", ["NL", "de", "D", "DEU", "D1", "٣٣"])
def test_a_country_is_two_capitals_and_empty_in_the_netherlands(country):
    with pytest.raises(ValueRefusedError, match="country: unknown-country"):
        Part(HOME, 60, country=country)


def test_time_off_has_no_country():
    with pytest.raises(ValueRefusedError, match="country: unknown-country"):
        Part(OFF, 60, country="DE")


@pytest.mark.parametrize("km", [-0.1, 2_000.1, math.nan, math.inf])
def test_a_leg_is_0_to_2000_km(km):
    with pytest.raises(ValueRefusedError, match="km: out-of-range"):
        Trip(Purpose.COMMUTE, Mode.TRAIN, km)


def test_a_leg_is_to_the_metre():
    assert Trip(Purpose.COMMUTE, Mode.TRAIN, 19.999).metres == 19_999
    with pytest.raises(ValueRefusedError, match="km: too-precise"):
        Trip(Purpose.COMMUTE, Mode.TRAIN, 19.9999)


@given(st.integers(0, 2_000_000))
def test_every_whole_metre_is_kept(metres):
    assert Trip(Purpose.COMMUTE, Mode.TRAIN, metres / 1_000).metres == metres


@given(days())
def test_parts_never_exceed_a_day(a_day):
    total = sum(minutes_at(a_day, where) for where in Where)

    assert 0 <= total <= MINUTES_A_DAY
    assert total == sum(part.minutes for part in a_day.parts)


@given(days(), st.integers(1, MINUTES_A_DAY))
def test_a_part_more_is_refused_as_soon_as_it_does_not_fit(a_day, minutes):
    total = sum(part.minutes for part in a_day.parts)
    longer = (*a_day.parts, Part(HOME, minutes))

    if total + minutes <= MINUTES_A_DAY:
        assert Day(MONDAY, longer).parts == longer
    else:
        with pytest.raises(ValueRefusedError, match="long-day"):
            Day(MONDAY, longer)


# What kind of day it was


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (((HOME, 480),), DayKind.HOME),
        (((HOME, 240), (OFF, 240)), DayKind.HOME),
        (((OFFICE, 480),), DayKind.OFFICE),
        (((CUSTOMER, 120), (OFFICE, 360)), DayKind.OFFICE),
        (((HOME, 150), (OFFICE, 330)), DayKind.HOME_FIRST),
        (((HOME, 120), (OFFICE, 240), (HOME, 120)), DayKind.HOME_FIRST),
        (((OFF, 60), (HOME, 120), (OFFICE, 240)), DayKind.HOME_FIRST),
        (((OFFICE, 240), (HOME, 240)), DayKind.MIXED),
        (((HOME, 240), (CUSTOMER, 240)), DayKind.MIXED),
        (((ELSEWHERE, 480),), DayKind.ELSEWHERE),
        (((CUSTOMER, 480),), DayKind.ELSEWHERE),
        (((OFF, 0),), DayKind.OFF),
        (((OFF, 480),), DayKind.OFF),
    ],
)
def test_the_kind_follows_from_the_parts_in_order(parts, expected):
    assert kind(day(*parts)) is expected


def test_home_office_and_home_again_keeps_each_part():
    a_day = day((HOME, 90), (OFFICE, 300), (HOME, 90), trips=(TO_WORK, TO_WORK))

    assert (minutes_at(a_day, HOME), minutes_at(a_day, OFFICE)) == (180, 300)
    assert is_on_site(a_day)


def test_only_legs_to_the_fixed_workplace_are_commutes():
    a_day = day((HOME, 300), (CUSTOMER, 180), trips=(TO_CUSTOMER, TO_CUSTOMER))

    assert commutes(a_day) == ()
    assert not is_on_site(a_day)


def test_a_commute_makes_a_day_on_site_whatever_its_parts():
    assert is_on_site(day((HOME, 480), trips=(TO_WORK,)))


def test_the_night_of_31_december_is_two_days_in_two_years():
    before = day((OFFICE, 240), on=date(2026, 12, 31), trips=(TO_WORK,))
    after = day((OFFICE, 360), on=date(2027, 1, 1), trips=(TO_WORK,))

    log = in_order([after, before])

    assert [(d.date.year, minutes_at(d, OFFICE)) for d in log] == [
        (2026, 240),
        (2027, 360),
    ]


# A plan that repeats


@pytest.mark.parametrize(
    ("on", "year", "week", "weekday"),
    [
        (date(2021, 1, 3), 2020, 53, 7),
        (date(2024, 12, 30), 2025, 1, 1),
        (date(2027, 1, 1), 2026, 53, 5),
        (date(2026, 12, 28), 2026, 53, 1),
    ],
)
def test_section_7_3_iso_weeks(on, year, week, weekday):
    assert on.isocalendar() == (year, week, weekday)
    assert monday(on) == date.fromisocalendar(year, week, 1)


FOUR_DAYS = WeekPattern(  # 32 h, 4x8, Wednesday off
    date(2026, 1, 1),
    (at(HOME), at(OFFICE), FREE, at(OFFICE), at(HOME), FREE, FREE),
)
NINE_DAYS = WeekPattern(  # 36 h, 9x8 in two weeks, the second Friday off
    date(2026, 1, 7),  # a Wednesday: its own week is the first of the two
    (at(HOME),) * 5 + (FREE,) * 2 + (at(OFFICE),) * 4 + (FREE,) * 3,
)


def test_a_pattern_plans_each_weekday():
    week = [planned([FOUR_DAYS], MONDAY + timedelta(n)) for n in range(7)]

    assert [d and d.parts[0].where for d in week] == [
        HOME,
        OFFICE,
        None,
        OFFICE,
        HOME,
        None,
        None,
    ]
    assert all(d.is_planned for d in week if d)


def test_nine_days_in_two_weeks_go_on_through_week_53():
    last_weeks = [date(2026, 12, 21), date(2026, 12, 28), date(2027, 1, 4)]

    def hours_of(first):
        found = [planned([NINE_DAYS], first + timedelta(n)) for n in range(7)]
        return sum(part.minutes for d in found if d for part in d.parts) / 60

    # Week 2 of 2026 is a first week; 52 is even away from it, so first again.
    assert [hours_of(first) for first in last_weeks] == [40, 32, 40]


def test_nine_days_of_eight_hours_are_72_hours_in_any_two_weeks():
    for start in range(0, 400, 7):
        first = NINE_DAYS.valid_from + timedelta(start)
        found = [planned([NINE_DAYS], first + timedelta(n)) for n in range(14)]
        assert sum(p.minutes for d in found if d for p in d.parts) == 72 * 60


def test_before_the_first_pattern_nothing_is_planned():
    assert planned([FOUR_DAYS], date(2025, 12, 31)) is None
    assert planned([], MONDAY) is None


def test_the_pattern_that_began_last_holds_in_any_order():
    later = WeekPattern(date(2026, 11, 24), (at(HOME),) * 7)
    for patterns in ([FOUR_DAYS, later], [later, FOUR_DAYS]):
        week = [planned(patterns, MONDAY + timedelta(n)) for n in range(4)]
        assert [d.parts[0].where for d in week] == [HOME] * 4

        before = planned(patterns, date(2026, 11, 17))
        assert before.parts[0].where is OFFICE


def test_a_holiday_is_off_when_it_would_be_worked():
    kings_day = date(2026, 4, 27)

    free = planned([FOUR_DAYS], kings_day, holidays(2026))

    assert kind(free) is DayKind.OFF
    assert free.is_planned


def test_a_holiday_on_a_day_never_worked_plans_nothing():
    assert planned([FOUR_DAYS], date(2026, 4, 5), holidays(2026)) is None


def test_the_leap_day_is_an_ordinary_day():
    pattern = WeekPattern(date(2024, 1, 1), FOUR_DAYS.days)

    assert planned([pattern], date(2024, 2, 29)).parts[0].where is OFFICE


@pytest.mark.parametrize("count", [0, 1, 6, 8, 13, 21])
def test_a_pattern_is_one_or_two_whole_weeks(count):
    with pytest.raises(ValueRefusedError, match="not-whole-weeks"):
        WeekPattern(MONDAY, (FREE,) * count)


def test_a_planned_day_is_held_to_the_same_bounds():
    with pytest.raises(ValueRefusedError, match="long-day"):
        PlannedDay((Part(HOME, 1_000), Part(OFFICE, 1_000)))
    with pytest.raises(ValueRefusedError, match="no-parts"):
        PlannedDay(trips=(TO_WORK,))


# Taking days in


@given(logs(), st.randoms())
def test_the_order_of_entry_does_not_matter(log, chance):
    shuffled = list(log)
    chance.shuffle(shuffled)

    assert in_order(log) == in_order(shuffled)


def test_a_date_twice_is_refused():
    with pytest.raises(ValueRefusedError, match="2026-11-23: twice"):
        in_order([day((HOME, 480)), day((OFFICE, 480))])


@given(logs(), logs())
def test_a_log_taken_in_twice_adds_nothing_the_second_time(known, incoming):
    before = {d.date: d for d in known}
    first = merged(before, incoming)
    after = before | {d.date: d for d in (*first.added, *first.changed)}

    second = merged(after, incoming)

    assert (second.added, second.changed) == ((), ())
    assert len(second.kept) == len(incoming)


@given(logs(), logs())
def test_every_day_that_comes_in_is_accounted_for_once(known, incoming):
    found = merged({d.date: d for d in known}, incoming)

    assert in_order([*found.added, *found.changed, *found.kept]) == in_order(incoming)


def test_a_plan_never_replaces_a_confirmed_day():
    confirmed = day((OFFICE, 480))
    plan = day((HOME, 480), is_planned=True)

    assert merged({MONDAY: confirmed}, [plan]).kept == (plan,)


def test_a_plan_replaces_another_plan_with_other_places_only():
    known = day((HOME, 480), trips=(TO_WORK,), is_planned=True)
    same_place = day((HOME, 450), is_planned=True)
    other_place = day((OFFICE, 450), is_planned=True)

    assert merged({MONDAY: known}, [same_place]).kept == (same_place,)
    assert merged({MONDAY: known}, [other_place]).changed == (other_place,)


def test_a_confirmed_day_replaces_what_is_known():
    assert merged({MONDAY: day((HOME, 480))}, [day((HOME, 450))]).changed
