"""The report's data out of a stranger's PDF, under limits (TM-40, TM-41)."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from thuiswerkplek.domain.errors import (
    MissingFileError,
    RefusedReportError,
    UnreadableFileError,
)
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec, meaning

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import pikepdf

    from thuiswerkplek.domain.catalogue import Catalogue

NAME = "thuiswerkplek.json"
FILE_LIMIT = 10 * codec.MEBIBYTE
MAGIC = b"%PDF-"

# design/measured.md 4 and TM-41; the stricter of the two holds.
_LIMITS: dict[str, Any] = {
    "flate_max_memory": 8 << 20,
    "run_length_max_memory": 8 << 20,
    "png_max_memory": 1 << 20,
    "tiff_max_memory": 1 << 20,
    "max_stream_filters": 2,
    "parser_max_nesting": 64,
    "parser_max_container_size": 100_000,
    "doc_max_warnings": 20,
}


def read_report(path: Path, catalogue: Catalogue, *, today: date) -> EmployerReport:
    """Return the report a PDF carries, checked to its last field.

    Raises:
        MissingFileError, UnreadableFileError: there is no such file to read.
        RefusedReportError: with the reason; never half a report.
    """
    data = attachment(_bytes(path))
    report = codec.decode(data, EmployerReport, limit=codec.REPORT_LIMIT)
    meaning.check_report(report, catalogue, today=today)
    return report


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableFileError(path, "folder")
    if not path.exists():
        raise MissingFileError(path)
    if not path.is_file():
        raise UnreadableFileError(path, "not-a-file")
    if path.stat().st_size > FILE_LIMIT:
        raise RefusedReportError("too-large", str(FILE_LIMIT))
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path, "refused") from error


def attachment(pdf: bytes) -> bytes:
    """Return the bytes of the one attachment of our name.

    Raises:
        RefusedReportError: `not-pdf`, `damaged-pdf`, `encrypted`, `no-report` or
            `too-large`.
    """
    import io

    import pikepdf

    if not pdf.startswith(MAGIC):
        raise RefusedReportError("not-pdf")
    pikepdf.settings.set_qpdf_limits(**_LIMITS)
    try:
        with pikepdf.open(
            io.BytesIO(pdf), attempt_recovery=False, inherit_page_attributes=False
        ) as document:
            return _inflated(_stream(document))
    except pikepdf.PasswordError as error:
        raise RefusedReportError("encrypted") from error
    except RefusedReportError:
        raise
    except Exception as error:  # a stranger's file may fail in any way
        raise RefusedReportError("damaged-pdf") from error


def _stream(document: pikepdf.Pdf) -> pikepdf.Stream:
    import pikepdf

    if document.is_encrypted:
        raise RefusedReportError("encrypted")
    root = document.Root
    files = root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles")
    if files is None or "/Names" not in files:
        raise RefusedReportError("no-report")
    names = list(files["/Names"].as_list())
    ours = [
        names[place + 1]
        for place in range(0, len(names) - 1, 2)
        if str(names[place]) == NAME
    ]
    if len(ours) != 1:
        raise RefusedReportError("no-report")
    stream = ours[0]["/EF"]["/F"]
    if not isinstance(stream, pikepdf.Stream):
        raise RefusedReportError("damaged-pdf")
    return stream


def _inflated(stream: pikepdf.Stream) -> bytes:
    filters = stream.get("/Filter")
    raw = stream.read_raw_bytes()
    if len(raw) > codec.REPORT_LIMIT:
        raise RefusedReportError("too-large", str(codec.REPORT_LIMIT))
    if filters is None:
        return raw
    names = (
        [str(name) for name in filters.as_list()]
        if _is_array(filters)
        else [str(filters)]
    )
    if names != ["/FlateDecode"] or "/DecodeParms" in stream:
        raise RefusedReportError("damaged-pdf")
    machine = zlib.decompressobj()
    data = machine.decompress(raw, codec.REPORT_LIMIT)
    if machine.unconsumed_tail or not machine.eof:
        raise RefusedReportError("too-large", str(codec.REPORT_LIMIT))
    return data


def _is_array(value: pikepdf.Object) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)
