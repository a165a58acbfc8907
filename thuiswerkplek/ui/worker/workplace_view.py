"""The page *Werkplek*: the list, the check and the result, one at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.catalogue import QuestionId
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker.workplace_list_view import PlacesView
from thuiswerkplek.ui.worker.workplace_models import Doing, Screen
from thuiswerkplek.ui.worker.workplace_presenter import WorkplacePresenter

if TYPE_CHECKING:
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks
    from thuiswerkplek.ui.theme import Theme
    from thuiswerkplek.ui.worker.check_presenter import CheckPresenter
    from thuiswerkplek.ui.worker.check_view import CheckView
    from thuiswerkplek.ui.worker.result_presenter import ResultPresenter
    from thuiswerkplek.ui.worker.result_view import ResultView


class WorkplacePage(QtWidgets.QStackedWidget):
    """Shows the screen its presenter is at; check and result are made when needed."""

    def __init__(self, presenter: WorkplacePresenter) -> None:
        super().__init__()
        self.setAccessibleName(_("Workplace"))
        self.presenter = presenter
        self.places = PlacesView(presenter)
        self._checked: CheckPresenter | None = None
        self._resulted: ResultPresenter | None = None
        self.addWidget(self.places)
        self.places.changed.connect(self.show_screen)
        self.show_screen()

    @cached_property
    def check(self) -> CheckView:
        """The check on the screen."""
        from thuiswerkplek.ui.worker.check_view import CheckView

        view = CheckView()
        view.moved.connect(self.show_screen)
        view.left.connect(self._on_places_wanted)
        view.result_wanted.connect(self._on_result_wanted)
        self.addWidget(view)
        return view

    @cached_property
    def result(self) -> ResultView:
        """The result on the screen."""
        from thuiswerkplek.ui.worker.result_view import ResultView

        view = ResultView()
        view.places_wanted.connect(self._on_places_wanted)
        view.question_wanted.connect(self._on_question_wanted)
        view.again_wanted.connect(self._on_again_wanted)
        self.addWidget(view)
        return view

    def refresh(self) -> None:
        """Read everything again, after something changed elsewhere."""
        self.presenter.refresh()
        self.show_screen()

    @QtCore.Slot()
    def show_screen(self) -> None:
        """Show the screen the presenter is at, as it stands now."""
        presenter = self.presenter
        if presenter.check is not None:
            self._show_check(presenter.check)
        elif presenter.result is not None:
            self._show_result(presenter.result)
        else:
            self._show_places()
        self._checked, self._resulted = presenter.check, presenter.result

    def _show_places(self) -> None:
        came_back = self.currentWidget() is not self.places
        self.setCurrentWidget(self.places)
        self.places.show_sheet()
        if came_back and not self.places.isAncestorOf(
            QtWidgets.QApplication.focusWidget() or self
        ):
            self.places.setFocus()

    def _show_check(self, check: CheckPresenter) -> None:
        self.setCurrentWidget(self.check)
        if check is self._checked:
            self.check.show_sheet()
        else:
            self.check.show_check(check)

    def _show_result(self, result: ResultPresenter) -> None:
        self.setCurrentWidget(self.result)
        if result is self._resulted:
            self.result.show_sheet()
        else:
            self.result.show_result(result)

    @QtCore.Slot()
    def _on_places_wanted(self) -> None:
        self.presenter.show_places()
        self.show_screen()

    @QtCore.Slot()
    def _on_result_wanted(self) -> None:
        if self.presenter.check is not None:
            self.presenter.open_result(self.presenter.check.place)
            self.show_screen()

    @QtCore.Slot(str)
    def _on_question_wanted(self, question: str) -> None:
        if self.presenter.result is not None:
            place = self.presenter.result.place
            self.presenter.open_check(place, QuestionId(question))
            self.show_screen()

    @QtCore.Slot()
    def _on_again_wanted(self) -> None:
        if self.presenter.result is not None:
            place = self.presenter.result.place
            self.presenter.show_places()
            self.presenter.start_doing(place, Doing.REPEATING)
            self.show_screen()

    def wake(self) -> None:
        """Look for the key of the private answers; the window asks once it shows."""
        if self.presenter.wake_private() and self.presenter.screen is Screen.PLACES:
            self.show_screen()


def create_page(
    services: WorkerServices, shell: Shell, tasks: Tasks, theme: Theme
) -> WorkplacePage:
    """Return the page *Werkplek* over a worker's data."""
    del tasks, theme  # every answer is kept on the spot, and the look is followed
    return WorkplacePage(WorkplacePresenter(services, shell))
