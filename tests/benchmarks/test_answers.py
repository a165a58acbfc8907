"""Milliseconds per answer that is on disk, per round shown, and per report projected."""

from __future__ import annotations

import time
from statistics import median

import pytest

from tests.domain.strategies import FULL_INTAKE
from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer, Kind
from thuiswerkplek.domain.sharing import Terms, employer_report
from thuiswerkplek.exchange import codec
from thuiswerkplek.storage.paths import DataFolder


def some_answer(question):
    if question.kind is Kind.NUMBER:
        return Answer(question.number.maximum)
    value = question.options[0]
    return Answer((value,) if question.kind is Kind.MULTIPLE else value)


class Watch:
    """Times calls; prints the median, judges nothing."""

    def __init__(self):
        self._times = {}

    def timed(self, name, call, *arguments, **named):
        begun = time.perf_counter()
        result = call(*arguments, **named)
        self._times.setdefault(name, []).append(time.perf_counter() - begun)
        return result

    def lines(self):
        for name, times in self._times.items():
            yield f"{name}: {median(times) * 1000:.2f} ms (median of {len(times)})"


@pytest.mark.slow
def test_a_whole_check(tmp_path, tell):
    folder, watch = DataFolder(tmp_path), Watch()
    opened = bootstrap.worker_services(
        folder, keys=MemoryKeyStore(), clock=FixedClock()
    )
    with opened as services:
        services.private.open_by_itself()
        place = services.places.add("Zolder").id
        for name, answer in FULL_INTAKE.items():
            services.checking.answer(place, name, answer)
        asked = services.checking.round(place)
        for question in asked.questions[len(asked.intake) :]:
            answer = some_answer(question)
            watch.timed(
                "an answer", services.checking.answer, place, question.id, answer
            )
            watch.timed("a round", services.checking.round, place)
        records = services.own_data.everything().general
        terms = Terms("r", 1, TODAY, bootstrap.PROGRAM)
        for _ in range(50):
            report = watch.timed(
                "a projection", employer_report, services.catalogue, records, terms
            )
            data = watch.timed("encoding", codec.encode, report, program="benchmark")
            watch.timed("decoding", codec.decode, data, type(report), limit=1 << 20)

    tell("\n".join(watch.lines()))
    assert len(report.places[0].answers) == 54
