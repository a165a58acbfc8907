"""Read a stranger's file under a limit; write ours whole or not at all."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from thuiswerkplek.domain.errors import (
    MissingFileError,
    RefusedReportError,
    UnreadableFileError,
)
from thuiswerkplek.storage.atomic import write

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read", "write"]


def read(path: Path, *, limit: int) -> bytes:
    """Return the bytes of an ordinary file.

    Raises:
        MissingFileError: it is not there.
        UnreadableFileError: `folder`, `not-a-file` or `refused`.
        RefusedReportError: `too-large`, before anything is read.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableFileError(path, "folder")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFileError(path, "not-a-file")
        if found.st_size > limit:
            raise RefusedReportError("too-large", str(limit))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, "refused") from error
