"""The draft of a week plan: usual forms, what stays untouched, and two weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.daylog_strategies import logs
from thuiswerkplek.domain.daylog import (
    Band,
    Mode,
    Part,
    PlannedDay,
    Purpose,
    Trip,
    WeekPattern,
    Where,
)
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.ui.worker.plan_draft import (
    Draft,
    Place,
    Row,
    days_from,
    place_of,
    planned_day,
)

MONDAY = date(2026, 11, 23)
USUAL = Habits(456, 90, WorkplaceId("a"), Mode.TRAIN, 41.5, 50, Band.MORNING_PEAK)
HOME, OFFICE = (
    PlannedDay((Part(Where.HOME, 480),)),
    PlannedDay((Part(Where.OFFICE, 9),)),
)
FREE = PlannedDay()
LEG = Trip(Purpose.COMMUTE, Mode.CAR, 10)
OWN = PlannedDay((Part(Where.HOME, 240), Part(Where.CUSTOMER, 240)))
CHOICES = [place for place in Place if place is not Place.OWN]


@pytest.mark.parametrize("place", CHOICES)
@given(
    day=st.integers(2, 1440),
    first=st.integers(1, 1439),
    km=st.none() | st.integers(0, 2000),
    there=st.sampled_from(Band),
)
def test_a_day_made_by_any_habits_has_the_form_of_its_place(
    place, day, first, km, there
):
    habits = Habits(day, first, mode=Mode.CAR, km=km, there=there)

    assert place_of(planned_day(place, habits)) is place


@pytest.mark.parametrize(
    "day",
    [
        OWN,
        PlannedDay((Part(Where.HOME, 480, country="BE"),)),
        PlannedDay((Part(Where.HOME, 240), Part(Where.HOME, 240))),
        PlannedDay((Part(Where.HOME, 480),), (LEG,)),
        PlannedDay((Part(Where.OFFICE, 480),), (LEG,)),
        PlannedDay((Part(Where.HOME, 60), Part(Where.OFFICE, 60)), (LEG, LEG)),
        PlannedDay((Part(Where.CUSTOMER, 480),)),
        PlannedDay((Part(Where.OFF, 0),), (LEG,)),
        PlannedDay((Part(Where.HOME, 1),)),
    ],
)
def test_a_day_that_no_habits_make_is_an_own_mix(day):
    assert place_of(day) is Place.OWN


@given(logs())
def test_any_day_has_a_place_and_stays_until_it_is_changed(days):
    rows = [Row(PlannedDay(day.parts, day.trips)) for day in days]

    assert all(row.day(USUAL) is row.stored for row in rows)
    assert all(row.place in Place for row in rows)
    assert all(row.choose(Place.NONE).choose(row.place) == row for row in rows)


def test_a_chosen_place_is_planned_as_days_usually_go():
    draft = Draft(MONDAY, (HOME,) * 5 + (FREE,) * 2)
    draft.choose(1, Place.HOME_FIRST)

    planned = draft.pattern(USUAL).days
    assert [part.minutes for part in planned[1].parts] == [90, 366]
    assert planned[0] is HOME


def test_the_place_a_day_had_gives_the_day_back():
    draft = Draft(MONDAY, (OWN,) + (FREE,) * 6)
    draft.choose(0, Place.OFFICE)
    assert draft.is_changed

    draft.choose(0, Place.OWN)
    assert not draft.is_changed
    assert draft.pattern(USUAL).days[0] is OWN


def test_other_hours_than_usual_show_and_are_renewed_on_request():
    draft = Draft(MONDAY, (HOME, OWN, planned_day(Place.OFFICE, USUAL)) + (FREE,) * 4)

    assert [row.is_other(USUAL) for row in draft.rows[:4]] == [
        True,
        False,
        False,
        False,
    ]
    draft.renew(USUAL)

    assert not any(row.is_other(USUAL) for row in draft.rows)
    assert draft.pattern(USUAL).days[0] == planned_day(Place.HOME, USUAL)
    assert draft.pattern(USUAL).days[1] is OWN


def test_a_second_week_begins_as_a_copy_and_is_remembered():
    draft = Draft(MONDAY, (HOME,) + (FREE,) * 6)
    draft.choose(1, Place.HOME)
    draft.set_two(is_two=True)
    draft.choose(8, Place.OFFICE)
    draft.set_two(is_two=False)
    assert len(draft.pattern(USUAL).days) == 7

    draft.set_two(is_two=True)

    assert [row.place for row in draft.weeks[1][:2]] == [Place.HOME, Place.OFFICE]


@given(st.integers(-60, 60))
def test_another_date_keeps_the_rows_of_every_week(moved):
    days = (HOME,) * 5 + (FREE,) * 2 + (OFFICE,) * 5 + (FREE,) * 2
    draft, before = Draft(MONDAY, days), WeekPattern(MONDAY, days)
    draft.move_to(MONDAY + timedelta(moved))

    after = draft.pattern(USUAL)
    dates = [MONDAY + timedelta(number) for number in range(30)]
    assert [after.on(one) for one in dates] == [before.on(one) for one in dates]


@given(st.integers(0, 60), st.booleans())
def test_the_days_of_a_pattern_from_another_date_are_the_same_days(moved, is_two):
    days = (HOME,) * 5 + (FREE,) * 2 + ((OFFICE,) * 7 if is_two else ())
    begin = MONDAY + timedelta(moved)
    pattern = WeekPattern(MONDAY, days)
    later = WeekPattern(begin, days_from(pattern, begin))

    dates = [begin + timedelta(number) for number in range(20)]
    assert [later.on(one) for one in dates] == [pattern.on(one) for one in dates]
