"""One question made ready to show: texts, answers, sources and drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import SKIPPED, UNKNOWN, Kind, Visibility
from thuiswerkplek.domain.check import prefilled
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.worker.check_models import (
    Choice,
    Note,
    NumberEntry,
    Pictures,
    QuestionCard,
    SourceLine,
    Why,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.domain.catalogue import (
        Answer,
        Catalogue,
        NumberRange,
        Question,
        Value,
    )
    from thuiswerkplek.services.results import Round

PAIRS = frozenset({"chair", "desk", "screen", "laptop", "keyboard", "light"})
PROPOSAL = "proposal"
NO_PICTURES = Pictures("", "", "", "")


def card(catalogue: Catalogue, walk: Round, question: Question) -> QuestionCard:
    """Return a question as it stands in a round."""
    answer = walk.answers.get(question.id)
    offered = None if answer else prefilled(question, walk.answers)
    text = words.question_text(question)
    is_first = question == walk.questions[0]
    return QuestionCard(
        id=question.id,
        ask=text.ask,
        kind=question.kind,
        intro=catalogue.texts["before-intake"][current()] if is_first else "",
        choices=_choices(catalogue, question, offered),
        exclusive=question.exclusive,
        chosen=_chosen(answer),
        number=_number(catalogue, question, answer, offered),
        reading=_reading(question, answer),
        skip=Choice(SKIPPED, _("Skip")),
        note=_note(catalogue, answer),
        is_private=question.visibility is Visibility.PRIVATE,
        visibility=words.capital(words.visibility(question.visibility)),
        why=why(catalogue, question),
        pictures=_pictures(walk, question),
    )


def _choices(
    catalogue: Catalogue, question: Question, offered: Value | None
) -> tuple[Choice, ...]:
    hint = _("fits what you said before")
    return tuple(
        Choice(code, words.option(catalogue, code), hint if code == offered else "")
        for code in question.options
    )


def _chosen(answer: Answer | None) -> tuple[str, ...]:
    if answer is None or isinstance(answer.value, float | int):
        return ()
    return answer.value if isinstance(answer.value, tuple) else (answer.value,)


def _number(
    catalogue: Catalogue,
    question: Question,
    answer: Answer | None,
    offered: Value | None,
) -> NumberEntry | None:
    if question.kind is not Kind.NUMBER or question.number is None:
        return None
    unknown = Choice(UNKNOWN, words.unknown(catalogue))
    return _entry(
        question.number,
        name=words.question_text(question).short,
        value=_amount(None if answer is None else answer.value),
        proposed=_amount(offered),
        unknown=unknown if question.number.can_be_unknown else None,
    )


def _reading(question: Question, answer: Answer | None) -> NumberEntry | None:
    if question.reading is None:
        return None
    return _entry(
        question.reading,
        name=_("Measured value, if you can"),
        value=None if answer is None else answer.reading,
    )


def _amount(value: Value | None) -> float | None:
    return float(value) if isinstance(value, float | int) else None


def _entry(
    number: NumberRange,
    *,
    name: str,
    value: float | None,
    proposed: float | None = None,
    unknown: Choice | None = None,
) -> NumberEntry:
    proposal = None
    if proposed is not None:
        label = words.amount(proposed, number.unit)
        proposal = Choice(PROPOSAL, label, _("as you said before"))
    return NumberEntry(
        name=name,
        unit=words.unit(number.unit, 2),
        minimum=number.minimum,
        maximum=number.maximum,
        step=number.step,
        value=value,
        proposed=proposed,
        proposal=proposal,
        unknown=unknown,
    )


def _note(catalogue: Catalogue, answer: Answer | None) -> Note:
    warning = catalogue.texts["free-text-warning"][current()]
    return Note("" if answer is None else answer.remark, warning)


def why(catalogue: Catalogue, question: Question) -> Why:
    """Return why a question is asked, with its sources and its numbers' sources."""
    has_layer = bool(question.sources)
    return Why(
        layer=question.layer if has_layer else "",
        layer_word=words.layer(question.layer) if has_layer else "",
        text=words.question_text(question).why,
        sources=_lines(catalogue, question.sources),
        numbers=_lines(catalogue, question.number_sources),
    )


def _lines(catalogue: Catalogue, names: Iterable[str]) -> tuple[SourceLine, ...]:
    found = (catalogue.sources[name] for name in names)
    return tuple(
        SourceLine(
            layer=source.layer,
            layer_word=words.layer(source.layer),
            name=source.names[current()],
            says=source.says[current()],
            certainty=words.certainty(source.certainty),
        )
        for source in found
    )


def _pictures(walk: Round, question: Question) -> Pictures:
    theme = walk.theme_of(question)
    if theme is None:
        is_first = question == walk.questions[0]
        return Pictures("welcome", "", "", "") if is_first else NO_PICTURES
    name, title = theme.theme.drawing, theme.theme.titles[current()]
    if name not in PAIRS:
        return Pictures(name, "", title, "")
    return Pictures(
        f"{name}-right", f"{name}-wrong", _("Like this"), _("Not like this")
    )
