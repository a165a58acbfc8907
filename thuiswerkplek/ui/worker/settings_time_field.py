"""A time of the day: typed with or without colon, or stepped with the arrows."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker import typed_time
from thuiswerkplek.ui.worker.typed_time import MINUTES_A_DAY, show

STEP = 15
WIDTH_PX = 104


class TimeField(QtWidgets.QWidget):
    """A time of the day; `committed` tells a new valid one."""

    committed = QtCore.Signal(int)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._value = 0
        self.edit = QtWidgets.QLineEdit()
        self.edit.setAccessibleName(name)
        self.complaint = Text(role="small")
        self.complaint.set_severity(3)
        self.complaint.hide()
        Column(self, gap=1, items=[self.edit, self.complaint])
        self.setFocusProxy(self.edit)
        self.edit.editingFinished.connect(self._on_edited)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.edit.setFixedWidth(theme.current().px(WIDTH_PX))

    def value(self) -> int:
        """Return the last valid time."""
        return self._value

    def set_value(self, minutes: int) -> None:
        """Show a time without telling anybody."""
        self._value = minutes
        self.edit.setText(show(minutes))
        self._complain("")

    def step(self, count: int) -> None:
        """Go so many quarters of an hour on or back; after midnight the day begins."""
        typed = typed_time.read(self.edit.text())
        start = self._value if typed is None else typed
        quarter = start // STEP if count > 0 else -(-start // STEP)
        self.edit.setText(show((quarter + count) * STEP % MINUTES_A_DAY))
        self._on_edited()

    @QtCore.Slot()
    def _on_edited(self) -> None:
        minutes = typed_time.read(self.edit.text())
        if minutes is None:
            example = show(self._value)
            self._complain(
                _("Enter a time, such as {example}.").format(example=example)
            )
            return
        is_new = minutes != self._value
        self.set_value(minutes)
        if is_new:
            self.committed.emit(minutes)

    def _complain(self, problem: str) -> None:
        is_wrong = bool(problem)
        self.complaint.setText(problem)
        self.complaint.setVisible(is_wrong)
        self.edit.setAccessibleDescription(problem)
        if self.edit.property("wrong") != is_wrong:
            self.edit.setProperty("wrong", is_wrong)
            theme.polish_again(self.edit)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Step with the up and down arrows."""
        steps = {QtCore.Qt.Key.Key_Up: 1, QtCore.Qt.Key.Key_Down: -1}
        step = steps.get(QtCore.Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step(step)
