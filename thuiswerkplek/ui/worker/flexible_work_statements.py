"""What is told about asking to work elsewhere, with its sources; no Qt."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from thuiswerkplek import assets, words
from thuiswerkplek.domain.catalogue import Certainty, Layer
from thuiswerkplek.i18n import Language, _, current, ngettext
from thuiswerkplek.ui.worker.flexible_work_models import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from thuiswerkplek.domain.rates import Rate, Rates

FILE = "guidance/flexible-work.toml"
SERIES = "flexible-work/"
INFORMATION = "information"


class Known(NamedTuple):
    """One statement of the file; with a rate its ground is that of the rate."""

    layer: str
    rate: str
    certainty: Certainty | None
    sources: tuple[str, ...]
    texts: Mapping[Language, str]


@cache
def known() -> tuple[Known, ...]:
    """Return the statements of the file, read once."""
    found = tomllib.loads(assets.read_text(FILE))["statements"]
    return tuple(map(_known, found))


def _known(entry: Mapping[str, Any]) -> Known:
    certainty = entry.get("certainty")
    return Known(
        layer=entry["layer"],
        rate=entry.get("rate", ""),
        certainty=Certainty(certainty) if certainty else None,
        sources=tuple(entry.get("sources", ())),
        texts={one: entry[one.value] for one in Language if one.value in entry},
    )


def statements(rates: Rates, day: date) -> tuple[Statement, ...]:
    """Return what is told about a request that is to begin on a day."""
    found = (_statement(one, rates, day) for one in known())
    return tuple(one for one in found if one is not None)


def _statement(one: Known, rates: Rates, day: date) -> Statement | None:
    if not one.rate:
        text = one.texts[current()]
        return Statement(*_layer(one.layer), text, _ground(one.certainty, one.sources))
    rate = rates.rate(SERIES + one.rate, day)
    if rate is None:
        return None  # what is not known is not told
    text = one.texts.get(current()) or rate.basis.note.get(current(), "")
    unit = rates.series[SERIES + one.rate].unit
    return Statement(
        *_layer(one.layer), text.format(term=_term(rate, unit)), ground(rates, [rate])
    )


def _layer(code: str) -> tuple[str, str]:
    """Return the code of the tag and its word."""
    if code == INFORMATION:
        return "", _("information")
    return code, words.layer(Layer(code))


def _term(rate: Rate, unit: str) -> str:
    count = int(rate.value or 0)
    text = {
        "week": ngettext("{count} week", "{count} weeks", count),
        "month": ngettext("{count} month", "{count} months", count),
    }.get(unit, "{count}")
    return text.format(count=count)


def ground(rates: Rates, found: Iterable[Rate]) -> str:
    """Return on whose word rates stand, and how certain that is."""
    rows = list(found)
    ids = dict.fromkeys(one for rate in rows for one in rate.basis.sources)
    sources = [rates.sources[one] for one in ids]
    names = [", ".join(filter(None, (one.name, one.dated))) for one in sources]
    order = list(Certainty)
    least = max((rate.basis.certainty for rate in rows), key=order.index)
    return _ground(least, names)


def _ground(certainty: Certainty | None, sources: Iterable[str]) -> str:
    if certainty is None:
        return ""
    text = _("Source: {sources}. {certainty}")
    return text.format(sources="; ".join(sources), certainty=words.certainty(certainty))
