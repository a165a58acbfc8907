"""Months as bars with their numbers, home above the line and the office below."""

from __future__ import annotations

from thuiswerkplek.ui.widgets.stacked_bars import StackedBars


class MonthBars(StackedBars):
    """The twelve months of a year; too many days to count, so numbers stand there."""

    high_px = 200
    least_px = 44
    cells = False
