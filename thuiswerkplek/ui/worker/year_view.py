"""The year part of the page *Balans*: pictures, numbers, remarks, money and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.month_bars import MonthBars
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.widgets.week_bars import WeekBars
from thuiswerkplek.ui.worker.day_files_view import DayFilesPart
from thuiswerkplek.ui.worker.year_cards import (
    BorderCard,
    MoneyCard,
    Remarks,
    TotalsCard,
)
from thuiswerkplek.ui.worker.year_parts import PictureCard
from thuiswerkplek.ui.worker.year_presenter import YearPresenter

if TYPE_CHECKING:
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks
    from thuiswerkplek.ui.worker.day_files_view import AskFile, AskPlace
    from thuiswerkplek.ui.worker.year_models import Choices, YearFigures, YearPage


class YearPart(QtWidgets.QWidget):
    """One year of the day log; it shows nothing before its first `refresh`.

    `changed` tells the page around it that days were taken in or taken back;
    `year_chosen` that another year was chosen here.
    """

    changed = QtCore.Signal()
    year_chosen = QtCore.Signal(int)

    def __init__(
        self,
        services: WorkerServices,
        frame: Shell,
        tasks: Tasks,
        *,
        ask_file: AskFile | None = None,
        ask_place: AskPlace | None = None,
    ) -> None:
        super().__init__()
        self._presenter = YearPresenter(services, frame, self)
        self.files = DayFilesPart(
            services, frame, tasks, ask_file=ask_file, ask_place=ask_place
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title, self._lead = Text("", "title"), Text("")
        self.year, self.period = Select(), Select()
        self.year_field = Field(_("Year"), self.year)
        self.period_field = Field(_("Period"), self.period)
        self.empty = Card(gap=2)
        self._empty_title, self._empty_text = Text("", "strong"), Text("")
        self.empty.add(self._empty_title)
        self.empty.add(self._empty_text)
        self.weeks = PictureCard(WeekBars(""))
        self.months = PictureCard(MonthBars(""))
        self.totals, self.remarks = TotalsCard(), Remarks()
        self.money, self.border = MoneyCard(), BorderCard()
        self._column = Column(self, gap=5)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum)
        choices = FlowRow([self.year_field, self.period_field], gap=5)
        self._of_year: tuple[QtWidgets.QWidget, ...] = (
            *(self.weeks, self.months, self.totals, self.remarks),
            *(self.money, self.border),
        )
        for above in (self._title, self._lead, choices, self.empty):
            self._column.addWidget(above)
        self.empty.hide()
        for below in (*self._of_year, self.files):
            self._column.addWidget(below)
            below.hide()

    def _connect(self) -> None:
        self.year.activated.connect(self._on_year)
        self.period.activated.connect(self._on_period)
        self.remarks.check_wanted.connect(self._presenter.go_to_check)
        self.money.copied.connect(self._presenter.tell_copied)
        self.files.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what is known now."""
        self._presenter.refresh()
        self.files.refresh()

    def show_year(self, year: int) -> None:
        """Show another year, as a whole."""
        self._presenter.show_year(year)
        self.files.refresh()

    @QtCore.Slot(int)
    def _on_year(self, row: int) -> None:
        year = int(self.year.itemData(row))
        self._presenter.show_year(year)
        self.year_chosen.emit(year)

    @QtCore.Slot(int)
    def _on_period(self, row: int) -> None:
        self._presenter.choose_period(int(self.period.itemData(row)))

    @QtCore.Slot()
    def _on_changed(self) -> None:
        self._presenter.refresh()
        self.changed.emit()

    # Screen of the presenter

    def show_page(self, page: YearPage) -> None:
        """Show the year, or that there is nothing to tell of it yet."""
        self._title.setText(page.title)
        self._lead.setText(page.lead)
        self._lead.setVisible(bool(page.lead))
        _fill(self.year, page.years)
        _fill(self.period, page.periods)
        self.period_field.setVisible(page.figures is not None)
        self.empty.setVisible(page.empty is not None)
        if page.empty is not None:
            self._empty_title.setText(page.empty.title)
            self._empty_text.setText(page.empty.text)
        for widget in self._of_year:
            widget.setVisible(page.figures is not None)
        self.files.show()
        if page.figures is not None:
            self._show_figures(page.figures)
        chain(self.stops())

    def _show_figures(self, figures: YearFigures) -> None:
        self.weeks.show_picture(figures.weeks)
        self.months.show_picture(figures.months)
        self.totals.show_totals(figures.totals, figures.wpm)
        self.remarks.show_remarks(figures.remarks)
        self.remarks.setVisible(bool(figures.remarks))
        self.money.show_money(figures.money)
        self.border.show_border(figures.border)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return [
            *(self.year, self.period),
            *self.weeks.stops(),
            *self.months.stops(),
            self.totals.wpm.head,
            *self.remarks.stops(),
            *self.money.stops(),
            self.border.where_from.head,
            *self.files.stops(),
        ]


def _fill(select: Select, choices: Choices) -> None:
    """Show the choices; those that are there already stay."""
    known = [select.itemData(row) for row in range(select.count())]
    if known != [code for code, _word in choices.items]:
        select.clear()
        for code, word in choices.items:
            select.addItem(word, code)
    select.setCurrentIndex(select.findData(choices.chosen))
    select.updateGeometry()
