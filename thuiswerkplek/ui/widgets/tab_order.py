"""The way of the Tab key through a page that is filled bit by bit."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtWidgets

if TYPE_CHECKING:
    from collections.abc import Sequence


def chain(stops: Sequence[QtWidgets.QWidget]) -> None:
    """Let the keyboard go from one to the next; what is made later comes last."""
    for one, other in pairwise(stops):
        QtWidgets.QWidget.setTabOrder(one, other)
