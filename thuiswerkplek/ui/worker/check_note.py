"""What may stand beside an answer: a note, and a value measured with a meter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.number_field import NumberField
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.check_models import Note, NumberEntry

IDLE_MS, LONGEST, HEIGHT_PX = 800, 4000, 96


class NoteView(Disclosure):
    """A note behind a quiet line; `written` tells its text once typing pauses."""

    written = QtCore.Signal(str)

    def __init__(self, note: Note) -> None:
        super().__init__(_("Your note") if note.text else _("Add a note"))
        self.edit = QtWidgets.QPlainTextEdit(note.text)
        self.edit.setAccessibleName(_("Note"))
        self.edit.setAccessibleDescription(note.warning)
        self.edit.setTabChangesFocus(True)
        self._kept = note.text
        self._pause = QtCore.QTimer(self, interval=IDLE_MS, singleShot=True)
        self.add(Text(note.warning, "small"))
        self.add(self.edit)
        self._connect()
        self.set_open(bool(note.text))
        theme.follow(self._restyle_edit)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.commit)
        self.toggled.connect(self._on_toggled)

    def _restyle_edit(self) -> None:
        self.edit.setFixedHeight(theme.current().px(HEIGHT_PX))

    @QtCore.Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's way
        if is_open:
            self.edit.setFocus()

    @QtCore.Slot()
    def commit(self) -> None:
        """Tell the text, if it changed since it was told."""
        self._pause.stop()
        text = self.edit.toPlainText()[:LONGEST]
        if text != self._kept:
            self._kept = text
            self.written.emit(text)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Keep what was typed when the window closes on it."""
        super().hideEvent(event)
        self.commit()


class ReadingView(Disclosure):
    """A measured value behind a quiet line; `measured` tells it, None takes it back."""

    measured = QtCore.Signal(object)

    def __init__(self, entry: NumberEntry) -> None:
        super().__init__(_("I measured it ({unit})").format(unit=entry.unit))
        self.field = NumberField(
            entry.unit, entry.minimum, entry.maximum, entry.step, name=entry.name
        )
        self.field.set_value(entry.value)
        self.add(self.field)
        self.field.committed.connect(self._on_committed)
        self.field.edit.editingFinished.connect(self._on_edited)
        self.toggled.connect(self._on_toggled)
        self.set_open(entry.value is not None)

    @QtCore.Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's way
        if is_open:
            self.field.setFocus()

    @QtCore.Slot(float)
    def _on_committed(self, value: float) -> None:
        self.measured.emit(value)

    @QtCore.Slot()
    def _on_edited(self) -> None:
        if not self.field.edit.text().strip() and self.field.value() is not None:
            self.field.set_value(None)
            self.measured.emit(None)
