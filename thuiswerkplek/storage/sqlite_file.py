"""How every SQLite file of ours is opened, versioned and checked (TM-70, 73, 76)."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeAlias

from thuiswerkplek.domain.errors import (
    BusyFileError,
    DamagedFileError,
    NewerFileError,
    UnreadableFileError,
    UnwritableFileError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]

# Read back by a test; FULL keeps a confirmed answer through a power cut.
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}


def restrict(path: Path) -> None:
    """Give only the owner rights to a file, where the system has such rights (TM-62)."""
    if os.name == "posix":
        path.chmod(0o600)


class SqliteFile:
    """One open file; `module` is the database module: plain or encrypting."""

    def __init__(self, path: Path, connection: Any, module: Any = sqlite3) -> None:  # noqa: ANN401
        self.path = path
        self.connection = connection
        self.module = module

    def prepare(self, migrations: Sequence[str]) -> None:
        """Set the pragmas and bring the file to the newest version, step by step.

        Raises:
            NewerFileError: a newer program made it; nothing was read.
            DamagedFileError: it is not a database, or fails its own check.
            UnwritableFileError: it cannot be written.
        """
        with self.translated():
            found = self.version
            if found > len(migrations):
                raise NewerFileError(self.path, str(found))
            for name, value in PRAGMAS.items():
                self.connection.execute(f"PRAGMA {name}={value}")
            for number in range(found, len(migrations)):
                self._migrate(migrations[number], number + 1)

    @property
    def version(self) -> int:
        """The version of the schema in the file."""
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def _migrate(self, script: str, number: int) -> None:
        with self.transaction():
            for statement in script.split(";"):
                if statement.strip():
                    self.connection.execute(statement)
            self.connection.execute(f"PRAGMA user_version={number}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything inside, or nothing; on disk when it ends.

        Raises:
            UnwritableFileError: the disk is full or the file is read-only.
        """
        with self.translated():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the database's errors into ours."""
        try:
            yield
        except self.module.DatabaseError as error:
            raise _ours(self.path, str(error)) from error

    def is_sound(self) -> bool:
        """Run the database's own full check."""
        with self.translated():
            rows = self.connection.execute("PRAGMA integrity_check").fetchall()
        return [tuple(row) for row in rows] == [("ok",)]

    def close(self) -> None:
        """Fold the journal into the file and close it."""
        with self.translated():
            self.connection.close()


def _ours(path: Path, message: str) -> Exception:
    text = message.lower()
    if "locked" in text or "busy" in text:
        return BusyFileError(path)
    if "readonly" in text or "unable to open" in text:
        return UnwritableFileError(path, "refused")
    if "full" in text or "disk i/o" in text:
        return UnwritableFileError(path, "full")
    if "malformed" in text or "not a database" in text or "corrupt" in text:
        return DamagedFileError(path)
    return UnreadableFileError(path, text)


class Table:
    """Rows that carry a checksum over their content, checked on every reading."""

    def __init__(self, file: SqliteFile, name: str, columns: Sequence[str]) -> None:
        self._file = file
        self._name = name
        self._columns = ", ".join(columns)
        marks = ", ".join("?" for _ in columns)
        updates = ", ".join(f"{column} = excluded.{column}" for column in columns)
        # An upsert, not a replace: rows keep their order and what refers to them.
        self._put = (
            f"INSERT INTO {name} ({self._columns}, checksum) VALUES ({marks}, ?)"  # noqa: S608
            f" ON CONFLICT DO UPDATE SET {updates}, checksum = excluded.checksum"
        )

    def put(self, *cells: Cell) -> None:
        """Write one row, replacing the one with the same key."""
        checksum = self._checksum(cells)
        with self._file.translated():
            self._file.connection.execute(self._put, (*cells, checksum))

    def rows(self, where: str = "1", *values: Cell, order: str = "rowid") -> list[Row]:
        """Return the rows that meet a condition.

        Raises:
            DamagedFileError: a row is not what was written.
        """
        query = f"SELECT {self._columns}, checksum FROM {self._name} WHERE {where} ORDER BY {order}"  # noqa: S608, E501
        with self._file.translated():
            found = self._file.connection.execute(query, values).fetchall()
        return [self._verified(tuple(row)) for row in found]

    def delete(self, where: str, *values: Cell) -> None:
        """Remove the rows that meet a condition."""
        with self._file.translated():
            self._file.connection.execute(
                f"DELETE FROM {self._name} WHERE {where}",  # noqa: S608
                values,
            )

    def _verified(self, row: Row) -> Row:
        *cells, checksum = row
        if checksum != self._checksum(cells):
            raise DamagedFileError(self._file.path, self._name)
        return tuple(cells)

    def _checksum(self, cells: Sequence[Cell]) -> str:
        text = json.dumps([self._name, *cells], ensure_ascii=False)
        return blake2b(text.encode(), digest_size=16).hexdigest()
