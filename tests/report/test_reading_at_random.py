"""Spoiled at random, a report is refused for a reason or read as it was sealed.

Bounded by examples, not by time; `scripts/fuzz.py` goes on for as long as it is let.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import TODAY
from tests.hostile.data import GOOD
from tests.hostile.mutations import (
    judged,
    sealed_again,
    spoiled_bytes,
    spoiled_json,
    spoiled_objects,
)
from tests.hostile.writing import DATA, REPORT, carrier
from tests.report.sealed import CATALOGUE, paper, report_number
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec
from thuiswerkplek.report.attachment import Reading

LARGE = paper(report_number(1))
SMALL = carrier()
WENT_DOWN = {"too-slow", "reader-stopped", "unforeseen"}

chances = st.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def reading():
    with Reading(CATALOGUE, today=TODAY) as found:
        yield found


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz") / "r.pdf"


@settings(max_examples=600)
@given(chance=chances, is_large=st.booleans())
def test_bytes(reading, path, chance, is_large):
    whole = LARGE if is_large else SMALL
    content = spoiled_bytes(chance, whole)

    verdict = judged(reading, path, content)

    assert verdict not in WENT_DOWN
    assert verdict != "unchanged" or content == whole
    if verdict == "file-edited":
        expected = report_number(1) if is_large else REPORT
        assert reading.read(path).report == expected


@settings(max_examples=600)
@given(chance=chances)
def test_json_sealed_again(reading, path, chance):
    assert judged(reading, path, sealed_again(spoiled_json(chance, GOOD))) not in (
        WENT_DOWN
    )


@settings(max_examples=250)
@given(chance=chances, is_large=st.booleans())
def test_objects(reading, path, chance, is_large):
    content = spoiled_objects(chance, LARGE if is_large else SMALL)

    assert judged(reading, path, content) not in WENT_DOWN


@settings(max_examples=1_000)
@given(chance=chances)
def test_the_codec_alone(chance):
    for data in (spoiled_bytes(chance, GOOD), spoiled_json(chance, DATA)):
        try:
            found = codec.decode(data, EmployerReport, limit=codec.REPORT_LIMIT)
        except RefusedReportError:
            continue
        assert isinstance(found, EmployerReport)
