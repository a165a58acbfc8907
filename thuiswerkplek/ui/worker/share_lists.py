"""Two lists of *Delen*: ticks of what goes along, and what stays with the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.worker.share_parts import StripedPanel, TickBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.ui.worker.share_models import (
        LogTick,
        PlaceTicks,
        SharePage,
        ShareTick,
        StayingGroup,
        TickGroup,
    )


class GoingList(QtWidgets.QWidget):
    """A card for the person, each workplace and the day log; themes open and close."""

    tick_set = QtCore.Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, TickBox] = {}
        self.groups: dict[str, Fold] = {}
        self._stops: list[QtWidgets.QWidget] = []
        self._shape: object = None
        self._column = Column(self, gap=3)

    def show_ticks(self, page: SharePage) -> None:
        """Show the ticks; they are made anew only when other ones are there."""
        shape = _shape(page)
        if shape != self._shape:
            self._shape = shape
            self._make(page)
        for tick in _all(page):
            self.ticks[tick.key].show_tick(tick)
        for place in page.places:
            for group in place.groups:
                self.groups[group.id].head.show_words(group.title, group.count)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return list(self._stops)

    def _make(self, page: SharePage) -> None:
        opened = {name for name, group in self.groups.items() if group.is_open()}
        self.ticks, self.groups, self._stops = {}, {}, []
        _empty(self._column)
        if page.from_ticks:
            card = Card(gap=0, padding=5)
            for tick in page.from_ticks:
                card.add(self._box(tick))
            self._column.addWidget(card)
        for place in page.places:
            self._column.addWidget(self._place_card(place, page.remark_warning))
        if page.log:
            self._column.addWidget(self._log_card(page.log))
        for name in opened & set(self.groups):
            self.groups[name].set_open(is_open=True)

    def _place_card(self, place: PlaceTicks, warning: str) -> Card:
        card = Card(gap=0, padding=5)
        card.add(PlainText(place.title, "strong"))
        for tick in place.ticks:
            card.add(self._box(tick))
        folds = Column(gap=0, margins=(0, 2, 0, 0))
        for group in place.groups:
            folds.addWidget(self._group(group, warning))
        card.body.addLayout(folds)
        return card

    def _log_card(self, log: LogTick) -> Card:
        card = Card(gap=0, padding=5)
        card.add(PlainText(log.title, "strong"))
        card.add(self._box(log.tick))
        card.add(Text(log.line, "small"))
        return card

    def _group(self, group: TickGroup, warning: str) -> Fold:
        shown = Fold(group.title, group.count)
        self._stops.append(shown.head)
        for tick in group.ticks:
            shown.add(self._box(tick))
        if any(tick.is_remark for tick in group.ticks):
            text = _("A remark goes along only when you tick it. {warning}")
            shown.add(Text(text.format(warning=warning), "small"))
        self.groups[group.id] = shown
        return shown

    def _box(self, tick: ShareTick) -> TickBox:
        box = TickBox(tick)
        box.set_by_hand.connect(self.tick_set)
        self.ticks[tick.key] = box
        self._stops.append(box)
        return box


class StayingList(StripedPanel):
    """What never leaves this computer with this report, theme by theme."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: dict[str, Fold] = {}
        self._shown: tuple[StayingGroup, ...] = ()
        self._lead = Text(
            _(
                "These questions are not in the file, whether you answered them or not."
                " Your employer cannot see that you did."
            ),
            "muted",
        )
        self.body.addWidget(self._lead)
        self._list = QtWidgets.QWidget()
        self._column = Column(self._list, gap=0)
        self.body.addWidget(self._list)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return [group.head for group in self.groups.values()]

    def show_groups(self, groups: tuple[StayingGroup, ...]) -> None:
        """Show what stays, and why."""
        if groups == self._shown:
            return
        self._shown = groups
        opened = {name for name, group in self.groups.items() if group.is_open()}
        self.groups = {}
        _empty(self._column)
        for group in groups:
            shown = Fold(group.title, group.why)
            for line in group.lines:
                shown.add(PlainText(line))
            shown.set_open(is_open=group.id in opened)
            self.groups[group.id] = shown
            self._column.addWidget(shown)


def _all(page: SharePage) -> Iterable[ShareTick]:
    yield from page.from_ticks
    for place in page.places:
        yield from place.ticks
        for group in place.groups:
            yield from group.ticks
    if page.log:
        yield page.log.tick


def _shape(page: SharePage) -> object:
    """Return what decides which widgets there are, besides their words."""
    keys = tuple(tick.key for tick in _all(page))
    titles = tuple(place.title for place in page.places)
    return keys, titles, page.log and page.log.line, page.remark_warning


def _empty(column: Column) -> None:
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
