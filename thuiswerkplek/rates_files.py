"""The data files of rates and peaks: read through `assets`, validated on loading."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from thuiswerkplek import assets
from thuiswerkplek.domain import rates_reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thuiswerkplek.domain.peaks import Peaks
    from thuiswerkplek.domain.rates import Rates

FOLDER = "rates"


@cache
def rates() -> Rates:
    """Return the rates, read and validated once.

    Raises:
        RatesError: the files contradict themselves.
    """
    return rates_reading.read_rates(parsed())


@cache
def peaks() -> Peaks:
    """Return the peaks, read and validated once.

    Raises:
        RatesError: the files contradict themselves.
    """
    return rates_reading.read_peaks(parsed())


@cache
def parsed() -> Mapping[str, Any]:
    """Return the parsed files by name; numbers with a fraction stay exact."""
    return {
        path.stem: tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        for path in sorted(assets.path(FOLDER).glob("*.toml"))
    }
