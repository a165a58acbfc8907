"""What a report costs: beside the same pages untagged, by reportlab and by typst.

All makers get the same content and the same data to put inside, in one run, taking
turns; every round is another report, so that no maker finds its own work done.
"""

from __future__ import annotations

import gc
import importlib.util
import io
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pikepdf
import pytest

from tests.benchmarks import rivals
from tests.benchmarks.plain_reportlab import plain
from tests.fakes import TODAY, FixedClock
from thuiswerkplek import bootstrap
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.keys import SigningKey
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.report import pdf
from thuiswerkplek.report.employer_content import employer_content
from thuiswerkplek.services.sharing import report_of

pytest_plugins = ("tests.verapdf.engine",)

ROOT = Path(__file__).parent.parent.parent
REPORTS, SETTLED = 1_000, 200
ROUNDS, WARM = 31, 4
PAGE = 4_096
ENOUGH = 1.2  # of what untagged pages or typst take
MANY = 40  # reports of one process, for its peak of memory

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is read from /proc"
)
needs_typst = pytest.mark.skipif(
    importlib.util.find_spec("typst") is None, reason="typst is not here"
)


def report_number(number):
    records = bootstrap.demo(seed=11, clock=FixedClock()).worker(number).general
    catalogue = bootstrap.catalogue()
    return report_of(records, catalogue, today=TODAY, program="benchmark")


def given(number):
    """Return what every maker is given."""
    report = report_number(number)
    with using(Language.NL):
        made = employer_content(report, bootstrap.catalogue())
    return made, codec.encode(report, program="benchmark")


def makers(folder):
    return {
        "tagged": rivals.ours,
        "untagged": lambda made, data: rivals.ours(made, data, is_tagged=False),
        "plain reportlab": plain,
        "typst": rivals.Typst(folder),
    }


def pages_of(content):
    with pikepdf.open(io.BytesIO(content)) as file:
        return len(file.pages), set(file.attachments)


def rounds(folder):
    """Return what every maker took, and its pages: a report a round, in turns."""
    turn = list(makers(folder).items())
    took = {name: [] for name, _make in turn}
    pages = {name: 0 for name, _make in turn}
    for number in range(WARM + ROUNDS):
        turn = [*turn[1:], turn[0]]
        made, data = given(number)
        for name, make in turn:
            gc.collect()
            wall, own = time.perf_counter(), time.process_time()
            content = make(made, data)
            taken = time.perf_counter() - wall, time.process_time() - own
            if number >= WARM:
                took[name].append(taken)
                count, attached = pages_of(content)
                pages[name] += count
                assert attached == {"thuiswerkplek.json"}
    return took, pages


def ratio(took, rival):
    """Return what ours takes beside a rival: the median over the same reports.

    Beside other Python it is this process's own time, which a busy machine disturbs
    least; typst works on several cores, so beside it the time that somebody waits.
    """
    clock = 0 if rival == "typst" else 1
    pairs = zip(took["tagged"], took[rival], strict=True)
    return median(ours[clock] / theirs[clock] for ours, theirs in pairs)


@pytest.mark.slow
@needs_typst
def test_tagged_pages_cost_hardly_more_than_any_others(tmp_path, tell):
    took, pages = rounds(tmp_path)

    tell(f"{ROUNDS} reports of {pages['tagged'] / ROUNDS:.1f} pages:")
    for name, taken in took.items():
        wall = [one for one, _own in taken]
        tell(
            f"  {name:16} {median(wall) * 1000:4.0f} ms a report (median),"
            f" {pages[name] / sum(wall):4.0f} pages/s, {pages[name]} pages;"
            f" ours takes {ratio(took, name):.2f} of it"
        )
    for rival in ("untagged", "plain reportlab", "typst"):
        assert ratio(took, rival) <= ENOUGH, rival
        assert 0.8 < pages[rival] / pages["tagged"] < 1.25, rival


@needs_typst
def test_typst_makes_what_ours_makes(tmp_path, verapdf):
    """Else the comparison is with something easier."""
    made, data = given(3)
    path = tmp_path / "typst.pdf"
    path.write_bytes(rivals.Typst(tmp_path)(made, data))

    assert verapdf.broken(path, "3a") == []
    assert verapdf.broken(path, "ua1") == []
    ours = _roles(rivals.ours(made, data))
    theirs = _roles(path.read_bytes())
    for role in ("H1", "H2", "H3", "H4", "Table", "TR", "LI", "Figure", "Link"):
        assert theirs.count(role) >= ours.count(role), role


def _roles(content):
    with pikepdf.open(io.BytesIO(content)) as file:
        found = []

        def walk(element):
            if isinstance(element, pikepdf.Array):
                for one in element:
                    walk(one)
            elif isinstance(element, pikepdf.Dictionary):
                if "/S" in element:
                    found.append(str(element.S)[1:])
                if "/K" in element:
                    walk(element.K)

        walk(file.Root.StructTreeRoot.K)
        return found


PEAK = r"""
import pathlib, re, sys
from tests.benchmarks.test_reports import MANY, given, makers
make = makers(pathlib.Path(sys.argv[2]))[sys.argv[1]]
for number in range(MANY):
    make(*given(number))
status = pathlib.Path("/proc/self/status").read_text("ascii")
print(re.search(r"VmHWM:\s+(\d+) kB", status)[1])
"""


@pytest.mark.slow
@needs_typst
@needs_proc
def test_peak_of_memory(tmp_path, tell):
    peaks = {}
    for name in ("tagged", "untagged", "plain reportlab", "typst"):
        done = subprocess.run(
            [sys.executable, "-c", PEAK, name, str(tmp_path)],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": "."},
        )
        peaks[name] = int(done.stdout) / 1024

    told = ", ".join(f"{name} {peak:.0f} MiB" for name, peak in peaks.items())
    tell(f"peak of {MANY} reports in a process of its own: {told}")
    assert peaks["tagged"] < peaks["plain reportlab"] * ENOUGH
    assert peaks["tagged"] < peaks["typst"] * ENOUGH


def resident_mebibytes():
    fields = Path("/proc/self/statm").read_text("ascii").split()
    return int(fields[1]) * PAGE / (1 << 20)


@pytest.mark.slow
@needs_proc
def test_a_thousand_reports(tell):
    catalogue = bootstrap.catalogue()
    people = bootstrap.demo(seed=11, clock=FixedClock())
    key = SigningKey(b"\x05" * 32)
    times, memory = [], []
    for number in range(REPORTS):
        records = people.worker(number).general
        report = report_of(records, catalogue, today=TODAY, program="benchmark")
        begun = time.perf_counter()
        content = pdf.make(
            report, catalogue, language="nl", program="benchmark", key=key
        )
        times.append(time.perf_counter() - begun)
        assert content.startswith(b"%PDF-")
        if number % 100 == 99:
            gc.collect()
            memory.append(resident_mebibytes())

    tell(
        f"{REPORTS} reports: {median(times) * 1000:.0f} ms each (median);"
        f" memory {memory[0]:.0f} MiB after 100, {memory[-1]:.0f} MiB at the end"
    )
    assert memory[-1] < memory[SETTLED // 100] * 1.1
