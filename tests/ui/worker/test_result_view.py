"""The result as a person meets it: buttons, themes that open, and the ways on."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.records import Request
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.widgets.severity_mark import SeverityMark
from thuiswerkplek.ui.worker.result_cards import ThemeTile
from thuiswerkplek.ui.worker.workplace_models import Screen

pytestmark = pytest.mark.gui
BOTH = "desk-size"
LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def page(workplace, services):
    services.private.open_by_itself()
    place = services.places.add("Upstairs").id
    for question, value in {
        BOTH: "no",
        "mouse-close": "yes",
        "intake-glasses": "multifocal",
        "screen-height": "above-eyes",
        "health-eyes-head": "often",
    }.items():
        services.checking.answer(place, question, Answer(value))
    page = workplace(height=900)
    page.presenter.open_result(place)
    page.show_screen()
    QtWidgets.QApplication.processEvents()
    return page


def button(page, text):
    QtWidgets.QApplication.processEvents()  # what was just added shows now
    return next(
        found
        for found in page.result.findChildren(QtWidgets.QAbstractButton)
        if text in (found.text(), found.accessibleName()) and found.isVisible()
    )


def state_of(services, question):
    lines = services.measuring.lines()
    return next(line for line in lines if line.question.id == question).measure.state


def test_sharing_is_the_one_accent(qtbot, page, shell):
    accents = [
        found
        for found in page.result.findChildren(QtWidgets.QPushButton)
        if found.property("kind") == "primary" and found.isVisible()
    ]

    assert accents == [page.result.share]
    qtbot.mouseClick(page.result.share, LEFT)
    assert shell.pages == [PageName.SHARE]


def test_a_step_keeps_the_keyboard_at_its_point(qtbot, page, services):
    qtbot.mouseClick(button(page, "Ask my employer: Size of the desk top"), LEFT)

    assert state_of(services, BOTH) is State.REQUESTED
    assert page.result.matters[BOTH].buttons[0].hasFocus()
    qtbot.keyClick(page.result.matters[BOTH].buttons[0], QtCore.Qt.Key.Key_Return)
    assert state_of(services, BOTH) is State.PROPOSED


def test_the_list_is_another_page(qtbot, page, shell):
    qtbot.mouseClick(button(page, "See Size of the desk top on my list"), LEFT)

    assert shell.pages == [PageName.MEASURES]


def test_a_tile_opens_its_theme(qtbot, page):
    tile = next(
        tile for tile in page.result.findChildren(ThemeTile) if tile.text() == "Desk"
    )

    qtbot.mouseClick(tile, LEFT)

    assert page.result.themes["werkblad"].is_open()
    assert page.result.themes["werkblad"].head.hasFocus()


def test_a_tile_without_points_does_nothing(qtbot, page):
    tile = next(
        tile for tile in page.result.findChildren(ThemeTile) if tile.text() == "Light"
    )

    qtbot.mouseClick(tile, LEFT)

    assert "licht" not in page.result.themes


def test_a_point_leads_back_to_its_question(qtbot, page):
    page.result.themes["werkblad"].set_open(True)

    qtbot.mouseClick(button(page, "See the question: Size of the desk top"), LEFT)

    assert page.presenter.screen is Screen.CHECK
    assert page.presenter.check.sheet().question.id == BOTH


def test_what_is_open_can_be_gone_through(qtbot, page):
    qtbot.mouseClick(button(page, "Go through them now"), LEFT)

    assert page.presenter.check.sheet().question.id == "intake-home-days"


def test_what_was_declined_has_a_mark_of_its_own(page):
    page.presenter.result.take(BOTH, State.SET_UP)
    page.refresh()
    QtWidgets.QApplication.processEvents()
    marks = page.result.matters[BOTH].findChildren(SeverityMark)
    done = [mark.property("ink") for mark in marks if "Done" in mark.text()]

    page.presenter.result.take_back(BOTH)
    page.presenter.result.take(BOTH, State.DECLINED)
    page.refresh()

    marks = page.result.matters[BOTH].findChildren(SeverityMark)
    declined = [mark.property("ink") for mark in marks if "Not done" in mark.text()]
    assert (done, declined) == (["0"], [None])


def test_a_request_is_ticked(qtbot, page, services):
    qtbot.mouseClick(page.result.bridges[Request.EYE_TEST].box, LEFT)

    assert services.sharing.choices().requests == (Request.EYE_TEST,)
    assert page.result.bridges[Request.EYE_TEST].box.hasFocus()


def test_all_workplaces_are_one_press_away(qtbot, page):
    qtbot.mouseClick(button(page, "All workplaces"), LEFT)

    assert page.currentWidget() is page.places


def test_checking_again_asks_how_on_the_list(qtbot, page, services):
    place = page.presenter.result.place
    services.checking.finish(place)
    page.refresh()

    qtbot.mouseClick(button(page, "Check again"), LEFT)

    assert page.currentWidget() is page.places
    assert page.places.cards[0].focus_on.text() == "With my earlier answers"


def test_private_questions_that_were_left_out_are_offered(qtbot, page, services):
    services.private.close()
    services.private.leave_out()
    page.refresh()

    qtbot.mouseClick(button(page, "Answer them after all"), LEFT)

    assert page.presenter.screen is Screen.CHECK
    assert services.private.is_open


@pytest.mark.parametrize(("width", "scale"), [(500, 1.0), (1000, 1.0), (1100, 2.0)])
def test_nothing_is_cut_off(qtbot, qapp, page, width, scale):
    theme.Theme(theme.Scheme.LIGHT, scale).apply(qapp)
    page.resize(width, 800)
    page.refresh()

    qtbot.waitUntil(lambda: page.result.horizontalScrollBar().maximum() == 0)


def test_what_changed_since_the_previous_check_is_shown(page, services):
    place = page.presenter.result.place
    services.checking.start(place, carry_over=True)
    services.checking.answer(place, BOTH, Answer("yes"))

    page.refresh()

    words = [label.text() for label in page.result.findChildren(QtWidgets.QLabel)]
    assert "Since your previous check" in words
    assert "Improved" in words
