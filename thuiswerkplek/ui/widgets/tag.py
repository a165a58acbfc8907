"""The layer of a source as a small tag: law, standard, advice or tip."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.text import Text

LAYERS = ("law", "standard", "advice", "tip")


class Tag(Text):
    """A word whose edge tells the layer: double, single, dashed or none."""

    def __init__(
        self, layer: str, word: str, *, parent: QtWidgets.QWidget | None = None
    ) -> None:
        if layer not in LAYERS:
            raise ValueError(layer)
        super().__init__(word, "small", parent=parent)
        self._layer = layer
        self.setWordWrap(False)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed
        )
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        side = 0 if self._layer == "tip" else look.px(9)
        self.setContentsMargins(side, look.px(3), side, look.px(3))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the edge of the layer around the word."""
        super().paintEvent(event)
        if self._layer == "tip":
            return
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        pen = QtGui.QPen(look.colour("muted"), look.palette.edge)
        if self._layer == "advice":
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        rect = QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = look.px(6)
        painter.drawRoundedRect(rect, radius, radius)
        if self._layer == "law":
            inset = 2.0 + look.palette.edge
            inner = rect.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, radius - inset, radius - inset)
