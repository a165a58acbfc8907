"""The bar that says what happened and offers to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.buttons import Button
from thuiswerkplek.ui.widgets.layouts import Row
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

NARROW_PX = 440


class NoticeBar(QtWidgets.QFrame):
    """One sentence and at most one action; stays until replaced or closed."""

    closed = QtCore.Signal()

    def __init__(self, *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "true")
        self._action: Callable[[], None] | None = None
        self.words = Text(measure=200)
        self.action = Button("", "notice")
        self.close_button = Button("\u2715", "notice", name=_("Close this message"))
        self.close_button.setProperty("square", "true")
        self._row = Row(self, gap=3, margins=(4, 1, 2, 1))
        self._row.addWidget(self.words, 1)
        keys = Row(gap=1)
        keys.addStretch(1)
        keys.addWidget(self.action)
        keys.addWidget(self.close_button)
        self._row.addLayout(keys)
        self.action.clicked.connect(self._on_action)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    def tell(
        self,
        text: str,
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence in place of the one before, and say it to screen readers."""
        self._action = on_action
        self.words.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        announcement = QtGui.QAccessibleAnnouncementEvent(self, text)
        QtGui.QAccessible.updateAccessibility(announcement)

    @QtCore.Slot()
    def dismiss(self) -> None:
        """Take the bar away."""
        self._action = None
        self.hide()
        self.closed.emit()

    @QtCore.Slot()
    def _on_action(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Put the buttons under the words where the width is short."""
        narrow = event.size().width() < theme.current().px(NARROW_PX)
        direction = QtWidgets.QBoxLayout.Direction
        self._row.setDirection(
            direction.TopToBottom if narrow else direction.LeftToRight
        )

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
