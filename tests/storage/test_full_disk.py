"""A disk that is really full: said in a sentence, and nothing that was there is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.storage.running import IS_ROOT, run

MIB = 1 << 20


def _can_mount():
    if not (IS_ROOT and shutil.which("unshare") and shutil.which("mount")):
        return False
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _small_disk(folder):
    """A disk of 8 MiB, in a mount space of its own that ends with the program."""
    script = 'mount -t tmpfs -o size=8m none "$0" && exec "$@"'
    return ["unshare", "--mount", "sh", "-c", script, str(folder)]


def _limit_files():
    """Let no file grow past half a MiB; the signal for that is the program's to ignore."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MIB // 2, MIB // 2))


def _facts(lines):
    return {fact[0]: fact[1:] for fact in map(json.loads, lines)}


def _assert_nothing_lost(facts):
    assert facts["detail"] == ["full"]
    (sentence,) = facts["sentence"]
    assert sentence.startswith("The disk is full")
    assert "Make room" in sentence
    assert facts["intact while open"] == [True]
    assert facts["report"] == ["full"]
    assert facts["issued"] == [1]
    assert facts["old report"] == ["the old report"]
    assert facts["left behind"] == [[]]
    is_intact, count, has_check = facts["intact later"]
    assert is_intact
    assert count > 20
    assert has_check


@pytest.mark.skipif(not _can_mount(), reason="only root can make a small disk")
def test_a_full_disk_loses_no_answer_and_no_report(tmp_path):
    _assert_nothing_lost(_facts(run("filling", tmp_path, before=_small_disk(tmp_path))))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file size")
def test_a_quota_on_file_size_loses_no_answer_and_no_report(tmp_path):
    facts = _facts(run("filling", tmp_path, preexec=_limit_files))

    _assert_nothing_lost(facts)
    assert os.listdir(tmp_path)


def _assert_no_day_lost(facts):
    assert facts["detail"] == ["full"]
    assert facts["while open"] == [True]
    is_intact, count = facts["later"]
    assert is_intact
    assert count >= 200


@pytest.mark.skipif(not _can_mount(), reason="only root can make a small disk")
def test_a_full_disk_loses_no_day(tmp_path):
    lines = run("filling_days", tmp_path, before=_small_disk(tmp_path))

    _assert_no_day_lost(_facts(lines))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file size")
def test_a_quota_on_file_size_loses_no_day(tmp_path):
    _assert_no_day_lost(_facts(run("filling_days", tmp_path, preexec=_limit_files)))


@pytest.mark.skipif(not _can_mount(), reason="only root can make a small disk")
@pytest.mark.parametrize("name", ["opening", "writing", "locking"])
def test_on_a_disk_that_was_full_from_the_start_nothing_is_half_made(tmp_path, name):
    script = (
        'mount -t tmpfs -o size=64k none "$0" && head -c 65536 /dev/zero > "$0/filler";'
        ' "$@"; ls -A "$0"'
    )
    before = ["unshare", "--mount", "sh", "-c", script, str(tmp_path)]

    told, *left = run(name, tmp_path / "worker.db", before=before)

    assert json.loads(told) == ["UnwritableFileError", "full"]
    assert [line for line in left if line not in {"filler", "worker.db"}] == []
    if name != "locking":
        assert "worker.db" not in left


@pytest.mark.skipif(not _can_mount(), reason="only root can make a small disk")
def test_a_copy_of_the_day_on_a_full_disk_leaves_no_part(tmp_path):
    (tmp_path / "backups").mkdir()
    run("opening", tmp_path / "worker.db")
    script = (
        'mount -t tmpfs -o size=16k none "$0/backups";'
        ' head -c 16384 /dev/zero > "$0/backups/filler"; "$@"; ls -A "$0/backups"'
    )
    before = ["unshare", "--mount", "sh", "-c", script, str(tmp_path)]

    told, *left = run("copying", tmp_path, before=before)

    assert json.loads(told) == ["UnwritableFileError", "full"]
    assert left == ["filler"]


@pytest.mark.skipif(not _can_mount(), reason="only root can make a small disk")
@pytest.mark.parametrize("is_open", ["open", "closed"])
def test_a_copy_of_the_private_answers_on_a_full_disk_leaves_no_part(tmp_path, is_open):
    root, small = tmp_path / "data", tmp_path / "small"
    root.mkdir()
    small.mkdir()
    script = (
        'mount -t tmpfs -o size=16k none "$0"; head -c 12288 /dev/zero > "$0/filler";'
        ' exec "$@"'
    )
    before = ["unshare", "--mount", "sh", "-c", script, str(small)]

    told, opens, left = map(
        json.loads, run("copying_private", root, small, is_open, before=before)
    )

    assert told == ["UnwritableFileError", "full"]
    assert opens
    assert left == ["filler"]


@pytest.mark.skipif(not _can_mount(), reason="only root can make a read-only disk")
@pytest.mark.parametrize("is_there", [True, False])
def test_a_read_only_disk_is_said(tmp_path, is_there):
    if is_there:
        run("opening", tmp_path / "worker.db")
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    before = ["unshare", "--mount", "sh", "-c", script, str(tmp_path)]

    for name in ("opening", "writing", "locking"):
        told = run(name, tmp_path / "worker.db", before=before)
        kind, detail = json.loads(told[0])
        assert (kind, detail) == ("UnwritableFileError", "refused"), name
