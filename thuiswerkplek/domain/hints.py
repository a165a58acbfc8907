"""Remarks about the balance, each with its ground and how certain that is.

A remark speaks of what was agreed and of the roads, never of health: no official norm
says how much work at home is good (dossier 8 and 10).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.agreement_kept import State, Verdict
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, Rule, RuleCode
from thuiswerkplek.domain.balance import (
    FULLY_HOME,
    PARTLY_HOME,
    PEAKS,
    exposure,
    figures,
    home_share,
    peak_share,
    runs_off_site,
)
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    Where,
    is_on_site,
    monday,
    worked,
)
from thuiswerkplek.domain.rates import Rate, Rates
from thuiswerkplek.domain.workplace import WHOLE, WorkplaceId

MINUTES_AN_HOUR = 60


class HintCode(StrEnum):
    """What a remark is about."""

    NO_AGREEMENT = "no-agreement"
    NO_HOME_DAY = "no-home-day"
    MOSTLY_HOME = "mostly-home"
    HARDLY_HOME = "hardly-home"
    LONG_RUN = "long-run"
    PEAK_TRAVEL = "peak-travel"
    BUSY_DAYS = "busy-days"
    PLACE_UNCHECKED = "place-unchecked"
    PLACE_USED_MORE = "place-used-more"


class Hint(NamedTuple):
    """One remark: what the log has, what that is held against, and on whose word.

    Shares are in per cent, runs in working days, `no-home-day` in windows, an unchecked
    place in hours of its longest day, a place used more in hours a week. `ground` has
    source, certainty and a sentence for the reader; None is the agreement itself.
    """

    code: HintCode
    value: Fraction
    limit: Fraction
    ground: Rate | None
    workplace: WorkplaceId | None = None


class Known(NamedTuple):
    """What remarks are made from, over a period that the caller chose.

    `checked` are the hours a week each workplace's check counted on, None when its
    intake does not tell; a place that is not in it was never checked.
    """

    days: tuple[Day, ...]
    agreement: Agreement | None
    verdicts: tuple[Verdict, ...]
    checked: Mapping[WorkplaceId, float | None]


class _Limit(NamedTuple):
    value: Fraction
    ground: Rate


def hints(known: Known, rates: Rates, today: date) -> tuple[Hint, ...]:
    """Return the remarks, those about the agreement first.

    A remark whose limit is unknown on that day is left out, and so is one about a
    share of fewer days than `balance/fewest-days`.
    """
    confirmed = tuple(day for day in known.days if not day.is_planned)
    known = known._replace(days=confirmed)
    facts = _Facts(rates, today)
    return (
        *_about_agreement(known, facts),
        *_about_balance(known, facts),
        *_about_travel(known, facts),
        *_about_places(known, facts),
    )


class _Facts(NamedTuple):
    rates: Rates
    day: date

    def limit(self, name: str) -> _Limit | None:
        found = self.rates.rate(name, self.day)
        if found is None or found.value is None:
            return None
        return _Limit(Fraction(found.value), found)

    def are_enough(self, days: int) -> bool:
        fewest = self.limit("balance/fewest-days")
        return fewest is not None and days >= fewest.value


def _about_agreement(known: Known, facts: _Facts) -> Iterator[Hint]:
    without = facts.limit("balance/without-agreement")
    if known.agreement is None and without:
        yield Hint(HintCode.NO_AGREEMENT, Fraction(), without.value, without.ground)
    missed = sum(
        verdict.state is State.BROKEN and not verdict.actual
        for verdict in known.verdicts
        if _promises_home(verdict.rule)
    )
    if missed:
        yield Hint(HintCode.NO_HOME_DAY, Fraction(missed), Fraction(), None)


def _promises_home(rule: Rule) -> bool:
    if isinstance(rule, FixedDays):
        return rule.code is RuleCode.FIXED_HOME
    if isinstance(rule, DaysRule):
        return rule.code is RuleCode.DAYS_MIN and rule.where is Where.HOME
    return False


def _about_balance(known: Known, facts: _Facts) -> Iterator[Hint]:
    found = figures(known.days)
    share, sides = home_share(found), facts.limit("balance/two-sides")
    most, least = facts.limit(FULLY_HOME), facts.limit(PARTLY_HOME)
    if share is not None and sides and facts.are_enough(found.worked_days):
        percent = share * WHOLE
        if most and percent >= most.value:
            yield Hint(HintCode.MOSTLY_HOME, percent, most.value, sides.ground)
        if least and percent < least.value:
            yield Hint(HintCode.HARDLY_HOME, percent, least.value, sides.ground)
    longest = max((run.days for run in runs_off_site(known.days)), default=0)
    limit = facts.limit("balance/longest-run")
    if limit and longest > limit.value:
        yield Hint(HintCode.LONG_RUN, Fraction(longest), limit.value, limit.ground)


def _about_travel(known: Known, facts: _Facts) -> Iterator[Hint]:
    found = figures(known.days)
    legs = sum(found.commute_legs.get(band, 0) for band in (*PEAKS, Band.OUTSIDE))
    share, limit = peak_share(found), facts.limit("balance/peak-share")
    if share is not None and limit and facts.are_enough(legs):
        percent = share * WHOLE
        if percent > limit.value:
            yield Hint(HintCode.PEAK_TRAVEL, percent, limit.value, limit.ground)
    limit = facts.limit("balance/busy-days")
    if limit and facts.are_enough(found.on_site_days):
        percent = _busy_percent(known.days, facts)
        if percent > limit.value:
            yield Hint(HintCode.BUSY_DAYS, percent, limit.value, limit.ground)


def _busy_percent(days: tuple[Day, ...], facts: _Facts) -> Fraction:
    busy = {int(day) for day in facts.rates.series["balance/busy-days"].covers}
    there = [day.date.isoweekday() in busy for day in days if is_on_site(day)]
    return Fraction(sum(there) * WHOLE, len(there))


def _about_places(known: Known, facts: _Facts) -> Iterator[Hint]:
    needed = facts.limit("balance/check-needed")
    for place, minutes in _longest_days(known.days).items():
        hours = Fraction(minutes, MINUTES_AN_HOUR)
        if place not in known.checked and needed and hours > needed.value:
            code = HintCode.PLACE_UNCHECKED
            yield Hint(code, hours, needed.value, needed.ground, place)
    more = facts.limit("balance/more-exposure")
    if more and _is_long_enough(known.days, facts):
        for used, spent in exposure(known.days).items():
            checked = None if used is None else known.checked.get(used)
            if checked is not None and spent > _raised(checked, more.value):
                code = HintCode.PLACE_USED_MORE
                yield Hint(code, spent, Fraction(checked), more.ground, used)


def _is_long_enough(days: tuple[Day, ...], facts: _Facts) -> bool:
    weeks = {monday(day.date) for day in days if worked(day)}
    fewest = facts.limit("balance/exposure-weeks")
    return fewest is not None and len(weeks) >= fewest.value


def _raised(hours: float, percent: Fraction) -> Fraction:
    return Fraction(hours) * (WHOLE + percent) / WHOLE


def _longest_days(days: tuple[Day, ...]) -> Mapping[WorkplaceId, int]:
    """Return the most minutes on one day per workplace."""
    found: dict[WorkplaceId, int] = {}
    for day in days:
        spent: Counter[WorkplaceId] = Counter()
        for part in worked(day):
            if part.workplace is not None:
                spent[part.workplace] += part.minutes
        for place, minutes in spent.items():
            found[place] = max(minutes, found.get(place, 0))
    return found
