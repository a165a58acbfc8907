"""Private answers apart: an encrypted file with a key of its own (TM-10, TM-71).

Imported only by `bootstrap`, which hands it to `services/worker`; the code that makes
reports cannot reach it.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from typing import TYPE_CHECKING, Any

from thuiswerkplek.domain.errors import DamagedFileError, LockedError
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.storage import atomic
from thuiswerkplek.storage.answer_tables import SCHEMA, AnswerTables
from thuiswerkplek.storage.sqlite_file import SqliteFile, restrict

if TYPE_CHECKING:
    from thuiswerkplek.services.ports import KeyStore
    from thuiswerkplek.storage.paths import DataFolder

FORMAT = 1
KEY_BYTES = 32
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
        key = self._keys.read(str(note["name"]))
        if key is None:
            return False
        self._open(key)
        return True

    def unlock(self, passphrase: str) -> None:
        """Open the store with the worker's passphrase.

        Raises:
            LockedError: it is not the passphrase of this store.
        """
        salt = bytes.fromhex(str(self._note().get("salt", "")))
        try:
            self._open(_stretched(passphrase, salt))
        except DamagedFileError as error:
            raise LockedError from error

    def make(self, keeping: Keeping, passphrase: str = "") -> None:
        """Make a new store, kept as the worker chose.

        Raises:
            LockedError: the system's key store does not keep the key.
        """
        if keeping is Keeping.NOT_KEPT:
            self._use(SqliteFile(self._folder.private_store, _in_memory()))
            return
        note = {"format": FORMAT, "keeping": keeping, "name": secrets.token_hex(8)}
        if keeping is Keeping.PASSPHRASE:
            salt = secrets.token_bytes(16)
            note["salt"] = salt.hex()
            key = _stretched(passphrase, salt)
        else:
            key = secrets.token_bytes(KEY_BYTES)
            if not self._keys.write(str(note["name"]), key):
                raise LockedError
        content = json.dumps(note).encode()
        atomic.write(self._folder.private_key_note, content)
        self._open(key)

    def set_aside(self) -> None:
        """Keep a store whose key is lost under another name, to start anew (TM-72)."""
        for number in range(1, 1000):
            kept = self._folder.root / f"private-kept-{number}.db"
            if not kept.exists():
                self._folder.private_store.rename(kept)
                note = self._folder.private_key_note
                if note.exists():
                    note.rename(kept.with_suffix(".json"))
                return

    def erase(self) -> None:
        """Destroy the key and the file (TM-18)."""
        name = self._note().get("name")
        self.close()
        if name:
            self._keys.remove(str(name))
        for path in (self._folder.private_store, self._folder.private_key_note):
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the store; what was not to be kept is gone."""
        if self._file is not None:
            self._file.close()
        self._file = self._tables = None

    def _note(self) -> dict[str, object]:
        try:
            found = json.loads(self._folder.private_key_note.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _open(self, key: bytes) -> None:
        from sqlcipher3 import dbapi2

        path = self._folder.private_store
        connection = dbapi2.connect(str(path), timeout=2, isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        self._use(SqliteFile(path, connection, dbapi2))
        restrict(path)

    def _use(self, file: SqliteFile) -> None:
        try:
            file.prepare(MIGRATIONS)
        except Exception:
            file.connection.close()
            raise
        self._file = file
        self._tables = AnswerTables(file)


def _in_memory() -> Any:  # noqa: ANN401
    return sqlite3.connect(":memory:", isolation_level=None)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    """Return a key from a passphrase: Argon2id over 256 MiB (TM-71)."""
    from nacl.pwhash import argon2id

    return bytes(
        argon2id.kdf(
            KEY_BYTES,
            passphrase.encode(),
            salt,
            opslimit=argon2id.OPSLIMIT_MODERATE,
            memlimit=argon2id.MEMLIMIT_MODERATE,
        )
    )
