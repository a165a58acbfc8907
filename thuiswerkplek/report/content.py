"""What stands on paper, as values: headings, sentences, tables and figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Layer


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's own, `anchor` is where a jump leads."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph; `jump` is the anchor it leads to.

    `role` is body, lead, strong, muted, or note for one that stays with what follows.
    """

    text: str
    role: str = "body"
    jump: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts; a severity gives it that mark and colour."""

    number: int
    label: str
    severity: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """A few numbers beside each other, large."""

    items: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of which a part stands out, or has something smaller below it."""

    text: str
    below: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """A cell that says how binding a source is, in word and in form."""

    layer: Layer
    word: str


@dataclass(frozen=True, slots=True)
class Band:
    """A row over the whole width, naming the rows below it."""

    title: str | Weight


Row: TypeAlias = "tuple[str | Cell | Weight, ...]"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `shares` divide the width, the first column names the row.

    `has_numbers` is for a table with nothing but numbers after the first column.
    """

    columns: tuple[str, ...]
    rows: tuple[Row | Band, ...]
    shares: tuple[float, ...]
    summary: str
    is_small: bool = False
    has_numbers: bool = False


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """How one theme stands."""

    title: str
    severity: int
    word: str
    findings: int
    answers: int
    count: str


@dataclass(frozen=True, slots=True)
class ThemePicture:
    """A picture of the themes, and the words that say the same."""

    rows: tuple[ThemeRow, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Legend:
    """The layers of a source in their form, and what they mean."""

    layers: tuple[Weight, ...]
    text: str


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding: its weight, what was answered, why it matters, what it rests on."""

    title: str
    severity: int
    word: str
    layer: Weight
    asked: str
    answer: str
    lines: tuple[tuple[str, str], ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A panel with a title and a few sentences."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks in columns, read one column after the other."""

    columns: tuple[tuple[Block, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block starts a page, unless that part of this one is still free."""

    unless: float


Block: TypeAlias = (
    Heading
    | Sentence
    | Points
    | Counts
    | Grid
    | ThemePicture
    | Legend
    | FindingCard
    | Callout
    | Beside
    | NewPage
)


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report: the title and what follows, in reading order."""

    title: str
    blocks: tuple[Block, ...]
