"""The points of a result: the heavy ones as cards, all of them by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import COMPLAINTS, SKIPPED, UNKNOWN, Visibility
from thuiswerkplek.domain.findings import Outcome, outcome
from thuiswerkplek.domain.measures import State, allowed_steps
from thuiswerkplek.i18n import _, current, ngettext
from thuiswerkplek.ui.worker.check_advice import personal
from thuiswerkplek.ui.worker.result_models import (
    GoodLine,
    MatterCard,
    PointLine,
    StepWord,
    ThemeCard,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thuiswerkplek.domain.catalogue import Catalogue, Question, QuestionId
    from thuiswerkplek.domain.findings import Finding
    from thuiswerkplek.services.results import MeasureLine, Round, ThemeRound

MOST = 3
NAMED = 2
NOT_APPLICABLE = "na"


def good_lines(walk: Round) -> Iterator[GoodLine]:
    """Yield what is right, one line for each theme that has something."""
    for theme in walk.themes:
        if theme.theme.id == COMPLAINTS:
            continue
        fine = [question for question in theme.questions if _is_good(walk, question)]
        if fine:
            yield GoodLine(theme.theme.titles[current()], _named(theme, fine))


def _is_good(walk: Round, question: Question) -> bool:
    answer = walk.answers.get(question.id)
    if answer is None or answer.value in (SKIPPED, UNKNOWN, NOT_APPLICABLE):
        return False
    return outcome(question, answer) is Outcome.FINE


def _named(theme: ThemeRound, fine: list[Question]) -> str:
    if len(fine) == len(theme.questions) > 1:
        return _("All {count} points are in order").format(count=len(fine))
    names = [words.question_text(question).short for question in fine[:NAMED]]
    text = ", ".join([names[0], *(_lower(name) for name in names[1:])])
    if (more := len(fine) - NAMED) > 0:
        rest = ngettext("and {count} more", "and {count} more", more)
        text = f"{text} {rest.format(count=more)}"
    return text


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def heaviest(catalogue: Catalogue, walk: Round) -> tuple[Finding, ...]:
    """Return the points that matter most; complaints are not things to mend."""
    return tuple(
        item
        for item in walk.findings
        if catalogue.question(item.question).theme != COMPLAINTS
    )[:MOST]


def matter(
    walk: Round, question: Question, found: Finding, line: MeasureLine | None
) -> MatterCard:
    """Return one of the points that matter most, with what can be done from here."""
    text = words.question_text(question)
    is_untouched = line is not None and line.measure.state is State.PROPOSED
    is_taken = line is not None and not is_untouched
    return MatterCard(
        question=question.id,
        severity=found.severity,
        word=_("Do this first") if found.is_danger else words.severity(found.severity),
        title=text.short,
        advice=text.advice,
        personal=personal(walk, question),
        lines=_lines(question),
        private_word=_private(question),
        steps=tuple(_steps(question)) if is_untouched else (),
        taken=_taken(line) if line and is_taken else "",
        take_back=_("Take back") if is_taken else "",
        is_declined=line is not None and line.measure.state is State.DECLINED,
    )


def _lines(question: Question) -> tuple[tuple[str, str], ...]:
    text = words.question_text(question)
    return (
        (_("Why:"), text.why),
        (_("Tonight:"), text.tonight),
        (_("Later:"), text.measure),
        (_("Who:"), words.actor(question.acts)),
        (_("Costs:"), words.cost(question.cost)),
    )


def _private(question: Question) -> str:
    is_private = question.visibility is Visibility.PRIVATE
    return _("Only for you") if is_private else ""


def _steps(question: Question) -> Iterator[StepWord]:
    steps = allowed_steps(State.PROPOSED, question.acts)
    short = words.question_text(question).short
    if State.SET_UP in steps:
        done = _("Done")
        yield StepWord(State.SET_UP, done, f"{done}: {short}")
    # What the employer may not read cannot be asked of them.
    if State.REQUESTED in steps and question.visibility is Visibility.EMPLOYER:
        ask = _("Ask my employer")
        yield StepWord(State.REQUESTED, ask, f"{ask}: {short}")


def _taken(line: MeasureLine) -> str:
    step = line.measure.steps[-1]
    return _("{state} on {day}").format(
        state=words.capital(words.state(step.state)), day=words.day(step.day)
    )


def theme_cards(catalogue: Catalogue, walk: Round) -> Iterator[ThemeCard]:
    """Yield how each theme stands, with its points."""
    by_id = {item.question: item for item in walk.findings}
    for theme in walk.themes:
        if theme.theme.id == COMPLAINTS:
            continue
        points = tuple(
            _point(catalogue, walk, question, by_id[question.id])
            for question in theme.questions
            if question.id in by_id
        )
        yield _theme_card(theme, points, _answered(walk, theme))


def _answered(walk: Round, theme: ThemeRound) -> int:
    given: Mapping[QuestionId, object] = walk.answers
    passed = sum(
        (answer := walk.answers.get(question.id)) is not None
        and answer.value == SKIPPED
        for question in theme.questions
    )
    return sum(question.id in given for question in theme.questions) - passed


def _theme_card(
    theme: ThemeRound, points: tuple[PointLine, ...], answered: int
) -> ThemeCard:
    title = theme.theme.titles[current()]
    total = len(theme.questions)
    progress = _("{count} of {total} answered").format(count=answered, total=total)
    count = ngettext("{count} point to mend", "{count} points to mend", len(points))
    return ThemeCard(
        code=theme.theme.id,
        title=title,
        severity=theme.severity if answered else None,
        word=words.severity(theme.severity) if answered else _("Not answered yet"),
        progress="" if answered == total else progress,
        points=points,
        heading=f"{title} · {count.format(count=len(points))}",
    )


def _point(
    catalogue: Catalogue, walk: Round, question: Question, found: Finding
) -> PointLine:
    text = words.question_text(question)
    given = words.answer(catalogue, question, walk.answers[question.id])
    return PointLine(
        question=question.id,
        severity=found.severity,
        word=_("Do this first") if found.is_danger else words.severity(found.severity),
        title=text.short,
        answered=_("You answered: {answer}").format(answer=given),
        advice=text.advice,
        private_word=_private(question),
    )
