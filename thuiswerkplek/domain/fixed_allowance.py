"""A fixed allowance for the whole year: the rule of 128 and 214 days, in proportion."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from thuiswerkplek.domain.allowances import (
    HOME_DAY,
    KM,
    MOST_EXEMPT,
    Amount,
    Terms,
    amount,
    plus,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.rates import Rates

LEAST = "allowances/fixed-days-least"
PAID = "allowances/fixed-days-paid"
FULL_WEEK = "allowances/fixed-full-week"

MONTHS = 12


class FixedYear(NamedTuple):
    """A fixed allowance over a year, in exact days and euros (dossier 4.2 and 4.3)."""

    year: int
    office_days: Fraction
    home_days: Fraction
    travel: Amount
    home: Amount

    @property
    def amount(self) -> Amount:
        """Both together, for the year."""
        return plus(self.travel, self.home)

    @property
    def month(self) -> Amount:
        """One twelfth of the year."""
        paid, exempt = self.amount
        return Amount(
            None if paid is None else paid / MONTHS,
            None if exempt is None else exempt / MONTHS,
        )


def fixed_days(rates: Rates, year: int, days_a_week: Fraction) -> Fraction | None:
    """Return the days a year that a fixed allowance pays: 214, in proportion.

    Raises:
        ValueRefusedError: `out-of-range` outside 0 to 5 days a week.
    """
    return _in_proportion(rates, PAID, year, days_a_week)


def fixed_least(rates: Rates, year: int, days_a_week: Fraction) -> Fraction | None:
    """Return the days a year from which it may be fixed: 128, in proportion.

    Raises:
        ValueRefusedError: `out-of-range` outside 0 to 5 days a week.
    """
    return _in_proportion(rates, LEAST, year, days_a_week)


def may_be_fixed(
    rates: Rates, year: int, days_a_week: Fraction, days: int
) -> bool | None:
    """Return whether so many days a year are enough; None when the rule is unknown."""
    least = fixed_least(rates, year, days_a_week)
    return None if least is None else days >= least


def _in_proportion(
    rates: Rates, name: str, year: int, days_a_week: Fraction
) -> Fraction | None:
    whole, week = rates.of_year(name, year), rates.of_year(FULL_WEEK, year)
    if days_a_week < 0 or (week is not None and days_a_week > week):
        raise ValueRefusedError("days-a-week", "out-of-range")
    if whole is None or week is None:
        return None
    return Fraction(whole) * days_a_week / Fraction(week)


def fixed_year(
    rates: Rates,
    year: int,
    km_one_way: Fraction,
    office: Fraction,
    home: Fraction = Fraction(),
    terms: Terms = MOST_EXEMPT,
) -> FixedYear | None:
    """Return the fixed allowance of so many office and home days a week.

    None when the rule of that year is unknown; an unknown rate leaves its amount
    unknown.

    Raises:
        ValueRefusedError: `out-of-range` below zero, or over 5 days together.
    """
    if km_one_way < 0:
        raise ValueRefusedError("km", "out-of-range")
    if min(office, home) < 0:
        raise ValueRefusedError("days-a-week", "out-of-range")
    if fixed_days(rates, year, office + home) is None:
        return None
    there = fixed_days(rates, year, office) or Fraction()
    at_home = fixed_days(rates, year, home) or Fraction()
    limit_km, limit_day = rates.of_year(KM, year), rates.of_year(HOME_DAY, year)
    return FixedYear(
        year=year,
        office_days=there,
        home_days=at_home,
        travel=amount(2 * km_one_way * there, terms.km, limit_km),
        home=amount(at_home, terms.home_day, limit_day),
    )
