"""When the copy of the day could not be made: said once, calmly; no Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import DamagedFileError, UnwritableFileError
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.contracts import Level, Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.domain.errors import ThuiswerkplekError
    from thuiswerkplek.services.ports import DataDoor


def missed_copy(
    error: ThuiswerkplekError,
    door: DataDoor,
    show_trouble: Callable[[DamagedFileError], None],
) -> Notice:
    """Return what happened, where, and what to do; the program goes on."""
    if isinstance(error, DamagedFileError):
        return _damaged(error, door, show_trouble)
    return Notice(f"{_why(error)} {_after()}", Level.WARNING)


def _why(error: ThuiswerkplekError) -> str:
    if not isinstance(error, UnwritableFileError):
        return _("The daily copy of your answers was not made.")
    folder = Path(error.path).parent
    if error.detail == "full":
        text = _(
            "The daily copy of your answers was not made in {folder}: the disk is full."
            " Make room there."
        )
    else:
        text = _(
            "The daily copy of your answers was not made: nothing can be written in"
            " {folder}. Check that you may."
        )
    return text.format(folder=folder)


def _after() -> str:
    return _("Your answers themselves are kept. The next start tries again.")


def _damaged(
    error: DamagedFileError,
    door: DataDoor,
    show_trouble: Callable[[DamagedFileError], None],
) -> Notice:
    text = _(
        "The daily copy was not made: the file {path} is damaged in one place. Earlier"
        " copies are kept."
    ).format(path=error.path)
    if door.newest_copy(error.path) is None:
        return Notice(text, Level.WARNING)
    return Notice(
        text,
        Level.WARNING,
        action=_("See the newest copy"),
        on_action=lambda: show_trouble(error),
    )
