"""Whole sentences about a balance, the same in the window and on the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, rule_words, words
from thuiswerkplek.domain.agreement_kept import State
from thuiswerkplek.domain.daylog import Band, Purpose
from thuiswerkplek.domain.wpm import FactorList
from thuiswerkplek.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from thuiswerkplek.domain.agreement_kept import Verdict
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.allowance_year import Totals
    from thuiswerkplek.domain.balance import Run, ShareClass
    from thuiswerkplek.domain.cross_border import DayCount, Establishment, SocialShare
    from thuiswerkplek.domain.wpm import WpmRow
    from thuiswerkplek.services.balance_figures import Carbon, FixedRule


# Days


def planned(count: int) -> str:
    """Return how many days are not counted yet; empty when there are none."""
    if not count:
        return ""
    return ngettext(
        "{count} planned day is not counted.",
        "{count} planned days are not counted.",
        count,
    ).format(count=count)


def at_home(share: Fraction, group: ShareClass | None) -> str:
    """Return the share at home with the group of TNO."""
    return _("At home: {share} of the time ({group}).").format(
        share=balance_words.percent(share),
        group=balance_words.unknown()
        if group is None
        else balance_words.share_class(group),
    )


def home_first(count: int) -> str:
    """Return on how many days work began at home."""
    return ngettext(
        "On {count} day first at home, then to the office.",
        "On {count} days first at home, then to the office.",
        count,
    ).format(count=count)


def longest_run(run: Run) -> str:
    """Return the longest time without a day on site."""
    return ngettext(
        "Longest time without a day on site: {count} working day, {first}.",
        "Longest time without a day on site: {count} working days, {first} to {last}.",
        run.days,
    ).format(count=run.days, first=words.day(run.first), last=words.day(run.last))


# What was agreed


def agreed(verdicts: Sequence[Verdict], unjudged: Sequence[Rule]) -> Iterator[str]:
    """Yield every rule with how often it was kept, then those no log can judge."""
    for rule in dict.fromkeys(verdict.rule for verdict in verdicts):
        yield kept(rule, [one for one in verdicts if one.rule == rule])
    for rule in unjudged:
        text = _("{rule}: a list of days cannot tell.")
        yield words.capital(text.format(rule=rule_words.rule(rule)))


def kept(rule: Rule, verdicts: Sequence[Verdict]) -> str:
    """Return how often a rule was kept, of the times that are over."""
    right = sum(one.state is State.KEPT for one in verdicts)
    count = sum(one.state is not State.OPEN for one in verdicts)
    text = _("{rule}: kept {kept} of {count} times.")
    if not count:
        text = _("{rule}: its first period is not over yet.")
    name = rule_words.rule(rule)
    return words.capital(text.format(rule=name, kept=right, count=count))


# Travel


def legs(band: Band, count: int) -> str:
    """Return how many trips to or from work were in a band of the day."""
    return ngettext(
        "{count} trip to or from work {band}",
        "{count} trips to or from work {band}",
        count,
    ).format(count=count, band=balance_words.band(band))


def wpm_row(row: WpmRow) -> str:
    """Return one line of the WPM form."""
    return _("{purpose}, {means}: {km}").format(
        purpose=words.capital(balance_words.purpose(row.purpose)),
        means=balance_words.means(row.means, row.fuel),
        km=balance_words.km(row.metres),
    )


def co2(found: Carbon) -> str:
    """Return the CO2 by one list, of the year itself and else the last one known."""
    name = {
        FactorList.WPM: _("CO2 from the exhaust (WPM factors of {year}): {kg}"),
        FactorList.NATIONAL: _(
            "CO2 with making the energy (national factors of {year}): {kg}"
        ),
    }[found.stated.factors.list]
    text = name.format(
        year=found.stated.factors.year, kg=balance_words.kg(found.stated.grams)
    )
    if found.latest is None:
        return text
    return _("{co2}; by those of {year}: {kg}").format(
        co2=text,
        year=found.latest.factors.year,
        kg=balance_words.kg(found.latest.grams),
    )


# Money


def allowance_title() -> str:
    """Return what the amounts are about."""
    return _("Allowance, a day at home or a trip to work, never both")


def amounts(totals: Totals) -> Iterator[str]:
    """Yield the allowances of a month or year."""
    yield _("Days at home: {count}, {amount}").format(
        count=totals.home_days, amount=balance_words.euro(totals.home.paid)
    )
    yield _("Days to work: {count}, {km}, {amount}").format(
        count=totals.travel_days,
        km=balance_words.km(totals.commute_metres),
        amount=balance_words.euro(totals.travel.paid),
    )
    yield _("{purpose}: {km}, {amount}").format(
        purpose=words.capital(balance_words.purpose(Purpose.BUSINESS)),
        km=balance_words.km(totals.business_metres),
        amount=balance_words.euro(totals.business.paid),
    )
    if totals.unchosen_days:
        yield ngettext(
            "{count} day waits: its rate is unknown.",
            "{count} days wait: their rate is unknown.",
            totals.unchosen_days,
        ).format(count=totals.unchosen_days)
    yield _("Together {paid}, of which {exempt} free of tax").format(
        paid=balance_words.euro(totals.amount.paid),
        exempt=balance_words.euro(totals.amount.exempt),
    )


def most_exempt() -> str:
    """Return what the amounts are where nothing was agreed."""
    return _(
        "Where no amount was agreed, this is the most that can be free of tax;"
        " your employer need not pay it."
    )


def fixed_title() -> str:
    """Return what the rule of 128 and 214 days is about."""
    return _("Fixed allowance for the whole year, for information")


def fixed(found: FixedRule, there: int) -> Iterator[str]:
    """Yield what the rule of 128 and 214 days says; `there` are the days on site."""
    if found.office is None or found.least is None or found.paid is None:
        yield _("The rule of this year is unknown.")
        return
    yield _(
        "Office days a week: {days}. From {least} days on site a year it may be paid"
        " as if there were {paid}. So far there are {there}."
    ).format(
        days=_number(found.office),
        least=_number(found.least),
        paid=_number(found.paid),
        there=there,
    )
    if not found.is_agreed:
        yield _("No office days a week were agreed; this is for a full week.")
    if found.year is not None:
        yield _("That is {year} a year, {month} a month.").format(
            year=balance_words.euro(found.year.amount.paid),
            month=balance_words.euro(found.year.month.paid),
        )


def _number(value: Fraction) -> str:
    return words.number(float(value))


# Across the border


def abroad_title() -> str:
    """Return what the days per country are about."""
    return _("Work abroad")


def abroad(days: Mapping[str, int]) -> Iterator[str]:
    """Yield the days with work per country."""
    for country, count in days.items():
        text = ngettext("{country}: {count} day", "{country}: {count} days", count)
        yield text.format(country=country, count=count)


def border_title(country: str) -> str:
    """Return whom the counters are for."""
    return _("Living in {country}, working for a Dutch employer").format(
        country=country
    )


def border_days(days: DayCount) -> str:
    """Return the days outside the Netherlands, against those that are free."""
    limit = balance_words.unknown() if days.limit is None else str(days.limit)
    return _(
        "Days worked outside the Netherlands: {count}, free are {limit}: {level}"
    ).format(count=days.days, limit=limit, level=balance_words.level(days.level))


def establishment(found: Establishment) -> str:
    """Return the share at home abroad, against what is safe for the employer."""
    return _("Permanent establishment, share at home: {share}: {level}").format(
        share=balance_words.percent(found.share),
        level=balance_words.level(found.level),
    )


def social(found: SocialShare) -> str:
    """Return the share of the working time where one lives, and who insures."""
    return _(
        "Social security, {first} to {last}: {share} in your own country: {insured};"
        " {level}"
    ).format(
        first=words.day(found.span.first),
        last=words.day(found.span.last),
        share=balance_words.percent(found.share),
        insured=balance_words.insured(found.insured),
        level=balance_words.level(found.level),
    )
