"""The list of pages: choosing, keys, badges, and icons only when it is narrow."""

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.sidebar import NavEntry, Sidebar

Key = QtCore.Qt.Key
Text = QtGui.QAccessible.Text


@pytest.fixture
def sidebar(shown) -> Sidebar:
    entries = [
        NavEntry("today", "today", "Today"),
        NavEntry("place", "workplace", "Workplace"),
        NavEntry("settings", "settings", "Settings", last=True),
    ]
    bar = Sidebar(entries, brand="home", name="Pages", current_word="current page")
    bar.set_current("today")
    return shown(bar, 216, 500)


def test_click_chooses_a_page(sidebar, qtbot):
    with qtbot.waitSignal(sidebar.chosen) as heard:
        qtbot.mouseClick(sidebar.items["place"], QtCore.Qt.MouseButton.LeftButton)

    assert heard.args == ["place"]
    assert sidebar.current() == "place"


@pytest.mark.parametrize(
    ("number", "code"), [(2, "place"), (3, "settings"), (4, "today"), (0, "today")]
)
def test_number_chooses_a_page(sidebar, number: int, code: str):
    sidebar.choose_number(number)

    assert sidebar.current() == code


def test_arrows_move_and_enter_chooses(sidebar, qtbot):
    sidebar.items["today"].setFocus()

    qtbot.keyClick(sidebar.items["today"], Key.Key_Down)
    assert sidebar.current() == "today"
    qtbot.keyClick(sidebar.items["place"], Key.Key_Return)

    assert sidebar.items["place"].hasFocus()
    assert sidebar.current() == "place"


def test_home_and_end_go_to_the_ends(sidebar, qtbot):
    sidebar.items["place"].setFocus()

    qtbot.keyClick(sidebar.items["place"], Key.Key_End)
    assert sidebar.items["settings"].hasFocus()
    qtbot.keyClick(sidebar.items["settings"], Key.Key_Home)

    assert sidebar.items["today"].hasFocus()


def test_current_page_is_marked_in_words_and_in_shape(sidebar, spoken):
    said = {
        code: spoken(item).text(Text.Description)
        for code, item in sidebar.items.items()
    }
    current = sidebar.items["today"].grab().toImage()
    other = sidebar.items["place"].grab().toImage()

    middle = current.height() // 2
    assert said == {"today": "current page", "place": "", "settings": ""}
    assert current.pixelColor(1, middle) != other.pixelColor(1, middle)


def test_badge_is_told_in_words(sidebar, spoken):
    sidebar.set_badge("today", 3, "3 things wait")

    heard = spoken(sidebar.items["today"])

    assert heard.text(Text.Description) == "current page, 3 things wait"
    assert heard.text(Text.Name) == "Today"


@pytest.mark.parametrize(("window", "narrow"), [(899, True), (900, False)])
def test_narrow_window_shows_icons_only(sidebar, window, narrow):
    sidebar.fit(window)

    assert sidebar.is_narrow() is narrow
    assert sidebar.width() == (64 if narrow else 216)
    assert sidebar.items["place"].toolTip() == ("Workplace" if narrow else "")


def test_sidebar_grows_with_the_text(sidebar, qapp):
    theme.Theme(theme.Scheme.DARK, 2.0).apply(qapp)

    assert sidebar.width() == 432
    assert sidebar.items["today"].sizeHint().height() >= 80


def test_items_are_targets(sidebar):
    assert all(item.height() >= 40 for item in sidebar.items.values())
