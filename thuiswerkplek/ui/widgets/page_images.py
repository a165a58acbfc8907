"""The pages of a PDF as they will be printed, sharp at every zoom."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6 import QtPdf

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.5, 4.0, 1.25
KEPT_IMAGES = 6  # about what is in sight and one page around it
FADED, A4_HEIGHT = 0.35, 297 / 210


class PageSheet(QtWidgets.QWidget):
    """One page that is drawn at the width it has; its words are its description."""

    spoken_role = "Graphic"

    def __init__(self, pages: PageImages, number: int, name: str, words: str) -> None:
        super().__init__()
        self._pages, self._number = pages, number
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)

    def set_width(self, width: int) -> None:
        """Take this width and the height that goes with it."""
        self.setFixedSize(width, round(width * self._pages.ratio(self._number)))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the page on a thin edge, also in the dark: paper is white."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        image = self._pages.image(self._number, self.size() * self.devicePixelRatio())
        if image is None:
            painter.fillRect(self.rect(), look.colour("surface"))
        else:
            painter.fillRect(self.rect(), QtCore.Qt.GlobalColor.white)
            painter.setOpacity(FADED if self._pages.is_faded else 1)
            painter.drawImage(self.rect(), image)
            painter.setOpacity(1)
        painter.setPen(QtGui.QPen(look.colour("line"), look.palette.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PageImages(QtWidgets.QScrollArea):
    """The pages of one PDF filling the width; plus, minus and zero zoom.

    Only pages in sight are drawn. Before the first PDF an empty sheet lies ready.
    """

    def __init__(self, *, name: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.zoom, self.is_faded = 1.0, False
        self.sheets: list[PageSheet] = []
        self._document: QtPdf.QPdfDocument | None = None
        self._images: OrderedDict[tuple[int, int], QtGui.QImage] = OrderedDict()
        self._lay_down([PageSheet(self, 0, name, "")])
        theme.follow(self._fit)

    def show_content(self, content: bytes) -> None:
        """Show the pages of exactly these bytes, at the place that was read."""
        place = self.verticalScrollBar().value()
        if self._document is not None:
            self._document.deleteLater()
        self._images.clear()
        self._document = document = _opened(content, self)
        self._lay_down(self._sheets_of(document))
        QtCore.QTimer.singleShot(0, self, lambda: self._scroll_to(place))

    def _sheets_of(self, document: QtPdf.QPdfDocument) -> list[PageSheet]:
        total, name = document.pageCount(), _("Page {number} of {total}")
        return [
            PageSheet(
                self,
                number,
                name.format(number=number + 1, total=total),
                document.getAllText(number).text(),
            )
            for number in range(total)
        ]

    def _lay_down(self, sheets: Sequence[PageSheet]) -> None:
        self.sheets = list(sheets)
        inside = QtWidgets.QWidget()
        column = Column(inside, gap=4, margins=(2, 2, 2, 2), items=sheets)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._fit()

    def _scroll_to(self, place: int) -> None:
        self.verticalScrollBar().setValue(place)

    def set_faded(self, *, is_faded: bool) -> None:
        """Draw the pages faintly while they are not what they should be."""
        self.is_faded = is_faded
        for sheet in self.sheets:
            sheet.update()

    def ratio(self, number: int) -> float:
        """Return height to width of a page."""
        if self._document is None:
            return A4_HEIGHT
        points = self._document.pagePointSize(number)
        return points.height() / max(points.width(), 1)

    def image(self, number: int, size: QtCore.QSize) -> QtGui.QImage | None:
        """Return a page at this size, drawn once while it is in sight."""
        key = (number, size.width())
        if key not in self._images and self._document is not None:
            self._images[key] = self._document.render(number, size)
            while len(self._images) > KEPT_IMAGES:
                self._images.popitem(last=False)
        return self._images.get(key)

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


def _opened(content: bytes, owner: QtCore.QObject) -> QtPdf.QPdfDocument:
    from PySide6 import QtPdf  # with the first report, not with the window

    document = QtPdf.QPdfDocument(owner)
    buffer = QtCore.QBuffer(document)
    buffer.setData(content)
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document
