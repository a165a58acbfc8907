"""What answers are given with, mouse or keys, and presses that come too early."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

_KINDS = QtCore.QEvent.Type


class Hands(QtCore.QObject):
    """Watches the buttons of a question.

    A double click answers once: its second half would land on the next question. A
    press that first left a field is held when that brought something to read.
    """

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.by_mouse = False
        self._is_held = False

    def watch(self, *buttons: QtWidgets.QAbstractButton) -> None:
        """Watch these buttons as long as they are there."""
        for button in buttons:
            button.installEventFilter(self)

    def hold_press(self) -> None:
        """Drop the press that is being made now, if there is one."""
        pressed = QtGui.QGuiApplication.mouseButtons()
        self._is_held = pressed != QtCore.Qt.MouseButton.NoButton
        QtCore.QTimer.singleShot(0, self, self._on_press_over)

    @QtCore.Slot()
    def _on_press_over(self) -> None:
        self._is_held = False

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Remember mouse or keys, and swallow what should not count."""
        kind = event.type()
        if kind in (_KINDS.MouseButtonPress, _KINDS.KeyPress):
            self.by_mouse = kind == _KINDS.MouseButtonPress
        is_dropped = kind == _KINDS.MouseButtonPress and self._is_held
        return is_dropped or kind == _KINDS.MouseButtonDblClick
