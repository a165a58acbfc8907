"""PySide's own import is out of the way, and the window does without it."""

from __future__ import annotations

import importlib
import sys

import PySide6.support.feature as features
import pytest

import thuiswerkplek.ui.plain_import

pytestmark = pytest.mark.gui


def test_a_module_that_comes_later_is_not_read_by_pyside(tmp_path, monkeypatch):
    (tmp_path / "comes_later.py").write_text("from PySide6 import QtWidgets\n")
    monkeypatch.syspath_prepend(tmp_path)

    importlib.reload(thuiswerkplek.ui.plain_import)
    import comes_later  # type: ignore[import-not-found]

    assert comes_later.QtWidgets.QLabel
    assert "comes_later" not in features.pyside_feature_dict
    del sys.modules["comes_later"]
