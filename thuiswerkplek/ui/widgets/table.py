"""A table with roomy rows that grow with the text; it knows no domain."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui import theme

ROW_PX = 40


class Table(QtWidgets.QTableView):
    """A table of whole rows to choose from; rows are at least a target high."""

    def __init__(self, *, name: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        behaviour = QtWidgets.QAbstractItemView.SelectionBehavior.SelectRows
        self.setSelectionBehavior(behaviour)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(
            QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel
        )
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(QtCore.Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().px(ROW_PX))
