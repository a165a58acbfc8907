"""What a PDF holds that our reports do not: scripts, forms, links and the like (TM-45).

Nothing of it is ever run or followed; it is a reason to look again before trusting
the file's pages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pikepdf

from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.report.carried import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES: Final = {
    b"JavaScript": "scripts",
    b"JS": "scripts",
    b"Launch": "launch",
    b"AcroForm": "forms",
    b"ImportData": "forms",
    b"ResetForm": "forms",
    b"SubmitForm": "forms",
    b"Widget": "forms",
    b"XFA": "forms",
    b"3D": "media",
    b"Movie": "media",
    b"Rendition": "media",
    b"RichMedia": "media",
    b"Screen": "media",
    b"Sound": "media",
    b"FS": "links",
    b"GoToE": "links",
    b"GoToR": "links",
    b"Thread": "links",
    b"URI": "links",
    b"Collection": "files",
    b"FileAttachment": "files",
}

# A name may be spelled with escapes (`/J#53`), so one with an escape counts as any.
_ANY = re.compile(
    rb"/(?:(?:%b)(?![A-Za-z0-9])|[A-Za-z0-9]*#[0-9A-Fa-f]{2}(?<!/application#2F))"
    % b"|".join(_NAMES)
)

# As the library writes objects: a string is passed over whole, escapes are undone.
_STRING_OR_NAME = re.compile(
    rb"\((?:[^\\()]++|\\.)*+\)|/([^\x00-\x20()<>\[\]{}/%]+)", re.DOTALL
)

_ELSEWHERE: Final = ("/Prev", "/Type", "/XRefStm")
_MOST_OBJECTS: Final = 100_000
_MOST_BYTES: Final = 32 << 20


def flags(document: pikepdf.Pdf, pdf: bytes, *, files: int) -> list[str]:
    """Return the flags of a file, in the order of `FLAGS`.

    Args:
        document: the file, opened.
        pdf: its bytes.
        files: how many attachments it lists.

    Raises:
        RefusedReportError: `too-heavy`; it holds more than can be looked through.
    """
    found = {"files"} if files > 1 else set()
    if not _is_plainly_without(document, pdf):
        found.update(_found(document))
    return [flag for flag in FLAGS if flag in found]


def _is_plainly_without(document: pikepdf.Pdf, pdf: bytes) -> bool:
    """Tell from the bytes alone, where no object can be hidden in a packed stream.

    That is so when the file has one plain cross-reference table, as ours have.
    """
    is_open = all(key not in document.trailer for key in _ELSEWHERE)
    return is_open and _ANY.search(pdf) is None


def _found(document: pikepdf.Pdf) -> Iterator[str]:
    left = _MOST_BYTES
    objects = document.objects
    if len(objects) > _MOST_OBJECTS:
        raise RefusedReportError("too-heavy")
    for one in objects:
        written = _written(one)
        left -= len(written)
        if left < 0:
            raise RefusedReportError("too-heavy")
        for name in _STRING_OR_NAME.findall(written):
            if name in _NAMES:
                yield _NAMES[name]


def _written(one: object) -> bytes:
    if isinstance(one, pikepdf.Stream):
        return one.stream_dict.unparse()
    if isinstance(one, pikepdf.Object):
        return one.unparse(resolved=True)
    return b""  # the library hands out a number or a truth value as Python's own
