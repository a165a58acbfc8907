"""What the page *Werkplek* shows of the workplaces: values with finished texts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.domain.workplace import WorkplaceId


class Screen(StrEnum):
    """Which part of the page shows."""

    PLACES = "places"
    CHECK = "check"
    RESULT = "result"


class Doing(StrEnum):
    """What the worker does with one workplace on its card."""

    RENAMING = "renaming"
    REMOVING = "removing"
    REPEATING = "repeating"


class Empty(NamedTuple):
    """What the page says before there is a workplace."""

    title: str
    text: str
    privacy: str
    name_label: str
    name: str
    button: str


class Repeat(NamedTuple):
    """The two ways to check again."""

    text: str
    carry_over: str
    carry_over_help: str
    empty: str
    empty_help: str
    keep: str


class PlaceCard(NamedTuple):
    """One workplace; `severity` is None while there is nothing to say yet."""

    id: WorkplaceId
    name: str
    done: int
    total: int
    progress: str
    severity: int | None
    findings: str
    checked: str
    equipment: tuple[str, ...]
    action: str
    is_main: bool
    see_result: str
    check_again: str
    removal: str
    doing: Doing | None
    problem: str


class ShareField(NamedTuple):
    """One workplace's share of the hours, in per cent."""

    id: WorkplaceId
    name: str
    percent: int


class Shares(NamedTuple):
    """How the hours at home divide over the workplaces."""

    title: str
    text: str
    fields: tuple[ShareField, ...]
    button: str


class Remaining(NamedTuple):
    """What is left to divide while the worker types."""

    text: str
    is_whole: bool
    can_be_saved: bool


class PlacesSheet(NamedTuple):
    """The list of workplaces; `empty` is set when there is none."""

    title: str
    lead: str
    empty: Empty | None
    cards: tuple[PlaceCard, ...]
    shares: Shares | None
    add: str
    is_adding: bool
    name_label: str
    problem: str
