"""Cards of measures under their headings; only what changed is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.measures import State
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.measures_card import MeasureCardView

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.measures_models import MeasureCard, MeasureGroup


class MeasureGroups(QtWidgets.QWidget):
    """The cards, group by group; what is done opens when asked."""

    step_taken = QtCore.Signal(str, State, str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, MeasureCardView] = {}
        self.done: Fold | None = None
        self._groups: tuple[MeasureGroup, ...] = ()
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum)
        self._column = Column(self, gap=6)

    def show_groups(self, groups: tuple[MeasureGroup, ...]) -> None:
        """Show these groups; the card with the keyboard keeps it."""
        if groups == self._groups:
            return
        focused = self._focused_card()
        if _shape(groups) == _shape(self._groups):
            self._replace_changed(groups)
        else:
            self._arrange(groups)
        self._groups = groups
        if focused in self.cards:
            self.cards[focused].focus_first()

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        stops: list[QtWidgets.QWidget] = []
        for group in self._groups:
            if group.is_closed_at_first and self.done is not None:
                stops.append(self.done.head)
            for card in group.cards:
                stops.extend(self.cards[card.id].stops())
        return stops

    def _focused_card(self) -> str:
        focus: QtWidgets.QWidget | None = self.window().focusWidget()
        for name, card in self.cards.items():
            if focus is not None and card.isAncestorOf(focus):
                return name
        return ""

    def _replace_changed(self, groups: tuple[MeasureGroup, ...]) -> None:
        for group in groups:
            for model in group.cards:
                old = self.cards[model.id]
                if old.model == model:
                    continue
                self.cards[model.id] = new = self._made(model)
                parent = old.parentWidget()
                layout = None if parent is None else parent.layout()
                if layout is not None:
                    layout.replaceWidget(old, new)
                new.show()
                _drop(old)

    def _arrange(self, groups: tuple[MeasureGroup, ...]) -> None:
        self.hide()  # so that nothing is laid out until all is in its place
        was_open = self.done is not None and self.done.is_open()
        known, self.cards, self.done = self.cards, {}, None
        for card in known.values():
            card.setParent(self)
        while self._column.count():
            item = self._column.takeAt(0)
            _drop(None if item is None else item.widget())
        for group in groups:
            cards = [self._card(model, known) for model in group.cards]
            self._column.addWidget(self._group(group, cards, is_open=was_open))
        for card in known.values():
            if self.cards.get(card.model.id) is not card:
                _drop(card)
        self.show()

    def _group(
        self, group: MeasureGroup, cards: list[MeasureCardView], *, is_open: bool
    ) -> QtWidgets.QWidget:
        if group.is_closed_at_first:
            self.done = Fold(group.title, group.count, gap=4, inset=0)
            for card in cards:
                self.done.add(card)
                card.show()
            self.done.set_open(is_open=is_open)
            return self.done
        part = QtWidgets.QWidget()
        column = Column(part, gap=4, items=[Text(group.title, "title")])
        for card in cards:
            column.addWidget(card)
            card.show()
        return part

    def _card(
        self, model: MeasureCard, known: dict[str, MeasureCardView]
    ) -> MeasureCardView:
        card = known.get(model.id)
        if card is None or card.model != model:
            card = self._made(model)
        self.cards[model.id] = card
        return card

    def _made(self, model: MeasureCard) -> MeasureCardView:
        card = MeasureCardView(model)
        card.step_taken.connect(self.step_taken)
        return card


def _shape(groups: tuple[MeasureGroup, ...]) -> object:
    """Return where each card stands, whatever it says."""
    return tuple(
        (group.title, group.count, tuple(card.id for card in group.cards))
        for group in groups
    )


def _drop(widget: QtWidgets.QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
