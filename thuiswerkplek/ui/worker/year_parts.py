"""Small parts of the year: lines that change in place, and facts with their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.plain_table import PlainTable
from thuiswerkplek.ui.widgets.stacked_bars import Bar, BarLegend, Mark
from thuiswerkplek.ui.widgets.tag import Tag
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.widgets.wrapping_button import WrappingButton

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thuiswerkplek.ui.widgets.stacked_bars import StackedBars
    from thuiswerkplek.ui.worker.year_models import (
        BarLine,
        Picture,
        Remark,
        Source,
        Table,
    )


class Lines(QtWidgets.QWidget):
    """Texts under each other, changed in place."""

    def __init__(self, role: str = "body", *, gap: int = 1) -> None:
        super().__init__()
        self._role = role
        self._column = Column(self, gap=gap)
        self.texts: list[Text] = []
        _low(self)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines and no others."""
        while len(self.texts) < len(lines):
            self.texts.append(PlainText("", self._role))
            self._column.addWidget(self.texts[-1])
        for number, text in enumerate(self.texts):
            is_used = number < len(lines)
            text.setText(lines[number] if is_used else "")
            text.setVisible(is_used)
        self.setVisible(bool(lines))


class Holder(QtWidgets.QWidget):
    """A place for widgets that are made anew when what they show changed."""

    def __init__(self, *, gap: int = 3) -> None:
        super().__init__()
        self._column = Column(self, gap=gap)
        self._held: list[QtWidgets.QWidget] = []
        self._shown: object = None
        _low(self)

    def is_old(self, shown: object) -> bool:
        """Tell whether something else is shown, and remember what will be."""
        was, self._shown = self._shown, shown
        return was != shown

    def hold(self, widgets: Iterable[QtWidgets.QWidget]) -> None:
        """Put these in the place of what was there."""
        for old in self._held:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._held = list(widgets)
        for widget in self._held:
            self._column.addWidget(widget)
        self.setVisible(bool(self._held))


class SourceList(Holder):
    """Facts with how certain they are; only law has the edge of law."""

    def show_sources(self, sources: tuple[Source, ...]) -> None:
        """Show these facts."""
        if self.is_old(sources):
            self.hold(map(_fact, sources))


def _fact(source: Source) -> QtWidgets.QWidget:
    fact = QtWidgets.QWidget()
    _low(fact)
    head = FlowRow([Text(source.fact, "strong")], gap=3)
    if source.layer:
        head.add(Tag(source.layer, source.layer_word))
    Column(fact, gap=0, items=[head, Text(source.basis, "small")])
    return fact


class PictureCard(Card):
    """A picture with its title, its legend, and the same as a table."""

    def __init__(self, bars: StackedBars) -> None:
        super().__init__(gap=4)
        self.bars, self.legend = bars, BarLegend()
        self._title, self._note = Text("", "title"), Text("", "small")
        self.fold = Fold(_("The same as a table"), "", gap=2)
        self.table = PlainTable("")
        self._shown: Picture | None = None
        self.fold.add(self.table)
        for widget in (self._title, self.legend, self.bars, self._note, self.fold):
            self.add(widget)

    def show_picture(self, picture: Picture) -> None:
        """Show this picture."""
        if picture == self._shown:
            return
        self._shown = picture
        self._title.setText(picture.title)
        self._note.setText(picture.note)
        self._note.setVisible(bool(picture.note))
        self.legend.show_items(picture.legend)
        self.bars.setAccessibleName(picture.title)
        self.bars.show_bars([_bar(line) for line in picture.bars])
        show_table(self.table, picture.table, name=picture.title)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        return [self.fold.head, self.table]


def _bar(line: BarLine) -> Bar:
    marks = tuple(Mark(*mark) for mark in line.marks)
    return Bar(line.label, line.spoken, line.home, line.office, line.other, marks)


def show_table(table: PlainTable, model: Table, *, name: str) -> None:
    """Show a table under a name for screen readers."""
    table.setAccessibleName(name)
    table.show_rows(model.head, model.rows)


class RemarkCard(Card):
    """One remark: what, on whose word, and the check where that helps."""

    wanted = QtCore.Signal()

    def __init__(self, remark: Remark) -> None:
        super().__init__(gap=2)
        self.button: WrappingButton | None = None
        self.add(PlainText(remark.text))
        ground = FlowRow(gap=3)
        if remark.layer:
            ground.add(Tag(remark.layer, remark.layer_word))
        ground.add(Text(remark.ground, "small"))
        self.add(ground)
        if remark.action:
            self.button = WrappingButton(remark.action)
            self.button.setAccessibleName(remark.spoken)
            self.button.clicked.connect(self.wanted)
            self.add(FlowRow([self.button]))


def _low(widget: QtWidgets.QWidget) -> None:
    policy = QtWidgets.QSizePolicy.Policy
    widget.setSizePolicy(policy.Preferred, policy.Minimum)
