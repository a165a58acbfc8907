"""The page *Maatregelen*: layout and signals, shown by its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.chip import Chip
from thuiswerkplek.ui.widgets.drawing_view import DrawingView
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.measures_groups import MeasureGroups
from thuiswerkplek.ui.worker.measures_presenter import MeasuresPresenter

if TYPE_CHECKING:
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks
    from thuiswerkplek.ui.theme import Theme
    from thuiswerkplek.ui.worker.measures_models import (
        Empty,
        Filter,
        FilterChip,
        MeasuresPage,
    )

DRAWING_PX = 240


class MeasuresView(Page):
    """All measures as cards, with filters above them."""

    def __init__(self, services: WorkerServices, shell: Shell) -> None:
        super().__init__("")
        self.chips: dict[Filter, Chip] = {}
        self.groups = MeasureGroups()
        self._presenter = MeasuresPresenter(services, shell, self)
        self._build_parts()
        self._connect()

    def _build_parts(self) -> None:
        self._chip_row = FlowRow()
        self._remark = IconLine("lock", "", "muted")
        self._nothing = Text("", "muted")
        self.empty = QtWidgets.QWidget()
        policy = QtWidgets.QSizePolicy.Policy
        self.empty.setSizePolicy(policy.Preferred, policy.Minimum)
        self._empty_title, self._empty_text = Text("", "title"), Text("")
        self.to_check = buttons.primary(_("Go to the check"))
        drawing = FlowRow([DrawingView("empty-measures", width=DRAWING_PX)])
        column = Column(self.empty, gap=4)
        for widget in (drawing, self._empty_title, self._empty_text):
            column.addWidget(widget)
        column.addWidget(self.to_check, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        for widget in (self._chip_row, self._remark, self._nothing):
            self.add(widget)
        self.add(self.groups)
        self.add(self.empty)

    def _connect(self) -> None:
        self.groups.step_taken.connect(self._presenter.take_step)
        self.to_check.clicked.connect(self._presenter.go_to_check)

    def refresh(self) -> None:
        """Show what is known now."""
        self._presenter.refresh()

    def show_page(self, page: MeasuresPage) -> None:
        """Show the measures, or that there are none."""
        place = self.verticalScrollBar().value()
        self.set_words(page.title, page.lead)
        self._show_chips(page.chips)
        for label, text in (
            (self._remark, page.remark),
            (self._nothing, page.nothing_here),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.groups.show_groups(page.groups)
        chain([*self.chips.values(), *self.groups.stops()])
        self._show_empty(page.empty)
        self.verticalScrollBar().setValue(place)

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

    def _show_empty(self, empty: Empty | None) -> None:
        self.empty.setVisible(empty is not None)
        if empty is None:
            return
        self._empty_title.setText(empty.title)
        self._empty_text.setText(empty.text)


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
