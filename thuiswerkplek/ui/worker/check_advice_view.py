"""The panel under an answer that is not fine: what to do, tonight and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets.card import Panel
from thuiswerkplek.ui.widgets.checks import CheckBox
from thuiswerkplek.ui.widgets.fact_lines import FactLines
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.ui.worker.check_models import AdviceCard, Bridge


class BridgeView(QtWidgets.QWidget):
    """A neutral step that the worker may take, with what the employer sees of it."""

    requested = QtCore.Signal(object, bool)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.request = bridge.request
        self.box = CheckBox(bridge.button)
        self._words = Text(role="small")
        Column(self, gap=0, items=[self.box, self._words])
        if bridge.request is None:
            self.box.hide()
        self.show_bridge(bridge)
        self.box.clicked.connect(lambda is_on: self.requested.emit(self.request, is_on))

    def show_bridge(self, bridge: Bridge) -> None:
        """Show whether the request is made."""
        self.box.setChecked(bool(bridge.asked))
        self.box.setAccessibleDescription(bridge.asked or bridge.text)
        self._words.setText(bridge.asked or bridge.text)


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
        self.bridges = [BridgeView(bridge) for bridge in card.bridges]
        for view in self.bridges:
            view.requested.connect(self.requested)
            self.add(view)

    def show_bridges(self, bridges: Iterable[Bridge]) -> None:
        """Show which requests are made now."""
        for view, bridge in zip(self.bridges, bridges, strict=True):
            view.show_bridge(bridge)
