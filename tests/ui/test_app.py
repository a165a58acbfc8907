"""The program around its window: what shows first, and what never happens to people."""

from __future__ import annotations

import contextlib
import gc
import resource
import sqlite3
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from tests.fakes import MemoryKeyStore
from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.preferences import Preferences, Role, Scheme
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.ui import app, theme
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.start.first_start_view import FirstStartCard
from thuiswerkplek.ui.start.trouble_view import TroubleCard

pytestmark = pytest.mark.gui
LEFT = QtCore.Qt.MouseButton.LeftButton


def shown(program):
    return program.window.findChild(QtWidgets.QStackedWidget).currentWidget()


def test_exit_after_start_prints_the_milliseconds(qtbot, door, english, capsys):
    code = app.run(door, exit_after_start=True, started_at=time.perf_counter())

    number, unit = capsys.readouterr().out.split()
    assert code == 0
    assert int(number) > 0
    assert unit == "ms"
    assert gc.isenabled()


def test_no_memory_is_written_to_disk_after_a_crash(qtbot, door, english):
    app.run(door, exit_after_start=True, started_at=time.perf_counter())

    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="a setting of Linux")
def test_what_takes_a_dump_anyway_gets_no_memory(qtbot, door, english):
    """TM-17: a limit of nothing is not heeded by every program that takes dumps."""
    app.run(door, exit_after_start=True, started_at=time.perf_counter())

    kinds = Path("/proc/self/coredump_filter").read_text(encoding="ascii")
    assert int(kinds, 16) == 0


def test_the_folder_is_free_again_at_the_end(qtbot, door, folder, english):
    app.run(door, exit_after_start=True, started_at=time.perf_counter())

    again = bootstrap.Door(folder.root, keys=MemoryKeyStore())
    again.open()
    again.close()


def test_an_empty_folder_shows_the_first_start(program):
    assert isinstance(shown(program()), FirstStartCard)


def test_the_role_opens_the_workplace_at_once(qtbot, program, folder):
    running = program()

    qtbot.mouseClick(shown(running).tiles[0], LEFT)

    kept = SettingsFile(folder.settings).read()
    assert kept.role is Role.WORKER
    assert kept.language == i18n.current()
    assert running.window.windowTitle().startswith(("Workplace", "Werkplek"))


def test_a_worker_goes_straight_to_the_workplace(program, worker):
    running = program()

    assert running.window.windowTitle() == "Workplace – thuiswerkplek"
    assert list(running.window.pages) == [PageName.WORKPLACE]


def test_a_copy_is_kept_after_the_first_paint(qtbot, program, worker, folder, clock):
    program()

    copy = folder.backups / f"worker-{clock.day.isoformat()}.db"
    qtbot.waitUntil(copy.exists)


def test_a_copy_that_cannot_be_made_is_told_once_and_the_program_goes_on(
    qtbot, program, worker, folder
):
    folder.backups.write_bytes(b"no folder")
    running = program()
    notice = running.window.notice

    qtbot.waitUntil(notice.isVisible)

    assert str(folder.root) in notice.words.text()
    assert notice.property("notice") == "warning"
    assert list(running.window.pages) == [PageName.WORKPLACE]
    qtbot.mouseClick(notice.close_button, LEFT)
    running.window.go_to(PageName.SETTINGS)
    assert not notice.isVisible()


def test_damage_that_the_copy_of_the_day_finds_can_be_mended_at_once(
    qtbot, program, worker, folder, door, clock
):
    door.open().sharing.name_person(Person("Noor"))
    door.close()
    door.keep_copy_of_today()
    clock.day += timedelta(days=1)
    with contextlib.closing(sqlite3.connect(folder.worker_file)) as file:
        # Nobody reads it at the start.
        file.execute("UPDATE person SET name = 'Iemand'")
        file.commit()
    running = program()
    notice = running.window.notice
    qtbot.waitUntil(notice.isVisible)

    qtbot.mouseClick(notice.action, LEFT)
    card = shown(running)
    assert card.put_back.text() == "Put back the copy of 23 November 2026"
    qtbot.mouseClick(card.put_back, LEFT)

    assert list(running.window.pages) == [PageName.WORKPLACE]
    assert running.window.services.sharing.person().name == "Noor"


def test_a_second_window_says_so_and_goes_on_when_the_first_is_gone(
    qtbot, program, worker, folder
):
    other = bootstrap.Door(folder.root, keys=MemoryKeyStore())
    other.open()
    running = program()
    card = shown(running)

    assert isinstance(card, TroubleCard)
    assert card.accessibleName() == "There is a window open already"
    assert card.put_back.isHidden()

    qtbot.mouseClick(card.again, LEFT)
    assert shown(running) is card

    other.close()
    qtbot.mouseClick(card.again, LEFT)
    assert list(running.window.pages) == [PageName.WORKPLACE]


def test_a_damaged_file_can_be_replaced_by_its_copy(
    qtbot, program, worker, folder, door
):
    services = door.open()
    services.places.add("Attic")
    door.close()
    door.keep_copy_of_today()
    folder.worker_file.write_bytes(b"not a database" * 400)
    running = program()
    card = shown(running)

    assert card.put_back.text() == "Put back the copy of 23 November 2026"
    qtbot.mouseClick(card.put_back, LEFT)

    assert list(running.window.pages) == [PageName.TODAY]
    assert [p.name for p in running.window.services.places.all()] == ["Attic"]


def test_damage_that_shows_while_reading_is_trouble_too(
    qtbot, program, worker, folder, door
):
    door.open().places.add("Attic")
    door.close()
    door.keep_copy_of_today()
    file = sqlite3.connect(folder.worker_file)
    with file:
        file.execute("UPDATE workplace SET name = 'Cellar'")
    file.close()
    running = program()
    card = shown(running)

    assert card.put_back.text() == "Put back the copy of 23 November 2026"
    qtbot.mouseClick(card.put_back, LEFT)

    assert [p.name for p in running.window.services.places.all()] == ["Attic"]


def test_a_known_error_that_no_page_caught_is_told_in_its_own_words(program, worker):
    running = program()

    try:
        raise UnwritableFileError("worker.db", "full")  # noqa: TRY301 - as a slot would
    except UnwritableFileError:
        sys.excepthook(*sys.exc_info())

    assert running.window.notice.words.text().startswith("The disk is full")


def test_without_a_copy_none_is_offered(program, worker, folder):
    folder.worker_file.write_bytes(b"not a database" * 400)

    card = shown(program())

    assert card.put_back.isHidden()
    assert card.close_button.text() == "Close"


def test_looks_are_those_of_the_preferences(program, folder):
    SettingsFile(folder.settings).write(
        Preferences(Role.WORKER, "en", Scheme.DARK, text_percent=150)
    )

    program()

    assert theme.current().scheme is theme.Scheme.DARK
    assert theme.current().text_scale == 1.5


@pytest.mark.parametrize(
    ("chosen", "desktop", "expected"),
    [
        ("nl", QtCore.QLocale.Language.English, i18n.Language.NL),
        ("en", QtCore.QLocale.Language.Dutch, i18n.Language.EN),
        ("", QtCore.QLocale.Language.English, i18n.Language.EN),
        ("", QtCore.QLocale.Language.Dutch, i18n.Language.NL),
        ("", QtCore.QLocale.Language.German, i18n.Language.NL),
        ("xx", QtCore.QLocale.Language.French, i18n.Language.NL),
    ],
)
def test_language_is_the_chosen_one_or_the_desktops(chosen, desktop, expected):
    assert app.language_of(chosen, desktop) is expected


def test_qt_speaks_dutch_where_the_program_does(qapp, program, folder):
    SettingsFile(folder.settings).write(Preferences(Role.WORKER, "nl"))

    program()

    assert qapp.translate("QPlatformTheme", "Cancel") == "Annuleren"


def test_what_was_not_foreseen_is_told_without_a_traceback(
    qtbot, qapp, door, worker, english, caplog, capsys
):
    running = app.Program(door, qapp)
    running.begin()
    try:
        raise KeyError("I sleep badly")  # noqa: TRY301 - as a slot would
    except KeyError:
        sys.excepthook(*sys.exc_info())
    notice = running.window.notice
    running.end()

    assert notice.isVisibleTo(running.window)
    assert notice.words.text().startswith("Something went wrong that was not foreseen")
    assert "KeyError" in caplog.text
    assert "I sleep badly" not in caplog.text + capsys.readouterr().err
