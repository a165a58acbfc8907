"""The rules of an agreement in words, for window, line and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.balance_words import MINUTES_AN_HOUR, weekday
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    CarDays,
    DayAvoid,
    DayMix,
    DaysRule,
    FixedDays,
    HomeFirst,
    Hours,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.daylog import Where
from thuiswerkplek.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.domain.agreement_rules import Rule


def rule(value: Rule) -> str:
    """Return a rule of an agreement as one line."""
    match value:
        case DaysRule():
            return _days_rule(value)
        case FixedDays():
            text = {
                RuleCode.FIXED_HOME: _("always at home on {weekdays}"),
                RuleCode.FIXED_OFFICE: _("always at the office on {weekdays}"),
            }[value.code]
            return text.format(weekdays=_weekdays(value.weekdays))
        case Hours():
            return _hours(value)
        case ArriveOutside():
            text = _("arrive outside the peak on {days} of every {of} office days")
            return text.format(days=value.days, of=value.of)
        case HomeFirst():
            text = ngettext(
                "{days} day a month first {minutes} minutes at home, then travel",
                "{days} days a month first {minutes} minutes at home, then travel",
                value.days,
            )
            return text.format(days=value.days, minutes=value.minutes)
        case CarDays():
            text = ngettext(
                "at most {days} day a month by car in the peak",
                "at most {days} days a month by car in the peak",
                value.days,
            )
            return text.format(days=value.days)
        case _:
            return _team_rule(value)


def _team_rule(value: Rule) -> str:
    match value:
        case DayMix():
            text = ngettext(
                "at least {days} office day a week among {weekdays}",
                "at least {days} office days a week among {weekdays}",
                value.days,
            )
            return text.format(days=value.days, weekdays=_weekdays(value.weekdays))
        case DayAvoid():
            text = _("at most {share} of the team at the office on {weekdays}")
            share = words.percent(value.percent)
            return text.format(share=share, weekdays=_weekdays(value.weekdays))
        case TeamAnchor():
            if value.weekday is None:
                return _("a common office day that is yet to be chosen")
            text = ngettext(
                "every week together at the office on {weekday}",
                "every {count} weeks together at the office on {weekday}",
                value.weeks,
            )
            return text.format(count=value.weeks, weekday=weekday(value.weekday))
        case _:
            return _("talk the agreement over")


def _days_rule(value: DaysRule) -> str:
    text = {
        (RuleCode.DAYS_MIN, Where.OFFICE): ngettext(
            "at least {days} office day {period}",
            "at least {days} office days {period}",
            value.days,
        ),
        (RuleCode.DAYS_MAX, Where.OFFICE): ngettext(
            "at most {days} office day {period}",
            "at most {days} office days {period}",
            value.days,
        ),
        (RuleCode.DAYS_MIN, Where.HOME): ngettext(
            "at least {days} home day {period}",
            "at least {days} home days {period}",
            value.days,
        ),
        (RuleCode.DAYS_MAX, Where.HOME): ngettext(
            "at most {days} home day {period}",
            "at most {days} home days {period}",
            value.days,
        ),
    }[value.code, value.where]
    period = ngettext("a week", "in {count} weeks", value.weeks)
    return text.format(days=value.days, period=period.format(count=value.weeks))


def _hours(value: Hours) -> str:
    text = {
        RuleCode.CORE_HOURS: _("reachable from {begin} to {until}"),
        RuleCode.UNREACHABLE: _("not reachable from {begin} to {until}"),
    }[value.code]
    return text.format(begin=_clock(value.begin), until=_clock(value.until))


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    return f"{hours}:{rest:02}"


def _weekdays(values: Iterable[int]) -> str:
    return words.listing([weekday(value) for value in values])
