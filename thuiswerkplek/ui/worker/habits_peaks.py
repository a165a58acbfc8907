"""The worker's own peaks: times that are typed one by one and kept two by two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.habits import Habits, PeakHours
from thuiswerkplek.sentences import sentence
from thuiswerkplek.ui.worker import habits_texts, typed_time
from thuiswerkplek.ui.worker.habits_models import Clock
from thuiswerkplek.ui.worker.plan_models import TextBox

if TYPE_CHECKING:
    from datetime import time

    from thuiswerkplek.domain.peaks import PeakTimes, Window

MORNING = (Clock.MORNING_BEGIN, Clock.MORNING_UNTIL)
EVENING = (Clock.EVENING_BEGIN, Clock.EVENING_UNTIL)
PEAKS = (MORNING, EVENING)


class TypedPeaks:
    """What was typed for the peaks and cannot be kept yet, with why."""

    def __init__(self) -> None:
        self._typed: dict[Clock, str] = {}
        self._problems: dict[Clock, str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether all that was typed is kept."""
        return not self._typed

    def forget(self) -> None:
        """Let go of what was typed."""
        self._typed, self._problems = {}, {}

    def boxes(self, habits: Habits) -> dict[Clock, TextBox]:
        """Return the four times as typed, or else as kept."""
        kept = _kept(habits)
        return {
            clock: TextBox(
                self._typed.get(clock, kept[clock]), self._problems.get(clock, "")
            )
            for clock in Clock
        }

    def type(self, clock: Clock, text: str, habits: Habits) -> Habits:
        """Take a typed time; return the habits with it once its peak is whole."""
        self._typed[clock] = text.strip()
        peak = MORNING if clock in MORNING else EVENING
        new = self._taken(peak, habits)
        if new is None:
            return habits
        for one in peak:
            self._typed.pop(one, None)
        return new

    def _taken(self, peak: tuple[Clock, Clock], habits: Habits) -> Habits | None:
        """Return the habits with a peak as typed, or None with the problems noted."""
        kept = _kept(habits)
        texts = {clock: self._typed.get(clock, kept[clock]) for clock in peak}
        for clock, text in texts.items():
            self._problems[clock] = _problem(text)
        if any(self._problems[clock] for clock in peak):
            return None
        if all(texts.values()):
            return self._with_hours(peak, texts, habits)
        if any(texts.values()):
            empty = next(clock for clock, text in texts.items() if not text)
            self._problems[empty] = habits_texts.both_times()
            return None
        return _with(habits, peak, None)

    def _with_hours(
        self, peak: tuple[Clock, Clock], texts: dict[Clock, str], habits: Habits
    ) -> Habits | None:
        begin, until = (typed_time.read(texts[clock]) or 0 for clock in peak)
        try:
            return _with(habits, peak, PeakHours(begin, until))
        except ValueRefusedError as error:
            self._problems[peak[1]] = sentence(error)
            return None


def usual(times: PeakTimes | None, habits: Habits) -> Habits:
    """Return the habits with the usual peaks as the worker's own, to change them."""
    if times is None:
        return habits
    morning, evening, _tolerance = times.windows
    return replace(habits, morning=_hours(morning), evening=_hours(evening))


def _with(habits: Habits, peak: tuple[Clock, Clock], hours: PeakHours | None) -> Habits:
    if peak is MORNING:
        return replace(habits, morning=hours)
    return replace(habits, evening=hours)


def _problem(text: str) -> str:
    is_time = not text or typed_time.read(text) is not None
    return "" if is_time else typed_time.problem()


def _kept(habits: Habits) -> dict[Clock, str]:
    kept = dict.fromkeys(Clock, "")
    for (begin, until), hours in zip(
        PEAKS, (habits.morning, habits.evening), strict=True
    ):
        if hours is not None:
            kept[begin] = typed_time.show(hours.begin)
            kept[until] = typed_time.show(hours.until)
    return kept


def _hours(window: Window | None) -> PeakHours | None:
    if window is None:
        return None
    return PeakHours(_minutes(window.start), _minutes(window.end))


def _minutes(moment: time) -> int:
    return moment.hour * typed_time.MINUTES_AN_HOUR + moment.minute
