"""Weeks and months against what was agreed, as bars in words and numbers.

A day counts once for each side, as the agreement counts it: a day that began at home
and went on at the office is one at the office.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import balance_words, rule_words, words
from thuiswerkplek.domain import balance
from thuiswerkplek.domain.agreement import HomeDay, in_force
from thuiswerkplek.domain.agreement_kept import Span, State, verdicts
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, RuleCode
from thuiswerkplek.domain.daylog import DayKind, Where
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.worker.year_models import BarLine, BarMark, Picture, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.agreement_kept import Verdict
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.balance import Figures
    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.services.balance_figures import Period

WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)
FULL_WEEK = Fraction(5)
PARTLY_HOME = (DayKind.HOME, DayKind.HOME_FIRST, DayKind.MIXED)


class Count(NamedTuple):
    """Days on each side."""

    home: int
    office: int
    other: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.home or self.office or self.other)


class Line(NamedTuple):
    """What was agreed for one side, in days a week."""

    rule: Rule
    side: Where
    a_week: Fraction
    is_most: bool


def lines(agreement: Agreement | None) -> tuple[Line, ...]:
    """Return the rules of an agreement that a picture can draw."""
    rules = () if agreement is None else agreement.rules
    return tuple(found for rule in rules if (found := _line(rule)) is not None)


def _line(rule: Rule) -> Line | None:
    if isinstance(rule, DaysRule):
        is_most = rule.code is RuleCode.DAYS_MAX
        return Line(rule, rule.where, Fraction(rule.days, rule.weeks), is_most)
    if isinstance(rule, FixedDays):
        is_home = rule.code is RuleCode.FIXED_HOME
        side = Where.HOME if is_home else Where.OFFICE
        return Line(rule, side, Fraction(len(rule.weekdays)), is_most=False)
    return None


def counted(figures: Figures, agreement: Agreement | None) -> Count:
    """Return the days on each side, as the agreement counts a day at home."""
    if agreement is not None and agreement.home_day is HomeDay.PART:
        home = sum(figures.kinds.get(kind, 0) for kind in PARTLY_HOME)
        other = figures.kinds.get(DayKind.ELSEWHERE, 0)
        return Count(home, figures.on_site_days, other)
    other = figures.worked_days - figures.on_site_days - figures.home_days
    return Count(figures.home_days, figures.on_site_days, other)


def in_words(count: Count) -> str:
    """Return the days on each side as a part of a sentence."""
    if count.is_empty:
        return _("no days filled in")
    found = [
        ngettext("{count} day at home", "{count} days at home", count.home).format(
            count=count.home
        ),
        _("{count} at the office").format(count=count.office),
    ]
    if count.other:
        found.append(_("{count} elsewhere").format(count=count.other))
    return ", ".join(found)


# Weeks


def weeks(
    days: Iterable[Day],
    agreements: Sequence[Agreement],
    span: Span,
    *,
    title: str,
    until: date,
) -> Picture:
    """Return the ISO weeks of a span, each against what held on its Monday."""
    done = {day.date: day for day in days if not day.is_planned}
    figures = balance.by_week(done.values())
    judged = verdicts(done, agreements, span, until=until)
    own = [
        _Week(monday, figures, agreements, judged)
        for monday in _mondays(span.first, span.last)
    ]
    held = lines(in_force(agreements, span.last))
    return Picture(
        title=title,
        note=" ".join(
            (
                _("The number under a bar is that of the week."),
                _halves(agreements, span),
            )
        ),
        legend=_legend(held, [week.count for week in own]),
        bars=tuple(week.bar() for week in own),
        table=_table(_("Week"), own),
    )


def _mondays(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += WEEK


class _Week:
    """One ISO week, in bars and in words."""

    def __init__(
        self,
        monday: date,
        figures: Mapping[tuple[int, int], Figures],
        agreements: Sequence[Agreement],
        judged: Sequence[Verdict],
    ) -> None:
        sunday = monday + WEEK - ONE_DAY
        iso = monday.isocalendar()
        agreement = in_force(agreements, sunday)
        found = figures.get((iso.year, iso.week), balance.Figures())
        self.number, self._monday = iso.week, monday
        self.count = counted(found, agreement)
        self._judged = [one for one in judged if one.window.last == sunday]
        self._lines = lines(agreement)

    def bar(self) -> BarLine:
        count = self.count
        spoken = _("Week {number}, from {day}: {days}.").format(
            number=self.number, day=words.day(self._monday), days=in_words(count)
        )
        told = [spoken, *map(_told, self._judged)]
        marks = () if count.is_empty else tuple(map(self._mark, self._lines))
        return BarLine(str(self.number), " ".join(told), *count, marks)

    def _mark(self, line: Line) -> BarMark:
        """Place a line where this very week was judged, days off taken into account."""
        at = float(line.a_week)
        for verdict in self._judged:
            days = (verdict.window.last - verdict.window.first).days + 1
            if verdict.rule == line.rule and days == WEEK.days:
                at = float(verdict.asked)
        return BarMark(line.side.value, at, line.is_most)

    def row(self) -> tuple[str, ...]:
        name = _("{number}, from {day}").format(
            number=self.number, day=words.day(self._monday)
        )
        return (name, *map(str, self.count), agreed_word(self._judged))


# Months


def months(
    year: int,
    periods: Sequence[Period],
    agreements: Sequence[Agreement],
    usual_days: int | None,
) -> Picture:
    """Return the twelve months; `usual_days` are worked a week where none were agreed.

    What was agreed is in proportion to the days worked, since months differ.
    """
    own = [
        _Month(year, number, period, agreements, usual_days)
        for number, period in enumerate(periods, 1)
    ]
    held = lines(in_force(agreements, _last_day(year, len(own))))
    used = held or next((month.lines for month in reversed(own) if month.lines), ())
    whole = Span(date(year, 1, 1), date(year, 12, 31))
    note = [_halves(agreements, whole)]
    if used:
        text = _("What was agreed is drawn in proportion to the days you worked.")
        note.insert(0, text)
    return Picture(
        title=_("The months of {year}").format(year=year),
        note=" ".join(note),
        legend=_legend(used, [month.count for month in own]),
        bars=tuple(month.bar() for month in own),
        table=_table(_("Month"), [month for month in own if not month.count.is_empty]),
    )


class _Month:
    """One month, in bars and in words."""

    def __init__(
        self,
        year: int,
        number: int,
        period: Period,
        agreements: Sequence[Agreement],
        usual_days: int | None,
    ) -> None:
        agreement = in_force(agreements, _last_day(year, number))
        self._year, self._number, self._period = year, number, period
        self.count = counted(period.figures, agreement)
        self.lines = lines(agreement)
        agreed = None if agreement is None else agreement.days_a_week
        self._week = Fraction(agreed or usual_days or FULL_WEEK)

    @property
    def _name(self) -> str:
        return balance_words.month(self._number)

    def bar(self) -> BarLine:
        spoken = _("{month} {year}: {days}.").format(
            month=words.capital(self._name), year=self._year, days=in_words(self.count)
        )
        told = [spoken]
        if self._period.verdicts:
            told.append(
                _("Agreed: {agreed}.").format(agreed=agreed_word(self._period.verdicts))
            )
        marks = () if self.count.is_empty else tuple(map(self._mark, self.lines))
        label = words.capital(balance_words.short_month(self._number))
        return BarLine(label, " ".join(told), *self.count, marks)

    def _mark(self, line: Line) -> BarMark:
        share = Fraction(self._period.figures.worked_days) / self._week
        return BarMark(line.side.value, float(line.a_week * share), line.is_most)

    def row(self) -> tuple[str, ...]:
        name, judged = words.capital(self._name), self._period.verdicts
        return (name, *map(str, self.count), agreed_word(judged))


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY


# Both


def _legend(
    held: Sequence[Line], counts: Iterable[Count]
) -> tuple[tuple[str, str], ...]:
    """Return what the patterns and lines stand for; `other` only where it is there."""
    found = [
        (Where.HOME.value, _("Above the line: days at home")),
        (Where.OFFICE.value, _("Below it: days at the office")),
    ]
    if any(count.other for count in counts):
        found.append(("other", _("And days elsewhere")))
    for line in held:
        kind = "most" if line.is_most else "least"
        text = _("Agreed: {rule}").format(rule=rule_words.rule(line.rule))
        found.append((kind, text))
    return tuple(found)


def _halves(agreements: Sequence[Agreement], span: Span) -> str:
    """Return where a day counts that began at home and went on at the office."""
    held = in_force(agreements, span.last)
    if held is not None and held.home_day is HomeDay.PART:
        return _(
            "A day partly at home and partly at the office counts on both sides, as"
            " you agreed."
        )
    return _("A day partly at home and partly at the office is one at the office.")


def _table(first: str, own: Sequence[_Week] | Sequence[_Month]) -> Table:
    head = (first, _("At home"), _("At the office"), _("Elsewhere"), _("As agreed"))
    return Table(head, tuple(one.row() for one in own))


def agreed_word(judged: Sequence[Verdict]) -> str:
    """Return how often what was agreed was kept, of the times that are over."""
    over = [one for one in judged if one.state is not State.OPEN]
    if not over:
        return _("not over yet") if judged else "–"
    kept = sum(one.state is State.KEPT for one in over)
    return _("{kept} of {count}").format(kept=kept, count=len(over))


def _told(verdict: Verdict) -> str:
    text = {
        State.KEPT: _("{rule}: as agreed."),
        State.BROKEN: _("{rule}: other than agreed."),
        State.OPEN: _("{rule}: not over yet."),
    }[verdict.state]
    return words.capital(text.format(rule=rule_words.rule(verdict.rule)))
