"""One filled-in catalogue for one workplace: what is asked, how far, what is next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, NewType

from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    UNKNOWN,
    Answer,
    Answers,
    Catalogue,
    Kind,
    NumberRange,
    Question,
    QuestionId,
    Value,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.workplace import WorkplaceId

CheckId = NewType("CheckId", str)


@dataclass(frozen=True, slots=True)
class Check:
    """One check; `answers` holds no private ones, those live in their own store."""

    id: CheckId
    workplace: WorkplaceId
    catalogue_version: str
    started: date
    finished: date | None = None
    position: QuestionId | None = None
    answers: Answers = field(default_factory=dict)


class Progress(NamedTuple):
    """How many of the questions that apply have an answer or were skipped."""

    done: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to ask."""
        return self.done == self.total


def applies(question: Question, answers: Answers) -> bool:
    """Return whether the question is asked, given the intake."""
    return all(condition.holds(answers) for condition in question.conditions)


def applicable(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Return the questions that are asked, in order."""
    return tuple(question for question in questions if applies(question, answers))


def progress(questions: Sequence[Question], answers: Answers) -> Progress:
    """Count what is answered or skipped among questions that apply."""
    done = sum(question.id in answers for question in questions)
    return Progress(done=done, total=len(questions))


def is_answered(answer: Answer | None) -> bool:
    """Return whether there is an answer that says something."""
    return answer is not None and answer.value != SKIPPED


def next_open(
    questions: Sequence[Question], answers: Answers, *, after: QuestionId | None = None
) -> Question | None:
    """Return the next question without an answer, looking on from `after`."""
    ids = [question.id for question in questions]
    start = ids.index(after) + 1 if after in ids else 0
    around = (*questions[start:], *questions[:start])
    return next((question for question in around if question.id not in answers), None)


def prefilled(question: Question, answers: Answers) -> Value | None:
    """Return the value to offer for a question, from an earlier one that it names."""
    if question.prefill is None:
        return None
    known = answers.get(question.prefill)
    if known is None:
        return None
    if isinstance(known.value, str):
        return question.prefill_as.get(known.value)
    return known.value if isinstance(known.value, float | int) else None


def carried_over(catalogue: Catalogue, before: Answers, intake: Answers) -> Answers:
    """Return the answers of an earlier check that still fit this catalogue and intake.

    Skipped questions are asked again, and so is what the catalogue no longer accepts.
    """
    return {
        question.id: before[question.id]
        for question in applicable(catalogue.items, intake)
        if is_answered(before.get(question.id))
        and _still_fits(question, before[question.id])
    }


def _still_fits(question: Question, answer: Answer) -> bool:
    try:
        validate(question, answer)
    except ValueRefusedError:
        return False
    return True


def validate(question: Question, answer: Answer) -> None:
    """Check that an answer is one its question accepts.

    Raises:
        ValueRefusedError: with the question's id and why.
    """
    if answer.value != SKIPPED:
        _validate_value(question, answer.value)
    if answer.reading is not None:
        if question.reading is None:
            raise ValueRefusedError(question.id, "no-reading")
        _validate_number(question.id, question.reading, answer.reading)


def _validate_value(question: Question, value: Value) -> None:
    if question.kind is Kind.NUMBER:
        _validate_amount(question, value)
    elif question.kind is Kind.MULTIPLE:
        _validate_several(question, value)
    elif value not in question.options:
        raise ValueRefusedError(question.id, "unknown-option")


def _validate_amount(question: Question, value: Value) -> None:
    number = question.number
    if number is None or (value == UNKNOWN and number.can_be_unknown):
        return
    if isinstance(value, bool) or not isinstance(value, float | int):
        raise ValueRefusedError(question.id, "not-a-number")
    _validate_number(question.id, number, value)


def _validate_number(field_name: str, number: NumberRange, value: float) -> None:
    if not number.minimum <= value <= number.maximum:  # also refuses NaN
        raise ValueRefusedError(field_name, "out-of-range")


def _validate_several(question: Question, value: Value) -> None:
    if not isinstance(value, tuple) or not value or len(set(value)) != len(value):
        raise ValueRefusedError(question.id, "unknown-option")
    if not set(value) <= set(question.options):
        raise ValueRefusedError(question.id, "unknown-option")
    if question.exclusive in value and len(value) > 1:
        raise ValueRefusedError(question.id, "exclusive-option")
