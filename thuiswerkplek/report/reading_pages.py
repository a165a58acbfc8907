"""What became of a report that carries no data: printed, scanned or cleaned (TM-51).

This runs in a reading process of its own and nowhere else (a test). It is a courtesy
to the receiver: it only chooses the sentence that tells what to ask the sender, so
whatever it cannot read simply has not been recognised.
"""

from __future__ import annotations

import codecs
import io
import re
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pikepdf
import pypdf

from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.report import reading_pdf
from thuiswerkplek.report.carried import NAME, SEAL_ENTRY
from thuiswerkplek.report.reading_child import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

PRODUCER: Final = "thuiswerkplek"

# What our pages say in every language, without spaces; a test makes them and looks.
TITLES: Final = ("verslagthuiswerkplek", "homeworkplacereport")
FOOTER: Final = re.compile(r"thuiswerkplek.{0,3}(?:page|pagina)\d+(?:of|van)\d+")

# Nothing can be loaded from disk any more once the process has given up its rights.
_CODECS: Final = [
    "charmap",
    "cp1252",
    "latin-1",
    "mac-roman",
    "utf-16",
    "utf-16-be",
    "utf-16-le",
]

_NO_REPORT: Final = Answer({"reason": "no-report"})
_PAGES_WITH_WORDS: Final = 3
_PAGES_WITH_PICTURES: Final = 20
_MOST_CONTENT: Final = 256 << 10
_SMALL: Final = 1 << 20

_MOST_PARTS: Final = 16
_PACKED: Final = {"/ASCII85Decode", "/ASCIIHexDecode", "/FlateDecode"}
_FRAME: Final = 4  # a ground or an edge around the image
_PAINTS: Final = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"])
_TEXT: Final = frozenset(["Tj", "TJ", "'", '"'])
_UNSEEN: Final = 3


def prepare() -> None:
    """Set the limits, and load what the libraries load at their first file."""
    reading_pdf.prepare()
    pypdf.overwrite_configuration(
        array_based_stream_maximum_output_length=_SMALL,
        image_maximum_buffer_size=_SMALL,
        jbig2dec_binary=None,  # it would be started as a program
        lzw_maximum_output_length=_SMALL,
        run_length_maximum_output_length=_SMALL,
        stream_parsing_work_maximum_count=200_000,
        xform_maximum_invocations_per_extraction=100,
        zlib_maximum_output_length=_SMALL,
        zlib_maximum_recovery_input_length=0,
    )
    for codec in _CODECS:
        codecs.lookup(codec)
    recognised(_sample())


def _sample() -> bytes:
    """Return a page with a word on it, in a packed stream and a font."""
    font = {"/Type": pikepdf.Name.Font, "/Subtype": pikepdf.Name.Type1}
    target = io.BytesIO()
    with pikepdf.new() as made:
        page = made.add_blank_page()
        page.obj.Contents = made.make_stream(b"BT /F 9 Tf (word) Tj ET")
        page.obj.Resources = pikepdf.Dictionary(
            Font={"/F": {**font, "/BaseFont": pikepdf.Name.Helvetica}}
        )
        made.save(target)
    return target.getvalue()


def recognised(pdf: bytes) -> Answer:
    """Return `cleaned`, `printed`, `scanned` or `no-report` as the reason."""
    with suppress(Exception):
        return Answer({"reason": _reason(pdf)})
    return _NO_REPORT


def _reason(pdf: bytes) -> str:
    with reading_pdf.opened(pdf) as document:
        if _has_leftovers(document):
            return "cleaned"
        is_titled = _is_title(_about(document, "/Title"))
        is_our_file = _about(document, "/Producer") == PRODUCER
        if is_our_file and not is_titled:
            return "no-report"  # another paper of ours, which never had data
        is_report = is_titled or _has_our_words(pdf)
        if is_report and (is_our_file or "/StructTreeRoot" in document.Root):
            return "cleaned"
        if _is_pictures(document):
            return "scanned"
    return "printed" if is_report else "no-report"


def _has_leftovers(document: pikepdf.Pdf) -> bool:
    """Tell whether the seal or the name of the data is still there."""
    names = (name for name, _file in reading_pdf.embedded(document.Root))
    return SEAL_ENTRY in document.Root or NAME in names


def _about(document: pikepdf.Pdf, key: str) -> str:
    return str(document.trailer.get("/Info", pikepdf.Dictionary()).get(key, ""))


def _is_title(text: str) -> bool:
    return _squeezed(text).startswith(TITLES)


def _squeezed(text: str) -> str:
    """Return a text without spaces, which printing puts in and leaves out."""
    return "".join(text.split()).casefold()


def _has_our_words(pdf: bytes) -> bool:
    with suppress(Exception):
        pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
        for number in range(min(_PAGES_WITH_WORDS, len(pages))):
            with suppress(Exception):
                words = _squeezed(pages[number].extract_text())
                if FOOTER.search(words) or words.startswith(TITLES):
                    return True
    return False


def _is_pictures(document: pikepdf.Pdf) -> bool:
    """Tell whether every page is an image and nothing else that can be seen."""
    pages = list(islice(document.pages, _PAGES_WITH_PICTURES))
    return bool(pages) and all(_is_picture(document, page.obj) for page in pages)


def _is_picture(document: pikepdf.Pdf, page: pikepdf.Dictionary) -> bool:
    images = strokes = 0
    is_seen = True
    for operands, sign in _steps(document, page):
        operator = str(sign)
        if operator == "Tr":
            is_seen = int(operands[0]) != _UNSEEN  # the words that were read off it
        elif operator in _TEXT and is_seen:
            return False
        elif operator == "INLINE IMAGE":
            images += 1
        elif operator == "Do":
            images += _is_image(page, operands[0])
        else:
            strokes += operator in _PAINTS
    return images > 0 and strokes <= _FRAME


def _steps(document: pikepdf.Pdf, page: pikepdf.Dictionary) -> Iterator[Any]:
    contents = page["/Contents"]
    parts = contents.as_list() if isinstance(contents, pikepdf.Array) else [contents]
    content = b"\n".join(map(_unpacked, parts[:_MOST_PARTS]))
    if len(content) > _MOST_CONTENT:
        raise RefusedReportError("too-heavy")
    yield from pikepdf.parse_content_stream(pikepdf.Stream(document, content))


def _unpacked(part: pikepdf.Object) -> bytes:
    filters = part.get("/Filter", pikepdf.Array())
    names = filters.as_list() if isinstance(filters, pikepdf.Array) else [filters]
    if "/DecodeParms" in part or not {str(name) for name in names} <= _PACKED:
        raise RefusedReportError("too-heavy")
    return part.read_bytes()  # under the limits of `reading_pdf`


def _is_image(page: pikepdf.Dictionary, name: pikepdf.Object) -> bool:
    drawn = page["/Resources"]["/XObject"][str(name)]
    return bool(drawn["/Subtype"] == pikepdf.Name.Image)
