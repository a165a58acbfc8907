"""The panel under an answer that is not fine: what to do, tonight, by whom, at what cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Panel
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.ui.worker.check_models import AdviceCard, Bridge


class FactLines(QtWidgets.QWidget):
    """Short lines of a label and its text, the labels in one column."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        top = QtCore.Qt.AlignmentFlag.AlignTop
        for row, (label, text) in enumerate(lines):
            name = Text(label, "strong")
            name.setWordWrap(False)
            grid.addWidget(name, row, 0, top)
            grid.addWidget(Text(text), row, 1)


class BridgeView(QtWidgets.QWidget):
    """A neutral step that the worker may take, with what the employer sees of it."""

    requested = QtCore.Signal(object, bool)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        column = Column(self, gap=2)
        if bridge.request is not None:
            column.addLayout(self._choice(bridge, bridge.request))
        column.addWidget(Text(bridge.text, "small"))

    def _choice(self, bridge: Bridge, request: Request) -> Row:
        row = Row(gap=3)
        if bridge.asked:
            words = Text(f"✓ {bridge.button}. {bridge.asked}")
            words.set_severity(0)
            row.addWidget(words, 1)
        button = buttons.secondary(bridge.take_back if bridge.asked else bridge.button)
        wanted = not bridge.asked
        button.clicked.connect(lambda: self.requested.emit(request, wanted))
        row.addWidget(button)
        if not bridge.asked:
            row.addStretch(1)
        return row


class AdviceView(Panel):
    """The advice on one answer; `requested` tells a neutral request and its wish."""

    requested = QtCore.Signal(object, bool)

    def __init__(self, card: AdviceCard) -> None:
        super().__init__(card.severity, card.word, gap=3)
        self.setAccessibleName(card.spoken)
        self.add(Text(card.advice, "body"))
        if card.personal:
            self.add(Text(card.personal, "strong"))
        self.add(FactLines(card.lines))
        for bridge in card.bridges:
            view = BridgeView(bridge)
            view.requested.connect(self.requested)
            self.add(view)
