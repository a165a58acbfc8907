"""Whatever bit falls over: no file is called unchanged, none gives other values.

Abuse case 5 of the threat model. A flip is judged by the very steps that judge a
received file; most skip the process around them, which a sample goes through.
"""

from __future__ import annotations

import random

import pytest

from tests.report.sealed import (
    CATALOGUE,
    NOTHING,
    TODAY,
    by_hand,
    data_of,
    paper,
    report_number,
    said,
    seal_of,
)
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.exchange import keys
from thuiswerkplek.report.attachment import Reading

LARGE, FLIPS, SAMPLE = 1, 5_000, 150


def flipped(file, bit):
    other = bytearray(file)
    other[bit // 8] ^= 1 << bit % 8
    return bytes(other)


def check(found, report):
    """Nothing is unchanged, and what is accepted has the values that were sealed."""
    state, values = found
    assert state != SealState.UNCHANGED
    if values is not None:
        assert state == SealState.FILE_EDITED
        assert values == report
    return state


def test_every_bit_of_the_smallest_file_that_carries_a_report():
    file = by_hand(data_of(NOTHING))
    assert said(file) == (SealState.UNCHANGED, NOTHING)

    states = {check(said(flipped(file, bit)), NOTHING) for bit in range(len(file) * 8)}

    assert states >= {"file-edited", "changed", "no-seal", "damaged-pdf", "no-report"}


@pytest.mark.slow
@pytest.mark.parametrize("place", range(8))
def test_every_bit_of_the_smallest_report_on_paper(place):
    """Judged as if no flip were noticed on the way in: what was read is all sound."""
    file, data = paper(NOTHING), data_of(NOTHING)
    seal = seal_of(file)
    assert keys.state(file, data, seal) is SealState.UNCHANGED

    for bit in range(place, len(file) * 8, 8):
        found = keys.state(flipped(file, bit), data, seal)
        assert found is SealState.FILE_EDITED, bit


def test_every_bit_of_the_seal_of_a_large_report():
    report = report_number(LARGE)
    file = paper(report)
    start = file.index(b"/TWPL_Seal")
    end = file.index(b">>", start) + 2

    states = {
        check(said(flipped(file, bit)), report) for bit in range(start * 8, end * 8)
    }

    assert states == {"file-edited", "changed", "no-seal", "damaged-pdf"}


def test_random_bits_of_a_large_report():
    report = report_number(LARGE)
    file = paper(report)
    assert said(file) == (SealState.UNCHANGED, report)
    rng = random.Random(20)

    for bit in rng.sample(range(len(file) * 8), FLIPS):
        check(said(flipped(file, bit)), report)


def test_a_sample_through_the_process_that_reads_received_files(tmp_path):
    report = report_number(LARGE)
    file, path = paper(report), tmp_path / "r.pdf"
    entry, rng = file.index(b"/TWPL_Seal") * 8, random.Random(21)
    bits = [*rng.sample(range(len(file) * 8), SAMPLE), *range(entry, entry + 30 * 8)]

    with Reading(CATALOGUE, today=TODAY) as reading:
        path.write_bytes(file)
        assert reading.read(path).seal is SealState.UNCHANGED
        for bit in bits:
            path.write_bytes(flipped(file, bit))
            try:
                received = reading.read(path)
            except RefusedReportError:
                continue
            check((received.seal, received.report), report)
