"""The seal on paper: what edits and forgeries become, and what never is unchanged."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import time
import zlib
from dataclasses import replace
from statistics import median

import pikepdf
import pytest

from tests.fakes import FixedClock
from tests.report.sealed import (
    CATALOGUE,
    KEY,
    NOTHING,
    OTHER,
    PROGRAM,
    by_hand,
    data_of,
    edited,
    entry_of,
    paper,
    report_number,
    said,
    seal_of,
    updated,
)
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.seal import Seal, SealState
from thuiswerkplek.exchange import keys
from thuiswerkplek.exchange.keys import Purpose
from thuiswerkplek.report import pdf
from thuiswerkplek.report.attachment import NAME

REPORT, ELSE = report_number(2), report_number(3)


@pytest.fixture(scope="module")
def file():
    return paper(REPORT)


# A report as it was saved


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("report", [NOTHING, REPORT, report_number(1)])
def test_as_it_was_saved_it_is_unchanged(report, language):
    made = paper(report, language=language)

    assert said(made) == (SealState.UNCHANGED, report)
    assert said(made, KEY.public) == (SealState.UNCHANGED, report)
    assert said(made, OTHER.public) == (SealState.OTHER_KEY, report)


def test_the_seal_stands_in_the_catalogue_in_its_one_form(file):
    seal = seal_of(file)
    entry = f"/TWPL_Seal <</Key ({seal.key})/Data ({seal.data})/File ({seal.file})>>"

    assert file.count(b"/TWPL_Seal") == 1
    assert entry_of(file) == entry.encode()
    assert seal.key == KEY.public


def test_only_the_key_decides_about_the_seal_and_nothing_else(file):
    again = pdf.make(REPORT, CATALOGUE, language="nl", program=PROGRAM, key=KEY)
    other = paper(REPORT, OTHER)

    assert again == file
    assert len(other) == len(file)
    first, second = entry_of(file), entry_of(other)
    assert other.replace(second, b"")[:-200] == file.replace(first, b"")[:-200]


ODD_NAMES = (
    "/TWPL_Seal",
    "/TWPL_Seal <</Key (",
    ")/TWPL_Seal <</Key (" + "0" * 64 + ")/Data (",
    "%/TWPL_Seal <</Key \\(",
    "/TWPL_Seal &lt;&lt;/Key (é😀",
)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_somebody_may_be_called_after_the_seal(name):
    """Names stand in the title, the bookmarks and the tags, some of it as it is."""
    place = replace(REPORT.places[0], name=name)
    report = replace(REPORT, person=Person(name, name, name), places=(place,))

    assert said(paper(report)) == (SealState.UNCHANGED, report)


# Edited on the way: the answers are the ones that were sealed


def painted_over(document):
    page = document.pages[0]
    white = document.make_stream(b"1 g 0 0 600 400 re f")
    page.contents_add(white)


def page_removed(document):
    del document.pages[-1]


def page_added(document):
    document.add_blank_page()


def other_pages(document):
    with pikepdf.open(io.BytesIO(paper(ELSE))) as other:
        content = other.pages[0].Contents.read_bytes()
    document.pages[0].Contents = document.make_stream(content)


def annotated(document):
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Rect=[10, 10, 30, 30],
        Contents="Akkoord",
    )
    document.pages[0].Annots = document.make_indirect([note])


def other_title(document):
    document.docinfo["/Title"] = "Iets anders"


def seal_elsewhere(document):
    document.Root["/TWPL_Seal"] = document.make_indirect(document.Root["/TWPL_Seal"])


def seal_as_hex(document):
    for part, text in list(document.Root["/TWPL_Seal"].items()):
        document.Root["/TWPL_Seal"][part] = pikepdf.String(str(text))


CHANGES = [
    painted_over,
    page_removed,
    page_added,
    other_pages,
    annotated,
    other_title,
    seal_elsewhere,
    seal_as_hex,
]


@pytest.mark.parametrize("change", CHANGES)
def test_an_edit_in_a_program_for_pdfs_is_seen_and_the_values_stay(file, change):
    assert said(edited(file, change)) == (SealState.FILE_EDITED, REPORT)


WAYS = {
    "as it is": {},
    "packed": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    "for the web": {"linearize": True},
    "decoded": {"stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    "readable": {"qdf": True},
    "same identity": {"deterministic_id": True},
}


@pytest.mark.parametrize("way", WAYS)
def test_saving_again_is_seen_and_the_values_stay(file, way):
    again = edited(file, lambda _: None, **WAYS[way])

    assert said(again) == (SealState.FILE_EDITED, REPORT)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not here")
@pytest.mark.parametrize(
    "options", [[], ["--qdf"], ["--linearize"], ["--object-streams=generate"]]
)
def test_saving_again_by_qpdf_is_seen_and_the_values_stay(file, tmp_path, options):
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    one.write_bytes(file)
    subprocess.run(["qpdf", *options, str(one), str(other)], check=True)

    assert said(other.read_bytes()) == (SealState.FILE_EDITED, REPORT)


def test_anything_after_the_end_is_seen(file):
    for tail in (b"\n", b" ", b"\0", b"%", b"X-Virus: clean", file):
        state, report = said(file + tail)
        assert (state, report) in {
            (SealState.FILE_EDITED, REPORT),
            ("damaged-pdf", None),
        }, tail
    assert said(file + b"\n") == (SealState.FILE_EDITED, REPORT)


def test_other_line_ends_never_pass_for_the_original(file):
    for one, other in ((b"\n", b"\r\n"), (b"\n", b"\r"), (b" ", b"  ")):
        assert said(file.replace(one, other))[0] != SealState.UNCHANGED


def test_an_update_behind_the_file_is_seen(file):
    """The way programs for PDFs sign, comment and fill in: the old bytes all stay."""
    with pikepdf.open(io.BytesIO(file)) as document:
        page = document.pages[0].obj
        number, content = page.objgen[0], page.unparse(resolved=True)

    again = updated(file, number, content.replace(b"595", b"495"))

    assert again.startswith(file)
    assert said(again) == (SealState.FILE_EDITED, REPORT)


# Somebody means harm


def with_data(file, data, seal=None):
    """Put other data into a report, and another seal if there is one."""

    def change(document):
        stream = document.Root.Names.EmbeddedFiles.Names[1].EF.F
        stream.write(zlib.compress(data), filter=pikepdf.Name.FlateDecode)
        if seal:
            document.Root["/TWPL_Seal"] = pikepdf.Dictionary(
                Key=pikepdf.String(seal.key),
                Data=pikepdf.String(seal.data),
                File=pikepdf.String(seal.file),
            )

    return edited(file, change, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def test_other_data_in_the_file_are_refused(file):
    better = replace(REPORT, places=ELSE.places)

    for data in (data_of(ELSE), data_of(better), data_of(REPORT) + b"\n"):
        assert said(with_data(file, data)) == ("changed", None)


def test_data_replaced_by_an_update_are_refused(file):
    with pikepdf.open(io.BytesIO(file)) as document:
        number = document.Root.Names.EmbeddedFiles.Names[1].EF.F.objgen[0]
    data = data_of(ELSE)
    content = b"<</Type/EmbeddedFile/Length %d>>\nstream\n%b\nendstream"

    again = updated(file, number, content % (len(data), data))

    assert said(again) == ("changed", None)


def test_a_seal_of_another_document_is_refused(file):
    other = paper(ELSE)
    exchanged = file.replace(entry_of(file), entry_of(other))

    assert said(exchanged) == ("changed", None)


def test_another_report_of_the_same_person_does_not_pass_either(file):
    """A newer version's data in an older version's file, and the other way round."""
    newer = paper(replace(REPORT, version=2, replaces=1))
    for one, other in ((file, newer), (newer, file)):
        assert said(one.replace(entry_of(one), entry_of(other))) == ("changed", None)


def test_sealed_again_by_somebody_else_it_is_another_key(file):
    """Nothing in a file can prevent this; the key of the person's reports does."""
    forged = paper(ELSE, OTHER)
    again = with_data(file, data_of(ELSE), seal_of(forged))

    assert said(forged, KEY.public) == (SealState.OTHER_KEY, ELSE)
    assert said(again, KEY.public) == (SealState.OTHER_KEY, ELSE)
    assert said(again) == (SealState.FILE_EDITED, ELSE)


def test_the_key_of_one_beside_the_signatures_of_another_is_refused(file):
    forged = file.replace(KEY.public.encode(), OTHER.public.encode())

    assert said(forged) == ("changed", None)
    assert said(forged, OTHER.public) == ("changed", None)


def spelled(file, change):
    """Return the file with its entry written in another way, its places kept."""
    entry = entry_of(file)
    other = change(entry)
    moved = file.replace(entry, other)
    return moved if len(other) == len(entry) else _renumbered(moved)


def _renumbered(file):
    """Put the table of places right after bytes were added or taken away."""
    start = file.rindex(b"xref\n0 ")
    head = file[: file.rindex(b"startxref")]
    lines = head[start:].split(b"\n")
    count = int(lines[1].split()[1])
    for number in range(1, count):
        at = file.index(b"\n%d 0 obj\n" % number) + 1
        lines[1 + 1 + number] = b"%010d 00000 n " % at
    return file[:start] + b"\n".join(lines) + b"startxref\n%d\n%%%%EOF\n" % start


def part(name, change):
    """Return what changes the text of one part of the seal."""
    pattern = re.compile(rb"(/%b \()([^)]*)" % name)
    return lambda entry: pattern.sub(lambda m: m[1] + change(m[2]), entry)


def instead(one, other):
    return lambda entry: entry.replace(one, other)


def hexadecimal(entry):
    return re.sub(rb"\((\w+)\)>>", lambda m: b"<%b>>>" % m[1].hex().encode(), entry)


EDITED = SealState.FILE_EDITED
SPELLINGS = {
    "key in capitals": (part(b"Key", bytes.upper), "changed"),
    "key a letter short": (part(b"Key", lambda text: text[:-1]), "changed"),
    "key a byte short": (part(b"Key", lambda text: text[:-2]), "changed"),
    "key too long": (part(b"Key", lambda text: text + b"00"), "changed"),
    "key of zeros": (part(b"Key", lambda text: b"0" * 64), "changed"),
    "no key": (part(b"Key", lambda text: b""), "no-seal"),
    "data in capitals": (part(b"Data", bytes.upper), "changed"),
    "data cut short": (part(b"Data", lambda text: text[:-2]), "changed"),
    "data too long": (part(b"Data", lambda text: text + b"00"), "no-seal"),
    "file in capitals": (part(b"File", bytes.upper), EDITED),
    "file cut short": (part(b"File", lambda text: text[:-2]), EDITED),
    "file of zeros": (part(b"File", lambda text: b"0" * 128), EDITED),
    "file with an escape": (
        part(b"File", lambda text: b"\\%03o" % text[0] + text[1:]),
        EDITED,
    ),
    "file over two lines": (part(b"File", lambda text: b"\\\n" + text), EDITED),
    "file as hexadecimal": (hexadecimal, EDITED),
    "name in capitals": (bytes.upper, "no-seal"),
    "name with an escape": (instead(b"Seal", b"#53eal"), EDITED),
    "part with an escape": (instead(b"/File", b"/#46ile"), EDITED),
    "more room": (instead(b" <<", b"  <<"), EDITED),
    "less room": (instead(b" <<", b"<<"), EDITED),
    "lines": (instead(b")/", b")\n/"), EDITED),
    "comment inside": (instead(b"/File", b"%\n/File"), EDITED),
    "one part twice": (instead(b"/File (", b"/File (00)/File ("), EDITED),
    "another part beside": (instead(b">>", b"/Note (x)>>"), "no-seal"),
    "a part missing": (lambda entry: entry[:-138] + b">>", "no-seal"),
    "text": (lambda entry: b"/TWPL_Seal (" + b"0" * 64 + b")", "no-seal"),
    "numbers": (lambda entry: b"/TWPL_Seal <</Key 1/Data 2/File 3>>", "no-seal"),
    "nothing": (lambda entry: b"", "no-seal"),
}


@pytest.mark.parametrize("way", SPELLINGS)
def test_a_seal_written_in_any_other_way(file, way):
    change, wanted = SPELLINGS[way]
    again = spelled(file, change)
    assert again != file

    state, report = said(again)

    assert state != SealState.UNCHANGED
    assert state == wanted
    assert report == (REPORT if wanted is EDITED else None)


def test_a_second_seal_or_a_decoy_is_seen(file):
    entry, other = entry_of(file), entry_of(paper(ELSE, OTHER))
    behind_the_head = file.index(b"\n", 10) + 1

    def beside(text, place):
        return _renumbered(file[:place] + text + file[place:])

    at = file.index(entry)
    for text, place in (
        (b"%" + entry + b"\n", behind_the_head),
        (b"%" + other + b"\n", behind_the_head),
        (entry + b" ", at),
        (entry, at + len(entry)),
        (other, at + len(entry)),
        (b"/TWPL_#53eal" + other[10:], at + len(entry)),
    ):
        state, report = said(beside(text, place))
        assert state in {SealState.FILE_EDITED, "changed", "damaged-pdf"}, text
        assert report in {None, REPORT}


def test_a_decoy_in_a_comment_is_an_edited_file(file):
    assert said(file + b"%" + entry_of(file)) == (SealState.FILE_EDITED, REPORT)


def test_a_seal_anywhere_but_in_the_catalogue_is_none(file):
    def move(document):
        document.pages[0].obj["/TWPL_Seal"] = document.Root["/TWPL_Seal"]
        document.docinfo["/TWPL_Seal"] = "x"
        del document.Root["/TWPL_Seal"]

    assert said(edited(file, move)) == ("no-seal", None)


def test_the_whole_report_inside_another_file_lends_it_nothing(file):
    """Bytes that are unchanged somewhere in a file do not make the file unchanged."""
    data = data_of(ELSE)
    inside = b"<<\n" + b"/Decoy %d 0 R" % 9 + b">>"
    carrier = by_hand(data, OTHER)

    for forged in (
        carrier + file,
        carrier[: carrier.index(b"1 0 obj")]
        + b"%"
        + entry_of(file)
        + b"\n"
        + carrier[15:],
        file + carrier,
        by_hand(data, seal=seal_of(file), extra=inside),
    ):
        state, report = said(forged)
        assert state != SealState.UNCHANGED
        assert report in {None, ELSE, REPORT}
        assert report != ELSE or said(forged, KEY.public)[0] == SealState.OTHER_KEY


def test_the_right_data_in_a_file_of_somebody_elses_making():
    """Data and their signature can be lifted out whole; the pages around them cannot."""
    lifted = by_hand(data_of(REPORT), seal=seal_of(paper(REPORT)))

    assert said(lifted) == (SealState.FILE_EDITED, REPORT)


def test_signatures_for_the_wrong_purpose(file):
    seal, data = seal_of(file), data_of(REPORT)
    as_file = KEY.sign(Purpose.FILE, data)

    forged = by_hand(data, seal=seal._replace(data=as_file))
    assert said(forged) == ("changed", None)

    unsigned = by_hand(data, seal=Seal(seal.key, seal.data, "0" * 128))
    as_data = KEY.sign(Purpose.DATA, unsigned).encode()
    assert said(unsigned.replace(b"0" * 128, as_data)) == (
        SealState.FILE_EDITED,
        REPORT,
    )
    as_file = KEY.sign(Purpose.FILE, unsigned).encode()
    assert said(unsigned.replace(b"0" * 128, as_file)) == (
        SealState.UNCHANGED,
        REPORT,
    )


def test_a_second_attachment_of_our_name_is_refused(file):
    def add(document):
        names = document.Root.Names.EmbeddedFiles.Names
        names.extend([pikepdf.String(NAME), names[1]])

    assert said(edited(file, add))[1] is None


# What it costs


def test_sealing_costs_a_moment():
    report, file = report_number(1), paper(report_number(1))
    data = data_of(report)
    times = []
    for _ in range(15):
        begun = time.perf_counter()
        seal = keys.open_seal(data, KEY)
        unsigned = file.replace(entry_of(file)[11:], keys.written(seal))
        keys.close_seal(unsigned, seal, KEY)
        times.append(time.perf_counter() - begun)

    assert median(times) < 0.01


def test_demo_gives_everyone_a_key_of_their_own_and_the_same_again():
    people = [bootstrap.demo(seed=seed, clock=FixedClock()) for seed in (1, 1, 2)]
    found = [[maker.key(n).public for n in range(50)] for maker in people]

    assert found[0] == found[1]
    assert len({*found[0], *found[2]}) == 100
