"""When the peaks are, and in which band of the day a clock time falls."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from thuiswerkplek.domain.daylog import Band, Mode
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.rates import Basis

MINUTES_AN_HOUR = 60
FRIDAY = 4


class Window(NamedTuple):
    """From `start` up to, but not including, `end`."""

    start: time
    end: time


class PeakWindows(NamedTuple):
    """The peaks of a workday; `tolerance` shortens each at both ends, in minutes.

    NS gives the traveller five minutes: 06:34 and 08:55 are off-peak (dossier 2.1).
    """

    morning: Window | None
    evening: Window | None
    tolerance: int = 0


class PeakTimes(NamedTuple):
    """The windows of a profile over some years, with their grounds."""

    windows: PeakWindows
    basis: Basis


class Profile(NamedTuple):
    """The peaks of one kind of user; `modes` are those it is the usual one for."""

    id: str
    modes: tuple[Mode, ...]
    entries: tuple[PeakTimes, ...]

    def on(self, day: date) -> PeakTimes | None:
        """Return the peaks that hold on a day, or None when they are unknown."""
        for times in self.entries:
            if times.basis.holds_on(day) and times.basis.is_usable:
                return times
        return None


class Peaks(NamedTuple):
    """All profiles by id."""

    profiles: Mapping[str, Profile]

    def usual(self, mode: Mode, day: date) -> PeakTimes | None:
        """Return the peaks that are usual for a mode on a day."""
        for profile in self.profiles.values():
            if mode in profile.modes:
                return profile.on(day)
        return None


def windows(
    morning: Window | None, evening: Window | None, tolerance: int = 0
) -> PeakWindows:
    """Return the peaks as somebody set them.

    Raises:
        ValueRefusedError: `out-of-range` when a peak is empty, ends before it begins,
            lies over the other one, or is gone after the tolerance.
    """
    found = [window for window in (morning, evening) if window is not None]
    is_long_enough = all(
        _minutes(window.end) - _minutes(window.start) > 2 * tolerance
        for window in found
    )
    is_in_order = morning is None or evening is None or morning.end <= evening.start
    if tolerance < 0 or not found or not is_long_enough or not is_in_order:
        raise ValueRefusedError("peak", "out-of-range")
    return PeakWindows(morning, evening, tolerance)


def band(
    peak: PeakWindows, moment: datetime, holidays: Container[date] = frozenset()
) -> Band:
    """Return the band of a moment in Dutch local time, such as a check-in.

    Weekends and public holidays have no peak.
    """
    day = moment.date()
    if day.weekday() > FRIDAY or day in holidays:
        return Band.OUTSIDE
    if _is_within(peak.morning, moment.time(), peak.tolerance):
        return Band.MORNING_PEAK
    if _is_within(peak.evening, moment.time(), peak.tolerance):
        return Band.EVENING_PEAK
    return Band.OUTSIDE


def longest_span(peak: PeakWindows, travel_minutes: int) -> int | None:
    """Return the most minutes at the office that avoid both peaks of a day.

    From the end of one to the start of the other, less the way from check-in to desk;
    breaks included (dossier 2.5). None when one of the peaks is not set.
    """
    if peak.morning is None or peak.evening is None:
        return None
    between = _minutes(peak.evening.start) - _minutes(peak.morning.end)
    return max(0, between - travel_minutes)


def _is_within(window: Window | None, moment: time, tolerance: int) -> bool:
    if window is None:
        return False
    start = _minutes(window.start) + tolerance
    return start <= _minutes(moment) < _minutes(window.end) - tolerance


def _minutes(moment: time) -> int:
    return moment.hour * MINUTES_AN_HOUR + moment.minute
