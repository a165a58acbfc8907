"""The week plan: what is planned, a draft of what is going to be; no Qt here."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import DAYS_A_WEEK, PlannedDay, monday
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.sentences import sentence
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.worker import plan_texts, typed_date
from thuiswerkplek.ui.worker.plan_draft import Draft, Place, days_from, place_of
from thuiswerkplek.ui.worker.plan_models import (
    ComingPlan,
    PlanRow,
    PlanSheet,
    PlanWeek,
    TextBox,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from thuiswerkplek.domain.daylog import WeekPattern
    from thuiswerkplek.domain.habits import Habits
    from thuiswerkplek.services.day_log import Undo
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell
    from thuiswerkplek.ui.worker.plan_draft import Row

WEEK = timedelta(days=DAYS_A_WEEK)


class PlanPresenter:
    """What the plan says, and what its controls do."""

    def __init__(
        self, services: WorkerServices, shell: Shell, changed: Callable[[], None]
    ) -> None:
        self._log = services.day_log
        self._shell = shell
        self._changed = changed
        self._load()

    def _load(self) -> None:
        """Begin a draft from the plan that begins last."""
        self._patterns = self._log.patterns()
        self._typed: str | None = None  # a date that cannot be read as one
        begin = self._usual_begin()
        last = self._patterns[-1] if self._patterns else None
        days = days_from(last, begin) if last else (PlannedDay(),) * DAYS_A_WEEK
        self._draft = Draft(begin, days)

    def _usual_begin(self) -> date:
        """Return this Monday; beside a plan that holds longer, the coming one.

        A plan that began this week, or is still to begin, is changed where it is.
        """
        today = self._log.today()
        this = monday(today)
        if not self._patterns:
            return this
        begun = self._patterns[-1].valid_from
        if begun >= this:
            return begun
        return this if today == this else this + WEEK

    def refresh(self) -> None:
        """Read what is planned again, unless there is a draft to lose."""
        if not self._is_changed:
            self._load()
        self._patterns = self._log.patterns()

    @property
    def _is_changed(self) -> bool:
        return self._draft.is_changed or self._typed is not None

    def sheet(self) -> PlanSheet:
        """Return the whole plan in the language of now."""
        habits, begin = self._log.habits(), self._draft.valid_from
        typed = typed_date.show(begin) if self._typed is None else self._typed
        has_others = any(row.is_other(habits) for row in self._draft.rows)
        return PlanSheet(
            now=self._now(),
            coming=tuple(
                ComingPlan(one.valid_from, plan_texts.coming(one))
                for one in self._coming()
            ),
            weeks=tuple(self._weeks(habits)),
            is_two=self._draft.is_two,
            begin=TextBox(typed, typed_date.problem(typed, begin)),
            begin_note=self._begin_note(),
            others=_(
                "Some days are planned with other hours, travel or another place than"
                " you give below. They stay so until you change them."
            )
            if has_others
            else "",
            unsaved=_("Not saved yet.") if self._is_changed else "",
            can_stop=bool(self._patterns),
        )

    def _now(self) -> str:
        today = self._log.today()
        begun = [one for one in self._patterns if one.valid_from <= today]
        return plan_texts.in_force(begun[-1], today) if begun else plan_texts.nothing()

    def _coming(self) -> list[WeekPattern]:
        today = self._log.today()
        return [one for one in self._patterns if one.valid_from > today]

    def _weeks(self, habits: Habits) -> Iterable[PlanWeek]:
        first = monday(self._draft.valid_from)
        for number, rows in enumerate(self._draft.weeks):
            title = ""
            if self._draft.is_two:
                begin = words.day(first + number * WEEK)
                title = _("Week of {date}").format(date=begin)
            yield PlanWeek(title, tuple(self._rows(number, title, rows, habits)))

    def _rows(
        self, week: int, title: str, rows: Iterable[Row], habits: Habits
    ) -> Iterable[PlanRow]:
        for number, row in enumerate(rows):
            weekday = balance_words.weekday(number + 1)
            is_own = place_of(row.stored) is Place.OWN
            yield PlanRow(
                number=week * DAYS_A_WEEK + number,
                weekday=words.capital(weekday),
                name=f"{weekday}, {title}" if title else weekday,
                choices=plan_texts.choices(is_own=is_own),
                current=str(row.place),
                note=plan_texts.note(row, habits),
            )

    def _begin_note(self) -> str:
        if self._typed is not None:
            return ""
        told = [f"{words.capital(typed_date.in_full(self._draft.valid_from))}."]
        told += [
            _("The plan from {date} on is replaced.").format(
                date=words.day(one.valid_from)
            )
            for one in self._replaced()
        ]
        return " ".join(told)

    def _replaced(self) -> list[WeekPattern]:
        """Return the plans that go: those that begin later, and one moved ahead."""
        begin, today = self._draft.valid_from, self._log.today()
        edited = self._patterns[-1:]
        return [
            one
            for one in self._patterns
            if one.valid_from > begin
            or (one in edited and today < one.valid_from < begin)
        ]

    # The draft

    def choose(self, number: int, code: str) -> None:
        """Choose where a weekday is; days are numbered from the first Monday."""
        self._draft.choose(number, Place(code))
        self._changed()

    def set_two(self, *, is_two: bool) -> None:
        """Let every other week differ, or all weeks be the same."""
        self._draft.set_two(is_two=is_two)
        self._changed()

    def set_begin(self, text: str) -> None:
        """Choose from which date on the plan holds."""
        begin = typed_date.read(text)
        self._typed = text if begin is None else None
        if begin is not None:
            self._draft.move_to(begin)
        self._changed()

    def step_begin(self, weeks: int) -> None:
        """Begin so many weeks later."""
        self.set_begin(typed_date.show(self._draft.valid_from + weeks * WEEK))

    def renew(self) -> None:
        """Give the days in the draft the hours, travel and place that are usual now."""
        self._draft.renew(self._log.habits())
        self._changed()

    # What is kept

    def save(self) -> None:
        """Plan the weeks as in the draft."""
        pattern = self._draft.pattern(self._log.habits())
        if problem := self._unready(pattern):
            self._shell.notify(problem)
            return
        gone = [partial(self._log.unplan, one.valid_from) for one in self._replaced()]
        self._do(
            [partial(self._log.plan, pattern), *gone],
            _("Your week is planned from {date} on.").format(
                date=words.day(pattern.valid_from)
            ),
        )

    def _unready(self, pattern: WeekPattern) -> Notice | None:
        if self._typed is not None:
            problem = typed_date.problem(self._typed, pattern.valid_from)
            return Notice(problem, Level.WARNING)
        if not any(day.parts for day in pattern.days):
            return Notice(
                _("Choose for at least one day where you work."), Level.WARNING
            )
        if self._patterns and not self._draft.is_changed:
            return Notice(_("Your week is planned like this already."))
        return None

    def stop(self) -> None:
        """Plan nothing any more."""
        self._do(
            [partial(self._log.unplan, one.valid_from) for one in self._patterns],
            _("Nothing is planned any more. The days you kept are still there."),
        )

    def drop(self, valid_from: date) -> None:
        """Forget a plan that is still to begin."""
        self._do(
            [partial(self._log.unplan, valid_from)],
            _("The plan from {date} on is gone.").format(date=words.day(valid_from)),
        )

    def _do(self, steps: Iterable[Callable[[], Undo]], said: str) -> None:
        """Take all steps, or none when one of them fails."""
        undos: list[Undo] = []
        try:
            undos.extend(step() for step in steps)
        except ThuiswerkplekError as error:
            with suppress(ThuiswerkplekError):
                _all(undos)()
            self._tell(error)
            return
        self._show_anew()
        undo = _all(undos)
        self._shell.notify(
            Notice(said, action=_("Undo"), on_action=lambda: self._undo(undo))
        )

    def _undo(self, undo: Undo) -> None:
        try:
            undo()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._show_anew()

    def _show_anew(self) -> None:
        self._load()
        self._shell.data_changed()
        self._changed()

    def _tell(self, error: ThuiswerkplekError) -> None:
        self._shell.notify(Notice(sentence(error), Level.PROBLEM))


def _all(undos: list[Undo]) -> Undo:
    def undo() -> None:
        for one in reversed(undos):
            one()

    return undo
