"""Without the right to read or write: an error of ours, and files only for their owner."""

from __future__ import annotations

import json
import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest

from tests.storage.children import NOBODY
from tests.storage.running import IS_ROOT, run
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.worker_file import open_worker_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights as on Unix")


@pytest.fixture
def open_folder():
    """Return a folder that belongs to the one who will try; root may do anything."""
    folder = Path(tempfile.mkdtemp(prefix="thuiswerkplek-"))
    try:
        if IS_ROOT:
            os.chown(folder, NOBODY, NOBODY)
        yield folder
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o700)
        shutil.rmtree(folder)


def told(name, path):
    return json.loads(run("without_rights", name, path)[0])


@pytest.mark.parametrize("name", ["opening", "writing", "locking"])
def test_a_folder_without_the_right_to_write(open_folder, name):
    open_folder.chmod(0o500)

    assert told(name, open_folder / "worker.db") == ["UnwritableFileError", "refused"]
    assert list(open_folder.iterdir()) == []


@pytest.mark.parametrize("name", ["opening", "writing"])
def test_a_folder_without_the_right_to_look_in(open_folder, name):
    inner = open_folder / "inner"
    inner.mkdir(mode=0o000)

    kind, detail = told(name, inner / "worker.db")

    assert kind in {"UnreadableFileError", "UnwritableFileError"}
    assert detail == "refused"


def test_somebody_elses_file_without_the_right_to_write(open_folder):
    path = open_folder / "worker.db"
    open_worker_file(path).close()
    path.chmod(0o444)
    before = path.read_bytes()
    if not IS_ROOT:
        pytest.skip("needs a file of somebody else")

    assert told("opening", path) == ["UnwritableFileError", "refused"]
    assert path.read_bytes() == before


def test_somebody_elses_file_without_the_right_to_read(open_folder):
    path = open_folder / "worker.db"
    open_worker_file(path).close()
    path.chmod(0o000)
    if not IS_ROOT:
        pytest.skip("needs a file of somebody else")

    assert told("opening", path) == ["UnreadableFileError", "refused"]


def test_our_own_read_only_file_is_opened_all_the_same(open_folder):
    """Its folder is ours, so the mark is a slip and no will."""
    path = open_folder / "worker.db"
    assert run("without_rights", "opening", path) == ["fine"]
    path.chmod(0o400)

    assert run("without_rights", "opening", path) == ["fine"]


def test_every_file_is_for_its_owner_alone_from_the_first_moment(folder, services):
    """TM-62, also the journals beside the databases, which hold answers too."""
    os.umask(os.umask(0o022))
    services.private.make(Keeping.KEY_STORE)
    place = services.places.add("Zolder").id
    services.checking.answer(place, "desk-legroom", Answer("no"))
    services.checking.answer(place, "posture-change", Answer(30.0))
    services.own_data.export(folder.root / "mine.json")
    backups.copy_of_the_day(folder, services.checking.latest(place).started)

    files = [path for path in folder.root.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {
        *("worker.db", "worker.db-wal", "private.db", "private.db-wal"),
        *("private.json", "mine.json"),
    }
    for path in files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
    for path in (folder.root, folder.backups):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
