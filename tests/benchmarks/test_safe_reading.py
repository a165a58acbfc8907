"""What safety costs: a report read with all its checks, against bare extraction.

Bare is the least that gives the data: open the file, take the attachment, parse the
JSON, in this process and without any limit. Both get the same files, taking turns.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median

import pikepdf
import pytest

from tests.fakes import TODAY
from tests.report.sealed import CATALOGUE, paper, report_number
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.exchange import codec, keys, meaning
from thuiswerkplek.report import attachment, ordinary_file
from thuiswerkplek.report.attachment import FILE_LIMIT, NAME, Reading
from thuiswerkplek.report.reading_process import Reader

FILES, ROUNDS = 20, 10
MANY = 2_000
GUARD = 12.0  # generous: what is asked is to know it
MEBIBYTES_GROWTH = 8

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def paths(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    made = [folder / f"{number}.pdf" for number in range(FILES)]
    for number, path in enumerate(made):
        path.write_bytes(paper(report_number(number)))
    return made


def bare(path):
    with pikepdf.open(path) as document:
        return json.loads(document.attachments[NAME].get_file().read_bytes())


def timed(work, given):
    started = time.perf_counter()
    work(given)
    return (time.perf_counter() - started) * 1_000


def test_safe_reading_against_bare_extraction(paths, tell):
    with Reading(CATALOGUE, today=TODAY) as reading:
        started = time.perf_counter()
        assert reading.read(paths[0]).seal is SealState.UNCHANGED
        start = (time.perf_counter() - started) * 1_000
        bare(paths[0])
        pairs = [
            (timed(bare, path), timed(reading.read, path))
            for _round in range(ROUNDS)
            for path in paths
        ]
    plain, safe = (median(column) for column in zip(*pairs, strict=True))
    size = sum(path.stat().st_size for path in paths) / len(paths) / 1_000

    tell(
        f"safe reading, {size:.0f} KB a file: {safe:.2f} ms a file, bare"
        f" {plain:.2f} ms: {safe / plain:.1f} times; the first {start:.0f} ms;"
        f" 100,000 files {safe * 100:.0f} s"
    )
    assert safe / plain < GUARD


def test_where_the_time_goes(paths, tell):
    """One line per step, so that a slow one is seen."""
    path = paths[0]
    file = path.read_bytes()
    with Reader() as reader:
        carried = reader.carried(file)
        report = codec.decode(
            carried.data, attachment.EmployerReport, limit=codec.REPORT_LIMIT
        )
        steps = {
            "ordinary file": lambda: ordinary_file.content(path, limit=FILE_LIMIT),
            "process": lambda: reader.carried(file),
            "JSON and schema": lambda: codec.decode(
                carried.data, attachment.EmployerReport, limit=codec.REPORT_LIMIT
            ),
            "seal": lambda: keys.state(file, carried.data, carried.seal),
            "meaning": lambda: meaning.check_report(report, CATALOGUE, today=TODAY),
        }
        found = {
            name: median(timed(lambda _: step(), None) for _ in range(50))  # noqa: B023
            for name, step in steps.items()
        }

    tell(", ".join(f"{name} {ms:.2f} ms" for name, ms in found.items()))
    assert sum(found.values()) < 1_000


def resident(pid):
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1_024
    raise AssertionError(pid)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="read from /proc")
def test_many_files_take_no_more_memory_than_a_few(paths, tell):
    spoiled = paths[0].read_bytes()[:50_000]
    broken = paths[0].with_name("half.pdf")
    broken.write_bytes(spoiled)
    figures = []
    with Reading(CATALOGUE, today=TODAY) as reading:
        for number in range(MANY):
            try:
                reading.read(broken if number % 3 == 0 else paths[number % FILES])
            except RefusedReportError as refused:
                assert refused.reason == "damaged-pdf"
            if number in {200, MANY - 1}:
                figures.append((resident("self"), *map(resident, reading._reader.pids)))

    here, child = zip(*figures, strict=True)
    tell(
        f"{MANY} files: here {here[0]:.0f} to {here[1]:.0f} MB, reading process"
        f" {child[0]:.0f} to {child[1]:.0f} MB"
    )
    for before, after in zip(*figures, strict=True):
        assert after < before + MEBIBYTES_GROWTH
