"""Drawings onto the page: the few shapes ours are made of, without the long way round.

reportlab's renderer sets the whole graphics state anew for every shape; that took an
eighth of the time of a report. It still draws what is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.report.tagged_fonts import BODY_FONT, BOLD_FONT, unit_width
from thuiswerkplek.report.tagged_lines import one_line
from thuiswerkplek.report.tagged_reportlab import (
    Group,
    Line,
    Rect,
    String,
    draw_shapes,
)
from thuiswerkplek.report.tagged_style import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thuiswerkplek.report.tagged_canvas import TaggedCanvas
    from thuiswerkplek.report.tagged_reportlab import Color, Drawing, Shape

_STRAIGHT = (1, 0, 0, 1, 0, 0)
_ARC = 0.4472  # of the radius: where the curve of a corner gets its handles
_PAINTS = {
    (True, True): "B",
    (True, False): "f",
    (False, True): "S",
    (False, False): "n",
}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def paint(drawing: Drawing, canvas: TaggedCanvas) -> None:
    """Draw the shapes with the lower left corner at the origin."""
    shapes = list(_flat(drawing))
    if not all(map(_is_known, shapes)):
        draw_shapes(drawing, canvas, 0, 0)
        return
    for shape in shapes:
        if isinstance(shape, String):
            canvas.emit(_string(shape, canvas))
        elif isinstance(shape, Rect):
            canvas.emit(_rect(shape))
        elif isinstance(shape, Line):
            canvas.emit(_line(shape))


def _flat(group: Group) -> Iterator[Shape]:
    for shape in group.contents:
        if type(shape) is Group and tuple(shape.transform) == _STRAIGHT:
            yield from _flat(shape)
        else:
            yield shape


def _is_known(shape: Shape) -> bool:
    if isinstance(shape, Rect):
        is_clear = shape.fillOpacity is not None or shape.strokeOpacity is not None
        return shape.rx == shape.ry and not is_clear
    if isinstance(shape, String):
        return shape.textAnchor in _ANCHORS
    return isinstance(shape, Line)


def _rect(shape: Rect) -> str:
    path = _outline(shape.x, shape.y, shape.width, shape.height, shape.rx)
    fill = _color(shape.fillColor, "rg")
    paints = _PAINTS[shape.fillColor is not None, shape.strokeColor is not None]
    return f"q {fill}{_pen(shape)}{path} {paints} Q"


def _outline(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle, its corners round where it has a radius."""
    r = min(radius or 0, width / 2, height / 2)
    if not r:
        return f"{points(x, y, width, height)} re"
    right, top, handle = x + width, y + height, r * _ARC
    return " ".join(
        (
            f"{points(x + r, y)} m {points(right - r, y)} l",
            f"{points(right - handle, y, right, y + handle, right, y + r)} c",
            f"{points(right, top - r)} l",
            f"{points(right, top - handle, right - handle, top, right - r, top)} c",
            f"{points(x + r, top)} l",
            f"{points(x + handle, top, x, top - handle, x, top - r)} c",
            f"{points(x, y + r)} l",
            f"{points(x, y + handle, x + handle, y, x + r, y)} c h",
        )
    )


def _line(shape: Line) -> str:
    start, end = points(shape.x1, shape.y1), points(shape.x2, shape.y2)
    return f"q {_pen(shape)}{start} m {end} l S Q"


def _string(shape: String, canvas: TaggedCanvas) -> str:
    name = BOLD_FONT if "Bold" in shape.fontName else BODY_FONT
    text = one_line(shape.text)
    width = unit_width(text, name) * shape.fontSize
    x = shape.x - _ANCHORS[shape.textAnchor] * width
    shown = " ".join(
        f"{subset} {points(shape.fontSize)} Tf {operand} Tj"
        for subset, operand in canvas.glyphs(text, name)
    )
    color = _color(shape.fillColor, "rg")
    return f"BT {color}{points(1, 0, 0, 1, x, shape.y)} Tm {shown} ET"


def _pen(shape: Rect | Line) -> str:
    dashes = shape.strokeDashArray
    dash = f"[{points(*dashes)}] 0 d " if dashes else ""
    return f"{_color(shape.strokeColor, 'RG')}{points(shape.strokeWidth)} w {dash}"


def _color(color: Color | None, operator: str) -> str:
    if color is None:
        return ""
    return f"{color.red:.3f} {color.green:.3f} {color.blue:.3f} {operator} "
