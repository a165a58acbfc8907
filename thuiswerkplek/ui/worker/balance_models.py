"""What the page *Balans* says around its parts, and which screens it has."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Screen(StrEnum):
    """What the page shows: the calendar, or one of the screens beside it."""

    CALENDAR = "calendar"
    PLAN = "plan"
    AGREEMENT = "agreement"


class BalanceWords(NamedTuple):
    """The words of the page itself."""

    title: str
    lead: str
    plan_word: str
    agreement_word: str
