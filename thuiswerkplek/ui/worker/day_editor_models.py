"""What the editor of one day shows and what was typed in it; no Qt here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.daylog import Band, Purpose, Where

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.daylog import DayKind

Choice = tuple[str, str]


class Box(StrEnum):
    """A field of the editor, for a fault to stand beside."""

    TIME = "time"
    WORKPLACE = "workplace"
    COUNTRY = "country"
    PARTS = "parts"
    MODE = "mode"
    KM = "km"
    TRIPS = "trips"


class TypedPart(NamedTuple):
    """A part of a day as it stands in the fields."""

    where: Where = Where.HOME
    time: str = ""
    workplace: str = ""
    country: str = ""


class TypedTrip(NamedTuple):
    """A trip as it stands in the fields; no mode is one that is yet to be chosen."""

    purpose: Purpose = Purpose.COMMUTE
    mode: str = ""
    km: str = ""
    band: Band = Band.UNKNOWN


class TypedDay(NamedTuple):
    """All fields of the editor."""

    parts: tuple[TypedPart, ...] = ()
    trips: tuple[TypedTrip, ...] = ()


class Fault(NamedTuple):
    """What is wrong, and beside which field of which part or trip it is said."""

    box: Box
    number: int
    text: str


class KindChip(NamedTuple):
    """What a day can be in one click."""

    kind: DayKind
    text: str
    spoken: str
    is_chosen: bool


class Choices(NamedTuple):
    """What the lists of the editor hold: codes with their words."""

    places: tuple[Choice, ...]
    workplaces: tuple[Choice, ...]
    purposes: tuple[Choice, ...]
    modes: tuple[Choice, ...]
    bands: tuple[Choice, ...]


class EditorSheet(NamedTuple):
    """One day to be filled in."""

    date: date
    title: str
    status: str
    kinds: tuple[KindChip, ...]
    typed: TypedDay
    choices: Choices
    can_confirm: bool
    can_clear: bool
