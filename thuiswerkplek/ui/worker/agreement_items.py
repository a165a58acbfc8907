"""Lines of equipment in the form *Agreement*, each with its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.domain.agreement import Item
from thuiswerkplek.domain.people import NAME_LENGTH
from thuiswerkplek.domain.workplace import Owner
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.agreement_controls import Complaint, SideBySide

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.agreement_models import Items

BESIDE_PX = 190


class _Row(NamedTuple):
    whole: QtWidgets.QWidget
    name: QtWidgets.QLineEdit
    owner: Select
    remove: buttons.Button


class ItemLines(QtWidgets.QWidget):
    """As many lines as there are things; `edited` tells that something changed."""

    edited = QtCore.Signal()

    def __init__(self, part: Items) -> None:
        super().__init__()
        self._part = part
        self.rows: list[_Row] = []
        self._lines = QtWidgets.QWidget()
        self._lines_column = Column(self._lines, gap=4)
        self.add = buttons.secondary(part.add_word, icon="add")
        self.complaint = Complaint()
        label = Text(part.label, "strong")
        Column(self, gap=2, items=[label, self._lines, self.add, self.complaint])
        self.add.clicked.connect(self._on_add)

    def items(self) -> tuple[Item, ...]:
        """Return the lines; one without a name too."""
        return tuple(
            Item(row.name.text(), Owner(row.owner.currentData())) for row in self.rows
        )

    def set_items(self, items: tuple[Item, ...]) -> None:
        """Show these lines."""
        while self.rows:
            self._drop(self.rows[-1])
        for item in items:
            self._add(item)
        self._chain()

    def _chain(self) -> None:
        """Let the keyboard pass the lines where the button stood, and then it."""
        stops = [one for row in self.rows for one in row[1:]]
        chain([self.add, *stops, self.add] if stops else [])

    def _add(self, item: Item) -> _Row:
        part, number = self._part, len(self.rows) + 1
        name = QtWidgets.QLineEdit(item.name)
        name.setMaxLength(NAME_LENGTH)
        owner = Select()
        for code, word in part.owners:
            owner.addItem(word, code)
        owner.setCurrentIndex(owner.findData(item.owner.value))
        label = part.name_word.format(number=number)
        remove = buttons.Button(
            part.remove_word, "quiet", name=f"{label}: {part.remove_word}"
        )
        whole = QtWidgets.QWidget()
        fields = (Field(label, name), Field(part.owner_word, owner))
        owner.setAccessibleName(f"{label}: {part.owner_word}")
        Column(whole, gap=1, items=[SideBySide(fields, least=BESIDE_PX), remove])
        row = _Row(whole, name, owner, remove)
        self.rows.append(row)
        self._lines_column.addWidget(whole)
        self._connect(row)
        return row

    def _connect(self, row: _Row) -> None:
        row.name.editingFinished.connect(self.edited)
        row.owner.activated.connect(lambda _row: self.edited.emit())
        row.remove.clicked.connect(lambda _on=False: self._on_remove(row))

    def _drop(self, row: _Row) -> None:
        self.rows.remove(row)
        self._lines_column.removeWidget(row.whole)
        row.whole.hide()
        row.whole.deleteLater()

    @QtCore.Slot()
    def _on_add(self) -> None:
        row = self._add(Item(""))
        row.whole.show()
        self._chain()
        row.name.setFocus()
        self.edited.emit()

    def _on_remove(self, row: _Row) -> None:
        items = [
            item
            for item, one in zip(self.items(), self.rows, strict=True)
            if one is not row
        ]
        self.set_items(tuple(items))  # the lines are numbered anew
        self.add.setFocus()
        self.edited.emit()

    def complain(self, text: str) -> None:
        """Say what is wrong under the lines, or that nothing is."""
        self.complaint.say(text)
        self.add.setAccessibleDescription(text)

    def focus(self) -> None:
        """Give the keyboard to the first line."""
        (self.rows[0].name if self.rows else self.add).setFocus()
