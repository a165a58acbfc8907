"""A line of a list that opens what belongs to it; its words wrap."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import glyphs, painted
from thuiswerkplek.ui.widgets.disclosure import Head, Opening
from thuiswerkplek.ui.widgets.sizing import Policy, height_follows_width

SIGN_PX, LEAST_PX = 16, 44


class FoldHead(Head):
    """A title with a quieter note: beside it, or under it where room is short."""

    def __init__(self, title: str, note: str) -> None:
        self._title, self._note = title, note
        super().__init__("")
        height_follows_width(self, Policy.Expanding)
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

    def _lines(self, width: int) -> tuple[painted.Line, ...]:
        """Return the title, and the note where it goes under it."""
        look = theme.current()
        title = painted.Line(self._title, look.font())
        if self._is_on_one_line(width):
            return (title,)
        return title, painted.Line(self._note, look.font("small"), "muted")

    def heightForWidth(self, width: int) -> int:
        """Return the height with the words wrapped."""
        look = theme.current()
        words = painted.lines_height(self._lines(width), width - self._left())
        return max(look.px(LEAST_PX), words + look.space(3))

    def sizeHint(self) -> QtCore.QSize:
        """Ask for a readable width."""
        width = theme.current().px(320)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for a width in which the words still wrap well."""
        look = theme.current()
        return QtCore.QSize(look.px(110), look.px(LEAST_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the line above, the sign, the title and the note."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setPen(QtGui.QPen(look.colour("line"), look.palette.edge))
        painter.drawLine(0, 0, self.width(), 0)
        sign = glyphs.square(0, self.height() / 2, look.px(SIGN_PX))
        name = "down" if self.is_open else "right"
        glyphs.paint(painter, name, sign, look.colour("accent"), weight=2.25)
        lines, room = self._lines(self.width()), self.width() - self._left()
        high = painted.lines_height(lines, room)
        words = QtCore.QRect(self._left(), (self.height() - high) // 2, room, high)
        lines[0].font.setUnderline(self.underMouse())
        painted.draw_lines(painter, words, lines)
        if len(lines) == 1:
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("muted"))
            align = QtCore.Qt.AlignmentFlag
            side = align.AlignRight | align.AlignVCenter
            painter.drawText(self.rect(), side, self._note)


class Fold(Opening):
    """A line of a list, and under it what opens."""

    def __init__(self, title: str, note: str, *, gap: int = 0, inset: int = 2) -> None:
        self.head: FoldHead
        super().__init__(FoldHead(title, note), gap=gap, margins=(inset, 0, 0, 3))
