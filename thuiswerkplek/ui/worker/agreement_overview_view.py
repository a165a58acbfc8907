"""What holds today, and the versions before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.agreement_told_view import ToldView

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.agreement_models import Overview, VersionLine
    from thuiswerkplek.ui.worker.flexible_work_view import FlexibleWorkView


class AgreementOverviewView(Page):
    """The first sheet of the screen; what it tells is built anew at every change.

    Signals:
        back_wanted, write_wanted, take_in_wanted, talk_wanted: a button was pressed.
        change_wanted, remove_wanted: with the number of a version.
    """

    back_wanted = QtCore.Signal()
    write_wanted = QtCore.Signal()
    take_in_wanted = QtCore.Signal()
    talk_wanted = QtCore.Signal()
    change_wanted = QtCore.Signal(int)
    remove_wanted = QtCore.Signal(int)

    def __init__(self, overview: Overview, flexible: FlexibleWorkView) -> None:
        super().__init__(overview.title, overview.lead)
        self.flexible = flexible
        self.versions: Fold | None = None
        self.changes: dict[int, buttons.Button] = {}
        self.removes: dict[int, buttons.Button] = {}
        self._sheet = QtWidgets.QWidget()
        self._folds = QtWidgets.QWidget()
        self.back = buttons.quiet(overview.back_word, icon="back")
        self.back.setAccessibleName(_("Back to the calendar"))
        self.write = buttons.primary(overview.write_word, icon="edit")
        self.take_in = buttons.secondary(overview.take_in_word, icon="import")
        self.talk = buttons.secondary(overview.talk_word, icon="print")
        self.talk.setAccessibleDescription(overview.talk_help)
        self._build_parts(overview.talk_help)
        self._connect()
        self.show_overview(overview)

    def _build_parts(self, talk_help: str) -> None:
        self.set_action(self.back)
        self.add(self._sheet)
        self.add(FlowRow([self.write, self.take_in, self.talk], gap=3))
        self.add(Text(talk_help, "small"))
        self.add(self._folds)
        self.add(self.flexible)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.write.clicked.connect(self.write_wanted)
        self.take_in.clicked.connect(self.take_in_wanted)
        self.talk.clicked.connect(self.talk_wanted)

    def show_overview(self, overview: Overview) -> None:
        """Show what is known now; an open fold stays open."""
        self.set_words(overview.title, overview.lead)
        self.write.setText(overview.write_word)
        self._sheet = self._in_place_of(self._sheet, self._now(overview))
        self._folds = self._in_place_of(self._folds, self._versions(overview))
        chain(self.stops())

    def _in_place_of(
        self, old: QtWidgets.QWidget, new: QtWidgets.QWidget
    ) -> QtWidgets.QWidget:
        index = self.body.indexOf(old)
        self.body.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.body.insertWidget(index, new)
        return new

    def _now(self, overview: Overview) -> QtWidgets.QWidget:
        card = Card(gap=4)
        if overview.problem:
            card.add(IconLine("warning", overview.problem, "body", ink="severity_2"))
        if overview.now is not None:
            card.add(ToldView(overview.now))
        if overview.nothing_now:
            card.add(Text(overview.nothing_now))
        if overview.reminder is not None:
            role = "strong" if overview.reminder.is_due else "body"
            card.add(IconLine("clock", overview.reminder.text, role, ink="accent"))
        return card

    def _versions(self, overview: Overview) -> QtWidgets.QWidget:
        was_open = self.versions is not None and self.versions.is_open()
        self.versions, self.changes, self.removes = None, {}, {}
        whole = QtWidgets.QWidget()
        column = Column(whole)
        whole.setVisible(bool(overview.versions))
        if overview.versions:
            count = len(overview.versions)
            self.versions = Fold(overview.versions_title, str(count))
            for line in overview.versions:
                self.versions.add(self._version(line))
            self.versions.set_open(was_open)
            column.addWidget(self.versions)
        return whole

    def _version(self, line: VersionLine) -> Fold:
        fold = Fold(line.title, line.note, gap=3)
        fold.add(ToldView(line.told))
        change = buttons.Button(line.change_word, "secondary", name=line.change_spoken)
        remove = buttons.Button(line.remove_word, "quiet", name=line.remove_spoken)
        change.clicked.connect(lambda _on=False: self.change_wanted.emit(line.number))
        remove.clicked.connect(lambda _on=False: self.remove_wanted.emit(line.number))
        self.changes[line.number], self.removes[line.number] = change, remove
        fold.add(FlowRow([change, remove]))
        return fold

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        found: list[QtWidgets.QWidget] = [
            *(self.back, self.write, self.take_in, self.talk)
        ]
        if self.versions is not None:
            found.append(self.versions.head)
            for fold in self.versions.findChildren(Fold):
                found.append(fold.head)
                found += fold.findChildren(buttons.Button)
        return [*found, *self.flexible.stops()]
