"""From the parsed data files to validated rates and peaks."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from thuiswerkplek.domain.catalogue import Certainty
from thuiswerkplek.domain.daylog import Mode
from thuiswerkplek.domain.errors import RatesError, ValueRefusedError
from thuiswerkplek.domain.peaks import (
    Peaks,
    PeakTimes,
    PeakWindows,
    Profile,
    Window,
    windows,
)
from thuiswerkplek.domain.rates import (
    Basis,
    Rate,
    Rates,
    Series,
    Source,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Entry: TypeAlias = Mapping[str, Any]

SOURCES = "sources"
PEAKS = "peaks"
LANGUAGES = ("nl", "en")
FACTOR_FILES = ("wpm-factors", "national-factors")

ENTRY_KEYS = {
    *("value", "valid_from", "valid_to", "known_from", "replaced_on"),
    *("status", "certainty", "sources", "morning", "evening", *LANGUAGES),
}
SERIES_KEYS = {"unit", "covers", "means", "fuel", "modes", "tolerance", "entries"}

# What the code itself asks for, by name.
NEEDED = {
    *("allowances/home-day", "allowances/km", "allowances/allowances-a-day"),
    *("allowances/fixed-days-least", "allowances/fixed-days-paid"),
    *("allowances/fixed-full-week", "wpm/threshold"),
    *("cross-border/social-main-share", "cross-border/social-framework-share"),
    *("cross-border/social-watch", "cross-border/social-close"),
    *("cross-border/social-window", "spread/delay-least", "spread/delay-most"),
    *("spread/delay-range", "spread/smallest-group"),
}


def read_rates(files: Mapping[str, Entry]) -> Rates:
    """Build the rates from the parsed files, by name such as `allowances`.

    Raises:
        RatesError: a file misses something, or entries of one fact overlap, leave a
            gap, or say something their status does not allow.
    """
    sources = _sources(files)
    series = {
        f"{file}/{key}": _series(f"{file}/{key}", entry, sources)
        for file, content in files.items()
        if file not in {SOURCES, PEAKS}
        for key, entry in content.items()
    }
    missing = NEEDED - set(series)
    if missing:
        raise RatesError(min(missing), "is missing")
    for file in FACTOR_FILES:
        own = [found for name, found in series.items() if name.startswith(f"{file}/")]
        _check_modes(file, (mode for found in own for mode in found.covers))
    return Rates(series, sources)


def read_peaks(files: Mapping[str, Entry]) -> Peaks:
    """Build the peaks from the parsed files.

    Raises:
        RatesError: a profile contradicts itself, or a mode has not exactly one.
    """
    sources = _sources(files)
    with _reading(PEAKS):
        profiles = {
            key: _profile(key, entry, sources) for key, entry in files[PEAKS].items()
        }
    _check_modes(
        PEAKS, (mode for profile in profiles.values() for mode in profile.modes)
    )
    return Peaks(profiles)


@contextmanager
def _reading(where: str) -> Iterator[None]:
    """Name the entry that cannot be read; an error from further inside stands."""
    try:
        yield
    except ValueRefusedError as error:
        raise RatesError(where, f"{error.field}: {error.reason}") from error
    except (KeyError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
        raise RatesError(where, f"cannot be read: {error}") from error


def _sources(files: Mapping[str, Entry]) -> dict[str, Source]:
    with _reading(SOURCES):
        return {
            key: Source(key, entry["name"], entry.get("dated", ""))
            for key, entry in files[SOURCES].items()
        }


def _series(name: str, entry: Entry, sources: Mapping[str, Source]) -> Series:
    with _reading(name):
        _check_keys(name, entry, SERIES_KEYS)
        entries = tuple(_rate(name, item, sources) for item in entry["entries"])
        found = Series(
            name=name,
            unit=entry["unit"],
            covers=tuple(entry.get("covers", ())),
            means=entry.get("means", ""),
            fuel=entry.get("fuel", ""),
            entries=entries,
        )
    _check_times(name, [rate.basis for rate in entries])
    return found


def _rate(where: str, entry: Entry, sources: Mapping[str, Source]) -> Rate:
    basis = _basis(where, entry, sources)
    value = Decimal(entry["value"]) if "value" in entry else None
    if value is None and basis.status is not Status.UNKNOWN:
        raise RatesError(where, f"has no value from {basis.valid_from}")
    if value is not None and not (value.is_finite() and value >= 0):
        raise RatesError(where, f"cannot be {value}")
    return Rate(value, basis)


def _profile(key: str, entry: Entry, sources: Mapping[str, Source]) -> Profile:
    where = f"{PEAKS}/{key}"
    with _reading(where):
        _check_keys(where, entry, SERIES_KEYS)
        tolerance = entry.get("tolerance", 0)
        entries = tuple(
            PeakTimes(_windows(item, tolerance), _basis(where, item, sources))
            for item in entry["entries"]
        )
        modes = tuple(Mode(mode) for mode in entry.get("modes", ()))
    _check_times(where, [times.basis for times in entries])
    return Profile(key, modes, entries)


def _windows(entry: Entry, tolerance: int) -> PeakWindows:
    morning, evening = (
        Window(*entry[key]) if key in entry else None for key in ("morning", "evening")
    )
    return windows(morning, evening, tolerance)


def _basis(where: str, entry: Entry, sources: Mapping[str, Source]) -> Basis:
    _check_keys(where, entry, ENTRY_KEYS)
    note = {language: entry[language] for language in LANGUAGES if entry.get(language)}
    if note and len(note) < len(LANGUAGES):
        raise RatesError(where, "a language is missing")
    named = tuple(entry["sources"])
    if not named or not set(named) <= set(sources):
        raise RatesError(where, "names no source, or an unknown one")
    return Basis(
        valid_from=_day(entry["valid_from"]),
        valid_to=_optional_day(entry, "valid_to"),
        status=Status(entry["status"]),
        certainty=Certainty(entry["certainty"]),
        sources=named,
        note=note,
        known_from=_optional_day(entry, "known_from"),
        replaced_on=_optional_day(entry, "replaced_on"),
    )


def _day(value: Any) -> date:  # noqa: ANN401 - straight from the file
    if type(value) is not date:
        raise TypeError(value)
    return value


def _optional_day(entry: Entry, key: str) -> date | None:
    return _day(entry[key]) if key in entry else None


def _check_keys(where: str, entry: Entry, known: set[str]) -> None:
    """A mistyped `valid_too` would otherwise make an entry hold for ever."""
    strange = set(entry) - known
    if strange:
        raise RatesError(where, f"has {min(strange)}, which nothing reads")


def _check_times(where: str, found: list[Basis]) -> None:
    """Check that entries follow each other, proposals apart, at any moment of knowing.

    Between two publications nothing changes, so looking at those days is enough.
    """
    for basis in found:
        if basis.valid_to is not None and basis.valid_to < basis.valid_from:
            raise RatesError(where, f"ends before {basis.valid_from}")
    moments = {basis.known_from for basis in found} | {
        basis.replaced_on for basis in found
    }
    proposed = [basis for basis in found if basis.status is Status.PROPOSAL]
    settled = [basis for basis in found if basis.status is not Status.PROPOSAL]
    for moment in {None, date.min, *moments}:
        known = [basis for basis in settled if basis.was_known_on(moment)]
        _check_follow(where, known, may_leave_gaps=False)
        known = [basis for basis in proposed if basis.was_known_on(moment)]
        _check_follow(where, known, may_leave_gaps=True)


def _check_follow(where: str, found: list[Basis], *, may_leave_gaps: bool) -> None:
    if not found and not may_leave_gaps:
        raise RatesError(where, "has no entry")
    ordered = sorted(found, key=lambda basis: basis.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
            raise RatesError(where, f"overlaps at {later.valid_from}")
        is_next = earlier.valid_to + timedelta(days=1) == later.valid_from
        if not is_next and not may_leave_gaps:
            raise RatesError(where, f"leaves a gap before {later.valid_from}")


def _check_modes(where: str, covered: Iterable[str]) -> None:
    """Check that every mode of the day log is covered exactly once."""
    found = list(covered)
    for mode in Mode:
        if found.count(mode) != 1:
            raise RatesError(where, f"{mode} is not covered exactly once")
    strange = set(found) - set(Mode)
    if strange:
        raise RatesError(where, f"covers {min(strange)}, which is no mode")
