"""The program with its window: start, what to show first, and the end."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

import thuiswerkplek.ui.plain_import  # noqa: F401 - first: it quickens what follows
from thuiswerkplek import assets, i18n
from thuiswerkplek.domain.errors import FileProblem, ThuiswerkplekError
from thuiswerkplek.i18n import Language
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.main_window import NAME, MainWindow
from thuiswerkplek.ui.tasks import WindowTasks, event_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from thuiswerkplek.domain.preferences import Preferences
    from thuiswerkplek.services.ports import DataDoor
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.tray import Tray


def run(door: DataDoor, *, exit_after_start: bool, started_at: float) -> int:
    """Open the window on a data folder and return when it is closed.

    With `exit_after_start` the first paint is waited for, the milliseconds since
    `started_at` (of `time.perf_counter`) are printed and the window closes.
    """
    _keep_memory_to_ourselves()
    app = _application()
    program = Program(door, app)
    try:
        program.begin()
        if exit_after_start:
            FirstPaint(program.window, lambda: _report_start(program, started_at))
        else:
            FirstPaint(program.window, program.settle)
        return app.exec()
    finally:
        program.end()


def _application() -> QtWidgets.QApplication:
    theme.before_app()
    found = QtWidgets.QApplication.instance()
    app = (
        found
        if isinstance(found, QtWidgets.QApplication)
        else QtWidgets.QApplication([NAME])
    )
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    return app


def _report_start(program: Program, started_at: float) -> None:
    print(f"{(time.perf_counter() - started_at) * 1000:.0f} ms")  # noqa: T201
    program.window.close()


def _keep_memory_to_ourselves() -> None:
    """Let no crash write memory, which may hold answers, to disk (TM-17)."""
    if sys.platform == "win32":
        import ctypes

        no_heap = 1
        ctypes.windll.kernel32.WerSetFlags(no_heap)
    else:
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # A program that takes dumps through a pipe need not heed that limit. Making
        # the process not dumpable would close the portals of the desktop to it.
        with contextlib.suppress(OSError):
            Path("/proc/self/coredump_filter").write_text("0\n", encoding="ascii")
    with contextlib.suppress(RuntimeError, ValueError, OSError, AttributeError):
        faulthandler.enable()  # where, never with which values


class Program:
    """One run of the window over one data folder."""

    def __init__(self, door: DataDoor, app: QtWidgets.QApplication) -> None:
        self._door = door
        self._app = app
        self._translator: QtCore.QTranslator | None = None
        self._services: WorkerServices | None = None
        self._is_in_trouble = False
        self._is_settled = False
        self._tray: Tray | None = None
        self._hook = sys.excepthook
        sys.excepthook = self._on_unforeseen
        self._take_over(door.preferences.read())
        self.tasks = WindowTasks(self._say_unforeseen)
        self.window = MainWindow(self.tasks, door.place)
        self.window.looks_changed.connect(self._on_looks_changed)

    # The beginning

    def begin(self) -> None:
        """Show the first thing there is to see.

        Who starts for the first time sees the choice before the folder is opened;
        that follows as soon as the window was painted.
        """
        if self._door.preferences.read().role is None:
            self._show_first_start()
        else:
            self._open_folder()
        self.window.show()

    def _open_folder(self) -> None:
        try:
            services = self._door.open()
        except FileProblem as problem:
            self._show_trouble(problem)
        else:
            self._opened(services)

    def settle(self) -> None:
        """Do what can wait until there is something to look at."""
        gc.enable()
        self._app.setWindowIcon(QtGui.QIcon(str(assets.path("icons/app-256.png"))))
        if self._services is None and not self._is_in_trouble:
            self._open_folder()
        self.window.settle()
        self._speak_qt()
        self._keep_copy()
        self._is_settled = True
        self._follow_tray()

    def _show_trouble(self, problem: FileProblem) -> None:
        from thuiswerkplek.ui.start.trouble_presenter import TroublePresenter
        from thuiswerkplek.ui.start.trouble_view import TroubleCard

        self._services, self._is_in_trouble = None, True
        self._end_tray()
        self._door.close()
        presenter = TroublePresenter(self._door, problem, self._opened)
        self.window.show_alone(TroubleCard(presenter, self._leave))

    def _leave(self) -> None:
        self.window.close()

    def _opened(self, services: WorkerServices) -> None:
        was_in_trouble, self._is_in_trouble = self._is_in_trouble, False
        self._services = services
        if self._door.preferences.read().role is not None:
            self._open_pages(services)
            self._follow_tray()
        elif was_in_trouble:
            self._show_first_start()

    def _open_pages(self, services: WorkerServices) -> None:
        try:
            self.window.open_pages(services)
        except FileProblem as problem:  # a file opens before all of it was read
            self._show_trouble(problem)

    def _on_role_chosen(self) -> None:
        if self._services is None:
            self._open_folder()
        else:
            self._open_pages(self._services)

    def _show_first_start(self) -> None:
        from thuiswerkplek.ui.start.first_start_presenter import FirstStartPresenter
        from thuiswerkplek.ui.start.first_start_view import FirstStartCard

        chosen = self._on_role_chosen
        presenter = FirstStartPresenter(self._door.preferences, chosen)
        self.window.show_alone(FirstStartCard(presenter))

    def _keep_copy(self) -> None:
        if self._services is not None:  # a copy uses connections of its own
            self.tasks.run(self._door.keep_copy_of_today, _ignore, self._on_missed_copy)

    def _on_missed_copy(self, error: ThuiswerkplekError) -> None:
        from thuiswerkplek.ui.start.missed_copy import missed_copy

        self.window.notify(missed_copy(error, self._door, self._show_trouble))

    # The tray and the reminder

    def _follow_tray(self) -> None:
        """Have what was chosen to stay near; what was not chosen is not even loaded."""
        chosen = self._door.preferences.read()
        wants_any = chosen.stays_in_tray or chosen.reminds_at is not None
        if self._tray is None:
            if self._services is None or not (wants_any and self._is_settled):
                return
            from thuiswerkplek.ui.tray import Tray

            self._tray = Tray(self._app, self.window, self._services.day_log)
        self._tray.follow(chosen)

    def _end_tray(self) -> None:
        if self._tray is not None:
            self._tray.end()
            self._tray = None

    # Language and looks

    def _take_over(self, preferences: Preferences) -> None:
        desktop = QtCore.QLocale.system().language()
        i18n.use(language_of(preferences.language, desktop))
        scheme = theme.Scheme(preferences.scheme)
        look = theme.Theme(scheme, preferences.text_percent / 100)
        look.apply(self._app)

    def _speak_qt(self) -> None:
        """Let Qt's own dialogs speak the language too."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        if i18n.current() is Language.EN:
            return
        folder = QtCore.QLibraryInfo.path(
            QtCore.QLibraryInfo.LibraryPath.TranslationsPath
        )
        self._translator = QtCore.QTranslator(self._app)
        if self._translator.load(f"qtbase_{i18n.current()}", folder):
            self._app.installTranslator(self._translator)

    @QtCore.Slot()
    def _on_looks_changed(self) -> None:
        before = i18n.current()
        self._take_over(self._door.preferences.read())
        if i18n.current() is not before:
            self._speak_qt()
            self.window.rebuild()
        else:
            self.window.refresh_settings()
        self._follow_tray()

    # What nobody thought of

    def _on_unforeseen(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        if isinstance(error, ThuiswerkplekError):
            self._say_known(error)
            return
        import logging

        logging.getLogger(__name__).error("unforeseen: %s", event_code(error))
        self._say_unforeseen()

    def _say_known(self, error: ThuiswerkplekError) -> None:
        from thuiswerkplek.sentences import sentence

        self.window.notify(Notice(sentence(error), Level.PROBLEM))

    def _say_unforeseen(self) -> None:
        from thuiswerkplek import sentences

        self.window.notify(Notice(sentences.unforeseen(), Level.PROBLEM))

    def end(self) -> None:
        """Stop slow work, close the window and let go of the folder."""
        self.tasks.close()
        self._end_tray()
        self.window.end()
        self._door.close()
        sys.excepthook = self._hook


class FirstPaint(QtCore.QObject):
    """Calls once, right after a window that shows was first painted in full."""

    def __init__(self, window: QtWidgets.QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Wait for the paint of the system's window, which paints all in it.

        The widget itself gets no such event when its pages cover it.
        """
        if event.type() == QtCore.QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QtCore.QTimer.singleShot(0, self, self._then)
        return False


def language_of(chosen: str, desktop: QtCore.QLocale.Language) -> Language:
    """Return the language chosen, else the desktop's when we have it, else Dutch."""
    with contextlib.suppress(ValueError):
        return Language(chosen)
    is_english = desktop == QtCore.QLocale.Language.English
    return Language.EN if is_english else Language.NL


def _ignore(_result: object) -> None:
    """A copy that was made needs no words."""
