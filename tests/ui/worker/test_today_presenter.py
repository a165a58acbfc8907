"""The page *Vandaag* without a window: the day, the week, open days and what waits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from thuiswerkplek.domain.agreement import Agreement, HomeDay
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, RuleCode
from thuiswerkplek.domain.catalogue import Answer
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
    commutes,
    kind,
)
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.measures import State
from thuiswerkplek.ui.contracts import Level, PageName
from thuiswerkplek.ui.worker.today_head import Tile
from thuiswerkplek.ui.worker.today_models import Asked, Other
from thuiswerkplek.ui.worker.today_presenter import TodayPresenter

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (23, 24, 25))
BEFORE = date(2026, 11, 16)
HOME = PlannedDay((Part(Where.HOME, 450),))
OFFICE = PlannedDay((Part(Where.OFFICE, 480),))
FREE = PlannedDay()
WEEK = (HOME, OFFICE, HOME, OFFICE, OFFICE, FREE, FREE)
TRAIN = Habits(
    mode=Mode.TRAIN, km=20.0, there=Band.MORNING_PEAK, back=Band.EVENING_PEAK
)


class Screen:
    """Keeps the page that was shown last."""

    page = None

    def show_page(self, page):
        self.page = page


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def presenter(services, shell, screen):
    return TodayPresenter(services, shell, screen)


@pytest.fixture
def log(services):
    return services.day_log


def chosen(page):
    return [state.tile for state in page.tiles if state.is_chosen]


def undo(shell):
    assert shell.notices[-1].action == "Undo"
    shell.notices[-1].on_action()


def question(page, asked):
    return next((one for one in page.questions if one.asked is asked), None)


def marked(page, asked):
    return [one.code for one in question(page, asked).options if one.is_chosen]


# The day


def test_the_first_paint_reads_nothing(services, presenter):
    head = presenter.head()

    assert [words.title for words in head.tiles][:2] == ["Home", "Office"]
    assert [words.key for words in head.tiles] == ["1", "2", "3", "4"]
    assert "day_log" not in vars(services)


def test_an_empty_day_asks_one_thing(presenter):
    page = presenter.page()

    assert page.title == "Today"
    assert page.lead == "Monday 23 November 2026. Where do you work today?"
    assert chosen(page) == []
    assert (page.questions, page.way, page.others, page.first) == ((), None, (), "")
    assert (page.open_days, page.waiting, page.week.sentence) == (None, (), "")


@pytest.mark.parametrize(
    ("tile", "told"),
    [
        (Tile.HOME, "Today: at home."),
        (Tile.OFFICE, "Today: at the office."),
        (Tile.HOME_FIRST, "Today: first at home, then at the office."),
    ],
)
def test_one_choice_keeps_the_day(presenter, screen, shell, log, tile, told):
    presenter.choose(tile)

    assert kind(log.entry(MONDAY).day) is DayKind(tile)
    assert chosen(screen.page) == [tile]
    assert screen.page.lead == "Monday 23 November 2026."
    assert shell.notices[-1].text == told
    assert shell.changes == 1


def test_a_choice_can_be_taken_back_and_made_again(presenter, screen, shell, log):
    presenter.choose(Tile.HOME)
    presenter.choose(Tile.OFFICE)
    assert chosen(screen.page) == [Tile.OFFICE]

    undo(shell)

    assert kind(log.entry(MONDAY).day) is DayKind.HOME
    assert chosen(screen.page) == [Tile.HOME]


def test_what_was_planned_comes_first_and_is_confirmed_as_it_stands(
    presenter, screen, log
):
    log.plan(WeekPattern(MONDAY, WEEK))
    page = presenter.page()
    assert page.first == Tile.HOME
    assert [state.note for state in page.tiles] == ["planned", "", "", ""]
    assert chosen(page) == []

    presenter.choose(Tile.HOME)

    assert log.entry(MONDAY).day == Day(MONDAY, HOME.parts)
    assert screen.page.first == ""
    assert [state.note for state in screen.page.tiles] == [""] * 4


# Other days


def test_the_last_tile_opens_and_closes_a_row(presenter, screen, log):
    presenter.choose(Tile.OTHER)
    assert [one.code for one in screen.page.others] == list(Other)
    assert log.entry(MONDAY).day is None

    presenter.choose(Tile.OTHER)

    assert screen.page.others == ()


@pytest.mark.parametrize(
    ("other", "where", "told"),
    [
        (Other.ELSEWHERE, Where.ELSEWHERE, "Today: at another workplace."),
        (Other.CUSTOMER, Where.CUSTOMER, "Today: at a customer."),
        (Other.OFF, Where.OFF, "Today: not working."),
    ],
)
def test_a_day_elsewhere_or_off(presenter, screen, shell, log, other, where, told):
    presenter.choose_other(other)

    assert [part.where for part in log.entry(MONDAY).day.parts] == [where]
    assert chosen(screen.page) == [Tile.OTHER]
    assert [one.code for one in screen.page.others if one.is_chosen] == [other]
    assert shell.notices[-1].text == told


def test_a_customer_and_another_workplace_replace_each_other(presenter, screen, log):
    presenter.choose_other(Other.CUSTOMER)
    presenter.choose_other(Other.ELSEWHERE)

    assert log.entry(MONDAY).day.parts[0].where is Where.ELSEWHERE


def test_a_customer_that_was_planned_is_confirmed_as_it_stands(presenter, log):
    planned = Day(MONDAY, (Part(Where.CUSTOMER, 300),), is_planned=True)
    log.put(planned)
    assert presenter.page().first == Other.CUSTOMER

    presenter.choose_other(Other.CUSTOMER)

    assert log.entry(MONDAY).day.parts == planned.parts
    assert log.entry(MONDAY).is_done


def test_several_places_are_for_the_balance(presenter, shell, log):
    presenter.choose_other(Other.MORE)

    assert shell.pages == [PageName.BALANCE]
    assert log.entry(MONDAY).day is None


def test_several_places_that_were_planned_are_confirmed(presenter, shell, log):
    parts = (Part(Where.HOME, 240), Part(Where.CUSTOMER, 200))
    log.put(Day(MONDAY, parts, is_planned=True))
    page = presenter.page()
    assert page.first == Other.MORE
    assert "More than one place… (planned)" in [one.text for one in page.others]

    presenter.choose_other(Other.MORE)

    assert shell.pages == []
    assert log.entry(MONDAY).is_done
    presenter.choose_other(Other.MORE)
    assert shell.pages == [PageName.BALANCE]


# Where at home, and the travel


def test_one_workplace_is_no_question(services, presenter, screen):
    services.places.add("Attic")

    presenter.choose(Tile.HOME)

    assert screen.page.questions == ()


def test_which_workplace_becomes_the_habit(services, presenter, screen, shell, log):
    services.places.add("Attic")
    kitchen = services.places.add("Kitchen")
    presenter.choose(Tile.HOME)
    assert marked(screen.page, Asked.WORKPLACE) == []

    presenter.answer(Asked.WORKPLACE, kitchen.id)

    assert log.entry(MONDAY).day.parts[0].workplace == kitchen.id
    assert log.habits().workplace == kitchen.id
    assert marked(screen.page, Asked.WORKPLACE) == [kitchen.id]
    assert shell.notices[-1].text == "At home: Kitchen."
    undo(shell)
    assert log.entry(MONDAY).day.parts[0].workplace is None
    assert log.habits().workplace is None


def test_an_office_day_asks_nothing_about_home(services, presenter, screen):
    services.places.add("Attic")
    services.places.add("Kitchen")

    presenter.choose(Tile.OFFICE)

    assert question(screen.page, Asked.WORKPLACE) is None


def test_the_way_is_asked_once_and_fills_the_day(presenter, screen, shell, log):
    presenter.choose(Tile.OFFICE)
    assert screen.page.way is not None
    assert screen.page.questions == ()

    presenter.keep_way(Mode.E_BIKE, 12.5, 40.0)

    habits = log.habits()
    assert (habits.mode, habits.km, habits.travel_minutes) == (Mode.E_BIKE, 12.5, 40)
    trips = commutes(log.entry(MONDAY).day)
    assert [(trip.mode, trip.km) for trip in trips] == [(Mode.E_BIKE, 12.5)] * 2
    assert screen.page.way is None
    assert [one.asked for one in screen.page.questions] == [Asked.THERE, Asked.BACK]
    undo(shell)
    assert log.habits() == Habits()
    assert commutes(log.entry(MONDAY).day) == ()
    assert screen.page.way is not None


@pytest.mark.parametrize(("mode", "km"), [("", 10.0), (Mode.TRAIN, None)])
def test_a_way_that_is_not_whole_is_not_kept(presenter, shell, log, mode, km):
    presenter.choose(Tile.OFFICE)

    presenter.keep_way(mode, km)

    assert shell.notices[-1].level is Level.PROBLEM
    assert log.habits() == Habits()


def test_the_way_can_wait_and_is_not_asked_of_a_home_day(presenter, screen):
    presenter.choose(Tile.HOME)
    assert screen.page.way is None
    presenter.choose(Tile.OFFICE)

    presenter.skip_way()

    assert screen.page.way is None
    presenter.choose(Tile.HOME_FIRST)
    assert screen.page.way is None


def test_bands_come_from_habits_and_become_them(presenter, screen, shell, log):
    log.put_habits(TRAIN)
    presenter.choose(Tile.OFFICE)
    assert marked(screen.page, Asked.THERE) == [Band.MORNING_PEAK]
    assert marked(screen.page, Asked.BACK) == [Band.EVENING_PEAK]

    presenter.answer(Asked.THERE, Band.OUTSIDE)
    presenter.answer(Asked.BACK, Band.OUTSIDE)

    trips = commutes(log.entry(MONDAY).day)
    assert [trip.band for trip in trips] == [Band.OUTSIDE] * 2
    assert (log.habits().there, log.habits().back) == (Band.OUTSIDE, Band.OUTSIDE)
    assert shell.notices[-1].text == "The way back: outside the peaks."
    undo(shell)
    assert commutes(log.entry(MONDAY).day)[1].band is Band.EVENING_PEAK
    assert log.habits().back is Band.EVENING_PEAK


def test_the_way_there_of_a_home_first_day_tells_nothing_of_others(
    presenter, screen, log
):
    log.put_habits(TRAIN)
    presenter.choose(Tile.HOME_FIRST)
    assert marked(screen.page, Asked.THERE) == [Band.OUTSIDE]

    presenter.answer(Asked.THERE, Band.MORNING_PEAK)

    assert commutes(log.entry(MONDAY).day)[0].band is Band.MORNING_PEAK
    assert log.habits() == TRAIN
    presenter.choose(Tile.OFFICE)
    presenter.answer(Asked.THERE, Band.OUTSIDE)
    assert log.habits().there is Band.OUTSIDE


def test_an_office_day_without_trips_gets_them_with_the_first_answer(presenter, log):
    log.put_habits(TRAIN)
    business = Trip(Purpose.BUSINESS, Mode.CAR, 5)
    log.put(Day(MONDAY, OFFICE.parts, (business,)))
    page = presenter.page()
    assert marked(page, Asked.THERE) == marked(page, Asked.BACK) == []

    presenter.answer(Asked.THERE, Band.OUTSIDE)

    day = log.entry(MONDAY).day
    assert day.trips[0] == business
    assert [trip.band for trip in commutes(day)] == [Band.OUTSIDE, Band.EVENING_PEAK]


def test_a_single_leg_has_no_way_back(presenter, log):
    trip = Trip(Purpose.COMMUTE, Mode.BUS, 5, Band.UNKNOWN)
    log.put_habits(TRAIN)
    log.put(Day(MONDAY, OFFICE.parts, (trip,)))

    page = presenter.page()

    assert [one.asked for one in page.questions] == [Asked.THERE]
    assert marked(page, Asked.THERE) == []


# Another day of this week


def test_a_day_to_come_is_planned(presenter, screen, shell, log):
    presenter.show_day(WEDNESDAY)
    assert screen.page.title == "Wednesday"
    assert screen.page.lead == "25 November 2026. Where will you work?"
    assert screen.page.is_other_day

    presenter.choose(Tile.OFFICE)

    assert log.entry(WEDNESDAY).day.is_planned
    assert chosen(screen.page) == [Tile.OFFICE]
    assert screen.page.tiles[1].note == "planned"
    assert shell.notices[-1].text == "Wednesday, planned: at the office."
    presenter.show_day()
    assert screen.page.title == "Today"
    assert not screen.page.is_other_day
    assert chosen(screen.page) == []


def test_a_past_day_is_filled_in(presenter, screen, shell, log, clock):
    clock.day = WEDNESDAY
    presenter.show_day(MONDAY)
    assert screen.page.lead == "23 November 2026. Where did you work?"

    presenter.choose(Tile.HOME)

    assert log.entry(MONDAY).is_done
    assert shell.notices[-1].text == "Monday: at home."


def test_after_midnight_the_page_follows_when_looked_at(presenter, screen, log, clock):
    presenter.refresh()
    clock.day = TUESDAY
    presenter.choose(Tile.HOME)  # the tiles spoke of Monday
    assert log.entry(MONDAY).is_done
    assert not log.entry(TUESDAY).is_kept

    clock.day = WEDNESDAY
    presenter.refresh_on_new_day()

    assert screen.page.lead.startswith("Wednesday 25")


def test_another_day_is_left_when_its_week_is_over(presenter, screen, clock):
    presenter.show_day(WEDNESDAY)
    clock.day = MONDAY + timedelta(weeks=1)

    presenter.refresh()

    assert screen.page.title == "Today"


# The week


def test_the_week_shows_parts_plans_today_and_gaps(presenter, log, clock):
    clock.day = WEDNESDAY
    parts = (Part(Where.HOME, 120), Part(Where.OFF, 60), Part(Where.OFFICE, 180))
    log.put(Day(MONDAY, parts))
    log.choose(TUESDAY, DayKind.OFF)
    log.choose(date(2026, 11, 26), DayKind.ELSEWHERE)

    week = presenter.page().week

    monday, tuesday, wednesday, thursday, *_rest = week.days
    assert [(one.letter, one.share) for one in monday.segments] == [
        ("H", 120 / 360),
        ("–", 60 / 360),
        ("O", 0.5),
    ]
    assert [one.letter for one in tuesday.segments] == ["–"]
    assert wednesday.is_today
    assert wednesday.segments == ()
    assert (thursday.is_light, thursday.segments[0].letter) == (True, "E")
    assert week.weekdays[0] == "Mo"
    assert week.shown == WEDNESDAY
    assert [day.name for day in week.days[:4]] == [
        "Monday 23 November: First at home, then at the office",
        "Tuesday 24 November: Not working",
        "Wednesday 25 November: Today, nothing planned",
        "Thursday 26 November: At another workplace, planned",
    ]


def test_a_holiday_has_its_name(presenter, clock):
    clock.day = date(2026, 12, 24)

    friday = presenter.page().week.days[4]

    assert friday.note == "Christmas Day"
    assert "Christmas Day" in friday.name


def agree(log, *rules, **fields):
    log.agree(Agreement(date(2026, 1, 1), rules=rules, **fields))


MIN_HOME = DaysRule(RuleCode.DAYS_MIN, 3, where=Where.HOME)


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ((MIN_HOME,), "1 of 3 home days agreed this week, 1 more planned."),
        (
            (DaysRule(RuleCode.DAYS_MAX, 2), MIN_HOME),
            "1 of 3 home days agreed this week, 1 more planned.",
        ),
        ((DaysRule(RuleCode.DAYS_MIN, 1),), "1 of 1 office day agreed this week."),
        (
            (DaysRule(RuleCode.DAYS_MAX, 2),),
            "1 of at most 2 office days agreed this week.",
        ),
        (
            (DaysRule(RuleCode.DAYS_MIN, 5, weeks=2, where=Where.HOME),),
            "2 of 5 home days agreed in these 2 weeks, 1 more planned.",
        ),
        (
            (FixedDays(RuleCode.FIXED_HOME, (1, 4, 5)),),
            "1 of 3 fixed home days this week, 1 more planned.",
        ),
        (
            (FixedDays(RuleCode.FIXED_OFFICE, (2,)),),
            "1 of 1 fixed office day this week.",
        ),
        ((), ""),
    ],
)
def test_one_sentence_against_the_agreement(presenter, log, clock, rules, told):
    clock.day = WEDNESDAY
    log.agree(Agreement(BEFORE, rules=rules))
    log.choose(BEFORE, DayKind.HOME)
    log.choose(MONDAY, DayKind.HOME)
    log.choose(TUESDAY, DayKind.OFFICE)
    log.choose(date(2026, 11, 26), DayKind.HOME)

    assert presenter.page().week.sentence == told


def test_a_home_day_counts_as_the_agreement_has_it(presenter, log):
    agree(log, MIN_HOME, home_day=HomeDay.PART)

    presenter.choose(Tile.HOME_FIRST)

    assert presenter.page().week.sentence == "1 of 3 home days agreed this week."


def test_a_damaged_agreement_is_told_and_the_days_still_show(
    presenter, screen, shell, log, folder
):
    agree(log, MIN_HOME)
    with closing(sqlite3.connect(folder.worker_file)) as file, file:
        file.execute("UPDATE agreement SET content = 'x'")

    presenter.refresh()

    assert shell.notices[-1].level is Level.PROBLEM
    assert len(screen.page.week.days) == 7
    assert screen.page.week.sentence == ""


def test_a_damaged_day_is_told(presenter, screen, shell, log, folder):
    log.choose(MONDAY, DayKind.HOME)
    with closing(sqlite3.connect(folder.worker_file)) as file, file:
        file.execute("UPDATE day SET parts = 'x'")

    presenter.refresh()
    presenter.choose(Tile.HOME)
    presenter.choose_other(Other.CUSTOMER)
    presenter.answer(Asked.THERE, Band.OUTSIDE)

    assert [notice.level for notice in shell.notices] == [Level.PROBLEM] * 4
    assert screen.page is None


# Open days


def test_only_the_latest_open_week_is_asked(presenter, log):
    log.plan(WeekPattern(BEFORE - timedelta(weeks=1), WEEK))

    open_days = presenter.page().open_days

    assert open_days.title == "5 days of week 47 are still open"
    assert open_days.as_planned == "As planned"
    assert [day.name for day in open_days.days][:2] == [
        "Monday 16 November",
        "Tuesday 17 November",
    ]
    assert open_days.days[0].planned == "planned: at home"
    assert [option.text for option in open_days.days[0].options] == [
        *("Home", "Office", "Home first", "Elsewhere", "Not working")
    ]


def test_open_days_go_as_planned_with_one_button(presenter, screen, shell, log):
    log.plan(WeekPattern(BEFORE, WEEK))

    presenter.confirm_open()

    assert all(log.entry(BEFORE + timedelta(day)).is_done for day in range(5))
    assert shell.notices[-1].text == "5 days kept as planned."
    assert screen.page.open_days is None
    undo(shell)
    assert len(screen.page.open_days.days) == 5


def test_open_days_without_a_plan_are_chosen_one_by_one(presenter, screen, shell, log):
    log.choose(date(2026, 11, 18), DayKind.HOME)  # where the log begins
    presenter.refresh()
    assert screen.page.open_days.as_planned == ""
    assert screen.page.open_days.title == "2 days of week 47 are still open"

    presenter.choose_open(date(2026, 11, 19), DayKind.OFF)

    assert kind(log.entry(date(2026, 11, 19)).day) is DayKind.OFF
    assert shell.notices[-1].text == "Thursday: not working."
    assert screen.page.open_days.title == "1 day of week 47 is still open"


def test_open_days_can_wait(presenter, screen, log):
    log.plan(WeekPattern(BEFORE, WEEK))

    presenter.skip_open()

    assert screen.page.open_days is None
    presenter.choose(Tile.HOME)
    assert screen.page.open_days is None


# What waits


def do_measures(services, clock, *questions):
    place = services.places.add("Attic")
    for code in questions:
        risk = min(services.catalogue.question(code).risks)
        services.checking.answer(place.id, code, Answer(risk))
    for line in services.measuring.lines():
        services.measuring.advance(line, State.SET_UP)
    clock.day += timedelta(weeks=1)
    return place


def test_a_measure_waits_after_a_week(services, presenter, clock):
    do_measures(services, clock, "chair-back-support")

    (waiting,) = presenter.page().waiting

    short = services.catalogue.question("chair-back-support").texts["en"].short
    assert waiting.text == f"“{short}” is done. Does it help?"
    assert waiting.page is PageName.MEASURES
    clock.day -= timedelta(days=1)
    assert presenter.page().waiting == ()


def test_several_measures_are_one_line(services, presenter, clock):
    do_measures(services, clock, "chair-back-support", "screen-height")

    (waiting,) = presenter.page().waiting

    assert waiting.text == "2 measures are done. Do they help?"


def test_a_measure_that_the_check_no_longer_finds_waits_at_once(
    services, presenter, clock
):
    place = do_measures(services, clock, "chair-back-support")
    clock.day -= timedelta(days=6)
    question = services.catalogue.question("chair-back-support")
    fine = next(one for one in question.options if one not in question.risks)
    services.checking.answer(place.id, question.id, Answer(fine))

    assert len(presenter.page().waiting) == 1


def test_a_measure_that_helps_waits_no_longer(services, presenter, clock):
    do_measures(services, clock, "chair-back-support")
    services.measuring.advance(services.measuring.lines()[0], State.EFFECTIVE)

    assert presenter.page().waiting == ()


@pytest.mark.parametrize(
    ("on", "months", "told"),
    [
        (date(2026, 12, 7), None, "On 7 December 2026 you talk your agreement over."),
        (MONDAY, None, "Today you talk your agreement over."),
        (
            date(2026, 6, 1),
            None,
            "On 1 June 2026 you were to talk your agreement over.",
        ),
        (
            date(2025, 11, 20),
            12,
            "On 20 November 2026 you were to talk your agreement over.",
        ),
        (date(2026, 12, 8), None, ""),
        (date(2026, 6, 1), 12, ""),
        (None, None, ""),
    ],
)
def test_the_review_of_the_agreement(presenter, shell, log, on, months, told):
    agree(log, review_on=on, review_months=months)

    waiting = presenter.page().waiting

    assert [one.text for one in waiting] == ([told] if told else [])
    for one in waiting:
        presenter.go_to(one.page)
        assert shell.pages == [PageName.BALANCE]
