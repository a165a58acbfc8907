"""Content to bytes: the employer report as tagged pages with its data inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.exchange import codec, keys
from thuiswerkplek.i18n import Language, _, using
from thuiswerkplek.report import blocks, tagged
from thuiswerkplek.report.carried import NAME
from thuiswerkplek.report.employer_content import employer_content

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.sharing import EmployerReport

TAGS = {Language.NL: "nl-NL", Language.EN: "en-GB"}


def make(
    report: EmployerReport,
    catalogue: Catalogue,
    *,
    language: str,
    program: str,
    key: keys.SigningKey,
) -> bytes:
    """Return the report as a sealed PDF; the same gives the same bytes on any day."""
    data = codec.encode(report, program=program)
    seal = keys.open_seal(data, key)
    with using(Language(language)):
        made = employer_content(report, catalogue)
        name = report.person.name
        line = f"{made.title} – {name}" if name else made.title
        unsigned = tagged.build(
            lambda: blocks.flowables(made.blocks),
            tagged.DocumentInfo(line, TAGS[Language(language)], report.day),
            [_attachment(data, report.day)],
            header=line,
            footer=_footer,
            entries={keys.NAME: keys.written(seal)},
        )
    return keys.close_seal(unsigned, seal, key)


def _attachment(data: bytes, day: date) -> tagged.Attachment:
    text = _("The same report as data, for programs")
    return tagged.Attachment(NAME, data, "application/json", text, day)


def _footer(page: int, pages: int) -> str:
    return _("thuiswerkplek · page {page} of {pages}").format(page=page, pages=pages)
