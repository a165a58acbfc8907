"""Write a file whole or not at all (TM-61)."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path

from thuiswerkplek.domain.errors import UnwritableFileError

_SCANNER_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write(path: Path, content: bytes) -> None:
    """Write beside the target, flush to disk, then move into place.

    Only the owner can read the result. On failure the old file is as it was.

    Raises:
        UnwritableFileError: `detail` is `folder`, `no-folder`, `full` or `refused`.
    """
    try:
        if path.is_dir():
            raise UnwritableFileError(path, "folder")
        if not path.parent.is_dir():
            raise UnwritableFileError(path, "no-folder")
        _write_beside(path, content)
        flush_folder(path.parent)
    except (OSError, ValueError) as error:  # a name can be too long, or hold a NUL
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError | ValueError) -> UnwritableFileError:
    """Return our error for what the system said: a full disk, or refused."""
    is_full = isinstance(error, OSError) and error.errno in _FULL
    return UnwritableFileError(path, "full" if is_full else "refused")


def _write_beside(path: Path, content: bytes) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _move(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _move(temporary: Path, path: Path) -> None:
    """Replace the target; on Windows wait out a scanner that has it open (TM-61)."""
    for seconds in _SCANNER_WAITS:
        try:
            temporary.replace(path)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(seconds)
        else:
            return
    temporary.replace(path)


def flush_folder(folder: Path) -> None:
    """Make sure a name that was just put in a folder survives a power cut."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
