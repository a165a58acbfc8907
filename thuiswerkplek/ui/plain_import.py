"""Gives Python's own `import` back after PySide put another in its place.

PySide's serves `from __feature__ import snake_case`, which nobody here uses, and for it
reads the source of every module that comes after: 8 ms of the start. A PySide without
that import is left as it is.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import in place

vars(builtins)["__import__"] = getattr(builtins, "__orig_import__", builtins.__import__)
