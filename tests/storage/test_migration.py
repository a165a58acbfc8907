"""A file in an older layout: copied first, then brought up to date, at once or not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from tests.fakes import TODAY
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.errors import DamagedFileError, UnwritableFileError
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.worker_file import MIGRATIONS, needs_migration


@pytest.fixture
def old(folder, keys, clock):
    """A data folder as the first layout left it."""
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        services.places.add("Zolder")
    with closing(sqlite3.connect(folder.worker_file)) as file:
        for table in ("removed", "day", "pattern", "agreement", "habits"):
            file.execute(f"DROP TABLE {table}")
        file.execute("PRAGMA user_version = 1")
        file.execute("VACUUM")
    return folder


def version(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute("PRAGMA user_version").fetchone()[0]


def opened(folder, keys, clock):
    return bootstrap.worker_services(folder, keys=keys, clock=clock)


def test_an_older_file_is_copied_as_it_is_and_then_brought_up_to_date(old, keys, clock):
    """TM-74: a copy before every migration."""
    assert needs_migration(old.worker_file)

    with opened(old, keys, clock) as services:
        assert [place.name for place in services.places.all()] == ["Zolder"]

    copy = old.backups / f"worker-{TODAY.isoformat()}.db"
    assert version(copy) == 1
    assert version(old.worker_file) == len(MIGRATIONS)
    assert not needs_migration(old.worker_file)
    assert backups.newest_sound_copy(old) == copy


def test_the_copy_takes_the_place_of_an_earlier_one_of_the_day(old, keys, clock):
    backups.copy_of_the_day(old, TODAY)
    with opened(old, keys, clock):
        pass

    assert version(old.backups / f"worker-{TODAY.isoformat()}.db") == 1


def test_a_file_of_now_is_not_copied_on_opening(folder, keys, clock):
    for _ in range(2):
        with opened(folder, keys, clock):
            pass

    assert not folder.backups.exists()


def test_without_a_copy_nothing_is_changed(old, keys, clock):
    old.backups.write_bytes(b"no folder")
    before = old.worker_file.read_bytes()

    with pytest.raises(UnwritableFileError), opened(old, keys, clock):
        pass

    assert old.worker_file.read_bytes() == before


def test_a_damaged_file_pushes_no_sound_copy_out(old, keys, clock):
    backups.copy_of_the_day(old, TODAY)
    sound = (old.backups / f"worker-{TODAY.isoformat()}.db").read_bytes()
    with closing(sqlite3.connect(old.worker_file)) as file:
        file.execute("UPDATE workplace SET name = 'Kelder'")
        file.commit()

    with pytest.raises(DamagedFileError), opened(old, keys, clock):
        pass

    assert version(old.worker_file) == 1
    copy = old.backups / f"worker-{TODAY.isoformat()}.db"
    assert copy.read_bytes() == sound


def test_an_older_copy_can_be_put_back(old, keys, clock):
    backups.copy_of_the_day(old, TODAY - timedelta(days=1))
    with opened(old, keys, clock) as services:
        services.places.add("Keuken")
    backups.put_back(old, old.backups / f"worker-{TODAY.isoformat()}.db")

    with opened(old, keys, clock) as services:
        assert [place.name for place in services.places.all()] == ["Zolder"]
