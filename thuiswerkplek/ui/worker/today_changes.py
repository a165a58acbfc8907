"""What a choice on *Vandaag* changes, each with the sentence that tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import Band, DayKind, Mode, Where
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.worker import today_day, today_questions
from thuiswerkplek.ui.worker.today_models import Asked, Other

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.domain.habits import Habits
    from thuiswerkplek.services.day_log import DayLog, Undo
    from thuiswerkplek.ui.worker.today_head import Tile


class Change(NamedTuple):
    """What was kept, in words, and what takes it back."""

    text: str
    undo: Undo


def choose(log: DayLog, on: date, choice: Tile | Other | DayKind) -> Change:
    """Keep a day as a tile or one of the others says; `more` keeps it as planned."""
    if choice is Other.MORE:
        undo = _as_planned(log, on)
    elif choice in (Other.ELSEWHERE, Other.CUSTOMER):
        undo = _put_at(log, on, Where(choice))
    else:
        undo = log.choose(on, DayKind(choice))
    return Change(_kept(log, on), undo)


def _as_planned(log: DayLog, on: date) -> Undo:
    day = log.entry(on).day
    return log.put(*_listed(day and replace(day, is_planned=on > log.today())))


def _put_at(log: DayLog, on: date, where: Where) -> Undo:
    known, is_planned = log.entry(on).day, on > log.today()
    return log.put(
        today_day.at_one_place(known, on, where, log.habits(), is_planned=is_planned)
    )


def _kept(log: DayLog, on: date) -> str:
    day, today = log.entry(on).day, log.today()
    place = "" if day is None else today_day.day_words(day)
    name = words.capital(today_day.weekday(on))
    if on == today:
        return _("Today: {place}.").format(place=place)
    if on > today:
        return _("{day}, planned: {place}.").format(day=name, place=place)
    return _("{day}: {place}.").format(day=name, place=place)


def answer_workplace(log: DayLog, on: date, place: str, name: str) -> Change:
    """Keep at which workplace at home; that becomes the new habit."""
    day = log.entry(on).day
    new = day and today_day.with_workplace(day, WorkplaceId(place))
    habits = replace(log.habits(), workplace=WorkplaceId(place))
    text = _("At home: {workplace}.").format(workplace=name)
    return Change(text, _put_both(log, new, habits))


def answer_band(log: DayLog, on: date, asked: Asked, code: str) -> Change:
    """Keep in which band a way was; that becomes the new habit."""
    day, habits, band = log.entry(on).day, log.habits(), Band(code)
    new = day
    if day is not None:
        new = today_day.with_band(today_day.with_legs(day, habits), asked, band)
        habits = today_day.band_habit(habits, day, asked, band)
    text = _("{way}: {when}.").format(
        way=today_questions.travel_word(asked), when=balance_words.band(band)
    )
    return Change(text, _put_both(log, new, habits))


def keep_way(
    log: DayLog, on: date, mode: str, km: float, minutes: float | None
) -> Change:
    """Keep the usual way to work, and fill in the trips of the day with it."""
    habits = replace(log.habits(), mode=Mode(mode), km=km)
    if minutes is not None:
        habits = replace(habits, travel_minutes=round(minutes))
    day = log.entry(on).day
    new = day and today_day.with_legs(day, habits)
    text = _("Kept. Your trips fill in by themselves from now on.")
    return Change(text, _put_both(log, new, habits))


def _put_both(log: DayLog, day: Day | None, habits: Habits) -> Undo:
    undo_habits = log.put_habits(habits)
    undo_day = log.put(*_listed(day))

    def undo() -> None:
        undo_day()
        undo_habits()

    return undo


def _listed(day: Day | None) -> tuple[Day, ...]:
    return () if day is None else (day,)


def confirm_open(log: DayLog) -> Change:
    """Say that the open days of the latest week went as planned."""
    entries = [entry for week in log.open_weeks()[:1] for entry in week.entries]
    dates = [entry.date for entry in entries if entry.day is not None]
    text = ngettext(
        "{count} day kept as planned.", "{count} days kept as planned.", len(dates)
    )
    return Change(text.format(count=len(dates)), log.confirm(dates))
