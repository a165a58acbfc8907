"""The worker's general records: one SQLite file, every answer durable (TM-70, TM-73).

Private answers are not here and cannot be: they live in `private_store`.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import (
    DamagedFileError,
    NewerFileError,
    UnreadableFileError,
)
from thuiswerkplek.storage.answer_tables import SCHEMA as ANSWER_SCHEMA
from thuiswerkplek.storage.answer_tables import AnswerTables
from thuiswerkplek.storage.day_tables import HABITS_SCHEMA, DayTables
from thuiswerkplek.storage.day_tables import SCHEMA as DAY_SCHEMA
from thuiswerkplek.storage.day_tables import TABLES as DAY_TABLES
from thuiswerkplek.storage.sqlite_file import SqliteFile, Table, open_file

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from thuiswerkplek.domain.check import Check
    from thuiswerkplek.domain.people import Person
    from thuiswerkplek.domain.records import (
        GeneralRecords,
        Issued,
        Reader,
        Sharing,
    )
    from thuiswerkplek.domain.workplace import Workplace, WorkplaceId

HEADER, HEADER_BYTES = b"SQLite format 3\0", 100

MIGRATIONS = (
    """
CREATE TABLE person (
    id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL,
    staff_number TEXT NOT NULL, department TEXT NOT NULL,
    checksum TEXT NOT NULL) STRICT;
CREATE TABLE workplace (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, share_percent INTEGER NOT NULL,
    checksum TEXT NOT NULL) STRICT;
CREATE TABLE "check" (
    id TEXT PRIMARY KEY, workplace TEXT NOT NULL REFERENCES workplace (id),
    catalogue_version TEXT NOT NULL, started TEXT NOT NULL, finished TEXT,
    position TEXT, checksum TEXT NOT NULL) STRICT;
CREATE TABLE sharing (
    kind TEXT NOT NULL, key TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (kind, key)) STRICT;
CREATE TABLE issued (
    reader TEXT PRIMARY KEY, report_id TEXT NOT NULL, version INTEGER NOT NULL,
    checksum TEXT NOT NULL) STRICT;
"""
    + ANSWER_SCHEMA,
    "CREATE TABLE removed (id TEXT PRIMARY KEY, checksum TEXT NOT NULL) STRICT",
    DAY_SCHEMA,
    HABITS_SCHEMA,
)

# The only tables this connection may read (TM-10).
TABLES = {
    *("person", "workplace", "check", "sharing", "issued", "answer", "measure", "step"),
    *DAY_TABLES,
    *("removed", "sqlite_master", "sqlite_schema", "sqlite_temp_master"),
}

STRUCK, RELEASED, REQUESTED = "struck", "released", "requested"


def open_worker_file(path: Path) -> WorkerFile:
    """Open the general records, making the file when there is none.

    Raises:
        NewerFileError: made by a newer program; it is not touched.
        DamagedFileError: not a database of ours; it is left as it is.
        UnreadableFileError, UnwritableFileError: it cannot be read, or written.
        BusyFileError: something else has it locked.
    """
    _check_header(path)
    file = open_file(path, _connect, MIGRATIONS)
    file.connection.set_authorizer(_only_our_tables)
    return WorkerFile(file)


def needs_migration(path: Path) -> bool:
    """Return whether opening the file would change its layout (TM-76).

    Raises:
        NewerFileError, DamagedFileError, UnreadableFileError: as on opening.
    """
    version = _check_header(path)
    return version is not None and 0 < version < len(MIGRATIONS)


def _check_header(path: Path) -> int | None:
    """Refuse by its first bytes what is not for us, before it is opened (TM-76).

    Returns the version of its layout, or None when there is no file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        detail = "folder" if isinstance(error, IsADirectoryError) else "refused"
        raise UnreadableFileError(path, detail) from error
    if len(head) < HEADER_BYTES or not head.startswith(HEADER):
        raise DamagedFileError(path)
    version = int.from_bytes(head[60:64], "big")
    if version > len(MIGRATIONS):
        raise NewerFileError(path, str(version))
    return version


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=2, isolation_level=None)


def _only_our_tables(action: int, first: str | None, *_others: str | None) -> int:
    if action == sqlite3.SQLITE_ATTACH:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_READ and first not in TABLES:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


class WorkerFile(AnswerTables):
    """The open general records; every method is on disk when it returns.

    Inside `together` all of them are when that ends.
    """

    def __init__(self, file: SqliteFile) -> None:
        super().__init__(file)
        self._persons = Table(
            file, "person", ("id", "name", "staff_number", "department")
        )
        self._workplaces = Table(file, "workplace", ("id", "name", "share_percent"))
        self._checks = Table(
            file,
            '"check"',
            ("id", "workplace", "catalogue_version", "started", "finished", "position"),
        )
        self._sharing = Table(file, "sharing", ("kind", "key"))
        self._issued = Table(file, "issued", ("reader", "report_id", "version"))
        self._removed = Table(file, "removed", ("id",))
        self.log = DayTables(file)

    def together(self) -> AbstractContextManager[None]:
        """Keep all that is put inside, or nothing; on disk when it ends."""
        return self._file.transaction()

    def person(self) -> Person:
        """Return who the worker is; empty at first."""
        from thuiswerkplek.storage import rows

        return rows.person(self._persons.rows())

    def put_person(self, person: Person) -> None:
        """Keep who the worker is."""
        with self._file.transaction():
            self._persons.put(1, person.name, person.staff_number, person.department)

    def workplaces(self) -> tuple[Workplace, ...]:
        """Return the workplaces, oldest first."""
        from thuiswerkplek.storage import rows

        return tuple(map(rows.workplace, self._workplaces.rows()))

    def has_workplaces(self) -> bool:
        """Return whether there is a workplace."""
        return bool(self._workplaces.rows())

    def put_workplaces(self, workplaces: tuple[Workplace, ...]) -> None:
        """Keep all workplaces together, so that their shares stay in step."""
        with self._file.transaction():
            for place in workplaces:
                self._workplaces.put(place.id, place.name, place.share_percent)

    def remove_workplace(self, workplace: WorkplaceId) -> None:
        """Forget a workplace with its intake, checks and measures.

        Only its ids are remembered, for what was private about it; see `removed`.
        """
        with self._file.transaction():
            self._removed.put(workplace)
            for check in self._checks.rows("workplace = ?", workplace):
                self._removed.put(check[0])
                self._answers.delete("owner = ?", check[0])
            self._answers.delete("owner = ?", workplace)
            for measure in self._measures.rows("workplace = ?", workplace):
                self._steps.delete("measure = ?", measure[0])
            self._measures.delete("workplace = ?", workplace)
            self._checks.delete("workplace = ?", workplace)
            self._sharing.delete(
                "substr(key, 1, length(?) + 1) = ? || '/'", workplace, workplace
            )
            self._workplaces.delete("id = ?", workplace)
            self.log.forget_place(workplace)

    def removed(self) -> frozenset[str]:
        """Return the ids of workplaces and checks that were removed.

        They stay known, so that an older copy of the private answers does not bring
        back what was about them (TM-102); one that came back itself is not among them.
        """
        present = {row[0] for row in (*self._workplaces.rows(), *self._checks.rows())}
        return frozenset(str(row[0]) for row in self._removed.rows()) - present

    def checks(self, workplace: WorkplaceId) -> tuple[Check, ...]:
        """Return the checks of a workplace with their general answers, oldest first."""
        from thuiswerkplek.storage import rows

        return tuple(
            rows.check(row, self.answers(str(row[0])))
            for row in self._checks.rows("workplace = ?", workplace)
        )

    def put_check(self, check: Check) -> None:
        """Keep a check's dates and place in the round; answers are kept one by one."""
        finished = check.finished.isoformat() if check.finished else None
        with self._file.transaction():
            self._checks.put(
                check.id,
                check.workplace,
                check.catalogue_version,
                check.started.isoformat(),
                finished,
                check.position,
            )

    def sharing(self) -> Sharing:
        """Return what the worker strikes out, releases and asks for."""
        from thuiswerkplek.domain.records import Request, Sharing

        keys: dict[str, set[str]] = {STRUCK: set(), RELEASED: set(), REQUESTED: set()}
        for kind, key in self._sharing.rows():
            keys[str(kind)].add(str(key))
        return Sharing(
            struck=tuple(sorted(keys[STRUCK])),
            released=tuple(sorted(keys[RELEASED])),
            requests=tuple(kind for kind in Request if kind in keys[REQUESTED]),
        )

    def put_sharing(self, sharing: Sharing) -> None:
        """Keep what the worker strikes out, releases and asks for."""
        kinds = {
            STRUCK: sharing.struck,
            RELEASED: sharing.released,
            REQUESTED: sharing.requests,
        }
        with self._file.transaction():
            self._sharing.delete()
            for kind, keys in kinds.items():
                for key in sorted(keys):
                    self._sharing.put(kind, str(key))

    def issued(self, reader: Reader) -> Issued | None:
        """Return the last report made for a reader, if any."""
        from thuiswerkplek.domain.records import Issued

        rows = self._issued.rows("reader = ?", reader)
        return Issued(str(rows[0][1]), int(rows[0][2] or 0)) if rows else None

    def put_issued(self, reader: Reader, issued: Issued) -> None:
        """Keep that this version went to a reader."""
        with self._file.transaction():
            self._issued.put(reader, issued.report_id, issued.version)

    def records(self) -> GeneralRecords:
        """Return all but the day log as one value: what reports are made from."""
        from thuiswerkplek.domain.records import GeneralRecords, Place, Reader

        measures = self.measures()
        places = tuple(
            Place(
                workplace=place,
                intake=self.answers(place.id),
                checks=self.checks(place.id),
                measures=tuple(m for m in measures if m.workplace == place.id),
            )
            for place in self.workplaces()
        )
        issued = {reader: known for reader in Reader if (known := self.issued(reader))}
        return GeneralRecords(self.person(), places, self.sharing(), issued)

    def erase(self) -> None:
        """Forget everything, also in the journal beside the file."""
        with self._file.transaction():
            for table in (self._steps, self._measures, self._answers, self._checks):
                table.delete()
            for table in (self._workplaces, self._persons, self._sharing, self._issued):
                table.delete()
            self._removed.delete()
            self.log.clear()
        self._file.empty_journal()

    def verify(self) -> bool:
        """Read every record and run the database's own check; False when damaged."""
        try:
            self.records()
            self.removed()
            self.log.records()
            return self._file.is_sound()
        except (DamagedFileError, UnreadableFileError, NewerFileError):
            return False

    def close(self) -> None:
        """Close the file."""
        self._file.close()
