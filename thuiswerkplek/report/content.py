"""What stands on paper, as values: headings, sentences, tables and figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Layer


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's own."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph; `role` is body, lead, muted or strong."""

    text: str
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `shares` divide the width, the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """How one theme stands."""

    title: str
    severity: int
    word: str
    findings: int
    answers: int


@dataclass(frozen=True, slots=True)
class ThemePicture:
    """A picture of the themes, and the words that say the same."""

    rows: tuple[ThemeRow, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding: its weight, what was answered, why it matters, what it rests on."""

    title: str
    severity: int
    word: str
    layer: Layer
    layer_word: str
    asked: str
    answer: str
    lines: tuple[tuple[str, str], ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A panel with a title and a few sentences."""

    title: str
    sentences: tuple[str, ...]


Block: TypeAlias = (
    Heading | Sentence | Points | Grid | ThemePicture | FindingCard | Callout
)


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report: the title and what follows, in reading order."""

    title: str
    blocks: tuple[Block, ...]
