"""What is shown about asking to work elsewhere: values with finished texts."""

from __future__ import annotations

from typing import NamedTuple


class Statement(NamedTuple):
    """A statement with its layer and its ground; no layer is plain information."""

    layer: str
    layer_word: str
    text: str
    ground: str


class RequestDay(NamedTuple):
    """A day that matters for the request."""

    label: str
    day: str


class RequestSheet(NamedTuple):
    """The days for a wanted start, and what is told about asking."""

    title: str
    information: str
    text: str
    start_label: str
    start_help: str
    start: str
    problem: str
    days: tuple[RequestDay, ...]
    ground: str
    remark: str
    statements_title: str
    statements: tuple[Statement, ...]
