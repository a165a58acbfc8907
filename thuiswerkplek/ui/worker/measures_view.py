"""The page *Maatregelen*: layout and signals; what it shows comes from its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.drawing_view import DrawingView
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.measures_card import MeasureCardView
from thuiswerkplek.ui.worker.measures_parts import Chip, IconText
from thuiswerkplek.ui.worker.measures_presenter import MeasuresPresenter

if TYPE_CHECKING:
    from thuiswerkplek.domain.measures import State
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks
    from thuiswerkplek.ui.theme import Theme
    from thuiswerkplek.ui.worker.measures_models import (
        Empty,
        Filter,
        FilterChip,
        MeasureCard,
        MeasureGroup,
        MeasuresPage,
    )

DRAWING_PX = 240


class MeasuresView(Page):
    """All measures as cards; only cards that changed are made anew."""

    def __init__(self, services: WorkerServices, shell: Shell) -> None:
        super().__init__("")
        self.chips: dict[Filter, Chip] = {}
        self.cards: dict[str, MeasureCardView] = {}
        self.done: Disclosure | None = None
        self._done_is_open: bool | None = None
        self._presenter = MeasuresPresenter(services, shell, self)
        self._build_parts()

    def _build_parts(self) -> None:
        self._chip_row = FlowRow()
        self._remark = IconText("lock", "", "muted")
        self._nothing = Text("", "muted")
        self._groups = QtWidgets.QWidget()
        self._groups_column = Column(self._groups, gap=4)
        for widget in (self._chip_row, self._remark, self._nothing, self._groups):
            self.add(widget)

    def refresh(self) -> None:
        """Show what is known now."""
        self._presenter.refresh()

    def show_page(self, page: MeasuresPage) -> None:
        """Show the measures, or that there are none."""
        self.set_words(page.title, page.lead)
        self._show_chips(page.chips)
        self._remark.setText(page.remark)
        self._remark.setVisible(bool(page.remark))
        self._nothing.setText(page.nothing_here)
        self._nothing.setVisible(bool(page.nothing_here))
        self._show_groups(page.groups, page.empty)

    def _show_chips(self, chips: tuple[FilterChip, ...]) -> None:
        self._chip_row.setVisible(bool(chips))
        for chip in chips:
            known = self.chips.get(chip.filter)
            if known is None:
                known = Chip(chip.text, spoken=chip.spoken, is_chosen=chip.is_chosen)
                known.clicked.connect(
                    lambda _on=False, one=chip.filter: self._presenter.choose(one)
                )
                self.chips[chip.filter] = known
                self._chip_row.add(known)
            known.show_state(chip.text, spoken=chip.spoken, is_chosen=chip.is_chosen)

    def _show_groups(
        self, groups: tuple[MeasureGroup, ...], empty: Empty | None
    ) -> None:
        focused = self._focused_card()
        self._remember_done()
        before, self.cards = self.cards, {}
        self._take_out(before)
        if empty is not None:
            self._show_empty(empty)
        for group in groups:
            self._show_group(group, before)
        for card in before.values():
            if card.model.id not in self.cards or self.cards[card.model.id] is not card:
                card.hide()
                card.deleteLater()
        if focused in self.cards:
            self.cards[focused].focus_first()

    def _focused_card(self) -> str:
        focus = self.focusWidget()
        for name, card in self.cards.items():
            if focus is not None and card.isAncestorOf(focus):
                return name
        return ""

    def _remember_done(self) -> None:
        if self.done is not None:
            self._done_is_open = self.done.is_open()
            self.done = None

    def _take_out(self, cards: dict[str, MeasureCardView]) -> None:
        for card in cards.values():
            card.setParent(self._groups)
        while self._groups_column.count():
            item = self._groups_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and not isinstance(widget, MeasureCardView):
                widget.hide()
                widget.deleteLater()

    def _show_group(
        self, group: MeasureGroup, before: dict[str, MeasureCardView]
    ) -> None:
        cards = [self._card(model, before) for model in group.cards]
        if not group.is_closed_at_first:
            self._groups_column.addWidget(Text(group.title, "title"))
            for card in cards:
                self._groups_column.addWidget(card)
                card.show()
            return
        self.done = Disclosure(group.title)
        self._groups_column.addWidget(self.done)
        for card in cards:
            self.done.add(card)
            card.show()
        self.done.set_open(bool(self._done_is_open))

    def _card(
        self, model: MeasureCard, before: dict[str, MeasureCardView]
    ) -> MeasureCardView:
        card = before.get(model.id)
        if card is None or card.model != model:
            card = MeasureCardView(model)
            card.step_taken.connect(self._on_step_taken)
        self.cards[model.id] = card
        return card

    def _on_step_taken(self, measure: str, state: State, note: str) -> None:
        self._presenter.take_step(measure, state, note)

    def _show_empty(self, empty: Empty) -> None:
        drawing = DrawingView("empty-measures", width=DRAWING_PX)
        button = buttons.primary(empty.button)
        button.clicked.connect(self._presenter.go_to_check)
        for widget in (drawing, Text(empty.title, "title"), Text(empty.text), button):
            self._groups_column.addWidget(widget)
        left = QtCore.Qt.AlignmentFlag.AlignLeft
        self._groups_column.setAlignment(drawing, left)
        self._groups_column.setAlignment(button, left)


def create_page(
    services: WorkerServices,
    shell: Shell,
    tasks: Tasks,  # noqa: ARG001 - the frame makes every page in the same way
    theme: Theme,  # noqa: ARG001
) -> MeasuresView:
    """Return the page, filled with what is known now."""
    page = MeasuresView(services, shell)
    page.refresh()
    return page
