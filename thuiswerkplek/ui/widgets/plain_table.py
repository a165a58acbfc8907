"""A table to read or to copy: numbers at the right, as high as its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW_PX, CELL_STEPS = 36, 2


class PlainTable(QtWidgets.QTableWidget):
    """Rows of words; the first column names the row. Arrows walk it, Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, ...], ...] = ()
        self.setAccessibleName(name)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(
            QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel
        )
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed
        )
        theme.follow(self._restyle)

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows under this head."""
        self._lines = (tuple(head), *map(tuple, rows))
        self.clear()
        self.setColumnCount(len(head))
        self.setRowCount(len(rows))
        for column, text in enumerate(head):
            self.setHorizontalHeaderItem(column, _cell(text, column))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.setItem(row, column, _cell(text, column))
        self._restyle()

    def as_text(self) -> str:
        """Return head and rows as cells that a spreadsheet takes in when pasted."""
        return "\n".join("\t".join(cells) for cells in self._lines)

    def _restyle(self) -> None:
        look = theme.current()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            wide = self.columnWidth(column) + look.space(CELL_STEPS)
            self.setColumnWidth(column, wide)
        self._fit()

    def _fit(self) -> None:
        """Take the height of all rows, and of the bar below when it is needed."""
        wide = sum(map(self.columnWidth, range(self.columnCount())))
        look = theme.current()
        high = self.horizontalHeader().sizeHint().height() + 2 * look.space(2)
        high += self.rowCount() * look.px(ROW_PX)
        if wide > self.viewport().width():
            high += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(high)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Make room for the bar below, or take it away."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a narrow place: what is wider scrolls sideways."""
        return QtCore.QSize(theme.current().px(80), self.minimumHeight())


def _cell(text: str, column: int) -> QtWidgets.QTableWidgetItem:
    item = QtWidgets.QTableWidgetItem(text)
    align = QtCore.Qt.AlignmentFlag
    item.setTextAlignment(
        (align.AlignRight if column else align.AlignLeft) | align.AlignVCenter
    )
    return item
