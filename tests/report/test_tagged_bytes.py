"""What the file holds beside its pages: same bytes, little metadata, attachments."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.verapdf.stories import STORIES, Story, hostile, made, small
from thuiswerkplek.report import tagged

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 9)
FILE = tagged.Attachment("a b é.json", b'{"x": 1}', "application/json", "Data", DAY)


def built(title: str = "Titel (één)", *files: tagged.Attachment) -> bytes:
    info = tagged.DocumentInfo(title, "nl-NL", DAY)
    return tagged.build(small, info, files, header="H", footer=lambda *_: "F")


@pytest.mark.parametrize("story", STORIES)
def test_same_story_gives_same_bytes(story: Story) -> None:
    made.cache_clear()
    first = made(story)
    made.cache_clear()

    assert made(story) == first


def test_bytes_do_not_depend_on_the_clock_or_the_process(tmp_path: Path) -> None:
    script = (
        "import hashlib, time; time.time = lambda: 1e9\n"
        "from tests.verapdf.stories import made, small\n"
        "print(hashlib.sha256(made(small)).hexdigest())"
    )

    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    }

    assert len(answers) == 1


def test_identity_follows_the_content() -> None:
    def identity(pdf: bytes) -> bytes:
        with pikepdf.open(BytesIO(pdf)) as file:
            return bytes(file.trailer.ID[0])

    assert identity(built("A")) == identity(built("A"))
    assert identity(built("A")) != identity(built("B"))


def test_metadata_says_title_language_day_and_nothing_of_the_maker() -> None:
    with pikepdf.open(BytesIO(built())) as file:
        info = {key: str(value) for key, value in file.docinfo.items()}
        xmp = file.Root.Metadata.read_bytes().decode()
        language = str(file.Root.Lang)

    assert info == {
        "/Title": "Titel (één)",
        "/Producer": "thuiswerkplek",
        "/CreationDate": "D:20260309000000Z",
        "/ModDate": "D:20260309000000Z",
    }
    assert language == "nl-NL"
    assert "2026-03-09T00:00:00Z" in xmp
    assert "Titel (één)" in xmp
    assert "nl-NL" in xmp
    assert "creator" not in xmp.lower()


def test_file_names_no_other_program_or_folder() -> None:
    for story in STORIES:
        raw = made(story).lower()
        assert b"reportlab" not in raw
        assert b"anonymous" not in raw
        assert b"/thumb" not in raw
        assert b"helvetica" not in raw


def test_every_stream_ends_with_a_line_end() -> None:
    raw = built("T", FILE)

    assert raw.count(b"endstream") == raw.count(b"\nendstream\nendobj")
    for length in re.finditer(rb"/Length (\d+)", raw):
        start = raw.index(b"stream\n", length.end()) + len(b"stream\n")
        assert raw[start + int(length[1]) :].startswith(b"\nendstream")


def test_what_reportlab_leaves_out_of_catalogue_and_pages_is_written() -> None:
    with pikepdf.open(BytesIO(built("T", FILE))) as file:
        (intent,) = file.Root.OutputIntents
        profile = intent.DestOutputProfile.read_bytes()
        pages = [page.obj for page in file.pages]

        assert intent.S == "/GTS_PDFA1"
        assert profile[36:40] == b"acsp"
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert [int(page.StructParents) for page in pages] == [*range(len(pages))]
        assert all(page.Tabs == "/S" for page in pages)


def test_attachment_carries_its_data_and_description() -> None:
    with pikepdf.open(BytesIO(built("T", FILE))) as file:
        (spec,) = file.Root.AF
        name, named = file.Root.Names.EmbeddedFiles.Names
        stream = spec.EF.F

        assert named.objgen == spec.objgen
        assert str(name) == str(spec.F) == str(spec.UF) == "a b é.json"
        assert spec.AFRelationship == "/Data"
        assert str(spec.Desc) == "Data"
        assert stream.Subtype == "/application/json"
        assert stream.Params.Size == len(FILE.data)
        assert str(stream.Params.ModDate) == "D:20260309000000Z"
        assert len(bytes(stream.Params.CheckSum)) == 16
        assert list(stream.Filter) == [pikepdf.Name.FlateDecode]
        assert stream.read_bytes() == FILE.data


def test_attachments_are_listed_by_name() -> None:
    second = tagged.Attachment("0.txt", b"", "text/plain", "", DAY)

    with pikepdf.open(BytesIO(built("T", FILE, second))) as file:
        names = [str(name) for name in file.Root.Names.EmbeddedFiles.Names[::2]]
        assert names == ["0.txt", "a b é.json"]
        assert sorted(file.attachments) == names
    with pikepdf.open(BytesIO(built("T"))) as file:
        assert "/AF" not in file.Root


@pytest.mark.skipif(not shutil.which("pdfdetach"), reason="no pdfdetach here")
def test_other_programs_find_the_attachment(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(built("T", FILE))

    listed = subprocess.run(
        ["pdfdetach", "-list", str(path)], capture_output=True, check=True
    ).stdout.decode()

    assert "1 embedded files" in listed
    assert "a b é.json" in listed


def test_emoji_and_letters_can_be_copied_out_again() -> None:
    with pikepdf.open(BytesIO(made(hostile))) as file:
        maps = [
            font.ToUnicode.read_bytes().decode()
            for font in file.pages[0].Resources.Font.values()
            if "/ToUnicode" in font
        ]

    assert any("<D83DDE00>" in one for one in maps)  # 😀 as two halves of UTF-16
    for one in maps:
        assert not re.search(r"> <(0000|FEFF|FFFE)>", one)
        assert all(int(n) <= 100 for n in re.findall(r"(\d+) beginbfchar", one))


def test_faces_are_embedded_once_and_as_subsets() -> None:
    with pikepdf.open(BytesIO(made(small))) as file:
        faces = [
            str(font.BaseFont)
            for font in file.pages[0].Resources.Font.values()
            if "/FontDescriptor" in font
        ]

    assert all(re.match(r"/[A-Z]{6}\+DejaVuSans", face) for face in faces)
    assert len(made(small)) < 60_000


def test_tags_can_be_left_out_to_measure_what_they_cost() -> None:
    info = tagged.DocumentInfo("T", "nl-NL", DAY)
    raw = tagged.build(small, info, header="", footer=lambda *_: "", tagged=False)

    assert b"StructTreeRoot" not in raw
    with pikepdf.open(BytesIO(raw)) as file:
        assert "BDC" not in file.pages[0].Contents.read_bytes().decode()


def test_title_is_asked_for() -> None:
    with pytest.raises(ValueError, match="title"):
        built("  ")
