"""The employer report on paper: what stands on it, in it, and nothing else."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from tests.fakes import TODAY, FixedClock
from tests.verapdf.marks import differences
from thuiswerkplek import bootstrap, words
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import GeneralRecords, Issued, Reader
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.report import attachment, content, pdf
from thuiswerkplek.report.employer_content import employer_content
from thuiswerkplek.services.sharing import report_of

pytest_plugins = ("tests.verapdf.engine",)

PROGRAM = "thuiswerkplek test"
CATALOGUE = bootstrap.catalogue()
PEOPLE = bootstrap.demo(seed=7, clock=FixedClock())


def report_number(number):
    records = PEOPLE.worker(number).general
    return report_of(records, CATALOGUE, today=TODAY, program=PROGRAM)


def paper(report, language="nl"):
    return pdf.make(report, CATALOGUE, language=language, program=PROGRAM)


def words_on(pages):
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pages, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not here"
)


def full_report():
    """Every question answered at its worst."""
    worker = PEOPLE.worker(1).general
    place = worker.places[0]
    answers = {
        question.id: Answer(_worst(question), remark="Zie de foto.")
        for question in CATALOGUE.items
        if question.visibility == "employer"
    }
    check = replace(place.checks[0], answers=answers)
    whole = replace(place, checks=(check,), measures=())
    records = replace(worker, places=(whole,))
    return report_of(records, CATALOGUE, today=TODAY, program=PROGRAM)


def _worst(question):
    if question.number is None:
        return next(
            (code for code in question.options if code in question.risks),
            question.options[0],
        )
    above = question.number.risk_above
    return question.number.maximum if above is not None else question.number.minimum


def empty_report():
    records = GeneralRecords(
        Person("Nog niets"), issued={Reader.EMPLOYER: Issued("0" * 32, 0)}
    )
    return report_of(records, CATALOGUE, today=TODAY, program=PROGRAM)


def odd_names_report():
    person = Person("👩‍💻 عائشة\u202eنور Ĳsbrand", "<b>7</b>", "=cmd()")
    return replace(report_number(3), person=person)


REPORTS = {
    "empty": empty_report,
    "full": full_report,
    "usual": lambda: report_number(2),
    "odd names": odd_names_report,
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", REPORTS)
def test_reading_it_back_gives_the_report(tmp_path, kind, language):
    report = REPORTS[kind]()
    path = tmp_path / "r.pdf"

    path.write_bytes(paper(report, language))

    assert attachment.read_report(path, CATALOGUE, today=TODAY) == report


@pytest.mark.parametrize("kind", REPORTS)
def test_the_same_report_gives_the_same_bytes(kind):
    assert paper(REPORTS[kind]()) == paper(REPORTS[kind]())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", REPORTS)
def test_it_is_pdf_a_3a_and_pdf_ua_1(tmp_path, verapdf, kind, language):
    path = tmp_path / "r.pdf"
    path.write_bytes(paper(REPORTS[kind](), language))

    assert verapdf.broken(path, "3a") == []
    assert verapdf.broken(path, "ua1") == []
    assert differences(path.read_bytes()) == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not here")
def test_qpdf_finds_nothing_wrong(tmp_path):
    path = tmp_path / "r.pdf"
    path.write_bytes(paper(report_number(4)))

    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_it_carries_one_attachment_of_our_name_as_data():
    with pikepdf.open(io.BytesIO(paper(report_number(2)))) as made:
        (only,) = made.Root.AF
        assert list(made.attachments) == [attachment.NAME]
        assert only.AFRelationship == "/Data"
        assert only.EF.F.Subtype == "/application/json"
        data = json.loads(made.attachments[attachment.NAME].get_file().read_bytes())
    assert (data["kind"], data["format"]) == ("employer-report", 1)


@needs_poppler
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pages_say_what_the_data_say(language):
    report = full_report()
    printed = words_on(paper(report, language))

    with using(Language(language)):
        place = report.places[0]
        assert report.person.name in printed
        assert words.day(report.day) in printed
        for finding in place.findings:
            text = words.question_text(CATALOGUE.question(finding.question))
            assert " ".join(text.short.split()) in printed
        closing = CATALOGUE.texts["report-closing"][language]
        assert " ".join(closing.split()) in printed


@needs_poppler
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_ends_with_the_statement_that_it_says_nothing_about_health(language):
    made = _content(report_number(2), language)

    closing = CATALOGUE.texts["report-closing"][language]
    assert isinstance(made.blocks[-1], content.Callout)
    assert made.blocks[-1].sentences == (closing,)


def test_the_order_is_summary_checked_equipment_findings_measures_answers_sources():
    made = _content(full_report(), "en")
    titles = [block.text for block in made.blocks if isinstance(block, content.Heading)]
    wanted = [
        "Home workplace report",
        "What was checked",
        "Equipment",
        "Findings, heaviest first",
        "Asked of the employer",
        "What the worker takes up",
        "All shared answers",
        "Sources",
    ]

    assert [title for title in titles if title in wanted] == wanted


def test_findings_stand_in_order_of_weight_with_danger_first():
    cards = [
        block
        for block in _content(full_report(), "en").blocks
        if isinstance(block, content.FindingCard)
    ]
    found = full_report().places[0].findings

    assert len(cards) == len(found)
    first = CATALOGUE.question(found[0].question)
    assert first.is_danger
    assert cards[0].title == first.texts["en"].short


def test_requests_are_on_it_without_a_reason():
    numbers = [n for n in range(40) if report_number(n).requests]
    report = report_number(numbers[0])
    made = _content(report, "en")

    points = [block for block in made.blocks if isinstance(block, content.Points)]
    with using(Language.EN):
        assert points[0].items == tuple(words.request(kind) for kind in report.requests)


def test_what_the_employer_must_do_is_asked_from_the_day_of_the_report():
    report = full_report()
    asked = [m for m in report.places[0].measures if m.acts == "employer"]

    assert {measure.state for measure in asked} == {State.REQUESTED}
    assert {measure.since for measure in asked} == {TODAY}


def test_private_and_advisors_themes_are_absent():
    themes = {shared.theme for shared in full_report().places[0].themes}

    assert not themes & {"klachten", "houding-beweging", "klimaat-lucht"}
    printed = repr(_content(full_report(), "nl"))
    assert "Klachten (" not in printed


def test_metadata_tell_nothing_of_this_machine():
    with pikepdf.open(io.BytesIO(paper(report_number(2)))) as made:
        info = {str(key): str(value) for key, value in made.docinfo.items()}

    assert "/Author" not in info
    assert date.fromisoformat("2026-11-23").strftime("%Y%m%d") in info["/CreationDate"]


def _content(report, language):
    with using(Language(language)):
        return employer_content(report, CATALOGUE)
