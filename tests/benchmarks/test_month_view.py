"""Turning a month of a ten-year log, against painting a bare table of as many cells."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from PySide6 import QtWidgets

from tests.fakes import FixedClock, ImmediateTasks, MemoryKeyStore
from tests.ui.conftest import RecordingFrame
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.daylog import DayKind, Mode
from thuiswerkplek.domain.habits import Habits, usual_day
from thuiswerkplek.storage.paths import DataFolder
from thuiswerkplek.ui import theme

pytestmark = [pytest.mark.gui, pytest.mark.slow]
TODAY = date(2026, 11, 23)
KINDS = (DayKind.HOME, DayKind.OFFICE, DayKind.HOME_FIRST)
TURNS = (-1, -1, 1, 1, -12, 12)
MOST = 6  # times a bare table; a cell has parts, patterns, marks and its words aloud
ROUNDS = 5


def seconds(turn, page):
    """Return the least seconds a turn takes with all its painting."""
    times = []
    for _ in range(ROUNDS):
        for months in TURNS:
            begun = time.perf_counter()
            turn(months)
            page.grab()
            times.append(time.perf_counter() - begun)
    return min(times), sorted(times)[len(times) // 2]


class BareMonth(QtWidgets.QTableWidget):
    """Six weeks of seven days as plain cells."""

    def __init__(self):
        super().__init__(6, 7)
        self._month = 0
        self.resize(720, 480)

    def turn(self, months):
        self._month += months
        for cell in range(42):
            item = QtWidgets.QTableWidgetItem(f"{cell + self._month}\nT K")
            self.setItem(cell // 7, cell % 7, item)


def test_a_month_of_ten_years_of_days(qapp, qtbot, tmp_path, tell):
    from thuiswerkplek.ui.worker import balance_view

    theme.Theme(theme.Scheme.LIGHT).apply(qapp)
    habits = Habits(mode=Mode.TRAIN, km=24.5)
    days = [
        usual_day(KINDS[number % 3], TODAY - timedelta(days=number), habits)
        for number in range(3_650)
    ]
    opened = bootstrap.worker_services(
        DataFolder(tmp_path), keys=MemoryKeyStore(), clock=FixedClock(TODAY)
    )
    with opened as services:
        services.day_log.put(*days)
        page = balance_view.create_page(
            services, RecordingFrame(), ImmediateTasks(), theme.current()
        )
        qtbot.addWidget(page)
        page.resize(900, 800)
        page.presenter.wake()
        page.show()
        least, usual = seconds(page.presenter.calendar.turn, page.month.calendar)
        page.hide()

    table = BareMonth()
    qtbot.addWidget(table)
    table.show()
    bare, _usual = seconds(table.turn, table)

    tell(
        f"a month turned and painted: {usual * 1000:.0f} ms (least {least * 1000:.0f}),"
        f" {least / bare:.1f} times a bare table ({bare * 1000:.1f})"
    )
    assert least <= MOST * bare
