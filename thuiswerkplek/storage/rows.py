"""Rows of the worker's file as values; the values' modules are loaded at first use."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import Actor, Answer, Answers, QuestionId, Value
from thuiswerkplek.domain.check import Check, CheckId
from thuiswerkplek.domain.measures import Measure, MeasureId, State, Step
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.workplace import Workplace, WorkplaceId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.storage.sqlite_file import Row


def answers(rows: Iterable[Row]) -> Answers:
    """Return answers by their question."""
    return {QuestionId(str(row[1])): answer(row) for row in rows}


def answer(row: Row) -> Answer:
    """Return one answer."""
    _owner, _question, value, reading, remark = row
    return Answer(
        _value(json.loads(str(value))),
        None if reading is None else float(reading),
        str(remark),
    )


def step(row: Row) -> Step:
    """Return one step of a measure."""
    _measure_id, _number, state, day, who, note = row
    return Step(
        State(str(state)), date.fromisoformat(str(day)), Actor(str(who)), str(note)
    )


def measure(row: Row, steps: list[Step]) -> Measure:
    """Return a measure with its steps."""
    measure_id, workplace, question = (str(cell) for cell in row)
    return Measure(
        MeasureId(measure_id),
        WorkplaceId(workplace),
        QuestionId(question),
        tuple(steps),
    )


def person(rows: list[Row]) -> Person:
    """Return who the worker is; empty without a row."""
    return Person(*(str(cell) for cell in rows[0][1:])) if rows else Person()


def workplace(row: Row) -> Workplace:
    """Return a workplace."""
    return Workplace(WorkplaceId(str(row[0])), str(row[1]), int(row[2] or 0))


def check(row: Row, given: Answers) -> Check:
    """Return a check with its answers."""
    return Check(
        id=CheckId(str(row[0])),
        workplace=WorkplaceId(str(row[1])),
        catalogue_version=str(row[2]),
        started=date.fromisoformat(str(row[3])),
        finished=date.fromisoformat(str(row[4])) if row[4] else None,
        position=QuestionId(str(row[5])) if row[5] else None,
        answers=given,
    )


def _value(read: str | float | list[str]) -> Value:
    return tuple(read) if isinstance(read, list) else read
