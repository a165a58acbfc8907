"""The words of the calendar of *Balans*: names of days, keys, and what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import Band, DayKind, Where
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.worker import today_day
from thuiswerkplek.ui.worker.calendar_models import EmptyCalendar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thuiswerkplek.domain.daylog import Day, Part
    from thuiswerkplek.services.day_log import Entry

PEAKS = frozenset({Band.MORNING_PEAK, Band.EVENING_PEAK})
CHOICES = (
    DayKind.HOME,
    DayKind.OFFICE,
    DayKind.HOME_FIRST,
    DayKind.ELSEWHERE,
    DayKind.OFF,
)


def choice(kind: DayKind) -> str:
    """Return the short name of what a day can be in one click; its letter is a key."""
    return {
        DayKind.HOME: _("Home"),
        DayKind.OFFICE: _("Office"),
        DayKind.HOME_FIRST: _("First home"),
        DayKind.ELSEWHERE: _("Elsewhere"),
        DayKind.OFF: _("Not working"),
    }[kind]


def key(kind: DayKind) -> str:
    """Return the letter that chooses a kind of day."""
    return choice(kind)[0].upper()


# What a day says


def tile_name(entry: Entry) -> str:
    """Return date, place, and planned or done, as a screen reader says it."""
    text = _("{date}: {place}")
    return text.format(date=today_day.date_words(entry.date), place=place(entry))


def place(entry: Entry) -> str:
    """Return where a day was, and whether that was planned or done."""
    if entry.day is None:
        return _("nothing filled in")
    where = today_day.day_words(entry.day)
    if entry.day.is_planned:
        return _("{place}, planned").format(place=where)
    return _("{place}, filled in").format(place=where)


def tile_description(entry: Entry, holiday: str, *, is_today: bool) -> str:
    """Return what else there is to know of a day."""
    told = [_("today") if is_today else "", holiday]
    if entry.day is not None:
        told += [_parts(entry.day), _trips(entry.day)]
    return "; ".join(part for part in told if part)


def _parts(day: Day) -> str:
    return ", ".join(_part(part) for part in day.parts if part.minutes)


def _part(part: Part) -> str:
    return _("{place} {time}").format(
        place=balance_words.where(part.where),
        time=balance_words.duration(part.minutes),
    )


def _trips(day: Day) -> str:
    if not day.trips:
        return ""
    text = ngettext("{count} trip", "{count} trips", len(day.trips))
    trips = text.format(count=len(day.trips))
    peaks = peak_trips(day)
    if not peaks:
        return trips
    text = ngettext("{trips}, {count} in a peak", "{trips}, {count} in a peak", peaks)
    return text.format(trips=trips, count=peaks)


def peak_trips(day: Day) -> int:
    """Return how many trips of a day were in a peak."""
    return sum(trip.band in PEAKS for trip in day.trips)


# The month


def month(on: date) -> str:
    """Return the month of a date with its year."""
    return words.capital(words.month(on))


def turn(text: str, on: date) -> str:
    """Return what a button that turns to a month says."""
    return _("{turn}: {month}").format(turn=text, month=words.month(on))


def week(number: int) -> str:
    """Return the name of a week."""
    return _("Week {number}").format(number=number)


def confirm(count: int) -> str:
    """Return what the button of a week does."""
    text = ngettext("Confirm {count} day", "Confirm {count} days", count)
    return text.format(count=count)


def confirm_short() -> str:
    """Return the same where there is room for one word."""
    return _("Confirm")


def confirm_spoken(number: int, count: int) -> str:
    """Return the same with the week it is about."""
    text = ngettext(
        "Confirm {count} planned day of week {number}",
        "Confirm {count} planned days of week {number}",
        count,
    )
    return text.format(count=count, number=number)


def summary(places: Mapping[Where, int], planned: int) -> str:
    """Return what the days of a month were, and how many are still planned."""
    counts = (
        (places.get(Where.HOME, 0), _("{count} at home")),
        (places.get(Where.OFFICE, 0), _("{count} at the office")),
        (places.get(Where.ELSEWHERE, 0), _("{count} elsewhere")),
        (planned, _("{count} planned")),
    )
    told = [text.format(count=count) for count, text in counts if count]
    return _("Days: {counts}").format(counts=", ".join(told)) if told else ""


def holidays(names: Mapping[date, str]) -> str:
    """Return the days off of a month with their names."""
    if not names:
        return ""
    told = (
        _("{day} {month} {name}").format(
            day=on.day, month=balance_words.month(on.month), name=name
        )
        for on, name in names.items()
    )
    return _("Public holidays: {holidays}.").format(holidays=", ".join(told))


def empty() -> EmptyCalendar:
    """Return what a calendar without days says."""
    return EmptyCalendar(
        title=_("Your days come here"),
        text=_(
            "Say once what your usual week is like, and the calendar fills itself in."
            " Or click a day and say where you were."
        ),
        plan_word=_("Plan my week"),
        today_word=_("Fill in today"),
    )


# Keys and signs


def legend(where: Where) -> str:
    """Return what the sign of a place means."""
    if where is Where.ELSEWHERE:
        return _("elsewhere")
    if where is Where.OFF:
        return balance_words.day_kind(DayKind.OFF)
    return balance_words.where(where)


def legend_planned() -> str:
    """Return what a light day means."""
    return _("planned, not confirmed yet")


def legend_peak() -> str:
    """Return what a mark means."""
    return _("a trip in a peak")


def keys() -> tuple[str, ...]:
    """Return what the keys do on a day."""
    letters = (f"{key(kind)} {choice(kind)}" for kind in CHOICES)
    return (
        ", ".join(letters),
        _("Arrows: another day. Home and End: the first and last day of the week."),
        _("Page up and page down: another month."),
        _("Enter: open the day. Delete: clear it."),
        _("Ctrl+Z: take the last change back."),
    )


# What was changed


def changed(entry: Entry) -> str:
    """Return what a day is now."""
    if entry.day is None:
        text = _("{day}: cleared.")
        return text.format(day=today_day.day_and_month(entry.date))
    text = _("{day}: {place}.")
    day = today_day.day_and_month(entry.date)
    return text.format(day=day, place=place(entry))


def confirmed(count: int) -> str:
    """Return that planned days were confirmed."""
    text = ngettext("{count} day confirmed.", "{count} days confirmed.", count)
    return text.format(count=count)


def taken_back() -> str:
    """Return that the last change was undone."""
    return _("Taken back. It is as it was before.")


def nothing_to_take_back() -> str:
    """Return that there is no change to undo."""
    return _("There is nothing to take back.")
