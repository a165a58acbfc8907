"""The day log in the worker's file: kept whole, checked by row, gone when erased."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.domain.agreements import FULL, agreements
from tests.domain.daylog_strategies import WORKPLACES, logs
from tests.fakes import TODAY
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.agreement import Agreement, Source
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
from thuiswerkplek.domain.errors import DamagedFileError, NewerFileError
from thuiswerkplek.domain.habits import Habits, PeakHours
from thuiswerkplek.domain.holidays_nl import May5
from thuiswerkplek.domain.records import DayRecords
from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.worker_file import (
    MIGRATIONS,
    needs_migration,
    open_worker_file,
)

LAYOUTS = Path(__file__).resolve().parent.parent / "data/layouts"
ZOLDER = WORKPLACES[0]
HOME = (Part(Where.HOME, 150, ZOLDER), Part(Where.OFFICE, 330))
LEG = Trip(Purpose.COMMUTE, Mode.TRAIN, 25.4, Band.OUTSIDE)
DAY = Day(TODAY, HOME, (LEG,))
PATTERN = WeekPattern(
    date(2026, 1, 1), (PlannedDay(HOME, (LEG,)),) * 5 + (PlannedDay(),) * 2
)


@pytest.fixture
def store(tmp_path):
    found = open_worker_file(tmp_path / "worker.db")
    yield found
    found.close()


def again(store):
    """Return what is there for somebody who opens the file anew."""
    path = store._file.path
    store.close()
    found = open_worker_file(path)
    records = found.log.records()
    assert found.verify()
    found.close()
    return records


def test_a_new_file_has_no_days(store):
    assert store.log.is_empty()
    assert store.log.records() == DayRecords()


def test_everything_comes_back_as_it_was(store):
    store.log.put_days([DAY])
    store.log.put_pattern(PATTERN)
    store.log.put_agreement(FULL)

    assert not store.log.is_empty()
    assert again(store) == DayRecords((DAY,), (PATTERN,), (FULL,))


@settings(max_examples=40, deadline=None)
@given(days=logs())
def test_any_days_come_back_by_date(tmp_path_factory, days):
    store = open_worker_file(tmp_path_factory.mktemp("log") / "worker.db")
    store.log.put_days(days)

    assert again(store).days == tuple(sorted(days, key=lambda day: day.date))


@settings(max_examples=40, deadline=None)
@given(agreement=agreements())
def test_any_agreement_comes_back(tmp_path_factory, agreement):
    store = open_worker_file(tmp_path_factory.mktemp("log") / "worker.db")
    store.log.put_agreement(agreement)

    assert again(store).agreements == (agreement,)


def test_a_date_has_one_day_the_last_one_put(store):
    store.log.put_days([Day(TODAY, (Part(Where.OFF, 0),))])
    store.log.put_days([DAY])

    assert store.log.days() == (DAY,)


def test_days_are_asked_for_by_their_dates(store):
    days = [Day(TODAY + timedelta(number), HOME) for number in range(-3, 4)]
    store.log.put_days(days)

    assert store.log.days(TODAY, TODAY) == (days[3],)
    assert store.log.days(TODAY - timedelta(1), TODAY + timedelta(1)) == tuple(
        days[2:5]
    )
    assert store.log.days(TODAY + timedelta(9)) == ()


def test_all_days_are_kept_or_none(store):
    store.log.put_days([DAY])

    def days():
        yield Day(TODAY, (Part(Where.OFF, 0),))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.log.put_days(days())

    assert store.log.days() == (DAY,)


def test_what_is_removed_is_gone(store):
    store.log.put_days([DAY, Day(TODAY + timedelta(1), HOME)])
    store.log.put_pattern(PATTERN)
    store.log.put_agreement(FULL)
    store.log.put_agreement(Agreement(FULL.valid_from, version=4))

    store.log.remove_days([TODAY, TODAY + timedelta(9)])
    store.log.remove_pattern(PATTERN.valid_from)
    store.log.remove_agreement(FULL.valid_from, 3, Source.ORGANISATION)

    assert [day.date for day in store.log.days()] == [TODAY + timedelta(1)]
    assert store.log.patterns() == ()
    assert [one.version for one in store.log.agreements()] == [4]


def test_a_removed_workplace_is_not_named_any_more_and_the_days_stay(store):
    store.put_workplaces((Workplace(ZOLDER, "Zolder", 100),))
    other = Day(TODAY + timedelta(1), (Part(Where.HOME, 60, WORKPLACES[1]),))
    store.log.put_days([DAY, other])
    store.log.put_pattern(PATTERN)

    store.remove_workplace(ZOLDER)

    assert store.log.days() == (
        Day(TODAY, (Part(Where.HOME, 150), HOME[1]), (LEG,)),
        other,
    )
    assert ZOLDER not in repr(store.log.patterns())


def test_erasing_leaves_nothing_of_the_log(store):
    store.log.put_days([DAY])
    store.log.put_pattern(PATTERN)
    store.log.put_agreement(FULL)
    path = store._file.path

    store.erase()

    assert store.log.is_empty()
    store.close()
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"Voorbeeld BV" not in left
    assert TODAY.isoformat().encode() not in left


CHANGES = {
    "day": "UPDATE day SET is_planned = 1",
    "day's hours": 'UPDATE day SET parts = \'[["home",1,null,""]]\'',
    "pattern": "UPDATE pattern SET days = '[]'",
    "agreement": "UPDATE agreement SET version = 9",
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_row_that_is_not_what_was_written_is_noticed(store, what):
    store.log.put_days([DAY])
    store.log.put_pattern(PATTERN)
    store.log.put_agreement(FULL)
    with closing(sqlite3.connect(store._file.path)) as file:
        file.execute(CHANGES[what])
        file.commit()

    with pytest.raises(DamagedFileError):
        store.log.records()
    assert not store.verify()


NONSENSE = ["no", "[]", "[[1]]", '[["moon",60,null,""]]', '[["home",9999,null,""]]']


@pytest.mark.parametrize("parts", NONSENSE)
def test_a_row_with_its_checksum_that_is_no_day_is_damage_too(store, parts):
    store.log._days.put(TODAY.isoformat(), 0, parts, "[]")

    with pytest.raises(DamagedFileError):
        store.log.days()


def test_an_agreement_of_a_newer_program_is_not_half_read(store):
    content = json.dumps({"kind": "agreement", "format": 99})
    store.log._agreements.put("2026-01-01", 1, "typed", content)

    with pytest.raises(NewerFileError):
        store.log.agreements()


@pytest.fixture
def old(folder):
    """A data folder as the program left it before it had a day log."""
    shutil.copy(LAYOUTS / "worker-2.db", folder.worker_file)
    return folder


def version(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute("PRAGMA user_version").fetchone()[0]


def test_a_real_file_of_layout_2_is_copied_and_then_brought_up_to_date(
    old, keys, clock
):
    assert version(old.worker_file) == 2
    assert needs_migration(old.worker_file)

    with bootstrap.worker_services(old, keys=keys, clock=clock) as services:
        zolder, keuken = services.places.all()
        answers = services.checking.latest(zolder.id).answers
        found = services.own_data.everything()

    assert (zolder.name, keuken.name) == ("Zolder", "Keuken")
    assert [answer.remark for answer in answers.values()] == [
        f"Opmerking {number}: ’t kan" for number in range(6)
    ]
    assert found.log == DayRecords()
    assert version(old.worker_file) == len(MIGRATIONS)
    assert version(old.backups / f"worker-{TODAY.isoformat()}.db") == 2


def test_days_of_layout_3_are_all_there_after_the_step(folder, keys, clock):
    shutil.copy(LAYOUTS / "worker-3.db", folder.worker_file)

    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        found = services.own_data.everything().log

    assert [day.date.day for day in found.days] == [16, 17, 24]
    assert [pattern.valid_from for pattern in found.patterns] == [date(2026, 11, 2)]
    assert found.agreements == (FULL,)
    assert found.habits == Habits()
    assert version(folder.backups / f"worker-{TODAY.isoformat()}.db") == 3


def test_habits_are_kept_whole_and_lose_only_a_place_that_is_gone(store):
    place = WorkplaceId("a1")
    store.put_workplaces((Workplace(place, "Zolder"),))
    habits = Habits(
        day_minutes=432,
        first_minutes=150,
        workplace=place,
        mode=Mode.TRAIN,
        km=25.5,
        travel_minutes=40,
        there=Band.MORNING_PEAK,
        back=Band.OUTSIDE,
        may5=May5.ALWAYS,
        good_friday=True,
        morning=PeakHours(390, 540),
    )
    store.log.put_habits(habits)

    assert store.log.habits() == habits
    store.remove_workplace(place)
    assert again(store).habits == replace(habits, workplace=None)


def test_after_the_step_the_log_is_used_like_any_other(old, keys, clock):
    with bootstrap.worker_services(old, keys=keys, clock=clock):
        pass
    store = open_worker_file(old.worker_file)
    store.log.put_days([DAY])

    assert again(store).days == (DAY,)
    assert backups.newest_sound_copy(old) is not None


def test_ten_years_of_days_are_read_in_one_go(store):
    first = date(2017, 1, 1)
    days = [Day(first + timedelta(number), HOME, (LEG, LEG)) for number in range(3_650)]
    store.log.put_days(days)

    assert store.log.days() == tuple(days)
    assert len(store.log.days(date(2026, 1, 1), date(2026, 12, 31))) == 363
