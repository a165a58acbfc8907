"""The number field: comma and point, bounds, steps, and what it complains about."""

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek import i18n
from thuiswerkplek.ui.widgets import number_field
from thuiswerkplek.ui.widgets.number_field import NumberField

Key = QtCore.Qt.Key
Said = QtGui.QAccessible.Text


@pytest.fixture
def field(shown) -> NumberField:
    return shown(NumberField("cm", 55, 90, 0.5, name="Desk height"))


def type_in(field: NumberField, qtbot, text: str) -> None:
    field.edit.clear()
    qtbot.keyClicks(field.edit, text)
    qtbot.keyClick(field.edit, Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("74,5", 74.5),
        (" 74.5 ", 74.5),
        ("-3", -3.0),
        ("\u22123", -3.0),
        ("", None),
        ("1.000,5", None),
        ("7 4", None),
        ("nan", None),
        ("1e9", None),
        ("9" * 40, None),
    ],
)
def test_read(text: str, number: float | None):
    assert number_field.read(text) == number


@pytest.mark.parametrize(
    ("language", "shown_as"), [(i18n.Language.NL, "74,5"), (i18n.Language.EN, "74.5")]
)
def test_number_shows_as_the_user_writes_it(language, shown_as: str):
    with i18n.using(language):
        assert number_field.show(74.5, 2) == shown_as


def test_whole_number_has_no_idle_zeros():
    assert number_field.show(70.0, 1) == "70"
    assert number_field.show(100.0, 0) == "100"


@pytest.mark.parametrize("text", ["74,5", "74.5"])
def test_comma_and_point_are_both_committed(field, qtbot, text: str):
    with qtbot.waitSignal(field.committed) as heard:
        type_in(field, qtbot, text)

    assert heard.args == [74.5]
    assert field.value() == 74.5


def test_the_same_number_again_is_not_committed(field, qtbot):
    field.set_value(70)

    with qtbot.assertNotEmitted(field.committed):
        type_in(field, qtbot, "70")


@pytest.mark.parametrize("text", ["740", "12", "seventy"])
def test_wrong_text_gets_a_sentence_and_is_not_committed(field, qtbot, text: str):
    with qtbot.assertNotEmitted(field.committed):
        type_in(field, qtbot, text)

    assert field.complaint.isVisible()
    assert field.complaint.text() in {
        "Choose a number from 55 to 90 cm.",
        "Enter a number, such as 72.5.",
    }
    assert field.edit.text() == text


def test_complaint_is_told_to_screen_readers_and_goes_away(field, qtbot, spoken):
    type_in(field, qtbot, "740")
    said = spoken(field.edit).text(Said.Description)

    type_in(field, qtbot, "74")

    assert said == "Choose a number from 55 to 90 cm."
    assert spoken(field.edit).text(Said.Description) == ""
    assert not field.complaint.isVisible()


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        ("", "Choose a number from 1 to 5."),
        ("cm", "Choose a number from 1 to 5 cm."),
    ],
)
def test_the_bounds_are_told_with_the_unit_if_there_is_one(
    shown, qtbot, unit, sentence
):
    field = shown(NumberField(unit, 1, 5, name="Size"))

    type_in(field, qtbot, "9")

    assert field.complaint.text() == sentence


def test_caller_decides_what_is_right(shown, qtbot):
    def odd(_text: str, number: float | None) -> str | None:
        return None if number and number % 2 else "Choose an odd number."

    field = shown(NumberField("", 0, 10, name="Odd", check=odd))
    type_in(field, qtbot, "4")

    assert field.complaint.text() == "Choose an odd number."
    assert field.value() is None


def test_buttons_step_and_stop_at_the_bounds(field, qtbot):
    field.set_value(89.5)

    qtbot.mouseClick(field.more, QtCore.Qt.MouseButton.LeftButton)
    assert field.value() == 90
    qtbot.mouseClick(field.more, QtCore.Qt.MouseButton.LeftButton)

    assert field.value() == 90


def test_arrow_keys_step(field, qtbot):
    field.set_value(70)

    qtbot.keyClick(field.edit, Key.Key_Up)
    qtbot.keyClick(field.edit, Key.Key_Up)
    qtbot.keyClick(field.edit, Key.Key_Down)

    assert field.value() == 70.5


def test_first_step_in_an_empty_field_gives_the_minimum(field):
    field.step(1)

    assert field.value() == 55


def test_names_and_targets(field, spoken):
    assert spoken(field.edit).text(Said.Name) == "Desk height (cm)"
    assert spoken(field.less).text(Said.Name) == "Desk height: less"
    assert spoken(field.more).text(Said.Name) == "Desk height: more"
    assert field.more.height() >= 40
    assert field.more.width() >= 40
    assert field.edit.height() >= 40
