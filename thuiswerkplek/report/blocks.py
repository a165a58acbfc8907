"""Blocks of content as they look on paper."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING

from thuiswerkplek.i18n import _
from thuiswerkplek.report import charts, content, tagged
from thuiswerkplek.report.marks import SEVERITY_INK, SEVERITY_MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROLES = {
    "body": tagged.BODY,
    "lead": replace(tagged.LEAD, before=10),
    "strong": tagged.Style(size=10.5, leading=15, bold=True, after=1),
    "muted": tagged.MUTED,
    "note": replace(tagged.MUTED, keep_with_next=True),
}
_CARD_TITLE = tagged.Style(
    size=10.5, leading=15, bold=True, after=3, keep_with_next=True
)
_CARD_LINE = tagged.Style(size=9, leading=12.5, after=2.5)
_CARD_BASIS = tagged.Style(size=8, leading=11, color=tagged.MUTED_INK, after=0)
_BELOW = tagged.Style(size=8, leading=11, color=tagged.MUTED_INK, after=0)
_NUMBER = tagged.Style(size=20, leading=24, bold=True, after=0)
_LABEL = tagged.Style(size=8.5, leading=11.5, after=0)
_SMALL_CELL = tagged.Style(size=8.5, leading=11.5, after=2)
_CARD_INSIDE = tagged.TEXT_WIDTH - 30
_BAR_WIDTH = {1: 2.0, 2: 4.0, 3: 6.0}  # weight shows without colour too


def flowables(blocks: Sequence[content.Block]) -> list[tagged.Flowable]:
    """Return what draws the blocks, made anew for every file."""
    return [_flowable(block) for block in blocks]


@singledispatch
def _flowable(block: content.Block) -> tagged.Flowable:
    raise TypeError(type(block).__name__)


@_flowable.register
def _heading(block: content.Heading) -> tagged.Flowable:
    return tagged.heading(block.level, block.text, anchor=block.anchor)


@_flowable.register
def _sentence(block: content.Sentence) -> tagged.Flowable:
    words = tagged.jump(block.text, block.jump) if block.jump else block.text
    return tagged.paragraph(words, _ROLES[block.role])


@_flowable.register
def _points(block: content.Points) -> tagged.Flowable:
    return tagged.bullets(
        block.items, style=tagged.CELL if block.is_small else tagged.BODY
    )


@_flowable.register
def _beside(block: content.Beside) -> tagged.Flowable:
    return tagged.beside([flowables(column) for column in block.columns], block.shares)


@_flowable.register
def _new_page(block: content.NewPage) -> tagged.Flowable:
    return tagged.page_break(unless=block.unless)


@_flowable.register
def _theme_picture(block: content.ThemePicture) -> tagged.Flowable:
    return tagged.figure(charts.theme_picture(_bars(block.rows)), block.alt)


@_flowable.register
def _legend(block: content.Legend) -> tagged.Flowable:
    text = tagged.paragraph(block.text, tagged.MUTED)
    return tagged.keep_together([_layers(block.layers, after=4), text], with_next=True)


@_flowable.register
def _counts(block: content.Counts) -> tagged.Flowable:
    columns = [_count(item) for item in block.items]
    panel = tagged.card([tagged.beside(columns)], ground=tagged.ACCENT_SOFT)
    panel.spaceBefore = 12
    return panel


def _count(item: content.Count) -> list[tagged.Flowable]:
    number = tagged.Run(str(item.number))
    if item.severity is not None:
        text = f"{item.number} {SEVERITY_MARK[item.severity]}"
        number = tagged.Run(text, color=SEVERITY_INK[item.severity])
    return [tagged.paragraph(number, _NUMBER), tagged.paragraph(item.label, _LABEL)]


@_flowable.register
def _grid(grid: content.Grid) -> tagged.Flowable:
    columns = [
        tagged.Column(title, share, "right" if grid.has_numbers and place else "left")
        for place, (title, share) in enumerate(
            zip(grid.columns, grid.shares, strict=True)
        )
    ]
    style = _SMALL_CELL if grid.is_small else tagged.CELL
    table = tagged.table(
        columns,
        [
            tagged.Band(_cell(row.title, style))
            if isinstance(row, content.Band)
            else [_cell(cell, style) for cell in row]
            for row in grid.rows
        ],
        summary=grid.summary,
        row_headers=True,
        style=style,
        padding=3.4 if grid.is_small else 4.5,
    )
    table.spaceAfter = 8 if grid.is_small else 12
    return table


def _cell(
    cell: str | content.Cell | content.Weight, style: tagged.Style
) -> tagged.Cell:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, content.Weight):
        return _layers((cell,), after=0)
    text = tagged.Run(cell.text, bold=cell.is_strong)
    if not cell.below:
        return text
    return [tagged.paragraph(text, style), tagged.paragraph(cell.below, _BELOW)]


def _bars(rows: tuple[content.ThemeRow, ...]) -> list[charts.ThemeBar]:
    return [
        charts.ThemeBar(
            row.title, row.severity, row.word, row.findings, row.answers, row.count
        )
        for row in rows
    ]


def _layers(layers: tuple[content.Weight, ...], *, after: float) -> tagged.Flowable:
    drawing = charts.layers(tuple((one.layer, one.word) for one in layers))
    alt = ", ".join(one.word for one in layers)
    return tagged.figure(drawing, alt, before=0, after=after)


@_flowable.register
def _finding(card: content.FindingCard) -> tagged.Flowable:
    strip = charts.marks(card.severity, card.word, card.layer.layer, card.layer.word)
    alt = _("Weight: {weight}. Rests on: {layer}.").format(
        weight=card.word, layer=card.layer.word
    )
    head = tagged.beside(
        [
            [tagged.heading(4, card.title, _CARD_TITLE)],
            [tagged.figure(strip, alt, before=0, after=0)],
        ],
        (_CARD_INSIDE - 12 - strip.width, strip.width),
        gap=12,
    )
    lines = [
        tagged.paragraph([tagged.Run(f"{label}  ", bold=True), text], _CARD_LINE)
        for label, text in card.lines
    ]
    answer = tagged.Run(card.answer, bold=True)
    return tagged.card(
        [
            head,
            tagged.paragraph([f"{card.asked}  ", answer], _CARD_LINE),
            *lines,
            tagged.paragraph(card.basis, _CARD_BASIS),
        ],
        bar=SEVERITY_INK[card.severity],
        ground=None,
        bar_width=_BAR_WIDTH[card.severity],
    )


@_flowable.register
def _callout(block: content.Callout) -> tagged.Flowable:
    strong = tagged.paragraph([tagged.Run(block.title, bold=True)])
    return tagged.card([strong, *(tagged.paragraph(one) for one in block.sentences)])
