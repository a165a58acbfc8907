"""Month totals tell no day: what is not in the totals changes no byte of a report."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain import daylog_strategies
from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from tests.privacy.test_canaries import decoded, hits
from tests.privacy.test_leftovers import words_read
from tests.privacy.workers import CATALOGUE, dressed, facts
from thuiswerkplek import bootstrap
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.agreement import Agreement, Item, Money, Parties
from thuiswerkplek.domain.agreement import Terms as Agreed
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
    commutes,
    kind,
)
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.months import first_told, shared_months
from thuiswerkplek.domain.records import DayRecords, Place
from thuiswerkplek.domain.sharing import Terms, employer_report
from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.keys import SigningKey
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.storage.paths import DataFolder

KEY = SigningKey(b"\x07" * 32)
PAIRS, PRINTED_PAIRS = 300, 6

THIS_MONTH = TODAY.replace(day=1)
PLACES = tuple(map(WorkplaceId, ("kanarie7008zang", "kanarie7009zang")))
NOT_TOLD = st.dates(date(2023, 1, 1), first_told(TODAY) - timedelta(days=1)) | st.dates(
    THIS_MONTH, date(2027, 12, 31)
)
TOLD = st.dates(first_told(TODAY), THIS_MONTH - timedelta(days=1))

seeds = st.integers(0, 2**63)
told_logs = daylog_strategies.logs(TOLD, most=25)
other_logs = daylog_strategies.logs(NOT_TOLD, most=12)

MADE_OF = {
    DayKind.HOME: ((Where.HOME,),),
    DayKind.OFFICE: ((Where.OFFICE,), (Where.CUSTOMER, Where.OFFICE)),
    DayKind.HOME_FIRST: (
        (Where.HOME, Where.OFFICE),
        (Where.HOME, Where.OFFICE, Where.HOME),
    ),
    DayKind.MIXED: ((Where.OFFICE, Where.HOME), (Where.HOME, Where.ELSEWHERE)),
    DayKind.ELSEWHERE: ((Where.CUSTOMER,), (Where.ELSEWHERE, Where.CUSTOMER)),
}
OTHERS = (DayKind.MIXED, DayKind.ELSEWHERE)
SAME_ARRIVAL = {
    Band.MORNING_PEAK: (Band.MORNING_PEAK, Band.EVENING_PEAK),
    Band.EVENING_PEAK: (Band.MORNING_PEAK, Band.EVENING_PEAK),
    Band.OUTSIDE: (Band.OUTSIDE,),
    Band.UNKNOWN: (Band.UNKNOWN, None),
}


# Another log with the same totals


def retold(rng, days):
    """Return another log of the same months: other days, parts, trips and days off."""
    worked = [
        day for day in days if not day.is_planned and kind(day) is not DayKind.OFF
    ]
    free = {}
    for first in {day.date.replace(day=1) for day in worked}:
        free[first] = [first + timedelta(number) for number in range(28)]
        rng.shuffle(free[first])
    made = [_other_day(rng, day, free[day.date.replace(day=1)].pop()) for day in worked]
    for dates in free.values():
        made += [_no_matter(rng, on) for on in dates if rng.random() < 0.4]
    away = rng.choice(([], range(0, 28, 3)))
    whole = first_told(TODAY)
    if whole not in free:  # a month that is off, or only planned, is not there
        made += [_no_matter(rng, whole + timedelta(number)) for number in away]
    rng.shuffle(made)
    return made


def _other_day(rng, day, on):
    told = kind(day)
    told = rng.choice(OTHERS) if told in OTHERS else told
    places = rng.choice(MADE_OF[told])
    parts = [_part(rng, where) for where in places]
    if rng.random() < 0.3:
        parts.insert(rng.randint(0, len(parts)), Part(Where.OFF, rng.randint(0, 60)))
    return Day(on, tuple(parts), tuple(_trips(rng, day)))


def _part(rng, where):
    country = rng.choice(("", "DE", "BE"))
    place = rng.choice((None, *PLACES)) if where is Where.HOME else None
    return Part(where, rng.randint(1, 240), place, country)


def _trips(rng, day):
    legs = commutes(day)
    band = rng.choice(SAME_ARRIVAL[legs[0].band if legs else Band.UNKNOWN])
    made = [_trip(rng, Purpose.BUSINESS) for _ in range(rng.randint(0, 2))]
    if band is None:
        return made
    made.append(_trip(rng, Purpose.COMMUTE, band))
    later = [_trip(rng, rng.choice(list(Purpose))) for _ in range(rng.randint(0, 2))]
    return [*made, *later]


def _trip(rng, purpose, band=None):
    mode, km = rng.choice(list(Mode)), rng.randint(0, 200)
    return Trip(purpose, mode, km, band or rng.choice(list(Band)))


def _no_matter(rng, on):
    """Return a day that no total counts: off, perhaps with a trip, or a plan."""
    if rng.random() < 0.5:
        trips = (_trip(rng, Purpose.COMMUTE),) if rng.random() < 0.5 else ()
        return Day(on, (Part(Where.OFF, rng.randint(0, 480)),), trips)
    parts = (_part(rng, rng.choice((Where.HOME, Where.OFFICE))),)
    return Day(on, parts, is_planned=True)


def data_of(records, days, today=TODAY):
    """Return the bytes that a worker with this log sends."""
    report = employer_report(
        CATALOGUE, records, Terms("r", 1, today, "p"), shared_months(days, today)
    )
    return codec.encode(report, program="p")


def worker(seed, *, releases):
    found = dressed(random.Random(seed), facts(random.Random(seed)))
    released = found.general.sharing.released
    keys = (*released, sharing.MONTHS) if releases else released
    choices = replace(found.general.sharing, released=tuple(sorted(keys)))
    return replace(found, general=replace(found.general, sharing=choices))


@settings(max_examples=PAIRS)
@given(told_logs, seeds)
def test_logs_with_the_same_totals_give_the_same_bytes(days, seed):
    known = worker(seed % 50, releases=True).general
    other = retold(random.Random(seed), days)

    assert shared_months(other, TODAY) == shared_months(days, TODAY)
    assert data_of(known, other) == data_of(known, days)


@settings(max_examples=PAIRS)
@given(told_logs, other_logs, other_logs, seeds)
def test_what_is_not_of_the_last_twelve_ended_months_changes_no_byte(
    days, one, other, seed
):
    known = worker(seed % 50, releases=True).general

    assert data_of(known, [*days, *one]) == data_of(known, [*other, *days])


@settings(max_examples=PAIRS)
@given(told_logs, other_logs, seeds)
def test_a_log_that_was_not_released_changes_no_byte(days, more, seed):
    known = worker(seed % 50, releases=False).general

    assert data_of(known, [*days, *more]) == data_of(known, ())


@settings(max_examples=PAIRS)
@given(told_logs, st.data())
def test_two_versions_of_a_report_tell_no_day_between_them(days, data):
    """Whatever days the two are made on, each month in both is the same."""
    first = data.draw(st.dates(date(2026, 10, 1), TODAY))
    second = data.draw(st.dates(first, first + timedelta(days=40)))
    so_far = [day for day in days if day.date <= first]  # the log as it was then

    then = {one.first: one for one in shared_months(so_far, first)}
    later = {one.first: one for one in shared_months(days, second)}

    for month in then.keys() & later.keys():
        assert then[month] == later[month]


@settings(max_examples=200)
@given(told_logs, TOLD, seeds)
def test_the_bytes_do_change_with_one_more_worked_day(days, on, seed):
    """Without this the tests above would also pass on a report without months."""
    known = worker(seed % 50, releases=True).general
    more = Day(on, (Part(Where.HOME, 480),))
    without = [day for day in days if day.date != on]

    assert data_of(known, [*without, more]) != data_of(known, without)


# Through real files, to the last byte of the pages


@pytest.fixture
def pages(tmp_path_factory):
    """Return what a worker's program makes of a whole life: draft, list and PDF."""

    def _pages(found, language):
        folder = DataFolder(tmp_path_factory.mktemp("life"))
        path = folder.root / "in.json"
        path.write_bytes(file_of(found, program="p"))
        opened = bootstrap.worker_services(
            folder, keys=MemoryKeyStore(), clock=FixedClock()
        )
        with opened as services:
            services.private.open_by_itself()
            services.own_data.take_in(path)
            draft = services.sharing.draft(language)
            content = services.paper.make(
                draft.report, CATALOGUE, language=language, key=KEY
            )
            return draft, content

    return _pages


def with_log(found, days, **log):
    """Return the worker with a log, and with the places that its days are at."""
    places = tuple(Place(Workplace(place, CANARIES["place"]), {}) for place in PLACES)
    general = replace(found.general, places=(*found.general.places, *places))
    by_date = tuple(sorted(days, key=lambda day: day.date))
    return replace(found, general=general, log=DayRecords(by_date, **log))


def some_days(rng):
    """Return days of the last months that can be told."""
    dates = {TODAY - timedelta(days=rng.randint(23, 300)) for _ in range(40)}
    kinds = list(MADE_OF)
    return [
        _other_day(rng, Day(on, _parts_of(rng.choice(kinds)), _arrival(rng)), on)
        for on in sorted(dates)
    ]


def _parts_of(told):
    return tuple(Part(where, 60) for where in MADE_OF[told][0])


def _arrival(rng):
    return (_trip(rng, Purpose.COMMUTE),)


@pytest.mark.parametrize("seed", range(PRINTED_PAIRS))
@pytest.mark.parametrize("releases", [True, False])
def test_the_same_pages_to_the_last_byte(pages, seed, releases):
    rng = random.Random(seed)
    days = some_days(rng)
    other = retold(rng, days) if releases else some_days(rng)
    today = Day(TODAY, (Part(Where.OFFICE, 480),))
    found, language = worker(seed, releases=releases), ("nl", "en")[seed % 2]

    one = pages(with_log(found, days), language)
    two = pages(with_log(found, [*other, today], **a_life_around()), language)

    assert one == two
    assert bool(one[0].report.months) is releases


# Unique words in all that a log can hold

CANARIES = {
    name: f"kanarie{number:04}zang"
    for number, name in enumerate(
        ("place", "employer", "manager", "team", "site", "ending", "equipment"), 7001
    )
}
COUNTRY, MILLS, KM = "QX", "1234.567", 1_234.567


def a_life_around():
    """Return a pattern, an agreement and habits that have no part in any report."""
    week = (PlannedDay((Part(Where.HOME, 431, PLACES[0], COUNTRY),)),) * 7
    agreement = Agreement(
        date(2026, 1, 1),
        parties=Parties(*(CANARIES[name] for name in ("employer", "manager", "team"))),
        home_country=COUNTRY,
        sites=(CANARIES["site"],),
        money=Money(Decimal(MILLS)),
        equipment=(Item(CANARIES["equipment"]),),
        terms=Agreed(ending=CANARIES["ending"]),
    )
    habits = Habits(day_minutes=431, km=KM, mode=Mode.SPEED_PEDELEC)
    return {
        "patterns": (WeekPattern(date(2026, 6, 1), week),),
        "agreements": (agreement,),
        "habits": habits,
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_place_country_mode_or_distance_of_a_day_is_in_any_byte(pages, language):
    parts = (
        Part(Where.HOME, 431, PLACES[0], COUNTRY),
        Part(Where.CUSTOMER, 67, country=COUNTRY),
    )
    trip = Trip(Purpose.COMMUTE, Mode.SPEED_PEDELEC, KM, Band.OUTSIDE)
    days = [Day(date(2026, 10, number), parts, (trip,)) for number in range(1, 20)]
    found = with_log(worker(3, releases=True), days, **a_life_around())

    draft, content = pages(found, language)

    assert draft.report.months[0].other_days == 19
    everywhere = list(decoded(content))
    words = (*CANARIES.values(), *PLACES, "1234.567", "1234,567", "pedelec")
    assert not hits(words, everywhere)
    assert not [
        place for place in everywhere if b'"QX"' in place or b"2026-10-0" in place
    ]
    assert not re.findall(r"\b(QX|431|67)\b", words_read(content))


def test_what_is_told_is_found_so_the_search_can_find(pages):
    days = [Day(date(2026, 10, number), (Part(Where.HOME, 9),)) for number in (1, 2, 5)]

    _draft, content = pages(with_log(worker(3, releases=True), days), "en")

    assert hits(["home_first_days"], decoded(content))
    assert re.search(r"October 2026\W+3\W+3\W+0\W+0\W+0", words_read(content))
