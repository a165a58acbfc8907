"""What the calendar of *Balans* shows: frozen values with finished texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.ui.widgets.month_tiles import MonthTiles, Segment


class LegendItem(NamedTuple):
    """A sign of the calendar with what it means; without a segment it is the mark."""

    text: str
    segment: Segment | None = None
    is_light: bool = False


class EmptyCalendar(NamedTuple):
    """What will be here, and the first steps."""

    title: str
    text: str
    plan_word: str
    today_word: str


class CalendarSheet(NamedTuple):
    """A month with what stands around it."""

    month: MonthTiles
    summary: str
    previous_spoken: str
    next_spoken: str
    holidays: str
    is_empty: bool


class CalendarWords(NamedTuple):
    """What stays the same whatever the month."""

    today_word: str
    empty: EmptyCalendar
    legend: tuple[LegendItem, ...]
    keys_title: str
    keys: tuple[str, ...]
