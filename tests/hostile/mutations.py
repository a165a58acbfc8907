"""Real reports spoiled at random: byte by byte, in their JSON, in their objects.

Chance comes in from outside: hypothesis in the tests, a seed in `scripts/fuzz.py`.
"""

from __future__ import annotations

import io
import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pikepdf

from tests.hostile.writing import carrier
from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from thuiswerkplek.report.attachment import Reading

WORDS = (
    *(b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref"),
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"/", b"%", b" 0 R", b"null", b"true"),
    *(b"/Length", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/DecodeParms"),
    *(b"/Names", b"/Kids", b"/EmbeddedFiles", b"/EF", b"/F", b"/TWPL_Seal", b"/Key"),
    *(b"/Encrypt", b"/Prev", b"/ObjStm", b"/XRef", b"/Type", b"/Root", b"/Size"),
    *(b"-1", b"0", b"65536", b"4294967295", b"9999999999", b"0.5", b"\0", b"\xff"),
)

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**31, 10**15, 0.5, 1e308, "", "x", "x" * 4_001),
    *("\x00", "\u202e", "é", "2026-11-23", "2026-02-30", "1999-01-01", "yes", "no"),
    *([], {}, [[]], {"": None}, ["x"] * 50, [{}] * 50, "health-neck-arm", "-0", "NaN"),
)


def spoiled_bytes(chance: Random, content: bytes) -> bytes:
    """Return the file with a few places flipped, cut, doubled or overwritten."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(made) + 1)
        length = chance.choice((1, 1, 4, 64, 4_096))
        match chance.randrange(6):
            case 0 if place < len(made):
                made[place] ^= 1 << chance.randrange(8)
            case 1:
                del made[place : place + length]
            case 2:
                made[place:place] = made[place : place + length]
            case 3:
                made[place:place] = chance.choice(WORDS)
            case 4:
                word = chance.choice(WORDS)
                made[place : place + len(word)] = word
            case _:
                other = chance.randrange(len(made) + 1)
                made[place : place + length] = made[other : other + length]
        made = made or bytearray(b"%")
    return bytes(made)


def spoiled_json(chance: Random, data: bytes) -> bytes:
    """Return the data with a few values changed, and its raw text now and then."""
    found = json.loads(data)
    for _ in range(chance.randint(1, 4)):
        spots = list(_spots(found))
        if not spots:
            break
        holder, key = chance.choice(spots)
        _spoil(chance, holder, key)
    raw = json.dumps(found, ensure_ascii=chance.randrange(2) == 0).encode(
        "utf-8", "surrogatepass"
    )
    return spoiled_bytes(chance, raw) if chance.randrange(4) == 0 else raw


def _spots(found: Any) -> Any:
    """Go through every place in the data that holds a value."""
    if isinstance(found, dict):
        pairs = list(found.items())
    elif isinstance(found, list):
        pairs = list(enumerate(found))
    else:
        return
    for key, value in pairs:
        yield found, key
        yield from _spots(value)


def _spoil(chance: Random, holder: Any, key: Any) -> None:
    value = deepcopy(chance.choice(VALUES))
    match chance.randrange(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[chance.choice(("more", "", "payload", "kind"))] = value
        case 2 if isinstance(holder, list):
            holder.extend([holder[key]] * chance.choice((1, 5, 100)))
        case 3 if isinstance(holder[key], (int, float)):
            holder[key] = holder[key] * chance.choice((-1, 0.5, 10, 10**9)) + 1
        case _:
            holder[key] = value


def sealed_again(data: bytes) -> bytes:
    """Return a small file around the data, sealed as if all were well."""
    return carrier(data)


def spoiled_objects(chance: Random, content: bytes) -> bytes:
    """Return the file with a few objects changed, saved by a library anew."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        spots = list(_places(document.Root, 6)) + list(_places(document.trailer, 1))
        values = _values(document)
        for _ in range(chance.randint(1, 4)):
            holder, key = chance.choice(spots)
            value = chance.choice(values)
            try:
                if value is None:
                    del holder[key]
                else:
                    holder[key] = value
            except (pikepdf.PdfError, LookupError, ValueError, TypeError):
                continue
        modes = tuple(pikepdf.ObjectStreamMode.__members__.values())
        try:
            document.save(target, object_stream_mode=chance.choice(modes))
        except (pikepdf.PdfError, RuntimeError, ValueError, KeyError, TypeError):
            return content
    return target.getvalue()


def _places(found: Any, deep: int) -> Any:
    """Go through what hangs under an object, to a depth."""
    if not deep:
        return
    if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
        pairs = [(key, found.get(key)) for key in found.keys()]  # noqa: SIM118
    elif isinstance(found, pikepdf.Array):
        pairs = list(enumerate(found.as_list()))[:8]
    else:
        return
    for key, value in pairs:
        if key not in {"/Parent", "/P", "/Length"}:
            yield found, key
            yield from _places(value, deep - 1)


def _values(document: pikepdf.Pdf) -> tuple[Any, ...]:
    return (
        *(None, 0, -1, 10**12, "x", b"\xff\xfe", True),
        pikepdf.Name("/JavaScript"),
        pikepdf.Array([]),
        pikepdf.Array([pikepdf.String("thuiswerkplek.json"), 5] * 3),
        pikepdf.Dictionary(),
        pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe"),
        document.Root,
        document.trailer.get("/Info") or pikepdf.Dictionary(),
        document.make_stream(b"{}"),
        document.pages[0].obj,
    )


def judged(reading: Reading, path: Path, content: bytes) -> str:
    """Read a spoiled file; return the verdict, or fail when it may not be that."""
    path.write_bytes(content)
    try:
        received = reading.read(path)
    except RefusedReportError as refused:
        said = sentences.refusal(refused.reason, refused.detail)
        assert said != sentences.refusal("?"), refused.reason
        return refused.reason
    assert received.seal in {SealState.UNCHANGED, SealState.FILE_EDITED}
    again = codec.encode(received.report, program="test")
    limit = codec.REPORT_LIMIT
    assert codec.decode(again, EmployerReport, limit=limit) == received.report
    return received.seal.value
