"""Dossier 2.1 and 2.5: which hours are peak, and on which days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import rates_files
from thuiswerkplek.domain.daylog import Band, Mode
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.peaks import Peaks, Window, band, longest_span, windows

PEAKS = rates_files.peaks()
MONDAY = dt.date(2026, 11, 23)
TRAIN = PEAKS.usual(Mode.TRAIN, MONDAY).windows
ROAD = PEAKS.usual(Mode.CAR_PETROL, MONDAY).windows


def at(clock, day=MONDAY):
    return dt.datetime.combine(day, dt.time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("06:34", Band.OUTSIDE),
        ("06:34:59", Band.OUTSIDE),
        ("06:35", Band.MORNING_PEAK),
        ("08:54:59", Band.MORNING_PEAK),
        ("08:55", Band.OUTSIDE),
        ("16:04:59", Band.OUTSIDE),
        ("16:05", Band.EVENING_PEAK),
        ("18:24:59", Band.EVENING_PEAK),
        ("18:25", Band.OUTSIDE),
        ("00:00", Band.OUTSIDE),
        ("23:59", Band.OUTSIDE),
    ],
)
def test_2_1_check_in_has_five_minutes_tolerance(clock, expected):
    assert band(TRAIN, at(clock)) is expected


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("06:59", Band.OUTSIDE),
        ("07:00", Band.MORNING_PEAK),
        ("08:59", Band.MORNING_PEAK),
        ("09:00", Band.OUTSIDE),
        ("16:00", Band.EVENING_PEAK),
        ("18:00", Band.OUTSIDE),
    ],
)
def test_2_1_road_peaks_of_kim(clock, expected):
    assert band(ROAD, at(clock)) is expected


@pytest.mark.parametrize("day", [dt.date(2026, 11, 28), dt.date(2026, 11, 29)])
def test_2_1_weekends_are_off_peak_all_day(day):
    assert band(TRAIN, at("08:00", day)) is Band.OUTSIDE


def test_2_1_public_holidays_are_off_peak_all_day():
    kings_day = dt.date(2026, 4, 27)

    assert band(TRAIN, at("08:00", kings_day)) is Band.MORNING_PEAK
    assert band(TRAIN, at("08:00", kings_day), {kings_day}) is Band.OUTSIDE


@pytest.mark.parametrize(
    ("profile", "morning", "evening"),
    [
        ("road", "07:00-09:00", "16:00-18:00"),
        ("cbs", "07:00-09:00", "16:00-18:00"),
        ("train", "06:30-09:00", "16:00-18:30"),
        ("train-hyper", "07:30-08:30", None),
        ("amsterdam-hyper", "08:30-09:00", None),
        ("groningen", "08:30-09:30", None),
        ("rijkswaterstaat", "06:00-10:00", "15:00-19:00"),
    ],
)
def test_2_1_profiles(profile, morning, evening):
    found = PEAKS.profiles[profile].on(MONDAY).windows

    def text(window):
        return window and f"{window.start:%H:%M}-{window.end:%H:%M}"

    assert (text(found.morning), text(found.evening)) == (morning, evening)


def test_a_profile_without_an_evening_has_no_evening_peak():
    found = PEAKS.profiles["train-hyper"].on(MONDAY).windows

    assert band(found, at("17:00")) is Band.OUTSIDE
    assert longest_span(found, 40) is None


def test_peaks_before_the_data_are_unknown():
    assert PEAKS.profiles["groningen"].on(dt.date(2020, 5, 31)) is None
    assert Peaks({}).usual(Mode.TRAIN, MONDAY) is None


@pytest.mark.parametrize(
    ("day", "clock"),
    [(dt.date(2026, 3, 30), "07:30"), (dt.date(2026, 10, 26), "07:30")],
)
def test_the_clock_on_the_wall_counts_after_a_change_of_time(day, clock):
    assert band(ROAD, at(clock, day)) is Band.MORNING_PEAK


@pytest.mark.parametrize("day", [dt.date(2024, 2, 29), dt.date(2026, 12, 31)])
def test_leap_day_and_last_day_are_ordinary_workdays(day):
    assert band(ROAD, at("08:00", day)) is Band.MORNING_PEAK


def test_2_5_the_longest_span_between_both_peaks():
    assert longest_span(TRAIN, 40) == 380
    assert longest_span(TRAIN, 0) == 420
    assert longest_span(TRAIN, 600) == 0


SEVEN_NINE = Window(dt.time(7), dt.time(9))


@pytest.mark.parametrize(
    ("morning", "evening", "tolerance"),
    [
        (None, None, 0),
        (Window(dt.time(9), dt.time(7)), None, 0),
        (SEVEN_NINE, Window(dt.time(8), dt.time(18)), 0),
        (SEVEN_NINE, None, 60),
        (SEVEN_NINE, None, -1),
    ],
)
def test_peaks_that_cannot_be_are_refused(morning, evening, tolerance):
    with pytest.raises(ValueRefusedError):
        windows(morning, evening, tolerance)


moments = st.builds(
    dt.datetime.combine,
    st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31)),
    st.times(),
)


@given(moments, st.sampled_from(Mode))
def test_a_moment_is_in_one_band_that_is_known(moment, mode):
    found = band(PEAKS.usual(mode, moment.date()).windows, moment)

    assert found is not Band.UNKNOWN
    if moment.weekday() > 4:
        assert found is Band.OUTSIDE


@given(moments, st.integers(0, 59))
def test_tolerance_never_makes_a_moment_peak(moment, tolerance):
    strict = windows(SEVEN_NINE, None)
    kind = windows(SEVEN_NINE, None, tolerance)

    if band(strict, moment) is Band.OUTSIDE:
        assert band(kind, moment) is Band.OUTSIDE
