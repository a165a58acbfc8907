"""Words for the domain's values; shared by window, paper and command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    UNKNOWN,
    Actor,
    Certainty,
    Cost,
    Layer,
    Visibility,
)
from thuiswerkplek.domain.findings import Change
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.workplace import EquipmentKind, Owner
from thuiswerkplek.i18n import Language, _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from thuiswerkplek.domain.catalogue import (
        Answer,
        Catalogue,
        Question,
        QuestionText,
        Value,
    )
    from thuiswerkplek.domain.records import Request


def layer(value: Layer) -> str:
    """Return how binding a source is, in one word."""
    return {
        Layer.LAW: _("law"),
        Layer.STANDARD: _("standard"),
        Layer.ADVICE: _("advice"),
        Layer.TIP: _("tip"),
    }[value]


def certainty(value: Certainty) -> str:
    """Return how sure we are of what a source says."""
    return {
        Certainty.VERIFIED: _("The text itself was read."),
        Certainty.SECONDARY: _("Known through others; the text itself was not read."),
        Certainty.UNVERIFIED: _("Not checked against a source yet."),
    }[value]


def severity(value: int) -> str:
    """Return the weight of a finding, or of a theme (0 is fine), in words."""
    return {
        0: _("Fine"),
        1: _("Can be better"),
        2: _("Needs attention"),
        3: _("Mend this first"),
    }[value]


def actor(value: Actor) -> str:
    """Return who takes the next step, as the worker reads it."""
    return {
        Actor.WORKER: _("you"),
        Actor.EMPLOYER: _("your employer"),
        Actor.BOTH: _("you and your employer"),
    }[value]


def actor_on_paper(value: Actor) -> str:
    """Return who takes the next step, as anyone reads it."""
    return {
        Actor.WORKER: _("worker"),
        Actor.EMPLOYER: _("employer"),
        Actor.BOTH: _("worker and employer"),
    }[value]


def cost(value: Cost) -> str:
    """Return what a measure usually costs."""
    return {
        Cost.FREE: _("free"),
        Cost.UNDER_25: _("under 25 euros"),
        Cost.UNDER_100: _("under 100 euros"),
        Cost.FURNITURE: _("furniture"),
    }[value]


def state(value: State) -> str:
    """Return where a measure stands."""
    return {
        State.PROPOSED: _("proposed"),
        State.REQUESTED: _("requested"),
        State.DECIDED: _("agreed"),
        State.DELIVERED: _("delivered"),
        State.SET_UP: _("done"),
        State.EFFECTIVE: _("it helps"),
        State.DECLINED: _("not done"),
    }[value]


def equipment(value: EquipmentKind) -> str:
    """Return the name of a thing at the workplace."""
    return {
        EquipmentKind.CHAIR: _("Chair"),
        EquipmentKind.DESK: _("Table"),
        EquipmentKind.SCREEN: _("Separate screen"),
        EquipmentKind.LAPTOP: _("Laptop"),
        EquipmentKind.KEYBOARD: _("Separate keyboard"),
        EquipmentKind.MOUSE: _("Separate mouse"),
        EquipmentKind.HEADSET: _("Headset"),
        EquipmentKind.LAMP: _("Lamp"),
    }[value]


def owner_on_paper(value: Owner) -> str:
    """Return whose a thing is, as anyone reads it."""
    return {
        Owner.EMPLOYER: _("from the employer"),
        Owner.WORKER: _("from the worker"),
        Owner.NONE: _("not named"),
    }[value]


def request(value: Request) -> str:
    """Return a neutral request as the worker says it."""
    from thuiswerkplek.domain.records import Request  # 3 ms the first page does without

    return {
        Request.WORKPLACE_ADVICE: _("I would like workplace advice"),
        Request.EYE_TEST: _("I would like an eye test for screen work"),
        Request.EQUIPMENT: _("I would like to talk about equipment"),
    }[value]


def change(value: Change) -> str:
    """Return what a repeated check shows about a question."""
    return {
        Change.IMPROVED: _("improved"),
        Change.CAME_BACK: _("came back"),
        Change.NEW: _("new"),
        Change.STILL: _("still there"),
    }[value]


def visibility(value: Visibility) -> str:
    """Return who can ever read an answer, as the worker reads it."""
    return {
        Visibility.EMPLOYER: _("can go to your employer, if you share it"),
        Visibility.ADVISOR: _(
            "never to your employer; to an advisor only if you choose"
        ),
        Visibility.PRIVATE: _("only for you"),
    }[value]


def unit(value: str, amount: float) -> str:
    """Return a unit as it follows a number."""
    if value == "days":
        return ngettext("day", "days", round(amount))
    if value in {"h", "h/day"}:
        return _("hours") if amount != 1 else _("hour")
    if value == "min":
        return ngettext("minute", "minutes", round(amount))
    return value


def number(value: float) -> str:
    """Return a number as the language writes it, at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if current() is Language.NL else text


def amount(value: float, unit_name: str) -> str:
    """Return a number with its unit, such as `74,5 cm`."""
    return f"{number(value)} {unit(unit_name, value)}"


def percent(value: int) -> str:
    """Return a percentage."""
    return f"{value} %" if current() is Language.NL else f"{value}%"


def capital(text: str) -> str:
    """Return a text that begins with a capital, such as a state on its own."""
    return text[:1].upper() + text[1:]


def listing(texts: Sequence[str]) -> str:
    """Return texts after each other, such as Monday, Tuesday and Friday."""
    *first, last = texts
    if not first:
        return last
    return _("{first} and {last}").format(first=", ".join(first), last=last)


def day(value: date) -> str:
    """Return a date in full, such as 23 november 2026."""
    return f"{value.day} {month(value)}"


def month(value: date) -> str:
    """Return the month of a date with its year, such as november 2026."""
    months = (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October")),
        *(_("November"), _("December")),
    )
    return f"{months[value.month - 1]} {value.year}"


def question_text(question: Question) -> QuestionText:
    """Return a question's texts in the current language."""
    return question.texts[current()]


def option(catalogue: Catalogue, code: str) -> str:
    """Return the label of an answer code."""
    if code == SKIPPED:
        return _("skipped")
    return catalogue.options[code][current()]


def value(catalogue: Catalogue, question: Question, given: Value) -> str:
    """Return an answer's value in words."""
    if isinstance(given, tuple):
        return ", ".join(option(catalogue, code) for code in given)
    if isinstance(given, str):
        return option(catalogue, given)
    return amount(given, question.number.unit if question.number else "")


def answer(catalogue: Catalogue, question: Question, given: Answer) -> str:
    """Return an answer in words, with the value measured beside it."""
    text = value(catalogue, question, given.value)
    if given.reading is None or question.reading is None:
        return text
    return f"{text} ({amount(given.reading, question.reading.unit)})"


def unknown(catalogue: Catalogue) -> str:
    """Return how somebody says they do not know."""
    return option(catalogue, UNKNOWN)
