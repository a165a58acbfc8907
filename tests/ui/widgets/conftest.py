"""What all tests of controls share: a screen that is not there, English, a look."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6 import QtGui, QtWidgets

from thuiswerkplek import i18n
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import accessible


@pytest.fixture(autouse=True)
def look(qapp):
    """Give every test the light theme at 100 %, in English."""
    with i18n.using(i18n.Language.EN):
        theme.Theme(theme.Scheme.LIGHT).apply(qapp)
        accessible.install()
        yield
    theme.Theme(theme.Scheme.LIGHT).apply(qapp)


@pytest.fixture
def spoken():
    """Return the accessible interface of a widget, as a screen reader asks for it."""
    return QtGui.QAccessible.queryAccessibleInterface


@pytest.fixture
def shown(qtbot):
    """Return a function that shows a widget in a window and gives it back."""
    kept = []  # qtbot itself keeps only weak references

    def _show(widget: QtWidgets.QWidget, width: int = 400, height: int = 300):
        window = QtWidgets.QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        widget.setParent(window)
        widget.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
            widget.show()
        return widget

    return _show
