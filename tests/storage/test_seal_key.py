"""The installation's key: made once, kept for its owner alone, and no disaster to lose."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.storage.children import NOBODY
from tests.storage.running import IS_ROOT
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import UnreadableFileError, UnwritableFileError
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.seal_key import SealKeyFile


@pytest.fixture
def path(folder):
    return folder.seal_key


def key_in(path):
    return SealKeyFile(path).key().public


def test_it_is_made_at_the_first_use_and_stays(path):
    assert not path.exists()

    first = key_in(path)

    assert path.stat().st_size == 32
    assert key_in(path) == first
    assert list(path.parent.iterdir()) == [path]


def test_every_folder_gets_its_own(tmp_path):
    assert len({key_in(tmp_path / str(number)) for number in range(20)}) == 20


@pytest.mark.skipif(os.name != "posix", reason="rights as on Unix")
def test_only_its_owner_may_read_it(path):
    os.umask(os.umask(0o000))
    key_in(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_lost_key_is_made_anew(path):
    first = key_in(path)
    path.unlink()

    assert key_in(path) != first
    assert key_in(path) == key_in(path)


@pytest.mark.parametrize(
    "damaged", [b"", b"x" * 31, b"x" * 33, b"x" * 10_000_000, bytes(32)]
)
def test_a_damaged_key_is_made_anew(path, damaged):
    """Zeros are what a crash leaves, and a key that everybody knows."""
    path.write_bytes(damaged)

    made = key_in(path)

    assert path.stat().st_size == 32
    assert path.read_bytes() != damaged
    assert key_in(path) == made


def test_first_pages_made_at_once_get_one_key(path):
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(key_in, [path] * 40))

    assert len(found) == 1


def test_a_folder_in_its_place_is_told(path):
    path.mkdir()

    with pytest.raises(UnreadableFileError, match="folder"):
        key_in(path)


AS_NOBODY = """
import os, sys, tempfile
from pathlib import Path
import nacl.bindings
from thuiswerkplek.domain.errors import FileProblem
from thuiswerkplek.storage.seal_key import SealKeyFile
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    print(SealKeyFile(Path(sys.argv[1])).key().public)
except FileProblem as error:
    print(type(error).__name__, error.detail)
"""


@pytest.fixture
def open_folder():
    """A folder for whoever tries; root itself may do anything."""
    found = Path(tempfile.mkdtemp(prefix="thuiswerkplek-"))
    if IS_ROOT:
        os.chown(found, NOBODY, NOBODY)
    yield found
    found.chmod(0o700)
    shutil.rmtree(found)


def as_nobody(path):
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return done.stdout.strip()


@pytest.mark.skipif(os.name != "posix", reason="rights as on Unix")
def test_a_folder_that_cannot_be_written_is_told(open_folder):
    open_folder.chmod(0o500)

    assert as_nobody(open_folder / "seal.key") == "UnwritableFileError refused"
    assert list(open_folder.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="rights as on Unix")
def test_a_key_in_a_folder_that_cannot_be_written_is_used(open_folder):
    first = as_nobody(open_folder / "seal.key")
    open_folder.chmod(0o500)

    assert as_nobody(open_folder / "seal.key") == first
    assert len(first) == 64


@pytest.mark.skipif(os.name != "posix", reason="rights as on Unix")
def test_a_key_that_may_not_be_read_is_told_and_left_alone(open_folder):
    """It may be sound: a new one would make a stranger of this computer."""
    path = open_folder / "seal.key"
    as_nobody(path)
    before = path.read_bytes()
    path.chmod(0o000)

    assert as_nobody(path) == "UnreadableFileError refused"
    path.chmod(0o600)
    assert path.read_bytes() == before


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(UnwritableFileError, match="no-folder"):
        key_in(tmp_path / "gone" / "seal.key")


def test_forgetting_destroys_it_and_twice_is_no_error(path):
    first = key_in(path)
    SealKeyFile(path).forget()
    SealKeyFile(path).forget()

    assert not path.exists()
    assert key_in(path) != first


def test_what_cannot_be_forgotten_is_told(path):
    path.mkdir()

    with pytest.raises(UnwritableFileError):
        SealKeyFile(path).forget()


# Where it is not


@pytest.fixture
def shared(services, folder, clock):
    """A data folder that lived: a report made, a copy of the day, an export."""
    place = services.places.add("Zolder").id
    services.checking.answer(place, "chair-adjustable", Answer("no"))
    assert not folder.seal_key.exists()  # nothing is sealed before the first report
    services.sharing.key()
    backups.copy_of_the_day(folder, clock.today())
    services.own_data.export(folder.root / "mine.json")
    return folder


def test_it_is_in_no_copy_and_no_export(shared):
    seed = shared.seal_key.read_bytes()
    others = [
        one
        for one in shared.root.rglob("*")
        if one.is_file() and one != shared.seal_key
    ]

    assert {"worker.db", "mine.json"} <= {one.name for one in others}
    assert any(one.parent == shared.backups for one in others)
    for one in others:
        for shape in (seed, seed.hex().encode(), seed.hex().upper().encode()):
            assert shape not in one.read_bytes(), one.name


def test_a_copy_put_back_leaves_it_as_it_was(shared):
    first = key_in(shared.seal_key)
    copy = backups.newest_sound_copy(shared)

    backups.put_back(shared, copy)

    assert key_in(shared.seal_key) == first


def test_erasing_takes_it_along(shared, services):
    first = services.sharing.key().public

    services.own_data.erase()

    assert not shared.seal_key.exists()
    assert services.sharing.key().public != first
