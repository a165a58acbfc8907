"""The page *Instellingen*: every choice is kept and in force at once; no Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek import __version__, words
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.domain.preferences import TEXT_SCALES, Preferences, Scheme
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.domain.records import PrivateRecords
from thuiswerkplek.i18n import Language, _, current
from thuiswerkplek.sentences import sentence, set_aside
from thuiswerkplek.ui.contracts import Level, Notice, PageName
from thuiswerkplek.ui.start.first_start_presenter import LANGUAGES, limits
from thuiswerkplek.ui.worker.settings_choices import ChoiceKeeper
from thuiswerkplek.ui.worker.settings_day_log_presenter import DayLogSettingsPresenter
from thuiswerkplek.ui.worker.settings_models import (
    Choices,
    Confirmation,
    KeepingWords,
    OwnDataWords,
    PrivateState,
    SettingsPage,
)
from thuiswerkplek.ui.worker.vault_texts import why

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Frame

LICENCE = "EUPL-1.2"
EXPORT_NAME = "thuiswerkplek.json"


class SettingsPresenter:
    """What the page says, and what its controls do."""

    def __init__(self, services: WorkerServices, frame: Frame) -> None:
        self._services = services
        self._frame = frame
        self._choices = ChoiceKeeper(services.preferences, frame)
        self.day_log = DayLogSettingsPresenter(self._choices)

    def page(self) -> SettingsPage:
        """Return the whole page in the language of now."""
        known = self._choices.known()
        return SettingsPage(
            title=_("Settings"),
            lead=_("Every change is kept and works at once."),
            looks_title=_("Language and looks"),
            language=_language(),
            scheme=_scheme(known),
            text_size=_text_size(known),
            pace_title=_("Pace"),
            pace_word=_("Go to the next question after an answer without risk"),
            goes_on=known.goes_on_by_itself,
            private_title=_("Private answers"),
            private=self._private(),
            data_title=_("Your data"),
            data=self._data(),
            about_title=_("About this program"),
            about=self._about(),
            limits_title=_("What this program cannot protect against"),
            limits=limits(),
        )

    # Choices

    def choose_language(self, code: str) -> None:
        """Speak this language from now on."""
        self._choices.choose(
            replace(self._choices.known(), language=Language(code)), self._said_language
        )

    def choose_scheme(self, code: str) -> None:
        """Use these colours from now on."""
        self._choices.choose(
            replace(self._choices.known(), scheme=Scheme(code)), self._said_scheme
        )

    def choose_text_size(self, code: str) -> None:
        """Use this size of text from now on."""
        self._choices.choose(
            replace(self._choices.known(), text_percent=int(code)), self._said_size
        )

    def choose_pace(self, *, goes_on: bool) -> None:
        """Go on by itself, or wait."""
        self._choices.choose(
            replace(self._choices.known(), goes_on_by_itself=goes_on), self._said_pace
        )

    def _said_language(self, _new: Preferences) -> str:
        return _("The program speaks English now.")

    def _said_scheme(self, new: Preferences) -> str:
        return _("Colours: {name}.").format(name=_scheme_word(new.scheme))

    def _said_size(self, new: Preferences) -> str:
        return _("Text size: {percent}.").format(
            percent=words.percent(new.text_percent)
        )

    def _said_pace(self, new: Preferences) -> str:
        if new.goes_on_by_itself:
            return _("The next question comes by itself when there is no risk.")
        return _("The next question waits until you ask for it.")

    # Private answers

    def _private(self) -> PrivateState:
        private = self._services.private
        told = [why(private.problem) if private.problem else self._state()]
        if private.is_open:
            told.append(self._keeping())
        is_left_out = private.is_left_out and not private.is_open
        if is_left_out:
            told.append(_("For now the check leaves the private questions out."))
        return PrivateState(
            text=" ".join(told),
            ask_word=_("Ask the private questions again"),
            can_ask=is_left_out,
            erase_word=_("Erase private answers"),
            can_erase=private.state is not Vault.EMPTY,
        )

    def _state(self) -> str:
        return {
            Vault.EMPTY: _(
                "There are none yet. Before the first private question you choose how"
                " these answers are kept."
            ),
            Vault.OPEN: _(
                "They are open in this window. They lie apart from your other answers"
                " and never go into a report for your employer."
            ),
            Vault.NEEDS_PASSPHRASE: _(
                "They are locked with your passphrase. The check asks for it when a"
                " private question comes. Nobody can recover a lost passphrase."
            ),
            Vault.KEY_MISSING: _(
                "They are encrypted; this computer keeps the key for your account. They"
                " open when a private question comes."
            ),
        }[self._services.private.state]

    def _keeping(self) -> str:
        """Return how the answers that are open now are kept."""
        return {
            Keeping.KEY_STORE: _(
                "They are kept encrypted; this computer keeps the key for your account."
            ),
            Keeping.PASSPHRASE: _(
                "They are kept encrypted behind your passphrase. Nobody can recover a"
                " lost passphrase."
            ),
            Keeping.NOT_KEPT: _(
                "They are not kept: they vanish when you close this window."
            ),
            None: "",
        }[self._services.private.keeping]

    def ask_private(self) -> None:
        """Ask the private questions again, after they were left out."""
        self._do(
            self._services.private.ask_again,
            _("The check asks the private questions again."),
        )

    def before_erasing_private(self) -> Confirmation:
        """Return what to confirm."""
        return Confirmation(
            _("Erase all private answers?"),
            _(
                "The answers and their key are destroyed. This cannot be taken back;"
                " your other answers stay."
            ),
            _("Erase private answers"),
            _("Keep them"),
        )

    def erase_private(self) -> None:
        """Destroy the private answers and their key."""
        self._do(self._services.private.erase, _("Your private answers are gone."))

    # All data

    def _data(self) -> OwnDataWords:
        is_empty = not self._services.places.all()
        place = self._frame.data_place
        return OwnDataWords(
            text=_(
                "All your answers are on this computer only. You can take them along,"
                " bring them back, or erase them."
            ),
            place=_("Kept in {folder}").format(folder=place) if place else "",
            export_word=_("Save a copy of everything"),
            take_in_word=_("Take a saved copy in"),
            take_in_help=""
            if is_empty
            else _("A copy can be taken in only while there are no answers here."),
            can_take_in=is_empty,
            erase_word=_("Erase everything"),
        )

    def export(self, path: Path) -> None:
        """Write everything to a file the worker chose."""
        is_whole = self._services.private.state in {Vault.OPEN, Vault.EMPTY}
        said = _("Everything is saved in {file}. Keep it where only you can read it.")
        if not is_whole:
            said = _(
                "Saved in {file}, without your private answers: they are locked now."
            )
        self._do(
            lambda: self._services.own_data.export(path), said.format(file=path.name)
        )

    def needs_keeping(self, path: Path) -> bool | None:
        """Return whether the worker must choose how to keep private answers in a file.

        Returns None when the file cannot be used; that has been said then.
        """
        try:
            if not self._has_private(path):
                return False
        except ThuiswerkplekError as error:
            self._tell(error)
            return None
        private = self._services.private
        is_open = private.open_by_itself()
        if private.problem is not None:
            self._tell(private.problem)
            return None
        return not is_open

    def _has_private(self, path: Path) -> bool:
        return self._services.own_data.read(path).worker.private != PrivateRecords()

    def keeping_words(self) -> KeepingWords:
        """Return how to ask where private answers are to be kept."""
        return KeepingWords(
            title=_("This copy holds private answers"),
            text=_(
                "This computer has no safe place for their key. Lock them with a"
                " passphrase, or use them in this window only."
            ),
            passphrase_label=_("Passphrase"),
            passphrase_help=_("At least ten characters. Nobody can recover it."),
            keep_word=_("Keep with this passphrase"),
            leave_word=_("Only until I close the window"),
            back_word=_("Back"),
        )

    def take_in(self, path: Path, passphrase: str = "") -> bool:
        """Take a file in; it becomes what this folder holds.

        Private answers are kept behind the passphrase; without one, only until the
        window closes, unless this computer keeps their key.
        """
        try:
            if self._has_private(path) and not self._services.private.is_open:
                self._open_private(passphrase)
            left = self._services.own_data.take_in(path)
        except ThuiswerkplekError as error:
            self._tell(error)
            return False
        self._frame.data_changed()
        self._frame.notify(_taken_in(left, path.name))
        self._frame.go_to(PageName.WORKPLACE)
        return True

    def _open_private(self, passphrase: str) -> None:
        private = self._services.private
        if not passphrase:
            private.make(Keeping.NOT_KEPT)
        elif private.state is Vault.NEEDS_PASSPHRASE:
            private.unlock(passphrase)
        else:
            private.make(Keeping.PASSPHRASE, passphrase)

    def before_erasing(self) -> Confirmation:
        """Return what to confirm."""
        return Confirmation(
            _("Erase everything?"),
            _(
                "All workplaces, answers, measures and private answers on this computer"
                " are destroyed. This cannot be taken back. Reports you gave to others"
                " stay with them."
            ),
            _("Erase everything now"),
            _("Keep everything"),
        )

    def erase(self) -> None:
        """Destroy everything of the worker."""
        if self._do(self._services.own_data.erase, _("All your answers are gone.")):
            self._frame.go_to(PageName.WORKPLACE)

    def _do(self, work: Callable[[], object], said: str) -> bool:
        try:
            work()
        except ThuiswerkplekError as error:
            self._tell(error)
            return False
        self._frame.data_changed()
        self._frame.notify(Notice(said))
        return True

    def _tell(self, error: ThuiswerkplekError) -> None:
        self._frame.notify(Notice(sentence(error), Level.PROBLEM))

    def _about(self) -> tuple[str, ...]:
        catalogue = self._services.catalogue
        return (
            _("thuiswerkplek {version}").format(version=__version__),
            _("Question list {version}, {count} questions.").format(
                version=catalogue.version, count=len(catalogue.by_id)
            ),
            _("Free software under the licence {licence}.").format(licence=LICENCE),
        )


def _taken_in(left: int, name: str) -> Notice:
    back = _("Your answers are back.")
    if not left:
        return Notice(back)
    return Notice(f"{back} {set_aside(left, name)}", Level.WARNING)


def _language() -> Choices:
    items = tuple((str(code), word) for code, word in LANGUAGES.items())
    return Choices(_("Language"), "", items, current())


def _scheme_word(scheme: Scheme) -> str:
    return {
        Scheme.SYSTEM: _("as the computer does"),
        Scheme.LIGHT: _("light"),
        Scheme.DARK: _("dark"),
        Scheme.HIGH_CONTRAST: _("high contrast"),
    }[scheme]


def _scheme(known: Preferences) -> Choices:
    items = tuple((str(one), _scheme_word(one).capitalize()) for one in Scheme)
    return Choices(_("Colours"), "", items, known.scheme)


def _text_size(known: Preferences) -> Choices:
    items = tuple((str(one), words.percent(one)) for one in TEXT_SCALES)
    return Choices(_("Text size"), "", items, str(known.text_percent))
