"""The two embedded faces of the paper, and text made fit to be printed with them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from thuiswerkplek import assets
from thuiswerkplek.report.tagged_reportlab import TTFont, registerFont

if TYPE_CHECKING:
    from thuiswerkplek.report.tagged_reportlab import PDFDocument, PDFStream

BODY_FONT = "DejaVuSans"
BOLD_FONT = "DejaVuSans-Bold"

_HARMLESS = re.compile("[\n\x20-\x7e\xa1-\xac\xae-\u017f‘’“”–—•…€]*")
_DROPPED = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff]")
_BREAKS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_NARROW_NO_BREAK_SPACE = "\u202f"
_LACKING = "□"


class EmbeddedFont(TTFont):
    """A face whose text can be copied out of the file again, emoji included."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - overrides
        """Add the font objects, with a ToUnicode map that follows the standard."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        known = set(doc.idToObject)
        super().addObjects(doc)
        maps = [
            name
            for name in doc.idToObject
            if name.startswith("toUnicodeCMap:") and name not in known
        ]
        for name, subset in zip(maps, subsets, strict=True):
            cast("PDFStream", doc.idToObject[name]).content = _to_unicode(subset)


def _to_unicode(subset: list[int]) -> str:
    # reportlab writes `<%04X>` for characters above U+FFFF too, which is no UTF-16,
    # and more than the 100 entries that one block may hold.
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += [
        "endcmap",
        "CMapName currentdict /CMap defineresource pop",
        "end",
        "end",
    ]
    return "\n".join(lines)


@cache
def font(name: str) -> EmbeddedFont:
    """Return the face with this name, read and registered once per process."""
    found = EmbeddedFont(name, str(assets.path(f"fonts/{name}.ttf")))
    registerFont(found)
    return found


def register_fonts() -> None:
    """Make both faces known to reportlab, so that drawings can measure with them."""
    font(BODY_FONT)
    font(BOLD_FONT)


@cache
def covered() -> frozenset[str]:
    """Return the characters that both faces have."""
    both = font(BODY_FONT).face.charToGlyph.keys() & font(BOLD_FONT).face.charToGlyph
    return frozenset(map(chr, both))


def readable(text: str) -> str:
    """Return the text without characters that no file format carries well."""
    if _HARMLESS.fullmatch(text):
        return text
    text = _DROPPED.sub("", _BREAKS.sub("\n", text))
    text = unicodedata.normalize("NFC", text)
    return "".join(map(_readable_character, text))


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """Return the text with every character that the faces lack shown as a box."""
    if _HARMLESS.fullmatch(text):
        return text
    known = covered()
    return "".join(
        character if character in known or character == "\n" else _LACKING
        for character in readable(text)
    )


@lru_cache(maxsize=4096)
def _readable_character(character: str) -> str:
    if character in "\n\xa0":
        return character
    if character == _NARROW_NO_BREAK_SPACE:
        return "\xa0"
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    if category in {"Cc", "Cf"}:  # also the marks that turn the reading direction
        return ""
    if category in {"Cs", "Cn", "Co"}:  # PDF/A-3a wants ActualText for private use
        return _LACKING
    return character


@lru_cache(maxsize=32768)
def unit_width(text: str, name: str) -> float:
    """Return the width of the text at a size of one point."""
    face = font(name).face
    widths, default = face.charWidths, face.defaultWidth
    thousandths: float = sum(widths.get(ord(c), default) for c in text)
    return thousandths / 1000
