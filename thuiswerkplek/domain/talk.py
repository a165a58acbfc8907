"""The talk sheet: all that stands on the one page that worker and manager talk over.

`TalkSheet` has exactly the fields that page may show (TM-11). Findings come out of an
employer report, in which nothing private or struck out can be; of the day log there
are finished month totals and nothing else, so no day, no time and no reason.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from thuiswerkplek.domain.agreement import HomeDay, review_due
from thuiswerkplek.domain.agreement_rules import (
    DaysRule,
    Evaluation,
    FixedDays,
    RuleCode,
)
from thuiswerkplek.domain.daylog import DAYS_A_WEEK, Where
from thuiswerkplek.domain.findings import Finding
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.talk_topics import Proposal, proposals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.months import SharedMonth
    from thuiswerkplek.domain.rates import Rates
    from thuiswerkplek.domain.sharing import (
        EmployerReport,
        SharedFinding,
        SharedMeasure,
        SharedPlace,
    )

MOST_MONTHS = 3
MOST_FINDINGS = 5

_DONE = {State.SET_UP, State.EFFECTIVE, State.DECLINED}

Counted: TypeAlias = "DaysRule | FixedDays"


class Asked(NamedTuple):
    """A rule on home or office days, and how many of the days told it asks for.

    `days` is None when that cannot be told.
    """

    rule: Counted
    where: Where
    is_most: bool
    days: int | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What holds: since when, until when, and its rules; no text, name or amount."""

    valid_from: date
    valid_to: date | None
    rules: tuple[Rule, ...]
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class TalkFinding:
    """A finding that something is still to be done about.

    `place` is the name of its workplace, empty when that is not shared; `number` tells
    which it is, None when there is only one.
    """

    measure: SharedMeasure
    severity: int
    place: str
    number: int | None


@dataclass(frozen=True, slots=True, repr=False)
class TalkSheet:
    """All that can stand on the page; `open_findings` counts those left out as well."""

    day: date
    name: str
    agreed: Agreed | None
    months: tuple[SharedMonth, ...]
    findings: tuple[TalkFinding, ...]
    open_findings: int
    proposals: tuple[Proposal, ...]
    review_on: date | None


class Basis(NamedTuple):
    """What a sheet is made from: nothing that an employer may not see."""

    report: EmployerReport
    agreement: Agreement | None
    months: tuple[SharedMonth, ...]


def talk_sheet(basis: Basis, catalogue: Catalogue, rates: Rates) -> TalkSheet:
    """Return the sheet of the day of the report.

    Of the months the last three before that day count, as far as they are there.
    """
    day, agreement = basis.report.day, basis.agreement
    months = tuple(month for month in basis.months if _is_recent(month, day))
    review_on = _review(agreement, day) if agreement else None
    findings = _findings(basis.report, catalogue)
    return TalkSheet(
        day=day,
        name=" ".join(basis.report.person.name.split()),
        agreed=_agreed(agreement, months) if agreement else None,
        months=months,
        findings=findings[:MOST_FINDINGS],
        open_findings=len(findings),
        proposals=proposals(months, agreement, review_on, rates, day),
        review_on=review_on,
    )


def _is_recent(month: SharedMonth, day: date) -> bool:
    passed = (day.year - month.year) * 12 + day.month - month.month
    return 0 < passed <= MOST_MONTHS


# What was agreed


def _agreed(agreement: Agreement, months: tuple[SharedMonth, ...]) -> Agreed:
    rules = tuple(r for r in agreement.rules if not isinstance(r, Evaluation))
    return Agreed(
        valid_from=agreement.valid_from,
        valid_to=agreement.valid_to,
        rules=rules,
        asked=tuple(
            asked for rule in rules if (asked := _asked(rule, agreement, months))
        ),
    )


def _asked(
    rule: Rule, agreement: Agreement, months: tuple[SharedMonth, ...]
) -> Asked | None:
    """Return what a rule asks of the months told, as `agreement_kept` would ask it.

    At least so many is in proportion to the days worked, half a day rounded down; at
    most so many is not made less by time off.
    """
    if not isinstance(rule, DaysRule | FixedDays):
        return None
    where, is_most = _side(rule), rule.code is RuleCode.DAYS_MAX
    weeks = sum(map(_weeks, months), Fraction())
    if is_most:
        return Asked(rule, where, is_most, floor(_a_week(rule) * weeks))
    is_told = where is Where.OFFICE or agreement.home_day is HomeDay.WHOLE
    if agreement.days_a_week is None or not is_told:
        return Asked(rule, where, is_most, None)
    worked = Fraction(sum(month.worked_days for month in months))
    least = _a_week(rule) * min(worked / Fraction(agreement.days_a_week), weeks)
    return Asked(rule, where, is_most, max(0, ceil(least - Fraction(1, 2))))


def _side(rule: Counted) -> Where:
    if isinstance(rule, DaysRule):
        return rule.where
    return Where.HOME if rule.code is RuleCode.FIXED_HOME else Where.OFFICE


def _a_week(rule: Counted) -> Fraction:
    if isinstance(rule, FixedDays):
        return Fraction(len(rule.weekdays))
    return Fraction(rule.days, rule.weeks)


def _weeks(month: SharedMonth) -> Fraction:
    return Fraction(calendar.monthrange(month.year, month.month)[1], DAYS_A_WEEK)


def _review(agreement: Agreement, day: date) -> date | None:
    """Return the first day, later than this one, that a talk was agreed for."""
    fixed = [rule.on for rule in agreement.rules if isinstance(rule, Evaluation)]
    due = review_due(agreement, after=day)
    return min((on for on in (*fixed, due) if on and on > day), default=None)


# Findings


def _findings(report: EmployerReport, catalogue: Catalogue) -> tuple[TalkFinding, ...]:
    """Return the open findings: danger, then what is asked, each the heaviest first."""
    several = len(report.places) > 1
    found = [
        (finding, measure, place, number if several else None)
        for number, place in enumerate(report.places, start=1)
        for finding, measure in _open(place)
    ]
    found.sort(key=lambda one: _rank(one[0], one[1], catalogue))
    return tuple(
        TalkFinding(measure, finding.severity, place.name, number)
        for finding, measure, place, number in found
    )


def _open(place: SharedPlace) -> Iterator[tuple[SharedFinding, SharedMeasure]]:
    measures = {measure.question: measure for measure in place.measures}
    for finding in place.findings:
        measure = measures.get(finding.question)
        if measure is not None and measure.state not in _DONE:
            yield finding, measure


def _rank(
    finding: SharedFinding, measure: SharedMeasure, catalogue: Catalogue
) -> tuple[bool, bool, float]:
    is_danger = catalogue.question(finding.question).is_danger
    known = Finding(finding.question, finding.severity, finding.weekly_hours, is_danger)
    return not is_danger, measure.state is State.PROPOSED, -known.weight
