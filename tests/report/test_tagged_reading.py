"""What a screen reader, a search and a reader's side bar get out of the file."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from reportlab.graphics.shapes import Drawing, Rect

from thuiswerkplek.report import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INFO = tagged.DocumentInfo("Werkplekcheck", "nl-NL", date(2026, 11, 23))
needs_pdfinfo = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="no pdfinfo")
needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="no pdftotext"
)


def built(*story: tagged.Flowable) -> bytes:
    return tagged.build(
        lambda: list(story),
        INFO,
        header="Kop",
        footer=lambda page, pages: f"{page} van {pages}",
    )


def chart() -> Drawing:
    drawing = Drawing(60, 20)
    drawing.add(Rect(0, 0, 60, 20))
    return drawing


def sample() -> bytes:
    return built(
        tagged.heading(1, "Verslag"),
        tagged.paragraph(
            ["Zie ", tagged.link("de wet", "https://wetten.nl"), " over ",
             tagged.Run("home office", language="en"), "."]
        ),
        tagged.heading(2, "Wat helpt"),
        tagged.card([tagged.paragraph("Scherm hoger."), tagged.bullets(["een", "twee"])]),
        tagged.figure(chart(), "Een staaf"),
        tagged.rule(),
        tagged.table(
            [tagged.Column("Vraag"), tagged.Column("cm")],
            [["Tafel", "74"], [[tagged.paragraph("Stoel"), tagged.paragraph("zit")], "45"]],
            caption="Maten",
            row_headers=True,
        ),
    )  # fmt: skip


GOLDEN = """\
Document
  H1 (block)
    "Verslag"
  P (block)
    "Zie "
    Link (inline)
      "de wet"
      Object
    " over "
    Span (inline)
      "home office"
    "."
  H2 (block)
    "Wat helpt"
  Div
    P (block)
      "Scherm hoger."
    L (block):
       /ListNumbering /Disc
      LI (block)
        Lbl (block)
          "•"
        LBody (block)
          "een"
      LI (block)
        Lbl (block)
          "•"
        LBody (block)
          "twee"
  Figure:
     /Placement /Block
    ""
  Table (block)
    Caption
      "Maten"
    TR
      TH:
         /Scope /Column
        "Vraag"
      TH:
         /Scope /Column
        "cm"
    TR
      TH:
         /Scope /Row
        "Tafel"
      TD
        "74"
    TR
      TH:
         /Scope /Row
        P (block)
          "Stoel"
        P (block)
          "zit"
      TD
        "45"
"""


def outline(element: Any, depth: int = 0) -> Iterator[str]:
    yield "  " * depth + str(element.S)[1:]
    kids = element.get("/K", pikepdf.Array())
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from outline(kid, depth + 1)


def test_elements_follow_each_other_as_they_are_read() -> None:
    with pikepdf.open(BytesIO(sample())) as file:
        lines = list(outline(file.Root.StructTreeRoot.K))

    assert lines == [
        "Document",
        "  H1",
        "  P",
        "    Link",
        "    Span",
        "  H2",
        "  Div",
        "    P",
        "    L",
        "      LI",
        "        Lbl",
        "        LBody",
        "      LI",
        "        Lbl",
        "        LBody",
        "  Figure",
        "  Table",
        "    Caption",
        "    TR",
        "      TH",
        "      TH",
        "    TR",
        "      TH",
        "      TD",
        "    TR",
        "      TH",
        "        P",
        "        P",
        "      TD",
    ]


@needs_pdfinfo
def test_screen_reader_text_in_reading_order(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(sample())

    told = subprocess.run(
        ["pdfinfo", "-struct-text", "-enc", "UTF-8", str(path)],
        capture_output=True,
        check=True,
    ).stdout.decode()

    told = re.sub(r"Object \d+ 0", "Object", re.sub(r"\n +/BBox.*", "", told))
    lines = [line.rstrip() for line in told.splitlines()]
    assert lines == GOLDEN.splitlines()


@needs_pdftotext
def test_text_can_be_searched(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    sentence = "Een heel lange zin die over meer dan één regel loopt en niet breekt. "
    probes = ("60 cm → 74 cm", "ĳs en ijs", "€ 3,50 – 4,00", "✓ goed", "naïef café")
    path.write_bytes(
        built(tagged.heading(1, "Kop"), tagged.paragraph(sentence * 3),
              *(tagged.paragraph(probe) for probe in probes))
    )  # fmt: skip

    found = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True
    ).stdout.decode()

    for probe in probes:
        assert probe in found
    assert (sentence * 3).strip() in " ".join(found.replace("\n", " ").split())


def test_right_to_left_text_is_drawn_as_seen_and_told_as_meant() -> None:
    raw = built(tagged.heading(1, "Kop"), tagged.paragraph("Naam: مرحبا שלום."))

    with pikepdf.open(BytesIO(raw)) as file:
        meant = [
            str(one.operands[1].ActualText)
            for one in pikepdf.parse_content_stream(file.pages[0])
            if str(one.operator) == "BDC" and "/ActualText" in one.operands[1]
        ]

    assert meant == ["Naam: مرحبا שלום."]


def test_language_of_a_run_is_told() -> None:
    with pikepdf.open(BytesIO(sample())) as file:
        paragraph = file.Root.StructTreeRoot.K.K[1]
        spans = [k for k in paragraph.K if isinstance(k, pikepdf.Dictionary)]

    assert [str(s.get("/Lang", "")) for s in spans] == ["", "en"]


def test_link_is_clickable_and_has_words() -> None:
    with pikepdf.open(BytesIO(sample())) as file:
        (link,) = file.pages[0].Annots

        assert str(link.A.URI) == "https://wetten.nl"
        assert str(link.Contents) == "de wet"
        assert link.F == 4
        left, bottom, right, top = map(float, link.Rect)
    assert 60 < left < right < 200
    assert 10 < top - bottom < 15


def test_jump_leads_to_the_heading_with_its_anchor() -> None:
    raw = built(
        tagged.heading(1, "Kop"),
        tagged.paragraph(["Zie ", tagged.jump("verderop", "far"), "."]),
        tagged.page_break(),
        tagged.heading(2, "Ver", anchor="far"),
    )

    with pikepdf.open(BytesIO(raw)) as file:
        (link,) = file.pages[0].Annots
        page, kind, _left, top, _zoom = link.Dest

        assert page.objgen == file.pages[1].objgen
        assert kind == "/XYZ"
        assert 700 < float(top) < 842
        assert str(link.Contents) == "verderop"
        assert "/A" not in link


def test_jump_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="leads to nowhere-at-all"):
        built(
            tagged.heading(1, "x"), tagged.paragraph(tagged.jump("x", "nowhere-at-all"))
        )


def test_columns_are_read_one_after_the_other() -> None:
    raw = built(
        tagged.heading(1, "Kop"),
        tagged.beside(
            [
                [tagged.heading(2, "Links"), tagged.paragraph("een")],
                [tagged.heading(2, "Rechts"), tagged.bullets(["twee"])],
            ]
        ),
    )

    with pikepdf.open(BytesIO(raw)) as file:
        lines = [line.strip() for line in outline(file.Root.StructTreeRoot.K)]

    assert lines == ["Document", "H1", "H2", "P", "H2", "L", "LI", "Lbl", "LBody"]


def test_band_is_a_header_over_all_columns() -> None:
    columns = [tagged.Column("Vraag"), tagged.Column("cm"), tagged.Column("Dag")]
    raw = built(
        tagged.heading(1, "Kop"),
        tagged.table(columns, [tagged.Band("Stoel"), ["hoog", "45", "ma"]]),
    )

    with pikepdf.open(BytesIO(raw)) as file:
        band = file.Root.StructTreeRoot.K.K[1].K[1].K[0]

        assert band.S == "/TH"
        assert (band.A.Scope, band.A.ColSpan) == ("/Column", 3)


def test_markup_and_local_files_in_a_text_stay_text(tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
            "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
        )
    )
    typed = f'<img src="{picture}"/> <b>vet</b> <a href="file:///etc">x</a> &amp;'
    raw = built(
        tagged.heading(1, typed), tagged.paragraph(typed), tagged.bullets([typed])
    )

    with pikepdf.open(BytesIO(raw)) as file:
        assert "/XObject" not in file.pages[0].Resources
        assert "/Annots" not in file.pages[0].obj
        with file.open_outline() as bookmarks:
            assert bookmarks.root[0].title == typed


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "a b", "", "data:text/html,x"]
)
def test_other_addresses_stay_plain_text(url: str) -> None:
    raw = built(tagged.heading(1, "Kop"), tagged.paragraph(tagged.link("x", url)))

    with pikepdf.open(BytesIO(raw)) as file:
        assert "/Annots" not in file.pages[0].obj


def test_headings_are_bookmarks() -> None:
    with pikepdf.open(BytesIO(sample())) as file, file.open_outline() as bookmarks:
        (first,) = bookmarks.root
        titles = [first.title, *(child.title for child in first.children)]

    assert titles == ["Verslag", "Wat helpt"]


def test_heading_level_cannot_be_left_out() -> None:
    with pytest.raises(ValueError, match="heading 3 follows 1"):
        built(tagged.heading(1, "Een"), tagged.heading(3, "Drie"))
    with pytest.raises(ValueError, match="heading 2 follows 0"):
        built(tagged.heading(2, "Twee"))


def test_figure_asks_for_words() -> None:
    with pytest.raises(ValueError, match="words"):
        tagged.figure(chart(), " ")


def test_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells in a table of 2"):
        tagged.table([tagged.Column("a"), tagged.Column("b")], [["x"]])
