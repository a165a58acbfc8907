"""The page *Vandaag*: layout and signals; only title and tiles before it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.worker.today_head import Tile
from thuiswerkplek.ui.worker.today_presenter import TodayPresenter
from thuiswerkplek.ui.worker.today_tiles import DayTile, TileRow

if TYPE_CHECKING:
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks
    from thuiswerkplek.ui.theme import Theme
    from thuiswerkplek.ui.worker.today_models import TodayPage
    from thuiswerkplek.ui.worker.today_rest import TodayRest

TAB = QtCore.Qt.FocusReason.TabFocusReason


class TodayView(Page):
    """The day as four tiles; under them the week, open days and what waits."""

    def __init__(self, services: WorkerServices, shell: Shell) -> None:
        self._presenter = TodayPresenter(services, shell, self)
        head = self._presenter.head()
        super().__init__(head.title, head.lead)
        self.tiles = {words.tile: DayTile(words) for words in head.tiles}
        self._keys = {words.key: words.tile for words in head.tiles}
        self.rest: TodayRest | None = None
        self.add(TileRow(tuple(self.tiles.values())))
        for tile, button in self.tiles.items():
            button.clicked.connect(lambda _on=False, one=tile: self._on_tile(one))

    def wake(self) -> None:
        """Read the days, now that the window shows."""
        was_at_start = self.window().focusWidget() is self.tiles[Tile.HOME]
        self.refresh()
        proxy = self.focusProxy()
        if was_at_start and proxy is not None:
            proxy.setFocus(TAB)

    def refresh(self) -> None:
        """Show what is known now."""
        self._presenter.refresh()

    def _on_tile(self, tile: Tile) -> None:
        self._presenter.choose(tile)
        if tile is Tile.OTHER and self.rest is not None:
            self.rest.focus_others()

    def show_page(self, page: TodayPage) -> None:
        """Show the day, and all that belongs to it."""
        place = self.verticalScrollBar().value()
        self.set_words(page.title, page.lead)
        for state in page.tiles:
            self.tiles[state.tile].show_state(state)
        if self.rest is None:
            from thuiswerkplek.ui.worker.today_rest import TodayRest

            self.rest = TodayRest(self, self._presenter)
        self.rest.show_page(page)
        self._point_at(page.first)
        self.verticalScrollBar().setValue(place)

    def _point_at(self, first: str) -> None:
        """Let the keyboard begin at what was planned, so that Enter confirms it."""
        if self.rest is None:
            return
        stops: dict[str, QtWidgets.QWidget] = dict(self.rest.others.chips)
        stops.update({str(tile): button for tile, button in self.tiles.items()})
        # The stubs of Qt leave out that no widget is one too.
        self.setFocusProxy(stops.get(first))  # type: ignore[arg-type]

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Choose a tile with its digit."""
        tile = self._keys.get(event.text())
        if tile is None:
            super().keyPressEvent(event)
            return
        self.tiles[tile].setFocus(TAB)
        self._on_tile(tile)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Look again when the window comes to the front on another day."""
        super().changeEvent(event)
        is_turn = event.type() == QtCore.QEvent.Type.ActivationChange
        if is_turn and self.isActiveWindow():
            self._presenter.refresh_on_new_day()


def create_page(
    services: WorkerServices,
    shell: Shell,
    tasks: Tasks,  # noqa: ARG001 - the frame makes every page in the same way
    theme: Theme,  # noqa: ARG001
) -> TodayView:
    """Return the page with its tiles; the rest comes when it wakes."""
    return TodayView(services, shell)
