"""A slim bar for how far something is, with the same in words beside it."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Row
from thuiswerkplek.ui.widgets.text import Text

BAR_PX = 6


class _Bar(QtWidgets.QProgressBar):
    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed
        )
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(theme.current().px(BAR_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the part that is done over the whole."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        edge = look.palette.edge - 1
        radius = self.height() / 2
        whole = QtCore.QRectF(self.rect())
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(whole, radius, radius)
        if edge:  # without soft fills only an edge tells the empty part
            inside = whole.adjusted(edge, edge, -edge, -edge)
            painter.setBrush(look.colour("ground"))
            painter.drawRoundedRect(inside, radius - edge, radius - edge)
        total = self.maximum() - self.minimum()
        done = (self.value() - self.minimum()) / total if total else 0
        if done > 0:
            whole.setWidth(max(whole.width() * done, whole.height()))
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(whole, radius, radius)


class ProgressBar(QtWidgets.QWidget):
    """A bar and its words, such as "12 of 48"; the caller gives the words."""

    def __init__(self, *, name: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar()
        self.bar.setAccessibleName(name)
        self.words = Text(role="small")
        self.words.setWordWrap(False)
        Row(self, gap=3, items=[self.bar, self.words])

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how much is done, with the sentence that says the same."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(words)
        self.words.setText(words)
