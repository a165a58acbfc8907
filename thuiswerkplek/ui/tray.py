"""The icon in the system tray with its menu, and the wait for the next reminder."""

from __future__ import annotations

import math
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek import assets
from thuiswerkplek.ui.contracts import Level, PageName
from thuiswerkplek.ui.main_window import NAME
from thuiswerkplek.ui.pages import Refreshing
from thuiswerkplek.ui.tray_presenter import OFFERED, TrayPresenter, local_now

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.daylog import DayKind
    from thuiswerkplek.domain.preferences import Preferences
    from thuiswerkplek.services.day_log import DayLog
    from thuiswerkplek.ui.contracts import Notice
    from thuiswerkplek.ui.main_window import MainWindow
    from thuiswerkplek.ui.tray_presenter import Now, Reminder

SHOWS_DAYS = (PageName.TODAY, PageName.BALANCE)
ICON_SIZES = (16, 48, 256)
MILLISECOND = timedelta(milliseconds=1)
Reason = QtWidgets.QSystemTrayIcon.ActivationReason


class TrayMenu(QtWidgets.QMenu):
    """Today's state, what today can be, and the program itself."""

    def __init__(self, presenter: TrayPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._on: date | None = None
        self.state = self._add()
        self.state.setEnabled(False)
        self.addSeparator()
        self.choices = {kind: self._add() for kind in OFFERED}
        self.addSeparator()
        self.take_back = self._add()
        self.addSeparator()
        self.open_window = self._add()
        self.stop = self._add()
        self._connect()

    def _add(self) -> QtGui.QAction:
        """Add an action made here: PySide may let go of one that Qt made meanwhile."""
        action = QtGui.QAction("", self)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self.aboutToShow.connect(self.refresh)
        for kind, action in self.choices.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, kind=kind: self._choose(kind))
        self.take_back.triggered.connect(self._on_take_back)

    @QtCore.Slot()
    def refresh(self) -> None:
        """Show today as it is known now, in the language of now."""
        menu = self._presenter.menu()
        self._on = menu.on
        self.state.setText(menu.state)
        for choice in menu.choices:
            action = self.choices[choice.kind]
            action.setText(choice.word)
            action.setChecked(choice.is_chosen)
        self.take_back.setText(menu.take_back_word)
        self.take_back.setEnabled(menu.can_take_back)
        self.open_window.setText(menu.open_word)
        self.stop.setText(menu.stop_word)

    def _choose(self, kind: DayKind) -> None:
        if self._on is not None:
            self._presenter.choose(self._on, kind)
        self.refresh()

    @QtCore.Slot()
    def _on_take_back(self) -> None:
        if self._on is not None:
            self._presenter.take_back(self._on)
        self.refresh()


class Tray(QtCore.QObject):
    """What stays near while the program runs, as far as it was chosen.

    It is also the window as its presenter sees it. With an icon the program lives on
    when its window closes; closing is never refused, so that the desktop can end it.
    """

    def __init__(
        self,
        app: QtWidgets.QApplication,
        window: MainWindow,
        day_log: DayLog,
        now: Now = local_now,
    ) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._presenter = TrayPresenter(day_log, self, now)
        self._page = PageName.TODAY  # what the message of now is about
        self.menu: TrayMenu | None = None
        self.icon: QtWidgets.QSystemTrayIcon | None = None
        self.timer = QtCore.QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._on_time)
        app.lastWindowClosed.connect(self._on_closed)

    # What was chosen

    def follow(self, preferences: Preferences) -> None:
        """Have the icon and the reminder that are chosen, in the language of now."""
        has_tray = QtWidgets.QSystemTrayIcon.isSystemTrayAvailable()
        if not (preferences.stays_in_tray and has_tray):
            self._drop_icon()
        elif self.icon is None:
            self._show_icon()
        self._presenter.remind_at(preferences.reminds_at)
        self._wait()
        if self.menu is not None:
            self.menu.refresh()

    def _show_icon(self) -> None:
        self.menu = TrayMenu(self._presenter)
        self.menu.open_window.triggered.connect(self.open_window)
        self.menu.stop.triggered.connect(self._app.quit)
        self.icon = QtWidgets.QSystemTrayIcon(_icon(), self)
        self.icon.setToolTip(NAME)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self._on_message_clicked)
        self.icon.show()
        self._app.setQuitOnLastWindowClosed(False)

    def _drop_icon(self) -> None:
        self._app.setQuitOnLastWindowClosed(True)
        if self.icon is not None and self.menu is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.menu.deleteLater()
        self.icon = self.menu = None

    def end(self) -> None:
        """Take the icon away, remind of nothing and let the window end the program."""
        self.timer.stop()
        self._drop_icon()
        self.deleteLater()

    # The window

    @QtCore.Slot()
    def open_window(self) -> None:
        """Show the window before all others."""
        minimized = QtCore.Qt.WindowState.WindowMinimized
        self._window.setWindowState(self._window.windowState() & ~minimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def notify(self, notice: Notice) -> None:
        """Say what happened; trouble also where it is seen without the window."""
        self._window.notify(notice)
        if notice.level is Level.PROBLEM and not self._window.isVisible():
            self._say(notice.text)

    def go_to(self, page: PageName) -> None:
        """Show a page of the window."""
        self.open_window()
        self._window.go_to(page)

    def data_changed(self) -> None:
        """Let every page that shows days read them again, also the one in front."""
        self._window.data_changed()
        for name in SHOWS_DAYS:
            page = self._window.pages.get(name)
            if page is None or not page.isVisibleTo(self._window):
                continue
            if isinstance(page, Refreshing):
                page.refresh()

    # What comes from outside

    @QtCore.Slot()
    def _on_closed(self) -> None:
        if self.icon is None:
            return
        if not QtWidgets.QSystemTrayIcon.isSystemTrayAvailable():
            self._app.quit()  # nobody could find the program any more
            return
        QtCore.QTimer.singleShot(0, self, self._say_where)

    def _say_where(self) -> None:
        if self.icon is not None and not self._window.isVisible():
            self._page = PageName.TODAY
            self._say(self._presenter.where_it_went())

    def _say(self, text: str) -> None:
        if self.icon is not None and text:
            self.icon.showMessage(NAME, text, _icon())

    @QtCore.Slot(Reason)
    def _on_activated(self, reason: Reason) -> None:
        # On macOS every press opens the menu, and is told as well.
        if sys.platform != "darwin" and reason is Reason.Trigger:
            self.open_window()

    @QtCore.Slot()
    def _on_message_clicked(self) -> None:
        self.go_to(self._page)

    # The reminder

    def _wait(self) -> None:
        wait = self._presenter.wait()
        if wait is None:
            self.timer.stop()
        else:
            self.timer.start(math.ceil(wait / MILLISECOND))

    @QtCore.Slot()
    def _on_time(self) -> None:
        reminder = self._presenter.look()
        self._wait()
        if reminder is not None:
            self._remind(reminder)

    def _remind(self, reminder: Reminder) -> None:
        if self.icon is None:
            self._window.notify(reminder.notice)
            self._app.alert(self._window)
        else:
            self._page = reminder.page
            self._say(reminder.notice.text)


def _icon() -> QtGui.QIcon:
    icon = QtGui.QIcon()
    for size in ICON_SIZES:
        icon.addFile(str(assets.path(f"icons/app-{size}.png")))
    return icon
