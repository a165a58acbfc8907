"""How tests start the programs of `children.py`, also without the rights of root."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHILDREN = Path(__file__).parent / "children.py"
IS_ROOT = os.name == "posix" and os.geteuid() == 0


def command(name, *arguments):
    return [sys.executable, str(CHILDREN), name, *map(str, arguments)]


def run(name, *arguments, before=(), preexec=None):
    """Run a program to its end and return its lines."""
    done = subprocess.run(
        [*before, *command(name, *arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=preexec,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def start(name, *arguments):
    """Start a program and return it while it runs."""
    return subprocess.Popen(  # unbuffered: what is read is all that was told
        command(name, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
