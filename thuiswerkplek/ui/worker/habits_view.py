"""The form of a worker's habits: fields that are kept one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.number_field import NumberField
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.worker import habits_texts
from thuiswerkplek.ui.worker.habits_models import Clock, Measure, Pick
from thuiswerkplek.ui.worker.plan_beside import Beside, TopField, tick
from thuiswerkplek.ui.worker.plan_line import LineField

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.habits_models import (
        HabitsSheet,
        NumberBox,
        PeakSheet,
        PickBox,
    )
    from thuiswerkplek.ui.worker.habits_presenter import HabitsPresenter

BESIDE_PX, CLOCK_PX = 256, 104
PAIRS = (
    (Measure.DAY, Measure.FIRST),
    (Pick.MODE, Pick.WORKPLACE),
    (Measure.KM, Measure.TRAVEL),
    (Pick.THERE, Pick.BACK),
)


class HabitNumber(NumberField):
    """A number that may be untold; `cleared` tells that it was emptied."""

    cleared = QtCore.Signal()

    def __init__(
        self, field: Measure, box: NumberBox, presenter: HabitsPresenter
    ) -> None:
        super().__init__(
            "",
            box.low,
            box.high,
            box.step,
            name=habits_texts.label(field),
            decimals=box.decimals,
            check=partial(presenter.problem, field),
        )
        self.edit.editingFinished.connect(self._on_emptied)

    @QtCore.Slot()
    def _on_emptied(self) -> None:
        is_empty = not self.edit.text().strip() and self.problem() is None
        if is_empty and self.value() is not None:
            self.set_value(None)
            self.cleared.emit()

    def show_value(self, value: float | None) -> None:
        """Show another number; what was typed wrong stays until it is put right."""
        if value != self.value():
            self.set_value(value)

    def set_steppable(self, *, can_step: bool) -> None:
        """Show the buttons that step, or leave their room to the number."""
        self.less.setVisible(can_step)
        self.more.setVisible(can_step)


class HabitsForm(Card):
    """How days usually go, the way to work, and behind a fold what is seldom set."""

    def __init__(self, presenter: HabitsPresenter) -> None:
        super().__init__(gap=5)
        self._presenter = presenter
        self.numbers: dict[Measure, HabitNumber] = {}
        self.picks: dict[Pick, Select] = {}
        self.clocks: dict[Clock, LineField] = {}
        self._fields: dict[Measure | Pick, TopField] = {}
        self._build(presenter.sheet())
        self._connect()

    # Layout

    def _build(self, sheet: HabitsSheet) -> None:
        self.add(Text(_("How your days usually go"), "title"))
        self.add(
            Text(
                _(
                    "One click fills a day in like this. Every change is kept at once;"
                    " days that are in the calendar stay as they are."
                )
            )
        )
        for pair in PAIRS:
            fields = tuple(self._field(field, sheet) for field in pair)
            self.add(Beside(fields, least=BESIDE_PX))
        self.more = Fold(_("Holidays and peaks"), "", gap=5)
        self.more.add(self._field(Pick.MAY_5, sheet))
        self.good_friday = tick(habits_texts.good_friday())
        self.more.add(self.good_friday)
        self.more.body.addLayout(self._peaks())
        self.add(self.more)

    def _field(self, field: Measure | Pick, sheet: HabitsSheet) -> TopField:
        control: QtWidgets.QWidget
        if isinstance(field, Measure):
            control = HabitNumber(field, sheet.numbers[field], self._presenter)
            self.numbers[field] = control
        else:
            control = self.picks[field] = Select(name=habits_texts.label(field))
        label = habits_texts.label(field)
        self._fields[field] = TopField(label, control, habits_texts.help_text(field))
        return self._fields[field]

    def _peaks(self) -> Column:
        self.usual = PlainText("", "small")
        self.own_peaks = tick(habits_texts.own_peaks())
        fields = []
        for clock in Clock:
            label = habits_texts.label(clock)
            self.clocks[clock] = LineField(name=label, width=CLOCK_PX)
            fields.append(TopField(label, self.clocks[clock]))
        self.times = Beside(tuple(fields), least=BESIDE_PX)
        why = Text(
            _("Used when a list of days has clock times; your days keep none."), "small"
        )
        column = Column(gap=1, items=[Text(_("Peaks"), "strong"), why, self.usual])
        column.addWidget(self.own_peaks)
        column.addWidget(self.times)
        return column

    def _connect(self) -> None:
        for field, number in self.numbers.items():
            number.committed.connect(partial(self._presenter.set_number, field))
            number.cleared.connect(partial(self._presenter.set_number, field, None))
        for pick, select in self.picks.items():
            select.activated.connect(partial(self._on_picked, pick))
        for clock, line in self.clocks.items():
            line.typed.connect(partial(self._presenter.set_clock, clock))
        self.good_friday.clicked.connect(self._on_good_friday)
        self.own_peaks.clicked.connect(self._on_own_peaks)

    # What is known now

    def show_sheet(self, sheet: HabitsSheet) -> None:
        """Show what is kept; what is being typed stays."""
        for field, number in self.numbers.items():
            box = sheet.numbers[field]
            number.show_value(box.value)
            note = box.note or habits_texts.help_text(field)
            self._fields[field].help.setText(note)
        for pick, select in self.picks.items():
            _fill(select, sheet.picks[pick])
            self._fields[pick].setVisible(sheet.picks[pick].is_shown)
        self.good_friday.setChecked(sheet.good_friday)
        self._show_peaks(sheet.peaks)

    def _show_peaks(self, peaks: PeakSheet) -> None:
        self.usual.setText(peaks.usual)
        self.own_peaks.setChecked(peaks.has_own)
        self.times.setVisible(peaks.has_own)
        for clock, line in self.clocks.items():
            line.show_box(peaks.clocks[clock])

    def set_steppable(self, *, can_step: bool) -> None:
        """Show the buttons that step a number where there is room."""
        for number in self.numbers.values():
            number.set_steppable(can_step=can_step)

    # What the fields do

    def _on_picked(self, pick: Pick, at: int) -> None:
        self._presenter.choose(pick, str(self.picks[pick].itemData(at)))

    @QtCore.Slot(bool)
    def _on_good_friday(self, is_off: bool) -> None:  # noqa: FBT001 - Qt's way
        self._presenter.set_good_friday(is_off=is_off)

    @QtCore.Slot(bool)
    def _on_own_peaks(self, has_own: bool) -> None:  # noqa: FBT001 - Qt's way
        self._presenter.set_own_peaks(has_own=has_own)


def _fill(select: Select, box: PickBox) -> None:
    """Show the choices, made anew only when they differ."""
    rows = range(select.count())
    known = tuple((str(select.itemData(row)), select.itemText(row)) for row in rows)
    if known != box.items:
        select.clear()
        for code, word in box.items:
            select.addItem(word, code)
        select.updateGeometry()
    select.setCurrentIndex(select.findData(box.current))
