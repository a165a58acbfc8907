"""The screen *Agreement* as a person meets it: keys, mouse and what is read aloud."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.domain.agreements import FULL
from thuiswerkplek.domain.agreement import Agreement, Item
from thuiswerkplek.domain.agreement_rules import FixedDays, RuleCode
from thuiswerkplek.domain.workplace import Owner
from thuiswerkplek.exchange import codec
from thuiswerkplek.services.worker import WorkerServices
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.widgets.fold import Fold
from thuiswerkplek.ui.widgets.tag import Tag
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker import agreement_view
from thuiswerkplek.ui.worker.agreement_entries import Entry

pytestmark = pytest.mark.gui
KEY = QtCore.Qt.Key
TYPED = Agreement(date(2026, 1, 1))


@pytest.fixture
def backs():
    return []


@pytest.fixture
def opened(services, shell, show, backs):
    def _open(**size):
        def make(_look):
            return agreement_view.create_screen(
                services, shell, lambda: backs.append(1)
            )

        return show(make, **{"width": 900} | size)

    return _open


@pytest.fixture
def log(services):
    return services.day_log


def press(qtbot, widget):
    qtbot.mouseClick(widget, QtCore.Qt.MouseButton.LeftButton)


def focus(screen):
    return screen.window().focusWidget()


def written(page):
    QtWidgets.QApplication.processEvents()
    return "\n".join(one.text() for one in page.findChildren(Text) if one.isVisible())


def test_it_tells_what_holds_and_goes_back(qtbot, opened, log, backs):
    log.agree(FULL)
    screen = opened()

    assert "You work 4.5 days a week." in written(screen)
    assert "You talk it over again on 1 December 2026, in 8 days." in written(screen)
    press(qtbot, screen.overview.back)

    assert backs == [1]


def test_the_form_is_filled_in_by_keyboard_and_saved(qtbot, opened, log, shell):
    screen = opened()
    screen.overview.write.setFocus()
    qtbot.keyClick(focus(screen), KEY.Key_Return)
    form = screen.form
    assert focus(screen) is form.controls[Entry.VALID_FROM].edit

    qtbot.keyClicks(form.controls[Entry.HOME_LEAST].edit, "2")
    monday = form.controls[Entry.FIXED_HOME].toggles[1]
    monday.setFocus()
    qtbot.keyClick(monday, KEY.Key_Space)
    qtbot.keyClicks(form.controls[Entry.HOME_AMOUNT].edit, "2,45")
    form.save.setFocus()
    qtbot.keyClick(form.save, KEY.Key_Return)

    kept = log.agreement()
    assert kept.money.home_a_day == Decimal("2.45")
    assert FixedDays(RuleCode.FIXED_HOME, (1,)) in kept.rules
    assert screen.currentWidget() is screen.overview
    assert focus(screen) is screen.overview.write
    assert "At least 2 home days a week." in written(screen)

    shell.notices[-1].on_action()
    assert "No agreement was written down yet" in written(screen)


def test_what_is_wrong_stands_beside_its_field(qtbot, opened, log):
    screen = opened()
    press(qtbot, screen.overview.write)
    form = screen.form
    amount = form.controls[Entry.HOME_AMOUNT]
    assert not form.folds["money"].is_open()
    amount.set_text("0,2345")

    press(qtbot, form.save)

    assert form.folds["money"].is_open()
    assert amount.complaint.isVisible()
    assert amount.complaint.text() == "Use at most three decimals."
    assert amount.edit.accessibleDescription() == "Use at most three decimals."
    assert focus(screen) is amount.edit
    assert form.problem.text() == "Look at 1 field; nothing was saved yet."
    assert log.agreements() == ()

    amount.set_text("0,235")
    press(qtbot, form.save)
    assert log.agreement().money.home_a_day == Decimal("0.235")


def test_a_field_beside_a_wrong_one_stays_on_its_line(qtbot, opened):
    screen = opened()
    press(qtbot, screen.overview.write)
    form = screen.form
    form.controls[Entry.HOME_MOST].set_text("x")

    press(qtbot, form.save)
    QtWidgets.QApplication.processEvents()

    least, most = (
        form.controls[one].edit for one in (Entry.HOME_LEAST, Entry.HOME_MOST)
    )
    assert (
        least.mapTo(form, QtCore.QPoint()).y() == most.mapTo(form, QtCore.QPoint()).y()
    )


def test_days_of_the_week_are_named_with_their_label(qtbot, opened):
    screen = opened()
    press(qtbot, screen.overview.write)
    toggles = screen.form.controls[Entry.FIXED_OFFICE].toggles

    assert toggles[2].accessibleName() == "Always at the office on Tuesday"
    press(qtbot, toggles[2])
    spoken = QtGui.QAccessible.queryAccessibleInterface(toggles[2])
    assert spoken.state().checked
    assert screen.form.controls[Entry.FIXED_OFFICE].days() == (2,)
    press(qtbot, toggles[2])
    assert screen.form.controls[Entry.FIXED_OFFICE].days() == ()


def test_a_day_at_two_places_is_said_under_the_days(qtbot, opened):
    screen = opened()
    press(qtbot, screen.overview.write)
    for entry in (Entry.FIXED_HOME, Entry.FIXED_OFFICE):
        screen.form.controls[entry].set_days((2,))

    press(qtbot, screen.form.save)

    office = screen.form.controls[Entry.FIXED_OFFICE]
    assert office.complaint.text().startswith("A day is at home or at the office")
    assert focus(screen) is office.toggles[1]


def test_things_are_added_and_removed(qtbot, opened, log):
    screen = opened()
    press(qtbot, screen.overview.write)
    screen.form.folds["equipment"].set_open(True)
    things = screen.form.controls[Entry.ITEMS]
    for name in ("Chair", "Lamp", "Desk"):
        press(qtbot, things.add)
        qtbot.keyClicks(focus(screen), name)
    things.rows[1].owner.setCurrentIndex(1)

    press(qtbot, things.rows[0].remove)
    assert focus(screen) is things.add
    press(qtbot, screen.form.save)

    assert log.agreement().equipment == (Item("Lamp", Owner.WORKER), Item("Desk"))


def test_the_note_of_a_group_follows_what_is_typed(qtbot, opened):
    screen = opened()
    press(qtbot, screen.overview.write)
    fold = screen.form.folds["days"]
    assert fold.head.accessibleName() == "Days: empty"

    screen.form.controls[Entry.HOME_LEAST].set_text("2")
    screen.form.controls[Entry.HOME_LEAST].edit.editingFinished.emit()

    assert fold.head.accessibleName() == "Days: 1 filled in"


def test_somebody_who_types_is_left_alone(qtbot, opened, log):
    screen = opened()
    press(qtbot, screen.overview.write)
    form = screen.form
    form.controls[Entry.TEAM].set_text("Team 1")

    log.agree(TYPED)
    screen.refresh()

    assert screen.form is form
    assert form.controls[Entry.TEAM].text() == "Team 1"


def test_what_was_left_comes_back_as_it_was(qtbot, opened, shell):
    screen = opened()
    press(qtbot, screen.overview.write)
    screen.form.controls[Entry.TEAM].set_text("Team 1")
    screen.form.controls[Entry.WORK].set_text("Write\nand read")

    press(qtbot, screen.form.leave)
    assert screen.form is None
    shell.notices[-1].on_action()

    assert screen.form.controls[Entry.TEAM].text() == "Team 1"
    assert screen.form.controls[Entry.WORK].text() == "Write\nand read"


def test_versions_are_in_a_fold_and_can_be_removed(qtbot, opened, log):
    log.agree(FULL)
    log.agree(replace(FULL, version=4))
    screen = opened()
    assert not screen.overview.versions.is_open()
    press(qtbot, screen.overview.versions.head)
    line = screen.overview.versions.findChildren(Fold)[0]
    press(qtbot, line.head)
    (remove,) = screen.overview.removes.values()
    assert remove.accessibleName() == "From 1 January 2026, version 3: remove"

    press(qtbot, remove)

    assert [one.version for one in log.agreements()] == [4]
    assert screen.overview.versions is None


def test_a_file_is_read_first_and_then_kept(qtbot, opened, log, tmp_path, monkeypatch):
    path = tmp_path / "agreement.json"
    path.write_bytes(codec.encode(FULL, program="test"))
    monkeypatch.setattr(
        QtWidgets.QFileDialog, "getOpenFileName", lambda *_: (str(path), "")
    )
    screen = opened()

    press(qtbot, screen.overview.take_in)
    assert "Nothing was kept yet" in written(screen)
    assert "At most 8 office days in 4 weeks." in written(screen)
    assert focus(screen) is screen.incoming.keep
    qtbot.keyClick(screen.incoming.keep, KEY.Key_Return)

    assert log.agreements() == (FULL,)
    assert screen.currentWidget() is screen.overview


def test_hidden_letters_of_a_stranger_are_shown(opened, log):
    log.agree(replace(FULL, sites=("Utrecht\u202e",)))
    screen = opened()

    assert "Utrecht[U+202E]" in written(screen)


@pytest.mark.skipif(
    not hasattr(WorkerServices, "talk"), reason="the talk sheet is not there yet"
)
def test_the_talk_sheet_is_saved(qtbot, opened, shell, tmp_path, monkeypatch):
    screen, path = opened(), tmp_path / "talk.pdf"
    monkeypatch.setattr(screen, "ask_where", lambda: path)

    press(qtbot, screen.overview.talk)

    assert path.read_bytes().startswith(b"%PDF")
    assert shell.notices[-1].text == "The talk sheet is saved: talk.pdf."
    monkeypatch.setattr(screen, "ask_where", lambda: tmp_path / "no" / "talk.pdf")
    press(qtbot, screen.overview.talk)
    assert shell.notices[-1].level is Level.PROBLEM


# Asking to work elsewhere


def test_the_days_to_ask_follow_the_wanted_start(qtbot, opened):
    flexible = opened().overview.flexible
    assert "1 December 2026" in written(flexible)
    assert "Information, not legal advice" in written(flexible)

    flexible.start.set_text("1-4-2027")
    flexible.start.edit.editingFinished.emit()
    assert "1 February 2027" in written(flexible)

    flexible.start.set_text("soon")
    flexible.start.edit.editingFinished.emit()
    assert flexible.start.complaint.text() == "Type a date, such as 1-2-2027."
    assert "1 February 2027" not in written(flexible)


def test_law_tip_and_information_do_not_look_alike(qtbot, opened):
    flexible = opened().overview.flexible
    press(qtbot, flexible.statements.head)

    words = [one.text() for one in flexible.findChildren(Tag)]

    assert {"law", "tip"} == set(words)
    assert "information" in written(flexible)
    assert "Whether that holds for the place of work too is not certain." in written(
        flexible
    )


# For everybody


def open_all(screen):
    for fold in screen.findChildren(Fold):
        fold.set_open(True)
    QtWidgets.QApplication.processEvents()


@pytest.mark.parametrize("sheet", ["overview", "form"])
def test_nothing_is_cut_off_at_200_per_cent_in_a_narrow_window(opened, log, sheet):
    log.agree(FULL)
    log.agree(replace(FULL, version=4))
    screen = opened(width=560, scale=2.0)
    if sheet == "form":
        screen.presenter.write()
    open_all(screen)

    assert screen.currentWidget().horizontalScrollBar().maximum() == 0
    assert screen.width() == 560


@pytest.mark.parametrize("sheet", ["overview", "form"])
def test_tab_reaches_every_control_in_the_order_of_the_eye(
    qtbot, opened, log, tab_walk, sheet
):
    log.agree(FULL)
    log.agree(replace(FULL, version=4))
    screen = opened()
    if sheet == "form":
        screen.presenter.write()
    open_all(screen)
    page = screen.currentWidget()
    tab = QtCore.Qt.FocusPolicy.TabFocus.value
    stops = [
        one
        for one in page.findChildren(QtWidgets.QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy().value & tab
    ]
    stops.sort(key=lambda one: place(one, page))

    walked = tab_walk(screen, stops)

    assert len(set(walked)) == len(stops)
    places = [place(one, page)[0] for one in walked]
    assert places == sorted(places)


def place(control, page):
    """Return about where a control is: the row first, then from the left."""
    at = control.mapTo(page.widget(), QtCore.QPoint())
    return (at.y() + control.height() // 2) // 12, at.x()
