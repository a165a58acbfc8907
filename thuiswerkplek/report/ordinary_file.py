"""A stranger's file is read only when it is an ordinary one (TM-40)."""

from __future__ import annotations

import os
import stat
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from thuiswerkplek.domain.errors import (
    MissingFileError,
    RefusedReportError,
    UnreadableFileError,
)

if TYPE_CHECKING:
    from pathlib import Path

# Neither follow a link nor wait for the other end of a pipe. Windows has none of
# these but the first two; there the look at the name beforehand is what tells.
_OPENED: Final = ("O_BINARY", "O_NOINHERIT", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK")
_FLAGS: Final = reduce(or_, (getattr(os, name, 0) for name in _OPENED), os.O_RDONLY)


def content(path: Path, *, limit: int) -> bytes:
    """Return the bytes of an ordinary file; anything else is not even opened.

    Raises:
        MissingFileError: it is not there.
        UnreadableFileError: `link`, `folder`, `not-a-file` or `refused`.
        RefusedReportError: `too-large`.
    """
    try:
        _check_kind(path, os.lstat(path))
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            found = os.fstat(file.fileno())
            _check_kind(path, found)  # it may have been put in between
            if found.st_size > limit:
                raise RefusedReportError("too-large", str(limit))
            read = file.read(limit + 1)
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, "refused") from error
    if len(read) > limit:  # it grew meanwhile
        raise RefusedReportError("too-large", str(limit))
    return read


def _check_kind(path: Path, found: os.stat_result) -> None:
    if stat.S_ISREG(found.st_mode):
        return
    if stat.S_ISLNK(found.st_mode):
        raise UnreadableFileError(path, "link")
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFileError(path, "folder")
    raise UnreadableFileError(path, "not-a-file")
