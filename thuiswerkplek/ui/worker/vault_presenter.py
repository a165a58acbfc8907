"""Before the private questions: how their answers are kept, decided by the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker import vault_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.domain.errors import FileProblem
    from thuiswerkplek.services.private_part import PrivatePart
    from thuiswerkplek.ui.worker.vault_models import VaultCard


@dataclass(slots=True)
class VaultPresenter:
    """Offers what the vault's state allows and carries out what is chosen."""

    private: PrivatePart
    problem: str = ""

    def card(self) -> VaultCard:
        """Return the card for where the vault stands now."""
        if self.private.problem is not None:
            return self._unusable(self.private.problem)
        made = {
            Vault.NEEDS_PASSPHRASE: vault_texts.unlocking,
            Vault.KEY_MISSING: vault_texts.key_missing,
        }.get(self.private.state, vault_texts.protecting)
        return made()._replace(problem=self.problem)

    def _unusable(self, problem: FileProblem) -> VaultCard:
        if self.private.state is Vault.EMPTY:
            card = vault_texts.unmakeable(problem)
        else:
            card = vault_texts.unusable(problem, self.private.newest_copy())
        is_said = self.problem == sentences.sentence(problem)
        return card._replace(problem="" if is_said else self.problem)

    def confirm(self, passphrase: str, repeat: str) -> bool:
        """Unlock the vault or make it, with a passphrase; tell whether it is open."""
        if self.private.state is Vault.NEEDS_PASSPHRASE:
            return self._tried(lambda: self.private.unlock(passphrase))
        if passphrase != repeat:
            self.problem = _("The two passphrases differ. Type the same one twice.")
            return False
        return self._tried(lambda: self.private.make(Keeping.PASSPHRASE, passphrase))

    def do_not_keep(self) -> bool:
        """Keep private answers only until the program closes."""
        return self._tried(lambda: self.private.make(Keeping.NOT_KEPT))

    def leave_out(self) -> None:
        """Do not ask the private questions for now."""
        self.problem = ""
        self.private.leave_out()

    def try_again(self) -> bool:
        """Look once more whether it opens."""
        if self._tried(lambda: self.private.open_by_itself()):  # noqa: PLW0108
            return True
        if self.private.problem is not None:
            self.problem = _("That did not help yet.")
        elif self.private.state is Vault.KEY_MISSING:
            self.problem = self.problem or _("The key is still not there.")
        return False

    def put_copy_back(self) -> bool:
        """Use the newest copy that can be read instead of the damaged file."""
        return self._tried(self.private.put_copy_back)

    def start_anew(self) -> bool:
        """Put the closed vault aside and begin without one, opened where possible."""
        self._tried(self.private.start_anew)
        if self.problem:
            return False
        return self._tried(lambda: self.private.open_by_itself())  # noqa: PLW0108

    def _tried(self, act: Callable[[], object]) -> bool:
        self.problem = ""
        try:
            act()
        except ThuiswerkplekError as error:
            self.problem = sentences.sentence(error)
        return self.private.is_open
