"""The employer report on paper: what stands on it, in it, and nothing else."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pikepdf
import pytest

from tests.fakes import TODAY
from tests.report.papers import (
    CATALOGUE,
    LANGUAGES,
    REPORTS,
    content_of,
    empty,
    flawless,
    full,
    long_names,
    made,
    needs_poppler,
    odd_names,
    paper,
    report_number,
    told,
    two_places,
    words_on,
)
from thuiswerkplek import words
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.records import Request
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange.envelope import KINDS
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.report import attachment, content


def blocks_of(report, kind, language="en"):
    """Return the blocks of one kind, also those in columns."""

    def walk(blocks):
        for block in blocks:
            if isinstance(block, content.Beside):
                for column in block.columns:
                    yield from walk(column)
            else:
                yield block

    found = walk(content_of(report, language).blocks)
    return [block for block in found if isinstance(block, kind)]


def titles_of(report, language="en"):
    return [block.text for block in blocks_of(report, content.Heading, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REPORTS)
def test_reading_it_back_gives_the_report(tmp_path, kind, language):
    path = tmp_path / "r.pdf"
    path.write_bytes(paper(kind, language))

    received = attachment.read_report(path, CATALOGUE, today=TODAY)

    assert received.report == REPORTS[kind]()
    assert received.seal is SealState.UNCHANGED
    assert received.flags == ()


def test_it_carries_one_attachment_of_our_name_as_data():
    with pikepdf.open(io.BytesIO(paper("usual"))) as file:
        (only,) = file.Root.AF
        assert list(file.attachments) == [attachment.NAME]
        assert only.AFRelationship == "/Data"
        assert only.EF.F.Subtype == "/application/json"
        data = json.loads(file.attachments[attachment.NAME].get_file().read_bytes())
    assert (data["kind"], data["format"]) == KINDS[EmployerReport]


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_say_what_the_data_say(language):
    report = full()
    printed = words_on(paper("full", language))

    with using(Language(language)):
        (place,) = report.places
        assert report.person.name in printed
        assert words.day(report.day) in printed
        for finding in place.findings:
            text = words.question_text(CATALOGUE.question(finding.question))
            assert " ".join(text.short.split()) in printed
            assert " ".join(text.why.split()) in printed
        for measure in place.measures:
            text = words.question_text(CATALOGUE.question(measure.question))
            assert " ".join(text.measure.split()) in printed
        for answer in place.answers:
            text = words.question_text(CATALOGUE.question(answer.question))
            assert " ".join(text.ask.split()) in printed
        for kind in report.requests:
            assert words.request(kind) in printed
        closing = CATALOGUE.texts["report-closing"][language]
        assert " ".join(closing.split()) in printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_ends_with_the_statement_that_it_says_nothing_about_health(language):
    for report in (full(), empty()):
        last = content_of(report, language).blocks[-1]

        assert isinstance(last, content.Callout)
        assert last.sentences == (CATALOGUE.texts["report-closing"][language],)


def test_the_summary_comes_first_and_the_details_in_the_order_of_an_audit():
    assert [title for title in titles_of(full()) if title not in cards_of(full())] == [
        "Home workplace report",
        "What is asked of the employer",
        "Findings by theme",
        "What the worker takes up",
        "The worker asks, without giving a reason",
        "The workplace",
        "What was checked",
        "Equipment",
        "Findings, heaviest first",
        "Asked of the employer",
        "What the worker takes up",
        "All shared answers",
        "Days per month",
        "Sources",
        "About this report",
    ]


def cards_of(report):
    return [card.title for card in blocks_of(report, content.FindingCard)]


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["usual", "two places", "full", "odd names"])
def test_the_summary_is_one_page(kind, language):
    first = told("pdftotext", "-raw", "-l", "1", "-", "-", pages=paper(kind, language))
    second = told(
        "pdftotext", "-raw", "-f", "2", "-l", "2", "-", "-",
        pages=paper(kind, language),
    )  # fmt: skip

    titles = titles_of(REPORTS[kind](), language)
    before = titles[: _place_of_details(REPORTS[kind](), language)]
    for title in before:
        assert title in " ".join(first.split())
    assert titles[len(before)] in second.splitlines()[0]


def _place_of_details(report, language):
    blocks = content_of(report, language).blocks
    start = next(
        place
        for place, block in enumerate(blocks)
        if isinstance(block, content.NewPage)
    )
    return titles_of(report, language).index(blocks[start + 1].text)


def test_what_counts_first_stands_on_the_summary():
    counts = blocks_of(full(), content.Counts)[0].items
    (place,) = full().places

    assert [count.number for count in counts] == [
        len(place.findings),
        sum(item.severity == 3 for item in place.findings),
        sum(measure.state is State.REQUESTED for measure in place.measures),
        sum(measure.state is State.PROPOSED for measure in place.measures),
    ]
    assert counts[1].severity == 3


def test_three_measures_are_asked_with_basis_cost_and_a_link_to_the_rest():
    asked = blocks_of(full(), content.Grid)[0]
    total = sum(m.state is State.REQUESTED for m in full().places[0].measures)
    jumps = [block for block in blocks_of(full(), content.Sentence) if block.jump]
    anchors = {block.anchor for block in blocks_of(full(), content.Heading)}

    assert len(asked.rows) == 3
    for _measure, basis, cost, _before in asked.rows:
        assert isinstance(basis, content.Weight)
        assert cost
    assert next(jump.text for jump in jumps) == f"and {total - 3} more, below"
    assert {jump.jump for jump in jumps} <= anchors


def test_measures_of_the_heaviest_findings_of_all_places_come_first():
    report = two_places()
    asked = blocks_of(report, content.Grid)[0]
    marks = [row[0].below[0] for row in asked.rows]

    assert marks == sorted(marks, key="▲◆●".index)
    for row in asked.rows:
        assert row[0].below.split(" · ")[1] in {place.name for place in report.places}


def test_themes_with_the_heaviest_findings_come_first_with_words_for_the_picture():
    (picture,) = blocks_of(full(), content.ThemePicture)
    severities = [row.severity for row in picture.rows]

    assert severities == sorted(severities, reverse=True)
    assert len(picture.rows) == len(full().places[0].themes)
    for row in picture.rows:
        assert (
            f"{row.title}: {row.word}, {row.findings} of {row.answers}" in picture.alt
        )


def test_every_place_of_several_has_its_own_picture():
    report = two_places()
    whole, *each = blocks_of(report, content.ThemePicture)

    assert len(each) == len(report.places)
    assert sum(row.answers for row in whole.rows) == sum(
        len(place.answers) for place in report.places
    )


def test_findings_stand_in_order_of_weight_with_danger_first():
    cards = blocks_of(full(), content.FindingCard)
    found = full().places[0].findings

    assert len(cards) == len(found)
    first = CATALOGUE.question(found[0].question)
    assert first.is_danger
    assert cards[0].title == first.texts["en"].short


def test_law_standard_advice_and_tip_are_told_apart_in_words():
    (legend,) = blocks_of(full(), content.Legend)
    bands = [
        row.title.word
        for row in blocks_of(full(), content.Grid)[-2].rows
        if isinstance(row, content.Band)
    ]

    assert [one.word for one in legend.layers] == ["law", "standard", "advice", "tip"]
    assert bands == ["law", "standard", "advice", "tip"]


def test_a_released_remark_stands_on_the_paper_once():
    remark = "Alleen de knop aan de linkerkant doet het nog."
    (place,) = report_number(2).places
    answers = tuple(replace(answer, remark=remark) for answer in place.answers)
    report = replace(report_number(2), places=(replace(place, answers=answers),))

    assert repr(content_of(report)).count(remark) == len(answers)


def test_requests_are_on_it_without_a_reason():
    asked = [points.items for points in blocks_of(full(), content.Points)]

    with using(Language.EN):
        assert tuple(words.request(kind) for kind in Request) in asked


def test_what_the_employer_must_do_is_asked_from_the_day_of_the_report():
    asked = [m for m in full().places[0].measures if m.acts == "employer"]

    assert {measure.state for measure in asked} == {State.REQUESTED}
    assert {measure.since for measure in asked} == {TODAY}


def test_private_and_advisors_themes_are_absent():
    themes = {shared.theme for shared in full().places[0].themes}

    assert not themes & {"klachten", "houding-beweging", "klimaat-lucht"}
    assert "Klachten (" not in repr(content_of(full(), "nl"))


def test_a_check_without_findings_says_so_and_asks_nothing():
    sentences = [block.text for block in blocks_of(flawless(), content.Sentence)]

    assert "No risk was found among the answers the worker shared." in sentences
    assert "What is asked of the employer" not in titles_of(flawless())
    assert not blocks_of(flawless(), content.Counts)


def test_an_empty_check_is_a_report_of_one_page():
    sentences = [block.text for block in blocks_of(empty(), content.Sentence)]

    assert "This report holds no answers on a workplace." in sentences
    with pikepdf.open(io.BytesIO(paper("empty"))) as file:
        assert len(file.pages) == 1


def months_of(report, language="en"):
    """Return the table of months, and what is said around it."""
    blocks = content_of(report, language).blocks
    start = next(
        number
        for number, block in enumerate(blocks)
        if isinstance(block, content.Heading) and block.text == "Days per month"
    )
    before, table, after = blocks[start + 1 : start + 4]
    return table, (before.text, after.text)


def test_months_are_rows_of_numbers_under_what_they_count():
    table, _said = months_of(full())

    assert table.columns == (
        *("Month", "Worked", "At home", "At the office", "First at home", "Otherwise"),
        *("Arrived in a peak", "Arrived outside it"),
    )
    assert table.has_numbers
    assert table.rows[0] == ("November 2025", "10", "0", "6", "3", "1", "9", "0")
    assert table.rows[-1][0] == "October 2026"
    assert len(table.rows) == len(full().months) == 12


def test_months_are_said_to_be_totals_by_choice_without_days_times_or_reasons():
    _table, said = months_of(full())

    assert said[0].startswith("The worker chose to share these totals")
    assert "No single day, no time and no reason is among them" in said[0]
    assert "days off are not counted" in said[0]


def test_without_months_nothing_is_said_of_them():
    told = content_of(full()).blocks
    silent = content_of(replace(full(), months=())).blocks

    left_out = [block for block in told if block not in silent]
    assert len(told) - len(silent) == len(left_out) == 4
    assert left_out[0] == content.Heading(2, "Days per month")


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_is_one_line_on_the_paper(language):
    lines = told(
        "pdftotext", "-layout", "-", "-", pages=paper("full", language)
    ).splitlines()

    with using(Language(language)):
        for month in full().months:
            name = words.capital(words.month(month.first))
            (line,) = [line for line in lines if line.startswith(name)]
            assert line.removeprefix(name).split()[:3] == [
                str(month.worked_days),
                str(month.home_days),
                str(month.office_days),
            ]


def test_a_version_says_which_it_replaces():
    assert "Replaces version 2." in repr(content_of(long_names()))
    assert "Replaces" not in repr(content_of(full()))


def test_metadata_tell_nothing_of_this_machine():
    with pikepdf.open(io.BytesIO(paper("usual"))) as file:
        info = {str(key): str(value) for key, value in file.docinfo.items()}

    assert "/Author" not in info
    assert TODAY.strftime("%Y%m%d") in info["/CreationDate"]


def test_markup_in_a_name_is_text():
    with pikepdf.open(io.BytesIO(made(odd_names()))) as file:
        assert "/Annots" in file.pages[0].obj  # the links to the details
        assert "<b>7</b>" in repr(content_of(odd_names()))
