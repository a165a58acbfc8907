"""A month of days: where things are, what keys do, and what is read aloud."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.month_grid import DAYS, MonthGrid
from thuiswerkplek.ui.widgets.month_legend import LegendLine
from thuiswerkplek.ui.widgets.month_tiles import (
    MonthTiles,
    Pattern,
    Segment,
    Tile,
    WeekTiles,
)

KEY = QtCore.Qt.Key
SAID = QtGui.QAccessible.Text
FIRST = date(2026, 10, 26)  # the Monday before November
WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
PARTS = (
    (),
    (Segment("H", Pattern.PLAIN),),
    (Segment("O", Pattern.STRIPES),),
    (Segment("H", Pattern.PLAIN, 0.25), Segment("O", Pattern.STRIPES, 0.75)),
    (Segment("E", Pattern.DOTS),),
    (Segment("–", Pattern.NONE),),
    tuple(Segment("H", Pattern.PLAIN, 1 / 9) for _ in range(9)),
)


def tile(on):
    number = (on - FIRST).days
    return Tile(
        on,
        f"{on.isoformat()}: somewhere",
        "what else",
        PARTS[number % len(PARTS)],
        marks=number % 3,
        note="A holiday" if number % 7 == 5 else "",
        is_light=number % 2 == 0,
        is_muted=on.month != 11,
        is_today=number == 10,
    )


def month(selected=date(2026, 11, 10), *, weeks=6, confirm=()):
    rows = []
    for row in range(weeks):
        days = [FIRST + timedelta(days=row * DAYS + day) for day in range(DAYS)]
        words = ("Confirm 3 days", "Confirm", "Confirm 3 days of the week")
        rows.append(
            WeekTiles(
                str(44 + row),
                f"Week {44 + row}",
                tuple(map(tile, days)),
                *(words if row in confirm else ()),
            )
        )
    return MonthTiles("November 2026", WEEKDAYS, tuple(rows), selected, letters="HOFEN")


@pytest.fixture
def grid(shown):
    found = shown(MonthGrid(), width=720, height=620)
    found.show_month(month())
    return found


def cell_of(grid, on):
    return next(cell for cell in grid.cells if cell.date() == on)


def heard(signal):
    told = []
    signal.connect(lambda *what: told.append(what if len(what) > 1 else what[0]))
    return told


@pytest.mark.parametrize(
    ("key", "there"),
    [
        (KEY.Key_Left, date(2026, 11, 9)),
        (KEY.Key_Right, date(2026, 11, 11)),
        (KEY.Key_Up, date(2026, 11, 3)),
        (KEY.Key_Down, date(2026, 11, 17)),
        (KEY.Key_Home, date(2026, 11, 9)),
        (KEY.Key_End, date(2026, 11, 15)),
    ],
)
def test_arrows_home_and_end_ask_for_another_day(qtbot, grid, key, there):
    asked = heard(grid.day_wanted)

    qtbot.keyClick(grid.selected_cell(), key)

    assert asked == [there]


def test_page_keys_ask_for_another_month(qtbot, grid):
    asked = heard(grid.month_wanted)

    qtbot.keyClick(grid.selected_cell(), KEY.Key_PageUp)
    qtbot.keyClick(grid.selected_cell(), KEY.Key_PageDown)

    assert asked == [-1, 1]


def test_letters_choose_and_delete_clears(qtbot, grid):
    letters, cleared = heard(grid.letter_typed), heard(grid.clear_wanted)
    cell = grid.selected_cell()

    qtbot.keyClick(cell, KEY.Key_H)
    qtbot.keyClick(cell, KEY.Key_X)
    qtbot.keyClick(cell, KEY.Key_O, QtCore.Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(cell, KEY.Key_Delete)

    assert letters == [(cell.date(), "H")]
    assert cleared == [cell.date()]


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_key_enters_a_day_and_a_press_picks_it(qtbot, grid, key):
    entered, picked = heard(grid.entered), heard(grid.picked)
    there = cell_of(grid, date(2026, 11, 20))

    qtbot.keyClick(grid.selected_cell(), key)
    qtbot.mouseClick(there, QtCore.Qt.MouseButton.LeftButton)

    assert entered == [date(2026, 11, 10)]
    assert picked == [date(2026, 11, 20)]


def test_the_keyboard_goes_along_with_the_selected_day(grid):
    grid.focus_selected()

    grid.show_month(month(date(2026, 12, 6)))
    assert cell_of(grid, date(2026, 12, 6)).hasFocus()

    grid.show_month(month(date(2026, 11, 2), weeks=5))
    assert cell_of(grid, date(2026, 11, 2)).hasFocus()
    assert not grid.cells[-1].isVisible()


def test_a_day_that_is_not_held_by_the_keyboard_takes_none(grid):
    grid.show_month(month(date(2026, 11, 2)))

    assert not any(cell.hasFocus() for cell in grid.cells)


def test_tab_stops_at_the_selected_day_alone(grid):
    tab = QtCore.Qt.FocusPolicy.TabFocus.value

    stops = [cell for cell in grid.cells if cell.focusPolicy().value & tab]

    assert stops == [grid.selected_cell()]


def test_screen_reader_hears_every_day_and_the_month(grid, spoken):
    day = spoken(cell_of(grid, date(2026, 11, 4)))

    assert day.text(SAID.Name) == "2026-11-04: somewhere"
    assert day.text(SAID.Description) == "what else"
    assert day.role() is QtGui.QAccessible.Role.Button
    assert spoken(grid).text(SAID.Name) == "November 2026"
    assert spoken(grid).role() is QtGui.QAccessible.Role.Grouping


def test_only_a_week_with_something_to_confirm_has_a_button(qtbot, grid, spoken):
    before = grid.heightForWidth(720)
    grid.show_month(month(confirm={2}))
    confirmed = heard(grid.week_confirmed)
    (button,) = [one for one in grid.confirms if one.isVisible()]

    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)

    assert confirmed == [date(2026, 11, 9)]
    assert spoken(button).text(SAID.Name) == "Confirm 3 days of the week"
    assert grid.heightForWidth(720) > before


def test_the_keyboard_stays_when_the_button_goes(grid):
    grid.show_month(month(confirm={2}))
    grid.confirms[2].setFocus()

    grid.show_month(month())

    assert grid.selected_cell().hasFocus()


@pytest.mark.parametrize("scheme", [theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 900), (1.0, 340), (2.0, 280)])
def test_days_lie_beside_each_other_in_any_width(qapp, shown, scheme, scale, width):
    theme.Theme(scheme, scale).apply(qapp)
    grid = shown(MonthGrid(), width=width, height=2000)
    grid.show_month(month(confirm={1}))

    for row in range(6):
        cells = grid.cells[row * DAYS : (row + 1) * DAYS]
        for one, other in pairwise(cells):
            assert one.geometry().right() < other.geometry().left()
        assert cells[-1].geometry().right() < width
        assert min(cells[0].width(), cells[0].height()) >= 24
    button = grid.confirms[1]
    assert button.geometry().right() < width
    assert button.width() >= button.sizeHint().width()
    assert grid.minimumSizeHint().width() <= width
    assert not grid.grab().isNull()


def test_planned_and_done_look_different(shown):
    grid = shown(MonthGrid(), width=720, height=620)
    images = []
    for is_light in (False, True):
        cell = grid.cells[0]
        day = tile(FIRST)._replace(segments=PARTS[1], is_light=is_light)
        cell.show_tile(day, is_selected=False)
        cell.resize(90, 80)
        images.append(cell.grab().toImage())

    assert images[0] != images[1]


def test_patterns_are_told_apart_without_colour(shown):
    grid = shown(MonthGrid(), width=720, height=620)
    images = []
    for pattern in Pattern:
        cell = grid.cells[0]
        day = tile(FIRST)._replace(segments=(Segment("", pattern),))
        cell.show_tile(day, is_selected=False)
        cell.resize(90, 80)
        grey = QtGui.QImage.Format.Format_Mono
        images.append(cell.grab().toImage().convertToFormat(grey))

    assert all(a != b for i, a in enumerate(images) for b in images[:i])


def test_a_sign_stands_before_its_words(shown):
    line = shown(LegendLine("at home", Segment("H", Pattern.PLAIN)))
    mark = shown(LegendLine("a peak"))

    assert line.contentsMargins().left() >= 24
    assert not line.grab().isNull()
    assert not mark.grab().isNull()
