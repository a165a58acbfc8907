"""Slow work: its result comes back in the window, or not at all."""

from __future__ import annotations

import threading

import pytest

from thuiswerkplek import i18n
from thuiswerkplek.domain.errors import MissingFileError
from thuiswerkplek.ui.tasks import UnforeseenError, WindowTasks

pytestmark = pytest.mark.gui


class Page:
    """Remembers what came back, and on which thread."""

    def __init__(self):
        self.results, self.errors, self.threads = [], [], []

    def done(self, result):
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def failed(self, error):
        self.errors.append(error)
        self.threads.append(threading.current_thread())


@pytest.fixture
def unforeseen():
    return []


@pytest.fixture
def tasks(qapp, unforeseen):
    found = WindowTasks(lambda: unforeseen.append("told"))
    yield found
    found.close()


def test_result_comes_back_in_the_window(qtbot, tasks):
    page = Page()

    tasks.run(threading.current_thread, page.done, page.failed)
    qtbot.waitUntil(lambda: bool(page.results))

    assert page.results[0] is not threading.main_thread()
    assert page.threads == [threading.main_thread()]
    assert page.errors == []


def test_known_error_goes_to_the_page(qtbot, tasks, unforeseen):
    page = Page()

    def work():
        raise MissingFileError("report.pdf")

    tasks.run(work, page.done, page.failed)
    qtbot.waitUntil(lambda: bool(page.errors))

    assert isinstance(page.errors[0], MissingFileError)
    assert page.threads == [threading.main_thread()]
    assert unforeseen == []


def test_unknown_error_is_told_without_values(qtbot, tasks, unforeseen, caplog):
    page = Page()

    def work():
        raise RuntimeError("my back hurts")

    tasks.run(work, page.done, page.failed)
    qtbot.waitUntil(lambda: bool(unforeseen))

    assert isinstance(page.errors[0], UnforeseenError)
    assert "RuntimeError" in caplog.text
    assert "my back hurts" not in caplog.text
    assert str(page.errors[0]) == ""


def test_work_speaks_the_language_of_who_asked(qtbot, tasks):
    page = Page()

    with i18n.using(i18n.Language.EN):
        tasks.run(i18n.current, page.done, page.failed)
    with i18n.using(i18n.Language.NL):
        tasks.run(i18n.current, page.done, page.failed)
    qtbot.waitUntil(lambda: len(page.results) == 2)

    assert set(page.results) == {i18n.Language.EN, i18n.Language.NL}


def test_nothing_comes_back_to_a_page_that_is_gone(qtbot, tasks):
    old, new = Page(), Page()
    may_end = threading.Event()

    tasks.run(may_end.wait, old.done, old.failed)
    tasks.forget_all()
    may_end.set()
    tasks.run(lambda: "new", new.done, new.failed)
    qtbot.waitUntil(lambda: bool(new.results))
    tasks.close()
    qtbot.wait(1)

    assert old.results == old.errors == []


def test_closing_waits_for_what_is_written_and_delivers_nothing(qtbot, tasks, tmp_path):
    page = Page()
    started, may_end = threading.Event(), threading.Event()

    def work():
        started.set()
        may_end.wait()
        (tmp_path / "copy").write_text("whole")

    tasks.run(work, page.done, page.failed)
    started.wait()
    may_end.set()
    tasks.close()
    qtbot.wait(1)

    assert (tmp_path / "copy").read_text() == "whole"
    assert page.results == page.errors == []
