"""What the worker reads after an answer that is not fine: advice and neutral steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import COMPLAINTS, QuestionId
from thuiswerkplek.domain.findings import Outcome, outcome
from thuiswerkplek.domain.records import Request
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker.check_models import AdviceCard, Bridge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thuiswerkplek.domain.catalogue import Question
    from thuiswerkplek.domain.findings import Finding
    from thuiswerkplek.services.results import Round

EYE_QUESTIONS = frozenset({"health-eyes-head", "screen-glasses-tilt"})
TALK_QUESTIONS = frozenset(
    {"health-stress-sleep", "balance-switch-off", "contact-alone"}
)
GLASSES = QuestionId("intake-glasses")
LOWER_SCREEN_GLASSES = frozenset({"multifocal"})
ATTENTION = 1


def card(
    walk: Round, question: Question, asked: tuple[Request, ...]
) -> AdviceCard | None:
    """Return what the present answer calls for; None when it is fine."""
    meaning = outcome(question, walk.answers.get(question.id))
    found = next((item for item in walk.findings if item.question == question.id), None)
    if meaning is Outcome.ATTENTION:
        return _card(walk, question, ATTENTION, _("Worth a look"), ())
    if meaning is not Outcome.RISK or found is None:
        return None
    bridges = tuple(bridges_of(question, asked))
    return _card(walk, question, found.severity, _word(question, found), bridges)


def _word(question: Question, found: Finding) -> str:
    if found.is_danger:
        return _("Do this first")
    if question.theme == COMPLAINTS:
        return _("Only for you")
    return words.severity(found.severity)


def _card(
    walk: Round,
    question: Question,
    severity: int,
    word: str,
    bridges: tuple[Bridge, ...],
) -> AdviceCard:
    text = words.question_text(question)
    is_complaint = question.theme == COMPLAINTS
    lines = (
        (_("Tonight:"), text.tonight),
        (_("Who:"), words.actor(question.acts)),
        (_("Costs:"), words.cost(question.cost)),
    )
    return AdviceCard(
        severity=ATTENTION if is_complaint else severity,
        word=word,
        advice=text.advice,
        lines=lines[:1] if is_complaint else lines,
        personal=personal(walk, question),
        bridges=bridges,
        spoken=f"{word}. {text.advice}",
    )


def personal(walk: Round, question: Question) -> str:
    """Return what a private answer changes for this person, on this screen only."""
    glasses = walk.answers.get(GLASSES)
    if question.id != "screen-height" or glasses is None:
        return ""
    if glasses.value not in LOWER_SCREEN_GLASSES:
        return ""
    return _("With your glasses the screen may be lower.")


def bridges_of(question: Question, asked: tuple[Request, ...]) -> Iterator[Bridge]:
    """Yield the neutral steps that a private answer offers (dossier, section 8)."""
    if question.theme == COMPLAINTS:
        yield _request(Request.WORKPLACE_ADVICE, asked)
    if question.id in EYE_QUESTIONS:
        yield _request(Request.EYE_TEST, asked)
    if question.id in TALK_QUESTIONS:
        yield Bridge(
            _(
                "You can talk about this with the company doctor (bedrijfsarts) or the"
                " confidential adviser. You need nobody's leave for that and your"
                " employer does not hear of it. This program sends nothing."
            )
        )


def _request(request: Request, asked: tuple[Request, ...]) -> Bridge:
    return Bridge(
        text=_("If you ask this, your employer sees only the request, no reason."),
        request=request,
        button=words.request(request),
        asked=_("It goes along with your next report.") if request in asked else "",
    )
