"""What waits on *Vandaag*: open days, measures done, an agreement to talk over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.agreement import review_due
from thuiswerkplek.domain.daylog import DayKind
from thuiswerkplek.domain.measures import State
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker import today_day
from thuiswerkplek.ui.worker.today_models import OpenDay, OpenDays, Option, Waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.services.day_log import Entry, OpenWeek
    from thuiswerkplek.services.results import MeasureLine

FELT_AFTER = timedelta(weeks=1)  # as a measure says when it is done
REVIEW_AHEAD = timedelta(days=14)
REVIEW_KEPT = timedelta(weeks=4)  # a repeating review day that passed stays so long


def open_days(week: OpenWeek) -> OpenDays:
    """Return the days of one week that are still to be filled in."""
    count = len(week.entries)
    title = ngettext(
        "{count} day of week {week} is still open",
        "{count} days of week {week} are still open",
        count,
    )
    has_plan = any(entry.day is not None for entry in week.entries)
    return OpenDays(
        title=title.format(count=count, week=week.monday.isocalendar().week),
        days=tuple(map(_open_day, week.entries)),
        as_planned=_("As planned") if has_plan else "",
        day_by_day=_("Day by day"),
        later=_("Not now"),
    )


def _open_day(entry: Entry) -> OpenDay:
    name = today_day.day_and_month(entry.date)
    planned = ""
    if entry.day is not None:
        planned = _("planned: {place}").format(place=today_day.day_words(entry.day))
    return OpenDay(
        date=entry.date,
        name=name,
        planned=planned,
        options=tuple(
            Option(kind, text, f"{name}: {text}") for kind, text in _kinds().items()
        ),
    )


def _kinds() -> dict[DayKind, str]:
    return {
        DayKind.HOME: _("Home"),
        DayKind.OFFICE: _("Office"),
        DayKind.HOME_FIRST: _("Home first"),
        DayKind.ELSEWHERE: _("Elsewhere"),
        DayKind.OFF: _("Not working"),
    }


def measures_waiting(lines: Iterable[MeasureLine], today: date) -> Iterator[Waiting]:
    """Return what was done about findings and may have helped by now, in one line."""
    due = [line for line in lines if _is_felt(line, today)]
    if not due:
        return
    if len(due) == 1:
        short = words.question_text(due[0].question).short
        text = _("“{measure}” is done. Does it help?").format(measure=short)
    else:
        text = _("{count} measures are done. Do they help?").format(count=len(due))
    yield Waiting("measures", text, _("See the measures"), PageName.MEASURES)


def _is_felt(line: MeasureLine, today: date) -> bool:
    if line.measure.state is not State.SET_UP:
        return False
    is_solved = line.is_answered_now and not line.is_found_now
    return is_solved or line.measure.steps[-1].day + FELT_AFTER <= today


def review_waiting(agreement: Agreement | None, today: date) -> Iterator[Waiting]:
    """Return that the agreement is to be talked over, from two weeks before."""
    due = None if agreement is None else _review(agreement, today)
    if due is None or due > today + REVIEW_AHEAD:
        return
    if due < today:
        text = _("On {day} you were to talk your agreement over.")
    elif due == today:
        text = _("Today you talk your agreement over.")
    else:
        text = _("On {day} you talk your agreement over.")
    text = text.format(day=words.day(due))
    yield Waiting("balance", text, _("See the agreement"), PageName.BALANCE)


def _review(agreement: Agreement, today: date) -> date | None:
    """Return the day that is near or passed; one that does not repeat stays."""
    if agreement.review_months is None:
        return review_due(agreement, after=date.min)
    return review_due(agreement, after=today - REVIEW_KEPT)
