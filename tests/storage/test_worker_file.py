"""The worker's file: what is put comes back, durably, and nothing else is reachable."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.strategies import general_records
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.check import Check
from thuiswerkplek.domain.errors import (
    BusyFileError,
    DamagedFileError,
    NewerFileError,
    UnreadableFileError,
    UnwritableFileError,
)
from thuiswerkplek.domain.measures import Measure, State, Step
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import (
    GeneralRecords,
    Issued,
    Reader,
    Request,
    Sharing,
)
from thuiswerkplek.domain.workplace import Workplace
from thuiswerkplek.storage.sqlite_file import PRAGMAS, ours
from thuiswerkplek.storage.worker_file import MIGRATIONS, open_worker_file

DAY = date(2026, 11, 23)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "worker.db"


@pytest.fixture
def store(path):
    opened = open_worker_file(path)
    yield opened
    opened.close()


def fill(store, records):
    """Put everything of these records, one thing after another, as the program does."""
    store.put_person(records.person)
    store.put_workplaces(tuple(place.workplace for place in records.places))
    for place in records.places:
        store.put_answers(place.workplace.id, place.intake)
        for check in place.checks:
            store.put_check(check)
            for question, answer in check.answers.items():
                store.put_answer(check.id, question, answer)
        for measure in place.measures:
            store.put_measure(measure)
    store.put_sharing(records.sharing)
    for reader, issued in records.issued.items():
        store.put_issued(reader, issued)


def raw(path):
    return closing(sqlite3.connect(path))


# What is put comes back


@settings(max_examples=60)
@given(records=general_records())
def test_records_come_back_as_they_were_put(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("store") / "worker.db"
    store = open_worker_file(path)
    fill(store, records)
    assert store.records() == records
    store.close()

    store = open_worker_file(path)
    assert store.records() == records
    assert store.verify()
    store.close()


def test_an_empty_file_holds_nothing(store):
    assert store.records() == GeneralRecords()
    assert store.owners() == []
    assert store.issued(Reader.EMPLOYER) is None


def test_an_answer_is_changed_taken_back_and_forgotten(store):
    store.put_answer("p", "q", Answer("yes", 3.5, "één"))
    store.put_answer("p", "q", Answer(("a", "b")))
    store.put_answer("p", "r", Answer(7.25))
    store.put_answer("c", "q", Answer("no"))
    assert store.answers("p") == {"q": Answer(("a", "b")), "r": Answer(7.25)}
    assert store.owners() == ["c", "p"]

    store.remove_answer("p", "q")
    store.remove_answer("p", "never")
    assert store.answers("p") == {"r": Answer(7.25)}

    store.remove_owner("p")
    assert store.owners() == ["c"]


def test_answers_that_are_kept_together_are_all_there_or_none(store):
    class Broken(dict):
        def items(self):
            yield "q", Answer("yes")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.put_answers("p", Broken())

    assert store.answers("p") == {}


def test_a_measure_is_changed_and_forgotten_with_its_steps(store):
    steps = tuple(Step(s, DAY, "worker", "n") for s in (State.PROPOSED, State.SET_UP))
    store.put_measure(Measure("m", "p", "q", steps))
    store.put_measure(Measure("m", "p", "q", steps[:1]))
    assert store.measures() == (Measure("m", "p", "q", steps[:1]),)

    store.remove_measure("m")
    assert store.measures() == ()


def test_places_and_checks_keep_their_order_when_they_change(store):
    one, two = Workplace("b", "Eerste", 50), Workplace("a", "Tweede", 50)
    store.put_workplaces((one, two))
    store.put_check(Check("z", "b", "1", DAY))
    store.put_check(Check("y", "b", "1", DAY))

    store.put_workplaces((Workplace("b", "Anders", 40),))
    store.put_check(Check("z", "b", "1", DAY, finished=DAY, position="q"))

    assert [place.name for place in store.workplaces()] == ["Anders", "Tweede"]
    assert [check.id for check in store.checks("b")] == ["z", "y"]
    assert store.checks("b")[0].finished == DAY
    assert store.checks("b")[0].position == "q"


def test_forgetting_a_place_takes_all_of_it_and_nothing_of_another(store):
    for name in ("p", "p1", "p%"):
        store.put_workplaces((Workplace(name, name, 50),))
        store.put_check(Check(f"c-{name}", name, "1", DAY))
        store.put_answer(f"c-{name}", "q", Answer("yes"))
        store.put_answer(name, "q", Answer("yes"))
        store.put_measure(
            Measure(f"{name}/q", name, "q", (Step(State.PROPOSED, DAY, "both"),))
        )
    keys = tuple(sorted(f"{name}/answer/q" for name in ("p", "p1", "p%")))
    store.put_sharing(Sharing(struck=(*keys, "person/department"), released=keys))

    for name in ("p%", "p"):
        store.remove_workplace(name)

    assert [place.id for place in store.workplaces()] == ["p1"]
    assert store.owners() == ["c-p1", "p1"]
    assert [measure.id for measure in store.measures()] == ["p1/q"]
    assert store.sharing().struck == ("p1/answer/q", "person/department")
    assert store.sharing().released == ("p1/answer/q",)


def test_what_was_removed_stays_known_by_its_ids_until_it_comes_back(store):
    """TM-102: ids without names, so that no copy of private answers brings it back."""
    store.put_workplaces((Workplace("p", "Zolder"), Workplace("q", "Keuken")))
    for check, place in (("c", "p"), ("d", "p"), ("e", "q")):
        store.put_check(Check(check, place, "2026.1", DAY))
    assert store.removed() == set()

    store.remove_workplace("p")
    assert store.removed() == {"p", "c", "d"}

    store.put_workplaces((Workplace("p", "Zolder"),))
    store.put_check(Check("c", "p", "2026.1", DAY))
    assert store.removed() == {"d"}

    store.erase()
    assert store.removed() == set()


def test_choices_replace_each_other(store):
    store.put_sharing(
        Sharing(("b", "a"), ("c",), (Request.EQUIPMENT, Request.EYE_TEST))
    )
    assert store.sharing() == Sharing(
        ("a", "b"), ("c",), (Request.EYE_TEST, Request.EQUIPMENT)
    )

    store.put_sharing(Sharing(struck=("d",)))
    assert store.sharing() == Sharing(struck=("d",))


def test_erasing_leaves_no_word_on_the_disk(path, store):
    word = "KANARIE" * 30
    fill_with(store, word)
    assert word.encode() in everything_beside(path)

    store.erase()

    assert store.records() == GeneralRecords()
    assert b"KANARIE" not in everything_beside(path)


def test_what_is_taken_back_is_gone_from_the_file_once_it_closes(path):
    store = open_worker_file(path)
    fill_with(store, "KANARIE" * 30)
    store.remove_workplace("p")
    store.put_person(Person())
    store.put_issued(Reader.EMPLOYER, Issued("r", 1))
    store.close()

    assert b"KANARIE" not in everything_beside(path)


def fill_with(store, word):
    store.put_person(Person(word, word, word))
    store.put_workplaces((Workplace("p", word),))
    store.put_check(Check("c", "p", word, DAY))
    store.put_answer("c", "q", Answer("yes", None, word))
    store.put_measure(
        Measure("p/q", "p", "q", (Step(State.PROPOSED, DAY, "worker", word),))
    )
    store.put_issued(Reader.EMPLOYER, Issued(word, 1))


def everything_beside(path):
    return b"".join(
        file.read_bytes()
        for file in path.parent.iterdir()
        if not file.name.endswith("-shm")
    )


# How it is opened


def test_every_connection_has_the_pragmas_it_needs(store):
    """TM-70, read back from the connection itself."""
    connection = store._file.connection
    found = {name: connection.execute(f"PRAGMA {name}").fetchone() for name in PRAGMAS}

    assert found.pop("mmap_size") in {(0,), None}
    assert found == {
        "journal_mode": ("wal",),
        "synchronous": (2,),
        "foreign_keys": (1,),
        "secure_delete": (1,),
        "trusted_schema": (0,),
        "cell_size_check": (1,),
    }


def test_the_file_carries_the_version_of_its_schema(path, store):
    with raw(path) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_the_connection_attaches_nothing_and_reads_no_other_table(path, tmp_path):
    """TM-10: a private store cannot be looked into from here, even by mistake."""
    open_worker_file(path).close()
    with raw(path) as planted:
        planted.execute("CREATE TABLE secret (word TEXT)")
        planted.execute("INSERT INTO secret VALUES ('KANARIE')")
        planted.execute("CREATE VIEW peek AS SELECT word FROM secret")
        planted.commit()
    store = open_worker_file(path)
    forbidden = (
        f"ATTACH '{tmp_path / 'private.db'}' AS other",
        f"VACUUM INTO '{tmp_path / 'copy.db'}'",
        "SELECT word FROM secret",
        "SELECT count(word) FROM secret",
        "SELECT * FROM peek",
        "SELECT value FROM answer UNION SELECT word FROM secret",
        "INSERT INTO answer SELECT word, word, word, 1.0, word, word FROM secret",
    )
    for statement in forbidden:
        with pytest.raises(sqlite3.DatabaseError, match="author|prohibited"):
            store._file.connection.execute(statement)
    assert store.records() == GeneralRecords()
    store.close()
    assert not (tmp_path / "private.db").exists()
    assert not (tmp_path / "copy.db").exists()


def test_two_openings_at_once_make_one_file(path):
    one, two = open_worker_file(path), open_worker_file(path)

    one.put_answer("p", "q", Answer("yes"))

    assert two.answers("p") == {"q": Answer("yes")}
    one.close()
    two.close()
    assert [file.name for file in path.parent.iterdir()] == ["worker.db"]


def test_where_files_cannot_be_linked_it_is_moved_into_place(path, monkeypatch):
    """Patched is the operating system: some file systems have no hard links."""

    def no_links(*_arguments, **_named):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    store = open_worker_file(path)
    store.put_answer("p", "q", Answer("yes"))
    store.close()

    assert [file.name for file in path.parent.iterdir()] == ["worker.db"]


def test_whoever_made_the_file_meanwhile_was_first(path, monkeypatch):
    link = os.link

    def somebody_was_first(source, target, **named):
        monkeypatch.setattr(os, "link", link)
        other = open_worker_file(path)
        other.put_answer("p", "q", Answer("theirs"))
        other.close()
        link(source, target, **named)

    monkeypatch.setattr(os, "link", somebody_was_first)
    store = open_worker_file(path)

    assert store.answers("p") == {"q": Answer("theirs")}
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["worker.db"]


def test_a_folder_that_is_not_there_is_said(path):
    with pytest.raises(UnwritableFileError):
        open_worker_file(path.parent / "none" / "worker.db")


def test_a_slip_of_ours_in_the_query_is_no_damage(store):
    with pytest.raises(UnreadableFileError) as caught, store._file.translated():
        store._file.connection.execute("SELECT nonsense(")
    assert "incomplete" in caught.value.detail


def test_what_the_database_undid_itself_is_not_undone_twice(store):
    store._file.connection.execute(
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.answer"
        " BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END"
    )
    with pytest.raises(UnwritableFileError) as caught:
        store.put_answer("p", "q", Answer("yes"))
    assert caught.value.detail == "full"
    assert not store._file.connection.in_transaction
    assert store.records() == GeneralRecords()


@pytest.mark.parametrize(
    ("said", "code", "kind", "detail"),
    [
        ("database is locked", "SQLITE_BUSY", BusyFileError, ""),
        ("attempt to write a readonly database", "", UnwritableFileError, "refused"),
        ("unable to open database file", "", UnwritableFileError, "refused"),
        ("database or disk is full", "SQLITE_FULL", UnwritableFileError, "full"),
        ("disk I/O error", "SQLITE_IOERR_WRITE", UnwritableFileError, "full"),
        ("disk I/O error", "SQLITE_IOERR_READ", DamagedFileError, ""),
        ("disk I/O error", "SQLITE_IOERR_SHORT_READ", DamagedFileError, ""),
        ("database disk image is malformed", "SQLITE_CORRUPT", DamagedFileError, ""),
        ("file is not a database", "SQLITE_NOTADB", DamagedFileError, ""),
        ("unsupported file format", "SQLITE_CORRUPT", DamagedFileError, ""),
    ],
)
def test_what_the_database_says_becomes_an_error_of_ours(
    path, said, code, kind, detail
):
    error = sqlite3.OperationalError(said)
    error.sqlite_errorname = code

    found = ours(path, error)

    assert (type(found), found.detail, found.path) == (kind, detail, str(path))


def test_somebody_elses_lock_is_said(path, store):
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyFileError) as caught:
            store.put_answer("p", "q", Answer("yes"))
        other.rollback()
    assert caught.value.path == str(path)
    store.put_answer("p", "q", Answer("no"))
    assert store.answers("p") == {"q": Answer("no")}


# Files that are not as they should be


def opening(path, kind):
    before = path.read_bytes()
    with pytest.raises(kind) as caught:
        open_worker_file(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"SQLite format 3\0",
        b"%PDF-1.7" + b"x" * 5000,
        b"x" * 8192,
        b"SQLite format 3\0" + bytes(4080),
    ],
    ids=["nothing", "one byte", "a head", "a PDF", "no database", "a head and nothing"],
)
def test_what_is_no_database_is_damaged_and_left_as_it_is(path, content):
    path.write_bytes(content)

    opening(path, DamagedFileError)


def test_another_programs_database_is_left_as_it_is(path):
    with raw(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.execute("INSERT INTO bookmarks VALUES ('x')")
        other.commit()

    opening(path, DamagedFileError)


@pytest.mark.parametrize("version", [len(MIGRATIONS) + 1, 2**31 - 1])
def test_a_newer_file_is_not_even_touched(path, version):
    open_worker_file(path).close()
    with raw(path) as other:
        other.execute(f"PRAGMA user_version={version}")
        other.commit()
    stamp = path.stat().st_mtime_ns

    assert opening(path, NewerFileError).detail == str(version)
    assert path.stat().st_mtime_ns == stamp


def test_a_newer_file_whose_program_crashed_is_refused_too(path):
    """Its new version can still be in the journal only."""
    open_worker_file(path).close()
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    other.commit()
    assert path.read_bytes()[60:64] == len(MIGRATIONS).to_bytes(4, "big")

    with pytest.raises(NewerFileError):
        open_worker_file(path)
    other.close()


def test_a_newer_file_keeps_the_journal_its_program_left_at_a_crash(path, tmp_path):
    """To open it with the database, even to look, would fold the journal into it."""
    open_worker_file(path).close()
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    other.commit()
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    other.execute("INSERT INTO sharing VALUES ('struck', 'x', 'y')")
    other.commit()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("worker.db", "worker.db-wal"):
        (crashed / name).write_bytes((tmp_path / name).read_bytes())
    other.close()
    before = {file.name: file.read_bytes() for file in crashed.iterdir()}
    assert before["worker.db-wal"]

    with pytest.raises(NewerFileError):
        open_worker_file(crashed / "worker.db")

    assert {file.name: file.read_bytes() for file in crashed.iterdir()} == before


def test_a_folder_is_no_file(path):
    path.mkdir()

    with pytest.raises(UnreadableFileError) as caught:
        open_worker_file(path)
    assert caught.value.detail == "folder"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_noticed(path, part):
    store = open_worker_file(path)
    for number in range(200):
        store.put_answer("p", f"q{number}", Answer("yes", None, "x" * 300))
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])

    assert not _is_sound(path)


def _is_sound(path):
    try:
        store = open_worker_file(path)
    except DamagedFileError:
        return False
    try:
        return store.verify()
    finally:
        store.close()


def test_a_table_that_is_gone_is_damage(path):
    open_worker_file(path).close()
    with raw(path) as other:
        other.execute("DROP TABLE sharing")
        other.commit()
    store = open_worker_file(path)

    with pytest.raises(DamagedFileError):
        store.records()
    assert not store.verify()
    store.close()


CELLS = {
    "person": ("name", "staff_number", "department", "checksum"),
    "workplace": ("name", "share_percent", "checksum"),
    '"check"': ("catalogue_version", "started", "finished", "position", "checksum"),
    "sharing": ("checksum",),
    "issued": ("report_id", "version", "checksum"),
    "answer": ("value", "reading", "remark", "checksum"),
    "measure": ("question", "checksum"),
    "step": ("state", "day", "who", "note", "checksum"),
}
PAIRS = [(table, column) for table, columns in CELLS.items() for column in columns]


@pytest.fixture
def full(path):
    """A closed file with one row in every table."""
    store = open_worker_file(path)
    store.put_person(Person("Noor", "12", "HR"))
    store.put_workplaces((Workplace("p", "Zolder"),))
    store.put_check(Check("c", "p", "1", DAY, DAY, "q"))
    store.put_answer("c", "q", Answer("yes", 4.5, "remark"))
    store.put_measure(
        Measure("m", "p", "q", (Step(State.PROPOSED, DAY, "worker", "n"),))
    )
    store.put_sharing(Sharing(struck=("p/answer/q",)))
    store.put_issued(Reader.EMPLOYER, Issued("r", 3))
    store.close()
    return path


@pytest.mark.parametrize(("table", "column"), PAIRS, ids=lambda name: name.strip('"'))
def test_a_changed_cell_is_noticed_on_reading(full, table, column):
    """TM-73: the database's own check does not see it, the checksum of its row does."""
    with raw(full) as other:
        changed = f"CASE typeof({column}) WHEN 'text' THEN {column} || 'x' ELSE {column} + 1 END"
        other.execute(f"UPDATE {table} SET {column} = {changed}")
        other.commit()
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = open_worker_file(full)

    with pytest.raises(DamagedFileError) as caught:
        store.records()
    assert caught.value.detail == table
    assert not store.verify()
    store.close()


@settings(max_examples=400)
@given(data=st.data())
def test_a_flipped_bit_anywhere_is_noticed_or_changes_nothing(tmp_path_factory, data):
    """Never another exception, and never other records without the check saying so."""
    whole, records = _whole_file(tmp_path_factory)
    path = tmp_path_factory.mktemp("flipped") / "worker.db"
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] ^= 1 << data.draw(
            st.integers(0, 7)
        )
    path.write_bytes(damaged)

    try:
        store = open_worker_file(path)
    except (DamagedFileError, NewerFileError, UnreadableFileError):
        assert path.read_bytes() == damaged
        return
    try:
        if store.verify():
            assert store.records() == records
        else:
            _read_or_damaged(store)
    finally:
        store.close()


def _read_or_damaged(store):
    try:
        store.records()
    except (DamagedFileError, UnreadableFileError):
        return


_whole = []


def _whole_file(tmp_path_factory):
    if not _whole:
        path = tmp_path_factory.mktemp("whole") / "worker.db"
        store = open_worker_file(path)
        store.put_person(Person("Noor", "12", "HR"))
        store.put_workplaces((Workplace("p", "Zolder"),))
        store.put_check(Check("c", "p", "1", DAY, DAY, "q"))
        for number in range(12):
            store.put_answer("c", f"q{number}", Answer("yes", 4.5, "remark" * number))
            life = (Step(State.PROPOSED, DAY, "worker", "note"),)
            store.put_measure(Measure(f"m{number}", "p", "q", life))
        store.put_sharing(Sharing(struck=("p/answer/q",)))
        store.put_issued(Reader.EMPLOYER, Issued("r", 3))
        _whole.extend((None, store.records()))
        store.close()
        _whole[0] = path.read_bytes()
    return _whole
