"""The page *Balans*: the calendar with the year under it, and two screens beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.worker.balance_models import Screen
from thuiswerkplek.ui.worker.balance_presenter import BalancePresenter
from thuiswerkplek.ui.worker.calendar_view import CalendarPart
from thuiswerkplek.ui.worker.day_editor_view import DayEditor

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Frame, Tasks
    from thuiswerkplek.ui.theme import Theme
    from thuiswerkplek.ui.worker.balance_models import BalanceWords
    from thuiswerkplek.ui.worker.year_view import YearPart

PAUSE_MS = 200  # so that several days in a row are figured out once
TAB = QtCore.Qt.FocusReason.TabFocusReason
UNDO = QtGui.QKeySequence.StandardKey.Undo


@runtime_checkable
class Refreshing(Protocol):
    """A screen beside the calendar: the week plan, or the agreement."""

    def refresh(self) -> None:
        """Show what is known now."""


class CalendarScreen(Page):
    """The calendar, the editor of one day and the year under each other."""

    def __init__(self, words: BalanceWords) -> None:
        super().__init__(words.title, words.lead)
        self.calendar = CalendarPart()
        self.editor = DayEditor()
        self.plan = buttons.secondary(words.plan_word)
        self.agreement = buttons.secondary(words.agreement_word)
        self.below = Column()
        self.set_action(FlowRow([self.plan, self.agreement]))
        self.add(self.calendar)
        self.add(self.editor)
        self.add_layout(self.below)

    def show_editor(self) -> None:
        """Bring the open day into sight."""
        QtCore.QTimer.singleShot(0, self, self._scroll_to_editor)

    def _scroll_to_editor(self) -> None:
        """Show as much of the editor as fits, its top first."""
        column = self.widget()
        if column is None or self.editor.isHidden():
            return
        top = self.editor.mapTo(column, QtCore.QPoint(0, 0)).y()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        lowest = top + min(self.editor.height(), room) - room
        bar.setValue(min(max(bar.value(), lowest), top))

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return [
            *(self.plan, self.agreement),
            *self.calendar.stops(),
            *self.editor.stops(),
        ]


class BalancePage(QtWidgets.QStackedWidget):
    """Shows the calendar first; year and other screens are made when needed."""

    def __init__(self, services: WorkerServices, frame: Frame, tasks: Tasks) -> None:
        super().__init__()
        self._services, self._frame, self._tasks = services, frame, tasks
        words = BalancePresenter.words()
        self.setAccessibleName(words.title)
        self.month = CalendarScreen(words)
        self.calendar, self.editor = self.month.calendar, self.month.editor
        self.year: YearPart | None = None
        self.screens: dict[Screen, QtWidgets.QWidget] = {}
        self._shown_year = self._wanted_year = 0
        self._is_year_old = False
        self._pause = QtCore.QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self.presenter = BalancePresenter(
            services, frame, self, self.calendar, self.editor
        )
        self.addWidget(self.month)
        self._connect()
        self.presenter.calendar.refresh()

    def _connect(self) -> None:
        presenter, calendar = self.presenter, self.calendar
        self._pause.timeout.connect(self._show_year)
        calendar.connect_to(presenter.calendar)
        self.editor.connect_to(presenter.editor)
        calendar.opened.connect(self._on_opened)
        calendar.year_shown.connect(self._on_year_shown)
        calendar.empty.plan.clicked.connect(lambda: self.show_screen(Screen.PLAN))
        calendar.empty.today.clicked.connect(self._on_today_wanted)
        self.editor.closed.connect(self._on_editor_closed)
        self.editor.stops_changed.connect(self._on_stops_changed)
        self.month.plan.clicked.connect(lambda: self.show_screen(Screen.PLAN))
        self.month.agreement.clicked.connect(lambda: self.show_screen(Screen.AGREEMENT))

    # What the window asks

    def wake(self) -> None:
        """Read the days, and the year after those were painted."""
        self.presenter.wake()
        QtCore.QTimer.singleShot(0, self, self._make_year)

    def refresh(self) -> None:
        """Show what is known now, after something changed elsewhere."""
        self.presenter.refresh()
        screen = self.currentWidget()
        if screen is not None:
            _refresh(screen)

    # Days

    @QtCore.Slot(object, bool)
    def _on_opened(self, on: date, by_keyboard: bool) -> None:  # noqa: FBT001 - Qt's way
        self.presenter.open_day(on)
        self._show_editor(by_keyboard=by_keyboard)

    @QtCore.Slot()
    def _on_today_wanted(self) -> None:
        self.presenter.open_today()
        self._show_editor(by_keyboard=True)

    def _show_editor(self, *, by_keyboard: bool) -> None:
        if self.editor.isHidden():
            return
        self.calendar.set_aside_empty(is_aside=True)
        if by_keyboard:
            self.editor.focus_first()
        self.month.show_editor()

    @QtCore.Slot()
    def _on_editor_closed(self) -> None:
        self.calendar.set_aside_empty(is_aside=False)
        self.calendar.grid.focus_selected()

    @QtCore.Slot()
    def _on_stops_changed(self) -> None:
        stops = self.month.stops()
        chain([*stops, *(self.year.stops() if self.year is not None else [])])

    # The year

    def _make_year(self) -> None:
        if self.year is not None:
            return
        from thuiswerkplek.ui.worker.year_view import YearPart

        self.year = YearPart(self._services, self._frame, self._tasks)
        self.month.below.addWidget(self.year)
        self.year.changed.connect(self.presenter.days_taken_in)
        self.year.year_chosen.connect(self._on_year_chosen)
        self._show_year()
        self._on_stops_changed()

    def days_changed(self) -> None:
        """Show the figures that follow from the days again, in a moment."""
        self._year_is_old()

    @QtCore.Slot(int)
    def _on_year_shown(self, year: int) -> None:
        """Let the figures follow the calendar, in a moment."""
        if year != self._wanted_year:
            self._wanted_year = year
            self._year_is_old()

    @QtCore.Slot(int)
    def _on_year_chosen(self, year: int) -> None:
        """Let the calendar follow the figures, which show that year already."""
        self._shown_year = self._wanted_year = year
        self.presenter.show_year(year)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Figure nothing out for nobody."""
        super().hideEvent(event)
        self._pause.stop()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Catch up with what changed just before it was hidden."""
        super().showEvent(event)
        if self._is_year_old:
            self._pause.start()

    def _year_is_old(self) -> None:
        self._is_year_old = True
        self._pause.start()

    @QtCore.Slot()
    def _show_year(self) -> None:
        if self.year is None:
            return
        self._is_year_old = False
        if self._wanted_year == self._shown_year:
            self.year.refresh()
        else:
            self._shown_year = self._wanted_year
            self.year.show_year(self._wanted_year)

    # Screens beside the calendar

    def show_screen(self, one: Screen) -> None:
        """Show a screen beside the calendar."""
        screen = self.screens.get(one)
        if screen is None:
            screen = self.screens[one] = self._make_screen(one)
            self.addWidget(screen)
        else:
            _refresh(screen)
        self.setCurrentWidget(screen)
        _focus_inside(screen)

    def _make_screen(self, one: Screen) -> QtWidgets.QWidget:
        if one is Screen.PLAN:
            from thuiswerkplek.ui.worker import plan_view

            return plan_view.create_screen(
                self._services, self._frame, self.show_calendar
            )
        from thuiswerkplek.ui.worker import agreement_view

        return agreement_view.create_screen(
            self._services, self._frame, self.show_calendar
        )

    def show_calendar(self) -> None:
        """Go back to the calendar, with the keyboard where it left from."""
        left = self.currentWidget()
        self.setCurrentWidget(self.month)
        self.presenter.refresh()
        is_plan = left is self.screens.get(Screen.PLAN)
        (self.month.plan if is_plan else self.month.agreement).setFocus(TAB)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Take the last change back with Ctrl+Z, on the calendar."""
        if event.matches(UNDO) and self.currentWidget() is self.month:
            self.presenter.changes.take_back_last()
        else:
            super().keyPressEvent(event)


def _refresh(screen: QtWidgets.QWidget) -> None:
    if isinstance(screen, Refreshing):
        screen.refresh()


def _focus_inside(screen: QtWidgets.QWidget) -> None:
    """Give the keyboard to the first control of a screen."""
    tab = QtCore.Qt.FocusPolicy.TabFocus.value
    one = screen.focusProxy() or screen.nextInFocusChain()
    while one is not None and one is not screen and screen.isAncestorOf(one):
        if one.focusPolicy().value & tab and one.isVisibleTo(screen):
            one.setFocus(TAB)
            return
        one = one.nextInFocusChain()


def create_page(
    services: WorkerServices,
    frame: Frame,
    tasks: Tasks,
    look: Theme,  # noqa: ARG001 - the frame makes every page in the same way
) -> BalancePage:
    """Return the page; the window wakes it once it was painted."""
    return BalancePage(services, frame, tasks)
