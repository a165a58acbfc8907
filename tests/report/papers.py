"""Employer reports of every size and kind, for tests of the paper they become."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests.fakes import TODAY
from tests.report.sealed import CATALOGUE, KEY, PEOPLE, PROGRAM, report_number
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.months import SharedMonth
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import GeneralRecords, Issued, Reader, Request
from thuiswerkplek.domain.sharing import remark_key
from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.report import pdf
from thuiswerkplek.report.employer_content import employer_content
from thuiswerkplek.services.sharing import report_of

LANGUAGES = ("nl", "en")
REMARK = "Deze opmerking is vrijgegeven en vertelt uitgebreid hoe het gaat. " * 6

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not here"
)


def made(report, language="nl"):
    """Return the sealed PDF of a report."""
    return pdf.make(report, CATALOGUE, language=language, program=PROGRAM, key=KEY)


@cache
def paper(kind, language="nl"):
    """Return the PDF of a kind of report."""
    return made(REPORTS[kind](), language)


def content_of(report, language="en"):
    """Return what stands in a report."""
    with using(Language(language)):
        return employer_content(report, CATALOGUE)


def told(program, *arguments, pages):
    """Return what a program of poppler tells of a file."""
    done = subprocess.run(
        [program, *arguments], input=pages, capture_output=True, check=True
    )
    return done.stdout.decode()


def words_on(pages):
    """Return the words of all pages; a word cut at its own hyphen is one again."""
    text = told("pdftotext", "-raw", "-", "-", pages=pages)
    return " ".join(text.replace("-\n", "-").split())


def _worst(question):
    if question.number is None:
        return next(
            (code for code in question.options if code in question.risks),
            question.options[0],
        )
    above = question.number.risk_above is not None
    return question.number.maximum if above else question.number.minimum


def _filled(number, *, remark):
    """Return the records of a person who answered everything at its worst."""
    worker = PEOPLE.worker(number).general
    place = worker.places[0]
    answers = {
        question.id: Answer(_worst(question), remark=remark)
        for question in CATALOGUE.items
        if question.visibility == "employer"
    }
    check = replace(place.checks[0], answers=answers)
    return replace(worker, places=(replace(place, checks=(check,), measures=()),))


def _released(records):
    """Release the remark at every answer."""
    keys = frozenset(
        remark_key(place.workplace.id, question)
        for place in records.places
        for question in place.checks[-1].answers
    )
    return replace(records, sharing=replace(records.sharing, released=keys))


def _report(records):
    return report_of(records, CATALOGUE, today=TODAY, program=PROGRAM)


def year_of_months():
    """Return the twelve months before the report, of ever more days at home."""
    firsts = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(10, 22)]
    return tuple(
        SharedMonth(on.year, on.month, 10 + n, n, 6, 3, 1, 9 - n // 2, n // 3)
        for n, on in enumerate(firsts)
    )


@cache
def full():
    """Every question at its worst, every remark released, all requests, a year."""
    records = _filled(1, remark="Zie de foto.")
    sharing = replace(records.sharing, requests=frozenset(Request))
    made = _report(_released(replace(records, sharing=sharing)))
    return replace(made, months=year_of_months())


@cache
def empty():
    """Nothing filled in but a name."""
    issued = {Reader.EMPLOYER: Issued("0" * 32, 0)}
    return _report(GeneralRecords(Person("Nog niets"), issued=issued))


@cache
def flawless():
    """A check without any finding."""
    found = min(
        (report_number(number) for number in range(60)),
        key=lambda report: sum(len(place.findings) for place in report.places),
    )
    assert not any(place.findings for place in found.places)
    return found


@cache
def forty_pages():
    """Several workplaces, with a long remark at every answer."""
    records = _released(_filled(2, remark=REMARK))
    (place,) = records.places
    places = tuple(
        replace(
            place,
            workplace=Workplace(WorkplaceId(f"p{n}"), f"Plek {n}", 50),
            checks=(replace(place.checks[0], workplace=WorkplaceId(f"p{n}")),),
        )
        for n in range(2)
    )
    return _report(_released(replace(records, places=places)))


@cache
def odd_names():
    """Emoji, right-to-left letters, an override and markup, wherever a name stands."""
    report = report_number(3)
    person = Person("👩\u200d💻 عائشة\u202eنور Ĳsbrand", "<b>7</b>", "=cmd() بيت")
    places = tuple(replace(place, name="בית קיץ 🏡") for place in report.places)
    return replace(report, person=person, places=places)


@cache
def long_names():
    """Every name as long as it may be, and a version that replaces another."""
    report = report_number(4)
    name = ("Wolfeschlegelsteinhausen-van der Meer tot Zwanenburg " * 9)[:200].strip()
    return replace(
        report,
        version=3,
        replaces=2,
        person=Person(name, "9" * 200, name),
        places=tuple(replace(place, name=name) for place in report.places),
    )


@cache
def two_places():
    """A person who works at two places."""
    return next(
        report for report in map(report_number, range(60)) if len(report.places) > 1
    )


REPORTS = {
    "empty": empty,
    "flawless": flawless,
    "usual": lambda: report_number(2),
    "two places": two_places,
    "full": full,
    "odd names": odd_names,
    "long names": long_names,
    "forty pages": forty_pages,
}
