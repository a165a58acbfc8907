"""Generated days of the log, for tests of rules that hold for any of them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from thuiswerkplek.domain.daylog import (
    MINUTES_A_DAY,
    MOST_KM,
    Band,
    Day,
    Mode,
    Part,
    Purpose,
    Trip,
    Where,
)
from thuiswerkplek.domain.workplace import WorkplaceId

WORKPLACES = tuple(WorkplaceId(name) for name in ("1a2b3c", "4d5e6f"))
COUNTRIES = ("", "DE", "BE", "FR")

dates = st.dates(date(2019, 1, 1), date(2027, 12, 31))
kilometres = st.integers(0, MOST_KM * 1_000).map(lambda metres: metres / 1_000)
trips = st.builds(
    Trip,
    st.sampled_from(Purpose),
    st.sampled_from(Mode),
    kilometres,
    st.sampled_from(Band),
)


@st.composite
def parts_of(draw, minutes):
    """One part of so many minutes, with all it may have."""
    where = draw(st.sampled_from(Where))
    if where is Where.OFF:
        return Part(where, draw(st.sampled_from((0, minutes))))
    place = st.none() | st.sampled_from(WORKPLACES)
    return Part(
        where,
        minutes,
        draw(place) if where is Where.HOME else None,
        draw(st.sampled_from(COUNTRIES)),
    )


@st.composite
def parts(draw):
    """One to five parts that fit in a day, some filling it to the last minute."""
    count = draw(st.integers(1, 5))
    most = MINUTES_A_DAY // count
    lengths = draw(st.lists(st.integers(1, most), min_size=count, max_size=count))
    return tuple(draw(parts_of(length)) for length in lengths)


@st.composite
def days(draw, on=dates):
    return Day(
        draw(on),
        draw(parts()),
        tuple(draw(st.lists(trips, max_size=4))),
        draw(st.booleans()),
    )


def logs(on=dates, *, most=40):
    """Days of different dates, in any order."""
    return st.lists(days(on), max_size=most, unique_by=lambda day: day.date)
