"""Pages and file of *Delen*: what is shown is what is saved, or nothing is."""

from __future__ import annotations

import pytest

from tests.fakes import ImmediateTasks
from tests.ui.worker.share_desk import CHAIR, Desk, filled
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.storage.paths import DataFolder
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.worker.share_models import PagesState

pytestmark = pytest.mark.usefixtures("with_private")


class LaterTasks:
    """Runs work when the test says so."""

    def __init__(self):
        self.waiting = []

    def run(self, work, done, failed):
        self.waiting.append((work, done, failed))

    def finish(self):
        ImmediateTasks().run(*self.waiting.pop(0))


@pytest.fixture
def desk(services):
    return filled(services)


def test_save_writes_exactly_the_bytes_that_were_shown(desk, tmp_path):
    shown = desk.made()
    assert desk.screen.statuses[-1].can_save

    desk.presenter.save(tmp_path / "report.pdf")

    assert (tmp_path / "report.pdf").read_bytes() == shown
    notice = desk.shell.notices[-1]
    assert notice.text == "Saved as report.pdf."
    notice.on_action()
    assert desk.screen.folders == [tmp_path]
    assert desk.shell.changes == 1


def test_what_was_saved_is_read_back_and_said_to_be_right(desk, tmp_path):
    desk.made()
    assert desk.screen.statuses[-1].read_back == ""

    desk.presenter.save(tmp_path / "report.pdf")

    assert desk.screen.statuses[-1].read_back == (
        "Checked after saving: report.pdf is readable and unchanged."
    )
    assert [notice.level for notice in desk.shell.notices] == [Level.DONE]
    received = desk.services.paper.read(tmp_path / "report.pdf")
    assert received.seal is SealState.UNCHANGED
    assert received.key == desk.services.sharing.key().public


def spoil(path):
    whole = path.read_bytes()
    return {
        "a letter more": whole + b" ",
        "half": whole[: len(whole) // 2],
        "empty": b"",
    }


@pytest.mark.parametrize("kind", ["a letter more", "half", "empty"])
def test_a_file_that_reads_back_as_something_else_is_told(services, tmp_path, kind):
    """A disk or a share that says it wrote, and did not."""
    tasks = LaterTasks()
    desk = Desk(services, tasks)
    desk.fill()
    desk.presenter.make_pages()
    tasks.finish()
    target = tmp_path / "report.pdf"
    desk.presenter.save(target)
    target.write_bytes(spoil(target)[kind])

    tasks.finish()

    notice = desk.shell.notices[-1]
    assert notice.level is Level.PROBLEM
    assert notice.text.startswith("report.pdf was saved, but reading it back gave")
    assert desk.screen.statuses[-1].read_back == ""


def test_a_file_that_is_gone_at_once_is_told(services, tmp_path):
    tasks = LaterTasks()
    desk = Desk(services, tasks)
    desk.fill()
    desk.presenter.make_pages()
    tasks.finish()
    desk.presenter.save(tmp_path / "report.pdf")
    (tmp_path / "report.pdf").unlink()

    tasks.finish()

    assert "There is no file" in desk.shell.notices[-1].text


def test_another_report_in_its_place_is_not_taken_for_it(services, tmp_path):
    tasks = LaterTasks()
    desk = Desk(services, tasks)
    desk.fill()
    desk.presenter.make_pages()
    tasks.finish()
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    desk.presenter.save(one)
    tasks.finish()
    desk.presenter.make_pages()
    tasks.finish()
    desk.presenter.save(other)
    other.write_bytes(one.read_bytes())

    tasks.finish()

    assert desk.shell.notices[-1].level is Level.PROBLEM


def test_a_key_that_cannot_be_kept_is_told_and_can_be_tried_again(desk, tmp_path):
    folder = DataFolder(tmp_path / "data")
    folder.seal_key.mkdir()

    desk.presenter.refresh()
    desk.presenter.make_pages()

    assert desk.shell.notices[-1].level is Level.PROBLEM
    assert str(folder.seal_key) in desk.shell.notices[-1].text
    assert desk.screen.statuses[-1].state is PagesState.FAILED
    folder.seal_key.rmdir()
    desk.shell.notices[-1].on_action()
    desk.presenter.make_pages()
    assert desk.screen.statuses[-1].can_save


def test_saving_asks_the_employer_for_what_the_report_asks(desk, tmp_path):
    key = "agree-equipment"
    desk.services.checking.answer(desk.place.id, key, Answer("no"))
    desk.made()

    desk.presenter.save(tmp_path / "report.pdf")

    lines = {line.question.id: line for line in desk.services.measuring.lines()}
    assert lines[key].measure.state is State.REQUESTED


def test_saving_again_raises_the_version_and_keeps_the_id(desk, tmp_path):
    desk.made()
    first = desk.presenter.draft().report
    desk.presenter.save(tmp_path / "one.pdf")
    assert not desk.screen.statuses[-1].can_save  # other pages now: the next version
    desk.presenter.make_pages()

    desk.presenter.save(tmp_path / "two.pdf")

    next_report = desk.presenter.draft().report
    assert (first.version, next_report.version) == (1, 3)
    assert first.report_id == next_report.report_id
    assert (tmp_path / "two.pdf").read_bytes() == desk.screen.contents[-1]
    assert "version 2 earlier. This becomes version 3" in (
        desk.screen.statuses[-1].history
    )


@pytest.mark.parametrize("where", ["missing/report.pdf", "folder"])
def test_a_place_that_cannot_be_written_loses_nothing(desk, tmp_path, where):
    (tmp_path / "folder").mkdir()
    desk.made()
    before = desk.presenter.draft()

    desk.presenter.save(tmp_path / where)

    notice = desk.shell.notices[-1]
    assert notice.level is Level.PROBLEM
    assert str(tmp_path / where) in notice.text
    assert desk.presenter.draft() == before
    assert desk.presenter.status().can_save
    assert desk.shell.changes == 0


def test_a_refused_or_full_disk_leaves_old_file_and_version(desk, tmp_path):
    class FullDisk:
        def write(self, path, content):
            raise UnwritableFileError(path, "full")

    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    desk.made()
    desk.services.sharing._files = FullDisk()

    desk.presenter.save(target)

    assert "full" in desk.shell.notices[-1].text
    assert target.read_bytes() == b"old"
    assert desk.presenter.draft().report.version == 1


def test_old_pages_are_never_saved(desk, tmp_path):
    desk.made()
    desk.presenter.set_tick(desk.tick(f"answer/{CHAIR}"), goes=False)

    desk.presenter.save(tmp_path / "report.pdf")

    assert not (tmp_path / "report.pdf").exists()
    status = desk.screen.statuses[-1]
    assert (status.state, status.can_save) == (PagesState.MAKING, False)
    assert status.text == "The pages are being made…"
    assert desk.screen.olds > 1


def test_a_save_before_there_are_pages_writes_nothing(desk, tmp_path):
    desk.presenter.save(tmp_path / "report.pdf")

    assert not (tmp_path / "report.pdf").exists()


def test_pages_overtaken_by_a_change_are_not_shown(services):
    tasks = LaterTasks()
    desk = Desk(services, tasks)
    desk.fill()
    desk.presenter.make_pages()
    desk.presenter.set_tick(desk.tick(f"answer/{CHAIR}"), goes=False)
    desk.presenter.make_pages()

    tasks.finish()
    assert not desk.screen.contents
    tasks.finish()

    assert len(desk.screen.contents) == 1
    assert desk.screen.statuses[-1].can_save


def test_pages_that_are_current_are_not_made_again(desk):
    desk.made()

    desk.made()

    assert len(desk.screen.contents) == 1


def test_paper_that_fails_is_told_and_can_be_tried_again(services):
    class TornPaper:
        def make(self, report, catalogue, *, language, key):
            raise UnwritableFileError("page", "full")

    services.paper = TornPaper()
    desk = Desk(services)
    desk.fill()

    desk.presenter.make_pages()

    assert desk.shell.notices[-1].level is Level.PROBLEM
    assert desk.screen.statuses[-1].state is PagesState.FAILED
    desk.presenter.refresh()
    assert desk.screen.statuses[-1].state is PagesState.MAKING
