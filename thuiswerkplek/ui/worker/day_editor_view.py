"""The editor of one day, inline under the calendar: quick kinds, parts and trips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.chip import Chip
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker import day_editor_texts
from thuiswerkplek.ui.worker.day_editor_models import (
    Box,
    Choices,
    TypedDay,
    TypedPart,
    TypedTrip,
)
from thuiswerkplek.ui.worker.day_editor_rows import PartRow, TripRow

if TYPE_CHECKING:
    from thuiswerkplek.domain.daylog import DayKind
    from thuiswerkplek.ui.worker.day_editor_models import EditorSheet, Fault
    from thuiswerkplek.ui.worker.day_editor_presenter import DayEditorPresenter

TAB = QtCore.Qt.FocusReason.TabFocusReason
OF_PARTS = frozenset({Box.TIME, Box.WORKPLACE, Box.COUNTRY})


class DayEditor(Card):
    """The fields of a day; `closed` tells that the keyboard may go back."""

    closed = QtCore.Signal()
    stops_changed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._presenter: DayEditorPresenter | None = None
        self._choices = Choices((), (), (), (), ())
        self.chips: dict[DayKind, Chip] = {}
        self.parts: list[PartRow] = []
        self.trips: list[TripRow] = []
        self._build()
        self.hide()

    # Layout

    def _build(self) -> None:
        self.title, self._status = Text("", "title"), Text("", "muted")
        self.confirm = buttons.secondary(_("Confirm"))
        self._kinds = FlowRow()
        self._parts, self._trips = Column(gap=3), Column(gap=3)
        self.together = Text("", "small")
        self.add_part = buttons.secondary(_("Add part"))
        self.add_trip = buttons.secondary(_("Add trip"))
        self.abroad = Disclosure(_("Abroad"))
        self.abroad.add(
            Text(
                _(
                    "The country in two letters, such as BE for Belgium. Empty is the"
                    " Netherlands."
                ),
                "small",
            )
        )
        self.parts_problem, self.trips_problem = _problem(), _problem()
        self.save = buttons.primary(_("Save"))
        self.clear = buttons.secondary(_("Clear"))
        self.close_button = buttons.quiet(_("Close"))
        self.body.addLayout(Column(gap=1, items=[self.title, self._status]))
        self.add(FlowRow([self.confirm]))
        self.add(self._kinds)
        self.body.addLayout(self._parts)
        for widget in (
            *(self.parts_problem, self.together),
            *(FlowRow([self.add_part]), self.abroad),
        ):
            self.add(widget)
        self._trips_title = Text(_("Trips"), "strong")
        self.add(self._trips_title)
        self.body.addLayout(self._trips)
        for widget in (self.trips_problem, FlowRow([self.add_trip])):
            self.add(widget)
        self.add(FlowRow([self.save, self.clear, self.close_button], gap=3))

    def connect_to(self, presenter: DayEditorPresenter) -> None:
        """Let a presenter hear what is asked here."""
        self._presenter = presenter
        self.confirm.clicked.connect(presenter.confirm)
        self.save.clicked.connect(presenter.save)
        self.clear.clicked.connect(presenter.clear)
        self.close_button.clicked.connect(presenter.close)
        self.abroad.toggled.connect(self._on_abroad)
        self.add_part.clicked.connect(self._on_add_part)
        self.add_trip.clicked.connect(self._on_add_trip)

    # Screen of the presenter

    def show_editor(self, sheet: EditorSheet) -> None:
        """Show a day with its fields."""
        had_confirm = self.confirm.hasFocus()
        self._choices = sheet.choices
        self.setAccessibleName(sheet.title)
        self.title.setText(sheet.title)
        self._status.setText(sheet.status)
        self._show_kinds(sheet)
        self._show_rows(sheet.typed)
        self.clear.setVisible(sheet.can_clear)
        if had_confirm and not sheet.can_confirm:
            self.save.setFocus(TAB)
        self.confirm.setVisible(sheet.can_confirm)
        self.confirm.setAccessibleDescription(sheet.status)
        self.show_faults(())
        self.show()
        self._changed()

    def _show_kinds(self, sheet: EditorSheet) -> None:
        for one in sheet.kinds:
            chip = self.chips.get(one.kind)
            if chip is None:
                chip = Chip(one.text, spoken=one.spoken, is_chosen=one.is_chosen)
                chip.clicked.connect(
                    lambda _on=False, kind=one.kind: self._on_kind(kind)
                )
                self.chips[one.kind] = chip
                self._kinds.add(chip)
            chip.show_state(one.text, spoken=one.spoken, is_chosen=one.is_chosen)

    def _show_rows(self, typed: TypedDay) -> None:
        for row in (*self.parts, *self.trips):
            row.hide()
            row.deleteLater()
        self.parts, self.trips = [], []
        for part in typed.parts:
            self._add_part(part)
        for trip in typed.trips:
            self._add_trip(trip)
        self.abroad.set_open(any(part.country for part in typed.parts))

    def close_editor(self) -> None:
        """Show no day."""
        self.hide()
        self.closed.emit()

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Say what is wrong beside the fields, with the keyboard at the first."""
        for row in (*self.parts, *self.trips):
            row.content_again()
        self.parts_problem.hide()
        self.trips_problem.hide()
        wrong = [self._complain(fault) for fault in faults]
        if wrong:
            wrong[0].setFocus(TAB)

    def _complain(self, fault: Fault) -> QtWidgets.QWidget:
        if fault.box in {Box.PARTS, Box.TRIPS}:
            is_parts = fault.box is Box.PARTS
            label = self.parts_problem if is_parts else self.trips_problem
            label.setText(fault.text)
            label.show()
            button = self.add_part if is_parts else self.add_trip
            return self.parts[0].time.edit if is_parts and self.parts else button
        if fault.box is Box.COUNTRY:
            self.abroad.set_open(True)
        row: PartRow | TripRow
        if fault.box in OF_PARTS:
            row = self.parts[fault.number]
        else:
            row = self.trips[fault.number]
        return row.complain(fault.box, fault.text)

    def typed(self) -> TypedDay:
        """Return what stands in the fields."""
        return TypedDay(
            tuple(row.typed() for row in self.parts),
            tuple(row.typed() for row in self.trips),
        )

    # Rows

    def _add_part(self, part: TypedPart) -> PartRow:
        row = PartRow(self._choices)
        row.show_part(part)
        row.set_abroad(is_abroad=self.abroad.is_open())
        row.edited.connect(self._on_edited)
        row.removed.connect(lambda: self._remove_part(row))
        self.parts.append(row)
        self._parts.addWidget(row)
        row.show()  # now, so that it can take the keyboard
        return row

    def _add_trip(self, trip: TypedTrip) -> TripRow:
        row = TripRow(self._choices)
        row.show_trip(trip)
        row.removed.connect(lambda: self._remove_trip(row))
        self.trips.append(row)
        self._trips.addWidget(row)
        row.show()
        return row

    def _remove_part(self, row: PartRow) -> None:
        self.add_part.setFocus(TAB)
        self.parts.remove(row)
        _drop(row)
        self._changed()

    def _remove_trip(self, row: TripRow) -> None:
        self.add_trip.setFocus(TAB)
        self.trips.remove(row)
        _drop(row)
        self._changed()

    def _changed(self) -> None:
        """Number the rows anew, and let the keyboard find them in their order."""
        for number, part in enumerate(self.parts, 1):
            part.show_name(day_editor_texts.part_name(number))
        for number, trip in enumerate(self.trips, 1):
            trip.show_name(day_editor_texts.trip_name(number))
        self._on_edited()
        chain(self.stops())
        self.stops_changed.emit()

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return [
            *(self.confirm, *self.chips.values()),
            *(stop for row in self.parts for stop in row.stops()),
            *(self.add_part, self.abroad.head),
            *(stop for row in self.trips for stop in row.stops()),
            *(self.add_trip, self.save, self.clear, self.close_button),
        ]

    def focus_first(self) -> None:
        """Give the keyboard to the kind of day, the first thing to say."""
        chosen = [chip for chip in self.chips.values() if chip.isChecked()]
        for chip in [*chosen, *self.chips.values()][:1]:
            chip.setFocus(TAB)

    # What the controls do

    def _on_kind(self, kind: DayKind) -> None:
        if self._presenter is not None:
            self._presenter.choose(kind)

    @QtCore.Slot(bool)
    def _on_abroad(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's way
        for row in self.parts:
            row.set_abroad(is_abroad=is_open)

    @QtCore.Slot()
    def _on_edited(self) -> None:
        if self._presenter is not None:
            text = self._presenter.together()
            self.together.setText(text)
            self.together.setVisible(bool(text) and len(self.parts) > 1)

    @QtCore.Slot()
    def _on_add_part(self) -> None:
        if self._presenter is not None:
            row = self._add_part(self._presenter.new_part())
            self._changed()
            row.first().setFocus(TAB)

    @QtCore.Slot()
    def _on_add_trip(self) -> None:
        if self._presenter is not None:
            row = self._add_trip(self._presenter.new_trip())
            self._changed()
            row.first().setFocus(TAB)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self._presenter is not None:
            self._presenter.close()
        else:
            super().keyPressEvent(event)


def _problem() -> Text:
    text = Text("", "small")
    text.set_severity(3)
    text.hide()
    return text


def _drop(row: QtWidgets.QWidget) -> None:
    row.hide()
    row.deleteLater()
