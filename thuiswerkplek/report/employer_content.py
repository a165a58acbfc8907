"""The employer report in words: its parts, in reading order."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import Certainty
from thuiswerkplek.i18n import _, current
from thuiswerkplek.report import employer_details as details
from thuiswerkplek.report.content import (
    Band,
    Block,
    Callout,
    Cell,
    Content,
    Grid,
    Heading,
    NewPage,
    Row,
    Sentence,
    Weight,
)
from thuiswerkplek.report.employer_months import months
from thuiswerkplek.report.employer_summary import summary, theme_picture
from thuiswerkplek.report.employer_words import Wording, place_name

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Catalogue, Source
    from thuiswerkplek.domain.sharing import EmployerReport, SharedPlace

_FREE, _MUCH_FREE = 0.4, 0.65  # of a page, for the details to begin on it


def employer_content(report: EmployerReport, catalogue: Catalogue) -> Content:
    """Return the employer report, summary first, in the current language."""
    title = _("Home workplace report")
    wording = Wording(catalogue)
    blocks: list[Block] = [Heading(1, title), *summary(report, wording)]
    for number, place in enumerate(report.places, start=1):
        blocks += _place(place, number, wording, is_only=len(report.places) == 1)
    blocks += months(report)
    blocks += _sources(report, wording)
    blocks += _about(report)
    closing = catalogue.texts["report-closing"][current()]
    blocks.append(Callout(_("What this report does not say"), (closing,)))
    return Content(title, tuple(blocks))


def _place(
    place: SharedPlace, number: int, wording: Wording, *, is_only: bool
) -> list[Block]:
    title = _("The workplace") if is_only else place_name(place, number)
    start: list[Block] = [NewPage(_FREE if number == 1 else _MUCH_FREE)]
    start.append(Heading(2, title))
    if not is_only:  # else the first page shows this very picture
        start.append(theme_picture([place], wording))
    return [
        *start,
        *details.checked(place, wording),
        *details.findings(place, wording),
        *details.measures(place, number, wording),
        *details.answers(place, wording),
    ]


def _sources(report: EmployerReport, wording: Wording) -> list[Block]:
    used = wording.sources(report.places)
    if not used:
        return []
    rows: list[Row | Band] = []
    for layer, sources in groupby(used, key=lambda source: source.layer):
        rows.append(Band(Weight(layer, words.layer(layer))))
        rows += [
            (Cell(source.names[current()], _doubt(source)), source.says[current()])
            for source in sources
        ]
    return [
        Heading(2, _("Sources")),
        Sentence(
            _("Unless a source says otherwise, its text itself was read."), "note"
        ),
        Grid(
            columns=(_("Source"), _("Says, in our words")),
            rows=tuple(rows),
            shares=(2, 3),
            summary=_("The sources the findings rest on, the most binding first."),
            is_small=True,
        ),
    ]


def _doubt(source: Source) -> str:
    if source.certainty is Certainty.VERIFIED:
        return ""
    return words.certainty(source.certainty)


def _about(report: EmployerReport) -> list[Block]:
    replaced = _("Replaces version {version}.").format(version=report.replaces)
    row: Row = (
        report.report_id,
        Cell(str(report.version), "" if report.replaces is None else replaced),
        report.catalogue_version,
        report.program_version,
    )
    return [
        Heading(2, _("About this report")),
        Grid(
            columns=(_("Number"), _("Version"), _("Question list"), _("Program")),
            rows=(row,),
            shares=(3, 1.5, 1.2, 1.6),
            summary=_("Which report this is, and what it was made with."),
            is_small=True,
        ),
        Sentence(
            _("This file holds the same report as data, for programs, with a seal."),
            "muted",
        ),
    ]
