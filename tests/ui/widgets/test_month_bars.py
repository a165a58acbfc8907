"""Months as bars: one scale for all, numbers at their ends, and room for large text."""

from __future__ import annotations

import pytest
from PySide6 import QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.month_bars import MonthBars
from thuiswerkplek.ui.widgets.plain_table import PlainTable
from thuiswerkplek.ui.widgets.stacked_bars import HOME, OFFICE, Bar, Mark

MONTHS = tuple(
    Bar(name, f"{name}: {number} days", number, 10, marks=(Mark(OFFICE, 8.5),))
    for number, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"), 1
    )
)


@pytest.fixture
def bars(shown):
    made = MonthBars("The months of 2026")
    made.show_bars(MONTHS)
    return shown(made, width=660, height=300)


def ink(view, token):
    """Return how many pixels of a bar have a colour."""
    image, wanted = view.grab().toImage(), theme.current().colour(token).rgb()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_longer_bar_has_more_days(bars):
    painted = [ink(view, "accent") for view in bars.bars]

    assert painted == sorted(painted)
    assert painted[0] < painted[-1]


def test_what_was_agreed_is_drawn_even_where_the_bar_does_not_reach(bars, shown):
    without, with_mark = MonthBars(""), MonthBars("")
    without.show_bars([Bar("Jan", "", 4)])
    with_mark.show_bars([Bar("Jan", "", 4, marks=(Mark(HOME, 9),))])

    for one in (without, with_mark):
        shown(one, width=80, height=250)

    assert with_mark.bars[0].bar.above == 9
    counts = [ink(one.bars[0], "text") for one in (without, with_mark)]
    assert counts[0] < counts[1]


def test_large_text_gives_every_bar_more_room(qapp, bars):
    before = bars.columns(600), bars.sizeHint().width()

    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)

    assert bars.columns(600) < before[0]
    assert bars.sizeHint().width() == 2 * before[1]
    metrics = QtGui.QFontMetrics(theme.current().font("small"))
    assert all(
        metrics.horizontalAdvance(view.bar.label) < view.width() for view in bars.bars
    )


def test_a_table_can_be_pasted_elsewhere(shown):
    table = shown(PlainTable("Months"), width=300)

    table.show_rows(("Month", "Home"), (("January", "4"), ("February", "12")))

    assert table.as_text() == "Month\tHome\nJanuary\t4\nFebruary\t12"
    assert table.item(1, 1).text() == "12"
    assert table.accessibleName() == "Months"


def test_a_table_is_as_high_as_its_rows_and_the_bar_under_them(shown):
    table = shown(PlainTable("Months"), width=600)
    table.show_rows(("Month", "Home"), [(str(row), "1") for row in range(12)])
    wide = table.height()
    assert table.verticalScrollBar().maximum() == 0

    table.resize(120, wide)

    assert table.horizontalScrollBar().maximum() > 0
    assert table.verticalScrollBar().maximum() == 0
    assert table.height() > wide
