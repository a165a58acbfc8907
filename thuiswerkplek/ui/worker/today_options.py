"""Rows of small choices on *Vandaag*: the other days, and what is asked about a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.chip import Chip
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.number_field import NumberField, read
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.today_models import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.ui.worker.today_models import Option, Question, WayWords


class OptionRow(FlowRow):
    """Chips of which at most one is chosen; those that stay are not made anew."""

    chosen = QtCore.Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[str, Chip] = {}

    def show_options(self, options: Sequence[Option]) -> None:
        """Show these choices."""
        if tuple(self.chips) != tuple(option.code for option in options):
            self._make(options)
        for one in options:
            chip = self.chips[one.code]
            chip.show_state(one.text, spoken=one.spoken, is_chosen=one.is_chosen)
        self.setVisible(bool(options))

    def _make(self, options: Sequence[Option]) -> None:
        self.clear()
        self.chips = {}
        for one in options:
            chip = Chip(one.text, spoken=one.spoken, is_chosen=one.is_chosen)
            chip.clicked.connect(
                lambda _on=False, code=one.code: self.chosen.emit(code)
            )
            self.chips[one.code] = chip
            self.add(chip)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return list(self.chips.values())


class QuestionList(FlowRow):
    """Small questions about the day, each with its choices."""

    answered = QtCore.Signal(Asked, str)

    def __init__(self) -> None:
        super().__init__(gap=6)
        self.rows: dict[Asked, OptionRow] = {}
        self._blocks: dict[Asked, QtWidgets.QWidget] = {}
        self._labels: dict[Asked, Text] = {}
        for asked in Asked:
            self.add(self._block(asked))

    def _block(self, asked: Asked) -> QtWidgets.QWidget:
        block = QtWidgets.QWidget()
        label, row = Text("", "strong"), OptionRow()
        Column(block, gap=2, items=[label, row])
        row.chosen.connect(lambda code: self.answered.emit(asked, code))
        self._labels[asked], self.rows[asked] = label, row
        self._blocks[asked] = block
        return block

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show what is asked now."""
        by_kind = {question.asked: question for question in questions}
        for asked, block in self._blocks.items():
            question = by_kind.get(asked)
            if question is not None:
                self._labels[asked].setText(question.text)
            self.rows[asked].show_options(() if question is None else question.options)
            block.setVisible(question is not None)
        self.setVisible(bool(questions))

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [stop for row in self.rows.values() for stop in row.stops()]


class WayForm(QtWidgets.QWidget):
    """Asks once for the usual way to work."""

    kept = QtCore.Signal(str, object, object)
    put_off = QtCore.Signal()

    def __init__(self, form: WayWords) -> None:
        super().__init__()
        self.setAccessibleName(form.title)
        self.mode = Select()
        self.mode.addItem(form.mode_none, "")
        for one in form.modes:
            self.mode.addItem(one.text, one.code)
        self.km = _number(form.most_km, form.km_label, decimals=1)
        self.minutes = _number(form.most_minutes, form.minutes_label, decimals=0)
        self.keep = buttons.secondary(form.keep)
        self.later = buttons.quiet(form.later)
        self._build(form)
        self.keep.clicked.connect(self._on_keep)
        self.later.clicked.connect(self.put_off)

    def _build(self, form: WayWords) -> None:
        head = Column(
            gap=1, items=[Text(form.title, "title"), Text(form.text, "muted")]
        )
        fields = FlowRow(gap=6)
        fields.add(Field(form.mode_label, self.mode))
        for label, field in (
            (form.km_label, self.km),
            (form.minutes_label, self.minutes),
        ):
            labelled = Field(label, field)
            labelled.label.setBuddy(field.edit)
            fields.add(labelled)
        column = Column(self, gap=4)
        column.addLayout(head)
        column.addWidget(fields)
        column.addWidget(FlowRow([self.keep, self.later]))

    def _on_keep(self) -> None:
        if self.km.problem() or self.minutes.problem():
            return
        km, minutes = read(self.km.edit.text()), read(self.minutes.edit.text())
        self.kept.emit(self.mode.currentData(), km, minutes)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [self.mode, self.km.edit, self.minutes.edit, self.keep, self.later]


def _number(most: int, name: str, *, decimals: int) -> NumberField:
    """Return a field to type in, without the steps that make it wide."""
    field = NumberField("", 0, most, name=name, decimals=decimals)
    field.less.hide()
    field.more.hide()
    return field


class NamedOptions(QtWidgets.QWidget):
    """A name, a quieter line when there is one, and choices under it."""

    chosen = QtCore.Signal(str)

    def __init__(self, name: str, note: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.row = OptionRow()
        self.row.show_options(options)
        self.row.chosen.connect(self.chosen)
        words = Column(gap=0, items=[Text(name, "strong")])
        if note:
            words.addWidget(Text(note, "muted"))
        column = Column(self, gap=1)
        column.addLayout(words)
        column.addWidget(self.row)
