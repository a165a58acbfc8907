"""The page *Vandaag* as a person meets it: mouse, keys and what is read aloud."""

from __future__ import annotations

import functools
from datetime import date

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.fakes import ImmediateTasks
from thuiswerkplek.domain.agreement import Agreement
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
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker import today_view
from thuiswerkplek.ui.worker.today_head import Tile
from thuiswerkplek.ui.worker.today_models import Asked, Other

pytestmark = pytest.mark.gui
MONDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 25)
OFFICE = PlannedDay((Part(Where.OFFICE, 450),))
KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def opened(services, shell, show):
    """Return a way to open the page, awake as after its first paint."""

    def make(look):
        page = today_view.create_page(services, shell, ImmediateTasks(), look)
        page.wake()
        return page

    return functools.partial(show, make, width=900)


@pytest.fixture
def log(services):
    return services.day_log


def press(qtbot, widget):
    qtbot.mouseClick(widget, LEFT)


def plan(log, since=MONDAY):
    log.plan(WeekPattern(since, (OFFICE,) * 5 + (PlannedDay(),) * 2))


def everything(services, log):
    """Let there be something in every part of the page."""
    services.places.add("Attic")
    services.places.add("Kitchen")
    plan(log, date(2026, 11, 16))
    log.agree(Agreement(MONDAY, review_on=date(2026, 12, 1)))
    log.put(Day(MONDAY, (Part(Where.HOME, 120), Part(Where.OFFICE, 300))))


def test_only_the_tiles_are_there_before_the_page_wakes(services, shell, show):
    page = show(
        lambda look: today_view.create_page(services, shell, ImmediateTasks(), look)
    )

    assert [tile.isVisible() for tile in page.tiles.values()] == [True] * 4
    assert page.rest is None
    assert "day_log" not in vars(services)


def test_a_click_keeps_the_day(qtbot, opened, log, shell):
    page = opened()

    press(qtbot, page.tiles[Tile.HOME])

    assert kind(log.entry(MONDAY).day) is DayKind.HOME
    assert page.tiles[Tile.HOME].is_chosen()
    assert page.tiles[Tile.HOME].accessibleDescription().startswith("chosen")
    shell.notices[-1].on_action()
    assert not page.tiles[Tile.HOME].is_chosen()


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (KEY.Key_1, DayKind.HOME),
        (KEY.Key_2, DayKind.OFFICE),
        (KEY.Key_3, DayKind.HOME_FIRST),
    ],
)
def test_a_digit_keeps_the_day_from_anywhere_on_the_page(
    qtbot, opened, log, key, wanted
):
    page = opened()
    page.rest.week.selected().setFocus()

    qtbot.keyClick(page.rest.week.selected(), key)

    assert kind(log.entry(MONDAY).day) is wanted


def test_four_opens_the_other_days_and_goes_there(qtbot, opened, log):
    page = opened()

    qtbot.keyClick(page.tiles[Tile.HOME], KEY.Key_4)

    chip = page.rest.others.chips[Other.ELSEWHERE]
    assert page.window().focusWidget() is chip
    qtbot.keyClick(page.rest.others.chips[Other.CUSTOMER], KEY.Key_Return)
    assert log.entry(MONDAY).day.parts[0].where is Where.CUSTOMER
    assert page.rest.others.chips[Other.CUSTOMER].isChecked()


def test_enter_confirms_what_was_planned(qtbot, opened, log):
    plan(log)
    page = opened()

    assert page.focusProxy() is page.tiles[Tile.OFFICE]
    qtbot.keyClick(page.focusProxy(), KEY.Key_Return)

    assert log.entry(MONDAY).day == Day(MONDAY, OFFICE.parts)
    assert page.focusProxy() is None


def test_waking_moves_the_keyboard_to_what_was_planned(services, shell, log, show):
    plan(log)
    page = show(
        lambda look: today_view.create_page(services, shell, ImmediateTasks(), look)
    )
    page.tiles[Tile.HOME].setFocus()
    assert page.tiles[Tile.HOME].hasFocus()

    page.wake()

    assert page.window().focusWidget() is page.tiles[Tile.OFFICE]


def test_a_planned_day_off_is_confirmed_in_the_row(qtbot, opened, log):
    log.put(Day(MONDAY, (Part(Where.OFF, 0),), is_planned=True))
    page = opened()

    chip = page.rest.others.chips[Other.OFF]
    assert page.focusProxy() is chip
    qtbot.keyClick(chip, KEY.Key_Return)

    assert log.entry(MONDAY).is_done


def test_a_column_turns_the_tiles_to_its_day_and_back(qtbot, opened, log):
    page = opened()
    assert not page.rest.back.isVisible()

    press(qtbot, page.rest.week.cells[2])
    assert page.title.text() == "Wednesday"
    press(qtbot, page.tiles[Tile.OFFICE])
    assert kind(log.entry(WEDNESDAY).day) is DayKind.OFFICE

    press(qtbot, page.rest.back)

    assert page.title.text() == "Today"
    assert not page.rest.back.isVisible()
    assert not page.tiles[Tile.OFFICE].is_chosen()


def test_the_way_is_typed_once(qtbot, opened, log):
    page = opened()
    press(qtbot, page.tiles[Tile.OFFICE])
    way = page.rest.way
    assert way.isVisible()
    way.mode.setCurrentIndex(way.mode.findData(Mode.BUS))
    qtbot.keyClicks(way.km.edit, "7,5")
    qtbot.keyClicks(way.minutes.edit, "25")
    way.keep.setFocus()

    qtbot.keyClick(way.keep, KEY.Key_Return)

    habits = log.habits()
    assert (habits.mode, habits.km, habits.travel_minutes) == (Mode.BUS, 7.5, 25)
    assert page.rest.way is None
    there = page.rest.questions.rows[Asked.THERE]
    assert page.window().focusWidget() is there.chips[Band.MORNING_PEAK]
    qtbot.keyClick(there.chips[Band.MORNING_PEAK], KEY.Key_Space)
    assert there.chips[Band.MORNING_PEAK].isChecked()
    assert log.habits().there is Band.MORNING_PEAK


def test_a_number_that_cannot_be_is_said_beside_it(qtbot, opened, log):
    page = opened()
    press(qtbot, page.tiles[Tile.OFFICE])
    way = page.rest.way
    way.mode.setCurrentIndex(1)
    way.km.edit.setFocus()
    qtbot.keyClicks(way.km.edit, "9000")

    press(qtbot, way.keep)

    assert way.km.complaint.isVisible()
    assert log.habits().mode is None


def test_not_now_puts_the_way_off(qtbot, opened):
    page = opened()
    press(qtbot, page.tiles[Tile.OFFICE])

    press(qtbot, page.rest.way.later)

    assert page.rest.way is None


def test_open_days_day_by_day_with_the_keyboard(qtbot, opened, log):
    plan(log, date(2026, 11, 19))
    page = opened()
    press(qtbot, page.rest.open_days.fold.head)
    first = page.rest.open_days.days[date(2026, 11, 19)].row.chips[DayKind.OFF]
    first.setFocus()

    qtbot.keyClick(first, KEY.Key_Return)

    assert kind(log.entry(date(2026, 11, 19)).day) is DayKind.OFF
    assert page.rest.open_days.is_open()
    left = page.rest.open_days.days[date(2026, 11, 20)].row
    assert page.window().focusWidget() is left.chips[DayKind.HOME]
    press(qtbot, page.rest.open_days.confirm)
    assert page.rest.open_days is None
    assert log.entry(date(2026, 11, 20)).is_done


def test_open_days_without_a_plan_show_at_once(qtbot, opened, log):
    log.choose(date(2026, 11, 19), DayKind.HOME)

    page = opened()

    assert page.rest.open_days.fold is None
    assert page.rest.open_days.days[date(2026, 11, 20)].isVisible()
    press(qtbot, page.rest.open_days.later)
    assert page.rest.open_days is None


def test_what_waits_leads_to_its_page(qtbot, opened, log, shell):
    log.agree(Agreement(MONDAY, review_on=date(2026, 12, 1)))
    page = opened()

    press(qtbot, page.rest.waiting.lines[0])

    assert shell.pages == [PageName.BALANCE]


def test_nothing_that_waits_shows_nothing(opened):
    page = opened()

    assert not page.rest.waiting.isVisible()
    assert page.rest.open_days is None


def stops(page):
    rest = page.rest
    found = [*page.tiles.values(), *rest.others.stops(), *rest.questions.stops()]
    found += [*rest.way.stops(), rest.week.selected()]
    return [*found, *rest.open_days.stops(), *rest.waiting.lines]


def test_the_tab_key_goes_down_the_page(qtbot, services, opened, log, tab_walk):
    everything(services, log)
    page = opened()
    press(qtbot, page.tiles[Tile.OTHER])
    press(qtbot, page.rest.open_days.fold.head)

    expected = stops(page)

    assert tab_walk(page, expected) == expected


def test_everything_the_keyboard_reaches_has_a_name_of_its_own(
    qtbot, services, opened, log
):
    everything(services, log)
    page = opened()
    press(qtbot, page.tiles[Tile.OTHER])
    press(qtbot, page.rest.open_days.fold.head)

    names = [
        QtGui.QAccessible.queryAccessibleInterface(one).text(
            QtGui.QAccessible.Text.Name
        )
        for one in stops(page)
        if not isinstance(one, QtWidgets.QComboBox)  # its label names it
    ]
    assert all(names)
    repeated = {name for name in names if names.count(name) > 1}
    assert repeated <= {"Not now"}


@pytest.mark.parametrize(("scale", "width"), [(1.0, 420), (2.0, 432)])
def test_nothing_is_cut_off_in_a_narrow_window_or_with_large_text(
    qtbot, services, opened, log, scale, width
):
    everything(services, log)
    page = opened(scale=scale, width=width)
    press(qtbot, page.tiles[Tile.OTHER])
    press(qtbot, page.rest.open_days.fold.head)
    QtWidgets.QApplication.processEvents()

    assert page.horizontalScrollBar().maximum() == 0
    for button in page.findChildren(QtWidgets.QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()
    for chip in page.rest.others.chips.values():
        assert chip.height() >= chip.heightForWidth(chip.width())


@pytest.mark.parametrize(("width", "columns"), [(900, 4), (620, 2), (420, 2), (360, 1)])
def test_tiles_are_never_three_and_one(opened, width, columns):
    page = opened(width=width)

    tops = {tile.mapTo(page, QtCore.QPoint()).y() for tile in page.tiles.values()}

    assert len(tops) == 4 // columns


def test_the_page_follows_the_date_when_the_window_comes_to_the_front(
    qtbot, opened, clock
):
    page = opened()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    clock.day = WEDNESDAY

    QtWidgets.QApplication.sendEvent(
        page, QtCore.QEvent(QtCore.QEvent.Type.ActivationChange)
    )

    assert page.lead.text().startswith("Wednesday 25")
