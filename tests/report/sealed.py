"""Sealed reports for tests, and what is said of a file, here or in its own process."""

from __future__ import annotations

import io
from functools import cache

import pikepdf

from tests.fakes import TODAY, FixedClock
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.months import shared_months
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.seal import Seal
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec, keys
from thuiswerkplek.exchange.keys import SigningKey
from thuiswerkplek.report import (
    attachment,
    carried,
    pdf,
    reading_child,
    reading_pdf,
    reading_process,
)
from thuiswerkplek.services.sharing import report_of

CATALOGUE = bootstrap.catalogue()
PEOPLE = bootstrap.demo(seed=7, clock=FixedClock())
PROGRAM = "thuiswerkplek test"
KEY, OTHER = SigningKey(b"\x01" * 32), SigningKey(b"\x02" * 32)

NOTHING = EmployerReport(
    "0" * 32, 1, None, TODAY, CATALOGUE.version, PROGRAM, Person(""), (), ()
)


@cache
def report_number(number):
    worker = PEOPLE.worker(number)
    months = shared_months(worker.log.days, TODAY)
    made = report_of(
        worker.general, CATALOGUE, today=TODAY, program=PROGRAM, months=months
    )
    assert made.places
    return made


@cache
def paper(report, key=KEY, language="nl"):
    return pdf.make(report, CATALOGUE, language=language, program=PROGRAM, key=key)


def data_of(report):
    return codec.encode(report, program=PROGRAM)


def entry_of(file):
    """Return the entry of the catalogue, as it stands in the bytes."""
    start = file.index(b"/TWPL_Seal")
    return file[start : file.index(b">>", start) + 2]


def seal_of(file):
    answer = reading_pdf.carried(file)
    return Seal(*answer.facts["seal"])


def by_hand(data, key=KEY, *, seal=None, extra=b""):
    """Return a sealed file of a kilobyte or two, made without the program's paper.

    `seal` stands in it instead of the right one; it is closed only when it fits.
    """
    opened = seal or keys.open_seal(data, key)
    name = carried.NAME.encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names"
        b"[(%b) 4 0 R]>>>>/AF[4 0 R]%b /%b %b>>"
        % (name, extra, keys.NAME.encode(), keys.written(opened)),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Type/Filespec/F(%b)/UF(%b)/AFRelationship/Data/EF<</F 5 0 R>>>>"
        % (name, name),
        b"<</Type/EmbeddedFile/Length %d>>\nstream\n%b\nendstream" % (len(data), data),
    ]
    file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    file += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    file += b"startxref\n%d\n%%%%EOF\n" % start
    return file if seal else keys.close_seal(file, opened, key)


def said(file, known_key=None):
    """Return what is said of a file, by the same steps without the process.

    The state and the report, or the reason and None; anything else is raised, as it
    would end the window.
    """
    answer = reading_child._answer(reading_pdf.carried, file)
    if "reason" in answer.facts:
        return answer.facts["reason"], None
    found = reading_process._as_carried(answer.facts, answer.data)
    reading = attachment.Reading(CATALOGUE, today=TODAY)
    try:
        received = reading._checked(file, found, known_key)
    except RefusedReportError as refused:
        return refused.reason, None
    return received.seal, received.report


def edited(file, change, **options):
    """Return the file after somebody opened it, changed something and saved it."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as document:
        change(document)
        document.save(target, **options)
    return target.getvalue()


def updated(file, number, content):
    """Return the file with an incremental update that replaces one object."""
    with pikepdf.open(io.BytesIO(file)) as document:
        root, size = document.Root.objgen[0], int(document.trailer.Size)
    before = int(file[file.rindex(b"startxref") :].split()[1])
    start = len(file)
    made = b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return (
        file
        + made
        + b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
        + b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, root, before, start + len(made))
    )
