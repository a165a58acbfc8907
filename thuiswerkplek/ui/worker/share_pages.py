"""The right of *Delen*: the very pages that are saved, and the button that saves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.page_images import PageImages
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.worker.share_models import PagesState

if TYPE_CHECKING:
    from PySide6 import QtPdf

    from thuiswerkplek.ui.worker.share_models import PagesStatus

SHARP_PX = 1200  # wide enough to read at twice the width of the column
LEAST_HEIGHT_PX = 320
ZOOM_STEP = 1.25


@dataclass(frozen=True, slots=True)
class ReadPages:
    """What a PDF looks like: an image and the words of every page."""

    images: tuple[QtGui.QImage, ...]
    words: tuple[str, ...]


def read_pages(content: bytes) -> ReadPages:
    """Return the pages of a PDF that this program made."""
    from PySide6 import QtPdf  # with the first report, not with the window

    buffer = QtCore.QBuffer()
    buffer.setData(content)
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    document = QtPdf.QPdfDocument(None)
    document.load(buffer)
    pages = range(document.pageCount())
    read = ReadPages(
        images=tuple(_image(document, page) for page in pages),
        words=tuple(document.getAllText(page).text() for page in pages),
    )
    document.close()
    return read


def _image(document: QtPdf.QPdfDocument, page: int) -> QtGui.QImage:
    points = document.pagePointSize(page)
    height = round(SHARP_PX * points.height() / points.width())
    size = QtCore.QSize(SHARP_PX, height)
    image = QtGui.QImage(size, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(image)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return image


class SharePages(QtWidgets.QWidget):
    """The pages, in words what their reader will know, and *Save*."""

    save_wanted = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content = b""
        self._is_tall = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.images = PageImages(name=_("The pages of the report"))
        self.state = Text("", "muted")
        self.smaller = buttons.quiet("−")
        self.larger = buttons.quiet("+")
        self.smaller.setAccessibleName(_("Show the pages smaller"))
        self.larger.setAccessibleName(_("Show the pages larger"))
        head = Row(gap=1)
        head.addWidget(self.state, 1)
        for button in (self.smaller, self.larger):
            button.setProperty("square", True)  # noqa: FBT003 - Qt's way
            head.addWidget(button)
        self.knows = Text()
        self.history = Text("", "muted")
        self.why_not = PlainText("", "strong")
        self.save = buttons.primary(_("Save the report…"), icon="save")
        column = Column(self, gap=3)
        column.addLayout(head)
        column.addWidget(self.images, 1)
        for widget in (self.knows, self.history, self.why_not, self.save):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_wanted)
        self.smaller.clicked.connect(lambda: self._zoom(1 / ZOOM_STEP))
        self.larger.clicked.connect(lambda: self._zoom(ZOOM_STEP))
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self._fit_height()

    def _zoom(self, step: float) -> None:
        self.images.set_zoom(self.images.zoom * step)
        self._fit_height()

    def show_status(self, status: PagesStatus) -> None:
        """Show the words around the pages and whether they can be saved."""
        self.state.setText(status.text)
        self.images.setAccessibleDescription(status.text)
        self.knows.setText(status.knows)
        for label, text in (
            (self.history, status.history),
            (self.why_not, status.why_not),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.save.setEnabled(status.can_save)
        self.save.setAccessibleDescription(status.why_not or status.knows)
        self.images.setEnabled(status.state is not PagesState.FAILED)

    def show_pages(self, content: bytes) -> None:
        """Show the pages of exactly these bytes, at the place that was read."""
        self.content = content
        read = read_pages(content)
        total = len(read.images)
        place = self.images.verticalScrollBar().value()
        self.images.show_pages(
            read.images,
            words=read.words,
            names=[
                _("Page {number} of {total}").format(number=number, total=total)
                for number in range(1, total + 1)
            ],
        )
        self._fit_height()
        QtCore.QTimer.singleShot(0, self.images, lambda: self._scroll_to(place))

    def _scroll_to(self, place: int) -> None:
        self.images.verticalScrollBar().setValue(place)

    def set_tall(self, *, is_tall: bool) -> None:
        """Show all pages under one another, or as many as there is room for."""
        self._is_tall = is_tall
        policy = QtCore.Qt.ScrollBarPolicy
        self.images.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if is_tall else policy.ScrollBarAlwaysOn
        )
        self._fit_height()

    def _fit_height(self) -> None:
        least = theme.current().px(LEAST_HEIGHT_PX)
        inside = self.images.widget()
        if self._is_tall and inside is not None:
            least = max(least, inside.sizeHint().height() + 2)
        self.images.setMinimumHeight(least)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Follow the width: pages that fill it become taller."""
        super().resizeEvent(event)
        self._fit_height()
