"""What the files of the day log show: frozen values with finished texts."""

from __future__ import annotations

from typing import NamedTuple


class Preview(NamedTuple):
    """What taking a file in would do; without `can_take` there is nothing to take."""

    title: str
    lines: tuple[str, ...]
    can_take: bool


class Refusal(NamedTuple):
    """Why a file was not taken in: the first problems, and how many more there are."""

    title: str
    text: str
    more: str


class FilesPage(NamedTuple):
    """The four buttons, how far a calendar goes, and what came of a file.

    `is_new` tells that a file was read just now: the keyboard goes to what can be done.
    """

    calendar_note: str
    untils: tuple[tuple[int, str], ...]
    until: int
    can_save: bool
    preview: Preview | None
    refusal: Refusal | None
    is_new: bool = False
