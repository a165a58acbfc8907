"""The list of workplaces, or the calm beginning when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.drawing_view import DrawingView
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.workplace_card_view import PlaceView
from thuiswerkplek.ui.worker.workplace_shares_view import SharesView

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.ui.worker.workplace_models import Empty, PlaceCard, PlacesSheet
    from thuiswerkplek.ui.worker.workplace_presenter import WorkplacePresenter

NAME_PX, DRAWING_PX, ROOM_FOR_DRAWING_PX = 360, 220, 560


class PlacesView(Page):
    """Built anew at every change; `changed` tells that another screen may show."""

    changed = QtCore.Signal()

    def __init__(self, presenter: WorkplacePresenter) -> None:
        super().__init__("")
        self._presenter = presenter
        self.cards: list[PlaceView] = []
        self.shares: SharesView | None = None
        self.name: QtWidgets.QLineEdit | None = None
        self.begin: buttons.Button | None = None
        self.add_button: buttons.Button | None = None
        self._drawing: DrawingView | None = None
        theme.follow(self._fit_drawing)

    def _fit_drawing(self) -> None:
        """Leave the drawing out where the words need the room."""
        if self._drawing is not None:
            room = theme.current().px(ROOM_FOR_DRAWING_PX)
            self._drawing.setVisible(self.viewport().width() >= room)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Look again whether the drawing fits."""
        super().resizeEvent(event)
        self._fit_drawing()

    def show_sheet(self) -> None:
        """Show the workplaces as they stand now."""
        sheet = self._presenter.sheet()
        self.setUpdatesEnabled(False)
        self.clear()
        self.cards, self.shares, self.name = [], None, None
        self._drawing = None
        self.set_words(sheet.title, sheet.lead)
        if sheet.empty is not None:
            self._add_empty(sheet.empty, sheet.problem)
        else:
            self._add_list(sheet)
        self.setUpdatesEnabled(True)

    def _add_empty(self, empty: Empty, problem: str) -> None:
        card = Card(gap=5, padding=8)
        words = Column(gap=2, items=[Text(empty.title, "title"), Text(empty.text)])
        words.addStretch(1)
        row = Row(gap=8)
        row.addLayout(words, 3)
        self._drawing = DrawingView("welcome", "", width=DRAWING_PX)
        row.addWidget(self._drawing, 2)
        card.body.addLayout(row)
        self._add_naming(card, empty.name_label, empty.name, empty.button, problem)
        card.add(IconLine("lock", empty.privacy))
        self.add(card)
        self._fit_drawing()

    def _add_naming(
        self, card: Card, label: str, name: str, button: str, problem: str
    ) -> None:
        self.name = QtWidgets.QLineEdit(name)
        self.name.setMaximumWidth(theme.current().px(NAME_PX))
        self.begin = buttons.primary(button)
        self.begin.clicked.connect(self._on_begin)
        self.name.returnPressed.connect(self._on_begin)
        card.add(Field(label, self.name))
        if problem:
            words = Text(problem)
            words.set_severity(3)
            card.add(words)
        card.body.addWidget(self.begin, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    def _add_list(self, sheet: PlacesSheet) -> None:
        for card in sheet.cards:
            self._add_card(card)
        if sheet.is_adding:
            self._add_adding(sheet)
        else:
            self.add_button = buttons.secondary(sheet.add, icon="add")
            self.add_button.clicked.connect(lambda: self._did(self._presenter.add))
            row = Row(items=[self.add_button])
            row.addStretch(1)
            self.add_layout(row)
        if sheet.shares is not None:
            self.shares = SharesView(sheet.shares, self._presenter)
            self.shares.divided.connect(self.changed)
            self.add(self.shares)

    def _add_adding(self, sheet: PlacesSheet) -> None:
        card = Card(gap=4)
        self._add_naming(card, sheet.name_label, "", sheet.add, sheet.problem)
        stop = buttons.quiet(_("Leave it"))
        stop.clicked.connect(lambda: self._did(self._presenter.stop_doing))
        card.add(FlowRow([stop]))
        self.add(card)
        if self.name is not None:
            self.name.setFocus()

    def _add_card(self, card: PlaceCard) -> None:
        view, presenter, place = (
            PlaceView(card, self._presenter.repeat_choices()),
            self._presenter,
            card.id,
        )
        number = len(self.cards)
        view.went_on.connect(lambda: self._did(lambda: presenter.go_on(place)))
        view.result_wanted.connect(
            lambda: self._did(lambda: presenter.open_result(place))
        )
        view.doing_started.connect(
            lambda doing: self._did(lambda: presenter.start_doing(place, doing))
        )
        view.doing_stopped.connect(lambda: self._did(presenter.stop_doing, number))
        view.renamed.connect(
            lambda name: self._did(lambda: presenter.rename(place, name), number)
        )
        view.removed.connect(lambda: self._did(lambda: presenter.remove(place), 0))
        view.repeated.connect(
            lambda carry: self._did(
                lambda: presenter.check_again(place, carry_over=carry)
            )
        )
        self.cards.append(view)
        self.add(view)
        if view.focus_on is not None:
            view.focus_on.setFocus()

    def _did(self, act: Callable[[], None], number: int | None = None) -> None:
        """Do it, show what came of it, and leave the keyboard at that workplace."""
        act()
        self.changed.emit()
        if number is None or not self.isVisible():
            return
        main = self.cards[number].main if number < len(self.cards) else None
        there = main or self.name
        if there is not None:
            there.setFocus()

    @QtCore.Slot()
    def _on_begin(self) -> None:
        name = self.name.text() if self.name is not None else ""
        self._did(lambda: self._presenter.begin(name))
