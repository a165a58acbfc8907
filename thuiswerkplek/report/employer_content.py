"""The employer report in words: its parts, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import Actor, Layer, QuestionId
from thuiswerkplek.domain.measures import State
from thuiswerkplek.i18n import _, current, ngettext
from thuiswerkplek.report.content import (
    Block,
    Callout,
    Content,
    FindingCard,
    Grid,
    Heading,
    Points,
    Sentence,
    ThemePicture,
    ThemeRow,
)

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Answer, Catalogue, Question, Source
    from thuiswerkplek.domain.sharing import (
        EmployerReport,
        SharedAnswer,
        SharedFinding,
        SharedMeasure,
        SharedPlace,
    )

CLOSED = {State.EFFECTIVE, State.DECLINED}
EMPLOYERS = {State.REQUESTED, State.DECIDED, State.DELIVERED}
FIRST = 3


def employer_content(report: EmployerReport, catalogue: Catalogue) -> Content:
    """Return the employer report, summary first, in the current language."""
    title = _("Home workplace report")
    writer = _Writer(catalogue)
    blocks: list[Block] = [Heading(1, title), *writer.summary(report)]
    for number, place in enumerate(report.places, start=1):
        blocks += writer.place(place, number, is_only=len(report.places) == 1)
    blocks += writer.sources(report)
    closing = catalogue.texts["report-closing"][current()]
    blocks.append(Callout(_("What this report does not say"), (closing,)))
    return Content(title, tuple(blocks))


class _Writer:
    """Turns the parts of a report into blocks."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def summary(self, report: EmployerReport) -> list[Block]:
        person = report.person
        facts = (
            (_("Worker"), person.name or _("not named")),
            (_("Staff number"), person.staff_number),
            (_("Department"), person.department),
            (_("Date"), words.day(report.day)),
            (_("Report"), _version(report)),
        )
        blocks: list[Block] = [Sentence(_verdict(report), "lead")]
        blocks.append(
            Grid(
                columns=(_("Details"), ""),
                rows=tuple(row for row in facts if row[1]),
                shares=(1, 3),
                summary=_("Who this report is about, and which version it is."),
            )
        )
        blocks += self._asked_first(report)
        if report.requests:
            asked = tuple(words.request(kind) for kind in report.requests)
            blocks.append(Heading(2, _("The worker asks, without giving a reason")))
            blocks.append(Points(asked))
        for number, place in enumerate(report.places, start=1):
            blocks.append(Heading(2, _place_name(place, number)))
            blocks.append(self._picture(place))
        return blocks

    def _asked_first(self, report: EmployerReport) -> list[Block]:
        asked = [
            self._measure_text(measure)
            for place in report.places
            for measure in place.measures
            if _is_employers(measure)
        ]
        if not asked:
            return []
        more = len(asked) - FIRST
        items = asked[:FIRST]
        if more > 0:
            text = ngettext("and {count} more, below", "and {count} more, below", more)
            items.append(text.format(count=more))
        return [Callout(_("What is asked of the employer"), tuple(items))]

    def place(self, place: SharedPlace, number: int, *, is_only: bool) -> list[Block]:
        name = _place_name(place, number)
        title = _("The workplace") if is_only else name
        return [
            Heading(2, title),
            *self._checked(place),
            *self._equipment(place),
            *self._findings(place),
            *self._measures(place),
            *self._answers(place),
        ]

    def _checked(self, place: SharedPlace) -> list[Block]:
        rows = tuple(
            (self._short(answer), self._words(answer)) for answer in place.intake
        )
        day = words.day(place.checked_on)
        share = words.percent(place.share_percent)
        text = _("Checked on {day}. {share} of the hours at home are worked here.")
        blocks: list[Block] = [Heading(3, _("What was checked"))]
        blocks.append(Sentence(text.format(day=day, share=share)))
        if rows:
            summary = _("The circumstances the worker named.")
            blocks.append(Grid((_("Circumstance"), _("Answer")), rows, (2, 3), summary))
        return blocks

    def _equipment(self, place: SharedPlace) -> list[Block]:
        if not place.equipment:
            return []
        rows = tuple(
            (words.equipment(item.kind), words.owner_on_paper(item.owner))
            for item in place.equipment
        )
        summary = _("The equipment at this workplace and whose it is.")
        return [
            Heading(3, _("Equipment")),
            Grid((_("Thing"), _("Whose it is")), rows, (2, 3), summary),
        ]

    def _picture(self, place: SharedPlace) -> ThemePicture:
        rows = tuple(
            ThemeRow(
                title=self._catalogue.theme(shared.theme).titles[current()],
                severity=shared.severity,
                word=words.severity(shared.severity),
                findings=self._count(place.findings, shared.theme),
                answers=self._count(place.answers, shared.theme),
            )
            for shared in place.themes
        )
        alt = "; ".join(
            _("{theme}: {word}, {findings} of {answers}").format(
                theme=row.title,
                word=row.word,
                findings=row.findings,
                answers=row.answers,
            )
            for row in rows
        )
        lead = _("Findings among the answers, by theme. ")
        return ThemePicture(rows, lead + alt)

    def _count(
        self, shared: tuple[SharedFinding, ...] | tuple[SharedAnswer, ...], theme: str
    ) -> int:
        return sum(self._question(item.question).theme == theme for item in shared)

    def _findings(self, place: SharedPlace) -> list[Block]:
        blocks: list[Block] = [Heading(3, _("Findings, heaviest first"))]
        if not place.findings:
            return [*blocks, Sentence(_("No risk was found among the shared answers."))]
        given = {answer.question: answer for answer in place.answers}
        return blocks + [
            self._finding(finding, given[finding.question])
            for finding in place.findings
        ]

    def _finding(self, finding: SharedFinding, answer: SharedAnswer) -> FindingCard:
        question = self._question(finding.question)
        text = words.question_text(question)
        lines = [
            (_("Why it matters"), text.why),
            (_("Advice to the worker"), text.advice),
        ]
        if answer.remark:
            lines.append((_("Note of the worker"), answer.remark))
        return FindingCard(
            title=text.short,
            severity=finding.severity,
            word=words.severity(finding.severity),
            layer=question.layer,
            layer_word=words.layer(question.layer),
            asked=text.ask,
            answer=self._words(answer),
            lines=tuple(lines),
            basis=self._basis(finding, question),
        )

    def _basis(self, finding: SharedFinding, question: Question) -> str:
        text = _("Rests on {sources}.").format(sources=self._rests_on(question))
        if finding.weekly_hours is None:
            return text
        hours = words.amount(finding.weekly_hours, "h")
        return _("Weighs for {hours} a week.").format(hours=hours) + " " + text

    def _rests_on(self, question: Question) -> str:
        named = [self._catalogue.sources[name] for name in question.sources]
        numbers = [self._catalogue.sources[name] for name in question.number_sources]
        text = _sources_text(named)
        if numbers:
            numbers_text = _sources_text(numbers)
            text += ". " + _("Numbers: {sources}").format(sources=numbers_text)
        return text

    def _measures(self, place: SharedPlace) -> list[Block]:
        asked = [m for m in place.measures if _is_employers(m)]
        own = [
            m for m in place.measures if not _is_employers(m) and m.state not in CLOSED
        ]
        closed = [m for m in place.measures if m.state in CLOSED]
        blocks: list[Block] = []
        if asked:
            blocks.append(Heading(3, _("Asked of the employer")))
            blocks.append(Sentence(_terms(), "muted"))
            blocks.append(self._asked_table(asked))
        if own:
            blocks.append(Heading(3, _("What the worker takes up")))
            blocks.append(self._own_table(own))
        if closed:
            blocks.append(Heading(3, _("Closed")))
            blocks.append(self._own_table(closed))
        return blocks

    def _asked_table(self, measures: list[SharedMeasure]) -> Grid:
        return self._measure_table(
            measures, _("Cost"), [words.cost(measure.cost) for measure in measures]
        )

    def _own_table(self, measures: list[SharedMeasure]) -> Grid:
        return self._measure_table(
            measures,
            _("Who"),
            [words.actor_on_paper(measure.acts) for measure in measures],
        )

    def _measure_table(
        self, measures: list[SharedMeasure], column: str, cells: list[str]
    ) -> Grid:
        rows = tuple(
            (
                self._measure_text(measure),
                words.question_text(self._question(measure.question)).short,
                cell,
                f"{words.state(measure.state)} ({words.day(measure.since)})",
                words.day(measure.due) if measure.state not in CLOSED else "–",
            )
            for measure, cell in zip(measures, cells, strict=True)
        )
        return Grid(
            columns=(
                _("Measure"),
                _("Because of"),
                column,
                _("Stands at"),
                _("Before"),
            ),
            rows=rows,
            shares=(3.0, 2.0, 1.4, 1.7, 1.5),
            summary=_("Measures with their reason, state and proposed last day."),
        )

    def _answers(self, place: SharedPlace) -> list[Block]:
        rows = tuple(
            (
                words.question_text(self._question(answer.question)).ask,
                self._words(answer) + (f"\n“{answer.remark}”" if answer.remark else ""),
            )
            for answer in place.answers
        )
        if not rows:
            return []
        summary = _("Every answer the worker shared.")
        return [
            Heading(3, _("All shared answers")),
            Grid((_("Question"), _("Answer")), rows, (3, 1.4), summary),
        ]

    def sources(self, report: EmployerReport) -> list[Block]:
        used: dict[str, Source] = {}
        for place in report.places:
            for finding in place.findings:
                question = self._question(finding.question)
                for name in (*question.sources, *question.number_sources):
                    used[name] = self._catalogue.sources[name]
        if not used:
            return []
        order = list(Layer)
        rows = tuple(
            (
                source.names[current()],
                words.layer(source.layer),
                source.says[current()],
                words.certainty(source.certainty),
            )
            for source in sorted(
                used.values(), key=lambda s: (order.index(s.layer), s.id)
            )
        )
        columns = (_("Source"), _("Layer"), _("Says, in our words"), _("How sure"))
        summary = _("The sources the findings rest on, the most binding first.")
        return [
            Heading(2, _("Sources")),
            Sentence(_layers(), "muted"),
            Grid(columns, rows, (2, 0.9, 3, 1.6), summary),
        ]

    def _question(self, question_id: QuestionId) -> Question:
        return self._catalogue.question(question_id)

    def _short(self, answer: SharedAnswer) -> str:
        return words.question_text(self._question(answer.question)).short

    def _words(self, answer: SharedAnswer | Answer) -> str:
        question = self._question(answer.question)  # type: ignore[union-attr]
        return words.answer(self._catalogue, question, answer)  # type: ignore[arg-type]

    def _measure_text(self, measure: SharedMeasure) -> str:
        return words.question_text(self._question(measure.question)).measure


def _is_employers(measure: SharedMeasure) -> bool:
    if measure.state in CLOSED or measure.state is State.SET_UP:
        return False
    return measure.acts is Actor.EMPLOYER or measure.state in EMPLOYERS


def _place_name(place: SharedPlace, number: int) -> str:
    return place.name or _("Workplace {number}").format(number=number)


def _version(report: EmployerReport) -> str:
    text = _("version {version}, {id}").format(
        version=report.version, id=report.report_id
    )
    if report.replaces is None:
        return text
    return (
        text + ". " + _("Replaces version {version}.").format(version=report.replaces)
    )


def _verdict(report: EmployerReport) -> str:
    findings = [item for place in report.places for item in place.findings]
    if not findings:
        return _("No risk was found among the answers the worker shared.")
    first = sum(item.severity == FIRST for item in findings)
    asked = sum(_is_employers(m) for place in report.places for m in place.measures)
    parts = [
        (len(findings), ngettext("{count} finding", "{count} findings", len(findings))),
        (first, ngettext("{count} to mend first", "{count} to mend first", first)),
        (
            asked,
            ngettext(
                "{count} measure asked of the employer",
                "{count} measures asked of the employer",
                asked,
            ),
        ),
    ]
    return ", ".join(text.format(count=count) for count, text in parts if count) + "."


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


def _sources_text(sources: list[Source]) -> str:
    return "; ".join(
        f"{source.names[current()]} ({words.layer(source.layer)})" for source in sources
    )
