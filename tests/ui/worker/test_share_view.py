"""The page *Delen* as a person meets it: ticks, fields, the real pages and the file."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.domain.log_days import at_home, in_a_row
from tests.fakes import ImmediateTasks
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import Request
from thuiswerkplek.domain.sharing import MONTHS
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker import share_view

pytestmark = pytest.mark.gui
CHAIR = "chair-adjustable"
KEY = QtCore.Qt.Key


class Opener:
    """Opens the page over one worker's answers; saving goes to `target`."""

    def __init__(self, qtbot, show, services, shell, target):
        self.qtbot, self.show, self.services = qtbot, show, services
        self.shell, self.target = shell, target
        self.proposed = []

    def ask_path(self, name):
        self.proposed.append(name)
        return self.target

    def fill(self):
        place = self.services.places.add("Upstairs")
        self.services.sharing.name_person(Person("Noor van Dijk", "4821"))
        self.services.checking.answer(place.id, CHAIR, Answer("no", remark="It sinks"))
        self.services.checking.answer(place.id, "desk-size", Answer("yes"))
        self.place = place

    def __call__(self, *, scale=1.0, width=1000, wait=True):
        page = self.show(self.made, width=width, scale=scale)
        if wait:
            self.wait_for_pages(page)
        return page

    def made(self, _look):
        page = share_view.ShareView(
            self.services, self.shell, ImmediateTasks(), ask_path=self.ask_path
        )
        page.refresh()
        return page

    def wait_for_pages(self, page):
        self.qtbot.waitUntil(page.pages.save.isEnabled, timeout=20000)

    def tick(self, page, end):
        ticks = page.form.going.ticks
        return next(box for key, box in ticks.items() if key.endswith(end))

    def press(self, widget):
        self.qtbot.mouseClick(widget, QtCore.Qt.MouseButton.LeftButton)

    def unfold(self, page):
        for group in page.form.going.groups.values():
            self.press(group.head)


@pytest.fixture
def opened(qtbot, show, services, shell, tmp_path):
    return Opener(qtbot, show, services, shell, tmp_path / "report.pdf")


def test_an_empty_page_leads_to_the_check(opened):
    page = opened(wait=False)

    opened.press(page.to_check)

    assert page.form.isHidden()
    assert opened.shell.pages == [PageName.WORKPLACE]


def test_the_pages_are_the_bytes_and_their_words_are_read_aloud(opened):
    opened.fill()

    page = opened()

    sheets = page.pages.images.sheets
    assert page.pages.content.startswith(b"%PDF")
    assert sheets[0].accessibleName() == f"Page 1 of {len(sheets)}"
    assert "Noor van Dijk" in sheets[0].accessibleDescription()


def test_saving_writes_the_pages_that_are_shown(opened):
    opened.fill()
    page = opened()
    shown = page.pages.content

    opened.press(page.pages.save)

    assert opened.target.read_bytes() == shown
    assert opened.proposed == ["verslag-thuiswerkplek-noor-van-dijk-2026-11-23.pdf"]
    assert opened.shell.notices[-1].action == "Show folder"


def test_leaving_the_dialog_saves_nothing(opened):
    opened.fill()
    page = opened()
    opened.target = None

    opened.press(page.pages.save)

    assert not opened.shell.notices


def test_a_tick_taken_off_makes_new_pages_without_it(opened):
    opened.fill()
    page = opened()
    before = page.pages.content
    opened.unfold(page)

    opened.press(opened.tick(page, f"answer/{CHAIR}"))

    assert not page.pages.save.isEnabled()
    assert page.pages.images.is_faded
    opened.wait_for_pages(page)
    assert page.pages.content != before
    words = " ".join(one.accessibleDescription() for one in page.pages.images.sheets)
    assert "Adjustable and stable chair" not in words
    assert "left out by your choice" in (page.form.staying.stops()[0].accessibleName())


def test_the_space_bar_releases_a_remark_and_the_fold_stays_open(opened):
    opened.fill()
    page = opened()
    opened.unfold(page)
    remark = opened.tick(page, f"remark/{CHAIR}")
    remark.setFocus()

    opened.qtbot.keyClick(remark, KEY.Key_Space)

    assert opened.services.sharing.choices().released
    assert remark.isVisible()
    assert page.window().focusWidget() is remark


def test_month_totals_are_ticked_and_come_on_the_pages(opened):
    opened.fill()
    opened.services.day_log.put(*in_a_row(at_home, 4, date(2026, 10, 2)))
    page = opened()
    tick = opened.tick(page, MONTHS)
    assert not tick.isChecked()

    opened.press(tick)

    opened.wait_for_pages(page)
    words = " ".join(one.accessibleDescription() for one in page.pages.images.sheets)
    assert "Days per month" in words
    assert "October 2026" in words
    assert opened.tick(page, MONTHS) is tick
    staying = page.form.staying.groups["log"]
    assert staying.head.accessibleName().startswith("Your day log")


def test_enter_opens_and_closes_a_theme(opened):
    opened.fill()
    page = opened()
    group = next(iter(page.form.going.groups.values()))

    opened.qtbot.keyClick(group.head, KEY.Key_Return)
    was_open = group.is_open()
    opened.qtbot.keyClick(group.head, KEY.Key_Return)

    assert was_open
    assert not group.is_open()


def test_a_name_is_kept_when_its_field_is_left(opened):
    opened.fill()
    page = opened()
    page.form.name.setFocus()
    page.form.name.selectAll()

    opened.qtbot.keyClicks(page.form.name, "Sam de Boer")
    opened.qtbot.keyClick(page.form.name, KEY.Key_Tab)

    assert opened.services.sharing.person().name == "Sam de Boer"
    opened.wait_for_pages(page)
    assert "Sam de Boer" in page.pages.images.sheets[0].accessibleDescription()


def test_a_request_is_ticked_and_goes(opened):
    opened.fill()
    page = opened()

    opened.press(page.form.requests[Request.EQUIPMENT])

    assert opened.services.sharing.choices().requests == (Request.EQUIPMENT,)


def test_the_language_changes_the_pages(opened):
    opened.fill()
    page = opened()
    before = page.pages.content

    page.form.language.setCurrentIndex(0)
    page.form.language.activated.emit(0)

    opened.wait_for_pages(page)
    assert page.pages.content != before


def test_no_pages_are_made_before_the_page_is_seen(opened):
    opened.fill()
    page = share_view.create_page(
        opened.services, opened.shell, ImmediateTasks(), theme.current()
    )
    opened.qtbot.addWidget(page)

    opened.qtbot.wait(share_view.PAUSE_MS + 100)

    assert page.pages.content == b""


@pytest.mark.parametrize(
    ("scale", "width", "has_columns"),
    [(1.0, 1000, True), (1.0, 600, False), (2.0, 1000, False), (1.0, 420, False)],
)
def test_two_columns_become_one_and_nothing_is_cut_off(
    opened, scale, width, has_columns
):
    opened.fill()

    page = opened(scale=scale, width=width)

    assert (page.pages.mapTo(page, QtCore.QPoint()).y() < 100) is has_columns
    assert page.left.horizontalScrollBar().maximum() == 0
    for button in page.findChildren(QtWidgets.QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()


def test_the_columns_follow_the_window(opened):
    opened.fill()
    page = opened(width=1000)

    page.resize(600, 800)
    narrow = page.pages.parentWidget()
    page.resize(1000, 800)

    assert page.pages.parentWidget() is not narrow
    assert page.pages.isVisible()


def test_the_pages_can_be_made_larger_and_smaller(opened):
    opened.fill()
    page = opened()
    width = page.pages.images.sheets[0].width()

    opened.press(page.pages.larger)
    larger = page.pages.images.sheets[0].width()
    opened.press(page.pages.smaller)

    assert larger > width
    assert page.pages.images.sheets[0].width() == width


def test_the_tab_key_goes_down_the_form_and_then_to_the_pages(opened, tab_walk):
    opened.fill()
    page = opened()
    opened.unfold(page)
    stops = [*page.form.stops(), *page.pages.stops()]
    expected = [one for one in stops if one.isVisible() and one.isEnabled()]

    assert tab_walk(page, expected) == expected


def test_everything_the_keyboard_reaches_has_a_name(opened):
    opened.fill()
    page = opened()

    stops = [*page.form.stops(), *page.pages.stops()]

    for one in stops:
        spoken = QtGui.QAccessible.queryAccessibleInterface(one)
        assert spoken.text(QtGui.QAccessible.Text.Name), one


def test_in_one_column_a_button_leads_to_the_pages(opened):
    opened.fill()
    page = opened(width=600)

    opened.press(page.to_pages)

    assert page.pages.images.hasFocus()
    assert page.pages.mapTo(page, QtCore.QPoint()).y() < 100
    page.resize(1000, 800)
    assert page.to_pages.isHidden()


def test_every_part_can_be_drawn(opened):
    opened.fill()
    page = opened(width=420)
    opened.unfold(page)

    drawn = page.left.widget().grab()

    assert drawn.height() > page.height()


def test_the_folder_of_the_file_opens_in_the_systems_own_window(opened, tmp_path):
    class Opened(QtCore.QObject):
        urls: list[QtCore.QUrl] = []  # noqa: RUF012 - filled by one test

        @QtCore.Slot(QtCore.QUrl)
        def take(self, url):
            self.urls.append(url)

    system = Opened()
    QtGui.QDesktopServices.setUrlHandler("file", system, "take")
    opened.fill()
    page = opened()
    opened.press(page.pages.save)

    opened.shell.notices[-1].on_action()

    QtGui.QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in system.urls] == [str(tmp_path)]


@pytest.mark.parametrize("is_accepted", [True, False])
def test_the_dialog_proposes_a_name_and_adds_the_ending(opened, tmp_path, is_accepted):
    opened.fill()
    page = share_view.ShareView(opened.services, opened.shell, ImmediateTasks())
    opened.qtbot.addWidget(page)
    proposed = []

    def answer():
        dialog = QtWidgets.QApplication.activeModalWidget()
        proposed.extend(dialog.selectedFiles())
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("mine")
        dialog.accept() if is_accepted else dialog.reject()

    QtCore.QTimer.singleShot(0, answer)
    chosen = page._ask_path("report.pdf")

    assert proposed[0].endswith("report.pdf")
    assert chosen == (tmp_path / "mine.pdf" if is_accepted else None)
