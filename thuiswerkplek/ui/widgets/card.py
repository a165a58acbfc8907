"""Surfaces: the card that holds things together and the panel that says how bad."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.severity_mark import SeverityMark

NARROW_PX, NARROW_PADDING = 280, 4


class Card(QtWidgets.QFrame):
    """A surface with round corners and room inside; `quiet` has no edge.

    Where it is narrow it keeps less room at its edges, for longer lines.
    """

    def __init__(
        self,
        *,
        gap: int = 3,
        padding: int = 6,
        quiet: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "quiet" if quiet else "true")
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Preferred,
            QtWidgets.QSizePolicy.Policy.Minimum,
        )
        self._padding = padding
        self.body = Column(self, gap=gap, margins=(padding,) * 4)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget under the others."""
        self.body.addWidget(widget)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Look again how much room the edges can have."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.current().px(NARROW_PX)
        padding = min(self._padding, NARROW_PADDING) if is_narrow else self._padding
        self.body.set_margins((padding,) * 4)


class Panel(QtWidgets.QFrame):
    """A tinted surface that begins with the mark and word of a severity, 3 to 0."""

    def __init__(
        self,
        severity: int,
        word: str,
        *,
        gap: int = 2,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("severity", str(severity))
        self.mark = SeverityMark(severity, word)
        self.body = Column(self, gap=gap, margins=(5, 4, 5, 4), items=[self.mark])
        self.body.setAlignment(self.mark, QtCore.Qt.AlignmentFlag.AlignLeft)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget under the others."""
        self.body.addWidget(widget)

    def show_severity(self, severity: int, word: str) -> None:
        """Show another severity with its word."""
        self.setProperty("severity", str(severity))
        self.mark.show_severity(severity, word)
        theme.polish_again(self)
