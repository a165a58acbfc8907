"""What opening the window may not load: libraries that come with their first use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.preferences import Preferences, Role
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.storage.settings import SettingsFile

pytestmark = pytest.mark.gui
LATE = {
    *("reportlab", "sqlalchemy", "pikepdf", "pydantic", "pydantic_core", "highspy"),
    *("nacl", "keyring", "sqlcipher3", "PIL", "PySide6.QtPdf", "PySide6.QtNetwork"),
}
ROOT = Path(__file__).resolve().parents[2]
# The program itself, and then the names of all that was loaded up to its end.
SCRIPT = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules))))
from thuiswerkplek.cli.main import main
sys.exit(main(["--data-dir", sys.argv[1], "--exit-after-start"]))
"""


def start(folder):
    """Open the window in a process of its own; return what it printed and loaded."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    printed, loaded = done.stdout.splitlines()
    return printed, set(json.loads(loaded))


def late(loaded):
    return {name for name in loaded if name in LATE or name.split(".")[0] in LATE}


def test_the_first_start_loads_no_heavy_library(tmp_path):
    printed, loaded = start(tmp_path / "data")

    assert "PySide6.QtWidgets" in loaded
    assert late(loaded) == set()
    assert printed.endswith(" ms")


def test_a_returning_worker_loads_no_heavy_library(folder):
    SettingsFile(folder.settings).write(Preferences(Role.WORKER, "en"))
    with bootstrap.worker_services(folder, keys=MemoryKeyStore()) as services:
        services.private.make(Keeping.KEY_STORE)
        services.checking.start(services.places.add("Attic").id)

    _printed, loaded = start(folder.root)

    assert "thuiswerkplek.ui.worker.today_view" in loaded
    assert late(loaded) == set()


def test_only_the_first_page_is_loaded(folder):
    SettingsFile(folder.settings).write(Preferences(Role.WORKER, "en"))

    _printed, loaded = start(folder.root)

    others = {"measures_view", "share_view", "settings_view"}
    assert {
        name for name in others if f"thuiswerkplek.ui.worker.{name}" in loaded
    } == set()
    assert "thuiswerkplek.ui.start.first_start_view" not in loaded
