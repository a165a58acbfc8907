"""Private answers behind their key: closed without it, unreadable on disk, gone for good."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

import pytest

from tests.fakes import MemoryKeyStore
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import (
    DamagedFileError,
    LockedError,
    NewerFileError,
    UnwritableFileError,
)
from thuiswerkplek.domain.measures import Measure, State, Step
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.storage.private_store import KEY_BYTES, PrivateStore

WORD = "KANARIE"
PASSPHRASE = "vier lange gewone woorden"
ANSWER = Answer("often", None, WORD * 20)
LIFE = (Step(State.PROPOSED, date(2026, 11, 23), "worker", WORD),)
MEASURE = Measure(f"p/{WORD}", "p", WORD, LIFE)


@pytest.fixture
def made(folder, keys):
    """A closed store with its key in the key store, and something in it."""
    store = PrivateStore(folder, keys)
    store.make(Keeping.KEY_STORE)
    store.tables.put_answer("c", "health-back-legs", ANSWER)
    store.tables.put_measure(MEASURE)
    store.close()
    return store


def bytes_of(folder):
    return {
        path.name: path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


def assert_unreadable(folder):
    found = bytes_of(folder)
    for form in (WORD.encode(), WORD.encode("utf-16-le"), WORD.encode().hex().encode()):
        assert not [name for name, content in found.items() if form in content]


def reopened(folder, keys):
    store = PrivateStore(folder, keys)
    assert store.open_by_itself()
    return store


def test_it_opens_by_itself_with_the_key_of_the_key_store(folder, keys, made):
    store = PrivateStore(folder, keys)
    assert store.state is Vault.KEY_MISSING
    with pytest.raises(LockedError):
        _ = store.tables

    assert store.open_by_itself()
    assert store.open_by_itself()

    assert store.state is Vault.OPEN
    assert store.tables.answers("c") == {"health-back-legs": ANSWER}
    assert store.tables.measures() == (MEASURE,)
    store.close()
    assert store.state is Vault.KEY_MISSING


def test_on_disk_there_is_no_word_of_it_open_or_closed(folder, keys, made):
    """TM-71: not in the file, not in its journal, not in the note beside it."""
    assert_unreadable(folder)
    store = reopened(folder, keys)
    store.tables.put_answer("c", "health-neck-arm", ANSWER)
    assert "private.db-wal" in bytes_of(folder)
    assert_unreadable(folder)
    store.close()

    assert set(bytes_of(folder)) == {"private.db", "private.json"}
    assert not folder.private_store.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(folder.private_store).execute("SELECT * FROM answer")


def test_the_note_holds_no_key(folder, keys, made):
    note = json.loads(folder.private_key_note.read_text())
    (key,) = keys.keys.values()

    assert set(note) == {"format", "keeping", "name"}
    assert len(key) == KEY_BYTES
    assert key.hex() not in folder.private_key_note.read_text()
    assert list(keys.keys) == [note["name"]]


def test_every_connection_has_the_pragmas_it_needs(folder, keys, made):
    connection = reopened(folder, keys)._file.connection

    for name, value in {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
    }.items():
        assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)
    assert connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()


# Without its key


@pytest.mark.parametrize(
    "gone", ["store fails", "key removed", "another key", "half a key"]
)
def test_without_its_key_nothing_is_overwritten_and_it_can_come_back(
    folder, keys, made, gone
):
    """TM-72: renamed on request, and opened again when the key is there again."""
    (name,) = keys.keys
    right = keys.keys[name]
    if gone == "store fails":
        keys.works = False
    else:
        keys.keys[name] = {"another key": b"x" * 32, "half a key": b"x" * 5}.get(gone)
    before = bytes_of(folder)
    store = PrivateStore(folder, keys)

    assert not store.open_by_itself()
    assert store.state is Vault.KEY_MISSING
    with pytest.raises(LockedError):
        store.make(Keeping.KEY_STORE)
    with pytest.raises(LockedError):
        store.unlock(PASSPHRASE)
    assert bytes_of(folder) == before

    keys.works, keys.keys[name] = True, right
    assert store.open_by_itself()
    assert store.tables.answers("c") == {"health-back-legs": ANSWER}
    store.close()


def test_set_aside_it_is_kept_whole_and_a_new_one_begins_empty(folder, keys, made):
    store = PrivateStore(folder, keys)
    for number in (1, 2):
        before = folder.private_store.read_bytes()
        store.set_aside()
        kept = folder.root / f"private-kept-{number}.db"
        assert kept.read_bytes() == before
        assert kept.with_suffix(".json").exists()
        assert store.state is Vault.EMPTY

        store.make(Keeping.KEY_STORE)
        assert store.tables.owners() == []
        store.close()
    assert len(keys.keys) == 3


def test_a_journal_that_was_left_goes_aside_with_it(folder, keys, made):
    """Left in place it would be read into the new store as if it were its own."""
    for path in (folder.private_store, *_sides(folder.private_store)):
        if path != folder.private_store:
            path.write_bytes(b"left by a crash" * 100)
    store = PrivateStore(folder, keys)

    store.set_aside()
    store.make(Keeping.KEY_STORE)

    assert store.tables.owners() == []
    kept = folder.root / "private-kept-1.db"
    assert all(side.exists() for side in _sides(kept))
    store.close()


def _sides(path):
    return [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm")]


def test_a_journal_without_its_store_is_not_taken_for_a_new_one(folder, keys, made):
    folder.private_store.unlink()
    for side in _sides(folder.private_store):
        side.write_bytes(b"left by a crash" * 100)
    store = PrivateStore(folder, keys)
    assert store.state is Vault.EMPTY

    store.make(Keeping.KEY_STORE)

    assert store.tables.owners() == []
    store.close()


def test_a_key_store_that_refuses_leaves_nothing(folder):
    store = PrivateStore(folder, MemoryKeyStore(works=False))
    assert not store.has_key_store()

    with pytest.raises(LockedError):
        store.make(Keeping.KEY_STORE)

    assert bytes_of(folder) == {}
    assert store.state is Vault.EMPTY


@pytest.mark.parametrize(
    "note",
    [b"", b"{", b"[]", b"5", b"\xff", b'{"keeping": "key-store"}', b'{"keeping": "x"}'],
)
def test_a_damaged_note_is_a_missing_key_and_no_crash(folder, keys, made, note):
    folder.private_key_note.write_bytes(note)
    store = PrivateStore(folder, keys)

    assert store.state is Vault.KEY_MISSING
    assert not store.open_by_itself()
    with pytest.raises(LockedError):
        store.unlock(PASSPHRASE)


@pytest.mark.parametrize("salt", ["", "zz", "00", 5, None])
def test_a_note_with_a_damaged_salt_is_said(folder, keys, made, salt):
    note = {"format": 1, "keeping": "passphrase", "name": "n", "salt": salt}
    folder.private_key_note.write_text(json.dumps(note))
    store = PrivateStore(folder, keys)
    assert store.state is Vault.NEEDS_PASSPHRASE

    with pytest.raises(DamagedFileError):
        store.unlock(PASSPHRASE)


# With a passphrase


def test_a_passphrase_opens_it_and_no_other_does(folder, keys):
    """Three derivations of 256 MiB each, so all about passphrases is in one test."""
    store = PrivateStore(folder, keys)
    store.make(Keeping.PASSPHRASE, "Zoë's vier woorden")
    store.tables.put_answer("c", "q", ANSWER)
    store.close()
    assert keys.keys == {}
    assert store.state is Vault.NEEDS_PASSPHRASE
    assert not store.open_by_itself()
    assert_unreadable(folder)
    before = bytes_of(folder)

    with pytest.raises(LockedError):
        store.unlock("zoë's vier woorden")
    assert store.state is Vault.NEEDS_PASSPHRASE
    assert bytes_of(folder) == before

    store.unlock("Zoe\u0308's vier woorden")
    assert store.tables.answers("c") == {"q": ANSWER}
    store.close()


def test_there_is_nothing_to_unlock_where_nothing_is(folder, keys):
    with pytest.raises(LockedError):
        PrivateStore(folder, keys).unlock(PASSPHRASE)
    assert bytes_of(folder) == {}


# Not kept, and gone


def test_not_kept_is_in_no_file_and_gone_when_it_closes(folder, keys):
    """TM-19."""
    store = PrivateStore(folder, keys)
    store.make(Keeping.NOT_KEPT)
    store.tables.put_answer("c", "q", ANSWER)
    store.tables.put_measure(MEASURE)

    assert store.state is Vault.OPEN
    assert store.tables.answers("c") == {"q": ANSWER}
    assert bytes_of(folder) == {}
    store.close()
    assert store.state is Vault.EMPTY
    assert bytes_of(folder) == {}
    assert keys.keys == {}


def test_erasing_destroys_the_file_and_its_key(folder, keys, made):
    """TM-18, also of those that were set aside before."""
    store = PrivateStore(folder, keys)
    store.set_aside()
    store.make(Keeping.KEY_STORE)
    store.tables.put_answer("c", "q", ANSWER)

    store.erase()

    assert store.state is Vault.EMPTY
    assert bytes_of(folder) == {}
    assert keys.keys == {}
    store.erase()


def test_erasing_a_closed_store_takes_its_journal_along(folder, keys, made):
    for side in _sides(folder.private_store):
        side.write_bytes(b"left by a crash")

    PrivateStore(folder, keys).erase()

    assert list(folder.root.iterdir()) == []


# Damage


def test_a_flipped_bit_on_any_page_is_our_error(folder, keys, made):
    """TM-73: the encrypted store checks every page by itself."""
    store = reopened(folder, keys)
    for number in range(120):
        store.tables.put_answer(
            f"c{number % 9}", f"q{number}", Answer("no", None, "x" * 300)
        )
    store.close()
    whole = folder.private_store.read_bytes()
    noticed = 0
    for place in range(40, len(whole), 1777):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        folder.private_store.write_bytes(damaged)
        store = PrivateStore(folder, keys)
        try:
            is_open = store.open_by_itself()
        except DamagedFileError:
            is_open = False
        if is_open:
            assert store.tables.measures() == (MEASURE,)
            assert len(store.tables.owners()) == 10
            store.close()
            continue
        assert folder.private_store.read_bytes() == damaged
        noticed += 1
    assert noticed > 20


def test_an_empty_file_in_its_place_is_not_taken_for_a_new_store(folder, keys, made):
    folder.private_store.write_bytes(b"")
    store = PrivateStore(folder, keys)

    assert not store.open_by_itself()
    assert folder.private_store.read_bytes() == b""


def test_a_newer_store_is_said(folder, keys, made):
    store = reopened(folder, keys)
    store._file.connection.execute("PRAGMA user_version=99")
    store.close()

    with pytest.raises(NewerFileError):
        PrivateStore(folder, keys).open_by_itself()


def test_a_folder_in_its_place_is_our_error(folder, keys, made):
    folder.private_store.unlink()
    folder.private_store.mkdir()
    store = PrivateStore(folder, keys)

    with pytest.raises(UnwritableFileError):
        store.open_by_itself()
    with pytest.raises(UnwritableFileError):
        store.erase()


def test_a_note_without_its_store_opens_nothing(folder, keys, made):
    folder.private_store.unlink()

    assert not PrivateStore(folder, keys).open_by_itself()
    assert not folder.private_store.exists()


def test_what_cannot_be_set_aside_is_our_error(folder, keys, made):
    (folder.root / "private-kept-1.json").mkdir()

    with pytest.raises(UnwritableFileError):
        PrivateStore(folder, keys).set_aside()
