"""What the page *Maatregelen* shows: frozen values with finished texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.domain.measures import MeasureId, State


class Filter(StrEnum):
    """Which measures show."""

    ALL = "all"
    TONIGHT = "tonight"
    MINE = "mine"
    EMPLOYERS = "employers"
    DONE = "done"


class Moment(StrEnum):
    """Where a step of a measure's life is in time."""

    PAST = "past"
    STOPPED = "stopped"
    NOW = "now"
    TO_COME = "to-come"


class FilterChip(NamedTuple):
    """One filter with how many measures it shows."""

    filter: Filter
    text: str
    spoken: str
    is_chosen: bool


class LifeStep(NamedTuple):
    """One step in the life of a measure; `detail` says when, and who took it."""

    word: str
    moment: Moment
    moment_word: str
    detail: str = ""


class StepButton(NamedTuple):
    """A step that may be taken now, worded as what happens."""

    state: State
    text: str
    spoken: str
    asks_reason: bool
    is_usual: bool


class MeasureCard(NamedTuple):
    """One measure; empty texts are not shown, and what was declined has no severity."""

    id: MeasureId
    severity: int | None
    severity_word: str
    title: str
    text: str
    facts: str
    due: str
    tonight: str
    private_word: str
    life: tuple[LifeStep, ...]
    remarks: tuple[str, ...]
    question: str
    buttons: tuple[StepButton, ...]


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Measures under one heading; what is done starts closed."""

    title: str
    count: str
    cards: tuple[MeasureCard, ...]
    is_closed_at_first: bool = False


class Empty(NamedTuple):
    """What the page says when there is nothing; its one button opens the check."""

    title: str
    text: str


class MeasuresPage(NamedTuple):
    """The whole page; `empty` is set when there is no measure at all."""

    title: str
    lead: str
    chips: tuple[FilterChip, ...]
    groups: tuple[MeasureGroup, ...]
    remark: str
    nothing_here: str
    empty: Empty | None
