"""The balance of one year: all that the day log says, with its months, in one value.

What is not known stays None: no rate of that year, no travel time, no agreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek.domain import balance, cross_border, hints, wpm
from thuiswerkplek.domain.agreement import HomeDay, in_force
from thuiswerkplek.domain.agreement_kept import Judged, Span, verdicts
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, RuleCode
from thuiswerkplek.domain.allowance_year import Totals, together, year_overview
from thuiswerkplek.domain.allowances import MOST_EXEMPT, Terms
from thuiswerkplek.domain.daylog import (
    METRES_A_KM,
    Where,
    commutes,
    is_on_site,
    worked,
)
from thuiswerkplek.domain.fixed_allowance import (
    FULL_WEEK,
    FixedYear,
    fixed_days,
    fixed_least,
    fixed_year,
    may_be_fixed,
)
from thuiswerkplek.domain.hints import HintCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.agreement_kept import Verdict
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.balance import Figures, Run, ShareClass
    from thuiswerkplek.domain.cross_border import DayCount, Establishment, SocialShare
    from thuiswerkplek.domain.daylog import Day, Mode, Trip
    from thuiswerkplek.domain.hints import Hint
    from thuiswerkplek.domain.rates import Rates
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.domain.wpm import Emission, FactorSet, WpmRow

MONTHS = range(1, 13)
ONE_DAY = timedelta(days=1)
ABOUT_PLACES = {HintCode.PLACE_UNCHECKED, HintCode.PLACE_USED_MORE}


class Log(NamedTuple):
    """What a balance is made from; days of other years help windows over a year turn.

    `travel_minutes` are one way. `checked` is as in `hints.Known`; None when nothing
    is known of checks, and then nothing is said of places.
    """

    days: tuple[Day, ...]
    agreements: tuple[Agreement, ...] = ()
    travel_minutes: int | None = None
    checked: Mapping[WorkplaceId, float | None] | None = None


class Avoided(NamedTuple):
    """The commute that days at home saved; home-first saves no trip, it shifts one.

    `metres` are known when every commute leg of the year is of one length and mode.
    """

    trips: int
    shifted: int
    minutes: int | None
    metres: int | None


class Carbon(NamedTuple):
    """CO2 of the kilometres of one list; never added to that of another list.

    `stated` is by the factors of the year itself. `latest` is there when that is
    unknown: by the last earlier year that has every mode.
    """

    stated: Emission
    latest: Emission | None


class Period(NamedTuple):
    """The figures of a month or of the year."""

    figures: Figures
    home_share: Fraction | None
    share_class: ShareClass | None
    peak_share: Fraction | None
    avoided: Avoided
    carbon: tuple[Carbon, ...]
    allowance: Totals
    verdicts: tuple[Verdict, ...]


class FixedRule(NamedTuple):
    """The rule of 128 and 214 days for `office` days a week; for information.

    `is_agreed` tells that those days are in the agreement; else it is a full week.
    `year` is there when the days and the way are known.
    """

    office: Fraction | None
    is_agreed: bool
    least: Fraction | None
    paid: Fraction | None
    is_enough: bool | None
    year: FixedYear | None


class Border(NamedTuple):
    """The counters for who lives abroad and works for a Dutch employer."""

    residence: str
    days: DayCount
    social: SocialShare | None
    establishment: Establishment


class YearBalance(NamedTuple):
    """A year and its twelve months; `until` is the last day that could be judged.

    `unjudged` are rules of which a day log cannot tell whether they were kept.
    `abroad` are the days with work per country.
    """

    year: int
    until: date
    total: Period
    months: tuple[Period, ...]
    planned_days: int
    agreement: Agreement | None
    unjudged: tuple[Rule, ...]
    usual: Trip | None
    fixed: FixedRule
    border: Border | None
    abroad: Mapping[str, int]
    wpm: tuple[WpmRow, ...]
    longest_run: Run | None
    hints: tuple[Hint, ...]


def balance_of(log: Log, rates: Rates, year: int, *, today: date) -> YearBalance:
    """Return the balance of a year, as it can be told today.

    Raises:
        ValueRefusedError: `twice` when a date is there more than once.
    """
    return _Year(log, rates, year, today).balance()


class _Year:
    """A year while its balance is being made."""

    def __init__(self, log: Log, rates: Rates, year: int, today: date) -> None:
        self._log = log
        self._rates = rates
        self._year = year
        self._first, self._last = date(year, 1, 1), date(year, 12, 31)
        self._until = min(self._last, today - ONE_DAY)
        own = [day for day in log.days if day.date.year == year]
        self._planned = sum(day.is_planned for day in own)
        self._days = tuple(day for day in own if not day.is_planned)
        self._usual = _usual(self._days)
        self._factors = tuple(
            wpm.factors(rates, which, year) for which in wpm.FactorList
        )
        self._verdicts = verdicts(
            {day.date: day for day in log.days},
            log.agreements,
            Span(self._first, self._last),
            until=self._until,
        )
        # What holds at the end of the year, or now while it still goes on.
        on = max(self._first, min(self._last, today))
        self._agreement = in_force(log.agreements, on)

    def balance(self) -> YearBalance:
        allowances = _allowances(self._days, self._log, self._rates, self._year)
        by_month: dict[int, list[Day]] = defaultdict(list)
        for day in self._days:
            by_month[day.date.month].append(day)
        months = tuple(
            self._period(
                by_month[month],
                allowances[month - 1],
                [found for found in self._verdicts if found.window.last.month == month],
            )
            for month in MONTHS
        )
        whole = Totals()
        for allowance in allowances:
            whole = together(whole, allowance)
        runs = balance.runs_off_site(self._days)
        return YearBalance(
            year=self._year,
            until=self._until,
            total=self._period(self._days, whole, self._verdicts),
            months=months,
            planned_days=self._planned,
            agreement=self._agreement,
            unjudged=tuple(_unjudged(self._agreement)),
            usual=self._usual,
            fixed=self._fixed(),
            border=self._border(),
            abroad=_abroad(self._days),
            wpm=wpm.wpm_rows(self._days, self._rates, self._year),
            longest_run=max(runs, key=lambda run: run.days, default=None),
            hints=tuple(self._hints()),
        )

    def _period(
        self, days: Sequence[Day], allowance: Totals, judged: Iterable[Verdict]
    ) -> Period:
        found = balance.figures(days)
        share = balance.home_share(found)
        group = None
        if share is not None:
            group = balance.share_class(share, self._rates, self._last)
        metres = wpm.metres_by_mode(days, self._year)
        return Period(
            figures=found,
            home_share=share,
            share_class=group,
            peak_share=balance.peak_share(found),
            avoided=self._avoided(found, balance.shifted(days)),
            carbon=tuple(self._carbon(metres, by) for by in self._factors),
            allowance=allowance,
            verdicts=tuple(judged),
        )

    def _avoided(self, found: Figures, shifted: int) -> Avoided:
        trips = balance.LEGS_A_DAY * found.home_days
        minutes, usual = self._log.travel_minutes, self._usual
        return Avoided(
            trips,
            shifted,
            None if minutes is None else trips * minutes,
            None if usual is None else trips * usual.metres,
        )

    def _carbon(self, metres: Mapping[Mode, int], by: FactorSet) -> Carbon:
        stated = wpm.emission(metres, by)
        if not stated.missing:
            return Carbon(stated, None)
        known = wpm.latest_factors(self._rates, by.list, self._year, metres)
        return Carbon(stated, None if known is None else wpm.emission(metres, known))

    def _fixed(self) -> FixedRule:
        agreed = _office_days(self._agreement)
        full = self._rates.of_year(FULL_WEEK, self._year)
        week = None if full is None else Fraction(full)
        office = week if agreed is None or week is None else min(agreed, week)
        if office is None:
            return FixedRule(None, agreed is not None, None, None, None, None)
        there = sum(map(is_on_site, self._days))
        return FixedRule(
            office=office,
            is_agreed=agreed is not None,
            least=fixed_least(self._rates, self._year, office),
            paid=fixed_days(self._rates, self._year, office),
            is_enough=may_be_fixed(self._rates, self._year, office, there),
            year=None if agreed is None else self._fixed_year(office, week),
        )

    def _fixed_year(self, office: Fraction, week: Fraction | None) -> FixedYear | None:
        if self._usual is None or week is None:
            return None
        home = min(_home_days(self._agreement), week - office)
        km = Fraction(self._usual.metres, METRES_A_KM)
        terms = _terms(self._agreement)
        return fixed_year(self._rates, self._year, km, office, home, terms)

    def _border(self) -> Border | None:
        residence = "" if self._agreement is None else self._agreement.home_country
        if not residence:
            return None
        last = self._until if self._until >= self._first else self._last
        span = cross_border.last_year(self._rates, last)
        days, rates = self._log.days, self._rates
        return Border(
            residence,
            cross_border.day_count(days, rates, residence=residence, year=self._year),
            None
            if span is None
            else cross_border.social_share(days, rates, residence=residence, span=span),
            cross_border.establishment(
                days, rates, residence=residence, year=self._year
            ),
        )

    def _hints(self) -> Iterator[Hint]:
        checked = self._log.checked
        known = hints.Known(self._days, self._agreement, self._verdicts, checked or {})
        if not self._days:
            return
        for hint in hints.hints(known, self._rates, max(self._first, self._until)):
            if checked is not None or hint.code not in ABOUT_PLACES:
                yield hint


def _usual(days: Iterable[Day]) -> Trip | None:
    """Return the one way there that every commute leg is, whatever its band."""
    ways = {(leg.mode, leg.metres): leg for day in days for leg in commutes(day)}
    return next(iter(ways.values())) if len(ways) == 1 else None


def _abroad(days: Iterable[Day]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for day in days:
        found.update({part.country for part in worked(day) if part.country})
    return dict(sorted(found.items()))


def _allowances(
    days: Iterable[Day], log: Log, rates: Rates, year: int
) -> tuple[Totals, ...]:
    """Return the allowances per month, each day by the agreement in force that day."""
    by_terms: dict[Terms, list[Day]] = defaultdict(list)
    for day in days:
        by_terms[_terms(in_force(log.agreements, day.date))].append(day)
    found = [Totals() for _month in MONTHS]
    for terms, own in by_terms.items():
        overview = year_overview(own, rates, year, terms)
        found = [
            together(one, other)
            for one, other in zip(found, overview.months, strict=True)
        ]
    return tuple(found)


def _terms(agreement: Agreement | None) -> Terms:
    if agreement is None:
        return MOST_EXEMPT
    money = agreement.money
    is_whole = agreement.home_day is HomeDay.WHOLE
    return Terms(money.home_a_day, money.travel_a_km, is_whole)


def _unjudged(agreement: Agreement | None) -> Iterator[Rule]:
    rules = () if agreement is None else agreement.rules
    return (rule for rule in rules if not isinstance(rule, Judged))


def _office_days(agreement: Agreement | None) -> Fraction | None:
    """Return the office days a week that were agreed, fixed or at least."""
    return _agreed_days(agreement, RuleCode.FIXED_OFFICE, Where.OFFICE)


def _home_days(agreement: Agreement | None) -> Fraction:
    found = _agreed_days(agreement, RuleCode.FIXED_HOME, Where.HOME)
    return Fraction() if found is None else found


def _agreed_days(
    agreement: Agreement | None, fixed: RuleCode, where: Where
) -> Fraction | None:
    rules = () if agreement is None else agreement.rules
    for rule in rules:
        if isinstance(rule, FixedDays) and rule.code is fixed:
            return Fraction(len(rule.weekdays))
    for rule in rules:
        if not isinstance(rule, DaysRule):
            continue
        if (rule.code, rule.where) == (RuleCode.DAYS_MIN, where):
            return Fraction(rule.days, rule.weeks)
    return None
