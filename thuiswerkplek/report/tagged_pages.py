"""Pages: where the story flows, and the header and footer around it."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from thuiswerkplek.report.tagged_canvas import TaggedCanvas
from thuiswerkplek.report.tagged_document import (
    Attachment,
    DocumentInfo,
    TaggedDocument,
)
from thuiswerkplek.report.tagged_fonts import (
    BODY_FONT,
    register_fonts,
    unit_width,
)
from thuiswerkplek.report.tagged_lines import one_line
from thuiswerkplek.report.tagged_reportlab import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
)
from thuiswerkplek.report.tagged_style import (
    LINE,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MILLIMETRE,
    MUTED_INK,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_FURNITURE_SIZE = 8
_HEADER_BASELINE = PAGE_HEIGHT - 13 * MILLIMETRE
_FOOTER_BASELINE = 12.5 * MILLIMETRE


def build(
    story: Callable[[], list[Flowable]],
    info: DocumentInfo,
    attachments: Sequence[Attachment] = (),
    *,
    header: str,
    footer: Callable[[int, int], str],
    entries: Mapping[str, bytes] | None = None,
    tagged: bool = True,
) -> bytes:
    """Return the story as one file; the same story gives the same bytes.

    Args:
        story: makes the flowables; they cannot be used for a second file.
        info: title, language and day.
        attachments: files to put inside.
        header: the line above the text, from the second page on.
        footer: gives the line below the text, for a page and the number of pages.
        entries: what the maker adds to the catalogue, by name, as it is to be written.
        tagged: whether the file gets tags; without them it is PDF/A-3u only.

    Raises:
        ValueError: the title is empty, or a heading level was left out.
    """
    if not info.title.strip():
        message = "a file without a title cannot be PDF/UA"
        raise ValueError(message)
    register_fonts()
    target = BytesIO()
    pages = _Pages(target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT))
    frame = Frame(
        MARGIN_SIDE, MARGIN_BOTTOM, TEXT_WIDTH, TEXT_HEIGHT,
        leftPadding=0, bottomPadding=0, rightPadding=0, topPadding=0,
    )  # fmt: skip
    pages.addPageTemplates(PageTemplate(frames=[frame]))
    maker = partial(
        TaggedCanvas,
        document=TaggedDocument(info, attachments, entries or {}),
        furnish=partial(_furnish, header, footer),
        tagged=tagged,
    )
    pages.build(story(), canvasmaker=maker)
    return target.getvalue()


def _furnish(
    header: str,
    footer: Callable[[int, int], str],
    canvas: TaggedCanvas,
    page: int,
    pages: int,
) -> None:
    if page > 1:
        _draw_furniture(canvas, "Header", header, _HEADER_BASELINE)
    canvas.stroke_line(MARGIN_SIDE, _FOOTER_BASELINE + 14, TEXT_WIDTH, 0.4, LINE)
    _draw_furniture(canvas, "Footer", footer(page, pages), _FOOTER_BASELINE)


def _draw_furniture(canvas: TaggedCanvas, kind: str, text: str, y: float) -> None:
    line = one_line(_shortened(text, TEXT_WIDTH / _FURNITURE_SIZE))
    with canvas.artifact(f"/Type /Pagination /Subtype /{kind}"):
        canvas.text_line(MARGIN_SIDE, y, line, _FURNITURE_SIZE, MUTED_INK)


def _shortened(text: str, width: float) -> str:
    if unit_width(text, BODY_FONT) <= width:
        return text
    text = text[: int(width * 4)]  # no letter is that narrow; spares a long walk
    while unit_width(text + "…", BODY_FONT) > width:
        text = text[:-1]
    return text.rstrip() + "…"


class _Pages(BaseDocTemplate):
    """Pages that keep a heading with the start of what follows, not with all of it."""

    def handle_keepWithNext(  # noqa: N802 - overrides
        self, flowables: list[Flowable]
    ) -> None:
        """Start a new page when the heading would be left alone at the foot."""
        count = 0
        while count < len(flowables) and flowables[count].getKeepWithNext():
            count += 1
        if not count:
            return
        frame = self.frame
        if frame._atTop:  # noqa: SLF001 - reportlab tells it in no other way
            return
        room, after = frame._y - frame._y1p, frame._prevASpace  # noqa: SLF001
        if not self._fits(flowables[: count + 1], room, after):
            flowables.insert(0, FrameBreak())

    def _fits(self, flowables: list[Flowable], room: float, after: float) -> bool:
        for position, flowable in enumerate(flowables):
            room -= max(0, flowable.getSpaceBefore() - after)
            _, height = flowable.wrapOn(self.canv, TEXT_WIDTH, max(room, 1))
            if height > room:
                is_last = position == len(flowables) - 1
                parts = flowable.split(TEXT_WIDTH, room) if is_last and room > 0 else ()
                return len(parts) > 1
            after = flowable.getSpaceAfter()
            room -= height + after
        return True
