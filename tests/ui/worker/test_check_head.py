"""The themes above a question: dials, or one line where dials have no room."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.fakes import RecordingShell
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.ui.worker.check_head import CheckHead
from thuiswerkplek.ui.worker.check_presenter import CheckPresenter

pytestmark = pytest.mark.gui
CHAIR = "chair-feet-supported"
KEY, SAID = QtCore.Qt.Key, QtGui.QAccessible.Text
LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def sheet(services):
    place = services.places.add("Upstairs").id
    services.checking.answer(place, "chair-back-support", Answer("no"))
    check = CheckPresenter(
        services, RecordingShell(), place, on_done=lambda: None, at=CHAIR
    )
    return check.sheet()


@pytest.fixture
def opened(show, sheet):
    def _open(width, scale=1.0):
        def make(_look):
            head = CheckHead()
            head.show_sheet(sheet)
            return head

        head = show(make, width=width, height=900, scale=scale)
        QtWidgets.QApplication.processEvents()
        return head

    return _open


@pytest.fixture
def narrow(opened):
    return opened(1000, 2.0)


def said(widget, what=SAID.Name):
    return QtGui.QAccessible.queryAccessibleInterface(widget).text(what)


def test_with_room_all_dials_stand_on_one_line(opened, sheet):
    head = opened(740)

    dials = head.dials.dials
    assert list(dials) == [dial.code for dial in sheet.dials]
    assert {dial.y() for dial in dials.values()} == {0}
    assert all(head.rect().contains(dial.geometry()) for dial in dials.values())
    assert not head.line.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(500, 1.0), (1000, 2.0)])
def test_without_room_there_is_one_line(opened, sheet, width, scale):
    head = opened(width, scale)

    assert head.line.isVisible()
    assert not head.dials.isVisible()
    assert not head.bar.isVisible()
    assert head.sizeHint().height() == head.line.heightForWidth(width)
    assert said(head.line) == sheet.where == "Chair · question 2 of 4"
    number = [dial.code for dial in sheet.dials].index("stoel") + 1
    assert said(head.line, SAID.Description) == (
        f"Theme {number} of {len(sheet.dials)} · {sheet.progress} answered, closed"
    )


def test_the_line_opens_every_theme_by_key(narrow, sheet, qtbot):
    narrow.line.setFocus()

    qtbot.keyClick(narrow.line, KEY.Key_Return)

    names = [said(line) for line in narrow.lines.values() if line.isVisible()]
    assert names == [dial.title for dial in sheet.dials]
    assert said(narrow.line, SAID.Description).endswith(", open")
    assert "1 point to mend" in said(narrow.lines["stoel"], SAID.Description)
    roles = {
        QtGui.QAccessible.queryAccessibleInterface(line).role()
        for line in narrow.lines.values()
    }
    assert roles == {QtGui.QAccessible.Role.Button}


def test_the_tab_key_goes_through_the_themes(narrow, qtbot, tab_walk):
    qtbot.mouseClick(narrow.line, LEFT)
    stops = [narrow.line, *narrow.lines.values()]

    assert tab_walk(narrow, stops) == stops


def test_a_theme_is_chosen_and_the_line_closes(narrow, qtbot):
    qtbot.mouseClick(narrow.line, LEFT)
    narrow.lines["licht"].setFocus()

    with qtbot.waitSignal(narrow.chosen) as heard:
        qtbot.keyClick(narrow.lines["licht"], KEY.Key_Space)

    assert heard.args == ["licht"]
    assert not narrow.lines["licht"].isVisible()
    assert narrow.window().focusWidget() is narrow.line


def test_escape_closes_the_themes(narrow, qtbot):
    qtbot.mouseClick(narrow.line, LEFT)
    narrow.lines["stoel"].setFocus()

    qtbot.keyClick(narrow.lines["stoel"], KEY.Key_Escape)

    assert not narrow.is_open()
    assert narrow.window().focusWidget() is narrow.line


def test_a_wider_window_brings_the_dials_back(narrow):
    narrow.set_open(is_open=True)

    narrow.resize(2000, 900)

    assert narrow.dials.isVisible()
    assert not narrow.line.isVisible()
    assert not any(line.isVisible() for line in narrow.lines.values())
