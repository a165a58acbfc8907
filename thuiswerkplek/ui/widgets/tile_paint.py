"""How the parts of a day are drawn, in a tile and in the key beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.month_tiles import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.ui.widgets.month_tiles import Segment

LEAST_WIDE_PX, LEAST_HIGH_PX, GAP_PX, RADIUS_PX = 14, 16, 2, 5
SIZES = ("body", "small", "badge")
STEP_PX, DOT_PX, MARK_PX = 7, 1.25, 9
_CENTRE = QtCore.Qt.AlignmentFlag.AlignCenter


def paint_segments(
    painter: QtGui.QPainter,
    room: QtCore.QRectF,
    segments: Sequence[Segment],
    *,
    is_light: bool = False,
    is_muted: bool = False,
) -> None:
    """Draw the parts beside each other, or under each other where that is too narrow.

    A light part has a dashed edge and no fill, a muted one a quieter letter.
    """
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    for segment, rect in zip(segments, _divided(room, segments), strict=True):
        _paint_box(painter, rect, segment.pattern, is_light=is_light)
        _paint_letter(painter, rect, segment, is_quiet=is_light or is_muted)


def _divided(room: QtCore.QRectF, segments: Sequence[Segment]) -> list[QtCore.QRectF]:
    """Return a place for each part by its share, none too small for its letter."""
    look, count = theme.current(), len(segments)
    gap = look.px(GAP_PX)
    is_beside = room.width() >= count * look.px(LEAST_WIDE_PX) + (count - 1) * gap
    length = room.width() if is_beside else room.height()
    wanted = look.px(LEAST_WIDE_PX if is_beside else LEAST_HIGH_PX)
    least = min(wanted, length / max(count, 1) - gap)
    spare = max(0.0, length - gap * (count - 1) - least * count)
    places, at = [], 0.0
    for segment in segments:
        long = least + spare * segment.share
        places.append(
            QtCore.QRectF(room.left() + at, room.top(), long, room.height())
            if is_beside
            else QtCore.QRectF(room.left(), room.top() + at, room.width(), long)
        )
        at += long + gap
    return places


def _paint_box(
    painter: QtGui.QPainter, rect: QtCore.QRectF, pattern: Pattern, *, is_light: bool
) -> None:
    if pattern is Pattern.NONE:
        return
    look = theme.current()
    is_plain = pattern is Pattern.PLAIN
    edge = QtGui.QPen(
        look.colour("accent" if is_plain else "control"), look.palette.edge
    )
    if is_light:
        edge.setDashPattern([3, 3])
    half = edge.widthF() / 2
    inner = rect.adjusted(half, half, -half, -half)
    outline = QtGui.QPainterPath()
    outline.addRoundedRect(inner, look.px(RADIUS_PX), look.px(RADIUS_PX))
    if not is_light:
        painter.fillPath(outline, look.colour("accent_soft" if is_plain else "sunken"))
    painter.save()
    painter.setClipPath(outline)
    ink = look.colour("line" if is_light else "control")
    {Pattern.STRIPES: _stripes, Pattern.DOTS: _dots}.get(pattern, _nothing)(
        painter, inner, ink
    )
    painter.restore()
    painter.strokePath(outline, edge)


def _stripes(painter: QtGui.QPainter, rect: QtCore.QRectF, ink: QtGui.QColor) -> None:
    step = theme.current().px(STEP_PX)
    painter.setPen(QtGui.QPen(ink, theme.current().palette.edge))
    at = rect.left() - rect.height()
    while at < rect.right():
        start = QtCore.QPointF(at, rect.bottom())
        painter.drawLine(start, QtCore.QPointF(at + rect.height(), rect.top()))
        at += step


def _dots(painter: QtGui.QPainter, rect: QtCore.QRectF, ink: QtGui.QColor) -> None:
    step, radius = theme.current().px(STEP_PX), theme.current().px(DOT_PX)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for down in range(1, round(rect.height() / step) + 1):
        for across in range(1, round(rect.width() / step) + 1):
            where = QtCore.QPointF(
                rect.left() + (across - 0.5) * step, rect.top() + (down - 0.5) * step
            )
            painter.drawEllipse(where, radius, radius)


def _nothing(
    _painter: QtGui.QPainter, _rect: QtCore.QRectF, _ink: QtGui.QColor
) -> None:
    """Draw nothing: a plain part has its fill."""


def _paint_letter(
    painter: QtGui.QPainter, rect: QtCore.QRectF, segment: Segment, *, is_quiet: bool
) -> None:
    look = theme.current()
    font = _font_for(segment.letter, rect, strong=not is_quiet)
    if font is None:
        return  # the pattern is left, and what a screen reader says
    metrics = QtGui.QFontMetrics(font)
    wide = metrics.horizontalAdvance(segment.letter)
    if segment.pattern in {Pattern.STRIPES, Pattern.DOTS}:
        plate = QtCore.QRectF(0, 0, wide + look.px(6), metrics.ascent() + look.px(2))
        plate = plate.intersected(QtCore.QRectF(0, 0, rect.width(), rect.height()))
        plate.moveCenter(rect.center())
        ground = look.colour("surface" if is_quiet else "sunken")
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(plate, look.px(3), look.px(3))
    painter.setFont(font)
    painter.setPen(look.colour("muted" if is_quiet else "text"))
    painter.drawText(rect, _CENTRE, segment.letter)


def _font_for(letter: str, rect: QtCore.QRectF, *, strong: bool) -> QtGui.QFont | None:
    """Return the largest font in which a letter fits in its part."""
    for size in SIZES:
        font = theme.current().font(size, strong=strong)
        metrics = QtGui.QFontMetrics(font)
        is_fitting = metrics.horizontalAdvance(letter) <= rect.width()
        if is_fitting and metrics.capHeight() + 2 <= rect.height():
            return font
    return None


def paint_marks(
    painter: QtGui.QPainter, right: float, bottom: float, count: int
) -> None:
    """Draw small peaks, from a lower right corner to the left."""
    look = theme.current()
    side = look.px(MARK_PX)
    pen = QtGui.QPen(look.colour("text"), look.px(2))
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    for number in range(count):
        left = right - (number + 1) * (side + look.px(2))
        painter.drawPolyline(
            [
                QtCore.QPointF(left, bottom),
                QtCore.QPointF(left + side / 2, bottom - side * 0.6),
                QtCore.QPointF(left + side, bottom),
            ]
        )
