"""The window as a person with a keyboard meets it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek import i18n
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.ui.contracts import Notice, PageName

pytestmark = pytest.mark.gui
KEY = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, program, worker):
    found = program().window
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def page(window):
    return window.findChild(QtWidgets.QStackedWidget).currentWidget()


def focused_part(window):
    focus = QtWidgets.QApplication.focusWidget()
    for name, part in (
        ("sidebar", window.sidebar),
        ("page", page(window)),
        ("notice", window.notice),
    ):
        if focus is part or part.isAncestorOf(focus):
            return name
    return None


def test_a_page_is_built_when_it_is_first_shown(window):
    assert list(window.pages) == [PageName.WORKPLACE]

    window.go_to(PageName.SETTINGS)

    assert list(window.pages) == [PageName.WORKPLACE, PageName.SETTINGS]
    assert page(window) is window.pages[PageName.SETTINGS]


@pytest.mark.parametrize(("number", "name"), list(enumerate(PageName, start=1)))
def test_control_and_a_number_open_a_page(qtbot, window, number, name):
    qtbot.keyClick(window, KEY(KEY.Key_0 + number), CTRL)

    assert page(window) is window.pages[name]
    assert window.sidebar.current() == name
    assert focused_part(window) == "page"


def test_title_names_the_page(qtbot, window):
    qtbot.keyClick(window, KEY.Key_6, CTRL)

    assert window.windowTitle() == "Settings – thuiswerkplek"


def test_f6_goes_round_the_parts(qtbot, window):
    window.go_to(PageName.SETTINGS)
    window.notify(Notice("Kept.", action="Undo", on_action=lambda: None))
    parts = [focused_part(window)]

    for _ in range(3):
        qtbot.keyClick(window, KEY.Key_F6)
        parts.append(focused_part(window))

    assert parts == ["page", "notice", "sidebar", "page"]


def test_f6_comes_back_to_the_same_control(qtbot, window):
    window.go_to(PageName.SETTINGS)
    settings = window.pages[PageName.SETTINGS]
    settings.text_size.setFocus()

    qtbot.keyClick(window, KEY.Key_F6)
    qtbot.keyClick(window, KEY.Key_F6)

    assert QtWidgets.QApplication.focusWidget() is settings.text_size


def test_f1_opens_and_closes_help(qtbot, window):
    before = page(window)

    qtbot.keyClick(window, KEY.Key_F1)
    assert page(window).accessibleName() == "Help"
    qtbot.keyClick(window, KEY.Key_F1)
    assert page(window) is before

    qtbot.keyClick(window, KEY.Key_F1)
    qtbot.keyClick(page(window), KEY.Key_Escape)
    assert page(window) is before


def test_a_notice_says_what_happened_and_takes_it_back(qtbot, window):
    undone = []
    window.notify(Notice("Gone.", action="Undo", on_action=lambda: undone.append(1)))

    assert window.notice.isVisible()
    assert window.notice.words.text() == "Gone."
    qtbot.mouseClick(window.notice.action, QtCore.Qt.MouseButton.LeftButton)

    assert undone == [1]
    assert not window.notice.isVisible()


def test_a_notice_leaves_when_the_person_goes_elsewhere(qtbot, window):
    window.notify(Notice("Gone."))

    item = window.sidebar.items[PageName.SHARE]
    qtbot.mouseClick(item, QtCore.Qt.MouseButton.LeftButton)

    assert not window.notice.isVisible()


def test_a_notice_stays_when_the_program_goes_elsewhere(window):
    window.notify(Notice("All your answers are gone."))

    window.go_to(PageName.WORKPLACE)

    assert window.notice.isVisible()


def test_a_page_shows_what_changed_elsewhere(window):
    window.go_to(PageName.SETTINGS)
    settings = window.pages[PageName.SETTINGS]
    assert settings.take_in.isEnabled()
    window.go_to(PageName.WORKPLACE)

    window.services.places.add("Attic")
    window.data_changed()
    window.go_to(PageName.SETTINGS)

    assert not settings.take_in.isEnabled()


def test_the_badge_counts_open_measures(qtbot, window):
    services = window.services
    place = services.places.add("Attic")
    question = next(
        one
        for one in services.checking.round(place.id).questions
        if one.risks and one.options and not services.private.needs_opening(one)
    )
    risk = next(code for code in question.options if code in question.risks)
    services.checking.answer(place.id, question.id, Answer(risk))

    window.data_changed()

    item = window.sidebar.items[PageName.MEASURES]
    qtbot.waitUntil(lambda: "1 open measure" in item.accessibleDescription())


def test_a_new_language_is_everywhere_at_once(qtbot, window):
    window.go_to(PageName.SETTINGS)
    language = window.pages[PageName.SETTINGS].language
    language.setFocus()
    language.setCurrentIndex(language.findData("nl"))
    language.activated.emit(language.currentIndex())

    assert i18n.current() is i18n.Language.NL
    assert list(window.pages) == [PageName.SETTINGS]
    again = window.pages[PageName.SETTINGS].language
    assert again is not language
    assert again.currentData() == "nl"
    qtbot.waitUntil(again.hasFocus)

    window.notice.action.click()

    assert i18n.current() is i18n.Language.EN
    assert window.pages[PageName.SETTINGS].language.currentData() == "en"


def test_a_way_back_leaves_with_the_page_it_goes_back_on(window):
    done = []
    window.notify(Notice("Done.", action="Undo", on_action=lambda: done.append(1)))

    window.rebuild()

    assert window.notice.isHidden()
    window.notify(Notice("Just so you know."))
    window.rebuild()
    assert window.notice.isVisible()
    assert done == []


def test_a_larger_text_makes_the_pages_at_the_side_narrow(window):
    window.resize(1024, 700)
    assert not window.sidebar.is_narrow()
    window.go_to(PageName.SETTINGS)
    size = window.pages[PageName.SETTINGS].text_size

    size.setCurrentIndex(size.findData("200"))
    size.activated.emit(size.currentIndex())

    assert window.sidebar.is_narrow()
    assert window.size() == QtCore.QSize(1024, 700)
    window.notice.action.click()
    assert not window.sidebar.is_narrow()
    assert size.currentData() == "100"


def test_the_window_fits_a_small_screen(window):
    assert window.minimumSize().width() <= 640
    assert window.minimumSizeHint().width() <= 640


def test_help_names_every_key_of_the_window(qtbot, window):
    qtbot.keyClick(window, KEY.Key_F1)

    words = " ".join(
        label.text() for label in page(window).findChildren(QtWidgets.QLabel)
    )
    shortcuts = [one.key().toString() for one in window.findChildren(QtGui.QShortcut)]
    assert {"F1", "F6", "Ctrl+1", "Ctrl+6"} <= set(shortcuts)
    assert all(key in words for key in ("F1", "F6", "Ctrl+1", "Ctrl+6"))
