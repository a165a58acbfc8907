"""A week as seven columns: shown, pressed, walked by keys and read aloud."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.month_tiles import Pattern, Segment, Tile
from thuiswerkplek.ui.widgets.week_columns import DAYS, WeekColumns

pytestmark = pytest.mark.gui
MONDAY = date(2026, 11, 23)
NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
STRONG = QtCore.Qt.FocusPolicy.StrongFocus
SPLIT = (Segment("H", Pattern.PLAIN, 0.25), Segment("O", Pattern.STRIPES, 0.75))


def tiles(**of_monday):
    found = [
        Tile(on, f"Day {on.day}") for on in (MONDAY + timedelta(n) for n in range(DAYS))
    ]
    return [found[0]._replace(**of_monday), *found[1:]]


@pytest.fixture
def week(shown):
    def _show(selected=MONDAY, width=600, **of_monday):
        columns = shown(WeekColumns(), width=width, height=160)
        columns.show_week("This week", NAMES, tiles(**of_monday), selected)
        return columns

    return _show


def picture(columns):
    return columns.grab().toImage()


def test_a_press_tells_the_date(qtbot, week):
    columns = week()

    with qtbot.waitSignal(columns.picked) as picked:
        qtbot.mouseClick(columns.cells[3], LEFT)

    assert picked.args == [date(2026, 11, 26)]


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space])
def test_a_key_tells_the_date_once(qtbot, week, key):
    columns = week()
    told = []
    columns.picked.connect(told.append)

    qtbot.keyClick(columns.cells[1], key)

    assert told == [date(2026, 11, 24)]


def test_tab_stops_at_the_selected_day_alone(week):
    columns = week(selected=date(2026, 11, 25))

    stops = [cell for cell in columns.cells if cell.focusPolicy() == STRONG]

    assert stops == [columns.cells[2]] == [columns.selected()]


@pytest.mark.parametrize(
    ("begin", "key", "there"),
    [
        (0, KEY.Key_Right, 1),
        (6, KEY.Key_Right, 0),
        (0, KEY.Key_Left, 6),
        (3, KEY.Key_Home, 0),
        (3, KEY.Key_End, 6),
        (3, KEY.Key_A, 3),
    ],
)
def test_arrows_go_along_the_days(qtbot, week, begin, key, there):
    columns = week()
    columns.cells[begin].setFocus()

    qtbot.keyClick(columns.cells[begin], key)

    assert columns.window().focusWidget() is columns.cells[there]


def test_what_a_screen_reader_says(week, spoken):
    columns = week()

    names = [spoken(cell).text(QtGui.QAccessible.Text.Name) for cell in columns.cells]

    assert names[0] == "Day 23"
    assert len(set(names)) == DAYS
    assert spoken(columns).text(QtGui.QAccessible.Text.Name) == "This week"
    assert spoken(columns).role() is QtGui.QAccessible.Role.Grouping


def test_the_tooltip_says_all_of_a_day(week):
    assert week(note="Christmas").cells[0].toolTip() == "Day 23"


def test_parts_plans_and_today_look_different(week):
    columns, looks = week(), []
    for of_monday in (
        {},
        {"segments": SPLIT},
        {"segments": SPLIT, "is_light": True},
        {"segments": SPLIT, "is_today": True},
    ):
        columns.show_week("This week", NAMES, tiles(**of_monday), MONDAY)
        looks.append(picture(columns))

    assert all(
        one != other for at, one in enumerate(looks) for other in looks[at + 1 :]
    )


@pytest.mark.parametrize(
    ("scale", "width", "columns"),
    [(1.0, 240, 7), (2.0, 560, 7), (2.0, 280, 4), (2.0, 184, 3)],
)
def test_days_lie_beside_each_other_and_can_be_hit(qapp, week, scale, width, columns):
    theme.Theme(theme.Scheme.LIGHT, scale).apply(qapp)

    shown = week(width=width)

    assert shown.columns(width) == columns
    assert shown.minimumSizeHint().width() <= width
    places = [cell.geometry() for cell in shown.cells]
    assert len({place.top() for place in places}) == -(-DAYS // columns)
    for at, one in enumerate(places):
        assert min(one.width(), one.height()) >= 28 * scale
        assert one.right() < width
        assert one.bottom() < shown.heightForWidth(width)
        assert not any(one.intersects(other) for other in places[at + 1 :])
