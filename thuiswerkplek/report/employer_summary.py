"""The first page of the employer report: what a director reads in a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.report.content import (
    Beside,
    Block,
    Cell,
    Count,
    Counts,
    Grid,
    Heading,
    Points,
    Row,
    Sentence,
    ThemePicture,
    ThemeRow,
)
from thuiswerkplek.report.employer_words import (
    ASKED,
    HEAVIEST,
    OWN,
    Wording,
    is_employers,
    is_workers,
    more,
    place_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thuiswerkplek.domain.sharing import EmployerReport, SharedMeasure, SharedPlace

FIRST = 3
_Measured = tuple["SharedMeasure", "SharedPlace"]


def summary(report: EmployerReport, wording: Wording) -> list[Block]:
    """Return who, when, how it stands, what is asked, and what the worker does."""
    return [
        _facts(report),
        *_verdict(report, wording),
        *_places(report),
        *_asked(report, wording),
        *_themes(report, wording),
        *_in_columns(_own(report, wording), _requests(report)),
    ]


def _facts(report: EmployerReport) -> Block:
    person = report.person
    number = _("Staff number {number}").format(number=person.staff_number)
    belongs = [number if person.staff_number else "", person.department]
    version = _("version {version}").format(version=report.version)
    return Beside(
        columns=(
            _pair(
                person.name or _("Name not given"), " · ".join(filter(None, belongs))
            ),
            _pair(words.day(report.day), version),
        ),
        shares=(3, 1),
    )


def _pair(text: str, below: str) -> tuple[Block, ...]:
    under = (Sentence(below, "muted"),) if below else ()
    return Sentence(text, "strong"), *under


def _verdict(report: EmployerReport, wording: Wording) -> list[Block]:
    if not report.places:
        return [Sentence(_("This report holds no answers on a workplace."), "lead")]
    findings = [item for place in report.places for item in place.findings]
    if not findings:
        text = _("No risk was found among the answers the worker shared.")
        return [Sentence(text, "lead")]
    first = sum(item.severity == HEAVIEST for item in findings)
    asked = len(_measures(report, wording, is_employers))
    own = len(_measures(report, wording, is_workers))
    counts = (
        Count(len(findings), ngettext("finding", "findings", len(findings))),
        Count(first, _("to mend first"), HEAVIEST if first else None),
        Count(asked, _("asked of the employer")),
        Count(own, _("taken up by the worker")),
    )
    return [Counts(counts)]


def _places(report: EmployerReport) -> list[Block]:
    count = len(report.places)
    shown = report.places if count <= FIRST else report.places[: FIRST - 1]
    text = _("Checked: {place}, on {day}, for {share} of the hours at home")
    lines = [
        text.format(
            place=place_name(place, number),
            day=words.day(place.checked_on),
            share=words.percent(place.share_percent),
        )
        for number, place in enumerate(shown, start=1)
    ]
    if count > len(shown):
        lines.append(more(count - len(shown)))
    return [Sentence("\n".join(lines))] if lines else []


def _asked(report: EmployerReport, wording: Wording) -> list[Block]:
    if not any(place.findings for place in report.places):
        return []
    asked = _measures(report, wording, is_employers)
    heading = Heading(2, _("What is asked of the employer"))
    if not asked:
        return [heading, Sentence(_("This report asks nothing of the employer."))]
    rows: list[Row] = [
        (
            Cell(
                wording.text(measure).measure,
                wording.because(measure, place) + _at(report, place),
            ),
            wording.layer(wording.question(measure)),
            words.cost(measure.cost),
            words.day(measure.due),
        )
        for measure, place in asked[:FIRST]
    ]
    grid = Grid(
        columns=(_("Measure"), _("Basis"), _("Cost"), _("By")),
        rows=tuple(rows),
        shares=(4, 0.9, 1.7, 1.7),
        summary=_("The heaviest measures asked of the employer."),
        is_small=True,
    )
    return [heading, grid, *_rest(report, asked, ASKED)]


def _at(report: EmployerReport, place: SharedPlace) -> str:
    if len(report.places) == 1:
        return ""
    return f" · {place_name(place, report.places.index(place) + 1)}"


def _in_columns(left: list[Block], right: list[Block]) -> list[Block]:
    if left and right:
        return [Beside((tuple(left), tuple(right)), (1.2, 1))]
    return [*left, *right]


def _requests(report: EmployerReport) -> list[Block]:
    if not report.requests:
        return []
    return [
        Heading(2, _("The worker asks, without giving a reason")),
        Points(tuple(words.request(kind) for kind in report.requests), is_small=True),
    ]


def _themes(report: EmployerReport, wording: Wording) -> list[Block]:
    if not any(place.themes for place in report.places):
        return []
    return [
        Heading(2, _("Findings by theme")),
        theme_picture(report.places, wording),
    ]


def theme_picture(places: Sequence[SharedPlace], wording: Wording) -> ThemePicture:
    """Return the themes of some workplaces taken together, the heaviest first."""
    severities: dict[str, int] = {}
    for place in places:
        for shared in place.themes:
            known = severities.get(shared.theme, 0)
            severities[shared.theme] = max(known, shared.severity)
    findings = _by_theme([item for place in places for item in place.findings], wording)
    answers = _by_theme([item for place in places for item in place.answers], wording)
    rows = [
        ThemeRow(
            title=wording.theme(theme),
            severity=severity,
            word=words.severity(severity),
            findings=findings.get(theme, 0),
            answers=answers.get(theme, 0),
            count=_("{count} of {total}").format(
                count=findings.get(theme, 0), total=answers.get(theme, 0)
            ),
        )
        for theme, severity in severities.items()
    ]
    rows.sort(key=lambda row: (-row.severity, -row.findings))
    said = (f"{row.title}: {row.word}, {row.count}" for row in rows)
    lead = _("Findings among the answers, by theme. ")
    return ThemePicture(tuple(rows), lead + "; ".join(said))


def _by_theme(items: Sequence[object], wording: Wording) -> dict[str, int]:
    counted: dict[str, int] = {}
    for item in items:
        theme = wording.question(item).theme  # type: ignore[arg-type]
        counted[theme] = counted.get(theme, 0) + 1
    return counted


def _own(report: EmployerReport, wording: Wording) -> list[Block]:
    own = _measures(report, wording, is_workers)
    if not own:
        return []
    return [
        Heading(2, _("What the worker takes up")),
        Points(
            tuple(
                wording.text(measure).measure + _at(report, place)
                for measure, place in own[:FIRST]
            ),
            is_small=True,
        ),
        *_rest(report, own, OWN),
    ]


def _rest(report: EmployerReport, found: list[_Measured], anchor: str) -> list[Block]:
    rest = found[FIRST:]
    if not rest:
        return []
    number = report.places.index(rest[0][1]) + 1
    return [Sentence(more(len(rest)), "muted", jump=f"{anchor}-{number}")]


def _measures(
    report: EmployerReport, wording: Wording, wanted: Callable[[SharedMeasure], bool]
) -> list[_Measured]:
    """Return the measures of all workplaces, those for the heaviest finding first."""
    return sorted(
        (
            (measure, place)
            for place in report.places
            for measure in place.measures
            if wanted(measure)
        ),
        key=lambda found: wording.rank(*found),
    )
