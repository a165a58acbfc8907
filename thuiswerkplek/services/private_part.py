"""The private answers as the use cases see them: open, closed or left out for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import Visibility
from thuiswerkplek.domain.errors import LockedError, ValueRefusedError
from thuiswerkplek.domain.private import Keeping, Vault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.domain.catalogue import Answers, Question
    from thuiswerkplek.domain.measures import Measure
    from thuiswerkplek.services.ports import AnswerStore, PrivateVault

PASSPHRASE_LENGTH = 10


class PrivatePart:
    """Use cases around the vault of private answers."""

    def __init__(self, vault: PrivateVault) -> None:
        self._vault = vault
        self._is_left_out = False

    @property
    def state(self) -> Vault:
        """What stands between the worker and the private questions."""
        return self._vault.state

    @property
    def is_open(self) -> bool:
        """Whether private answers can be read and kept now."""
        return self._vault.state is Vault.OPEN

    @property
    def store(self) -> AnswerStore:
        """The open store.

        Raises:
            LockedError: the vault is not open.
        """
        return self._vault.tables

    def has_key_store(self) -> bool:
        """Return whether this computer can keep the key by itself."""
        return self._vault.has_key_store()

    def open_by_itself(self) -> bool:
        """Open the vault without asking; make it where a key store can keep its key."""
        if self._vault.state is Vault.KEY_MISSING:
            self._vault.open_by_itself()
        elif self._vault.state is Vault.EMPTY and self._vault.has_key_store():
            self._make_quietly()
        return self.is_open

    def _make_quietly(self) -> None:
        try:
            self._vault.make(Keeping.KEY_STORE)
        except LockedError:
            return  # the key store refused; the worker chooses another way

    def make(self, keeping: Keeping, passphrase: str = "") -> None:
        """Make the vault, kept as the worker chose.

        Raises:
            ValueRefusedError: the passphrase has fewer than ten characters.
            LockedError: the system's key store does not keep the key.
        """
        if keeping is Keeping.PASSPHRASE and len(passphrase) < PASSPHRASE_LENGTH:
            raise ValueRefusedError("passphrase", "too-short")
        self._vault.make(keeping, passphrase)

    def unlock(self, passphrase: str) -> None:
        """Open the vault with its passphrase.

        Raises:
            LockedError: it is not the passphrase of this vault.
        """
        self._vault.unlock(passphrase)

    def start_anew(self) -> None:
        """Put a vault whose key is lost aside, unopened, and begin without one."""
        self._vault.set_aside()

    def erase(self) -> None:
        """Destroy the private answers and their key."""
        self._vault.erase()

    def close(self) -> None:
        """Close the vault; what was not to be kept is gone."""
        self._vault.close()

    def leave_out(self) -> None:
        """Do not ask the private questions for now."""
        self._is_left_out = True

    def needs_opening(self, question: Question) -> bool:
        """Return whether the vault must be opened before this question is asked."""
        return question.visibility is Visibility.PRIVATE and not self.is_open

    def askable(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """Return the questions without those that are left out for now."""
        is_without = self._is_left_out and not self.is_open
        return tuple(
            question
            for question in questions
            if not (is_without and question.visibility is Visibility.PRIVATE)
        )

    def answers(self, owner: str) -> Answers:
        """Return private answers; none while the vault is closed."""
        return self.store.answers(owner) if self.is_open else {}

    def measures(self) -> tuple[Measure, ...]:
        """Return measures on private findings; none while the vault is closed."""
        return self.store.measures() if self.is_open else ()
