"""Answers and measures as rows; the same tables in the general and the private file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from thuiswerkplek.storage.sqlite_file import SqliteFile, Table

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Answer, Answers, QuestionId
    from thuiswerkplek.domain.measures import Measure, MeasureId, Step

SCHEMA = """
CREATE TABLE answer (
    owner TEXT NOT NULL, question TEXT NOT NULL, value TEXT NOT NULL,
    reading REAL, remark TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (owner, question)) STRICT;
CREATE TABLE measure (
    id TEXT PRIMARY KEY, workplace TEXT NOT NULL, question TEXT NOT NULL,
    checksum TEXT NOT NULL) STRICT;
CREATE TABLE step (
    measure TEXT NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, state TEXT NOT NULL, day TEXT NOT NULL,
    who TEXT NOT NULL, note TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (measure, number)) STRICT;
"""


class AnswerTables:
    """Answers by owner (a workplace's intake or a check) and measures."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file
        columns = ("owner", "question", "value", "reading", "remark")
        self._answers = Table(file, "answer", columns)
        self._measures = Table(file, "measure", ("id", "workplace", "question"))
        self._steps = Table(
            file, "step", ("measure", "number", "state", "day", "who", "note")
        )

    def answers(self, owner: str) -> Answers:
        """Return the answers of one workplace's intake or one check."""
        from thuiswerkplek.storage import rows

        return rows.answers(self._answers.rows("owner = ?", owner))

    def owners(self) -> list[str]:
        """Return everything that has an answer."""
        return sorted({str(row[0]) for row in self._answers.rows()})

    def put_answer(self, owner: str, question: QuestionId, answer: Answer) -> None:
        """Keep one answer; on disk when this returns."""
        with self._file.transaction():
            self._put_answer(owner, question, answer)

    def put_answers(self, owner: str, answers: Answers) -> None:
        """Keep several answers, all or none."""
        with self._file.transaction():
            for question, answer in answers.items():
                self._put_answer(owner, question, answer)

    def _put_answer(self, owner: str, question: QuestionId, answer: Answer) -> None:
        value = json.dumps(answer.value, ensure_ascii=False)
        reading = None if answer.reading is None else float(answer.reading)
        self._answers.put(owner, question, value, reading, answer.remark)

    def remove_answer(self, owner: str, question: QuestionId) -> None:
        """Forget one answer, also on disk."""
        with self._file.transaction():
            self._answers.delete("owner = ? AND question = ?", owner, question)

    def remove_owner(self, owner: str) -> None:
        """Forget all answers of a workplace's intake or a check."""
        with self._file.transaction():
            self._answers.delete("owner = ?", owner)

    def measures(self) -> tuple[Measure, ...]:
        """Return all measures with their steps."""
        from thuiswerkplek.storage import rows

        steps: dict[str, list[Step]] = {}
        for row in self._steps.rows(order="measure, number"):
            steps.setdefault(str(row[0]), []).append(rows.step(row))
        return tuple(
            rows.measure(row, steps.get(str(row[0]), []))
            for row in self._measures.rows()
        )

    def put_measure(self, measure: Measure) -> None:
        """Keep a measure with all its steps."""
        with self._file.transaction():
            self._measures.put(measure.id, measure.workplace, measure.question)
            self._steps.delete("measure = ?", measure.id)
            for number, step in enumerate(measure.steps):
                self._steps.put(
                    measure.id,
                    number,
                    step.state,
                    step.day.isoformat(),
                    step.who,
                    step.note,
                )

    def remove_measure(self, measure: MeasureId) -> None:
        """Forget a measure."""
        with self._file.transaction():
            self._steps.delete("measure = ?", measure)
            self._measures.delete("id = ?", measure)
