"""The system's key store: real ones only, and none of its failures is ours to crash on."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringError, PasswordDeleteError

from thuiswerkplek.storage.key_store import SERVICE, SystemKeyStore


class Drawer(KeyringBackend):
    """A key store of the system, in memory."""

    priority = 5

    def __init__(self):
        self.kept = {}
        self.is_stuck = False
        self.forgets = False

    def _check(self):
        if self.is_stuck:
            raise KeyringError("the desktop says no")

    def get_password(self, service, username):
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._check()
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service, username):
        self._check()
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


class PlainFile(Drawer):
    """One that asks not to be recommended, such as a plain file."""

    priority = 0.5


@pytest.fixture
def drawer():
    before = keyring.get_keyring()
    made = Drawer()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


KEY = bytes(range(32))


def test_a_key_is_kept_read_and_forgotten(drawer):
    store = SystemKeyStore()
    assert store.is_available()
    assert store.read("n") is None

    assert store.write("n", KEY)
    assert store.read("n") == KEY
    assert drawer.kept == {(SERVICE, "n"): KEY.hex()}

    store.remove("n")
    store.remove("n")
    assert drawer.kept == {}


def test_a_store_that_refuses_keeps_and_breaks_nothing(drawer):
    drawer.is_stuck = True
    store = SystemKeyStore()

    assert store.read("n") is None
    assert not store.write("n", KEY)
    store.remove("n")


def test_a_store_that_forgets_is_noticed_at_once(drawer):
    drawer.forgets = True

    assert not SystemKeyStore().write("n", KEY)


def test_what_is_no_key_is_no_key(drawer):
    drawer.kept[SERVICE, "n"] = "geen sleutel"
    assert SystemKeyStore().read("n") is None
    drawer.kept[SERVICE, "n"] = ""
    assert SystemKeyStore().read("n") is None


@pytest.mark.parametrize("backend", [fail.Keyring, PlainFile])
def test_no_store_or_a_plain_file_does_not_count(backend):
    """TM-71: never silently a key in a plain file."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend())
    try:
        store = SystemKeyStore()
        assert not store.is_available()
        if backend is fail.Keyring:
            assert store.read("n") is None
            assert not store.write("n", KEY)
            store.remove("n")
    finally:
        keyring.set_keyring(before)
