"""Reading a stranger's file: ordinary, small enough, and never half."""

from __future__ import annotations

import os

import pytest

from thuiswerkplek.domain.errors import (
    MissingFileError,
    RefusedReportError,
    UnreadableFileError,
)
from thuiswerkplek.storage import files

LIMIT = 25 << 20


def detail(path):
    with pytest.raises(UnreadableFileError) as caught:
        files.read(path, limit=LIMIT)
    return caught.value.detail


def test_an_ordinary_file_up_to_the_limit_is_read(tmp_path):
    path = tmp_path / "worker.json"
    path.write_bytes(b"x" * 100)

    assert files.read(path, limit=100) == b"x" * 100
    with pytest.raises(RefusedReportError) as caught:
        files.read(path, limit=99)
    assert caught.value.reason == "too-large"


def test_a_hundred_megabytes_are_refused_unread(tmp_path):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100 << 20)

    with pytest.raises(RefusedReportError) as caught:
        files.read(path, limit=LIMIT)
    assert caught.value.reason == "too-large"


def test_what_is_no_file(tmp_path):
    assert detail(tmp_path) == "folder"
    with pytest.raises(MissingFileError):
        files.read(tmp_path / "none.json", limit=LIMIT)
    with pytest.raises(MissingFileError):
        files.read(tmp_path / "none" / "none.json", limit=LIMIT)
    assert detail(tmp_path / ("x" * 300)) == "refused"
    assert detail(tmp_path / "a\0b") == "refused"


@pytest.mark.skipif(os.name != "posix", reason="Unix has these")
def test_pipes_devices_and_loops_are_not_waited_for(tmp_path):
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "none")
    endless = tmp_path / "endless"
    endless.symlink_to("/dev/zero")

    assert detail(pipe) == "not-a-file"
    assert detail(endless) == "not-a-file"
    assert detail(loop) == "refused"
    with pytest.raises(MissingFileError):
        files.read(dangling, limit=LIMIT)
