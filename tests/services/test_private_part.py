"""The private answers as the use cases see them: asked for, left out, lost, found."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import LockedError, ValueRefusedError
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.services.private_part import PASSPHRASE_LENGTH

PRIVATE = "posture-change"


@pytest.fixture
def again(folder, clock):
    """Open the folder anew, with these keys, as after a restart."""
    opened = []

    def _again(keys):
        services = bootstrap.worker_services(folder, keys=keys, clock=clock)
        opened.append(services)
        return services.__enter__()

    yield _again
    for services in opened:
        services.__exit__(None, None, None)


def test_where_a_key_store_works_nothing_is_asked(services, keys):
    assert services.private.state is Vault.EMPTY
    assert services.private.has_key_store()

    assert services.private.open_by_itself()
    assert services.private.open_by_itself()

    assert services.private.is_open
    assert len(keys.keys) == 1


def test_without_a_key_store_the_worker_chooses(again):
    services = again(MemoryKeyStore(works=False))

    assert not services.private.open_by_itself()
    assert services.private.state is Vault.EMPTY
    with pytest.raises(LockedError):
        services.private.make(Keeping.KEY_STORE)
    with pytest.raises(LockedError):
        _ = services.private.store
    services.private.make(Keeping.NOT_KEPT)
    assert services.private.is_open


class Stubborn(MemoryKeyStore):
    """There, but it keeps nothing."""

    def write(self, name, key):
        return False


def test_a_key_store_that_refuses_leaves_the_choice(again):
    services = again(Stubborn())

    assert not services.private.open_by_itself()
    assert services.private.state is Vault.EMPTY


def test_a_short_passphrase_is_refused_before_anything_is_made(services, folder):
    with pytest.raises(ValueRefusedError) as caught:
        services.private.make(Keeping.PASSPHRASE, "x" * (PASSPHRASE_LENGTH - 1))

    assert caught.value.reason == "too-short"
    assert not folder.private_store.exists()
    assert not folder.private_key_note.exists()


def test_a_lost_key_gives_a_choice_and_the_key_brings_it_back(services, keys, again):
    services.private.open_by_itself()
    place = services.places.add("Zolder").id
    services.checking.answer(place, PRIVATE, Answer(90.0))
    services.private.close()

    lost = again(MemoryKeyStore())
    assert not lost.private.open_by_itself()
    assert lost.private.state is Vault.KEY_MISSING
    assert lost.private.answers(lost.checking.latest(place).id) == {}
    assert lost.private.measures() == ()

    found = again(keys)
    assert found.private.open_by_itself()
    assert found.checking.round(place).answers == {PRIVATE: Answer(90.0)}


def test_to_start_anew_puts_the_old_store_aside(services, keys, again, folder):
    services.private.open_by_itself()
    services.private.close()
    lost = again(MemoryKeyStore())

    lost.private.start_anew()

    assert lost.private.state is Vault.EMPTY
    assert lost.private.open_by_itself()
    assert (folder.root / "private-kept-1.db").exists()


def test_left_out_for_now_until_it_is_opened(services):
    every = (*services.catalogue.intake, *services.catalogue.items)
    assert services.private.askable(every) == every

    services.private.leave_out()
    assert len(services.private.askable(every)) == len(every) - 14

    services.private.open_by_itself()
    assert services.private.askable(every) == every


def test_there_is_nothing_to_unlock_before_it_is_made(services):
    with pytest.raises(LockedError):
        services.private.unlock("vier lange gewone woorden")
