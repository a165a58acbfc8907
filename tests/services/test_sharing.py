"""Sharing: the overview says what goes, the saved bytes are those that were shown."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from tests.domain.log_days import at_home, in_a_row, off
from tests.domain.strategies import employer_reports
from tests.fakes import TODAY
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import Actor, Answer, Visibility
from thuiswerkplek.domain.errors import (
    DamagedFileError,
    UnwritableFileError,
    ValueRefusedError,
)
from thuiswerkplek.domain.findings import Outcome, outcome
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.months import shared_months
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import Reader, Request, Sharing
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec
from thuiswerkplek.services.sharing import as_json, file_name, report_of

CHAIR, LEGROOM, LAPTOP = "chair-adjustable", "desk-legroom", "laptop-raised"
DEVICES = "intake-devices"
ADVISOR, ADVISORS = "load-autonomy", "mostly-not"


@pytest.fixture
def desk(services):
    return services.sharing


@pytest.fixture
def place(services):
    found = services.places.add("Zolder").id
    known = {
        DEVICES: ("laptop",),
        "intake-screen-hours": 6.0,
        CHAIR: "no",
        LEGROOM: "yes",
        LAPTOP: "no",
        ADVISOR: ADVISORS,
    }
    for name, value in known.items():
        services.checking.answer(found, name, Answer(value))
    services.checking.answer(found, CHAIR, Answer("no", None, "KANARIE"))
    return found


def going(desk, place):
    """What goes of a place by the overview: questions, and remarks apart."""
    (_, fields) = next(pair for pair in desk.overview().places if pair[0].id == place)
    return (
        {
            field.question.id
            for field in fields
            if field.what == "answer" and field.goes
        },
        {
            field.question.id
            for field in fields
            if field.what == "remark" and field.goes
        },
    )


def in_report(desk):
    """What goes of the first place by the report itself."""
    if not desk.draft("nl").report.places:
        return set(), set()
    shared = desk.draft("nl").report.places[0]
    answers = (*shared.intake, *shared.answers)
    return (
        {answer.question for answer in answers},
        {answer.question for answer in answers if answer.remark},
    )


def field(desk, key):
    return next(
        one
        for fields in (
            desk.overview().person,
            *(pair[1] for pair in desk.overview().places),
        )
        for one in fields
        if one.key == key
    )


def test_there_is_nothing_to_share_before_an_employer_answer(services, desk):
    assert not desk.has_something()
    assert desk.overview().places == ()
    place = services.places.add("Zolder").id
    services.checking.answer(place, ADVISOR, Answer(ADVISORS))
    services.checking.skip(place, CHAIR)
    assert not desk.has_something()

    services.checking.answer(place, CHAIR, Answer("yes"))
    assert desk.has_something()


def strikes(place):
    return [
        [],
        [sharing.answer_key(place, CHAIR)],
        [sharing.answer_key(place, DEVICES)],
        [sharing.answer_key(place, name) for name in (CHAIR, LEGROOM, LAPTOP)],
        [sharing.place_key(place)],
        [sharing.place_key(place), sharing.answer_key(place, CHAIR)],
        [sharing.place_name_key(place)],
        [sharing.answer_key("elsewhere", CHAIR)],
    ]


@pytest.mark.parametrize("number", range(8))
@pytest.mark.parametrize("is_released", [True, False])
def test_the_overview_and_the_report_agree(desk, place, number, is_released):
    for key in strikes(place)[number]:
        desk.strike(key, is_struck=True)
    desk.release(sharing.remark_key(place, CHAIR), is_released=is_released)

    assert going(desk, place) == in_report(desk)
    staying = {one.question.id for one in desk.overview().staying}
    assert not staying & in_report(desk)[0]


def test_what_hangs_on_a_struck_answer_stays_and_has_no_tick_of_its_own(desk, place):
    desk.strike(sharing.answer_key(place, DEVICES), is_struck=True)

    laptop = field(desk, sharing.answer_key(place, LAPTOP))
    devices = field(desk, sharing.answer_key(place, DEVICES))

    assert (laptop.goes, laptop.can_be_struck) == (False, False)
    assert (devices.goes, devices.can_be_struck) == (False, True)
    whys = [(one.question.id, one.why) for one in desk.overview().staying]
    assert {(LAPTOP, "struck"), (DEVICES, "struck")} <= set(whys)


def test_when_all_is_struck_each_can_go_again(desk, place):
    for name in (CHAIR, LEGROOM, LAPTOP):
        desk.strike(sharing.answer_key(place, name), is_struck=True)
    assert desk.has_something()
    assert desk.draft("nl").report.places == ()
    assert not field(desk, sharing.place_key(place)).goes

    desk.strike(sharing.answer_key(place, CHAIR), is_struck=False)

    assert in_report(desk)[0] == {DEVICES, "intake-screen-hours", CHAIR}


def test_what_stays_by_its_class_is_the_same_for_everybody(services, desk, place):
    before = desk.overview().staying
    services.private.open_by_itself()
    services.checking.answer(place, "health-neck-arm", Answer("often"))
    services.checking.answer(place, ADVISOR, Answer("mostly"))

    assert desk.overview().staying == before
    classes = {question.visibility for question in (one.question for one in before)}
    assert classes == {Visibility.ADVISOR, Visibility.PRIVATE}
    assert len(before) == 9 + 12 + 2


# Who it is from


def test_names_are_cleaned_and_too_long_ones_refused(desk):
    desk.name_person(Person("  Zoë \u202e\x00van\nDijk ", " 12 ", "HR\t2"))
    assert desk.person() == Person("Zoë \u202evan Dijk", "12", "HR 2")

    for kept in ("name", "staff_number", "department"):
        with pytest.raises(ValueRefusedError):
            desk.name_person(replace(Person("a", "b", "c"), **{kept: "x" * 201}))
    assert desk.person().staff_number == "12"


def test_only_a_name_always_goes(desk, place):
    desk.name_person(Person("Noor", "12", ""))
    fields = desk.overview().person

    assert [(one.what, one.can_be_struck) for one in fields] == [
        ("name", False),
        ("staff-number", True),
    ]
    desk.strike(sharing.STAFF_NUMBER, is_struck=True)
    assert desk.overview().person[1].goes is False
    assert desk.draft("nl").report.person == Person("Noor")


def test_requests_are_added_once_and_taken_out(desk):
    desk.ask(Request.EQUIPMENT, is_asked=True)
    desk.ask(Request.EYE_TEST, is_asked=True)
    desk.ask(Request.EYE_TEST, is_asked=True)
    assert desk.choices().requests == (Request.EYE_TEST, Request.EQUIPMENT)

    desk.ask(Request.EYE_TEST, is_asked=False)
    desk.ask(Request.EYE_TEST, is_asked=False)
    assert desk.choices() == Sharing(requests=(Request.EQUIPMENT,))


# The draft and the file


def test_a_draft_is_the_same_until_something_changes(services, desk, place):
    before = desk.draft("nl")
    assert before == desk.draft("nl")

    services.private.open_by_itself()
    services.checking.answer(place, "posture-change", Answer(90.0))
    services.checking.answer(place, ADVISOR, Answer("mostly"))
    services.checking.stand_at(place, CHAIR)
    services.checking.finish(place)
    assert desk.draft("nl") == before

    services.checking.answer(place, LEGROOM, Answer("no"))
    assert desk.draft("nl") != before


def test_saving_writes_the_very_bytes_and_counts_them(services, desk, place, tmp_path):
    draft, path = desk.draft("nl"), tmp_path / "report.pdf"
    assert (draft.report.version, draft.report.replaces) == (1, None)

    desk.save(draft, b"the pages that were shown", path)

    assert path.read_bytes() == b"the pages that were shown"
    later = desk.draft("nl").report
    assert (later.report_id, later.version, later.replaces) == (
        draft.report.report_id,
        2,
        1,
    )


def test_what_could_not_be_saved_is_not_counted(services, desk, place, tmp_path):
    draft = desk.draft("nl")
    for path in (tmp_path, tmp_path / "none" / "report.pdf"):
        with pytest.raises(UnwritableFileError):
            desk.save(draft, b"x", path)

    assert desk.draft("nl") == draft
    assert not services.own_data.everything().general.places[0].measures


def employers(services):
    """A question that the employer must act on, with a risky answer to it."""
    for question in services.catalogue.items:
        is_theirs = question.acts is Actor.EMPLOYER and not question.conditions
        if is_theirs and question.visibility is Visibility.EMPLOYER:
            for option in question.options:
                if outcome(question, Answer(option)) is Outcome.RISK:
                    return question.id, option
    raise LookupError


def states(services):
    (place,) = services.own_data.everything().general.places
    return {measure.question: measure.state for measure in place.measures}


def test_saving_asks_for_what_the_employer_must_do(services, desk, place, tmp_path):
    question, option = employers(services)
    services.checking.answer(place, question, Answer(option))

    desk.save(desk.draft("nl"), b"x", tmp_path / "a.pdf")
    assert states(services) == {question: State.REQUESTED}

    desk.save(desk.draft("nl"), b"x", tmp_path / "b.pdf")
    assert states(services) == {question: State.REQUESTED}
    shared = desk.draft("nl").report.places[0].measures
    assert {m.question: m.state for m in shared}[question] is State.REQUESTED


def test_a_measure_that_is_further_is_left_as_it_is(services, desk, place, tmp_path):
    question, option = employers(services)
    services.checking.answer(place, question, Answer(option))
    line = next(x for x in services.measuring.lines() if x.question.id == question)
    services.measuring.advance(line, State.SET_UP)

    desk.save(desk.draft("nl"), b"x", tmp_path / "a.pdf")

    assert states(services) == {question: State.SET_UP}


def test_a_proposal_that_was_reopened_is_asked_for(
    services, desk, place, tmp_path, clock
):
    question, option = employers(services)
    services.checking.answer(place, question, Answer(option))
    for state in (State.DECLINED, State.PROPOSED):
        line = next(x for x in services.measuring.lines() if x.question.id == question)
        services.measuring.advance(line, state)
    clock.day -= timedelta(days=5)  # a clock that was put right in between

    desk.save(desk.draft("nl"), b"x", tmp_path / "a.pdf")

    assert states(services) == {question: State.REQUESTED}


def test_an_old_draft_can_still_be_saved_when_places_came_or_went(
    services, desk, place, tmp_path
):
    """The pages on the screen are what the worker saves, whatever happened since."""
    question, option = employers(services)
    other = services.places.add("Keuken").id
    for name in (place, other):
        services.checking.answer(name, question, Answer(option))
    draft = desk.draft("nl")
    services.places.remove(place)
    third = services.places.add("Tuin").id
    services.checking.answer(third, question, Answer(option))

    desk.save(draft, b"x", tmp_path / "a.pdf")

    everything = services.own_data.everything().general
    asked = {item.workplace.id for item in everything.places if item.measures}
    assert asked == {other}
    assert everything.issued[Reader.EMPLOYER].version == 1


# Names of files (TM-63)


@given(employer_reports())
def test_a_file_name_is_letters_digits_and_hyphens(report):
    name = file_name(report)

    assert re.fullmatch(
        r"verslag-thuiswerkplek(-[a-z0-9]+)*-\d{4}-\d\d-\d\d\.pdf", name
    )
    assert len(name) <= 80


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Noor van Dijk", "verslag-thuiswerkplek-noor-van-dijk-2026-11-23.pdf"),
        ("Zoë Ĳsbrand", "verslag-thuiswerkplek-zoe-ijsbrand-2026-11-23.pdf"),
        ("../../etc/passwd", "verslag-thuiswerkplek-etc-passwd-2026-11-23.pdf"),
        ("CON", "verslag-thuiswerkplek-con-2026-11-23.pdf"),
        ("名前 😀", "verslag-thuiswerkplek-2026-11-23.pdf"),
        ("", "verslag-thuiswerkplek-2026-11-23.pdf"),
        ("a" * 39 + "-b", f"verslag-thuiswerkplek-{'a' * 39}-2026-11-23.pdf"),
    ],
)
def test_a_name_becomes_a_file_name(services, desk, place, person, name):
    desk.name_person(Person(person))

    assert desk.draft("nl").file_name == name


def test_a_saved_report_says_which_one_it_is(services, desk, place, tmp_path):
    """TM-24: id, version, what it replaces, day and version of the questions."""
    for number, replaced in ((1, None), (2, 1), (3, 2)):
        draft, path = desk.draft("nl"), tmp_path / f"{number}.pdf"
        pages = services.paper.make(
            draft.report, services.catalogue, language="nl", key=desk.key()
        )
        desk.save(draft, pages, path)

        found = services.paper.read(path).report
        assert re.fullmatch(r"[0-9a-f]{32}", found.report_id)
        assert found.report_id == draft.report.report_id
        assert (found.version, found.replaces) == (number, replaced)
        assert found.day == TODAY
        assert found.catalogue_version == services.catalogue.version
        assert desk.reads_back(draft, path, services.paper)
        assert not desk.reads_back(desk.draft("nl"), path, services.paper)


# Month totals of the day log


def days_of(month, count=3):
    return in_a_row(at_home, count, date(2026, month, 2))


def test_month_totals_go_once_they_are_released(services, desk, place):
    services.day_log.put(*days_of(9), *days_of(10), *days_of(11))
    log = desk.overview().log
    before = desk.draft("nl")

    assert (log.key, log.is_released) == (sharing.MONTHS, False)
    assert [one.month for one in log.months] == [9, 10]
    assert before.report.months == ()

    desk.release(log.key, is_released=True)
    assert desk.draft("nl").report.months == log.months
    assert desk.overview().log.is_released
    desk.release(log.key, is_released=False)
    assert desk.draft("nl") == before


def test_a_month_has_ended_when_it_has_here_and_in_utc(services, desk, clock):
    services.day_log.put(*days_of(9), *days_of(10), *in_a_row(off, 1, TODAY))
    months = []
    for utc, here in (
        (date(2026, 10, 31), date(2026, 11, 1)),
        (date(2026, 11, 1), date(2026, 10, 31)),
        (date(2026, 11, 1), date(2026, 11, 1)),
    ):
        clock.today, clock.today_here = lambda on=utc: on, lambda on=here: on
        months.append([one.month for one in desk.overview().log.months])

    assert months == [[9], [9], [9, 10]]


def test_the_whole_year_that_can_be_told_is_read(services, desk, clock):
    """Also at the turn of a month, when the date here is another than in UTC."""
    services.day_log.put(at_home(date(2025, 10, 1)), at_home(date(2025, 11, 1)))
    clock.today = lambda: date(2026, 11, 1)
    clock.today_here = lambda: date(2026, 10, 31)

    assert [one.first for one in desk.overview().log.months] == [
        date(2025, 10, 1),
        date(2025, 11, 1),
    ]


def test_a_damaged_day_ends_in_a_sentence_and_not_in_a_report(
    services, desk, place, folder
):
    services.day_log.put(*days_of(10))
    with closing(sqlite3.connect(folder.worker_file)) as raw, raw:
        raw.execute("UPDATE day SET parts = '[]'")

    with pytest.raises(DamagedFileError):
        desk.draft("nl")


def test_a_worker_file_tells_month_totals_when_they_are_released(
    services, desk, place, catalogue
):
    services.day_log.put(*days_of(10))
    for is_released in (True, False):
        desk.release(sharing.MONTHS, is_released=is_released)
        worker = services.own_data.everything()
        made = report_of(
            worker.general,
            catalogue,
            today=TODAY,
            program="p",
            months=shared_months(worker.log.days, TODAY),
        )
        assert made.months == desk.draft("nl").report.months
        assert bool(made.months) is is_released


# A worker file that is not this computer's own


def test_a_report_of_a_worker_file_is_the_next_version(
    services, desk, place, catalogue, tmp_path
):
    general = services.own_data.everything().general
    first = report_of(general, catalogue, today=TODAY, program="p")
    assert (first.version, first.places) == (1, desk.draft("nl").report.places)
    assert (
        first.report_id
        != report_of(general, catalogue, today=TODAY, program="p").report_id
    )

    desk.save(desk.draft("nl"), b"x", tmp_path / "a.pdf")
    general = services.own_data.everything().general
    assert report_of(general, catalogue, today=TODAY, program="p").version == 2


def test_a_report_as_json_is_what_travels(desk, place):
    report = desk.draft("nl").report

    text = as_json(report, program="thuiswerkplek 0.1.0")

    assert (
        codec.decode(text.encode(), EmployerReport, limit=codec.REPORT_LIMIT) == report
    )
