"""What presenters ask of the window around them; no Qt here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.domain.errors import ThuiswerkplekError

Result = TypeVar("Result")


class Level(StrEnum):
    """How a notice looks: for information, as a warning, or as trouble."""

    DONE = "done"
    WARNING = "warning"
    PROBLEM = "problem"


class PageName(StrEnum):
    """A page of the sidebar."""

    TODAY = "today"
    WORKPLACE = "workplace"
    MEASURES = "measures"
    BALANCE = "balance"
    SHARE = "share"
    SETTINGS = "settings"


class Notice(NamedTuple):
    """What happened, in one sentence, and what can be done about it."""

    text: str
    level: Level = Level.DONE
    action: str = ""
    on_action: Callable[[], None] | None = None


class Shell(Protocol):
    """The window, as a page sees it."""

    def notify(self, notice: Notice) -> None:
        """Say what happened."""

    def go_to(self, page: PageName) -> None:
        """Show a page."""

    def data_changed(self) -> None:
        """Other pages show old data now; they refresh when shown."""


class Frame(Shell, Protocol):
    """The window, as the settings see it: it can change as a whole."""

    @property
    def data_place(self) -> str:
        """Where the answers are kept, to show; empty when that is not known."""

    def preferences_changed(self) -> None:
        """Language or looks were chosen anew; everything takes them over at once."""


class Tasks(Protocol):
    """Slow work beside the window; exactly one of the two callbacks is called."""

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[ThuiswerkplekError], None],
    ) -> None:
        """Do the work, then call one of the two in the window."""
