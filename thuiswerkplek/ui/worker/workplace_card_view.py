"""One workplace on the list, with what can be done about it on the card itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.choice_tile import ChoiceTile
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.progress_bar import ProgressBar
from thuiswerkplek.ui.widgets.severity_mark import SeverityMark
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.worker.workplace_models import Doing

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.workplace_models import PlaceCard, Repeat


class PlaceView(Card):
    """One workplace's card; its signals are what the worker wants with it."""

    went_on = QtCore.Signal()
    result_wanted = QtCore.Signal()
    doing_started = QtCore.Signal(object)
    doing_stopped = QtCore.Signal()
    renamed = QtCore.Signal(str)
    removed = QtCore.Signal()
    repeated = QtCore.Signal(bool)

    def __init__(self, card: PlaceCard, repeat: Repeat) -> None:
        super().__init__(gap=4)
        self._card, self._repeat = card, repeat
        self.focus_on: QtWidgets.QWidget | None = None
        self.main: buttons.Button | None = None
        self.setAccessibleName(card.name)
        if card.doing is Doing.RENAMING:
            self._add_renaming()
        else:
            self.add(PlainText(card.name, "title"))
        self._add_standing()
        if card.doing is Doing.REMOVING:
            self._add_removing()
        elif card.doing is Doing.REPEATING:
            self._add_repeating()
        elif card.doing is None:
            self._add_actions()

    def _add_standing(self) -> None:
        card = self._card
        if card.done:
            bar = ProgressBar(name=_("Progress of the check"))
            bar.show_progress(card.done, card.total, card.progress)
            self.add(bar)
        facts = Column(gap=1)
        if card.severity is not None:
            mark = SeverityMark(card.severity, card.findings)
            facts.addWidget(mark, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        for line in (card.checked, *card.equipment):
            facts.addWidget(Text(line, "muted"))
        self.body.addLayout(facts)

    def _add_actions(self) -> None:
        card = self._card
        kind = "primary" if card.is_main else "secondary"
        self.main = buttons.Button(card.action, kind)
        self.main.setAccessibleName(f"{card.action}: {card.name}")
        self.main.clicked.connect(self.went_on)
        row = FlowRow([self.main])
        for text, act in (
            (card.check_again, lambda: self.doing_started.emit(Doing.REPEATING)),
            (card.see_result, self.result_wanted.emit),
            (_("Rename"), lambda: self.doing_started.emit(Doing.RENAMING)),
            (_("Remove"), lambda: self.doing_started.emit(Doing.REMOVING)),
        ):
            if text:
                button = buttons.quiet(text)
                button.setAccessibleName(f"{text}: {card.name}")
                button.clicked.connect(act)
                row.add(button)
        self.add(row)

    def _add_renaming(self) -> None:
        self.name = QtWidgets.QLineEdit(self._card.name)
        self.name.selectAll()
        self.add(Field(_("Name of this workplace"), self.name))
        keep = buttons.secondary(_("Keep this name"))
        stop = buttons.quiet(_("Leave it"))
        keep.clicked.connect(lambda: self.renamed.emit(self.name.text()))
        self.name.returnPressed.connect(lambda: self.renamed.emit(self.name.text()))
        stop.clicked.connect(self.doing_stopped)
        self._add_row(keep, stop)
        self.focus_on = self.name

    def _add_removing(self) -> None:
        self.add(Text(self._card.removal, "strong"))
        remove = buttons.danger(_("Remove this workplace"))
        keep = buttons.secondary(_("Keep it"))
        remove.clicked.connect(self.removed)
        keep.clicked.connect(self.doing_stopped)
        self._add_row(remove, keep)
        self.focus_on = keep

    def _add_repeating(self) -> None:
        words = self._repeat
        self.add(Text(words.text, "strong"))
        with_answers = ChoiceTile(words.carry_over, words.carry_over_help)
        empty = ChoiceTile(words.empty, words.empty_help)
        with_answers.clicked.connect(lambda: self.repeated.emit(True))  # noqa: FBT003
        empty.clicked.connect(lambda: self.repeated.emit(False))  # noqa: FBT003
        self.add(EvenRow((with_answers, empty)))
        stop = buttons.quiet(words.keep)
        stop.clicked.connect(self.doing_stopped)
        self._add_row(stop)
        self.focus_on = with_answers

    def _add_row(self, *row: QtWidgets.QWidget) -> None:
        self.add(FlowRow(row))
        if self._card.problem:
            problem = Text(self._card.problem)
            problem.set_severity(3)
            self.add(problem)
