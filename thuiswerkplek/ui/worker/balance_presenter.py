"""The page *Balans* without a window: calendar, editor, and what follows a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.worker.balance_models import BalanceWords
from thuiswerkplek.ui.worker.calendar_changes import DayChanges
from thuiswerkplek.ui.worker.calendar_presenter import CalendarPresenter
from thuiswerkplek.ui.worker.day_editor_presenter import DayEditorPresenter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell
    from thuiswerkplek.ui.worker.calendar_presenter import CalendarScreen
    from thuiswerkplek.ui.worker.day_editor_presenter import EditorScreen


class BalanceScreen(Protocol):
    """What the presenter asks of the page, besides its calendar and editor."""

    def days_changed(self) -> None:
        """Show the figures that follow from the days again."""


class BalancePresenter:
    """Keeps calendar, editor and figures together."""

    def __init__(
        self,
        services: WorkerServices,
        shell: Shell,
        page: BalanceScreen,
        calendar: CalendarScreen,
        editor: EditorScreen,
    ) -> None:
        self._shell = shell
        self._page = page
        self.changes = DayChanges(shell, self._on_changed)
        self.calendar = CalendarPresenter(services, self.changes, calendar)
        self.editor = DayEditorPresenter(services, shell, self.calendar, editor)

    @staticmethod
    def words() -> BalanceWords:
        """Return the words of the page itself."""
        return BalanceWords(
            title=_("Balance"),
            lead=_("Where you worked, day by day, beside what was agreed."),
            plan_word=_("My week"),
            agreement_word=_("Agreement"),
        )

    def wake(self) -> None:
        """Read the log, now that the page was painted."""
        self._try(self.calendar.wake)

    def refresh(self) -> None:
        """Show what is known now; days were changed elsewhere."""
        self.changes.forget()
        self._on_changed()

    def days_taken_in(self) -> None:
        """Show the days anew: a file brought others, and the figures know."""
        self.changes.forget()
        self._try(self._show_days)

    def show_year(self, year: int) -> None:
        """Let the calendar follow the figures to a year."""
        self._try(lambda: self.calendar.to_year(year))

    def open_day(self, on: date) -> None:
        """Go to a day and open it."""

        def opened() -> None:
            self.calendar.select(on)
            self.editor.open(on)

        self._try(opened)

    def open_today(self) -> None:
        """Go to today and open it."""
        self.calendar.to_today()
        self.open_day(self.calendar.selected)

    def _on_changed(self) -> None:
        self._try(self._show_days)
        self._page.days_changed()

    def _show_days(self) -> None:
        self.calendar.forget()
        self.calendar.refresh()
        self.editor.refresh()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
