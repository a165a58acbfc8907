"""Small pictures of the report: plain shapes, readable in black and white."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor

from thuiswerkplek.domain.catalogue import Layer
from thuiswerkplek.report.marks import SEVERITY_INK, SEVERITY_MARK, SEVERITY_SOFT
from thuiswerkplek.report.tagged import (
    BODY_FONT,
    BOLD_FONT,
    INK,
    LINE,
    MUTED_INK,
    TEXT_WIDTH,
    text_width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 12.7
_SIZE = 9.0
_LABEL_WIDTH = 176.0
_GAP = 14.0
_COUNT_WIDTH = 58.0
_BOX, _BETWEEN = 8.4, 3.0
_TINY = 8.0  # a smaller step is no box any more, but a part of a bar
_TAG_HEIGHT = 15.0
_TAG_SIZE = 8.5
_TAG_PADDING = 8.0


@dataclass(frozen=True, slots=True)
class ThemeBar:
    """One theme: how it stands in words, and findings among what was answered."""

    title: str
    severity: int
    word: str
    findings: int
    answers: int
    count: str


def theme_picture(bars: Sequence[ThemeBar], *, width: float = TEXT_WIDTH) -> Drawing:
    """Return a row per theme: mark, word, and a box per answer, filled when a risk."""
    drawing = Drawing(width, _ROW * max(len(bars), 1))
    if not bars:
        return drawing
    left = _LABEL_WIDTH + _GAP
    left += max(text_width(_mark(bar), BOLD_FONT, _SIZE) for bar in bars)
    most = max(bar.answers for bar in bars)
    step = min(_BOX + _BETWEEN, (width - _COUNT_WIDTH - left) / max(most, 1))
    for number, bar in enumerate(bars):
        y = _ROW * (len(bars) - 1 - number)
        drawing.add(_theme_row(bar, y, left, step, width))
    return drawing


def _mark(bar: ThemeBar) -> str:
    return f"{SEVERITY_MARK[bar.severity]} {bar.word}"


def _theme_row(
    bar: ThemeBar, y: float, left: float, step: float, width: float
) -> Group:
    row = Group(
        Line(0, y, width, y, strokeColor=HexColor(LINE), strokeWidth=0.4),
        _text(0, y + 3.2, bar.title, BODY_FONT, INK),
        _text(_LABEL_WIDTH, y + 3.2, _mark(bar), BOLD_FONT, SEVERITY_INK[bar.severity]),
    )
    for shape in (
        _boxes(bar, left, y, step) if step > _TINY else _bar(bar, left, y, step)
    ):
        row.add(shape)
    count = _text(width, y + 3.2, bar.count, BODY_FONT, MUTED_INK)
    count.textAnchor = "end"
    row.add(count)
    return row


def _boxes(bar: ThemeBar, left: float, y: float, step: float) -> list[Rect]:
    """Return a box for every answer, filled for a finding."""
    size = step * _BOX / (_BOX + _BETWEEN)
    return [
        _box(left + place * step, y, size, size, bar, is_finding=place < bar.findings)
        for place in range(bar.answers)
    ]


def _bar(bar: ThemeBar, left: float, y: float, step: float) -> list[Rect]:
    """Return one bar for many answers, filled as far as there are findings."""
    parts = ((bar.answers, False), (bar.findings, True))
    return [
        _box(left, y, count * step, _BOX, bar, is_finding=is_finding)
        for count, is_finding in parts
        if count
    ]


def _box(
    x: float, y: float, width: float, height: float, bar: ThemeBar, *, is_finding: bool
) -> Rect:
    ink = SEVERITY_INK[max(bar.severity, 1) if is_finding else 0]
    return Rect(
        x,
        y + (_ROW - height) / 2,
        width,
        height,
        rx=1.7,
        ry=1.7,
        fillColor=HexColor(ink if is_finding else "#FFFFFF"),
        strokeColor=HexColor(ink),
        strokeWidth=0.8,
    )


@lru_cache(maxsize=64)
def marks(severity: int, word: str, layer: Layer, layer_word: str) -> Drawing:
    """Return a strip with the weight of a finding and the layer it rests on."""
    text = f"{SEVERITY_MARK[severity]} {word}"
    weight_width = text_width(text, BOLD_FONT, _TAG_SIZE) + 2 * _TAG_PADDING
    layer_width = _layer_width(layer_word)
    drawing = Drawing(weight_width + 8 + layer_width, _TAG_HEIGHT)
    ground = HexColor(SEVERITY_SOFT[severity])
    drawing.add(
        Rect(
            0,
            0,
            weight_width,
            _TAG_HEIGHT,
            rx=4,
            ry=4,
            fillColor=ground,
            strokeColor=None,
        )
    )
    ink = SEVERITY_INK[severity]
    drawing.add(_text(_TAG_PADDING, 4.4, text, BOLD_FONT, ink, _TAG_SIZE))
    drawing.add(_layer(weight_width + 8, layer, layer_word))
    return drawing


@lru_cache(maxsize=64)
def layers(named: tuple[tuple[Layer, str], ...]) -> Drawing:
    """Return the tags of some layers beside each other."""
    widths = [_layer_width(word) for _layer_of, word in named]
    drawing = Drawing(sum(widths) + 8 * (len(named) - 1), _TAG_HEIGHT)
    x = 0.0
    for (layer, word), width in zip(named, widths, strict=True):
        drawing.add(_layer(x, layer, word))
        x += width + 8
    return drawing


def _layer_width(word: str) -> float:
    return text_width(word, BODY_FONT, _TAG_SIZE) + 2 * _TAG_PADDING


def _layer(x: float, layer: Layer, word: str) -> Group:
    """Return a word with a double edge for law, single for a standard, dashed, none."""
    tag = Group(_text(x + _TAG_PADDING, 4.4, word, BODY_FONT, INK, _TAG_SIZE))
    if layer is Layer.TIP:
        return tag
    width = _layer_width(word)
    outer = _edge(x, width, 0.4)
    if layer is Layer.ADVICE:
        outer.strokeDashArray = (2.5, 2)
    tag.add(outer)
    if layer is Layer.LAW:
        tag.add(_edge(x, width, 2.3))
    return tag


def _edge(x: float, width: float, inset: float) -> Rect:
    return Rect(
        x + inset,
        inset,
        width - 2 * inset,
        _TAG_HEIGHT - 2 * inset,
        rx=4,
        ry=4,
        fillColor=None,
        strokeColor=HexColor(INK),
        strokeWidth=0.7,
    )


def _text(
    x: float, y: float, text: str, font: str, color: str, size: float = _SIZE
) -> String:
    return String(x, y, text, fontName=font, fontSize=size, fillColor=HexColor(color))
