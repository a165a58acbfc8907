"""Tables: header cells with a scope, rows that split, headers that come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from thuiswerkplek.report.tagged_document import text_string
from thuiswerkplek.report.tagged_flowables import Box, Stack, as_flowables
from thuiswerkplek.report.tagged_lines import Content
from thuiswerkplek.report.tagged_reportlab import Flowable
from thuiswerkplek.report.tagged_structure import Tag
from thuiswerkplek.report.tagged_style import (
    CAPTION,
    CELL,
    CELL_HEADER,
    INK,
    LINE,
    TEXT_HEIGHT,
    TOLERANCE,
    Align,
    Style,
)
from thuiswerkplek.report.tagged_text import Text, half

if TYPE_CHECKING:
    from thuiswerkplek.report.tagged_canvas import TaggedCanvas

Cell = Content | Flowable | Sequence[Flowable]

_TALL = TEXT_HEIGHT / 3  # a higher row is split rather than moved to the next page
_COLUMN_HEADER = b"/A<</O/Table/Scope/Column>>"
_ROW_HEADER = b"/A<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        title: what its header cell says.
        share: its part of the width, beside the shares of the others.
        align: how its cells are aligned.
    """

    title: Content
    share: float = 1
    align: Align = "left"


@dataclass(slots=True)
class Row:
    """The cells beside each other."""

    tag: Tag
    cells: list[Stack]
    height: float = 0

    def wrap(self, widths: list[float]) -> float:
        """Return the height of the highest cell."""
        self.height = max(
            cell.wrap(width, TEXT_HEIGHT)[1]
            for cell, width in zip(self.cells, widths, strict=True)
        )
        return self.height

    def split(self, widths: list[float], room: float) -> tuple[Row, Row] | None:
        """Return the part that fits into the room and the rest."""
        upper, lower = [], []
        for cell, width in zip(self.cells, widths, strict=True):
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
        self, canvas: TaggedCanvas, x: float, top: float, widths: list[float]
    ) -> None:
        """Draw the cells downwards from a point."""
        with canvas.inside(self.tag):
            for cell, width in zip(self.cells, widths, strict=True):
                cell.paint(canvas, x, top - cell.height)
                x += width


def _split_cell(cell: Stack, width: float, room: float) -> tuple[Stack, Stack]:
    parts = cell.split(width, room)
    empty = Stack([], tag=cell.tag, box=cell.box)
    if not parts:
        return empty, cell
    return parts[0], parts[1] if parts[1:] else empty


class Table(Flowable):
    """A header row and the rows below it, on as many pages as they need."""

    def __init__(
        self, header: Row, rows: list[Row], shares: Sequence[float], tag: Tag
    ) -> None:
        self.tag = tag
        self.spaceBefore, self.spaceAfter = 4.0, 12.0
        self.keepWithNext = False
        self.caption: Text | None = None
        self._header = header
        self._rows = rows
        self._shares = shares
        self._widths: list[float] = []
        self._is_continued = False
        self.width = self.height = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of the caption and all rows."""
        if width != self.width:
            total = sum(self._shares)
            self._widths = [share / total * width for share in self._shares]
            for row in (self._header, *self._rows):
                row.wrap(self._widths)
            self.width = width
        self.height = self._head_height() + sum(row.height for row in self._rows)
        return self.width, self.height

    def _head_height(self) -> float:
        height = self._header.height
        if self.caption and not self._is_continued:
            height += self.caption.wrap(self.width, TEXT_HEIGHT)[1]
            height += self.caption.spaceAfter
        return height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the rows that fit and the rest, or nothing when none fits."""
        if self.wrap(width, height)[1] <= height + TOLERANCE:
            return [self]
        room = height - self._head_height()
        count = 0
        while self._rows[count:] and self._rows[count].height <= room + TOLERANCE:
            room -= self._rows[count].height
            count += 1
        first, rest = self._rows[:count], self._rows[count:]
        if (
            rest
            and rest[0].height > _TALL
            and (cut := rest[0].split(self._widths, room))
        ):
            first, rest = [*first, cut[0]], [cut[1], *rest[1:]]
        if not first:
            return []
        return [self._part(first), self._part(rest, is_continued=True)]

    def _part(self, rows: list[Row], *, is_continued: bool = False) -> Table:
        part = half(self, _rows=rows, _is_continued=is_continued or self._is_continued)
        part.wrap(self.width, 0)
        return part

    def draw(self) -> None:
        """Draw the caption, the header and the rows."""
        canvas: TaggedCanvas = self.canv
        with canvas.inside(self.tag):
            y = self._draw_head(canvas)
            for row in self._rows:
                row.paint(canvas, 0, y, self._widths)
                y -= row.height
                canvas.stroke_line(0, y, self.width, 0.4, LINE)

    def _draw_head(self, canvas: TaggedCanvas) -> float:
        y = self.height
        if self.caption and not self._is_continued:
            y -= self.caption.height
            self.caption.paint(canvas, 0, y)
            y -= self.caption.spaceAfter
        if self._is_continued:
            with canvas.artifact("/Type /Pagination"):
                self._header.paint(canvas, 0, y, self._widths)
        else:
            self._header.paint(canvas, 0, y, self._widths)
        y -= self._header.height
        canvas.stroke_line(0, y, self.width, 0.8, INK)
        return y


def make_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    summary: str,
    caption: str,
    row_headers: bool,
) -> Table:
    """Return a table; every row has a cell for every column.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    for row in rows:
        if len(row) != len(columns):
            message = f"{len(row)} cells in a table of {len(columns)} columns"
            raise ValueError(message)
    header = Row(Tag("TR"), [_header_cell(columns, n) for n in range(len(columns))])
    body = [_row(columns, row, row_headers=row_headers) for row in rows]
    attributes = b"/A<</O/Table/Summary %b>>" % text_string(summary) if summary else b""
    shares = [column.share for column in columns]
    table = Table(header, body, shares, Tag("Table", attributes))
    if caption:
        table.caption = Text(caption, CAPTION, Tag("Caption"))
    return table


def _row(
    columns: Sequence[Column], contents: Sequence[Cell], *, row_headers: bool
) -> Row:
    cells = []
    for place, (column, content) in enumerate(zip(columns, contents, strict=True)):
        is_header = row_headers and place == 0
        tag = Tag("TH", _ROW_HEADER) if is_header else Tag("TD")
        parts = as_flowables(content, _aligned(CELL, column.align))
        cells.append(Stack(parts, tag=tag, box=_cell_box(place)))
    return Row(Tag("TR"), cells)


def _header_cell(columns: Sequence[Column], place: int) -> Stack:
    column = columns[place]
    text = Text(column.title, _aligned(CELL_HEADER, column.align), None)
    return Stack([text], tag=Tag("TH", _COLUMN_HEADER), box=_cell_box(place))


@cache
def _aligned(style: Style, align: Align) -> Style:
    return replace(style, align=align)


@cache
def _cell_box(place: int) -> Box:
    return Box(left=8 if place else 0, top=4.5, bottom=4.5)
