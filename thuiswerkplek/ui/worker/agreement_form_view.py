"""The form *Agreement*: fields in folds, made from what the presenter names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.agreement import Basis, HomeDay
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.worker.agreement_controls import SideBySide, TypedField
from thuiswerkplek.ui.worker.agreement_draft import Choice, Draft
from thuiswerkplek.ui.worker.agreement_items import ItemLines
from thuiswerkplek.ui.worker.agreement_models import (
    Group,
    Items,
    Line,
    Options,
    Pair,
    Part,
    Refusals,
    Remark,
    Weekdays,
)
from thuiswerkplek.ui.worker.agreement_weekdays import WeekdayRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thuiswerkplek.ui.worker.agreement_entries import Entry
    from thuiswerkplek.ui.worker.agreement_models import FormSheet

    Control = TypedField | WeekdayRow | ItemLines

BESIDE_PX = 250
ROOM = (2, 0, 0, 6)  # of an open group, in steps


class AgreementFormView(Page):
    """Fields to fill in; nothing is kept before it is saved.

    Signals:
        saved, left: with the form as it stands.
        edited: a field is done; with the form as it stands.
    """

    saved = QtCore.Signal(object)
    left = QtCore.Signal(object)
    edited = QtCore.Signal(object)

    def __init__(self, sheet: FormSheet) -> None:
        super().__init__(sheet.title, sheet.lead)
        self.controls: dict[Entry, Control] = {}
        self.choices: dict[Choice, Select] = {}
        self.folds: dict[str, Fold] = {}
        self._fold_of: dict[Entry, Fold] = {}
        self._beside: dict[Entry, Entry] = {}
        self._titles: dict[str, str] = {}
        self._build_parts(sheet)
        self._fill(sheet.draft)
        self._connect()

    def _build_parts(self, sheet: FormSheet) -> None:
        card = Card(gap=4)
        for part in sheet.first:
            card.add(self._made(part))
        self.add(card)
        folds = Column(gap=0)
        for group in sheet.groups:
            folds.addWidget(self._fold(group))
        self.add_layout(folds)
        if sheet.kept:
            kept = Card(gap=1, quiet=True)
            kept.add(Text(sheet.kept_title, "strong"))
            for line in sheet.kept:
                kept.add(PlainText(f"– {line}"))
            self.add(kept)
        self.problem = Text()
        self.problem.set_severity(3)
        self.problem.hide()
        self.save = buttons.primary(sheet.save_word, icon="save")
        self.leave = buttons.quiet(sheet.leave_word)
        self.add(self.problem)
        self.add(FlowRow([self.save, self.leave], gap=3))

    def _fold(self, group: Group) -> Fold:
        fold = Fold(group.title, "", gap=5)
        fold.body.set_margins(ROOM)
        before = set(self.controls)
        for part in group.parts:
            fold.add(self._made(part))
        self.folds[group.code] = fold
        self._titles[group.code] = group.title
        self._fold_of |= dict.fromkeys(self.controls.keys() - before, fold)
        return fold

    def _made(self, part: Part) -> QtWidgets.QWidget:
        match part:
            case Pair():
                one, other = part.first.entry, part.second.entry
                self._beside |= {one: other, other: one}
                fields = (self._made(part.first), self._made(part.second))
                return SideBySide(fields, least=BESIDE_PX)
            case Options():
                return self._made_choice(part)
            case Remark():
                return Text(part.text, "small")
            case _:
                return self._made_control(part)

    def _made_control(self, part: Line | Weekdays | Items) -> QtWidgets.QWidget:
        control: Control
        match part:
            case Line():
                control = TypedField(part)
            case Weekdays():
                control = WeekdayRow(part)
            case Items():
                control = ItemLines(part)
        self.controls[part.entry] = control
        return control

    def _made_choice(self, part: Options) -> QtWidgets.QWidget:
        select = Select()
        for code, word in part.items:
            select.addItem(word, code)
        self.choices[part.choice] = select
        return Field(part.label, select)

    def _fill(self, draft: Draft) -> None:
        for entry, control in self.controls.items():
            match control:
                case TypedField():
                    control.set_text(draft.texts.get(entry, ""))
                case WeekdayRow():
                    control.set_days(draft.weekdays.get(entry, ()))
                case ItemLines():
                    control.set_items(draft.items)
        for choice, code in (
            (Choice.HOME_DAY, draft.home_day),
            (Choice.BASIS, draft.basis),
        ):
            select = self.choices[choice]
            select.setCurrentIndex(select.findData(code.value))

    def _connect(self) -> None:
        for control in self.controls.values():
            control.edited.connect(self._on_edited)
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self._on_leave)

    def draft(self) -> Draft:
        """Return the form as it stands."""
        found = self.controls.items()
        lines = [one for one in self.controls.values() if isinstance(one, ItemLines)]
        return Draft(
            texts={
                entry: one.text() for entry, one in found if isinstance(one, TypedField)
            },
            weekdays={
                entry: one.days() for entry, one in found if isinstance(one, WeekdayRow)
            },
            home_day=HomeDay(self.choices[Choice.HOME_DAY].currentData()),
            basis=Basis(self.choices[Choice.BASIS].currentData()),
            items=tuple(item for one in lines for item in one.items()),
        )

    def show_notes(self, notes: Mapping[str, str]) -> None:
        """Say how much of every group is filled in."""
        for code, note in notes.items():
            self.folds[code].head.show_words(self._titles[code], note)

    def open_first(self) -> None:
        """Open the first group, and give the keyboard to the first field."""
        next(iter(self.folds.values())).set_open(True)
        next(iter(self.controls.values())).focus()

    def show_refusals(self, refusals: Refusals) -> None:
        """Say beside the fields what is wrong, and go to the first of them."""
        self.problem.setText(refusals.summary)
        self.problem.setVisible(bool(refusals.texts))
        wrong = []
        for entry, control in self.controls.items():
            text = refusals.texts.get(entry, "")
            if isinstance(control, TypedField):
                is_beside = self._beside.get(entry) in refusals.texts
                control.complain(text, leaves_room=is_beside)
            else:
                control.complain(text)
            if text:
                wrong.append(control)
                if entry in self._fold_of:
                    self._fold_of[entry].set_open(True)
        if wrong:
            wrong[0].focus()
            QtCore.QTimer.singleShot(0, self, lambda: self._show_control(wrong[0]))

    def _show_control(self, control: QtWidgets.QWidget) -> None:
        self.ensureWidgetVisible(control, 0, theme.current().space(6))

    @QtCore.Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.draft())

    @QtCore.Slot()
    def _on_save(self) -> None:
        self.saved.emit(self.draft())

    @QtCore.Slot()
    def _on_leave(self) -> None:
        self.left.emit(self.draft())
