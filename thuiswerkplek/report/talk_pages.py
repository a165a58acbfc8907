"""The talk sheet as exactly one tagged page; what is least important gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.graphics.shapes import Drawing, Line
from reportlab.lib.colors import HexColor

from thuiswerkplek import words
from thuiswerkplek.i18n import Language, _, using
from thuiswerkplek.report import blocks, charts, tagged, talk_content, talk_words
from thuiswerkplek.report.pdf import TAGS
from thuiswerkplek.report.tagged_flowables import Stack
from thuiswerkplek.report.tagged_style import TEXT_HEIGHT
from thuiswerkplek.report.talk_content import Room

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.talk import TalkSheet
    from thuiswerkplek.report.content import Weight
    from thuiswerkplek.report.talk_content import Parts

FEWEST_LINES, MOST_LINES = 3, 14

NOTHING: Final = Room(0, 0, 0)

# What gives way first: a part is made smaller down to here before the next one is.
_GIVES_WAY: Final = (
    ("rules", 8),
    ("findings", 3),
    ("proposals", 2),
    ("rules", 5),
    ("findings", 1),
    ("proposals", 1),
    ("rules", 2),
    ("findings", 0),
    ("proposals", 0),
    ("rules", 0),
)

# What grows again where the last cut left room; rules stand beside the months.
_COMES_BACK: Final = ("findings", "proposals", "rules")

_SHARES = (4.4, 1.6, 1.6)
_GAP = 8.0  # what a cell leaves free at its left
_WRITING = 19.0  # the height a hand needs
_BETWEEN = 10.0
_BEFORE, _AFTER = 8.0, 3.0  # the most room around a part, on this one full page


def make(sheet: TalkSheet, catalogue: Catalogue, *, language: str) -> bytes:
    """Return the sheet as a PDF; the same sheet gives the same bytes on any day."""
    with using(Language(language)):
        parts, lines = _fitting(sheet, catalogue)
        title = f"{parts.title} – {sheet.name}" if sheet.name else parts.title
        return tagged.build(
            lambda: _story(sheet, parts, lines),
            tagged.DocumentInfo(title, TAGS[Language(language)], sheet.day),
            header=title,
            footer=_footer,
        )


def _footer(page: int, pages: int) -> str:
    return _("thuiswerkplek · page {page} of {pages}").format(page=page, pages=pages)


def _fitting(sheet: TalkSheet, catalogue: Catalogue) -> tuple[Parts, int]:
    """Return as much as fits, and how many lines to write on are left beside it."""

    def fits(room: Room) -> bool:
        parts = talk_content.parts(sheet, catalogue, room)
        return _height(_story(sheet, parts, FEWEST_LINES)) <= TEXT_HEIGHT

    whole = talk_content.whole(sheet)
    room = next(filter(fits, _rooms(whole)), NOTHING)
    for name in _COMES_BACK:
        while getattr(room, name) < getattr(whole, name):
            more = _changed(room, name, 1)
            if not fits(more):
                break
            room = more
    parts = talk_content.parts(sheet, catalogue, room)
    return parts, _lines(sheet, parts)


def _rooms(room: Room) -> Iterator[Room]:
    """Go from everything to nothing, one thing less each time."""
    yield room
    for name, least in _GIVES_WAY:
        while getattr(room, name) > least:
            room = _changed(room, name, -1)
            yield room


def _changed(room: Room, name: str, by: int) -> Room:
    return room._replace(**{name: getattr(room, name) + by})


def _lines(sheet: TalkSheet, parts: Parts) -> int:
    lines = FEWEST_LINES
    while lines < MOST_LINES:
        if _height(_story(sheet, parts, lines + 1)) > TEXT_HEIGHT:
            break
        lines += 1
    return lines


def _height(story: Sequence[tagged.Flowable]) -> float:
    return Stack(story).wrap(tagged.TEXT_WIDTH, TEXT_HEIGHT)[1]


def _story(sheet: TalkSheet, parts: Parts, lines: int) -> list[tagged.Flowable]:
    story = [
        *blocks.flowables(parts.above),
        _writing(sheet, lines),
        *blocks.flowables(parts.below),
        _legend(parts.layers),
    ]
    story[len(parts.above) + 1].spaceBefore = _BEFORE  # a foot apart from the lines
    for flowable in story[1:]:
        flowable.spaceBefore = min(flowable.spaceBefore, _BEFORE)
        flowable.spaceAfter = min(flowable.spaceAfter, _AFTER)
    return story


def _legend(layers: tuple[Weight, ...]) -> tagged.Flowable:
    """Return what the forms of the sources mean, on one line with them."""
    drawing = charts.layers(tuple((one.layer, one.word) for one in layers))
    alt = ", ".join(one.word for one in layers)
    text = [tagged.space(1.5), tagged.paragraph(talk_words.weights(), tagged.MUTED)]
    free = tagged.TEXT_WIDTH - drawing.width - _BETWEEN
    return tagged.beside(
        [[tagged.figure(drawing, alt, before=0, after=0)], text],
        (drawing.width, free),
        gap=_BETWEEN,
    )


# Lines to write on


def _writing(sheet: TalkSheet, lines: int) -> tagged.Flowable:
    """Return the table to fill in by hand; its last row is the next talk."""
    titles = (_("What"), _("Who"), _("When"))
    columns = [tagged.Column(*pair) for pair in zip(titles, _SHARES, strict=True)]
    rows: list[list[tagged.Cell]] = [
        [_blank(place) for place in range(len(columns))] for _line in range(lines)
    ]
    when = _low(words.day(sheet.review_on)) if sheet.review_on else _blank(2)
    rows.append([_low(_("The next talk about this")), _blank(1), when])
    return tagged.table(
        columns,
        rows,
        summary=_("Empty lines to write on, and at the end the day of the next talk."),
        padding=0.7,
    )


def _low(text: str) -> list[tagged.Flowable]:
    """Return text at the foot of its row, where the lines to write on are."""
    above = tagged.space(_WRITING - tagged.CELL.leading)
    return [above, tagged.paragraph(text, tagged.CELL)]


def _blank(place: int) -> tagged.Flowable:
    width = tagged.TEXT_WIDTH * _SHARES[place] / sum(_SHARES) - (_GAP if place else 0)
    drawing = Drawing(width - _GAP, _WRITING)
    ink = HexColor(tagged.MUTED_INK)
    drawing.add(Line(0, 0, width - _GAP, 0, strokeColor=ink, strokeWidth=0.7))
    return tagged.ornament(drawing, after=0)
