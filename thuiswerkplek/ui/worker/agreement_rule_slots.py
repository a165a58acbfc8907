"""Which rules of an agreement the form has a field for; the others are kept; no Qt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    DaysRule,
    FixedDays,
    HomeFirst,
    Hours,
    RuleCode,
)
from thuiswerkplek.domain.daylog import MINUTES_A_DAY, Where
from thuiswerkplek.ui.worker import agreement_reading as reading
from thuiswerkplek.ui.worker.agreement_entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thuiswerkplek.domain.agreement_rules import Rule, Weekdays
    from thuiswerkplek.ui.worker.agreement_draft import Taker

Slot: TypeAlias = tuple[str, ...]
LeastOrMost: TypeAlias = Literal[RuleCode.DAYS_MIN, RuleCode.DAYS_MAX]
HomeOrOffice: TypeAlias = Literal[Where.HOME, Where.OFFICE]
CoreOrQuiet: TypeAlias = Literal[RuleCode.CORE_HOURS, RuleCode.UNREACHABLE]

MOST_DAYS_A_MONTH = 31

# In each pair the least comes before the most.
_DAYS: tuple[tuple[Entry, LeastOrMost, HomeOrOffice], ...] = (
    (Entry.HOME_LEAST, RuleCode.DAYS_MIN, Where.HOME),
    (Entry.HOME_MOST, RuleCode.DAYS_MAX, Where.HOME),
    (Entry.OFFICE_LEAST, RuleCode.DAYS_MIN, Where.OFFICE),
    (Entry.OFFICE_MOST, RuleCode.DAYS_MAX, Where.OFFICE),
)
_FIXED = (
    (Entry.FIXED_HOME, RuleCode.FIXED_HOME),
    (Entry.FIXED_OFFICE, RuleCode.FIXED_OFFICE),
)
_HOURS: tuple[tuple[Entry, Entry, CoreOrQuiet], ...] = (
    (Entry.CORE_BEGIN, Entry.CORE_UNTIL, RuleCode.CORE_HOURS),
    (Entry.QUIET_BEGIN, Entry.QUIET_UNTIL, RuleCode.UNREACHABLE),
)
_CROSSED = (
    (Entry.HOME_LEAST, Entry.HOME_MOST),
    (Entry.OFFICE_LEAST, Entry.OFFICE_MOST),
)


def kept_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that no field shows: of another kind, or one too many."""
    seen: set[Slot] = set()
    kept = []
    for rule in rules:
        slot = _slot(rule)
        if slot is None or slot in seen:
            kept.append(rule)
        else:
            seen.add(slot)
    return tuple(kept)


def _slot(rule: Rule) -> Slot | None:
    match rule:
        case DaysRule(weeks=1):
            return rule.code, rule.where
        case FixedDays() | Hours() | ArriveOutside() | HomeFirst():
            return (rule.code,)
        case _:
            return None


def _shown(rules: Iterable[Rule]) -> Mapping[Slot, Rule]:
    found: dict[Slot, Rule] = {}
    for rule in rules:
        slot = _slot(rule)
        if slot is not None:
            found.setdefault(slot, rule)
    return found


def rule_texts(rules: Iterable[Rule]) -> dict[Entry, str]:
    """Return the fields that rules fill in."""
    return {
        entry: text
        for rule in _shown(rules).values()
        for entry, text in _texts_of(rule)
    }


def _texts_of(rule: Rule) -> Iterator[tuple[Entry, str]]:
    match rule:
        case DaysRule():
            for entry, code, where in _DAYS:
                if (code, where) == (rule.code, rule.where):
                    yield entry, str(rule.days)
        case ArriveOutside():
            yield Entry.OUTSIDE_DAYS, str(rule.days)
            yield Entry.OUTSIDE_OF, str(rule.of)
        case HomeFirst():
            yield Entry.FIRST_DAYS, str(rule.days)
            yield Entry.FIRST_MINUTES, str(rule.minutes)
        case Hours():
            for begin, until, of in _HOURS:
                if of is rule.code:
                    yield begin, reading.time_text(rule.begin)
                    yield until, reading.time_text(rule.until)
        case _:
            return


def rule_weekdays(rules: Iterable[Rule]) -> dict[Entry, Weekdays]:
    """Return the weekdays that rules fill in."""
    found = _shown(rules).values()
    return {
        entry: rule.weekdays
        for entry, code in _FIXED
        for rule in found
        if isinstance(rule, FixedDays) and rule.code is code
    }


def made_rules(taker: Taker, weekdays: Mapping[Entry, Weekdays]) -> tuple[Rule, ...]:
    """Return the rules that the fields make."""
    found = (
        *_day_rules(taker),
        *_fixed_rules(taker, weekdays),
        _outside(taker),
        _home_first(taker),
        *_hours(taker),
    )
    return tuple(rule for rule in found if rule is not None)


def _day_rules(taker: Taker) -> Iterator[Rule]:
    numbers = {entry: taker.days(entry) for entry, _code, _where in _DAYS}
    for least, most in _CROSSED:
        low, high = numbers[least], numbers[most]
        if low is not None and high is not None and low > high:
            taker.refuse(most, "crossed")
    for entry, code, where in _DAYS:
        days = numbers[entry]
        if days is not None:
            yield DaysRule(code, days, where=where)


def _fixed_rules(taker: Taker, weekdays: Mapping[Entry, Weekdays]) -> Iterator[Rule]:
    home = weekdays.get(Entry.FIXED_HOME, ())
    office = weekdays.get(Entry.FIXED_OFFICE, ())
    if set(home) & set(office):
        taker.refuse(Entry.FIXED_OFFICE, "two-places")
    if home:
        yield FixedDays(RuleCode.FIXED_HOME, home)
    if office:
        yield FixedDays(RuleCode.FIXED_OFFICE, office)


def _outside(taker: Taker) -> Rule | None:
    found = taker.pair(
        (Entry.OUTSIDE_DAYS, reading.whole(0, MOST_DAYS_A_MONTH)),
        (Entry.OUTSIDE_OF, reading.whole(1, MOST_DAYS_A_MONTH)),
    )
    if found is None:
        return None
    if found[0] > found[1]:
        taker.refuse(Entry.OUTSIDE_DAYS, "more-than-all")
        return None
    return ArriveOutside(*found)


def _home_first(taker: Taker) -> Rule | None:
    found = taker.pair(
        (Entry.FIRST_DAYS, reading.whole(0, MOST_DAYS_A_MONTH)),
        (Entry.FIRST_MINUTES, reading.whole(0, MINUTES_A_DAY)),
    )
    return None if found is None else HomeFirst(*found)


def _hours(taker: Taker) -> Iterator[Rule | None]:
    for begin, until, code in _HOURS:
        found = taker.pair((begin, reading.read_time), (until, reading.read_time))
        if found is not None:
            yield taker.made(until, partial(Hours, code, *found))
