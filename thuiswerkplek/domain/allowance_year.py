"""The allowances of a month and a year for payroll, and a closed month once more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from thuiswerkplek.domain import daylog
from thuiswerkplek.domain.allowances import (
    MOST_EXEMPT,
    NOTHING,
    Amount,
    Choice,
    DayAllowance,
    Terms,
    day_allowance,
    plus,
)
from thuiswerkplek.domain.daylog import Day
from thuiswerkplek.domain.rates import Rates

MONTHS = 12


class Totals(NamedTuple):
    """What a month or year adds up to; `unchosen_days` wait for a rate.

    `commute_metres` are those of the days that get travel allowance.
    """

    home_days: int = 0
    travel_days: int = 0
    unchosen_days: int = 0
    commute_metres: int = 0
    business_metres: int = 0
    home: Amount = NOTHING
    travel: Amount = NOTHING
    business: Amount = NOTHING

    @property
    def amount(self) -> Amount:
        """Everything together; unknown as soon as one part is."""
        return plus(plus(self.home, self.travel), self.business)


class YearOverview(NamedTuple):
    """The year for payroll: January first; planned days wait outside the totals."""

    year: int
    months: tuple[Totals, ...]
    total: Totals
    planned_days: int


class Correction(NamedTuple):
    """A closed month as it was computed then, as it is now, and the difference."""

    before: Totals
    after: Totals

    @property
    def difference(self) -> Amount:
        """What may still be paid, or was paid too much when below zero."""
        before, after = self.before.amount, self.after.amount
        return Amount(
            _minus(after.paid, before.paid), _minus(after.exempt, before.exempt)
        )


def year_overview(
    days: Iterable[Day],
    rates: Rates,
    year: int,
    terms: Terms = MOST_EXEMPT,
    known_on: date | None = None,
) -> YearOverview:
    """Return the months of a year and their sum; a planned day is not paid yet.

    Raises:
        ValueRefusedError: `twice` when a date is there more than once.
    """
    own = daylog.in_order(day for day in days if day.date.year == year)
    months = [Totals()] * MONTHS
    for day in own:
        if not day.is_planned:
            found = day_allowance(day, rates, terms, known_on)
            index = day.date.month - 1
            months[index] = together(months[index], _totals(found))
    total = Totals()
    for month in months:
        total = together(total, month)
    planned = sum(day.is_planned for day in own)
    return YearOverview(year, tuple(months), total, planned)


def _totals(day: DayAllowance) -> Totals:
    gets_travel = day.choice in {Choice.TRAVEL, Choice.BOTH}
    return Totals(
        home_days=int(day.choice in {Choice.HOME, Choice.BOTH}),
        travel_days=int(gets_travel),
        unchosen_days=int(day.choice is Choice.UNKNOWN),
        commute_metres=day.commute_metres if gets_travel else 0,
        business_metres=day.business_metres,
        home=day.home,
        travel=day.travel,
        business=day.business,
    )


def together(one: Totals, other: Totals) -> Totals:
    """Return the sum, such as of the months under two agreements."""
    return Totals(
        home_days=one.home_days + other.home_days,
        travel_days=one.travel_days + other.travel_days,
        unchosen_days=one.unchosen_days + other.unchosen_days,
        commute_metres=one.commute_metres + other.commute_metres,
        business_metres=one.business_metres + other.business_metres,
        home=plus(one.home, other.home),
        travel=plus(one.travel, other.travel),
        business=plus(one.business, other.business),
    )


def correction(
    days: Iterable[Day],
    rates: Rates,
    month: date,
    closed_on: date,
    terms: Terms = MOST_EXEMPT,
) -> Correction:
    """Return what a rate published after a month was closed changes in that month.

    `month` is any day of it; `closed_on` the day payroll closed it.
    """
    own = tuple(
        day
        for day in days
        if (day.date.year, day.date.month) == (month.year, month.month)
    )
    before = year_overview(own, rates, month.year, terms, closed_on)
    after = year_overview(own, rates, month.year, terms)
    return Correction(before.total, after.total)


def _minus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    """Return the difference; unknown as soon as one of them is."""
    return None if one is None or other is None else one - other
