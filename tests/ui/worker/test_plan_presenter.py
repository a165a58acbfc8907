"""The week plan without a window, over real services."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes import FixedClock
from thuiswerkplek.domain.daylog import (
    DayKind,
    Mode,
    Part,
    PlannedDay,
    WeekPattern,
    Where,
    kind,
)
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.worker.plan_presenter import PlanPresenter

THIS, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
NEXT, AFTER = THIS + timedelta(7), THIS + timedelta(14)
LONG_AGO, LATER = date(2026, 11, 2), date(2027, 1, 4)
HOME, OFFICE = (
    PlannedDay((Part(Where.HOME, 480),)),
    PlannedDay((Part(Where.OFFICE, 480),)),
)
MIX = PlannedDay((Part(Where.HOME, 240), Part(Where.CUSTOMER, 240)))
FREE = (PlannedDay(),) * 2
AT_HOME, AT_OFFICE = (HOME,) * 5 + FREE, (OFFICE,) * 5 + FREE


@pytest.fixture
def clock():
    return FixedClock(TUESDAY)


class Desk:
    """The plan over one worker's log."""

    def __init__(self, services, shell):
        self.services, self.log, self.shell = services, services.day_log, shell
        self.open()

    def open(self):
        self.presenter = PlanPresenter(self.services, self.shell, lambda: None)

    def plan(self, begin, days):
        self.log.plan(WeekPattern(begin, days))
        self.open()

    def choose(self, *codes):
        for number, code in enumerate(codes):
            self.presenter.choose(number, code)

    @property
    def sheet(self):
        return self.presenter.sheet()

    @property
    def places(self):
        return [[row.current for row in week.rows[:5]] for week in self.sheet.weeks]

    @property
    def begins(self):
        return [pattern.valid_from for pattern in self.log.patterns()]

    @property
    def notice(self):
        return self.shell.notices[-1]

    def undo(self):
        self.notice.on_action()


@pytest.fixture
def desk(services, shell):
    return Desk(services, shell)


# What is planned now


def test_without_a_plan_that_is_said_and_this_week_is_proposed(desk):
    assert desk.sheet.now == "Nothing is planned yet."
    assert desk.sheet.begin.text == "23-11-2026"
    assert desk.sheet.begin_note == "Monday 23 November 2026."
    assert desk.places == [["none"] * 5]
    assert not desk.sheet.can_stop
    assert desk.sheet.unsaved == ""


def test_the_plan_in_force_is_said_in_one_sentence(desk):
    desk.plan(LONG_AGO, (HOME, OFFICE, HOME, MIX, OFFICE, *FREE))

    assert desk.sheet.now == (
        "Planned since 2 November 2026: at home on Monday and Wednesday; at the"
        " office on Tuesday and Friday; an own mix on Thursday."
    )


def test_of_two_weeks_it_is_said_which_one_is_now(desk):
    desk.plan(LONG_AGO, AT_HOME + AT_OFFICE)

    assert desk.sheet.now == (
        "Planned since 2 November 2026: this week at the office on Monday, Tuesday,"
        " Wednesday, Thursday and Friday; next week at home on Monday, Tuesday,"
        " Wednesday, Thursday and Friday."
    )


def test_a_plan_that_is_still_to_begin_is_told_beside_it(desk):
    desk.plan(LONG_AGO, AT_HOME)
    desk.plan(LATER, (OFFICE,) + (PlannedDay(),) * 6)

    assert desk.sheet.now.startswith("Planned since 2 November 2026: at home")
    assert [plan.text for plan in desk.sheet.coming] == [
        "From 4 January 2027 on: at the office on Monday."
    ]


def test_a_week_without_work_has_no_working_days(desk):
    desk.plan(LONG_AGO, (HOME,) + (PlannedDay(),) * 13)

    assert "next week at home on Monday" in desk.sheet.now
    assert "this week no working days" in desk.sheet.now


# From when


@pytest.mark.parametrize(
    ("today", "planned", "begin"),
    [
        (TUESDAY, (), THIS),
        (THIS, (LONG_AGO,), THIS),
        (TUESDAY, (LONG_AGO,), NEXT),
        (TUESDAY, (LONG_AGO, THIS), THIS),
        (TUESDAY, (LONG_AGO, LATER), LATER),
    ],
)
def test_the_plan_begins_where_it_changes_nothing_that_is_past(
    desk, clock, today, planned, begin
):
    clock.day = today
    for first in planned:
        desk.log.plan(WeekPattern(first, AT_HOME))
    desk.open()

    assert desk.sheet.begin.text == f"{begin:%d-%m-%Y}"


def test_two_weeks_that_hold_keep_their_place_in_the_calendar(desk):
    desk.plan(THIS - timedelta(14), AT_HOME + AT_OFFICE)

    titles = [week.title for week in desk.sheet.weeks]
    assert titles == ["Week of 30 November 2026", "Week of 7 December 2026"]
    assert [week[0] for week in desk.places] == ["office", "home"]

    desk.presenter.step_begin(1)
    assert [week[0] for week in desk.places] == ["home", "office"]
    assert desk.sheet.begin.text == "07-12-2026"


def test_a_date_that_is_none_is_said_beside_the_field_and_kept(desk):
    desk.choose("home")
    desk.presenter.set_begin("31-11-2026")

    assert desk.sheet.begin == ("31-11-2026", "Type a date, such as 23-11-2026.")
    desk.presenter.refresh()
    assert desk.sheet.begin.text == "31-11-2026"

    desk.presenter.save()
    assert desk.notice.level is Level.WARNING
    assert desk.begins == []

    desk.presenter.set_begin("30 nov 2026")
    assert desk.sheet.begin == ("30-11-2026", "")


def test_it_is_told_before_which_later_plan_is_replaced(desk):
    desk.plan(LONG_AGO, AT_HOME)
    desk.plan(LATER, AT_OFFICE)
    assert "replaced" not in desk.sheet.begin_note

    desk.presenter.set_begin("1-12-2026")

    assert desk.sheet.begin_note == (
        "Tuesday 1 December 2026. The plan from 4 January 2027 on is replaced."
    )


# Saving


def test_saving_fills_the_calendar_and_can_be_taken_back(desk):
    desk.log.put_habits(Habits(450, 90, mode=Mode.TRAIN, km=30))
    desk.choose("home", "office", "home-first", "elsewhere", "none")
    assert desk.sheet.unsaved == "Not saved yet."

    desk.presenter.save()

    assert desk.notice.text == "Your week is planned from 23 November 2026 on."
    week = desk.log.week(NEXT)
    assert [entry.day and kind(entry.day) for entry in week[:5]] == [
        *(DayKind.HOME, DayKind.OFFICE, DayKind.HOME_FIRST, DayKind.ELSEWHERE, None)
    ]
    assert [part.minutes for part in week[2].day.parts] == [90, 360]
    assert len(week[1].day.trips) == 2
    assert desk.sheet.unsaved == ""
    assert desk.shell.changes == 1

    desk.undo()
    assert desk.begins == []
    assert desk.sheet.now == "Nothing is planned yet."
    assert desk.shell.changes == 2


def test_days_of_another_form_survive_a_change_beside_them(desk):
    desk.plan(LONG_AGO, (MIX, HOME, OFFICE, HOME, OFFICE, *FREE))
    assert desk.places == [["own", "home", "office", "home", "office"]]
    assert desk.sheet.weeks[0].rows[0].note == ("4 h at home, 4 h at a customer")
    assert desk.sheet.weeks[0].rows[0].choices[-1] == ("own", "Own mix")
    assert ("own", "Own mix") not in desk.sheet.weeks[0].rows[1].choices

    desk.presenter.choose(1, "office")
    desk.presenter.save()

    assert desk.log.patterns()[-1].days[0] == MIX
    assert desk.begins == [LONG_AGO, NEXT]


def test_every_other_week_differs(desk):
    desk.choose("home", "home")
    desk.presenter.set_two(is_two=True)
    desk.presenter.choose(8, "office")
    desk.presenter.save()

    kinds = [
        kind(desk.log.entry(day + timedelta(1)).day) for day in (THIS, NEXT, AFTER)
    ]
    assert kinds == [DayKind.HOME, DayKind.OFFICE, DayKind.HOME]


def test_a_plan_of_this_week_is_changed_where_it_is(desk):
    desk.plan(THIS, AT_HOME)
    desk.presenter.choose(0, "office")
    desk.presenter.save()

    assert desk.begins == [THIS]
    desk.undo()
    assert desk.log.patterns()[0].days[0] == HOME


def test_a_plan_to_come_is_moved_not_doubled(desk):
    desk.plan(LONG_AGO, AT_HOME)
    desk.plan(LATER, AT_OFFICE)
    desk.presenter.set_begin("11-1-2027")
    desk.presenter.save()
    assert desk.begins == [LONG_AGO, date(2027, 1, 11)]

    desk.undo()
    assert desk.begins == [LONG_AGO, LATER]


def test_a_plan_from_an_earlier_date_replaces_the_later_ones(desk):
    desk.plan(THIS, AT_HOME)
    desk.plan(LATER, AT_OFFICE)
    desk.presenter.set_begin("2-11-2026")
    desk.presenter.save()
    assert desk.begins == [LONG_AGO]

    desk.undo()
    assert desk.begins == [THIS, LATER]


def test_nothing_chosen_is_not_planned(desk):
    desk.presenter.save()

    assert desk.notice.level is Level.WARNING
    assert desk.notice.text == "Choose for at least one day where you work."
    assert desk.begins == []


def test_what_is_planned_already_is_not_planned_twice(desk):
    desk.plan(LONG_AGO, AT_HOME)
    desk.presenter.save()

    assert desk.notice.text == "Your week is planned like this already."
    assert desk.begins == [LONG_AGO]


# Other hours than usual


def test_planned_days_stay_when_habits_change_until_they_are_updated(desk):
    desk.plan(THIS, AT_HOME)
    assert desk.sheet.others == ""
    desk.log.put_habits(Habits(432))

    row = desk.sheet.weeks[0].rows[0]
    assert row.note == "planned for 8 h"
    assert desk.sheet.others

    desk.presenter.renew()
    assert desk.sheet.others == ""
    assert desk.sheet.unsaved == "Not saved yet."
    desk.presenter.save()
    assert desk.log.entry(NEXT).day.parts[0].minutes == 432


def test_other_travel_than_usual_is_told(desk):
    desk.plan(THIS, AT_OFFICE)
    desk.log.put_habits(Habits(mode=Mode.BICYCLE, km=8))

    note = desk.sheet.weeks[0].rows[0].note
    assert note == "planned with other travel or another place"


# Stopping


def test_stopping_leaves_the_days_that_were_kept(desk):
    desk.plan(LONG_AGO, AT_HOME)
    desk.plan(LATER, AT_OFFICE)
    desk.log.choose(THIS, DayKind.OFFICE)

    desk.presenter.stop()

    assert desk.begins == []
    assert desk.log.entry(TUESDAY).day is None
    assert desk.log.entry(THIS).is_done
    assert "still there" in desk.notice.text
    desk.undo()
    assert desk.begins == [LONG_AGO, LATER]


def test_a_plan_to_come_can_be_left_out(desk):
    desk.plan(LONG_AGO, AT_HOME)
    desk.plan(LATER, AT_OFFICE)
    desk.presenter.drop(LATER)
    assert desk.begins == [LONG_AGO]

    desk.undo()
    assert desk.begins == [LONG_AGO, LATER]


# A draft


def test_a_draft_outlives_news_from_elsewhere(desk):
    desk.choose("home")
    desk.log.plan(WeekPattern(LONG_AGO, AT_OFFICE))
    desk.presenter.refresh()

    assert desk.places[0][0] == "home"
    assert desk.sheet.now.startswith("Planned since 2 November")


def test_without_a_draft_news_from_elsewhere_is_shown(desk):
    desk.log.plan(WeekPattern(LONG_AGO, AT_OFFICE))
    desk.presenter.refresh()

    assert desk.places[0][0] == "office"


# A disk that fails


def refuse(services, table, doing):
    """Let the database itself say that its disk is full."""
    services.own_data._store._file.connection.execute(
        f"CREATE TEMP TRIGGER refuse BEFORE {doing} ON main.{table}"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )


def test_a_plan_that_cannot_be_kept_is_told_and_stays_a_draft(desk, services):
    desk.choose("home")
    refuse(services, "pattern", "INSERT")
    desk.presenter.save()

    assert desk.notice.level is Level.PROBLEM
    assert "disk is full" in desk.notice.text
    assert desk.places[0][0] == "home"
    assert desk.sheet.unsaved


def test_a_plan_that_cannot_replace_another_is_not_kept_by_half(desk, services):
    desk.plan(LONG_AGO, AT_HOME)
    desk.plan(LATER, AT_OFFICE)
    desk.presenter.set_begin("2-11-2026")
    refuse(services, "pattern", "DELETE")
    desk.presenter.save()

    assert desk.notice.level is Level.PROBLEM
    assert [pattern.days for pattern in desk.log.patterns()] == [AT_HOME, AT_OFFICE]


def test_what_cannot_be_taken_back_is_told(desk, services):
    desk.choose("home")
    desk.presenter.save()
    refuse(services, "pattern", "DELETE")
    desk.undo()

    assert desk.notice.level is Level.PROBLEM
    assert desk.begins == [THIS]
