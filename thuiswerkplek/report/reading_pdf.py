"""A stranger's PDF opened under limits: the data and the seal in it.

This runs in the reading process and nowhere else (a test): the limits are those of
the whole process, and a file that gets past them ends only that process.
"""

from __future__ import annotations

import io
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.report.carried import DATA_LIMIT, NAME, SEAL_ENTRY
from thuiswerkplek.report.reading_child import Answer
from thuiswerkplek.report.reading_flags import flags

if TYPE_CHECKING:
    from collections.abc import Iterator

# design/measured.md 4 and TM-41; the stricter of the two holds.
LIMITS: Final[dict[str, Any]] = {
    "doc_max_warnings": 20,
    "flate_max_memory": 8 << 20,
    "max_stream_filters": 2,
    "parser_max_container_size": 100_000,
    "parser_max_nesting": 64,
    "png_max_memory": 1 << 20,
    "run_length_max_memory": 8 << 20,
    "tiff_max_memory": 1 << 20,
}

_MOST_NODES: Final = 1_000
_SEAL_PARTS: Final = ("/Key", "/Data", "/File")
_SEAL_LENGTH: Final = 128


def prepare() -> None:
    """Set the limits, and load what the library loads at its first files.

    One of them has a password, for which the library wants the system's randomness.
    """
    pikepdf.settings.set_qpdf_limits(**LIMITS)
    for encryption in (False, pikepdf.Encryption(owner="-", user="")):
        target = io.BytesIO()
        with pikepdf.new() as empty:
            empty.add_blank_page()
            empty.save(target, encryption=encryption)
        with suppress(RefusedReportError):
            carried(target.getvalue())


def carried(pdf: bytes) -> Answer:
    """Return the data of the one attachment of our name, the seal and the flags.

    Raises:
        RefusedReportError: `damaged-pdf`, `encrypted`, `no-report`, `twice` or
            `too-large`.
    """
    with opened(pdf) as document:
        files = list(embedded(document.Root))
        ours = [file for name, file in files if name == NAME]
        if not ours:
            raise RefusedReportError("no-report")
        if len(ours) > 1:
            raise RefusedReportError("twice")
        facts: dict[str, object] = {
            "seal": _seal(document.Root),
            "flags": flags(document, pdf, files=len(files)),
        }
        return Answer(facts, _data(ours[0]))


@contextmanager
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a file without repairing it; nothing of it may be used after the block."""
    try:
        document = pikepdf.open(
            io.BytesIO(pdf), attempt_recovery=False, inherit_page_attributes=False
        )
    except pikepdf.PasswordError as error:
        raise RefusedReportError("encrypted") from error
    with document:
        if document.is_encrypted:
            raise RefusedReportError("encrypted")
        yield document


def embedded(root: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    """Go through the document's own list of attachments, however it branches."""
    waiting = [root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles")]
    for _node in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if node is None:
            continue
        pairs = list(node.get("/Names", pikepdf.Array()).as_list())
        for name, file in zip(pairs[::2], pairs[1::2], strict=False):
            yield str(name), file
        waiting += node.get("/Kids", pikepdf.Array()).as_list()
    raise RefusedReportError("damaged-pdf")  # a loop, or far more than a report has


def _data(file: pikepdf.Object) -> bytes:
    found = plain(file["/EF"]["/F"], DATA_LIMIT)
    if found is None:
        raise RefusedReportError("too-large")
    return found


def plain(stream: pikepdf.Object, limit: int) -> bytes | None:
    """Return what a stream holds, or None when that is more than the limit.

    Raises:
        RefusedReportError: `damaged-pdf`, also for a way of packing we do not use.
    """
    if not isinstance(stream, pikepdf.Stream) or "/F" in stream:
        raise RefusedReportError("damaged-pdf")
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if filters is None:
        return raw if len(raw) <= limit else None
    if isinstance(filters, pikepdf.Array):
        (filters,) = filters.as_list()
    if filters != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
        raise RefusedReportError("damaged-pdf")
    return _inflated(raw, limit)


def _inflated(raw: bytes, limit: int) -> bytes | None:
    machine = zlib.decompressobj()
    data = machine.decompress(raw, limit + 1)
    if len(data) > limit:
        return None
    if not machine.eof:
        raise RefusedReportError("damaged-pdf")
    return data


def _seal(root: pikepdf.Object) -> list[str] | None:
    entry = root.get(SEAL_ENTRY)
    if not isinstance(entry, pikepdf.Dictionary) or set(entry.keys()) != {*_SEAL_PARTS}:
        return None
    parts = [bytes(entry[part]) for part in _SEAL_PARTS]
    if any(len(part) > _SEAL_LENGTH or not part.isalnum() for part in parts):
        return None
    return [part.decode("ascii") for part in parts]
