"""Rows and columns whose gaps grow with the text; they know no domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtWidgets

from thuiswerkplek.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


class Column(QtWidgets.QVBoxLayout):
    """A column; gap and margins (left, top, right, bottom) in steps of 4 px."""

    def __init__(
        self,
        parent: QtWidgets.QWidget | None = None,
        *,
        gap: int = 3,
        margins: Margins = NO_MARGINS,
        items: Sequence[QtWidgets.QWidget] = (),
    ) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._gap, self._margins = gap, margins
        for item in items:
            self.addWidget(item)
        theme.follow(self._restyle)

    def set_margins(self, margins: Margins) -> None:
        """Keep this much room around, in steps of 4 px."""
        if margins != self._margins:
            self._margins = margins
            self._restyle()

    def _restyle(self) -> None:
        look = theme.current()
        self.setSpacing(look.space(self._gap))
        self.setContentsMargins(*(look.space(step) for step in self._margins))


class Row(QtWidgets.QHBoxLayout):
    """A row; gap and margins (left, top, right, bottom) in steps of 4 px."""

    def __init__(
        self,
        parent: QtWidgets.QWidget | None = None,
        *,
        gap: int = 3,
        margins: Margins = NO_MARGINS,
        items: Sequence[QtWidgets.QWidget] = (),
    ) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._gap, self._margins = gap, margins
        for item in items:
            self.addWidget(item)
        theme.follow(self._restyle)

    def set_margins(self, margins: Margins) -> None:
        """Keep this much room around, in steps of 4 px."""
        if margins != self._margins:
            self._margins = margins
            self._restyle()

    def _restyle(self) -> None:
        look = theme.current()
        self.setSpacing(look.space(self._gap))
        self.setContentsMargins(*(look.space(step) for step in self._margins))
