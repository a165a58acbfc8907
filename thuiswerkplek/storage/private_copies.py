"""Copies of the private answers' file: as encrypted as that file itself (TM-74).

A closed file is copied byte by byte, without its key; an open one through a connection
of its own. A copy is offered only to who has its key, since it is opened to be found.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from thuiswerkplek.domain.errors import DamagedFileError, ThuiswerkplekError
from thuiswerkplek.storage import atomic, backups
from thuiswerkplek.storage.answer_tables import SCHEMA, AnswerTables
from thuiswerkplek.storage.sqlite_file import (
    SqliteFile,
    open_file,
    ours,
    restrict,
    side_files,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from thuiswerkplek.storage.paths import DataFolder
    from thuiswerkplek.storage.sqlite_file import Connect

MIGRATIONS = (SCHEMA,)


class Cipher(NamedTuple):
    """How to connect with one key; lives as long as that key may."""

    connect: Connect
    module: Any


class Spare(NamedTuple):
    """A copy that opens and is sound, with the key that opens it."""

    copy: Path
    cipher: Cipher


def open_sound(path: Path, cipher: Cipher) -> SqliteFile:
    """Open a file of private answers and read all of it.

    Raises:
        DamagedFileError: it is damaged, or the key is not its key; `detail` is
            `content` where the key did open it.
        FileProblem: it cannot be used, as of `open_file`.
    """
    file = open_file(path, cipher.connect, MIGRATIONS, cipher.module)
    if not _is_whole(file):
        file.close()
        raise DamagedFileError(path, "content")
    return file


def _is_whole(file: SqliteFile) -> bool:
    tables = AnswerTables(file)
    try:
        tables.owners()
        tables.measures()
        return file.is_sound()
    except DamagedFileError:
        return False


def copy_of_the_day(
    folder: DataFolder, today: date, cipher: Cipher | None
) -> Path | None:
    """Copy the private answers once a day; `cipher` while their file is open.

    Returns None where there is nothing to copy, today's copy exists, or nothing
    changed since the newest.

    Raises:
        FileProblem: the copy could not be made; the older ones are all still there.
    """
    store, note = folder.private_store, folder.private_key_note
    if not store.exists():
        return None

    def write(part: Path) -> bool:
        has_copy = (
            _copy_closed(folder, part)
            if cipher is None
            else _copy_open(store, part, cipher)
        )
        if has_copy and note.exists():  # without its salt no passphrase opens a copy
            beside = folder.backups / f"{backups.PRIVATE}-{today.isoformat()}.json"
            atomic.write(beside, note.read_bytes())
        return has_copy

    return backups.keep(folder, backups.PRIVATE, today, write)


def _copy_closed(folder: DataFolder, part: Path) -> bool:
    """Copy the file with the journal that a crash may have left."""
    store = folder.private_store
    content, journal = store.read_bytes(), side_files(store)[0]
    left = journal.read_bytes() if journal.exists() else b""
    newest = next(iter(backups.copies(folder, backups.PRIVATE)), None)
    is_old = newest is not None and not left and newest.read_bytes() == content
    if is_old or not content:
        return False
    atomic.write(part, content)
    if left:
        atomic.write(side_files(part)[0], left)
    return True


def _copy_open(store: Path, part: Path, cipher: Cipher) -> bool:
    try:
        with (
            closing(cipher.connect(store)) as reading,
            closing(cipher.connect(part)) as writing,
        ):
            restrict(part)
            reading.backup(writing)
    except cipher.module.DatabaseError as error:
        raise ours(part, error) from error
    if not _opens(part, cipher):
        raise DamagedFileError(store)
    return True


def newest_readable(folder: DataFolder, cipher: Cipher) -> Spare | None:
    """Return the newest copy that this key opens and that is sound."""
    found = (
        Spare(copy, cipher)
        for copy in backups.copies(folder, backups.PRIVATE)
        if _opens(copy, cipher)
    )
    return next(found, None)


def _opens(path: Path, cipher: Cipher) -> bool:
    try:
        open_sound(path, cipher).close()
    except ThuiswerkplekError:
        return False
    return True
