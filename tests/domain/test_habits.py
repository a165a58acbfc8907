"""Habits: one click fills a day in as it usually goes."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek.domain.daylog import (
    Band,
    DayKind,
    Mode,
    Where,
    kind,
    minutes_at,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.habits import Habits, PeakHours, usual_day
from thuiswerkplek.domain.peaks import Window
from thuiswerkplek.domain.workplace import WorkplaceId

TUESDAY = date(2026, 11, 24)
USUAL = Habits(
    workplace=WorkplaceId("z"),
    mode=Mode.TRAIN,
    km=25,
    there=Band.MORNING_PEAK,
    back=Band.EVENING_PEAK,
)
CLICKS = [one for one in DayKind if one is not DayKind.MIXED]


@pytest.mark.parametrize("chosen", CLICKS)
@given(day=st.integers(2, 1440), first=st.integers(1, 1439))
def test_a_day_of_a_kind_is_of_that_kind_and_as_long_as_a_day(chosen, day, first):
    made = usual_day(chosen, TUESDAY, Habits(day_minutes=day, first_minutes=first))

    assert kind(made) is chosen
    whole = 0 if chosen is DayKind.OFF else day
    assert sum(part.minutes for part in made.parts) == whole


def test_an_office_day_has_the_usual_way_there_and_back():
    day = usual_day(DayKind.OFFICE, TUESDAY, USUAL)

    assert [leg.band for leg in day.trips] == [Band.MORNING_PEAK, Band.EVENING_PEAK]
    assert {leg.km for leg in day.trips} == {25}


def test_first_at_home_then_travelling_is_outside_the_peak():
    day = usual_day(DayKind.HOME_FIRST, TUESDAY, USUAL)

    assert [leg.band for leg in day.trips] == [Band.OUTSIDE, Band.EVENING_PEAK]
    assert minutes_at(day, Where.HOME) == 120
    assert day.parts[0].workplace == "z"


@pytest.mark.parametrize("unknown", [{"mode": None}, {"km": None}])
def test_without_a_known_way_there_are_no_legs(unknown):
    known = {"mode": Mode.TRAIN, "km": 25, **unknown}

    assert usual_day(DayKind.OFFICE, TUESDAY, Habits(**known)).trips == ()


def test_own_peaks_are_windows():
    peaks = Habits(morning=PeakHours(390, 540)).peaks

    assert peaks.morning == Window(time(6, 30), time(9))
    assert peaks.evening is None
    assert Habits().peaks is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"day_minutes": 1},
        {"day_minutes": 1441},
        {"first_minutes": 0},
        {"first_minutes": 1440},
        {"travel_minutes": -1},
        {"travel_minutes": 1441},
        {"km": 2001},
        {"km": float("nan")},
        {"km": 1.0001},
        {"morning": PeakHours(540, 540)},
        {"morning": PeakHours(540, 1440)},
        {"morning": PeakHours(540, 1000), "evening": PeakHours(900, 1100)},
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueRefusedError):
        Habits(**wrong)
