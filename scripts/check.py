"""The one check: format, lint, types and tests; `--static` leaves the tests out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATIC = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
)


def main(arguments: list[str]) -> int:
    """Run every step, all of them even when one fails; 0 when all are clean."""
    steps = STATIC if "--static" in arguments else (*STATIC, ("pytest",))
    codes = [
        subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode
        for step in steps
    ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
