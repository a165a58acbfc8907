"""A short text to type, such as a date, with what is wrong with it under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.plan_models import TextBox

STEPS = {QtCore.Qt.Key.Key_Up: 1, QtCore.Qt.Key.Key_Down: -1}


class LineField(QtWidgets.QWidget):
    """A line that tells what was typed; what is shown comes back from outside.

    Signals:
        typed: another text than was shown stands in it.
        stepped: an arrow key asks for one more, or one less.
    """

    typed = QtCore.Signal(str)
    stepped = QtCore.Signal(int)

    def __init__(self, *, name: str, width: int) -> None:
        super().__init__()
        self._width = width
        self._shown = ""
        self.edit = QtWidgets.QLineEdit()
        self.edit.setAccessibleName(name)
        self.setAccessibleName(name)
        self.complaint = Text(role="small")
        self.complaint.set_severity(3)
        self.complaint.hide()
        column = Column(self, gap=1, items=[self.edit, self.complaint])
        column.setAlignment(self.edit, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.edit)
        self.edit.editingFinished.connect(self.commit)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.edit.setFixedWidth(theme.current().px(self._width))

    @QtCore.Slot()
    def commit(self) -> None:
        """Tell what stands in the line, if that is new."""
        if self.edit.text() != self._shown:
            self._shown = self.edit.text()
            self.typed.emit(self._shown)

    def show_box(self, box: TextBox) -> None:
        """Show a text and what is wrong with it."""
        self._shown = box.text
        if self.edit.text() != box.text:
            self.edit.setText(box.text)
        self.complaint.setText(box.problem)
        self.complaint.setVisible(bool(box.problem))
        self.edit.setAccessibleDescription(box.problem)
        if self.edit.property("wrong") != bool(box.problem):
            self.edit.setProperty("wrong", bool(box.problem))
            theme.polish_again(self.edit)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Step with the up and down arrows."""
        step = STEPS.get(QtCore.Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.commit()
            self.stepped.emit(step)
