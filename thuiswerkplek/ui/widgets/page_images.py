"""The pages of a document as they will be printed, one under another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.5, 4.0, 1.25


class _Sheet(QtWidgets.QWidget):
    """One page; the words on it are its accessible text."""

    spoken_role = "Graphic"

    def __init__(self, image: QtGui.QImage, words: str, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)

    def set_width(self, width: int) -> None:
        """Take this width and the height that goes with it."""
        ratio = self._image.height() / max(self._image.width(), 1)
        self.setFixedSize(width, round(width * ratio))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the page on a thin edge, also in the dark: paper is white."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(QtGui.QPen(look.colour("line"), look.palette.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PageImages(QtWidgets.QScrollArea):
    """Page images that fill the width; plus, minus and zero zoom."""

    def __init__(self, *, name: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.zoom = 1.0
        self.sheets: list[_Sheet] = []
        theme.follow(self._fit)

    def show_pages(
        self,
        images: Sequence[QtGui.QImage],
        *,
        words: Sequence[str],
        names: Sequence[str],
    ) -> None:
        """Show these pages, each with its name and the words that are on it."""
        inside = QtWidgets.QWidget()
        inside.setAutoFillBackground(False)
        self.sheets = [
            _Sheet(image, text, name)
            for image, text, name in zip(images, words, names, strict=True)
        ]
        column = Column(inside, gap=4, margins=(2, 2, 2, 2), items=self.sheets)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Show larger or smaller; 1.0 fills the width."""
        self.zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._fit()

    def _fit(self) -> None:
        edges = 4 * theme.current().space(1)
        width = round((self.viewport().width() - edges) * self.zoom)
        for sheet in self.sheets:
            sheet.set_width(max(width, 1))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Fill the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Zoom with plus, minus and zero."""
        zooms = {"+": self.zoom * ZOOM_STEP, "-": self.zoom / ZOOM_STEP, "0": 1.0}
        zoom = zooms.get(event.text())
        if zoom is None:
            super().keyPressEvent(event)
        else:
            self.set_zoom(zoom)
