"""One measure as a card: how bad, what to do, how far it is, and what can happen."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.measures import State
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.severity_mark import SeverityMark
from thuiswerkplek.ui.widgets.step_line import Step, StepLine, StepState
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.worker.measures_models import (
    LifeStep,
    MeasureCard,
    Moment,
    StepButton,
)

REASON_LENGTH = 500
_MOMENTS = {
    Moment.PAST: StepState.DONE,
    Moment.STOPPED: StepState.STOPPED,
    Moment.NOW: StepState.CURRENT,
    Moment.TO_COME: StepState.TO_COME,
}


class MeasureCardView(Card):
    """A card that tells which step was taken, with a reason when one was given."""

    step_taken = QtCore.Signal(str, State, str)

    def __init__(self, card: MeasureCard) -> None:
        super().__init__(gap=3)
        self.model = card
        self.setAccessibleName(f"{card.severity_word}: {card.title}")
        self.step_buttons: dict[State, buttons.Button] = {}
        self.reason: ReasonRow | None = None
        self._build(card)

    def _build(self, card: MeasureCard) -> None:
        self.add(self._head(card))
        words = Column(gap=1)
        words.addWidget(Text(card.title, "title"))
        words.addWidget(Text(card.text))
        self.body.addLayout(words)
        facts = Column(gap=0)
        facts.addWidget(PlainText(card.facts, "muted"))
        if card.due:
            facts.addWidget(Text(card.due, "muted"))
        self.body.addLayout(facts)
        if card.tonight:
            tip = _("Tonight: {tip}").format(tip=card.tonight)
            self.add(IconLine("tonight", tip, "body", ink="accent"))
        self.add(StepLine([_step(one) for one in card.life]))
        for remark in card.remarks:
            self.add(PlainText(remark, "muted"))
        if card.question:
            self.add(IconLine("check", card.question, "strong", ink="accent"))
        self._build_buttons(card.buttons)

    def _head(self, card: MeasureCard) -> QtWidgets.QWidget:
        head = FlowRow(gap=5)
        head.add(SeverityMark(card.severity, card.severity_word))
        if card.private_word:
            head.add(IconLine("lock", card.private_word, "muted"))
        return head

    def _build_buttons(self, steps: tuple[StepButton, ...]) -> None:
        row = FlowRow(gap=2)
        for step in steps:
            kind = "secondary" if step.is_usual else "quiet"
            button = buttons.Button(step.text, kind, name=step.spoken)
            button.clicked.connect(lambda _on=False, one=step: self._on_step(one))
            self.step_buttons[step.state] = button
            row.add(button)
        self.add(row)

    def _on_step(self, step: StepButton) -> None:
        if not step.asks_reason:
            self.step_taken.emit(self.model.id, step.state, "")
            return
        if self.reason is None:
            self.reason = ReasonRow()
            self.reason.given.connect(self._on_reason)
            self.reason.left.connect(self._on_left)
            self.add(self.reason)
            chain(self.stops())
        self.reason.show()
        self.reason.field.setFocus()

    def _on_reason(self, text: str) -> None:
        self.step_taken.emit(self.model.id, State.DECLINED, text)

    def _on_left(self) -> None:
        if self.reason is not None:
            self.reason.hide()
        self.step_buttons[State.DECLINED].setFocus()

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops in this card, in order."""
        asked = [] if self.reason is None else self.reason.stops()
        return [*self.step_buttons.values(), *asked]

    def focus_first(self) -> None:
        """Give the keyboard to the usual next step."""
        for button in self.step_buttons.values():
            button.setFocus()
            return


class ReasonRow(QtWidgets.QWidget):
    """Asks why something is not done; the answer may stay empty."""

    given = QtCore.Signal(str)
    left = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QtWidgets.QLineEdit()
        self.field.setMaxLength(REASON_LENGTH)
        self.keep = buttons.secondary(_("Keep this"))
        self.leave = buttons.quiet(_("Leave it as it was"))
        asked = Field(
            _("Why not?"),
            self.field,
            _("You may leave this empty. It stays on this computer."),
        )
        column = Column(self, gap=2, items=[asked])
        column.addWidget(FlowRow([self.keep, self.leave]))
        self.keep.clicked.connect(self._on_given)
        self.field.returnPressed.connect(self._on_given)
        self.leave.clicked.connect(self.left)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [self.field, self.keep, self.leave]

    def _on_given(self) -> None:
        self.given.emit(self.field.text())


def _step(one: LifeStep) -> Step:
    return Step(one.word, _MOMENTS[one.moment], one.moment_word, one.detail)
