"""Facts that change with the year: amounts, limits and factors, with their grounds.

Unknown stays unknown: without a law or a decision in force there is no value, and a
proposal is never used as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import NamedTuple

from thuiswerkplek.domain.catalogue import Certainty

CENTS = 100


class Status(StrEnum):
    """What may be done with a fact (README of `resources/rates`)."""

    LAW = "law"
    DECISION = "decision"
    PROPOSAL = "proposal"
    UNKNOWN = "unknown"


class Source(NamedTuple):
    """Where a fact was read; `dated` is a year, month or day, or empty."""

    id: str
    name: str
    dated: str


class Basis(NamedTuple):
    """When a fact holds, first and last day included, and on whose word.

    `known_from` and `replaced_on` are the days of publication of a change that works
    back in time. `note` is a sentence for the reader, by language, or empty.
    """

    valid_from: date
    valid_to: date | None
    status: Status
    certainty: Certainty
    sources: tuple[str, ...]
    note: Mapping[str, str]
    known_from: date | None = None
    replaced_on: date | None = None

    @property
    def is_usable(self) -> bool:
        """Whether it may be computed with."""
        return self.status in {Status.LAW, Status.DECISION}

    def holds_on(self, day: date) -> bool:
        """Return whether the day is within its validity."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )

    def was_known_on(self, day: date | None) -> bool:
        """Return whether it was the last word on that day; None is today's word."""
        if day is None:
            return self.replaced_on is None
        is_out = self.known_from is None or self.known_from <= day
        return is_out and (self.replaced_on is None or day < self.replaced_on)


class Rate(NamedTuple):
    """One value in the unit of its series; None only when its status is unknown."""

    value: Decimal | None
    basis: Basis


class Series(NamedTuple):
    """Everything known about one fact over the years, by first day.

    `covers` are the modes of travel or countries it is about; `means` and `fuel` its
    line in the WPM form.
    """

    name: str
    unit: str
    covers: tuple[str, ...]
    means: str
    fuel: str
    entries: tuple[Rate, ...]


class Rates(NamedTuple):
    """All facts by name, such as `allowances/km`, and where they were read."""

    series: Mapping[str, Series]
    sources: Mapping[str, Source]

    def rate(self, name: str, day: date, known_on: date | None = None) -> Rate | None:
        """Return the law or decision in force on a day, as known on another day.

        Raises:
            KeyError: there is no such fact.
        """
        for rate in self.series[name].entries:
            basis = rate.basis
            is_now = basis.holds_on(day) and basis.was_known_on(known_on)
            if is_now and basis.is_usable:
                return rate
        return None

    def value(
        self, name: str, day: date, known_on: date | None = None
    ) -> Decimal | None:
        """Return the value of the law or decision in force, or None when unknown."""
        rate = self.rate(name, day, known_on)
        return None if rate is None else rate.value

    def of_year(
        self, name: str, year: int, known_on: date | None = None
    ) -> Decimal | None:
        """Return the value that holds a whole year; None when unknown or changing."""
        first = self.rate(name, date(year, 1, 1), known_on)
        last = self.rate(name, date(year, 12, 31), known_on)
        return first.value if first is not None and first == last else None

    def proposal(self, name: str, day: date) -> Rate | None:
        """Return what is proposed for a day, to be shown as a proposal only."""
        return self._with_status(name, day, Status.PROPOSAL)

    def unknown(self, name: str, day: date) -> Rate | None:
        """Return why nothing is known for a day, in its note, where that is told."""
        return self._with_status(name, day, Status.UNKNOWN)

    def for_country(self, kind: str, country: str) -> Series | None:
        """Return the border fact of a kind, such as `free-days`, for a country."""
        for name, series in self.series.items():
            if name.startswith(f"cross-border/{kind}") and country in series.covers:
                return series
        return None

    def _with_status(self, name: str, day: date, status: Status) -> Rate | None:
        for rate in self.series[name].entries:
            if rate.basis.status is status and rate.basis.holds_on(day):
                return rate
        return None


def euros(amount: Decimal | Fraction) -> Decimal:
    """Return an amount in whole cents, half a cent away from zero.

    Only money is rounded, and only where it is shown or paid.
    """
    cents = Decimal(floor(abs(Fraction(amount)) * CENTS + Fraction(1, 2)))
    return (cents if amount >= 0 else -cents).scaleb(-2)
