"""A balance as readable lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_sentences, balance_words, words
from thuiswerkplek.cli.balance_rule_lines import rule_lines
from thuiswerkplek.domain.daylog import Band, DayKind, Where
from thuiswerkplek.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thuiswerkplek.services.balance_figures import Period, YearBalance

INDENT = "  "


def lines(found: YearBalance) -> Iterator[str]:
    """Yield the balance of a year, section after section."""
    yield _("Balance of {year}").format(year=found.year)
    planned = balance_sentences.planned(found.planned_days)
    if planned:
        yield planned
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
        yield balance_sentences.at_home(total.home_share, total.share_class)
    yield balance_sentences.home_first(total.figures.kinds.get(DayKind.HOME_FIRST, 0))
    if found.longest_run is not None:
        yield balance_sentences.longest_run(found.longest_run)


def _agreed(found: YearBalance) -> Iterator[str]:
    yield _("Against the agreement")
    verdicts = found.total.verdicts
    if found.agreement is None and not verdicts:
        text = _("There is no agreement of this year; give one with --agreement.")
        yield INDENT + text
        return
    for line in balance_sentences.agreed(verdicts, found.unjudged):
        yield INDENT + line


def _travelled(found: YearBalance) -> Iterator[str]:
    total = found.total
    yield _("Travel")
    for band in Band:
        count = total.figures.commute_legs.get(band, 0)
        if count:
            yield INDENT + balance_sentences.legs(band, count)
    yield from (INDENT + line for line in _spared(total))
    for row in found.wpm:
        yield INDENT + balance_sentences.wpm_row(row)
    for carbon in total.carbon:
        yield INDENT + balance_sentences.co2(carbon)


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


def _allowance(found: YearBalance) -> Iterator[str]:
    yield balance_sentences.allowance_title()
    for line in balance_sentences.amounts(found.total.allowance):
        yield INDENT + line
    if found.agreement is None or found.agreement.money.home_a_day is None:
        yield INDENT + balance_sentences.most_exempt()


def _remarks(found: YearBalance) -> Iterator[str]:
    if found.hints:
        yield _("Remarks")
    for hint in found.hints:
        yield INDENT + balance_words.hint(hint)
        yield INDENT * 2 + balance_words.ground(hint)
