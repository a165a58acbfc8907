"""The result on the screen: what is right, what matters most, then every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card, Panel
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.fact_lines import FactLines
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.check_advice_view import BridgeView
from thuiswerkplek.ui.worker.result_cards import MatterView, PointView, ThemeTile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6 import QtWidgets

    from thuiswerkplek.domain.catalogue import QuestionId
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.ui.worker.result_models import (
        ChangeGroup,
        Complaints,
        GoodLine,
        MatterCard,
        ResultSheet,
        ThemeCard,
    )
    from thuiswerkplek.ui.worker.result_presenter import ResultPresenter

TILE_PX = 164


class ResultView(Page):
    """Built anew at every change.

    Signals:
        places_wanted: back to the list of workplaces.
        question_wanted: to a question of the check.
        again_wanted: to check again.
    """

    places_wanted = QtCore.Signal()
    question_wanted = QtCore.Signal(str)
    again_wanted = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._presenter: ResultPresenter | None = None
        self.matters: dict[str, MatterView] = {}
        self.themes: dict[str, Disclosure] = {}
        self.bridges: dict[Request | None, BridgeView] = {}
        self.share = buttons.primary(_("Share with your employer"), icon="share")
        self.share.clicked.connect(self._on_share)
        self.set_action(self.share)

    def show_result(self, presenter: ResultPresenter) -> None:
        """Show another result, from its top."""
        self._presenter = presenter
        self.show_sheet()
        self.to_top()
        self.setFocus()

    def show_sheet(self) -> None:
        """Show the result as it stands now."""
        if self._presenter is None:
            return
        sheet = self._presenter.sheet()
        self.setUpdatesEnabled(False)
        self.clear()
        self.matters, self.themes, self.bridges = {}, {}, {}
        self.set_words(sheet.title, sheet.lead)
        self._add_open(sheet)
        self._add_good(sheet.good_title, sheet.good)
        self._add_matters(sheet)
        self._add_changes(sheet.changes_title, sheet.changes)
        self._add_themes(sheet.themes_title, sheet.themes)
        if sheet.complaints is not None:
            self._add_complaints(sheet.complaints)
        self._add_ways(sheet)
        self.setUpdatesEnabled(True)

    def _section(self, title: str, *items: QtWidgets.QWidget, gap: int = 3) -> None:
        column = Column(gap=gap, margins=(0, 2, 0, 0))
        if title:
            column.addWidget(Text(title, "title"))
        for item in items:
            column.addWidget(item)
        self.add_layout(column)

    def _add_open(self, sheet: ResultSheet) -> None:
        for text, button, act in (
            (sheet.still_open, sheet.go_on, self._on_go_on),
            (sheet.left_out, sheet.answer_left_out, self._on_left_out),
        ):
            if text:
                card = Card(quiet=True, padding=3)
                row = Row(gap=4, items=[])
                row.addWidget(Text(text), 1)
                go = buttons.secondary(button)
                go.clicked.connect(act)
                row.addWidget(go)
                card.body.addLayout(row)
                self.add(card)

    def _add_good(self, title: str, lines: tuple[GoodLine, ...]) -> None:
        if lines:
            panel = Panel(0, title, gap=3)
            facts = [(line.theme, line.text) for line in lines]
            panel.add(FactLines(facts, has_long_labels=True))
            self.add(panel)

    def _add_matters(self, sheet: ResultSheet) -> None:
        if sheet.nothing_matters:
            self._section("", Text(sheet.nothing_matters, "lead"))
        if not sheet.matters:
            return
        views = [self._matter(card) for card in sheet.matters]
        self._section(sheet.matters_title, *views, gap=4)

    def _matter(self, card: MatterCard) -> MatterView:
        view = MatterView(card)
        presenter = self._presenter
        if presenter is not None:
            view.stepped.connect(
                lambda state: self._step(
                    card.question, lambda: presenter.take(card.question, state)
                )
            )
            view.taken_back.connect(
                lambda: self._step(
                    card.question, lambda: presenter.take_back(card.question)
                )
            )
            view.listed.connect(presenter.see_measures)
        self.matters[card.question] = view
        return view

    def _add_changes(self, title: str, groups: Iterable[ChangeGroup]) -> None:
        panels = []
        for group in groups:
            panel = Panel(group.severity, group.title)
            for name in group.names:
                panel.add(Text(name))
            panels.append(panel)
        if panels:
            self._section(title, *panels)

    def _add_themes(self, title: str, cards: tuple[ThemeCard, ...]) -> None:
        tiles = []
        for card in cards:
            tile = ThemeTile(card)
            tile.clicked.connect(lambda _on=False, code=card.code: self._open(code))
            tiles.append(tile)
        row = EvenRow(tuple(tiles), gap=2, least=TILE_PX)
        lists = [self._theme(card) for card in cards if card.points]
        self._section(title, row, *lists, gap=2)

    def _theme(self, card: ThemeCard) -> Disclosure:
        theme_list = Disclosure(card.heading)
        for point in card.points:
            view = PointView(point)
            view.chosen.connect(self.question_wanted)
            theme_list.add(view)
        self.themes[card.code] = theme_list
        return theme_list

    def _add_complaints(self, complaints: Complaints) -> None:
        card = Card(quiet=True, gap=4)
        card.add(Text(complaints.text))
        for bridge in complaints.bridges:
            view = BridgeView(bridge)
            view.requested.connect(self._on_requested)
            self.bridges[bridge.request] = view
            card.add(view)
        self._section(complaints.title, card)

    def _add_ways(self, sheet: ResultSheet) -> None:
        places = buttons.secondary(_("All workplaces"), icon="back")
        places.clicked.connect(self.places_wanted)
        row = FlowRow([places])
        if sheet.check_again:
            again = buttons.secondary(sheet.check_again)
            again.clicked.connect(self.again_wanted)
            row.add(again)
        self._section("", row)

    def _step(self, question: QuestionId, act: Callable[[], None]) -> None:
        """Take a step on a point, and leave the keyboard at that point."""
        self._did(act)
        if question in self.matters:
            self.matters[question].buttons[0].setFocus()

    def _did(self, act: Callable[[], None]) -> None:
        act()
        place = self.verticalScrollBar().value()
        self.show_sheet()
        QtCore.QTimer.singleShot(
            0, self, lambda: self.verticalScrollBar().setValue(place)
        )

    def _open(self, code: str) -> None:
        shown = self.themes.get(code)
        if shown is not None:
            shown.set_open(True)
            shown.head.setFocus()
            QtCore.QTimer.singleShot(
                0,
                self,
                lambda: self.ensureWidgetVisible(shown, 0, theme.current().space(6)),
            )

    def _go_to(self, question: QuestionId | None) -> None:
        if question is not None:
            self.question_wanted.emit(question)

    @QtCore.Slot()
    def _on_share(self) -> None:
        if self._presenter is not None:
            self._presenter.share()

    @QtCore.Slot()
    def _on_go_on(self) -> None:
        if self._presenter is not None:
            self._go_to(self._presenter.first_open())

    @QtCore.Slot()
    def _on_left_out(self) -> None:
        if self._presenter is not None:
            self._go_to(self._presenter.first_private())

    @QtCore.Slot(object, bool)
    def _on_requested(self, request: Request, is_asked: bool) -> None:  # noqa: FBT001
        presenter = self._presenter
        if presenter is not None:
            self._did(lambda: presenter.ask(request, is_asked=is_asked))
            if request in self.bridges:
                self.bridges[request].box.setFocus()
