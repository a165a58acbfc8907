"""The cards of the year: numbers, remarks, money, and work across the border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.fact_lines import FactLines
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.plain_table import PlainTable
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.widgets.wrapping_button import WrappingButton
from thuiswerkplek.ui.worker.year_parts import (
    Holder,
    Lines,
    RemarkCard,
    SourceList,
    show_table,
)

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.year_models import (
        Border,
        Money,
        Remark,
        Totals,
        Wpm,
    )


class TotalsCard(Card):
    """A column of plain numbers, and how often each rule was kept."""

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.title = Text("", "title")
        self.figures = Holder()
        self.sentences = Lines("small")
        self._agreed_title = Text(_("Against the agreement"), "strong")
        self.agreed = Lines()
        self.wpm = Fold(_("Kilometres per means of transport"), "", gap=2)
        self._wpm_note, self.wpm_lines = Text("", "small"), Lines()
        self.wpm.add(self._wpm_note)
        self.wpm.add(self.wpm_lines)
        for above in (self.title, self.figures, self.sentences):
            self.add(above)
        for below in (self._agreed_title, self.agreed, self.wpm):
            self.add(below)

    def show_totals(self, totals: Totals, wpm: Wpm | None) -> None:
        """Show the figures of a period, and the kilometres of the year."""
        self.title.setText(totals.title)
        if self.figures.is_old(totals.figures):
            self.figures.hold([FactLines(totals.figures, has_long_labels=True)])
        self.sentences.show_lines(totals.sentences)
        self._agreed_title.setVisible(bool(totals.agreed))
        self.agreed.show_lines(totals.agreed)
        self.wpm.setVisible(wpm is not None)
        if wpm is not None:
            self._wpm_note.setText(wpm.note)
            self.wpm_lines.show_lines(wpm.lines)


class Remarks(Holder):
    """What stands out, one card each."""

    check_wanted = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__(gap=3)
        self.cards: list[RemarkCard] = []

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show these remarks."""
        if not self.is_old(remarks):
            return
        self.cards = [RemarkCard(remark) for remark in remarks]
        for card in self.cards:
            card.wanted.connect(self.check_wanted)
        title = [Text(_("What stands out"), "title")] if remarks else []
        self.hold([*title, *self.cards])

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [card.button for card in self.cards if card.button is not None]


class MoneyCard(Card):
    """The allowances of the year, month by month for payroll when opened."""

    copied = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._name = Text("", "strong")
        self.lines, self._note = Lines(), Text("", "small")
        self._fixed_title, self.fixed = Text("", "strong"), Lines()
        self.months = Fold(_("Month by month, for payroll"), "", gap=2)
        self.table = PlainTable("")
        self.copy_table = WrappingButton(_("Copy for a spreadsheet"))
        self.copy_table.clicked.connect(self._on_copy)
        self.months.add(self.table)
        self.months.add(FlowRow([self.copy_table]))
        self.where_from = Fold(_("Where these amounts come from"), "", gap=2)
        self.sources = SourceList(gap=3)
        self.where_from.add(self.sources)
        self.add(Text(_("Money"), "title"))
        for above in (self._name, self.lines, self._note):
            self.add(above)
        for below in (self._fixed_title, self.fixed, self.months, self.where_from):
            self.add(below)

    def show_money(self, money: Money) -> None:
        """Show these allowances."""
        self._name.setText(money.title)
        self.lines.show_lines(money.lines)
        self._note.setText(money.note)
        self._note.setVisible(bool(money.note))
        self._fixed_title.setText(money.fixed_title)
        self.fixed.show_lines(money.fixed)
        show_table(self.table, money.months, name=_("Allowances month by month"))
        self.sources.show_sources(money.sources)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        folds = (self.months.head, self.table, self.copy_table, self.where_from.head)
        return list(folds)

    @QtCore.Slot()
    def _on_copy(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self.table.as_text())
        self.copied.emit()


class BorderCard(Card):
    """How near each line is: a sign and the word."""

    def __init__(self) -> None:
        super().__init__(gap=3)
        self.title = Text("", "title")
        self.counters, self.lines = Holder(gap=2), Lines("small")
        self.where_from = Fold(_("Where these limits come from"), "", gap=2)
        self.sources = SourceList(gap=3)
        self.where_from.add(self.sources)
        for widget in (self.title, self.counters, self.lines, self.where_from):
            self.add(widget)

    def show_border(self, border: Border | None) -> None:
        """Show the counters, or nothing at all."""
        self.setVisible(border is not None)
        if border is None:
            return
        self.title.setText(border.title)
        if self.counters.is_old(border.counters):
            self.counters.hold(
                IconLine(one.icon, one.text, "body", ink=one.ink)
                for one in border.counters
            )
        self.lines.show_lines(border.lines)
        self.where_from.setVisible(bool(border.sources))
        self.sources.show_sources(border.sources)
