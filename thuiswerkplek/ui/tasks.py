"""The one door for slow work: beside the window, its result back in the window."""

from __future__ import annotations

import gc
from contextvars import copy_context
from typing import TYPE_CHECKING

from PySide6 import QtCore

from thuiswerkplek.domain.errors import ThuiswerkplekError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Context

    from thuiswerkplek.ui.contracts import Result

    Delivery = Callable[[], None]


class UnforeseenError(ThuiswerkplekError):
    """Slow work that ended in a way nobody thought of; carries no values."""


def event_code(error: BaseException) -> str:
    """Return what went wrong and where in our code, without a single value."""
    place, trace = "", error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("thuiswerkplek"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} {place}".strip()


class _Post(QtCore.QObject):
    """Brings a result to the thread of the window."""

    ready = QtCore.Signal(int, object)


class _Job(QtCore.QRunnable):
    """One piece of work, in the language that was in use when it was asked for."""

    def __init__(self, number: int, work: Callable[[], Delivery], post: _Post) -> None:
        super().__init__()
        self._number, self._work, self._post = number, work, post
        self._context: Context = copy_context()

    def run(self) -> None:
        self._post.ready.emit(self._number, self._context.run(self._work))


class WindowTasks(QtCore.QObject):
    """Runs work on other threads until the window closes.

    Meanwhile Python collects no cyclic garbage: on another thread it would destroy
    widgets there that the window let go of, and Qt allows that on its own alone.

    `on_unforeseen` is called, after the page is told, when work ended in no known
    error.
    """

    def __init__(self, on_unforeseen: Callable[[], None]) -> None:
        super().__init__()
        self._on_unforeseen = on_unforeseen
        self._oldest_wanted, self._started, self._running = 0, 0, 0
        self._pool = QtCore.QThreadPool(self)
        self._post = _Post(self)
        self._post.ready.connect(
            self._on_ready, QtCore.Qt.ConnectionType.QueuedConnection
        )

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[ThuiswerkplekError], None],
    ) -> None:
        """Do the work elsewhere; then one of the two is called, here."""

        def attempt() -> Delivery:
            try:
                result = work()
            except ThuiswerkplekError as error:
                known = error
                return lambda: failed(known)
            except Exception as error:  # noqa: BLE001 - a thread has no one above it
                import logging

                code = event_code(error)  # a trace could hold answers (TM-16)
                logging.getLogger(__name__).error("unforeseen: %s", code)  # noqa: TRY400
                return lambda: self._fail_unforeseen(failed)
            return lambda: done(result)

        self._running += 1
        gc.disable()
        self._pool.start(_Job(self._started, attempt, self._post))
        self._started += 1

    def _fail_unforeseen(self, failed: Callable[[ThuiswerkplekError], None]) -> None:
        failed(UnforeseenError())
        self._on_unforeseen()

    @QtCore.Slot(int, object)
    def _on_ready(self, number: int, deliver: Delivery) -> None:
        self._running -= 1
        if not self._running:
            gc.enable()
        if number >= self._oldest_wanted:
            deliver()

    def forget_all(self) -> None:
        """Deliver nothing of what was asked so far: who asked is gone."""
        self._oldest_wanted = self._started

    def close(self) -> None:
        """Deliver nothing any more, and wait for what is being written."""
        self.forget_all()
        self._pool.clear()
        self._pool.waitForDone()
        self._running = 0
        gc.enable()
