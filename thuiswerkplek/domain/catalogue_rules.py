"""The rules every catalogue obeys; breaking one is an error, never a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    UNKNOWN,
    Catalogue,
    Kind,
    Layer,
    Question,
    Visibility,
)
from thuiswerkplek.domain.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

INTAKE_THEME = "intake"
SEVERITIES = (1, 2, 3)

# Numbers the code itself asks for, by name.
NEEDED_THRESHOLDS = {
    "screen-rule-hours",
    *(f"action-days-{severity}" for severity in SEVERITIES),
}

# Who can see a question may see what decides whether it is asked (TM-2).
MAY_DEPEND_ON = {
    Visibility.EMPLOYER: {Visibility.EMPLOYER},
    Visibility.ADVISOR: {Visibility.EMPLOYER, Visibility.ADVISOR},
    Visibility.PRIVATE: set(Visibility),
}


def check(catalogue: Catalogue, *, count: int) -> None:
    """Check the whole catalogue; `count` is the number of entries read.

    Raises:
        CatalogueError: with the entry and the first rule it breaks.
    """
    if len(catalogue.by_id) != count:
        raise CatalogueError("catalogue", "an id is used twice")
    for question in catalogue.by_id.values():
        for problem in _problems(catalogue, question):
            raise CatalogueError(question.id, problem)
    for name in sorted(NEEDED_THRESHOLDS - set(catalogue.thresholds)):
        raise CatalogueError(name, "this threshold is missing")
    for threshold in catalogue.thresholds.values():
        if threshold.source not in catalogue.sources:
            raise CatalogueError(threshold.id, f"unknown source {threshold.source}")


def _problems(catalogue: Catalogue, question: Question) -> Iterator[str]:
    yield from _privacy_problems(catalogue, question)
    yield from _condition_problems(catalogue, question)
    yield from _answer_problems(catalogue, question)
    yield from _source_problems(catalogue, question)
    yield from _text_problems(question)


def _privacy_problems(catalogue: Catalogue, question: Question) -> Iterator[str]:
    if question.is_health and question.visibility is not Visibility.PRIVATE:
        yield "a health question must be private (TM-1)"
    allowed = MAY_DEPEND_ON[question.visibility]
    for condition in question.conditions:
        other = catalogue.by_id.get(condition.question)
        if other is None:
            yield f"depends on unknown question {condition.question}"
        elif other.theme != INTAKE_THEME:
            yield f"depends on {other.id}, which is not asked in the intake"
        elif other.visibility not in allowed:
            yield f"would reveal {other.id} by being asked (TM-2)"
    if not set(question.prefill_as.values()) <= set(question.options):
        yield "is prefilled with an option it has not"
    if question.prefill is not None:
        other = catalogue.by_id.get(question.prefill)
        if other is None or other.visibility not in allowed:
            yield f"is prefilled from {question.prefill}, which it may not show (TM-2)"


def _condition_problems(catalogue: Catalogue, question: Question) -> Iterator[str]:
    """A condition that can never hold would hide its question for good."""
    for condition in question.conditions:
        other = catalogue.by_id[condition.question]
        if (condition.operator == ">=") != (other.kind is Kind.NUMBER):
            yield f"compares {other.id} in a way its answers cannot be"
        elif other.options and not set(condition.operands) <= set(other.options):
            yield f"waits for an answer that {other.id} has not"


def _answer_problems(catalogue: Catalogue, question: Question) -> Iterator[str]:
    for code in question.options:
        if code not in catalogue.options:
            yield f"option {code} has no text"
    if SKIPPED in question.options:
        yield "skipping is always possible and never an option"
    if (question.kind is Kind.NUMBER) == bool(question.options):
        yield "has options and a number, or neither"
    if not question.risks <= set(question.options):
        yield "a risk is not among its options"
    if question.exclusive and question.exclusive not in question.options:
        yield "its exclusive option is not among its options"
    if question.severity not in SEVERITIES:
        yield "severity is 1, 2 or 3"
    number = question.number
    if number and not number.minimum < number.maximum:
        yield "its range is empty"
    if number and UNKNOWN not in catalogue.options:
        yield "unknown has no text"


def _source_problems(catalogue: Catalogue, question: Question) -> Iterator[str]:
    for name in (*question.sources, *question.number_sources):
        if name not in catalogue.sources:
            yield f"unknown source {name}"
    for name in question.thresholds:
        if name not in catalogue.thresholds:
            yield f"unknown threshold {name}"
    if question.theme != INTAKE_THEME and not question.sources:
        yield "names no source"
    layers = {
        catalogue.sources[name].layer
        for name in question.sources
        if name in catalogue.sources
    }
    if question.layer is Layer.LAW and Layer.LAW not in layers:
        yield "is called law without a law among its sources"


def _text_problems(question: Question) -> Iterator[str]:
    for language, text in question.texts.items():
        needed = [text.ask, text.short, text.why]
        if question.theme != INTAKE_THEME:
            needed += [text.advice, text.tonight, text.measure]
        if not all(part.strip() for part in needed):
            yield f"a text is missing in {language}"
