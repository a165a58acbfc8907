"""One question on the screen: words and answers in a column, drawings beside or above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.drawing_view import DrawingPair, DrawingView
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker import check_answers
from thuiswerkplek.ui.worker.check_note import NoteView, ReadingView
from thuiswerkplek.ui.worker.check_why_view import WhyView

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.check_models import Pictures, QuestionCard

ANSWERS_PX, PICTURES_PX, PICTURE_PX, ICON_PX = 560, 320, 200, 16


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


def _pair(pictures: Pictures) -> QtWidgets.QWidget:
    if not pictures.wrong:
        return DrawingView(pictures.right, pictures.right_words, width=PICTURE_PX)
    return DrawingPair(
        DrawingView(pictures.right, pictures.right_words, width=PICTURE_PX),
        DrawingView(pictures.wrong, pictures.wrong_words, width=PICTURE_PX),
        right_caption=pictures.right_words,
        wrong_caption=pictures.wrong_words,
    )


class PicturesView(QtWidgets.QWidget):
    """The drawings of a question, one under another or side by side."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._shown = _pair(pictures)
        Column(self, items=[self._shown])

    def show_stacked(self, *, is_stacked: bool) -> None:
        """Put the right and the wrong one under each other, or side by side."""
        layout = self._shown.layout()
        if isinstance(layout, QtWidgets.QBoxLayout):
            directions = QtWidgets.QBoxLayout.Direction
            layout.setDirection(
                directions.TopToBottom if is_stacked else directions.LeftToRight
            )


class QuestionView(QtWidgets.QWidget):
    """A question with its answers; `below` takes the advice and the way on."""

    def __init__(self, card: QuestionCard) -> None:
        super().__init__()
        self.answers = check_answers.make(card)
        self.note = NoteView(card.note)
        self.reading = ReadingView(card.reading) if card.reading else None
        self.why = WhyView(card.why)
        self.below = Column(gap=4)
        self._pictures = PicturesView(card.pictures) if card.pictures.right else None
        self._box = QtWidgets.QBoxLayout(QtWidgets.QBoxLayout.Direction.TopToBottom)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._words = self._column(card)
        self._build()
        theme.follow(self._restyle)

    def _column(self, card: QuestionCard) -> QtWidgets.QWidget:
        words = QtWidgets.QWidget()
        column = Column(words, gap=4)
        if card.intro:
            intro = Card(quiet=True, padding=4)
            intro.add(IconLine("lock", card.intro))
            column.addWidget(intro)
        ask = Text(card.ask, "title", measure=52)
        column.addLayout(Column(gap=1, items=[ask, self.why]))
        column.addWidget(self.answers)
        icon = "lock" if card.is_private else "eye"
        beside = Column(gap=0, items=[IconLine(icon, card.visibility), self.note])
        if self.reading is not None:
            beside.insertWidget(1, self.reading)
        column.addLayout(beside)
        column.addLayout(self.below)
        column.addStretch(1)
        return words

    def _build(self) -> None:
        if self._pictures is not None:
            self._box.addWidget(self._pictures)
        self._box.addWidget(self._words)
        self._box.addStretch(1)
        self.setLayout(self._box)

    def has_open_extras(self) -> bool:
        """Tell whether a note or a measured value is being filled in."""
        is_measuring = self.reading is not None and self.reading.is_open()
        return self.note.is_open() or is_measuring

    def commit(self) -> None:
        """Tell what was typed and not yet told."""
        self.answers.commit()
        self.note.commit()

    def is_wide(self) -> bool:
        """Tell whether there is room for the drawings beside the answers."""
        look = theme.current()
        room = look.px(ANSWERS_PX * 0.8) + look.space(12) + look.px(PICTURES_PX * 0.8)
        return self.width() >= room

    def _restyle(self) -> None:
        look = theme.current()
        self._words.setMaximumWidth(look.px(ANSWERS_PX))
        self._box.setSpacing(look.space(12 if self.is_wide() else 5))
        self._arrange()

    def _arrange(self) -> None:
        directions = QtWidgets.QBoxLayout.Direction
        is_wide, look = self.is_wide(), theme.current()
        self._box.setDirection(
            directions.RightToLeft if is_wide else directions.TopToBottom
        )
        self._box.setSpacing(look.space(12 if is_wide else 5))
        if self._pictures is not None:
            self._pictures.show_stacked(is_stacked=is_wide)
            width = look.px(PICTURES_PX) if is_wide else ANSWERS_PX
            self._pictures.setMaximumWidth(width)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Put the drawings beside or above the words."""
        super().resizeEvent(event)
        self._arrange()
