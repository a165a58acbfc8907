"""Runs of text broken into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thuiswerkplek.report.tagged_direction import (
    as_seen,
    has_right_to_left,
    joined,
    starts_right_to_left,
)
from thuiswerkplek.report.tagged_fonts import (
    BODY_FONT,
    BOLD_FONT,
    covered,
    printable,
    unit_width,
)

_PART = re.compile(r"\n| +|[^\n /–-]+[/–-]*|[/–-]+")
_BREAKS_AFTER = ("-", "/", "–")
_SHORT = 4  # `en/` and `e-` stay with what follows
NO_GAP = -1


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that differs from its surroundings.

    Args:
        text: what is printed; it is never read as markup.
        bold: whether it is printed in the bold face.
        language: its language, such as `en`, when that differs from the document's.
        url: where it leads to (http, https or mailto; anything else is plain text).
        color: its colour, when that differs from the paragraph's.
    """

    text: str
    bold: bool = False
    language: str | None = None
    url: str | None = None
    color: str | None = None


Content = str | Run | Sequence[str | Run]


def runs(content: Content) -> tuple[Run, ...]:
    """Return the content as runs, every text printable."""
    if isinstance(content, (str, Run)):
        content = (content,)
    made = (Run(part) if isinstance(part, str) else part for part in content)
    return tuple(Run(_shaped(r.text), r.bold, r.language, r.url, r.color) for r in made)


def one_line(text: str) -> str:
    """Return the text as one line of a drawing or a page header shows it."""
    shaped = _shaped(text.replace("\n", " "))
    if not has_right_to_left(shaped):
        return shaped
    return as_seen(shaped, is_right_to_left=starts_right_to_left(shaped))


def _shaped(text: str) -> str:
    text = printable(text)
    return joined(text, covered()) if has_right_to_left(text) else text


@dataclass(slots=True)
class Word:
    """Letters that stay together; they may come from more than one run."""

    chunks: list[tuple[int, str]]
    width: float
    gap: int = NO_GAP  # the run that the space before the word belongs to


@dataclass(slots=True)
class Line:
    """Words on one line."""

    words: list[Word] = field(default_factory=list)
    width: float = 0
    ends_hard: bool = False  # a line end of the text itself, not of the paper


class Typesetter:
    """Breaks the text of some runs, at one size, into lines."""

    def __init__(self, parts: tuple[Run, ...], size: float, *, bold: bool) -> None:
        self._fonts = [BOLD_FONT if bold or r.bold else BODY_FONT for r in parts]
        self._size = size
        self._paragraphs: list[list[Word]] = [[]]
        gap, glued = NO_GAP, False
        for index, run in enumerate(parts):
            for part in _PART.findall(run.text):
                if part == "\n":
                    self._paragraphs.append([])
                    gap, glued = NO_GAP, False
                elif part[0] == " ":
                    gap, glued = index, False
                else:
                    self._append(index, part, gap, glued=glued)
                    glued = len(part) < _SHORT or not part.endswith(_BREAKS_AFTER)
                    gap = NO_GAP

    def _append(self, index: int, token: str, gap: int, *, glued: bool) -> None:
        words = self._paragraphs[-1]
        width = self.width(index, token)
        if words and (glued or not (token[0].isalpha() or gap >= 0)):
            words[-1].chunks.append((index, token))
            words[-1].width += width
        else:
            words.append(Word([(index, token)], width, gap if words else NO_GAP))

    def width(self, index: int, text: str) -> float:
        """Return the width of text of one run."""
        return unit_width(text, self._fonts[index]) * self._size

    def lines(self, available: float) -> list[Line]:
        """Return the lines that fit into a width."""
        made: list[Line] = []
        for words in self._paragraphs:
            line = Line()
            for word in words:
                gap = self.width(word.gap, " ") if word.gap >= 0 else 0
                if line.words and line.width + gap + word.width > available:
                    made.append(line)
                    line, gap = Line(), 0
                for part in self._cut(word, available):
                    if line.words and line.width + gap + part.width > available:
                        made.append(line)
                        line, gap = Line(), 0
                    line.words.append(part)
                    line.width += gap + part.width
                    gap = 0
            line.ends_hard = True
            made.append(line)
        return made

    def _cut(self, word: Word, available: float) -> list[Word]:
        """Cut a word that is wider than the line, such as a long address."""
        if word.width <= available:
            return [word]
        parts = [Word([], 0, word.gap)]
        for index, text in word.chunks:
            for character in text:
                width = self.width(index, character)
                if parts[-1].chunks and parts[-1].width + width > available:
                    parts.append(Word([], 0))
                parts[-1].chunks.append((index, character))
                parts[-1].width += width
        return parts


def pieces(line: Line) -> list[tuple[int, str]]:
    """Return the line as texts, each of one run, in reading order."""
    made: list[tuple[int, list[str]]] = []
    for position, word in enumerate(line.words):
        if position and word.gap >= 0:
            _add(made, word.gap, " ")
        for index, text in word.chunks:
            _add(made, index, text)
    return [(index, "".join(texts)) for index, texts in made]


def _add(made: list[tuple[int, list[str]]], index: int, text: str) -> None:
    if made and made[-1][0] == index:
        made[-1][1].append(text)
    else:
        made.append((index, [text]))
