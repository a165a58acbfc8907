"""Copies of the worker's file: checked, rotated, and put back on request (TM-74)."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.storage import worker_file
from thuiswerkplek.storage.sqlite_file import restrict

if TYPE_CHECKING:
    from pathlib import Path

    from thuiswerkplek.storage.paths import DataFolder

DAYS, WEEKS, MONTHS = 7, 4, 6


def copy_of_the_day(folder: DataFolder, today: date) -> Path | None:
    """Copy the worker's file once a day, check the copy and drop old ones.

    Returns the copy, or None when there was nothing to copy or today's exists.
    """
    target = folder.backups / f"worker-{today.isoformat()}.db"
    if target.exists() or not folder.worker_file.exists():
        return None
    folder.backups.mkdir(mode=0o700, exist_ok=True)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    _copy(folder.worker_file, part)
    if not is_sound(part):
        part.unlink()
        return None
    restrict(part)
    part.replace(target)
    _rotate(folder.backups)
    return target


def newest_sound_copy(folder: DataFolder) -> Path | None:
    """Return the newest copy that passes its checks."""
    return next((path for path in _copies(folder.backups) if is_sound(path)), None)


def day_of(copy: Path) -> date:
    """Return the day a copy was made."""
    return date.fromisoformat(copy.stem.removeprefix("worker-"))


def put_back(folder: DataFolder, copy: Path) -> Path:
    """Use a copy instead of the damaged file, and return where that one is kept."""
    number = 1
    while (kept := folder.root / f"worker-damaged-{number}.db").exists():
        number += 1
    folder.worker_file.replace(kept)
    for suffix in ("-wal", "-shm"):
        side = folder.root / (folder.worker_file.name + suffix)
        if side.exists():
            side.replace(folder.root / (kept.name + suffix))
    shutil.copyfile(copy, folder.worker_file)
    return kept


def is_sound(path: Path) -> bool:
    """Return whether a file opens and passes every check."""
    try:
        store = worker_file.open_worker_file(path)
    except ThuiswerkplekError:
        return False
    try:
        return store.verify()
    finally:
        store.close()


def _copy(source: Path, target: Path) -> None:
    reading, writing = sqlite3.connect(source), sqlite3.connect(target)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()


def _copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("worker-????-??-??.db"), reverse=True)


def _rotate(folder: Path) -> None:
    """Keep the newest of 7 days, of 4 weeks and of 6 months."""
    copies = _copies(folder)
    kept = set(copies[:DAYS])
    by_week: dict[tuple[int, int], Path] = {}
    by_month: dict[tuple[int, int], Path] = {}
    for copy in copies:
        day = day_of(copy)
        by_week.setdefault(day.isocalendar()[:2], copy)
        by_month.setdefault((day.year, day.month), copy)
    kept.update(list(by_week.values())[:WEEKS], list(by_month.values())[:MONTHS])
    for copy in copies:
        if copy not in kept:
            copy.unlink()
