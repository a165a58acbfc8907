"""The check: one question at a time, every answer kept the moment it is given."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    Answer,
    Answers,
    QuestionId,
    Scope,
    Value,
    Visibility,
)
from thuiswerkplek.domain.check import (
    Check,
    CheckId,
    applicable,
    carried_over,
    progress,
    validate,
)
from thuiswerkplek.domain.findings import (
    Change,
    Finding,
    Outcome,
    changes,
    finding,
    findings,
    outcome,
    theme_severity,
)
from thuiswerkplek.domain.people import REMARK_LENGTH, clean_text
from thuiswerkplek.services.results import Answered, Round, ThemeRound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thuiswerkplek.domain.catalogue import Catalogue, Question, Theme
    from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
    from thuiswerkplek.services.ports import AnswerStore, Clock, WorkerStore
    from thuiswerkplek.services.private_part import PrivatePart


class Checking:
    """Use cases around one workplace's check."""

    def __init__(
        self,
        store: WorkerStore,
        private: PrivatePart,
        catalogue: Catalogue,
        clock: Clock,
    ) -> None:
        self._store = store
        self._private = private
        self.catalogue = catalogue
        self._clock = clock

    def latest(self, place: WorkplaceId) -> Check | None:
        """Return the newest check of a workplace, finished or not."""
        checks = self._store.checks(place)
        return checks[-1] if checks else None

    def history(self, place: WorkplaceId) -> tuple[Check, ...]:
        """Return all checks of a workplace, oldest first."""
        return self._store.checks(place)

    def start(self, place: WorkplaceId, *, carry_over: bool = False) -> Check:
        """Begin a new check; with `carry_over` earlier answers stand until changed."""
        before = self.latest(place)
        check = Check(
            id=CheckId(os.urandom(6).hex()),
            workplace=place,
            catalogue_version=self.catalogue.version,
            started=self._clock.today(),
        )
        self._store.put_check(check)
        if carry_over and before is not None:
            self._carry_over(before, check)
        return check

    def _carry_over(self, before: Check, check: Check) -> None:
        intake = self._merged(check.workplace)
        known = carried_over(self.catalogue, self._merged(before.id), intake)
        for question_id, answer in known.items():
            question = self.catalogue.question(question_id)
            self._store_of(question).put_answer(check.id, question_id, answer)

    def round(self, place: WorkplaceId) -> Round:
        """Return the newest check as a round, beginning one when there is none."""
        check = self.latest(place) or self.start(place)
        workplace = next(item for item in self._store.workplaces() if item.id == place)
        return self._round(workplace, check)

    def _round(self, workplace: Workplace, check: Check) -> Round:
        intake, given = self._merged(workplace.id), self._merged(check.id)
        asked = applicable(self._private.askable(self.catalogue.intake), intake)
        items = applicable(self._private.askable(self.catalogue.items), intake)
        found = self._findings(items, given, intake, workplace)
        answers = {**intake, **given}
        earlier = [self._merged(item.id) for item in self._store.checks(workplace.id)]
        return Round(
            workplace=workplace,
            check=check,
            intake=asked,
            themes=tuple(
                self._theme_round(theme, items, answers, found)
                for theme in self.catalogue.themes
                if any(question.theme == theme.id for question in items)
            ),
            answers=answers,
            findings=found,
            changes=self._changes(items, earlier[:-1], given),
            progress=progress((*asked, *items), answers),
        )

    def _changes(
        self, items: tuple[Question, ...], earlier: list[Answers], given: Answers
    ) -> Mapping[QuestionId, Change]:
        """Compare with earlier checks, as far as the question is still asked."""
        found = changes(self.catalogue, earlier, given)
        return {item.id: found[item.id] for item in items if item.id in found}

    def _theme_round(
        self,
        theme: Theme,
        items: tuple[Question, ...],
        answers: Answers,
        found: tuple[Finding, ...],
    ) -> ThemeRound:
        questions = tuple(question for question in items if question.theme == theme.id)
        ids = {question.id for question in questions}
        return ThemeRound(
            theme=theme,
            questions=questions,
            progress=progress(questions, answers),
            findings=tuple(item for item in found if item.question in ids),
            severity=theme_severity(theme, found),
        )

    def _findings(
        self,
        items: tuple[Question, ...],
        given: Answers,
        intake: Answers,
        workplace: Workplace,
    ) -> tuple[Finding, ...]:
        return findings(
            self.catalogue,
            items,
            given,
            intake=intake,
            share_percent=workplace.share_percent,
        )

    def answer(
        self, place: WorkplaceId, question_id: QuestionId, answer: Answer
    ) -> Answered:
        """Keep an answer; it is on disk when this returns.

        Raises:
            ValueRefusedError: the question does not accept it.
            LockedError: the question is private and the vault is not open.
            FileProblem: it could not be written; the earlier answer still stands.
        """
        question = self.catalogue.question(question_id)
        remark = clean_text(answer.remark, field="remark", limit=REMARK_LENGTH)
        given = replace(answer, remark=remark)
        validate(question, given)
        cleaned = replace(given, value=_plain_number(given.value))
        store = self._store_of(question)
        for owner in self._owners(place, question):
            store.put_answer(owner, question_id, cleaned)
        return self._answered(place, question, cleaned)

    def skip(self, place: WorkplaceId, question_id: QuestionId) -> Answered:
        """Pass over a question; it can be answered later."""
        return self.answer(place, question_id, Answer(SKIPPED))

    def clear(self, place: WorkplaceId, question_id: QuestionId) -> None:
        """Take an answer back."""
        question = self.catalogue.question(question_id)
        for owner in self._owners(place, question):
            self._store_of(question).remove_answer(owner, question_id)

    def stand_at(self, place: WorkplaceId, question_id: QuestionId | None) -> None:
        """Remember where the worker is, to resume there."""
        check = self.latest(place)
        if check is not None and check.position != question_id:
            self._store.put_check(replace(check, position=question_id))

    def finish(self, place: WorkplaceId) -> None:
        """Mark the check as finished today."""
        check = self.latest(place)
        if check is not None and check.finished is None:
            today = self._clock.today()
            self._store.put_check(replace(check, finished=today, position=None))

    def _answered(
        self, place: WorkplaceId, question: Question, answer: Answer
    ) -> Answered:
        meaning = outcome(question, answer)
        workplace = next(item for item in self._store.workplaces() if item.id == place)
        found = finding(
            self.catalogue, question, self._merged(place), workplace.share_percent
        )
        is_risk = meaning is Outcome.RISK
        return Answered(question, answer, meaning, found if is_risk else None)

    def _owners(self, place: WorkplaceId, question: Question) -> list[str]:
        """Return where an answer belongs: the check, this intake, or every intake."""
        if question not in self.catalogue.intake:
            check = self.latest(place) or self.start(place)
            return [check.id]
        if question.scope is Scope.PERSON:
            return [item.id for item in self._store.workplaces()]
        return [place]

    def _store_of(self, question: Question) -> AnswerStore:
        is_private = question.visibility is Visibility.PRIVATE
        return self._private.store if is_private else self._store

    def _merged(self, owner: str) -> Answers:
        return {**self._store.answers(owner), **self._private.answers(owner)}


def _plain_number(value: Value) -> Value:
    """Write a number one way only: 3, 3.0 and -0 do not differ between reports."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return float(value) + 0.0
    return value
