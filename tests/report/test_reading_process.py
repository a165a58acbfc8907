"""A reading process that hangs, crashes or lies costs one file (TM-42)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.hostile import children
from tests.hostile.writing import DATA, carrier, without_data
from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.exchange import codec
from thuiswerkplek.report import carried, reading_child, reading_process
from thuiswerkplek.report.reading_process import Reader

GOOD = carrier()
LARGE = b"%PDF-" + bytes(9 << 20)
SECONDS = 1.0

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.fixture
def reader():
    with Reader(seconds=SECONDS) as found:
        yield found


def with_child(reader, serve):
    reader._data = reading_process._Child(serve)
    return reader


def refusal(reader, pdf):
    with pytest.raises(RefusedReportError) as refused:
        reader.carried(pdf)
    assert sentences.sentence(refused.value) != sentences.refusal("?")
    return refused.value.reason


def is_gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_one_process_reads_file_after_file(reader):
    first = reader.carried(GOOD)
    (pid,) = reader.pids

    assert first.data == DATA
    assert [reader.carried(GOOD) for _ in range(20)] == [first] * 20
    assert reader.pids == (pid,)
    reader.close()
    assert reader.pids == ()
    assert is_gone(pid)


def test_nothing_is_started_for_what_is_no_pdf(reader):
    assert refusal(reader, b"hello") == "not-pdf"
    assert reader.pids == ()


def test_the_time_for_a_file_is_ten_seconds():
    assert reading_process.SECONDS == 10
    assert reading_child.MOST_SECONDS > reading_process.SECONDS


def test_the_limit_on_data_is_the_codecs():
    assert carried.DATA_LIMIT == codec.REPORT_LIMIT


@pytest.mark.parametrize("pdf", [GOOD, LARGE], ids=["small", "large"])
def test_a_process_that_hangs_is_killed_and_the_next_file_is_read(reader, pdf):
    with_child(reader, children.hangs)
    assert reader._data._running()  # starting it is not counted
    (pid,) = reader.pids
    started = time.monotonic()

    assert refusal(reader, pdf) == "too-slow"
    assert time.monotonic() - started < SECONDS + 1
    assert is_gone(pid)
    assert with_child(reader, reading_child.serve_data).carried(GOOD).data == DATA


@posix
@pytest.mark.parametrize("pdf", [GOOD, LARGE], ids=["small", "large"])
def test_a_process_that_stands_still_before_it_takes_the_file(reader, pdf):
    reader.carried(GOOD)
    os.kill(reader.pids[0], signal.SIGSTOP)

    assert refusal(reader, pdf) == "too-slow"
    assert reader.carried(GOOD).data == DATA


@posix
def test_a_process_killed_between_two_files_costs_none(reader):
    reader.carried(GOOD)
    (pid,) = reader.pids
    os.kill(pid, signal.SIGKILL)
    while not is_zombie(pid):
        pass

    assert reader.carried(GOOD).data == DATA
    assert reader.pids != (pid,)


def is_zombie(pid):
    waiting = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    return waiting is not None


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_process_killed_while_it_reads_costs_that_file(reader, how):
    reader.carried(GOOD)
    (pid,) = reader.pids
    os.kill(pid, signal.SIGSTOP)
    kill = f"kill -{how.value} {pid}; kill -CONT {pid} || true"
    with subprocess.Popen(["sh", "-c", f"sleep 0.2; {kill}"]):
        assert refusal(reader, GOOD) == "reader-stopped"

    assert reader.carried(GOOD).data == DATA


@pytest.mark.parametrize("serve", [children.crashes, children.crashes_halfway])
@pytest.mark.parametrize("pdf", [GOOD, LARGE], ids=["small", "large"])
def test_a_process_that_crashes_costs_one_file(reader, serve, pdf):
    assert refusal(with_child(reader, serve), pdf) == "reader-stopped"
    assert reader.pids == ()
    assert with_child(reader, reading_child.serve_data).carried(GOOD).data == DATA


def test_a_process_that_does_not_start(reader):
    with_child(reader, children.does_not_start)

    assert refusal(reader, GOOD) == "reader-stopped"
    assert refusal(reader, GOOD) == "reader-stopped"


@pytest.mark.parametrize("serve", children.NONSENSE)
def test_a_process_that_answers_nonsense_is_not_believed(reader, serve):
    assert refusal(with_child(reader, serve), GOOD) == "reader-stopped"
    assert reader.pids == ()


def test_the_process_that_looks_at_pages_may_fail_unnoticed(reader):
    for serve in (children.hangs, children.crashes, children.says_no_json):
        reader._pages = reading_process._Child(serve)
        assert refusal(reader, without_data()) == "no-report"
    assert reader.carried(GOOD).data == DATA


@pytest.mark.skipif(sys.platform != "linux", reason="others keep fewer limits")
def test_the_process_has_given_up_its_rights(reader, tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    probing = reading_process._Child(children.probes)
    try:
        found, _data = probing.ask(b"%%PDF-%b" % os.fsencode(tmp_path), 5)
    finally:
        probing.stop()

    # A library that is loaded only now would not be found: all are there beforehand.
    assert found == {
        "read": "OSError",
        "write": "OSError",
        "connect": "OSError",
        "start": "OSError",
        "fill": "MemoryError",
        "import": found["import"],
        "size": 0,
    }
    assert found["import"] in {"OSError", "ModuleNotFoundError"}
    assert not (tmp_path / "new").exists()


@posix
def test_the_process_ends_with_its_parent_or_after_its_time():
    context = get_context("spawn")
    for serve, code in (
        (reading_child.serve_data, 0),
        (children.overdue, -signal.SIGALRM),
    ):
        link, other_end = context.Pipe()
        process = context.Process(target=serve, args=(other_end,))
        process.start()
        other_end.close()
        assert link.recv_bytes() == reading_child.READY
        link.close()
        process.join(10)
        assert process.exitcode == code
        process.close()


@posix
def test_ctrl_c_is_for_the_parent(reader):
    reader.carried(GOOD)
    os.kill(reader.pids[0], signal.SIGINT)

    assert reader.carried(GOOD).data == DATA


@posix
def test_who_is_interrupted_leaves_no_half_read_answer(reader):
    with_child(reader, children.hangs)
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    reader._data._running()
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            reader.carried(GOOD)
    finally:
        signal.signal(signal.SIGALRM, before)

    assert reader.pids == ()


def test_no_process_says_anything_of_its_own(tmp_path):
    """What a library prints may hold what a stranger wrote (TM-16)."""
    script = tmp_path / "read.py"
    script.write_text(
        "from tests.hostile.pdfs import half, without_tail, odd_font\n"
        "from thuiswerkplek.report.reading_process import Reader\n"
        "if __name__ == '__main__':\n"
        "    with Reader() as reader:\n"
        "        for made in (half(), without_tail(), odd_font()):\n"
        "            try:\n"
        "                reader.carried(made)\n"
        "            except Exception as error:\n"
        "                print(error)\n"
    )

    done = subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["damaged-pdf", "damaged-pdf", "no-report"]
    assert done.stderr == ""
