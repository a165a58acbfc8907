"""One day as cells of the day list, and back: the grammar of parts and legs."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar, cast

from thuiswerkplek.domain.daylog import (
    HOME_COUNTRY,
    Band,
    Day,
    Mode,
    Part,
    Purpose,
    Trip,
    Where,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.exchange.daylog_words import CONFIRMED, PLANNED, known, word
from thuiswerkplek.exchange.meaning import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from enum import StrEnum

    BandAt: TypeAlias = Callable[[Mode, datetime], Band]

Value = TypeVar("Value", bound="StrEnum")

DETAIL_LENGTH = 60
MINUTES_AN_HOUR = 60
WITHOUT_BAND, WITH_BAND = 3, 4

_ISO_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)", re.ASCII)
_DUTCH_DATE = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)", re.ASCII)
_HOURS = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?", re.ASCII)
_KM = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?", re.ASCII)
_PART = re.compile(
    r"(?P<where>[^\s\[\]()+]+)(?: (?P<time>[\d:.,]+))?"
    r"(?: ?\[(?P<place>[^\[\]]*)\])?(?: ?\((?P<country>[^()]*)\))? ?(?:\+ ?|$)"
)
_OF_PART = {
    ("minutes", "out-of-range"): "long-part",
    ("workplace", "not-at-home"): "not-at-home",
    ("country", "unknown-country"): "country",
}


class Names(NamedTuple):
    """Workplaces by what stands between brackets, and back; no ids is anything goes."""

    ids: Mapping[str, WorkplaceId] | None
    texts: Mapping[WorkplaceId, str]


class Fault(Exception):  # noqa: N818 - becomes a problem with its line
    """What is wrong in a line; `reason` is one of `import_sentences`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail[:DETAIL_LENGTH]


def day(cells: list[str], names: Names, band_at: BandAt | None) -> Day:
    """Return the day in these cells: date, parts, trips and whether it is planned.

    Raises:
        Fault: the first thing that cannot be read.
    """
    on, parts, trips, planned = cells
    date_of_day = _date(on)
    try:
        return Day(
            date_of_day,
            tuple(_parts(parts, names)),
            tuple(_trips(trips, date_of_day, band_at)),
            _is_planned(planned),
        )
    except ValueRefusedError as error:
        raise Fault(error.reason) from None


def _date(cell: str) -> date:
    if found := _ISO_DATE.fullmatch(cell):
        numbers = [int(number) for number in found.groups()]
    elif found := _DUTCH_DATE.fullmatch(cell):
        numbers = [int(number) for number in reversed(found.groups())]
    else:
        raise Fault("date", cell)
    try:
        day = date(*numbers)
    except ValueError:
        raise Fault("date", cell) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Fault("date-range", cell)
    return day


def _parts(cell: str, names: Names) -> Iterator[Part]:
    if not cell:
        raise Fault("no-parts")
    at = 0
    while at < len(cell):
        found = _PART.match(cell, at)
        if found is None or (found.end() == len(cell) and cell.endswith("+")):
            raise Fault("part", cell[at:])
        at = found.end()
        yield _part(found, names)


def _part(found: re.Match[str], names: Names) -> Part:
    where = _value(Where, found["where"], "place")
    country = (found["country"] or "").strip().upper()
    try:
        return Part(
            where,
            _minutes(found, where),
            None if found["place"] is None else _workplace(found["place"], names),
            "" if country == HOME_COUNTRY else country,
        )
    except ValueRefusedError as error:
        reason = _OF_PART.get((error.field, error.reason), "part")
        raise Fault(reason, found[0].rstrip("+ ")) from None


def _minutes(part: re.Match[str], where: Where) -> int:
    text = part["time"]
    if text is None:
        if where is Where.OFF:
            return 0
        raise Fault("no-time", part["where"])
    if found := _CLOCK.fullmatch(text):
        return int(found[1]) * MINUTES_AN_HOUR + int(found[2])
    found = _HOURS.fullmatch(text)
    if found is None:
        raise Fault("time", text)
    minutes = Fraction(text.replace(",", ".")) * MINUTES_AN_HOUR
    if minutes.denominator != 1:
        raise Fault("time", text)
    return int(minutes)


def _workplace(text: str, names: Names) -> WorkplaceId:
    text = text.strip()
    if names.ids is None and text:
        return WorkplaceId(text)
    if names.ids is None or text not in names.ids:
        raise Fault("workplace", text)
    return names.ids[text]


def _trips(cell: str, on: date, band_at: BandAt | None) -> Iterator[Trip]:
    for text in cell.split("+") if cell else ():
        yield _trip(text, on, band_at)


def _trip(cell: str, on: date, band_at: BandAt | None) -> Trip:
    words = cell.split()
    if not WITHOUT_BAND <= len(words) <= WITH_BAND:
        raise Fault("trip", cell.strip())
    purpose = _value(Purpose, words[0], "purpose")
    mode = _value(Mode, words[1], "mode")
    band = Band.UNKNOWN
    if len(words) == WITH_BAND:
        band = _band(words[-1], mode, on, band_at)
    if not _KM.fullmatch(words[2]):
        raise Fault("km", words[2])
    try:
        return Trip(purpose, mode, float(words[2].replace(",", ".")), band)
    except ValueRefusedError:
        raise Fault("km", words[2]) from None


def _band(text: str, mode: Mode, on: date, band_at: BandAt | None) -> Band:
    """Return the band that stands there, or that a clock time falls in."""
    clock = _CLOCK.fullmatch(text)
    if clock is None or band_at is None:
        return _value(Band, text, "band")
    try:
        return band_at(mode, datetime.combine(on, time(int(clock[1]), int(clock[2]))))
    except ValueError:
        raise Fault("band", text) from None


def _is_planned(cell: str) -> bool:
    said = cell.casefold()
    if said in PLANNED.values():
        return True
    if not said or said in CONFIRMED.values():
        return False
    raise Fault("planned", cell)


def _value(kind: type[Value], text: str, reason: str) -> Value:
    found = _known(kind).get(text.casefold())
    if found is None:
        raise Fault(reason, text)
    return cast("Value", found)


@cache
def _known(kind: type[StrEnum]) -> dict[str, StrEnum]:
    return known(kind)


def names_of(places: Mapping[WorkplaceId, str] | None) -> Names:
    """Return how workplaces are written: by name where that is clear, else by id."""
    if places is None:
        return Names(None, {})
    counts = Counter(places.values())
    texts = {
        place: name if counts[name] == 1 and _is_clear(name, places) else place
        for place, name in places.items()
    }
    ids = {text: place for place, text in texts.items()}
    return Names(ids | {str(place): place for place in places}, texts)


def _is_clear(name: str, places: Mapping[WorkplaceId, str]) -> bool:
    is_plain = name.isprintable() and not set(name) & set("[]")
    return bool(name) and is_plain and name not in places and _is_trimmed(name)


def _is_trimmed(name: str) -> bool:
    return name == " ".join(name.split())


def cells(day: Day, names: Names, language: str) -> tuple[str, str, str, str]:
    """Return the cells of a day: date, parts, trips and whether it is planned."""
    return (
        day.date.isoformat(),
        " + ".join(_part_text(part, names, language) for part in day.parts),
        " + ".join(_trip_text(trip, language) for trip in day.trips),
        (PLANNED if day.is_planned else CONFIRMED)[language],
    )


def _part_text(part: Part, names: Names, language: str) -> str:
    words = [word(part.where, language)]
    if part.minutes:
        hours, minutes = divmod(part.minutes, MINUTES_AN_HOUR)
        words.append(f"{hours}:{minutes:02}")
    place = part.workplace
    if place is not None and names.ids is None:
        words.append(f"[{place}]")
    elif place is not None and place in names.texts:  # not one removed since
        words.append(f"[{names.texts[place]}]")
    if part.country:
        words.append(f"({part.country})")
    return " ".join(words)


def _trip_text(trip: Trip, language: str) -> str:
    km = f"{trip.km:.3f}".rstrip("0").rstrip(".")
    length = km.replace(".", ",") if language == "nl" else km
    words = (word(trip.purpose, language), word(trip.mode, language), length)
    return " ".join((*words, word(trip.band, language)))
