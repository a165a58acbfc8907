"""Kilometres as the WPM duty asks for them, and CO2 by one list of factors at a time.

The form's factors count what leaves the exhaust, the national list also what making
the energy takes; a total is of one list and one year, never of two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from thuiswerkplek.domain.daylog import METRES_A_KM, Day, Mode, Purpose
from thuiswerkplek.domain.fixed_allowance import fixed_days
from thuiswerkplek.domain.rates import Rates, Series

THRESHOLD = "wpm/threshold"
FIRST_YEAR = 2018  # no list in the data is older
GRAMS_A_KG = 1_000


class FactorList(StrEnum):
    """Which list of factors: of the WPM form, or the national one."""

    WPM = "wpm-factors"
    NATIONAL = "national-factors"


class FactorSet(NamedTuple):
    """The grams of CO2 per km of one list in one year; modes not known are not in."""

    list: FactorList
    year: int
    grams_per_km: Mapping[Mode, Fraction]


class Emission(NamedTuple):
    """CO2 in grams, exact; None when a mode that was travelled has no factor."""

    factors: FactorSet
    grams: Fraction | None
    metres: int
    missing: tuple[Mode, ...]

    @property
    def kg(self) -> Fraction | None:
        """The same in kilograms."""
        return None if self.grams is None else self.grams / GRAMS_A_KG

    @property
    def grams_per_km(self) -> Fraction | None:
        """The average; None without a km as well."""
        if self.grams is None or not self.metres:
            return None
        return self.grams * METRES_A_KM / self.metres


class WpmRow(NamedTuple):
    """One line of the form: purpose, means of transport, fuel, and metres."""

    purpose: Purpose
    means: str
    fuel: str
    metres: int


class Duty(StrEnum):
    """Whether an employer must report; `doubtful` when a proposal says otherwise."""

    YES = "yes"
    NO = "no"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


def factors(rates: Rates, which: FactorList, year: int) -> FactorSet:
    """Return the factors of exactly that year; empty when they are unknown."""
    found = {}
    for name, series in rates.series.items():
        if name.startswith(f"{which}/"):
            grams = rates.of_year(name, year)
            if grams is not None:
                found.update(dict.fromkeys(map(Mode, series.covers), Fraction(grams)))
    return FactorSet(which, year, found)


def latest_factors(
    rates: Rates, which: FactorList, year: int, modes: Iterable[Mode]
) -> FactorSet | None:
    """Return the last list up to that year that knows all these modes.

    Its own year stands in it, so that whoever shows figures can say which it is.
    """
    wanted = set(modes)
    for earlier in range(year, FIRST_YEAR - 1, -1):
        found = factors(rates, which, earlier)
        if wanted <= set(found.grams_per_km):
            return found
    return None


def emission(metres: Mapping[Mode, int], by: FactorSet) -> Emission:
    """Return the CO2 of metres per mode, by one set of factors.

    A mode without a factor leaves the total unknown, and is named.
    """
    travelled = {mode: length for mode, length in metres.items() if length}
    missing = tuple(mode for mode in Mode if mode in travelled.keys() - by.grams_per_km)
    grams = sum(
        (
            by.grams_per_km[mode] * length / METRES_A_KM
            for mode, length in travelled.items()
            if mode in by.grams_per_km
        ),
        Fraction(),
    )
    total = sum(travelled.values())
    return Emission(by, None if missing else grams, total, missing)


def metres_by_mode(
    days: Iterable[Day], year: int, purpose: Purpose | None = None
) -> Mapping[Mode, int]:
    """Return the metres travelled in a year; planned days are not travelled."""
    found: Counter[Mode] = Counter()
    for day in days:
        if day.date.year == year and not day.is_planned:
            for trip in day.trips:
                if purpose in {None, trip.purpose}:
                    found[trip.mode] += trip.metres
    return {mode: found[mode] for mode in Mode if found[mode]}


def wpm_rows(days: Iterable[Day], rates: Rates, year: int) -> tuple[WpmRow, ...]:
    """Return the lines of the form for a year, in the order of the form.

    Commuting and business apart, per combination of means and fuel. Home days are
    not asked for.
    """
    own = tuple(days)
    rows = []
    for purpose in Purpose:
        metres = metres_by_mode(own, year, purpose)
        for line in _lines(rates):
            length = sum(metres.get(Mode(mode), 0) for mode in line.covers)
            if length:
                rows.append(WpmRow(purpose, line.means, line.fuel, length))
    return tuple(rows)


def _lines(rates: Rates) -> list[Series]:
    prefix = f"{FactorList.WPM}/"
    return [line for name, line in rates.series.items() if name.startswith(prefix)]


def rhythm_km(
    rates: Rates, year: int, km_one_way: Fraction, days_a_week: Fraction
) -> Fraction | None:
    """Return the km a year of a fixed rhythm, by the rule of 214 days.

    Raises:
        ValueRefusedError: `out-of-range` outside 0 to 5 days a week.
    """
    days = fixed_days(rates, year, days_a_week)
    return None if days is None else 2 * km_one_way * days


def duty(workers: int, rates: Rates, year: int) -> Duty:
    """Return whether an employer of so many workers on 1 January must report."""
    on = date(year, 12, 31)
    limit = rates.value(THRESHOLD, on)
    if limit is None:
        return Duty.UNKNOWN
    if workers < limit:
        return Duty.NO
    proposed = rates.proposal(THRESHOLD, on)
    is_doubtful = (
        proposed is not None and proposed.value is not None and workers < proposed.value
    )
    return Duty.DOUBTFUL if is_doubtful else Duty.YES
