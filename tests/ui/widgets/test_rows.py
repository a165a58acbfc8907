"""Rows that wrap: a flow of widgets, even tiles, dials, and the gaps between."""

from itertools import pairwise

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.dial import DialRow, ThemeDial
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text

SPOKEN = QtGui.QAccessible.Text


def block(width: int, height: int = 20) -> QtWidgets.QWidget:
    widget = QtWidgets.QWidget()
    widget.setFixedSize(width, height)
    return widget


def test_flow_starts_a_new_line_when_one_is_full(shown):
    items = [block(100) for _ in range(3)]

    shown(FlowRow(items, gap=2), width=210)

    places = [(item.x(), item.y()) for item in items]
    assert places == [(0, 0), (108, 0), (0, 28)]


def test_flow_gives_words_that_wrap_their_least_height(shown):
    words = Text("Peak", "small")
    words.setMinimumHeight(60)
    row = FlowRow([words])

    shown(row, width=200)

    assert row.heightForWidth(200) == words.height() == 60


def test_flow_is_higher_where_it_is_narrower(shown):
    row = shown(FlowRow([block(100) for _ in range(3)], gap=2))

    assert [row.heightForWidth(width) for width in (400, 210, 100)] == [20, 48, 76]


def test_flow_leaves_no_hole_for_what_is_hidden(shown):
    items = [block(100) for _ in range(3)]
    row = shown(FlowRow(items))

    items[0].hide()
    row.resize(390, 100)

    assert items[1].x() == 0


def test_flow_can_be_emptied_and_filled_again(shown):
    row = shown(FlowRow([block(100)]))

    row.clear()
    row.add(block(50))

    assert row.sizeHint().width() == 50


@pytest.mark.parametrize(("width", "columns"), [(600, 3), (400, 2), (150, 1)])
def test_even_tiles_share_the_width(shown, width: int, columns: int):
    row = EvenRow(tuple(QtWidgets.QLabel("x") for _ in range(3)))

    assert shown(row).columns(width) == columns


def test_even_tiles_are_as_high_as_the_highest_of_their_line(shown):
    items = (QtWidgets.QLabel("x"), QtWidgets.QLabel("x\ny\nz"))

    shown(EvenRow(items), width=400)

    assert items[0].geometry().height() == items[1].geometry().height()
    assert items[0].width() == items[1].width() == 192


@pytest.mark.parametrize("layout", [Column, Row])
def test_gaps_grow_with_the_text(qapp, layout):
    made = layout(gap=3, margins=(1, 2, 3, 4))

    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)

    assert made.spacing() == 24
    assert made.contentsMargins() == QtCore.QMargins(8, 16, 24, 32)


@pytest.fixture
def dials(shown) -> DialRow:
    made = [
        ThemeDial("chair", "Chair", share=0.4, findings=2, description="2 findings"),
        ThemeDial("desk", "Desk", share=1.0, description="done"),
        ThemeDial("light", "Light"),
    ]
    return shown(DialRow(made, name="Themes"), width=600)


@pytest.mark.parametrize(("width", "lines"), [(144, 1), (111, 1), (110, 2)])
def test_dials_move_together_before_they_start_a_line(shown, width, lines):
    row = shown(DialRow([ThemeDial(c, c) for c in "abc"], name="Themes"), width=width)

    assert row.heightForWidth(width) == lines * 44
    assert row.least_width() == 111
    places = [dial.geometry() for dial in row.dials.values()]
    assert not any(a.intersects(b) for a, b in pairwise(places))
    assert all(place.right() < width for place in places)


def test_dial_tells_its_state(dials):
    states = [dial.state() for dial in dials.dials.values()]

    assert states == ["part", "done", "empty"]


def test_dial_is_chosen_by_click_and_by_key(dials, qtbot):
    heard = []
    dials.chosen.connect(heard.append)

    qtbot.mouseClick(dials.dials["desk"], QtCore.Qt.MouseButton.LeftButton)
    qtbot.keyClick(dials.dials["light"], QtCore.Qt.Key.Key_Space)

    assert heard == ["desk", "light"]


def test_arrows_move_between_dials(dials, qtbot):
    dials.dials["chair"].setFocus()

    qtbot.keyClick(dials.dials["chair"], QtCore.Qt.Key.Key_Left)

    assert dials.dials["light"].hasFocus()


def test_screen_reader_hears_a_button_with_its_findings(dials, spoken):
    heard = spoken(dials.dials["chair"])

    assert heard.role() is QtGui.QAccessible.Role.Button
    assert heard.text(SPOKEN.Name) == "Chair"
    assert heard.text(SPOKEN.Description) == "2 findings"


def test_share_stays_between_none_and_all():
    dial = ThemeDial("a", "A", share=7)

    assert dial.state() == "done"
