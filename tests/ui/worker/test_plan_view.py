"""The screen *Mijn week* as a person meets it: lists, fields, keys and two widths."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6 import QtCore, QtWidgets

from tests.fakes import FixedClock
from thuiswerkplek.domain.daylog import Mode, Part, PlannedDay, WeekPattern, Where
from thuiswerkplek.domain.habits import Habits, PeakHours
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.worker import plan_view
from thuiswerkplek.ui.worker.habits_models import Clock, Measure, Pick

pytestmark = pytest.mark.gui
KEY = QtCore.Qt.Key
TUESDAY, LONG_AGO, LATER = date(2026, 11, 24), date(2026, 11, 2), date(2027, 1, 4)
HOME = PlannedDay((Part(Where.HOME, 480),))
MIX = PlannedDay((Part(Where.HOME, 240), Part(Where.CUSTOMER, 240)))
WEEK = (HOME, MIX, HOME, HOME, HOME, PlannedDay(), PlannedDay())
LISTS_OF_A_WEEK = 7


@pytest.fixture
def clock():
    return FixedClock(TUESDAY)


@pytest.fixture
def went_back():
    return []


@pytest.fixture
def opened(services, frame, show, went_back):
    """Return a way to open the screen."""

    def _open(**size):
        def make(_look):
            return plan_view.create_screen(
                services, frame, lambda: went_back.append(True)
            )

        return show(make, **size)

    return _open


@pytest.fixture
def press(qtbot):
    def _press(widget):
        qtbot.mouseClick(widget, QtCore.Qt.MouseButton.LeftButton)

    return _press


@pytest.fixture
def type_in(qtbot):
    """Return a way to replace what stands in a line, and go on to the next."""

    def _type(edit, text):
        edit.setFocus()
        edit.selectAll()
        qtbot.keyClick(edit, KEY.Key_Delete)
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, KEY.Key_Return)

    return _type


def lists(page):
    return [row.select for week in page.weeks.weeks for row in week.rows]


def test_a_week_is_chosen_with_the_keyboard_and_saved(
    qtbot, services, frame, opened, press
):
    page = opened()
    assert page.now.text() == "Nothing is planned yet."
    assert page.stop.isHidden()
    for select in lists(page)[:2]:
        qtbot.keyClick(select, KEY.Key_Home)
    assert page.unsaved.text() == "Not saved yet."

    press(page.save)

    assert services.day_log.entry(TUESDAY).day.parts == HOME.parts
    assert "at home on Monday and Tuesday" in page.now.text()
    assert page.unsaved.isHidden()
    frame.notices[-1].on_action()
    assert services.day_log.patterns() == ()
    assert lists(page)[0].currentText() == "Not working"


def test_an_own_mix_is_told_and_stays(services, opened, press):
    services.day_log.plan(WeekPattern(LONG_AGO, WEEK))
    page = opened()
    row = page.weeks.weeks[0].rows[1]
    assert row.select.currentText() == "Own mix"
    assert row.note.text() == "4 h at home, 4 h at a customer"
    assert row.select.accessibleDescription() == row.note.text()

    lists(page)[0].setCurrentIndex(1)
    lists(page)[0].activated.emit(1)
    press(page.save)

    assert services.day_log.patterns()[-1].days[1] == MIX


def test_the_other_week_shows_beside_the_first(qtbot, opened, press):
    page = opened()
    assert not page.weeks.weeks[1].isVisible()

    press(page.two)

    first, other = page.weeks.weeks
    qtbot.waitUntil(other.isVisible)
    assert first.title.text() == "Week of 23 November 2026"
    assert other.rows[0].select.accessibleName() == "Monday, Week of 30 November 2026"
    qtbot.waitUntil(lambda: other.geometry().left() > first.geometry().right())


def test_a_wrong_date_is_said_under_the_field(qtbot, opened, type_in):
    page = opened()
    type_in(page.begin.edit, "31-11-2026")
    assert page.begin.complaint.text() == "Type a date, such as 23-11-2026."
    assert page.begin.edit.text() == "31-11-2026"

    type_in(page.begin.edit, "30-11-2026")
    assert page.begin.complaint.isHidden()
    qtbot.keyClick(page.begin.edit, KEY.Key_Up)
    assert page.begin.edit.text() == "07-12-2026"


def test_what_is_typed_counts_when_save_does_not_take_the_keyboard(services, opened):
    page = opened()
    lists(page)[0].activated.emit(0)
    page.begin.edit.setText("30-11-2026")
    page.save.click()

    assert services.day_log.patterns()[0].valid_from == date(2026, 11, 30)


def test_a_plan_to_come_can_be_left_out_and_planning_stopped(services, opened, press):
    services.day_log.plan(WeekPattern(LONG_AGO, WEEK))
    services.day_log.plan(WeekPattern(LATER, WEEK))
    page = opened(height=1200)
    press(page.drops[LATER])
    assert [one.valid_from for one in services.day_log.patterns()] == [LONG_AGO]
    assert page.drops == {}

    press(page.stop)
    assert services.day_log.patterns() == ()
    assert page.now.text() == "Nothing is planned yet."


def test_habits_are_kept_one_by_one(services, frame, opened, type_in):
    page = opened()
    type_in(page.form.numbers[Measure.DAY].edit, "7,6")
    type_in(page.form.numbers[Measure.KM].edit, "41.5")
    page.form.picks[Pick.MODE].activated.emit(
        page.form.picks[Pick.MODE].findData("train")
    )

    habits = services.day_log.habits()
    assert (habits.day_minutes, habits.km, habits.mode) == (456, 41.5, Mode.TRAIN)
    assert frame.notices[-1].text == "Saved: Way of travelling."

    type_in(page.form.numbers[Measure.KM].edit, "")
    assert services.day_log.habits().km is None


def test_a_wrong_number_is_said_beside_it_and_outlives_other_changes(
    services, frame, opened, type_in
):
    services.day_log.put_habits(Habits(km=10))
    page = opened()
    wrong = page.form.numbers[Measure.KM]
    type_in(wrong.edit, "12 km")
    type_in(page.form.numbers[Measure.TRAVEL].edit, "30")

    assert wrong.edit.text() == "12 km"
    assert wrong.complaint.text() == "Enter a number, such as 12.5."
    assert services.day_log.habits() == Habits(km=10, travel_minutes=30)

    type_in(page.form.numbers[Measure.DAY].edit, "")
    assert not page.form.numbers[Measure.DAY].complaint.isHidden()


def test_undo_shows_the_number_of_before(services, frame, opened, type_in):
    page = opened()
    type_in(page.form.numbers[Measure.DAY].edit, "6")
    frame.notices[-1].on_action()

    assert page.form.numbers[Measure.DAY].edit.text() == "8"
    assert services.day_log.habits() == Habits()


def test_days_planned_with_other_hours_are_updated_on_request(
    services, opened, press, type_in
):
    services.day_log.plan(WeekPattern(TUESDAY, WEEK))
    page = opened(height=1400)
    assert page.renew.isHidden()
    type_in(page.form.numbers[Measure.DAY].edit, "7")
    assert page.others.isVisible()

    press(page.renew)
    press(page.save)

    days = services.day_log.patterns()[0].days
    assert [day.parts[0].minutes for day in days[:2]] == [420, 240]
    assert page.renew.isHidden()


def test_own_peaks_open_with_the_usual_times(services, opened, press, type_in):
    page = opened(height=2400)
    page.form.more.set_open(True)
    assert page.form.usual.text().startswith("Usual: 07:00–09:00, 16:00–18:00.")
    assert page.form.times.isHidden()

    press(page.form.own_peaks)
    assert page.form.clocks[Clock.MORNING_BEGIN].edit.text() == "07:00"
    type_in(page.form.clocks[Clock.MORNING_BEGIN].edit, "6.30")
    assert services.day_log.habits().morning == PeakHours(390, 540)

    type_in(page.form.clocks[Clock.MORNING_UNTIL].edit, "6:00")
    assert not page.form.clocks[Clock.MORNING_UNTIL].complaint.isHidden()
    assert services.day_log.habits().morning == PeakHours(390, 540)


def test_holidays_are_chosen_behind_the_fold(services, opened, press):
    page = opened(height=2400)
    page.form.more.set_open(True)
    press(page.form.good_friday)
    page.form.picks[Pick.MAY_5].activated.emit(0)

    habits = services.day_log.habits()
    assert (habits.good_friday, habits.may5) == (True, "never")


def test_a_place_at_home_is_asked_for_once_there_are_two(services, opened):
    page = opened()
    assert not page.form.picks[Pick.WORKPLACE].isVisible()
    services.places.add("Attic")
    services.places.add("Kitchen")
    page.refresh()

    assert page.form.picks[Pick.WORKPLACE].isVisible()


def test_going_back_keeps_what_is_being_typed(services, opened, went_back):
    page = opened()
    page.activateWindow()
    page.form.numbers[Measure.TRAVEL].edit.setFocus()
    page.form.numbers[Measure.TRAVEL].edit.setText("45")
    page.back.click()

    assert went_back == [True]
    assert services.day_log.habits().travel_minutes == 45


def test_tab_goes_through_the_screen_in_the_order_of_the_eye(
    qtbot, services, opened, tab_walk
):
    services.places.add("Attic")
    services.places.add("Kitchen")
    services.day_log.plan(WeekPattern(LONG_AGO, WEEK * 2))
    services.day_log.plan(WeekPattern(LATER, WEEK))
    services.day_log.put_habits(Habits(morning=PeakHours(390, 540)))
    page = opened(height=1200)
    page.form.more.set_open(True)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    form = page.form
    stops = [
        *(page.back, *page.drops.values(), page.stop),
        *lists(page)[:LISTS_OF_A_WEEK],
        *(page.two, page.begin.edit, page.renew, page.save),
        *(form.numbers[Measure.DAY].edit, form.numbers[Measure.FIRST].edit),
        *(form.picks[Pick.MODE], form.picks[Pick.WORKPLACE]),
        *(form.numbers[Measure.KM].edit, form.numbers[Measure.TRAVEL].edit),
        *(form.picks[Pick.THERE], form.picks[Pick.BACK], form.more.head),
        *(form.picks[Pick.MAY_5], form.good_friday, form.own_peaks),
        *(line.edit for line in form.clocks.values()),
    ]
    stops = [one for one in stops if one.isVisible()]

    assert tab_walk(page, stops) == stops


@pytest.mark.parametrize(("scale", "width"), [(1.0, 496), (2.0, 896)])
def test_nothing_is_cut_off(qtbot, services, opened, scale, width):
    services.day_log.plan(WeekPattern(LONG_AGO, WEEK + (HOME,) * 7))
    services.day_log.put_habits(Habits(420, morning=PeakHours(390, 540)))
    page = opened(scale=scale, width=width, height=700)
    page.form.more.set_open(True)
    QtWidgets.QApplication.processEvents()

    assert page.horizontalScrollBar().maximum() == 0
    short = [
        label.text()
        for label in page.findChildren(QtWidgets.QLabel)
        if label.isVisible() and label.height() < label.heightForWidth(label.width())
    ]
    assert short == []
    bottom = page.weeks.weeks[1].geometry().bottom()
    assert page.weeks.rect().bottom() >= bottom


def test_numbers_drop_their_buttons_where_there_is_no_room(qtbot, opened):
    page = opened(scale=2.0, width=896)
    field = page.form.numbers[Measure.DAY]
    assert field.less.isVisible()

    page.resize(432, 700)
    qtbot.waitUntil(lambda: not field.less.isVisible())
    assert theme.current().text_scale == 2.0
