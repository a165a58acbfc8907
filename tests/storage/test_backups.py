"""Copies by day: sound ones only, rotated, and put back without losing what is there."""

from __future__ import annotations

import itertools
import sqlite3
import threading
from contextlib import closing
from datetime import date, timedelta

import pytest

from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import (
    DamagedFileError,
    FileProblem,
    UnwritableFileError,
)
from thuiswerkplek.domain.people import Person
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.paths import DataFolder
from thuiswerkplek.storage.worker_file import open_worker_file

DAY = date(2026, 11, 23)


@pytest.fixture
def store(folder):
    opened = open_worker_file(folder.worker_file)
    opened.put_person(Person("Noor"))
    yield opened
    opened.close()


def copies(folder):
    return sorted(path.name for path in folder.backups.iterdir())


def damage(path):
    """Change a cell behind the back of its checksum."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE person SET name = 'Iemand'")
        other.commit()


def test_one_copy_a_day_while_the_file_is_open(folder, store):
    assert (
        backups.copy_of_the_day(folder, DAY) == folder.backups / "worker-2026-11-23.db"
    )
    store.put_person(Person("Later"))
    assert backups.copy_of_the_day(folder, DAY) is None
    assert backups.copy_of_the_day(folder, DAY + timedelta(days=1)) is not None

    assert copies(folder) == ["worker-2026-11-23.db", "worker-2026-11-24.db"]
    names = []
    for name in copies(folder):
        copy = open_worker_file(folder.backups / name)
        names.append(copy.person().name)
        copy.close()
    assert names == ["Noor", "Later"]
    assert backups.day_of(backups.newest_sound_copy(folder)) == DAY + timedelta(days=1)


def test_nothing_to_copy_makes_nothing(folder):
    assert backups.copy_of_the_day(folder, DAY) is None
    assert not folder.backups.exists()
    assert backups.newest_sound_copy(folder) is None


def test_four_hundred_days_keep_seven_days_four_weeks_and_six_months(folder, store):
    """TM-74, counted out again for every day on its own."""
    made = []
    for number in range(400):
        day = DAY + timedelta(days=number)
        if number % 17 != 5:  # some days the program is not started
            assert backups.copy_of_the_day(folder, day)
            made.append(day)
        if number % 40 == 39:
            assert _days(folder) == _expected(made)

    assert _days(folder) == _expected(made)
    assert len(_days(folder)) <= 17
    assert backups.is_sound(backups.newest_sound_copy(folder))


def _days(folder):
    return {date.fromisoformat(name[7:17]) for name in copies(folder)}


def _expected(made):
    newest = sorted(made, reverse=True)
    weeks = [max(days) for days in _grouped(newest, lambda day: day.isocalendar()[:2])]
    months = [max(days) for days in _grouped(newest, lambda day: (day.year, day.month))]
    return {*newest[:7], *weeks[:4], *months[:6]}


def _grouped(days, key):
    return [list(group) for _, group in itertools.groupby(days, key)]


def test_a_damaged_file_is_not_copied_over_good_ones(folder, store):
    for number in range(3):
        backups.copy_of_the_day(folder, DAY + timedelta(days=number))
    before = {name: (folder.backups / name).read_bytes() for name in copies(folder)}
    store.close()
    damage(folder.worker_file)

    with pytest.raises(DamagedFileError) as caught:
        backups.copy_of_the_day(folder, DAY + timedelta(days=9))

    assert caught.value.path == str(folder.worker_file)
    assert {
        name: (folder.backups / name).read_bytes() for name in copies(folder)
    } == before


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500])
def test_what_is_no_database_is_not_copied(folder, content):
    folder.worker_file.write_bytes(content)

    with pytest.raises(DamagedFileError):
        backups.copy_of_the_day(folder, DAY)
    assert copies(folder) == []


def test_the_newest_sound_copy_passes_over_damaged_and_empty_ones(folder, store):
    for number in range(3):
        backups.copy_of_the_day(folder, DAY + timedelta(days=number))
    damage(folder.backups / "worker-2026-11-25.db")
    (folder.backups / "worker-2026-11-26.db").write_bytes(b"")
    (folder.backups / "worker-2026-99-99.db").write_bytes(b"a name that is no day")
    (folder.backups / "holiday.jpg").write_bytes(b"not ours")

    assert backups.newest_sound_copy(folder).name == "worker-2026-11-24.db"
    assert not backups.is_sound(folder.backups / "worker-2026-11-26.db")
    assert (folder.backups / "worker-2026-11-26.db").read_bytes() == b""


def test_other_files_in_the_folder_are_left_alone(folder, store):
    folder.backups.mkdir()
    for name in ("holiday.jpg", "worker-2026-99-99.db", "worker-old.db"):
        (folder.backups / name).write_bytes(b"not ours")

    for number in range(30):
        backups.copy_of_the_day(folder, DAY + timedelta(days=number))

    assert {"holiday.jpg", "worker-2026-99-99.db", "worker-old.db"} <= set(
        copies(folder)
    )


def test_a_copy_that_was_cut_short_before_is_made_anew(folder, store):
    folder.backups.mkdir()
    (folder.backups / "worker-2026-11-23.part").write_bytes(b"half")

    assert backups.copy_of_the_day(folder, DAY)
    assert copies(folder) == ["worker-2026-11-23.db"]


def test_put_back_keeps_what_was_damaged(folder, store):
    backups.copy_of_the_day(folder, DAY)
    copy = backups.newest_sound_copy(folder)
    store.close()
    for number in (1, 2):
        damage(folder.worker_file)
        damaged = folder.worker_file.read_bytes()

        kept = backups.put_back(folder, copy)

        assert kept == folder.root / f"worker-damaged-{number}.db"
        assert kept.read_bytes() == damaged
        again = open_worker_file(folder.worker_file)
        assert again.person() == Person("Noor")
        assert again.verify()
        again.close()
    assert copy.exists()


def test_put_back_takes_a_journal_aside_that_a_crash_left(folder, store):
    backups.copy_of_the_day(folder, DAY)
    copy = backups.newest_sound_copy(folder)
    store.close()
    folder.worker_file.write_bytes(b"damaged")
    journal = folder.worker_file.with_name("worker.db-wal")
    journal.write_bytes(b"left by a crash")

    kept = backups.put_back(folder, copy)

    assert kept.with_name(kept.name + "-wal").read_bytes() == b"left by a crash"
    again = open_worker_file(folder.worker_file)
    assert again.person() == Person("Noor")
    again.close()


def test_put_back_where_the_file_itself_is_gone(folder, store):
    backups.copy_of_the_day(folder, DAY)
    store.close()
    folder.worker_file.unlink()

    backups.put_back(folder, backups.newest_sound_copy(folder))

    assert backups.is_sound(folder.worker_file)


def test_what_cannot_be_put_back_changes_nothing(folder, store):
    backups.copy_of_the_day(folder, DAY)
    before = folder.worker_file.read_bytes()

    with pytest.raises(UnwritableFileError):
        backups.put_back(folder, folder.backups / "worker-2020-01-01.db")

    assert folder.worker_file.read_bytes() == before


def test_when_the_last_step_fails_the_file_is_where_it_was(folder, store):
    """Without its file the next start would make an empty one."""
    backups.copy_of_the_day(folder, DAY)
    store.close()
    folder.worker_file.write_bytes(b"damaged")
    folder.worker_file.with_name("worker.db-wal").write_bytes(b"journal")
    (folder.root / "worker-damaged-1.db-shm").mkdir()  # where its side file should go
    folder.worker_file.with_name("worker.db-shm").write_bytes(b"side")

    with pytest.raises(UnwritableFileError):
        backups.put_back(folder, backups.newest_sound_copy(folder))

    assert folder.worker_file.read_bytes() == b"damaged"
    assert folder.worker_file.with_name("worker.db-wal").read_bytes() == b"journal"
    assert not list(folder.root.glob("*.fresh"))


def test_a_file_in_the_place_of_the_folder_is_our_error(folder, store):
    folder.backups.write_bytes(b"no folder")

    with pytest.raises(FileProblem):
        backups.copy_of_the_day(folder, DAY)


def test_a_copy_made_while_answers_are_kept_is_whole(folder, store):
    store.put_answer("p", "q", Answer("yes"))
    other = open_worker_file(folder.worker_file)
    with other._file.transaction():
        other._put_answer("p", "q", Answer("no"))
        assert backups.copy_of_the_day(folder, DAY)
    other.close()

    copy = open_worker_file(backups.newest_sound_copy(folder))
    assert copy.answers("p") == {"q": Answer("yes")}
    copy.close()


def test_forgetting_leaves_no_copy_and_no_damaged_file(folder, store):
    for number in range(2):
        backups.copy_of_the_day(folder, DAY + timedelta(days=number))
    store.close()
    backups.put_back(folder, backups.newest_sound_copy(folder))
    (folder.backups / "holiday.jpg").write_bytes(b"not ours")

    backups.forget_all(folder)

    assert copies(folder) == ["holiday.jpg"]
    assert [path.name for path in folder.root.glob("*.db*")] == ["worker.db"]
    backups.forget_all(folder)


def test_forgetting_waits_for_a_copy_that_is_being_made(folder, store):
    """Else it would appear after everything was erased."""
    begun, order = threading.Event(), []

    def slow(part):
        begun.set()
        part.write_bytes(b"copy")
        order.append("copied")
        return True

    copying = threading.Thread(
        target=lambda: backups.keep(folder, backups.WORKER, DAY, slow)
    )
    copying.start()
    begun.wait(10)
    backups.forget_all(folder)
    order.append("forgotten")
    copying.join()

    assert order == ["copied", "forgotten"]
    assert copies(folder) == []


def test_what_cannot_be_forgotten_is_said(folder):
    folder.backups.mkdir()
    (folder.backups / "worker-2026-11-23.db").mkdir()

    with pytest.raises(UnwritableFileError):
        backups.forget_all(folder)


def test_forgetting_where_nothing_is_does_nothing(tmp_path):
    backups.forget_all(DataFolder(tmp_path))
