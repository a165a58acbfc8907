"""The icon in the tray: made when chosen, its menu works, and the program still ends."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest
import shiboken6
from PySide6 import QtCore, QtWidgets

from tests.fakes import TODAY, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.daylog import DayKind, kind
from thuiswerkplek.domain.preferences import Preferences, Role
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.ui import app
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.tray import Tray

pytestmark = [
    pytest.mark.gui,
    # What Qt says where a screen that is not there has no tray either.
    pytest.mark.qt_log_ignore(
        "systemTrayWindowChanged", "does not support raise", extend=True
    ),
]
ROOT = Path(__file__).resolve().parents[2]
WORKER = Preferences(Role.WORKER, "en")
STAYS = replace(WORKER, stays_in_tray=True)
AT_16_30 = 16 * 60 + 30
TRAY = "thuiswerkplek.ui.tray"
Icon = QtWidgets.QSystemTrayIcon


@pytest.fixture
def has_tray(monkeypatch):
    """Give the desktop a system tray, and return a way to take it away again."""
    state = [True]
    monkeypatch.setattr(Icon, "isSystemTrayAvailable", lambda: state[0])
    return lambda *, is_there: state.__setitem__(0, is_there)


@pytest.fixture
def said(monkeypatch):
    """Return what the desktop was asked to show as a message."""
    found = []
    monkeypatch.setattr(
        Icon, "showMessage", lambda _icon, _title, text, *_: found.append(text)
    )
    return found


@pytest.fixture
def start(program, folder):
    """Return a way to start the program with preferences."""

    def _start(preferences):
        SettingsFile(folder.settings).write(preferences)
        return program()

    return _start


@pytest.fixture
def staying(start, has_tray, said):
    """Return the program with its icon in the tray."""
    return start(STAYS)


def today(running):
    return running.window.services.day_log.entry(TODAY).day


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


# Only what was chosen


def test_the_menu_outlives_what_pyside_forgets(staying):
    menu = staying._tray.menu

    shiboken6.invalidate(menu)  # as PySide does when it passes the menu on
    menu.refresh()

    assert menu.state.text() == "Today is not filled in"


def test_nothing_stays_near_by_itself(start, has_tray, qapp):
    running = start(WORKER)

    assert running._tray is None
    assert qapp.quitOnLastWindowClosed()


def test_an_icon_that_was_chosen_comes_after_the_first_paint(staying, qapp):
    tray = staying._tray

    assert tray.icon.isVisible()
    assert not tray.icon.icon().isNull()
    assert not tray.timer.isActive()
    assert not qapp.quitOnLastWindowClosed()


def test_without_a_tray_there_is_no_icon_and_closing_ends(start, qapp):
    running = start(STAYS)

    assert running._tray.icon is None
    assert qapp.quitOnLastWindowClosed()


def test_a_reminder_alone_is_only_a_timer(start, has_tray):
    tray = start(replace(WORKER, reminds_at=AT_16_30))._tray

    assert tray.icon is None
    assert tray.timer.isActive()
    assert tray.timer.isSingleShot()


def test_what_is_chosen_in_the_settings_works_at_once(qtbot, start, has_tray, qapp):
    running = start(WORKER)
    running.window.go_to(PageName.SETTINGS)
    card = running.window.pages[PageName.SETTINGS].day_log

    card.tray.click()
    card.remind.click()
    assert running._tray.icon.isVisible()
    assert running._tray.timer.isActive()

    card.tray.click()
    card.remind.click()
    assert running._tray.icon is None
    assert not running._tray.timer.isActive()
    assert qapp.quitOnLastWindowClosed()


def test_the_icon_goes_with_the_program(staying, qapp):
    icon = staying._tray.icon

    staying.end()

    assert not icon.isVisible()
    assert qapp.quitOnLastWindowClosed()


def test_the_icon_goes_when_the_answers_are_in_trouble(qtbot, staying, door, qapp):
    from thuiswerkplek.domain.errors import DamagedFileError

    staying._show_trouble(DamagedFileError("worker.db"))
    assert staying._tray is None
    assert qapp.quitOnLastWindowClosed()

    card = staying.window.findChild(QtWidgets.QStackedWidget).currentWidget()
    card.again.click()
    assert staying._tray.icon.isVisible()


# The menu


def test_the_menu_reads_from_today_to_stop(staying):
    assert texts(staying._tray.menu) == [
        "Today is not filled in",
        *("Home", "Office", "Home first, then office", "Not working"),
        "Take back",
        *("Open thuiswerkplek", "Stop"),
    ]
    assert not staying._tray.menu.state.isEnabled()


def test_a_choice_in_the_menu_is_kept_and_shown(staying):
    menu = staying._tray.menu

    menu.choices[DayKind.OFFICE].trigger()

    assert kind(today(staying)) is DayKind.OFFICE
    assert menu.state.text() == "Today: at the office"
    ticked = [one for one, action in menu.choices.items() if action.isChecked()]
    assert ticked == [DayKind.OFFICE]
    assert staying.window.notice.words.text() == "Today: at the office."

    menu.take_back.trigger()

    assert today(staying) is None
    assert menu.state.text() == "Today is not filled in"
    assert not menu.take_back.isEnabled()
    assert not any(action.isChecked() for action in menu.choices.values())


def test_choosing_what_is_chosen_keeps_its_tick(staying):
    action = staying._tray.menu.choices[DayKind.HOME]
    action.trigger()

    action.trigger()

    assert action.isChecked()
    assert kind(today(staying)) is DayKind.HOME


def test_the_menu_shows_what_the_window_changed(staying):
    staying.window.services.day_log.choose(TODAY, DayKind.HOME)

    staying._tray.menu.aboutToShow.emit()

    assert staying._tray.menu.state.text() == "Today: at home"


class Page(QtWidgets.QWidget):
    """A page that counts how often it read its data again."""

    count = 0

    def refresh(self):
        self.count += 1


def test_a_page_in_front_that_shows_days_reads_them_again(qtbot, staying):
    window = staying.window
    stack = window.findChild(QtWidgets.QStackedWidget)
    shown, behind = Page(), Page()
    for name, page in ((PageName.TODAY, shown), (PageName.BALANCE, behind)):
        stack.addWidget(page)
        window.pages[name] = page
    stack.setCurrentWidget(shown)

    window.close()
    staying._tray.menu.choices[DayKind.HOME].trigger()

    assert (shown.count, behind.count) == (1, 0)
    assert PageName.BALANCE in window._stale


def test_trouble_is_told_where_it_is_seen(staying, said):
    log = staying.window.services.day_log
    log._store._file.connection.execute(
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.day"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    home = staying._tray.menu.choices[DayKind.HOME]

    home.trigger()
    assert said == []
    assert staying.window.notice.words.text().startswith("The disk is full")

    staying.window.close()
    home.trigger()
    assert said[-1].startswith("The disk is full")
    assert not home.isChecked()


# The window


def test_a_click_on_the_icon_opens_the_window(staying):
    staying.window.close()
    staying._tray.icon.activated.emit(Icon.ActivationReason.Context)
    assert not staying.window.isVisible()

    staying._tray.icon.activated.emit(Icon.ActivationReason.Trigger)

    assert staying.window.isVisible()


def test_a_minimized_window_comes_back_as_large_as_it_was(staying):
    staying.window.showMaximized()
    staying.window.showMinimized()

    staying._tray.open_window()

    assert not staying.window.isMinimized()
    assert staying.window.isMaximized()


# The reminder


@pytest.fixture
def tray(qtbot, qapp, staying):
    """Return a second tray of the program, on a clock of the test: just before 16:30."""
    moments = [datetime.combine(TODAY, time(16, 29))]
    log = staying.window.services.day_log
    found = Tray(qapp, staying.window, log, lambda: moments[0])
    yield found, moments
    found.end()


def strike(tray, moments):
    """Let the timer end at half past four."""
    moments[0] = datetime.combine(TODAY, time(16, 30))
    tray.timer.timeout.emit()


def test_the_timer_waits_for_the_time(tray):
    found, moments = tray
    found.follow(replace(WORKER, reminds_at=AT_16_30))

    assert found.timer.interval() == 60_000
    strike(found, moments)
    assert found.timer.interval() == 300_000


def test_a_reminder_comes_as_a_message_of_the_icon(tray, staying, said):
    found, moments = tray
    found.follow(replace(STAYS, reminds_at=AT_16_30))

    strike(found, moments)

    assert said == ["Today, 23 November 2026, is not filled in yet."]
    assert not staying.window.notice.isVisible()


def test_a_message_that_is_clicked_opens_its_page(tray, staying, monkeypatch):
    found, moments = tray
    pages = []
    monkeypatch.setattr(staying.window, "go_to", pages.append)
    found.follow(replace(STAYS, reminds_at=AT_16_30))
    staying.window.close()
    strike(found, moments)

    found.icon.messageClicked.emit()

    assert staying.window.isVisible()
    assert pages == [PageName.TODAY]


def test_without_an_icon_the_window_reminds(tray, staying, said):
    found, moments = tray
    found.follow(replace(WORKER, reminds_at=AT_16_30))

    strike(found, moments)

    assert said == []
    assert staying.window.notice.isVisible()
    assert staying.window.notice.action.text() == "Fill in"


def test_nothing_to_remind_of_is_not_told(tray, staying, said):
    found, moments = tray
    found.follow(replace(STAYS, reminds_at=AT_16_30))
    staying.window.services.day_log.choose(TODAY, DayKind.HOME)

    strike(found, moments)

    assert said == []


# The end: in an event loop of its own, as the program has it


class Ending:
    """Runs the program and does one thing after the other in its event loop."""

    def __init__(self, door, folder):
        self._door, self._folder = door, folder

    def run(self, *steps):
        SettingsFile(self._folder.settings).write(STAYS)
        programs = []
        keep = app.Program.settle

        def settle(program):
            keep(program)
            programs.append(program)
            go_on(program, list(steps))

        too_long = QtCore.QTimer(singleShot=True, interval=20_000)
        too_long.timeout.connect(lambda: QtCore.QCoreApplication.exit(9))
        too_long.start()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(app.Program, "settle", settle)
            code = app.run(self._door, exit_after_start=False, started_at=0.0)
        programs[0].window.deleteLater()
        return code


def go_on(program, steps):
    """Do the first step once all that waits was done, and then the others."""
    if steps:
        first, *others = steps

        def do():
            first(program)
            go_on(program, others)

        QtCore.QTimer.singleShot(0, program.window, do)


@pytest.fixture
def ending(qapp, door, folder, english, has_tray):
    return Ending(door, folder)


def close_window(program):
    program.window.close()


def stop(program):
    program._tray.menu.stop.trigger()


def end_session(program):
    """Ask what a desktop asks of a program when its session ends."""
    quits = QtCore.QEvent(QtCore.QEvent.Type.Quit)
    QtCore.QCoreApplication.postEvent(program._app, quits)


def nothing(_program):
    """Let what waits be done."""


@pytest.mark.parametrize("last", [stop, end_session])
@pytest.mark.parametrize("first", [[], [close_window]])
def test_the_program_ends_with_or_without_its_window(ending, folder, said, first, last):
    assert ending.run(*first, nothing, last) == 0

    again = bootstrap.Door(folder.root, keys=MemoryKeyStore())
    again.open()
    again.close()


def test_closing_hides_the_window_and_says_once_where_it_went(ending, said):
    seen = []

    def look(program):
        seen.append((program.window.isVisible(), len(said)))

    def open_window(program):
        program._tray.menu.open_window.trigger()

    def choose(program):
        program._tray.menu.choices[DayKind.HOME].trigger()
        seen.append(program._tray.menu.state.text())

    ending.run(
        *(close_window, nothing, look, choose, open_window, look),
        *(close_window, nothing, look, stop),
    )

    assert seen == [(False, 1), "Today: at home", (True, 1), (False, 1)]
    assert "Choose Stop" in said[0]


def test_where_the_tray_has_gone_closing_ends_the_program(ending, has_tray, said):
    def lose_tray(_program):
        has_tray(is_there=False)

    assert ending.run(lose_tray, close_window) == 0
    assert said == []


SCRIPT = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules))))
from thuiswerkplek.cli.main import main
sys.exit(main(["--data-dir", sys.argv[1], "--exit-after-start"]))
"""


def test_a_start_that_is_only_measured_loads_nothing_of_it(folder):
    SettingsFile(folder.settings).write(replace(STAYS, reminds_at=AT_16_30))

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    loaded = json.loads(done.stdout.splitlines()[-1])
    assert [name for name in loaded if name.startswith(TRAY)] == []
