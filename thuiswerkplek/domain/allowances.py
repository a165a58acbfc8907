"""What may be paid for a day at home or a commute: one of the two.

Amounts are exact fractions of euros; `rates.euros` rounds them where they are shown.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from thuiswerkplek.domain import daylog
from thuiswerkplek.domain.daylog import METRES_A_KM, Day, DayKind, Purpose, Where
from thuiswerkplek.domain.rates import Rates

HOME_DAY = "allowances/home-day"
KM = "allowances/km"
A_DAY = "allowances/allowances-a-day"

BOTH_ON_ONE_DAY = 2


class Choice(StrEnum):
    """Which allowance a day gets; `unknown` when it takes an unknown rate to choose."""

    NONE = "none"
    HOME = "home"
    TRAVEL = "travel"
    BOTH = "both"
    UNKNOWN = "unknown"


class Terms(NamedTuple):
    """What was agreed: euros a home day and a km; None is the most free of tax.

    `is_whole_day` leaves out days only partly at home, as some collective agreements
    do (dossier 3.3).
    """

    home_day: Decimal | None = None
    km: Decimal | None = None
    is_whole_day: bool = False


MOST_EXEMPT = Terms()


class Amount(NamedTuple):
    """Euros: what is paid, and how much of it is free of tax; None is unknown."""

    paid: Fraction | None
    exempt: Fraction | None

    @property
    def taxed(self) -> Fraction | None:
        """What is paid above the exemption."""
        if self.paid is None or self.exempt is None:
            return None
        return self.paid - self.exempt


NOTHING = Amount(Fraction(), Fraction())
UNKNOWN = Amount(None, None)


class DayAllowance(NamedTuple):
    """What one day gets; a business trip counts besides either of the two."""

    date: date
    choice: Choice
    home: Amount
    travel: Amount
    business: Amount
    commute_metres: int
    business_metres: int


def plus(one: Amount, other: Amount) -> Amount:
    """Return the sum; unknown as soon as one of them is."""
    return Amount(_sum(one.paid, other.paid), _sum(one.exempt, other.exempt))


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def day_allowance(
    day: Day, rates: Rates, terms: Terms = MOST_EXEMPT, known_on: date | None = None
) -> DayAllowance:
    """Return what a day gets: the larger of home amount and commute, never both.

    Both only when a law in force allows both (`allowances-a-day`). With the commute
    exactly as large, travel is chosen. `known_on` computes with the rates as they
    were known that day.
    """
    limit_day = rates.value(HOME_DAY, day.date, known_on)
    limit_km = rates.value(KM, day.date, known_on)
    commute = _metres(day, Purpose.COMMUTE)
    business = _metres(day, Purpose.BUSINESS)
    home = amount(Fraction(_is_home(day, terms)), terms.home_day, limit_day)
    travel = amount(Fraction(commute, METRES_A_KM), terms.km, limit_km)
    may_both = rates.value(A_DAY, day.date, known_on) == BOTH_ON_ONE_DAY
    choice = _choice(
        home if _is_home(day, terms) else None,
        travel if daylog.commutes(day) else None,
        may_both=may_both,
    )
    return DayAllowance(
        date=day.date,
        choice=choice,
        home=_chosen(choice, Choice.HOME, home),
        travel=_chosen(choice, Choice.TRAVEL, travel),
        business=amount(Fraction(business, METRES_A_KM), terms.km, limit_km),
        commute_metres=commute,
        business_metres=business,
    )


def _is_home(day: Day, terms: Terms) -> bool:
    if terms.is_whole_day:
        return daylog.kind(day) is DayKind.HOME
    return daylog.minutes_at(day, Where.HOME) > 0


def _metres(day: Day, purpose: Purpose) -> int:
    return sum(trip.metres for trip in day.trips if trip.purpose is purpose)


def amount(count: Fraction, agreed: Decimal | None, limit: Decimal | None) -> Amount:
    """Return what so many days or km give; none of them give nothing in any year."""
    if not count:
        return NOTHING
    exempt = None if limit is None else count * Fraction(limit)
    if agreed is None:
        return Amount(exempt, exempt)
    paid = count * Fraction(agreed)
    return Amount(paid, None if exempt is None else min(paid, exempt))


def _choice(home: Amount | None, travel: Amount | None, *, may_both: bool) -> Choice:
    if home is None:
        return Choice.NONE if travel is None else Choice.TRAVEL
    if travel is None:
        return Choice.HOME
    if may_both:
        return Choice.BOTH
    if home.paid is None or travel.paid is None:
        return Choice.UNKNOWN
    return Choice.HOME if home.paid > travel.paid else Choice.TRAVEL


def _chosen(choice: Choice, own: Choice, amount: Amount) -> Amount:
    if choice is Choice.UNKNOWN:
        return UNKNOWN
    return amount if choice in {own, Choice.BOTH} else NOTHING


def break_even_km(rates: Rates, day: date) -> Fraction | None:
    """Return the distance one way above which travel gives more than the home amount.

    None when a rate of that day is unknown.
    """
    home, km = rates.value(HOME_DAY, day), rates.value(KM, day)
    return None if home is None or not km else Fraction(home) / (2 * Fraction(km))
