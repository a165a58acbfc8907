"""The way through a check: what follows, what came before, how far each theme is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import COMPLAINTS, SKIPPED
from thuiswerkplek.domain.check import is_answered, next_open
from thuiswerkplek.i18n import _, current, ngettext
from thuiswerkplek.ui.worker.check_models import Dial

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thuiswerkplek.domain.catalogue import Answers, Question
    from thuiswerkplek.services.results import Round

INTAKE = "intake"


def start(walk: Round) -> Question:
    """Return where to resume: the last place, else the first open question."""
    for question in walk.questions:
        if question.id == walk.check.position:
            return question
    return next_open(walk.questions, walk.answers) or first_item(walk)


def first_item(walk: Round) -> Question:
    """Return the first question of the check itself, after the intake."""
    return walk.themes[0].questions[0] if walk.themes else walk.questions[0]


def following(walk: Round, at: Question) -> Question | None:
    """Return the next in order; past the end the first open one, then None."""
    after = walk.questions[walk.questions.index(at) + 1 :]
    return after[0] if after else next_open(walk.questions, walk.answers)


def preceding(walk: Round, at: Question) -> Question | None:
    """Return the one before it in order."""
    number = walk.questions.index(at)
    return walk.questions[number - 1] if number else None


def group(walk: Round, at: Question) -> tuple[str, tuple[Question, ...]]:
    """Return the title and the questions of the theme, or of the intake."""
    theme = walk.theme_of(at)
    if theme is None:
        return _("About your work"), walk.intake
    return theme.theme.titles[current()], theme.questions


def where(walk: Round, at: Question) -> str:
    """Return where the worker is, such as *Chair · question 3 of 5*."""
    title, questions = group(walk, at)
    return _("{theme} · question {number} of {total}").format(
        theme=title, number=questions.index(at) + 1, total=len(questions)
    )


def groups(walk: Round) -> Iterator[tuple[str, str, tuple[Question, ...], int]]:
    """Yield code, title, questions and number of findings, the intake first."""
    yield INTAKE, _("About your work"), walk.intake, 0
    for theme in walk.themes:
        title = theme.theme.titles[current()]
        is_weighed = theme.theme.id != COMPLAINTS
        yield theme.theme.id, title, theme.questions, len(theme.findings) * is_weighed


def dials(walk: Round) -> tuple[Dial, ...]:
    """Return one dial per theme, the intake first."""
    return tuple(
        _dial(code, title, questions, findings, walk.answers)
        for code, title, questions, findings in groups(walk)
    )


def _dial(
    code: str,
    title: str,
    questions: Sequence[Question],
    findings: int,
    answers: Answers,
) -> Dial:
    answered = sum(is_answered(answers.get(question.id)) for question in questions)
    skipped = sum(_is_skipped(question, answers) for question in questions)
    parts = [
        _("{count} of {total} answered").format(count=answered, total=len(questions))
    ]
    if skipped:
        parts.append(_("{count} skipped").format(count=skipped))
    if findings:
        text = ngettext("{count} point to mend", "{count} points to mend", findings)
        parts.append(text.format(count=findings))
    share = answered / len(questions) if questions else 1.0
    return Dial(code, title, share, findings, ", ".join(parts))


def _is_skipped(question: Question, answers: Answers) -> bool:
    answer = answers.get(question.id)
    return answer is not None and answer.value == SKIPPED


def skipped(walk: Round) -> tuple[Question, ...]:
    """Return the questions that were passed over."""
    return tuple(q for q in walk.questions if _is_skipped(q, walk.answers))


def entry(walk: Round, code: str) -> Question | None:
    """Return where to enter a theme: at what is open, then skipped, then first."""
    for known, _title, questions, _findings in groups(walk):
        if known == code and questions:
            is_open = (q for q in questions if q.id not in walk.answers)
            passed = (q for q in questions if _is_skipped(q, walk.answers))
            return next(is_open, None) or next(passed, None) or questions[0]
    return None
