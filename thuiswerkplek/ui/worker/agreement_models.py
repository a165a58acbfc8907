"""What the screen *Agreement* shows: values with finished texts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thuiswerkplek.ui.worker.agreement_draft import Choice, Draft
    from thuiswerkplek.ui.worker.agreement_entries import Entry

Facts: TypeAlias = tuple[tuple[str, str], ...]


class Showing(StrEnum):
    """Which of its three sheets the screen shows."""

    OVERVIEW = "overview"
    FORM = "form"
    INCOMING = "incoming"


class Told(NamedTuple):
    """An agreement in plain sentences; `facts` are its groups."""

    title: str
    lines: tuple[str, ...]
    facts: Facts
    nothing: str


class Reminder(NamedTuple):
    """When to talk the agreement over again; `is_due` when that is near or past."""

    text: str
    is_due: bool


class VersionLine(NamedTuple):
    """An earlier or coming version, in a fold."""

    number: int
    title: str
    note: str
    told: Told
    change_word: str
    change_spoken: str
    remove_word: str
    remove_spoken: str


class Overview(NamedTuple):
    """What holds, what is told about it, and the versions before and after."""

    title: str
    lead: str
    back_word: str
    now: Told | None
    nothing_now: str
    reminder: Reminder | None
    write_word: str
    take_in_word: str
    talk_word: str
    talk_help: str
    versions_title: str
    versions: tuple[VersionLine, ...]
    problem: str = ""


class Room(StrEnum):
    """How much room a field takes."""

    NUMBER = "number"
    DATE = "date"
    LINE = "line"
    TEXT = "text"


class Line(NamedTuple):
    """A field to type in; the sign stands before it, the unit behind it."""

    entry: Entry
    label: str
    room: Room
    help: str = ""
    unit: str = ""
    sign: str = ""


class Pair(NamedTuple):
    """Two fields that belong together, side by side where there is room."""

    first: Line
    second: Line


class Weekdays(NamedTuple):
    """The seven days of the week, each on or off: short words and full ones."""

    entry: Entry
    label: str
    days: tuple[tuple[int, str, str], ...]


class Options(NamedTuple):
    """A choice that drops down: codes with their words."""

    choice: Choice
    label: str
    items: tuple[tuple[str, str], ...]


class Items(NamedTuple):
    """Lines of equipment, each with its owner."""

    entry: Entry
    label: str
    help: str
    name_word: str
    owner_word: str
    owners: tuple[tuple[str, str], ...]
    add_word: str
    remove_word: str


class Remark(NamedTuple):
    """A quiet sentence between the fields."""

    text: str


Part: TypeAlias = Line | Pair | Weekdays | Options | Items | Remark


class Group(NamedTuple):
    """Fields behind one line; the note tells what is filled in."""

    code: str
    title: str
    parts: tuple[Part, ...]


class FormSheet(NamedTuple):
    """The whole form, and what it is filled in with."""

    title: str
    lead: str
    first: tuple[Part, ...]
    groups: tuple[Group, ...]
    kept_title: str
    kept: tuple[str, ...]
    save_word: str
    leave_word: str
    draft: Draft


class Refusals(NamedTuple):
    """What is wrong, by field; `summary` counts it."""

    summary: str
    texts: Mapping[Entry, str]


class IncomingSheet(NamedTuple):
    """What a file says, before it is kept."""

    title: str
    lead: str
    told: Told
    remark: str
    keep_word: str
    leave_word: str
    can_keep: bool
