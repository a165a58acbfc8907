"""Answers as wide buttons with a key each: one of them, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui.widgets.answer_button import ManyAnswer, OneAnswer, Option
from thuiswerkplek.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["AnswerButtons", "Option"]

LAST_KEY = 9
_FORWARD = (QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Right)
_BACK = (QtCore.Qt.Key.Key_Up, QtCore.Qt.Key.Key_Left)


class AnswerButtons(QtWidgets.QWidget):
    """A column of answers; the keys 1 to 9 choose, 0 skips, arrows move.

    Signals:
        chosen: the code that was chosen last, also when it was chosen again.
        changed: all chosen codes, in the order of the options.
    """

    chosen = QtCore.Signal(str)
    changed = QtCore.Signal(tuple)

    def __init__(
        self,
        options: Sequence[Option],
        *,
        multiple: bool = False,
        none_code: str | None = None,
        skip: Option | None = None,
        name: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multiple = multiple
        self._apart = {skip.code} if skip else set()
        if none_code is not None:
            self._apart.add(none_code)
        self.setAccessibleName(name)
        self._buttons: dict[str, QtWidgets.QAbstractButton] = {}
        self._by_key: dict[str, str] = {}
        self._column = Column(self, gap=2)
        for number, option in enumerate(options, start=1):
            self._add(option, key=str(number) if number <= LAST_KEY else "")
        if skip:
            self._add(skip, key="0", quiet=True)
        self._column.addStretch(1)
        self._rove()

    def _add(self, option: Option, *, key: str, quiet: bool = False) -> None:
        kind = ManyAnswer if self._multiple else OneAnswer
        button = kind(option, key=key, quiet=quiet)
        button.clicked.connect(lambda: self.choose(option.code))
        self._buttons[option.code] = button
        if key:
            self._by_key[key] = option.code
        self._column.addWidget(button)

    def codes(self) -> tuple[str, ...]:
        """Return the chosen codes."""
        return tuple(c for c, button in self._buttons.items() if button.isChecked())

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these as chosen, without telling anybody."""
        for code, button in self._buttons.items():
            button.setAutoExclusive(False)  # so that none may be chosen, too
            button.setChecked(code in codes)
            button.setAutoExclusive(not self._multiple)  # heard as radio buttons
        self._rove()

    def choose(self, code: str) -> None:
        """Choose an answer as a click would; in a multiple choice, switch it."""
        before = self.codes()
        self.set_codes(self._after(code, before))
        if self.codes() != before:
            self.changed.emit(self.codes())
        self.chosen.emit(code)

    def _after(self, code: str, before: tuple[str, ...]) -> tuple[str, ...]:
        if not self._multiple or (code in self._apart and code not in before):
            return (code,)
        if code in before:
            return tuple(one for one in before if one != code)
        return (*(one for one in before if one not in self._apart), code)

    def press(self, key: str) -> bool:
        """Choose the answer that belongs to a key; tell whether there is one."""
        code = self._by_key.get(key)
        if code is None or not self._buttons[code].isEnabled():
            return False
        self._buttons[code].setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self._buttons[code].click()
        return True

    def _rove(self) -> None:
        """Let Tab stop once in a group of which one is chosen."""
        if self._multiple:
            return
        stop = (self.codes() or tuple(self._buttons))[:1]
        for code, button in self._buttons.items():
            button.setFocusPolicy(
                QtCore.Qt.FocusPolicy.StrongFocus
                if code in stop
                else QtCore.Qt.FocusPolicy.ClickFocus
            )
        if stop:
            self.setFocusProxy(self._buttons[stop[0]])

    def _move(self, step: int) -> None:
        buttons = list(self._buttons.values())
        focused = next((i for i, b in enumerate(buttons) if b.hasFocus()), None)
        if focused is not None:
            there = buttons[(focused + step) % len(buttons)]
            there.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Move with arrows, choose with a digit."""
        if event.key() in _FORWARD:
            self._move(1)
        elif event.key() in _BACK:
            self._move(-1)
        elif not self.press(event.text()):
            super().keyPressEvent(event)
