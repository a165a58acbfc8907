"""Ten years of days: read, balanced and shown, against the same rows read bare."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from datetime import date, timedelta

import pytest

from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    Mode,
    Part,
    PlannedDay,
    Purpose,
    Trip,
    WeekPattern,
    Where,
)
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.storage.paths import DataFolder

pytestmark = pytest.mark.slow
TEN_YEARS, ONE_YEAR = 3_650, 365
LAST = date(2026, 11, 23)
ROUNDS = 9
SPARE = 1.6  # over linear, for what a fixed part and a busy machine make of it
MOST_OF_BARE = 4  # each row has a checksum, and becomes a value that was checked


def days(count):
    """Return days of all kinds, up to yesterday."""
    home, office = Part(Where.HOME, 480, WorkplaceId("a1")), Part(Where.OFFICE, 300)
    legs = tuple(
        Trip(Purpose.COMMUTE, Mode.TRAIN, 25.4, band)
        for band in (Band.OUTSIDE, Band.EVENING_PEAK)
    )
    kinds = [
        ((home,), ()),
        ((Part(Where.HOME, 180, WorkplaceId("a1")), office), legs),
        ((office,), legs),
        ((Part(Where.OFF, 0),), ()),
    ]
    return [
        Day(LAST - timedelta(count - number), *kinds[number % len(kinds)])
        for number in range(count)
    ]


@pytest.fixture
def opened(tmp_path):
    """Return what opens a folder with so many days."""

    def open_with(count):
        folder = DataFolder(tmp_path / str(count))
        folder.make()
        return folder, bootstrap.worker_services(
            folder, keys=MemoryKeyStore(), clock=FixedClock(LAST)
        )

    return open_with


def shortest(call):
    """Return the least seconds that a call takes, of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return min(times)


def bare(path):
    """Read the same rows, and the JSON in them, with nothing of ours."""
    with closing(sqlite3.connect(path)) as file:
        for _on, parts, trips in file.execute("SELECT date, parts, trips FROM day"):
            json.loads(parts)
            json.loads(trips)


def measured(folder, services, count):
    """Return the shortest seconds of each thing that is done with so many days."""
    with services as worker:
        log = worker.day_log
        log.put(*days(count))
        log.plan(WeekPattern(LAST, (PlannedDay((Part(Where.HOME, 480),)),) * 7))
        log.balance(LAST.year)  # what is loaded once
        return {
            "bare rows": shortest(lambda: bare(folder.worker_file)),
            "all days": shortest(worker.own_data.everything),
            "a month": shortest(lambda: log.month(2026, 11)),
            "a balance": shortest(lambda: log.balance(LAST.year)),
        }


def test_ten_years_of_days(opened, tell):
    one, ten = (measured(*opened(count), count) for count in (ONE_YEAR, TEN_YEARS))

    for name, took in ten.items():
        tell(
            f"{name}: {took * 1000:.1f} ms of ten years, {one[name] * 1000:.1f} of one"
        )
    linear = TEN_YEARS / ONE_YEAR * SPARE
    assert ten["all days"] <= MOST_OF_BARE * ten["bare rows"]
    assert ten["all days"] <= linear * one["all days"]
    assert ten["a balance"] <= linear * one["a balance"]
    assert ten["a month"] <= SPARE * one["a month"]  # only the month is read
