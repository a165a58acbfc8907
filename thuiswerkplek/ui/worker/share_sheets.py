"""Pages of a PDF drawn when they are looked at, sharp at every zoom, from its bytes."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page_images import PageImages, _Sheet

if TYPE_CHECKING:
    from PySide6 import QtPdf

KEPT_IMAGES = 6  # about what is in sight and one page around it
FADED, A4_HEIGHT = 0.35, 297 / 210


class _LiveSheet(_Sheet):
    """One page that draws itself at the width it has."""

    def __init__(self, pages: ReportPages, number: int, words: str, name: str) -> None:
        super().__init__(QtGui.QImage(), words, name)
        self._pages, self._number = pages, number

    def set_width(self, width: int) -> None:
        """Take this width and the height that goes with it."""
        self.setFixedSize(width, round(width * self._pages.ratio(self._number)))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the page, fainter while newer pages are being made."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), QtCore.Qt.GlobalColor.white)
        if self._pages.is_faded:
            painter.setOpacity(FADED)
        size = self.size() * self.devicePixelRatio()
        painter.drawImage(self.rect(), self._pages.image(self._number, size))
        painter.setOpacity(1)
        painter.setPen(QtGui.QPen(look.colour("line"), look.palette.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class ReportPages(PageImages):
    """The pages of one PDF; only pages in sight are drawn."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.is_faded = False
        self._document: QtPdf.QPdfDocument | None = None
        self._images: OrderedDict[tuple[int, int], QtGui.QImage] = OrderedDict()

    def show_content(self, content: bytes) -> None:
        """Show the pages of exactly these bytes, at the place that was read."""
        place = self.verticalScrollBar().value()
        if self._document is not None:
            self._document.deleteLater()
        self._images.clear()
        self._document = _opened(content, self)
        self._show_sheets(self._document)
        QtCore.QTimer.singleShot(0, self, lambda: self._scroll_to(place))

    def _show_sheets(self, document: QtPdf.QPdfDocument) -> None:
        total = document.pageCount()
        self.sheets = [
            _LiveSheet(
                self,
                number,
                document.getAllText(number).text(),
                _("Page {number} of {total}").format(number=number + 1, total=total),
            )
            for number in range(total)
        ]
        inside = QtWidgets.QWidget()
        column = Column(inside, gap=4, margins=(2, 2, 2, 2), items=self.sheets)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._fit()

    def _scroll_to(self, place: int) -> None:
        self.verticalScrollBar().setValue(place)

    def set_faded(self, *, is_faded: bool) -> None:
        """Draw the pages faintly while they are not what would be saved."""
        self.is_faded = is_faded
        self.viewport().update()
        for sheet in self.sheets:
            sheet.update()

    def ratio(self, number: int) -> float:
        """Return height to width of a page."""
        if self._document is None:
            return A4_HEIGHT
        points = self._document.pagePointSize(number)
        return points.height() / max(points.width(), 1)

    def image(self, number: int, size: QtCore.QSize) -> QtGui.QImage:
        """Return a page at this size, drawn once while it is in sight."""
        key = (number, size.width())
        if key not in self._images and self._document is not None:
            self._images[key] = self._document.render(number, size)
            while len(self._images) > KEPT_IMAGES:
                self._images.popitem(last=False)
        return self._images[key]


def _opened(content: bytes, owner: QtCore.QObject) -> QtPdf.QPdfDocument:
    from PySide6 import QtPdf  # with the first report, not with the window

    document = QtPdf.QPdfDocument(owner)
    buffer = QtCore.QBuffer(document)
    buffer.setData(content)
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document
