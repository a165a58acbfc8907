"""Counters for who lives in one country and works for an employer in another.

The work state is the Netherlands unless told otherwise; a part of a day without a
country is Dutch. Planned days never count, but what they would come to is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from thuiswerkplek.domain.daylog import HOME_COUNTRY, Day, Part, Where, in_order, worked
from thuiswerkplek.domain.rates import Rates

PER_CENT = 100
MAIN_SHARE = "cross-border/social-main-share"
WATCH_SHARE = "cross-border/social-watch"
CLOSE_SHARE = "cross-border/social-close"


class Level(StrEnum):
    """How near a line is.

    `watch` and `close` are warnings before it, `last` is the last day that is still
    fine, `act` needs a paper, and `over` is past the line.
    """

    FINE = "fine"
    WATCH = "watch"
    CLOSE = "close"
    LAST = "last"
    ACT = "act"
    OVER = "over"
    UNKNOWN = "unknown"


class Insured(StrEnum):
    """Where social security is; `a1` is in the work state, with an A1 statement."""

    WORK_STATE = "work-state"
    A1 = "a1"
    RESIDENCE = "residence"
    UNKNOWN = "unknown"


class Span(NamedTuple):
    """First and last day, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


class DayCount(NamedTuple):
    """Days of a calendar year outside the work state, against the days that are free.

    `limit` is None when no rule of that country and year is known; with a limit of 0
    (Belgium) every day is taxed where it was worked. `planned` come on top.
    """

    year: int
    days: int
    planned: int
    limit: int | None
    level: Level
    level_with_plan: Level

    @property
    def left(self) -> int | None:
        """The days that are still free."""
        return None if self.limit is None else max(0, self.limit - self.days)


class SocialShare(NamedTuple):
    """Share of the working time in the country of residence over a span, in minutes.

    `other_there` is work in that country but not at home, `elsewhere` work in a third
    country: the framework agreement is about telework at home, so both may spoil it.
    """

    span: Span
    there: int
    total: int
    other_there: int
    elsewhere: int
    share: Fraction | None
    insured: Insured
    level: Level


class Establishment(NamedTuple):
    """Share of the working time at home abroad, and whether it is safe.

    Safe means: in any case no permanent establishment; None when no rule is known.
    """

    share: Fraction | None
    is_safe: bool | None
    level: Level


def calendar_year(year: int) -> Span:
    """Return the whole year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def months_until(last: date, months: int) -> Span:
    """Return so many months up to and including a day, such as the last twelve."""
    years, month = divmod(last.year * 12 + last.month - 1 - months, 12)
    before = _clamped(years, month + 1, last.day)
    return Span(before + timedelta(days=1), last)


def last_year(rates: Rates, last: date) -> Span | None:
    """Return the span over which the social share is taken, up to a day."""
    months = rates.value("cross-border/social-window", last)
    return None if months is None else months_until(last, int(months))


def _clamped(year: int, month: int, day: int) -> date:
    """The day of that month, or its last: a year before 29 February is the 28th."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), following - _A_DAY)


_A_DAY = timedelta(days=1)


def day_count(
    days: Iterable[Day],
    rates: Rates,
    *,
    residence: str,
    year: int,
    work_state: str = HOME_COUNTRY,
) -> DayCount:
    """Return the days outside the work state, third countries included.

    The rule is that of the treaty between the Netherlands and the other country.
    A day counts from the minutes of the rule for that residence (Germany: 30, and
    exactly 30 counts, the safe side of a doubt), without one from the first minute.
    """
    on = date(year, 12, 31)
    partner = _treaty_partner(residence, work_state)
    least = _value(rates, "day-minutes", partner, on) or 1
    counted = [
        day
        for day in _within(days, calendar_year(year))
        if _minutes_abroad(day, work_state) >= least
    ]
    planned = sum(day.is_planned for day in counted)
    done = len(counted) - planned
    limit = _value(rates, "free-days", partner, on)
    watch = _value(rates, "watch-days", partner, on)
    close = _value(rates, "close-days", partner, on)
    return DayCount(
        year=year,
        days=done,
        planned=planned,
        limit=None if limit is None else int(limit),
        level=_day_level(done, limit, watch, close),
        level_with_plan=_day_level(done + planned, limit, watch, close),
    )


def _treaty_partner(residence: str, work_state: str) -> str:
    """The other country of a treaty with the Netherlands; none without it."""
    countries = {residence, work_state}
    if HOME_COUNTRY not in countries or len(countries) == 1:
        return ""
    return min(countries - {HOME_COUNTRY})


def _day_level(
    days: int, limit: Decimal | None, watch: Decimal | None, close: Decimal | None
) -> Level:
    if limit is None:
        return Level.UNKNOWN
    if days > limit:
        return Level.OVER
    if days and days == limit:
        return Level.LAST
    if close is not None and days >= close:
        return Level.CLOSE
    return Level.WATCH if watch is not None and days >= watch else Level.FINE


def social_share(
    days: Iterable[Day],
    rates: Rates,
    *,
    residence: str,
    span: Span,
    work_state: str = HOME_COUNTRY,
) -> SocialShare:
    """Return the share of the working time in the country of residence.

    Below 25 % the work state insures; from 25 % to less than 50 % it does with an A1
    under the framework agreement, where both countries signed it; exactly 50 % is
    not less.
    """
    parts = [part for day in _done(days, span) for part in worked(day)]
    there = [part for part in parts if _country(part) == residence]
    total = _minutes(parts)
    share = Fraction(_minutes(there), total) if total else None
    insured = _insured(share, rates, residence, work_state, span.last)
    return SocialShare(
        span=span,
        there=_minutes(there),
        total=total,
        other_there=_minutes(part for part in there if part.where is not Where.HOME),
        elsewhere=_minutes(
            part for part in parts if _country(part) not in {residence, work_state}
        ),
        share=share,
        insured=insured,
        level=_social_level(share, insured, rates, span.last),
    )


def _insured(
    share: Fraction | None, rates: Rates, residence: str, work_state: str, on: date
) -> Insured:
    main = rates.value(MAIN_SHARE, on)
    if main is None or share is None:
        return Insured.UNKNOWN
    if share * PER_CENT < main:
        return Insured.WORK_STATE
    limits = [
        _value(rates, "social-framework-share", country, on)
        for country in (residence, work_state)
    ]
    if None in limits:
        return Insured.UNKNOWN
    is_below = all(limit is not None and share * PER_CENT < limit for limit in limits)
    return Insured.A1 if is_below else Insured.RESIDENCE


def _social_level(
    share: Fraction | None, insured: Insured, rates: Rates, on: date
) -> Level:
    if insured is Insured.UNKNOWN or share is None:
        return Level.UNKNOWN
    if insured is Insured.RESIDENCE:
        return Level.OVER
    name = CLOSE_SHARE if insured is Insured.A1 else WATCH_SHARE
    warning = rates.value(name, on)
    is_near = warning is not None and share * PER_CENT >= warning
    if insured is Insured.A1:
        return Level.CLOSE if is_near else Level.ACT
    return Level.WATCH if is_near else Level.FINE


def establishment(
    days: Iterable[Day], rates: Rates, *, residence: str, year: int
) -> Establishment:
    """Return whether work at home abroad is sure to be no permanent establishment.

    For Belgium half of the year's working time, or less, is safe.
    """
    span = calendar_year(year)
    parts = [part for day in _done(days, span) for part in worked(day)]
    at_home = _minutes(
        part
        for part in parts
        if part.where is Where.HOME and _country(part) == residence
    )
    share = Fraction(at_home, _minutes(parts)) if parts else None
    limit = _value(rates, "establishment-share", residence, span.last)
    close = _value(rates, "establishment-close", residence, span.last)
    if limit is None or share is None:
        return Establishment(share, None, Level.UNKNOWN)
    if share * PER_CENT > limit:
        return Establishment(share, is_safe=False, level=Level.OVER)
    is_close = close is not None and share * PER_CENT >= close
    level = Level.CLOSE if is_close else Level.FINE
    return Establishment(share, is_safe=True, level=level)


def _value(rates: Rates, kind: str, country: str, on: date) -> Decimal | None:
    series = rates.for_country(kind, country)
    return None if series is None else rates.value(series.name, on)


def _within(days: Iterable[Day], span: Span) -> tuple[Day, ...]:
    return in_order(day for day in days if day.date in span)


def _done(days: Iterable[Day], span: Span) -> Iterator[Day]:
    return (day for day in _within(days, span) if not day.is_planned)


def _minutes_abroad(day: Day, work_state: str) -> int:
    return _minutes(part for part in worked(day) if _country(part) != work_state)


def _country(part: Part) -> str:
    return part.country or HOME_COUNTRY


def _minutes(parts: Iterable[Part]) -> int:
    return sum(part.minutes for part in parts)
