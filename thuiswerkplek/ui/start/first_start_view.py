"""The first card: what this is, and one tile for each of its users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.sentences import sentence
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.start.centred import Centred
from thuiswerkplek.ui.start.first_start_presenter import LANGUAGES, limits
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.choice_tile import ChoiceTile
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.drawing_view import DrawingView
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.domain.preferences import Role
    from thuiswerkplek.ui.start.first_start_presenter import (
        FirstStart,
        FirstStartPresenter,
    )

DRAWING_PX, ROOM_FOR_DRAWING_PX = 232, 620
TAB = QtCore.Qt.FocusReason.TabFocusReason


class FirstStartCard(Centred):
    """One card in the middle of the window."""

    def __init__(self, presenter: FirstStartPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.drawing: DrawingView | None = None
        self._wrong_place = Column()
        self._wrong: Text | None = None
        self._show(presenter.model())

    def _show(self, model: FirstStart) -> None:
        self.setAccessibleName(model.title)
        card = Card(gap=5, padding=8)
        card.body.addLayout(self._top(model))
        card.body.addLayout(self._what(model))
        kept = Card(quiet=True, padding=4)
        kept.add(Text(model.kept_here, "strong"))
        card.add(kept)
        card.add(self._roles(model))
        self._wrong_place, self._wrong = Column(), None
        card.body.addLayout(self._wrong_place)
        self.limits = Disclosure(model.limits_title)
        self.limits.toggled.connect(self._on_limits)
        card.add(self.limits)
        self.set_card(card)

    def _top(self, model: FirstStart) -> Row:
        self.language = Select(name=model.language_word)
        for code, word in LANGUAGES.items():
            self.language.addItem(word, code)
        self.language.setCurrentIndex(list(LANGUAGES).index(model.language))
        self.language.activated.connect(self._on_language)
        label = Text(model.language_word, "muted")
        label.setBuddy(self.language)
        row = Row(gap=3)
        row.addWidget(Text(model.name, "strong"), 1)
        row.addWidget(label)
        row.addWidget(self.language)
        return row

    def _what(self, model: FirstStart) -> Row:
        self.drawing = DrawingView("welcome", model.drawing_words, width=DRAWING_PX)
        words = Column(gap=3, items=[Text(model.title, "page")])
        for line in model.lines:
            words.addWidget(Text(line, "lead"))
        words.addStretch(1)
        row = Row(gap=6)
        row.addLayout(words, 1)
        row.addWidget(self.drawing)
        return row

    def _roles(self, model: FirstStart) -> EvenRow:
        self.tiles = [
            ChoiceTile(one.title, one.description, icon=one.icon) for one in model.roles
        ]
        for tile, one in zip(self.tiles, model.roles, strict=True):
            tile.clicked.connect(lambda _on=False, role=one.role: self._choose(role))
        return EvenRow(tuple(self.tiles))

    def fit(self, width: int) -> None:
        """Leave the drawing out where the words need the room."""
        if self.drawing is not None:
            self.drawing.setVisible(width >= theme.current().px(ROOM_FOR_DRAWING_PX))

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Begin at the one choice there is to make."""
        super().showEvent(event)
        self.tiles[0].setFocus(TAB)

    @QtCore.Slot(int)
    def _on_language(self, row: int) -> None:
        self._show(self._presenter.switch_language(list(LANGUAGES)[row]))
        self.language.setFocus(TAB)

    @QtCore.Slot(bool)
    def _on_limits(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's way
        if is_open and not self.limits.body.count():
            for line in limits():
                self.limits.add(Text(f"– {line}", "small"))

    def _say_wrong(self, text: str) -> None:
        if self._wrong is None:
            self._wrong = Text(text)
            self._wrong.set_severity(3)
            self._wrong_place.addWidget(self._wrong)
        self._wrong.setText(text)

    def _choose(self, role: Role) -> None:
        try:
            self._presenter.choose(role)
        except ThuiswerkplekError as error:
            self._say_wrong(sentence(error))
