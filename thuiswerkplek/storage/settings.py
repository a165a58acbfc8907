"""Preferences in a small versioned file; what cannot be read falls back to defaults."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from thuiswerkplek.domain.preferences import (
    MINUTES_A_DAY,
    TEXT_SCALES,
    Preferences,
    Role,
    Scheme,
)
from thuiswerkplek.storage import atomic
from thuiswerkplek.storage.paths import DataFolder

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1


class SettingsFile:
    """The preferences of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Preferences:
        """Return the preferences; bad ones are defaults, looks are worth no error."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return _preferences(found)
        except (OSError, ValueError, KeyError, TypeError):
            return Preferences()

    def write(self, preferences: Preferences) -> None:
        """Keep the preferences; the first choice may come before anything else is kept.

        Raises:
            UnwritableFileError: the folder or the file cannot be written.
        """
        DataFolder(self._path.parent).make()
        content = json.dumps({"format": FORMAT, **asdict(preferences)}, indent=2)
        atomic.write(self._path, content.encode())


def _preferences(found: dict[str, object]) -> Preferences:
    if found["format"] != FORMAT:
        return Preferences()
    role = found["role"]
    return Preferences(
        role=None if role is None else Role(str(role)),
        language=str(found["language"]),
        scheme=Scheme(str(found["scheme"])),
        text_percent=_text_percent(found["text_percent"]),
        goes_on_by_itself=bool(found["goes_on_by_itself"]),
        # Files from before the day log have no tray and no reminder.
        stays_in_tray=found.get("stays_in_tray") is True,
        reminds_at=_minutes(found.get("reminds_at")),
    )


def _text_percent(found: object) -> int:
    return found if isinstance(found, int) and found in TEXT_SCALES else 100


def _minutes(found: object) -> int | None:
    if not isinstance(found, int) or isinstance(found, bool):
        return None
    return found if found in range(MINUTES_A_DAY) else None
