"""The words before the private questions, for each state of their vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.errors import DamagedFileError
from thuiswerkplek.i18n import _
from thuiswerkplek.sentences import sentence
from thuiswerkplek.ui.worker.vault_models import VaultCard

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.errors import FileProblem


def protecting() -> VaultCard:
    """Return the card for a computer that cannot keep a key by itself."""
    return VaultCard(
        title=_("The next questions are only for you"),
        text=_(
            "They are about your body and your habits. Your answers never go to your"
            " employer. We lock them away on this computer, and this computer has no"
            " place of its own for the key. So you choose how."
        ),
        steps=(),
        passphrase=_("Passphrase"),
        passphrase_help=_("At least ten characters; a short sentence is easy to keep."),
        repeat=_("The same passphrase again"),
        confirm=_("Protect my answers"),
        warning=_(
            "Nobody can recover a lost passphrase, and neither can we. Without it these"
            " answers stay locked for ever."
        ),
        other_title=_("Or choose another way"),
        put_back="",
        retry="",
        anew="",
        anew_help="",
        not_kept=_("Do not keep my answers"),
        not_kept_help=_("You see the advice now. The answers vanish when you close."),
        skip=_("Skip these questions"),
        skip_help=_("You can answer them later."),
        busy=_("One moment, the answers are being locked…"),
    )


def unlocking() -> VaultCard:
    """Return the card for a vault that waits for its passphrase."""
    return VaultCard(
        title=_("Unlock your private answers"),
        text=_(
            "The next questions are only for you. Your answers lie behind your own"
            " passphrase on this computer."
        ),
        steps=(),
        passphrase=_("Passphrase"),
        passphrase_help="",
        repeat="",
        confirm=_("Unlock"),
        warning="",
        other_title=_("Not now?"),
        put_back="",
        retry="",
        anew="",
        anew_help="",
        not_kept="",
        not_kept_help="",
        skip=_("Skip these questions for now"),
        skip_help=_("Your earlier answers stay locked and stay as they are."),
        busy=_("One moment, the answers are being unlocked…"),
    )


def key_missing() -> VaultCard:
    """Return the card for a vault whose key the system does not give."""
    return VaultCard(
        title=_("Your private answers are locked"),
        text=_(
            "The next questions are only for you. Your earlier answers are still here,"
            " but the key store of this computer does not give their key."
        ),
        steps=(
            _("Sign in with the account in which you gave those answers."),
            _("Open the key store of this computer if it is locked."),
            _("On a new computer, bring the key store along from the old one."),
        ),
        passphrase="",
        passphrase_help="",
        repeat="",
        confirm="",
        warning="",
        other_title=_("Or choose another way"),
        put_back="",
        retry=_("Try again"),
        anew=_("Start anew"),
        anew_help=_("The locked answers are kept aside, unopened."),
        not_kept="",
        not_kept_help="",
        skip=_("Skip these questions for now"),
        skip_help=_("Your earlier answers stay locked and stay as they are."),
        busy=_("One moment…"),
    )


def why(problem: FileProblem) -> str:
    """Return why the file of the private answers cannot be used."""
    if isinstance(problem, DamagedFileError):
        text = _("The file {path} is damaged. It was left as it is.")
        return text.format(path=problem.path)
    return sentence(problem)


def unusable(problem: FileProblem, copy: date | None) -> VaultCard:
    """Return the card for a vault whose file cannot be used now, whatever its key.

    `copy` is the day of a copy that can be read, if there is one.
    """
    is_damaged = isinstance(problem, DamagedFileError)
    sound = _(
        "There is a sound copy of {day}. When you put it back, the damaged file stays"
        " beside it; private answers given after that day are not in the copy."
    )
    return VaultCard(
        title=_("Your private answers cannot be opened now"),
        text=_("The next questions are only for you.") + " " + why(problem),
        steps=(),
        passphrase="",
        passphrase_help="",
        repeat="",
        confirm="",
        warning=sound.format(day=words.day(copy)) if copy else "",
        other_title=_("Or choose another way"),
        put_back=_("Put the copy back") if copy else "",
        retry=_("Try again"),
        anew=_("Start anew") if is_damaged else "",
        anew_help=_("The locked answers are kept aside, unopened."),
        not_kept="",
        not_kept_help="",
        skip=_("Skip these questions for now"),
        skip_help=_("Your earlier answers stay as they are."),
        busy=_("One moment…"),
    )


def unmakeable(problem: FileProblem) -> VaultCard:
    """Return the card for a vault that cannot be made, such as on a full disk."""
    return unusable(problem, None)._replace(
        title=_("Your private answers cannot be kept now"),
        not_kept=_("Do not keep my answers"),
        not_kept_help=_("You see the advice now. The answers vanish when you close."),
        skip_help=_("You can answer them later."),
    )
