"""Parts beside each other, or under each other in any width that is too narrow."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets.checks import CheckBox
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.field import Field


class Beside(EvenRow):
    """Even columns that become one column, which asks for no more than its parts."""

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for the width of the widest part."""
        widths = [item.minimumSizeHint().width() for item in self._shown()]
        return QtCore.QSize(max(widths, default=1), 1)


class TopField(Field):
    """A field that stands on one line with its neighbour, whose help may be longer."""

    def __init__(
        self, label: str, control: QtWidgets.QWidget, help_text: str = ""
    ) -> None:
        super().__init__(label, control, help_text)
        column = self.layout()
        if isinstance(column, QtWidgets.QVBoxLayout):
            column.insertStretch(column.count() - 1, 1)


def tick(words: str) -> CheckBox:
    """Return a check box whose words may wrap in any width."""
    box = CheckBox(words)
    box.setMinimumWidth(1)
    return box
