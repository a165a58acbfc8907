"""How somebody wants the program: role, language, looks, pace and reminders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Which of its users the window is for; more roles follow with their screens."""

    WORKER = "worker"


class Scheme(StrEnum):
    """Which colours the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


TEXT_SCALES = (100, 125, 150, 175, 200)
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Preferences:
    """Choices of the *Instellingen* page; `text_percent` is 100 to 200.

    `reminds_at` is in minutes after midnight on the worker's own clock, None for no
    reminder.
    """

    role: Role | None = None
    language: str = ""
    scheme: Scheme = Scheme.SYSTEM
    text_percent: int = 100
    goes_on_by_itself: bool = True
    stays_in_tray: bool = False
    reminds_at: int | None = None
