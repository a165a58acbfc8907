"""The right of *Delen*: the very pages that are saved, and *Save*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.page_images import A4_HEIGHT, ZOOM_STEP, PageImages
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.share_models import PagesState

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.share_models import PagesStatus

LEAST_HEIGHT_PX = 240


class SharePages(QtWidgets.QWidget):
    """The pages, in words what their reader will know, and *Save*."""

    save_wanted = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content = b""
        self._is_alone = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.images = PageImages(name=_("The pages of the report"))
        self.state = Text("", "muted")
        self.knows = Text()
        self.history = Text("", "muted")
        self.why_not = Text("", "strong")
        self.save = buttons.primary(_("Save the report…"), icon="save")
        self.read_back = Text("", "muted")
        column = Column(self, gap=3)
        column.addLayout(self._head())
        column.addWidget(self.images, 1)
        for widget in (self.knows, self.history, self.why_not, self.save):
            column.addWidget(widget)
        column.addWidget(self.read_back)

    def _head(self) -> Row:
        words = Column(gap=1, items=[Text(_("The pages"), "title"), self.state])
        self.smaller = buttons.Button(
            "\u2212", "quiet", name=_("Show the pages smaller")
        )
        self.larger = buttons.Button("+", "quiet", name=_("Show the pages larger"))
        head = Row(gap=1)
        head.addLayout(words, 1)
        for button in (self.smaller, self.larger):
            button.setProperty("square", True)  # noqa: FBT003 - Qt's way
            head.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignBottom)
        return head

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_wanted)
        self.smaller.clicked.connect(lambda: self._zoom(1 / ZOOM_STEP))
        self.larger.clicked.connect(lambda: self._zoom(ZOOM_STEP))
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self._fit_height()

    def _zoom(self, step: float) -> None:
        self.images.set_zoom(self.images.zoom * step)

    def stops(self) -> list[QtWidgets.QWidget]:
        """Return where the keyboard stops, in the order of the eye."""
        return [self.smaller, self.larger, self.images, self.save]

    def show_status(self, status: PagesStatus) -> None:
        """Show the words around the pages and whether they can be saved."""
        if status.state is PagesState.READY:
            _say_when_new(self.state, status.text)
        _say_when_new(self.read_back, status.read_back)
        self.state.setText(status.text)
        self.images.setAccessibleDescription(status.text)
        self.images.set_faded(is_faded=status.state is not PagesState.READY)
        self.knows.setText(status.knows)
        for label, text in (
            (self.history, status.history),
            (self.why_not, status.why_not),
            (self.read_back, status.read_back),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.save.setEnabled(status.can_save)
        self.save.setAccessibleDescription(status.why_not or status.knows)

    def show_pages(self, content: bytes) -> None:
        """Show the pages of exactly these bytes."""
        self.content = content
        self.images.show_content(content)

    def set_alone(self, *, is_alone: bool) -> None:
        """Stand alone under the form, with one page in sight, or beside it."""
        self._is_alone = is_alone
        self._fit_height()

    def _fit_height(self) -> None:
        """Where the page scrolls as a whole, give the pages a height of their own."""
        height = theme.current().px(LEAST_HEIGHT_PX)
        if self._is_alone:
            in_sight = round(self.window().height() * 0.8)
            height = max(height, min(round(self.width() * A4_HEIGHT), in_sight))
        self.images.setMinimumHeight(height)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Follow the width and the window."""
        super().resizeEvent(event)
        self._fit_height()


def _say_when_new(label: Text, words: str) -> None:
    """Let a screen reader say what is about to be shown."""
    if words and label.text() != words:
        said = QtGui.QAccessibleAnnouncementEvent(label, words)
        QtGui.QAccessible.updateAccessibility(said)
