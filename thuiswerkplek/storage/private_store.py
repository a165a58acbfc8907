"""Private answers apart: an encrypted file with a key of its own (TM-10, TM-71).

Imported only by `bootstrap`, which hands it to `services/worker`; the code that makes
reports cannot reach it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import unicodedata
from typing import TYPE_CHECKING, Any

from thuiswerkplek.domain.errors import (
    DamagedFileError,
    FileProblem,
    LockedError,
    UnwritableFileError,
)
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.storage import atomic
from thuiswerkplek.storage.answer_tables import AnswerTables
from thuiswerkplek.storage.sqlite_file import SqliteFile, side_files

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from thuiswerkplek.services.ports import KeyStore
    from thuiswerkplek.storage.paths import DataFolder
    from thuiswerkplek.storage.private_copies import Cipher, Spare

FORMAT = 1
KEY_BYTES = 32
SALT_BYTES = 16


class PrivateStore:
    """The private answers' store, closed until it is made or unlocked.

    The copy of the day is made on another thread: opening, closing and moving the file
    wait for it.
    """

    def __init__(self, folder: DataFolder, keys: KeyStore) -> None:
        self._folder = folder
        self._keys = keys
        self._file: SqliteFile | None = None
        self._tables: AnswerTables | None = None
        self._keeping: Keeping | None = None
        self._cipher: Cipher | None = None  # while the encrypted file is open
        self._spare: Spare | None = None  # while the file itself is damaged
        self._turn = threading.RLock()

    @property
    def state(self) -> Vault:
        """What stands between the worker and the private answers."""
        if self._tables is not None:
            return Vault.OPEN
        if not self._folder.private_store.exists():
            return Vault.EMPTY
        is_passphrase = self._note().get("keeping") == Keeping.PASSPHRASE
        return Vault.NEEDS_PASSPHRASE if is_passphrase else Vault.KEY_MISSING

    @property
    def tables(self) -> AnswerTables:
        """The open answers and measures.

        Raises:
            LockedError: the store is not open.
        """
        if self._tables is None:
            raise LockedError
        return self._tables

    @property
    def keeping(self) -> Keeping | None:
        """How the open answers are kept; None while they are closed."""
        return self._keeping

    def has_key_store(self) -> bool:
        """Return whether the system can keep the key."""
        return self._keys.is_available()

    def open_by_itself(self) -> bool:
        """Open the store with the key in the system's key store; False if it cannot.

        Raises:
            DamagedFileError: the store is damaged, for this is its key.
            FileProblem: it is newer, or cannot be used now.
        """
        if self._tables is not None:
            return True
        note = self._note()
        if note.get("keeping") != Keeping.KEY_STORE:
            return False
        if not self._folder.private_store.exists():
            return False
        key = self._keys.read(str(note.get("name")))
        if key is None or len(key) != KEY_BYTES:
            return False
        return self._opens(key, Keeping.KEY_STORE)

    def unlock(self, passphrase: str) -> None:
        """Open the store with the worker's passphrase.

        Raises:
            LockedError: it is not the passphrase of this store.
            DamagedFileError: the note that goes with the store is not whole, or the
                store is damaged, for this is its passphrase.
        """
        if self.state is not Vault.NEEDS_PASSPHRASE:
            raise LockedError
        key = _stretched(passphrase, self._salt())
        if not self._opens(key, Keeping.PASSPHRASE):
            raise LockedError

    def _salt(self) -> bytes:
        note = self._folder.private_key_note
        try:
            salt = bytes.fromhex(str(self._note().get("salt", "")))
        except ValueError as error:
            raise DamagedFileError(note) from error
        if len(salt) != SALT_BYTES:
            raise DamagedFileError(note)
        return salt

    def make(self, keeping: Keeping, passphrase: str = "") -> None:
        """Make a new store, kept as the worker chose.

        Raises:
            LockedError: the system's key store does not keep the key, or there is a
                store already: its note is never overwritten (TM-72).
        """
        from thuiswerkplek.storage.private_copies import MIGRATIONS

        if keeping is Keeping.NOT_KEPT:
            file = SqliteFile(self._folder.private_store, _in_memory())
            file.prepare(MIGRATIONS)
            self._use(file, keeping)
            return
        if self._folder.private_store.exists():
            raise LockedError
        note = {"format": FORMAT, "keeping": keeping, "name": os.urandom(8).hex()}
        if keeping is Keeping.PASSPHRASE:
            salt = os.urandom(SALT_BYTES)
            note["salt"] = salt.hex()
            key = _stretched(passphrase, salt)
        else:
            key = os.urandom(KEY_BYTES)
            if not self._keys.write(str(note["name"]), key):
                raise LockedError
        try:
            atomic.write(self._folder.private_key_note, json.dumps(note).encode())
            self._open(_cipher(key), keeping)
        except FileProblem:
            if keeping is Keeping.KEY_STORE and not self._folder.private_store.exists():
                self._keys.remove(str(note["name"]))  # the key of nothing
            raise

    # Copies

    def keep_copy(self, today: date) -> Path | None:
        """Copy the encrypted file once a day, open or closed; see `private_copies`."""
        from thuiswerkplek.storage import private_copies

        with self._turn:
            return private_copies.copy_of_the_day(self._folder, today, self._cipher)

    def newest_copy(self) -> date | None:
        """Return the day of a sound copy with this key, where the store is damaged."""
        from thuiswerkplek.storage import backups

        return None if self._spare is None else backups.day_of(self._spare.copy)

    def put_copy_back(self) -> None:
        """Use that copy and open it; the damaged file is kept beside it.

        Raises:
            UnwritableFileError: nothing changed.
        """
        from thuiswerkplek.storage import backups

        if self._spare is None:
            return
        with self._turn:
            backups.replace(self._folder.private_store, self._spare.copy)
            self._open(self._spare.cipher, Keeping(str(self._note()["keeping"])))

    # Aside, and gone

    def set_aside(self) -> None:
        """Keep a store whose key is lost under another name, to start anew (TM-72).

        Raises:
            UnwritableFileError: it cannot be renamed.
        """
        with self._turn:
            self.close()
            self._move_aside()

    def _move_aside(self) -> None:
        store, note = self._folder.private_store, self._folder.private_key_note
        number = 1
        while (kept := self._folder.root / f"private-kept-{number}.db").exists():
            number += 1
        moves = zip(
            (store, *side_files(store), note),
            (kept, *side_files(kept), kept.with_suffix(".json")),
            strict=True,
        )
        try:
            for source, target in moves:
                if source.exists():
                    source.rename(target)
        except OSError as error:
            raise UnwritableFileError(store, "refused") from error

    def erase(self) -> None:
        """Destroy the file, its key and its copies, and those set aside (TM-18).

        Raises:
            UnwritableFileError: a file cannot be removed.
        """
        with self._turn:
            self.close()
            self._destroy()

    def _destroy(self) -> None:
        from thuiswerkplek.storage import backups

        root, store = self._folder.root, self._folder.private_store
        notes = [self._folder.private_key_note, *root.glob("private-kept-*.json")]
        for note in (*notes, *self._folder.backups.glob("private-*.json")):
            name = _read_note(note).get("name")
            if name:
                self._keys.remove(str(name))
        kept = root.glob("private-kept-*.db*")
        try:
            for path in (store, *side_files(store), *kept, *notes):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise UnwritableFileError(store, "refused") from error
        backups.forget(self._folder, backups.PRIVATE)

    def close(self) -> None:
        """Close the store; what was not to be kept is gone."""
        with self._turn:
            if self._file is not None:
                self._file.close()
            self._file = self._tables = None
            self._keeping = self._cipher = self._spare = None

    # Opening

    def _note(self) -> dict[str, object]:
        return _read_note(self._folder.private_key_note)

    def _opens(self, key: bytes, keeping: Keeping) -> bool:
        """Open the store; False when it has another key (TM-72).

        Raises:
            DamagedFileError: the key opens the store or a copy, so it is damage.
        """
        cipher = _cipher(key)
        try:
            self._open(cipher, keeping)
        except DamagedFileError as error:
            from thuiswerkplek.storage import private_copies

            self._spare = private_copies.newest_readable(self._folder, cipher)
            if self._spare is None and not error.detail:
                return False
            raise
        return True

    def _open(self, cipher: Cipher, keeping: Keeping) -> None:
        from thuiswerkplek.storage import private_copies

        with self._turn:
            path = self._folder.private_store
            self._use(private_copies.open_sound(path, cipher), keeping)
            self._cipher, self._spare = cipher, None

    def _use(self, file: SqliteFile, keeping: Keeping) -> None:
        self._file = file
        self._tables = AnswerTables(file)
        self._keeping = keeping


def _cipher(key: bytes) -> Cipher:
    from sqlcipher3 import dbapi2

    from thuiswerkplek.storage.private_copies import Cipher

    def connect(path: Path) -> Any:  # noqa: ANN401
        connection = dbapi2.connect(str(path), timeout=2, isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    return Cipher(connect, dbapi2)


def _read_note(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _in_memory() -> Any:  # noqa: ANN401
    return sqlite3.connect(":memory:", isolation_level=None)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    """Return a key from a passphrase: Argon2id over 256 MiB (TM-71)."""
    from nacl.pwhash import argon2id

    return bytes(
        argon2id.kdf(
            KEY_BYTES,
            # Typed on another keyboard the same letters can be other characters.
            unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass"),
            salt,
            opslimit=argon2id.OPSLIMIT_MODERATE,
            memlimit=argon2id.MEMLIMIT_MODERATE,
        )
    )
