"""Short facts under each other: a label and its text, the labels in one column."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.text import MEASURE, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class FactLines(QtWidgets.QWidget):
    """Labels and texts that end where other texts of a page end.

    Long labels wrap in half of the width, and stand above their texts where both do not
    fit.
    """

    def __init__(
        self, lines: Sequence[tuple[str, str]], *, has_long_labels: bool = False
    ) -> None:
        super().__init__()
        self._has_long_labels, self._is_stacked = has_long_labels, False
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        labels = [] if has_long_labels else [label for label, _text in lines]
        measure = MEASURE - _letters_for(labels)
        self._lines = [
            (Text(label, "strong"), Text(text, measure=measure))
            for label, text in lines
        ]
        for label, _text in self._lines:
            label.setWordWrap(has_long_labels)
        self._place()
        theme.follow(self._restyle)

    def _place(self) -> None:
        """Put the texts beside their labels, or under them where that is too wide."""
        top = QtCore.Qt.AlignmentFlag.AlignTop
        for row, (label, text) in enumerate(self._lines):
            for one in (label, text):
                self._grid.removeWidget(one)
            if self._is_stacked:
                self._grid.addWidget(label, 2 * row, 0, 1, 2, top)
                self._grid.addWidget(text, 2 * row + 1, 0, 1, 2, top)
            else:
                self._grid.addWidget(label, row, 0, top)
                self._grid.addWidget(text, row, 1, top)
        has_columns = self._has_long_labels and not self._is_stacked
        self._grid.setColumnStretch(0, 1 if has_columns else 0)
        self._grid.setColumnStretch(1, 1)

    def _restyle(self) -> None:
        look = theme.current()
        self._grid.setHorizontalSpacing(look.space(3))
        self._grid.setVerticalSpacing(look.space(1))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no more width than the widest word takes, if labels may be long."""
        size = super().minimumSizeHint()
        if self._has_long_labels and self._lines:
            size.setWidth(max(one.minimumSizeHint().width() for one in self._words()))
        return size

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Look again whether labels and texts fit beside each other."""
        super().resizeEvent(event)
        if not self._has_long_labels or not self._lines:
            return
        sides = (
            max(one.minimumSizeHint().width() for one in side)
            for side in zip(*self._lines, strict=True)
        )
        needed = sum(sides) + theme.current().space(3)
        if (self.width() < needed) != self._is_stacked:
            self._is_stacked = not self._is_stacked
            self._place()

    def _words(self) -> Iterator[Text]:
        return itertools.chain.from_iterable(self._lines)


def _letters_for(labels: Sequence[str]) -> int:
    """Return how many letters of a text the column of labels takes."""
    if not labels:
        return 0
    look = theme.current()
    strong = QtGui.QFontMetrics(look.font(strong=True))
    taken = max(map(strong.horizontalAdvance, labels)) + look.space(3)
    return round(taken / QtGui.QFontMetrics(look.font()).averageCharWidth())
