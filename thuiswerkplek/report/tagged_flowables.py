"""What holds or stands between paragraphs: lists, cards, rules and drawings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thuiswerkplek.report.tagged_document import text_string
from thuiswerkplek.report.tagged_lines import Content, Run
from thuiswerkplek.report.tagged_reportlab import Drawing, Flowable
from thuiswerkplek.report.tagged_shapes import paint
from thuiswerkplek.report.tagged_structure import Tag
from thuiswerkplek.report.tagged_style import (
    LINE,
    TEXT_HEIGHT,
    TOLERANCE,
    Style,
    points,
)
from thuiswerkplek.report.tagged_text import Text, half

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.report.tagged_canvas import TaggedCanvas

_WHOLE = TEXT_HEIGHT * 0.8  # higher than this nothing can count on fitting one page


@dataclass(frozen=True, slots=True)
class Box:
    """The room, ground and bar around the content of a stack."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0
    ground: str | None = None
    bar: str | None = None
    bar_width: float = 3


NO_BOX = Box()


class Stack(Flowable):
    """Flowables below each other as one, split between or inside them."""

    def __init__(
        self,
        children: Sequence[Flowable],
        *,
        tag: Tag | None = None,
        box: Box = NO_BOX,
        keep: bool = False,
    ) -> None:
        self.children = list(children)
        self.tag = tag
        self.box = box
        self.keep = keep
        self.width = self.height = 0.0
        self.spaceBefore = self.children[0].getSpaceBefore() if children else 0
        self.spaceAfter = self.children[-1].getSpaceAfter() if children else 0
        self.keepWithNext = False

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of all children with the space between them."""
        inner = width - self.box.left - self.box.right
        total = self.box.top + self.box.bottom
        previous: Flowable | None = None
        for child in self.children:
            total += _gap(previous, child) + _wrap(self, child, inner)
            previous = child
        self.width, self.height = width, total
        return width, total

    def split(self, width: float, height: float) -> list[Stack]:
        """Return the part that fits and the rest, or nothing when none fits."""
        _, total = self.wrap(width, height)
        if total <= height + TOLERANCE:
            return [self]
        if self.keep and total <= _WHOLE:
            return []
        inner = width - self.box.left - self.box.right
        room = height - self.box.top - self.box.bottom
        first, rest = _divide(self, self.children, inner, room)
        steady = _without_lonely_heading(first)
        if steady or total <= _WHOLE:  # else headings alone fill the page
            first, rest = steady, [*first[len(steady) :], *rest]
        if not first or not rest:
            return []
        return [self._part(first, is_first=True), self._part(rest, is_first=False)]

    def _part(self, children: list[Flowable], *, is_first: bool) -> Stack:
        before = self.spaceBefore if is_first else 0
        return half(self, children=children, spaceBefore=before, keep=False)

    def draw(self) -> None:
        """Draw the stack where reportlab put the origin."""
        self.paint(self.canv, 0, 0)

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the stack with its lower left corner at a point."""
        if self.box.ground:
            canvas.fill_box(x, y, self.width, self.height, self.box.ground)
        if self.box.bar:
            canvas.fill_box(x, y, self.box.bar_width, self.height, self.box.bar)
        with canvas.inside(self.tag):
            self.paint_children(canvas, x, y + self.height)

    def paint_children(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the children downwards from a point."""
        y = top - self.box.top
        previous: Flowable | None = None
        for child in self.children:
            y -= _gap(previous, child) + child.height
            _paint(canvas, child, x + self.box.left, y)
            previous = child


def _gap(previous: Flowable | None, child: Flowable) -> float:
    if previous is None:
        return 0
    return max(previous.getSpaceAfter(), child.getSpaceBefore())


def _wrap(parent: Flowable, child: Flowable, width: float) -> float:
    if isinstance(child, (Text, Stack)):
        return child.wrap(width, TEXT_HEIGHT)[1]
    return child.wrapOn(getattr(parent, "canv", None), width, TEXT_HEIGHT)[1]


def _paint(canvas: TaggedCanvas, child: Flowable, x: float, y: float) -> None:
    if isinstance(child, (Text, Stack)):
        child.paint(canvas, x, y)
    else:
        child.drawOn(canvas, x, y)


def _divide(
    parent: Flowable, children: list[Flowable], width: float, room: float
) -> tuple[list[Flowable], list[Flowable]]:
    """Return what fits into the room, and the rest, cut where it reads well."""
    first: list[Flowable] = []
    previous: Flowable | None = None
    for position, child in enumerate(children):
        room -= _gap(previous, child)
        height = _wrap(parent, child, width)
        if height <= room + TOLERANCE:
            first.append(child)
            room -= height
            previous = child
            continue
        parts = list(child.split(width, room)) if room > 0 else []
        if len(parts) > 1:
            for part in parts:
                _wrap(parent, part, width)
            return [*first, parts[0]], [*parts[1:], *children[position + 1 :]]
        return first, children[position:]
    return first, []


def _without_lonely_heading(first: list[Flowable]) -> list[Flowable]:
    count = len(first)
    while count and first[count - 1].getKeepWithNext():
        count -= 1
    return first[:count]


class ListItem(Stack):
    """One point of a list; its label stands before the first part."""

    def __init__(self, label: Text, label_tag: Tag, body: list[Flowable]) -> None:
        self._indent = max(14.0, label.natural_width() + 6)
        super().__init__(body, tag=Tag("LI"), box=Box(left=self._indent))
        self._label: Text | None = label
        self._label_tag = label_tag
        self._body_tag = Tag("LBody")

    def _part(self, children: list[Flowable], *, is_first: bool) -> Stack:
        label = self._label if is_first else None
        return half(super()._part(children, is_first=is_first), _label=label)

    def paint_children(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the label and the body."""
        if self._label:
            _, height = self._label.wrap(self._indent, TEXT_HEIGHT)
            with canvas.inside(self._label_tag):
                self._label.paint(canvas, x + 2, top - height)
        with canvas.inside(self._body_tag):
            super().paint_children(canvas, x, top)


class Rule(Flowable):
    """A light level line over the whole width."""

    def __init__(self, *, before: float, after: float, color: str = LINE) -> None:
        self.spaceBefore, self.spaceAfter = before, after
        self.keepWithNext = False
        self.width, self.height = 0.0, 0.6
        self._color = color

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of the line."""
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        self.canv.stroke_line(0, self.height / 2, self.width, self.height, self._color)


class Figure(Flowable):
    """A drawing with the words that stand for it, or decoration without."""

    def __init__(
        self, drawing: Drawing, alt: str | None, *, before: float, after: float
    ) -> None:
        if alt is not None and not alt.strip():
            message = "a figure needs words that say the same"
            raise ValueError(message)
        self.spaceBefore, self.spaceAfter = before, after
        self.keepWithNext = False
        self.width, self.height = drawing.width, drawing.height
        self._drawing = drawing
        self._alt = alt

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the drawing's size, made smaller where it does not fit."""
        full = self._drawing
        scale = min(1, width / full.width, _WHOLE / full.height)
        self.width, self.height = full.width * scale, full.height * scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the shapes as one figure."""
        canvas: TaggedCanvas = self.canv
        if self._alt is None:
            with canvas.artifact():
                self._draw_shapes(canvas)
            return
        left, bottom = canvas.absolutePosition(0, 0)
        box = points(left, bottom, left + self.width, bottom + self.height)
        tag = Tag(
            "Figure",
            b"/Alt %b/A<</O/Layout/Placement/Block/BBox[%b]>>"
            % (text_string(self._alt), box.encode()),
        )
        canvas.begin(tag)
        self._draw_shapes(canvas)
        canvas.end()

    def _draw_shapes(self, canvas: TaggedCanvas) -> None:
        scale = self.width / self._drawing.width
        canvas.saveState()
        if scale < 1:
            canvas.scale(scale, scale)
        paint(self._drawing, canvas)
        canvas.restoreState()


def card_box(bar: str | None, ground: str | None, bar_width: float) -> Box:
    """Return the look of a panel with a bar at its left."""
    return Box(
        left=16, top=10, right=14, bottom=10,
        ground=ground, bar=bar, bar_width=bar_width,
    )  # fmt: skip


def as_flowables(
    content: Content | Flowable | Sequence[Flowable], style: Style
) -> list[Flowable]:
    """Return what a cell or a list item holds.

    Plain text gets no element of its own: it is the cell's or the item's.
    """
    if isinstance(content, Flowable):
        return [content]
    if isinstance(content, (str, Run)):
        return [Text(content, style, None)]
    flowables = [part for part in content if isinstance(part, Flowable)]
    if flowables:
        return flowables
    return [Text([p for p in content if isinstance(p, (str, Run))], style, None)]
