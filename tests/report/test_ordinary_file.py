"""What is no ordinary file is not opened, let alone waited for (abuse case 10)."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from tests.fakes import TODAY
from tests.hostile.writing import carrier
from tests.report.sealed import CATALOGUE
from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import (
    FileProblem,
    MissingFileError,
    RefusedReportError,
    UnreadableFileError,
)
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.report import ordinary_file
from thuiswerkplek.report.attachment import FILE_LIMIT, Reading

posix = pytest.mark.skipif(sys.platform == "win32", reason="these are POSIX files")
NOBODY = 65_534


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder to stand in, so that a socket's name is short enough."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def a_folder(path):
    path.mkdir()


def link_to_a_report(path):
    target = path.with_suffix(".real")
    target.write_bytes(carrier())
    path.symlink_to(target)


def link_loop(path):
    path.symlink_to(path)


def dangling_link(path):
    path.symlink_to("nothing")


def fifo(path):
    os.mkfifo(path)


def a_socket(path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


def link_to_zeros(path):
    path.symlink_to("/dev/zero")


KINDS = {
    a_folder: "folder",
    link_to_a_report: "link",
    link_loop: "link",
    dangling_link: "link",
    link_to_zeros: "link",
    fifo: "not-a-file",
    a_socket: "not-a-file",
}


@posix
@pytest.mark.parametrize("make", KINDS)
def test_it_is_refused_at_once(folder, make):
    path = folder / "x.pdf"
    make(path)

    with pytest.raises(UnreadableFileError) as refused:
        ordinary_file.content(path, limit=FILE_LIMIT)

    assert refused.value.detail == KINDS[make]
    assert str(path) in sentences.sentence(refused.value)
    assert sentences.refusal(KINDS[make]) != sentences.refusal("?")


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(device):
    if not Path(device).exists():
        pytest.skip("there is no such device")

    with pytest.raises(UnreadableFileError, match="not-a-file"):
        ordinary_file.content(Path(device), limit=FILE_LIMIT)


@posix
def test_a_pipe_put_in_its_place_at_the_last_moment_is_not_waited_for(
    folder, monkeypatch
):
    """Between the look and the opening the name may come to mean something else."""
    path, ordinary = folder / "x.pdf", folder / "y.pdf"
    ordinary.write_bytes(b"x")
    os.mkfifo(path)
    seen = os.lstat(ordinary)
    monkeypatch.setattr(ordinary_file.os, "lstat", lambda _path: seen)

    with pytest.raises(UnreadableFileError, match="not-a-file"):
        ordinary_file.content(path, limit=FILE_LIMIT)


def test_six_gigabytes_of_nothing_are_not_read(folder):
    path = folder / "x.pdf"
    with path.open("wb") as file:
        file.truncate(6 << 30)

    with pytest.raises(RefusedReportError, match="too-large"):
        ordinary_file.content(path, limit=FILE_LIMIT)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="no such file here")
def test_a_file_that_says_it_is_empty_and_goes_on_is_not_read_for_ever():
    """Files of the system itself have no size."""
    with pytest.raises(RefusedReportError, match="too-large"):
        ordinary_file.content(Path("/proc/self/maps"), limit=10)


def test_exactly_the_limit_is_read_and_one_byte_more_is_not(folder):
    path = folder / "x.pdf"
    path.write_bytes(b"x" * 10)

    assert ordinary_file.content(path, limit=10) == b"x" * 10
    with pytest.raises(RefusedReportError, match="too-large"):
        ordinary_file.content(path, limit=9)


@posix
def test_no_right_to_read(folder):
    path = folder / "x.pdf"
    path.write_bytes(b"x")
    path.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        with pytest.raises(UnreadableFileError, match="refused"):
            ordinary_file.content(path, limit=FILE_LIMIT)
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.parametrize("name", ["none.pdf", "no/such.pdf"])
def test_what_is_not_there(folder, name):
    with pytest.raises(MissingFileError):
        ordinary_file.content(folder / name, limit=FILE_LIMIT)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "a/" * 5_000])
def test_a_name_that_cannot_be(folder, name):
    with pytest.raises(FileProblem):
        ordinary_file.content(folder / name, limit=FILE_LIMIT)


@posix
def test_a_report_in_a_folder_reached_by_a_link_is_read(folder):
    (folder / "real").mkdir()
    (folder / "real" / "r.pdf").write_bytes(carrier())
    (folder / "linked").symlink_to("real")

    with Reading(CATALOGUE, today=TODAY) as reading:
        found = reading.read(folder / "linked" / "r.pdf")

    assert found.seal is SealState.UNCHANGED
