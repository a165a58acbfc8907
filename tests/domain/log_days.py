"""Days of a log for tests: built in a few words, or generated."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from thuiswerkplek.domain.daylog import Band, Day, Mode, Part, Purpose, Trip, Where

EIGHT_HOURS = 480


def commute(km, mode=Mode.CAR_PETROL, band=Band.UNKNOWN):
    return Trip(Purpose.COMMUTE, mode, km, band)


def business(km, mode=Mode.CAR_PETROL):
    return Trip(Purpose.BUSINESS, mode, km)


def both_ways(km, mode=Mode.CAR_PETROL):
    return (commute(km, mode), commute(km, mode))


def at_home(date, minutes=EIGHT_HOURS, country="", **more):
    part = Part(Where.HOME, minutes, country=country)
    return Day(date, (part,), **more)


def at_office(date, km=25.0, minutes=EIGHT_HOURS, mode=Mode.CAR_PETROL, **more):
    return Day(date, (Part(Where.OFFICE, minutes),), both_ways(km, mode), **more)


def home_first(date, km=25.0, home=150, office=330):
    parts = (Part(Where.HOME, home), Part(Where.OFFICE, office))
    return Day(date, parts, both_ways(km))


def off(date):
    return Day(date, (Part(Where.OFF, 0),))


def in_a_row(make, count, first, **given):
    return [make(first + dt.timedelta(days=index), **given) for index in range(count)]


kms = st.integers(0, 300_000).map(lambda metres: metres / 1_000)
trips = st.lists(
    st.builds(
        Trip,
        st.sampled_from(Purpose),
        st.sampled_from(Mode),
        kms,
        st.sampled_from(Band),
    ),
    max_size=4,
).map(tuple)
countries = st.sampled_from(["", "", "DE", "BE", "FR"])
work = st.builds(
    lambda where, minutes, country: Part(where, minutes, country=country),
    st.sampled_from([where for where in Where if where is not Where.OFF]),
    st.integers(1, 360),
    countries,
)
parts = st.lists(work | st.just(Part(Where.OFF, 0)), min_size=1, max_size=4).map(tuple)


def days(first_year=2019, last_year=2027):
    """One day of any kind, planned or not."""
    first, last = dt.date(first_year, 1, 1), dt.date(last_year, 12, 31)
    return st.builds(Day, st.dates(first, last), parts, trips, st.booleans())


def logs(years=(2019, 2027), most=12):
    """Days on different dates, in any order."""
    return st.lists(days(*years), max_size=most, unique_by=lambda day: day.date)
