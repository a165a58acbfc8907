"""A line that opens a few more: closed at first, told to screen readers."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.layouts import Column

SIGN_PX, HEIGHT_PX, LEAST_PX = 16, 40, 200


class _Head(painted.Pressable):
    is_open = False

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Maximum,
            QtWidgets.QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        room = width - look.px(SIGN_PX) - look.space(4)
        words = painted.text_height(self.text(), look.font("body"), room)
        return max(look.px(HEIGHT_PX), words + look.space(3))

    def sizeHint(self) -> QtCore.QSize:
        look = theme.current()
        metrics = QtGui.QFontMetrics(look.font("body"))
        width = metrics.horizontalAdvance(self.text()) + look.px(SIGN_PX)
        return QtCore.QSize(width + look.space(4) + 2, look.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        look = theme.current()
        least = min(self.sizeHint().width(), look.px(LEAST_PX))
        return QtCore.QSize(least, look.px(HEIGHT_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        look = theme.current()
        painter = QtGui.QPainter(self)
        font = look.font("body")
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(look.colour("accent"))
        left = look.space(1)
        room = self.rect().adjusted(left, 0, -look.px(SIGN_PX) - look.space(3), 0)
        flags = painted.WRAP | QtCore.Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, self.text())
        words = painter.fontMetrics().horizontalAdvance(self.text())
        end = left + min(words, room.width())
        sign = glyphs.square(
            end + look.space(1) + 2, self.height() / 2 + 1, look.px(SIGN_PX)
        )
        name = "down" if self.is_open else "right"
        glyphs.paint(painter, name, sign, look.colour("accent"), weight=2.25)


class Disclosure(QtWidgets.QWidget):
    """A heading that opens and closes what is added under it."""

    toggled = QtCore.Signal(bool)

    def __init__(self, text: str, *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = _Head(text)
        self.head.clicked.connect(lambda: self.set_open(not self.head.is_open))
        self._inside = QtWidgets.QWidget()
        self.body = Column(self._inside, gap=2, margins=(1, 0, 0, 2))
        column = Column(self, gap=0, items=[self.head, self._inside])
        column.setAlignment(self.head, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.set_open(False)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget into the part that opens."""
        self.body.addWidget(widget)

    def is_open(self) -> bool:
        """Tell whether the part under the heading shows."""
        return self.head.is_open

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's way
        """Open or close the part under the heading."""
        changed = is_open != self.head.is_open
        self.head.is_open = is_open
        self._inside.setVisible(is_open)
        self.head.setAccessibleDescription(_("open") if is_open else _("closed"))
        self.head.update()
        if changed:
            self.toggled.emit(is_open)
