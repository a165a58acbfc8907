"""A line of text that begins with an icon; it knows no domain."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Row
from thuiswerkplek.ui.widgets.text import Text

ICON_PX = 16


class IconLine(QtWidgets.QWidget):
    """A small line of text that begins with an icon."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        self._sign = QtWidgets.QLabel()
        row = Row(self, gap=2)
        row.addWidget(self._sign, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(text, "small"), 1)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self._sign.setPixmap(look.pixmap(self._icon, "muted", ICON_PX))
        self._sign.setContentsMargins(0, look.px(2), 0, 0)
