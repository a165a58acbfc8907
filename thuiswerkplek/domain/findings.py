"""From answers to findings: how severe, how many hours, in which order."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    UNKNOWN,
    Answer,
    Answers,
    Catalogue,
    NumberRange,
    Question,
    QuestionId,
    Theme,
)
from thuiswerkplek.domain.check import is_answered
from thuiswerkplek.domain.workplace import weekly_hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SCREEN_RULE = "screen-rule-hours"
SCREEN_HOURS = QuestionId("intake-screen-hours")


class Outcome(StrEnum):
    """What an answer means (catalogue dossier, section 6)."""

    FINE = "fine"
    ATTENTION = "attention"
    RISK = "risk"


class Finding(NamedTuple):
    """An answer the catalogue calls a risk, at one workplace.

    `severity` is 1 to 3; `weekly_hours` is None while the intake does not tell.
    """

    question: QuestionId
    severity: int
    weekly_hours: float | None
    is_danger: bool

    @property
    def weight(self) -> float:
        """Severity times the hours a week it counts for (one hour if unknown)."""
        return self.severity * (1.0 if self.weekly_hours is None else self.weekly_hours)


class Change(StrEnum):
    """What a repeated check shows about one question."""

    IMPROVED = "improved"
    CAME_BACK = "came-back"
    NEW = "new"
    STILL = "still"


def outcome(question: Question, answer: Answer | None) -> Outcome:
    """Return what an answer means; nothing and skipped are fine."""
    if answer is None or answer.value == SKIPPED:
        return Outcome.FINE
    if _is_risky_choice(question, answer) or _is_risky_reading(question, answer):
        return Outcome.RISK
    if question.number and isinstance(answer.value, float | int):
        return _number_outcome(question.number, answer.value)
    return Outcome.FINE


def _is_risky_choice(question: Question, answer: Answer) -> bool:
    if isinstance(answer.value, tuple):
        return not question.risks.isdisjoint(answer.value)
    return answer.value in question.risks


def _is_risky_reading(question: Question, answer: Answer) -> bool:
    if question.reading is None or answer.reading is None:
        return False
    return _number_outcome(question.reading, answer.reading) is Outcome.RISK


def _number_outcome(number: NumberRange, value: float) -> Outcome:
    if number.risk_below is not None and value < number.risk_below:
        return Outcome.RISK
    if number.risk_above is not None and value > number.risk_above:
        return Outcome.RISK
    if number.attention_above is not None and value >= number.attention_above:
        return Outcome.ATTENTION
    return Outcome.FINE


def severity(catalogue: Catalogue, question: Question, intake: Answers) -> int:
    """Return 1 to 3; one lower, but never below 1, with little screen work.

    Arbobesluit 5.8(2): the display-screen rules hold from two hours a day.
    """
    hours = intake.get(SCREEN_HOURS)
    if hours is None or hours.value in (SKIPPED, UNKNOWN):
        return question.severity
    limit = catalogue.thresholds[SCREEN_RULE].value
    has_little = isinstance(hours.value, float | int) and hours.value < limit
    is_eased = has_little and question.is_eased_by_little_screen
    return max(1, question.severity - is_eased)


def finding(
    catalogue: Catalogue, question: Question, intake: Answers, share_percent: int
) -> Finding:
    """Return the finding that a risky answer to this question is."""
    return Finding(
        question=question.id,
        severity=severity(catalogue, question, intake),
        weekly_hours=weekly_hours(intake, share_percent, question.exposure),
        is_danger=question.is_danger,
    )


def findings(
    catalogue: Catalogue,
    questions: Iterable[Question],
    answers: Answers,
    *,
    intake: Answers,
    share_percent: int,
) -> tuple[Finding, ...]:
    """Return the risks among these questions: danger first, then by weight.

    The caller passes only questions that apply (`check.applicable`).
    """
    found = [
        finding(catalogue, question, intake, share_percent)
        for question in questions
        if outcome(question, answers.get(question.id)) is Outcome.RISK
    ]
    return tuple(sorted(found, key=lambda item: (not item.is_danger, -item.weight)))


def theme_severity(theme: Theme, found: Sequence[Finding]) -> int:
    """Return how a theme stands: 3, 2 or 0 for fine (catalogue dossier, section 6).

    One risk of severity 3 makes it 3; one of severity 2, or two of severity 1, make
    it 2; a single risk of severity 1 leaves it fine.
    """
    ids = {question.id for question in theme.questions}
    levels = [item.severity for item in found if item.question in ids]
    if not levels:
        return 0
    worst = max(levels)
    return worst if worst > 1 else (2 if len(levels) > 1 else 0)


def changes(
    catalogue: Catalogue, history: Sequence[Answers], now: Answers
) -> Mapping[QuestionId, Change]:
    """Compare a check with the earlier ones, oldest first; fine and fine is left out.

    A risk that was there before, went away and is here again *came back*.
    """
    if not history:
        return {}
    found: dict[QuestionId, Change] = {}
    for question in catalogue.items:
        was = [outcome(question, answers.get(question.id)) for answers in history]
        change = _change(was, now.get(question.id), question)
        if change is not None:
            found[question.id] = change
    return found


def _change(
    was: Sequence[Outcome], answer: Answer | None, question: Question
) -> Change | None:
    is_risk = outcome(question, answer) is Outcome.RISK
    was_risk = was[-1] is Outcome.RISK
    if is_risk and was_risk:
        return Change.STILL
    if is_risk:
        return Change.CAME_BACK if Outcome.RISK in was else Change.NEW
    return Change.IMPROVED if was_risk and is_answered(answer) else None
