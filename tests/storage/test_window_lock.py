"""One window per folder, and the next one gets in when a window dies."""

from __future__ import annotations

import json

import pytest

from tests.storage.running import run, start
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.errors import (
    BusyFileError,
    DamagedFileError,
    UnwritableFileError,
)
from thuiswerkplek.storage.window_lock import WindowLock


@pytest.fixture
def path(folder):
    return folder.window_lock


def test_a_second_window_is_told_and_gets_in_later(path):
    first = WindowLock(path)
    with pytest.raises(BusyFileError) as caught:
        WindowLock(path)
    assert caught.value.path == str(path)
    assert json.loads(run("locking", path)[0]) == ["BusyFileError", ""]

    first.release()
    WindowLock(path).release()


def test_a_window_that_is_killed_lets_go(path):
    other = start("holding", path)
    assert other.stdout.readline() == b"held\n"
    with pytest.raises(BusyFileError):
        WindowLock(path)

    other.kill()
    other.wait()
    other.stdout.close()
    other.stdin.close()

    WindowLock(path).release()


def test_a_lock_file_that_is_no_lock_file_is_our_error(path):
    path.write_bytes(b"x" * 5000)
    with pytest.raises(DamagedFileError):
        WindowLock(path)

    path.unlink()
    path.mkdir()
    with pytest.raises(UnwritableFileError):
        WindowLock(path)


def test_a_second_door_on_the_folder_opens_nothing(folder, keys, clock):
    """TM-113: nothing of the first is lost or doubled."""
    one, two = (bootstrap.Door(folder.root, keys=keys, clock=clock) for _ in range(2))
    services = one.open()
    place = services.places.add("Zolder")

    with pytest.raises(BusyFileError):
        two.open()
    services.places.rename(place.id, "Kamer")
    one.close()

    services = two.open()
    assert [item.name for item in services.places.all()] == ["Kamer"]
    two.close()


def test_a_folder_whose_file_is_damaged_is_not_held(folder, keys, clock):
    folder.worker_file.write_bytes(b"damaged")
    door = bootstrap.Door(folder.root, keys=keys, clock=clock)
    with pytest.raises(DamagedFileError):
        door.open()

    WindowLock(folder.window_lock).release()
    door.close()


def test_a_damaged_file_comes_back_from_its_copy_through_the_door(folder, keys, clock):
    door = bootstrap.Door(folder.root, keys=keys, clock=clock)
    assert door.newest_copy(str(folder.worker_file)) is None
    door.put_copy_back()
    door.open().places.add("Zolder")
    door.keep_copy_of_today()
    door.close()
    folder.worker_file.write_bytes(b"damaged")

    assert door.newest_copy(str(folder.worker_file)) == clock.today()
    assert door.newest_copy(str(folder.private_store)) is None
    door.put_copy_back()

    assert [item.name for item in door.open().places.all()] == ["Zolder"]
    door.close()
