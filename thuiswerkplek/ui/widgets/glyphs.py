"""Small signs drawn as paths, so that no font decides how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

if TYPE_CHECKING:
    from collections.abc import Callable

STROKE, GRID = 1.75, 24.0
Points = tuple[tuple[float, float], ...]

_LINES: dict[str, tuple[Points, ...]] = {
    "check": (((5, 12.5), (10, 17.5), (19, 7)),),
    "cross": (((6.5, 6.5), (17.5, 17.5)), ((17.5, 6.5), (6.5, 17.5))),
    "plus": (((12, 5), (12, 19)), ((5, 12), (19, 12))),
    "minus": (((5, 12), (19, 12)),),
    "down": (((6, 9.5), (12, 15.5), (18, 9.5)),),
    "right": (((9.5, 6), (15.5, 12), (9.5, 18)),),
}
SEVERITY_MARKS = {
    3: "triangle",
    2: "diamond",
    1: "disc",
    0: "check",
    None: "minus",
}


def _triangle(path: QtGui.QPainterPath) -> None:
    path.addPolygon(_polygon(((12, 4), (21.5, 20), (2.5, 20))))


def _diamond(path: QtGui.QPainterPath) -> None:
    path.addPolygon(_polygon(((12, 2.5), (21.5, 12), (12, 21.5), (2.5, 12))))


def _disc(path: QtGui.QPainterPath) -> None:
    path.addEllipse(QtCore.QPointF(12, 12), 7.5, 7.5)


_SOLIDS: dict[str, Callable[[QtGui.QPainterPath], None]] = {
    "triangle": _triangle,
    "diamond": _diamond,
    "disc": _disc,
}


def _polygon(points: Points) -> QtGui.QPolygonF:
    return QtGui.QPolygonF([QtCore.QPointF(x, y) for x, y in points])


def paint(
    painter: QtGui.QPainter,
    sign: str,
    rect: QtCore.QRectF,
    colour: QtGui.QColor,
    *,
    weight: float = STROKE,
) -> None:
    """Draw a sign in a square; signs are the names above and the severity marks."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    path = QtGui.QPainterPath()
    pen = QtGui.QPen(colour, weight)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if sign in _SOLIDS:
        _SOLIDS[sign](path)
        path.closeSubpath()
        painter.setBrush(colour)
    for line in _LINES.get(sign, ()):
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
    painter.drawPath(path)
    painter.restore()


def square(left: float, middle: float, side: float) -> QtCore.QRectF:
    """Return a square by its left edge and the height of its middle."""
    return QtCore.QRectF(left, middle - side / 2, side, side)
