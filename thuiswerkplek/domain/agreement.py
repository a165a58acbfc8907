"""What worker and employer agreed: terms with dates and versions, and their rules.

The fields are those of the balance dossier, section 3.3; the law prescribes no content
for a home-working agreement, so every field but the first day may stay empty.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NamedTuple, TypeAlias

from thuiswerkplek.domain.agreement_rules import Rule
from thuiswerkplek.domain.bounds import Between
from thuiswerkplek.domain.daylog import DAYS_A_WEEK, Country, check_country
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.people import Name, Remark
from thuiswerkplek.domain.rates import Rates
from thuiswerkplek.domain.workplace import Owner

MOST_EURO = 10_000
MOST_RULES = 30
MOST_LINES = 100
MONTHS_A_YEAR = 12
REQUEST_TERMS = ("weeks-in-service", "months-ahead", "months-to-decide")

Euro: TypeAlias = Annotated[Decimal, Between(0, MOST_EURO)]
Version: TypeAlias = Annotated[int, Between(1)]
DaysAWeek: TypeAlias = Annotated[float, Between(0.5, 7)]
Months: TypeAlias = Annotated[int, Between(1, 60)]


class Source(StrEnum):
    """Where an agreement comes from."""

    TYPED = "typed"
    ORGANISATION = "organisation"


class HomeDay(StrEnum):
    """What counts as a day at home; collective agreements differ (dossier 3.3)."""

    WHOLE = "whole"
    PART = "part"


class Basis(StrEnum):
    """On which days an allowance is based: a fixed pattern, or those of the log."""

    FIXED = "fixed"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the equipment that belongs to the agreement, and whose it is."""

    name: Name
    owner: Owner = Owner.EMPLOYER


@dataclass(frozen=True, slots=True, repr=False)
class Parties:
    """Who agreed."""

    employer: Name = ""
    worker: Name = ""
    manager: Name = ""
    team: Name = ""


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in euro, per day, per km and in all; None where nothing was agreed.

    Raises:
        ValueRefusedError: `out-of-range`, or `too-precise` under a tenth of a cent.
    """

    home_a_day: Euro | None = None
    travel_a_km: Euro | None = None
    basis: Basis = Basis.ACTUAL
    equipment_budget: Euro | None = None

    def __post_init__(self) -> None:
        for amount in (self.home_a_day, self.travel_a_km, self.equipment_budget):
            if amount is None:
                continue
            if not (amount.is_finite() and 0 <= amount <= MOST_EURO):
                raise ValueRefusedError("amount", "out-of-range")
            if amount != round(amount, 3):
                raise ValueRefusedError("amount", "too-precise")


@dataclass(frozen=True, slots=True, repr=False)
class Terms:
    """What was agreed in words, per group of dossier 3.3."""

    ending: Remark = ""
    places: Remark = ""
    hours: Remark = ""
    reachability: Remark = ""
    work: Remark = ""
    workplace: Remark = ""
    equipment: Remark = ""
    privacy: Remark = ""
    evidence: Remark = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement from its first to its last day; without a last one until changed.

    `days_a_week` are the days worked a week, 4.5 for nine days in two weeks.

    Raises:
        ValueRefusedError: `ends-before-it-begins`, `out-of-range`, `too-many` or
            `unknown-country`.
    """

    valid_from: date
    valid_to: date | None = None
    version: Version = 1
    source: Source = Source.TYPED
    parties: Parties = Parties()
    home_country: Country = ""
    sites: tuple[Name, ...] = ()
    days_a_week: DaysAWeek | None = None
    home_day: HomeDay = HomeDay.WHOLE
    rules: tuple[Rule, ...] = ()
    money: Money = Money()
    equipment: tuple[Item, ...] = ()
    terms: Terms = Terms()
    review_on: date | None = None
    review_months: Months | None = None
    workplace_checked_on: date | None = None

    def __post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueRefusedError("valid-to", "ends-before-it-begins")
        if not 0 < (self.days_a_week or 1) <= DAYS_A_WEEK:
            raise ValueRefusedError("days-a-week", "out-of-range")
        check_country(self.home_country)
        if len(self.rules) > MOST_RULES or len(self.equipment) > MOST_LINES:
            raise ValueRefusedError("agreement", "too-many")

    def holds_on(self, day: date) -> bool:
        """Return whether the agreement is valid on a day."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )


class RequestDates(NamedTuple):
    """The last days to ask and to decide, and to be in service (dossier 3.4)."""

    ask_by: date
    decided_by: date
    in_service_since: date


def in_force(agreements: Iterable[Agreement], day: date) -> Agreement | None:
    """Return the agreement of a day: the one that began last, then the newest version.

    Among equals the organisation's file goes before what was typed in.
    """
    valid = [agreement for agreement in agreements if agreement.holds_on(day)]
    return max(valid, key=_precedence, default=None)


def _precedence(agreement: Agreement) -> tuple[date, int, bool]:
    is_official = agreement.source is Source.ORGANISATION
    return (agreement.valid_from, agreement.version, is_official)


def review_due(agreement: Agreement, *, after: date) -> date | None:
    """Return the first day, later than `after`, to talk about the agreement again.

    The agreed day, then every so many months from it, or from the first day.
    """
    first, step = agreement.review_on, agreement.review_months
    if first is not None and (first > after or step is None):
        return first if first > after else None
    if step is None:
        return None
    start = first or agreement.valid_from
    months = (after.year - start.year) * MONTHS_A_YEAR + after.month - start.month
    count = max(1, months // step)
    while (due := months_later(start, count * step)) <= after:
        count += 1
    return due


def request_dates(start: date, rates: Rates) -> RequestDates | None:
    """Return the days that matter for a request to work elsewhere from `start` on.

    No day moves for a weekend or holiday: limits counted back from an event do not
    (art. 1(2) Algemene termijnenwet). None when the terms of that day are unknown.
    """
    weeks, ahead, decide = (
        rates.value(f"flexible-work/{name}", start) for name in REQUEST_TERMS
    )
    if weeks is None or ahead is None or decide is None:
        return None
    return RequestDates(
        ask_by=months_later(start, -int(ahead)),
        decided_by=months_later(start, -int(decide)),
        in_service_since=start - timedelta(weeks=int(weeks)),
    )


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day; minus is back."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
