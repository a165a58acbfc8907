"""Killed while answering, at any moment: what was said to be saved is there."""

from __future__ import annotations

import os
import random
import selectors
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest

from tests.domain.agreements import FULL
from tests.fakes import TODAY
from tests.storage.running import start
from thuiswerkplek.domain.daylog import Day, Part, Where
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.records import (
    DayRecords,
    GeneralRecords,
    Place,
    PrivateRecords,
    WorkerFile,
)
from thuiswerkplek.domain.workplace import Workplace
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.storage.paths import DataFolder
from thuiswerkplek.storage.worker_file import open_worker_file

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="needs SIGKILL and fork"
)

FILES, KILLS = 20, 16  # in total FILES * KILLS deaths
CHILDREN = 2


class Nursery:
    """A program whose children save answers until they are killed."""

    def __init__(self):
        self._program = start("nursery")
        self._told = b""

    def life(self, path, first, milliseconds):
        """Let a child save this long after its birth, kill it, return what it confirmed."""
        self._program.stdin.write(f"{path} {first}\n".encode())
        pid = int(self._line().split()[1])
        deadline = time.monotonic() + milliseconds / 1000
        while (left := deadline - time.monotonic()) > 0:
            self._listen(left)
        os.kill(pid, signal.SIGKILL)
        told = []
        while (line := self._line()) != "died":
            told.append(line.split())
        return told

    def _line(self):
        while b"\n" not in self._told:
            self._listen(30)
        line, _, self._told = self._told.partition(b"\n")
        return line.decode()

    def _listen(self, seconds):
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._program.stdout, selectors.EVENT_READ)
            if waiting.select(seconds):
                told = os.read(self._program.stdout.fileno(), 1 << 16)
                assert told, "the nursery died itself"
                self._told += told

    def close(self):
        self._program.communicate()


@contextmanager
def nursery():
    made = Nursery()
    try:
        yield made
    finally:
        made.close()


def _lives_and_deaths(paths, seed):
    """Kill one child after another on each file; count the confirmed answers."""
    rng = random.Random(seed)
    confirmed = 0
    with nursery() as program:
        for path in paths:
            confirmed += _deaths_on(program, path, rng)
    return confirmed


def _deaths_on(program, path, rng):
    expected, number, confirmed = {}, 0, 0
    for _ in range(KILLS):
        for _saved, owner, question, saved in program.life(
            path, number, rng.uniform(1, 60)
        ):
            expected[owner, question] = float(saved)
            number, confirmed = int(saved) + 1, confirmed + 1
        if path.exists():
            number += _check(path, expected, number)
        else:
            assert not expected
    return confirmed


def _check(path, expected, number):
    """Check the file; 1 when the answer that was under way is there too."""
    store = open_worker_file(path)
    assert store.verify()
    found = {
        (owner, question): answer.value
        for owner in ("p", "c")
        for question, answer in store.answers(owner).items()
    }
    store.close()
    under_way = (("p", "c")[number % 2], f"q{number % 37}")
    is_there = found.get(under_way) == float(number)
    if is_there:
        expected[under_way] = float(number)
    assert found == expected
    return int(is_there)


@pytest.mark.slow
def test_no_confirmed_answer_is_lost_however_often_it_is_killed(
    tmp_path, record_property
):
    paths = [tmp_path / f"worker-{number}.db" for number in range(FILES)]
    with ThreadPoolExecutor(CHILDREN) as pool:
        parts = [
            pool.submit(_lives_and_deaths, paths[seed::CHILDREN], seed)
            for seed in range(CHILDREN)
        ]
        confirmed = sum(part.result() for part in parts)

    record_property("deaths", FILES * KILLS)
    record_property("confirmed", confirmed)
    assert confirmed > FILES * KILLS


def test_killed_before_the_file_was_whole_nothing_is_half_there(tmp_path):
    """It is made under another name, so it is there with its tables or not at all."""
    with nursery() as program:
        for number in range(40):
            path = tmp_path / f"worker-{number}.db"
            program.life(path, 0, number / 4)
            store = open_worker_file(path)
            assert store.verify()
            store.close()


def test_no_confirmed_day_is_lost_and_no_week_is_half_there(tmp_path):
    path, rng, last = tmp_path / "worker.db", random.Random(7), 0
    for _ in range(10):
        child = start("saving_days", path, last + 1)
        told = [child.stdout.readline() for _line in range(rng.randrange(1, 9))]
        os.kill(child.pid, signal.SIGKILL)
        told += child.stdout.readlines()
        child.communicate()
        whole = [line for line in told if line.endswith(b"\n")]
        confirmed = int(whole[-1].split()[1])
        last = _check_weeks(path, confirmed)

    assert last > 10


def _check_weeks(path, confirmed):
    """Check that every week is whole; return the last, perhaps one not yet told."""
    store = open_worker_file(path)
    assert store.verify()
    days = store.log.days()
    store.close()
    minutes = [day.parts[0].minutes for day in days]
    weeks = len(minutes) // 5
    assert minutes == [number for number in range(1, weeks + 1) for _day in range(5)]
    assert weeks in {confirmed, confirmed + 1}
    return weeks


def test_a_worker_file_that_is_being_taken_in_is_there_whole_or_not_at_all(tmp_path):
    days = [
        Day(TODAY - timedelta(number), (Part(Where.HOME, 480),))
        for number in range(4_000)
    ]
    places = tuple(Place(Workplace(f"p{n}", f"Plek {n}"), {}) for n in range(3))
    log = DayRecords(tuple(reversed(days)), (), (FULL,), Habits(km=25.0))
    worker = WorkerFile(GeneralRecords(places=places), PrivateRecords(), log)
    file = tmp_path / "worker.json"
    file.write_bytes(file_of(worker, program="p"))
    seconds = _taken_in(tmp_path / "whole", file, None)

    found = set()
    for number in range(12):
        folder = DataFolder(tmp_path / str(number))
        _taken_in(folder.root, file, seconds * (number + 1) / 12)
        store = open_worker_file(folder.worker_file)
        assert store.verify()
        kept = (store.records(), store.log.records())
        assert kept in [(worker.general, log), (GeneralRecords(), DayRecords())]
        found.add(len(kept[1].days))
        store.close()

    assert 0 in found


def _taken_in(root, file, seconds):
    """Let a program take a file in; kill it some time after it began."""
    root.mkdir()
    child = start("taking_in", root, file)
    assert child.stdout.readline() == b"begun\n"
    begun = time.monotonic()
    if seconds is not None:
        with selectors.DefaultSelector() as waiting:
            waiting.register(child.stdout, selectors.EVENT_READ)
            waiting.select(seconds)
        os.kill(child.pid, signal.SIGKILL)
    child.stdout.readline()
    passed = time.monotonic() - begun
    child.communicate()
    return passed
