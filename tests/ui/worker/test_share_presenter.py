"""The page *Delen* without a window, over real services and real paper."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.log_days import at_home, in_a_row
from tests.ui.worker.share_desk import CHAIR, REMARK, Desk, filled
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import Request
from thuiswerkplek.domain.sharing import MONTHS
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker.share_models import PagesState

pytestmark = pytest.mark.usefixtures("with_private")
PRIVATE, HEIGHT = "health-back-legs", "intake-body-height"


@pytest.fixture
def desk(services):
    return filled(services)


def test_without_answers_there_is_nothing_to_share(services):
    desk = Desk(services)

    desk.presenter.refresh()
    desk.presenter.make_pages()
    desk.presenter.go_to_check()

    assert desk.screen.pages[-1].is_empty
    assert not desk.screen.contents
    assert desk.shell.pages == [PageName.WORKPLACE]


def test_private_answers_alone_are_nothing_to_share(services):
    desk = Desk(services)
    place = services.places.add("Upstairs")
    services.checking.answer(place.id, PRIVATE, Answer("often"))

    assert desk.presenter.page().is_empty


def test_every_answer_is_a_tick_in_words_under_its_theme(desk):
    place = desk.presenter.page().places[0]

    assert place.title == "Upstairs"
    assert [group.title for group in place.groups] == [
        "How and where you work",
        "Chair",
    ]
    assert [group.count for group in place.groups] == ["2 answers", "2 answers"]
    assert [tick.text for tick in place.groups[1].ticks] == [
        "Adjustable and stable chair: No",
        f"Your remark: “{REMARK}”",
        "Support of the back-rest: Yes",
    ]
    assert [tick.goes for tick in place.groups[1].ticks] == [True, False, True]


def test_striking_an_answer_takes_its_finding_and_measure_along(desk):
    assert all(CHAIR in part for part in desk.questions())

    desk.presenter.set_tick(desk.tick(f"answer/{CHAIR}"), goes=False)

    assert all(CHAIR not in part for part in desk.questions())
    page = desk.screen.pages[-1]
    assert page.places[0].groups[1].count == "1 of 2 answers"
    assert page.staying[0].why == "left out by your choice"
    assert page.staying[0].lines == ("Adjustable and stable chair",)
    assert not desk.tick(f"remark/{CHAIR}").is_enabled


def test_a_struck_answer_can_go_after_all(desk):
    before = desk.presenter.draft()
    desk.presenter.set_tick(desk.tick(f"answer/{CHAIR}"), goes=False)

    desk.presenter.set_tick(desk.tick(f"answer/{CHAIR}"), goes=True)

    assert desk.presenter.draft() == before


def test_a_remark_goes_only_after_its_own_tick(desk):
    assert REMARK not in repr(desk.presenter.draft())
    assert desk.screen.statuses == []

    desk.presenter.set_tick(desk.tick(f"remark/{CHAIR}"), goes=True)

    assert REMARK in repr(desk.presenter.draft())
    assert "unless you wrote it in a remark" in desk.screen.statuses[-1].knows
    assert "health" in desk.screen.pages[-1].remark_warning


def test_a_workplace_can_stay_without_its_name_or_altogether(desk):
    desk.presenter.set_tick(desk.tick("/name"), goes=False)
    assert desk.presenter.draft().report.places[0].name == ""

    desk.presenter.set_tick(desk.tick("/place"), goes=False)

    status = desk.screen.statuses[-1]
    assert not desk.presenter.draft().report.places
    assert not status.can_save
    assert status.why_not == "Let at least one answer about a workplace go along."
    assert not desk.tick(f"answer/{CHAIR}").is_enabled
    assert desk.tick("/place").is_enabled


def test_when_every_answer_is_struck_each_can_be_let_go_again(desk):
    for question in (CHAIR, "chair-back-support"):
        desk.presenter.set_tick(desk.tick(f"answer/{question}"), goes=False)

    assert not desk.presenter.draft().report.places
    assert not desk.screen.statuses[-1].can_save
    assert desk.tick(f"answer/{CHAIR}").is_enabled


def test_staff_number_and_department_can_be_left_out(desk):
    desk.presenter.set_tick(desk.tick("person/staff-number"), goes=False)
    desk.presenter.set_tick(desk.tick("person/department"), goes=False)

    assert desk.presenter.draft().report.person == Person("Noor van Dijk")


def test_what_stays_is_named_with_why_and_without_answers(desk):
    before = desk.presenter.page().staying

    desk.services.checking.answer(desk.place.id, PRIVATE, Answer("often"))

    assert desk.presenter.page().staying == before
    whys = {group.why for group in before}
    assert whys == {"only for you", "never to your employer"}
    titles = [group.title for group in before]
    assert "Complaints (only for you)" in titles


def test_what_was_struck_names_the_workplace_once_there_are_two(desk):
    second = desk.services.places.add("Kitchen")
    for question in (CHAIR, "chair-back-support"):
        desk.services.checking.answer(second.id, question, Answer("no"))

    desk.presenter.set_tick(desk.tick(f"{second.id}/answer/{CHAIR}"), goes=False)

    staying = desk.screen.pages[-1].staying[0]
    assert staying.lines == ("Adjustable and stable chair (Kitchen)",)


def test_requests_go_without_a_reason_and_say_what_is_read(desk):
    desk.presenter.ask(Request.EYE_TEST, is_asked=True)

    page = desk.screen.pages[-1]
    assert desk.presenter.draft().report.requests == (Request.EYE_TEST,)
    assert "“I would like an eye test for screen work”" in page.request_line
    assert [one.is_asked for one in page.requests] == [False, True, False]
    desk.presenter.ask(Request.EYE_TEST, is_asked=False)
    assert not desk.presenter.draft().report.requests


def test_a_name_is_asked_first_and_the_pages_show_all_the_same(desk):
    desk.presenter.name_person(name="", staff_number="", department="")

    desk.made()

    status = desk.screen.statuses[-1]
    assert desk.presenter.page().person.problem.startswith("Your name first")
    assert status.state is PagesState.READY
    assert not status.can_save
    assert status.why_not == "Fill in your name to save the report."


def test_leaving_a_field_unchanged_changes_nothing(desk):
    desk.presenter.name_person(
        name="Noor van Dijk", staff_number="4821", department="Policy"
    )

    assert desk.shell.changes == 0


def test_a_name_that_is_too_long_is_told_beside_its_field(desk):
    desk.presenter.name_person(name="x" * 201, staff_number="", department="")

    page = desk.screen.pages[-1]
    assert page.person.problem == "This is too long. Make it shorter."
    assert page.person.name == "Noor van Dijk"


def test_the_language_of_the_report_is_chosen_apart_from_the_window(desk):
    english = desk.made()

    desk.presenter.choose_language("nl")
    dutch = desk.made()

    assert desk.presenter.draft().language == "nl"
    assert english != dutch
    assert desk.presenter.page().places[0].groups[1].title == "Chair"


def test_private_answers_change_not_one_byte_of_the_pages(desk):
    before = desk.made()

    desk.services.checking.answer(desk.place.id, PRIVATE, Answer("often"))
    desk.services.checking.answer(desk.place.id, HEIGHT, Answer(181.0))
    line = next(
        line for line in desk.services.measuring.lines() if line.question.id == PRIVATE
    )
    desk.services.measuring.advance(line, State.DECLINED, note="my back")
    other = Desk(desk.services)

    assert other.made() == before
    assert other.presenter.page() == desk.presenter.page()
    assert other.presenter.status() == desk.presenter.status()


def test_the_sentence_counts_what_the_employer_sees(desk):
    assert desk.presenter.status().knows == (
        "Your employer sees 4 answers about the place and your agreements, 1 finding"
        " and what you ask for. Nothing about your body or health: that is not in the"
        " file."
    )


# Month totals of the day log


@pytest.fixture
def with_days(desk):
    """Return the desk of somebody with days in two months that have ended, and today's."""
    for month in (9, 10, 11):
        desk.services.day_log.put(*in_a_row(at_home, 4, date(2026, month, 2)))
    return desk


def staying_log(desk):
    return desk.presenter.page().staying[-1]


def test_month_totals_are_off_until_they_are_ticked(with_days):
    log = with_days.presenter.page().log

    assert log.title == "Your day log"
    assert log.tick.text == "Month totals of home and office days"
    assert not log.tick.goes
    assert log.tick.is_enabled
    assert log.line.startswith("Per month (September 2026 to October 2026) ")
    assert log.line in log.tick.spoken
    assert with_days.presenter.draft().report.months == ()


def test_ticked_they_are_in_the_report_and_in_its_sentence(with_days):
    with_days.presenter.set_tick(with_days.tick(MONTHS), goes=True)

    months = with_days.presenter.draft().report.months
    assert [(one.month, one.home_days) for one in months] == [(9, 4), (10, 4)]
    assert with_days.screen.pages[-1].log.tick.goes
    assert "the days of 2 months" in with_days.screen.statuses[-1].knows
    with_days.presenter.set_tick(with_days.tick(MONTHS), goes=False)
    assert with_days.presenter.draft().report.months == ()
    assert "month" not in with_days.screen.statuses[-1].knows


def test_what_of_the_log_stays_says_so_whatever_is_in_it(desk):
    bare = staying_log(desk)
    desk.services.day_log.put(*in_a_row(at_home, 4, date(2026, 10, 2)))

    assert staying_log(desk) == bare
    assert (bare.title, bare.why) == ("Your day log", "only for you")
    assert bare.lines == (
        "Each day: where you were, how long and how you travelled",
        "Month totals of home and office days",
    )
    desk.presenter.set_tick(desk.tick(MONTHS), goes=True)
    assert staying_log(desk).lines == bare.lines[:1]


def test_one_month_is_named_by_itself(desk):
    desk.services.day_log.put(*in_a_row(at_home, 4, date(2026, 10, 2)))

    assert "Per month (October 2026) " in desk.presenter.page().log.line


def test_without_a_month_that_ended_there_is_nothing_to_tick(desk):
    desk.services.day_log.put(*in_a_row(at_home, 4, date(2026, 11, 2)))

    assert desk.presenter.page().log is None


def test_a_choice_can_be_taken_back_when_there_is_no_month_any_more(with_days):
    with_days.presenter.set_tick(with_days.tick(MONTHS), goes=True)
    days = with_days.services.day_log.entries(date(2026, 9, 1), date(2026, 10, 31))
    with_days.services.day_log.clear(*(entry.date for entry in days))

    log = with_days.presenter.page().log
    assert log.tick.goes
    assert log.line.startswith("There is no month to share yet")
    with_days.presenter.set_tick(log.tick, goes=False)
    assert with_days.presenter.page().log is None


def test_days_of_this_month_change_not_one_byte_of_the_pages(with_days):
    with_days.presenter.set_tick(with_days.tick(MONTHS), goes=True)
    before = with_days.made()

    with_days.services.day_log.put(*in_a_row(at_home, 9, date(2026, 11, 6)))

    assert Desk(with_days.services).made() == before
