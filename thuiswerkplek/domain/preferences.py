"""How somebody wants the program: role, language, looks and pace."""

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


@dataclass(frozen=True, slots=True)
class Preferences:
    """Choices of the *Instellingen* page; `text_percent` is 100 to 200."""

    role: Role | None = None
    language: str = ""
    scheme: Scheme = Scheme.SYSTEM
    text_percent: int = 100
    goes_on_by_itself: bool = True
