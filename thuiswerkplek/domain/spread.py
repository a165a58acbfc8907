"""How evenly presence and arrivals are spread: the indicators of dossier 2.4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from math import log, sqrt
from typing import NamedTuple

from thuiswerkplek.domain.daylog import Band
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.rates import Rates

MINUTES_AN_HOUR = 60


class Spread(NamedTuple):
    """How even counts in equal periods are; for each, what even looks like.

    Attributes:
        total: everybody counted.
        peak_to_mean: busiest period against the mean; 1 is even.
        load_factor: the same upside down; 1 is even.
        score: 1 is even, 0 is all in one period; for display.
        to_move: share that would have to move for an even spread; 0 is even.
        moves: the same as a count.
        gini: 0 is even; `gini_of_most` is 1 when all are in one period.
        concentration: Herfindahl-Hirschman; one over the number of periods is even.
        entropy: 1 is even, and hardly below it in uneven weeks.
        variation: coefficient of variation; 0 is even.
    """

    total: int
    peak_to_mean: Fraction
    load_factor: Fraction
    score: Fraction
    to_move: Fraction
    moves: Fraction
    gini: Fraction
    gini_of_most: Fraction
    concentration: Fraction
    entropy: float
    variation: float


class DelayRange(NamedTuple):
    """An indication of the change in delay, in per cent: between two rules of thumb."""

    least: Fraction
    most: Fraction


def spread(counts: Sequence[int]) -> Spread | None:
    """Return how even the counts of equal periods are; None without anybody.

    Raises:
        ValueRefusedError: `out-of-range` when a count is below zero.
    """
    total, periods = _total(counts), len(counts)
    if not total:
        return None
    shares = [Fraction(count, total) for count in counts]
    even = Fraction(1, periods)
    peak = max(shares) * periods
    to_move = sum((abs(share - even) for share in shares), Fraction()) / 2
    gini = _gini(counts, total)
    concentration = sum((share**2 for share in shares), Fraction())
    return Spread(
        total=total,
        peak_to_mean=peak,
        load_factor=1 / peak,
        score=(periods - peak) / (periods - 1) if periods > 1 else Fraction(1),
        to_move=to_move,
        moves=to_move * total,
        gini=gini,
        gini_of_most=gini * periods / (periods - 1) if periods > 1 else gini,
        concentration=concentration,
        entropy=_entropy(shares),
        variation=sqrt(concentration * periods - 1),
    )


def _total(counts: Iterable[int]) -> int:
    found = list(counts)
    if any(count < 0 for count in found):
        raise ValueRefusedError("count", "out-of-range")
    return sum(found)


def _gini(counts: Sequence[int], total: int) -> Fraction:
    periods = len(counts)
    weighted = sum(rank * count for rank, count in enumerate(sorted(counts), start=1))
    return Fraction(2 * weighted, periods * total) - Fraction(periods + 1, periods)


def _entropy(shares: Sequence[Fraction]) -> float:
    if len(shares) == 1:
        return 1.0
    found = sum(share * log(share) for share in shares if share)
    return abs(found / log(len(shares)))


def peak_share(bands: Iterable[Band]) -> Fraction | None:
    """Return the share of journeys inside a peak, of those with a known band."""
    known = [band for band in bands if band is not Band.UNKNOWN]
    if not known:
        return None
    return Fraction(sum(band is not Band.OUTSIDE for band in known), len(known))


def hyper_share(counts: Sequence[int], slot_minutes: int) -> Fraction | None:
    """Return the share in the busiest 60 minutes, of counts in slots of equal width.

    Raises:
        ValueRefusedError: `out-of-range` when the slots do not divide an hour, or a
            count is below zero.
    """
    if slot_minutes < 1 or MINUTES_AN_HOUR % slot_minutes:
        raise ValueRefusedError("slot", "out-of-range")
    total, width = _total(counts), MINUTES_AN_HOUR // slot_minutes
    if not total:
        return None
    hours = range(max(1, len(counts) - width + 1))
    busiest = max(sum(counts[start : start + width]) for start in hours)
    return Fraction(busiest, total)


def delay_change(rates: Rates, day: date, km_change: Fraction) -> DelayRange | None:
    """Return what a change of peak car-kilometres, in per cent, does to delay.

    A rule of thumb for small changes only (dossier 2.3): None for larger ones.
    """
    least = rates.value("spread/delay-least", day)
    most = rates.value("spread/delay-most", day)
    limit = rates.value("spread/delay-range", day)
    if least is None or most is None or limit is None or abs(km_change) > limit:
        return None
    return DelayRange(Fraction(least) * km_change, Fraction(most) * km_change)
