"""What a fictional worker and employer agreed, to suit the week of that worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from thuiswerkplek.domain.agreement import (
    Agreement,
    Basis,
    HomeDay,
    Item,
    Money,
    Parties,
    Terms,
    months_later,
)
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    DaysRule,
    FixedDays,
    HomeFirst,
    Hours,
    Rule,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.daylog import DAYS_A_WEEK, DayKind, Where
from thuiswerkplek.domain.habits import MINUTES_AN_HOUR, Habits

if TYPE_CHECKING:
    import random

    from thuiswerkplek.domain.people import Person

Data = Mapping[str, Any]
Week = tuple[DayKind | None, ...]  # two weeks, Monday first

WITHOUT, RENEWED = 0.2, 0.25  # of the people
AT_OFFICE = (DayKind.OFFICE, DayKind.HOME_FIRST)


class Life(NamedTuple):
    """What an agreement of somebody has to suit."""

    person: Person
    week: Week
    habits: Habits
    country: str


def agreements(
    people: Data, life: Life, rng: random.Random, today: date
) -> tuple[Agreement, ...]:
    """Return what was agreed: mostly once, sometimes never or a second time."""
    if _happens(rng, WITHOUT):
        return ()
    begun = months_later(today.replace(day=1), -rng.randint(2, 20))
    rules = tuple(_rules(life, rng))
    first = Agreement(
        valid_from=begun,
        parties=_parties(people, life.person, rng),
        home_country=life.country,
        sites=tuple(rng.choice(people["agreed"]["sites"])),
        days_a_week=sum(kind is not None for kind in life.week) / 2,
        home_day=rng.choice((HomeDay.WHOLE, HomeDay.WHOLE, HomeDay.PART)),
        rules=rules,
        money=_money(people["agreed"], rng),
        equipment=_equipment(people["agreed"], rng),
        terms=_terms(people["agreed"], rng),
        review_on=months_later(begun, 12),
        review_months=rng.choice((None, 6, 12)),
    )
    if not _happens(rng, RENEWED):
        return (first,)
    renewed = months_later(today.replace(day=1), -1)
    last_day = renewed - timedelta(days=1)
    return (
        replace(first, valid_to=last_day),
        replace(first, valid_from=renewed, version=2, rules=rules[:-1]),
    )


def _rules(life: Life, rng: random.Random) -> Iterator[Rule]:
    """Go through rules that the planned week keeps, and now and then a day breaks."""
    week = life.week
    both = (week[:DAYS_A_WEEK], week[DAYS_A_WEEK:])
    office = min(sum(kind in AT_OFFICE for kind in one) for one in both)
    if office:
        yield DaysRule(RuleCode.DAYS_MIN, office)
    if _happens(rng, 0.4):
        home = max(sum(kind is DayKind.HOME for kind in one) for one in both)
        yield DaysRule(RuleCode.DAYS_MAX, max(1, home), where=Where.HOME)
    fixed = _always(both, (DayKind.HOME,))
    if fixed and _happens(rng, 0.35):
        yield FixedDays(RuleCode.FIXED_HOME, fixed[-1:])
    together = _always(both, AT_OFFICE)
    if together and _happens(rng, 0.5):
        yield TeamAnchor(rng.choice(together), rng.choice((1, 1, 2)))
    if DayKind.HOME_FIRST in week:
        yield HomeFirst(rng.choice((2, 3, 4)), life.habits.first_minutes)
    if office and _happens(rng, 0.3):
        yield ArriveOutside(*rng.choice(((1, 2), (3, 5), (2, 5))))
    begin, until = rng.choice(((9, 15), (10, 15), (10, 16), (9, 17)))
    yield Hours(RuleCode.CORE_HOURS, begin * MINUTES_AN_HOUR, until * MINUTES_AN_HOUR)


def _happens(rng: random.Random, chance: float) -> bool:
    return rng.random() < chance


def _always(
    weeks: Sequence[Sequence[DayKind | None]], kinds: Sequence[DayKind]
) -> tuple[int, ...]:
    """Return the ISO weekdays that are of these kinds in both weeks."""
    return tuple(
        number
        for number, found in enumerate(zip(*weeks, strict=True), start=1)
        if all(kind in kinds for kind in found)
    )


def _parties(people: Data, person: Person, rng: random.Random) -> Parties:
    manager = f"{rng.choice(people['first'])} {rng.choice(people['last'])}"
    employer = people["agreed"]["employer"]
    return Parties(employer, person.name, manager, person.department)


def _money(agreed: Data, rng: random.Random) -> Money:
    budget = rng.choice(agreed["budget"])
    return Money(
        home_a_day=Decimal(rng.choice(agreed["home_a_day"])),
        travel_a_km=Decimal(rng.choice(agreed["travel_a_km"])),
        basis=rng.choice((Basis.ACTUAL, Basis.ACTUAL, Basis.FIXED)),
        equipment_budget=Decimal(budget) if budget else None,
    )


def _equipment(agreed: Data, rng: random.Random) -> tuple[Item, ...]:
    known = agreed["equipment"]
    chosen = rng.sample(known, rng.randint(0, len(known) - 1))
    return tuple(map(Item, sorted(chosen, key=known.index)))


def _terms(agreed: Data, rng: random.Random) -> Terms:
    ending, reachability = agreed["ending"], agreed["reachability"]
    return Terms(ending=rng.choice(ending), reachability=rng.choice(reachability))
