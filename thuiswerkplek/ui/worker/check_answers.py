"""The answers of one question: one, several or a number, each with a way to skip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.catalogue import Kind
from thuiswerkplek.ui.widgets.answer_button import OneAnswer, Option
from thuiswerkplek.ui.widgets.answer_buttons import AnswerButtons
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.number_field import NumberField
from thuiswerkplek.ui.worker.check_question import PROPOSAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.ui.worker.check_models import Choice, NumberEntry, QuestionCard


class Answers(QtWidgets.QWidget):
    """What all kinds of answers share.

    Signals:
        picked: one code, of an answer or of the way to skip.
        several: the codes of a multiple choice, none when nothing is left.
        number: a number that fits.
        proposal: the number that was known from before.
        entered: Enter was pressed where that means going on.
    """

    picked = QtCore.Signal(str)
    several = QtCore.Signal(tuple)
    number = QtCore.Signal(float)
    proposal = QtCore.Signal(float)
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
        self._proposed = entry.proposed
        self.others: dict[str, OneAnswer] = {}
        column = Column(self, gap=3)
        if entry.proposal is not None:
            column.addWidget(self._other(entry.proposal, self._on_proposal))
        column.addWidget(self.field)
        ways = Column(gap=2)
        for choice in (entry.unknown, card.skip):
            if choice is not None:
                ways.addWidget(self._way(choice, is_skip=choice is card.skip))
        column.addLayout(ways)
        self.show_state(card)
        self.field.committed.connect(self.number)
        self.field.edit.returnPressed.connect(self.entered)

    def _way(self, choice: Choice, *, is_skip: bool) -> OneAnswer:
        return self._other(
            choice, lambda: self.picked.emit(choice.code), is_skip=is_skip
        )

    def _other(
        self, choice: Choice, act: Callable[[], None], *, is_skip: bool = False
    ) -> OneAnswer:
        button = OneAnswer(_option(choice), quiet=is_skip)
        button.clicked.connect(lambda _on=False: act())
        self.others[choice.code] = button
        return button

    def show_state(self, card: QuestionCard) -> None:
        """Show what is kept now."""
        kept = card.number.value if card.number else None
        is_taken = kept is not None and kept == self._proposed
        for code, button in self.others.items():
            is_this = is_taken if code == PROPOSAL else code in card.chosen
            button.setChecked(is_this)
        if kept != self.field.value():
            self.field.set_value(kept)

    def commit(self) -> None:
        """Tell the number in the field, if it is new and fits."""
        self.field.edit.editingFinished.emit()

    def is_wrong(self) -> bool:
        """Tell whether something is typed that does not fit."""
        return self.field.problem() is not None

    def start(self) -> QtWidgets.QWidget:
        """Return the number to take over, or the field."""
        return self.others.get(PROPOSAL, self.field.edit)

    @QtCore.Slot()
    def _on_proposal(self) -> None:
        if self._proposed is not None:
            self.proposal.emit(self._proposed)
