"""What worker and manager could talk over: questions that facts give rise to.

They are the remarks of `hints` for which month totals are enough. How long a run was
and which weekdays were worked would tell of days, so those are not here; a quieter day
is asked after by what was agreed. Nor is any place, which may have been struck out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    FixedDays,
    HomeFirst,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.balance import FULLY_HOME, PARTLY_HOME
from thuiswerkplek.domain.workplace import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.months import SharedMonth
    from thuiswerkplek.domain.rates import Rate, Rates

MOST = 3
BUSY_DAYS = "balance/busy-days"


class Topic(StrEnum):
    """What a proposal is about."""

    AGREE = "agree"
    MOSTLY_HOME = "mostly-home"
    HARDLY_HOME = "hardly-home"
    HOME_FIRST = "home-first"
    AFTER_PEAK = "after-peak"
    QUIETER_DAY = "quieter-day"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something to talk over: `count` of so many days or arrivals, and on whose word.

    Both are 0 where no number is told; `ground` None is our own suggestion.
    """

    topic: Topic
    ground: Rate | None
    count: int = 0
    of: int = 0


def proposals(
    months: tuple[SharedMonth, ...],
    agreement: Agreement | None,
    review_on: date | None,
    rates: Rates,
    day: date,
) -> tuple[Proposal, ...]:
    """Return what to talk over, the most telling first.

    A question whose ground is unknown on that day is left out, and so is one about a
    share of fewer days than `balance/fewest-days`.
    """
    facts = _Facts(rates, day)
    rules = agreement.rules if agreement else ()
    found = [
        *_about_home(months, facts),
        *_about_travel(months, rules, facts),
        *_about_busy_days(rules, facts),
    ]
    ground = facts.ground("balance/without-agreement")
    if agreement is None and ground is not None:
        found.insert(0, Proposal(Topic.AGREE, ground))
    if review_on is None:
        found.append(Proposal(Topic.REVIEW, None))
    return tuple(found[:MOST])


class _Facts(NamedTuple):
    """The limits that hold on one day."""

    rates: Rates
    day: date

    def ground(self, name: str) -> Rate | None:
        return self.rates.rate(name, self.day)

    def limit(self, name: str) -> Fraction | None:
        found = self.rates.value(name, self.day)
        return None if found is None else Fraction(found) / WHOLE

    def share(self, count: int, of: int) -> Fraction | None:
        """Return a share, when it is one of enough to say something about."""
        fewest = self.rates.value("balance/fewest-days", self.day)
        is_enough = fewest is not None and of >= fewest and of > 0
        return Fraction(count, of) if is_enough else None


def _about_home(months: tuple[SharedMonth, ...], facts: _Facts) -> Iterator[Proposal]:
    home = sum(month.home_days for month in months)
    partly = home + sum(month.home_first_days for month in months)
    worked = sum(month.worked_days for month in months)
    ground = facts.ground("balance/two-sides")
    whole, any_part = facts.share(home, worked), facts.share(partly, worked)
    if ground is None or whole is None or any_part is None:
        return
    most, least = facts.limit(FULLY_HOME), facts.limit(PARTLY_HOME)
    if most is not None and whole >= most:
        yield Proposal(Topic.MOSTLY_HOME, ground, home, worked)
    if least is not None and any_part < least:
        yield Proposal(Topic.HARDLY_HOME, ground, home, worked)


def _about_travel(
    months: tuple[SharedMonth, ...], rules: tuple[Rule, ...], facts: _Facts
) -> Iterator[Proposal]:
    """Propose the pattern of the letter: work at home first, then travel."""
    inside = sum(month.arrivals_in_peak for month in months)
    known = inside + sum(month.arrivals_outside_peak for month in months)
    ground = facts.ground("balance/home-first")
    share, limit = facts.share(inside, known), facts.limit("balance/peak-share")
    if ground is None:
        return
    is_agreed = any(isinstance(rule, HomeFirst | ArriveOutside) for rule in rules)
    is_much = share is not None and limit is not None and share > limit
    numbers = (inside, known) if is_much else (0, 0)
    if not is_agreed:
        yield Proposal(Topic.HOME_FIRST, ground, *numbers)
    elif is_much:
        yield Proposal(Topic.AFTER_PEAK, ground, *numbers)


def _about_busy_days(rules: tuple[Rule, ...], facts: _Facts) -> Iterator[Proposal]:
    ground = facts.ground(BUSY_DAYS)
    busy = {int(day) for day in facts.rates.series[BUSY_DAYS].covers}
    agreed = {day for rule in rules for day in _office_days(rule)}
    if ground is not None and busy & agreed:
        yield Proposal(Topic.QUIETER_DAY, ground)


def _office_days(rule: Rule) -> tuple[int, ...]:
    """Return the weekdays on which a rule has one at the office."""
    if isinstance(rule, FixedDays) and rule.code is RuleCode.FIXED_OFFICE:
        return rule.weekdays
    if isinstance(rule, TeamAnchor) and rule.weekday is not None:
        return (rule.weekday,)
    return ()
