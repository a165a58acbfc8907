"""The day log's use cases over a real data folder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.agreements import FULL
from tests.domain.daylog_strategies import logs
from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    DayKind,
    Mode,
    Part,
    PlannedDay,
    WeekPattern,
    Where,
    kind,
)
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.storage.paths import DataFolder

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
WHOLE = PlannedDay((Part(Where.HOME, 480),))
OFFICE = PlannedDay((Part(Where.OFFICE, 480),))
WEEK = (WHOLE, OFFICE, WHOLE, OFFICE, WHOLE, PlannedDay(), PlannedDay())
HABITS = Habits(mode=Mode.TRAIN, km=25, there=Band.MORNING_PEAK, back=Band.OUTSIDE)


@pytest.fixture
def clock():
    return FixedClock(TUESDAY)


@pytest.fixture
def log(tmp_path, clock):
    folder = DataFolder(tmp_path)
    with bootstrap.worker_services(folder, keys=MemoryKeyStore(), clock=clock) as all_:
        yield all_.day_log


def kinds(entries):
    return [entry.day and kind(entry.day) for entry in entries]


def everything(log):
    return log.entries(date(2026, 1, 1), date(2026, 12, 31))


# One click


def test_one_click_says_where_today_was_worked(log):
    log.put_habits(HABITS)

    log.choose(TUESDAY, DayKind.OFFICE)

    entry = log.entry(TUESDAY)
    assert entry.is_done
    assert [leg.band for leg in entry.day.trips] == [Band.MORNING_PEAK, Band.OUTSIDE]


def test_a_click_on_a_day_to_come_plans_it(log):
    log.choose(TUESDAY + timedelta(1), DayKind.HOME)

    entry = log.entry(TUESDAY + timedelta(1))
    assert (entry.is_kept, entry.is_done) == (True, False)


def test_choosing_what_was_planned_confirms_it_as_it_stands(log):
    own = Day(TUESDAY, (Part(Where.HOME, 90), Part(Where.OFFICE, 300)), (), True)
    log.put(own)

    log.choose(TUESDAY, DayKind.HOME_FIRST)

    assert log.entry(TUESDAY).day == Day(TUESDAY, own.parts)


def test_every_change_is_taken_back_by_what_it_returned(log):
    first = log.choose(TUESDAY, DayKind.HOME)
    second = log.choose(TUESDAY, DayKind.OFFICE)

    second()
    assert kinds([log.entry(TUESDAY)]) == [DayKind.HOME]
    first()
    assert not log.entry(TUESDAY).is_kept


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(before=logs(), after=logs(), gone=st.sets(st.dates()))
def test_undo_restores_the_whole_log(log, before, after, gone):
    store = log._log
    store.remove_days(day.date for day in store.days())
    log.put(*before)
    kept = store.days()

    put = log.put(*after)
    cleared = log.clear(*gone)
    cleared()
    put()

    assert store.days() == kept


# Plan ahead


def test_a_planned_week_is_confirmed_in_one_go(log):
    log.plan(WeekPattern(MONDAY, WEEK))

    assert kinds(log.week(TUESDAY)) == [
        *(DayKind.HOME, DayKind.OFFICE) * 2,
        *(DayKind.HOME, None, None),
    ]
    undo = log.confirm([MONDAY, TUESDAY])
    assert [entry.is_done for entry in log.week(TUESDAY)] == [True] * 2 + [False] * 5
    undo()
    assert not any(entry.is_kept for entry in log.week(TUESDAY))


def test_an_exception_stands_in_the_plan_and_clearing_it_shows_the_plan_again(log):
    log.plan(WeekPattern(MONDAY, WEEK))
    log.choose(TUESDAY, DayKind.OFF)
    assert kinds([log.entry(TUESDAY)]) == [DayKind.OFF]

    log.clear(TUESDAY)

    assert kinds([log.entry(TUESDAY)]) == [DayKind.OFFICE]


def test_a_plan_is_taken_back_and_so_is_taking_it_away(log):
    old, new = WeekPattern(MONDAY, WEEK), WeekPattern(MONDAY, (*WEEK[1:], WHOLE))
    log.plan(old)
    log.plan(new)()
    assert log.pattern() == old
    log.unplan(MONDAY)()
    assert log.pattern() == old
    log.unplan(MONDAY)
    assert log.pattern() is None


def test_a_holiday_is_off_in_the_plan(log):
    log.plan(WeekPattern(date(2026, 1, 1), (OFFICE,) * 7))

    christmas = log.entry(date(2026, 12, 25))
    liberation = log.entry(date(2026, 5, 5))

    assert christmas.is_holiday
    assert kind(christmas.day) is DayKind.OFF
    assert kind(liberation.day) is DayKind.OFFICE
    assert "kerstdag" in log.holidays(2026, "nl")[date(2026, 12, 25)]


# Days that were not filled in


def test_nothing_is_missing_before_the_log_begins(log):
    assert log.open_weeks() == ()
    log.choose(TUESDAY, DayKind.HOME)
    assert log.open_weeks() == ()


def test_open_days_are_shown_a_week_at_a_time_the_latest_first(log):
    log.choose(date(2026, 11, 12), DayKind.HOME)  # a Thursday

    weeks = log.open_weeks()

    assert [week.monday for week in weeks] == [
        MONDAY,
        date(2026, 11, 16),
        date(2026, 11, 9),
    ]
    assert [len(week.entries) for week in weeks] == [1, 5, 1]


def test_a_part_time_pattern_asks_only_for_its_own_days(log):
    days = (WHOLE, PlannedDay(), *(PlannedDay(),) * 5)
    log.plan(WeekPattern(date(2026, 11, 2), days))

    open_days = [e.date for week in log.open_weeks() for e in week.entries]

    assert sorted(open_days) == [date(2026, 11, day) for day in (2, 9, 16, 23)]


def test_an_old_log_does_not_ask_for_years(log):
    log.choose(date(2019, 1, 7), DayKind.HOME)

    assert len(log.open_weeks()) == 9


# The calendar


def test_a_month_is_whole_weeks_also_over_the_turn_of_the_year(log):
    weeks = log.month(2026, 12)

    assert all(len(week) == 7 for week in weeks)
    assert weeks[0][0].date == date(2026, 11, 30)
    assert weeks[-1][-1].date == date(2027, 1, 3)


def test_today_is_by_the_clock_of_the_worker(log, clock):
    clock.day = date(2027, 1, 1)
    log.choose(log.today(), DayKind.HOME)

    assert log.balance(2027).total.figures.worked_days == 1
    assert log.balance(2026).total.figures.worked_days == 0


# Agreements


def test_an_agreement_is_kept_in_force_and_taken_back(log):
    undo = log.agree(FULL)
    assert log.agreements() == (FULL,)
    log.disagree(FULL)()
    assert log.agreements() == (FULL,)
    undo()
    assert log.agreement() is None


def test_the_only_place_at_home_is_the_one_worked_at(tmp_path, clock):
    folder = DataFolder(tmp_path)
    with bootstrap.worker_services(folder, keys=MemoryKeyStore(), clock=clock) as all_:
        place = all_.places.add("Zolder")
        all_.day_log.choose(MONDAY, DayKind.HOME)
        all_.places.add("Keuken")
        all_.day_log.choose(TUESDAY, DayKind.HOME)

        week = all_.day_log.week(MONDAY)[:2]

    assert [entry.day.parts[0].workplace for entry in week] == [place.id, None]


MADE = {
    "a day": (
        lambda log, place: log.put(Day(TUESDAY, (Part(Where.HOME, 480, place),))),
        lambda log: log.clear(TUESDAY),
    ),
    "a plan": (
        lambda log, place: log.plan(
            WeekPattern(MONDAY, (PlannedDay((Part(Where.HOME, 480, place),)),) * 7)
        ),
        lambda log: log.unplan(MONDAY),
    ),
    "habits": (
        lambda log, place: log.put_habits(Habits(workplace=place)),
        lambda log: log.put_habits(Habits()),
    ),
}


def opened(root, clock):
    folder = DataFolder(root)
    folder.make()
    return bootstrap.worker_services(folder, keys=MemoryKeyStore(), clock=clock)


@pytest.mark.parametrize("what", MADE)
def test_taking_back_names_no_workplace_that_is_gone_since(tmp_path, clock, what):
    """The own copy would be refused: it speaks of a place that is not in it."""
    make, change = MADE[what]
    copy = tmp_path / "copy.json"
    with opened(tmp_path / "one", clock) as services:
        services.places.add("Zolder")
        gone = services.places.add("Keuken").id
        make(services.day_log, gone)
        undo = change(services.day_log)
        services.places.remove(gone)

        undo()

        kept = services.own_data.everything().log
        assert str(gone) not in repr(kept)
        services.own_data.export(copy)
    with opened(tmp_path / "two", clock) as services:
        services.own_data.take_in(copy, with_private=False)
        assert services.own_data.everything().log == kept
