"""Content to bytes: the employer report as tagged pages with its data inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.exchange import codec
from thuiswerkplek.i18n import Language, _, using
from thuiswerkplek.report import charts, content, tagged
from thuiswerkplek.report.attachment import NAME
from thuiswerkplek.report.employer_content import employer_content

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.sharing import EmployerReport

TAGS = {Language.NL: "nl-NL", Language.EN: "en-GB"}

_CARD_TITLE = tagged.Style(size=11, leading=15, bold=True, after=2, keep_with_next=True)

_ROLES = {
    "body": tagged.BODY,
    "lead": tagged.LEAD,
    "muted": tagged.MUTED,
}


def make(
    report: EmployerReport, catalogue: Catalogue, *, language: str, program: str
) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes on any day."""
    data = codec.encode(report, program=program)
    with using(Language(language)):
        made = employer_content(report, catalogue)
        name = report.person.name
        line = f"{made.title} – {name}" if name else made.title
        return tagged.build(
            lambda: [_flowable(block) for block in made.blocks],
            tagged.DocumentInfo(line, TAGS[Language(language)], report.day),
            [_attachment(data, report.day)],
            header=line,
            footer=_footer,
        )


def _attachment(data: bytes, day: date) -> tagged.Attachment:
    text = _("The same report as data, for programs")
    return tagged.Attachment(NAME, data, "application/json", text, day)


def _footer(page: int, pages: int) -> str:
    return _("thuiswerkplek · page {page} of {pages}").format(page=page, pages=pages)


def _flowable(block: content.Block) -> tagged.Flowable:
    match block:
        case content.Heading(level, text):
            return tagged.heading(level, text)
        case content.Sentence(text, role):
            return tagged.paragraph(text, _ROLES[role])
        case content.Points(items):
            return tagged.bullets(items)
        case content.Grid():
            return _grid(block)
        case content.ThemePicture(rows, alt):
            bars = [
                charts.ThemeBar(
                    row.title, row.severity, row.word, row.findings, row.answers
                )
                for row in rows
            ]
            return tagged.figure(charts.theme_picture(bars), alt)
        case content.FindingCard():
            return _finding(block)
        case content.Callout(title, sentences):
            return _callout(title, sentences)


def _grid(grid: content.Grid) -> tagged.Flowable:
    columns = [
        tagged.Column(title, share)
        for title, share in zip(grid.columns, grid.shares, strict=True)
    ]
    return tagged.table(columns, grid.rows, summary=grid.summary, row_headers=True)


def _finding(card: content.FindingCard) -> tagged.Flowable:
    strip = charts.marks(card.severity, card.word, card.layer, card.layer_word)
    alt = _("Weight: {weight}. Rests on: {layer}.").format(
        weight=card.word, layer=card.layer_word
    )
    asked = tagged.paragraph([f"{card.asked}  ", tagged.Run(card.answer, bold=True)])
    lines = [
        tagged.paragraph([tagged.Run(f"{label}  ", bold=True), text], tagged.CELL)
        for label, text in card.lines
    ]
    return tagged.card(
        [
            tagged.heading(4, card.title, _CARD_TITLE),
            tagged.figure(strip, alt, before=2, after=6),
            asked,
            *lines,
            tagged.paragraph(card.basis, tagged.MUTED),
        ],
        bar=charts.SEVERITY_INK[card.severity],
        ground="#FFFFFF",
    )


def _callout(title: str, sentences: tuple[str, ...]) -> tagged.Flowable:
    strong = tagged.paragraph([tagged.Run(title, bold=True)], tagged.BODY)
    if len(sentences) == 1:
        return tagged.card([strong, tagged.paragraph(sentences[0])])
    return tagged.card([strong, tagged.bullets(sentences)], ground=tagged.ACCENT_SOFT)
