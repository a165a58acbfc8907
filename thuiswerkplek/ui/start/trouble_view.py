"""The card for when the answers cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.start.centred import Centred
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.text import PlainText, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.ui.start.trouble_presenter import Trouble, TroublePresenter


class TroubleCard(Centred):
    """What happened, and the ways on; `leave` closes the program."""

    def __init__(self, presenter: TroublePresenter, leave: Callable[[], None]) -> None:
        super().__init__()
        self._presenter = presenter
        self._leave = leave
        self._show(presenter.model())

    def _show(self, model: Trouble) -> None:
        self.setAccessibleName(model.title)
        card = Card(gap=4, padding=7)
        card.add(Text(model.title, "page"))
        card.add(PlainText(model.text))
        card.add(Text(model.advice, "muted"))
        self.again = buttons.Button(
            model.again_word, "secondary" if model.copy_word else "primary"
        )
        self.again.clicked.connect(self._on_again)
        self.put_back = buttons.primary(model.copy_word)
        self.put_back.clicked.connect(self._on_put_back)
        self.put_back.setVisible(bool(model.copy_word))
        self.close_button = buttons.quiet(model.close_word)
        self.close_button.clicked.connect(self._on_close)
        card.body.addSpacing(theme.current().space(1))
        card.add(FlowRow([self.put_back, self.again, self.close_button], gap=3))
        self.set_card(card)

    @QtCore.Slot()
    def _on_again(self) -> None:
        self._after(self._presenter.try_again())

    @QtCore.Slot()
    def _on_put_back(self) -> None:
        self._after(self._presenter.put_copy_back())

    @QtCore.Slot()
    def _on_close(self) -> None:
        self._leave()

    def _after(self, still: Trouble | None) -> None:
        if still is not None:
            self._show(still)
            self.again.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
