"""What the parts of the employer report share: a question's texts, reasons, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import Actor, Layer
from thuiswerkplek.domain.findings import Finding
from thuiswerkplek.domain.measures import State
from thuiswerkplek.i18n import _, current, ngettext
from thuiswerkplek.report.content import Weight
from thuiswerkplek.report.marks import SEVERITY_MARK

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import (
        Answer,
        Catalogue,
        Question,
        QuestionText,
        Source,
    )
    from thuiswerkplek.domain.sharing import (
        SharedAnswer,
        SharedFinding,
        SharedMeasure,
        SharedPlace,
    )

ASKED, OWN = "asked", "own"  # anchors, followed by the number of the workplace
CLOSED = {State.EFFECTIVE, State.DECLINED}
HEAVIEST = 3

_EMPLOYERS = {State.REQUESTED, State.DECIDED, State.DELIVERED}


class Wording:
    """The catalogue's texts for what stands in a report."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def question(self, item: SharedAnswer | SharedFinding | SharedMeasure) -> Question:
        """Return the question that something in a report is about."""
        return self.catalogue.question(item.question)

    def text(self, item: SharedAnswer | SharedFinding | SharedMeasure) -> QuestionText:
        """Return that question's texts."""
        return words.question_text(self.question(item))

    def theme(self, theme: str) -> str:
        """Return the title of a theme."""
        return self.catalogue.theme(theme).titles[current()]

    def answer(self, given: SharedAnswer | Answer) -> str:
        """Return an answer in words."""
        question = self.question(given)  # type: ignore[arg-type]
        return words.answer(self.catalogue, question, given)  # type: ignore[arg-type]

    def layer(self, question: Question) -> Weight:
        """Return how binding the basis of a question is."""
        return Weight(question.layer, words.layer(question.layer))

    def because(self, measure: SharedMeasure, place: SharedPlace) -> str:
        """Return the finding a measure is for, with its mark."""
        found = _finding_of(measure, place)
        mark = f"{SEVERITY_MARK[found.severity]} " if found else ""
        return mark + self.text(measure).short

    def rank(self, measure: SharedMeasure, place: SharedPlace) -> tuple[bool, float]:
        """Return what sorts a measure by the weight of its finding, danger first."""
        found = _finding_of(measure, place)
        if found is None:
            return True, 0
        is_danger = self.question(found).is_danger
        finding = Finding(found.question, found.severity, found.weekly_hours, is_danger)
        return not is_danger, -finding.weight

    def layers(self) -> tuple[Weight, ...]:
        """Return every layer that a source can have, the most binding first."""
        return tuple(Weight(layer, words.layer(layer)) for layer in Layer)

    def basis(self, finding: SharedFinding) -> str:
        """Return how many hours a finding weighs for, and what it rests on."""
        sources = self._rests_on(self.question(finding))
        text = _("Rests on {sources}.").format(sources=sources)
        if finding.weekly_hours is None:
            return text
        hours = words.amount(finding.weekly_hours, "h")
        return _("Weighs for {hours} a week.").format(hours=hours) + " " + text

    def _rests_on(self, question: Question) -> str:
        text = self._named(question.sources)
        if question.number_sources:
            numbers = self._named(question.number_sources)
            text += ". " + _("Numbers: {sources}").format(sources=numbers)
        return text

    def _named(self, names: tuple[str, ...]) -> str:
        sources = [self.catalogue.sources[name] for name in names]
        return "; ".join(
            f"{source.names[current()]} ({words.layer(source.layer)})"
            for source in sources
        )

    def sources(self, places: tuple[SharedPlace, ...]) -> list[Source]:
        """Return every source that the findings rest on, the most binding first."""
        names = {
            name
            for place in places
            for finding in place.findings
            for name in (
                *self.question(finding).sources,
                *self.question(finding).number_sources,
            )
        }
        order = {name: rank for rank, name in enumerate(self.catalogue.sources)}
        layers = list(Layer)
        return sorted(
            (self.catalogue.sources[name] for name in names),
            key=lambda source: (layers.index(source.layer), order[source.id]),
        )


def _finding_of(measure: SharedMeasure, place: SharedPlace) -> SharedFinding | None:
    return next((f for f in place.findings if f.question == measure.question), None)


def is_employers(measure: SharedMeasure) -> bool:
    """Return whether the next step is the employer's."""
    if measure.state in CLOSED or measure.state is State.SET_UP:
        return False
    return measure.acts is Actor.EMPLOYER or measure.state in _EMPLOYERS


def is_workers(measure: SharedMeasure) -> bool:
    """Return whether the next step is the worker's."""
    return measure.state not in CLOSED and not is_employers(measure)


def place_name(place: SharedPlace, number: int) -> str:
    """Return what a workplace is called in the report."""
    return place.name or _("Workplace {number}").format(number=number)


def more(count: int) -> str:
    """Return how many more there are."""
    text = ngettext("and {count} more, below", "and {count} more, below", count)
    return text.format(count=count)
