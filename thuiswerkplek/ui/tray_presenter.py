"""Today from the system tray, and one reminder a day; no Qt here."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain import daylog
from thuiswerkplek.domain.daylog import DayKind
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.sentences import sentence
from thuiswerkplek.ui.contracts import Level, Notice, PageName

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.services.day_log import DayLog, Undo
    from thuiswerkplek.ui.contracts import Shell

    Now = Callable[[], datetime]

OFFERED = (DayKind.HOME, DayKind.OFFICE, DayKind.HOME_FIRST, DayKind.OFF)
MINUTES_AN_HOUR = 60
ONE_DAY = timedelta(days=1)
# A computer that slept or whose clock was set is found out about within this time.
LONGEST_WAIT = timedelta(minutes=5)


class TrayChoice(NamedTuple):
    """What today can be, and whether it is that already."""

    kind: DayKind
    word: str
    is_chosen: bool


class TrayMenu(NamedTuple):
    """The menu of the icon for one date, as finished texts."""

    on: date
    state: str
    choices: tuple[TrayChoice, ...]
    take_back_word: str
    can_take_back: bool
    open_word: str
    stop_word: str


class Reminder(NamedTuple):
    """What to remind of, and the page that is about it."""

    notice: Notice
    page: PageName


class _Made(NamedTuple):
    """A choice made here, to tell whether it still stands, and its undo."""

    on: date
    day: Day | None
    undo: Undo


class TrayPresenter:
    """What the menu says and does, and when there is something to remind of.

    `now` is the time on the worker's own clock, without a zone.
    """

    def __init__(self, day_log: DayLog, shell: Shell, now: Now) -> None:
        self._day_log = day_log
        self._shell = shell
        self._now = now
        self._made: _Made | None = None
        self._at: int | None = None
        self._looked = now()
        self._reminded: date | None = None
        self._has_said_where = False

    # The menu

    def menu(self) -> TrayMenu:
        """Return the menu of today."""
        on = self._day_log.today()
        entry = self._day_log.entry(on)
        done = entry.day if entry.is_done else None
        kind = None if done is None else daylog.kind(done)
        return TrayMenu(
            on=on,
            state=_state(kind),
            choices=tuple(
                TrayChoice(one, _choice(one), is_chosen=one is kind) for one in OFFERED
            ),
            take_back_word=_("Take back"),
            can_take_back=self._can_take_back(on, done),
            open_word=_("Open thuiswerkplek"),
            stop_word=_("Stop"),
        )

    def _can_take_back(self, on: date, day: Day | None) -> bool:
        """Return whether a day still is as it was chosen here."""
        made = self._made
        return made is not None and (made.on, made.day) == (on, day)

    def choose(self, on: date, kind: DayKind) -> None:
        """Say what a day was, for the date that the menu or the reminder was about."""
        try:
            undo = self._day_log.choose(on, kind)
            self._made = _Made(on, self._day_log.entry(on).day, undo)
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._shell.data_changed()
        is_today = on == self._day_log.today()
        place = balance_words.day_kind(kind)
        said = _state(kind) if is_today else f"{words.day(on)}: {place}"
        self._shell.notify(
            Notice(f"{said}.", action=_("Undo"), on_action=lambda: self.take_back(on))
        )

    def take_back(self, on: date) -> None:
        """Put a date back to before it was chosen here, if it is still as chosen."""
        try:
            made = self._made
            if made is None or not self._can_take_back(on, self._day_log.entry(on).day):
                return
            made.undo()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._made = None
        self._shell.data_changed()
        self._shell.notify(Notice(_("Your choice is taken back.")))

    def _tell(self, error: ThuiswerkplekError) -> None:
        self._shell.notify(Notice(sentence(error), Level.PROBLEM))

    def where_it_went(self) -> str:
        """Return where the program is when its window closes; only the first time."""
        if self._has_said_where:
            return ""
        self._has_said_where = True
        return _("The program stays here. Choose Stop in the menu to end it.")

    # The reminder

    def remind_at(self, minutes: int | None) -> None:
        """Remind at this time of the day from now on, or not at all.

        What passed before that is not made up for: who starts the program sees today.
        """
        if minutes != self._at:
            self._at, self._looked, self._reminded = minutes, self._now(), None

    def wait(self) -> timedelta | None:
        """Return how long to wait before looking; None when nothing will come."""
        if self._at is None:
            return None
        now = self._now()
        moment = _moment(now, self._at)
        if moment <= now:
            moment += ONE_DAY
        return min(moment - now, LONGEST_WAIT)

    def look(self) -> Reminder | None:
        """Return what to remind of when the time came since the last look."""
        before, now = self._looked, self._now()
        self._looked = now
        on = now.date()
        if self._at is None or self._reminded == on:
            return None
        if not before < _moment(now, self._at) <= now:
            return None
        self._reminded = on
        try:
            return self._reminder(on)
        except ThuiswerkplekError as error:
            return Reminder(Notice(sentence(error), Level.PROBLEM), PageName.TODAY)

    def _reminder(self, on: date) -> Reminder | None:
        is_open, review = self._day_log.is_open(on), self._review(on)
        if is_open:
            said = _("Today, {day}, is not filled in yet.").format(day=words.day(on))
            said = f"{said} {review}".strip()
            action, choose = self._most_likely(on)
            return Reminder(
                Notice(said, action=action, on_action=choose), PageName.TODAY
            )
        if review:
            return Reminder(
                Notice(
                    review, action=_("Open the balance"), on_action=self._to_balance
                ),
                PageName.BALANCE,
            )
        return None

    def _review(self, on: date) -> str:
        """Return that an agreement is to be talked over on a date, or nothing."""
        from thuiswerkplek.domain.agreement import review_due

        agreement = self._day_log.agreement()
        if agreement is None or review_due(agreement, after=on - ONE_DAY) != on:
            return ""
        return _("Today is the day to talk your agreement over again.")

    def _to_balance(self) -> None:
        self._shell.go_to(PageName.BALANCE)

    def _to_today(self) -> None:
        self._shell.go_to(PageName.TODAY)

    def _most_likely(self, on: date) -> tuple[str, Callable[[], None]]:
        """Return what an open day probably was, to choose; else the page to do so."""
        plan = self._day_log.entry(on).day
        if plan is None:
            return _("Fill in"), self._to_today
        kind = daylog.kind(plan)
        word = _("As planned: {place}").format(place=balance_words.day_kind(kind))
        return word, lambda: self.choose(on, kind)


def local_now() -> datetime:
    """Return the time on the worker's own clock, without a zone."""
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


def _moment(now: datetime, minutes: int) -> datetime:
    return datetime.combine(now.date(), time(*divmod(minutes, MINUTES_AN_HOUR)))


def _state(kind: DayKind | None) -> str:
    if kind is None:
        return _("Today is not filled in")
    return _("Today: {place}").format(place=balance_words.day_kind(kind))


def _choice(kind: DayKind) -> str:
    return {
        DayKind.HOME: _("Home"),
        DayKind.OFFICE: _("Office"),
        DayKind.HOME_FIRST: _("Home first, then office"),
        DayKind.OFF: _("Not working"),
    }[kind]
