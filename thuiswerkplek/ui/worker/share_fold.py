"""A line of a list that opens what belongs to it; its words wrap."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.layouts import Column

SIGN_PX, LEAST_PX = 16, 44


class FoldHead(painted.Pressable):
    """A title with a quieter note: beside it, or under it where room is short."""

    def __init__(self, title: str, note: str) -> None:
        self._title, self._note = title, note
        self.is_open = False
        super().__init__("")
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding,
            QtWidgets.QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words(title, note)

    def show_words(self, title: str, note: str) -> None:
        """Show another title and note."""
        self._title, self._note = title, note
        self.setAccessibleName(f"{title}: {note}" if note else title)
        self._restyle()

    def _left(self) -> int:
        look = theme.current()
        return look.px(SIGN_PX) + look.space(3)

    def _is_on_one_line(self, width: int) -> bool:
        look = theme.current()
        title = QtGui.QFontMetrics(look.font()).horizontalAdvance(self._title)
        note = QtGui.QFontMetrics(look.font("small")).horizontalAdvance(self._note)
        return title + note + look.space(4) <= width - self._left()

    def _heights(self, width: int) -> tuple[int, int]:
        look = theme.current()
        room = width - self._left()
        title = painted.text_height(self._title, look.font(), room)
        if not self._note or self._is_on_one_line(width):
            return title, 0
        return title, painted.text_height(self._note, look.font("small"), room)

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        return max(look.px(LEAST_PX), sum(self._heights(width)) + look.space(3))

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a readable width."""
        width = theme.current().px(320)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap well."""
        look = theme.current()
        return QtCore.QSize(look.px(140), look.px(LEAST_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the line above, the sign, the title and the note."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setPen(QtGui.QPen(look.colour("line"), look.palette.edge))
        painter.drawLine(0, 0, self.width(), 0)
        sign = glyphs.square(0, self.height() / 2, look.px(SIGN_PX))
        name = "down" if self.is_open else "right"
        glyphs.paint(painter, name, sign, look.colour("accent"), weight=2.25)
        title, note = self._heights(self.width())
        room = self.rect().adjusted(self._left(), 0, 0, 0)
        room.setTop((self.height() - title - note) // 2)
        font = look.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        painter.drawText(room, painted.WRAP, self._title)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        if note:
            room.setTop(room.top() + title)
            painter.drawText(room, painted.WRAP, self._note)
        else:
            align = QtCore.Qt.AlignmentFlag
            side = align.AlignRight | align.AlignVCenter
            painter.drawText(self.rect(), side, self._note)


class Fold(QtWidgets.QWidget):
    """A head, and under it what opens; closed at first."""

    def __init__(self, title: str, note: str, *, gap: int = 0, inset: int = 2) -> None:
        super().__init__()
        self.head = FoldHead(title, note)
        self._inside = QtWidgets.QWidget()
        self.body = Column(self._inside, gap=gap, margins=(inset, 0, 0, 3))
        Column(self, gap=0, items=[self.head, self._inside])
        self.head.clicked.connect(lambda: self.set_open(is_open=not self.is_open()))
        self.set_open(is_open=False)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget into the part that opens."""
        self.body.addWidget(widget)

    def is_open(self) -> bool:
        """Tell whether the part under the head shows."""
        return self.head.is_open

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the part under the head."""
        self.head.is_open = is_open
        self._inside.setVisible(is_open)
        self.head.setAccessibleDescription(_("open") if is_open else _("closed"))
        self.head.update()
