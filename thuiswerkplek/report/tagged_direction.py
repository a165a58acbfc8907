"""Right-to-left text: letters joined, and put in the order in which they are seen.

A small part of the Unicode bidirectional algorithm: one direction for the
paragraph, no nested embeddings. That is enough for a name or a note in Hebrew or
Arabic; the marked content carries the text in reading order beside it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U0001efff]"
)
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_STRONG = {"L": 0, "R": 1, "AL": 1}
_NUMBERS = ("EN", "AN")
# The forms of an Arabic letter, by whether it joins the one before and after it.
_FORMS = {
    (False, False): "<isolated>",
    (False, True): "<initial>",
    (True, True): "<medial>",
    (True, False): "<final>",
}


def has_right_to_left(text: str) -> bool:
    """Return whether any letter runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def starts_right_to_left(text: str) -> bool:
    """Return whether the first letter runs from right to left."""
    for character in text:
        level = _STRONG.get(unicodedata.bidirectional(character))
        if level is not None:
            return level == 1
    return False


def joined(text: str, covered: frozenset[str]) -> str:
    """Return Arabic letters in the shape they have beside their neighbours.

    Args:
        text: letters in reading order.
        covered: the characters that can be printed; others keep their plain shape.
    """
    forms = _joining_forms()
    letters = [c for c in text if unicodedata.category(c) != "Mn"]
    joins = [
        ("<initial>", before) in forms and ("<final>", after) in forms
        for before, after in pairwise(letters)
    ]
    shapes = (
        forms.get((_FORMS[before, after], letter), letter)
        for letter, before, after in zip(
            letters, [False, *joins], [*joins, False], strict=True
        )
    )
    return "".join(
        c if unicodedata.category(c) == "Mn" else _covered_or(next(shapes), c, covered)
        for c in text
    )


def _covered_or(shape: str, plain: str, covered: frozenset[str]) -> str:
    return shape if shape in covered else plain


@cache
def _joining_forms() -> dict[tuple[str, str], str]:
    forms = {}
    for point in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
        form, _, letters = unicodedata.decomposition(chr(point)).partition(" ")
        if letters and " " not in letters:
            forms[form, chr(int(letters, 16))] = chr(point)
    return forms


def in_reading_order(text: str) -> str:
    """Return joined letters as the letters that were typed."""
    return _PRESENTED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def as_seen(text: str, *, is_right_to_left: bool) -> str:
    """Return the characters from left to right as the eye meets them.

    Args:
        text: a piece of one line, in reading order.
        is_right_to_left: the direction of the whole paragraph.
    """
    levels = _levels(text, int(is_right_to_left))
    characters = [
        c.translate(_MIRRORED) if level % 2 else c
        for c, level in zip(text, levels, strict=True)
    ]
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(levels):
            end = start
            while end < len(levels) and levels[end] >= level:
                end += 1
            characters[start:end] = reversed(characters[start:end])
            levels[start:end] = reversed(levels[start:end])
            start = end + 1
    return _marks_after_letters("".join(characters))


def _levels(text: str, base: int) -> list[int]:
    """Return for each character how often the reading direction turns around it."""
    directions: list[int | None] = []
    is_number: list[bool] = []
    strong = base
    for kind in _kinds(text):
        strong = _STRONG.get(kind, strong)
        is_number.append(kind == "AN" or (kind == "EN" and strong == 1))
        if kind == "NSM" and directions:
            directions.append(directions[-1])
        elif kind in _STRONG or kind in _NUMBERS:
            directions.append(1 if is_number[-1] else strong)
        else:
            directions.append(None)
    return [
        2 if number else direction or 2 * base
        for direction, number in zip(_filled(directions, base), is_number, strict=True)
    ]


def _kinds(text: str) -> list[str]:
    kinds = [unicodedata.bidirectional(character) for character in text]
    for place, kind in enumerate(kinds[1:-1], start=1):
        around = kinds[place - 1], kinds[place + 1]
        if kind in {"ES", "CS", "ET"} and around == ("EN", "EN"):
            kinds[place] = "EN"  # the point or the dash inside a number
    return kinds


def _filled(directions: list[int | None], base: int) -> list[int]:
    """Give spaces and signs the direction of what is around them."""
    filled: list[int] = []
    for place, direction in enumerate(directions):
        if direction is None:
            rest = (one for one in directions[place:] if one is not None)
            before = filled[-1] if filled else base
            filled.append(before if before == next(rest, base) else base)
        else:
            filled.append(direction)
    return filled


def _marks_after_letters(text: str) -> str:
    """Put vowel signs, which turned around with the rest, behind their letter again."""
    return re.sub(
        "([\u0591-\u05c7\u064b-\u065f\u0670]+)(.)",
        lambda found: found[2] + found[1][::-1],
        text,
    )
