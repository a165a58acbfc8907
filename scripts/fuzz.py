"""Read spoiled reports for as long as it is let, and say what came of it.

    nice -n 19 python scripts/fuzz.py --minutes 60 --out fuzz.txt

Half of the time goes through the reading process, with reports spoiled byte by byte,
in their JSON (sealed again) and in their objects. The other half is guided by the
coverage of our own code, where the library `atheris` is installed (it is no
dependency); without it the first half takes all. The result is written every minute.
What goes wrong is kept in the folder `--findings`; then the exit code is 1.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.fakes import TODAY  # noqa: E402
from tests.hostile import data, mutations, pdfs, writing  # noqa: E402
from tests.report.sealed import CATALOGUE, paper, report_number  # noqa: E402
from thuiswerkplek.report.attachment import Reading  # noqa: E402

GUIDE = Path(__file__).with_name("fuzz_guided.py")
HERE = Path(tempfile.gettempdir(), "thuiswerkplek-fuzz")
SECONDS = 10
MEBIBYTES = 300
WENT_DOWN = {"too-slow", "reader-stopped"}
CHEAP = 100_000  # hostile files up to this size are spoiled further


class Run:
    """What was read so far, and what went wrong."""

    def __init__(self, findings: Path, seed: int) -> None:
        self.findings = findings
        self.chance = random.Random(seed)  # noqa: S311
        self.verdicts: Counter[str] = Counter()
        self.slowest = 0.0
        self.wrong = 0

    def read_one(self, reading: Reading, path: Path, sources: list[bytes]) -> None:
        """Spoil a report in one of the ways, and judge what is said of it."""
        content, is_sealed = self._made(sources)
        started = time.monotonic()
        try:
            verdict = mutations.judged(reading, path, content)
        except Exception:  # noqa: BLE001 - that is what is looked for
            self._keep(content, traceback.format_exc())
            return
        seconds = time.monotonic() - started
        self.slowest = max(self.slowest, seconds)
        if seconds > SECONDS:  # also when the machine was too busy: look before judging
            self._keep(content, f"{verdict} after {seconds:.1f} s")
        self.verdicts[verdict] += 1
        if verdict in WENT_DOWN or (verdict == "unchanged" and not is_sealed):
            self._keep(content, verdict)

    def _made(self, sources: list[bytes]) -> tuple[bytes, bool]:
        """Return a spoiled file, and whether its seal is good all the same."""
        match self.chance.randrange(4):
            case 0:
                spoiled = mutations.spoiled_json(self.chance, data.GOOD)
                return mutations.sealed_again(spoiled), True
            case 1:
                source = self.chance.choice(sources[:2])
                made = mutations.spoiled_objects(self.chance, source)
            case _:
                source = self.chance.choice(sources)
                made = mutations.spoiled_bytes(self.chance, source)
        return made, made == source

    def _keep(self, content: bytes, why: str) -> None:
        self.wrong += 1
        self.findings.mkdir(parents=True, exist_ok=True)
        name = self.findings / f"{self.wrong:04}"
        name.with_suffix(".pdf").write_bytes(content)
        name.with_suffix(".txt").write_text(why, encoding="utf-8")

    def told(self, minutes: float) -> str:
        """Return the result so far."""
        files = sum(self.verdicts.values())
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
        lines = [
            f"through the reading process: {files} files in {minutes:.1f} minutes",
            f"slowest {self.slowest:.2f} s, went wrong {self.wrong}",
            f"peak memory of ended reading processes: {peak} MB",
            *(f"  {count:8} {name}" for name, count in self.verdicts.most_common()),
        ]
        if self.slowest > SECONDS or peak > MEBIBYTES:
            lines.append("TOO SLOW OR TOO HEAVY")
        return "\n".join(lines) + "\n"


def sources() -> list[bytes]:
    """Return a real report, a small one, and every hostile file that is small."""
    hostile = [case.make() for case in pdfs.CASES.values()]
    small = [made for made in hostile if 0 < len(made) < CHEAP]
    return [paper(report_number(1)), writing.carrier(), *small]


def through_the_process(minutes: float, run: Run, out: Path) -> None:
    """Read until the time is over; a new process each minute tells its memory."""
    started, made = time.monotonic(), sources()
    end = started + minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "r.pdf")
        while time.monotonic() < end:
            minute = min(end, time.monotonic() + 60)
            with Reading(CATALOGUE, today=TODAY) as reading:
                while time.monotonic() < minute:
                    run.read_one(reading, path, made)
            out.write_text(run.told((time.monotonic() - started) / 60), "utf-8")


def guided(minutes: float, findings: Path) -> tuple[int, str]:
    """Let atheris look for new ways through the codec and the reader."""
    findings.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, GUIDE, str(int(minutes * 60)), findings],
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    told = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if line.startswith(("Done", "stat::", "==", "INFO: seed")) or "ERROR" in line
    ]
    last = next(
        (line for line in reversed(done.stderr.splitlines()) if " cov: " in line), ""
    )
    trouble = done.stderr.splitlines()[-20:] if done.returncode else []
    return done.returncode, "\n".join([*told, last, *trouble]) + "\n"


def main() -> int:
    """Run for the time given; 1 when something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=HERE / "fuzz.txt")
    parser.add_argument("--findings", type=Path, default=HERE / "findings")
    given = parser.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    has_guide = importlib.util.find_spec("atheris") is not None
    share = given.minutes / 2 if has_guide else given.minutes
    run = Run(given.findings, given.seed)
    through_the_process(share, run, given.out)
    text, code = run.told(share), 0
    if has_guide:
        code, told = guided(share, given.findings / "guided")
        text += f"guided by coverage: {share:.1f} minutes, exit code {code}\n{told}"
    given.out.write_text(text, "utf-8")
    print(text)
    return int(bool(run.wrong or code))


if __name__ == "__main__":
    sys.exit(main())
