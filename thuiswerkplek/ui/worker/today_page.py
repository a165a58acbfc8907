"""Reads what *Vandaag* shows; loaded once the window has been painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import words
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.worker import (
    today_day,
    today_questions,
    today_waiting,
    today_week,
)
from thuiswerkplek.ui.worker.today_head import Tile
from thuiswerkplek.ui.worker.today_models import (
    Option,
    Other,
    Question,
    TileState,
    TodayPage,
    WayWords,
    Week,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.services.day_log import DayLog, Entry
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.worker.today_models import OpenDays, Waiting


class Seen(NamedTuple):
    """What the page is about: the day of the tiles, and what is open or put off."""

    today: date
    on: date
    opens_others: bool
    way_later: bool
    open_later: bool


def _is_said(entry: Entry, today: date) -> bool:
    """Return whether the worker chose this day: as done, or ahead of time."""
    return entry.is_done or (entry.is_kept and entry.date > today)


def _first(entry: Entry, today: date) -> str:
    """Return what Enter confirms: what was planned and not said yet."""
    if entry.day is None or _is_said(entry, today):
        return ""
    return today_day.other_of(entry.day) or today_day.tile_of(entry.day)


def page_of(
    services: WorkerServices, seen: Seen, tell: Callable[[ThuiswerkplekError], None]
) -> TodayPage:
    """Return the page; what cannot be read of the agreement is told, and left out."""
    return _Reading(services, seen, tell).page()


class _Reading:
    """One reading of all that the page shows."""

    def __init__(
        self,
        services: WorkerServices,
        seen: Seen,
        tell: Callable[[ThuiswerkplekError], None],
    ) -> None:
        self._services = services
        self._seen = seen
        self._tell = tell
        self._entries = self._log.week(seen.today)
        self._entry = next(one for one in self._entries if one.date == seen.on)
        self._is_said = _is_said(self._entry, seen.today)

    @property
    def _log(self) -> DayLog:
        return self._services.day_log

    def page(self) -> TodayPage:
        questions, way = self._asked()
        agreement = self._agreement()
        waiting = self._waiting(agreement)
        is_today = self._seen.on == self._seen.today
        name = words.capital(today_day.weekday(self._seen.on))
        return TodayPage(
            title=_("Today") if is_today else name,
            lead=self._lead(),
            is_other_day=not is_today,
            tiles=self._tiles(),
            others=self._others(),
            first=_first(self._entry, self._seen.today),
            questions=questions,
            way=way,
            week=self._week(agreement),
            open_days=self._open_days(),
            waiting=waiting,
            waiting_title=_("What waits") if waiting else "",
        )

    def _lead(self) -> str:
        on, today = self._seen.on, self._seen.today
        day = today_day.date_words(on) if on == today else words.day(on)
        if self._is_said:
            return f"{day}."
        if on == today:
            return _("{day}. Where do you work today?").format(day=day)
        if on < today:
            return _("{day}. Where did you work?").format(day=day)
        return _("{day}. Where will you work?").format(day=day)

    def _tiles(self) -> tuple[TileState, ...]:
        day = self._entry.day
        held = None if day is None else today_day.tile_of(day)
        planned = _("planned") if day and day.is_planned else ""
        return tuple(
            TileState(
                tile,
                is_chosen=tile is held and self._is_said,
                note=planned if tile is held else "",
            )
            for tile in Tile
        )

    def _others(self) -> tuple[Option, ...]:
        day = self._entry.day
        held = None if day is None else today_day.other_of(day)
        if held is None and not self._seen.opens_others:
            return ()
        return tuple(
            Option(
                other,
                text if other is not held or self._is_said else _with_plan(text),
                text.rstrip("…"),
                is_chosen=other is held and self._is_said,
            )
            for other, text in _other_texts().items()
        )

    def _asked(self) -> tuple[tuple[Question, ...], WayWords | None]:
        day = self._entry.day
        if day is None or not self._is_said:
            return (), None
        habits, places = self._log.habits(), self._services.places.all()
        questions = today_questions.questions(day, habits, places)
        is_asked = today_day.is_travelled(day) and not self._seen.way_later
        if not is_asked or today_questions.knows_way(habits):
            return questions, None
        return questions, today_questions.way_words()

    def _agreement(self) -> Agreement | None:
        try:
            return self._log.agreement()
        except ThuiswerkplekError as error:
            self._tell(error)
            return None

    def _week(self, agreement: Agreement | None) -> Week:
        holidays = {
            day: name
            for year in {entry.date.year for entry in self._entries}
            for day, name in self._log.holidays(year, current()).items()
        }
        marked = today_week.Marked(self._seen.today, self._seen.on, holidays)
        return today_week.week_of(self._entries, marked, self._sentence(agreement))

    def _sentence(self, agreement: Agreement | None) -> str:
        rule = today_week.rule_to_tell(agreement)
        if agreement is None or rule is None:
            return ""
        span = today_week.span_of(rule, agreement, self._seen.today)
        entries = self._log.entries(span.first, span.last)
        return today_week.sentence(rule, agreement, entries)

    def _open_days(self) -> OpenDays | None:
        if self._seen.open_later:
            return None
        week = next(iter(self._log.open_weeks()), None)
        return None if week is None else today_waiting.open_days(week)

    def _waiting(self, agreement: Agreement | None) -> tuple[Waiting, ...]:
        lines = self._services.measuring.lines()
        return (
            *today_waiting.measures_waiting(lines, self._seen.today),
            *today_waiting.review_waiting(agreement, self._seen.today),
        )


def _other_texts() -> dict[Other, str]:
    return {
        Other.ELSEWHERE: _("At another workplace"),
        Other.CUSTOMER: _("At a customer"),
        Other.OFF: _("Not working"),
        Other.MORE: _("More than one place…"),
    }


def _with_plan(text: str) -> str:
    return _("{text} (planned)").format(text=text)
