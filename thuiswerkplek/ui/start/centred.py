"""A page with one card in its middle that scrolls when it is too large."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column, Row

CARD_PX = 680
ALL_ROOM = 1000


class Centred(QtWidgets.QScrollArea):
    """Holds one card; a new one takes the place of the one before."""

    def __init__(self) -> None:
        super().__init__()
        self._card: QtWidgets.QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QtWidgets.QWidget()
        column = Column(ground, gap=0)
        self._row = Row(gap=0, margins=(4, 4, 4, 4))
        column.addStretch(1)
        column.addLayout(self._row)
        column.addStretch(1)
        self.setWidget(ground)
        theme.follow(self._restyle)

    def set_card(self, card: QtWidgets.QWidget) -> None:
        """Show this card."""
        while self._row.count():
            self._row.takeAt(0)
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        # Stretches and not an alignment, which would lay out with another width.
        self._row.addStretch(1)
        self._row.addWidget(card, ALL_ROOM)
        self._row.addStretch(1)
        self._restyle()

    def _restyle(self) -> None:
        if self._card is not None:
            self._card.setMaximumWidth(theme.current().px(CARD_PX))
            self.fit(self.width())

    def fit(self, width: int) -> None:
        """Leave out what there is no room for; a card may do so."""

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fit the card to the room."""
        super().resizeEvent(event)
        self.fit(self.width())
