"""The first start: one question, in a language that switches at once; no Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import i18n
from thuiswerkplek.domain.preferences import Role
from thuiswerkplek.i18n import Language, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.services.ports import PreferencesStore

LANGUAGES = {Language.NL: "Nederlands", Language.EN: "English"}


class RoleTile(NamedTuple):
    """One of the people the program is for."""

    role: Role
    icon: str
    title: str
    description: str


class FirstStart(NamedTuple):
    """Everything the card says."""

    name: str
    title: str
    lines: tuple[str, ...]
    kept_here: str
    drawing_words: str
    language_word: str
    language: Language
    roles: tuple[RoleTile, ...]
    limits_title: str


class FirstStartPresenter:
    """Writes the role and the language once chosen, then hands over."""

    def __init__(
        self, preferences: PreferencesStore, chosen: Callable[[], None]
    ) -> None:
        self._preferences = preferences
        self._chosen = chosen

    def model(self) -> FirstStart:
        """Return the texts in the language of now."""
        return FirstStart(
            name="thuiswerkplek",
            title=_("A home workplace that fits you"),
            lines=(
                _("Chair, table, screen and light: one question at a time."),
                _("Advice comes at once. You choose what your employer may read."),
            ),
            kept_here=_("Your answers stay on this computer."),
            drawing_words=_("A desk by the window, with a plant and something warm."),
            language_word=_("Language"),
            language=i18n.current(),
            roles=(
                RoleTile(
                    Role.WORKER,
                    "home",
                    _("I work at home"),
                    _("Check your workplace; the first question is one click away."),
                ),
            ),
            limits_title=_("What this program cannot protect against"),
        )

    def switch_language(self, language: Language) -> FirstStart:
        """Return the same card in another language."""
        i18n.use(language)
        return self.model()

    def choose(self, role: Role) -> None:
        """Keep who it is for and in which language, and go on.

        Raises:
            UnwritableFileError: it could not be kept.
        """
        known = self._preferences.read()
        self._preferences.write(replace(known, role=role, language=i18n.current()))
        self._chosen()


def limits() -> tuple[str, ...]:
    """Return what no program can promise, in plain words (threat model, chapter 12)."""
    return (
        _(
            "Somebody who controls this computer while you use it can see what is on"
            " your screen. That can be harmful software, or an administrator. On a"
            " laptop of your employer it is safest not to keep private answers, or to"
            " use a computer of your own."
        ),
        _("Somebody who uses your unlocked account and knows your passphrase."),
        _(
            "A reader who passes your report on, and a complete copy that you send"
            " yourself."
        ),
        _("That you and somebody else mailed each other."),
        _("A report tells what was filled in, not who sat at the keyboard."),
        _("Files that were sent, printed or copied before stay where they are."),
    )
