"""Fictional people: varied, the same for the same seed, and right in every part."""

from __future__ import annotations

import pytest

from tests.fakes import TODAY, FixedClock
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Visibility
from thuiswerkplek.domain.records import WorkerFile
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.meaning import check_report, check_worker_file
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.services.sharing import report_of

COUNT = 60


@pytest.fixture(scope="module")
def workers():
    people = bootstrap.demo(seed=7, clock=FixedClock())
    return [people.worker(number) for number in range(COUNT)]


def test_every_worker_is_a_file_that_can_be_taken_in(workers, catalogue):
    for worker in workers:
        data = file_of(worker, program="p")
        found = codec.decode(data, WorkerFile, limit=codec.WORKER_FILE_LIMIT)
        assert check_worker_file(found, catalogue, today=TODAY) == worker


def test_every_report_of_them_is_right(workers, catalogue):
    for worker in workers:
        report = report_of(worker.general, catalogue, today=TODAY, program="p")
        check_report(report, catalogue, today=TODAY)
        assert report.places


def test_the_same_seed_gives_the_same_people_and_another_others(workers):
    again = bootstrap.demo(seed=7, clock=FixedClock())
    other = bootstrap.demo(seed=8, clock=FixedClock())

    assert [again.worker(number) for number in (0, 5, COUNT - 1)] == [
        workers[0],
        workers[5],
        workers[COUNT - 1],
    ]
    assert other.worker(0) != workers[0]


def test_they_differ_and_keep_private_answers_apart(workers, catalogue):
    assert len({worker.general.person.name for worker in workers}) > COUNT / 2
    given = {
        key
        for worker in workers
        for place in worker.general.places
        for check in place.checks
        for key in check.answers
    }
    classes = {catalogue.question(key).visibility for key in given}
    assert classes == {Visibility.EMPLOYER, Visibility.ADVISOR}
    assert any(worker.private.answers for worker in workers)
    assert any(len(worker.general.places) > 1 for worker in workers)
