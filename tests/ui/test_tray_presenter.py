"""Today from the tray, and the reminder: at which moments, of what, and never twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import TODAY, RecordingShell
from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.daylog import (
    Day,
    DayKind,
    Part,
    PlannedDay,
    WeekPattern,
    Where,
    kind,
)
from thuiswerkplek.ui.contracts import Level, PageName
from thuiswerkplek.ui.tray_presenter import LONGEST_WAIT, TrayPresenter, local_now

SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
CHRISTMAS = date(2026, 12, 25)  # a Friday
HOME, OFFICE, FREE = Part(Where.HOME, 480), Part(Where.OFFICE, 480), Part(Where.OFF, 0)
AT_16_30 = 16 * 60 + 30
MORNING, REMINDER, EVENING = time(9), time(16, 30), time(18)


@dataclass
class Moment:
    """The worker's clock; it stands still until the test moves it."""

    at: datetime

    def __call__(self):
        return self.at


@pytest.fixture
def now():
    return Moment(datetime.combine(TODAY, MORNING))


@pytest.fixture
def shell():
    return RecordingShell()


@pytest.fixture
def log(services):
    return services.day_log


@pytest.fixture
def presenter(log, shell, now, english):
    return TrayPresenter(log, shell, now)


def week(*parts, free=(5, 6)):
    """Return a week with the same parts on every working day."""
    days = tuple(PlannedDay(() if day in free else parts) for day in range(7))
    return WeekPattern(date(2026, 1, 1), days)


def chosen(menu):
    return [choice.kind for choice in menu.choices if choice.is_chosen]


# The menu


def test_the_menu_offers_the_days_the_window_and_the_end(presenter):
    menu = presenter.menu()

    assert menu.on == TODAY
    assert menu.state == "Today is not filled in"
    assert [choice.word for choice in menu.choices] == [
        "Home",
        "Office",
        "Home first, then office",
        "Not working",
    ]
    assert chosen(menu) == []
    assert (menu.take_back_word, menu.can_take_back) == ("Take back", False)
    assert (menu.open_word, menu.stop_word) == ("Open thuiswerkplek", "Stop")


@pytest.mark.parametrize(
    ("parts", "state", "expected"),
    [
        ((HOME,), "Today: at home", [DayKind.HOME]),
        ((OFFICE,), "Today: at the office", [DayKind.OFFICE]),
        (
            (Part(Where.HOME, 60), OFFICE),
            "Today: first at home, then at the office",
            [DayKind.HOME_FIRST],
        ),
        ((FREE,), "Today: not working", [DayKind.OFF]),
        ((OFFICE, Part(Where.HOME, 60)), "Today: at more than one place", []),
        ((Part(Where.CUSTOMER, 60),), "Today: at another workplace", []),
    ],
)
def test_the_first_line_says_what_today_is(presenter, log, parts, state, expected):
    log.put(Day(TODAY, parts))

    menu = presenter.menu()

    assert menu.state == state
    assert chosen(menu) == expected


def test_a_plan_does_not_fill_today_in(presenter, log):
    log.plan(week(HOME))

    menu = presenter.menu()

    assert menu.state == "Today is not filled in"
    assert chosen(menu) == []


@pytest.mark.parametrize(
    "one", [DayKind.HOME, DayKind.OFFICE, DayKind.HOME_FIRST, DayKind.OFF]
)
def test_a_choice_is_kept_shown_and_told(presenter, log, shell, one):
    presenter.choose(TODAY, one)

    entry = log.entry(TODAY)
    assert entry.is_done
    assert kind(entry.day) is one
    assert chosen(presenter.menu()) == [one]
    assert shell.changes == 1
    (notice,) = shell.notices
    assert notice.text == f"{presenter.menu().state}."
    assert notice.action == "Undo"


def test_a_choice_is_taken_back_to_what_was_there(presenter, log, shell):
    before = Day(TODAY, (Part(Where.CUSTOMER, 300),))
    log.put(before)
    presenter.choose(TODAY, DayKind.OFFICE)
    assert presenter.menu().can_take_back

    presenter.take_back(TODAY)

    assert log.entry(TODAY).day == before
    assert not presenter.menu().can_take_back
    assert shell.changes == 2
    assert shell.notices[-1].text == "Your choice is taken back."


def test_the_notice_takes_back_too(presenter, log, shell):
    presenter.choose(TODAY, DayKind.HOME)

    shell.notices[0].on_action()

    assert not log.entry(TODAY).is_kept


def test_what_was_changed_in_the_window_since_is_not_taken_back(presenter, log, shell):
    presenter.choose(TODAY, DayKind.HOME)
    log.choose(TODAY, DayKind.OFFICE)
    assert not presenter.menu().can_take_back

    presenter.take_back(TODAY)
    shell.notices[0].on_action()

    assert kind(log.entry(TODAY).day) is DayKind.OFFICE
    assert shell.changes == 1


def test_nothing_chosen_is_nothing_to_take_back(presenter, shell):
    presenter.take_back(TODAY)

    assert shell.notices == []


def test_a_menu_that_was_open_over_midnight_is_about_its_own_day(
    presenter, log, clock, shell
):
    menu = presenter.menu()
    clock.day += timedelta(days=1)

    presenter.choose(menu.on, DayKind.HOME)

    assert log.entry(TODAY).is_done
    assert not log.entry(clock.day).is_kept
    assert shell.notices[0].text == "23 November 2026: at home."
    assert presenter.menu().state == "Today is not filled in"


def fill_disk(log, change):
    """Let the database itself refuse a change of days: its disk is full."""
    log._store._file.connection.execute(
        f"CREATE TEMP TRIGGER refuse BEFORE {change} ON main.day"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )


def test_a_disk_that_is_full_is_told(presenter, log, shell):
    fill_disk(log, "INSERT")

    presenter.choose(TODAY, DayKind.HOME)

    (notice,) = shell.notices
    assert notice.level is Level.PROBLEM
    assert notice.text.startswith("The disk is full")
    assert shell.changes == 0


def test_a_disk_that_is_full_is_told_when_taking_back(presenter, log, shell):
    presenter.choose(TODAY, DayKind.HOME)
    fill_disk(log, "DELETE")

    presenter.take_back(TODAY)

    assert shell.notices[-1].level is Level.PROBLEM
    assert log.entry(TODAY).is_done
    assert shell.changes == 1


def test_where_the_program_went_is_said_once(presenter):
    assert presenter.where_it_went().startswith("The program stays here.")
    assert presenter.where_it_went() == ""


# When the reminder comes


def at(presenter, now, on, moment):
    """Look at a moment of a day."""
    now.at = datetime.combine(on, moment)
    return presenter.look()


def test_without_a_time_nothing_is_waited_for(presenter, now):
    assert presenter.wait() is None
    assert at(presenter, now, TODAY, EVENING) is None


def test_the_reminder_comes_at_its_time_and_once_a_day(presenter, now):
    presenter.remind_at(AT_16_30)
    tomorrow = TODAY + timedelta(days=1)

    assert at(presenter, now, TODAY, time(16, 29, 59)) is None
    assert at(presenter, now, TODAY, REMINDER) is not None
    assert at(presenter, now, TODAY, time(16, 31)) is None
    assert at(presenter, now, tomorrow, MORNING) is None
    assert at(presenter, now, tomorrow, REMINDER) is not None


def test_a_computer_that_slept_over_the_time_reminds_when_it_wakes(presenter, now):
    presenter.remind_at(AT_16_30)

    assert at(presenter, now, TODAY, EVENING) is not None


def test_yesterday_is_over(presenter, now):
    """Asleep from before the time until the next morning: that day asks no more."""
    presenter.remind_at(AT_16_30)

    assert at(presenter, now, TODAY + timedelta(days=1), MORNING) is None


def test_a_sleep_of_more_than_a_day_reminds_of_the_day_it_wakes_on(presenter, now):
    presenter.remind_at(AT_16_30)
    tomorrow = TODAY + timedelta(days=1)

    reminder = at(presenter, now, tomorrow, EVENING)

    assert reminder.notice.text == "Today, 24 November 2026, is not filled in yet."


@pytest.mark.parametrize("minutes", [0, 1439])
def test_the_first_and_the_last_minute_of_a_day_are_times_too(presenter, now, minutes):
    now.at -= timedelta(days=1)
    presenter.remind_at(minutes)
    told = []
    for _ in range(2 * 24 * 12):
        now.at += presenter.wait()
        reminder = presenter.look()
        told += [now.at] if reminder else []

    moment = time(*divmod(minutes, 60))
    assert told == [datetime.combine(one.date(), moment) for one in told]
    assert TODAY in [one.date() for one in told]


def test_a_clock_that_is_set_back_reminds_no_second_time(presenter, now):
    presenter.remind_at(AT_16_30)
    assert at(presenter, now, TODAY, REMINDER) is not None

    assert at(presenter, now, TODAY, time(15, 30)) is None
    assert at(presenter, now, TODAY, REMINDER) is None


def test_a_clock_that_is_set_on_over_the_time_reminds(presenter, now):
    presenter.remind_at(AT_16_30)
    at(presenter, now, TODAY, time(16, 0))

    assert at(presenter, now, TODAY, time(17, 0)) is not None


def test_a_clock_that_ran_ahead_reminds_at_the_right_time(presenter, now):
    now.at = datetime.combine(TODAY, EVENING)
    presenter.remind_at(AT_16_30)

    assert at(presenter, now, TODAY, MORNING) is None
    assert at(presenter, now, TODAY, REMINDER) is not None


def test_a_time_that_has_passed_when_it_is_chosen_is_for_tomorrow(presenter, now):
    now.at = datetime.combine(TODAY, EVENING)
    presenter.remind_at(AT_16_30)

    assert at(presenter, now, TODAY, time(18, 1)) is None
    assert at(presenter, now, TODAY + timedelta(days=1), REMINDER) is not None


def test_another_time_on_the_same_day_is_another_reminder(presenter, now):
    presenter.remind_at(AT_16_30)
    at(presenter, now, TODAY, REMINDER)

    presenter.remind_at(AT_16_30 + 30)

    assert at(presenter, now, TODAY, time(17, 0)) is not None


def test_the_same_time_again_changes_nothing(presenter, now):
    presenter.remind_at(AT_16_30)
    now.at = datetime.combine(TODAY, EVENING)

    presenter.remind_at(AT_16_30)

    assert presenter.look() is not None


def test_a_reminder_that_was_taken_off_does_not_come(presenter, now):
    presenter.remind_at(AT_16_30)
    presenter.remind_at(None)

    assert presenter.wait() is None
    assert at(presenter, now, TODAY, EVENING) is None


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (time(16, 28, 30), timedelta(seconds=90)),
        (time(16, 29, 59, 999_999), timedelta(microseconds=1)),
        (REMINDER, LONGEST_WAIT),
        (MORNING, LONGEST_WAIT),
        (time(23, 59), LONGEST_WAIT),
    ],
)
def test_the_wait_is_for_the_time_but_never_long(presenter, now, moment, expected):
    presenter.remind_at(AT_16_30)
    now.at = datetime.combine(TODAY, moment)

    assert presenter.wait() == expected


@given(
    on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    since=st.times(),
    minutes=st.integers(0, 24 * 60 - 1),
)
def test_waiting_always_ends_at_the_time_and_never_at_once(on, since, minutes):
    start = datetime.combine(on, since)
    now = Moment(start)
    presenter = TrayPresenter(None, None, now)  # neither is asked anything
    presenter.remind_at(minutes)
    moment = datetime.combine(start.date(), time(*divmod(minutes, 60)))
    moment += timedelta(days=moment <= start)

    waits = []
    while now.at < moment:
        waits.append(presenter.wait())
        now.at += waits[-1]

    assert now.at == moment
    assert all(timedelta(0) < wait <= LONGEST_WAIT for wait in waits)


def test_the_worker_s_own_clock_has_no_zone():
    assert local_now().tzinfo is None


# What it is about


def remind(presenter, now, on=TODAY):
    """Return what the reminder of a day is."""
    now.at = datetime.combine(on, MORNING)
    presenter.remind_at(AT_16_30)
    return at(presenter, now, on, REMINDER)


@pytest.mark.parametrize(
    ("plan", "on", "comes"),
    [
        ((), TODAY, True),
        ((), SATURDAY, False),
        ((), SUNDAY, False),
        ((), CHRISTMAS, False),
        ((HOME,), TODAY, True),
        ((HOME,), SATURDAY, False),
        ((HOME,), CHRISTMAS, False),
        ((FREE,), TODAY, False),
    ],
)
def test_only_a_working_day_is_reminded_of(presenter, log, clock, now, plan, on, comes):
    clock.day = on
    if plan:
        log.plan(week(*plan))

    assert (remind(presenter, now, on) is not None) is comes


def test_a_saturday_that_is_worked_by_the_pattern_is_a_working_day(
    presenter, log, clock, now
):
    clock.day = SATURDAY
    log.plan(week(HOME, free=(0, 6)))

    assert remind(presenter, now, SATURDAY) is not None


def test_a_weekday_that_the_pattern_leaves_out_is_none(presenter, log, now):
    log.plan(week(HOME, free=(0, 6)))

    assert remind(presenter, now) is None


def test_a_pattern_that_has_not_begun_says_nothing_about_today(presenter, log, now):
    days = week(HOME, free=(0, 6)).days
    log.plan(WeekPattern(TODAY + timedelta(days=7), days))

    assert remind(presenter, now) is not None


def test_a_day_planned_off_is_left_alone(presenter, log, now):
    log.put(Day(TODAY, (FREE,), is_planned=True))

    assert remind(presenter, now) is None


def test_a_day_that_is_filled_in_is_left_alone(presenter, log, now):
    log.choose(TODAY, DayKind.HOME)

    assert remind(presenter, now) is None


def test_the_plan_is_offered_and_chosen_at_once(presenter, log, now, shell):
    log.plan(week(OFFICE))

    notice, page = remind(presenter, now)
    assert notice.text == "Today, 23 November 2026, is not filled in yet."
    assert notice.action == "As planned: at the office"
    assert page is PageName.TODAY
    notice.on_action()

    assert log.entry(TODAY).is_done
    assert kind(log.entry(TODAY).day) is DayKind.OFFICE
    assert shell.changes == 1


def test_a_plan_of_more_than_one_place_is_confirmed_as_it_stands(presenter, log, now):
    parts = (OFFICE, Part(Where.HOME, 60))
    log.plan(week(*parts))

    notice, _page = remind(presenter, now)
    notice.on_action()

    assert notice.action == "As planned: at more than one place"
    assert log.entry(TODAY).day == Day(TODAY, parts)


def test_without_a_plan_the_page_of_today_is_offered(presenter, now, shell):
    notice, page = remind(presenter, now)
    notice.on_action()

    assert notice.action == "Fill in"
    assert page is PageName.TODAY
    assert shell.pages == [PageName.TODAY]


def test_the_review_of_an_agreement_is_reminded_of_on_its_day(
    presenter, log, now, shell
):
    log.choose(TODAY, DayKind.HOME)
    log.agree(Agreement(date(2026, 1, 1), review_on=TODAY))

    notice, page = remind(presenter, now)
    notice.on_action()

    assert notice.text == "Today is the day to talk your agreement over again."
    assert notice.action == "Open the balance"
    assert page is PageName.BALANCE
    assert shell.pages == [PageName.BALANCE]
    assert at(presenter, now, TODAY, EVENING) is None


def test_a_review_in_the_weekend_is_reminded_of_too(presenter, log, clock, now):
    clock.day = SATURDAY
    log.agree(Agreement(date(2026, 1, 1), review_on=SATURDAY))

    assert remind(presenter, now, SATURDAY).page is PageName.BALANCE


def test_a_review_every_so_many_months_is_reminded_of(presenter, log, now):
    log.choose(TODAY, DayKind.HOME)
    log.agree(Agreement(date(2026, 5, 23), review_months=6))

    assert remind(presenter, now).page is PageName.BALANCE


@pytest.mark.parametrize("days", [-1, 1])
def test_a_review_on_another_day_is_not(presenter, log, now, days):
    log.choose(TODAY, DayKind.HOME)
    log.agree(Agreement(date(2026, 1, 1), review_on=TODAY + timedelta(days=days)))

    assert remind(presenter, now) is None


def test_an_open_day_and_a_review_are_one_reminder(presenter, log, now):
    log.plan(week(HOME))
    log.agree(Agreement(date(2026, 1, 1), review_on=TODAY))

    notice, page = remind(presenter, now)

    assert notice.text == (
        "Today, 23 November 2026, is not filled in yet. "
        "Today is the day to talk your agreement over again."
    )
    assert notice.action == "As planned: at home"
    assert page is PageName.TODAY


def test_a_log_that_cannot_be_read_is_told(presenter, log, now):
    log._store._file.connection.execute("DROP TABLE main.day")

    notice, _page = remind(presenter, now)

    assert notice.level is Level.PROBLEM
    assert "worker.db" in notice.text
