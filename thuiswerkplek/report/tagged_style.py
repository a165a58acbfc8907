"""Sizes, colours and spaces of the paper, in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

Align = Literal["left", "right", "center"]

MILLIMETRE = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
MARGIN_SIDE = 22 * MILLIMETRE
MARGIN_TOP = 22 * MILLIMETRE
MARGIN_BOTTOM = 24 * MILLIMETRE
# Less than the tolerance of reportlab, so that what fits here fits there too.
TOLERANCE = 1e-7
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
TEXT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM

INK = "#1F2421"
MUTED_INK = "#565C58"
ACCENT = "#0E6B5C"
ACCENT_SOFT = "#DCEFEA"
GROUND = "#F6F5F1"
LINE = "#C9C6BC"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks and how much room it takes around itself."""

    size: float = 10
    leading: float = 14.5
    color: str = INK
    bold: bool = False
    align: Align = "left"
    before: float = 0
    after: float = 6
    keep_with_next: bool = False


BODY = Style()
LEAD = Style(size=11.5, leading=17, after=10)
SMALL = Style(size=8.5, leading=12, after=4)
MUTED = Style(size=8.5, leading=12, color=MUTED_INK, after=4)
CELL = Style(size=9, leading=12.5, after=3)
CELL_HEADER = Style(size=8, leading=11, color=MUTED_INK, bold=True, after=0)
CAPTION = Style(size=9, leading=12.5, bold=True, after=4, keep_with_next=True)
HEADINGS = (
    Style(size=20, leading=26, bold=True, after=8, keep_with_next=True),
    Style(
        size=13, leading=17, color=ACCENT, bold=True, before=15, after=5,
        keep_with_next=True,
    ),
    Style(size=11, leading=15, bold=True, before=14, after=4, keep_with_next=True),
    Style(
        size=10, leading=14.5, color=MUTED_INK, bold=True, before=10, after=3,
        keep_with_next=True,
    ),
)  # fmt: skip


@cache
def rgb(color: str) -> str:
    """Return the three numbers of a colour such as `#0E6B5C`, as PDF writes them."""
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return " ".join(f"{part:.3f}" for part in parts)


def points(*numbers: float) -> str:
    """Return numbers as PDF writes them, to a hundredth of a point."""
    return " ".join(f"{number:.2f}".rstrip("0").rstrip(".") for number in numbers)
