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
from thuiswerkplek.report.tagged_fonts import (
    BODY_FONT,
    BOLD_FONT,
    register_fonts,
    unit_width,
)
from thuiswerkplek.report.tagged_lines import Content, Run
from thuiswerkplek.report.tagged_pages import build
from thuiswerkplek.report.tagged_reportlab import (
    CondPageBreak,
    Drawing,
    Flowable,
    PageBreak,
    Spacer,
)
from thuiswerkplek.report.tagged_row import Beside
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
    TEXT_HEIGHT,
    TEXT_WIDTH,
    Align,
    Style,
)
from thuiswerkplek.report.tagged_table import Band, Cell, Column, make_table
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
    "Band",
    "Cell",
    "Column",
    "Content",
    "DocumentInfo",
    "Flowable",
    "Run",
    "Style",
    "beside",
    "build",
    "bullets",
    "card",
    "figure",
    "heading",
    "jump",
    "keep_together",
    "link",
    "ornament",
    "page_break",
    "paragraph",
    "register_fonts",
    "rule",
    "space",
    "table",
    "text_width",
]


def heading(
    level: int, text: Content, style: Style | None = None, *, anchor: str = ""
) -> Flowable:
    """Return a heading with its bookmark; levels start at 1 and leave none out.

    Args:
        level: how deep it is.
        text: what it says.
        style: how it looks, when that differs from its level's.
        anchor: the name by which a `jump` finds it.
    """
    look = style or HEADINGS[min(level, len(HEADINGS)) - 1]
    return Heading(level, text, look, anchor)


def paragraph(text: Content, style: Style = BODY) -> Flowable:
    """Return a paragraph; a line end in the text starts a new line."""
    return Text(text, style, Tag("P"))


def link(text: str, url: str, *, language: str | None = None) -> Run:
    """Return clickable text for inside a paragraph, a cell or a list item.

    Anything but http, https and mailto is printed as plain text.
    """
    return Run(text, url=url, language=language)


def jump(text: str, anchor: str) -> Run:
    """Return clickable text that leads to the heading with this anchor."""
    return Run(text, url=f"#{anchor}")


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
    rows: Sequence[Sequence[Cell] | Band],
    *,
    summary: str = "",
    caption: str = "",
    row_headers: bool = False,
    style: Style = CELL,
    padding: float = 4.5,
) -> Flowable:
    """Return a table over the whole width; its header comes back on every page.

    Args:
        columns: what the header says, and how wide and aligned each column is.
        rows: a cell for every column (text, or flowables), or a band.
        summary: what the table tells, for who hears it.
        caption: a line printed above the table.
        row_headers: whether the first cell of a row names the row.
        style: how the text of the cells looks.
        padding: the room above and below it, in points.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    return make_table(
        columns,
        rows,
        summary=summary,
        caption=caption,
        row_headers=row_headers,
        style=style,
        padding=padding,
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
    bar_width: float = 3,
    keep: bool = True,
) -> Flowable:
    """Return a tinted panel with a coloured bar at its left.

    Args:
        children: what the panel holds.
        bar: the colour of the bar, or none.
        ground: the colour of the panel, or none.
        bar_width: the width of the bar, in points.
        keep: move a panel that fits on one page there, rather than split it.
    """
    box = card_box(bar, ground, bar_width)
    panel = Stack(children, tag=Tag("Div"), box=box, keep=keep)
    panel.spaceBefore, panel.spaceAfter = 6, 10
    return panel


def beside(
    columns: Sequence[Sequence[Flowable]],
    shares: Sequence[float] | None = None,
    *,
    gap: float = 18,
) -> Flowable:
    """Return columns beside each other, read one after the other.

    Args:
        columns: what each of them holds.
        shares: the part of the width that each takes; all the same when left out.
        gap: the room between two columns, in points.
    """
    return Beside(columns, shares or [1] * len(columns), gap)


def keep_together(children: Sequence[Flowable], *, with_next: bool = False) -> Flowable:
    """Return the children as one that is not split while a page can hold it.

    Args:
        children: what stays together.
        with_next: whether the start of what follows stays with them too.
    """
    stack = Stack(children, keep=True)
    stack.keepWithNext = with_next
    return stack


def rule(*, before: float = 6, after: float = 8) -> Flowable:
    """Return a light line over the whole width."""
    return Rule(before=before, after=after)


def space(height: float) -> Flowable:
    """Return empty room, in points."""
    return Spacer(1, height)


def page_break(*, unless: float = 1) -> Flowable:
    """Return the start of a new page, unless that part of the page is still free."""
    return PageBreak() if unless >= 1 else CondPageBreak(unless * TEXT_HEIGHT)


def text_width(text: str, font: str, size: float) -> float:
    """Return how wide a line of a drawing is; `font` is one of the two faces."""
    return unit_width(text, font) * size
