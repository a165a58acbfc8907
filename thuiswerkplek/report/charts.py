"""Small pictures of the report: plain shapes, readable in black and white."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import (
    Drawing,
    Group,
    Line,
    Polygon,
    Rect,
    String,
)
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from thuiswerkplek.domain.catalogue import Layer
from thuiswerkplek.report.tagged import BODY_FONT, BOLD_FONT, INK, LINE, TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

SEVERITY_INK = {0: "#2D6A3A", 1: "#2B5A94", 2: "#8A4B00", 3: "#A4262C"}
SEVERITY_SOFT = {0: "#E0F0E2", 1: "#E3ECF7", 2: "#FBEBD3", 3: "#FBE6E4"}
SEVERITY_MARK = {0: "✓", 1: "●", 2: "◆", 3: "▲"}

_ROW = 17.0
_LABEL_WIDTH = 170.0
_GAP = 12.0
_TAG_HEIGHT = 15.0


@dataclass(frozen=True, slots=True)
class ThemeBar:
    """One theme: how it stands in words, and findings among what was answered."""

    title: str
    severity: int
    word: str
    findings: int
    answers: int


def theme_picture(bars: Sequence[ThemeBar], *, width: float = TEXT_WIDTH) -> Drawing:
    """Return a row per theme: mark, word, and a box per answer, filled when a risk."""
    drawing = Drawing(width, _ROW * max(len(bars), 1))
    if not bars:
        return drawing
    most = max(bar.answers for bar in bars)
    left = (
        _LABEL_WIDTH + _GAP + max(stringWidth(_mark(bar), BOLD_FONT, 9) for bar in bars)
    )
    room = width - left
    box = min(10.0, room / max(most, 1) - 3)
    for number, bar in enumerate(bars):
        y = _ROW * (len(bars) - 1 - number)
        drawing.add(_theme_row(bar, y, box, left, width))
    return drawing


def _mark(bar: ThemeBar) -> str:
    return f"{SEVERITY_MARK[bar.severity]} {bar.word}"


def _theme_row(bar: ThemeBar, y: float, box: float, left: float, width: float) -> Group:
    color = HexColor(SEVERITY_INK[bar.severity])
    row = Group(
        Line(0, y, width, y, strokeColor=HexColor(LINE), strokeWidth=0.4),
        String(
            0, y + 5, bar.title, fontName=BODY_FONT, fontSize=9, fillColor=HexColor(INK)
        ),
        String(
            _LABEL_WIDTH,
            y + 5,
            _mark(bar),
            fontName=BOLD_FONT,
            fontSize=9,
            fillColor=color,
        ),
    )
    for place in range(bar.answers):
        x = left + place * (box + 3)
        row.add(_answer_box(x, y + 3.5, box, bar, is_finding=place < bar.findings))
    return row


def _answer_box(
    x: float, y: float, size: float, bar: ThemeBar, *, is_finding: bool
) -> Rect:
    severity = max(bar.severity, 1)
    fill = SEVERITY_INK[severity] if is_finding else "#FFFFFF"
    edge = SEVERITY_INK[severity] if is_finding else SEVERITY_INK[0]
    return Rect(
        x,
        y,
        size,
        size,
        rx=2,
        ry=2,
        fillColor=HexColor(fill),
        strokeColor=HexColor(edge),
        strokeWidth=0.9,
    )


def marks(severity: int, word: str, layer: Layer, layer_word: str) -> Drawing:
    """Return a strip with the weight of a finding and the layer it rests on."""
    text = f"{SEVERITY_MARK[severity]} {word}"
    weight_width = stringWidth(text, BOLD_FONT, 8.5) + 14
    layer_width = stringWidth(layer_word, BODY_FONT, 8.5) + 16
    drawing = Drawing(weight_width + layer_width + 14, _TAG_HEIGHT)
    drawing.add(
        Rect(
            0,
            0,
            weight_width,
            _TAG_HEIGHT,
            rx=4,
            ry=4,
            fillColor=HexColor(SEVERITY_SOFT[severity]),
            strokeColor=None,
        )
    )
    drawing.add(_word(7, text, BOLD_FONT, SEVERITY_INK[severity]))
    for shape in _edges(weight_width + 10, layer_width, layer):
        drawing.add(shape)
    drawing.add(_word(weight_width + 18, layer_word, BODY_FONT, INK))
    return drawing


def _word(x: float, text: str, font: str, color: str) -> String:
    return String(x, 4.4, text, fontName=font, fontSize=8.5, fillColor=HexColor(color))


def _edges(x: float, width: float, layer: Layer) -> list[Rect | Polygon]:
    """Return a double edge for law, single for a standard, dashed for advice, none."""
    if layer is Layer.TIP:
        return []
    edge = {
        "fillColor": None,
        "strokeColor": HexColor(INK),
        "strokeWidth": 0.7,
        "rx": 4,
        "ry": 4,
    }
    outer = Rect(x, 0.4, width, _TAG_HEIGHT - 0.8, **edge)
    if layer is Layer.ADVICE:
        outer.strokeDashArray = (2.5, 2)
    if layer is not Layer.LAW:
        return [outer]
    return [outer, Rect(x + 1.9, 2.3, width - 3.8, _TAG_HEIGHT - 4.6, **edge)]
