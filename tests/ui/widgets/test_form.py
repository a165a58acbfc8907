"""Check boxes, lists, labelled fields, and the focus ring."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui.widgets.checks import CheckBox
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.focus_ring import FocusRing
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.select import Select

Said = QtGui.QAccessible.Text
Role = QtGui.QAccessible.Role


def test_check_box_is_switched_anywhere_on_its_words(shown, qtbot):
    box = shown(CheckBox("Many words " * 20), width=300, height=200)
    far = QtCore.QPoint(box.width() - 4, box.height() - 4)

    qtbot.mouseClick(box, QtCore.Qt.MouseButton.LeftButton, pos=far)

    assert box.isChecked()


def test_words_of_a_check_box_wrap(shown):
    box = shown(CheckBox("Many words " * 20))

    assert box.heightForWidth(200) > box.heightForWidth(500)
    assert shown(CheckBox("x")).heightForWidth(200) == 40


def test_screen_reader_hears_role_name_and_state(shown, spoken):
    button = shown(CheckBox("Keep photos"))
    button.setChecked(True)

    heard = spoken(button)

    assert heard.role() is Role.CheckBox
    assert heard.text(Said.Name) == "Keep photos"
    assert heard.state().checked


def test_list_is_labelled_besides_its_value(shown, spoken):
    choice = Select(name="Language")
    choice.addItems(["Nederlands", "English"])
    shown(Field("Language", choice))

    heard = spoken(choice)

    # On Linux Qt gives the value as the name and the label as a relation.
    labels = [other.text(Said.Name) for other, _kind in heard.relations()]
    assert labels == ["Language"]
    assert choice.accessibleName() == "Language"
    assert heard.text(Said.Value) == "Nederlands"


def test_list_changes_by_keys_but_not_by_the_wheel(shown, qtbot):
    choice = shown(Select(name="Language"), height=40)
    choice.addItems(["Nederlands", "English"])
    wheel = QtGui.QWheelEvent(
        QtCore.QPointF(5, 5),
        QtCore.QPointF(5, 5),
        QtCore.QPoint(0, -120),
        QtCore.QPoint(0, -120),
        QtCore.Qt.MouseButton.NoButton,
        QtCore.Qt.KeyboardModifier.NoModifier,
        QtCore.Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QtWidgets.QApplication.sendEvent(choice, wheel)
    after_wheel = choice.currentIndex()
    qtbot.keyClick(choice, QtCore.Qt.Key.Key_Down)

    assert (after_wheel, choice.currentIndex()) == (0, 1)


def test_field_names_its_control_and_gives_it_the_help(shown, spoken):
    edit = QtWidgets.QLineEdit()
    shown(Field("Name", edit, "Only you see this."))

    assert spoken(edit).text(Said.Name) == "Name"
    assert spoken(edit).text(Said.Description) == "Only you see this."


@pytest.fixture
def pair(shown, qapp) -> list[QtWidgets.QPushButton]:
    host = QtWidgets.QWidget()
    made = [QtWidgets.QPushButton("one"), QtWidgets.QPushButton("two")]
    Column(host, margins=(4, 4, 4, 4), items=made)
    shown(host)
    qapp.processEvents()
    return made


def rings(button: QtWidgets.QWidget) -> list[FocusRing]:
    found = button.window().findChildren(FocusRing)
    return [ring for ring in found if ring.isVisible()]


def test_ring_lies_around_what_has_the_keyboard(pair, qtbot):
    pair[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pair[0], QtCore.Qt.Key.Key_Tab)

    (ring,) = rings(pair[1])
    inner = QtCore.QRect(
        pair[1].mapTo(ring.parentWidget(), QtCore.QPoint()), pair[1].size()
    )
    assert ring.geometry() == inner.adjusted(-4, -4, 4, 4)


def test_ring_goes_when_its_control_hides(pair):
    pair[0].setFocus()
    pair[0].hide()
    pair[1].clearFocus()

    assert rings(pair[0]) == []


def test_ring_comes_back_after_the_page_under_it_is_gone(pair, qapp, shown):
    pair[0].setFocus()
    pair[0].parentWidget().deleteLater()
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    host = QtWidgets.QWidget()
    again = QtWidgets.QPushButton("again")
    Column(host, margins=(4, 4, 4, 4), items=[again])
    shown(host)
    host.window().activateWindow()

    again.setFocus()

    assert len(rings(again)) == 1


def test_screen_reader_does_not_meet_the_ring(pair, spoken):
    pair[0].setFocus()
    host = spoken(pair[0].parentWidget())

    names = [host.child(number).text(Said.Name) for number in range(host.childCount())]

    assert names == ["one", "two"]
