"""The figures of a month or year as plain numbers, and the remarks about the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_sentences, balance_words, words
from thuiswerkplek.domain.catalogue import Layer
from thuiswerkplek.domain.daylog import DayKind, Where
from thuiswerkplek.domain.hints import HintCode
from thuiswerkplek.domain.rates import Status
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker.year_models import Remark, Totals, Wpm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thuiswerkplek.domain.hints import Hint
    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.services.balance_figures import Period, YearBalance

ABOUT_PLACES = (HintCode.PLACE_UNCHECKED, HintCode.PLACE_USED_MORE)


def totals(found: YearBalance, month: int) -> Totals:
    """Return the figures of a month by its number, or of the year by 0."""
    period = found.months[month - 1] if month else found.total
    name = str(found.year)
    if month:
        name = f"{words.capital(balance_words.month(month))} {found.year}"
    agreed = balance_sentences.agreed(period.verdicts, () if month else found.unjudged)
    return Totals(
        title=_("{period} in numbers").format(period=name),
        figures=(*_days(period), *_travel(period)),
        sentences=tuple(_sentences(found, period, is_year=not month)),
        agreed=tuple(agreed),
    )


def _days(period: Period) -> Iterator[tuple[str, str]]:
    figures = period.figures
    halves = figures.half_days
    yield _("Days worked"), str(figures.worked_days)
    for where, name in (
        (Where.HOME, _("At home, in days")),
        (Where.OFFICE, _("At the office, in days")),
        (Where.ELSEWHERE, _("At another workplace, in days")),
        (Where.CUSTOMER, _("At a customer, in days")),
    ):
        if where in {Where.HOME, Where.OFFICE} or halves.get(where):
            yield name, balance_words.days(halves.get(where, 0))
    first = figures.kinds.get(DayKind.HOME_FIRST, 0)
    if first:
        yield _("First at home, then to the office"), str(first)
    if off := figures.kinds.get(DayKind.OFF, 0):
        yield _("Days not worked"), str(off)
    if period.home_share is not None:
        yield _("Share of the time at home"), balance_words.percent(period.home_share)
    if period.share_class is not None:
        name = balance_words.share_class(period.share_class)
        yield _("Group, by TNO's limits"), name


def _travel(period: Period) -> Iterator[tuple[str, str]]:
    avoided = period.avoided
    metres = sum(period.figures.metres.values())
    yield _("Trips to and from work avoided"), str(avoided.trips)
    yield _("Trips moved out of the peak"), str(avoided.shifted)
    yield _("Share of trips in a peak"), balance_words.percent(period.peak_share)
    saved = avoided.minutes
    yield (
        _("Travel time saved"),
        balance_words.unknown() if saved is None else balance_words.duration(saved),
    )
    yield (
        _("Not travelled"),
        balance_words.unknown()
        if avoided.metres is None
        else balance_words.km(avoided.metres),
    )
    yield _("Travelled"), balance_words.km(metres)


def _sentences(found: YearBalance, period: Period, *, is_year: bool) -> Iterator[str]:
    yield _("A day in two places is two halves. Planned days are not counted.")
    if is_year and found.longest_run is not None:
        yield balance_sentences.longest_run(found.longest_run)
    if period.peak_share is None:
        yield _("The share in a peak shows once trips have a time of day.")
    if period.avoided.minutes is None:
        yield _("Fill in how long your way to work takes to see the time saved.")
    if period.figures.metres:
        yield from map(balance_sentences.co2, period.carbon)
        yield _("Those lists count different things; they are never added up.")


def remarks(
    found: YearBalance, places: Mapping[WorkplaceId, str]
) -> tuple[Remark, ...]:
    """Return the remarks; one about a place offers its check."""
    return tuple(_remark(hint, places) for hint in found.hints)


def _remark(hint: Hint, places: Mapping[WorkplaceId, str]) -> Remark:
    place = "" if hint.workplace is None else places.get(hint.workplace, "")
    layer = _layer(hint)
    action = ""
    if hint.code in ABOUT_PLACES and place:
        is_again = hint.code is HintCode.PLACE_USED_MORE
        action = _("Check it again") if is_again else _("Do the check")
    return Remark(
        text=balance_words.hint(hint, place),
        layer="" if layer is None else layer.value,
        layer_word="" if layer is None else words.layer(layer),
        ground=balance_words.ground(hint),
        action=action,
        spoken=f"{action}: {place}" if action else "",
    )


def _layer(hint: Hint) -> Layer | None:
    """Return law only where a law asks it; what was agreed itself has no layer."""
    if hint.ground is None:
        return None
    return Layer.LAW if hint.ground.basis.status is Status.LAW else Layer.TIP


def travelled(found: YearBalance) -> Wpm | None:
    """Return the kilometres as an employer reports them; None without any."""
    if not found.wpm:
        return None
    return Wpm(
        note=_(
            "This is how an employer reports kilometres to the government (WPM). Days"
            " at home are not asked for."
        ),
        lines=tuple(map(balance_sentences.wpm_row, found.wpm)),
    )
