"""The year as a person meets it: keys, what is read aloud, and narrow windows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.fakes import ImmediateTasks
from tests.ui.worker.year_days import AGREED, fill
from thuiswerkplek.domain.daylog import DayKind
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.worker.year_view import YearPart

pytestmark = pytest.mark.gui
NAME = QtGui.QAccessible.Text.Name


@pytest.fixture
def part(services, shell, show):
    """Return a way to show the year inside a page."""

    def _open(**size):
        own = YearPart(services, shell, ImmediateTasks())

        def make(_look):
            page = Page("Balance")
            page.add(own)
            own.refresh()
            return page

        own.page = show(make, **{"width": 900, **size})
        return own

    return _open


def press(qtbot, widget):
    qtbot.mouseClick(widget, QtCore.Qt.MouseButton.LeftButton)


def folds(part):
    return (
        *(part.weeks.fold, part.months.fold, part.totals.wpm),
        *(part.money.months, part.money.where_from, part.border.where_from),
    )


def open_all(part):
    for fold in folds(part):
        fold.set_open(True)
    QtWidgets.QApplication.processEvents()


def test_without_days_there_is_one_card_and_the_way_in(part):
    own = part()

    assert own.empty.isVisible()
    assert not own.weeks.isVisible()
    assert not own.period_field.isVisible()
    assert own.files.isVisible()
    assert not own.files.list_out.isEnabled()


def test_the_page_fills_once_there_are_days(services, part):
    own = part()

    fill(services)
    own.refresh()

    assert own.empty.isHidden()
    assert own.weeks.isVisible()
    assert len(own.weeks.bars.bars) == 12
    assert len(own.months.bars.bars) == 12
    assert own.border.isHidden()
    assert own.files.list_out.isEnabled()


def test_a_month_is_chosen_by_keys(qtbot, services, part):
    fill(services)
    own = part()
    own.period.setFocus()

    qtbot.keyClick(own.period, QtCore.Qt.Key.Key_Down)

    assert own.totals.title.text() == "September 2026 in numbers"
    assert own.period.hasFocus()
    assert own.weeks.bars.accessibleName() == "The weeks of September 2026"


def test_another_year_is_told_to_the_page_around_it(qtbot, services, part):
    fill(services, first=date(2025, 12, 1))
    own = part()
    own.year.setFocus()

    with qtbot.waitSignal(own.year_chosen) as told:
        qtbot.keyClick(own.year, QtCore.Qt.Key.Key_Down)

    assert told.args == [2025]
    assert own.totals.title.text() == "2025 in numbers"
    own.show_year(2026)
    assert own.year.currentText() == "2026"


def test_a_remark_leads_to_the_check(qtbot, services, shell, part):
    fill(services)
    own = part()

    press(qtbot, own.remarks.stops()[0])

    assert shell.pages == [PageName.WORKPLACE]


def test_the_months_for_payroll_are_copied(qtbot, services, shell, part):
    fill(services)
    own = part()
    own.money.months.set_open(True)

    press(qtbot, own.money.copy_table)

    lines = QtGui.QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Month\tDays at home\tFor home")
    assert lines[-1].startswith("2026\t23\t€56.35")
    assert "spreadsheet" in shell.notices[-1].text


def test_what_is_open_stays_open_when_days_change(services, part):
    fill(services)
    own = part()
    own.months.fold.set_open(True)
    before = own.remarks.cards

    services.day_log.choose(date(2026, 11, 20), DayKind.OFFICE)
    own.refresh()

    assert own.months.fold.is_open()
    assert own.months.table.isVisible()
    assert own.remarks.cards[-1] is before[-1] or own.remarks.cards != before


def test_a_border_has_a_sign_and_a_word(services, part):
    fill(services, agreement=replace(AGREED, home_country="DE"))

    own = part()

    assert own.border.isVisible()
    assert (
        "well below the line"
        in own.border.counters.findChildren(QtWidgets.QLabel)[0].text()
    )


def test_the_tab_key_goes_down_the_year(services, part, tab_walk):
    fill(services, agreement=replace(AGREED, home_country="DE"))
    own = part()
    open_all(own)

    expected = [one for one in own.stops() if one.isVisible()]

    assert tab_walk(own.page, expected) == expected


def test_everything_the_keyboard_reaches_has_a_name_of_its_own(services, part):
    fill(services, agreement=replace(AGREED, home_country="DE"))
    own = part()
    open_all(own)

    names = [
        QtGui.QAccessible.queryAccessibleInterface(one).text(NAME)
        or one.accessibleName()
        for one in own.stops()
        if one.isVisible() and not isinstance(one, QtWidgets.QComboBox)
    ]

    assert all(names)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 420), (2.0, 560)])
def test_nothing_is_cut_off_in_a_narrow_window_or_with_large_text(
    services, part, scale, width
):
    fill(services, agreement=replace(AGREED, home_country="DE"))

    own = part(scale=scale, width=width)
    open_all(own)

    assert own.page.horizontalScrollBar().maximum() == 0
