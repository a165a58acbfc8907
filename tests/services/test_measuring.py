"""Measures as a worker sees and moves them."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest

from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Actor, Answer
from thuiswerkplek.domain.errors import LockedError, NotAllowedError, ValueRefusedError
from thuiswerkplek.domain.measures import State, due, measure_id, proposed
from thuiswerkplek.domain.private import Vault
from thuiswerkplek.storage.worker_file import open_worker_file

CHAIR, LEGROOM, STRIP, PRIVATE = (
    *("chair-adjustable", "desk-legroom", "elec-power-strip", "posture-change"),
)


@pytest.fixture
def place(services):
    services.private.open_by_itself()
    found = services.places.add("Zolder").id
    services.checking.answer(found, "intake-home-days", Answer(3.0))
    services.checking.answer(found, "intake-home-hours", Answer(8.0))
    return found


def risky(services, place, *names):
    for name in names:
        question = services.catalogue.question(name)
        value = 120.0 if question.number else sorted(question.risks)[0]
        services.checking.answer(place, name, Answer(value))


def line(services, name):
    return next(item for item in services.measuring.lines() if item.question.id == name)


def names(services):
    return [item.question.id for item in services.measuring.lines()]


def test_every_finding_is_a_proposal_that_is_not_kept_yet(services, place, clock):
    assert services.measuring.lines() == ()
    risky(services, place, LEGROOM, PRIVATE)

    found = line(services, LEGROOM)

    assert found.measure.state is State.PROPOSED
    assert found.measure.id == measure_id(place, LEGROOM)
    assert found.due == due(services.catalogue, found.severity, clock.today())
    assert found.is_found_now
    assert found.is_answered_now
    assert not services.own_data.everything().general.places[0].measures


def test_danger_first_then_weight_and_what_is_done_last(services, place):
    risky(services, place, LEGROOM, CHAIR, STRIP, "desk-surface")
    assert names(services)[0] == STRIP
    weights = [line(services, name).severity for name in names(services)[1:]]
    assert weights == sorted(weights, reverse=True)

    services.measuring.advance(line(services, STRIP), State.DECLINED)

    assert names(services)[-1] == STRIP
    assert line(services, STRIP).due is None


def test_the_order_of_what_is_no_longer_found_is_always_the_same(services, place):
    wanted = [LEGROOM, "desk-surface", "desk-size", CHAIR]
    risky(services, place, *wanted)
    for name in wanted:
        services.measuring.advance(line(services, name), State.SET_UP)
    for name in wanted:
        services.checking.clear(place, name)

    assert names(services) == sorted(wanted)
    assert not any(item.is_found_now for item in services.measuring.lines())


def test_steps_are_dated_and_say_who_took_them(services, place, clock):
    employer = next(
        q.id
        for q in services.catalogue.items
        if q.acts is Actor.EMPLOYER and q.visibility == "employer" and not q.conditions
    )
    risky(services, place, employer)
    taken = []
    for state in (
        State.REQUESTED,
        State.DECIDED,
        State.DELIVERED,
        State.SET_UP,
        State.EFFECTIVE,
    ):
        clock.day += timedelta(days=3)
        moved = services.measuring.advance(
            line(services, employer), state, note=" goed\x00 "
        )
        taken.append((moved.steps[-1].who, moved.steps[-1].day == clock.day))

    assert taken == [
        (Actor.WORKER, True),
        (Actor.EMPLOYER, True),
        (Actor.EMPLOYER, True),
        (Actor.WORKER, True),
        (Actor.WORKER, True),
    ]
    assert line(services, employer).measure.steps[-1].note == "goed"


def test_what_is_not_allowed_changes_nothing(services, place, clock):
    risky(services, place, LEGROOM)
    with pytest.raises(NotAllowedError):
        services.measuring.advance(line(services, LEGROOM), State.DELIVERED)
    with pytest.raises(ValueRefusedError):
        services.measuring.advance(
            line(services, LEGROOM), State.SET_UP, note="x" * 4001
        )
    assert line(services, LEGROOM).measure.state is State.PROPOSED

    services.measuring.advance(line(services, LEGROOM), State.SET_UP)
    clock.day -= timedelta(days=1)
    with pytest.raises(NotAllowedError):
        services.measuring.advance(line(services, LEGROOM), State.EFFECTIVE)
    assert line(services, LEGROOM).measure.state is State.SET_UP


def test_taking_back_goes_step_by_step_to_the_proposal(services, place):
    risky(services, place, LEGROOM)
    services.measuring.advance(line(services, LEGROOM), State.SET_UP)
    services.measuring.advance(line(services, LEGROOM), State.EFFECTIVE)

    states = []
    for _ in range(3):
        services.measuring.take_back(line(services, LEGROOM))
        states.append(line(services, LEGROOM).measure.state)

    assert states == [State.SET_UP, State.PROPOSED, State.PROPOSED]
    assert not services.own_data.everything().general.places[0].measures


def test_private_measures_stay_in_the_private_store(services, place):
    risky(services, place, PRIVATE)
    services.measuring.advance(line(services, PRIVATE), State.SET_UP, note="KANARIE")

    everything = services.own_data.everything()
    assert not everything.general.places[0].measures
    assert "KANARIE" in repr(everything.private.measures)

    stale = line(services, PRIVATE)
    services.private.close()
    assert services.private.state is Vault.KEY_MISSING
    assert services.measuring.lines() == ()
    with pytest.raises(LockedError):
        services.measuring.advance(stale, State.EFFECTIVE)


def test_what_was_mended_keeps_its_measure_without_a_finding(services, place):
    risky(services, place, LEGROOM)
    services.measuring.advance(line(services, LEGROOM), State.SET_UP)
    services.checking.answer(place, LEGROOM, Answer("yes"))

    found = line(services, LEGROOM)

    assert not found.is_found_now
    assert found.is_answered_now
    assert found.severity == found.question.severity


def test_places_have_measures_of_their_own(services, place):
    other = services.places.add("Keuken").id
    services.places.add("Nooit bekeken")
    risky(services, place, LEGROOM)
    risky(services, other, LEGROOM)

    services.measuring.advance(services.measuring.lines()[0], State.DECLINED)

    lines = services.measuring.lines()
    assert [item.workplace.id for item in lines] == [other, place]
    assert [item.measure.is_open for item in lines] == [True, False]


def test_a_measure_about_a_question_that_was_dropped_is_kept_out_of_sight(
    folder, keys, clock
):
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        place = services.places.add("Zolder").id
        services.checking.answer(place, CHAIR, Answer("no"))
        with closing(open_worker_file(folder.worker_file)) as store:
            gone = measure_id(place, "dropped-question")
            store.put_measure(proposed(gone, place, "dropped-question", clock.today()))

        assert names(services) == [CHAIR]
        assert len(services.own_data.everything().general.places[0].measures) == 1
