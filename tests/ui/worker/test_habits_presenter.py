"""The form of habits without a window, over real services."""

from __future__ import annotations

import pytest

from thuiswerkplek.domain.daylog import Band, Mode
from thuiswerkplek.domain.habits import Habits, PeakHours
from thuiswerkplek.domain.holidays_nl import May5
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.worker.habits_models import Clock, Measure, Pick
from thuiswerkplek.ui.worker.habits_presenter import HabitsPresenter

OWN = {"morning": PeakHours(390, 540), "evening": PeakHours(960, 1110)}


class Desk:
    """The form over one worker's habits."""

    def __init__(self, services, shell):
        self.services, self.log, self.shell = services, services.day_log, shell
        self.shown = []
        self.presenter = HabitsPresenter(
            services, shell, lambda: self.shown.append(self.habits)
        )

    @property
    def sheet(self):
        return self.presenter.sheet()

    @property
    def habits(self):
        return self.log.habits()

    @property
    def notice(self):
        return self.shell.notices[-1]

    def clock(self, clock):
        return self.sheet.peaks.clocks[clock]


@pytest.fixture
def desk(services, shell):
    return Desk(services, shell)


# Numbers


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (Measure.DAY, 7.6, {"day_minutes": 456}),
        (Measure.FIRST, 1.5, {"first_minutes": 90}),
        (Measure.KM, 41.5, {"km": 41.5}),
        (Measure.TRAVEL, 55.0, {"travel_minutes": 55}),
    ],
)
def test_a_number_is_kept_at_once_and_can_be_taken_back(desk, field, value, kept):
    desk.presenter.set_number(field, value)

    assert desk.habits == Habits(**kept)
    assert desk.sheet.numbers[field].value == value
    assert desk.notice.text.startswith("Saved: ")
    assert desk.shell.changes == 1

    desk.notice.on_action()
    assert desk.habits == Habits()
    assert desk.shell.changes == 2


@pytest.mark.parametrize("field", [Measure.KM, Measure.TRAVEL])
def test_what_was_told_can_be_untold(desk, field):
    desk.presenter.set_number(field, 12.0)
    desk.presenter.set_number(field, None)

    assert desk.habits == Habits()
    assert desk.presenter.problem(field, "", None) is None


@pytest.mark.parametrize(
    ("field", "text", "number", "problem"),
    [
        (Measure.DAY, "", None, "Enter a number, such as 7.6."),
        (Measure.DAY, "eight", None, "Enter a number, such as 7.6."),
        (Measure.DAY, "25", 25.0, "Choose a number from 0.25 to 24."),
        (Measure.FIRST, "0", 0.0, "Choose a number from 0.25 to 23.75."),
        (Measure.KM, "-1", -1.0, "Choose a number from 0 to 2000."),
        (Measure.TRAVEL, "1441", 1441.0, "Choose a number from 0 to 1440."),
        (Measure.DAY, "7.5", 7.5, None),
    ],
)
def test_a_wrong_number_is_said_with_what_to_type(desk, field, text, number, problem):
    assert desk.presenter.problem(field, text, number) == problem


def test_examples_are_written_as_the_language_does(desk):
    with using(Language.NL):
        assert "7,6" in desk.presenter.problem(Measure.DAY, "acht", None)


def test_first_hours_as_long_as_the_day_are_remarked_on(desk):
    assert desk.sheet.numbers[Measure.FIRST].note == ""
    desk.presenter.set_number(Measure.DAY, 2)

    assert desk.sheet.numbers[Measure.FIRST].note


def test_the_same_again_says_nothing(desk):
    desk.presenter.set_number(Measure.DAY, 8)

    assert desk.shell.notices == []


# Choices


@pytest.mark.parametrize(
    ("field", "code", "kept"),
    [
        (Pick.MODE, "train", {"mode": Mode.TRAIN}),
        (Pick.MODE, "", {}),
        (Pick.THERE, "outside", {"there": Band.OUTSIDE}),
        (Pick.BACK, "evening-peak", {"back": Band.EVENING_PEAK}),
        (Pick.MAY_5, "always", {"may5": May5.ALWAYS}),
    ],
)
def test_a_choice_is_kept_at_once(desk, field, code, kept):
    desk.presenter.choose(field, code)

    assert desk.habits == Habits(**kept)
    assert desk.sheet.picks[field].current == code
    assert code in dict(desk.sheet.picks[field].items)


def test_good_friday_is_kept_at_once(desk):
    desk.presenter.set_good_friday(is_off=True)

    assert desk.sheet.good_friday
    assert desk.notice.text == "Saved: Good Friday is a day off."


def test_a_place_is_asked_for_when_there_are_several(desk):
    assert not desk.sheet.picks[Pick.WORKPLACE].is_shown
    desk.services.places.add("Attic")
    assert not desk.sheet.picks[Pick.WORKPLACE].is_shown

    kitchen = desk.services.places.add("Kitchen")
    box = desk.sheet.picks[Pick.WORKPLACE]
    assert box.is_shown
    assert [word for _, word in box.items] == ["Not filled in", "Attic", "Kitchen"]

    desk.presenter.choose(Pick.WORKPLACE, kitchen.id)
    assert desk.habits.workplace == kitchen.id
    desk.presenter.choose(Pick.WORKPLACE, "")
    assert desk.habits.workplace is None


# Peaks


def test_the_usual_peaks_are_told_with_their_source(desk):
    assert desk.sheet.peaks.usual == (
        "Usual: 07:00–09:00, 16:00–18:00. Source: kimnet.nl (2018-06-14)."
        " The text itself was read."
    )
    desk.presenter.choose(Pick.MODE, "train")

    usual = desk.sheet.peaks.usual
    assert usual.startswith("Usual: 06:30–09:00, 16:00–18:30. 5 minutes at both ends")
    assert "webwoordenboek.nl (NS)" in usual
    assert usual.endswith("Not checked against a source yet.")


def test_own_peaks_begin_as_the_usual_ones(desk):
    assert not desk.sheet.peaks.has_own
    desk.presenter.choose(Pick.MODE, "train")
    desk.presenter.set_own_peaks(has_own=True)

    assert desk.sheet.peaks.has_own
    assert desk.habits == Habits(mode=Mode.TRAIN, **OWN)
    assert desk.clock(Clock.EVENING_UNTIL) == ("18:30", "")

    desk.presenter.set_own_peaks(has_own=False)
    assert desk.habits.peaks is None
    assert not desk.sheet.peaks.has_own


def test_a_time_is_kept_at_once(desk):
    desk.log.put_habits(Habits(**OWN))
    desk.presenter.set_clock(Clock.MORNING_BEGIN, "7.15")

    assert desk.habits.morning == PeakHours(435, 540)
    assert desk.clock(Clock.MORNING_BEGIN) == ("07:15", "")
    assert desk.notice.text == "Saved: Morning peak begins."


def test_a_wrong_time_is_said_beside_it_and_kept_to_be_put_right(desk):
    desk.log.put_habits(Habits(**OWN))
    desk.presenter.set_clock(Clock.MORNING_BEGIN, "early")
    desk.presenter.set_clock(Clock.EVENING_BEGIN, "15:30")

    assert desk.clock(Clock.MORNING_BEGIN) == ("early", "Type a time, such as 07:00.")
    assert desk.habits.morning == OWN["morning"]
    assert desk.habits.evening.begin == 930

    desk.presenter.set_clock(Clock.MORNING_BEGIN, "06:00")
    assert desk.habits.morning == PeakHours(360, 540)


def test_times_that_make_no_peak_are_said_beside_the_end(desk):
    desk.log.put_habits(Habits(**OWN))
    desk.presenter.set_clock(Clock.MORNING_UNTIL, "6:00")

    assert desk.clock(Clock.MORNING_UNTIL).problem.startswith("These times cannot be")
    assert desk.habits.morning == OWN["morning"]

    desk.presenter.set_clock(Clock.MORNING_BEGIN, "5:00")
    assert desk.habits.morning == PeakHours(300, 360)
    assert desk.clock(Clock.MORNING_UNTIL) == ("06:00", "")


def test_a_peak_without_times_is_no_peak_and_without_any_the_usual_hold(desk):
    desk.log.put_habits(Habits(**OWN))
    desk.presenter.set_clock(Clock.EVENING_BEGIN, "")
    assert desk.clock(Clock.EVENING_BEGIN).problem == "Fill in both times, or neither."
    assert desk.habits.evening == OWN["evening"]

    desk.presenter.set_clock(Clock.EVENING_UNTIL, "")
    assert desk.habits.evening is None
    assert desk.clock(Clock.EVENING_BEGIN) == ("", "")
    assert desk.sheet.peaks.has_own

    desk.presenter.set_clock(Clock.MORNING_BEGIN, "")
    desk.presenter.set_clock(Clock.MORNING_UNTIL, "")
    assert desk.habits == Habits()
    assert not desk.sheet.peaks.has_own


def test_taking_own_peaks_back_takes_what_was_typed_along(desk):
    desk.presenter.set_own_peaks(has_own=True)
    undo = desk.notice.on_action
    desk.presenter.set_clock(Clock.MORNING_BEGIN, "early")
    undo()

    assert not desk.sheet.peaks.has_own
    assert desk.clock(Clock.MORNING_BEGIN) == ("", "")


def test_where_nobody_knows_the_usual_peaks_own_ones_begin_empty(desk, clock):
    clock.day = clock.day.replace(year=2010)
    assert desk.sheet.peaks.usual == "When the peaks usually are is not known."
    desk.presenter.set_own_peaks(has_own=True)
    assert desk.sheet.peaks.has_own

    desk.presenter.set_clock(Clock.MORNING_BEGIN, "7")
    assert desk.clock(Clock.MORNING_UNTIL).problem == "Fill in both times, or neither."
    desk.presenter.set_clock(Clock.MORNING_UNTIL, "9")
    assert desk.habits.morning == PeakHours(420, 540)


# A disk that fails


def test_what_cannot_be_kept_is_told(desk):
    desk.services.own_data._store._file.connection.execute(
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.habits"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    desk.presenter.set_number(Measure.KM, 12)

    assert desk.notice.level is Level.PROBLEM
    assert desk.habits == Habits()
    assert desk.shown == [Habits()]
    assert desk.shell.changes == 0
