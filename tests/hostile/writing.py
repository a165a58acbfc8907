"""Writes PDFs by hand, right or wrong, and seals what data they carry."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from tests.fakes import TODAY
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec, keys
from thuiswerkplek.report.carried import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thuiswerkplek.domain.seal import Seal

KEY = keys.SigningKey(b"\x17" * 32)
REPORT = EmployerReport(
    report_id="0" * 32,
    version=1,
    replaces=None,
    day=TODAY,
    catalogue_version="1",
    program_version="test",
    person=Person("Noor"),
    places=(),
    requests=(),
)
DATA = codec.encode(REPORT, program="test")

MEBIBYTE = 1 << 20


def pdf(objects: Sequence[bytes], *, trailer: bytes = b"", tail: bytes = b"") -> bytes:
    """Return a file with these objects, numbered from one; the first is the root."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(
        b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(offsets) + 1, trailer, start)
    )
    return out.getvalue() + tail


def stream(content: bytes, entries: bytes = b"", *, length: int | None = None) -> bytes:
    """Return a stream object; its length may be said wrong."""
    stated = len(content) if length is None else length
    return b"<</Length %d%b>>stream\n%b\nendstream" % (stated, entries, content)


def packed(content: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(content), b"/Filter/FlateDecode" + entries)


def carrier(
    data: bytes = DATA,
    *,
    catalog: bytes = b"",
    names: bytes | None = None,
    file: bytes | None = None,
    content: bytes = b"",
    page: bytes = b"",
    more: Sequence[bytes] = (),
    trailer: bytes = b"",
    tail: bytes = b"",
    sealed: bool = True,
) -> bytes:
    """Return the smallest report there is; each part can be replaced.

    Object 1 is the catalogue, 2 the page tree, 3 the page, 4 its content, 5 the
    attachment, 6 its data; `more` starts at 7.
    """
    if names is None:
        names = b"<</EmbeddedFiles<</Names[(%b) 5 0 R]>>>>" % NAME.encode()
    seal = keys.open_seal(data, KEY) if sealed else None
    entry = b"/%b %b" % (keys.NAME.encode(), keys.written(seal)) if seal else b""
    root = b"<</Type/Catalog/Pages 2 0 R/Names %b%b%b>>" % (names, catalog, entry)
    made = pdf(
        [
            root,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R%b>>" % page,
            stream(content),
            b"<</Type/Filespec/F(%b)/EF<</F 6 0 R>>>>" % NAME.encode(),
            packed(data) if file is None else file,
            *more,
        ],
        trailer=trailer,
        tail=tail,
    )
    return _closed(made, seal)


def _closed(made: bytes, seal: Seal | None) -> bytes:
    try:
        return keys.close_seal(made, seal, KEY) if seal else made
    except ValueError:  # the test hides the place on purpose
        return made


def without_data(
    *,
    catalog: bytes = b"",
    content: bytes = b"",
    page: bytes = b"",
    more: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """Return a PDF of one page that carries nothing; `more` starts at object 7."""
    return carrier(
        sealed=False,
        names=b"<<>>",
        catalog=catalog,
        content=content,
        page=page,
        more=more,
        trailer=trailer,
    )


def bomb(size: int, start: bytes = b"", filling: bytes = b"\0") -> bytes:
    """Return what unpacks to that many bytes, made without unpacking it."""
    block = filling * MEBIBYTE
    machine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    first = machine.compress(start) + machine.flush(zlib.Z_FULL_FLUSH)
    again = machine.compress(block) + machine.flush(zlib.Z_FULL_FLUSH)
    check = zlib.adler32(start)
    for _ in range(size // MEBIBYTE):
        check = zlib.adler32(block, check)
    end = b"\x03\x00" + check.to_bytes(4, "big")
    return b"\x78\xda" + first + again * (size // MEBIBYTE) + end
