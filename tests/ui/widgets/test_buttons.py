"""Push buttons: keys, targets, names and icons."""

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.flow_row import FlowRow

KINDS = [
    buttons.primary,
    buttons.secondary,
    buttons.quiet,
    buttons.link,
    buttons.danger,
]


@pytest.mark.parametrize("make", KINDS)
def test_button_is_a_target_and_named_by_its_words(shown, spoken, make):
    button = shown(make("Save report"), width=10, height=10)

    heard = spoken(button)

    assert button.minimumSizeHint().height() >= 40
    assert heard.role() is QtGui.QAccessible.Role.Button
    assert heard.text(QtGui.QAccessible.Text.Name) == "Save report"


@pytest.mark.parametrize("key", [QtCore.Qt.Key.Key_Space, QtCore.Qt.Key.Key_Return])
def test_space_and_enter_press(shown, qtbot, key):
    button = shown(buttons.secondary("Next"))

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_icon_only_button_has_a_name_and_a_tooltip(shown, spoken):
    button = shown(buttons.Button("", "quiet", icon="close", name="Close"))

    assert spoken(button).text(QtGui.QAccessible.Text.Name) == "Close"
    assert button.toolTip() == "Close"


def test_icon_has_the_ink_of_words_that_cannot_be_pressed(shown):
    button = shown(buttons.primary("Save", icon="save"))
    before = button.icon().pixmap(20).toImage()

    button.setEnabled(False)

    mode = QtGui.QIcon.Mode.Disabled
    pale = button.icon().pixmap(button.iconSize(), mode).toImage()
    inks = {
        pale.pixelColor(x, y).name()
        for x in range(pale.width())
        for y in range(pale.height())
        if pale.pixelColor(x, y).alpha() == 255
    }
    assert inks == {theme.current().colour("control").name()}
    assert pale != before


def test_button_and_icon_grow_with_the_text(qapp, shown):
    button = shown(buttons.primary("Save", icon="save"))

    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)

    assert button.minimumSizeHint().height() >= 78
    assert button.iconSize().height() == 40


def test_words_break_only_where_one_line_has_no_room(shown, qapp):
    button = buttons.primary("Take this agreement in from the file")
    line, height = button.sizeHint().width(), button.sizeHint().height()
    row = shown(FlowRow([button]), width=line + 10, height=200)
    assert button.size().toTuple() == (line, height)
    before = button.grab().toImage()

    row.resize(button.minimumSizeHint().width(), 200)
    qapp.processEvents()

    assert button.minimumSizeHint().width() == button.width() < line
    assert button.height() == button.heightForWidth(button.width()) > height
    assert row.heightForWidth(row.width()) == button.height()
    assert button.grab().toImage() != before
    assert (
        buttons.primary("Undo").minimumSizeHint() == buttons.primary("Undo").sizeHint()
    )
