"""Make the README's pictures: the check with its advice, and a month of the balance."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import QtCore, QtTest, QtWidgets

from thuiswerkplek import bootstrap
from thuiswerkplek.domain.preferences import Preferences, Role, Scheme
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.ui.app import Program
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker.workplace_view import WorkplacePage

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).resolve().parent.parent / "docs/pictures"
QUESTION = "screen-height"
SEED, SOMEBODY = 4, 2


class PictureClock:
    """The day of the pictures."""

    def today(self) -> date:
        """Return that day."""
        return date(2026, 11, 23)

    def today_here(self) -> date:
        """Return that day here too."""
        return self.today()


def main() -> None:
    """Grab both pictures from a real window."""
    app = QtWidgets.QApplication([])
    with opened(app) as program:
        _answer(program)
        program.window.grab().save(str(FOLDER / "check.png"))
    with opened(app, somebody=SOMEBODY) as program:
        program.window.resize(1120, 800)
        program.window.go_to(PageName.BALANCE)
        QtTest.QTest.qWait(1_500)
        program.window.grab().save(str(FOLDER / "balance.png"))


@contextmanager
def opened(
    app: QtWidgets.QApplication, somebody: int | None = None
) -> Iterator[Program]:
    """Open the window on a folder of its own: empty, or of a demo worker."""
    clock = PictureClock()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "data")
        door = bootstrap.Door(root, clock=clock)
        door.preferences.write(
            Preferences(role=Role.WORKER, language="en", scheme=Scheme.LIGHT)
        )
        if somebody is not None:
            _take_in(root, Path(name, "worker.json"), somebody, clock)
        program = Program(door, app)
        program.begin()
        program.settle()
        yield program
        program.end()
        program.window.deleteLater()


def _take_in(root: Path, file: Path, somebody: int, clock: PictureClock) -> None:
    worker = bootstrap.demo(seed=SEED, clock=clock).worker(somebody)
    file.write_bytes(file_of(worker, program=bootstrap.PROGRAM))
    folder = bootstrap.data_folder(root)
    with bootstrap.worker_services(folder, clock=clock) as services:
        services.own_data.take_in(file, with_private=False)


def _answer(program: Program) -> None:
    window = program.window
    window.resize(1120, 930)
    window.go_to(PageName.WORKPLACE)
    page = window.findChild(WorkplacePage)
    page.presenter.begin("My workplace at home")
    place = page.presenter.check.place
    page.presenter.open_check(place, QUESTION)
    page.show_screen()
    QtTest.QTest.qWait(200)
    QtTest.QTest.keyClick(
        QtWidgets.QApplication.focusWidget() or window, QtCore.Qt.Key.Key_2
    )
    QtTest.QTest.qWait(300)


if __name__ == "__main__":
    main()
