"""Every page, for somebody who cannot see it or cannot use a mouse, at 100 and 200 %."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.fakes import MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer, Kind, Visibility
from thuiswerkplek.domain.preferences import Preferences, Role
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.widgets.sidebar import NavItem
from thuiswerkplek.ui.worker.workplace_presenter import WorkplacePresenter

pytestmark = pytest.mark.gui
KEY = QtCore.Qt.Key
NAME = QtGui.QAccessible.Text.Name
FIELDS = (
    QtWidgets.QLineEdit,
    QtWidgets.QPlainTextEdit,
    QtWidgets.QComboBox,
    QtWidgets.QAbstractSpinBox,
)
LANGUAGES = {100: "en", 200: "nl"}  # Dutch is the longer one
SMALL = QtCore.QSize(1024, 700)


def half_a_check(services):
    """Fill a part of a check with risks, so that there is something on every page."""
    place = services.places.add("Attic")
    questions = services.checking.round(place.id).questions
    plain = [
        one
        for one in questions
        if one.kind is Kind.CHOICE and one.visibility is not Visibility.PRIVATE
    ]
    for question in plain[:30]:
        code = next((one for one in question.options if one in question.risks), None)
        services.checking.answer(
            place.id, question.id, Answer(code or question.options[0])
        )
    return place


def show_first_start(start, folder, _door):
    settings = SettingsFile(folder.settings)
    settings.write(replace(settings.read(), role=None))
    window = start()
    card(window).limits.set_open(True)
    return window


def show_trouble(start, folder, door):
    door.open().places.add("Attic")
    door.close()
    door.keep_copy_of_today()
    folder.worker_file.write_bytes(b"not a database" * 400)
    return start()


def show_second_window(start, folder, _door):
    other = bootstrap.Door(folder.root, keys=MemoryKeyStore())
    other.open()
    window = start()
    other.close()
    return window


def show_page(name, *, is_filled):
    def show(start, _folder, _door):
        window = start()
        if is_filled:
            half_a_check(window.services)
            window.data_changed()
            window.pages[PageName.WORKPLACE].refresh()
        window.go_to(name)
        return window

    return show


def show_screen(opens):
    """Return a way to show the first workplace's check or result."""

    def show(start, folder, door):
        window = show_page(PageName.WORKPLACE, is_filled=True)(start, folder, door)
        page = window.pages[PageName.WORKPLACE]
        place = window.services.places.all()[0].id
        opens(page.presenter, place)
        page.show_screen()
        return window

    return show


def show_erasing(start, folder, door):
    window = show_page(PageName.SETTINGS, is_filled=True)(start, folder, door)
    window.pages[PageName.SETTINGS].erase.click()
    return window


def show_help(start, _folder, _door):
    window = start()
    window.toggle_help()
    return window


SCREENS = {
    "first start": show_first_start,
    "trouble": show_trouble,
    "second window": show_second_window,
    "workplace, empty": show_page(PageName.WORKPLACE, is_filled=False),
    "workplace": show_page(PageName.WORKPLACE, is_filled=True),
    "check": show_screen(WorkplacePresenter.open_check),
    "result": show_screen(WorkplacePresenter.open_result),
    "measures, empty": show_page(PageName.MEASURES, is_filled=False),
    "measures": show_page(PageName.MEASURES, is_filled=True),
    "share, empty": show_page(PageName.SHARE, is_filled=False),
    "share": show_page(PageName.SHARE, is_filled=True),
    "settings": show_page(PageName.SETTINGS, is_filled=False),
    "erasing": show_erasing,
    "help": show_help,
}


def card(window):
    return window.findChild(QtWidgets.QStackedWidget).currentWidget()


@pytest.fixture(params=[100, 200], ids=["100 %", "200 %"])
def percent(request):
    return request.param


@pytest.fixture(params=SCREENS)
def window(request, qtbot, program, folder, door, percent):
    """Return the small window with one screen on it."""
    SettingsFile(folder.settings).write(
        Preferences(Role.WORKER, LANGUAGES[percent], text_percent=percent)
    )

    def start():
        found = program().window
        found.resize(SMALL)
        return found

    found = SCREENS[request.param](start, folder, door)
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def controls(window):
    """Return everything that can be seen and takes the keyboard by Tab."""
    tab = QtCore.Qt.FocusPolicy.TabFocus.value
    return [
        one
        for one in window.findChildren(QtWidgets.QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy().value & tab
    ]


def describe(widget):
    return f"{type(widget).__name__} {widget.objectName()}".strip()


def spoken_name(widget):
    return QtGui.QAccessible.queryAccessibleInterface(widget).text(NAME).strip()


def test_every_control_has_a_name(window):
    nameless = [describe(one) for one in controls(window) if not spoken_name(one)]

    assert controls(window)
    assert nameless == []


def test_every_field_has_a_label_or_a_name_of_its_own(window):
    buddies = [label.buddy() for label in window.findChildren(QtWidgets.QLabel)]
    bare = [
        describe(one)
        for one in controls(window)
        if isinstance(one, FIELDS) and one not in buddies and not one.accessibleName()
    ]

    assert bare == []


def test_every_list_has_a_label_beside_it(window):
    """On Linux the name of a list is its value; only a label tells what it is for."""
    bare = [
        describe(one)
        for one in controls(window)
        if isinstance(one, QtWidgets.QComboBox)
        and not any(
            label.buddy() is one and label.text()
            for label in one.parentWidget().findChildren(QtWidgets.QLabel)
        )
    ]

    assert bare == []


def test_every_control_is_reached_by_tab(qtbot, window):
    wanted = controls(window)
    wanted[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(2 * len(wanted) + 2):
        focus = QtWidgets.QApplication.focusWidget()
        if focus not in reached:
            reached.append(focus)
        qtbot.keyClick(focus, KEY.Key_Tab)

    missed = [
        describe(one)
        for one in wanted
        if one not in reached and not in_group(one, reached)
    ]
    assert missed == []


def in_group(control, reached):
    """Arrows reach the others of a group: radio buttons, the pages at the side."""
    return isinstance(control, (QtWidgets.QRadioButton, NavItem)) and any(
        type(one) is type(control) and one.parent() is control.parent()
        for one in reached
    )


def test_arrows_go_along_the_pages_at_the_side(qtbot, program, worker):
    window = program().window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    items = list(window.sidebar.items.values())
    items[0].setFocus()

    for _ in items[1:]:
        qtbot.keyClick(QtWidgets.QApplication.focusWidget(), KEY.Key_Down)

    assert items[-1].hasFocus()


def test_every_control_is_large_enough_to_hit(window):
    small = [
        f"{describe(one)} {spoken_name(one)} {one.width()}x{one.height()}"
        for one in controls(window)
        if min(one.width(), one.height()) < 24
    ]

    assert small == []


def test_nothing_is_cut_off_at_the_side(qtbot, window):
    QtWidgets.QApplication.processEvents()
    wide = [
        describe(area)
        for area in window.findChildren(QtWidgets.QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]

    assert window.width() == SMALL.width()
    assert wide == []
