"""The words of a week plan: places, the plan in one sentence, remarks beside a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import DAYS_A_WEEK
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker.plan_draft import Place, days_from, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from thuiswerkplek.domain.daylog import PlannedDay, WeekPattern
    from thuiswerkplek.domain.habits import Habits
    from thuiswerkplek.ui.worker.plan_draft import Row


def choices(*, is_own: bool) -> tuple[tuple[str, str], ...]:
    """Return the places to choose from, the own mix only where there is one."""
    shown = (place for place in Place if is_own or place is not Place.OWN)
    return tuple((str(place), _choice(place)) for place in shown)


def _choice(place: Place) -> str:
    return {
        Place.HOME: _("At home"),
        Place.OFFICE: _("At the office"),
        Place.HOME_FIRST: _("Home first"),
        Place.ELSEWHERE: _("Elsewhere"),
        Place.NONE: _("Not working"),
        Place.OWN: _("Own mix"),
    }[place]


def _on(place: Place) -> str:
    return {
        Place.HOME: _("at home on {weekdays}"),
        Place.OFFICE: _("at the office on {weekdays}"),
        Place.HOME_FIRST: _("first at home, then at the office on {weekdays}"),
        Place.ELSEWHERE: _("at another workplace on {weekdays}"),
        Place.OWN: _("an own mix on {weekdays}"),
    }[place]


def nothing() -> str:
    """Return that there is no plan."""
    return _("Nothing is planned yet.")


def in_force(pattern: WeekPattern, today: date) -> str:
    """Return what is planned now, in one sentence."""
    first, second = _weeks(days_from(pattern, today))
    if first == second:
        text = _("Planned since {date}: {week}.")
    else:
        text = _("Planned since {date}: this week {week}; next week {other}.")
    since = words.day(pattern.valid_from)
    return text.format(date=since, week=first, other=second)


def coming(pattern: WeekPattern) -> str:
    """Return what is planned for later, in one sentence."""
    first, second = _weeks(pattern.days)
    if first == second:
        text = _("From {date} on: {week}.")
    else:
        text = _("From {date} on: the first week {week}; the other week {other}.")
    begin = words.day(pattern.valid_from)
    return text.format(date=begin, week=first, other=second)


def _weeks(days: Sequence[PlannedDay]) -> tuple[str, str]:
    return _week(days[:DAYS_A_WEEK]), _week(days[-DAYS_A_WEEK:])


def _week(days: Iterable[PlannedDay]) -> str:
    places = [place_of(day) for day in days]
    known = [place for place in Place if place in places and place is not Place.NONE]
    if not known:
        return _("no working days")
    return "; ".join(_on(one).format(weekdays=_weekdays(places, one)) for one in known)


def _weekdays(places: Sequence[Place], wanted: Place) -> str:
    numbers = (number for number, one in enumerate(places, 1) if one is wanted)
    return words.listing([balance_words.weekday(number) for number in numbers])


def note(row: Row, habits: Habits) -> str:
    """Return what is unusual about a day that stays as it was planned."""
    if row.place is Place.OWN:
        return _parts(row.stored)
    if not row.is_other(habits):
        return ""
    minutes = _minutes(row.stored)
    if minutes != _minutes(row.renewed(habits).day(habits)):
        return _("planned for {time}").format(time=balance_words.duration(minutes))
    return _("planned with other travel or another place")


def _parts(day: PlannedDay) -> str:
    text = _("{time} {where}")
    return ", ".join(
        text.format(
            time=balance_words.duration(part.minutes),
            where=balance_words.where(part.where),
        )
        for part in day.parts
    )


def _minutes(day: PlannedDay) -> int:
    return sum(part.minutes for part in day.parts)
