"""The check without a window, over real services."""

from __future__ import annotations

import contextlib
import resource

import pytest

from tests.fakes import FixedClock, MemoryKeyStore, RecordingShell
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import SKIPPED, UNKNOWN, Answer
from thuiswerkplek.domain.preferences import Preferences
from thuiswerkplek.domain.records import Request
from thuiswerkplek.ui.worker.check_presenter import CheckPresenter

INTAKE = "intake-home-days"
CHAIR, NEXT_CHAIR, LAST_CHAIR = (
    "chair-feet-supported",
    "chair-seat-depth",
    "chair-back-support",
)
DANGER, NUMBER, READING = "elec-power-strip", "screen-distance", "light-level"
HEIGHT, PREFILLED, LAST = "screen-height", "screen-hours-day", "health-doctor-sheet"


class Desk:
    """One worker at one workplace, with the check over it."""

    def __init__(self, services):
        self.services = services
        self.shell = RecordingShell()
        self.done = 0
        self.place = services.places.add("Upstairs").id

    def check(self, at=None):
        return CheckPresenter(
            self.services, self.shell, self.place, on_done=self._on_done, at=at
        )

    def _on_done(self):
        self.done += 1

    def kept(self, question):
        return self.services.checking.round(self.place).answers.get(question)


@pytest.fixture
def desk(services):
    return Desk(services)


@contextlib.contextmanager
def full_disk():
    """Let no file of this process grow, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_new_check_begins_at_the_first_question_with_who_sees_what(desk):
    sheet = desk.check().sheet()

    assert sheet.question.id == INTAKE
    assert "never go to your employer" in sheet.question.intro
    assert sheet.where == "About your work · question 1 of 16"
    assert sheet.progress.startswith("0 of ")
    assert not sheet.can_go_back
    assert sheet.saved == ""


def test_the_text_before_the_intake_shows_once(desk):
    check = desk.check()
    check.next()

    assert check.sheet().question.intro == ""


def test_a_fine_answer_is_kept_and_lets_the_next_come_by_itself(desk):
    check = desk.check(CHAIR)

    goes_on = check.answer("yes")

    assert goes_on
    assert desk.kept(CHAIR) == Answer("yes")
    assert check.sheet().saved == "Saved ✓"
    assert check.sheet().advice is None
    assert desk.shell.changes == 1


def test_who_wants_no_hurry_goes_on_alone(desk):
    desk.services.preferences.write(Preferences(goes_on_by_itself=False))
    check = desk.check(CHAIR)

    assert not check.answer("yes")
    assert not check.is_waiting


def test_a_risk_waits_with_its_advice(desk):
    check = desk.check(CHAIR)

    goes_on = check.answer("no")

    advice = check.sheet().advice
    text = desk.services.catalogue.question(CHAIR).texts["en"]
    assert not goes_on
    assert check.is_waiting
    assert advice.severity == 2
    assert advice.word == "Needs attention"
    assert advice.advice == text.advice
    assert advice.lines == (
        ("Tonight:", text.tonight),
        ("Who:", "you and your employer"),
        ("Costs:", "under 100 euros"),
    )


def test_the_advice_comes_back_with_its_question(desk):
    check = desk.check(CHAIR)
    check.answer("no")
    check.next()
    assert check.sheet().question.id == NEXT_CHAIR
    assert check.sheet().advice is None

    check.previous()

    assert check.sheet().question.chosen == ("no",)
    assert check.sheet().advice.word == "Needs attention"
    assert not check.is_waiting


def test_danger_says_do_this_first(desk):
    check = desk.check(DANGER)

    goes_on = check.answer("no")

    advice = check.sheet().advice
    assert not goes_on
    assert (advice.severity, advice.word) == (3, "Do this first")


def test_what_only_deserves_attention_is_said_softly(desk):
    check = desk.check(PREFILLED)

    check.answer(5.0)

    assert (check.sheet().advice.severity, check.sheet().advice.word) == (
        1,
        "Worth a look",
    )
    assert check.is_waiting


def test_a_severity_is_eased_by_little_screen_work(desk):
    desk.services.checking.answer(desk.place, "intake-screen-hours", Answer(1.0))
    check = desk.check(HEIGHT)

    check.answer("above-eyes")

    assert check.sheet().advice.severity == 2


def test_skipping_goes_on_and_marks_the_dial(desk):
    check = desk.check(CHAIR)

    goes_on = check.skip()
    check.next()

    dial = next(dial for dial in check.sheet().dials if dial.code == "stoel")
    assert goes_on
    assert desk.kept(CHAIR) == Answer(SKIPPED)
    assert dial.share == 0
    assert "1 skipped" in dial.description


def test_a_skipped_question_is_reached_through_its_theme(desk):
    check = desk.check("chair-adjustable")
    for question in desk.services.catalogue.theme("stoel").questions:
        desk.services.checking.answer(desk.place, question.id, Answer("yes"))
    desk.services.checking.skip(desk.place, LAST_CHAIR)
    check = desk.check(DANGER)

    check.go_to_theme("stoel")

    assert check.sheet().question.id == LAST_CHAIR
    assert check.sheet().current == "stoel"


def test_an_open_theme_is_entered_at_its_first_open_question(desk):
    desk.services.checking.answer(desk.place, "chair-adjustable", Answer("yes"))
    check = desk.check()

    check.go_to_theme("stoel")

    assert check.sheet().question.id == CHAIR


def test_dials_tell_findings_but_never_weigh_complaints(desk):
    desk.check(CHAIR).answer("no")
    desk.check("health-neck-arm").answer("often")

    dials = {dial.code: dial for dial in desk.check(CHAIR).sheet().dials}

    assert dials["stoel"].findings == 1
    assert "1 point to mend" in dials["stoel"].description
    assert dials["klachten"].findings == 0


def test_a_number_is_kept_in_its_unit_and_refused_outside_its_range(desk):
    check = desk.check(NUMBER)
    check.answer(74.5, stays=True)
    assert desk.kept(NUMBER) == Answer(74.5)

    check.answer(1000.0, stays=True)

    assert desk.kept(NUMBER) == Answer(74.5)
    assert check.sheet().saved == ""
    assert check.sheet().problem
    assert check.sheet().question.number.value == 74.5


def test_not_knowing_a_number_is_an_answer(desk):
    check = desk.check(NUMBER)

    assert check.answer(UNKNOWN)
    assert check.sheet().question.chosen == (UNKNOWN,)
    assert check.sheet().advice is None


def test_a_number_known_from_before_is_offered_but_not_kept(desk):
    desk.services.checking.answer(desk.place, "intake-screen-hours", Answer(7.0))
    check = desk.check(PREFILLED)

    entry = check.sheet().question.number

    assert (entry.value, entry.proposed) == (None, 7.0)
    assert (entry.proposal.label, entry.proposal.detail) == (
        "7 hours",
        "as you said before",
    )
    assert desk.kept(PREFILLED) is None
    assert not check.answer(7.0)  # a risk, so it waits
    assert check.sheet().question.number.proposed is None


def test_an_answer_known_from_before_is_pointed_out(desk):
    desk.services.checking.answer(desk.place, "intake-agreement", Answer("written"))

    choices = desk.check("agree-written").sheet().question.choices

    assert [choice.code for choice in choices if choice.detail] == ["yes"]


def test_several_answers_are_kept_at_each_change_and_taken_back_when_none_is_left(desk):
    check = desk.check("intake-devices")

    assert not check.answer(("laptop", "tablet"))
    assert desk.kept("intake-devices") == Answer(("laptop", "tablet"))
    check.clear()

    assert desk.kept("intake-devices") is None


def test_a_note_travels_with_its_answer(desk):
    check = desk.check(CHAIR)
    check.note("The foot-rest is on its way")
    assert desk.kept(CHAIR) is None

    check.answer("yes")

    assert desk.kept(CHAIR) == Answer("yes", remark="The foot-rest is on its way")
    check.note("It came")
    assert desk.kept(CHAIR) == Answer("yes", remark="It came")
    check.note("")
    assert desk.kept(CHAIR) == Answer("yes")
    assert "health" in check.sheet().question.note.warning


def test_a_note_without_an_answer_is_kept_as_skipped(desk):
    check = desk.check(CHAIR)
    check.note("I have to measure this")

    check.next()

    assert desk.kept(CHAIR) == Answer(SKIPPED, remark="I have to measure this")


def test_a_note_that_is_too_long_keeps_the_worker_at_its_question(desk):
    check = desk.check(CHAIR)
    check.note("x" * 4001)

    check.next()

    assert check.sheet().question.id == CHAIR
    assert check.sheet().problem == "This is too long. Make it shorter."


def test_a_measured_value_waits_for_its_answer_and_can_make_it_a_risk(desk):
    check = desk.check(READING)
    check.measure(80.0)
    assert desk.kept(READING) is None

    check.answer("yes")

    assert desk.kept(READING) == Answer("yes", reading=80.0)
    assert check.is_waiting
    check.measure(600.0)
    assert not check.is_waiting
    check.measure(None)
    assert desk.kept(READING) == Answer("yes")


def test_an_answer_keeps_the_note_and_the_measured_value_of_the_one_before(desk):
    check = desk.check(READING)
    check.answer("yes", stays=True)
    check.note("By the window")
    check.measure(650.0)

    check.answer("partly")

    assert desk.kept(READING) == Answer("partly", 650.0, "By the window")


def test_why_tells_each_source_with_its_own_layer_and_certainty(desk):
    why = desk.check(NUMBER).sheet().question.why

    assert (why.layer, why.layer_word) == ("law", "law")
    assert [source.layer for source in why.sources] == ["law", "law"]
    assert why.sources[0].name.endswith("article 5.1(a)")
    assert why.sources[0].says
    assert why.sources[0].certainty == "The text itself was read."
    assert len(why.numbers) == 2
    assert {line.layer for line in why.numbers} <= {"advice", "standard", "tip"}


def test_an_intake_question_claims_no_layer(desk):
    assert desk.check(INTAKE).sheet().question.why.layer == ""


@pytest.mark.parametrize(
    ("question", "words", "is_private"),
    [
        (CHAIR, "Can go to your employer, if you share it", False),
        ("contact-manager", "Never to your employer", False),
        ("health-neck-arm", "Only for you", True),
    ],
)
def test_who_can_see_an_answer_stands_beside_it(desk, question, words, is_private):
    card = desk.check(question).sheet().question

    assert card.visibility.startswith(words)
    assert card.is_private is is_private


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (CHAIR, "chair-right", "chair-wrong"),
        (DANGER, "room", ""),
        (INTAKE, "welcome", ""),
        ("intake-devices", "", ""),
    ],
)
def test_drawings_go_with_the_theme(desk, question, right, wrong):
    pictures = desk.check(question).sheet().question.pictures

    assert (pictures.right, pictures.wrong) == (right, wrong)


def test_glasses_change_the_advice_on_this_screen_only(desk):
    desk.check("intake-glasses").answer("multifocal")
    check = desk.check(HEIGHT)

    check.answer("above-eyes")

    assert check.sheet().advice.personal == "With your glasses the screen may be lower."
    desk.check("intake-glasses").answer("no")
    assert desk.check(HEIGHT).sheet().advice.personal == ""


def test_a_complaint_is_not_weighed_and_offers_neutral_requests(desk):
    check = desk.check("health-eyes-head")

    check.answer("often")

    advice = check.sheet().advice
    assert (advice.severity, advice.word) == (1, "Only for you")
    assert [bridge.request for bridge in advice.bridges] == [
        Request.WORKPLACE_ADVICE,
        Request.EYE_TEST,
    ]
    assert "only the request, no reason" in advice.bridges[0].text


def test_a_request_is_made_and_taken_back_without_a_reason(desk):
    check = desk.check("health-neck-arm")
    check.answer("often")

    check.ask(Request.WORKPLACE_ADVICE, is_asked=True)

    assert desk.services.sharing.choices().requests == (Request.WORKPLACE_ADVICE,)
    assert check.sheet().advice.bridges[0].asked
    check.ask(Request.WORKPLACE_ADVICE, is_asked=False)
    assert desk.services.sharing.choices().requests == ()


def test_a_question_that_does_not_apply_is_not_waited_for(desk):
    sheet = desk.check("screen-glasses-tilt").sheet()

    assert sheet.vault is None
    assert sheet.question.id == INTAKE


@pytest.mark.parametrize(
    ("question", "answer"),
    [("balance-switch-off", "mostly-not"), ("contact-alone", "often")],
)
def test_stress_gets_words_and_sends_nothing(desk, question, answer):
    check = desk.check(question)

    check.answer(answer)

    (bridge,) = check.sheet().advice.bridges
    assert bridge.request is None
    assert "confidential adviser" in bridge.text


def test_the_check_resumes_at_the_same_question_after_closing(folder):
    keys = MemoryKeyStore()
    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        desk = Desk(services)
        check = desk.check(CHAIR)
        check.answer("yes")
        check.next()

    with bootstrap.worker_services(folder, keys=keys, clock=FixedClock()) as services:
        resumed = CheckPresenter(
            services, RecordingShell(), desk.place, on_done=lambda: None
        )

        assert resumed.sheet().question.id == NEXT_CHAIR
        resumed.previous()
        assert resumed.sheet().question.chosen == ("yes",)


def test_past_the_last_question_the_open_ones_come_first(desk):
    check = desk.check(LAST)
    check.answer("no")

    check.next()

    assert check.sheet().question.id == INTAKE
    assert desk.done == 0


def fill(desk):
    """Answer everything that is asked with something fine."""
    for _ in range(3):
        for question in desk.services.checking.round(desk.place).questions:
            fine = [code for code in question.options if code not in question.risks]
            value = fine[0] if fine else question.number.minimum + 0.5
            value = (value,) if question.kind == "multiple" else value
            if question.id not in desk.services.checking.round(desk.place).answers:
                desk.services.checking.answer(desk.place, question.id, Answer(value))


def test_past_the_end_the_check_is_finished(desk):
    check = desk.check(LAST)  # opens the private answers
    fill(desk)
    check.refresh()
    assert check.sheet().next_word == "See the result"

    check.next()

    latest = desk.services.checking.latest(desk.place)
    assert desk.done == 1
    assert latest.finished == FixedClock().today()
    assert latest.position is None


def test_a_full_disk_saves_nothing_and_says_so(desk):
    check = desk.check(CHAIR)
    check.answer("yes", stays=True)

    with full_disk():
        goes_on = check.answer("no")

    sheet = check.sheet()
    assert not goes_on
    assert sheet.saved == ""
    assert "The disk is full" in sheet.problem or "cannot be written" in sheet.problem
    assert sheet.question.chosen == ("yes",)
    assert desk.kept(CHAIR) == Answer("yes")
    assert check.answer("partly") is False
    assert check.sheet().saved == "Saved ✓"
    assert check.sheet().problem == ""


def test_a_full_disk_takes_no_answer_or_request_back(desk):
    check = desk.check("intake-devices")
    check.answer(("laptop",))

    with full_disk():
        check.clear()
        check.ask(Request.EYE_TEST, is_asked=True)

    assert check.sheet().problem
    assert desk.kept("intake-devices") == Answer(("laptop",))
    assert desk.services.sharing.choices().requests == ()


def test_a_full_disk_does_not_lock_the_worker_in(desk):
    check = desk.check(CHAIR)

    with full_disk():
        check.next()

    assert check.sheet().question.id == NEXT_CHAIR
    assert check.sheet().problem


def test_a_full_disk_finishes_nothing(desk):
    check = desk.check(LAST)
    fill(desk)
    check.refresh()

    with full_disk():
        check.next()

    assert desk.done == 0
    assert check.sheet().problem


def test_a_question_that_is_no_longer_asked_is_left(desk):
    desk.services.checking.answer(desk.place, "intake-paper-work", Answer("yes"))
    check = desk.check("desk-documents")

    desk.services.checking.answer(desk.place, "intake-paper-work", Answer("no"))
    check.refresh()

    assert check.sheet().question.id == INTAKE
