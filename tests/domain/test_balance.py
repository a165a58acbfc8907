"""The balance: dossier 8.1 by test, calendar hard cases, sums, order and cost."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.daylog_strategies import days, logs
from thuiswerkplek import rates_files
from thuiswerkplek.domain.balance import (
    HALVES,
    Commute,
    Figures,
    Run,
    Saved,
    ShareClass,
    by_month,
    by_week,
    by_year,
    exposure,
    figures,
    half_days,
    home_share,
    peak_share,
    runs_off_site,
    saved,
    share_class,
    total,
)
from thuiswerkplek.domain.daylog import (
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
    planned,
    worked,
)
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.domain.wpm import FactorList, emission, factors

RATES = rates_files.rates()
MONDAY = date(2026, 11, 23)
TODAY = MONDAY
HOME, OFFICE, OFF = Where.HOME, Where.OFFICE, Where.OFF
CUSTOMER, ELSEWHERE = Where.CUSTOMER, Where.ELSEWHERE
ATTIC, KITCHEN = WorkplaceId("attic"), WorkplaceId("kitchen")
MORNING, EVENING = Band.MORNING_PEAK, Band.EVENING_PEAK


def leg(band=Band.UNKNOWN, mode=Mode.CAR_PETROL, km=25.0):
    return Trip(Purpose.COMMUTE, mode, km, band)


def day(on, *parts, trips=(), is_planned=False):
    made = tuple(Part(where, minutes) for where, minutes in parts)
    return Day(on, made, trips, is_planned)


def after(count):
    return MONDAY + timedelta(days=count)


WEEK = [  # dossier 8.1: 32 h, 4x8, home-first on Thursday
    day(after(0), (HOME, 480)),
    day(after(1), (OFFICE, 480), trips=(leg(MORNING), leg(EVENING))),
    day(after(2), (OFF, 0)),
    day(after(3), (HOME, 150), (OFFICE, 330), trips=(leg(Band.OUTSIDE), leg(EVENING))),
    day(after(4), (HOME, 480)),
]


# Dossier 8.1


def test_section_8_1_the_worked_example():
    found = figures(WEEK)
    share = home_share(found)

    assert found.minutes == {HOME: 18.5 * 60, OFFICE: 13.5 * 60}
    assert share == Fraction(578125, 1_000_000)
    assert share_class(share, RATES, TODAY) is ShareClass.MAINLY
    assert (found.worked_days, found.on_site_days, found.home_days) == (4, 2, 2)
    assert saved(found, Commute(25_000, 40, Mode.CAR_PETROL)) == Saved(4, 160, 100_000)
    assert found.arrivals[Band.OUTSIDE] == 1


def test_section_8_1_hours_saved_in_a_year():
    """214 days, two of five at home, 80 minutes a day: 114.13 hours."""
    home_days = Fraction(214 * 2, 5)

    minutes = saved(Figures(home_days=1), Commute(0, 40, Mode.TRAIN)).minutes

    assert round(float(home_days * minutes / 60), 2) == 114.13


def test_section_5_3_co2_saved_by_two_home_days():
    """25 km one way, petrol, the WPM list of 2025: 594.92 kg by the 214 rule."""
    one_day = saved(Figures(home_days=1), Commute(25_000, 0, Mode.CAR_PETROL))
    wpm = factors(RATES, FactorList.WPM, 2025)

    kilos = emission({Mode.CAR_PETROL: one_day.metres}, wpm).kg

    assert kilos * 214 * 2 / 5 == Fraction("594.92")


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("0", ShareClass.LOCATION),
        ("0.0999999", ShareClass.LOCATION),
        ("0.1", ShareClass.PARTLY),
        ("0.4999999", ShareClass.PARTLY),
        ("0.5", ShareClass.MAINLY),
        ("0.7999999", ShareClass.MAINLY),
        ("0.8", ShareClass.FULLY),
        ("1", ShareClass.FULLY),
    ],
)
def test_section_8_1_the_sides_of_the_limits(share, expected):
    assert share_class(Fraction(share), RATES, TODAY) is expected


def test_groups_that_are_unknown_stay_unknown():
    assert share_class(Fraction(1, 2), RATES, date(2018, 12, 31)) is None


def test_a_home_first_day_saves_no_commute():
    first = figures([WEEK[3]])

    assert first.kinds == {DayKind.HOME_FIRST: 1}
    assert saved(first, Commute(25_000, 40, Mode.TRAIN)) == Saved(0, 0, 0)


def test_a_day_at_a_customer_saves_no_commute_either():
    found = figures([day(MONDAY, (CUSTOMER, 480))])

    assert (found.worked_days, found.on_site_days, found.home_days) == (1, 0, 0)


def test_nothing_logged_has_no_shares():
    found = figures([])

    assert found == Figures()
    assert home_share(found) is None
    assert peak_share(found) is None


def test_planned_days_do_not_count_yet():
    plan = day(MONDAY, (HOME, 480), is_planned=True)

    assert figures([plan]) == Figures()
    assert by_month([plan]) == {}


def test_peak_share_leaves_unknown_bands_out():
    bands = (MORNING, EVENING, Band.OUTSIDE, Band.UNKNOWN)
    travelled = day(MONDAY, (OFFICE, 480), trips=tuple(map(leg, bands)))

    found = figures([travelled])

    assert peak_share(found) == Fraction(2, 3)
    assert found.commute_legs[Band.UNKNOWN] == 1


def test_a_business_trip_is_no_commute():
    trip = Trip(Purpose.BUSINESS, Mode.TRAIN, 80, MORNING)
    found = figures([day(MONDAY, (HOME, 480), trips=(trip,))])

    assert found.home_days == 1
    assert peak_share(found) is None
    assert found.metres == {(Purpose.BUSINESS, Mode.TRAIN): 80_000}


# Half days


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (((HOME, 480),), {HOME: 2}),
        (((HOME, 240),), {HOME: 2}),
        (((HOME, 150), (OFFICE, 330)), {HOME: 1, OFFICE: 1}),
        (((HOME, 60), (OFFICE, 420)), {OFFICE: 2}),
        (((HOME, 120), (OFFICE, 360)), {HOME: 1, OFFICE: 1}),
        (((OFFICE, 360), (HOME, 120)), {OFFICE: 2}),
        (((HOME, 90), (OFFICE, 300), (HOME, 90)), {HOME: 1, OFFICE: 1}),
        (((HOME, 160), (OFFICE, 160), (CUSTOMER, 160)), {HOME: 1, OFFICE: 1}),
        (((HOME, 240), (OFF, 240)), {HOME: 2}),
        (((OFF, 480),), {}),
    ],
)
def test_a_working_day_has_two_halves(parts, expected):
    assert half_days(day(MONDAY, *parts)) == expected


@given(days())
def test_halves_are_always_two_or_none(a_day):
    assert sum(half_days(a_day).values()) == (HALVES if worked(a_day) else 0)


# The calendar


def test_iso_week_53_has_the_days_of_two_years():
    week = [day(date(2026, 12, 28) + timedelta(n), (HOME, 480)) for n in range(7)]

    assert by_week(week)[2026, 53].worked_days == 7
    assert {key: f.worked_days for key, f in by_year(week).items()} == {
        2026: 4,
        2027: 3,
    }
    assert list(by_month(week)) == [(2026, 12), (2027, 1)]


@pytest.mark.parametrize(
    ("on", "week"),
    [
        (date(2021, 1, 3), (2020, 53)),
        (date(2024, 12, 30), (2025, 1)),
        (date(2027, 1, 1), (2026, 53)),
        (date(2026, 12, 28), (2026, 53)),
    ],
)
def test_section_7_3_a_day_belongs_to_its_iso_week(on, week):
    assert list(by_week([day(on, (HOME, 480))])) == [week]


def test_the_night_of_31_december_counts_in_both_years():
    night = [
        day(date(2026, 12, 31), (OFFICE, 240), trips=(leg(),)),
        day(date(2027, 1, 1), (OFFICE, 360), trips=(leg(),)),
    ]

    found = by_year(night)

    assert found[2026].minutes == {OFFICE: 240}
    assert found[2027].minutes == {OFFICE: 360}
    assert found[2026].metres == found[2027].metres


def test_the_leap_day_belongs_to_february():
    leap = [day(date(2024, 2, 28) + timedelta(n), (HOME, 480)) for n in range(3)]

    found = by_month(leap)

    assert found[2024, 2].worked_days == 2
    assert found[2024, 3].worked_days == 1


def test_a_night_on_which_the_clock_changes_has_the_hours_that_were_worked():
    """A night shift of 22:00 to 06:00 is 7 hours in spring and 9 in autumn."""
    spring = [
        day(date(2026, 3, 28), (OFFICE, 120)),
        day(date(2026, 3, 29), (OFFICE, 300)),
    ]
    autumn = [
        day(date(2026, 10, 24), (OFFICE, 120)),
        day(date(2026, 10, 25), (OFFICE, 420)),
    ]

    assert figures(spring).minutes == {OFFICE: 7 * 60}
    assert figures(autumn).minutes == {OFFICE: 9 * 60}


def test_nine_days_of_eight_hours_in_two_weeks():
    free, eight = PlannedDay(), PlannedDay((Part(HOME, 480),))
    nine = WeekPattern(MONDAY, (eight,) * 5 + (free,) * 2 + (eight,) * 4 + (free,) * 3)
    made = [planned([nine], after(n)) for n in range(14)]
    confirmed = [Day(d.date, d.parts) for d in made if d]

    found = by_week(confirmed)

    assert [week.worked_days for week in found.values()] == [5, 4]
    assert figures(confirmed).minutes == {HOME: 72 * 60}


# Sums, order, cost


@given(logs())
def test_months_add_up_to_the_year_and_years_to_everything(log):
    months, years = by_month(log), by_year(log)

    for year, whole in years.items():
        own = [found for (of, _), found in months.items() if of == year]
        assert total(own) == whole
    assert total(years.values()) == total(by_week(log).values()) == figures(log)


@given(logs(), st.randoms())
def test_the_order_of_entry_never_matters(log, chance):
    shuffled = list(log)
    chance.shuffle(shuffled)

    assert figures(shuffled) == figures(log)
    assert by_month(shuffled) == by_month(log)
    assert exposure(shuffled) == exposure(log)
    assert runs_off_site(shuffled) == runs_off_site(log)


@given(logs())
def test_every_figure_fits_in_the_days(log):
    found = figures(log)
    confirmed = [d for d in log if not d.is_planned]

    assert sum(found.kinds.values()) == len(confirmed)
    assert sum(found.half_days.values()) == HALVES * found.worked_days
    assert sum(found.minutes.values()) <= 1_440 * found.worked_days
    assert found.home_days <= found.kinds.get(DayKind.HOME, 0)
    assert sum(found.at_workplaces.values()) == found.minutes.get(HOME, 0)
    assert sum(found.arrivals.values()) <= sum(found.commute_legs.values())


def ten_years(count=3_650):
    first = date(2018, 1, 1)
    trips = (leg(MORNING), leg(EVENING))
    return [
        day(first + timedelta(n), (HOME, 240), (OFFICE, 240), trips=trips)
        for n in range(count)
    ]


def calls_of(work):
    """How many functions are called: a cost that no busy machine changes."""
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "work", [figures, by_month, by_week, by_year, exposure, runs_off_site]
)
def test_cost_is_linear_in_days(work):
    few, many = ten_years(365), ten_years(3_650)

    assert calls_of(lambda: work(many)) <= 10.5 * calls_of(lambda: work(few))


# Exposure and runs


def at(place, minutes, on):
    return Day(on, (Part(HOME, minutes, place),))


def test_exposure_is_hours_a_week_over_the_weeks_with_work():
    log = [
        at(ATTIC, 480, after(0)),
        at(ATTIC, 480, after(1)),
        at(KITCHEN, 120, after(2)),
        day(after(7), (OFF, 0)),
        at(ATTIC, 480, after(14)),
    ]

    assert exposure(log) == {ATTIC: 12, KITCHEN: 1}


def test_home_without_a_named_workplace_counts_apart():
    assert exposure([day(MONDAY, (HOME, 480))]) == {None: 8}


def test_a_run_goes_on_over_weekends_and_days_off():
    log = [
        day(after(0), (OFFICE, 480)),
        day(after(1), (HOME, 480)),
        day(after(2), (OFF, 480)),
        day(after(3), (CUSTOMER, 480)),
        day(after(7), (HOME, 480)),
        day(after(8), (OFFICE, 480)),
        day(after(9), (HOME, 480)),
    ]

    assert runs_off_site(log) == (
        Run(3, after(1), after(7)),
        Run(1, after(9), after(9)),
    )


def test_without_days_there_is_no_run():
    assert runs_off_site([]) == ()
    assert runs_off_site([day(MONDAY, (OFFICE, 480))]) == ()
