"""Workplaces: their shares are always whole, and a removed one is really gone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.measures import State
from thuiswerkplek.storage.paths import DataFolder


def shares(services):
    return [place.share_percent for place in services.places.all()]


def test_the_first_place_has_all_hours_and_others_share_them(services):
    names = ["Zolder", "Keuken", "Tuin"]
    for name in names:
        services.places.add(f"  {name}\n")

    assert [place.name for place in services.places.all()] == names
    assert shares(services) == [34, 33, 33]


@settings(max_examples=15)
@given(
    steps=st.lists(
        st.just("add")
        | st.integers(0, 9).map(lambda n: ("remove", n))
        | st.just("divide"),
        max_size=12,
    ),
    data=st.data(),
)
def test_shares_are_whole_after_anything(tmp_path_factory, steps, data):
    folder = DataFolder(tmp_path_factory.mktemp("places"))
    with bootstrap.worker_services(
        folder, keys=MemoryKeyStore(), clock=FixedClock()
    ) as services:
        for step in steps:
            known = services.places.all()
            if step == "add":
                services.places.add("Plek")
            elif step == "divide" and known:
                parts = data.draw(_parts(len(known)))
                services.places.divide(
                    {place.id: part for place, part in zip(known, parts, strict=True)}
                )
                assert shares(services) == parts
            elif known and step != "divide":
                services.places.remove(known[step[1] % len(known)].id)
            assert sum(shares(services)) == (100 if services.places.all() else 0)
            assert all(share >= 0 for share in shares(services))


def _parts(count):
    cuts = st.lists(st.integers(0, 100), min_size=count - 1, max_size=count - 1)
    return cuts.map(
        lambda found: [
            b - a
            for a, b in zip([0, *sorted(found)], [*sorted(found), 100], strict=True)
        ]
    )


@pytest.mark.parametrize("name", ["", "  ", "\x00", "x" * 201])
def test_a_name_it_does_not_take(services, name):
    place = services.places.add("Zolder")

    for act in (services.places.add, lambda new: services.places.rename(place.id, new)):
        with pytest.raises(ValueRefusedError):
            act(name)

    assert [item.name for item in services.places.all()] == ["Zolder"]


def test_a_new_name_changes_one_place_alone(services):
    one, two = services.places.add("Zolder"), services.places.add("Keuken")

    services.places.rename(two.id, "Eetkamer \u202e😀")
    services.places.rename("nowhere", "Niets")

    assert [(item.id, item.name) for item in services.places.all()] == [
        (one.id, "Zolder"),
        (two.id, "Eetkamer \u202e😀"),
    ]


def test_shares_that_are_not_whole_change_nothing(services):
    one, two = services.places.add("Zolder").id, services.places.add("Keuken").id

    for wrong in (
        {},
        {one: 100},
        {one: 50, two: 49},
        {one: 101, two: -1},
        {one: 50, "nowhere": 50},
        {one: 50, two: 25, "nowhere": 25},
    ):
        with pytest.raises(ValueRefusedError):
            services.places.divide(wrong)

    assert shares(services) == [50, 50]
    services.places.divide({one: 0, two: 100})
    assert shares(services) == [0, 100]


def test_a_new_place_knows_what_the_intake_knows_of_the_person(services):
    services.private.open_by_itself()
    first = services.places.add("Zolder").id
    for name, value in {
        "intake-home-days": 3.0,
        "intake-devices": ("laptop",),
        "intake-body-height": 181.0,
    }.items():
        services.checking.answer(first, name, Answer(value))

    second = services.places.add("Keuken").id

    known = services.checking.round(second).answers
    assert known == {
        "intake-home-days": Answer(3.0),
        "intake-body-height": Answer(181.0),
    }


@pytest.mark.parametrize("is_open", [True, False])
def test_a_removed_place_takes_everything_of_it_along(services, is_open):
    if is_open:
        services.private.open_by_itself()
    gone, left = services.places.add("Zolder").id, services.places.add("Keuken").id
    for place in (gone, left):
        services.checking.answer(place, "desk-legroom", Answer("no"))
        services.checking.answer(place, "intake-devices", Answer(("laptop",)))
        if is_open:
            services.checking.answer(place, "posture-change", Answer(90.0))
            services.checking.answer(place, "intake-body-height", Answer(180.0))
    for line in services.measuring.lines():
        services.measuring.advance(line, State.SET_UP)

    services.places.remove(gone)

    everything = services.own_data.everything()
    assert [place.workplace.id for place in everything.general.places] == [left]
    assert gone not in repr(everything)
    assert len(services.measuring.lines()) == (2 if is_open else 1)
    if is_open:
        store = services.private.store
        assert set(store.owners()) == {left, services.checking.latest(left).id}
        assert {measure.workplace for measure in store.measures()} == {left}
    assert shares(services) == [100]
