"""The stay against uncounted references holds for any number of calls."""

from __future__ import annotations

import subprocess
import sys

MANY_CALLS = """
from PySide6 import QtWidgets
from thuiswerkplek.ui import lost_references
app = QtWidgets.QApplication([])
lost_references.hold()
label = QtWidgets.QLabel()
for number in range(300_000):
    label.setText("x")
    label.isVisible()
print("alive")
"""


def test_a_window_outlives_many_calls():
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )

    assert done.stdout == "alive\n", done.stderr
