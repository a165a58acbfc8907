"""The week on *Vandaag*: seven columns, and one sentence against the agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.agreement_kept import is_home_day, week
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, RuleCode
from thuiswerkplek.domain.daylog import Where, is_on_site
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.widgets.month_tiles import Tile
from thuiswerkplek.ui.worker import calendar_tiles, today_day
from thuiswerkplek.ui.worker.today_models import Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.agreement_kept import Span
    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.services.day_log import Entry

_RULES = (
    (RuleCode.DAYS_MIN, Where.HOME),
    (RuleCode.DAYS_MIN, Where.OFFICE),
    (RuleCode.FIXED_HOME, None),
    (RuleCode.FIXED_OFFICE, None),
    (RuleCode.DAYS_MAX, Where.HOME),
    (RuleCode.DAYS_MAX, Where.OFFICE),
)

WEEKDAYS = range(1, 8)


class Marked(NamedTuple):
    """Which dates stand out, and the names of holidays."""

    today: date
    shown: date
    holidays: Mapping[date, str]


def week_of(entries: Iterable[Entry], marked: Marked, sentence: str) -> Week:
    """Return the week as it is to be shown."""
    days = tuple(_tile(entry, marked) for entry in entries)
    names = tuple(balance_words.short_weekday(number) for number in WEEKDAYS)
    return Week(_("This week"), names, days, marked.shown, sentence)


def _tile(entry: Entry, marked: Marked) -> Tile:
    said = words.capital(_said(entry, marked))
    return Tile(
        date=entry.date,
        name=f"{today_day.day_and_month(entry.date)}: {said}",
        segments=() if entry.day is None else calendar_tiles.segments(entry.day),
        note=marked.holidays.get(entry.date, ""),
        is_light=entry.day is not None and entry.day.is_planned,
        is_today=entry.date == marked.today,
    )


def _said(entry: Entry, marked: Marked) -> str:
    parts = [
        _("today") if entry.date == marked.today else "",
        marked.holidays.get(entry.date, ""),
        _known(entry.day, is_past=entry.date < marked.today),
    ]
    return ", ".join(part for part in parts if part)


def _known(day: Day | None, *, is_past: bool) -> str:
    if day is None:
        return _("not filled in") if is_past else _("nothing planned")
    text = today_day.day_words(day)
    return _("{place}, planned").format(place=text) if day.is_planned else text


# Against the agreement


def rule_to_tell(agreement: Agreement | None) -> DaysRule | FixedDays | None:
    """Return the one rule about days that the sentence is about: home days first."""
    rules = () if agreement is None else agreement.rules
    for code, where in _RULES:
        for rule in rules:
            if isinstance(rule, DaysRule) and (rule.code, rule.where) == (code, where):
                return rule
            if isinstance(rule, FixedDays) and rule.code is code:
                return rule
    return None


def span_of(rule: DaysRule | FixedDays, agreement: Agreement, today: date) -> Span:
    """Return the weeks that a rule counts over."""
    if isinstance(rule, FixedDays):
        return week(today)
    return week(today, weeks=rule.weeks, since=agreement.valid_from)


def sentence(
    rule: DaysRule | FixedDays, agreement: Agreement, entries: Iterable[Entry]
) -> str:
    """Return how the days stand against a rule, in one sentence without a verdict."""
    days = [entry.day for entry in entries if entry.day is not None]
    if isinstance(rule, FixedDays):
        days = [day for day in days if day.date.isoweekday() in rule.weekdays]
    is_home = _is_home(rule)
    counted = [
        day
        for day in days
        if (is_home_day(day, agreement) if is_home else is_on_site(day))
    ]
    done = sum(not day.is_planned for day in counted)
    coming = len(counted) - done
    text = _fixed(rule, done) if isinstance(rule, FixedDays) else _counted(rule, done)
    if not coming:
        return _("{text}.").format(text=text)
    return ngettext(
        "{text}, {count} more planned.", "{text}, {count} more planned.", coming
    ).format(text=text, count=coming)


def _is_home(rule: DaysRule | FixedDays) -> bool:
    if isinstance(rule, FixedDays):
        return rule.code is RuleCode.FIXED_HOME
    return rule.where is Where.HOME


def _counted(rule: DaysRule, done: int) -> str:
    text = {
        (RuleCode.DAYS_MIN, Where.HOME): ngettext(
            "{done} of {agreed} home day agreed {period}",
            "{done} of {agreed} home days agreed {period}",
            rule.days,
        ),
        (RuleCode.DAYS_MIN, Where.OFFICE): ngettext(
            "{done} of {agreed} office day agreed {period}",
            "{done} of {agreed} office days agreed {period}",
            rule.days,
        ),
        (RuleCode.DAYS_MAX, Where.HOME): ngettext(
            "{done} of at most {agreed} home day agreed {period}",
            "{done} of at most {agreed} home days agreed {period}",
            rule.days,
        ),
        (RuleCode.DAYS_MAX, Where.OFFICE): ngettext(
            "{done} of at most {agreed} office day agreed {period}",
            "{done} of at most {agreed} office days agreed {period}",
            rule.days,
        ),
    }[rule.code, rule.where]
    period = ngettext("this week", "in these {count} weeks", rule.weeks)
    period = period.format(count=rule.weeks)
    return text.format(done=done, agreed=rule.days, period=period)


def _fixed(rule: FixedDays, done: int) -> str:
    total = len(rule.weekdays)
    text = {
        RuleCode.FIXED_HOME: ngettext(
            "{done} of {agreed} fixed home day this week",
            "{done} of {agreed} fixed home days this week",
            total,
        ),
        RuleCode.FIXED_OFFICE: ngettext(
            "{done} of {agreed} fixed office day this week",
            "{done} of {agreed} fixed office days this week",
            total,
        ),
    }[rule.code]
    return text.format(done=done, agreed=total)
