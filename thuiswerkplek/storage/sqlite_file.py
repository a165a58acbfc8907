"""How every SQLite file of ours is opened, versioned and checked (TM-70, 73, 76)."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from thuiswerkplek.domain.errors import (
    BusyFileError,
    DamagedFileError,
    NewerFileError,
    UnreadableFileError,
    UnwritableFileError,
)
from thuiswerkplek.storage.atomic import flush_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Connect: TypeAlias = Callable[[Path], Any]

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]

_DAMAGE = (
    "malformed",
    "not a database",
    "corrupt",
    "could not decode",
    "no such table",
    "no such column",
    "is prohibited",  # a table or column whose very name is damaged
    "unsupported file format",
)

# A disk error when reading; the other disk errors are about writing.
_UNREAD = ("SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS")

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
    """Give only the owner rights to a file, where a system has rights (TM-62)."""
    if os.name == "posix":
        with suppress(OSError):  # the file may be another's, or on a read-only disk
            path.chmod(0o600)


def open_file(
    path: Path,
    connect: Connect,
    migrations: Sequence[str],
    module: Any = sqlite3,  # noqa: ANN401
) -> SqliteFile:
    """Open a file of ours, making it when there is none.

    It is made under another name and moved into place when it is whole. So a file
    without a version was damaged or is somebody else's, and never half of ours.

    Raises:
        NewerFileError: made by a newer program.
        DamagedFileError: not a database of ours; it is left as it is.
        UnwritableFileError: it cannot be made or written.
        BusyFileError: something else has it locked.
    """
    try:
        if not path.exists():
            _make(path, connect, migrations, module)
    except OSError as error:
        raise UnwritableFileError(path, "refused") from error
    restrict(path)
    file = _connected(path, path, connect, module)
    try:
        _check_ours(file)
        file.prepare(migrations)
    except Exception:
        file.connection.close()
        raise
    return file


def _check_ours(file: SqliteFile) -> None:
    with file.translated():
        version = file.version
    if version == 0:
        raise DamagedFileError(file.path)


def _make(
    path: Path,
    connect: Connect,
    migrations: Sequence[str],
    module: Any,  # noqa: ANN401
) -> None:
    for side in side_files(path):  # without its database a journal is worth nothing
        side.unlink(missing_ok=True)
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    os.close(handle)
    part = Path(name)
    try:
        file = _connected(path, part, connect, module)
        try:
            file.prepare(migrations)
        finally:
            file.close()
        _settle(part, path)
        flush_folder(path.parent)
    finally:
        for left in (part, *side_files(part)):
            left.unlink(missing_ok=True)


def _settle(part: Path, path: Path) -> None:
    """Move a new file into place, unless another window was first."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        return
    except OSError:  # not every file system has hard links
        part.replace(path)


def _connected(path: Path, real: Path, connect: Connect, module: Any) -> SqliteFile:  # noqa: ANN401
    try:
        return SqliteFile(path, connect(real), module)
    except module.DatabaseError as error:
        raise ours(path, error) from error


def side_files(path: Path) -> tuple[Path, Path]:
    """Return where a database file's journal and shared memory are."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


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

        One inside another belongs to that one.

        Raises:
            UnwritableFileError: the disk is full or the file is read-only.
        """
        if self.connection.in_transaction:
            yield
            return
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
            raise ours(self.path, error) from error
        except UnicodeDecodeError as error:  # the message itself quotes the damage
            raise DamagedFileError(self.path) from error

    def is_sound(self) -> bool:
        """Run the database's own full check."""
        with self.translated():
            rows = self.connection.execute("PRAGMA integrity_check").fetchall()
        return [tuple(row) for row in rows] == [("ok",)]

    def empty_journal(self) -> None:
        """Leave nothing of what was deleted beside the file (TM-18)."""
        with self.translated():
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Fold the journal into the file and close it."""
        with self.translated():
            self.connection.close()


def ours(path: Path, error: Exception) -> Exception:
    """Return our error for what the database said."""
    text = str(error).lower()
    if getattr(error, "sqlite_errorname", "") in _UNREAD:
        return DamagedFileError(path)
    if "locked" in text or "busy" in text:
        return BusyFileError(path)
    if "readonly" in text or "unable to open" in text:
        return UnwritableFileError(path, "refused")
    if "full" in text or "disk i/o" in text:
        return UnwritableFileError(path, "full")
    if any(word in text for word in _DAMAGE):
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

    def delete(self, where: str = "1", *values: Cell) -> None:
        """Remove the rows that meet a condition, or all."""
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
        # Damage can turn a cell into bytes, which JSON has no form for.
        text = json.dumps([self._name, *cells], ensure_ascii=False, default=repr)
        return f"{zlib.crc32(text.encode()):08x}"
