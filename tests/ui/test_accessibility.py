"""Every page, for somebody who cannot see it or cannot use a mouse, at 100 and 200 %."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from tests.domain.agreements import FULL
from tests.fakes import TODAY, MemoryKeyStore
from tests.ui.worker import year_days
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer, Kind, Visibility
from thuiswerkplek.domain.daylog import (
    Mode,
    Part,
    PlannedDay,
    Purpose,
    Trip,
    WeekPattern,
    Where,
)
from thuiswerkplek.domain.preferences import Preferences, Role
from thuiswerkplek.exchange import codec
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.main_window import SMALLEST
from thuiswerkplek.ui.widgets.day_cell import DayCell
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.sidebar import NavItem
from thuiswerkplek.ui.worker.balance_models import Screen
from thuiswerkplek.ui.worker.today_head import Tile
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
GROUPED = (QtWidgets.QRadioButton, NavItem, DayCell)
SETTLING = 10  # rounds in which heights follow from widths, and those from heights
LEAST_TARGET = 24  # px, WCAG 2.5.8
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


def show_days(opens, *, name=PageName.BALANCE, fills=lambda _services: None):
    """Return a way to show a page of the day log, with something opened on it."""

    def show(start, folder, _door):
        window = start()
        fills(window.services)
        window.data_changed()
        window.go_to(name)
        QtWidgets.QApplication.processEvents()
        page = window.pages[name]
        page.wake()
        QtWidgets.QApplication.processEvents()
        opens(page, folder)
        return window

    return show


def a_planned_autumn(services):
    """Keep days until Friday, an agreement, and a plan for each week since November."""
    place = year_days.fill(services)
    services.places.add("Kitchen table")
    trips = (Trip(Purpose.COMMUTE, Mode.TRAIN, 25),) * 2
    mixed = PlannedDay(
        (Part(Where.HOME, 120, place.id), Part(Where.OFFICE, 360)), trips
    )
    week = (mixed,) * 5 + (PlannedDay(),) * 2
    services.day_log.plan(WeekPattern(date(2026, 11, 2), week))
    services.day_log.clear(date(2026, 11, 19), date(2026, 11, 20))
    services.day_log.agree(FULL)


def press_nothing(_page, _folder):
    """Leave the page as it opens."""


def open_rows(page, _folder):
    page.tiles[Tile.OTHER].click()
    if page.rest.open_days is not None:
        page.rest.open_days.fold.set_open(True)


def open_today(page, _folder):
    page._on_opened(TODAY, True)
    page.editor.abroad.set_open(True)


def open_screen(one, opens=lambda _screen, _folder: None):
    def opened(page, folder):
        page.show_screen(one)
        opens(page.screens[one], folder)

    return opened


def write_down(screen, _folder):
    screen.presenter.write()
    for fold in screen.form.findChildren(Fold):
        fold.set_open(True)


def take_in(screen, folder):
    path = folder.root / "agreement.json"
    path.write_bytes(codec.encode(FULL, program="test"))
    screen.presenter.read_file(path)


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
    "today, empty": show_days(open_rows, name=PageName.TODAY),
    "today": show_days(open_rows, name=PageName.TODAY, fills=a_planned_autumn),
    "balance, empty": show_days(press_nothing),
    "balance": show_days(press_nothing, fills=a_planned_autumn),
    "day editor": show_days(open_today, fills=a_planned_autumn),
    "my week": show_days(open_screen(Screen.PLAN), fills=a_planned_autumn),
    "agreement, none": show_days(open_screen(Screen.AGREEMENT)),
    "agreement": show_days(open_screen(Screen.AGREEMENT), fills=a_planned_autumn),
    "agreement form": show_days(
        open_screen(Screen.AGREEMENT, write_down), fills=a_planned_autumn
    ),
    "agreement from a file": show_days(open_screen(Screen.AGREEMENT, take_in)),
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


def without_name(window):
    return [describe(one) for one in controls(window) if not spoken_name(one)]


def fields_without_label_or_name(window):
    buddies = [label.buddy() for label in window.findChildren(QtWidgets.QLabel)]
    return [
        describe(one)
        for one in controls(window)
        if isinstance(one, FIELDS) and one not in buddies and not one.accessibleName()
    ]


def lists_without_label(window):
    """On Linux the name of a list is its value; only a label tells what it is for."""
    return [
        describe(one)
        for one in controls(window)
        if isinstance(one, QtWidgets.QComboBox)
        and not any(
            label.buddy() is one and label.text()
            for label in one.parentWidget().findChildren(QtWidgets.QLabel)
        )
    ]


def too_small_to_hit(window):
    return [
        f"{describe(one)} {spoken_name(one)} {one.width()}x{one.height()}"
        for one in controls(window)
        if min(one.width(), one.height()) < LEAST_TARGET
    ]


def missed_by_tab(window):
    wanted = controls(window)
    wanted[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(2 * len(wanted) + 2):
        focus = QtWidgets.QApplication.focusWidget()
        if focus not in reached:
            reached.append(focus)
        QtTest.QTest.keyClick(focus, KEY.Key_Tab)
    return [
        describe(one)
        for one in wanted
        if one not in reached and not in_group(one, reached)
    ]


def in_group(control, reached):
    """Arrows reach the others of a group: radio buttons, pages, days, answers."""
    return isinstance(control, GROUPED) and any(
        type(one) is type(control) and one.parent() is control.parent()
        for one in reached
    )


def scrolls_sideways(window):
    return [
        f"{describe(area)} {area.horizontalScrollBar().maximum()} px"
        for area in window.findChildren(QtWidgets.QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def cut_off(window):
    """Return texts and controls that do not fit in the room they have."""
    found = [
        one
        for one in window.findChildren(QtWidgets.QWidget)
        if one.isVisible()
        and isinstance(one, (*FIELDS, QtWidgets.QLabel, QtWidgets.QAbstractButton))
        and not isinstance(one.parent(), FIELDS)
    ]
    return [
        f"{describe(one)} {words_of(one)} {one.geometry().getRect()}"
        for one in found
        if is_outside(one) or is_too_small(one)
    ]


def words_of(widget):
    is_field = isinstance(widget, FIELDS)
    return widget.accessibleName() if is_field else widget.text()[:40]


def is_outside(widget):
    """Tell whether a parent shows only a part of it; what scrolls shows it later."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return False
    if isinstance(parent.parent(), QtWidgets.QScrollArea):
        return False
    return not parent.rect().contains(widget.geometry()) or is_outside(parent)


def is_too_small(widget):
    hides_words = isinstance(widget, (NavItem, QtWidgets.QAbstractSpinBox))
    if hides_words or not words_of(widget):
        return False
    if widget.hasHeightForWidth():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.minimumSizeHint().width()


STILL_WIDE = frozenset(  # these scroll sideways in the narrowest window at 200 %
    {
        *("first start", "workplace", "check", "result", "measures, empty"),
        *("measures", "share", "settings", "erasing", "help"),
    }
)
CHECKS = (
    without_name,
    fields_without_label_or_name,
    lists_without_label,
    too_small_to_hit,
    scrolls_sideways,
    cut_off,
    missed_by_tab,
)
AS_NARROW_AS_CAN_BE = (too_small_to_hit, scrolls_sideways, cut_off)


def what_fails(window, checks):
    for _ in range(SETTLING):
        QtWidgets.QApplication.processEvents()
    found = {check.__name__: check(window) for check in checks}
    return {name: faults for name, faults in found.items() if faults}


def test_everybody_can_use_the_screen(request, window, percent):
    assert controls(window)
    assert what_fails(window, CHECKS) == {}
    assert window.width() == SMALL.width()

    window.resize(SMALLEST)

    narrow = what_fails(window, AS_NARROW_AS_CAN_BE)
    if percent > 100 and request.node.callspec.params["window"] in STILL_WIDE:
        narrow.pop("scrolls_sideways", None)
    assert narrow == {}
    assert window.width() == SMALLEST.width()


def test_arrows_go_along_the_pages_at_the_side(qtbot, program, worker):
    window = program().window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    items = list(window.sidebar.items.values())
    items[0].setFocus()

    for _ in items[1:]:
        qtbot.keyClick(QtWidgets.QApplication.focusWidget(), KEY.Key_Down)

    assert items[-1].hasFocus()
