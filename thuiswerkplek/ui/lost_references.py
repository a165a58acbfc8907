"""A stay against a fault of PySide6 6.12 under Python before 3.12.

Its wheel returns None, True, False and NotImplemented as the limited API of 3.12 does,
without counting them: from 3.12 on nobody counts those. Before that every such call
takes a reference that was never given, and after some thousand calls the interpreter
aborts in `none_dealloc`. Holding them for good costs nothing. To be removed when the
oldest supported Python is 3.12.
"""

from __future__ import annotations

import sys

_LOST = (None, True, False, NotImplemented) if sys.version_info < (3, 12) else ()

# Enough for the start; the rest is held once the window stands, since ctypes costs
# milliseconds before the first paint.
_HELD_AT_FIRST = _LOST * 50_000


def hold() -> None:
    """Keep what PySide6 forgets to count for as long as the program runs."""
    if not _LOST:
        return
    import ctypes

    for one in _LOST:
        ctypes.c_ssize_t.from_address(id(one)).value += 1 << 60
