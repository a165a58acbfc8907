"""The check as a worker walks through it, on real files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.strategies import CATALOGUE, EVERY_QUESTION, answers_to, questions
from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import SKIPPED, Answer, Visibility
from thuiswerkplek.domain.check import is_answered, next_open, progress
from thuiswerkplek.domain.errors import LockedError, ValueRefusedError
from thuiswerkplek.domain.findings import Change, Outcome
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.storage.paths import DataFolder

CHAIR, LEGROOM, PRIVATE, STRIP = (
    *("chair-adjustable", "desk-legroom", "posture-change", "elec-power-strip"),
)


@pytest.fixture
def place(services):
    return services.places.add("Zolder").id


@pytest.fixture
def checking(services):
    return services.checking


def answer(services, place, **known):
    for name, value in known.items():
        given_answer = value if isinstance(value, Answer) else Answer(value)
        services.checking.answer(place, name.replace("_", "-"), given_answer)


def test_the_first_look_begins_a_check(services, place, checking, clock):
    assert checking.latest(place) is None
    assert checking.history(place) == ()

    found = checking.round(place)

    assert found.check == checking.latest(place)
    assert found.check.started == clock.today()
    assert found.check.catalogue_version == CATALOGUE.version
    assert found.workplace.id == place
    assert found.intake == CATALOGUE.intake
    assert found.progress.done == 0
    assert not found.findings


def test_an_answer_says_what_it_means(services, place, checking):
    answer(services, place, intake_home_days=2.0, intake_home_hours=8.0)

    risky = checking.answer(place, CHAIR, Answer("no"))
    fine = checking.answer(place, CHAIR, Answer("yes"))
    danger = checking.answer(
        place, STRIP, Answer(sorted(CATALOGUE.question(STRIP).risks)[0])
    )

    assert risky.outcome is Outcome.RISK
    assert risky.finding.weekly_hours == 16.0
    assert fine.outcome is Outcome.FINE
    assert fine.finding is None
    assert danger.finding.is_danger


def test_an_intake_answer_about_the_person_holds_at_every_place(services, place):
    other = services.places.add("Keuken").id
    services.private.open_by_itself()

    answer(services, other, intake_home_days=3.0, intake_devices=("laptop",))
    answer(services, other, intake_body_height=181.0)

    here, there = (services.checking.round(name).answers for name in (place, other))
    assert here["intake-home-days"] == there["intake-home-days"] == Answer(3.0)
    assert here["intake-body-height"] == there["intake-body-height"]
    assert "intake-devices" not in here
    services.checking.clear(place, "intake-body-height")
    assert "intake-body-height" not in services.checking.round(other).answers


def test_what_was_typed_is_cleaned_and_a_number_has_one_form(services, place, checking):
    kept = checking.answer(
        place, "screen-distance", Answer(70, None, "  goed\x00 zo \n")
    )

    assert kept.answer == Answer(70.0, None, "goed zo")
    stored = checking.latest(place).answers["screen-distance"]
    assert (stored, type(stored.value)) == (kept.answer, float)
    checking.answer(place, "intake-home-days", Answer(-0.0))
    zero = checking.round(place).answers["intake-home-days"].value
    assert str(zero) == "0.0"


@pytest.mark.parametrize(
    ("question", "given_answer"),
    [
        (CHAIR, Answer("perhaps")),
        ("screen-distance", Answer("74,5")),
        ("screen-distance", Answer(value=True)),
        ("screen-distance", Answer(float("nan"))),
        (CHAIR, Answer("no", 4.0)),
        (CHAIR, Answer("no", None, "x" * 4001)),
    ],
)
def test_a_refused_answer_leaves_the_earlier_one(
    services, place, checking, question, given_answer
):
    earlier = {CHAIR: "yes", "screen-distance": 60.0}[question]
    checking.answer(place, question, Answer(earlier))

    with pytest.raises(ValueRefusedError):
        checking.answer(place, question, given_answer)

    assert checking.latest(place).answers[question] == Answer(earlier)


def test_an_unknown_question_is_a_slip_of_ours(services, place, checking):
    with pytest.raises(KeyError):
        checking.answer(place, "nothing", Answer("yes"))


def test_skipping_passes_over_and_clearing_takes_back(services, place, checking):
    answer(services, place, chair_adjustable="no")

    skipped = checking.skip(place, CHAIR)
    assert (skipped.outcome, skipped.finding) == (Outcome.FINE, None)
    assert checking.latest(place).answers[CHAIR].value == SKIPPED

    checking.clear(place, CHAIR)
    assert CHAIR not in checking.latest(place).answers
    checking.clear(place, CHAIR)


# Private questions


def test_private_questions_wait_for_their_vault(services, place, checking):
    question = CATALOGUE.question(PRIVATE)
    assert services.private.needs_opening(question)
    assert question in checking.round(place).questions
    with pytest.raises(LockedError):
        checking.answer(place, PRIVATE, Answer(30.0))

    services.private.leave_out()
    left = checking.round(place)
    assert all(q.visibility is not Visibility.PRIVATE for q in left.questions)
    assert all(theme.theme.id != "klachten" for theme in left.themes)

    services.private.open_by_itself()
    assert not services.private.needs_opening(question)
    answer(services, place, posture_change=90.0)
    found = checking.round(place)
    assert found.answers[PRIVATE] == Answer(90.0)
    assert PRIVATE in {item.question for item in found.findings}


def test_private_answers_are_not_in_the_general_file(services, place, checking, folder):
    services.private.open_by_itself()
    answer(services, place, posture_change=90.0, intake_body_height=190.0)

    assert PRIVATE not in checking.latest(place).answers
    assert services.own_data.everything().private.answers
    services.private.close()
    assert PRIVATE not in checking.round(place).answers


# The round


def test_a_round_groups_by_theme_and_adds_up(services, place, checking):
    answer(services, place, chair_adjustable="no", desk_legroom="no", desk_surface="no")
    services.private.open_by_itself()

    found = checking.round(place)

    assert found.progress.total == len(found.questions)
    assert found.progress.done == 3
    assert sum(theme.progress.done for theme in found.themes) == 3
    desk = next(theme for theme in found.themes if theme.theme.id == "werkblad")
    assert [item.question for item in desk.findings] == [LEGROOM, "desk-surface"]
    assert desk.severity == 2
    assert found.theme_of(CATALOGUE.question(LEGROOM)) is desk
    assert found.theme_of(CATALOGUE.intake[0]) is None


@settings(max_examples=12)
@given(
    given_answers=st.lists(
        questions(EVERY_QUESTION).flatmap(
            lambda q: st.tuples(st.just(q.id), answers_to(q))
        ),
        max_size=14,
    )
)
def test_any_row_of_answers_is_kept_as_last_given(tmp_path_factory, given_answers):
    folder = DataFolder(tmp_path_factory.mktemp("row"))
    with bootstrap.worker_services(
        folder, keys=MemoryKeyStore(), clock=FixedClock()
    ) as services:
        services.private.make(Keeping.NOT_KEPT)
        place = services.places.add("Zolder").id
        last = {}
        for question_id, given_answer in given_answers:
            services.checking.answer(place, question_id, given_answer)
            last[question_id] = given_answer

        found = services.checking.round(place)

        assert found.answers == last
        asked = {question.id for question in found.questions}
        assert found.progress == progress(found.questions, found.answers)
        assert {item.question for item in found.findings} <= asked
        assert set(found.changes) <= asked
        following = next_open(found.questions, found.answers)
        assert (following is None) == found.progress.is_complete


def test_it_resumes_where_the_worker_stood_until_it_is_finished(
    services, place, checking, clock
):
    checking.stand_at(place, CHAIR)
    assert checking.latest(place) is None
    checking.finish(place)

    checking.start(place)
    checking.stand_at(place, CHAIR)
    checking.stand_at(place, CHAIR)
    assert checking.latest(place).position == CHAIR

    checking.finish(place)
    checking.finish(place)
    assert checking.latest(place).finished == clock.today()
    assert checking.latest(place).position is None


# Again, later


def test_a_new_check_begins_with_what_still_stands(services, place, checking, clock):
    services.private.open_by_itself()
    answer(
        services,
        place,
        chair_adjustable=Answer("no", None, "wiebelt"),
        desk_legroom="no",
    )
    answer(services, place, posture_change=90.0, intake_devices=("laptop",))
    checking.skip(place, "desk-surface")
    clock.day = clock.day.replace(year=2027)

    empty = checking.start(place)
    assert checking.round(place).answers.keys() == {"intake-devices"}
    assert checking.latest(place).started.year == 2027

    services.checking.answer(place, CHAIR, Answer("yes"))
    carried = checking.start(place, carry_over=True)
    assert carried.id != empty.id
    assert checking.latest(place).answers == {CHAIR: Answer("yes")}
    assert len(checking.history(place)) == 3


def test_carrying_over_takes_private_answers_too_and_skips_are_asked_again(
    services, place
):
    services.private.open_by_itself()
    answer(services, place, posture_change=90.0, chair_adjustable="no")
    services.checking.skip(place, LEGROOM)

    services.checking.start(place, carry_over=True)

    answers = services.checking.round(place).answers
    assert answers == {PRIVATE: Answer(90.0), CHAIR: Answer("no")}
    assert not is_answered(answers.get(LEGROOM))


def test_carrying_over_nothing_is_a_new_check(services, place, checking):
    checking.start(place, carry_over=True)

    assert len(checking.history(place)) == 1


def test_what_changed_is_shown_as_far_as_it_is_still_asked(services, place, checking):
    answer(services, place, intake_devices=("laptop",), laptop_raised="no")
    answer(services, place, intake_screen_hours=5.0, chair_adjustable="no")
    checking.start(place, carry_over=True)
    answer(services, place, chair_adjustable="yes", desk_legroom="no")
    assert checking.round(place).changes == {
        CHAIR: Change.IMPROVED,
        LEGROOM: Change.NEW,
        "laptop-raised": Change.STILL,
    }

    answer(services, place, intake_devices=("desktop",))

    assert checking.round(place).changes.keys() == {CHAIR, LEGROOM}


def test_the_first_check_has_no_changes(services, place, checking):
    answer(services, place, chair_adjustable="no")

    assert checking.round(place).changes == {}
