"""A file is written whole or not at all, and the old one stays until then."""

from __future__ import annotations

import os
import stat
import threading
import time

import pytest

from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.storage import atomic, files
from thuiswerkplek.storage.sqlite_file import restrict


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
    assert {path.name for path in target.parent.iterdir()} == {
        "report.pdf",
        "other.pdf",
    }


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


def test_interrupted_halfway_the_old_file_stays_and_nothing_is_left(
    target, monkeypatch
):
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


class Scanner:
    """A virus scanner that has the new file open for a while (patches the system)."""

    def __init__(self, monkeypatch, times):
        self.left, self.waited = times, []
        self._replace = os.replace
        monkeypatch.setattr(os, "replace", self.replace)
        monkeypatch.setattr(time, "sleep", self.waited.append)

    def replace(self, source, target, **named):
        if self.left:
            self.left -= 1
            raise PermissionError(13, "used by another process")
        self._replace(source, target, **named)


@pytest.mark.parametrize(("times", "is_moved"), [(0, True), (5, True), (6, False)])
def test_on_windows_a_scanner_is_waited_out_for_a_while(
    target, monkeypatch, times, is_moved
):
    """TM-61: 50 ms and doubling; no real time passes here."""
    fresh = target.with_name("fresh")
    fresh.write_bytes(b"new")
    scanner = Scanner(monkeypatch, times)
    monkeypatch.setattr(os, "name", "nt")

    if is_moved:
        atomic._move(fresh, target)
    else:
        with pytest.raises(PermissionError):
            atomic._move(fresh, target)
    monkeypatch.undo()

    assert target.read_bytes() == (b"new" if is_moved else b"old")
    assert scanner.waited == [0.05, 0.1, 0.2, 0.4, 0.8][:times]


def test_elsewhere_nobody_waits(target, monkeypatch):
    scanner = Scanner(monkeypatch, 1)

    assert refused(target) == "refused"
    assert scanner.waited == []
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["report.pdf"]


def test_windows_has_no_such_rights_and_folders_to_flush(target, monkeypatch):
    target.chmod(0o644)
    monkeypatch.setattr(os, "name", "nt")

    restrict(target)
    atomic.flush_folder(target)
    monkeypatch.undo()

    assert stat.S_IMODE(target.stat().st_mode) == 0o644
