"""Make the README's picture: the check with its advice, as it is now."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import QtCore, QtTest, QtWidgets

from thuiswerkplek import bootstrap
from thuiswerkplek.domain.preferences import Preferences, Role, Scheme
from thuiswerkplek.ui.app import Program
from thuiswerkplek.ui.worker.workplace_view import WorkplacePage

TARGET = Path(__file__).resolve().parent.parent / "docs/pictures/check.png"
QUESTION = "screen-height"


def main() -> None:
    """Open the window on an empty folder, answer one question, and grab it."""
    app = QtWidgets.QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        door = bootstrap.Door(Path(folder))
        door.preferences.write(
            Preferences(role=Role.WORKER, language="en", scheme=Scheme.LIGHT)
        )
        program = Program(door, app)
        program.begin()
        _answer(program)
        program.window.grab().save(str(TARGET))
        program.end()


def _answer(program: Program) -> None:
    window = program.window
    window.resize(1120, 930)
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
