"""One workplace in the employer report, in full: what an auditor reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.i18n import _
from thuiswerkplek.report.content import (
    Band,
    Beside,
    Block,
    Cell,
    FindingCard,
    Grid,
    Heading,
    Legend,
    Row,
    Sentence,
)
from thuiswerkplek.report.employer_words import (
    ASKED,
    CLOSED,
    OWN,
    is_employers,
    is_workers,
)
from thuiswerkplek.report.marks import SEVERITY_MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thuiswerkplek.domain.sharing import (
        SharedAnswer,
        SharedFinding,
        SharedMeasure,
        SharedPlace,
    )
    from thuiswerkplek.report.employer_words import Wording


def checked(place: SharedPlace, wording: Wording) -> list[Block]:
    """Return when it was checked, the circumstances, and whose equipment it is."""
    text = _("Checked on {day}. {share} of the hours at home are worked here.")
    sentence = Sentence(
        text.format(
            day=words.day(place.checked_on), share=words.percent(place.share_percent)
        )
    )
    columns = tuple(
        column
        for column in (_circumstances(place, wording), _equipment(place))
        if column
    )
    if len(columns) > 1:
        return [sentence, Beside(columns, (1.5, 1))]
    return [sentence, *(block for column in columns for block in column)]


def _circumstances(place: SharedPlace, wording: Wording) -> tuple[Block, ...]:
    rows = tuple(
        (wording.text(answer).short, wording.answer(answer)) for answer in place.intake
    )
    if not rows:
        return ()
    columns = (_("Circumstance"), _("Answer"))
    summary = _("The circumstances the worker named.")
    return (
        Heading(3, _("What was checked")),
        Grid(columns, rows, (1.6, 1), summary, is_small=True),
    )


def _equipment(place: SharedPlace) -> tuple[Block, ...]:
    rows = tuple(
        (words.equipment(item.kind), words.owner_on_paper(item.owner))
        for item in place.equipment
    )
    if not rows:
        return ()
    columns = (_("Thing"), _("Whose it is"))
    summary = _("The equipment at this workplace and whose it is.")
    return (
        Heading(3, _("Equipment")),
        Grid(columns, rows, (1, 1.1), summary, is_small=True),
    )


def findings(place: SharedPlace, wording: Wording) -> list[Block]:
    """Return every finding, the heaviest first."""
    heading = Heading(3, _("Findings, heaviest first"))
    if not place.findings:
        return [heading, Sentence(_("No risk was found among the shared answers."))]
    given = {answer.question: answer for answer in place.answers}
    cards = (_card(item, given[item.question], wording) for item in place.findings)
    return [heading, Legend(wording.layers(), _layers()), *cards]


def _card(
    finding: SharedFinding, answer: SharedAnswer, wording: Wording
) -> FindingCard:
    text = wording.text(finding)
    lines = [(_("Why it matters"), text.why), (_("Advice to the worker"), text.advice)]
    if answer.remark:
        lines.append((_("Note of the worker"), answer.remark))
    return FindingCard(
        title=text.short,
        severity=finding.severity,
        word=words.severity(finding.severity),
        layer=wording.layer(wording.question(finding)),
        asked=text.ask,
        answer=wording.answer(answer),
        lines=tuple(lines),
        basis=wording.basis(finding),
    )


def measures(place: SharedPlace, number: int, wording: Wording) -> list[Block]:
    """Return what is asked, what the worker takes up, and what is closed."""

    def table(
        title: str,
        anchor: str,
        is_wanted: Callable[[SharedMeasure], bool],
        column: tuple[str, Callable[[SharedMeasure], str]],
        note: Sequence[Block] = (),
    ) -> list[Block]:
        wanted = [measure for measure in place.measures if is_wanted(measure)]
        if not wanted:
            return []
        heading = Heading(3, title, f"{anchor}-{number}" if anchor else "")
        return [heading, *note, _table(place, wanted, column, wording)]

    cost = _("Cost"), lambda measure: words.cost(measure.cost)
    who = _("Who"), lambda measure: words.actor_on_paper(measure.acts)
    return [
        *table(
            _("Asked of the employer"),
            ASKED,
            is_employers,
            cost,
            [Sentence(_terms(), "note")],
        ),
        *table(_("What the worker takes up"), OWN, is_workers, who),
        *table(_("Closed"), "", lambda measure: measure.state in CLOSED, who),
    ]


def _table(
    place: SharedPlace,
    wanted: list[SharedMeasure],
    column: tuple[str, Callable[[SharedMeasure], str]],
    wording: Wording,
) -> Grid:
    title, cell = column
    rows: list[Row] = [
        (
            Cell(wording.text(measure).measure, wording.because(measure, place)),
            cell(measure),
            Cell(words.state(measure.state), words.day(measure.since)),
            "–" if measure.state in CLOSED else words.day(measure.due),
        )
        for measure in wanted
    ]
    return Grid(
        columns=(_("Measure"), title, _("Stands at"), _("By")),
        rows=tuple(rows),
        shares=(3.3, 1.4, 1.7, 1.9),
        summary=_("Measures with their reason, state and proposed last day."),
    )


def answers(place: SharedPlace, wording: Wording) -> list[Block]:
    """Return every shared answer by theme, those with a finding marked."""
    weights = {item.question: item.severity for item in place.findings}
    rows: list[Row | Band] = []
    theme = ""
    for answer in place.answers:
        question = wording.question(answer)
        if question.theme != theme:
            theme = question.theme
            rows.append(Band(wording.theme(theme)))
        weight = weights.get(answer.question)
        # The remark at a finding stands on its card already.
        quoted = f"“{answer.remark}”" if answer.remark and weight is None else ""
        ask = words.question_text(question).ask
        rows.append((Cell(ask, quoted), _marked(wording.answer(answer), weight)))
    if not rows:
        return []
    columns = (_("Question"), _("Answer"))
    summary = _("Every answer the worker shared.")
    return [
        Heading(3, _("All shared answers")),
        Grid(columns, tuple(rows), (3, 1), summary, is_small=True),
    ]


def _marked(text: str, severity: int | None) -> str | Cell:
    if severity is None:
        return text
    return Cell(f"{SEVERITY_MARK[severity]} {text}", is_strong=True)


def _terms() -> str:
    return _(
        "The last days are a proposal by weight: two weeks, six weeks or half a year. "
        "Lending from the office is enough where a thing is missing."
    )


def _layers() -> str:
    return _(
        "Law binds the employer. A standard, advice or a tip does not bind by itself;"
        " it tells what experts call good practice."
    )
