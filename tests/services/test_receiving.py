"""One account per file, whatever is among them (TM-50)."""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from tests.fakes import TODAY, FixedClock
from tests.hostile import children, data, pdfs
from tests.hostile.writing import REPORT, carrier
from tests.report.sealed import CATALOGUE
from thuiswerkplek import bootstrap, sentences
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.report import attachment, reading_process
from thuiswerkplek.services.receiving import Outcome, account, receive

PAPER = bootstrap.LatePaper(FixedClock())
CHEAP = ("names in a loop", "nothing", "half", "password", "two of our name")

posix = pytest.mark.skipif(sys.platform == "win32", reason="these are POSIX files")


@pytest.fixture
def folder(tmp_path):
    """Return a folder with good reports between everything that is not one."""
    for number, kind in enumerate(CHEAP):
        (tmp_path / f"{number}0.pdf").write_bytes(carrier())
        (tmp_path / f"{number}1.pdf").write_bytes(pdfs.CASES[kind].make())
    for number, kind in enumerate(("NaN", "a field more", "unknown question"), 5):
        (tmp_path / f"{number}0.pdf").write_bytes(carrier())
        (tmp_path / f"{number}1.pdf").write_bytes(carrier(data.KINDS[kind][0]))
    (tmp_path / "91.pdf").mkdir()
    (tmp_path / "92.pdf").symlink_to("92.pdf")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "93.pdf")
    (tmp_path / "94.pdf").write_bytes(carrier())
    return tmp_path


@posix
def test_every_file_ends_in_one_account_and_the_good_ones_are_read(folder):
    paths = [*sorted(folder.iterdir()), folder / "gone.pdf"]

    accounts = list(receive(paths, PAPER))

    assert [found.path for found in accounts] == paths
    assert Counter(found.reason for found in accounts) == {
        "": 9,
        "damaged-pdf": 2,
        "encrypted": 1,
        "folder": 1,
        "link": 1,
        "missing": 1,
        "not-a-file": 1,
        "not-json": 1,
        "not-pdf": 1,
        "twice": 1,
        "unknown-question": 1,
        "wrong-shape": 1,
    }
    for found in accounts:
        is_read = found.outcome is Outcome.READ
        assert is_read is (found.received is not None) is not bool(found.reason)
        if found.received:
            assert found.received.report == REPORT
            assert found.received.seal is SealState.UNCHANGED
        else:
            said = sentences.refusal(found.reason, found.detail)
            assert said != sentences.refusal("?")


def test_the_files_are_asked_for_one_by_one_and_stopping_ends_the_process(tmp_path):
    path = tmp_path / "r.pdf"
    path.write_bytes(carrier())
    asked = count()
    endless = (path for _ in asked)

    accounts = receive(endless, PAPER)
    found = [next(accounts) for _ in range(5)]
    accounts.close()

    assert [one.outcome for one in found] == [Outcome.READ] * 5
    assert next(asked) == 5


def test_nothing_is_started_for_no_files():
    assert list(receive([], PAPER)) == []


@pytest.mark.parametrize("serve", [children.hangs, children.crashes])
def test_a_process_that_goes_down_costs_one_file(tmp_path, serve):
    path = tmp_path / "r.pdf"
    path.write_bytes(carrier())

    with attachment.Reading(CATALOGUE, today=TODAY, seconds=1) as reading:
        before = account(reading, path)
        good = reading._reader._data
        reading._reader._data = reading_process._Child(serve)
        during = account(reading, path)
        reading._reader._data = good
        after = account(reading, path)

    assert before.outcome is after.outcome is Outcome.READ
    assert (
        during.reason
        == {"hangs": "too-slow", "crashes": "reader-stopped"}[serve.__name__]
    )


@posix
def test_the_real_process_standing_still_or_killed_costs_one_file(tmp_path):
    path = tmp_path / "r.pdf"
    path.write_bytes(carrier())

    with attachment.Reading(CATALOGUE, today=TODAY, seconds=1) as reading:
        found = [account(reading, path)]
        for how in (signal.SIGSTOP, signal.SIGSEGV):
            os.kill(reading._reader.pids[0], how)
            found += [account(reading, path), account(reading, path)]

    reasons = [one.reason for one in found]
    assert reasons[:3] == ["", "too-slow", ""]
    assert reasons[3] in {"", "reader-stopped"}  # it may be gone before the file comes
    assert reasons[4] == ""


class Broken:
    """A paper whose reading fails in a way nobody thought of."""

    def read(self, path, known_key=None):
        raise KeyError(path)


def test_what_nobody_foresaw_is_an_account_too():
    found = account(Broken(), Path("x.pdf"))

    assert (found.outcome, found.reason) == (Outcome.REFUSED, "unforeseen")


def test_another_key_than_known_is_read_and_marked(tmp_path):
    path = tmp_path / "r.pdf"
    path.write_bytes(carrier())

    (found,) = receive([path], PAPER, known_key="0" * 64)

    assert found.received.seal is SealState.OTHER_KEY
