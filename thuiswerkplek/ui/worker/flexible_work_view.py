"""Asking to work elsewhere or at other times: a date in, the days that matter out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.sizing import height_follows_width
from thuiswerkplek.ui.widgets.tag import Tag
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.agreement_controls import SideBySide, TypedField
from thuiswerkplek.ui.worker.agreement_entries import Entry
from thuiswerkplek.ui.worker.agreement_models import Line, Room

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.flexible_work_models import (
        RequestDay,
        RequestSheet,
        Statement,
    )
    from thuiswerkplek.ui.worker.flexible_work_presenter import FlexibleWorkPresenter

BESIDE_PX = 190


class FlexibleWorkView(Card):
    """Information, marked as such; it keeps nothing."""

    def __init__(self, presenter: FlexibleWorkPresenter) -> None:
        super().__init__(gap=4)
        self._presenter = presenter
        sheet = presenter.sheet()
        line = Line(
            Entry.VALID_FROM, sheet.start_label, Room.DATE, help=sheet.start_help
        )
        self.start = TypedField(line)
        self.statements = Fold(sheet.statements_title, "", gap=2)
        self._days = QtWidgets.QWidget()
        self._ground, self._remark = Text("", "small"), Text("", "strong")
        self._told = QtWidgets.QWidget()
        self._build(sheet)
        self.start.edited.connect(self._on_start)
        self.show_sheet()

    def _build(self, sheet: RequestSheet) -> None:
        self.add(Text(sheet.title, "title"))
        self.add(IconLine("info", sheet.information, "strong", ink="accent"))
        self.add(Text(sheet.text))
        self.add(self.start)
        self._days_column = Column(gap=2, items=[self._days, self._remark])
        self._days_column.addWidget(self._ground)
        self.body.addLayout(self._days_column)
        self.statements.add(self._told)
        self.add(self.statements)

    def show_sheet(self) -> None:
        """Show the days for the start that was typed."""
        sheet = self._presenter.sheet()
        self.start.set_text(sheet.start)
        self.start.complain(sheet.problem)
        for label, text in ((self._ground, sheet.ground), (self._remark, sheet.remark)):
            label.setText(text)
            label.setVisible(bool(text))
        days = SideBySide(tuple(map(_day, sheet.days)), least=BESIDE_PX)
        days.setVisible(bool(sheet.days))
        self._days = _put(self._days_column, self._days, days)
        self._told = _put(self.statements.body, self._told, _told(sheet.statements))

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [self.start.edit, self.statements.head]

    @QtCore.Slot()
    def _on_start(self) -> None:
        self._presenter.choose_start(self.start.text())
        self.show_sheet()


def _day(day: RequestDay) -> QtWidgets.QWidget:
    whole = QtWidgets.QWidget()
    height_follows_width(whole)
    column = Column(whole, gap=0, items=[Text(day.label, "strong")])
    column.addStretch(1)  # so that the days stand on one line
    column.addWidget(Text(day.day))
    return whole


def _told(statements: tuple[Statement, ...]) -> QtWidgets.QWidget:
    whole = QtWidgets.QWidget()
    column = Column(whole, gap=4)
    for one in statements:
        column.addLayout(_statement(one))
    return whole


def _statement(one: Statement) -> Column:
    mark: QtWidgets.QWidget
    if one.layer:
        mark = Tag(one.layer, one.layer_word)
    else:
        mark = IconLine("info", one.layer_word)
    row = Row(gap=0, items=[mark])
    row.addStretch(1)
    column = Column(gap=1)
    column.addLayout(row)
    column.addWidget(Text(one.text))
    if one.ground:
        column.addWidget(Text(one.ground, "small"))
    return column


def _put(
    column: QtWidgets.QVBoxLayout, old: QtWidgets.QWidget, new: QtWidgets.QWidget
) -> QtWidgets.QWidget:
    """Put a widget in the place of another."""
    index = column.indexOf(old)
    column.removeWidget(old)
    old.hide()
    old.deleteLater()
    column.insertWidget(index, new)
    return new
