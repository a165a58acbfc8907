"""The private answers as the use cases see them: open, closed or left out for now."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from thuiswerkplek.domain.catalogue import Visibility
from thuiswerkplek.domain.errors import FileProblem, LockedError, ValueRefusedError
from thuiswerkplek.domain.private import Keeping, Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from thuiswerkplek.domain.catalogue import Answers, Question
    from thuiswerkplek.domain.measures import Measure
    from thuiswerkplek.services.ports import AnswerStore, PrivateVault

PASSPHRASE_LENGTH = 10


class PrivatePart:
    """Use cases around the vault of private answers.

    `removed` tells which workplaces and checks the worker removed: the vault may have
    been closed then, so what was private about them goes when it opens.
    """

    def __init__(
        self, vault: PrivateVault, removed: Callable[[], Iterable[str]]
    ) -> None:
        self._vault = vault
        self._removed = removed
        self._is_left_out = False
        self.problem: FileProblem | None = None  # why it did not open by itself

    @property
    def state(self) -> Vault:
        """What stands between the worker and the private questions."""
        return self._vault.state

    @property
    def is_open(self) -> bool:
        """Whether private answers can be read and kept now."""
        return self._vault.state is Vault.OPEN

    @property
    def keeping(self) -> Keeping | None:
        """How private answers are kept that are open now; None while they are not."""
        return self._vault.keeping

    @property
    def is_left_out(self) -> bool:
        """Whether the worker asked not to be asked the private questions for now."""
        return self._is_left_out

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
        """Open the vault without asking; make it where a key store can keep its key.

        It is also tried where nobody asked for it: a file that cannot be used is
        kept in `problem`, to be said where the private questions come.
        """
        self.problem = None
        try:
            self._open_or_make()
        except FileProblem as problem:
            self.problem = problem
        return self.is_open

    def _open_or_make(self) -> None:
        if self._vault.state is Vault.KEY_MISSING:
            if self._vault.open_by_itself():
                self._forget_removed()
        elif self._vault.state is Vault.EMPTY and self._vault.has_key_store():
            with suppress(LockedError):  # it refused; the worker chooses another way
                self._vault.make(Keeping.KEY_STORE)

    def _forget_removed(self) -> None:
        """Take out what is left of workplaces that were removed in the meantime."""
        removed, store = set(self._removed()), self._vault.tables
        with suppress(FileProblem):  # the next time, then
            for owner in removed.intersection(store.owners()):
                store.remove_owner(owner)
            for measure in store.measures():
                if measure.workplace in removed:
                    store.remove_measure(measure.id)

    def make(self, keeping: Keeping, passphrase: str = "") -> None:
        """Make the vault, kept as the worker chose.

        Raises:
            ValueRefusedError: the passphrase has fewer than ten characters.
            LockedError: the system's key store does not keep the key.
            FileProblem: the file cannot be made.
        """
        if keeping is Keeping.PASSPHRASE and len(passphrase) < PASSPHRASE_LENGTH:
            raise ValueRefusedError("passphrase", "too-short")
        self._vault.make(keeping, passphrase)
        self.problem = None

    def unlock(self, passphrase: str) -> None:
        """Open the vault with its passphrase.

        Raises:
            LockedError: it is not the passphrase of this vault.
            FileProblem: it is, but the file cannot be used; also kept in `problem`.
        """
        self.problem = None
        try:
            self._vault.unlock(passphrase)
        except FileProblem as problem:
            self.problem = problem
            raise
        self._forget_removed()

    def newest_copy(self) -> date | None:
        """Return the day of a copy that can be read, where the file is damaged."""
        return self._vault.newest_copy()

    def put_copy_back(self) -> None:
        """Use that copy; the damaged file is kept beside it.

        Raises:
            UnwritableFileError: nothing changed.
        """
        self._vault.put_copy_back()
        self.problem = None
        if self.is_open:
            self._forget_removed()

    def start_anew(self) -> None:
        """Put a vault whose key is lost aside, unopened, and begin without one."""
        self._vault.set_aside()
        self.problem = None

    def erase(self) -> None:
        """Destroy the private answers, their key and every copy."""
        self._vault.erase()
        self.problem = None

    def close(self) -> None:
        """Close the vault; what was not to be kept is gone."""
        self._vault.close()

    def leave_out(self) -> None:
        """Do not ask the private questions for now."""
        self._is_left_out = True

    def ask_again(self) -> None:
        """Ask the private questions after all."""
        self._is_left_out = False

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
