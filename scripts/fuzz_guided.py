"""The coverage-guided half of `fuzz.py`: seconds and a folder for what goes wrong.

Everything runs in this one process, without the walls around the reading process; an
exception that is no refusal, ten seconds or two gigabytes are a finding.
"""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["thuiswerkplek"]):
    from thuiswerkplek.domain.errors import RefusedReportError
    from thuiswerkplek.domain.sharing import EmployerReport
    from thuiswerkplek.exchange import codec
    from thuiswerkplek.report import (
        reading_child,
        reading_flags,
        reading_pages,
        reading_pdf,
    )

from tests.hostile import data, mutations, pdfs, writing  # noqa: E402

PDF, JSON, MAGIC = b"P", b"J", b"%PDF-"
LONGEST = 1 << 17
SMALL = 20_000


def seeds(folder: Path) -> Path:
    """Write what to start from: sound and hostile, each with its kind in front."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [case.make() for case in pdfs.CASES.values()]
    texts = [content for content, _reason in data.KINDS.values()]
    made = [PDF + file for file in [writing.carrier(), *files] if len(file) < SMALL]
    made += [JSON + text for text in [data.GOOD, writing.DATA, *texts]]
    for number, seed in enumerate(seed for seed in made if len(seed) < SMALL):
        (folder / f"{number:04}").write_bytes(seed)
    return folder


def mutated(content: bytes, most: int, seed: int) -> bytes:
    """Spoil by structure now and then, and leave the rest to libFuzzer."""
    chance = random.Random(seed)  # noqa: S311
    kind, rest = content[:1], content[1:]
    if kind == JSON and chance.randrange(2):
        with suppress(ValueError, RecursionError):
            return (kind + mutations.spoiled_json(chance, rest))[:most]
    if kind == PDF and chance.randrange(3) == 0:
        return (kind + mutations.spoiled_bytes(chance, rest))[:most]
    return atheris.Mutate(content, most)


def one(content: bytes) -> None:
    """Read one file or text; only a refusal may come out."""
    kind, rest = content[:1], content[1:]
    if kind == JSON:
        with suppress(RefusedReportError):
            codec.decode(rest, EmployerReport, limit=codec.REPORT_LIMIT)
        return
    pdf = MAGIC + rest.removeprefix(MAGIC)
    answer = reading_child._answer(reading_pdf.carried, pdf)  # noqa: SLF001
    assert set(answer.facts) <= {"reason", "seal", "flags"}  # noqa: S101
    assert set(answer.facts.get("flags", ())) <= set(reading_flags.FLAGS)  # noqa: S101
    if answer.facts.get("reason") == "no-report":
        reading_pages.recognised(pdf)


def main() -> None:
    """Start libFuzzer; it ends by itself."""
    seconds, findings = sys.argv[1], Path(sys.argv[2])
    reading_pages.prepare()
    options = [
        *(f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=10"),
        *(
            "-rss_limit_mb=2048",
            f"-artifact_prefix={findings}/",
            "-print_final_stats=1",
        ),
        *("-use_value_profile=1", "-verbosity=1"),
    ]
    atheris.Setup(
        [sys.argv[0], *options, str(seeds(findings / "corpus"))],
        one,
        custom_mutator=mutated,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
