"""A month of the day log as tiles: parts in order, peaks, holidays, confirming."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import DayKind, Where, kind, worked
from thuiswerkplek.ui.widgets.month_tiles import (
    MonthTiles,
    Pattern,
    Segment,
    Tile,
    WeekTiles,
)
from thuiswerkplek.ui.worker import calendar_texts
from thuiswerkplek.ui.worker.calendar_models import LegendItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.services.day_log import Entry

    Weeks = Sequence[Sequence[Entry]]

PATTERNS = {
    Where.HOME: Pattern.PLAIN,
    Where.OFFICE: Pattern.STRIPES,
    Where.ELSEWHERE: Pattern.DOTS,
    Where.CUSTOMER: Pattern.DOTS,
    Where.OFF: Pattern.NONE,
}


class Marked(NamedTuple):
    """What stands out in a month: today, the chosen date, holidays by name."""

    first: date
    today: date
    selected: date
    holidays: Mapping[date, str]


def month_of(weeks: Weeks, marked: Marked) -> MonthTiles:
    """Return whole weeks as tiles."""
    names = (balance_words.weekday(number) for number in range(1, 8))
    return MonthTiles(
        title=calendar_texts.month(marked.first),
        weekdays=tuple(words.capital(name) for name in names),
        weeks=tuple(_week(entries, marked) for entries in weeks),
        selected=marked.selected,
        letters="".join(map(calendar_texts.key, calendar_texts.CHOICES)),
    )


def _week(entries: Sequence[Entry], marked: Marked) -> WeekTiles:
    number = entries[0].date.isocalendar().week
    count = len(to_confirm(entries, marked.today))
    return WeekTiles(
        number=str(number),
        title=calendar_texts.week(number),
        tiles=tuple(_tile(entry, marked) for entry in entries),
        confirm=calendar_texts.confirm(count) if count else "",
        confirm_short=calendar_texts.confirm_short() if count else "",
        confirm_spoken=calendar_texts.confirm_spoken(number, count) if count else "",
    )


def to_confirm(entries: Iterable[Entry], today: date) -> list[date]:
    """Return the past working days that are only planned."""
    return [
        entry.date
        for entry in entries
        if entry.date < today
        and entry.day is not None
        and entry.day.is_planned
        and kind(entry.day) is not DayKind.OFF
    ]


def _tile(entry: Entry, marked: Marked) -> Tile:
    day, holiday = entry.day, marked.holidays.get(entry.date, "")
    is_today = entry.date == marked.today
    return Tile(
        date=entry.date,
        name=calendar_texts.tile_name(entry),
        description=calendar_texts.tile_description(entry, holiday, is_today=is_today),
        segments=() if day is None else segments(day),
        marks=0 if day is None else calendar_texts.peak_trips(day),
        note=holiday,
        is_light=day is not None and day.is_planned,
        is_muted=entry.date.month != marked.first.month,
        is_today=is_today,
    )


def segments(day: Day) -> tuple[Segment, ...]:
    """Return the parts in order, those of one kind after each other as one.

    Time off without a length counts only when there is nothing else.
    """
    parts = [part for part in day.parts if part.minutes] or day.parts[:1]
    whole = sum(part.minutes for part in parts)
    groups = groupby(parts, key=lambda part: part.where)
    lengths = [(where, sum(part.minutes for part in one)) for where, one in groups]
    return tuple(
        Segment(
            balance_words.letter(where),
            PATTERNS[where],
            minutes / whole if whole else 1.0,
        )
        for where, minutes in lengths
    )


def summary_of(weeks: Weeks, first: date) -> str:
    """Return what the days of the month were, in one line."""
    own = [e for week in weeks for e in week if e.date.month == first.month]
    days = [entry.day for entry in own if entry.day is not None]
    done = [day for day in days if not day.is_planned]
    planned = [day for day in days if day.is_planned and worked(day)]
    places = Counter(where for day in done for where in _places(day))
    return calendar_texts.summary(places, len(planned))


def _places(day: Day) -> set[Where]:
    known = {part.where for part in worked(day)}
    return {Where.ELSEWHERE if w is Where.CUSTOMER else w for w in known}


def legend() -> tuple[LegendItem, ...]:
    """Return the signs of the calendar with what they mean."""
    places = (Where.HOME, Where.OFFICE, Where.ELSEWHERE, Where.OFF)
    return (
        *(LegendItem(calendar_texts.legend(one), _sign(one)) for one in places),
        LegendItem(calendar_texts.legend_planned(), _sign(Where.HOME), is_light=True),
        LegendItem(calendar_texts.legend_peak()),
    )


def _sign(where: Where) -> Segment:
    return Segment(balance_words.letter(where), PATTERNS[where])
