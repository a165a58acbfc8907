"""What the page *Vandaag* shows before anything was read; loaded at the start."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Tile(StrEnum):
    """A large choice; the first three are a `DayKind` of that name."""

    HOME = "home"
    OFFICE = "office"
    HOME_FIRST = "home-first"
    OTHER = "other"


class TileWords(NamedTuple):
    """The words of a tile; `key` is what chooses it on the keyboard."""

    tile: Tile
    title: str
    text: str
    icon: str
    key: str


class Head(NamedTuple):
    """All that shows before anything was read."""

    title: str
    lead: str
    tiles: tuple[TileWords, ...]
