"""Weeks as bars: a block for every day, home above the line and the office below."""

from __future__ import annotations

from thuiswerkplek.ui.widgets.stacked_bars import StackedBars


class WeekBars(StackedBars):
    """Weeks side by side; whole days are counted by eye."""

    high_px = 170
    least_px = 40
    cells = True
