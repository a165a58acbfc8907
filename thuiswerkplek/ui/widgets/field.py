"""A control with its label above it and a line of help under that."""

from __future__ import annotations

from PySide6 import QtWidgets

from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text


class Field(QtWidgets.QWidget):
    """A labelled control; screen readers hear the label and the help with it."""

    def __init__(
        self,
        label: str,
        control: QtWidgets.QWidget,
        help_text: str = "",
        *,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = Text(label, "strong")
        self.help = Text(help_text, "small")
        self.help.setVisible(bool(help_text))
        self.label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(help_text)
        column = Column(self, gap=1, items=[self.label, self.help])
        column.addWidget(control)
