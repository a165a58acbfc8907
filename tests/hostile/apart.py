"""Reads hostile files in a process of its own, so that its children can be measured.

Called with a folder; reads every `.pdf` in it, each followed by `good` beside it, and
prints a line of JSON per file: verdict, seconds, and the peak memory of the children.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from tests.fakes import TODAY
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.report.attachment import Reading

KIBIBYTE = 1 << 10


def verdict(reading: Reading, path: Path) -> tuple[str, list[str]]:
    try:
        found = reading.read(path)
    except ThuiswerkplekError as error:
        return getattr(error, "reason", type(error).__name__), []
    return str(found.seal), list(found.flags)


def main(folder: Path) -> None:
    good = folder / "good"
    for path in sorted(folder.glob("*.pdf")):
        with Reading(bootstrap.catalogue(), today=TODAY) as reading:
            verdict(reading, good)
            started = time.monotonic()
            said, flags = verdict(reading, path)
            seconds = time.monotonic() - started
            after, _flags = verdict(reading, good)
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        line = {
            "name": path.stem,
            "verdict": said,
            "flags": flags,
            "seconds": round(seconds, 2),
            "after": after,
            "mebibytes": children.ru_maxrss // KIBIBYTE,
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
