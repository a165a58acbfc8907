"""Lists and calendars in and out: four buttons, and what a file would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card, Panel
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.save_dialog import ask_where_to_save
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.widgets.wrapping_button import WrappingButton
from thuiswerkplek.ui.worker.day_files_presenter import DayFilesPresenter
from thuiswerkplek.ui.worker.year_parts import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks
    from thuiswerkplek.ui.worker.day_files_models import (
        FilesPage,
        Preview,
        Refusal,
    )

    AskFile = Callable[[str], Path | None]
    AskPlace = Callable[[str, str], Path | None]

LISTS, CALENDARS = "CSV (*.csv *.txt)", "iCalendar (*.ics)"
LIST_NAME, CALENDAR_NAME = "thuiswerkplek.csv", "thuiswerkplek.ics"
REFUSED = 2
TAB = QtCore.Qt.FocusReason.TabFocusReason


class DayFilesPart(Card):
    """The files of the day log; `changed` tells that days came in or went again."""

    changed = QtCore.Signal()

    def __init__(
        self,
        services: WorkerServices,
        shell: Shell,
        tasks: Tasks,
        *,
        ask_file: AskFile | None = None,
        ask_place: AskPlace | None = None,
    ) -> None:
        super().__init__(gap=4)
        self._ask_file = ask_file or self._ask_with_dialog
        self._ask_place = ask_place or self._ask_where
        self._presenter = DayFilesPresenter(services, shell, tasks, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.list_in = WrappingButton(_("Take a list in"))
        self.calendar_in = WrappingButton(_("Take a calendar in"))
        self.list_out = WrappingButton(_("Save the days as a list"))
        self.calendar_out = WrappingButton(_("Save as a calendar"))
        self.until = Select()
        self._until = Field(_("Until when a calendar goes"), self.until)
        self._note = Text("", "small")
        self.outcome = _Outcome()
        self.add(Text(_("Lists and calendars"), "title"))
        self.add(
            Text(
                _(
                    "A list is a file from a spreadsheet (CSV). A calendar tells only"
                    " where you work; nothing else in it is read."
                )
            )
        )
        self.add(FlowRow([self.list_in, self.list_out], gap=3))
        self.add(self._until)
        self.add(self._note)
        self.add(FlowRow([self.calendar_in, self.calendar_out], gap=3))
        self.add(self.outcome)

    def _connect(self) -> None:
        self.list_in.clicked.connect(self._on_list_in)
        self.calendar_in.clicked.connect(self._on_calendar_in)
        self.list_out.clicked.connect(self._on_list_out)
        self.calendar_out.clicked.connect(self._on_calendar_out)
        self.until.activated.connect(self._on_until)
        self.outcome.take.clicked.connect(self._presenter.take_in)
        self.outcome.leave.clicked.connect(self._on_leave)

    def refresh(self) -> None:
        """Show what is known now."""
        self._presenter.refresh()

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in order."""
        own = [self.list_in, self.list_out, self.until]
        own += [self.calendar_in, self.calendar_out]
        return [*own, self.outcome.take, self.outcome.leave]

    # Screen of the presenter

    def show_files(self, page: FilesPage) -> None:
        """Show the buttons, and what came of a file."""
        focus: QtWidgets.QWidget | None = self.window().focusWidget()
        had_focus = focus is not None and self.outcome.isAncestorOf(focus)
        if not self.until.count():
            for months, word in page.untils:
                self.until.addItem(word, months)
            self.until.updateGeometry()
        self.until.setCurrentIndex(self.until.findData(page.until))
        self._note.setText(page.calendar_note)
        for button in (self.list_out, self.calendar_out):
            button.setEnabled(page.can_save)
        self.outcome.show_outcome(page.preview, page.refusal)
        if had_focus and self.outcome.isHidden():
            self.list_in.setFocus(TAB)
        if page.is_new:
            self.outcome.focus_first()

    def days_changed(self) -> None:
        """Tell whatever shows days that they are others now."""
        self.changed.emit()

    def show_folder(self, folder: Path) -> None:
        """Open the folder of the saved file in the system's own window (TM-112)."""
        QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(folder)))

    # What is pressed

    @QtCore.Slot()
    def _on_list_in(self) -> None:
        path = self._ask_file(LISTS)
        if path is not None:
            self._presenter.read_list(path)

    @QtCore.Slot()
    def _on_calendar_in(self) -> None:
        path = self._ask_file(CALENDARS)
        if path is not None:
            self._presenter.read_calendar(path)

    @QtCore.Slot()
    def _on_list_out(self) -> None:
        path = self._ask_place(LIST_NAME, LISTS)
        if path is not None:
            self._presenter.save_list(path)

    @QtCore.Slot()
    def _on_calendar_out(self) -> None:
        path = self._ask_place(CALENDAR_NAME, CALENDARS)
        if path is not None:
            self._presenter.save_calendar(path)

    @QtCore.Slot(int)
    def _on_until(self, row: int) -> None:
        self._presenter.choose_until(int(self.until.itemData(row)))

    @QtCore.Slot()
    def _on_leave(self) -> None:
        self._presenter.leave()

    def _ask_with_dialog(self, kind: str) -> Path | None:
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(
            self, _("Choose a file"), _documents(), kind
        )
        return Path(name) if name else None

    def _ask_where(self, name: str, kind: str) -> Path | None:
        return ask_where_to_save(
            self, _("Save the days"), folder=_documents(), name=name, kind=kind
        )


class _Outcome(QtWidgets.QWidget):
    """What a file would do, or why it cannot be taken in."""

    def __init__(self) -> None:
        super().__init__()
        self.take = buttons.primary(_("Take in"))
        self.leave = buttons.secondary(_("Leave it"))
        self._title = PlainText("", "strong")
        self.lines = Lines()
        self._column = Column(self, gap=3)
        self.panel = Panel(REFUSED, _("Not taken in"))
        self.refused, self.problems = PlainText("", "strong"), PlainText("")
        self.panel.mark.setWordWrap(True)
        self.panel.add(self.refused)
        self.panel.add(self.problems)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum)
        for widget in (self._title, self.lines, self.panel):
            self._column.addWidget(widget)
        self._column.addWidget(FlowRow([self.take, self.leave], gap=3))
        self.hide()

    def show_outcome(self, preview: Preview | None, refusal: Refusal | None) -> None:
        """Show one of the two, or nothing."""
        self._title.setVisible(preview is not None)
        self.lines.setVisible(preview is not None)
        self.take.setVisible(preview is not None and preview.can_take)
        self.panel.setVisible(refusal is not None)
        if preview is not None:
            self._title.setText(preview.title)
            self.lines.show_lines(preview.lines)
        if refusal is not None:
            self.refused.setText(refusal.title)
            *found, outcome = refusal.text.split("\n")
            lines = (*found, refusal.more, outcome)  # all that is wrong, and then that
            self.problems.setText("\n".join(line for line in lines if line))
        self.setVisible(preview is not None or refusal is not None)

    def focus_first(self) -> None:
        """Give the keyboard to what can be done with the file."""
        for button in (self.take, self.leave):
            if button.isVisible():
                button.setFocus(TAB)
                return


def _documents() -> str:
    place = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
    return QtCore.QStandardPaths.writableLocation(place)
