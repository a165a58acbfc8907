"""Allowances and limits of a year in words, with where every number comes from."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from thuiswerkplek import balance_sentences, balance_words, words
from thuiswerkplek.domain.allowances import A_DAY, HOME_DAY, KM
from thuiswerkplek.domain.catalogue import Layer
from thuiswerkplek.domain.cross_border import MAIN_SHARE, Level
from thuiswerkplek.domain.fixed_allowance import LEAST, PAID
from thuiswerkplek.domain.rates import Status
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.worker.year_models import (
    Border,
    Counter,
    Money,
    Source,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thuiswerkplek.domain.allowance_year import Totals
    from thuiswerkplek.domain.cross_border import DayCount
    from thuiswerkplek.domain.rates import Rate, Rates
    from thuiswerkplek.services.balance_figures import YearBalance

BORDER_FACTS = ("free-days", "establishment-share", "social-framework-share")
ICONS = {
    Level.FINE: ("fine", "fine"),
    Level.WATCH: ("info", "severity_1"),
    Level.CLOSE: ("warning", "severity_2"),
    Level.LAST: ("warning", "severity_2"),
    Level.ACT: ("info", "severity_1"),
    Level.OVER: ("danger", "severity_3"),
    Level.UNKNOWN: ("help", "muted"),
}


def money(found: YearBalance, rates: Rates) -> Money:
    """Return the allowances of the year."""
    whole = found.total.allowance
    agreed = None if found.agreement is None else found.agreement.money.home_a_day
    unknown = _unknown(rates, found.year)
    note = [
        *unknown,
        *([] if agreed is not None else [balance_sentences.most_exempt()]),
    ]
    there = found.total.figures.on_site_days
    return Money(
        title=balance_sentences.allowance_title(),
        lines=tuple(balance_sentences.amounts(whole)),
        note=" ".join(part for part in note if part),
        fixed_title=balance_sentences.fixed_title(),
        fixed=tuple(balance_sentences.fixed(found.fixed, there)),
        months=_months(found),
        sources=tuple(_sources(rates, found.year)),
    )


def _unknown(rates: Rates, year: int) -> Iterator[str]:
    """Yield why an amount of this year is unknown, where that is told."""
    for name in (HOME_DAY, KM):
        on = date(year, 12, 31)
        known = rates.unknown(name, on)
        if rates.value(name, on) is None and known is not None:
            yield known.basis.note.get(current(), "")


def _months(found: YearBalance) -> Table:
    head = (
        _("Month"),
        _("Days at home"),
        _("For home"),
        _("Days to work"),
        _("Way to work"),
        _("For that way"),
        _("Business trips"),
        _("For business trips"),
        _("Together"),
        _("Free of tax"),
    )
    rows = [
        _row(words.capital(balance_words.month(number)), month.allowance)
        for number, month in enumerate(found.months, 1)
        if month.figures.kinds
    ]
    return Table(head, (*rows, _row(str(found.year), found.total.allowance)))


def _row(name: str, totals: Totals) -> tuple[str, ...]:
    return (
        name,
        str(totals.home_days),
        balance_words.euro(totals.home.paid),
        str(totals.travel_days),
        balance_words.km(totals.commute_metres),
        balance_words.euro(totals.travel.paid),
        balance_words.km(totals.business_metres),
        balance_words.euro(totals.business.paid),
        balance_words.euro(totals.amount.paid),
        balance_words.euro(totals.amount.exempt),
    )


# Where numbers come from


def _sources(rates: Rates, year: int) -> Iterator[Source]:
    names = {
        HOME_DAY: _("{value} for a day at home"),
        KM: _("{value} for a km"),
        A_DAY: _("For one day: {value} of the two allowances"),
        LEAST: _("A fixed allowance from {value} days a year"),
        PAID: _("It is paid as if there were {value} days a year"),
    }
    for name, text in names.items():
        yield from _facts(rates, name, text, date(year, 12, 31))


def _facts(rates: Rates, name: str, text: str, on: date) -> Iterator[Source]:
    """Yield what holds on a day, or that it is unknown, and what is proposed."""
    known = rates.rate(name, on) or rates.unknown(name, on)
    for found in (known, rates.proposal(name, on)):
        if found is not None:
            yield _source(rates, name, found, text)


def _source(rates: Rates, name: str, found: Rate, text: str) -> Source:
    basis = found.basis
    is_known = basis.status is not Status.UNKNOWN
    value = _value(name, found) if is_known else balance_words.unknown()
    fact = text.format(value=value)
    is_law = basis.status is Status.LAW
    note = basis.note.get(current(), "")
    named = "; ".join(_named(rates, code) for code in basis.sources)
    parts = [
        "" if is_law else status_word(basis.status),
        note,
        words.certainty(basis.certainty),
        _("Source: {name}.").format(name=named),
    ]
    return Source(
        fact=words.capital(fact),
        layer=Layer.LAW.value if is_law else "",
        layer_word=words.layer(Layer.LAW) if is_law else "",
        basis=" ".join(part for part in parts if part),
    )


def _value(name: str, found: Rate) -> str:
    if found.value is None:
        return balance_words.unknown()
    if name in {HOME_DAY, KM}:
        return balance_words.euro(Fraction(found.value))
    return words.number(float(found.value))


def _named(rates: Rates, code: str) -> str:
    source = rates.sources[code]
    return f"{source.name}, {source.dated}" if source.dated else source.name


def status_word(value: Status) -> str:
    """Return how binding a fact is, as a sentence."""
    return {
        Status.LAW: _("Law."),
        Status.DECISION: _("A decision, not a law."),
        Status.PROPOSAL: _("A proposal: it is not used in the sums."),
        Status.UNKNOWN: _("Not known yet."),
    }[value]


# Across the border


def border(found: YearBalance, rates: Rates) -> Border | None:
    """Return the counters of who lives abroad, or the days with work abroad."""
    if found.border is None:
        return _abroad(found) if found.abroad else None
    own = found.border
    counters = [_counter(own.days.level, balance_sentences.border_days(own.days))]
    if _adds_something(own.days):
        counters.append(_with_plan(own.days))
    if own.social is not None:
        text = balance_sentences.social(own.social)
        counters.append(_counter(own.social.level, text))
    fixed = own.establishment
    counters.append(_counter(fixed.level, balance_sentences.establishment(fixed)))
    return Border(
        title=balance_sentences.border_title(own.residence),
        counters=tuple(counters),
        lines=(_("This is information. Ask your employer before you decide."),),
        sources=tuple(_border_sources(rates, own.residence, found.year)),
    )


def _counter(level: Level, text: str) -> Counter:
    icon, ink = ICONS[level]
    return Counter(icon, ink, text)


def _adds_something(days: DayCount) -> bool:
    return bool(days.planned) and days.level_with_plan is not days.level


def _with_plan(days: DayCount) -> Counter:
    text = _("With the days you planned there are {count}: {level}").format(
        count=days.days + days.planned, level=balance_words.level(days.level_with_plan)
    )
    return _counter(days.level_with_plan, text)


def _abroad(found: YearBalance) -> Border:
    return Border(
        title=balance_sentences.abroad_title(),
        counters=(),
        lines=(
            *balance_sentences.abroad(found.abroad),
            _(
                "Do you live there? Put your country in the agreement to see the"
                " limits."
            ),
        ),
        sources=(),
    )


def _border_sources(rates: Rates, residence: str, year: int) -> Iterator[Source]:
    on = date(year, 12, 31)
    texts = (
        _("Days that are free of tax where you live: {value}"),
        _("Safe for your employer up to {value} per cent at home"),
        _("With an A1 statement: less than {value} per cent in your own country"),
    )
    for kind, text in zip(BORDER_FACTS, texts, strict=True):
        series = rates.for_country(kind, residence)
        if series is not None:
            yield from _facts(rates, series.name, text, on)
    text = _("Insured where you live from {value} per cent in your own country")
    yield from _facts(rates, MAIN_SHARE, text, on)
