"""The files of the day log as a person meets them: buttons, keys and names."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6 import QtCore

from tests.fakes import ImmediateTasks
from thuiswerkplek.domain.daylog import DayKind
from thuiswerkplek.ui.worker.day_files_view import DayFilesPart

pytestmark = pytest.mark.gui
LIST = "date;parts;trips;planned\n2026-11-20;home 8;;\n"


@pytest.fixture
def place(tmp_path):
    """Return the file that the dialogs give."""
    path = tmp_path / "days.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def part(services, shell, show, place):
    def make(_look):
        own = DayFilesPart(
            services,
            shell,
            ImmediateTasks(),
            ask_file=lambda _kind: place,
            ask_place=lambda name, _kind: place.with_name(f"out-{name}"),
        )
        own.refresh()
        return own

    return show(make, width=700)


def press(qtbot, widget):
    qtbot.mouseClick(widget, QtCore.Qt.MouseButton.LeftButton)


def test_a_list_is_taken_in_by_keys(qtbot, services, part):
    part.list_in.setFocus()
    qtbot.keyClick(part.list_in, QtCore.Qt.Key.Key_Return)
    assert part.outcome.take.hasFocus()

    with qtbot.waitSignal(part.changed):
        qtbot.keyClick(part.outcome.take, QtCore.Qt.Key.Key_Return)

    assert services.day_log.entry(date(2026, 11, 20)).is_done
    assert part.outcome.isHidden()
    assert part.list_in.hasFocus()


def test_leaving_it_gives_the_keyboard_back(qtbot, services, part):
    press(qtbot, part.list_in)

    press(qtbot, part.outcome.leave)

    assert services.day_log.first_day() is None
    assert part.outcome.isHidden()
    assert part.list_in.hasFocus()


def test_a_refused_file_is_told_under_the_buttons(qtbot, place, part):
    place.write_text("date;parts\n2026-11-20;zoo 8\n", "utf-8")

    press(qtbot, part.list_in)

    assert part.outcome.panel.isVisible()
    assert part.outcome.problems.text().startswith("Line 2: “zoo” is not a place.")
    assert not part.outcome.take.isVisible()
    assert part.outcome.leave.hasFocus()


def test_a_strange_file_name_hides_nothing(qtbot, place, services, shell, show):
    strange = place.rename(place.with_name("a\u202evsc.csv"))

    def make(_look):
        return DayFilesPart(
            services, shell, ImmediateTasks(), ask_file=lambda _kind: strange
        )

    part = show(make)
    press(qtbot, part.list_in)

    assert "[U+202E]" in part.outcome._title.text()


def test_days_are_saved(qtbot, services, shell, place, part):
    assert not part.list_out.isEnabled()
    services.day_log.choose(date(2026, 11, 20), DayKind.HOME)
    part.refresh()

    press(qtbot, part.list_out)
    press(qtbot, part.calendar_out)

    written = sorted(path.name for path in place.parent.glob("out-*"))
    assert written == ["out-thuiswerkplek.csv", "out-thuiswerkplek.ics"]
    assert len(shell.notices) == 2


def test_a_calendar_that_is_none_is_refused_and_until_when_is_asked(qtbot, part):
    part.until.setFocus()
    qtbot.keyClick(part.until, QtCore.Qt.Key.Key_Up)
    assert part.until.currentText() == "6 months ahead"

    press(qtbot, part.calendar_in)

    assert part.outcome.panel.isVisible()
    assert "not a calendar" in part.outcome.problems.text()
