"""How the hours at home divide over the workplaces, with what is left to divide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.even_row import EvenRow
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.number_field import NumberField, read
from thuiswerkplek.ui.widgets.text import PlainText, Text

if TYPE_CHECKING:
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.ui.worker.workplace_models import ShareField, Shares
    from thuiswerkplek.ui.worker.workplace_presenter import WorkplacePresenter

WHOLE, STEP, FIELD_PX = 100, 5, 250


class SharesView(Card):
    """A number for each workplace; saving waits until they are 100 together."""

    divided = QtCore.Signal()

    def __init__(self, shares: Shares, presenter: WorkplacePresenter) -> None:
        super().__init__(gap=4)
        self._presenter = presenter
        self.fields: dict[WorkplaceId, NumberField] = {}
        self.add(Text(shares.title, "title"))
        self.add(Text(shares.text, "muted"))
        self._add_fields(shares.fields)
        self.left = Text()
        self.save = buttons.secondary(shares.button)
        self.save.clicked.connect(self._on_save)
        self.add(FlowRow([self.save, self.left], gap=4))
        self._on_typed()

    def _add_fields(self, fields: tuple[ShareField, ...]) -> None:
        column = Column(gap=3)
        for share in fields:
            name = PlainText(share.name, "strong")
            name.setAlignment(QtCore.Qt.AlignmentFlag.AlignVCenter)
            field = NumberField("%", 0, WHOLE, STEP, name=share.name, decimals=0)
            field.set_value(share.percent)
            name.setBuddy(field.edit)
            field.edit.textChanged.connect(self._on_typed)
            self.fields[share.id] = field
            column.addWidget(EvenRow((name, field), gap=1, least=FIELD_PX))
        self.body.addLayout(column)

    def _typed(self) -> dict[WorkplaceId, int]:
        return {
            place: round(read(field.edit.text()) or 0)
            for place, field in self.fields.items()
        }

    @QtCore.Slot()
    def _on_typed(self) -> None:
        remaining = self._presenter.remaining(self._typed())
        self.left.setText(remaining.text)
        self.left.set_severity(0 if remaining.is_whole else 2)
        self.save.setEnabled(remaining.can_be_saved)

    @QtCore.Slot()
    def _on_save(self) -> None:
        self._presenter.divide(self._typed())
        self.divided.emit()
