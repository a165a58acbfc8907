"""An older worker file in a newer catalogue: what still fits, and how much does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.catalogue import SKIPPED, Actor, Visibility
from thuiswerkplek.domain.check import validate
from thuiswerkplek.domain.errors import NotAllowedError, ValueRefusedError
from thuiswerkplek.domain.measures import check_life

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.domain.catalogue import (
        Answer,
        Answers,
        Catalogue,
        Question,
        QuestionId,
    )
    from thuiswerkplek.domain.check import Check
    from thuiswerkplek.domain.measures import Measure
    from thuiswerkplek.domain.records import Place, PrivateRecords, WorkerFile


class Fitted(NamedTuple):
    """What this catalogue has a place for, and how many things it has none for."""

    worker: WorkerFile
    set_aside: int


def fit(worker: WorkerFile, catalogue: Catalogue) -> Fitted:
    """Leave out answers and measures that this catalogue no longer accepts.

    Their question is gone, takes other answers or has another reader now. All else in
    the file stays as it is, for `meaning.check_worker_file` to judge.
    """
    return _Fitting(catalogue).fit(worker)


class _Fitting:
    """Counts while it leaves out."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._set_aside = 0

    def fit(self, worker: WorkerFile) -> Fitted:
        places = tuple(self._place(place) for place in worker.general.places)
        private = self._private(worker.private)
        general = replace(worker.general, places=places)
        return Fitted(
            replace(worker, general=general, private=private), self._set_aside
        )

    def _place(self, place: Place) -> Place:
        return replace(
            place,
            intake=self._answers(place.intake, is_private=False),
            checks=tuple(self._check(check) for check in place.checks),
            measures=self._measures(place.measures, is_private=False),
        )

    def _check(self, check: Check) -> Check:
        stands = check.position if check.position in self._catalogue.by_id else None
        answers = self._answers(check.answers, is_private=False)
        return replace(check, answers=answers, position=stands)

    def _private(self, records: PrivateRecords) -> PrivateRecords:
        return replace(
            records,
            intake={
                place: fitting
                for place, answers in records.intake.items()
                if (fitting := self._answers(answers, is_private=True))
            },
            answers={
                check: fitting
                for check, answers in records.answers.items()
                if (fitting := self._answers(answers, is_private=True))
            },
            measures=self._measures(records.measures, is_private=True),
        )

    def _answers(self, answers: Answers, *, is_private: bool) -> Answers:
        fitting = {
            question: answer
            for question, answer in answers.items()
            if self._accepts(question, answer, is_private=is_private)
        }
        self._set_aside += sum(
            _says_something(answer)
            for question, answer in answers.items()
            if question not in fitting
        )
        return fitting

    def _accepts(
        self, question_id: QuestionId, answer: Answer, *, is_private: bool
    ) -> bool:
        question = self._question(question_id, is_private=is_private)
        if question is None:
            return False
        try:
            validate(question, answer)
        except ValueRefusedError:
            return False
        return True

    def _measures(
        self, measures: Sequence[Measure], *, is_private: bool
    ) -> tuple[Measure, ...]:
        fitting = tuple(
            measure
            for measure in measures
            if (question := self._question(measure.question, is_private=is_private))
            and not _is_outlived(measure, question)
        )
        self._set_aside += len(measures) - len(fitting)
        return fitting

    def _question(
        self, question_id: QuestionId, *, is_private: bool
    ) -> Question | None:
        question = self._catalogue.by_id.get(question_id)
        if question is None:
            return None
        has_same_reader = (question.visibility is Visibility.PRIVATE) is is_private
        return question if has_same_reader else None


def _says_something(answer: Answer) -> bool:
    return answer.value != SKIPPED or bool(answer.remark)


def _is_outlived(measure: Measure, question: Question) -> bool:
    """Return whether its steps were allowed once, by whoever acted then."""
    return _lives(measure, Actor.BOTH) and not _lives(measure, question.acts)


def _lives(measure: Measure, acts: Actor) -> bool:
    try:
        check_life(measure, acts)
    except NotAllowedError:
        return False
    return True
