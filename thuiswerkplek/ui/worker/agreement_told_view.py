"""An agreement in plain sentences, and what a file says before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.people import REMARK_LENGTH
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.sizing import height_follows_width
from thuiswerkplek.ui.widgets.text import Text, safe
from thuiswerkplek.ui.worker.agreement_controls import SideBySide

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.agreement_models import IncomingSheet, Told

BESIDE_PX = 260
LONGEST = 10 * REMARK_LENGTH  # a group may hold several texts


class ToldView(QtWidgets.QWidget):
    """The sentences of an agreement; a stranger's words are made safe."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        column = Column(self, gap=3)
        if told.title:
            column.addWidget(Text(told.title, "title"))
        lines = [Text(line, "muted") for line in told.lines]
        column.addLayout(Column(gap=0, items=lines))
        if not told.facts:
            column.addWidget(Text(told.nothing))
            return
        blocks = tuple(_Block(label, text) for label, text in told.facts)
        column.addWidget(SideBySide(blocks, least=BESIDE_PX))


class _Block(QtWidgets.QWidget):
    """A group: its name, and its sentences under each other."""

    def __init__(self, label: str, text: str) -> None:
        super().__init__()
        height_follows_width(self)
        words = Text(safe(text, limit=LONGEST))
        column = Column(self, gap=0, items=[Text(label, "strong"), words])
        column.addStretch(1)


class AgreementIncomingView(Page):
    """Keeps what a file says, or leaves it.

    Signals:
        kept, left: what was chosen.
    """

    kept = QtCore.Signal()
    left = QtCore.Signal()

    def __init__(self, sheet: IncomingSheet) -> None:
        super().__init__(sheet.title, sheet.lead)
        card = Card()
        card.add(ToldView(sheet.told))
        self.add(card)
        if sheet.remark:
            self.add(IconLine("info", sheet.remark, "body", ink="accent"))
        self.keep = buttons.primary(sheet.keep_word, icon="import")
        self.leave = buttons.secondary(sheet.leave_word)
        self.keep.setVisible(sheet.can_keep)
        self.add(FlowRow([self.keep, self.leave], gap=3))
        self.keep.clicked.connect(self.kept)
        self.leave.clicked.connect(self.left)

    def focus_first(self) -> None:
        """Give the keyboard to the next step."""
        (self.leave if self.keep.isHidden() else self.keep).setFocus()
