"""The day that *Vandaag* speaks of: which tile it is, and what a choice makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    DayKind,
    Part,
    Purpose,
    Trip,
    Where,
    commutes,
    kind,
    worked,
)
from thuiswerkplek.domain.habits import TRAVELLED, Habits, legs
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker.today_head import Tile
from thuiswerkplek.ui.worker.today_models import Asked, Other

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.workplace import WorkplaceId

_TILES = {DayKind(tile): tile for tile in (Tile.HOME, Tile.OFFICE, Tile.HOME_FIRST)}
_PLACES = {Where.ELSEWHERE: Other.ELSEWHERE, Where.CUSTOMER: Other.CUSTOMER}


def tile_of(day: Day) -> Tile:
    """Return the tile that a day is."""
    return _TILES.get(kind(day), Tile.OTHER)


def other_of(day: Day) -> Other | None:
    """Return which of the other days a day is; None when it has a tile of its own."""
    if tile_of(day) is not Tile.OTHER:
        return None
    places = {part.where for part in worked(day)}
    if not places:
        return Other.OFF
    return (
        _PLACES.get(next(iter(places)), Other.MORE) if len(places) == 1 else Other.MORE
    )


def day_words(day: Day) -> str:
    """Return where a day was."""
    if other_of(day) is Other.CUSTOMER:
        return balance_words.where(Where.CUSTOMER)
    return balance_words.day_kind(kind(day))


def weekday(on: date) -> str:
    """Return the weekday of a date."""
    return balance_words.weekday(on.isoweekday())


def date_words(on: date) -> str:
    """Return a date with its weekday, such as Monday 23 November 2026."""
    text = _("{weekday} {day}")
    return words.capital(text.format(weekday=weekday(on), day=words.day(on)))


def day_and_month(on: date) -> str:
    """Return a date of this year, such as Monday 23 November."""
    text = _("{weekday} {number} {month}").format(
        weekday=weekday(on), number=on.day, month=balance_words.month(on.month)
    )
    return words.capital(text)


# What a choice makes of the day


def at_one_place(
    known: Day | None, on: date, where: Where, habits: Habits, *, is_planned: bool
) -> Day:
    """Return a whole day at one kind of place; what was that already stays as it is."""
    if known is not None and {part.where for part in worked(known)} == {where}:
        return replace(known, is_planned=is_planned)
    return Day(on, (Part(where, habits.day_minutes),), (), is_planned)


def is_travelled(day: Day) -> bool:
    """Return whether the day has a way to work, noted or not."""
    return bool(commutes(day)) or kind(day) in TRAVELLED


def with_legs(day: Day, habits: Habits) -> Day:
    """Return the day with the usual way there and back, if it has none yet."""
    if commutes(day):
        return day
    return replace(day, trips=(*day.trips, *legs(kind(day), habits)))


def leg_at(day: Day, asked: Asked) -> int | None:
    """Return which trip is the way there, or the way back."""
    own = [
        number
        for number, trip in enumerate(day.trips)
        if trip.purpose is Purpose.COMMUTE
    ]
    if asked is Asked.THERE:
        return own[0] if own else None
    return own[-1] if len(own) > 1 else None


def with_band(day: Day, asked: Asked, band: Band) -> Day:
    """Return the day with the way there, or back, in another band."""
    at = leg_at(day, asked)
    if at is None:
        return day
    trips = list(day.trips)
    old = trips[at]
    trips[at] = Trip(old.purpose, old.mode, old.km, band)
    return replace(day, trips=tuple(trips))


def band_habit(habits: Habits, day: Day, asked: Asked, band: Band) -> Habits:
    """Return the habits after another band.

    The way there of a home-first day is outside the peak of itself, so it tells
    nothing of other days.
    """
    if asked is Asked.BACK:
        return replace(habits, back=band)
    if kind(day) is DayKind.HOME_FIRST:
        return habits
    return replace(habits, there=band)


def workplace_of(day: Day) -> WorkplaceId | None:
    """Return the one workplace at home of a day."""
    places = {part.workplace for part in day.parts if part.where is Where.HOME}
    return next(iter(places)) if len(places) == 1 else None


def with_workplace(day: Day, place: WorkplaceId) -> Day:
    """Return the day with all work at home at one workplace."""
    parts = (
        replace(part, workplace=place) if part.where is Where.HOME else part
        for part in day.parts
    )
    return replace(day, parts=tuple(parts))
