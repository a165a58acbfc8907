"""What the week plan shows, as finished texts; no Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class PlanRow(NamedTuple):
    """One weekday: the places to choose from, and what to know of its day."""

    number: int
    weekday: str
    name: str
    choices: tuple[tuple[str, str], ...]
    current: str
    note: str


class PlanWeek(NamedTuple):
    """Seven weekdays; without a title when every week is the same."""

    title: str
    rows: tuple[PlanRow, ...]


class TextBox(NamedTuple):
    """A field to type in, what stands in it, and what is wrong with that."""

    text: str
    problem: str


class ComingPlan(NamedTuple):
    """A plan that is still to begin."""

    valid_from: date
    text: str


class PlanSheet(NamedTuple):
    """The whole plan, as it is now and as it is being made."""

    now: str
    coming: tuple[ComingPlan, ...]
    weeks: tuple[PlanWeek, ...]
    is_two: bool
    begin: TextBox
    begin_note: str
    others: str
    unsaved: str
    can_stop: bool
