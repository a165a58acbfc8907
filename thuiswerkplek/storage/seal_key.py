"""The key that seals this installation's reports, in a file for its owner alone."""

from __future__ import annotations

import secrets
from threading import Lock
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import (
    MissingFileError,
    RefusedReportError,
    UnwritableFileError,
)
from thuiswerkplek.exchange.keys import SEED_SIZE, SigningKey
from thuiswerkplek.storage import atomic, files

if TYPE_CHECKING:
    from pathlib import Path

_ONE_AT_A_TIME = Lock()  # two first pages at once must not get two keys


class SealKeyFile:
    """Thirty-two secret bytes; losing them is no disaster (TM-25).

    They are in no export and no copy of the day: another computer is another
    installation, and says so by its key.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def key(self) -> SigningKey:
        """Return the key; a new one is made when it is lost or damaged.

        Raises:
            UnreadableFileError: it is there, but may not be read; it is left alone.
            UnwritableFileError: a new one cannot be kept.
        """
        with _ONE_AT_A_TIME:
            return SigningKey(self._read() or self._make())

    def forget(self) -> None:
        """Destroy the key: part of erasing.

        Raises:
            UnwritableFileError: it cannot be removed.
        """
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise UnwritableFileError(self._path, "refused") from error

    def _read(self) -> bytes | None:
        try:
            seed = files.read(self._path, limit=SEED_SIZE)
        except (MissingFileError, RefusedReportError):
            return None
        # Zeros are what a crash can leave, and would be a key that everybody knows.
        is_whole = len(seed) == SEED_SIZE and any(seed)
        return seed if is_whole else None

    def _make(self) -> bytes:
        seed = secrets.token_bytes(SEED_SIZE)
        atomic.write(self._path, seed)
        return seed
