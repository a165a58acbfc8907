"""When the answers cannot be opened: what happened and what can be done; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import words
from thuiswerkplek.domain.errors import (
    BusyFileError,
    DamagedFileError,
    ThuiswerkplekError,
)
from thuiswerkplek.i18n import _
from thuiswerkplek.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.services.ports import DataDoor
    from thuiswerkplek.services.worker import WorkerServices


class Trouble(NamedTuple):
    """What the card says; `copy_word` is empty when there is no copy to put back."""

    title: str
    text: str
    advice: str
    again_word: str
    copy_word: str
    close_word: str


class TroublePresenter:
    """Tries again, or puts a copy back, until the folder opens."""

    def __init__(
        self,
        door: DataDoor,
        error: ThuiswerkplekError,
        opened: Callable[[WorkerServices], None],
    ) -> None:
        self._door = door
        self._error = error
        self._opened = opened
        self._tried = False
        self._refused: ThuiswerkplekError | None = None  # why no copy was put back

    def model(self) -> Trouble:
        """Return what is wrong now."""
        copy = self._copy_word()
        return Trouble(
            title=self._title(),
            text=sentence(self._refused or self._error),
            advice=self._advice(has_copy=bool(copy)),
            again_word=_("Try again"),
            copy_word=copy,
            close_word=_("Close"),
        )

    def _title(self) -> str:
        if isinstance(self._error, BusyFileError):
            return _("There is a window open already")
        return _("Your answers cannot be opened now")

    def _advice(self, *, has_copy: bool) -> str:
        again = _("That did not help yet.") + " " if self._tried else ""
        if isinstance(self._error, BusyFileError):
            return again + _("Nothing is lost: all answers are kept by that window.")
        if has_copy:
            return again + _(
                "There is a sound copy. When you put it back, the damaged file stays"
                " beside it; answers given after that day are not in the copy."
            )
        return again + _("Nothing was changed.")

    def _copy_word(self) -> str:
        if not isinstance(self._error, DamagedFileError):
            return ""
        day = self._door.newest_copy(self._error.path)
        if day is None:
            return ""
        return _("Put back the copy of {day}").format(day=words.day(day))

    def try_again(self) -> Trouble | None:
        """Open once more; returns what is wrong still, or None when it opened."""
        self._refused = None
        try:
            services = self._door.open()
        except ThuiswerkplekError as error:
            self._error, self._tried = error, True
            return self.model()
        self._opened(services)
        return None

    def put_copy_back(self) -> Trouble | None:
        """Use the newest sound copy, then open; nothing changed when that fails."""
        try:
            self._door.put_copy_back()
        except ThuiswerkplekError as error:
            self._refused, self._tried = error, True
            return self.model()
        return self.try_again()
