"""What the rules of tax and of other countries say of a balance; for information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from thuiswerkplek.domain.cross_border import SocialShare
    from thuiswerkplek.services.balance_figures import (
        Border,
        FixedRule,
        YearBalance,
    )

INDENT = "  "


def rule_lines(found: YearBalance) -> Iterator[str]:
    """Yield the fixed allowance, and the counters of who lives abroad."""
    yield _("Fixed allowance for the whole year, for information")
    there = found.total.figures.on_site_days
    yield from (INDENT + line for line in _fixed(found.fixed, there))
    if found.border is not None:
        yield ""
        yield from _border(found.border)
    elif found.abroad:
        yield ""
        yield from _abroad(found)


def _fixed(found: FixedRule, there: int) -> Iterator[str]:
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


def _abroad(found: YearBalance) -> Iterator[str]:
    yield _("Work abroad")
    for country, count in found.abroad.items():
        text = ngettext("{country}: {count} day", "{country}: {count} days", count)
        yield INDENT + text.format(country=country, count=count)
    yield INDENT + _(
        "Do you live there? Put your country in the agreement (home_country) to see"
        " the limits."
    )


def _border(found: Border) -> Iterator[str]:
    yield _("Living in {country}, working for a Dutch employer").format(
        country=found.residence
    )
    days = found.days
    limit = balance_words.unknown() if days.limit is None else str(days.limit)
    yield INDENT + _(
        "Days worked outside the Netherlands: {count}, free are {limit}: {level}"
    ).format(count=days.days, limit=limit, level=balance_words.level(days.level))
    if found.social is not None:
        yield INDENT + _social(found.social)
    yield INDENT + _("Permanent establishment, share at home: {share}: {level}").format(
        share=balance_words.percent(found.establishment.share),
        level=balance_words.level(found.establishment.level),
    )


def _social(found: SocialShare) -> str:
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
