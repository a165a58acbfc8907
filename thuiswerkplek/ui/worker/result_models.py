"""What the result of a check shows: frozen values with finished texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import QuestionId
    from thuiswerkplek.domain.measures import State
    from thuiswerkplek.ui.worker.check_models import Bridge


class GoodLine(NamedTuple):
    """What is right in one theme."""

    theme: str
    text: str


class StepWord(NamedTuple):
    """A step to take from here; the spoken words name what it is about."""

    state: State
    text: str
    spoken: str


class MatterCard(NamedTuple):
    """One of the points that matter most."""

    question: QuestionId
    severity: int
    word: str
    title: str
    advice: str
    personal: str
    lines: tuple[tuple[str, str], ...]
    private_word: str
    steps: tuple[StepWord, ...]
    taken: str
    take_back: str
    is_declined: bool = False


class PointLine(NamedTuple):
    """One point to mend, in its theme."""

    question: QuestionId
    severity: int
    word: str
    title: str
    answered: str
    advice: str
    private_word: str


class ThemeCard(NamedTuple):
    """How one theme stands; severity None is not weighed, for this person only."""

    code: str
    title: str
    severity: int | None
    word: str
    progress: str
    points: tuple[PointLine, ...]
    heading: str


class ChangeGroup(NamedTuple):
    """What improved, came back or is new since the check before."""

    severity: int
    title: str
    names: tuple[str, ...]


class Complaints(NamedTuple):
    """The part about complaints: never weighed, with its neutral steps."""

    title: str
    text: str
    names: tuple[str, ...]
    bridges: tuple[Bridge, ...]


class ResultSheet(NamedTuple):
    """The whole result."""

    title: str
    lead: str
    share: str
    good_title: str
    good: tuple[GoodLine, ...]
    matters_title: str
    matters: tuple[MatterCard, ...]
    nothing_matters: str
    themes_title: str
    themes: tuple[ThemeCard, ...]
    changes_title: str
    changes: tuple[ChangeGroup, ...]
    complaints: Complaints | None
    still_open: str
    go_on: str
    left_out: str
    answer_left_out: str
    check_again: str
