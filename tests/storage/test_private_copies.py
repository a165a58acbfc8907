"""Copies of the private answers: encrypted, consistent, and only for who has the key."""

from __future__ import annotations

import json
import shutil
import threading
from datetime import date, timedelta

import pytest

from tests.fakes import MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import (
    DamagedFileError,
    LockedError,
    UnwritableFileError,
)
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.storage import backups
from thuiswerkplek.storage.paths import DataFolder
from thuiswerkplek.storage.private_store import PrivateStore

DAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)
WORD = "KANARIE"
ANSWER, LATER = Answer("often", None, WORD * 20), Answer("never", None, WORD * 20)
PASSPHRASE = "vier lange gewone woorden"


@pytest.fixture
def store(folder, keys):
    """An open store with its key in the key store, and one answer in it."""
    made = PrivateStore(folder, keys)
    made.make(Keeping.KEY_STORE)
    made.tables.put_answer("c", "q", ANSWER)
    yield made
    made.close()


def names(folder):
    return sorted(path.name for path in folder.backups.glob("*"))


def read_from(folder, copy, keys):
    """Open a copy as the store of another data folder, and return its answers."""
    other = DataFolder(folder.root.parent / f"other-{copy.stem}")
    other.make()
    shutil.copy(copy, other.private_store)
    journal = copy.with_name(f"{copy.name}-wal")
    if journal.exists():
        shutil.copy(journal, other.private_store.with_name("private.db-wal"))
    shutil.copy(copy.with_suffix(".json"), other.private_key_note)
    opened = PrivateStore(other, keys)
    assert opened.open_by_itself()
    answers = opened.tables.answers("c")
    opened.close()
    return answers


def spoil(path, place=-200):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


# Making them


@pytest.mark.parametrize("is_open", [True, False])
def test_one_copy_a_day_open_or_closed(folder, keys, store, is_open):
    if not is_open:
        store.close()

    copy = store.keep_copy(DAY)

    assert copy == folder.backups / "private-2026-11-23.db"
    assert names(folder) == ["private-2026-11-23.db", "private-2026-11-23.json"]
    assert store.keep_copy(DAY) is None
    assert read_from(folder, copy, keys) == {"q": ANSWER}


def test_a_copy_is_as_encrypted_as_the_file_and_for_its_owner_only(folder, store):
    for day, is_open in ((DAY, True), (NEXT, False)):
        if not is_open:
            store.close()
            closed = PrivateStore(folder, MemoryKeyStore())
            copy = closed.keep_copy(day)
        else:
            copy = store.keep_copy(day)
        content = copy.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        for form in (WORD.encode(), WORD.encode("utf-16-le")):
            assert form not in content
        assert copy.stat().st_mode & 0o077 == 0
        note = copy.with_suffix(".json")
        assert note.stat().st_mode & 0o077 == 0
        assert set(json.loads(note.read_text())) == {"format", "keeping", "name"}


def test_a_copy_made_while_answers_are_kept_is_whole(folder, keys, store):
    with store._file.transaction():
        store.tables._put_answer("c", "q", LATER)
        copy = store.keep_copy(DAY)
    store.tables.put_answer("c", "other", LATER)

    assert read_from(folder, copy, keys) == {"q": ANSWER}


def test_a_copy_can_be_made_on_another_thread_while_answers_come(folder, keys, store):
    """As the window does: the copy beside it, the answers in it."""
    made = []
    copying = threading.Thread(target=lambda: made.append(store.keep_copy(DAY)))
    copying.start()
    for number in range(50):
        store.tables.put_answer("c", f"q{number}", ANSWER)
    copying.join()

    answers = read_from(folder, made[0], keys)
    assert answers["q"] == ANSWER
    kept = {f"q{number}" for number in range(len(answers) - 1)}
    assert set(answers) == {"q", *kept}  # a moment in between, and nothing half


def test_a_journal_that_a_crash_left_goes_with_the_closed_file(folder, keys, store):
    store.tables.put_answer("c", "last", LATER)
    crashed = DataFolder(folder.root.parent / "crashed")
    shutil.copytree(folder.root, crashed.root)  # as it stands while it is open
    (crashed.root / "private.db-shm").unlink()
    closed = PrivateStore(crashed, keys)

    copy = closed.keep_copy(DAY)

    assert read_from(crashed, copy, keys) == {"q": ANSWER, "last": LATER}


def test_a_closed_store_that_did_not_change_is_not_copied_again(folder, keys, store):
    store.close()
    assert store.keep_copy(DAY)
    assert store.keep_copy(NEXT) is None
    assert store.open_by_itself()
    store.tables.put_answer("c", "q", LATER)
    store.close()

    assert store.keep_copy(NEXT)
    assert len(backups.copies(folder, backups.PRIVATE)) == 2


@pytest.mark.parametrize("keeping", [None, Keeping.NOT_KEPT])
def test_where_nothing_is_kept_nothing_is_copied(folder, keys, keeping):
    store = PrivateStore(folder, keys)
    if keeping:
        store.make(keeping)
        store.tables.put_answer("c", "q", ANSWER)

    assert store.keep_copy(DAY) is None
    assert names(folder) == []
    store.close()


def test_an_empty_file_makes_no_copy(folder, keys, store):
    store.close()
    folder.private_store.write_bytes(b"")

    assert store.keep_copy(DAY) is None
    assert names(folder) == []


def test_a_year_keeps_seven_days_four_weeks_and_six_months(folder, keys, store):
    made = []
    for number in range(0, 365, 3):
        day = DAY + timedelta(days=number)
        assert store.keep_copy(day)
        made.append(day)

    kept = [backups.day_of(copy) for copy in backups.copies(folder, backups.PRIVATE)]
    newest = made[::-1]
    weeks = {day.isocalendar()[:2]: day for day in made}
    months = {(day.year, day.month): day for day in made}
    expected = {
        *newest[:7],
        *sorted(weeks.values())[-4:],
        *sorted(months.values())[-6:],
    }
    assert set(kept) == expected
    assert {name[:18] for name in names(folder)} == {
        f"private-{day.isoformat()}" for day in expected
    }


def test_each_kind_of_copy_is_kept_by_its_own_count(folder, store):
    services = bootstrap.worker_services(folder, keys=MemoryKeyStore())
    with services:
        for number in range(20):
            backups.copy_of_the_day(folder, DAY + timedelta(days=number))
    store.keep_copy(DAY)

    assert "private-2026-11-23.db" in names(folder)
    assert len(backups.copies(folder, backups.WORKER)) <= 17


def test_a_copy_that_cannot_be_made_is_said_and_leaves_nothing(folder, store):
    folder.backups.write_bytes(b"no folder")

    with pytest.raises(UnwritableFileError):
        store.keep_copy(DAY)
    store.close()
    with pytest.raises(UnwritableFileError):
        store.keep_copy(DAY)


def test_what_was_cut_short_before_is_made_anew(folder, keys, store):
    folder.backups.mkdir()
    (folder.backups / "private-2026-11-23.part").write_bytes(b"half")
    (folder.backups / "private-2026-11-23.json").write_bytes(b"half")

    assert read_from(folder, store.keep_copy(DAY), keys) == {"q": ANSWER}
    assert names(folder) == ["private-2026-11-23.db", "private-2026-11-23.json"]


# Who is offered one


def damaged(folder, store, place=-200):
    store.keep_copy(DAY)
    store.tables.put_answer("c", "q", LATER)
    store.close()
    spoil(folder.private_store, place)


@pytest.mark.parametrize("place", [100, -200])
def test_a_damaged_store_is_offered_its_copy_and_kept_beside_it(
    folder, keys, store, place
):
    """The first page holds what tells the key from another; damage there counts too."""
    damaged(folder, store, place)
    before = folder.private_store.read_bytes()

    with pytest.raises(DamagedFileError):
        store.open_by_itself()
    assert store.state is Vault.KEY_MISSING
    assert store.newest_copy() == DAY

    store.put_copy_back()

    assert store.state is Vault.OPEN
    assert store.keeping is Keeping.KEY_STORE
    assert store.tables.answers("c") == {"q": ANSWER}
    assert store.newest_copy() is None
    assert (folder.root / "private-damaged-1.db").read_bytes() == before


def test_a_damaged_copy_is_passed_over(folder, keys, store):
    store.keep_copy(DAY)
    spoil(store.keep_copy(NEXT))
    damaged(folder, store)

    with pytest.raises(DamagedFileError):
        store.open_by_itself()

    assert store.newest_copy() == DAY


@pytest.mark.parametrize("gone", ["key removed", "another key", "store fails"])
def test_a_copy_whose_key_is_gone_is_never_offered(folder, keys, store, gone):
    store.keep_copy(DAY)
    store.close()
    (name,) = keys.keys
    if gone == "store fails":
        keys.works = False
    elif gone == "another key":
        keys.keys[name] = b"x" * 32
    else:
        keys.keys.clear()

    assert not store.open_by_itself()

    assert store.newest_copy() is None
    before = folder.private_store.read_bytes()
    store.put_copy_back()
    assert folder.private_store.read_bytes() == before
    assert store.state is Vault.KEY_MISSING


def test_copies_of_a_store_that_was_set_aside_are_not_offered_for_the_next(
    folder, keys, store
):
    store.keep_copy(DAY)
    store.close()
    store.set_aside()
    store.make(Keeping.KEY_STORE)
    store.close()
    spoil(folder.private_store, 100)

    assert not store.open_by_itself()
    assert store.newest_copy() is None


def test_a_passphrase_opens_its_copies_and_no_other_does(folder, keys):
    store = PrivateStore(folder, keys)
    store.make(Keeping.PASSPHRASE, PASSPHRASE)
    store.tables.put_answer("c", "q", ANSWER)
    store.close()
    copy = store.keep_copy(DAY)  # closed: nobody asks for the passphrase
    assert "salt" in json.loads(copy.with_suffix(".json").read_text())
    spoil(folder.private_store, 100)

    with pytest.raises(LockedError):
        store.unlock("vier andere gewone woorden")
    assert store.newest_copy() is None
    with pytest.raises(DamagedFileError):
        store.unlock(PASSPHRASE)
    assert store.newest_copy() == DAY
    store.put_copy_back()
    assert store.keeping is Keeping.PASSPHRASE
    assert store.tables.answers("c") == {"q": ANSWER}
    store.close()


def test_a_copy_that_cannot_be_put_back_changes_nothing(folder, keys, store):
    damaged(folder, store)
    before = folder.private_store.read_bytes()
    with pytest.raises(DamagedFileError):
        store.open_by_itself()
    (folder.backups / "private-2026-11-23.db").unlink()

    with pytest.raises(UnwritableFileError):
        store.put_copy_back()

    assert folder.private_store.read_bytes() == before
    assert store.state is Vault.KEY_MISSING


# Gone


def test_erasing_takes_the_copies_and_all_their_keys(folder, keys, store):
    store.keep_copy(DAY)
    store.close()
    store.set_aside()
    (folder.root / "private-kept-1.json").unlink()  # only its copy still names the key
    store.make(Keeping.KEY_STORE)
    damaged(folder, store)
    store.keep_copy(NEXT)
    with pytest.raises(DamagedFileError):
        store.open_by_itself()
    store.put_copy_back()
    assert len(keys.keys) == 2

    store.erase()

    assert names(folder) == []
    assert [path.name for path in folder.root.iterdir()] == ["backups"]
    assert keys.keys == {}


def test_erasing_everything_leaves_no_copy_of_either_kind(folder, keys, clock):
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        services.private.make(Keeping.KEY_STORE)
        services.places.add("Zolder")
        store = PrivateStore(folder, keys)
        store.keep_copy(DAY)
        backups.copy_of_the_day(folder, DAY)
        assert len(names(folder)) == 3

        services.own_data.erase()

        assert names(folder) == []


def test_the_door_copies_both_and_one_failure_does_not_keep_the_other(
    folder, keys, clock
):
    door = bootstrap.Door(folder.root, keys=keys, clock=clock)
    services = door.open()
    services.places.add("Zolder")
    services.private.make(Keeping.KEY_STORE)

    door.keep_copy_of_today()
    assert {name[-3:] for name in names(folder)} == {".db", "son"}
    assert len(names(folder)) == 3

    clock.day = NEXT
    (folder.backups / "worker-2026-11-24.part").mkdir()
    with pytest.raises(UnwritableFileError):
        door.keep_copy_of_today()
    assert "private-2026-11-24.db" in names(folder)
    door.close()
