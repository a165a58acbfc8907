"""What the use cases return to a screen or a command: values, no texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thuiswerkplek.domain.catalogue import (
        Answer,
        Answers,
        Question,
        QuestionId,
        Theme,
    )
    from thuiswerkplek.domain.check import Check, Progress
    from thuiswerkplek.domain.findings import Change, Finding, Outcome
    from thuiswerkplek.domain.measures import Measure
    from thuiswerkplek.domain.months import SharedMonth
    from thuiswerkplek.domain.sharing import EmployerReport
    from thuiswerkplek.domain.workplace import Workplace, WorkplaceId


class Answered(NamedTuple):
    """One answer that is on disk now, and what it means."""

    question: Question
    answer: Answer
    outcome: Outcome
    finding: Finding | None


class ThemeRound(NamedTuple):
    """One theme of a check: what is asked, how far it is, what was found."""

    theme: Theme
    questions: tuple[Question, ...]
    progress: Progress
    findings: tuple[Finding, ...]
    severity: int


class Round(NamedTuple):
    """A check as the worker walks through it: the intake first, then the themes.

    `answers` holds intake and items; private ones only while their vault is open.
    """

    workplace: Workplace
    check: Check
    intake: tuple[Question, ...]
    themes: tuple[ThemeRound, ...]
    answers: Answers
    findings: tuple[Finding, ...]
    changes: Mapping[QuestionId, Change]
    progress: Progress

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that is asked, in order."""
        items = (question for theme in self.themes for question in theme.questions)
        return (*self.intake, *items)

    def theme_of(self, question: Question) -> ThemeRound | None:
        """Return the theme a question is in; None for the intake."""
        return next((t for t in self.themes if t.theme.id == question.theme), None)


class MeasureLine(NamedTuple):
    """One measure with what a list shows of it.

    `is_answered_now` is False while a newer check has not asked about it yet.
    """

    measure: Measure
    workplace: Workplace
    question: Question
    severity: int
    due: date | None
    is_found_now: bool
    is_answered_now: bool = True


class SharedField(NamedTuple):
    """One thing the employer would get, and the key that strikes it out or releases it.

    `goes` is whether it is in the report as the choices stand. What stays for another
    reason than its own key, such as a struck place or a struck answer it depends on,
    cannot be struck by itself.
    `question` is None for a field about the person or the place; `what` then names it:
    `name`, `staff-number`, `department`, `place`, `place-name`.
    """

    key: str
    what: str
    text: str
    question: Question | None
    answer: Answer | None
    goes: bool
    can_be_struck: bool = True


class StayingField(NamedTuple):
    """One thing that stays here, and why: its class, or the worker's choice."""

    question: Question
    why: str
    workplace: Workplace | None = None


class SharedLog(NamedTuple):
    """What can go of the day log: month totals, once the worker releases them."""

    key: str
    months: tuple[SharedMonth, ...]
    is_released: bool


class ShareOverview(NamedTuple):
    """What goes and what stays, by workplace, before the pages are made."""

    person: tuple[SharedField, ...]
    places: tuple[tuple[Workplace, tuple[SharedField, ...]], ...]
    staying: tuple[StayingField, ...]
    log: SharedLog


class Draft(NamedTuple):
    """A report ready to be made into pages, and the name proposed for its file.

    `places` are the workplaces the report's places are about, in the same order.
    """

    report: EmployerReport
    file_name: str
    language: str
    places: tuple[WorkplaceId, ...] = ()
