"""What a month of tiles shows, with finished texts; without Qt, for presenters."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Pattern(StrEnum):
    """What tells the parts of a tile apart besides their letter and colour."""

    PLAIN = "plain"
    STRIPES = "stripes"
    DOTS = "dots"
    NONE = "none"


class Segment(NamedTuple):
    """One part of a tile, with its share of the whole; all shares together are 1."""

    letter: str
    pattern: Pattern
    share: float = 1.0


class Tile(NamedTuple):
    """One day; `name` and `description` are what a screen reader says.

    A light tile is not certain yet, a muted one belongs to the month beside this one.
    `marks` are small signs under the parts, `note` is a name for the day.
    """

    date: date
    name: str
    description: str = ""
    segments: tuple[Segment, ...] = ()
    marks: int = 0
    note: str = ""
    is_light: bool = False
    is_muted: bool = False
    is_today: bool = False


class WeekTiles(NamedTuple):
    """Seven days, Monday first; with words in `confirm` the week has a button.

    `confirm_short` are its words where those have no room.
    """

    number: str
    title: str
    tiles: tuple[Tile, ...]
    confirm: str = ""
    confirm_short: str = ""
    confirm_spoken: str = ""


class MonthTiles(NamedTuple):
    """A month in whole weeks; `letters` are the keys that choose for a day."""

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[WeekTiles, ...]
    selected: date
    letters: str = ""
