"""Files of the day log without a window: first what would happen, then it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes import ImmediateTasks, RecordingShell
from thuiswerkplek.domain.daylog import DayKind, kind
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.worker.day_files_presenter import DayFilesPresenter

LIST = """date;parts;trips;planned
2026-11-19;home 8;;
2026-11-20;office 8;;
2026-11-23;home 8;;
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
{events}
END:VCALENDAR
"""
EVENT = """BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:{day}
SUMMARY:{title}
END:VEVENT"""


class RecordingScreen:
    def __init__(self):
        self.pages, self.changes, self.folders = [], 0, []

    def show_files(self, page):
        self.pages.append(page)

    def days_changed(self):
        self.changes += 1

    def show_folder(self, folder):
        self.folders.append(folder)


@pytest.fixture
def files(services):
    presenter = DayFilesPresenter(
        services, RecordingShell(), ImmediateTasks(), RecordingScreen()
    )
    presenter.screen, presenter.shell = presenter._screen, presenter._shell
    return presenter


@pytest.fixture
def days(tmp_path):
    path = tmp_path / "days.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def calendar(tmp_path):
    def make(*events):
        told = [
            EVENT.format(uid=n, day=day, title=title)
            for n, (day, title) in enumerate(events)
        ]
        path = tmp_path / "work.ics"
        path.write_text(CALENDAR.format(events="\n".join(told)), "utf-8")
        return path

    return make


def shown(files):
    return files.screen.pages[-1]


def kinds(services, first, last):
    found = services.day_log.entries(first, last)
    return [entry.day and kind(entry.day) for entry in found]


# In


def test_a_list_is_shown_before_it_is_taken_in(services, files, days):
    services.day_log.choose(date(2026, 11, 19), DayKind.HOME)
    services.day_log.choose(date(2026, 11, 20), DayKind.HOME)

    files.read_list(days)

    preview = shown(files).preview
    assert preview.title == "What taking days.csv in would do"
    assert preview.lines == (
        "1 new day.",
        "1 day changes: 20 November 2026.",
        "1 day stays as it was.",
    )
    assert preview.can_take
    assert not services.day_log.entry(date(2026, 11, 23)).is_kept


def test_taking_in_is_told_and_undone(services, files, days):
    services.day_log.choose(date(2026, 11, 20), DayKind.HOME)
    files.read_list(days)

    files.take_in()

    span = date(2026, 11, 19), date(2026, 11, 20)
    assert kinds(services, *span) == [DayKind.HOME, DayKind.OFFICE]
    notice = files.shell.notices[-1]
    assert notice.text == "3 days taken in from days.csv."
    assert (files.shell.changes, files.screen.changes) == (1, 1)
    assert shown(files).preview is None

    notice.on_action()

    assert kinds(services, *span) == [None, DayKind.HOME]
    assert files.screen.changes == 2


def test_a_second_time_there_is_nothing_to_take_in(files, days):
    files.read_list(days)
    files.take_in()

    files.read_list(days)

    preview = shown(files).preview
    assert preview.title == "days.csv has nothing new"
    assert not preview.can_take


def test_what_changed_meanwhile_is_shown_first(services, files, days):
    files.read_list(days)
    services.day_log.choose(date(2026, 11, 20), DayKind.HOME)

    files.take_in()

    assert not services.day_log.entry(date(2026, 11, 23)).is_kept
    assert "1 day changes: 20 November 2026." in shown(files).preview.lines
    files.take_in()
    assert services.day_log.entry(date(2026, 11, 23)).is_kept


def test_what_was_shown_is_taken_in_whatever_becomes_of_the_file(services, files, days):
    files.read_list(days)
    days.unlink()

    files.take_in()

    assert services.day_log.entry(date(2026, 11, 23)).is_kept
    files.read_list(days)
    assert files.shell.notices[-1].level is Level.PROBLEM
    assert shown(files).preview is None


def test_of_two_files_the_last_one_chosen_is_shown(services, files, days, calendar):
    waiting = []
    files._tasks = LateTasks(waiting)
    files.read_list(days)
    assert shown(files).preview.title == "Reading days.csv…"
    files.read_calendar(calendar(("20261124", "Home")))

    for finish in reversed(waiting):
        finish()

    assert shown(files).preview.title == "What taking work.ics in would do"


class LateTasks(ImmediateTasks):
    """Finishes when it is told to."""

    def __init__(self, waiting):
        self._waiting = waiting

    def run(self, work, done, failed):
        self._waiting.append(lambda: ImmediateTasks.run(self, work, done, failed))


def test_leaving_it_changes_nothing(services, files, days):
    files.read_list(days)

    files.leave()

    assert shown(files).preview is None
    assert services.day_log.first_day() is None
    files.take_in()
    assert services.day_log.first_day() is None


def test_a_refused_list_names_three_problems_and_how_many_more(services, files, days):
    wrong = ["2026-11-20;home;;", "2026-13-40;home 8;;", "2026-11-21;zoo 8;;"]
    wrong += ["2026-11-22;home 8;car;", "2026-11-24;home 8;;maybe"]
    days.write_text("date;parts;trips;planned\n" + "\n".join(wrong), "utf-8")

    files.read_list(days)

    refusal = shown(files).refusal
    lines = refusal.text.split("\n")
    assert [line.split(":")[0] for line in lines[:3]] == ["Line 2", "Line 3", "Line 4"]
    assert lines[3:] == ["Nothing was taken in; your days are as they were."]
    assert refusal.more == "At least 2 more lines need mending."
    assert shown(files).preview is None
    assert files.shell.notices[-1].level is Level.PROBLEM
    assert services.day_log.first_day() is None


def test_a_good_file_takes_the_place_of_a_refused_one(files, days, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("x", "utf-8")
    files.read_list(bad)

    files.read_list(days)

    assert shown(files).refusal is None
    assert shown(files).preview.can_take


def test_a_file_that_is_not_there_is_told(files, tmp_path):
    files.read_list(tmp_path / "none.csv")

    notice = files.shell.notices[-1]
    assert (notice.level, "none.csv" in notice.text) == (Level.PROBLEM, True)
    assert shown(files).refusal is None


def test_a_calendar_plans_and_names_the_dates_it_leaves_open(services, files, calendar):
    path = calendar(
        ("20261126", "Home"),
        ("20261127", "Home"),
        ("20261127", "Office"),
        ("20261126", "Birthday of a colleague"),
    )

    files.read_calendar(path)

    lines = shown(files).preview.lines
    assert lines[0] == "1 new day."
    assert any("left out: 27 November 2026." in line for line in lines)
    assert "1 event is about something else and is not read." in lines
    files.take_in()
    entry = services.day_log.entry(date(2026, 11, 26))
    assert entry.is_kept
    assert entry.day.is_planned


def test_a_calendar_goes_as_far_as_was_asked(files, calendar):
    path = calendar(("20261126", "Home"), ("20270301", "Home"))
    assert shown_after(files).calendar_note == (
        "Calendars go from 23 November 2025 until 23 November 2027."
    )
    files.read_calendar(path)
    assert shown(files).preview.lines[0] == "2 new days."

    files.choose_until(1)

    assert shown(files).until == 1
    assert shown(files).preview.lines[0] == "1 new day."


def shown_after(files):
    files.refresh()
    return shown(files)


# Out


def test_days_go_out_and_come_back_the_same(services, files, days, tmp_path):
    assert not shown_after(files).can_save
    files.read_list(days)
    files.take_in()
    assert shown(files).can_save
    out = tmp_path / "out.csv"

    files.save_list(out)
    notice = files.shell.notices[-1]
    assert notice.text == "Saved as out.csv."
    notice.on_action()
    assert files.screen.folders == [tmp_path]

    files.read_list(out)
    assert not shown(files).preview.can_take


def test_a_calendar_goes_out(files, days, tmp_path):
    files.read_list(days)
    files.take_in()

    files.save_calendar(tmp_path / "out.ics")

    assert (tmp_path / "out.ics").read_text("utf-8").count("BEGIN:VEVENT") == 3


def test_a_place_that_cannot_be_written_is_told(files, days, tmp_path):
    files.read_list(days)
    files.take_in()

    files.save_list(tmp_path / "no" / "out.csv")

    assert files.shell.notices[-1].level is Level.PROBLEM
