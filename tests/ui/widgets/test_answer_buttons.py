"""Answers: clicks, keys, exclusion, one tab stop, and what a screen reader hears."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui.widgets.answer_buttons import AnswerButtons, Option

Key = QtCore.Qt.Key
Said = QtGui.QAccessible.Text
OPTIONS = [
    Option("yes", "Yes"),
    Option("bit", "A bit", "Not always"),
    Option("no", "No"),
]
SKIP = Option("skip", "Skip")


def buttons_of(group: AnswerButtons) -> list[QtWidgets.QAbstractButton]:
    return group.findChildren(QtWidgets.QAbstractButton)


@pytest.fixture
def one(shown) -> AnswerButtons:
    return shown(AnswerButtons(OPTIONS, skip=SKIP, name="Does the chair fit?"))


@pytest.fixture
def many(shown) -> AnswerButtons:
    options = [Option("neck", "Neck"), Option("arm", "Arm"), Option("none", "None")]
    return shown(AnswerButtons(options, multiple=True, none_code="none"))


def test_click_chooses(one, qtbot):
    heard = []
    one.chosen.connect(heard.append)
    one.changed.connect(heard.append)

    qtbot.mouseClick(buttons_of(one)[1], QtCore.Qt.MouseButton.LeftButton)

    assert heard == [("bit",), "bit"]
    assert one.codes() == ("bit",)


def test_another_answer_takes_its_place(one):
    one.choose("yes")
    one.choose("no")

    assert one.codes() == ("no",)


def test_the_same_answer_again_is_chosen_but_changes_nothing(one, qtbot):
    one.choose("yes")

    with qtbot.assertNotEmitted(one.changed), qtbot.waitSignal(one.chosen):
        one.choose("yes")

    assert one.codes() == ("yes",)


@pytest.mark.parametrize(("key", "code"), [("1", "yes"), ("3", "no"), ("0", "skip")])
def test_digit_chooses(one, qtbot, key: str, code: str):
    buttons_of(one)[0].setFocus()

    qtbot.keyClicks(buttons_of(one)[0], key)

    assert one.codes() == (code,)


def test_a_digit_without_answer_does_nothing(one):
    assert not one.press("7")
    assert one.codes() == ()


def test_arrows_move_without_choosing_and_go_round(one, qtbot):
    buttons = buttons_of(one)
    buttons[0].setFocus()

    qtbot.keyClick(buttons[0], Key.Key_Down)
    assert buttons[1].hasFocus()
    qtbot.keyClick(buttons[1], Key.Key_Up)
    qtbot.keyClick(buttons[0], Key.Key_Up)

    assert buttons[-1].hasFocus()
    assert one.codes() == ()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_space_and_enter_choose_where_the_focus_is(one, qtbot, key):
    buttons_of(one)[1].setFocus()

    qtbot.keyClick(buttons_of(one)[1], key)

    assert one.codes() == ("bit",)


def test_tab_stops_once_at_the_chosen_answer(one):
    one.set_codes(["no"])

    stops = [
        button.text()
        for button in buttons_of(one)
        if button.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
    ]

    assert stops == ["No"]


def test_set_codes_tells_nobody(one, qtbot):
    with qtbot.assertNotEmitted(one.changed), qtbot.assertNotEmitted(one.chosen):
        one.set_codes(["yes"])


def test_several_answers_go_together_and_switch_off(many):
    many.choose("arm")
    many.choose("neck")
    assert many.codes() == ("neck", "arm")

    many.choose("arm")

    assert many.codes() == ("neck",)


def test_none_of_these_excludes_the_others_both_ways(many):
    many.set_codes(["neck", "arm"])
    many.choose("none")
    assert many.codes() == ("none",)

    many.choose("arm")

    assert many.codes() == ("arm",)


def test_screen_reader_hears_radio_buttons_with_state(one, spoken):
    one.set_codes(["bit"])

    heard = [spoken(button) for button in buttons_of(one)]

    assert {i.role() for i in heard} == {QtGui.QAccessible.Role.RadioButton}
    assert [i.text(Said.Name) for i in heard] == ["Yes", "A bit", "No", "Skip"]
    assert [bool(i.state().checked) for i in heard] == [False, True, False, False]
    assert heard[1].text(Said.Description) == "Not always"


def test_screen_reader_hears_check_boxes_when_several_may_be_chosen(many, spoken):
    roles = {spoken(button).role() for button in buttons_of(many)}

    assert roles == {QtGui.QAccessible.Role.CheckBox}


def test_buttons_are_large_and_grow_with_long_words(shown):
    options = [Option("a", "Short"), Option("b", "Long words " * 20)]
    group = shown(AnswerButtons(options), width=320, height=400)

    short, long = buttons_of(group)

    assert short.height() >= 48
    assert long.height() > short.height()
    assert short.width() == group.width()
