"""The page *Maatregelen* as a person meets it: mouse, keys and what is read aloud."""

from __future__ import annotations

import functools

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.fakes import ImmediateTasks
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.measures import State
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker import measures_view
from thuiswerkplek.ui.worker.measures_models import Filter

pytestmark = pytest.mark.gui
OWN, EMPLOYERS = "chair-back-support", "agree-written"
KEY = QtCore.Qt.Key


@pytest.fixture
def opened(services, shell, show):
    def make(look):
        return measures_view.create_page(services, shell, ImmediateTasks(), look)

    return functools.partial(show, make, width=900)


def find(services, *questions):
    places = services.places.all()
    place = places[0] if places else services.places.add("Upstairs")
    for question in questions:
        risk = min(services.catalogue.question(question).risks)
        services.checking.answer(place.id, question, Answer(risk))
    return {question: f"{place.id}/{question}" for question in questions}


def press(qtbot, widget):
    qtbot.mouseClick(widget, QtCore.Qt.MouseButton.LeftButton)


def state_of(services, question):
    lines = services.measuring.lines()
    return next(line for line in lines if line.question.id == question).measure.state


def test_a_press_takes_the_step_and_the_card_follows(qtbot, services, shell, opened):
    ids = find(services, OWN, EMPLOYERS)
    page = opened()
    kept = page.groups.cards[ids[EMPLOYERS]]

    press(qtbot, page.groups.cards[ids[OWN]].step_buttons[State.SET_UP])

    assert state_of(services, OWN) is State.SET_UP
    assert State.EFFECTIVE in page.groups.cards[ids[OWN]].step_buttons
    assert page.groups.cards[ids[EMPLOYERS]] is kept
    shell.notices[-1].on_action()
    assert state_of(services, OWN) is State.PROPOSED


def test_enter_takes_the_step_and_the_keyboard_stays_at_the_card(
    qtbot, services, opened
):
    ids = find(services, OWN, EMPLOYERS)
    page = opened()
    button = page.groups.cards[ids[OWN]].step_buttons[State.SET_UP]
    button.setFocus()

    qtbot.keyClick(button, KEY.Key_Return)

    focus = page.window().focusWidget()
    assert focus is page.groups.cards[ids[OWN]].step_buttons[State.EFFECTIVE]


def test_the_reason_is_asked_beside_the_button_and_kept(qtbot, services, opened):
    ids = find(services, OWN)
    page = opened()
    card = page.groups.cards[ids[OWN]]
    assert card.reason is None

    press(qtbot, card.step_buttons[State.DECLINED])
    qtbot.keyClicks(card.reason.field, "No room")
    qtbot.keyClick(card.reason.field, KEY.Key_Return)

    line = services.measuring.lines()[0]
    assert line.measure.steps[-1].note == "No room"
    assert line.measure.state is State.DECLINED


def test_the_reason_can_be_left_and_asked_again(qtbot, services, opened):
    ids = find(services, OWN)
    card = opened().groups.cards[ids[OWN]]
    press(qtbot, card.step_buttons[State.DECLINED])

    press(qtbot, card.reason.leave)

    assert state_of(services, OWN) is State.PROPOSED
    assert card.reason.isHidden()
    press(qtbot, card.step_buttons[State.DECLINED])
    assert card.reason.isVisible()


def test_what_is_done_is_behind_a_line_that_stays_open(qtbot, services, opened):
    ids = find(services, OWN, EMPLOYERS)
    page = opened()
    press(qtbot, page.groups.cards[ids[OWN]].step_buttons[State.SET_UP])
    press(qtbot, page.groups.cards[ids[OWN]].step_buttons[State.EFFECTIVE])
    card = page.groups.cards[ids[OWN]]
    assert not card.isVisible()

    press(qtbot, page.groups.done.head)
    page.refresh()

    assert card.isVisible()
    assert page.groups.done.is_open()


def test_a_chip_filters(qtbot, services, opened):
    ids = find(services, OWN, EMPLOYERS)
    page = opened()

    qtbot.keyClick(page.chips[Filter.EMPLOYERS], KEY.Key_Space)

    assert set(page.groups.cards) == {ids[EMPLOYERS]}
    assert page.chips[Filter.EMPLOYERS].isChecked()
    assert not page.chips[Filter.ALL].isChecked()
    press(qtbot, page.chips[Filter.EMPLOYERS])
    assert page.chips[Filter.EMPLOYERS].isChecked()


def test_an_empty_page_leads_to_the_check(qtbot, shell, opened):
    page = opened()

    press(qtbot, page.to_check)

    assert page.empty.isVisible()
    assert shell.pages == [PageName.WORKPLACE]


def test_the_page_fills_once_there_are_findings(services, opened):
    page = opened()

    ids = find(services, OWN)
    page.refresh()

    assert page.empty.isHidden()
    assert set(page.groups.cards) == set(ids.values())


def test_the_tab_key_goes_down_the_page(qtbot, services, opened, tab_walk):
    ids = find(services, OWN, EMPLOYERS)
    page = opened()
    press(qtbot, page.groups.cards[ids[OWN]].step_buttons[State.DECLINED])
    press(qtbot, page.groups.cards[ids[EMPLOYERS]].step_buttons[State.REQUESTED])

    expected = [*page.chips.values(), *page.groups.stops()]

    assert tab_walk(page, expected) == expected


def test_everything_the_keyboard_reaches_has_a_name_of_its_own(services, opened):
    find(services, OWN, EMPLOYERS)
    page = opened()

    stops = [*page.chips.values(), *page.groups.stops()]

    names = [
        QtGui.QAccessible.queryAccessibleInterface(one).text(
            QtGui.QAccessible.Text.Name
        )
        for one in stops
    ]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 420), (2.0, 820)])
def test_nothing_is_cut_off_in_a_narrow_window_or_with_large_text(
    services, opened, scale, width
):
    find(services, OWN, EMPLOYERS)

    page = opened(scale=scale, width=width)

    bar = page.horizontalScrollBar()
    assert bar.maximum() == 0
    for button in page.findChildren(QtWidgets.QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()
