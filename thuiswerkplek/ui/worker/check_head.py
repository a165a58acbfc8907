"""The head of a check: its themes as dials, where the worker is, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.dial import DialRow, ThemeDial
from thuiswerkplek.ui.widgets.dial_line import DialLine
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.progress_bar import ProgressBar
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.ui.worker.check_models import CheckSheet, Dial

BAR_PX, LINE_PX = 260, 220
SWAY_PX = 16  # a scroll bar that comes or goes must not change what shows


class CheckHead(QtWidgets.QWidget):
    """A row of dials; where they have no room, one line that opens all themes.

    `chosen` tells the code of a theme.
    """

    chosen = QtCore.Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.dials = DialRow(name=_("Themes"))
        self.where = Text(role="strong")
        self.bar = ProgressBar(name=_("Progress of the check"))
        self.line = DialLine(opens=True)
        self.lines: dict[str, DialLine] = {}
        self._all = EvenRow(gap=2, least=LINE_PX)
        self._sheet: CheckSheet | None = None
        self._is_narrow = False
        self._beside = QtWidgets.QWidget()
        beside = Row(self._beside, gap=4)
        beside.addWidget(self.where, 3)
        beside.addWidget(self.bar, 2)
        Column(self, gap=2, items=[self.dials, self._beside, self.line, self._all])
        self.dials.chosen.connect(self.chosen)
        self.line.clicked.connect(lambda: self.set_open(is_open=not self.is_open()))
        self.set_open(is_open=False)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.bar.setMaximumWidth(theme.current().px(BAR_PX))
        self._arrange()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Look again whether the dials have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self.dials.least_width()
        sway = theme.current().px(SWAY_PX) if self._is_narrow else 0
        self._is_narrow = room < sway
        self.dials.setVisible(not self._is_narrow)
        self._beside.setVisible(not self._is_narrow)
        self.line.setVisible(self._is_narrow)
        self._all.setVisible(self._is_narrow and self.is_open())

    def show_sheet(self, sheet: CheckSheet) -> None:
        """Show how far each theme is, and where the worker is now."""
        self._sheet = sheet
        if [dial.code for dial in sheet.dials] != list(self.dials.dials):
            self._make_dials(sheet.dials)
        for dial in sheet.dials:
            shown = self.dials.dials[dial.code]
            shown.show_progress(dial.share, dial.findings, dial.description)
        self.dials.set_current(sheet.current)
        self.where.setText(sheet.where)
        self.bar.show_progress(sheet.done, sheet.total, sheet.progress)
        self._show_line(sheet)
        if self.is_open():
            self._show_lines(sheet)
        self._arrange()

    def _make_dials(self, dials: Sequence[Dial]) -> None:
        self.dials.clear()
        self._all.clear()
        self.lines.clear()
        for dial in dials:
            small = ThemeDial(dial.code, dial.title)
            small.pointed.connect(
                lambda is_on, code=dial.code: self._on_pointed(code, is_on=is_on)
            )
            self.dials.add_dial(small)

    def _show_line(self, sheet: CheckSheet) -> None:
        codes = [dial.code for dial in sheet.dials]
        number = codes.index(sheet.current)
        now = sheet.dials[number]
        note = _("Theme {number} of {total} · {progress} answered").format(
            number=number + 1, total=len(codes), progress=sheet.progress
        )
        self.line.show_line(sheet.where, note, now.share, now.findings)
        self._say_line()

    def _say_line(self) -> None:
        state = _("open") if self.is_open() else _("closed")
        self.line.setAccessibleDescription(f"{self.line.note()}, {state}")

    def _show_lines(self, sheet: CheckSheet) -> None:
        for dial in sheet.dials:
            if dial.code not in self.lines:
                self._make_line(dial.code)
            shown = self.lines[dial.code]
            shown.show_line(dial.title, dial.description, dial.share, dial.findings)
            shown.set_current(is_current=dial.code == sheet.current)

    def _make_line(self, code: str) -> None:
        line = DialLine()
        line.clicked.connect(lambda: self._on_line(code))
        self.lines[code] = line
        self._all.add(line)

    def is_open(self) -> bool:
        """Tell whether the line shows all themes under it."""
        return self.line.is_open

    def set_open(self, *, is_open: bool) -> None:
        """Show all themes under the line, or only where the worker is."""
        if not is_open and self._all.isAncestorOf(
            QtWidgets.QApplication.focusWidget() or self
        ):
            self.line.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        self.line.is_open = is_open
        if is_open and self._sheet is not None:
            self._show_lines(self._sheet)
        self._say_line()
        self._arrange()

    def _on_line(self, code: str) -> None:
        self.set_open(is_open=False)
        self.chosen.emit(code)

    def _on_pointed(self, code: str, *, is_on: bool) -> None:
        if self._sheet is None:
            return
        words = {d.code: f"{d.title} · {d.description}" for d in self._sheet.dials}
        self.where.setText(words[code] if is_on else self._sheet.where)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Close the themes with Escape."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.is_open():
            self.set_open(is_open=False)
        else:
            super().keyPressEvent(event)
