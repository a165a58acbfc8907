"""A file is written whole or not at all, and the old one stays until then."""

from __future__ import annotations

import os
import stat
import threading

import pytest

from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.storage import atomic, files


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    return path


def refused(path, content=b"new"):
    with pytest.raises(UnwritableFileError) as caught:
        atomic.write(path, content)
    assert caught.value.path == str(path)
    return caught.value.detail


def test_it_writes_and_writes_over(target):
    atomic.write(target, b"new")
    assert target.read_bytes() == b"new"

    atomic.write(target.with_name("other.pdf"), b"")
    assert target.with_name("other.pdf").read_bytes() == b""
    assert {path.name for path in target.parent.iterdir()} == {"report.pdf", "other.pdf"}


def test_only_the_owner_can_read_it(target):
    target.chmod(0o644)

    atomic.write(target, b"new")

    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_folder_is_no_file(tmp_path):
    assert refused(tmp_path) == "folder"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_not_made(tmp_path):
    assert refused(tmp_path / "none" / "report.pdf") == "no-folder"
    assert not (tmp_path / "none").exists()


def test_a_file_is_no_folder(target):
    assert refused(target / "report.pdf") == "no-folder"
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"], ids=["too long", "NUL"])
def test_a_name_no_system_takes(tmp_path, name):
    assert refused(tmp_path / name) == "refused"
    assert list(tmp_path.iterdir()) == []




def test_interrupted_halfway_the_old_file_stays_and_nothing_is_left(target, monkeypatch):
    """Patched is the operating system alone: the flush is when the user gives up."""

    def interrupted(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        atomic.write(target, b"new" * 1000)

    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["report.pdf"]


def test_a_reader_sees_the_old_or_the_new_and_never_half(target):
    versions = [bytes([number]) * 200_000 for number in range(1, 40)]
    target.write_bytes(versions[0])
    seen, is_done = set(), threading.Event()

    def read():
        while not is_done.is_set():
            seen.add(target.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for version in versions:
        atomic.write(target, version)
    is_done.set()
    reader.join()

    assert seen <= set(versions)


def test_a_link_is_replaced_and_what_it_points_at_is_left(target):
    link = target.with_name("link.pdf")
    link.symlink_to(target)

    atomic.write(link, b"new")

    assert target.read_bytes() == b"old"
    assert link.read_bytes() == b"new"


def test_files_offers_the_same_writing(target):
    files.write(target, b"new")

    assert target.read_bytes() == b"new"
