"""The page *Vandaag* without a window: one choice for today, and what waits.

Made before the first paint, so nothing is read, and little loaded, until it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.contracts import Level, Notice, PageName
from thuiswerkplek.ui.worker.today_head import Head, Tile, TileWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from thuiswerkplek.services.day_log import DayLog, Undo
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell
    from thuiswerkplek.ui.worker.today_changes import Change
    from thuiswerkplek.ui.worker.today_models import Asked, Other, TodayPage
    from thuiswerkplek.ui.worker.today_page import Seen


class TodayScreen(Protocol):
    """What the presenter asks of the page."""

    def show_page(self, page: TodayPage) -> None:
        """Show the page as it is now."""


class TodayPresenter:
    """Today, or another day of this week; every change can be taken back."""

    def __init__(
        self, services: WorkerServices, shell: Shell, screen: TodayScreen
    ) -> None:
        self._services = services
        self._shell = shell
        self._screen = screen
        self._today: date | None = None  # as last shown
        self._other_day: date | None = None
        self._first = ""  # what was planned and not said yet
        self._opens_others = False
        self._way_later, self._open_later = False, False

    @property
    def _log(self) -> DayLog:
        return self._services.day_log

    # What shows

    def head(self) -> Head:
        """Return what shows first, without reading anything."""
        return Head(
            _("Today"),
            _("Where do you work today?"),
            (
                TileWords(Tile.HOME, _("Home"), _("The whole day"), "home", "1"),
                TileWords(Tile.OFFICE, _("Office"), _("The whole day"), "office", "2"),
                TileWords(
                    Tile.HOME_FIRST,
                    _("Home first, then office"),
                    _("Travel later"),
                    "clock",
                    "3",
                ),
                TileWords(
                    Tile.OTHER,
                    _("Other"),
                    _("Another place, or not working"),
                    "more",
                    "4",
                ),
            ),
        )

    def refresh(self) -> None:
        """Show what is known now."""
        try:
            page = self.page()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._screen.show_page(page)

    def refresh_on_new_day(self) -> None:
        """Show today when midnight has passed since the page was shown."""
        if self._today is not None and self._today != self._log.today():
            self.refresh()

    def page(self) -> TodayPage:
        """Return the page as it is to be shown."""
        from thuiswerkplek.ui.worker import today_page

        page = today_page.page_of(self._services, self._seen(), self._tell)
        self._first = page.first
        return page

    def _seen(self) -> Seen:
        from thuiswerkplek.domain.daylog import monday
        from thuiswerkplek.ui.worker.today_page import Seen

        self._today = today = self._log.today()
        other = self._other_day
        if other is None or other == today or monday(other) != monday(today):
            self._other_day = None
        return Seen(
            today, self._on, self._opens_others, self._way_later, self._open_later
        )

    @property
    def _on(self) -> date:
        """The day the tiles speak of, also when midnight has passed since."""
        return self._other_day or self._today or self._log.today()

    def _tell(self, error: ThuiswerkplekError) -> None:
        from thuiswerkplek import sentences

        self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))

    # The day

    def show_day(self, on: date | None = None) -> None:
        """Let the tiles speak of a day of this week; without a date, of today."""
        self._other_day = on
        self._opens_others = False
        self.refresh()

    def choose(self, tile: Tile) -> None:
        """Keep the day as a tile says, or open what the last one holds."""
        if tile is Tile.OTHER:
            self._opens_others = not self._opens_others
            self.refresh()
        else:
            self._choose(self._on, tile)

    def choose_other(self, other: Other) -> None:
        """Keep the day as one of the others; several places are for *Balans*."""
        from thuiswerkplek.ui.worker.today_models import Other

        if other is Other.MORE and self._first != Other.MORE:
            self._shell.go_to(PageName.BALANCE)
        else:
            self._choose(self._on, other)

    def _choose(self, on: date, choice: Tile | Other) -> None:
        from thuiswerkplek.ui.worker import today_changes

        self._opens_others = False
        self._do(lambda: today_changes.choose(self._log, on, choice))

    def answer(self, asked: Asked, code: str) -> None:
        """Keep at which workplace, or in which band; that becomes the new habit."""
        self._do(lambda: self._answer(asked, code))

    def _answer(self, asked: Asked, code: str) -> Change:
        from thuiswerkplek.ui.worker import today_changes
        from thuiswerkplek.ui.worker.today_models import Asked

        if asked is not Asked.WORKPLACE:
            return today_changes.answer_band(self._log, self._on, asked, code)
        names = (
            place.name for place in self._services.places.all() if place.id == code
        )
        return today_changes.answer_workplace(
            self._log, self._on, code, next(names, "")
        )

    def keep_way(
        self, mode: str, km: float | None, minutes: float | None = None
    ) -> None:
        """Keep the usual way to work, and fill in the trips of the day with it."""
        from thuiswerkplek.ui.worker import today_changes

        if not mode or km is None:
            text = _("Choose how you travel, and fill in the kilometres one way.")
            self._shell.notify(Notice(text, Level.PROBLEM))
            return
        on, way = self._on, (mode, km, minutes)
        self._do(lambda: today_changes.keep_way(self._log, on, *way))

    def skip_way(self) -> None:
        """Leave the usual way for another time."""
        self._way_later = True
        self.refresh()

    # Open days, and other pages

    def confirm_open(self) -> None:
        """Say that the open days shown went as planned."""
        from thuiswerkplek.ui.worker import today_changes

        self._do(lambda: today_changes.confirm_open(self._log))

    def choose_open(self, on: date, kind: str) -> None:
        """Say what one of the open days was."""
        from thuiswerkplek.domain.daylog import DayKind
        from thuiswerkplek.ui.worker import today_changes

        self._do(lambda: today_changes.choose(self._log, on, DayKind(kind)))

    def skip_open(self) -> None:
        """Leave open days for another time."""
        self._open_later = True
        self.refresh()

    def go_to(self, page: PageName) -> None:
        """Show another page."""
        self._shell.go_to(page)

    # Changing

    def _do(self, change: Callable[[], Change]) -> None:
        try:
            changed = change()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._changed()
        self._shell.notify(
            Notice(
                changed.text,
                action=_("Undo"),
                on_action=lambda: self._take_back(changed.undo),
            )
        )

    def _take_back(self, undo: Undo) -> None:
        try:
            undo()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._changed()

    def _changed(self) -> None:
        self._shell.data_changed()
        self.refresh()
