"""Copies by day: checked, rotated, and put back on request (TM-74)."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from datetime import date
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import (
    DamagedFileError,
    ThuiswerkplekError,
    UnwritableFileError,
)
from thuiswerkplek.storage import atomic, worker_file
from thuiswerkplek.storage.atomic import flush_folder, unwritable
from thuiswerkplek.storage.sqlite_file import ours, restrict, side_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from thuiswerkplek.storage.paths import DataFolder

DAYS, WEEKS, MONTHS = 7, 4, 6
WORKER, PRIVATE = "worker", "private"

# Forgetting waits for a copy that is being made, so that none appears after it.
_turn = threading.Lock()


def copy_of_the_day(folder: DataFolder, today: date) -> Path | None:
    """Copy the worker's file once a day, check the copy and drop old ones.

    Returns the copy, or None when there was nothing to copy or today's exists.

    Raises:
        DamagedFileError: what was copied is damaged: that is not kept, so no good
            copy makes room for it.
        FileProblem: the copy could not be made.
    """
    if not folder.worker_file.exists():
        return None

    def write(part: Path) -> bool:
        _copy(folder.worker_file, part)
        if not is_sound(part):
            raise DamagedFileError(folder.worker_file)
        return True

    return keep(folder, WORKER, today, write)


def copy_before_migration(folder: DataFolder, today: date) -> Path | None:
    """Copy the worker's file in its old layout, in place of an earlier copy of today.

    The step to the new layout is tried on a copy first.

    Raises:
        FileProblem: the copy could not be made; nothing may be migrated then.
    """

    def write(part: Path) -> bool:
        _copy(folder.worker_file, part)
        if not is_sound(part):
            raise DamagedFileError(folder.worker_file)
        _remove(part)
        _copy(folder.worker_file, part)
        return True

    return keep(folder, WORKER, today, write, is_anew=True)


def keep(
    folder: DataFolder,
    kind: str,
    today: date,
    write: Callable[[Path], bool],
    *,
    is_anew: bool = False,
) -> Path | None:
    """Keep what `write` makes as the copy of a day, and drop old copies of its kind.

    `write` gets the path to write at and tells whether there is anything to keep.

    Raises:
        UnwritableFileError: the copy could not be kept, and nothing of it is left.
    """
    target = folder.backups / f"{kind}-{today.isoformat()}.db"
    if target.exists() and not is_anew:
        return None
    part = target.with_suffix(".part")
    with _turn:
        try:
            folder.backups.mkdir(mode=0o700, exist_ok=True)
            _remove(part, *side_files(part))
            if not write(part):
                return None
            _move(part, target)
            flush_folder(folder.backups)
            _rotate(folder.backups, kind)
        except OSError as error:
            raise unwritable(target, error) from error
        finally:
            with contextlib.suppress(OSError):
                _remove(part, *side_files(part))
    return target


def newest_sound_copy(folder: DataFolder) -> Path | None:
    """Return the newest copy of the worker's file that passes its checks."""
    return next((path for path in copies(folder, WORKER) if is_sound(path)), None)


def copies(folder: DataFolder, kind: str) -> list[Path]:
    """Return our copies, newest first; other files in the folder are left alone."""
    return _copies(folder.backups, kind)


def day_of(copy: Path) -> date:
    """Return the day a copy was made."""
    return date.fromisoformat(copy.stem.partition("-")[2])


def put_back(folder: DataFolder, copy: Path) -> Path:
    """Use a copy instead of the damaged file, and return where that one is kept.

    Raises:
        UnwritableFileError: nothing changed.
    """
    return replace(folder.worker_file, copy)


def replace(live: Path, copy: Path) -> Path:
    """Use a copy instead of a damaged file, and return where that one is kept.

    Raises:
        UnwritableFileError: nothing changed.
    """
    number = 1
    while (kept := live.with_name(f"{live.stem}-damaged-{number}.db")).exists():
        number += 1
    fresh = live.with_suffix(".fresh")
    moved: list[tuple[Path, Path]] = []
    try:
        atomic.write(fresh, copy.read_bytes())
        for source, target in zip(
            (live, *side_files(live)), (kept, *side_files(kept)), strict=True
        ):
            if source.exists():
                source.replace(target)
                moved.append((source, target))
        fresh.replace(live)
    except OSError as error:
        _undo(moved, fresh)
        raise unwritable(live, error) from error
    return kept


def _undo(moved: list[tuple[Path, Path]], fresh: Path) -> None:
    """Put what was moved aside where it was: without it a new file would be made."""
    for source, target in reversed(moved):
        with contextlib.suppress(OSError):
            target.replace(source)
    with contextlib.suppress(OSError):
        fresh.unlink(missing_ok=True)


def forget_all(folder: DataFolder) -> None:
    """Destroy every copy, and damaged files that were kept: part of erasing (AVG 17).

    Raises:
        UnwritableFileError: a file cannot be removed.
    """
    for kind in (WORKER, PRIVATE):
        forget(folder, kind)


def forget(folder: DataFolder, kind: str) -> None:
    """Destroy every copy of one kind, and damaged files that were kept.

    Raises:
        UnwritableFileError: a file cannot be removed.
    """
    with _turn:
        try:
            for path in (
                *folder.backups.glob(f"{kind}-*"),
                *folder.root.glob(f"{kind}-damaged-*"),
            ):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise UnwritableFileError(folder.backups, "refused") from error


def is_sound(path: Path) -> bool:
    """Return whether a file of the worker opens and passes every check."""
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


def _move(part: Path, target: Path) -> None:
    """Move a copy into place; a journal that belongs to it goes first."""
    for source, there in zip(side_files(part), side_files(target), strict=True):
        if source.exists():
            source.replace(there)
    part.replace(target)


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _copies(folder: Path, kind: str) -> list[Path]:
    found = (path for path in folder.glob(f"{kind}-????-??-??.db") if _is_dated(path))
    return sorted(found, reverse=True)


def _is_dated(path: Path) -> bool:
    try:
        day_of(path)
    except ValueError:
        return False
    return True


def _rotate(folder: Path, kind: str) -> None:
    """Keep the newest of 7 days, of 4 weeks and of 6 months, with what is beside it."""
    found = _copies(folder, kind)
    kept = set(found[:DAYS])
    by_week: dict[tuple[int, int], Path] = {}
    by_month: dict[tuple[int, int], Path] = {}
    for copy in found:
        day = day_of(copy)
        by_week.setdefault(day.isocalendar()[:2], copy)
        by_month.setdefault((day.year, day.month), copy)
    kept.update(list(by_week.values())[:WEEKS], list(by_month.values())[:MONTHS])
    for copy in found:
        if copy not in kept:
            _remove(copy, *side_files(copy), copy.with_suffix(".json"))
