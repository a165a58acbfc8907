"""Short facts under each other: a label and its text, the labels in one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.text import MEASURE, Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class FactLines(QtWidgets.QWidget):
    """Labels and texts that end where other texts of a page end.

    Long labels wrap in two fifths of the width.
    """

    def __init__(
        self, lines: Sequence[tuple[str, str]], *, has_long_labels: bool = False
    ) -> None:
        super().__init__()
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 2 if has_long_labels else 0)
        self._grid.setColumnStretch(1, 3)
        top = QtCore.Qt.AlignmentFlag.AlignTop
        labels = [] if has_long_labels else [label for label, _text in lines]
        measure = MEASURE - _letters_for(labels)
        for row, (label, text) in enumerate(lines):
            name = Text(label, "strong")
            name.setWordWrap(has_long_labels)
            self._grid.addWidget(name, row, 0, top)
            self._grid.addWidget(Text(text, measure=measure), row, 1, top)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self._grid.setHorizontalSpacing(look.space(3))
        self._grid.setVerticalSpacing(look.space(1))


def _letters_for(labels: Sequence[str]) -> int:
    """Return how many letters of a text the column of labels takes."""
    if not labels:
        return 0
    look = theme.current()
    strong = QtGui.QFontMetrics(look.font(strong=True))
    taken = max(map(strong.horizontalAdvance, labels)) + look.space(3)
    return round(taken / QtGui.QFontMetrics(look.font()).averageCharWidth())
