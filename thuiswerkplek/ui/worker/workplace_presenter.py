"""The page *Werkplek*: the workplaces, and the way into their checks and results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.domain.private import Vault
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.worker import workplace_cards
from thuiswerkplek.ui.worker.workplace_models import Doing, PlacesSheet, Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thuiswerkplek.domain.catalogue import QuestionId
    from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell
    from thuiswerkplek.ui.worker.check_presenter import CheckPresenter
    from thuiswerkplek.ui.worker.result_presenter import ResultPresenter
    from thuiswerkplek.ui.worker.workplace_models import PlaceCard, Remaining, Repeat


class WorkplacePresenter:
    """Knows which part of the page shows and what is being done on the list."""

    def __init__(self, services: WorkerServices, shell: Shell) -> None:
        self._services, self._shell = services, shell
        self._doing: tuple[WorkplaceId, Doing] | None = None
        self._is_adding, self._problem = False, ""
        self.screen = Screen.PLACES
        self.check: CheckPresenter | None = None
        self.result: ResultPresenter | None = None

    def sheet(self) -> PlacesSheet:
        """Return the list of workplaces."""
        places = self._services.places.all()
        privacy = self._services.catalogue.texts["before-intake"][current()]
        title = _("Workplace")
        return PlacesSheet(
            title=title,
            lead="" if not places else _("Choose a workplace to go on with."),
            empty=None if places else workplace_cards.empty(privacy),
            cards=self._cards(places),
            shares=workplace_cards.shares(places),
            add=_("Add a workplace"),
            is_adding=self._is_adding,
            name_label=_("Name of this workplace"),
            problem=self._problem if self._doing is None else "",
        )

    def _cards(self, places: tuple[Workplace, ...]) -> tuple[PlaceCard, ...]:
        checking = self._services.checking
        is_open = [not self._is_finished(place.id) for place in places]
        main = is_open.index(True) if True in is_open else 0
        cards = []
        for number, place in enumerate(places):
            has_check = checking.latest(place.id) is not None
            cards.append(
                workplace_cards.card(
                    place,
                    checking.round(place.id) if has_check else None,
                    checking.history(place.id),
                    is_main=number == main and not self._is_adding,
                    doing=self._doing_with(place.id),
                    problem=self._problem if self._doing_with(place.id) else "",
                )
            )
        return tuple(cards)

    def _is_finished(self, place: WorkplaceId) -> bool:
        latest = self._services.checking.latest(place)
        return latest is not None and latest.finished is not None

    def _doing_with(self, place: WorkplaceId) -> Doing | None:
        is_this = self._doing is not None and self._doing[0] == place
        return self._doing[1] if self._doing and is_this else None

    def repeat_choices(self) -> Repeat:
        """Return the two ways to check again."""
        return workplace_cards.repeat()

    def wake_private(self) -> bool:
        """Open the private answers where their key is at hand; tell if that changed."""
        private = self._services.private
        return private.state is Vault.KEY_MISSING and private.open_by_itself()

    def refresh(self) -> None:
        """Read everything again; a workplace that is gone leaves its screen."""
        known = {place.id for place in self._services.places.all()}
        if self.check is not None and self.check.place not in known:
            self.show_places()
        if self.result is not None and self.result.place not in known:
            self.show_places()
        if self.check is not None:
            self.check.refresh()

    def begin(self, name: str) -> None:
        """Add a workplace and go straight to its first question."""
        added = self._tried(lambda: self._add(name))
        if added:
            self._is_adding = False

    def _add(self, name: str) -> None:
        place = self._services.places.add(name)
        self._shell.data_changed()
        self.open_check(place.id)

    def go_on(self, place: WorkplaceId) -> None:
        """Do the main thing of a workplace: see its result, or go on with its check."""
        if self._is_finished(place):
            self.open_result(place)
        else:
            self.open_check(place)

    def open_check(self, place: WorkplaceId, at: QuestionId | None = None) -> None:
        """Show the check where it was left, or at a question."""
        self._leave_list()
        self.wake_private()
        self.result, self.screen = None, Screen.CHECK
        from thuiswerkplek.ui.worker.check_presenter import CheckPresenter

        self.check = CheckPresenter(
            self._services,
            self._shell,
            place,
            on_done=lambda: self.open_result(place),
            at=at,
        )

    def open_result(self, place: WorkplaceId) -> None:
        """Show what came out so far."""
        self._leave_list()
        self.wake_private()
        self.check, self.screen = None, Screen.RESULT
        from thuiswerkplek.ui.worker.result_presenter import ResultPresenter

        self.result = ResultPresenter(self._services, self._shell, place)

    def show_places(self) -> None:
        """Go back to the list."""
        self._leave_list()
        self.check = self.result = None
        self.screen = Screen.PLACES

    def _leave_list(self) -> None:
        self._doing, self._problem, self._is_adding = None, "", False

    def check_again(self, place: WorkplaceId, *, carry_over: bool) -> None:
        """Begin a new check and show its first question."""

        def start() -> None:
            self._services.checking.start(place, carry_over=carry_over)
            self._shell.data_changed()
            first = next(self._services.catalogue.items)
            self.open_check(place, first.id)

        self.wake_private()
        if not self._tried(start):
            self._shell.notify(Notice(self._problem, Level.PROBLEM))

    def add(self) -> None:
        """Ask for the name of another workplace."""
        self._leave_list()
        self._is_adding = True

    def start_doing(self, place: WorkplaceId, doing: Doing) -> None:
        """Rename, remove or repeat, on the card itself."""
        self._leave_list()
        self._doing = (place, doing)

    def stop_doing(self) -> None:
        """Leave the card as it was."""
        self._leave_list()

    def rename(self, place: WorkplaceId, name: str) -> None:
        """Give a workplace another name."""
        if self._tried(lambda: self._services.places.rename(place, name)):
            self._leave_list()
            self._shell.data_changed()

    def remove(self, place: WorkplaceId) -> None:
        """Forget a workplace and everything about it."""
        self.wake_private()
        if self._tried(lambda: self._services.places.remove(place)):
            self._leave_list()
            self._shell.data_changed()

    def remaining(self, typed: Mapping[WorkplaceId, int]) -> Remaining:
        """Return what is left to divide while the worker types."""
        return workplace_cards.remaining(typed, self._services.places.all())

    def divide(self, shares: Mapping[WorkplaceId, int]) -> None:
        """Keep how the hours divide."""
        if self._tried(lambda: self._services.places.divide(shares)):
            self._shell.data_changed()
            self._shell.notify(Notice(_("The division of your hours is saved.")))
        else:
            self._shell.notify(Notice(self._problem, Level.PROBLEM))

    def _tried(self, act: Callable[[], None]) -> bool:
        self._problem = ""
        try:
            act()
        except ThuiswerkplekError as error:
            self._problem = sentences.sentence(error)
            return False
        return True
