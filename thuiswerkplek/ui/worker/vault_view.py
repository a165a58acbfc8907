"""The card before the private questions: how their answers are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.vault_models import VaultCard


class VaultView(Card):
    """Says why the private questions wait and offers the ways on.

    Signals:
        confirmed: a passphrase and the same again, empty where it is not asked twice.
        put_back, not_kept, retried, anew, skipped: the other ways.
    """

    confirmed = QtCore.Signal(str, str)
    put_back = QtCore.Signal()
    not_kept = QtCore.Signal()
    retried = QtCore.Signal()
    anew = QtCore.Signal()
    skipped = QtCore.Signal()

    def __init__(self, card: VaultCard) -> None:
        super().__init__(gap=4)
        self._card = card
        self.passphrase, self.repeat = _secret(), _secret()
        word = card.confirm or card.put_back or card.retry
        self.confirm = buttons.primary(word, icon="undo" if card.put_back else "key")
        self.problem = Text()
        self.ways: list[QtWidgets.QAbstractButton] = []
        self.add(Text(card.title, "title"))
        self.add(Text(card.text))
        self._add_steps()
        self._add_fields()
        self._add_confirm()
        self._add_others()
        self._connect()
        self.show_problem(card.problem)

    def _add_steps(self) -> None:
        if self._card.steps:
            steps = [Text(f"{n}. {step}") for n, step in enumerate(self._card.steps, 1)]
            self.body.addLayout(Column(gap=1, items=steps))

    def _add_fields(self) -> None:
        card = self._card
        if card.passphrase:
            self.add(Field(card.passphrase, self.passphrase, card.passphrase_help))
        if card.repeat:
            self.add(Field(card.repeat, self.repeat))
        if card.warning:
            self.add(Text(card.warning, "small"))

    def _add_confirm(self) -> None:
        # Below it and not beside it: at 200 % there is no room for both.
        self.body.addLayout(Column(gap=2, items=[self.confirm, self.problem]))

    def _add_others(self) -> None:
        card = self._card
        self.add(Text(card.other_title, "strong"))
        for text, help_text, signal in (
            (card.retry if card.put_back else "", "", self.retried),
            (card.anew, card.anew_help, self.anew),
            (card.not_kept, card.not_kept_help, self.not_kept),
            (card.skip, card.skip_help, self.skipped),
        ):
            if text:
                self._add_way(text, help_text, signal)

    def _add_way(
        self, text: str, help_text: str, signal: QtCore.SignalInstance
    ) -> None:
        button = buttons.secondary(text)
        button.setAccessibleDescription(help_text)
        button.clicked.connect(lambda _on=False: signal.emit())
        self.ways.append(button)
        way = Column(gap=1, items=[button])
        if help_text:
            way.addWidget(Text(help_text, "small"))
        self.body.addLayout(way)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._on_confirm)
        for edit in (self.passphrase, self.repeat):
            edit.returnPressed.connect(self._on_confirm)

    def start(self) -> QtWidgets.QWidget:
        """Return where the keyboard begins."""
        return self.passphrase if self._card.passphrase else self.confirm

    def show_busy(self) -> None:
        """Say that it takes a moment, and take no more presses."""
        self._say(self._card.busy, None)
        self._set_enabled(is_on=False)

    def show_problem(self, problem: str) -> None:
        """Say what went wrong, if anything, and let the worker try again."""
        self._say(problem, 3)
        self.passphrase.setAccessibleDescription(problem or self._card.passphrase_help)
        self._set_enabled(is_on=True)

    def _say(self, text: str, severity: int | None) -> None:
        self.problem.set_severity(severity)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _set_enabled(self, *, is_on: bool) -> None:
        for control in (self.passphrase, self.repeat, self.confirm, *self.ways):
            control.setEnabled(is_on)

    @QtCore.Slot()
    def _on_confirm(self) -> None:
        if self._card.put_back:
            self.put_back.emit()
        elif not self._card.confirm:
            self.retried.emit()
        elif self.confirm.isEnabled():
            self.confirmed.emit(self.passphrase.text(), self.repeat.text())


def _secret() -> QtWidgets.QLineEdit:
    edit = QtWidgets.QLineEdit()
    edit.setEchoMode(QtWidgets.QLineEdit.EchoMode.Password)
    edit.setInputMethodHints(
        QtCore.Qt.InputMethodHint.ImhSensitiveData
        | QtCore.Qt.InputMethodHint.ImhNoPredictiveText
    )
    return edit
