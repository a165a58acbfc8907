"""The private answers as the use cases see them: asked for, left out, lost, found."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.errors import (
    DamagedFileError,
    LockedError,
    NewerFileError,
    UnwritableFileError,
    ValueRefusedError,
)
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.services.private_part import PASSPHRASE_LENGTH
from thuiswerkplek.storage.private_store import PrivateStore

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

    services.private.ask_again()
    assert services.private.askable(every) == every

    services.private.leave_out()
    services.private.open_by_itself()
    assert services.private.askable(every) == every


def test_how_open_answers_are_kept_is_known(services, again):
    assert services.private.keeping is None
    services.private.open_by_itself()
    assert services.private.keeping is Keeping.KEY_STORE
    services.private.erase()
    services.private.make(Keeping.NOT_KEPT)
    assert services.private.keeping is Keeping.NOT_KEPT
    services.private.close()
    assert services.private.keeping is None


# Workplaces that were removed while it was closed


def owners(services):
    return services.private.store.owners()


def answer_privately(services, name):
    place = services.places.add(name).id
    services.checking.answer(place, PRIVATE, Answer(90.0))
    services.checking.answer(place, "intake-body-height", Answer(180.0))
    for line in services.measuring.lines():
        if line.workplace.id == place and line.question.id == PRIVATE:
            services.measuring.advance(line, State.SET_UP)
    return place


def test_what_was_private_about_a_removed_place_goes_when_it_opens(
    services, keys, again
):
    services.private.open_by_itself()
    gone, stays = (answer_privately(services, name) for name in ("Zolder", "Keuken"))
    lost = services.checking.latest(gone).id
    assert {measure.workplace for measure in services.private.measures()} == {
        gone,
        stays,
    }
    services.private.close()
    services.places.remove(gone)

    found = again(keys)
    found.private.open_by_itself()

    assert set(owners(found)) == {stays, found.checking.latest(stays).id}
    assert lost not in owners(found)
    assert {measure.workplace for measure in found.private.measures()} == {stays}


def test_a_passphrase_is_waited_for(services, again):
    services.private.make(Keeping.PASSPHRASE, "vier lange gewone woorden")
    place = answer_privately(services, "Zolder")
    services.private.close()
    services.places.remove(place)

    found = again(MemoryKeyStore())
    assert not found.private.open_by_itself()
    found.private.unlock("vier lange gewone woorden")

    assert owners(found) == []
    assert found.private.measures() == ()


def test_a_general_file_that_was_lost_takes_no_private_answer_along(
    services, keys, again, folder
):
    """Only what the worker removed goes, not whatever has no workplace just now."""
    services.private.open_by_itself()
    place = answer_privately(services, "Zolder")
    services.private.close()
    kept = folder.worker_file.with_name("kept.db")
    again(keys)  # folds the journal in when it closes
    folder.worker_file.rename(kept)

    found = again(keys)
    found.private.open_by_itself()

    assert place in owners(found)


def test_an_older_copy_of_the_private_answers_brings_nothing_back(
    services, keys, folder, again, clock
):
    services.private.open_by_itself()
    gone, stays = (answer_privately(services, name) for name in ("Zolder", "Keuken"))
    PrivateStore(folder, keys).keep_copy(clock.today())
    services.places.remove(gone)
    services.private.close()
    spoil(folder.private_store)

    found = again(keys)
    assert not found.private.open_by_itself()
    found.private.put_copy_back()

    assert set(owners(found)) == {stays, found.checking.latest(stays).id}


def test_a_place_that_came_back_keeps_its_private_answers(services, keys, again):
    services.private.open_by_itself()
    place = answer_privately(services, "Zolder")
    (workplace,) = services.places.all()
    services.private.close()
    services.places.remove(place)
    services.places._store.put_workplaces((workplace,))

    found = again(keys)
    found.private.open_by_itself()

    assert place in owners(found)


# A file that cannot be used


def spoil(path):
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)


@pytest.fixture
def closed(services, keys, folder, clock):
    """A closed vault with an answer in it, and a copy of today."""
    services.private.open_by_itself()
    answer_privately(services, "Zolder")
    PrivateStore(folder, keys).keep_copy(clock.today())
    services.private.close()
    return services.private


def newer(folder, keys):
    store = PrivateStore(folder, keys)
    store.open_by_itself()
    store._file.connection.execute("PRAGMA user_version=99")
    store.close()


def in_the_way(folder, _keys):
    folder.private_store.unlink()
    folder.private_store.mkdir()


@pytest.mark.parametrize(
    ("spoiled", "error"),
    [
        (newer, NewerFileError),
        (in_the_way, UnwritableFileError),
        (lambda folder, _keys: spoil(folder.private_store), DamagedFileError),
    ],
)
def test_a_file_that_cannot_be_used_is_kept_as_a_problem(
    closed, folder, keys, again, spoiled, error
):
    spoiled(folder, keys)
    private = again(keys).private

    assert not private.open_by_itself()

    assert isinstance(private.problem, error)
    assert private.problem.path == str(folder.private_store)
    assert not private.is_open


def test_a_problem_that_is_over_is_forgotten(closed, folder, keys, again):
    content = folder.private_store.read_bytes()
    spoil(folder.private_store)
    private = again(keys).private
    private.open_by_itself()

    folder.private_store.write_bytes(content)
    assert private.open_by_itself()

    assert private.problem is None


def test_a_vault_that_cannot_be_made_is_a_problem_and_leaves_no_key(
    services, folder, keys
):
    folder.private_key_note.mkdir()

    assert not services.private.open_by_itself()

    assert isinstance(services.private.problem, UnwritableFileError)
    assert services.private.state is Vault.EMPTY
    assert keys.keys == {}


def test_a_damaged_file_offers_its_copy_to_who_has_the_key(
    closed, folder, keys, again, clock
):
    spoil(folder.private_store)
    private = again(keys).private
    private.open_by_itself()
    assert private.newest_copy() == clock.today()

    private.put_copy_back()

    assert private.is_open
    assert private.problem is None
    lost = again(MemoryKeyStore()).private
    assert not lost.open_by_itself()
    assert lost.newest_copy() is None


def test_there_is_nothing_to_unlock_before_it_is_made(services):
    with pytest.raises(LockedError):
        services.private.unlock("vier lange gewone woorden")
