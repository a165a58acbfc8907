"""What the year part of the page *Balans* shows: frozen values with finished texts."""

from __future__ import annotations

from typing import NamedTuple


class Choices(NamedTuple):
    """A short list to choose from: number and word of each, and the chosen number."""

    items: tuple[tuple[int, str], ...]
    chosen: int


class BarMark(NamedTuple):
    """What was agreed for one side (`home` or `office`), in days."""

    side: str
    at: float
    is_most: bool


class BarLine(NamedTuple):
    """One week or month: days on each side, what was agreed, and all of it in words."""

    label: str
    spoken: str
    home: int = 0
    office: int = 0
    other: int = 0
    marks: tuple[BarMark, ...] = ()


class Table(NamedTuple):
    """A table with the words above its columns."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Picture(NamedTuple):
    """Bars with a legend (kind and words), and the same as a table."""

    title: str
    note: str
    legend: tuple[tuple[str, str], ...]
    bars: tuple[BarLine, ...]
    table: Table


class Totals(NamedTuple):
    """The figures of the chosen period: a name and a number each, then sentences."""

    title: str
    figures: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    agreed: tuple[str, ...]


class Source(NamedTuple):
    """A fact with its certainty; `layer` is empty unless it is law."""

    fact: str
    layer: str
    layer_word: str
    basis: str


class Remark(NamedTuple):
    """One remark with its ground; `action` offers the check again, or is empty."""

    text: str
    layer: str
    layer_word: str
    ground: str
    action: str
    spoken: str


class Money(NamedTuple):
    """The allowances of the year, the rule of 128 days, and the months for payroll."""

    title: str
    lines: tuple[str, ...]
    note: str
    fixed_title: str
    fixed: tuple[str, ...]
    months: Table
    sources: tuple[Source, ...]


class Counter(NamedTuple):
    """How near a line is: an icon with its ink, and the sentence with the word."""

    icon: str
    ink: str
    text: str


class Border(NamedTuple):
    """The counters of who lives abroad, or the days with work abroad."""

    title: str
    counters: tuple[Counter, ...]
    lines: tuple[str, ...]
    sources: tuple[Source, ...]


class Wpm(NamedTuple):
    """Kilometres per means of transport, as an employer reports them."""

    note: str
    lines: tuple[str, ...]


class Empty(NamedTuple):
    """What will be here once there are days."""

    title: str
    text: str


class YearFigures(NamedTuple):
    """Everything about a year that has days."""

    weeks: Picture
    months: Picture
    totals: Totals
    remarks: tuple[Remark, ...]
    money: Money
    border: Border | None
    wpm: Wpm | None


class YearPage(NamedTuple):
    """The year part; either `figures` or `empty` is there."""

    title: str
    lead: str
    years: Choices
    periods: Choices
    figures: YearFigures | None
    empty: Empty | None
