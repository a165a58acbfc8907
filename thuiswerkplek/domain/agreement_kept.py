"""Whether what was agreed was kept, by the day log (dossier 3.2).

A rule is judged per window: whole ISO weeks, counted from the week the agreement
began, or calendar months. Every day counts for the agreement in force that day. Days
off ask for less: what is asked is in proportion to the days worked, rounded so that
half a day is never asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import takewhile
from math import ceil
from typing import NamedTuple, TypeAlias

from thuiswerkplek.domain.agreement import Agreement, HomeDay, in_force, months_later
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    CarDays,
    DayMix,
    DaysRule,
    FixedDays,
    HomeFirst,
    Rule,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.balance import PEAKS
from thuiswerkplek.domain.daylog import (
    DAYS_A_WEEK,
    Band,
    Day,
    DayKind,
    Where,
    commutes,
    is_on_site,
    kind,
    minutes_at,
    monday,
    worked,
)

CAR = "car"
ONE_DAY = timedelta(days=1)
LONGEST_WINDOW = timedelta(days=30)

Days: TypeAlias = Sequence[Day]
Judged: TypeAlias = (
    DaysRule | DayMix | TeamAnchor | FixedDays | ArriveOutside | HomeFirst | CarDays
)


class Span(NamedTuple):
    """A stretch of dates, the first and last included."""

    first: date
    last: date


class State(StrEnum):
    """Whether a rule was kept; `open` while its window still goes on."""

    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"


class Verdict(NamedTuple):
    """A rule over one window: what the log has, and what was asked of the days worked.

    `is_most` tells that `asked` is the most, and not the least.
    """

    rule: Rule
    window: Span
    actual: int
    asked: int
    is_most: bool
    state: State


class _Count(NamedTuple):
    """What was counted and asked; and what decides it before its window is over.

    `kept_from` is a number that no later day can undo, where there is one; `is_final`
    tells that no later day can make good for what is missing now.
    """

    actual: int
    asked: int
    kept_from: int | None = None
    is_most: bool = False
    is_final: bool = False

    @property
    def is_right(self) -> bool:
        if self.is_most:
            return self.actual <= self.asked
        return self.actual >= self.asked


def week(day: date, *, weeks: int = 1, since: date | None = None) -> Span:
    """Return the ISO week of a day, or its window of weeks counted from `since`."""
    start = monday(since or day)
    passed = (monday(day) - start).days // DAYS_A_WEEK
    first = start + timedelta(weeks=passed - passed % weeks)
    return Span(first, first + timedelta(weeks=weeks) - ONE_DAY)


def month(day: date) -> Span:
    """Return the calendar month of a day."""
    first = day.replace(day=1)
    return Span(first, months_later(first, 1) - ONE_DAY)


def year(day: date) -> Span:
    """Return the calendar year of a day."""
    return Span(date(day.year, 1, 1), date(day.year, 12, 31))


def window(rule: Rule, agreement: Agreement, day: date) -> Span | None:
    """Return the window of a rule that holds a day; None when a log cannot judge it.

    That is a rule about hours, a whole team, a talk, or a day that the planner picks.
    """
    if isinstance(rule, DaysRule | TeamAnchor):
        if isinstance(rule, TeamAnchor) and rule.weekday is None:
            return None
        return week(day, weeks=rule.weeks, since=agreement.valid_from)
    if isinstance(rule, DayMix | FixedDays):
        return week(day)
    return month(day) if isinstance(rule, ArriveOutside | HomeFirst | CarDays) else None


def verdicts(
    log: Mapping[date, Day],
    agreements: Iterable[Agreement],
    span: Span,
    *,
    until: date,
) -> tuple[Verdict, ...]:
    """Return how every rule stands in its windows that end within the span.

    A window belongs to the month or year it ends in. `until` is the last day that may
    be judged, such as yesterday. Windows without work say nothing.
    """
    known = tuple(agreements)
    held = [(day, in_force(known, day.date)) for day in _judged(log, span, until)]
    return tuple(
        verdict
        for agreement in known
        for verdict in _verdicts(
            agreement,
            {day.date: day for day, holder in held if holder is agreement},
            span,
            until,
        )
    )


def _verdicts(
    agreement: Agreement, own: Mapping[date, Day], span: Span, until: date
) -> Iterator[Verdict]:
    for rule in agreement.rules:
        if not isinstance(rule, Judged):
            continue
        for reach in _windows(rule, agreement, own, span):
            found = _count(rule, agreement, _within(own, reach), reach)
            if found is not None:
                yield _verdict(rule, reach, found, is_over=reach.last <= until)


def _judged(log: Mapping[date, Day], span: Span, until: date) -> Iterator[Day]:
    """Return the confirmed working days of every window that may end in the span."""
    first = span.first - LONGEST_WINDOW
    for passed in range((min(span.last, until) - first).days + 1):
        day = log.get(first + passed * ONE_DAY)
        if day is not None and not day.is_planned and worked(day):
            yield day


def _windows(
    rule: Rule, agreement: Agreement, own: Mapping[date, Day], span: Span
) -> Iterable[Span]:
    """Return the windows with work that end in the span, each once, in order."""
    found = (window(rule, agreement, day) for day in own)
    unique = dict.fromkeys(reach for reach in found if reach is not None)
    return (reach for reach in unique if span.first <= reach.last <= span.last)


def _within(own: Mapping[date, Day], reach: Span) -> Days:
    length = (reach.last - reach.first).days + 1
    dates = (reach.first + passed * ONE_DAY for passed in range(length))
    return [own[day] for day in dates if day in own]


def _verdict(rule: Rule, reach: Span, found: _Count, *, is_over: bool) -> Verdict:
    asked = found.asked
    if is_over:
        state = State.KEPT if found.is_right else State.BROKEN
    elif found.is_final:
        state = State.OPEN if found.is_right else State.BROKEN
    else:
        is_kept = found.kept_from is not None and found.actual >= found.kept_from
        state = State.KEPT if is_kept else State.OPEN
        asked = asked if found.kept_from is None else found.kept_from
    return Verdict(rule, reach, found.actual, asked, found.is_most, state)


def _count(
    rule: Judged, agreement: Agreement, days: Days, reach: Span
) -> _Count | None:
    match rule:
        case DaysRule():
            return _days(rule, agreement, days, reach)
        case DayMix():
            return _day_mix(rule, agreement, days, reach)
        case TeamAnchor():
            return _anchor(rule, days)
        case FixedDays():
            return _fixed(rule, agreement, days)
        case ArriveOutside():
            return _arrivals(rule, days)
        case HomeFirst():
            return _home_first(rule, agreement, days, reach)
        case _:
            count = sum(_is_by_car_in_peak(day) for day in days)
            return _Count(count, rule.days, is_most=True, is_final=True)


def _days(rule: DaysRule, agreement: Agreement, days: Days, reach: Span) -> _Count:
    if rule.where is Where.HOME:
        count = sum(is_home_day(day, agreement) for day in days)
    else:
        count = sum(map(is_on_site, days))
    if rule.code is RuleCode.DAYS_MAX:
        return _Count(count, rule.days, is_most=True, is_final=True)
    return _Count(count, _asked(rule.days, agreement, days, reach), rule.days)


def _day_mix(rule: DayMix, agreement: Agreement, days: Days, reach: Span) -> _Count:
    count = sum(_is_among(day, rule.weekdays) and is_on_site(day) for day in days)
    return _Count(count, _asked(rule.days, agreement, days, reach), rule.days)


def _anchor(rule: TeamAnchor, days: Days) -> _Count | None:
    own = [day for day in days if day.date.isoweekday() == rule.weekday]
    return _Count(min(1, sum(map(is_on_site, own))), 1, 1) if own else None


def _fixed(rule: FixedDays, agreement: Agreement, days: Days) -> _Count | None:
    own = [day for day in days if _is_among(day, rule.weekdays)]
    if rule.code is RuleCode.FIXED_HOME:
        count = sum(is_home_day(day, agreement) for day in own)
    else:
        count = sum(map(is_on_site, own))
    return _Count(count, len(own), is_final=True) if own else None


def _arrivals(rule: ArriveOutside, days: Days) -> _Count | None:
    bands = [legs[0].band for day in days if (legs := commutes(day))]
    known = [band for band in bands if band is not Band.UNKNOWN]
    asked = ceil(Fraction(len(known) * rule.days, rule.of))
    return _Count(known.count(Band.OUTSIDE), asked) if known else None


def _home_first(
    rule: HomeFirst, agreement: Agreement, days: Days, reach: Span
) -> _Count | None:
    there = sum(map(is_on_site, days))
    asked = min(there, _asked(rule.days, agreement, days, reach))
    count = sum(_is_home_first(day, rule.minutes) for day in days)
    return _Count(count, asked, rule.days) if there else None


def _asked(whole: int, agreement: Agreement, days: Days, reach: Span) -> int:
    """Return what is asked of the days worked, half a day rounded down."""
    if agreement.days_a_week is None:
        return min(whole, len(days))
    weeks = Fraction((reach.last - reach.first).days + 1, DAYS_A_WEEK)
    share = len(days) / (Fraction(agreement.days_a_week) * weeks)
    return ceil(whole * min(share, Fraction(1)) - Fraction(1, 2))


def is_home_day(day: Day, agreement: Agreement) -> bool:
    """Return whether the day counts as one at home, as this agreement has it."""
    if agreement.home_day is HomeDay.WHOLE:
        return kind(day) is DayKind.HOME
    return minutes_at(day, Where.HOME) > 0


def _is_home_first(day: Day, minutes: int) -> bool:
    """Return whether travel came after so long at home, and not in a known peak."""
    if kind(day) is not DayKind.HOME_FIRST:
        return False
    before = takewhile(lambda part: part.where is Where.HOME, worked(day))
    arrival = next((leg.band for leg in commutes(day)), Band.UNKNOWN)
    return sum(part.minutes for part in before) >= minutes and arrival not in PEAKS


def _is_by_car_in_peak(day: Day) -> bool:
    return any(leg.mode.startswith(CAR) and leg.band in PEAKS for leg in commutes(day))


def _is_among(day: Day, weekdays: Sequence[int]) -> bool:
    return day.date.isoweekday() in weekdays
