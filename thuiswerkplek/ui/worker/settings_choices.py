"""Keeps a choice of the page *Instellingen*, tells it and offers to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.sentences import sentence
from thuiswerkplek.ui.contracts import Level, Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.domain.preferences import Preferences
    from thuiswerkplek.services.ports import PreferencesStore
    from thuiswerkplek.ui.contracts import Frame


class ChoiceKeeper:
    """The preferences, as the parts of the page change them."""

    def __init__(self, preferences: PreferencesStore, frame: Frame) -> None:
        self._preferences = preferences
        self._frame = frame

    def known(self) -> Preferences:
        """Return the choices in force."""
        return self._preferences.read()

    def choose(self, new: Preferences, said: Callable[[Preferences], str]) -> None:
        """Keep what is new; `said` gives its sentence, in the language chosen."""
        before = self.known()
        if new != before and self._keep(new):
            self._frame.notify(
                Notice(
                    said(new), action=_("Undo"), on_action=lambda: self._undo(before)
                )
            )

    def _undo(self, before: Preferences) -> None:
        self._keep(before)

    def _keep(self, preferences: Preferences) -> bool:
        try:
            self._preferences.write(preferences)
        except ThuiswerkplekError as error:
            self._frame.notify(Notice(sentence(error), Level.PROBLEM))
            return False
        self._frame.preferences_changed()
        return True
