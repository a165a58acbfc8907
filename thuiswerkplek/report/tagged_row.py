"""Stacks beside each other: the row of a table, or columns without any table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thuiswerkplek.report.tagged_flowables import Box, Stack
from thuiswerkplek.report.tagged_reportlab import Flowable
from thuiswerkplek.report.tagged_style import TEXT_HEIGHT, TOLERANCE
from thuiswerkplek.report.tagged_text import half

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.report.tagged_canvas import TaggedCanvas
    from thuiswerkplek.report.tagged_structure import Tag


@dataclass(slots=True)
class Row:
    """Cells beside each other; a single cell takes the whole width."""

    tag: Tag | None
    cells: list[Stack]
    height: float = 0
    keep_with_next: bool = False
    ground: str | None = None

    def wrap(self, widths: Sequence[float]) -> float:
        """Return the height of the highest cell."""
        self.height = max(
            cell.wrap(width, TEXT_HEIGHT)[1]
            for cell, width in zip(self.cells, self._own(widths), strict=True)
        )
        return self.height

    def split(self, widths: Sequence[float], room: float) -> tuple[Row, Row] | None:
        """Return the part that fits into the room and the rest."""
        upper, lower = [], []
        for cell, width in zip(self.cells, self._own(widths), strict=True):
            first, rest = _split_cell(cell, width, room)
            upper.append(first)
            lower.append(rest)
        if not any(cell.children for cell in upper):
            return None
        parts = Row(self.tag, upper), Row(self.tag, lower)
        for part in parts:
            part.wrap(widths)
        return parts

    def paint(
        self, canvas: TaggedCanvas, x: float, top: float, widths: Sequence[float]
    ) -> None:
        """Draw the cells downwards from a point."""
        if self.ground:
            canvas.fill_box(x, top - self.height, sum(widths), self.height, self.ground)
        with canvas.inside(self.tag):
            for cell, width in zip(self.cells, self._own(widths), strict=True):
                cell.paint(canvas, x, top - cell.height)
                x += width

    def _own(self, widths: Sequence[float]) -> Sequence[float]:
        return (sum(widths),) if len(self.cells) == 1 else widths


def _split_cell(cell: Stack, width: float, room: float) -> tuple[Stack, Stack]:
    parts = cell.split(width, room)
    empty = Stack([], tag=cell.tag, box=cell.box)
    if not parts:
        return empty, cell
    return parts[0], parts[1] if parts[1:] else empty


class Beside(Flowable):
    """Columns that are read one after the other; they are no table."""

    def __init__(
        self, columns: Sequence[Sequence[Flowable]], shares: Sequence[float], gap: float
    ) -> None:
        cells = [
            Stack(column, box=Box(left=gap if place else 0))
            for place, column in enumerate(columns)
        ]
        self.spaceBefore = max(cell.spaceBefore for cell in cells)
        self.spaceAfter = max(cell.spaceAfter for cell in cells)
        self.keepWithNext = False
        self.width = self.height = 0.0
        self._row = Row(None, cells)
        self._shares = shares
        self._gap = gap
        self._widths: list[float] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of the highest column."""
        if width != self.width:
            free = width - self._gap * (len(self._shares) - 1)
            total = sum(self._shares)
            self._widths = [share / total * free for share in self._shares]
            self._widths[1:] = [one + self._gap for one in self._widths[1:]]
            self._row.wrap(self._widths)
            self.width = width
        self.height = self._row.height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits of every column and the rest, or nothing."""
        if self.wrap(width, height)[1] <= height + TOLERANCE:
            return [self]
        parts = self._row.split(self._widths, height)
        if parts is None:
            return []
        first, rest = (half(self, _row=row, height=row.height) for row in parts)
        rest.spaceBefore = 0
        return [first, rest]

    def draw(self) -> None:
        """Draw the columns where reportlab put the origin."""
        self._row.paint(self.canv, 0, self.height, self._widths)
