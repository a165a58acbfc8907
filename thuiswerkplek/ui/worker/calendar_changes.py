"""Changes of days with a way back: in the notice, and one by one by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.worker import calendar_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.services.day_log import Undo
    from thuiswerkplek.ui.contracts import Shell

MOST_KEPT = 100


class DayChanges:
    """Makes changes, tells them, and takes them back, the last one first.

    `changed` is called after each, for whoever shows days.
    """

    def __init__(self, shell: Shell, changed: Callable[[], None]) -> None:
        self._shell = shell
        self._changed = changed
        self._made: list[Undo] = []

    def make(self, change: Callable[[], Undo], text: Callable[[], str]) -> bool:
        """Make a change and tell it by what is known then; whether it was made."""
        try:
            undo = change()
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
            return False
        self._made = [*self._made[1 - MOST_KEPT :], undo]
        self._tell_changed()
        self._shell.notify(
            Notice(text(), action=_("Undo"), on_action=lambda: self._take_back(undo))
        )
        return True

    def take_back_last(self) -> None:
        """Take the last change back that still stands."""
        if self._made:
            self._take_back(self._made[-1])
        else:
            self._shell.notify(Notice(calendar_texts.nothing_to_take_back()))

    def _take_back(self, undo: Undo) -> None:
        """Take one change back; not when a later one might be lost by it."""
        if not self._made or self._made[-1] is not undo:
            return
        try:
            undo()
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
            return
        self._made.pop()
        self._tell_changed()
        self._shell.notify(Notice(calendar_texts.taken_back()))

    def forget(self) -> None:
        """Take nothing back any more: days were changed elsewhere since."""
        self._made = []

    def _tell_changed(self) -> None:
        self._shell.data_changed()
        self._changed()
