"""What the rules of tax and of other countries say of a balance; for information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_sentences
from thuiswerkplek.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thuiswerkplek.services.balance_figures import Border, YearBalance

INDENT = "  "


def rule_lines(found: YearBalance) -> Iterator[str]:
    """Yield the fixed allowance, and the counters of who lives abroad."""
    yield balance_sentences.fixed_title()
    there = found.total.figures.on_site_days
    for line in balance_sentences.fixed(found.fixed, there):
        yield INDENT + line
    if found.border is not None:
        yield ""
        yield from _border(found.border)
    elif found.abroad:
        yield ""
        yield from _abroad(found)


def _abroad(found: YearBalance) -> Iterator[str]:
    yield balance_sentences.abroad_title()
    for line in balance_sentences.abroad(found.abroad):
        yield INDENT + line
    yield INDENT + _(
        "Do you live there? Put your country in the agreement (home_country) to see"
        " the limits."
    )


def _border(found: Border) -> Iterator[str]:
    yield balance_sentences.border_title(found.residence)
    yield INDENT + balance_sentences.border_days(found.days)
    if found.social is not None:
        yield INDENT + balance_sentences.social(found.social)
    yield INDENT + balance_sentences.establishment(found.establishment)
