"""The worker's whole path through the real window: first start to a saved report."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.catalogue import Kind, Visibility
from thuiswerkplek.ui.app import Program

pytestmark = pytest.mark.gui

CATALOGUE = bootstrap.catalogue()
BY_TEXT = {question.texts["en"].ask: question for question in CATALOGUE.by_id.values()}
NUMBERS = {
    "intake-home-days": "2,5",
    "intake-home-hours": "8",
    "intake-body-height": "178",
}


class Hands:
    """A person at the keyboard of one window."""

    def __init__(self, window, qtbot):
        self.window = window
        self.qtbot = qtbot

    def visible(self, kind):
        return [child for child in self.window.findChildren(kind) if child.isVisible()]

    def press(self, text):
        """Press the visible button that says this."""

        def found():
            return [
                button
                for button in self.visible(QtWidgets.QAbstractButton)
                if text in (button.text(), button.accessibleName())
                and button.isEnabled()
            ]

        self.qtbot.waitUntil(lambda: bool(found()))
        self.qtbot.mouseClick(found()[0], QtCore.Qt.MouseButton.LeftButton)

    def type_into(self, label, text):
        """Type into the field with this label."""
        (field,) = [
            edit
            for edit in self.visible(QtWidgets.QLineEdit)
            if edit.accessibleName() == label
        ]
        field.setFocus()
        field.clear()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, QtCore.Qt.Key.Key_Tab)

    def question(self):
        """Return the question on the screen, or None."""
        texts = {label.text() for label in self.visible(QtWidgets.QLabel)}
        found = [question for text, question in BY_TEXT.items() if text in texts]
        return found[0] if len(found) == 1 else None

    def key(self, key):
        self.qtbot.keyClick(QtWidgets.QApplication.focusWidget() or self.window, key)


def answer(hands, question, given):
    """Answer one question as a person would, and note what was answered."""
    keys = QtCore.Qt.Key
    if question.kind is Kind.NUMBER:
        text = NUMBERS.get(question.id, str(int(max(3, question.number.minimum))))
        (edit,) = hands.visible(QtWidgets.QLineEdit)
        edit.setFocus()
        edit.selectAll()
        hands.qtbot.keyClicks(edit, text)
        hands.qtbot.keyClick(edit, keys.Key_Return)
        given[question.id] = float(text.replace(",", "."))
        return
    place = len(given) % min(len(question.options), 3)
    code = question.options[place]
    hands.key(keys(keys.Key_1 + place))
    given[question.id] = (code,) if question.kind is Kind.MULTIPLE else code


@pytest.fixture
def program(tmp_path, qapp):
    before = i18n.current()
    door = bootstrap.Door(tmp_path / "data", keys=MemoryKeyStore(), clock=FixedClock())
    made = Program(door, qapp)
    yield made
    made.end()
    i18n.use(before)


def test_from_first_start_to_a_report_that_says_what_was_answered(
    program, qtbot, tmp_path, monkeypatch
):
    target = tmp_path / "report.pdf"
    accepted = QtWidgets.QDialog.DialogCode.Accepted
    monkeypatch.setattr(QtWidgets.QFileDialog, "exec", lambda _dialog: accepted)
    monkeypatch.setattr(
        QtWidgets.QFileDialog, "selectedFiles", lambda _dialog: [str(target)]
    )
    program.begin()
    window = program.window
    qtbot.waitExposed(window)
    hands = Hands(window, qtbot)
    (language,) = hands.visible(QtWidgets.QComboBox)
    qtbot.keyClick(language, QtCore.Qt.Key.Key_End)
    hands.press("I work at home")
    hands.press("Begin")

    given = walk_through(hands)
    hands.press("Share with your employer")
    hands.type_into("Your name", "Noor van Dijk")
    hands.press("Save the report…")
    qtbot.waitUntil(target.exists)

    report = bootstrap.desk(FixedClock()).paper.read(target).report
    (place,) = report.places
    shared = {item.question: item.value for item in (*place.intake, *place.answers)}
    visible = {
        key: value
        for key, value in given.items()
        if CATALOGUE.question(key).visibility is Visibility.EMPLOYER
    }
    assert report.person.name == "Noor van Dijk"
    assert shared == visible
    assert len(shared) > 50
    assert place.findings


def walk_through(hands):
    """Answer everything that is asked until the result shows."""
    given = {}
    for _ in range(120):
        hands.qtbot.waitUntil(
            lambda: hands.question() is not None or _is_at_result(hands), timeout=5_000
        )
        question = hands.question()
        if question is None:
            return given
        assert question.id not in given, question.id
        answer(hands, question, given)
        _go_on(hands, question)
    pytest.fail("the check has no end")


def _go_on(hands, question):
    """Ask for the next question, unless it came by itself."""

    def moved():
        return hands.question() is not question

    for name in ("Next", "See the result"):
        if moved():
            return
        buttons = [
            button
            for button in hands.visible(QtWidgets.QAbstractButton)
            if button.text().startswith(name) and button.isEnabled()
        ]
        if buttons:
            hands.qtbot.mouseClick(buttons[-1], QtCore.Qt.MouseButton.LeftButton)
    hands.qtbot.waitUntil(moved)


def _is_at_result(hands):
    return any(
        button.text() == "Share with your employer"
        for button in hands.visible(QtWidgets.QAbstractButton)
    )
