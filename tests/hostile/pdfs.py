"""PDFs that want something from their reader, each with the verdict it should get.

Chapter 14 of the threat model, rows 9, 14 and 15, and the table of measured.md 4.
A verdict is a reason, the flags of a file that is read all the same, or a few reasons
where the system decides which wall is hit first.
"""

from __future__ import annotations

import io
import zlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

from tests.hostile.writing import (
    DATA,
    MEBIBYTE,
    bomb,
    carrier,
    packed,
    pdf,
    stream,
    without_data,
)
from thuiswerkplek.report.carried import NAME

if TYPE_CHECKING:
    from collections.abc import Callable

GIBIBYTE = 1 << 30
FLATE = b"/Filter/FlateDecode"
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"


class Case(NamedTuple):
    """A file and what must become of it."""

    make: Callable[[], bytes]
    reasons: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def refused(make: Callable[[], bytes], *reasons: str) -> Case:
    return Case(make, reasons)


def read(make: Callable[[], bytes], *flags: str) -> Case:
    return Case(make, flags=flags)


# --- What eats memory or time (row 9) ---


def attachment_bomb() -> bytes:
    return carrier(file=stream(bomb(2 * GIBIBYTE), FLATE))


def attachment_bomb_twice_packed() -> bytes:
    return carrier(
        file=stream(
            zlib.compress(bomb(2 * GIBIBYTE), 9), b"/Filter[/FlateDecode/FlateDecode]"
        )
    )


def attachment_just_too_large() -> bytes:
    return carrier(b" " * (2 * MEBIBYTE + 1))


def attachment_too_large_unpacked() -> bytes:
    data = b" " * (2 * MEBIBYTE + 1)
    return carrier(data, file=stream(data))


def catalogue_in_object_stream(size: int, filling: bytes = b" ") -> bytes:
    """Hide the catalogue in a stream that unpacks to `size` bytes."""
    first = b"1 0 "
    body = first + b"<</Type/Catalog/Pages 2 0 R>>"
    return _with_xref_stream(
        stream(
            bomb(size, body, filling),
            b"/Type/ObjStm/N 1/First %d" % len(first) + FLATE,
        ),
    )


def object_stream_of_numbers() -> bytes:
    """Fill an object stream with more numbers than memory holds."""
    numbers = b"[" + b"0 " * 99_999 + b"]"
    body = b"<</Type/Catalog/Pages 2 0 R/X[" + numbers * 38 + b"]>>"
    return _with_xref_stream(
        packed(b"1 0 " + body, b"/Type/ObjStm/N 1/First 4"),
    )


def _with_xref_stream(object_stream: bytes) -> bytes:
    """Return a file whose catalogue (1) is in object stream 3; its table is 4."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = {}
    for number, content in ((2, PAGES), (3, object_stream)):
        offsets[number] = out.tell()
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    start = out.tell()
    rows = [(0, 0, 0), (2, 3, 0), (1, offsets[2], 0), (1, offsets[3], 0), (1, start, 0)]
    table = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + bytes([index])
        for kind, place, index in rows
    )
    entries = b"/Type/XRef/Size 5/W[1 4 1]/Root 1 0 R"
    out.write(b"4 0 obj\n%b\nendobj\n" % stream(table, entries))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def xref_stream_of_many(count: int = 100_000_000) -> bytes:
    body = b"%PDF-1.7\n"
    entries = b"/Type/XRef/Size %d/W[1 1 0]/Root 1 0 R" % count + FLATE
    table = stream(bomb(2 * count), entries)
    return body + b"1 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(body))


def many_objects() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES, *[b"0"] * 200_000])


def many_objects_and_a_script() -> bytes:
    return carrier(more=[b"<</JS()>>", *[b"0"] * 150_000])


def too_many_objects() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES, *[b"0" * 8] * 1_000_000])


def sparse_tail() -> bytes:
    return carrier() + bytes(10 * MEBIBYTE)


def file_of_numbers() -> bytes:
    """Fill a file below the limit with what takes seventy times its size."""
    numbers = b"[" + b"0 " * 99_999 + b"]"
    return carrier(catalog=b"/X[" + numbers * 48 + b"]")


def large_container() -> bytes:
    return carrier(catalog=b"/X[" + b"0 " * 200_000 + b"]")


def large_name_list() -> bytes:
    pairs = b"".join(b"(%06d)5 0 R" % number for number in range(30_000))
    names = b"<</EmbeddedFiles<</Names[%b]>>>>" % pairs
    return carrier(names=names, sealed=False)


def filters(count: int) -> bytes:
    chain = b"/Filter[" + b"/ASCIIHexDecode" * count + b"]"
    return carrier(file=stream(b"00>", chain))


def deep(opening: bytes, closing: bytes, levels: int = 100_000) -> bytes:
    return carrier(catalog=b"/X " + opening * levels + closing * levels)


def lzw_bomb() -> bytes:
    return carrier(file=stream(b"\x80\x0b\x60\x50" * 900_000, b"/Filter/LZWDecode"))


def run_length_bomb() -> bytes:
    return carrier(file=stream(b"\x81\x00" * 2_000_000, b"/Filter/RunLengthDecode"))


def predictor_bomb() -> bytes:
    parms = b"/DecodeParms<</Predictor 15/Columns 2000000000>>"
    return carrier(file=stream(bomb(64 * MEBIBYTE), FLATE + parms))


def page_content_bomb() -> bytes:
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream(bomb(2 * GIBIBYTE), FLATE),
        ]
    )


def forms_in_forms() -> bytes:
    """Draw a form that draws two that draw two..., thirty deep."""
    forms = [
        stream(
            b"/A Do /B Do " * 8,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
            b"/Resources<</XObject<</A %d 0 R/B %d 0 R>>>>" % (number, number),
        )
        for number in range(8, 38)
    ]
    last = stream(b"BT (x) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return without_data(
        content=b"/A Do",
        page=b"/Resources<</XObject<</A 7 0 R>>>>",
        more=[*forms, last],
    )


def much_text() -> bytes:
    return without_data(content=b"BT /F 9 Tf (x) Tj ET " * 400_000)


def odd_font() -> bytes:
    """Ask for letters that no library knows, of which one complains aloud."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding/OfMyOwn>>"
    return without_data(
        content=b"BT /F 9 Tf (x) Tj ET",
        page=b"/Resources<</Font<</F 7 0 R>>>>",
        more=[font],
    )


def many_pages() -> bytes:
    kids = b"3 0 R " * 90_000
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count 90000>>" % kids,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream(b""),
        ]
    )


# --- Loops ---


def names_loop() -> bytes:
    return carrier(names=b"<</EmbeddedFiles 7 0 R>>", more=[b"<</Kids[7 0 R 7 0 R]>>"])


def names_wide() -> bytes:
    """Branch in two at every level: more ends than there are atoms."""
    nodes = [b"<</Kids[%d 0 R %d 0 R]>>" % (n, n) for n in range(8, 200)]
    leaf = b"<</Names[(x) 5 0 R]>>"
    return carrier(names=b"<</EmbeddedFiles 7 0 R>>", more=[*nodes, leaf])


def names_chain() -> bytes:
    """Put the attachment at the end of a chain of nodes that is not too long."""
    nodes = [b"<</Kids[%d 0 R]>>" % n for n in range(8, 20)]
    leaf = b"<</Names[(%b) 5 0 R]>>" % NAME.encode()
    return carrier(names=b"<</EmbeddedFiles 7 0 R>>", more=[*nodes, leaf])


def pages_loop() -> bytes:
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>",
            b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 3 0 R>>",
        ]
    )


def pages_loop_beside_data() -> bytes:
    return carrier().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")


def xref_loop() -> bytes:
    made = carrier()
    start = int(made.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return made.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def reference_to_itself() -> bytes:
    return carrier(catalog=b"/X 7 0 R", more=[b"7 0 R"])


def length_of_itself() -> bytes:
    return carrier(file=b"<</Length 6 0 R>>stream\nx\nendstream")


def form_loop() -> bytes:
    form = stream(
        b"/A Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 7 0 R>>>>",
    )
    return without_data(
        content=b"/A Do", page=b"/Resources<</XObject<</A 7 0 R>>>>", more=[form]
    )


# --- Not as it should be ---


def length(stated: int) -> bytes:
    return carrier(file=stream(DATA, length=stated))


def two_of_our_name() -> bytes:
    pair = b"(%b) 5 0 R" % NAME.encode()
    return carrier(names=b"<</EmbeddedFiles<</Names[%b %b]>>>>" % (pair, pair))


def saved_with(**options: object) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(carrier())) as made:
        made.save(target, **options)
    return target.getvalue()


def half() -> bytes:
    return carrier()[: len(carrier()) // 2]


def without_tail() -> bytes:
    made = carrier()
    return made[: made.rindex(b"xref\n0")]


def of_wrong_type(part: str) -> bytes:
    """Put a number where something else belongs."""
    wrong = {
        "names": {"names": b"5"},
        "list": {"names": b"<</EmbeddedFiles 5>>"},
        "pairs": {"names": b"<</EmbeddedFiles<</Names 5>>>>"},
        "kids": {"names": b"<</EmbeddedFiles<</Kids[5]>>>>"},
        "file": {"names": b"<</EmbeddedFiles<</Names[(%b) 5]>>>>" % NAME.encode()},
        "data": {"file": b"5"},
        "filter": {"file": stream(DATA, b"/Filter 5")},
        "no filter": {"file": stream(DATA, b"/Filter[]")},
    }[part]
    return carrier(**wrong)  # type: ignore[arg-type]


def data_elsewhere() -> bytes:
    return carrier(file=stream(DATA, b"/F(/etc/passwd)"))


def broken_packing() -> bytes:
    return carrier(file=stream(zlib.compress(DATA)[:-9], FLATE))


# --- What acts (row 14): read, never run, flagged ---

ACTIONS = {
    "script at opening": (b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>", "scripts"),
    "script by name": (
        b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS()>>]>>>>",
        "scripts",
    ),
    "script spelled otherwise": (b"/OpenAction<</S/J#61vaScript/J#53()>>", "scripts"),
    "program": (b"/OpenAction<</S/Launch/F(cmd.exe)>>", "launch"),
    "program on a share": (b"/OpenAction<</S/Launch/F(\\\\\\\\host\\\\x)>>", "launch"),
    "form": (b"/AcroForm<</Fields[]/XFA()>>", "forms"),
    "sends a form": (b"/OpenAction<</S/SubmitForm/F(x:)>>", "forms"),
    "film": (b"/OpenAction<</S/Rendition>>", "media"),
    "link": (b"/OpenAction<</S/URI/URI(http://127.0.0.1/)>>", "links"),
    "other file": (b"/OpenAction<</S/GoToR/F(x.pdf)>>", "links"),
    "file inside": (b"/Collection<<>>", "files"),
}


def acting(entry: bytes) -> bytes:
    if entry.startswith(b"/Names"):
        names = b"<</EmbeddedFiles<</Names[(%b) 5 0 R]>>%b>>"
        inner = entry.removeprefix(b"/Names<<").removesuffix(b">>")
        return carrier(names=names % (NAME.encode(), inner))
    return carrier(catalog=entry)


def script_in_object_stream() -> bytes:
    with pikepdf.open(io.BytesIO(carrier(catalog=b"/OpenAction<</S/Launch>>"))) as made:
        target = io.BytesIO()
        made.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/Launch" not in target.getvalue()
    return target.getvalue()


def another_file() -> bytes:
    pairs = b"(a.exe) 7 0 R(%b) 5 0 R" % NAME.encode()
    return carrier(
        names=b"<</EmbeddedFiles<</Names[%b]>>>>" % pairs,
        more=[b"<</Type/Filespec/F(a.exe)/EF<</F 8 0 R>>>>", stream(b"MZ")],
    )


def quiet_words() -> bytes:
    """Say the words where they mean nothing: in a text."""
    return carrier(catalog=b"/X(a \\(/JS\\) /Launch /URI)")


# --- XML that reaches out (row 15): XMP is not read at all ---


def xmp(text: str) -> bytes:
    content = stream(text.encode(), b"/Type/Metadata/Subtype/XML")
    return carrier(catalog=b"/Metadata 7 0 R", more=[content])


def xmp_entity(target: str) -> bytes:
    return xmp(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{target}">'
        f'<!ENTITY % p SYSTEM "{target}"> %p;]><x>&e;</x>'
    )


def xmp_explosion() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    return xmp(f'<!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><x>&e29;</x>')


HEAVY = ("too-heavy", "reader-stopped", "damaged-pdf")

CASES: dict[str, Case] = {
    "data to 2 GiB": refused(attachment_bomb, "too-large"),
    "data to 2 GiB, twice packed": refused(attachment_bomb_twice_packed, "damaged-pdf"),
    "data of 2 MiB and a byte": refused(attachment_just_too_large, "too-large"),
    "data of 2 MiB, not packed": refused(attachment_too_large_unpacked, "too-large"),
    "catalogue in 1 GiB": refused(
        partial(catalogue_in_object_stream, GIBIBYTE), "damaged-pdf"
    ),
    "catalogue among numbers": refused(object_stream_of_numbers, *HEAVY),
    "table of 100 million": refused(xref_stream_of_many, "damaged-pdf"),
    "200,000 objects": refused(many_objects, "no-report", "damaged-pdf"),
    "150,000 objects, one a script": refused(many_objects_and_a_script, "too-heavy"),
    "1,000,000 objects": refused(too_many_objects, "too-large"),
    "zeros after the end": refused(sparse_tail, "too-large"),
    "nothing but numbers": refused(file_of_numbers, *HEAVY),
    "a list of 200,000": read(large_container),
    "30,000 attachments": refused(large_name_list, "no-report"),
    "60 filters": refused(partial(filters, 60), "damaged-pdf"),
    "5,000 filters": refused(partial(filters, 5_000), "damaged-pdf"),
    "deep lists": refused(partial(deep, b"[", b"]"), "damaged-pdf"),
    "deep dictionaries": refused(partial(deep, b"<</a", b">>"), "damaged-pdf"),
    "packed by LZW": refused(lzw_bomb, "too-large", "damaged-pdf"),
    "packed by run length": refused(run_length_bomb, "too-large", "damaged-pdf"),
    "packed by predictor": refused(predictor_bomb, "damaged-pdf"),
    "page to 2 GiB, no data": refused(page_content_bomb, "no-report"),
    "forms in forms, no data": refused(forms_in_forms, "no-report"),
    "much text, no data": refused(much_text, "no-report"),
    "an odd font, no data": refused(odd_font, "no-report"),
    "90,000 pages, no data": refused(many_pages, "no-report", "damaged-pdf"),
    "names in a loop": refused(names_loop, "damaged-pdf"),
    "names that branch": refused(names_wide, "damaged-pdf"),
    "names in a chain": read(names_chain),
    "pages in a loop, no data": refused(pages_loop, "damaged-pdf"),
    "pages in a loop": refused(pages_loop_beside_data, "damaged-pdf"),
    "table in a loop": refused(xref_loop, "damaged-pdf"),
    "reference to itself": read(reference_to_itself),
    "length that is itself": refused(length_of_itself, "damaged-pdf"),
    "form in a loop, no data": refused(form_loop, "no-report"),
    "length of 1 GB": refused(partial(length, 10**9), "damaged-pdf"),
    "length below zero": refused(partial(length, -5), "damaged-pdf"),
    "length of zero": refused(partial(length, 0), "damaged-pdf", "not-json"),
    "two of our name": refused(two_of_our_name, "twice"),
    "password": refused(
        partial(saved_with, encryption=pikepdf.Encryption(owner="o", user="u")),
        "encrypted",
    ),
    "owner's password": refused(
        partial(saved_with, encryption=pikepdf.Encryption(owner="o", user="")),
        "encrypted",
    ),
    "half": refused(half, "damaged-pdf"),
    "without its tail": refused(without_tail, "damaged-pdf"),
    "nothing": refused(bytes, "not-pdf"),
    "only a header": refused(lambda: b"%PDF-1.7\n", "damaged-pdf"),
    "no PDF": refused(lambda: b"PK\x03\x04" + carrier(), "not-pdf"),
    "data kept elsewhere": refused(data_elsewhere, "damaged-pdf"),
    "data broken off": refused(broken_packing, "damaged-pdf"),
    "an external entity": read(partial(xmp_entity, "file:///etc/passwd")),
    "entities that explode": read(xmp_explosion),
    "script in a packed object": read(script_in_object_stream, "launch"),
    "another file beside it": read(another_file, "files"),
    "words that mean nothing": read(quiet_words),
    **{
        f"wrong type: {part}": refused(
            partial(of_wrong_type, part), "damaged-pdf", "no-report", "cleaned"
        )
        for part in (
            *("names", "list", "pairs", "kids"),
            *("file", "data", "filter", "no filter"),
        )
    },
    **{
        f"acts: {name}": read(partial(acting, entry), flag)
        for name, (entry, flag) in ACTIONS.items()
    },
}
