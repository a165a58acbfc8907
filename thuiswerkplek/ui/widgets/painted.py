"""What all buttons that paint themselves share: wrapping words, states and keys."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

WRAP = QtCore.Qt.TextFlag.TextWordWrap | QtCore.Qt.AlignmentFlag.AlignLeft
_ENTER = (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)


@lru_cache(maxsize=2048)
def text_height(text: str, font: QtGui.QFont, width: int) -> int:
    """Return the height of a text wrapped to a width; layouts ask it very often."""
    metrics = QtGui.QFontMetrics(font)
    room = QtCore.QRect(0, 0, max(width, 1), 1 << 16)
    return metrics.boundingRect(room, WRAP, text).height()


class Line(NamedTuple):
    """Some words that wrap, with their font and the colour token they are in."""

    text: str
    font: QtGui.QFont
    ink: str = "text"

    def height(self, width: int) -> int:
        """Return how high the words are in a width; nothing when there are none."""
        return text_height(self.text, self.font, width) if self.text else 0


def lines_height(lines: Iterable[Line], width: int, *, gap: int = 0) -> int:
    """Return the height of words under each other, so far apart."""
    heights = [high for line in lines if (high := line.height(width))]
    return sum(heights) + gap * max(len(heights) - 1, 0)


def draw_lines(
    painter: QtGui.QPainter, room: QtCore.QRect, lines: Iterable[Line], *, gap: int = 0
) -> None:
    """Draw words under each other from the top of a room."""
    top = room.top()
    for line in lines:
        painter.setFont(line.font)
        painter.setPen(theme.current().colour(line.ink))
        high = line.height(room.width())
        painter.drawText(
            QtCore.QRect(room.left(), top, room.width(), high), WRAP, line.text
        )
        top += high + (gap if high else 0)


def box(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    *,
    fill: QtGui.QColor,
    edge: QtGui.QColor,
    width: float,
    radius: float,
) -> None:
    """Draw a rounded box whose edge lies wholly inside the rectangle."""
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(QtGui.QPen(edge, width) if width else QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    half = width / 2
    inner = QtCore.QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, radius - half, radius - half)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)


class Pressable(QtWidgets.QAbstractButton):
    """A button that its subclass paints; space and Enter press it."""

    ring_radius = 8

    def __init__(self, text: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Let Enter press, besides the space bar; leave arrows to what is around."""
        if event.key() in _ENTER:
            self.click()
        elif event.key() == QtCore.Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()
