"""Tagged paper: a story in, one file out that is PDF/A-3a and PDF/UA-1 at once.

The tags are written while drawing. The layer knows nothing of workplaces; texts
come in as they are and are never read as markup.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek.report.tagged_document import Attachment, DocumentInfo
from thuiswerkplek.report.tagged_flowables import (
    Figure,
    ListItem,
    Rule,
    Stack,
    as_flowables,
    card_box,
)
from thuiswerkplek.report.tagged_fonts import BODY_FONT, BOLD_FONT, register_fonts
from thuiswerkplek.report.tagged_lines import Content, Run
from thuiswerkplek.report.tagged_pages import build
from thuiswerkplek.report.tagged_reportlab import (
    Drawing,
    Flowable,
    PageBreak,
    Spacer,
)
from thuiswerkplek.report.tagged_structure import Tag
from thuiswerkplek.report.tagged_style import (
    ACCENT,
    ACCENT_SOFT,
    BODY,
    CELL,
    GROUND,
    HEADINGS,
    INK,
    LEAD,
    LINE,
    MUTED,
    MUTED_INK,
    SMALL,
    TEXT_WIDTH,
    Align,
    Style,
)
from thuiswerkplek.report.tagged_table import Cell, Column, make_table
from thuiswerkplek.report.tagged_text import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "ACCENT",
    "ACCENT_SOFT",
    "BODY",
    "BODY_FONT",
    "BOLD_FONT",
    "CELL",
    "GROUND",
    "INK",
    "LEAD",
    "LINE",
    "MUTED",
    "MUTED_INK",
    "SMALL",
    "TEXT_WIDTH",
    "Align",
    "Attachment",
    "Cell",
    "Column",
    "Content",
    "DocumentInfo",
    "Flowable",
    "Run",
    "Style",
    "build",
    "bullets",
    "card",
    "figure",
    "heading",
    "keep_together",
    "link",
    "ornament",
    "page_break",
    "paragraph",
    "register_fonts",
    "rule",
    "space",
    "table",
]


def heading(level: int, text: Content, style: Style | None = None) -> Flowable:
    """Return a heading with its bookmark; levels start at 1 and leave none out."""
    return Heading(level, text, style or HEADINGS[min(level, len(HEADINGS)) - 1])


def paragraph(text: Content, style: Style = BODY) -> Flowable:
    """Return a paragraph; a line end in the text starts a new line."""
    return Text(text, style, Tag("P"))


def link(text: str, url: str, *, language: str | None = None) -> Run:
    """Return clickable text for inside a paragraph, a cell or a list item.

    Anything but http, https and mailto is printed as plain text.
    """
    return Run(text, url=url, language=language)


def bullets(
    items: Sequence[Content | Flowable | Sequence[Flowable]],
    *,
    numbered: bool = False,
    marks: Sequence[str] | None = None,
    style: Style = BODY,
) -> Flowable:
    """Return a list; an item holds text, or flowables such as a list of its own.

    Args:
        items: what the points say.
        numbered: count the points instead of marking them with a dot.
        marks: a mark for each item in place of the dot, such as `✓`.
        style: how the text of the items looks.
    """
    tight = replace(style, after=3)
    attribute = b"Decimal" if numbered else b"Disc"
    labels = marks or [f"{n}." if numbered else "•" for n in range(1, len(items) + 1)]
    made = [
        ListItem(Text(label, tight, None), Tag("Lbl"), as_flowables(item, tight))
        for label, item in zip(labels, items, strict=True)
    ]
    tag = Tag("L", b"/A<</O/List/ListNumbering/%b>>" % attribute)
    stack = Stack(made, tag=tag)
    stack.spaceAfter = style.after + 2
    return stack


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    summary: str = "",
    caption: str = "",
    row_headers: bool = False,
) -> Flowable:
    """Return a table over the whole width; its header comes back on every page.

    Args:
        columns: what the header says, and how wide and aligned each column is.
        rows: a cell for every column: text, or flowables.
        summary: what the table tells, for who hears it.
        caption: a line printed above the table.
        row_headers: whether the first cell of a row names the row.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    return make_table(
        columns, rows, summary=summary, caption=caption, row_headers=row_headers
    )


def figure(
    drawing: Drawing, alt: str, *, before: float = 4, after: float = 10
) -> Flowable:
    """Return a drawing with the words that say the same.

    Raises:
        ValueError: the alternative text is empty.
    """
    return Figure(drawing, alt, before=before, after=after)


def ornament(drawing: Drawing, *, before: float = 0, after: float = 6) -> Flowable:
    """Return a drawing that says nothing; a screen reader passes over it."""
    return Figure(drawing, None, before=before, after=after)


def card(
    children: Sequence[Flowable],
    *,
    bar: str | None = ACCENT,
    ground: str | None = GROUND,
    keep: bool = True,
) -> Flowable:
    """Return a tinted panel with a coloured bar at its left.

    Args:
        children: what the panel holds.
        bar: the colour of the bar, or none.
        ground: the colour of the panel, or none.
        keep: move a panel that fits on one page there, rather than split it.
    """
    panel = Stack(children, tag=Tag("Div"), box=card_box(bar, ground), keep=keep)
    panel.spaceBefore, panel.spaceAfter = 4, 10
    return panel


def keep_together(children: Sequence[Flowable]) -> Flowable:
    """Return the children as one that is not split while a page can hold it."""
    return Stack(children, keep=True)


def rule(*, before: float = 6, after: float = 8) -> Flowable:
    """Return a light line over the whole width."""
    return Rule(before=before, after=after)


def space(height: float) -> Flowable:
    """Return empty room, in points."""
    return Spacer(1, height)


def page_break() -> Flowable:
    """Return the start of a new page."""
    return PageBreak()
