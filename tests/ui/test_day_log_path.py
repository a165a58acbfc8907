"""The day log through the real window: a planned week, one click a day, the report."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6 import QtCore, QtWidgets

from tests.fakes import FixedClock, MemoryKeyStore
from tests.ui.test_worker_path import Hands
from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.months import SharedMonth
from thuiswerkplek.domain.preferences import Preferences, Role
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.ui.app import Program
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker.balance_models import Screen
from thuiswerkplek.ui.worker.habits_models import Pick

pytestmark = pytest.mark.gui
MONDAY = date(2026, 10, 5)
PLAN = ("office", "home", "home-first", "office", "home")


@pytest.fixture
def start(folder, qtbot, qapp):
    """Return a way to begin on a day, as a worker who did part of the check."""
    before, running = i18n.current(), []
    keys, clock = MemoryKeyStore(), FixedClock(MONDAY)
    SettingsFile(folder.settings).write(Preferences(role=Role.WORKER, language="en"))
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        place = services.places.add("Attic")
        services.checking.start(place.id)
        services.checking.answer(place.id, "chair-back-support", Answer("no"))

    def begin(on):
        if running:
            left = running.pop()
            left.end()
            left.window.deleteLater()
        clock.day = on
        program = Program(bootstrap.Door(folder.root, keys=keys, clock=clock), qapp)
        running.append(program)
        program.begin()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        program.settle()
        return program.window

    yield begin
    for program in running:
        program.end()
    i18n.use(before)


def choose(select, code):
    """Choose from a list by its code, as a person does."""
    row = select.findData(code)
    assert row >= 0, code
    select.setCurrentIndex(row)
    select.activated.emit(row)


def plan_the_week(window, hands, qtbot):
    window.go_to(PageName.BALANCE)
    page = window.pages[PageName.BALANCE]
    hands.press("My week")
    screen = page.screens[Screen.PLAN]
    choose(screen.form.picks[Pick.MODE], "train")
    hands.type_into("Kilometres one way", "24,5")
    choose(screen.form.picks[Pick.THERE], "morning-peak")
    for row, code in zip(screen.weeks.weeks[0].rows, PLAN, strict=False):
        choose(row.select, code)
    hands.press("Save week")


def told(window):
    """Return all the words that show."""
    labels = window.findChildren(QtWidgets.QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_from_a_planned_week_to_month_totals_that_the_employer_reads(
    start, qtbot, tmp_path, monkeypatch
):
    window = start(MONDAY)
    assert window.pages[PageName.TODAY].isVisible()
    plan_the_week(window, Hands(window, qtbot), qtbot)

    for number in range(4):  # one click a day; Friday is forgotten
        window = start(date(2026, 10, 5 + number))
        say_where(window, Hands(window, qtbot), qtbot, "Office" if number == 1 else "")
    window = start(date(2026, 10, 12))
    Hands(window, qtbot).press("As planned")
    qtbot.waitUntil(window.services.day_log.entry(date(2026, 10, 9)).is_kept.__bool__)

    window = start(date(2026, 11, 2))
    hands = Hands(window, qtbot)
    window.go_to(PageName.BALANCE)
    page = window.pages[PageName.BALANCE]
    qtbot.waitUntil(lambda: page.year is not None and page.year.isVisible())
    choose(page.year.period, 10)
    qtbot.waitUntil(lambda: "October 2026 in numbers" in told(window))
    figures = window.services.day_log.balance(2026).months[9].figures
    assert figures.worked_days == 5

    report = report_of(window, hands, qtbot, tmp_path, monkeypatch)

    assert report.months == (
        SharedMonth(
            year=2026,
            month=10,
            worked_days=5,
            home_days=1,
            office_days=3,
            home_first_days=1,
            other_days=0,
            arrivals_in_peak=3,
            arrivals_outside_peak=1,
        ),
    )


def say_where(window, hands, qtbot, tile):
    """Say where today was worked: by a tile, or with Enter as it was planned."""
    page = window.pages[PageName.TODAY]
    qtbot.waitUntil(lambda: page.rest is not None)
    if tile:
        hands.press(tile)
    else:
        qtbot.waitUntil(page.focusProxy().hasFocus)
        hands.key(QtCore.Qt.Key.Key_Return)
    log = window.services.day_log
    qtbot.waitUntil(lambda: log.entry(log.today()).is_done)


def report_of(window, hands, qtbot, tmp_path, monkeypatch):
    """Share the month totals, save the report, and read it back."""
    target = tmp_path / "report.pdf"
    accepted = QtWidgets.QDialog.DialogCode.Accepted
    monkeypatch.setattr(QtWidgets.QFileDialog, "exec", lambda _dialog: accepted)
    monkeypatch.setattr(
        QtWidgets.QFileDialog, "selectedFiles", lambda _dialog: [str(target)]
    )
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to(PageName.SHARE)
    hands.type_into("Your name", "Noor van Dijk")
    hands.press("Month totals of home and office days")
    hands.press("Save the report…")
    qtbot.waitUntil(target.exists)
    return bootstrap.desk(FixedClock(date(2026, 11, 2))).paper.read(target).report
