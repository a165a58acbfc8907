"""One question on the screen: its words, its answers and what may stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker import check_answers
from thuiswerkplek.ui.worker.check_note import NoteView, ReadingView
from thuiswerkplek.ui.worker.check_why_view import WhyView

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.check_models import QuestionCard

ICON_PX, MEASURE = 16, 52


class IconLine(QtWidgets.QWidget):
    """A small line of text that begins with an icon."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        self._sign = QtWidgets.QLabel()
        row = Row(self, gap=2)
        row.addWidget(self._sign, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(text, "small"), 1)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self._sign.setPixmap(look.pixmap(self._icon, "muted", ICON_PX))
        self._sign.setContentsMargins(0, look.px(2), 0, 0)


class QuestionView(QtWidgets.QWidget):
    """A question with its answers; `advice_place` is right under these."""

    def __init__(self, card: QuestionCard) -> None:
        super().__init__()
        self.answers = check_answers.make(card)
        self.note = NoteView(card.note)
        self.reading = ReadingView(card.reading) if card.reading else None
        self.why = WhyView(card.why)
        column = Column(self, gap=4)
        if card.intro:
            intro = Card(quiet=True, padding=4)
            intro.add(IconLine("lock", card.intro))
            column.addWidget(intro)
        ask = Text(card.ask, "title", measure=MEASURE)
        column.addLayout(Column(gap=1, items=[ask, self.why]))
        column.addWidget(self.answers)
        self.advice_place = Column(gap=0)
        column.addLayout(self.advice_place)
        column.addLayout(self._beside(card))

    def _beside(self, card: QuestionCard) -> Column:
        icon = "lock" if card.is_private else "eye"
        beside = Column(gap=0, items=[IconLine(icon, card.visibility)])
        if self.reading is not None:
            beside.addWidget(self.reading)
        beside.addWidget(self.note)
        return beside

    def has_open_extras(self) -> bool:
        """Tell whether a note or a measured value is being filled in."""
        is_measuring = self.reading is not None and self.reading.is_open()
        return self.note.is_open() or is_measuring

    def commit(self) -> None:
        """Tell what was typed and not yet told."""
        self.answers.commit()
        self.note.commit()
