"""Data in a sealed report that break a reader: each its reason, and no time or memory."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from tests.fakes import TODAY
from tests.hostile.data import GOOD, KINDS, TEXTS, with_person
from tests.hostile.writing import carrier
from tests.report.sealed import CATALOGUE, report_number
from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.report.attachment import Reading

SECONDS = 2
MEBIBYTES_HERE = 150


@pytest.fixture(scope="module")
def reading():
    with Reading(CATALOGUE, today=TODAY) as found:
        yield found


def received(reading, folder, data):
    path = folder / "r.pdf"
    path.write_bytes(carrier(data))
    return reading.read(path)


@pytest.mark.parametrize("kind", KINDS)
def test_each_gets_its_reason_and_the_next_one_is_read(reading, tmp_path, kind):
    data, reason = KINDS[kind]
    started = time.monotonic()

    with pytest.raises(RefusedReportError) as refused:
        received(reading, tmp_path, data)

    assert time.monotonic() - started < SECONDS
    assert refused.value.reason == reason
    assert sentences.sentence(refused.value).endswith(".")
    assert received(reading, tmp_path, GOOD).report == report_number(1)


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_looks_dangerous_is_text(reading, tmp_path, text):
    found = received(reading, tmp_path, with_person(name=text))

    assert found.report.person.name == text
    assert found.seal is SealState.UNCHANGED


MEASURED = """
import resource, sys
from tests.hostile.data import KINDS
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for data, _reason in KINDS.values():
    try:
        codec.decode(data, EmployerReport, limit=codec.REPORT_LIMIT)
    except RefusedReportError:
        pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory is told by the system")
def test_two_megabytes_of_small_wrong_values_do_not_fill_the_memory():
    """The schema notes every complaint: seven gigabytes of them, without a limit."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], capture_output=True, text=True, check=True
    )

    assert int(done.stdout) < MEBIBYTES_HERE
