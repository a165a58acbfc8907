"""The private questions before their vault is open, over real services."""

from __future__ import annotations

import pytest

from tests.fakes import FixedClock, MemoryKeyStore, RecordingShell
from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.private import Vault
from thuiswerkplek.storage.private_store import PrivateStore
from thuiswerkplek.ui.worker.check_presenter import CheckPresenter
from thuiswerkplek.ui.worker.vault_presenter import VaultPresenter

PRIVATE, LATER = "posture-change", "eyes-look-away"
PASSPHRASE = "een lange zin om te onthouden"


@pytest.fixture(autouse=True)
def english():
    with i18n.using(i18n.Language.EN):
        yield


def opened(folder, keys):
    return bootstrap.worker_services(folder, keys=keys, clock=FixedClock())


def check_at(services, question, done=lambda: None):
    places = services.places.all()
    place = places[0] if places else services.places.add("Upstairs")
    return CheckPresenter(
        services, RecordingShell(), place.id, on_done=done, at=question
    )


def test_with_a_key_store_the_question_comes_at_once(folder, keys):
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)

        assert check.sheet().vault is None
        assert check.sheet().question.id == PRIVATE
        assert services.private.state is Vault.OPEN


def test_a_vault_is_not_made_before_a_private_question(folder, keys):
    with opened(folder, keys) as services:
        check_at(services, "chair-adjustable")

        assert services.private.state is Vault.EMPTY


def test_without_a_key_store_the_worker_chooses_first(folder):
    with opened(folder, MemoryKeyStore(works=False)) as services:
        sheet = check_at(services, PRIVATE).sheet()

        assert sheet.question is None
        assert sheet.advice is None
        assert sheet.vault.title == "The next questions are only for you"
        assert "Nobody can recover a lost passphrase" in sheet.vault.warning
        assert sheet.vault.not_kept
        assert sheet.vault.skip
        assert not sheet.vault.anew


def test_a_passphrase_protects_and_later_unlocks(folder):
    with opened(folder, MemoryKeyStore(works=False)) as services:
        check = check_at(services, PRIVATE)

        assert check.vault.confirm(PASSPHRASE, PASSPHRASE)
        check.vault_opened()

        assert check.sheet().question.id == PRIVATE
        check.answer(45.0)

    with opened(folder, MemoryKeyStore(works=False)) as services:
        check = check_at(services, PRIVATE)
        assert check.sheet().vault.title == "Unlock your private answers"
        assert check.sheet().vault.repeat == ""
        assert not check.vault.confirm("iets heel anders", "")
        assert "not the passphrase" in check.sheet().vault.problem

        assert check.vault.confirm(PASSPHRASE, "")
        check.vault_opened()

        assert check.sheet().question.number.value == 45.0


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ("kort", "kort", "Use at least ten characters"),
        (PASSPHRASE, "een lange zin om te vergeten", "The two passphrases differ"),
    ],
)
def test_a_passphrase_that_will_not_do_is_refused(folder, first, second, problem):
    with opened(folder, MemoryKeyStore(works=False)) as services:
        vault = VaultPresenter(services.private)

        assert not vault.confirm(first, second)

        assert vault.card().problem.startswith(problem)
        assert services.private.state is Vault.EMPTY


def test_answers_that_are_not_kept_vanish(folder):
    with opened(folder, MemoryKeyStore(works=False)) as services:
        check = check_at(services, PRIVATE)

        assert check.vault.do_not_keep()
        check.vault_opened()

        check.answer(90.0)
        assert check.sheet().advice is not None

    with opened(folder, MemoryKeyStore(works=False)) as services:
        assert services.private.state is Vault.EMPTY


def test_skipping_goes_to_the_next_question_everybody_may_be_asked(folder):
    with opened(folder, MemoryKeyStore(works=False)) as services:
        check = check_at(services, PRIVATE)

        check.leave_private_out()

        assert check.sheet().question.id == "break-lunch"
        assert "klachten" not in {dial.code for dial in check.sheet().dials}


def test_skipping_the_last_questions_goes_back_to_what_is_open(folder):
    with opened(folder, MemoryKeyStore(works=False)) as services:
        check = check_at(services, "health-neck-arm")

        check.leave_private_out()

        assert check.sheet().question.id == "intake-home-days"


def test_questions_that_were_left_out_can_be_asked_after_all(folder):
    done = []
    with opened(folder, MemoryKeyStore(works=False)) as services:
        check_at(services, PRIVATE).leave_private_out()

        check = check_at(services, PRIVATE, lambda: done.append(1))
        assert check.sheet().vault is not None
        check.leave_private_out()
        assert done == [1]

        check = check_at(services, PRIVATE)
        assert check.vault.do_not_keep()
        check.vault_opened()
        assert check.sheet().question.id == PRIVATE


def test_what_was_left_out_but_does_not_apply_gives_the_first_that_does(folder):
    with opened(folder, MemoryKeyStore(works=False)) as services:
        check_at(services, PRIVATE).leave_private_out()
        check = check_at(services, "screen-glasses-tilt")

        assert check.vault.do_not_keep()
        check.vault_opened()

        assert check.sheet().question.id == "intake-body-height"


def locked(folder, keys):
    """Keep a private answer, then lose its key."""
    with opened(folder, keys) as services:
        check_at(services, PRIVATE).answer(45.0)
    kept = dict(keys.keys)
    keys.keys.clear()
    return kept


def test_a_lost_key_says_how_to_bring_it_back(folder, keys):
    kept = locked(folder, keys)
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)
        card = check.sheet().vault
        assert card.title == "Your private answers are locked"
        assert len(card.steps) == 3
        assert not check.vault.try_again()
        assert check.sheet().vault.problem == "The key is still not there."

        keys.keys.update(kept)
        assert check.vault.try_again()
        check.vault_opened()

        assert check.sheet().question.number.value == 45.0


def test_starting_anew_keeps_the_locked_answers_aside(folder, keys):
    locked(folder, keys)
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)

        assert check.vault.start_anew()
        check.vault_opened()

        assert check.sheet().question.number.value is None
        assert (folder.root / "private-kept-1.db").exists()


def test_private_answers_stay_when_their_questions_are_skipped(folder, keys):
    kept = locked(folder, keys)
    with opened(folder, keys) as services:
        check_at(services, PRIVATE).leave_private_out()
    keys.keys.update(kept)

    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)

        assert check.sheet().question.number.value == 45.0
        assert services.private.store.answers(
            services.checking.latest(check.place).id
        ) == {PRIVATE: Answer(45.0)}


# A file that cannot be used, whatever its key


def spoil(folder):
    content = bytearray(folder.private_store.read_bytes())
    content[100] ^= 1
    folder.private_store.write_bytes(content)


def make_newer(folder, keys):
    store = PrivateStore(folder, keys)
    store.open_by_itself()
    store._file.connection.execute("PRAGMA user_version=99")
    store.close()


def answered(folder, keys):
    """Keep a private answer, and a copy of it of today."""
    with opened(folder, keys) as services:
        check_at(services, PRIVATE).answer(45.0)
    PrivateStore(folder, keys).keep_copy(FixedClock().today())


def test_a_newer_file_is_said_where_the_private_questions_come(folder, keys):
    answered(folder, keys)
    make_newer(folder, keys)
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)
        card = check.sheet().vault

        assert card.title == "Your private answers cannot be opened now"
        assert "newer version" in card.text
        assert str(folder.private_store) in card.text
        assert (card.retry, card.anew, card.put_back) == ("Try again", "", "")
        assert card.problem == check.sheet().problem == ""

        assert not check.vault.try_again()
        assert check.sheet().vault.problem == "That did not help yet."

        check.leave_private_out()
        assert check.sheet().question.id == "break-lunch"


def test_a_damaged_file_offers_the_copy_that_its_key_opens(folder, keys):
    answered(folder, keys)
    spoil(folder)
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)
        card = check.sheet().vault
        assert "is damaged" in card.text
        assert card.put_back == "Put the copy back"
        assert "a sound copy of 23 November 2026" in card.warning
        assert card.anew == "Start anew"

        assert check.vault.put_copy_back()
        check.vault_opened()

        assert check.sheet().question.number.value == 45.0
        assert (folder.root / "private-damaged-1.db").exists()


def test_without_the_key_no_copy_is_offered(folder, keys):
    answered(folder, keys)
    spoil(folder)
    keys.keys.clear()
    with opened(folder, keys) as services:
        card = check_at(services, PRIVATE).sheet().vault

    assert card.title == "Your private answers are locked"
    assert card.put_back == ""


def test_a_copy_that_cannot_be_put_back_is_said_on_the_card(folder, keys):
    answered(folder, keys)
    spoil(folder)
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)
        check.sheet()
        (folder.root / "private.fresh").mkdir()

        assert not check.vault.put_copy_back()

        card = check.sheet().vault
        assert str(folder.root / "private.fresh") in card.problem
        assert card.put_back != ""


def test_a_damaged_file_behind_a_passphrase_offers_its_copy_too(folder):
    keys = MemoryKeyStore(works=False)
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)
        check.vault.confirm(PASSPHRASE, PASSPHRASE)
        check.vault_opened()
        check.answer(45.0)
    PrivateStore(folder, keys).keep_copy(FixedClock().today())
    spoil(folder)
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)
        assert check.sheet().vault.title == "Unlock your private answers"

        assert not check.vault.confirm(PASSPHRASE, "")

        assert check.sheet().vault.put_back == "Put the copy back"
        assert not check.vault.try_again()
        assert check.sheet().vault.title == "Unlock your private answers"
        assert check.sheet().vault.problem == ""


def test_starting_anew_after_damage_keeps_the_damaged_file(folder, keys):
    answered(folder, keys)
    spoil(folder)
    damaged = folder.private_store.read_bytes()
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)

        assert check.vault.start_anew()

        assert (folder.root / "private-kept-1.db").read_bytes() == damaged


def test_what_cannot_be_put_aside_is_said(folder, keys):
    answered(folder, keys)
    keys.keys.clear()
    (folder.root / "private-kept-1.json").mkdir()
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)

        assert not check.vault.start_anew()

        assert str(folder.private_store) in check.sheet().vault.problem


def test_where_nothing_can_be_kept_not_keeping_is_a_way_on(folder, keys):
    folder.private_key_note.mkdir()
    with opened(folder, keys) as services:
        check = check_at(services, PRIVATE)
        card = check.sheet().vault
        assert card.title == "Your private answers cannot be kept now"
        assert str(folder.private_key_note) in card.text

        assert check.vault.do_not_keep()
        check.vault_opened()

        assert check.sheet().question.id == PRIVATE
