"""The editor of one day without a window: reading, faults, prefilling, leaving."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import i18n
from thuiswerkplek.domain.daylog import (
    MINUTES_A_DAY,
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
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.ui.worker import day_editor_reading as reading
from thuiswerkplek.ui.worker.balance_presenter import BalancePresenter
from thuiswerkplek.ui.worker.day_editor_models import (
    Box,
    TypedDay,
    TypedPart,
    TypedTrip,
)

TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
LATER = date(2026, 11, 27)


@dataclass
class Screen:
    """The page, its calendar and its editor; what is typed is set by the test."""

    sheet: object = None
    fields: TypedDay = field(default_factory=TypedDay)
    faults: tuple = ()
    months: list = field(default_factory=list)
    changes: int = 0

    def show_editor(self, sheet):
        self.sheet, self.fields = sheet, sheet.typed

    def close_editor(self):
        self.sheet = None

    def show_faults(self, faults):
        self.faults = faults

    def typed(self):
        return self.fields

    def show_calendar(self, sheet):
        self.months.append(sheet)

    def days_changed(self):
        self.changes += 1


@pytest.fixture
def log(services):
    return services.day_log


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def page(services, shell, screen):
    found = BalancePresenter(services, shell, screen, screen, screen)
    found.wake()
    return found


@pytest.fixture
def editor(page):
    return page.editor


def faults_of(screen):
    return [(one.box, one.number) for one in screen.faults]


# Reading


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("7:30", 450),
        ("7:5", 425),
        ("8", 480),
        ("8:", 480),
        ("7,5", 450),
        ("7.5", 450),
        (" 7 : 30 ", 450),
        ("7u30", 450),
        ("7h", 420),
        ("0:15", 15),
    ],
)
def test_lengths_of_time_are_read_as_people_type_them(text, minutes):
    assert reading.read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "eight", "7,30", "7.30", "7:60", "-1", "7:300"])
def test_a_length_that_could_mean_two_things_is_not_guessed(text):
    assert reading.read_minutes(text) is None


@given(st.integers(0, MINUTES_A_DAY))
def test_a_length_is_read_as_it_is_shown(minutes):
    assert reading.read_minutes(reading.show_minutes(minutes)) == minutes


@given(st.integers(0, 2_000_000), st.sampled_from(i18n.Language))
def test_kilometres_are_read_as_they_are_shown(metres, language):
    with i18n.using(language):
        assert reading.read_km(reading.show_km(metres / 1000)) == metres / 1000


PARTS = st.builds(
    Part,
    st.sampled_from([Where.OFFICE, Where.CUSTOMER, Where.ELSEWHERE]),
    st.integers(1, 400),
    country=st.sampled_from(["", "BE", "DE"]),
) | st.builds(
    Part,
    st.just(Where.HOME),
    st.integers(1, 400),
    st.sampled_from([None, WorkplaceId("a1")]),
)
TRIPS = st.builds(
    Trip,
    st.sampled_from(Purpose),
    st.sampled_from(Mode),
    st.integers(0, 2_000_000).map(lambda metres: metres / 1000),
    st.sampled_from(Band),
)


@given(
    st.lists(PARTS | st.just(Part(Where.OFF, 0)), min_size=1, max_size=3),
    st.lists(TRIPS, max_size=3),
    st.booleans(),
)
def test_a_day_that_is_shown_and_kept_is_the_same_day(parts, trips, is_planned):
    day = Day(FRIDAY, tuple(parts), tuple(trips), is_planned)

    found = reading.read_day(FRIDAY, reading.typed_day(day), is_planned=is_planned)

    assert found == reading.Reading(day)


@pytest.mark.parametrize(
    ("typed", "box", "number"),
    [
        (TypedDay((TypedPart(Where.HOME, ""),)), Box.TIME, 0),
        (TypedDay((TypedPart(Where.HOME, "0"),)), Box.TIME, 0),
        (TypedDay((TypedPart(Where.HOME, "8"), TypedPart(time="25"))), Box.TIME, 1),
        (TypedDay((TypedPart(Where.OFFICE, "8", "", "X1"),)), Box.COUNTRY, 0),
        (TypedDay((TypedPart(Where.OFFICE, "8", "", "nl"),)), Box.COUNTRY, 0),
        (TypedDay(), Box.PARTS, 0),
        (TypedDay((TypedPart(time="13"), TypedPart(time="12"))), Box.PARTS, 0),
        (TypedDay((TypedPart(time="8"),), (TypedTrip(km="2"),)), Box.MODE, 0),
        (TypedDay((TypedPart(time="8"),), (TypedTrip(mode="bus"),)), Box.KM, 0),
        (
            TypedDay((TypedPart(time="8"),), (TypedTrip(mode="bus", km="9999"),)),
            Box.KM,
            0,
        ),
        (
            TypedDay((TypedPart(time="8"),), (TypedTrip(mode="bus", km="1,2345"),)),
            Box.KM,
            0,
        ),
        (
            TypedDay((TypedPart(time="8"),), (TypedTrip(mode="bus", km="2"),) * 25),
            Box.TRIPS,
            0,
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    editor, screen, log, typed, box, number
):
    editor.open(FRIDAY)
    screen.fields = typed

    editor.save()

    assert faults_of(screen) == [(box, number)]
    assert screen.faults[0].text
    assert log.entry(FRIDAY).day is None
    assert screen.sheet is not None


def test_more_than_a_day_is_refused_in_a_sentence(editor, screen):
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(time="13"), TypedPart(Where.OFFICE, "12")))

    editor.save()

    assert screen.faults[0].text == (
        "Together this is more than 24 hours. Shorten one of the parts."
    )


def test_all_faults_are_said_at_once(editor, screen):
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(time="x"), TypedPart()), (TypedTrip(),))

    editor.save()

    assert faults_of(screen) == [(Box.TIME, 0), (Box.TIME, 1), (Box.MODE, 0)]


# Opening, and what it shows


def test_an_empty_day_begins_with_the_usual_hours_and_keeps_nothing(
    editor, screen, log, shell
):
    log.put_habits(Habits(day_minutes=450))

    editor.open(FRIDAY)

    assert screen.sheet.title == "Friday 20 November 2026"
    assert screen.sheet.status == "Nothing is filled in yet."
    assert screen.sheet.typed == TypedDay((TypedPart(Where.HOME, "7:30"),))
    assert not any(chip.is_chosen for chip in screen.sheet.kinds)
    assert not screen.sheet.can_clear
    editor.close()
    assert log.entry(FRIDAY).day is None
    assert shell.notices == []


def test_a_planned_day_of_the_past_can_be_confirmed(editor, screen, log, shell):
    work = PlannedDay((Part(Where.OFFICE, 480),))
    log.plan(WeekPattern(date(2026, 11, 2), (*(work,) * 5, *(PlannedDay(),) * 2)))
    editor.open(FRIDAY)
    assert screen.sheet.status == "Planned by your usual week."
    assert screen.sheet.can_confirm

    editor.confirm()

    assert log.entry(FRIDAY).is_done
    assert screen.sheet.status == "Filled in."
    assert not screen.sheet.can_confirm
    shell.notices[-1].on_action()
    assert screen.sheet.can_confirm


def test_a_holiday_is_named(editor, screen):
    editor.open(date(2026, 12, 25))

    assert screen.sheet.status == (
        "Christmas Day. Still to come: what you save is a plan."
    )


# Keeping


def test_saving_keeps_the_day_closes_and_can_be_taken_back(editor, screen, log, shell):
    editor.open(FRIDAY)
    screen.fields = TypedDay(
        (TypedPart(Where.HOME, "2"), TypedPart(Where.OFFICE, "6", "", "be")),
        (TypedTrip(Purpose.COMMUTE, "train", "12,5", Band.OUTSIDE),),
    )

    editor.save()

    day = log.entry(FRIDAY).day
    assert day.parts == (Part(Where.HOME, 120), Part(Where.OFFICE, 360, None, "BE"))
    assert day.trips == (Trip(Purpose.COMMUTE, Mode.TRAIN, 12.5, Band.OUTSIDE),)
    assert screen.sheet is None
    assert screen.changes == 1
    shell.notices[-1].on_action()
    assert log.entry(FRIDAY).day is None


def test_a_day_to_come_is_saved_as_a_plan(editor, screen, log):
    editor.open(LATER)

    editor.save()

    assert log.entry(LATER).day.is_planned


def test_today_is_saved_as_done(editor, log):
    editor.open(TODAY)

    editor.save()

    assert log.entry(TODAY).is_done


def test_a_quick_kind_is_kept_at_once_and_its_details_show(editor, screen, log):
    log.put_habits(Habits(mode=Mode.BUS, km=7.0))
    editor.open(FRIDAY)

    editor.choose(DayKind.OFFICE)

    assert kind(log.entry(FRIDAY).day) is DayKind.OFFICE
    assert [c.kind for c in screen.sheet.kinds if c.is_chosen] == [DayKind.OFFICE]
    assert screen.sheet.typed.trips[0].km == "7"
    assert screen.sheet.can_clear


def test_clearing_forgets_the_day_and_closes(editor, screen, log, shell):
    log.choose(FRIDAY, DayKind.HOME)
    editor.open(FRIDAY)

    editor.clear()

    assert screen.sheet is None
    assert log.entry(FRIDAY).day is None
    shell.notices[-1].on_action()
    assert log.entry(FRIDAY).is_done


# New lines


def test_a_new_part_is_the_rest_of_the_day(editor, screen, services, log):
    place = services.places.add("Attic").id
    log.put_habits(Habits(workplace=place))
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(Where.HOME, "2:30"),))
    assert editor.new_part() == TypedPart(Where.OFFICE, "5:30")

    screen.fields = TypedDay((TypedPart(Where.OFFICE, "8"),))
    assert editor.new_part() == TypedPart(Where.HOME, "", str(place))
    screen.fields = TypedDay()
    assert editor.new_part() == TypedPart(Where.HOME, "8:00", str(place))


def test_new_trips_are_the_usual_way_there_and_back(editor, screen, log):
    log.put_habits(
        Habits(
            mode=Mode.TRAIN, km=24.5, there=Band.MORNING_PEAK, back=Band.EVENING_PEAK
        )
    )
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(Where.OFFICE, "8"),))

    for _number in range(3):
        trips = (*screen.fields.trips, editor.new_trip())
        screen.fields = screen.fields._replace(trips=trips)

    assert [trip.band for trip in screen.fields.trips] == [
        Band.MORNING_PEAK,
        Band.EVENING_PEAK,
        Band.MORNING_PEAK,
    ]
    assert {(trip.mode, trip.km) for trip in screen.fields.trips} == {("train", "24.5")}


def test_the_way_of_a_home_first_day_is_outside_the_peaks(editor, screen, log):
    log.put_habits(Habits(mode=Mode.TRAIN, km=24.5, there=Band.MORNING_PEAK))
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(time="2"), TypedPart(Where.OFFICE, "6")))

    assert editor.new_trip().band is Band.OUTSIDE


def test_without_habits_a_second_trip_is_like_the_first(editor, screen):
    editor.open(FRIDAY)
    assert editor.new_trip() == TypedTrip()

    first = TypedTrip(Purpose.BUSINESS, "bus", "3")
    screen.fields = TypedDay((TypedPart(time="8"),), (first,))

    assert editor.new_trip() == first


def test_the_parts_are_added_up_while_they_can_be_read(editor, screen):
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(time="2:30"), TypedPart(Where.OFF, "")))
    assert editor.together() == "Together: 2 h 30 min"

    screen.fields = TypedDay((TypedPart(time="two"),))
    assert editor.together() == ""


# Leaving


def test_what_was_typed_is_offered_back(page, editor, screen, shell):
    typed = TypedDay((TypedPart(Where.OFFICE, "3:15"),))
    page.open_day(FRIDAY)
    screen.fields = typed

    page.open_day(date(2026, 10, 1))

    notice = shell.notices[-1]
    assert notice.text == "Friday 20 November: what you typed was not saved."
    assert page.calendar.selected == date(2026, 10, 1)
    notice.on_action()
    assert screen.sheet.date == FRIDAY == page.calendar.selected
    assert screen.fields == typed


def test_opening_the_open_day_keeps_what_is_typed(editor, screen, shell):
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(time="3"),))

    editor.open(FRIDAY)

    assert screen.fields.parts[0].time == "3"
    assert shell.notices == []


def test_a_change_of_another_day_leaves_the_editor_alone(page, editor, screen):
    editor.open(FRIDAY)
    screen.fields = TypedDay((TypedPart(time="3"),))

    page.calendar.choose(TODAY, DayKind.HOME)

    assert screen.fields.parts[0].time == "3"


def test_days_changed_elsewhere_show_and_are_not_taken_back_here(
    page, editor, screen, log, shell
):
    page.calendar.choose(FRIDAY, DayKind.HOME)
    editor.open(FRIDAY)
    log.choose(FRIDAY, DayKind.OFFICE)

    page.refresh()
    page.changes.take_back_last()

    assert screen.sheet.typed.parts[0].where is Where.OFFICE
    assert kind(log.entry(FRIDAY).day) is DayKind.OFFICE
    assert shell.notices[-1].text == "There is nothing to take back."


def test_days_from_a_file_show_without_asking_the_figures_again(page, screen, log):
    log.choose(FRIDAY, DayKind.OFFICE)
    before = screen.changes

    page.days_taken_in()

    assert screen.changes == before
    assert not screen.months[-1].is_empty
