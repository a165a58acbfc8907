"""The result of a check without a window, over real services."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryKeyStore, RecordingShell
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.records import Request
from thuiswerkplek.ui.contracts import Level, PageName
from thuiswerkplek.ui.worker.result_presenter import ResultPresenter

DANGER, BOTH, OWN = "elec-power-strip", "desk-size", "chair-back-support"
ADVISOR, COMPLAINT = "contact-manager", "health-neck-arm"


class Desk:
    """One worker with some answers, and the result over them."""

    def __init__(self, services):
        self.services = services
        self.shell = RecordingShell()
        self.place = services.places.add("Upstairs").id
        self.presenter = ResultPresenter(services, self.shell, self.place)

    def answer(self, **answers):
        for name, value in answers.items():
            question = name.replace("_", "-")
            self.services.checking.answer(self.place, question, Answer(value))

    def sheet(self):
        return self.presenter.sheet()

    def theme(self, code):
        return next(theme for theme in self.sheet().themes if theme.code == code)


@pytest.fixture
def desk(services):
    services.private.open_by_itself()
    return Desk(services)


def fill(desk):
    """Answer what is still open with something fine."""
    for _ in range(3):
        for question in desk.services.checking.round(desk.place).questions:
            fine = [code for code in question.options if code not in question.risks]
            value = fine[0] if fine else question.number.minimum + 0.5
            value = (value,) if question.kind == "multiple" else value
            value = {"screen-distance": 60.0, "climate-temperature": 21.0}.get(
                question.id, value
            )
            if question.id not in desk.services.checking.round(desk.place).answers:
                desk.services.checking.answer(desk.place, question.id, Answer(value))


def test_nothing_is_claimed_before_anything_is_answered(desk):
    sheet = desk.sheet()

    assert sheet.good == ()
    assert sheet.matters == ()
    assert sheet.nothing_matters == ""
    assert sheet.complaints is None
    assert {theme.severity for theme in sheet.themes} == {None}
    assert "questions are still open" in sheet.still_open
    assert sheet.lead == "Upstairs, so far"


def test_what_is_right_comes_in_one_line_a_theme(desk):
    desk.answer(
        chair_adjustable="yes",
        chair_feet_supported="yes",
        chair_seat_depth="yes",
        chair_back_support="no",
        mouse_close="yes",
    )

    good = {line.theme: line.text for line in desk.sheet().good}

    assert good["Chair"].endswith("and 1 more")
    assert good["Keyboard and mouse"] == "Place of the mouse"


def test_a_theme_that_is_wholly_right_says_so(desk):
    desk.answer(light_level="yes", light_glare="yes", light_blinds="yes")

    assert [line.text for line in desk.sheet().good] == ["All 3 points are in order"]


def test_skipped_and_unknown_are_not_called_right(desk):
    desk.answer(screen_distance="unknown", chair_armrests="na")
    desk.services.checking.skip(desk.place, OWN)

    assert desk.sheet().good == ()


def test_the_three_that_matter_most_are_danger_first(desk):
    desk.answer(
        elec_power_strip="no",
        chair_back_support="no",
        desk_size="no",
        desk_surface="no",
        health_neck_arm="often",
    )

    matters = desk.sheet().matters

    assert [card.question for card in matters] == [DANGER, BOTH, OWN]
    assert matters[0].word == "Do this first"
    assert [label for label, _ in matters[0].lines] == [
        "Why:",
        "Tonight:",
        "Later:",
        "Who:",
        "Costs:",
    ]


def steps(desk, question):
    cards = {card.question: card for card in desk.sheet().matters}
    return [step.state for step in cards[question].steps]


def test_only_what_the_employer_may_read_can_be_asked_of_them(desk):
    desk.answer(chair_back_support="no", desk_size="no", contact_manager="no")

    assert steps(desk, OWN) == [State.SET_UP]
    assert steps(desk, BOTH) == [State.SET_UP, State.REQUESTED]
    assert steps(desk, ADVISOR) == [State.SET_UP]


def test_a_step_is_taken_and_taken_back(desk):
    desk.answer(desk_size="no")

    desk.presenter.take(BOTH, State.REQUESTED)

    (card,) = desk.sheet().matters
    assert card.steps == ()
    assert card.taken == "Requested on 23 November 2026"
    assert desk.shell.changes == 1
    desk.presenter.take_back(BOTH)
    (card,) = desk.sheet().matters
    assert card.taken == ""
    assert steps(desk, BOTH) == [State.SET_UP, State.REQUESTED]


def test_what_was_declined_is_not_shown_as_done(desk):
    desk.answer(desk_size="no")

    desk.presenter.take(BOTH, State.DECLINED)

    (card,) = desk.sheet().matters
    assert card.taken == "Not done on 23 November 2026"
    assert card.is_declined


def test_a_step_that_is_not_allowed_is_told(desk):
    desk.answer(chair_back_support="no")

    desk.presenter.take(OWN, State.DELIVERED)

    assert desk.shell.notices[0].level is Level.PROBLEM
    assert desk.shell.changes == 0


def test_steps_on_what_is_no_point_do_nothing(desk):
    desk.presenter.take(OWN, State.SET_UP)
    desk.presenter.take_back(OWN)

    assert desk.shell.notices == []


def test_themes_are_weighed_as_the_dossier_says(desk):
    desk.answer(desk_surface="no", chair_adjustable="no", light_glare="no")
    desk.answer(mouse_close="yes")

    assert desk.theme("werkblad").severity == 0
    assert desk.theme("werkblad").word == "Fine"
    assert desk.theme("werkblad").heading == "Desk · 1 point to mend"
    assert desk.theme("stoel").severity == 3
    assert desk.theme("licht").severity == 2
    assert desk.theme("geluid").word == "Not answered yet"
    assert desk.theme("licht").progress == "1 of 3 answered"
    (point,) = desk.theme("licht").points
    assert point.answered == "You answered: No"


def test_complaints_are_apart_and_never_weighed(desk):
    desk.answer(health_neck_arm="often", contact_alone="often")

    sheet = desk.sheet()

    assert "klachten" not in {theme.code for theme in sheet.themes}
    assert COMPLAINT not in {card.question for card in sheet.matters}
    assert len(sheet.complaints.names) == 1
    assert [bridge.request for bridge in sheet.complaints.bridges] == [
        None,
        Request.WORKPLACE_ADVICE,
    ] or [bridge.request for bridge in sheet.complaints.bridges] == [
        Request.WORKPLACE_ADVICE,
        None,
    ]


def test_a_request_goes_along_and_can_be_taken_back(desk):
    desk.answer(health_eyes_head="often")

    desk.presenter.ask(Request.EYE_TEST, is_asked=True)

    asked = {b.request: b.asked for b in desk.sheet().complaints.bridges}
    assert asked[Request.EYE_TEST] == "It goes along with your next report."
    assert asked[Request.WORKPLACE_ADVICE] == ""


def test_private_points_are_marked(desk):
    desk.answer(posture_change=90.0)

    (card,) = desk.sheet().matters

    assert card.private_word == "Only for you"


def test_a_whole_good_workplace_has_nothing_that_matters(desk):
    fill(desk)
    desk.services.checking.finish(desk.place)

    sheet = desk.sheet()

    assert sheet.nothing_matters == "There is nothing to mend."
    assert sheet.still_open == ""
    assert sheet.check_again == "Check again"
    assert sheet.lead == "Upstairs, checked on 23 November 2026"


def test_what_was_skipped_can_be_gone_through(desk):
    fill(desk)
    desk.services.checking.skip(desk.place, OWN)

    assert desk.sheet().still_open == "You skipped 1 question."
    assert desk.presenter.first_open() == OWN


def test_what_is_open_comes_before_what_was_skipped(desk):
    desk.services.checking.skip(desk.place, "intake-home-days")

    assert desk.presenter.first_open() == "intake-home-hours"


def test_nothing_is_left_to_go_through_at_the_end(desk):
    fill(desk)

    assert desk.presenter.first_open() is None


def test_changes_tell_what_improved_came_back_and_is_new(desk):
    desk.answer(desk_size="no", chair_back_support="no", desk_surface="yes")
    desk.services.checking.start(desk.place, carry_over=True)
    desk.answer(desk_size="yes", chair_back_support="yes")
    desk.services.checking.start(desk.place, carry_over=True)

    desk.answer(desk_size="no", desk_surface="no", health_neck_arm="often")

    changes = {group.title: group.names for group in desk.sheet().changes}
    assert changes == {
        "Came back": ("Size of the desk top",),
        "New": ("Stable and matt desk top",),
    }


def test_what_improved_is_told(desk):
    desk.answer(desk_size="no")
    desk.services.checking.start(desk.place, carry_over=True)

    desk.answer(desk_size="yes")

    assert [(g.severity, g.title) for g in desk.sheet().changes] == [(0, "Improved")]


def test_the_private_questions_that_were_left_out_are_offered(folder, clock):
    keys = MemoryKeyStore(works=False)
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        desk = Desk(services)
        assert desk.sheet().left_out == ""

        services.private.leave_out()

        assert desk.sheet().left_out
        assert desk.presenter.first_private() == "screen-glasses-tilt"


def test_sharing_and_the_list_are_other_pages(desk):
    desk.presenter.share()
    desk.presenter.see_measures()

    assert desk.shell.pages == [PageName.SHARE, PageName.MEASURES]
