"""The check as a person meets it: mouse, keys, fields and what has the keyboard."""

from __future__ import annotations

import resource

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.domain.catalogue import SKIPPED, UNKNOWN, Answer
from thuiswerkplek.domain.preferences import Preferences
from thuiswerkplek.domain.records import Request
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.worker.workplace_models import Screen

pytestmark = pytest.mark.gui
CHAIR, NEXT_CHAIR, DANGER = (
    "chair-feet-supported",
    "chair-seat-depth",
    "elec-power-strip",
)
NUMBER, HEIGHT, READING = "screen-distance", "screen-height", "light-level"
KEY, ALT = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier.AltModifier
LEFT = QtCore.Qt.MouseButton.LeftButton


def settle():
    """Let what was just added show and take its size."""
    QtWidgets.QApplication.processEvents()


class Desk:
    """The page on the screen, with one workplace."""

    def __init__(self, page, services, qtbot):
        self.page, self.services, self.qtbot = page, services, qtbot
        self.place = services.places.add("Upstairs").id

    def at(self, question=None):
        self.page.presenter.open_check(self.place, question)
        self.page.show_screen()
        settle()
        return self.view

    @property
    def view(self):
        return self.page.check

    @property
    def shown(self):
        return self.page.presenter.check.sheet().question.id

    def press(self, widget):
        self.qtbot.mouseClick(widget, LEFT)
        settle()

    def option(self, text):
        buttons = self.view.question.answers.findChildren(QtWidgets.QAbstractButton)
        return next(button for button in buttons if button.text() == text)

    def key(self, key, modifier=QtCore.Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.page.focusWidget() or self.view, key, modifier)
        settle()

    def kept(self, question):
        return self.services.checking.round(self.place).answers.get(question)


@pytest.fixture
def desk(qtbot, workplace, services):
    return Desk(workplace(), services, qtbot)


def test_a_click_answers_and_the_next_question_comes(desk):
    desk.at(CHAIR)

    desk.press(desk.option("Yes"))

    assert desk.kept(CHAIR) == Answer("yes")
    assert desk.view.foot.saved.text() == "Saved ✓"
    desk.qtbot.waitUntil(lambda: desk.shown == NEXT_CHAIR)
    assert desk.view.question.answers.buttons.codes() == ()


def test_a_digit_answers_and_a_risk_waits_at_next(desk):
    view = desk.at(CHAIR)

    desk.key(KEY.Key_3)

    assert desk.kept(CHAIR) == Answer("no")
    assert view.question.advice.isVisible()
    assert view.question.advice.mark.text() == "Needs attention"
    assert view.foot.next.hasFocus()
    desk.key(KEY.Key_Return)
    assert desk.shown == NEXT_CHAIR
    assert view.question.advice is None


def test_the_foot_is_brought_into_sight_with_the_advice(desk):
    desk.page.resize(1000, 500)
    view = desk.at(DANGER)

    desk.key(KEY.Key_2)

    desk.qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)


def test_zero_skips(desk):
    desk.at(CHAIR)

    desk.key(KEY.Key_0)

    assert desk.kept(CHAIR) == Answer(SKIPPED)
    desk.qtbot.waitUntil(lambda: desk.shown == NEXT_CHAIR)


def test_enter_and_space_choose_where_the_keyboard_is(desk):
    desk.at(CHAIR)

    desk.key(KEY.Key_Down)
    desk.key(KEY.Key_Space)

    assert desk.kept(CHAIR) == Answer("partly")


def test_alt_and_arrows_walk(desk):
    desk.at(CHAIR)

    desk.key(KEY.Key_Right, ALT)
    assert desk.shown == NEXT_CHAIR
    desk.key(KEY.Key_Left, ALT)

    assert desk.shown == CHAIR


def test_the_keyboard_begins_at_the_first_answer_or_the_chosen_one(desk):
    desk.at(CHAIR)
    assert desk.option("Yes").hasFocus()

    desk.services.checking.answer(desk.place, CHAIR, Answer("partly"))
    desk.at(CHAIR)

    assert desk.option("Partly").hasFocus()


def test_a_mouse_leaves_no_ring_at_the_next_question(desk):
    view = desk.at(CHAIR)

    desk.press(desk.option("Yes"))
    desk.qtbot.waitUntil(lambda: desk.shown == NEXT_CHAIR)

    assert view.hasFocus()
    desk.key(KEY.Key_1)
    assert desk.kept(NEXT_CHAIR) == Answer("yes")


def test_a_double_click_answers_once(desk):
    desk.at(CHAIR)
    desk.press(desk.option("Yes"))
    desk.qtbot.waitUntil(lambda: desk.shown == NEXT_CHAIR)

    desk.qtbot.mouseDClick(desk.option("Yes"), LEFT)

    assert desk.kept(NEXT_CHAIR) is None


def test_a_second_thought_within_the_pause_changes_this_answer(desk):
    desk.at(CHAIR)

    desk.press(desk.option("Yes"))
    desk.press(desk.option("No"))

    assert desk.kept(CHAIR) == Answer("no")
    assert desk.kept(NEXT_CHAIR) is None
    assert desk.shown == CHAIR


def test_without_hurry_the_question_stays(desk):
    desk.services.preferences.write(Preferences(goes_on_by_itself=False))
    view = desk.at(CHAIR)

    desk.press(desk.option("Yes"))

    assert not view._pause.isActive()
    assert view.foot.next.property("kind") == "primary"


@pytest.mark.parametrize("text", ["74,5", "74.5"])
def test_a_number_takes_comma_and_point(desk, text):
    view = desk.at(NUMBER)

    desk.qtbot.keyClicks(view.question.answers.field.edit, text)
    desk.key(KEY.Key_Return)

    assert desk.kept(NUMBER) == Answer(74.5)
    assert desk.shown == HEIGHT


def test_a_risky_number_is_read_before_going_on(desk):
    view = desk.at(NUMBER)

    desk.qtbot.keyClicks(view.question.answers.field.edit, "40")
    desk.press(view.foot.next)

    assert desk.kept(NUMBER) == Answer(40.0)
    assert desk.shown == NUMBER
    assert view.question.advice.isVisible()
    desk.press(view.foot.next)
    assert desk.shown == HEIGHT


def test_a_number_out_of_range_stays_and_says_why(desk):
    view = desk.at(NUMBER)

    desk.qtbot.keyClicks(view.question.answers.field.edit, "4000")
    desk.key(KEY.Key_Return)

    assert desk.kept(NUMBER) is None
    assert desk.shown == NUMBER
    assert view.question.answers.field.complaint.isVisible()


def test_a_number_can_be_unknown(desk):
    desk.at(NUMBER)

    desk.press(desk.option("I don't know"))

    assert desk.kept(NUMBER) == Answer(UNKNOWN)
    desk.qtbot.waitUntil(lambda: desk.shown == HEIGHT)


def test_not_knowing_empties_the_number(desk):
    desk.services.checking.answer(desk.place, NUMBER, Answer(60.0))
    desk.services.preferences.write(Preferences(goes_on_by_itself=False))
    view = desk.at(NUMBER)
    assert view.question.answers.field.edit.text() == "60"

    desk.press(desk.option("I don't know"))

    assert view.question.answers.field.edit.text() == ""
    assert desk.option("I don't know").isChecked()


def test_a_number_from_before_is_one_press(desk):
    desk.services.checking.answer(desk.place, "intake-screen-hours", Answer(3.0))
    view = desk.at("screen-hours-day")
    assert desk.kept("screen-hours-day") is None
    assert view.question.answers.field.edit.text() == ""

    desk.key(KEY.Key_Return)

    assert desk.kept("screen-hours-day") == Answer(3.0)
    assert desk.option("3 hours").isChecked()


def test_several_answers_wait_for_next(desk):
    view = desk.at("intake-provided")

    desk.key(KEY.Key_1)
    desk.key(KEY.Key_4)

    assert desk.kept("intake-provided") == Answer(("chair", "laptop"))
    assert desk.shown == "intake-provided"
    desk.key(KEY.Key_9)
    assert desk.kept("intake-provided") == Answer(("none",))
    desk.key(KEY.Key_9)
    assert desk.kept("intake-provided") is None
    desk.press(view.foot.next)
    assert desk.shown == "intake-agreement"


def test_several_answers_can_be_skipped(desk):
    desk.at("intake-provided")

    desk.key(KEY.Key_0)

    desk.qtbot.waitUntil(lambda: desk.shown == "intake-agreement")
    assert desk.kept("intake-provided") == Answer(SKIPPED)


def test_a_note_is_kept_once_typing_pauses_and_holds_the_question(desk):
    view = desk.at(CHAIR)
    desk.press(view.question.note.head)
    assert view.question.note.edit.hasFocus()
    desk.qtbot.keyClicks(view.question.note.edit, "Since Monday")

    desk.press(desk.option("Yes"))

    assert desk.kept(CHAIR) == Answer("yes", remark="Since Monday")
    assert not view._pause.isActive()
    desk.qtbot.keyClicks(view.question.note.edit, " 12")
    desk.qtbot.waitUntil(lambda: desk.kept(CHAIR).remark == "Since Monday 12")


def test_a_note_is_kept_when_the_worker_moves_on(desk):
    view = desk.at(CHAIR)
    desk.press(view.question.note.head)
    desk.qtbot.keyClicks(view.question.note.edit, "Later")

    desk.press(view.foot.next)

    assert desk.kept(CHAIR) == Answer(SKIPPED, remark="Later")


def test_a_measured_value_goes_with_the_answer_and_can_be_emptied(desk):
    view = desk.at(READING)
    desk.press(view.question.reading.head)
    edit = view.question.reading.field.edit
    desk.qtbot.keyClicks(edit, "650")
    desk.qtbot.keyClick(edit, KEY.Key_Return)

    desk.press(desk.option("Yes"))

    assert desk.kept(READING) == Answer("yes", reading=650.0)
    assert desk.shown == READING
    edit.setFocus()
    edit.selectAll()
    desk.qtbot.keyClick(edit, KEY.Key_Delete)
    desk.qtbot.keyClick(edit, KEY.Key_Return)
    assert desk.kept(READING) == Answer("yes")


def test_a_dial_goes_to_its_theme_and_says_its_name(desk):
    view = desk.at(CHAIR)
    dial = view.head.dials.dials["licht"]

    dial.setFocus()
    assert view.head.where.text() == "Light · 0 of 3 answered"
    desk.press(dial)

    assert desk.shown == "light-level"
    assert view.head.where.text() == "Light · question 1 of 3"


def test_tab_stops_at_one_dial_only(desk):
    view = desk.at(CHAIR)

    stops = [
        code
        for code, dial in view.head.dials.dials.items()
        if dial.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
    ]

    assert stops == ["stoel"]


def test_dials_follow_the_questions_that_apply(desk):
    view = desk.at("intake-devices")
    assert "laptop-tablet" not in view.head.dials.dials

    desk.key(KEY.Key_1)

    assert "laptop-tablet" in view.head.dials.dials


def test_why_opens_to_sources(desk):
    view = desk.at(NUMBER)

    desk.press(view.question.why.disclosure.head)

    words = [label.text() for label in view.question.why.findChildren(QtWidgets.QLabel)]
    assert "What it rests on" in words
    assert "Where the numbers come from" in words
    assert "The text itself was read." in words


def test_a_request_is_ticked_without_losing_the_keyboard(desk):
    view = desk.at("health-neck-arm")
    desk.key(KEY.Key_3)
    box = view.question.advice.bridges[0].box

    desk.press(box)

    assert desk.services.sharing.choices().requests == (Request.WORKPLACE_ADVICE,)
    assert box.isChecked()
    assert view.question.advice.bridges[0].box is box
    desk.press(box)
    assert desk.services.sharing.choices().requests == ()


def test_stopping_goes_to_the_list_and_resumes(desk):
    view = desk.at(CHAIR)

    desk.press(view.stop)

    assert desk.page.currentWidget() is desk.page.places
    desk.page.presenter.go_on(desk.place)
    assert desk.shown == CHAIR


def test_the_result_can_be_seen_any_time(desk):
    view = desk.at(CHAIR)

    desk.press(view.result)

    assert desk.page.presenter.screen is Screen.RESULT
    assert desk.page.currentWidget() is desk.page.result


def test_refreshing_shows_what_changed_elsewhere(desk):
    desk.at(CHAIR)
    desk.services.checking.answer(desk.place, CHAIR, Answer("partly"))

    desk.page.refresh()

    assert desk.option("Partly").isChecked()


def spoken(widget):
    interface = QtGui.QAccessible.queryAccessibleInterface(widget)
    return interface.text(QtGui.QAccessible.Text.Name)


@pytest.mark.parametrize("question", [CHAIR, NUMBER, READING, "intake-provided"])
def test_everything_that_can_be_reached_has_a_name(desk, question):
    view = desk.at(question)
    view.question.note.set_open(True)

    controls = [
        widget
        for widget in view.findChildren(QtWidgets.QWidget)
        if widget.isVisible() and widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
    ]

    assert len(controls) > 5
    assert [widget for widget in controls if not spoken(widget)] == []


@pytest.mark.parametrize(
    ("width", "scale"),
    [(500, 1.0), (700, 1.0), (1000, 1.0), (1400, 1.0), (1000, 2.0), (1400, 2.0)],
)
def test_nothing_is_cut_off(desk, qapp, width, scale):
    theme.Theme(theme.Scheme.LIGHT, scale).apply(qapp)
    desk.page.resize(width, 800)
    view = desk.at(HEIGHT)
    desk.key(KEY.Key_2)

    assert view.horizontalScrollBar().maximum() == 0
    answers = view.question.answers
    assert answers.width() <= theme.current().px(560)
    for label in view.question.findChildren(QtWidgets.QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_with_large_text_the_question_is_seen_without_scrolling(desk, qapp):
    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)
    desk.page.resize(1152, 800)  # beside the icons of the sidebar, in 1280 x 800
    view = desk.at(HEIGHT)

    first = view.question.answers.findChildren(QtWidgets.QAbstractButton)[0]
    top = first.mapTo(view.viewport(), QtCore.QPoint())
    assert view.viewport().rect().contains(QtCore.QRect(top, first.size()))


def test_what_is_not_saved_is_said_at_the_question(desk):
    view = desk.at(CHAIR)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        desk.press(desk.option("Yes"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert view.foot.problem.isVisible()
    assert view.foot.saved.text() == ""
    assert not desk.option("Yes").isChecked()
    assert desk.kept(CHAIR) is None
