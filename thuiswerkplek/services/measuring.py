"""Measures: proposed by findings, moved on by the worker, each step dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import Actor, Visibility
from thuiswerkplek.domain.check import is_answered
from thuiswerkplek.domain.measures import (
    Measure,
    State,
    Step,
    advance,
    due,
    measure_id,
    proposed,
)
from thuiswerkplek.domain.people import REMARK_LENGTH, clean_text
from thuiswerkplek.services.results import MeasureLine

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Question, QuestionId
    from thuiswerkplek.domain.findings import Finding
    from thuiswerkplek.domain.measures import MeasureId
    from thuiswerkplek.services.checking import Checking
    from thuiswerkplek.services.ports import AnswerStore, Clock, WorkerStore
    from thuiswerkplek.services.private_part import PrivatePart
    from thuiswerkplek.services.results import Round

EMPLOYERS_STEPS = {State.DECIDED, State.DELIVERED}


class Measuring:
    """Use cases around measures; a proposal is kept only once somebody acts on it."""

    def __init__(
        self,
        store: WorkerStore,
        private: PrivatePart,
        checking: Checking,
        clock: Clock,
    ) -> None:
        self._store = store
        self._private = private
        self._checking = checking
        self._clock = clock

    def lines(self) -> tuple[MeasureLine, ...]:
        """Return every measure of every workplace: open first, then by weight."""
        found: list[tuple[tuple[bool, bool, float], MeasureLine]] = []
        kept = {measure.id: measure for measure in self._kept()}
        for workplace in self._store.workplaces():
            if self._checking.latest(workplace.id) is None:
                continue
            found.extend(self._of_round(self._checking.round(workplace.id), kept))
        return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))

    def _kept(self) -> tuple[Measure, ...]:
        return (*self._store.measures(), *self._private.measures())

    def _of_round(
        self, found: Round, kept: dict[MeasureId, Measure]
    ) -> list[tuple[tuple[bool, bool, float], MeasureLine]]:
        by_question = {item.question: item for item in found.findings}
        ids = {
            item.question
            for item in kept.values()
            if item.workplace == found.workplace.id
            and item.question in self._checking.catalogue.by_id  # not since dropped
        }
        lines = []
        for question_id in (*by_question, *sorted(ids - set(by_question))):
            line = self._line(found, question_id, by_question.get(question_id), kept)
            weight = by_question[question_id].weight if line.is_found_now else 0.0
            is_danger = line.question.is_danger
            order = (not line.measure.is_open, not is_danger, -weight)
            lines.append((order, line))
        return lines

    def _line(
        self,
        found: Round,
        question_id: QuestionId,
        finding: Finding | None,
        kept: dict[MeasureId, Measure],
    ) -> MeasureLine:
        question = self._checking.catalogue.question(question_id)
        key = measure_id(found.workplace.id, question_id)
        measure = kept.get(key) or proposed(
            key, found.workplace.id, question_id, found.check.started
        )
        severity = finding.severity if finding else question.severity
        since = max(measure.steps[-1].day, found.check.started)
        last = due(self._checking.catalogue, severity, since)
        return MeasureLine(
            measure=measure,
            workplace=found.workplace,
            question=question,
            severity=severity,
            due=last if measure.is_open else None,
            is_found_now=finding is not None,
            is_answered_now=is_answered(found.answers.get(question_id)),
        )

    def advance(self, line: MeasureLine, state: State, *, note: str = "") -> Measure:
        """Take one step, today, and keep it.

        Raises:
            NotAllowedError: the life of a measure has no such step.
            ValueRefusedError: the note is longer than 4,000 characters.
        """
        who = Actor.EMPLOYER if state in EMPLOYERS_STEPS else Actor.WORKER
        cleaned = clean_text(note, field="note", limit=REMARK_LENGTH)
        step = Step(state, self._clock.today(), who, cleaned)
        moved = advance(line.measure, step, line.question.acts)
        self._store_of(line.question).put_measure(moved)
        return moved

    def take_back(self, line: MeasureLine) -> None:
        """Undo the last step of a measure."""
        store = self._store_of(line.question)
        steps = line.measure.steps[:-1]
        if len(steps) <= 1:
            store.remove_measure(line.measure.id)
            return
        store.put_measure(
            Measure(line.measure.id, line.measure.workplace, line.question.id, steps)
        )

    def _store_of(self, question: Question) -> AnswerStore:
        is_private = question.visibility is Visibility.PRIVATE
        return self._private.store if is_private else self._store
