"""What the page *Delen* shows: frozen values with finished texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.domain.records import Request


class PagesState(StrEnum):
    """Whether the pages on the screen are the ones that would be saved."""

    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


class PersonFields(NamedTuple):
    """Who the report is from, as typed; `problem` says what is still needed."""

    name: str
    staff_number: str
    department: str
    problem: str


class RequestTick(NamedTuple):
    """A neutral request that goes along or does not."""

    request: Request
    text: str
    is_asked: bool


class ShareTick(NamedTuple):
    """One thing with a tick: with it, it goes to the reader.

    `is_remark` is free text. What is `by_release` stays here until it is released, as
    remarks do. What cannot be ticked now, because the whole workplace stays here, is
    not enabled.
    """

    key: str
    text: str
    spoken: str
    goes: bool
    is_remark: bool = False
    is_enabled: bool = True
    by_release: bool = False


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Ticks under one theme, with how many of them go along."""

    id: str
    title: str
    count: str
    ticks: tuple[ShareTick, ...]


class PlaceTicks(NamedTuple):
    """What goes along about one workplace."""

    title: str
    ticks: tuple[ShareTick, ...]
    groups: tuple[TickGroup, ...]


class LogTick(NamedTuple):
    """What can go of the day log, and in words what that is exactly."""

    title: str
    tick: ShareTick
    line: str


class StayingGroup(NamedTuple):
    """What stays on this computer in one theme, and why."""

    id: str
    title: str
    why: str
    lines: tuple[str, ...]


class SharePage(NamedTuple):
    """The whole page beside its pages; `is_empty` when there is nothing to share."""

    is_empty: bool
    person: PersonFields
    from_ticks: tuple[ShareTick, ...]
    language: str
    requests: tuple[RequestTick, ...]
    request_line: str
    places: tuple[PlaceTicks, ...]
    log: LogTick | None
    remark_warning: str
    staying: tuple[StayingGroup, ...]


class PagesStatus(NamedTuple):
    """The words around the pages, and whether they may be saved now.

    `read_back` says of the file saved last that it can be read again.
    """

    state: PagesState
    text: str
    knows: str
    history: str
    can_save: bool
    why_not: str
    read_back: str = ""
