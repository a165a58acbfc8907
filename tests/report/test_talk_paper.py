"""The talk sheet on paper: always one page, conforming, and readable in every way."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.agreements import FULL, agreements
from tests.domain.daylog_strategies import logs
from tests.domain.strategies import employer_reports
from tests.fakes import TODAY
from tests.report.papers import (
    CATALOGUE,
    LANGUAGES,
    full,
    long_names,
    needs_poppler,
    odd_names,
    report_number,
    told,
    two_places,
    words_on,
)
from tests.verapdf.marks import differences
from thuiswerkplek import rates_files, rule_words, words
from thuiswerkplek.domain.agreement import HomeDay, in_force
from thuiswerkplek.domain.catalogue import Layer
from thuiswerkplek.domain.months import SharedMonth, shared_months
from thuiswerkplek.domain.people import NAME_LENGTH, Person
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.domain.talk import Basis, talk_sheet
from thuiswerkplek.domain.talk_topics import Proposal, Topic
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.report import content, talk_content, talk_pages, talk_words

pytest_plugins = ("tests.verapdf.engine",)

ROOT = Path(__file__).parent.parent.parent
RATES = rates_files.rates()
BUSY = FULL.__class__(
    FULL.valid_from,
    rules=(FULL.rules * 2)[:30],
    days_a_week=4,
    review_on=date(2027, 5, 31),
)
MONTHS = tuple(SharedMonth(2026, number, 18, 9, 6, 3, 0, 5, 1) for number in (8, 9, 10))
NOTHING = EmployerReport("", 1, None, TODAY, "1", "p", Person(), (), ())


def sheet_of(report, agreement=None, months=()):
    return talk_sheet(Basis(report, agreement, months), CATALOGUE, RATES)


def _named(name):
    places = tuple(replace(place, name=name) for place in two_places().places)
    report = replace(two_places(), person=Person(name), places=places)
    return sheet_of(report, FULL, MONTHS)


SHEETS = {
    "empty": lambda: sheet_of(NOTHING),
    "usual": lambda: sheet_of(report_number(2), FULL, MONTHS),
    "little agreed": lambda: sheet_of(
        report_number(3), replace(FULL, rules=FULL.rules[:2]), MONTHS
    ),
    "nothing agreed": lambda: sheet_of(report_number(4), None, MONTHS[:1]),
    "no rules": lambda: sheet_of(NOTHING, replace(FULL, rules=()), ()),
    "full": lambda: sheet_of(full(), BUSY, MONTHS),
    "odd names": lambda: sheet_of(odd_names(), FULL, MONTHS),
    "long names": lambda: sheet_of(long_names(), BUSY, MONTHS),
    "two places": lambda: sheet_of(two_places(), FULL, MONTHS),
    "emoji": lambda: _named("👩\u200d💻" * 66),
    "right to left": lambda: _named(("عائشة נועה " * 19)[:NAME_LENGTH]),
    "one word": lambda: _named("W" * NAME_LENGTH),
    "lines": lambda: _named("a\n" * 100),
}


def made(sheet, language="nl"):
    return talk_pages.make(sheet, CATALOGUE, language=language)


@cache
def paper(kind, language="nl"):
    return made(SHEETS[kind](), language)


def parts_of(sheet, language="en"):
    """Return what stands on the page, as far as there was room."""
    with using(Language(language)):
        return talk_pages._fitting(sheet, CATALOGUE)


def blocks_of(sheet, kind, language="en"):
    def walk(blocks):
        for block in blocks:
            if isinstance(block, content.Beside):
                for column in block.columns:
                    yield from walk(column)
            else:
                yield block

    parts, _lines = parts_of(sheet, language)
    found = walk((*parts.above, *parts.below))
    return [block for block in found if isinstance(block, kind)]


def pages_in(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


# One page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SHEETS)
def test_it_is_one_page(kind, language):
    assert pages_in(paper(kind, language)) == 1


names = st.text(max_size=NAME_LENGTH) | st.sampled_from(
    ["W" * 200, "👩\u200d💻" * 66, "م" * 200, "ﷺ" * 200, "x \n" * 66, "字" * 200]
)
REPORT_DAYS = st.dates(date(2026, 1, 1), TODAY)
RECENT = st.dates(TODAY - timedelta(days=120), TODAY)


@settings(max_examples=60)
@given(
    employer_reports(),
    agreements(),
    logs(RECENT, most=60),
    names,
    st.sampled_from(LANGUAGES),
    st.integers(1, 6),
)
def test_it_is_one_page_whatever_is_known(
    report, agreement, days, name, language, times
):
    agreement = replace(
        agreement, valid_from=date(2026, 1, 1), rules=(agreement.rules * times)[:30]
    )
    places = tuple(replace(place, name=name) for place in report.places)
    report = replace(report, day=TODAY, person=Person(name), places=places)
    months = shared_months(days, TODAY)
    sheet = sheet_of(report, in_force([agreement], TODAY), months)

    pdf = made(sheet, language)

    assert pages_in(pdf) == 1
    assert differences(pdf) == []


@settings(max_examples=40)
@given(employer_reports(), agreements(), st.sampled_from(LANGUAGES))
def test_what_is_measured_is_what_is_printed(report, agreement, language):
    """The height that decides what goes is that of the page as reportlab lays it."""
    sheet = sheet_of(report, agreement, MONTHS)
    with using(Language(language)):
        parts, lines = talk_pages._fitting(sheet, CATALOGUE)
        story = talk_pages._story(sheet, parts, lines)
        assert talk_pages._height(story) <= talk_pages.TEXT_HEIGHT
        one_more = talk_pages._story(sheet, parts, lines + 1)
        height = talk_pages._height(one_more)
    assert talk_pages.FEWEST_LINES <= lines <= talk_pages.MOST_LINES
    assert lines == talk_pages.MOST_LINES or height > talk_pages.TEXT_HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SHEETS)
def test_it_says_how_much_was_left_out(kind, language):
    sheet = SHEETS[kind]()
    with using(Language(language)):
        said = {talk_words.not_shown(count) for count in range(1, 100)}
    sentences = blocks_of(sheet, content.Sentence, language)
    left = [one.text for one in sentences if one.text in said]
    counts = sum(int(re.search(r"\d+", text).group()) for text in left)

    shown = sum(map(len, (grid.rows for grid in _of_talk(sheet, language))))
    shown += sum(len(one.items) for one in blocks_of(sheet, content.Points, language))
    whole = len(sheet.agreed.rules) if sheet.agreed else 0
    whole += sheet.open_findings + len(sheet.proposals)

    assert shown + counts == whole


def _of_talk(sheet, language):
    """Return the tables of findings and of proposals."""
    grids = blocks_of(sheet, content.Grid, language)
    return [grid for grid in grids if not grid.has_numbers]


def test_nothing_is_left_out_while_there_is_room():
    small = sheet_of(NOTHING, replace(FULL, rules=FULL.rules[:3]), MONTHS)

    _parts, lines = parts_of(small)

    assert not [
        one for one in blocks_of(small, content.Sentence) if "did not fit" in one.text
    ]
    assert lines > talk_pages.FEWEST_LINES


@pytest.mark.parametrize("kind", SHEETS)
def test_there_are_always_lines_to_write_on(kind):
    _parts, lines = parts_of(SHEETS[kind]())

    assert lines >= talk_pages.FEWEST_LINES


# What stands on it


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["usual", "little agreed", "nothing agreed"])
def test_the_page_says_what_the_sheet_holds(kind, language):
    sheet, printed = SHEETS[kind](), words_on(paper(kind, language))

    with using(Language(language)):
        assert sheet.name in printed
        assert words.day(sheet.day) in printed
        assert talk_words.what_it_is() in printed
        assert talk_words.weights() in printed
        for layer in Layer:
            assert words.layer(layer) in printed
        for month in sheet.months:
            assert talk_words.month(month) in printed
        shown = [row for grid in _of_talk(sheet, language) for row in grid.rows]
        for first, *_rest in shown:
            assert " ".join(first.text.split()) in printed
            assert " ".join(first.below.split()) in printed


def test_rules_are_sentences():
    sheet = sheet_of(NOTHING, replace(FULL, rules=FULL.rules[:3]))
    (points,) = blocks_of(sheet, content.Points)

    assert points.items[0] == "At least 2 office days a week."
    assert all(text.endswith(".") for text in points.items)


def test_without_an_agreement_it_says_so():
    texts = [
        one.text for one in blocks_of(SHEETS["nothing agreed"](), content.Sentence)
    ]

    assert "Nothing has been written down yet about home, office and travel." in texts


def test_the_months_add_up_and_stand_beside_what_was_agreed():
    agreement = replace(
        FULL, rules=FULL.rules[:3], home_day=HomeDay.WHOLE, days_a_week=4.5
    )
    sheet = sheet_of(NOTHING, agreement, MONTHS)
    (grid,) = blocks_of(sheet, content.Grid)[:1]

    assert [row[1:] for row in grid.rows] == [
        *[("9", "9", "3", "5 of 6")] * 3,
        ("27", "27", "9", "15 of 18"),
        ("at least 24", "at least 24\nat most 26", "–", "–"),
    ]
    assert grid.rows[3][0] == content.Cell("Together", "54 worked", is_strong=True)


def test_a_rule_that_cannot_be_counted_is_told_per_week():
    rules = (FULL.rules[0], FULL.rules[11])
    agreement = replace(FULL, rules=rules, days_a_week=None)
    (grid,) = blocks_of(sheet_of(NOTHING, agreement, MONTHS), content.Grid)[:1]

    assert grid.rows[-1][1:3] == ("at least 2 a week", "at least 2 a week")


def test_arrivals_whose_time_nobody_noted_are_not_zero():
    month = replace(MONTHS[0], arrivals_in_peak=0, arrivals_outside_peak=0)
    (grid,) = blocks_of(sheet_of(NOTHING, None, (month,)), content.Grid)[:1]

    assert [row[-1] for row in grid.rows] == ["–"]


def test_every_proposal_is_a_question_with_its_ground_and_weight():
    with using(Language.EN):
        for topic in Topic:
            sheet = sheet_of(NOTHING)
            proposal = replace(sheet.proposals[0], topic=topic, count=6, of=8)
            assert talk_words.question(proposal).endswith("?")
            assert "{" not in talk_words.question(proposal)
            assert talk_words.LAYERS[topic] in {Layer.ADVICE, Layer.TIP}
            certain = "Known through others; the text itself was not read."
            assert talk_words.ground(proposal).endswith(certain)
            own = replace(proposal, ground=None)
            assert talk_words.ground(own) == "Our own suggestion."


def test_a_finding_says_what_is_asked_of_whom_by_when_and_how_binding():
    sheet = SHEETS["nothing agreed"]()
    first = _of_talk(sheet, "en")[0].rows[0]
    measure = sheet.findings[0].measure

    with using(Language.EN):
        question = CATALOGUE.question(measure.question)
        assert first[0].text == words.question_text(question).measure
        assert first[0].below.endswith(words.question_text(question).short)
        assert first[1] == content.Weight(question.layer, words.layer(question.layer))
        assert first[3] == words.day(max(measure.due, sheet.day))


def test_workplaces_are_named_when_there_are_more_and_they_may_be():
    sheet = SHEETS["two places"]()
    bare = [replace(finding, place="") for finding in sheet.findings]

    with using(Language.EN):
        wording = talk_content.Wording(CATALOGUE)
        named = [
            talk_content._finding(one, wording, sheet.day)[0] for one in sheet.findings
        ]
        numbered = [talk_content._finding(one, wording, sheet.day)[0] for one in bare]

    for finding, one, other in zip(sheet.findings, named, numbered, strict=True):
        assert one.below.endswith(f" · {finding.place}")
        assert other.below.endswith(f" · Workplace {finding.number}")


@needs_poppler
def test_the_day_of_the_next_talk_is_printed_or_left_to_write():
    (with_day, without) = (
        words_on(made(sheet_of(NOTHING, agreement), "en"))
        for agreement in (replace(BUSY, rules=()), None)
    )

    assert "The next talk about this 31 May 2027" in with_day
    assert "The next talk about this The worker made" in without


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_and_no_ground_is_about_health(language):
    grounds = [
        RATES.rate(f"balance/{name}", TODAY)
        for name in ("without-agreement", "two-sides", "home-first", "busy-days")
    ]
    with using(Language(language)):
        said = [
            text
            for topic in Topic
            for ground in grounds
            for one in [Proposal(topic, ground, 6, 8)]
            for text in (talk_words.question(one), talk_words.ground(one))
        ]

    about_health = re.compile(r"health|gezond|pain|pijn|complain|klacht", re.IGNORECASE)
    assert not list(filter(about_health.search, said))


# The file


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SHEETS)
def test_it_is_pdf_a_3a_and_pdf_ua_1(tmp_path, verapdf, kind, language):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(paper(kind, language))

    assert verapdf.broken(path, "3a") == []
    assert verapdf.broken(path, "ua1") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SHEETS)
def test_marks_on_the_page_are_those_of_the_tree(kind, language):
    assert differences(paper(kind, language)) == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not here")
@pytest.mark.parametrize("kind", SHEETS)
def test_qpdf_finds_nothing_wrong(tmp_path, kind):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(paper(kind))

    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_it_carries_no_data_no_seal_and_nothing_of_its_maker():
    with pikepdf.open(io.BytesIO(paper("full"))) as file:
        assert not file.attachments
        assert "/AF" not in file.Root
        assert "/TWPL_Seal" not in file.Root
        assert set(file.docinfo.keys()) == {
            "/Title",
            "/Producer",
            "/CreationDate",
            "/ModDate",
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_titled_in_its_language(language):
    with pikepdf.open(io.BytesIO(paper("usual", language))) as file:
        with using(Language(language)):
            name = SHEETS["usual"]().name
            assert str(file.docinfo.Title) == f"{talk_words.title()} – {name}"
        assert str(file.Root.Lang).startswith(language)


@needs_poppler
def test_a_screen_reader_gets_its_parts_in_order():
    read = told(
        "pdfinfo", "-struct-text", "-enc", "UTF-8", "-", pages=paper("usual", "en")
    )
    headings = re.findall(r'\n *(H\d)[^\n]*\n *"([^"\n]*)', read)

    assert [text for _level, text in headings] == [
        "Talk sheet on working at home",
        "What is agreed now",
        "The last three months, in days",
        "From the workplace check",
        "To talk over together",
        "What we agree now",
    ]
    assert {level for level, _text in headings} == {"H1", "H2"}
    assert read.count("\n  Table") + read.count("\n    Table") >= 3


@pytest.mark.parametrize("kind", SHEETS)
def test_the_same_sheet_gives_the_same_bytes(kind):
    assert made(SHEETS[kind]()) == paper(kind)


def test_bytes_depend_on_no_clock_process_or_hash_seed():
    script = (
        "import hashlib, time; time.time = lambda: 1e9\n"
        "from tests.report.test_talk_paper import paper\n"
        "for kind in ('full', 'odd names'):\n"
        "    print(hashlib.sha256(paper(kind, 'en')).hexdigest())"
    )
    here = [
        hashlib.sha256(paper(kind, "en")).hexdigest() for kind in ("full", "odd names")
    ]
    environment = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "PYTHONPATH": "."}

    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    )

    assert done.stdout.decode().split() == here


def test_colour_is_nowhere_needed_to_read_it():
    """Every weight has its mark and word, every layer its word."""
    for finding in SHEETS["full"]().findings:
        with using(Language.EN):
            wording = talk_content.Wording(CATALOGUE)
            cell, layer, *_rest = talk_content._finding(finding, wording, TODAY)
            assert cell.below[0] in "●◆▲"
            assert words.severity(finding.severity) in cell.below
        assert layer.word


def test_rules_of_any_kind_have_words():
    with using(Language.EN):
        for rule in FULL.rules[:-1]:
            assert talk_words.rule(rule).lower() == rule_words.rule(rule).lower() + "."
