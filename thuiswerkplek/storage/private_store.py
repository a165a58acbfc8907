"""Private answers apart: an encrypted file with a key of its own (TM-10, TM-71).

Imported only by `bootstrap`, which hands it to `services/worker`; the code that makes
reports cannot reach it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import unicodedata
from typing import TYPE_CHECKING, Any

from thuiswerkplek.domain.errors import (
    DamagedFileError,
    LockedError,
    UnwritableFileError,
)
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.storage import atomic
from thuiswerkplek.storage.answer_tables import SCHEMA, AnswerTables
from thuiswerkplek.storage.sqlite_file import SqliteFile, open_file, side_files

if TYPE_CHECKING:
    from pathlib import Path

    from thuiswerkplek.services.ports import KeyStore
    from thuiswerkplek.storage.paths import DataFolder

FORMAT = 1
KEY_BYTES = 32
SALT_BYTES = 16
MIGRATIONS = (SCHEMA,)


class PrivateStore:
    """The private answers' store, closed until it is made or unlocked."""

    def __init__(self, folder: DataFolder, keys: KeyStore) -> None:
        self._folder = folder
        self._keys = keys
        self._file: SqliteFile | None = None
        self._tables: AnswerTables | None = None

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

    def has_key_store(self) -> bool:
        """Return whether the system can keep the key."""
        return self._keys.is_available()

    def open_by_itself(self) -> bool:
        """Open the store with the key in the system's key store; False if it cannot."""
        if self._tables is not None:
            return True
        note = self._note()
        if note.get("keeping") != Keeping.KEY_STORE:
            return False
        if not self._folder.private_store.exists():
            return False
        key = self._keys.read(str(note.get("name")))
        if key is None:
            return False
        try:
            self._open(key)
        except DamagedFileError:  # or another key than it was made with (TM-72)
            return False
        return True

    def unlock(self, passphrase: str) -> None:
        """Open the store with the worker's passphrase.

        Raises:
            LockedError: it is not the passphrase of this store.
            DamagedFileError: the note that goes with the store is not whole.
        """
        if self.state is not Vault.NEEDS_PASSPHRASE:
            raise LockedError
        salt = self._salt()
        try:
            self._open(_stretched(passphrase, salt))
        except DamagedFileError as error:
            raise LockedError from error

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
        if keeping is Keeping.NOT_KEPT:
            file = SqliteFile(self._folder.private_store, _in_memory())
            file.prepare(MIGRATIONS)
            self._use(file)
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
        content = json.dumps(note).encode()
        atomic.write(self._folder.private_key_note, content)
        self._open(key)

    def set_aside(self) -> None:
        """Keep a store whose key is lost under another name, to start anew (TM-72).

        Raises:
            UnwritableFileError: it cannot be renamed.
        """
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
        """Destroy the file and its key, and those set aside earlier (TM-18).

        Raises:
            UnwritableFileError: a file cannot be removed.
        """
        self.close()
        root, store = self._folder.root, self._folder.private_store
        notes = [self._folder.private_key_note, *root.glob("private-kept-*.json")]
        for note in notes:
            name = _read_note(note).get("name")
            if name:
                self._keys.remove(str(name))
        kept = root.glob("private-kept-*.db*")
        try:
            for path in (store, *side_files(store), *kept, *notes):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise UnwritableFileError(store, "refused") from error

    def close(self) -> None:
        """Close the store; what was not to be kept is gone."""
        if self._file is not None:
            self._file.close()
        self._file = self._tables = None

    def _note(self) -> dict[str, object]:
        return _read_note(self._folder.private_key_note)

    def _open(self, key: bytes) -> None:
        from sqlcipher3 import dbapi2

        def connect(path: Path) -> Any:  # noqa: ANN401
            connection = dbapi2.connect(str(path), timeout=2, isolation_level=None)
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            return connection

        self._use(open_file(self._folder.private_store, connect, MIGRATIONS, dbapi2))

    def _use(self, file: SqliteFile) -> None:
        self._file = file
        self._tables = AnswerTables(file)


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
