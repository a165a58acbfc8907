"""One question on the screen: its words, its answers and what may stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker import check_answers
from thuiswerkplek.ui.worker.check_advice_view import AdviceView
from thuiswerkplek.ui.worker.check_note import NoteView, ReadingView
from thuiswerkplek.ui.worker.check_why_view import WhyView

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.check_models import AdviceCard, QuestionCard

MEASURE = 52


def _has_same_words(one: AdviceCard, other: AdviceCard) -> bool:
    """Tell whether only what is asked for differs."""
    return one._replace(bridges=()) == other._replace(bridges=())


class QuestionView(QtWidgets.QWidget):
    """A question with its answers; `requested` tells a neutral request and its wish."""

    requested = QtCore.Signal(object, bool)

    def __init__(self, card: QuestionCard) -> None:
        super().__init__()
        self.answers = check_answers.make(card)
        self.note = NoteView(card.note)
        self.reading = ReadingView(card.reading) if card.reading else None
        self.why = WhyView(card.why)
        self.advice: AdviceView | None = None
        self.advised: AdviceCard | None = None
        column = Column(self, gap=4)
        if card.intro:
            intro = Card(quiet=True, padding=4)
            intro.add(IconLine("lock", card.intro))
            column.addWidget(intro)
        ask = Text(card.ask, "title", measure=MEASURE)
        column.addLayout(Column(gap=1, items=[ask, self.why]))
        column.addWidget(self.answers)
        self._advice_place = Column(gap=0)
        column.addLayout(self._advice_place)
        column.addLayout(self._beside(card))

    def _beside(self, card: QuestionCard) -> Column:
        icon = "lock" if card.is_private else "eye"
        beside = Column(gap=0, items=[IconLine(icon, card.visibility)])
        if self.reading is not None:
            beside.addWidget(self.reading)
        beside.addWidget(self.note)
        return beside

    def show_advice(self, card: AdviceCard | None) -> None:
        """Show this advice under the answers; words that show already stay."""
        if card == self.advised:
            return
        before, self.advised = self.advised, card
        if before and card and self.advice and _has_same_words(before, card):
            self.advice.show_bridges(card.bridges)
            return
        if self.advice is not None:
            self.advice.hide()
            self.advice.deleteLater()
            self.advice = None
        if card is not None:
            self.advice = AdviceView(card)
            self.advice.requested.connect(self.requested)
            self._advice_place.addWidget(self.advice)
            self.advice.show()

    def has_open_extras(self) -> bool:
        """Tell whether a note or a measured value is being filled in."""
        is_measuring = self.reading is not None and self.reading.is_open()
        return self.note.is_open() or is_measuring

    def commit(self) -> None:
        """Tell what was typed and not yet told."""
        self.answers.commit()
        self.note.commit()
