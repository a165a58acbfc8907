"""What the form of a worker's habits shows, as finished texts; no Qt here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.plan_models import TextBox


class Measure(StrEnum):
    """A number of the form."""

    DAY = "day"
    FIRST = "first"
    KM = "km"
    TRAVEL = "travel"


class Pick(StrEnum):
    """A choice of the form from a list."""

    WORKPLACE = "workplace"
    MODE = "mode"
    THERE = "there"
    BACK = "back"
    MAY_5 = "may5"


class Clock(StrEnum):
    """A time of the worker's own peaks."""

    MORNING_BEGIN = "morning-begin"
    MORNING_UNTIL = "morning-until"
    EVENING_BEGIN = "evening-begin"
    EVENING_UNTIL = "evening-until"


class NumberBox(NamedTuple):
    """A number with its bounds; None is not told, where it need not be."""

    value: float | None
    low: float
    high: float
    step: float
    decimals: int
    note: str = ""


class PickBox(NamedTuple):
    """A list: codes with their words, and the one in force; hidden without a choice."""

    items: tuple[tuple[str, str], ...]
    current: str
    is_shown: bool = True


class PeakSheet(NamedTuple):
    """The peaks that are usual, and the worker's own when there are any."""

    usual: str
    has_own: bool
    clocks: dict[Clock, TextBox]


class HabitsSheet(NamedTuple):
    """The whole form."""

    numbers: dict[Measure, NumberBox]
    picks: dict[Pick, PickBox]
    good_friday: bool
    peaks: PeakSheet
