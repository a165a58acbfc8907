"""The pen of one paragraph: it switches element, face and colour while it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.report.tagged_direction import as_seen, in_reading_order
from thuiswerkplek.report.tagged_document import text_string
from thuiswerkplek.report.tagged_fonts import BODY_FONT, BOLD_FONT, unit_width
from thuiswerkplek.report.tagged_style import ACCENT, points, rgb

if TYPE_CHECKING:
    from thuiswerkplek.report.tagged_canvas import TaggedCanvas
    from thuiswerkplek.report.tagged_structure import Tag
    from thuiswerkplek.report.tagged_text import Text


class Pen:
    """Writes the pieces of one paragraph into one text object."""

    def __init__(self, canvas: TaggedCanvas, text: Text) -> None:
        self._canvas = canvas
        self._text = text
        self._size = points(text.style.size)
        self._code = ["BT"]
        self._color = ""
        self._x = self._y = 0.0
        self._is_open = False
        self._tag: Tag | None = None
        self._links: list[tuple[int, str, float, float, float]] = []
        self._has_links = any(text.urls)

    def width(self, index: int, text: str) -> float:
        """Return the width of text of one run."""
        return unit_width(text, self._font(index)) * self._text.style.size

    def move(self, x: float, y: float) -> None:
        """Go to the start of a line."""
        self._x, self._y = x, y
        self._code.append(f"{points(1, 0, 0, 1, x, y)} Tm")

    def show(
        self, index: int, text: str, *, turns: bool, is_right_to_left: bool = False
    ) -> None:
        """Write a piece of one run; `turns` when it may run from right to left."""
        self._mark(index)
        self._set_color(index)
        if self._has_links:
            self._note_link(index, text)
        seen = as_seen(text, is_right_to_left=is_right_to_left) if turns else text
        if seen != text:
            meant = text_string(in_reading_order(text)).decode()
            self._code.append(f"/Span <</ActualText {meant}>> BDC")
        for name, operand in self._canvas.glyphs(seen, self._font(index)):
            self._code.append(f"{name} {self._size} Tf {operand} Tj")
        if seen != text:
            self._code.append("EMC")

    def close(self) -> None:
        """End the text object."""
        self._flush()
        if self._is_open:
            self._canvas.end()
        self._canvas.emit("ET")

    def draw_links(self) -> None:
        """Underline the links and make them clickable."""
        canvas, text, size = self._canvas, self._text, self._text.style.size
        for index, url, x, y, width in self._links:
            canvas.stroke_line(x, y - size * 0.16, width, 0.5, ACCENT)
            with canvas.inside(text.tag), canvas.inside(text.tags[index]):
                box = (x, y - size * 0.24, width, size * 1.1)
                canvas.link(box, url, in_reading_order(text.runs[index].text))

    def _font(self, index: int) -> str:
        is_bold = self._text.style.bold or self._text.runs[index].bold
        return BOLD_FONT if is_bold else BODY_FONT

    def _mark(self, index: int) -> None:
        tag = self._text.tags[index]
        if self._is_open and tag is self._tag:
            return
        self._flush()
        if self._is_open:
            self._canvas.end()
        if tag is None:
            self._canvas.begin(self._text.tag)
        else:
            with self._canvas.inside(self._text.tag):
                self._canvas.begin(tag)
        self._tag, self._is_open = tag, True

    def _set_color(self, index: int) -> None:
        text = self._text
        usual = ACCENT if text.urls[index] else text.style.color
        color = rgb(text.runs[index].color or usual)
        if color != self._color:
            self._code.append(f"{color} rg")
            self._color = color

    def _note_link(self, index: int, text: str) -> None:
        if url := self._text.urls[index]:
            width = self.width(index, text.rstrip())
            self._links.append((index, url, self._x, self._y, width))
        self._x += self.width(index, text)

    def _flush(self) -> None:
        if self._code:
            self._canvas.emit(" ".join(self._code))
        self._code = []
