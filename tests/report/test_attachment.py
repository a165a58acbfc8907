"""From a file to a report: every step in its order, and a reason for each failure."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import timedelta

import pikepdf
import pytest

from tests.fakes import TODAY
from tests.hostile.data import GOOD, with_payload
from tests.hostile.writing import carrier, stream, without_data
from tests.report.sealed import CATALOGUE, OTHER, paper, report_number
from thuiswerkplek import i18n, sentences
from thuiswerkplek.domain.errors import (
    MissingFileError,
    RefusedReportError,
    UnreadableFileError,
)
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.report import attachment
from thuiswerkplek.report.attachment import FILE_LIMIT, Reading
from thuiswerkplek.report.carried import REASONS

REPORT = report_number(1)
OWN_REASONS = ("changed", "no-seal", "not-pdf", "too-slow", "reader-stopped")
FILE_REASONS = ("missing", "folder", "link", "not-a-file", "refused", "unforeseen")


@pytest.fixture(scope="module")
def reading():
    with Reading(CATALOGUE, today=TODAY) as found:
        yield found


@pytest.fixture
def path(tmp_path):
    return tmp_path / "r.pdf"


def reason(reading, path, content):
    path.write_bytes(content)
    with pytest.raises(RefusedReportError) as refused:
        reading.read(path)
    return refused.value.reason


def with_password(pdf):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as made:
        made.save(target, encryption=pikepdf.Encryption(owner="o", user="u"))
    return target.getvalue()


def with_other_data(sealed, data):
    """Put data in that the seal is not about, in as many bytes."""
    assert len(sealed) == len(data)
    return carrier(sealed, file=stream(sealed)).replace(sealed, data)


def twice(data):
    names = b"(thuiswerkplek.json) 5 0 R" * 2
    return carrier(data, names=b"<</EmbeddedFiles<</Names[%b]>>>>" % names)


LATER = with_payload(day=(TODAY + timedelta(days=2)).isoformat())

# Two faults in each; the one that is looked at first is what is said.
ORDER = {
    "size before header": (bytes(FILE_LIMIT + 1), "too-large"),
    "header before structure": (b" " + carrier()[:99], "not-pdf"),
    "password before attachment": (with_password(without_data()), "encrypted"),
    "number before data": (twice(b"{"), "twice"),
    "size of the data before JSON": (carrier(b"{" * (2 << 20) + b"{"), "too-large"),
    "JSON before seal": (carrier(b"{", sealed=False), "not-json"),
    "schema before seal": (carrier(b"{}", sealed=False), "other-kind"),
    "seal before meaning": (carrier(LATER, sealed=False), "no-seal"),
    "changed before meaning": (with_other_data(GOOD, GOOD[:-1] + b" "), "changed"),
    "meaning last": (carrier(LATER), "bad-date"),
}


@pytest.mark.parametrize("kind", ORDER)
def test_the_first_failure_is_what_is_said(reading, path, kind):
    content, expected = ORDER[kind]

    assert reason(reading, path, content) == expected


def test_a_report_is_read_with_its_seal_and_its_key(reading, path):
    path.write_bytes(paper(REPORT))
    known = reading.read(path)

    assert (known.report, known.seal, known.flags) == (REPORT, SealState.UNCHANGED, ())
    assert reading.read(path, known.key).seal is SealState.UNCHANGED
    assert reading.read(path, OTHER.public).seal is SealState.OTHER_KEY


def test_a_report_saved_by_another_program_keeps_its_data(reading, path):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper(REPORT))) as made:
        del made.pages[0]
        made.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    path.write_bytes(target.getvalue())

    found = reading.read(path)

    assert (found.report, found.seal) == (REPORT, SealState.FILE_EDITED)


def test_what_is_no_file_is_told_apart(reading, tmp_path):
    with pytest.raises(MissingFileError):
        reading.read(tmp_path / "none.pdf")
    with pytest.raises(UnreadableFileError, match="folder"):
        reading.read(tmp_path)


def test_a_report_of_tomorrow_is_taken_and_of_later_refused(path):
    path.write_bytes(paper(REPORT))

    early = attachment.read_report(path, CATALOGUE, today=TODAY - timedelta(days=1))
    assert early.report.day == TODAY
    with pytest.raises(RefusedReportError, match="bad-date"):
        attachment.read_report(path, CATALOGUE, today=TODAY - timedelta(days=2))


@pytest.mark.parametrize("language", i18n.Language)
def test_every_reason_has_a_sentence_of_its_own(language):
    reasons = {*REASONS, *OWN_REASONS, *FILE_REASONS}
    with i18n.using(language):
        said = {sentences.refusal(reason) for reason in reasons}
        assert len(said) == len(reasons)
        assert sentences.refusal("?") not in said


def test_a_sentence_tells_what_to_ask_the_sender():
    with i18n.using(i18n.Language.EN):
        for one in REASONS:
            text = sentences.refusal(one)
            assert "Ask" in text or "ask" in text, one


WITHOUT_POSIX = """
import os, signal, sys
sys.modules["resource"] = None
for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"):
    delattr(os, name)
del signal.alarm
from thuiswerkplek.report import attachment, ordinary_file, reading_child, reading_pdf
sys.platform = "win32"
reading_child.give_up_rights()
reading_child._end_after(1)
print(ordinary_file.content(sys.argv[1], limit=9).decode())
"""


def test_on_windows_it_loads_and_reads_without_what_windows_lacks(path):
    """Played here: the library that sets limits is gone, and the flags of opening."""
    path.write_bytes(b"read")

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_POSIX, path],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "read"
