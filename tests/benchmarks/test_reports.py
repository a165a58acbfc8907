"""A thousand different reports in one process: milliseconds each, memory flat.

The reference is drawing the same pages without tags, in the same run.
"""

from __future__ import annotations

import gc
import time
from pathlib import Path
from statistics import median

import pytest

from tests.fakes import TODAY, FixedClock
from thuiswerkplek import bootstrap
from thuiswerkplek.report import pdf
from thuiswerkplek.services.sharing import report_of

REPORTS = 1_000
SETTLED = 200
PAGE = 4_096


def resident_mebibytes():
    fields = Path("/proc/self/statm").read_text("ascii").split()
    return int(fields[1]) * PAGE / (1 << 20)


@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is read from /proc"
)
def test_a_thousand_reports(capsys):
    catalogue = bootstrap.catalogue()
    people = bootstrap.demo(seed=11, clock=FixedClock())
    times, memory = [], []
    for number in range(REPORTS):
        records = people.worker(number).general
        report = report_of(records, catalogue, today=TODAY, program="benchmark")
        begun = time.perf_counter()
        content = pdf.make(report, catalogue, language="nl", program="benchmark")
        times.append(time.perf_counter() - begun)
        assert content.startswith(b"%PDF-")
        if number % 100 == 99:
            gc.collect()
            memory.append(resident_mebibytes())

    with capsys.disabled():
        print(
            f"\n{REPORTS} reports: {median(times) * 1000:.0f} ms each (median);"
            f" memory {memory[0]:.0f} MiB after 100, {memory[-1]:.0f} MiB at the end"
        )
    assert memory[-1] < memory[SETTLED // 100] * 1.1
