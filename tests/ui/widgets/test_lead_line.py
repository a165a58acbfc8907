"""A sentence to press: read aloud with where it leads, and never cut off."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui.widgets.lead_line import LeadLine

pytestmark = pytest.mark.gui
LONG = "On 1 December 2026 you talk your agreement over with your manager."


@pytest.mark.parametrize("key", [QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Space])
def test_a_key_presses_it(qtbot, shown, key):
    line = shown(LeadLine("balance", LONG, spoken="See the agreement"))

    with qtbot.waitSignal(line.clicked):
        qtbot.keyClick(line, key)


def test_it_says_where_it_leads(shown, spoken):
    line = shown(LeadLine("balance", LONG, spoken="See the agreement"))

    name = spoken(line).text(QtGui.QAccessible.Text.Name)

    assert name == f"{LONG} See the agreement"
    assert line.toolTip() == "See the agreement"


def test_it_is_higher_where_it_is_narrow():
    line = LeadLine("balance", LONG, spoken="")

    assert line.heightForWidth(1000) == line.minimumSizeHint().height()
    assert line.heightForWidth(200) > line.heightForWidth(400) >= 44


def test_it_is_painted(shown):
    blank = shown(LeadLine("balance", "", spoken=""))
    line = shown(LeadLine("balance", LONG, spoken=""))

    assert line.grab().toImage() != blank.grab().toImage()
