"""The calendar of *Balans* without a window, over real days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from thuiswerkplek import i18n
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    DayKind,
    Mode,
    Part,
    PlannedDay,
    Purpose,
    Trip,
    WeekPattern,
    Where,
    kind,
)
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.widgets.month_tiles import Pattern
from thuiswerkplek.ui.worker import calendar_texts
from thuiswerkplek.ui.worker.calendar_changes import DayChanges
from thuiswerkplek.ui.worker.calendar_presenter import CalendarPresenter, turned

TODAY = date(2026, 11, 23)  # a Monday; the fixed clock
FRIDAY = date(2026, 11, 20)


@dataclass
class Screen:
    """Keeps what it was asked to show."""

    sheets: list = field(default_factory=list)

    def show_calendar(self, sheet):
        self.sheets.append(sheet)

    @property
    def sheet(self):
        return self.sheets[-1]

    def tile(self, on):
        weeks = self.sheet.month.weeks
        return next(one for week in weeks for one in week.tiles if one.date == on)


@pytest.fixture
def log(services):
    return services.day_log


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def calendar(services, shell, screen):
    found = None

    def changed():
        found.refresh()

    found = CalendarPresenter(services, DayChanges(shell, changed), screen)
    found.wake()
    return found


def plan(log, *weekdays, since=date(2026, 11, 2)):
    day = PlannedDay((Part(Where.HOME, 480),))
    days = tuple(day if number in weekdays else PlannedDay() for number in range(1, 8))
    log.plan(WeekPattern(since, days))


def test_before_it_wakes_only_dates_show(services, shell, screen, log):
    log.choose(TODAY, DayKind.HOME)
    presenter = CalendarPresenter(services, DayChanges(shell, list), screen)

    presenter.refresh()

    assert screen.sheet.month.title == "November 2026"
    assert len(screen.sheet.month.weeks) == 6
    assert screen.tile(TODAY).segments == ()
    assert not screen.sheet.is_empty


def test_the_dates_before_waking_are_those_after(services, shell, screen, calendar):
    for month in range(-14, 14):
        on = turned(TODAY, month)
        calendar.select(on)
        awake = screen.sheet
        asleep = CalendarPresenter(services, DayChanges(shell, list), screen)
        asleep.select(on)

        def dates(sheet):
            return [one.date for week in sheet.month.weeks for one in week.tiles]

        assert dates(screen.sheet) == dates(awake)


def test_a_day_is_heard_with_date_place_and_state(calendar, screen, log):
    plan(log, 2)
    log.choose(FRIDAY, DayKind.HOME_FIRST)
    calendar.refresh()

    assert screen.tile(FRIDAY).name == (
        "Friday 20 November 2026: first at home, then at the office, filled in"
    )
    assert screen.tile(FRIDAY).description == ("at home 2 h, at the office 6 h")
    assert screen.tile(date(2026, 11, 24)).name == (
        "Tuesday 24 November 2026: at home, planned"
    )
    assert screen.tile(TODAY).name == "Monday 23 November 2026: nothing filled in"
    assert screen.tile(TODAY).description == "today"


def test_a_tile_is_split_by_its_parts(calendar, screen, log):
    log.put(
        Day(
            FRIDAY,
            (
                Part(Where.HOME, 60),
                Part(Where.HOME, 60),
                Part(Where.CUSTOMER, 120),
                Part(Where.OFFICE, 240),
                Part(Where.OFF, 0),
            ),
        )
    )
    calendar.refresh()

    tile = screen.tile(FRIDAY)

    assert [(s.letter, s.pattern, s.share) for s in tile.segments] == [
        ("H", Pattern.PLAIN, 0.25),
        ("E", Pattern.DOTS, 0.25),
        ("O", Pattern.STRIPES, 0.5),
    ]
    assert not tile.is_light


def test_a_day_off_has_one_sign(calendar, screen, log):
    log.choose(FRIDAY, DayKind.OFF)
    calendar.refresh()

    ((letter, pattern, share),) = screen.tile(FRIDAY).segments

    assert (letter, pattern, share) == ("–", Pattern.NONE, 1.0)
    assert "not working" in screen.tile(FRIDAY).name


def test_peaks_are_marked_and_told(calendar, screen, log):
    trips = tuple(
        Trip(Purpose.COMMUTE, Mode.TRAIN, 20, band)
        for band in (Band.MORNING_PEAK, Band.EVENING_PEAK, Band.OUTSIDE)
    )
    log.put(Day(FRIDAY, (Part(Where.OFFICE, 480),), trips))
    calendar.refresh()

    tile = screen.tile(FRIDAY)

    assert tile.marks == 2
    assert tile.description.endswith("3 trips, 2 in a peak")


def test_holidays_are_named_in_the_language(calendar, screen):
    calendar.select(date(2026, 12, 24))

    assert screen.tile(date(2026, 12, 25)).note == "Christmas Day"
    assert "25 December Christmas Day" in screen.sheet.holidays
    assert screen.tile(date(2027, 1, 1)).note == "New Year's Day"
    assert "New Year" not in screen.sheet.holidays  # that is of another month
    with i18n.using(i18n.Language.NL):
        calendar.refresh()
        assert screen.tile(date(2026, 12, 25)).note == "Eerste kerstdag"


def test_days_of_other_months_are_muted_and_today_stands_out(calendar, screen):
    calendar.refresh()

    assert screen.tile(date(2026, 10, 31)).is_muted
    assert not screen.tile(date(2026, 11, 1)).is_muted
    assert screen.tile(TODAY).is_today


def test_turning_keeps_the_day_and_says_where_it_goes(calendar, screen):
    calendar.select(date(2026, 12, 31))

    calendar.turn(2)

    assert calendar.selected == date(2027, 2, 28)
    assert screen.sheet.previous_spoken == "Previous month: January 2027"
    assert screen.sheet.next_spoken == "Next month: March 2027"
    calendar.to_today()
    assert calendar.selected == TODAY


@pytest.mark.parametrize("months", [-400, 1200])
def test_nobody_turns_out_of_the_calendar(calendar, screen, months):
    calendar.turn(months)

    assert screen.sheet.month.selected == calendar.selected
    assert calendar.selected.year in {2000, 2099}


@pytest.mark.parametrize("one", calendar_texts.CHOICES)
def test_a_letter_says_what_a_day_was(calendar, log, shell, one):
    calendar.type_letter(FRIDAY, calendar_texts.key(one))

    assert kind(log.entry(FRIDAY).day) is one
    assert log.entry(FRIDAY).is_done
    assert shell.changes == 1
    assert shell.notices[-1].text.startswith("Friday 20 November: ")
    shell.notices[-1].on_action()
    assert log.entry(FRIDAY).day is None


@pytest.mark.parametrize("language", i18n.Language)
def test_every_choice_has_a_letter_of_its_own(language):
    with i18n.using(language):
        letters = [calendar_texts.key(one) for one in calendar_texts.CHOICES]

        assert len(set(letters)) == len(letters)
        assert all(one.isalpha() for one in letters)


def test_a_day_to_come_is_planned(calendar, log, shell):
    calendar.choose(date(2026, 11, 27), DayKind.OFFICE)

    assert log.entry(date(2026, 11, 27)).day.is_planned
    assert shell.notices[-1].text == "Friday 27 November: at the office, planned."


def test_a_choice_fills_in_the_usual_trips(calendar, log):
    log.put_habits(Habits(mode=Mode.TRAIN, km=24.5))

    calendar.choose(FRIDAY, DayKind.OFFICE)

    assert [trip.km for trip in log.entry(FRIDAY).day.trips] == [24.5, 24.5]


def test_clearing_shows_the_plan_again(calendar, log, shell):
    plan(log, 5)
    calendar.choose(FRIDAY, DayKind.OFFICE)

    assert calendar.clear(FRIDAY)

    assert shell.notices[-1].text == "Friday 20 November: at home, planned."
    assert log.entry(FRIDAY).day.is_planned


def test_clearing_what_is_not_there_says_nothing(calendar, shell):
    assert not calendar.clear(FRIDAY)
    assert shell.notices == []


def test_changes_are_taken_back_one_by_one(calendar, log, shell):
    calendar.choose(FRIDAY, DayKind.HOME)
    calendar.choose(FRIDAY, DayKind.OFFICE)

    calendar._changes.take_back_last()
    assert kind(log.entry(FRIDAY).day) is DayKind.HOME
    calendar._changes.take_back_last()
    assert log.entry(FRIDAY).day is None
    calendar._changes.take_back_last()

    assert shell.notices[-1].text == "There is nothing to take back."


def test_an_old_notice_takes_no_later_change_back(calendar, log, shell):
    calendar.choose(FRIDAY, DayKind.HOME)
    old = shell.notices[-1]
    calendar.choose(FRIDAY, DayKind.OFFICE)

    old.on_action()

    assert kind(log.entry(FRIDAY).day) is DayKind.OFFICE


def test_a_week_is_confirmed_at_once(calendar, screen, log, shell):
    plan(log, 1, 4, 5)
    log.choose(date(2026, 11, 19), DayKind.OFFICE)
    calendar.refresh()
    week = screen.sheet.month.weeks[3]
    assert (week.number, week.confirm) == ("47", "Confirm 2 days")
    assert week.confirm_spoken == "Confirm 2 planned days of week 47"

    calendar.confirm_week(date(2026, 11, 16))

    assert [log.entry(date(2026, 11, day)).is_done for day in (16, 19, 20)] == [
        True
    ] * 3
    assert screen.sheet.month.weeks[3].confirm == ""
    assert shell.notices[-1].text == "2 days confirmed."
    shell.notices[-1].on_action()
    assert not log.entry(FRIDAY).is_done


def test_this_week_asks_only_for_days_that_are_over(calendar, screen, log):
    plan(log, 1, 2)
    calendar.refresh()

    this_week = screen.sheet.month.weeks[4]

    assert this_week.tiles[0].date == TODAY
    assert this_week.confirm == ""
    calendar.confirm_week(TODAY)
    assert not log.entry(TODAY).is_done


def test_a_month_is_told_in_one_line(calendar, screen, log):
    plan(log, 1, since=TODAY)
    log.choose(FRIDAY, DayKind.HOME_FIRST)
    log.choose(date(2026, 11, 19), DayKind.HOME)
    log.choose(date(2026, 10, 30), DayKind.HOME)  # shown, but not of this month
    calendar.refresh()

    assert screen.sheet.summary == "Days: 2 at home, 1 at the office, 2 planned"


def test_an_empty_log_is_said_kindly_until_there_is_a_day(calendar, screen, log):
    assert screen.sheet.is_empty
    assert screen.sheet.summary == ""

    calendar.choose(FRIDAY, DayKind.HOME)
    assert not screen.sheet.is_empty
    calendar.turn(1)
    assert not screen.sheet.is_empty

    calendar.forget()
    log.clear(FRIDAY)
    calendar.refresh()
    assert screen.sheet.is_empty


def test_a_full_disk_is_told_and_nothing_else(services, shell, screen):
    from thuiswerkplek.domain.errors import UnwritableFileError

    def fail():
        raise UnwritableFileError("log", "full")

    changed = []
    changes = DayChanges(shell, lambda: changed.append(1))

    assert not changes.make(fail, str)
    assert shell.notices[-1].level is Level.PROBLEM
    assert changed == []
