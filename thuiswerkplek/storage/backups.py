"""Copies of the worker's file: checked, rotated, and put back on request (TM-74)."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import ThuiswerkplekError, UnwritableFileError
from thuiswerkplek.storage import atomic, worker_file
from thuiswerkplek.storage.atomic import flush_folder
from thuiswerkplek.storage.sqlite_file import ours, restrict, side_files

if TYPE_CHECKING:
    from pathlib import Path

    from thuiswerkplek.storage.paths import DataFolder

DAYS, WEEKS, MONTHS = 7, 4, 6


def copy_of_the_day(folder: DataFolder, today: date) -> Path | None:
    """Copy the worker's file once a day, check the copy and drop old ones.

    Returns the copy, or None when there was nothing to copy, today's exists, or what
    was copied is damaged: that is not kept, so no good copy makes room for it.

    Raises:
        FileProblem: the copy could not be made.
    """
    target = folder.backups / f"worker-{today.isoformat()}.db"
    if target.exists() or not folder.worker_file.exists():
        return None
    part = target.with_suffix(".part")
    try:
        folder.backups.mkdir(mode=0o700, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(folder.worker_file, part)
        if not is_sound(part):
            return None
        part.replace(target)
        flush_folder(folder.backups)
        _rotate(folder.backups)
    except OSError as error:
        raise UnwritableFileError(target, "refused") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def newest_sound_copy(folder: DataFolder) -> Path | None:
    """Return the newest copy that passes its checks."""
    return next((path for path in _copies(folder.backups) if is_sound(path)), None)


def day_of(copy: Path) -> date:
    """Return the day a copy was made."""
    return date.fromisoformat(copy.stem.removeprefix("worker-"))


def put_back(folder: DataFolder, copy: Path) -> Path:
    """Use a copy instead of the damaged file, and return where that one is kept.

    Raises:
        UnwritableFileError: nothing changed.
    """
    number = 1
    while (kept := folder.root / f"worker-damaged-{number}.db").exists():
        number += 1
    fresh = folder.worker_file.with_suffix(".fresh")
    try:
        atomic.write(fresh, copy.read_bytes())
        moves = zip(
            (folder.worker_file, *side_files(folder.worker_file)),
            (kept, *side_files(kept)),
            strict=True,
        )
        for source, target in moves:
            if source.exists():
                source.replace(target)
        fresh.replace(folder.worker_file)
    except OSError as error:
        raise UnwritableFileError(folder.worker_file, "refused") from error
    return kept


def forget_all(folder: DataFolder) -> None:
    """Destroy every copy, and damaged files that were kept: part of erasing (AVG 17).

    Raises:
        UnwritableFileError: a file cannot be removed.
    """
    try:
        for path in (
            *folder.backups.glob("worker-*"),
            *folder.root.glob("worker-damaged-*"),
        ):
            path.unlink()
    except OSError as error:
        raise UnwritableFileError(folder.backups, "refused") from error


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
    try:
        with (
            contextlib.closing(sqlite3.connect(source)) as reading,
            contextlib.closing(sqlite3.connect(target)) as writing,
        ):
            restrict(target)
            reading.backup(writing)
    except sqlite3.DatabaseError as error:
        raise ours(source, error) from error


def _copies(folder: Path) -> list[Path]:
    """Return our copies, newest first; other files in the folder are left alone."""
    found = (path for path in folder.glob("worker-????-??-??.db") if _is_dated(path))
    return sorted(found, reverse=True)


def _is_dated(path: Path) -> bool:
    try:
        day_of(path)
    except ValueError:
        return False
    return True


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
