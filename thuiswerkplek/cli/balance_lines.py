"""A balance as readable lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.cli.balance_rule_lines import rule_lines
from thuiswerkplek.domain.agreement_kept import State
from thuiswerkplek.domain.daylog import Band, DayKind, Purpose, Where
from thuiswerkplek.domain.wpm import FactorList
from thuiswerkplek.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thuiswerkplek.domain.agreement_kept import Verdict
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.allowance_year import Totals
    from thuiswerkplek.services.balance_figures import Carbon, Period, YearBalance

INDENT = "  "


def lines(found: YearBalance) -> Iterator[str]:
    """Yield the balance of a year, section after section."""
    yield _("Balance of {year}").format(year=found.year)
    yield from _planned(found.planned_days)
    if not found.total.figures.kinds:
        yield _("There are no days of {year} in this list.").format(year=found.year)
        return
    sections = (
        _months(found),
        _home(found),
        _agreed(found),
        _travelled(found),
        _allowance(found),
        rule_lines(found),
        _remarks(found),
    )
    for section in sections:
        own = list(section)
        if own:
            yield ""
            yield from own


def _planned(count: int) -> Iterator[str]:
    if count:
        yield ngettext(
            "{count} planned day is not counted.",
            "{count} planned days are not counted.",
            count,
        ).format(count=count)


def _months(found: YearBalance) -> Iterator[str]:
    """Yield a table with a row for each month with days, and the year."""
    rows = [_head()]
    for number, month in enumerate(found.months, 1):
        if month.figures.kinds:
            rows.append(_row(words.capital(balance_words.month(number)), month))
    rows.append(_row(str(found.year), found.total))
    yield _("In days; a day in two places is two halves.")
    yield from _table(rows)


def _head() -> tuple[str, ...]:
    return (
        _("Month"),
        _("Worked"),
        _("Home"),
        _("Office"),
        _("Other"),
        _("% home"),
        _("% peak"),
        _("Trips avoided"),
        _("Km"),
        _("Allowance"),
    )


def _row(name: str, period: Period) -> tuple[str, ...]:
    figures = period.figures
    halves = figures.half_days
    other = halves.get(Where.ELSEWHERE, 0) + halves.get(Where.CUSTOMER, 0)
    metres = sum(figures.metres.values())
    return (
        name,
        str(figures.worked_days),
        balance_words.days(halves.get(Where.HOME, 0)),
        balance_words.days(halves.get(Where.OFFICE, 0)),
        balance_words.days(other),
        balance_words.percent(period.home_share) if figures.worked_days else "-",
        "-" if period.peak_share is None else balance_words.percent(period.peak_share),
        str(period.avoided.trips),
        words.number(round(metres / 1_000, 1)),
        balance_words.euro(period.allowance.amount.paid),
    )


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [first.ljust(widths[0])]
        pairs = zip(others, widths[1:], strict=True)
        cells += [cell.rjust(width) for cell, width in pairs]
        yield "  ".join(cells)


def _home(found: YearBalance) -> Iterator[str]:
    total = found.total
    if total.home_share is not None:
        group = total.share_class
        yield _("At home: {share} of the time ({group}).").format(
            share=balance_words.percent(total.home_share),
            group=balance_words.unknown()
            if group is None
            else balance_words.share_class(group),
        )
    first = total.figures.kinds.get(DayKind.HOME_FIRST, 0)
    yield ngettext(
        "On {count} day first at home, then to the office.",
        "On {count} days first at home, then to the office.",
        first,
    ).format(count=first)
    run = found.longest_run
    if run is not None:
        yield ngettext(
            "Longest time without a day on site: {count} working day, {first}.",
            "Longest time without a day on site: {count} working days, {first} to"
            " {last}.",
            run.days,
        ).format(count=run.days, first=words.day(run.first), last=words.day(run.last))


def _agreed(found: YearBalance) -> Iterator[str]:
    yield _("Against the agreement")
    verdicts = found.total.verdicts
    if found.agreement is None and not verdicts:
        text = _("There is no agreement of this year; give one with --agreement.")
        yield INDENT + text
        return
    rules = list(dict.fromkeys(verdict.rule for verdict in verdicts))
    for rule in rules:
        yield INDENT + _kept(rule, [one for one in verdicts if one.rule == rule])
    for rule in found.unjudged:
        text = _("{rule}: a list of days cannot tell.")
        yield INDENT + words.capital(text.format(rule=balance_words.rule(rule)))


def _kept(rule: Rule, verdicts: Sequence[Verdict]) -> str:
    kept = sum(one.state is State.KEPT for one in verdicts)
    count = sum(one.state is not State.OPEN for one in verdicts)
    text = _("{rule}: kept {kept} of {count} times.")
    if not count:
        text = _("{rule}: its first period is not over yet.")
    name = balance_words.rule(rule)
    return words.capital(text.format(rule=name, kept=kept, count=count))


def _travelled(found: YearBalance) -> Iterator[str]:
    total = found.total
    yield _("Travel")
    for band in Band:
        count = total.figures.commute_legs.get(band, 0)
        if count:
            text = ngettext(
                "{count} trip to or from work {band}",
                "{count} trips to or from work {band}",
                count,
            )
            yield INDENT + text.format(count=count, band=balance_words.band(band))
    yield from (INDENT + line for line in _spared(total))
    for row in found.wpm:
        yield INDENT + _("{purpose}, {means}: {km}").format(
            purpose=words.capital(balance_words.purpose(row.purpose)),
            means=balance_words.means(row.means, row.fuel),
            km=balance_words.km(row.metres),
        )
    for carbon in total.carbon:
        yield INDENT + _co2(carbon)


def _spared(total: Period) -> Iterator[str]:
    avoided = total.avoided
    yield _("Share in a peak: {share}").format(
        share=balance_words.percent(total.peak_share)
    )
    yield _("Trips avoided: {count}; moved out of the peak: {shifted}").format(
        count=avoided.trips, shifted=avoided.shifted
    )
    if avoided.minutes is not None:
        yield _("Travel time saved: {time}").format(
            time=balance_words.duration(avoided.minutes)
        )
    if avoided.metres is not None:
        yield _("Not travelled: {km}").format(km=balance_words.km(avoided.metres))


def _co2(found: Carbon) -> str:
    name = {
        FactorList.WPM: _("CO2 from the exhaust (WPM factors of {year}): {kg}"),
        FactorList.NATIONAL: _(
            "CO2 with making the energy (national factors of {year}): {kg}"
        ),
    }[found.stated.factors.list]
    text = name.format(
        year=found.stated.factors.year, kg=balance_words.kg(found.stated.grams)
    )
    if found.latest is None:
        return text
    return _("{co2}; by those of {year}: {kg}").format(
        co2=text,
        year=found.latest.factors.year,
        kg=balance_words.kg(found.latest.grams),
    )


def _allowance(found: YearBalance) -> Iterator[str]:
    totals = found.total.allowance
    yield _("Allowance, a day at home or a trip to work, never both")
    yield from (INDENT + line for line in _amounts(totals))
    if found.agreement is None or found.agreement.money.home_a_day is None:
        yield INDENT + _(
            "Where no amount was agreed, this is the most that can be free of tax;"
            " your employer need not pay it."
        )


def _amounts(totals: Totals) -> Iterable[str]:
    yield _("Days at home: {count}, {amount}").format(
        count=totals.home_days, amount=balance_words.euro(totals.home.paid)
    )
    yield _("Days to work: {count}, {km}, {amount}").format(
        count=totals.travel_days,
        km=balance_words.km(totals.commute_metres),
        amount=balance_words.euro(totals.travel.paid),
    )
    yield _("{purpose}: {km}, {amount}").format(
        purpose=words.capital(balance_words.purpose(Purpose.BUSINESS)),
        km=balance_words.km(totals.business_metres),
        amount=balance_words.euro(totals.business.paid),
    )
    if totals.unchosen_days:
        yield ngettext(
            "{count} day waits: its rate is unknown.",
            "{count} days wait: their rate is unknown.",
            totals.unchosen_days,
        ).format(count=totals.unchosen_days)
    yield _("Together {paid}, of which {exempt} free of tax").format(
        paid=balance_words.euro(totals.amount.paid),
        exempt=balance_words.euro(totals.amount.exempt),
    )


def _remarks(found: YearBalance) -> Iterator[str]:
    if found.hints:
        yield _("Remarks")
    for hint in found.hints:
        yield INDENT + balance_words.hint(hint)
        yield INDENT * 2 + balance_words.ground(hint)
