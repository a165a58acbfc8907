"""Paragraphs and headings: text on lines, with its element, languages and links."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from thuiswerkplek.report.tagged_direction import (
    has_right_to_left,
    in_reading_order,
    starts_right_to_left,
)
from thuiswerkplek.report.tagged_document import text_string
from thuiswerkplek.report.tagged_lines import (
    Content,
    Line,
    Run,
    Typesetter,
    pieces,
    runs,
)
from thuiswerkplek.report.tagged_pen import Pen
from thuiswerkplek.report.tagged_reportlab import Flowable
from thuiswerkplek.report.tagged_structure import Tag
from thuiswerkplek.report.tagged_style import TEXT_HEIGHT, TOLERANCE, Style

if TYPE_CHECKING:
    from thuiswerkplek.report.tagged_canvas import TaggedCanvas

_ALLOWED_URL = re.compile(r"#[\w-]+|(https?://|mailto:)\S+", re.IGNORECASE)
_LONELY = 2  # lines that may not stand alone at the foot or the head of a page
_BASELINE = 0.79  # of the size, below the top of the letters' own box
_OF_REPORTLAB = ("canv", "_frame", "_postponed")  # what it leaves on a flowable
_Kind = TypeVar("_Kind", bound=Flowable)


def half(whole: _Kind, **content: object) -> _Kind:
    """Return a copy that holds a part of the content; it shares the tags."""
    part = copy(whole)
    for name in _OF_REPORTLAB:
        part.__dict__.pop(name, None)
    part.__dict__.update(content)
    return part


class Text(Flowable):
    """Text in one style; splits over pages without leaving single lines behind."""

    def __init__(self, content: Content, style: Style, tag: Tag | None) -> None:
        self.style = style
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.keepWithNext = style.keep_with_next
        self.width = self.height = 0.0
        self.tag = tag
        self.runs = runs(content)
        self.urls = [_safe_url(run.url) for run in self.runs]
        self.tags = [
            _run_tag(run, url) for run, url in zip(self.runs, self.urls, strict=True)
        ]
        self._type = Typesetter(self.runs, style.size, bold=style.bold)
        self._lines: list[Line] = []
        self._is_part = False
        whole = "".join(run.text for run in self.runs)
        self._turns = has_right_to_left(whole)
        self._is_right_to_left = self._turns and starts_right_to_left(whole)

    @property
    def plain(self) -> str:
        """The text without its runs."""
        return in_reading_order("".join(run.text for run in self.runs))

    def natural_width(self) -> float:
        """Return the width of the text on one line."""
        return max(line.width for line in self._type.lines(float("inf")))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size that the text takes in this width."""
        if width != self.width and not self._is_part:
            self._lines = self._type.lines(width)
        self.width = width
        self.height = len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the lines that fit and the rest, or nothing when too few fit."""
        self.wrap(width, height)
        total = len(self._lines)
        fitting = int((height + TOLERANCE) / self.style.leading)
        if fitting >= total:
            return [self]
        fitting = min(fitting, total - _LONELY)
        if fitting < _LONELY:
            return []
        return [self._part(0, fitting), self._part(fitting, total)]

    def _part(self, start: int, end: int) -> Text:
        return half(
            self,
            spaceBefore=0 if start else self.spaceBefore,
            height=(end - start) * self.style.leading,
            _lines=self._lines[start:end],
            _is_part=True,
        )

    def draw(self) -> None:
        """Draw the text where reportlab put the origin."""
        self.paint(self.canv, 0, 0)

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the text with its lower left corner at a point."""
        style = self.style
        top = y + self.height - (style.leading - style.size) / 2
        baseline = top - _BASELINE * style.size
        pen = Pen(canvas, self)
        for number, line in enumerate(self._lines):
            self._paint_line(pen, number, x + self._indent(line), baseline)
            baseline -= style.leading
        pen.close()
        pen.draw_links()

    def _paint_line(self, pen: Pen, number: int, x: float, y: float) -> None:
        parts = self._pieces(number)
        if not self._is_right_to_left:
            pen.move(x, y)
            for index, text in parts:
                pen.show(index, text, turns=self._turns)
            return
        for position, (index, text) in enumerate(parts):
            # Drawn in reading order, each piece to the left of the one before.
            x -= pen.width(index, text.rstrip() if position == 0 else text)
            pen.move(x, y)
            pen.show(index, text, turns=True, is_right_to_left=True)

    def _pieces(self, number: int) -> list[tuple[int, str]]:
        made = pieces(self._lines[number])
        following = self._lines[number + 1 : number + 2]
        if made and following and not self._lines[number].ends_hard:
            gap = following[0].words[0].gap
            if gap >= 0:  # readers that join lines must not join words
                index, text = made[-1]
                made[-1] = (index, text + " ")
        return made

    def _indent(self, line: Line) -> float:
        if self._is_right_to_left:  # a name of one line stands where all names stand
            return self.width if self._is_part or self._lines[1:] else line.width
        free = self.width - line.width
        return {"left": 0.0, "right": free, "center": free / 2}[self.style.align]


class Heading(Text):
    """A heading, with a bookmark that leads to it."""

    def __init__(self, level: int, content: Content, style: Style, anchor: str) -> None:
        super().__init__(content, style, Tag(f"H{level}"))
        self._level = level
        self._anchor = anchor

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the heading; its first part adds the bookmark."""
        if self._level:
            canvas.heading(
                self._level, self.plain, self._anchor, x, y + self.height + 4
            )
        super().paint(canvas, x, y)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Headings stay whole, unless somebody typed a page into one."""
        if self.height < TEXT_HEIGHT / 2:
            return []
        return super().split(width, height)

    def _part(self, start: int, end: int) -> Text:
        return half(super()._part(start, end), _level=0 if start else self._level)


def _safe_url(url: str | None) -> str | None:
    if url is None or not _ALLOWED_URL.fullmatch(url):
        return None
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def _run_tag(run: Run, url: str | None) -> Tag | None:
    language = b"/Lang %b" % text_string(run.language) if run.language else b""
    if url:
        return Tag("Link", language)
    return Tag("Span", language) if language else None
