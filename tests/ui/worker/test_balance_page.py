"""The page *Balans* as a person meets it: mouse, keys and what is read aloud."""

from __future__ import annotations

import functools
from datetime import date

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.fakes import ImmediateTasks
from tests.ui.conftest import RecordingFrame
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    DayKind,
    Mode,
    Part,
    PlannedDay,
    WeekPattern,
    Where,
    kind,
)
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.ui.worker import balance_view
from thuiswerkplek.ui.worker.balance_models import Screen

pytestmark = pytest.mark.gui
KEY = QtCore.Qt.Key
TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
NAME = QtGui.QAccessible.Text.Name


@pytest.fixture
def shell():
    return RecordingFrame()


@pytest.fixture
def log(services):
    return services.day_log


@pytest.fixture
def asleep(services, shell, show):
    """Return a way to open the page as the window does, before it wakes it."""
    pages = []

    def make(look):
        page = balance_view.create_page(services, shell, ImmediateTasks(), look)
        pages.append(page)
        return page

    yield functools.partial(show, make, width=900)
    for page in pages:
        page.hide()  # before its data are closed, as the window does


@pytest.fixture
def opened(asleep, qtbot):
    """Return a way to open the page, awake, with the year under it."""

    def _open(**size):
        page = asleep(**size)
        page.activateWindow()
        page.wake()
        qtbot.waitUntil(lambda: page.year is not None and page.year.isVisible())
        return page

    return _open


def plan(log, since=date(2026, 11, 2)):
    work = PlannedDay((Part(Where.HOME, 480),))
    log.plan(WeekPattern(since, (*(work,) * 5, *(PlannedDay(),) * 2)))


def press(qtbot, widget):
    qtbot.mouseClick(widget, QtCore.Qt.MouseButton.LeftButton)


def cell(page, on):
    return next(one for one in page.calendar.grid.cells if one.date() == on)


def focus():
    return QtWidgets.QApplication.focusWidget()


def spoken(widget):
    return QtGui.QAccessible.queryAccessibleInterface(widget).text(NAME).strip()


def test_before_it_wakes_nothing_is_read(log, asleep):
    log.choose(FRIDAY, DayKind.HOME)

    page = asleep()

    assert page.calendar.title.text() == "November 2026"
    assert cell(page, FRIDAY).tile.segments == ()
    assert page.year is None
    page.wake()
    assert cell(page, FRIDAY).tile.segments


def test_a_click_opens_the_day_and_saving_keeps_it(qtbot, log, shell, opened):
    page = opened()

    press(qtbot, cell(page, FRIDAY))
    assert page.editor.isVisible()
    assert page.editor.title.text() == "Friday 20 November 2026"
    page.editor.parts[0].time.edit.setText("7:15")
    press(qtbot, page.editor.save)

    assert log.entry(FRIDAY).day == Day(FRIDAY, (Part(Where.HOME, 435),))
    assert page.editor.isHidden()
    assert cell(page, FRIDAY).tile.segments
    assert shell.changes == 1
    assert shell.notices[-1].action == "Undo"


def test_a_day_is_filled_in_by_the_keyboard_alone(qtbot, log, opened):
    page = opened()
    page.calendar.grid.focus_selected()

    for key in (KEY.Key_Left, KEY.Key_Left, KEY.Key_Left):
        qtbot.keyClick(focus(), key)
    assert focus() is cell(page, FRIDAY)
    qtbot.keyClick(focus(), KEY.Key_O)
    assert kind(log.entry(FRIDAY).day) is DayKind.OFFICE
    assert focus() is cell(page, FRIDAY)
    assert "at the office, filled in" in spoken(focus())
    qtbot.keyClick(focus(), KEY.Key_Delete)
    assert log.entry(FRIDAY).day is None
    qtbot.keyClick(focus(), KEY.Key_Z, CTRL)
    assert kind(log.entry(FRIDAY).day) is DayKind.OFFICE

    qtbot.keyClick(focus(), KEY.Key_Return)
    assert page.editor.isAncestorOf(focus())
    qtbot.keyClick(focus(), KEY.Key_Escape)
    assert page.editor.isHidden()
    assert focus() is cell(page, FRIDAY)


def test_pages_turn_and_the_keyboard_goes_along(qtbot, opened):
    page = opened()
    page.calendar.grid.focus_selected()

    qtbot.keyClick(focus(), KEY.Key_PageDown)

    assert page.calendar.title.text() == "December 2026"
    assert focus() is cell(page, date(2026, 12, 23))
    press(qtbot, page.calendar.today)
    assert page.calendar.grid.selected_cell().date() == TODAY
    press(qtbot, page.calendar.previous)
    assert page.calendar.title.text() == "October 2026"
    assert "October" not in spoken(page.calendar.next)


def test_a_week_is_confirmed_with_one_click(qtbot, log, opened):
    plan(log, date(2026, 11, 16))
    page = opened()
    (button,) = [one for one in page.calendar.grid.confirms if one.isVisible()]

    press(qtbot, button)

    assert all(log.entry(date(2026, 11, day)).is_done for day in range(16, 21))
    assert not any(one.isVisible() for one in page.calendar.grid.confirms)


def test_a_quick_kind_keeps_the_day_and_shows_its_parts(qtbot, log, opened):
    log.put_habits(Habits(mode=Mode.TRAIN, km=24.5, back=Band.EVENING_PEAK))
    page = opened()
    press(qtbot, cell(page, FRIDAY))

    press(qtbot, page.editor.chips[DayKind.HOME_FIRST])

    assert kind(log.entry(FRIDAY).day) is DayKind.HOME_FIRST
    assert [row.time.edit.text() for row in page.editor.parts] == ["2:00", "6:00"]
    assert [row.km.edit.text() for row in page.editor.trips] == ["24.5", "24.5"]
    assert page.editor.chips[DayKind.HOME_FIRST].isChecked()
    assert page.editor.together.text() == "Together: 8 h"


def test_a_plan_is_confirmed_in_the_editor(qtbot, log, opened):
    plan(log)
    page = opened()
    cell(page, FRIDAY).setFocus()
    qtbot.keyClick(focus(), KEY.Key_Return)
    page.editor.confirm.setFocus()

    qtbot.keyClick(page.editor.confirm, KEY.Key_Return)

    assert log.entry(FRIDAY).is_done
    assert page.editor.confirm.isHidden()
    assert page.editor.isAncestorOf(focus())


def test_parts_and_trips_are_added_and_taken_away(qtbot, log, services, opened):
    services.places.add("Attic")
    page = opened()
    press(qtbot, cell(page, FRIDAY))
    editor = page.editor

    press(qtbot, editor.add_part)
    assert focus() is editor.parts[1].where
    press(qtbot, editor.add_trip)
    assert focus() is editor.trips[0].mode
    press(qtbot, editor.parts[0].remove)
    assert focus() is editor.add_part
    assert editor.parts[0].name.text() == "Part 1"
    editor.parts[0].time.edit.setText("4")
    press(qtbot, editor.trips[0].remove)
    press(qtbot, editor.save)

    assert log.entry(FRIDAY).day == Day(FRIDAY, (Part(Where.OFFICE, 240),))


def test_a_fault_stands_beside_its_field_with_the_keyboard(qtbot, log, opened):
    page = opened()
    press(qtbot, cell(page, FRIDAY))
    row = page.editor.parts[0]
    row.time.edit.setText("25:00")

    press(qtbot, page.editor.save)

    assert row.time.complaint.isVisible()
    assert "more than 24 hours" in row.time.complaint.text()
    assert focus() is row.time.edit
    assert log.entry(FRIDAY).day is None
    row.time.edit.setText("8")
    press(qtbot, page.editor.save)
    assert log.entry(FRIDAY).is_done


def test_a_fault_of_a_list_or_of_the_whole_day_is_said_too(qtbot, log, opened):
    page = opened()
    press(qtbot, cell(page, FRIDAY))
    editor = page.editor
    press(qtbot, editor.add_trip)

    press(qtbot, editor.save)
    assert editor.trips[0].problem.isVisible()
    assert focus() is editor.trips[0].mode

    press(qtbot, editor.trips[0].remove)
    press(qtbot, editor.parts[0].remove)
    press(qtbot, editor.save)
    assert editor.parts_problem.isVisible()
    assert editor.parts_problem.text() == "Choose where the day was."


def test_the_country_is_asked_only_abroad(qtbot, log, opened):
    log.put(Day(FRIDAY, (Part(Where.HOME, 480, None, "BE"),)))
    page = opened()
    press(qtbot, cell(page, TODAY))
    assert page.editor.parts[0].country.isHidden() or not page.editor.abroad.is_open()
    assert not page.editor.parts[0].country.isVisible()

    press(qtbot, page.editor.abroad.head)
    assert page.editor.parts[0].country.isVisible()
    page.editor.parts[0].country.edit.setText("x1")
    press(qtbot, page.editor.save)
    assert page.editor.parts[0].country.complaint.isVisible()

    press(qtbot, cell(page, FRIDAY))
    assert page.editor.abroad.is_open()
    assert page.editor.parts[0].country.edit.text() == "BE"


def test_hours_are_stepped_with_the_arrows(qtbot, opened):
    page = opened()
    press(qtbot, cell(page, FRIDAY))
    row = page.editor.parts[0]

    qtbot.keyClick(row.time.edit, KEY.Key_Up)
    qtbot.keyClick(row.time.edit, KEY.Key_Down)
    qtbot.keyClick(row.time.edit, KEY.Key_Down)

    assert row.time.edit.text() == "7:45"


def test_an_empty_log_offers_the_first_step(qtbot, log, opened):
    page = opened()
    assert page.calendar.empty.isVisible()

    press(qtbot, page.calendar.empty.today)

    assert page.editor.isVisible()
    assert page.calendar.empty.isHidden()  # one primary button on a page
    assert page.calendar.grid.selected_cell().date() == TODAY
    qtbot.keyClick(focus(), KEY.Key_Escape)
    assert page.calendar.empty.isVisible()
    log.choose(FRIDAY, DayKind.HOME)
    page.refresh()
    assert page.calendar.empty.isHidden()


@pytest.mark.parametrize("one", [Screen.PLAN, Screen.AGREEMENT])
def test_a_screen_beside_the_calendar_opens_and_comes_back(qtbot, log, opened, one):
    page = opened()
    button = page.month.plan if one is Screen.PLAN else page.month.agreement

    press(qtbot, button)
    screen = page.currentWidget()
    assert screen is page.screens[one]
    assert screen.isAncestorOf(focus())
    log.choose(FRIDAY, DayKind.HOME)
    page.show_calendar()

    assert page.currentWidget() is page.month
    assert focus() is button
    assert cell(page, FRIDAY).tile.segments
    press(qtbot, button)
    assert page.currentWidget() is screen


def test_the_year_follows_the_calendar_and_the_days(qtbot, log, opened):
    log.choose(FRIDAY, DayKind.HOME)
    page = opened()
    assert page.year.year.currentData() in {2026, "2026"}

    page.calendar.grid.focus_selected()
    for _month in range(2):
        qtbot.keyClick(focus(), KEY.Key_PageDown)

    qtbot.waitUntil(lambda: str(page.year.year.currentData()) == "2027")


def test_the_figures_follow_a_change(qtbot, opened):
    page = opened()
    assert page.year.empty.isVisible()
    press(qtbot, cell(page, FRIDAY))

    press(qtbot, page.editor.chips[DayKind.HOME])

    qtbot.waitUntil(page.year.empty.isHidden)


def test_ctrl_z_in_a_field_is_of_the_field(qtbot, log, opened):
    page = opened()
    press(qtbot, cell(page, FRIDAY))
    press(qtbot, page.editor.chips[DayKind.HOME])
    edit = page.editor.parts[0].time.edit
    edit.selectAll()
    qtbot.keyClicks(edit, "3")

    qtbot.keyClick(edit, KEY.Key_Z, CTRL)

    assert edit.text() == "8:00"
    assert kind(log.entry(FRIDAY).day) is DayKind.HOME


def test_tab_goes_down_the_page(qtbot, log, opened):
    plan(log)
    page = opened()
    press(qtbot, cell(page, FRIDAY))
    press(qtbot, page.editor.add_part)
    press(qtbot, page.editor.add_trip)
    tab = QtCore.Qt.FocusPolicy.TabFocus.value
    expected = [
        one
        for one in page.month.stops()
        if one.isVisible() and one.focusPolicy().value & tab
    ]

    expected[0].setFocus()
    walked = [focus()]
    for _ in expected[1:]:
        page.focusNextChild()
        walked.append(focus())
    page.focusNextChild()

    assert walked == expected
    assert focus() is page.year.stops()[0]


def test_everything_the_keyboard_reaches_has_a_name_of_its_own(qtbot, log, opened):
    plan(log)
    page = opened()
    press(qtbot, cell(page, FRIDAY))
    press(qtbot, page.editor.add_part)
    for _ in range(2):
        press(qtbot, page.editor.add_trip)
    stops = [one for one in page.month.stops() if one.isVisible()]
    fields = [one for one in stops if isinstance(one, QtWidgets.QComboBox)]

    names = [one.accessibleName() or spoken(one) for one in stops]

    assert all(names)
    assert len(set(names)) == len(names)
    for one in fields:
        labels = one.parentWidget().findChildren(QtWidgets.QLabel)
        assert any(label.buddy() is one and label.text() for label in labels)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 420), (2.0, 432), (2.0, 900)])
def test_nothing_of_the_calendar_is_cut_off(qtbot, log, asleep, scale, width):
    plan(log, date(2026, 11, 16))
    page = asleep(scale=scale, width=width)
    page.presenter.wake()
    page.presenter.open_day(FRIDAY)
    for _ in range(2):
        page.editor.add_part.click()
        page.editor.add_trip.click()
    QtWidgets.QApplication.processEvents()

    assert page.month.horizontalScrollBar().maximum() == 0
    for button in page.month.findChildren(QtWidgets.QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_a_year_chosen_under_the_calendar_turns_the_calendar_too(log, opened):
    log.choose(date(2025, 11, 20), DayKind.HOME)
    log.choose(FRIDAY, DayKind.HOME)
    page = opened()

    row = page.year.year.findData(2025)
    page.year.year.setCurrentIndex(row)
    page.year.year.activated.emit(row)

    assert page.calendar.title.text() == "November 2025"


def test_with_the_year_nothing_scrolls_sideways_in_the_narrowest_window(
    qtbot, log, opened
):
    plan(log, date(2026, 11, 2))
    log.confirm(date(2026, 11, day) for day in range(2, 20))
    page = opened(scale=2.0, width=432)
    qtbot.waitUntil(lambda: not page._pause.isActive())
    QtWidgets.QApplication.processEvents()

    assert page.month.horizontalScrollBar().maximum() == 0
