"""The rules an agreement can hold: a closed set of small values (dossier 3.2).

Weekdays are ISO numbers, Monday is 1; times of day are minutes after midnight.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from thuiswerkplek.domain.bounds import Between
from thuiswerkplek.domain.daylog import MINUTES_A_DAY, Minutes, Where
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.people import Name, Remark

MONDAY, SUNDAY = 1, 7

Weekday: TypeAlias = Annotated[int, Between(MONDAY, SUNDAY)]
Weekdays: TypeAlias = tuple[Weekday, ...]
Days: TypeAlias = Annotated[int, Between(0, 31)]
Percent: TypeAlias = Annotated[int, Between(0, 100)]


class RuleCode(StrEnum):
    """The codes of the rule library."""

    DAYS_MIN = "days-min"
    DAYS_MAX = "days-max"
    DAY_MIX = "day-mix"
    DAY_AVOID = "day-avoid"
    ARRIVE_OUTSIDE = "arrive-outside"
    HOME_FIRST = "home-first"
    CORE_HOURS = "core-hours"
    TEAM_ANCHOR = "team-anchor"
    FIXED_HOME = "fixed-home"
    FIXED_OFFICE = "fixed-office"
    UNREACHABLE = "unreachable"
    MODE = "mode"
    EVAL = "eval"


@dataclass(frozen=True, slots=True)
class DaysRule:
    """At least or at most so many days at the office, or at home, per 1, 2 or 4 weeks.

    Dossier 3.2 counts office days; home days are the mirror that dossier 8.1 asks for.
    """

    code: Literal[RuleCode.DAYS_MIN, RuleCode.DAYS_MAX]
    days: Days
    weeks: Literal[1, 2, 4] = 1
    where: Literal[Where.OFFICE, Where.HOME] = Where.OFFICE

    def __post_init__(self) -> None:
        if not 0 <= self.days <= self.weeks * SUNDAY:
            raise ValueRefusedError("days", "out-of-range")


@dataclass(frozen=True, slots=True)
class DayMix:
    """At least so many office days among these weekdays, per week."""

    days: Days
    weekdays: Weekdays
    code: Literal[RuleCode.DAY_MIX] = RuleCode.DAY_MIX

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)
        if not 0 <= self.days <= len(self.weekdays):
            raise ValueRefusedError("days", "out-of-range")


@dataclass(frozen=True, slots=True)
class DayAvoid:
    """At most so many per cent of the team at the office on these weekdays."""

    percent: Percent
    weekdays: Weekdays
    code: Literal[RuleCode.DAY_AVOID] = RuleCode.DAY_AVOID

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)


@dataclass(frozen=True, slots=True)
class ArriveOutside:
    """Arrival outside the peak on at least `days` of every `of` office days."""

    days: Days
    of: Days
    code: Literal[RuleCode.ARRIVE_OUTSIDE] = RuleCode.ARRIVE_OUTSIDE

    def __post_init__(self) -> None:
        if not 0 <= self.days <= self.of or not self.of:
            raise ValueRefusedError("days", "out-of-range")


@dataclass(frozen=True, slots=True)
class HomeFirst:
    """So many days a month: first these minutes at home, then travel after the peak."""

    days: Days
    minutes: Minutes
    code: Literal[RuleCode.HOME_FIRST] = RuleCode.HOME_FIRST


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of being reachable or in presence meetings, or of not being reachable.

    Hours of not being reachable may run past midnight: `until` is then the lower one.
    """

    code: Literal[RuleCode.CORE_HOURS, RuleCode.UNREACHABLE]
    begin: Minutes
    until: Minutes

    def __post_init__(self) -> None:
        is_over_night = self.code is RuleCode.UNREACHABLE and self.until < self.begin
        if not (self.begin < self.until <= MINUTES_A_DAY or is_over_night):
            raise ValueRefusedError("until", "ends-before-it-begins")


@dataclass(frozen=True, slots=True)
class TeamAnchor:
    """One common office day per 1 or 2 weeks; no weekday when the planner chooses.

    Of two weeks, the first is the one in which the agreement began.
    """

    weekday: Weekday | None = None
    weeks: Literal[1, 2] = 1
    code: Literal[RuleCode.TEAM_ANCHOR] = RuleCode.TEAM_ANCHOR


@dataclass(frozen=True, slots=True)
class FixedDays:
    """Weekdays that are always at home, or always at the office."""

    code: Literal[RuleCode.FIXED_HOME, RuleCode.FIXED_OFFICE]
    weekdays: Weekdays

    def __post_init__(self) -> None:
        check_weekdays(self.weekdays)


@dataclass(frozen=True, slots=True)
class CarDays:
    """At most so many days a month by car in the peak."""

    days: Days
    code: Literal[RuleCode.MODE] = RuleCode.MODE


@dataclass(frozen=True, slots=True)
class Evaluation:
    """When the agreement is talked over, with whom, and what came of it."""

    on: date
    who: Name = ""
    outcome: Remark = ""
    code: Literal[RuleCode.EVAL] = RuleCode.EVAL


Rule: TypeAlias = (
    DaysRule
    | DayMix
    | DayAvoid
    | ArriveOutside
    | HomeFirst
    | Hours
    | TeamAnchor
    | FixedDays
    | CarDays
    | Evaluation
)


def check_weekdays(weekdays: Weekdays) -> None:
    """Check that there are weekdays, each once, in order.

    Raises:
        ValueRefusedError: `not-weekdays`.
    """
    is_right = all(MONDAY <= day <= SUNDAY for day in weekdays)
    if not weekdays or not is_right or sorted(set(weekdays)) != list(weekdays):
        raise ValueRefusedError("weekdays", "not-weekdays")
