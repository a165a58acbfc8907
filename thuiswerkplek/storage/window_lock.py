"""One window per data folder; the system lets go when a process dies (TM-113)."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from thuiswerkplek.storage.sqlite_file import ours

if TYPE_CHECKING:
    from pathlib import Path


class WindowLock:
    """Held as long as a window works with the folder.

    A database file held exclusively is a lock that every system supports, that
    needs no cleaning up after a crash, and no library.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        except sqlite3.DatabaseError as error:
            raise ours(path, error) from error
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise ours(path, error) from error

    def release(self) -> None:
        """Let another window in."""
        self._connection.close()
