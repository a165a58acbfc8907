"""Weeks as bars: what is read aloud, how they wrap, and that patterns differ."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.stacked_bars import (
    HOME,
    OFFICE,
    OTHER,
    Bar,
    BarLegend,
    Mark,
    paint_box,
)
from thuiswerkplek.ui.widgets.week_bars import WeekBars

NAME = QtGui.QAccessible.Text.Name
WEEKS = tuple(
    Bar(str(number), f"Week {number}", 2, 3, 1, (Mark(OFFICE, 2), Mark(HOME, 3, True)))
    for number in range(36, 48)
)


@pytest.fixture
def bars(shown):
    made = WeekBars("The last twelve weeks")
    made.show_bars(WEEKS)
    return shown(made, width=600, height=300)


def test_every_bar_is_told_by_itself(bars, spoken):
    told = [spoken(view).text(NAME) for view in bars.bars]

    assert told == [week.spoken for week in WEEKS]
    assert spoken(bars).text(NAME) == "The last twelve weeks"
    assert {spoken(view).role() for view in bars.bars} == {
        QtGui.QAccessible.Role.Graphic
    }


@pytest.mark.parametrize(("width", "columns"), [(600, 12), (300, 6), (170, 4), (20, 1)])
def test_bars_stand_in_rows_of_one_length(bars, width, columns):
    assert bars.columns(width) == columns


def test_the_rows_take_the_height_they_asked_for(bars):
    bars.resize(170, bars.heightForWidth(170))

    lowest = max(view.geometry().bottom() for view in bars.bars)
    assert lowest < bars.height()
    assert all(view.geometry().right() < 170 for view in bars.bars)
    assert len({view.y() for view in bars.bars}) == 3


def test_other_weeks_take_the_place_of_these(qtbot, bars):
    bars.show_bars(WEEKS[:4])

    assert [view.bar for view in bars.bars] == list(WEEKS[:4])
    assert all(view.isVisible() for view in bars.bars)


def test_no_weeks_and_empty_weeks_can_be_painted(bars):
    bars.show_bars([Bar("1", "Week 1")])
    assert not bars.grab().isNull()

    bars.show_bars([])
    assert not bars.grab().isNull()


def grey(kind):
    """Return the picture of a box as shades, as somebody without colours sees it."""
    image = QtGui.QImage(24, 24, QtGui.QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("surface"))
    painter = QtGui.QPainter(image)
    paint_box(painter, kind, QtCore.QRectF(0, 0, 24, 24))
    painter.end()
    return image.convertToFormat(QtGui.QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.HIGH_CONTRAST])
def test_the_patterns_differ_without_colour(qapp, scheme):
    theme.Theme(scheme).apply(qapp)

    pictures = [grey(kind) for kind in (HOME, OFFICE, OTHER)]

    shades = [
        len({one.pixel(x, y) for x in range(4, 20) for y in range(4, 20)})
        for one in pictures
    ]
    assert shades[0] == 1  # plain
    assert min(shades[1:]) > 1  # hatched, dotted
    assert pictures[1] != pictures[2]


def test_the_bars_show_what_their_legend_shows(shown):
    legend = shown(BarLegend())

    legend.show_items([(HOME, "At home"), ("most", "Agreed: at most 3")])
    legend.show_items([(HOME, "At home")])

    assert not legend.grab().isNull()
    assert [item.text() for item in legend._shown()] == ["At home"]
