"""What was typed in the editor of a day as a `Day`, or what is wrong and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import sentences
from thuiswerkplek.domain.daylog import (
    METRES_A_KM,
    MINUTES_A_DAY,
    Day,
    Mode,
    Part,
    Trip,
    Where,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.i18n import Language, current
from thuiswerkplek.ui.worker import day_editor_texts
from thuiswerkplek.ui.worker.day_editor_models import (
    Box,
    Fault,
    TypedDay,
    TypedPart,
    TypedTrip,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

HOUR = 60
# Two decimals are left out: 7,30 may be half past or three tenths of an hour.
_TIME = re.compile(r"(?P<h>\d{1,4})(?:[:hu](?P<m>[0-5]?\d)?|[.,](?P<t>\d))?")
_KM = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")
_BOXES = {
    "minutes": Box.TIME,
    "workplace": Box.WORKPLACE,
    "country": Box.COUNTRY,
    "km": Box.KM,
    "parts": Box.PARTS,
    "trips": Box.TRIPS,
}


class Reading(NamedTuple):
    """A day, or why there is none."""

    day: Day | None
    faults: tuple[Fault, ...] = ()


def read_minutes(text: str) -> int | None:
    """Return the minutes of a length such as 7:30, 7,5 or 8; None when unreadable."""
    found = _TIME.fullmatch("".join(text.casefold().split()))
    if found is None:
        return None
    tenths = int(found["t"] or 0)
    return int(found["h"]) * HOUR + int(found["m"] or 0) + tenths * HOUR // 10


def show_minutes(minutes: int) -> str:
    """Return a length of time as it is typed."""
    hours, rest = divmod(minutes, HOUR)
    return f"{hours}:{rest:02}"


def read_km(text: str) -> float | None:
    """Return the number in a text with comma or point; None when unreadable."""
    tidy = text.strip()
    return float(tidy.replace(",", ".")) if _KM.fullmatch(tidy) else None


def show_km(km: float) -> str:
    """Return a length to the metre, as the language writes it."""
    whole, metres = divmod(round(km * METRES_A_KM), METRES_A_KM)
    text = f"{whole}.{metres:03}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if current() is Language.NL else text


def typed_day(day: Day) -> TypedDay:
    """Return a day as it stands in the fields."""
    return TypedDay(
        tuple(map(_typed_part, day.parts)), tuple(map(typed_trip, day.trips))
    )


def _typed_part(part: Part) -> TypedPart:
    time = show_minutes(part.minutes) if part.minutes else ""
    return TypedPart(part.where, time, str(part.workplace or ""), part.country)


def typed_trip(trip: Trip) -> TypedTrip:
    """Return a trip as it stands in the fields."""
    return TypedTrip(trip.purpose, str(trip.mode), show_km(trip.km), trip.band)


def together(parts: Iterable[TypedPart]) -> int | None:
    """Return the minutes of all parts, or None while one cannot be read."""
    found = [_minutes(part) for part in parts]
    known = [minutes for minutes in found if minutes is not None]
    return sum(known) if len(known) == len(found) else None


def _minutes(part: TypedPart) -> int | None:
    if part.where is Where.OFF and not part.time.strip():
        return 0
    return read_minutes(part.time)


def read_day(on: date, typed: TypedDay, *, is_planned: bool) -> Reading:
    """Return the day that was typed; all faults at once when there are any."""
    parts = [_read_part(at, part) for at, part in enumerate(typed.parts)]
    trips = [_read_trip(at, trip) for at, trip in enumerate(typed.trips)]
    faults = [one for one in (*parts, *trips) if isinstance(one, Fault)]
    if faults:
        return Reading(None, tuple(faults))
    try:
        day = Day(
            on,
            tuple(one for one in parts if isinstance(one, Part)),
            tuple(one for one in trips if isinstance(one, Trip)),
            is_planned,
        )
    except ValueRefusedError as error:
        return Reading(None, (_fault(error, 0),))
    return Reading(day)


def _read_part(number: int, typed: TypedPart) -> Part | Fault:
    minutes = _minutes(typed)
    if minutes is None:
        return Fault(Box.TIME, number, day_editor_texts.bad_time())
    if minutes > MINUTES_A_DAY:
        return Fault(Box.TIME, number, sentences.refused_value("long-day"))
    is_home, is_work = typed.where is Where.HOME, typed.where is not Where.OFF
    place = WorkplaceId(typed.workplace) if is_home and typed.workplace else None
    country = typed.country.strip().upper() if is_work else ""
    try:
        return Part(typed.where, minutes, place, country)
    except ValueRefusedError as error:
        return _fault(error, number)


def _read_trip(number: int, typed: TypedTrip) -> Trip | Fault:
    km = read_km(typed.km)
    if not typed.mode:
        return Fault(Box.MODE, number, day_editor_texts.no_mode())
    if km is None:
        return Fault(Box.KM, number, day_editor_texts.bad_number())
    try:
        return Trip(typed.purpose, Mode(typed.mode), km, typed.band)
    except ValueRefusedError as error:
        return _fault(error, number)


def _fault(error: ValueRefusedError, number: int) -> Fault:
    return Fault(_BOXES[error.field], number, sentences.sentence(error))
