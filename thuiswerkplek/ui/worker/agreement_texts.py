"""An agreement in plain sentences, and since when and until when it holds; no Qt."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, rule_words, words
from thuiswerkplek.domain.agreement import Basis, HomeDay, Source, in_force, review_due
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    CarDays,
    Evaluation,
    HomeFirst,
    Hours,
)
from thuiswerkplek.domain.workplace import Owner
from thuiswerkplek.i18n import Language, _, current, ngettext
from thuiswerkplek.ui.worker import agreement_reading as reading
from thuiswerkplek.ui.worker.agreement_models import Reminder, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.agreement_rules import Rule

ONE_DAY = timedelta(days=1)
SOON = timedelta(days=31)
CENTS = 2


def told(agreement: Agreement, title: str, lines: tuple[str, ...]) -> Told:
    """Return an agreement in sentences, by group."""
    return Told(
        title=title,
        lines=lines,
        facts=tuple(_facts(agreement)),
        nothing=_("Nothing more was written down."),
    )


def when(agreement: Agreement, known: Iterable[Agreement], today: date) -> str:
    """Return since when and until when the agreement holds, or held."""
    begin = words.day(agreement.valid_from)
    end = _end(agreement, known)
    if agreement.valid_from > today:
        text = _("From {begin} until it is changed.")
        text = _("From {begin} until {end}.") if end else text
    elif end is None:
        text = _("Since {begin}, until it is changed.")
    elif end < today:
        text = _("From {begin} until {end}; that has passed.")
    else:
        text = _("Since {begin}, until {end}.")
    return text.format(begin=begin, end=words.day(end) if end else "")


def _end(agreement: Agreement, known: Iterable[Agreement]) -> date | None:
    """Return the last day, or that before the next agreement begins."""
    ends = [one.valid_from - ONE_DAY for one in known if _follows(one, agreement)]
    if agreement.valid_to is not None:
        ends.append(agreement.valid_to)
    return min(ends, default=None)


def _follows(one: Agreement, agreement: Agreement) -> bool:
    """Return whether `one` takes over for good; after a temporary one it goes on."""
    return one.valid_from > agreement.valid_from and one.valid_to is None


def origin(agreement: Agreement) -> str:
    """Return the version, and where it comes from."""
    text = {
        Source.TYPED: _("Version {version}, typed in by you."),
        Source.ORGANISATION: _("Version {version}, from your organisation's file."),
    }[agreement.source]
    return text.format(version=agreement.version)


def standing(agreement: Agreement, known: tuple[Agreement, ...], today: date) -> str:
    """Return in a few words how a version stands: coming, replaced or past."""
    start = agreement.valid_from
    if in_force(known, start) is not agreement:
        return _("replaced by a newer version")
    if start > today:
        return _("still to come")
    return _("earlier")


def reminder(agreement: Agreement, today: date) -> Reminder:
    """Return when to talk the agreement over, counting today."""
    due = review_due(agreement, after=today - ONE_DAY)
    if due is None and agreement.review_on is not None:
        text = _("You were to talk it over on {day}. Agree on a next day.")
        return Reminder(text.format(day=words.day(agreement.review_on)), is_due=True)
    if due is None:
        text = _("No day to talk it over was agreed. You can add one.")
        return Reminder(text, is_due=False)
    if due == today:
        return Reminder(_("Today is the day to talk it over."), is_due=True)
    if due - today > SOON:
        text = _("You talk it over again on {day}.")
        return Reminder(text.format(day=words.day(due)), is_due=False)
    days = (due - today).days
    text = ngettext(
        "You talk it over again on {day}, in {count} day.",
        "You talk it over again on {day}, in {count} days.",
        days,
    )
    return Reminder(text.format(day=words.day(due), count=days), is_due=True)


def _facts(agreement: Agreement) -> Iterator[tuple[str, str]]:
    for label, lines in (
        (_("Days"), _days(agreement)),
        (_("Peak"), _rules(agreement, ArriveOutside, HomeFirst, CarDays)),
        (_("Reachability"), _reachability(agreement)),
        (_("Money"), _money(agreement)),
        (_("Equipment"), _equipment(agreement)),
        (_("Who"), _who(agreement)),
        (_("Where"), _where(agreement)),
        (_("Work"), _words(agreement)),
        (_("Talking it over"), _review(agreement)),
    ):
        found = [line for line in lines if line]
        if found:
            yield label, "\n".join(found)


def sentence(rule: Rule) -> str:
    """Return a rule as a sentence."""
    if isinstance(rule, Evaluation):
        return _evaluation(rule)
    return words.capital(f"{rule_words.rule(rule)}.")


def _evaluation(rule: Evaluation) -> str:
    text = _("Talk it over on {day}.")
    if rule.who:
        text = _("Talk it over on {day}, with {who}.")
    text = text.format(day=words.day(rule.on), who=rule.who)
    return " ".join(part for part in (text, rule.outcome) if part)


def _rules(agreement: Agreement, *kinds: type[Rule]) -> list[str]:
    return [sentence(rule) for rule in agreement.rules if isinstance(rule, kinds)]


def _days(agreement: Agreement) -> list[str]:
    elsewhere = (ArriveOutside, HomeFirst, CarDays, Hours, Evaluation)
    found = [
        sentence(rule) for rule in agreement.rules if not isinstance(rule, elsewhere)
    ]
    if agreement.days_a_week is not None:
        text = _("You work {days} days a week.")
        if agreement.days_a_week == 1:
            text = _("You work one day a week.")
        number = reading.number_text(agreement.days_a_week)
        found.insert(0, text.format(days=number))
    if agreement.home_day is HomeDay.PART:
        found.append(_("A day with a part at home counts as a home day."))
    return found


def _reachability(agreement: Agreement) -> list[str]:
    terms = agreement.terms
    return [*_rules(agreement, Hours), terms.hours, terms.reachability]


def _money(agreement: Agreement) -> list[str]:
    money = agreement.money
    found = [
        text.format(amount=amount_text(amount))
        for text, amount in (
            (_("{amount} for a day at home."), money.home_a_day),
            (_("{amount} for a kilometre of travel."), money.travel_a_km),
        )
        if amount is not None
    ]
    if found:
        found.append(_paid_for(money.basis))
    if money.equipment_budget is not None:
        text = _("{amount} to spend on equipment.")
        found.append(text.format(amount=amount_text(money.equipment_budget)))
    return found


def _paid_for(basis: Basis) -> str:
    return {
        Basis.FIXED: _("Paid for a fixed number of days."),
        Basis.ACTUAL: _("Paid for the days as they were."),
    }[basis]


def amount_text(amount: Decimal) -> str:
    """Return an amount with all its decimals; a kilometre may have three."""
    if amount == round(amount, CENTS):
        return balance_words.euro(Fraction(amount))
    text = reading.number_text(amount)
    return f"€{text}" if current() is Language.EN else f"€ {text}"


def owner(value: Owner) -> str:
    """Return whose a thing is, as the worker reads it."""
    return {
        Owner.EMPLOYER: _("from your employer"),
        Owner.WORKER: _("your own"),
        Owner.NONE: _("not named"),
    }[value]


def _equipment(agreement: Agreement) -> list[str]:
    lines = [f"{item.name} ({owner(item.owner)})" for item in agreement.equipment]
    return [*lines, agreement.terms.equipment]


def _who(agreement: Agreement) -> list[str]:
    parties = agreement.parties
    return [
        text.format(name=name)
        for text, name in (
            (_("Employer: {name}"), parties.employer),
            (_("Worker: {name}"), parties.worker),
            (_("Manager: {name}"), parties.manager),
            (_("Team: {name}"), parties.team),
        )
        if name
    ]


def _where(agreement: Agreement) -> list[str]:
    found = []
    if agreement.home_country:
        text = _("Home is in the country {country}.")
        found.append(text.format(country=agreement.home_country))
    if agreement.sites:
        text = _("At the office: {places}.")
        found.append(text.format(places=", ".join(agreement.sites)))
    if agreement.workplace_checked_on is not None:
        text = _("The workplace at home was checked on {day}.")
        found.append(text.format(day=words.day(agreement.workplace_checked_on)))
    return [*found, agreement.terms.places, agreement.terms.workplace]


def _words(agreement: Agreement) -> list[str]:
    terms = agreement.terms
    return [terms.work, terms.privacy, terms.evidence, terms.ending]


def _review(agreement: Agreement) -> list[str]:
    found = _rules(agreement, Evaluation)
    if agreement.review_on is not None:
        text = _("On {day}.")
        found.append(text.format(day=words.day(agreement.review_on)))
    if agreement.review_months is not None:
        text = ngettext(
            "Every month.", "Every {count} months.", agreement.review_months
        )
        found.append(text.format(count=agreement.review_months))
    return found
