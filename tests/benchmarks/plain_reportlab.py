"""The same pages by reportlab's own paragraphs and tables, without tags.

Written as its manual says: `Paragraph` for every text, `Table` for tables and
panels, `renderPDF` for drawings; faces embedded, the data put inside.
"""

from __future__ import annotations

from functools import partial, singledispatch
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfbase.pdfmetrics import registerFontFamily
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    KeepTogether,
    ListFlowable,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from thuiswerkplek.report import charts, content
from thuiswerkplek.report.carried import NAME
from thuiswerkplek.report.marks import SEVERITY_INK, SEVERITY_MARK
from thuiswerkplek.report.tagged import (
    ACCENT,
    ACCENT_SOFT,
    BODY_FONT,
    BOLD_FONT,
    GROUND,
    INK,
    LINE,
    MUTED_INK,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    register_fonts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

INSIDE = TEXT_WIDTH - 30


def style(size: float, leading: float, after: float, **more: Any) -> ParagraphStyle:
    face = BOLD_FONT if more.pop("bold", False) else BODY_FONT
    color = HexColor(more.pop("color", INK))
    return ParagraphStyle(
        "", fontName=face, fontSize=size, leading=leading, spaceAfter=after,
        textColor=color, **more,
    )  # fmt: skip


ROLES = {
    "body": style(10, 14.5, 6),
    "lead": style(11.5, 17, 10, spaceBefore=10),
    "strong": style(10.5, 15, 1, bold=True),
    "muted": style(8.5, 12, 4, color=MUTED_INK),
    "note": style(8.5, 12, 4, color=MUTED_INK, keepWithNext=1),
}
HEADINGS = (
    style(20, 26, 8, bold=True, keepWithNext=1),
    style(13, 17, 5, bold=True, color=ACCENT, spaceBefore=15, keepWithNext=1),
    style(11, 15, 4, bold=True, spaceBefore=14, keepWithNext=1),
    style(10.5, 15, 3, bold=True),
)
CELL, SMALL_CELL = style(9, 12.5, 0), style(8.5, 11.5, 0)
STRONG_CELL, STRONG_SMALL = style(9, 12.5, 0, bold=True), style(8.5, 11.5, 0, bold=True)
BELOW = style(8, 11, 0, color=MUTED_INK)
COLUMN = style(8, 11, 0, bold=True, color=MUTED_INK)
CARD_LINE = style(9, 12.5, 2.5)
NUMBER, LABEL = style(20, 24, 0, bold=True), style(8.5, 11.5, 0)


def plain(made: content.Content, data: bytes) -> bytes:
    """Return the pages."""
    register_fonts()
    registerFontFamily(BODY_FONT, normal=BODY_FONT, bold=BOLD_FONT)
    target = BytesIO()
    pages = SimpleDocTemplate(
        target, pagesize=A4, title=made.title, lang="nl-NL", initialFontName=BODY_FONT,
        leftMargin=22 * mm - 6, rightMargin=22 * mm - 6,
        topMargin=22 * mm - 6, bottomMargin=24 * mm - 6,
    )  # fmt: skip
    pages.build(
        [flowable(block) for block in made.blocks],
        canvasmaker=partial(Numbered, title=made.title, data=data),
    )
    return target.getvalue()


class Numbered(Canvas):
    """Keeps every page open until the number of pages is known, as recipes tell."""

    def __init__(self, *args: Any, title: str, data: bytes, **named: Any) -> None:
        super().__init__(*args, **named)
        self._title, self._data = title, data
        self._saved: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._saved.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._saved, start=1):
            self.__dict__.update(page)
            self.setFont(BODY_FONT, 8)
            self.setFillColor(HexColor(MUTED_INK))
            if number > 1:
                self.drawString(22 * mm, A4[1] - 13 * mm, self._title)
            text = f"thuiswerkplek · pagina {number} van {len(self._saved)}"
            self.drawString(22 * mm, 12.5 * mm, text)
            super().showPage()
        self._attach()
        super().save()

    def _attach(self) -> None:
        kind = {
            "Type": PDFName("EmbeddedFile"),
            "Subtype": PDFName("application#2Fjson"),
        }
        stream = PDFStream(PDFDictionary(kind), self._data, [PDFZCompress])
        inside = PDFDictionary({"F": self._doc.Reference(stream)})
        spec = {"Type": PDFName("Filespec"), "F": PDFString(NAME), "EF": inside}
        names = PDFArray([PDFString(NAME), self._doc.Reference(PDFDictionary(spec))])
        self._doc.Catalog.Names = PDFDictionary(
            {"EmbeddedFiles": PDFDictionary({"Names": names})}
        )


def text(words: str, look: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(words).replace("\n", "<br/>"), look)


@singledispatch
def flowable(block: content.Block) -> Any:
    raise TypeError(type(block).__name__)


@flowable.register
def _heading(block: content.Heading) -> Any:
    anchor = f'<a name="{block.anchor}"/>' if block.anchor else ""
    return Paragraph(anchor + escape(block.text), HEADINGS[block.level - 1])


@flowable.register
def _sentence(block: content.Sentence) -> Any:
    if block.jump:
        words = f'<a href="#{block.jump}" color="{ACCENT}">{escape(block.text)}</a>'
        return Paragraph(words, ROLES[block.role])
    return text(block.text, ROLES[block.role])


@flowable.register
def _points(block: content.Points) -> Any:
    items = [text(item, CELL) for item in block.items]
    return ListFlowable(items, bulletType="bullet", start="•", bulletFontName=BODY_FONT)


@flowable.register
def _beside(block: content.Beside) -> Any:
    columns = [[flowable(one) for one in column] for column in block.columns]
    return panel([columns], _widths(block.shares, TEXT_WIDTH), ())


@flowable.register
def _new_page(block: content.NewPage) -> Any:
    return CondPageBreak(block.unless * TEXT_HEIGHT)


@flowable.register
def _theme_picture(block: content.ThemePicture) -> Any:
    bars = [
        charts.ThemeBar(
            row.title, row.severity, row.word, row.findings, row.answers, row.count
        )
        for row in block.rows
    ]
    return charts.theme_picture(bars)


@flowable.register
def _legend(block: content.Legend) -> Any:
    return KeepTogether([layers(block.layers), text(block.text, ROLES["note"])])


@flowable.register
def _counts(block: content.Counts) -> Any:
    cells = [
        [text(_number(item), NUMBER), text(item.label, LABEL)] for item in block.items
    ]
    look = [
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(ACCENT_SOFT)),
        ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(ACCENT)),
    ]
    return panel([cells], [TEXT_WIDTH / len(cells)] * len(cells), look)


def _number(item: content.Count) -> str:
    mark = "" if item.severity is None else f" {SEVERITY_MARK[item.severity]}"
    return f"{item.number}{mark}"


@flowable.register
def _callout(block: content.Callout) -> Any:
    strong = text(block.title, ROLES["strong"])
    look = [
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(GROUND)),
        ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(ACCENT)),
    ]
    parts = [strong, *(text(one, ROLES["body"]) for one in block.sentences)]
    return panel([[parts]], [TEXT_WIDTH], look)


@flowable.register
def _finding(card: content.FindingCard) -> Any:
    strip = charts.marks(card.severity, card.word, card.layer.layer, card.layer.word)
    head = panel(
        [[text(card.title, HEADINGS[3]), strip]],
        [INSIDE - strip.width, strip.width],
        (),
    )
    asked = f"{escape(card.asked)}  <b>{escape(card.answer)}</b>"
    lines = [
        Paragraph(f"<b>{escape(label)}</b>  {escape(said)}", CARD_LINE)
        for label, said in card.lines
    ]
    parts = [head, Paragraph(asked, CARD_LINE), *lines, text(card.basis, BELOW)]
    edge = HexColor(SEVERITY_INK[card.severity])
    look = [
        ("LINEBEFORE", (0, 0), (0, -1), 2 * card.severity, edge),
        ("LEFTPADDING", (0, 0), (-1, -1), 16),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    ]
    return panel([[parts]], [TEXT_WIDTH], look)


@flowable.register
def _grid(grid: content.Grid) -> Any:
    padding = 3.4 if grid.is_small else 4.5
    rows: list[list[Any]] = [[text(title, COLUMN) for title in grid.columns]]
    look: list[tuple[Any, ...]] = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(INK)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor(LINE)),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
    for row in grid.rows:
        if isinstance(row, content.Band):
            at = len(rows)
            look.append(("SPAN", (0, at), (-1, at)))
            look.append(("BACKGROUND", (0, at), (-1, at), HexColor(GROUND)))
            first = row.title
            if isinstance(first, str):
                first = content.Cell(first, is_strong=True)
            empty = [""] * (len(grid.columns) - 1)
            rows.append([cell(first, is_small=grid.is_small), *empty])
        else:
            rows.append([cell(one, is_small=grid.is_small) for one in row])
    widths = [f"{share / sum(grid.shares):.2%}" for share in grid.shares]
    return panel(rows, widths, look, repeatRows=1, spaceAfter=8)


def cell(one: Any, *, is_small: bool) -> Any:
    if isinstance(one, content.Weight):
        return layers((one,))
    usual, strong = (SMALL_CELL, STRONG_SMALL) if is_small else (CELL, STRONG_CELL)
    if isinstance(one, str):
        return text(one, usual)
    words = text(one.text, strong if one.is_strong else usual)
    return [words, text(one.below, BELOW)] if one.below else words


def layers(many: Sequence[content.Weight]) -> Any:
    return charts.layers(tuple((one.layer, one.word) for one in many))


def _widths(shares: Sequence[float], width: float) -> list[float]:
    return [share / sum(shares) * width for share in shares]


def panel(
    rows: list[list[Any]], widths: Sequence[Any], look: Sequence[Any], **more: Any
) -> Table:
    usual = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
    return Table(rows, list(widths), style=[*usual, *look], hAlign="LEFT", **more)
