"""The file of an employer report: conforming, its bytes, read aloud in order."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.report.papers import (
    LANGUAGES,
    REPORTS,
    forty_pages,
    full,
    made,
    needs_poppler,
    paper,
    report_number,
    told,
)
from tests.verapdf.marks import differences
from thuiswerkplek.cli.main import main

pytest_plugins = ("tests.verapdf.engine",)

GOLDEN = Path(__file__).parent.parent / "data/reading-order"
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REPORTS)
def test_it_is_pdf_a_3a_and_pdf_ua_1(tmp_path, verapdf, kind, language):
    path = tmp_path / "r.pdf"
    path.write_bytes(paper(kind, language))

    assert verapdf.broken(path, "3a") == []
    assert verapdf.broken(path, "ua1") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REPORTS)
def test_marks_on_pages_are_those_of_the_tree(kind, language):
    assert differences(paper(kind, language)) == []


def test_every_pdf_of_the_command_line_conforms(tmp_path, verapdf, capsys):
    assert main(["demo", str(tmp_path / "out"), "--reports", "3"]) == 0
    worker, report = tmp_path / "out/worker.json", tmp_path / "r.pdf"
    assert main(["report", str(worker), "--out", str(report)]) == 0

    files = sorted(tmp_path.rglob("*.pdf"))

    assert len(files) == 5
    for path in files:
        assert verapdf.broken(path, "3a") == []
        assert verapdf.broken(path, "ua1") == []
        assert differences(path.read_bytes()) == []


def test_several_workplaces_with_long_remarks_fill_forty_pages():
    with pikepdf.open(io.BytesIO(paper("forty pages"))) as file:
        assert len(file.pages) >= 40
    assert len(forty_pages().places) > 1


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not here")
@pytest.mark.parametrize("kind", REPORTS)
def test_qpdf_finds_nothing_wrong(tmp_path, kind):
    path = tmp_path / "r.pdf"
    path.write_bytes(paper(kind))

    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", REPORTS)
def test_the_same_report_gives_the_same_bytes(kind):
    assert made(REPORTS[kind]()) == paper(kind)


def test_bytes_depend_on_no_clock_process_or_hash_seed():
    script = (
        "import hashlib, time; time.time = lambda: 1e9\n"
        "from tests.report.papers import paper\n"
        "for kind in ('full', 'odd names'):\n"
        "    print(hashlib.sha256(paper(kind, 'en')).hexdigest())"
    )
    here = [
        hashlib.sha256(paper(kind, "en")).hexdigest() for kind in ("full", "odd names")
    ]

    for zone, seed in (("UTC", "1"), ("Pacific/Kiritimati", "77")):
        environment = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": "."}
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, **environment},
        )
        assert done.stdout.decode().split() == here


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_gets_it_in_the_order_it_is_read(language):
    """After a change that is meant: run with THUISWERKPLEK_GOLDEN=1, read the diff."""
    read = _reading_order(paper("full", language))
    golden = GOLDEN / f"employer-report-{language}.txt"
    if os.environ.get("THUISWERKPLEK_GOLDEN"):
        golden.write_text(read, encoding="utf-8")

    assert read == golden.read_text("utf-8")


def _reading_order(pages):
    read = told("pdfinfo", "-struct-text", "-enc", "UTF-8", "-", pages=pages)
    read = re.sub(r"\n +/BBox.*", "", read)
    read = re.sub(r"Object \d+ 0", "Object", read)
    return "".join(line.rstrip() + "\n" for line in read.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_with_emoji_and_other_directions_are_told_as_they_are_meant(language):
    with pikepdf.open(io.BytesIO(paper("odd names", language))) as file:
        meant = [
            str(one.operands[1].ActualText)
            for one in pikepdf.parse_content_stream(file.pages[0])
            if str(one.operator) == "BDC" and "/ActualText" in one.operands[1]
        ]

    assert meant[0] == "□□ عائشةنور Ĳsbrand"
    assert meant[1].endswith("=cmd() بيت")
    assert "בית קיץ" in meant[2]


def test_headings_are_bookmarks_and_cards_are_folded_in():
    with pikepdf.open(io.BytesIO(paper("full", "en"))) as file:
        outline = file.open_outline()
        with outline:
            (top,) = outline.root
            parts = {child.title: child for child in top.children}
            (findings,) = (
                child
                for child in parts["The workplace"].children
                if child.title.startswith("Findings")
            )

    assert top.title == "Home workplace report"
    assert list(parts)[-2:] == ["Sources", "About this report"]
    assert len(findings.children) == len(full().places[0].findings)
    assert findings.is_closed


def test_links_of_the_summary_lead_to_the_details():
    with pikepdf.open(io.BytesIO(paper("full", "en"))) as file:
        pages = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        links = list(file.pages[0].Annots)
        leads = [pages[link.Dest[0].objgen] for link in links]

        assert [str(link.Contents) for link in links] == [
            "and 10 more, below",
            "and 30 more, below",
        ]
    assert leads == sorted(leads)
    assert min(leads) > 2


@needs_poppler
def test_every_page_tells_its_number_and_how_many_there_are():
    pages = paper("usual", "nl")
    with pikepdf.open(io.BytesIO(pages)) as file:
        total = len(file.pages)
    name = report_number(2).person.name

    for number in range(1, total + 1):
        where = ("-f", str(number), "-l", str(number))
        text = told("pdftotext", "-raw", *where, "-", "-", pages=pages)
        assert f"pagina {number} van {total}" in text
        assert name in text
