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
from thuiswerkplek.report.tagged_row import Row
from thuiswerkplek.report.tagged_structure import Tag
from thuiswerkplek.report.tagged_style import (
    CAPTION,
    CELL_HEADER,
    GROUND,
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
_MUCH = TEXT_HEIGHT * 0.8  # with this much room a table begins where it stands
_LONELY = 2  # rows that do not stand alone below a header
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


@dataclass(frozen=True, slots=True)
class Band:
    """A row over the whole width that names the rows below it."""

    title: Cell


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
        count = self._fitting(height - self._head_height())
        first, rest = self._rows[:count], self._rows[count:]
        room = height - self._head_height() - sum(row.height for row in first)
        if rest[0].height > _TALL and (cut := rest[0].split(self._widths, room)):
            first, rest = [*first, cut[0]], [cut[1], *rest[1:]]
        elif len(first) < _LONELY and height < _MUCH:
            return []
        if not first:
            return []
        return [self._part(first), self._part(rest, is_continued=True)]

    def _fitting(self, room: float) -> int:
        """Return how many rows go first; none and those after it stay lonely."""
        count, total = 0, len(self._rows)
        while count < total and self._rows[count].height <= room + TOLERANCE:
            room -= self._rows[count].height
            count += 1
        if count == total - 1 and count > _LONELY:
            count -= 1
        while count and self._rows[count - 1].keep_with_next:
            count -= 1
        return count

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
    rows: Sequence[Sequence[Cell] | Band],
    *,
    summary: str,
    caption: str,
    row_headers: bool,
    style: Style,
    padding: float,
) -> Table:
    """Return a table; every row has a cell for every column, or is a band.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    for row in rows:
        if not isinstance(row, Band) and len(row) != len(columns):
            message = f"{len(row)} cells in a table of {len(columns)} columns"
            raise ValueError(message)
    header = Row(
        Tag("TR"), [_header_cell(columns, n, padding) for n in range(len(columns))]
    )
    body = [
        _band(row, len(columns), style, padding)
        if isinstance(row, Band)
        else _row(columns, row, style, padding, row_headers=row_headers)
        for row in rows
    ]
    attributes = b"/A<</O/Table/Summary %b>>" % text_string(summary) if summary else b""
    shares = [column.share for column in columns]
    table = Table(header, body, shares, Tag("Table", attributes))
    if caption:
        table.caption = Text(caption, CAPTION, Tag("Caption"))
    return table


def _row(
    columns: Sequence[Column],
    contents: Sequence[Cell],
    style: Style,
    padding: float,
    *,
    row_headers: bool,
) -> Row:
    cells = []
    for place, (column, content) in enumerate(zip(columns, contents, strict=True)):
        is_header = row_headers and place == 0
        tag = Tag("TH", _ROW_HEADER) if is_header else Tag("TD")
        parts = as_flowables(content, _aligned(style, column.align))
        cells.append(Stack(parts, tag=tag, box=_cell_box(place, padding)))
    return Row(Tag("TR"), cells)


def _band(band: Band, columns: int, style: Style, padding: float) -> Row:
    attributes = b"/A<</O/Table/Scope/Column/ColSpan %d>>" % columns
    parts = as_flowables(band.title, _bold(style))
    box = Box(left=4, top=padding, bottom=padding)
    cell = Stack(parts, tag=Tag("TH", attributes), box=box)
    return Row(Tag("TR"), [cell], keep_with_next=True, ground=GROUND)


def _header_cell(columns: Sequence[Column], place: int, padding: float) -> Stack:
    column = columns[place]
    text = Text(column.title, _aligned(CELL_HEADER, column.align), None)
    box = _cell_box(place, padding)
    return Stack([text], tag=Tag("TH", _COLUMN_HEADER), box=box)


@cache
def _aligned(style: Style, align: Align) -> Style:
    return replace(style, align=align)


@cache
def _bold(style: Style) -> Style:
    return replace(style, bold=True)


@cache
def _cell_box(place: int, padding: float) -> Box:
    return Box(left=8 if place else 0, top=padding, bottom=padding)
