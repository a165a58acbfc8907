"""The words of the editor of one day, and of what its lists hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import Band, DayKind, Mode, Purpose, Where, kind
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker import calendar_texts, today_day
from thuiswerkplek.ui.worker.day_editor_models import Choices, KindChip

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.domain.workplace import Workplace
    from thuiswerkplek.services.day_log import Entry

_BANDS = (Band.UNKNOWN, Band.OUTSIDE, Band.MORNING_PEAK, Band.EVENING_PEAK)


def title(on: date) -> str:
    """Return the day that is edited."""
    return today_day.date_words(on)


def status(entry: Entry, today: date, holiday: str) -> str:
    """Return what is known of the day, and what keeping it does."""
    told = [holiday and _("{name}.").format(name=holiday), _known(entry, today)]
    return " ".join(part for part in told if part)


def _known(entry: Entry, today: date) -> str:
    if entry.is_done:
        return _("Filled in.")
    if entry.day is None and entry.date > today:
        return _("Still to come: what you save is a plan.")
    if entry.day is None:
        return _("Nothing is filled in yet.")
    if entry.is_kept:
        return _("Planned.")
    return _("Planned by your usual week.")


def chips(day: Day | None) -> tuple[KindChip, ...]:
    """Return what the day can be in one click."""
    now = None if day is None else kind(day)
    return tuple(_chip(one, is_chosen=one is now) for one in calendar_texts.CHOICES)


def _chip(one: DayKind, *, is_chosen: bool) -> KindChip:
    text = words.capital(balance_words.day_kind(one))
    spoken = _("{kind}, chosen").format(kind=text) if is_chosen else text
    return KindChip(one, calendar_texts.choice(one), spoken, is_chosen)


def choices(known: Iterable[Workplace]) -> Choices:
    """Return what the lists hold."""
    return Choices(
        places=tuple(
            (str(one), words.capital(balance_words.where(one))) for one in Where
        ),
        workplaces=_workplaces(known),
        purposes=(
            (str(Purpose.COMMUTE), _("To or from work")),
            (str(Purpose.BUSINESS), _("On business")),
        ),
        modes=(
            ("", _("Choose")),
            *((str(one), words.capital(balance_words.mode(one))) for one in Mode),
        ),
        bands=tuple(
            (str(one), words.capital(balance_words.band(one))) for one in _BANDS
        ),
    )


def _workplaces(known: Iterable[Workplace]) -> tuple[tuple[str, str], ...]:
    """Return the places at home."""
    places = ((str(place.id), place.name) for place in known)
    return (("", _("Not filled in")), *places)


def together(minutes: int | None) -> str:
    """Return how long the parts are together."""
    if minutes is None:
        return ""
    return _("Together: {time}").format(time=balance_words.duration(minutes))


def part_name(number: int) -> str:
    """Return the name of a part, counted from 1."""
    return _("Part {number}").format(number=number)


def trip_name(number: int) -> str:
    """Return the name of a trip, counted from 1."""
    return _("Trip {number}").format(number=number)


def named(group: str, field: str) -> str:
    """Return the name of a field of a part or trip, for screen readers."""
    return _("{group}: {field}").format(group=group, field=field)


def left_behind(on: date) -> str:
    """Return that what was typed was not kept."""
    text = _("{day}: what you typed was not saved.")
    return text.format(day=today_day.day_and_month(on))


def bad_time() -> str:
    """Return what to type where no length of time could be read."""
    return _("Type hours and minutes, such as 7:30.")


def bad_number() -> str:
    """Return what to type where no number could be read."""
    return _("Type the kilometres of this trip, such as {km}.").format(
        km=words.number(12.5)
    )


def no_mode() -> str:
    """Return that a mode is yet to be chosen."""
    return _("Choose how you travelled.")
