"""The answers of one question: one, several or a number, each with a way to skip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.catalogue import Kind
from thuiswerkplek.ui.widgets.answer_button import OneAnswer, Option
from thuiswerkplek.ui.widgets.answer_buttons import AnswerButtons
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.number_field import NumberField, show
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.check_models import Choice, NumberEntry, QuestionCard

DECIMALS = 1


class Answers(QtWidgets.QWidget):
    """What all kinds of answers share.

    Signals:
        picked: one code, of an answer or of the way to skip.
        several: the codes of a multiple choice, none when nothing is left.
        number: a number that fits.
        entered: Enter was pressed where that means going on.
    """

    picked = QtCore.Signal(str)
    several = QtCore.Signal(tuple)
    number = QtCore.Signal(float)
    entered = QtCore.Signal()

    def show_state(self, card: QuestionCard) -> None:
        """Show what is kept now."""

    def commit(self) -> None:
        """Tell what was typed and not yet told."""

    def press(self, _key: str) -> bool:
        """Choose by a digit; tell whether there is such an answer."""
        return False

    def is_wrong(self) -> bool:
        """Tell whether something is typed that does not fit."""
        return False

    def start(self) -> QtWidgets.QWidget:
        """Return where the keyboard begins."""
        return self


def make(card: QuestionCard) -> Answers:
    """Return the answers that belong to a question."""
    if card.number is not None:
        return _NumberAnswers(card, card.number)
    return _ChoiceAnswers(card)


def _option(choice: Choice) -> Option:
    return Option(choice.code, choice.label, choice.detail)


class _ChoiceAnswers(Answers):
    """One or several answers to choose from."""

    def __init__(self, card: QuestionCard) -> None:
        super().__init__()
        is_multiple = card.kind is Kind.MULTIPLE
        self._skip = card.skip.code
        self.buttons = AnswerButtons(
            [_option(choice) for choice in card.choices],
            multiple=is_multiple,
            none_code=card.exclusive,
            skip=_option(card.skip),
            name=card.ask,
        )
        Column(self, items=[self.buttons])
        self.show_state(card)
        if is_multiple:
            self.buttons.changed.connect(self._on_changed)
        else:
            self.buttons.chosen.connect(self.picked)

    def show_state(self, card: QuestionCard) -> None:
        """Show what is kept now."""
        self.buttons.set_codes(card.chosen)

    def press(self, _key: str) -> bool:
        """Choose by a digit."""
        return self.buttons.press(_key)

    def start(self) -> QtWidgets.QWidget:
        """Return the chosen answer, or the first."""
        if (proxy := self.buttons.focusProxy()) is not None:
            return proxy
        boxes = self.buttons.findChildren(QtWidgets.QCheckBox)
        return boxes[0] if boxes else self.buttons

    @QtCore.Slot(tuple)
    def _on_changed(self, codes: tuple[str, ...]) -> None:
        if codes == (self._skip,):
            self.picked.emit(self._skip)
        else:
            self.several.emit(codes)


class _NumberAnswers(Answers):
    """A number with its unit, and ways out: not knowing, and skipping."""

    def __init__(self, card: QuestionCard, entry: NumberEntry) -> None:
        super().__init__()
        self.field = NumberField(
            entry.unit, entry.minimum, entry.maximum, entry.step, name=entry.name
        )
        self.hint = Text(entry.hint, "small")
        self.hint.setVisible(bool(entry.hint))
        column = Column(self, gap=3, items=[self.hint, self.field])
        self.others: dict[str, OneAnswer] = {}
        ways = Column(gap=2)
        for choice in (entry.unknown, card.skip):
            if choice is not None:
                ways.addWidget(self._other(choice, is_skip=choice is card.skip))
        column.addLayout(ways)
        self._offer(entry)
        self.show_state(card)
        self.field.committed.connect(self.number)
        self.field.edit.returnPressed.connect(self._on_enter)

    def _offer(self, entry: NumberEntry) -> None:
        if entry.proposed is not None:
            self.field.edit.setText(show(entry.proposed, DECIMALS))
            self.field.edit.selectAll()

    def _other(self, choice: Choice, *, is_skip: bool) -> OneAnswer:
        button = OneAnswer(_option(choice), quiet=is_skip)
        button.clicked.connect(lambda: self.picked.emit(choice.code))
        self.others[choice.code] = button
        return button

    def show_state(self, card: QuestionCard) -> None:
        """Show what is kept now."""
        for code, button in self.others.items():
            button.setChecked(code in card.chosen)
        kept = card.number.value if card.number else None
        is_offer = card.number is not None and card.number.proposed is not None
        if kept is not None and kept != self.field.value():
            self.field.set_value(kept)
        elif kept is None and self.field.value() is not None and not is_offer:
            self.field.set_value(None)
        self.hint.setVisible(is_offer)

    def commit(self) -> None:
        """Tell the number in the field, if it is new and fits."""
        self.field.edit.editingFinished.emit()

    def is_wrong(self) -> bool:
        """Tell whether something is typed that does not fit."""
        return self.field.problem() is not None

    def start(self) -> QtWidgets.QWidget:
        """Return the field."""
        return self.field.edit

    @QtCore.Slot()
    def _on_enter(self) -> None:
        # Enter tells the number a moment later; going on waits for that.
        QtCore.QTimer.singleShot(0, self, self.entered.emit)
