"""Parts of the page *Instellingen* that open for a second step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.settings_models import Confirmation, KeepingWords

TAB = QtCore.Qt.FocusReason.TabFocusReason


class _SecondStep(Card):
    """Opens under what asked for it; Escape closes it and gives the keyboard back."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(quiet=True, padding=5)
        self._asked_by: QtWidgets.QWidget | None = None
        self.setAccessibleName(title)
        self.add(Text(title, "strong"))
        self.add(Text(text))
        self.hide()

    def open_for(self, asked_by: QtWidgets.QWidget, first: QtWidgets.QWidget) -> None:
        """Show, with the keyboard on the first control."""
        self._asked_by = asked_by
        self.show()
        first.setFocus(TAB)

    @QtCore.Slot()
    def close_step(self) -> None:
        """Go back to before."""
        self.hide()
        if self._asked_by is not None:
            self._asked_by.setFocus(TAB)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.close_step()
        else:
            super().keyPressEvent(event)


class Confirm(_SecondStep):
    """Asks once more before something is gone for good; staying comes first."""

    agreed = QtCore.Signal()

    def __init__(self, words: Confirmation) -> None:
        super().__init__(words.title, words.text)
        self.no = buttons.secondary(words.no_word)
        self.yes = buttons.danger(words.yes_word, icon="remove")
        self.no.clicked.connect(self.close_step)
        self.yes.clicked.connect(self._on_yes)
        self.add(FlowRow([self.no, self.yes], gap=3))

    def open(self, asked_by: QtWidgets.QWidget) -> None:
        """Ask."""
        self.open_for(asked_by, self.no)

    @QtCore.Slot()
    def _on_yes(self) -> None:
        self.close_step()
        self.agreed.emit()


class KeepingChoice(_SecondStep):
    """Asks how to keep private answers where no key store keeps their key."""

    with_passphrase = QtCore.Signal(str)
    not_kept = QtCore.Signal()

    def __init__(self, words: KeepingWords) -> None:
        super().__init__(words.title, words.text)
        self.passphrase = QtWidgets.QLineEdit()
        self.passphrase.setEchoMode(QtWidgets.QLineEdit.EchoMode.Password)
        self.add(Field(words.passphrase_label, self.passphrase, words.passphrase_help))
        keep = buttons.secondary(words.keep_word, icon="lock")
        keep.clicked.connect(self._on_keep)
        self.passphrase.returnPressed.connect(self._on_keep)
        leave = buttons.quiet(words.leave_word)
        leave.clicked.connect(self._on_leave)
        back = buttons.quiet(words.back_word)
        back.clicked.connect(self.close_step)
        self.add(FlowRow([keep, leave, back], gap=3))

    def open(self, asked_by: QtWidgets.QWidget) -> None:
        """Ask."""
        self.passphrase.clear()
        self.open_for(asked_by, self.passphrase)

    @QtCore.Slot()
    def _on_keep(self) -> None:
        self.with_passphrase.emit(self.passphrase.text())

    @QtCore.Slot()
    def _on_leave(self) -> None:
        self.close_step()
        self.not_kept.emit()
