"""What the page *Vandaag* shows: frozen values with finished texts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.ui.contracts import PageName
    from thuiswerkplek.ui.widgets import month_tiles
    from thuiswerkplek.ui.worker.today_head import Tile


class Other(StrEnum):
    """What the last tile opens."""

    ELSEWHERE = "elsewhere"
    CUSTOMER = "customer"
    OFF = "off"
    MORE = "more"


class Asked(StrEnum):
    """What may be asked about a day once it was chosen."""

    WORKPLACE = "workplace"
    THERE = "there"
    BACK = "back"


class TileState(NamedTuple):
    """How a tile stands; `note` is such as "planned"."""

    tile: Tile
    is_chosen: bool
    note: str


class Option(NamedTuple):
    """One small choice."""

    code: str
    text: str
    spoken: str
    is_chosen: bool = False


class Question(NamedTuple):
    """A small question about the day, with its options."""

    asked: Asked
    text: str
    options: tuple[Option, ...]


class WayWords(NamedTuple):
    """Asks once for the usual way to work."""

    title: str
    text: str
    modes: tuple[Option, ...]
    mode_label: str
    mode_none: str
    km_label: str
    minutes_label: str
    most_km: int
    most_minutes: int
    keep: str
    later: str


class Week(NamedTuple):
    """The seven days, and one sentence against the agreement when there is one."""

    title: str
    weekdays: tuple[str, ...]
    days: tuple[month_tiles.Tile, ...]
    shown: date
    sentence: str


class OpenDay(NamedTuple):
    """A past day that was not filled in; `planned` is what was planned, in words."""

    date: date
    name: str
    planned: str
    options: tuple[Option, ...]


class OpenDays(NamedTuple):
    """The latest week with open days; no `as_planned` where nothing was planned."""

    title: str
    days: tuple[OpenDay, ...]
    as_planned: str
    day_by_day: str
    later: str


class Waiting(NamedTuple):
    """One thing that waits, and the page where it is dealt with."""

    icon: str
    text: str
    leads: str
    page: PageName


class TodayPage(NamedTuple):
    """The whole page; `others` is empty while the row of the last tile is closed.

    `first` is what was planned and is not confirmed yet: a code of a tile, or of an
    option of the last one.
    """

    title: str
    lead: str
    is_other_day: bool
    tiles: tuple[TileState, ...]
    others: tuple[Option, ...]
    first: str
    questions: tuple[Question, ...]
    way: WayWords | None
    week: Week
    open_days: OpenDays | None
    waiting: tuple[Waiting, ...]
    waiting_title: str
