"""The screen *Agreement*: what holds, writing a new version, taking one in; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek import sentences, words
from thuiswerkplek.domain.agreement import Source, in_force
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.contracts import Level, Notice, Result
from thuiswerkplek.ui.worker import agreement_form_texts as form_texts
from thuiswerkplek.ui.worker import agreement_reading as reading
from thuiswerkplek.ui.worker import agreement_texts as texts
from thuiswerkplek.ui.worker.agreement_draft import Draft, draft_of, read
from thuiswerkplek.ui.worker.agreement_entries import Entry
from thuiswerkplek.ui.worker.agreement_models import (
    FormSheet,
    IncomingSheet,
    Overview,
    Refusals,
    Showing,
    Told,
    VersionLine,
)
from thuiswerkplek.ui.worker.agreement_rule_slots import kept_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell


class AgreementPresenter:
    """What the screen says, and what its controls do; `show` draws it again."""

    def __init__(
        self, services: WorkerServices, shell: Shell, show: Callable[[], None]
    ) -> None:
        self._services = services
        self._log = services.day_log
        self._shell = shell
        self._show = show
        self.showing = Showing.OVERVIEW
        self._base: Agreement | None = None
        self._begun = Draft()  # the form as it was opened
        self._draft = self._begun  # as it was last known
        self._incoming: Agreement | None = None

    # What holds

    def overview(self) -> Overview:
        """Return what is known of the agreement, as it stands today."""
        try:
            known = self._log.agreements()
        except ThuiswerkplekError as error:
            return self._overview((), problem=sentences.sentence(error))
        return self._overview(known)

    def _overview(self, known: tuple[Agreement, ...], problem: str = "") -> Overview:
        today = self._log.today()
        now = in_force(known, today)
        return Overview(
            title=_("Agreement"),
            lead=_("What you and your employer agreed on home, office and travel."),
            back_word=_("Calendar"),
            now=self._now(now, known) if now else None,
            nothing_now="" if now or problem else _nothing(known, today),
            reminder=texts.reminder(now, today) if now else None,
            write_word=_("Change it") if now else _("Write it down"),
            take_in_word=_("Take in from a file"),
            talk_word=_("Save a talk sheet"),
            talk_help=_(
                "A sheet on paper for the talk with your manager, from your own days."
            ),
            versions_title=_("Earlier and coming versions"),
            versions=tuple(
                self._version(number, one, known)
                for number, one in reversed(tuple(enumerate(known)))
                if one is not now
            ),
            problem=problem,
        )

    def _now(self, now: Agreement, known: tuple[Agreement, ...]) -> Told:
        when = texts.when(now, known, self._log.today())
        return texts.told(now, _("This holds now"), (when, texts.origin(now)))

    def _version(
        self, number: int, one: Agreement, known: tuple[Agreement, ...]
    ) -> VersionLine:
        today, day = self._log.today(), words.day(one.valid_from)
        title = _("From {day}, version {version}").format(day=day, version=one.version)
        lines = (texts.when(one, known, today), texts.origin(one))
        return VersionLine(
            number=number,
            title=title,
            note=texts.standing(one, known, today),
            told=texts.told(one, "", lines),
            change_word=_("Write a new version"),
            change_spoken=_("{title}: write a new version").format(title=title),
            remove_word=_("Remove"),
            remove_spoken=_("{title}: remove").format(title=title),
        )

    def remove(self, number: int) -> None:
        """Forget a version, and offer to take that back."""
        one = self._log.agreements()[number]
        day = words.day(one.valid_from)
        text = _("Version {version} from {day} is gone.")
        self._do(
            lambda: self._log.disagree(one), text.format(version=one.version, day=day)
        )

    # Writing it down

    def write(self) -> None:
        """Open the form on what holds, or on the version that comes nearest to it."""
        known = self._tried(self._log.agreements)
        if known is not None:
            now = in_force(known, self._log.today())
            self._open_form(now or next(iter(reversed(known)), None))

    def write_from(self, number: int) -> None:
        """Open the form on a version."""
        self._open_form(self._log.agreements()[number])

    def _open_form(self, base: Agreement | None) -> None:
        self._base = base
        self._begun = self._draft = self._first_draft(base)
        self._go(Showing.FORM)

    def _first_draft(self, base: Agreement | None) -> Draft:
        today = self._log.today()
        start = reading.date_text(today)
        if base is None:
            return Draft({Entry.VALID_FROM: start})
        draft = draft_of(base)
        if base.valid_to is None or base.valid_to >= today:
            return draft
        begun = {**draft.texts, Entry.VALID_FROM: start, Entry.VALID_TO: ""}
        return replace(draft, texts=begun)

    def form(self) -> FormSheet:
        """Return the form as it is filled in."""
        base = self._base
        return FormSheet(
            title=_("Change the agreement") if base else _("Write the agreement down"),
            lead=_(
                "Fill in what you agreed on; the rest may stay empty. What holds now"
                " is kept: saving makes a new version."
            ),
            first=form_texts.first(),
            groups=form_texts.groups(),
            kept_title=_("These rules have no field here. They stay as they are:"),
            kept=tuple(
                texts.sentence(rule) for rule in kept_rules(base.rules if base else ())
            ),
            save_word=_("Save version"),
            leave_word=_("Leave it as it was"),
            draft=self._draft,
        )

    def notes(self, draft: Draft) -> dict[str, str]:
        """Return how much of every group is filled in."""
        return {
            group.code: form_texts.note(group, draft) for group in form_texts.groups()
        }

    def save(self, draft: Draft) -> Refusals | None:
        """Keep the form as a new version; return what is wrong, if anything."""
        self._draft = draft
        if self._base is not None and draft.is_like(draft_of(self._base)):
            self._shell.notify(Notice(_("Nothing was changed, so nothing was saved.")))
            self._go(Showing.OVERVIEW)
            return None
        found = self._tried(lambda: read(draft, self._base))
        if found is None:
            return None
        if found.agreement is None:
            return form_texts.refusals(found.problems)
        self._keep(found.agreement)
        return None

    def _keep(self, agreement: Agreement) -> None:
        known = self._tried(self._log.agreements)
        if known is None:
            return
        kept = _new_version(agreement, known)
        text = _("Version {version} from {day} is saved.").format(
            version=kept.version, day=words.day(kept.valid_from)
        )
        later = in_force((*known, kept), self._log.today())
        if later is not None and later.valid_from > kept.valid_from:
            day = words.day(later.valid_from)
            goes_first = _("Today the one from {day} holds, since it began later.")
            text = f"{text} {goes_first.format(day=day)}"
        if self._do(lambda: self._log.agree(kept), text, draws=False):
            self._go(Showing.OVERVIEW)

    def leave(self, draft: Draft) -> None:
        """Go back without saving; what was typed can be brought back."""
        is_changed = not draft.is_like(self._begun)
        self._draft = draft
        self._go(Showing.OVERVIEW)
        if is_changed:
            self._shell.notify(
                Notice(
                    _("What you typed was not saved."),
                    action=_("Bring it back"),
                    on_action=lambda: self._go(Showing.FORM),
                )
            )

    # From a file

    def read_file(self, path: Path) -> None:
        """Show what an agreement in a file says, without keeping it."""
        found = self._tried(lambda: self._log.read_agreement(path))
        if found is not None:
            self._incoming = found
            self._go(Showing.INCOMING)

    def incoming(self) -> IncomingSheet:
        """Return what the file says."""
        agreement, known = self._read_in(), self._log.agreements()
        is_known = agreement in known
        when = texts.when(agreement, (), self._log.today())
        return IncomingSheet(
            title=_("An agreement from a file"),
            lead=_("Read it first. Nothing was kept yet."),
            told=texts.told(agreement, "", (when, _claim(agreement))),
            remark=_remark(agreement, known),
            keep_word=_("Keep this agreement"),
            leave_word=_("Back") if is_known else _("Do not keep it"),
            can_keep=not is_known,
        )

    def _read_in(self) -> Agreement:
        if self._incoming is None:
            raise LookupError
        return self._incoming

    def keep_file(self) -> None:
        """Keep what the file says."""
        agreement = self._read_in()
        if agreement.source is Source.TYPED and _same(
            agreement, self._log.agreements()
        ):
            agreement = _new_version(agreement, self._log.agreements())
        text = _("The agreement from {day} is taken in.")
        text = text.format(day=words.day(agreement.valid_from))
        if self._do(lambda: self._log.agree(agreement), text, draws=False):
            self.leave_file()

    def leave_file(self) -> None:
        """Go back to what holds."""
        self._go(Showing.OVERVIEW)

    # The talk sheet

    def talk_name(self) -> str:
        """Return the file name to propose for the sheet."""
        name = _("talk-sheet")
        return f"{name}-{self._log.today().isoformat()}.pdf"

    def save_talk(self, path: Path) -> None:
        """Write the sheet in the language of now."""
        language = str(current())
        try:
            self._services.talk.save(path, language)
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        text = _("The talk sheet is saved: {name}.")
        self._shell.notify(Notice(text.format(name=path.name)))

    # How all of it is done

    def _go(self, showing: Showing) -> None:
        self.showing = showing
        self._show()

    def _do(
        self,
        act: Callable[[], Callable[[], None]],
        text: str,
        *,
        draws: bool = True,
    ) -> bool:
        """Change something, say so and offer to take it back."""
        undo = self._tried(act)
        if undo is None:
            return False
        self._shell.data_changed()
        if draws:
            self._show()
        self._shell.notify(
            Notice(text, action=_("Undo"), on_action=lambda: self._undo(undo))
        )
        return True

    def _undo(self, undo: Callable[[], None]) -> None:
        try:
            undo()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._shell.data_changed()
        if self.showing is Showing.OVERVIEW:  # elsewhere somebody may be typing
            self._show()

    def _tried(self, act: Callable[[], Result]) -> Result | None:
        try:
            return act()
        except ThuiswerkplekError as error:
            self._tell(error)
            return None

    def _tell(self, error: ThuiswerkplekError) -> None:
        self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))


def _nothing(known: tuple[Agreement, ...], today: date) -> str:
    coming = [one.valid_from for one in known if one.valid_from > today]
    if coming:
        text = _("No agreement holds today. The next one begins on {day}.")
        return text.format(day=words.day(min(coming)))
    if known:
        return _("No agreement holds today; the last one has ended.")
    return _(
        "No agreement was written down yet. Write down what you agreed on, or take it"
        " in from a file. The balance then shows your days beside it."
    )


def _same(agreement: Agreement, known: tuple[Agreement, ...]) -> Agreement | None:
    """Return the agreement whose place this one would take."""
    key = (agreement.valid_from, agreement.version, agreement.source)
    found = (one for one in known if (one.valid_from, one.version, one.source) == key)
    return next(found, None)


def _new_version(agreement: Agreement, known: tuple[Agreement, ...]) -> Agreement:
    """Return the agreement as the newest typed version of its first day."""
    begun = [one.version for one in known if one.valid_from == agreement.valid_from]
    return replace(agreement, version=max(begun, default=0) + 1, source=Source.TYPED)


def _claim(agreement: Agreement) -> str:
    text = {
        Source.TYPED: _("Version {version}, typed in by somebody."),
        Source.ORGANISATION: _(
            "Version {version}. The file says that it comes from your organisation."
        ),
    }[agreement.source]
    return text.format(version=agreement.version)


def _remark(agreement: Agreement, known: tuple[Agreement, ...]) -> str:
    if agreement in known:
        return _("You have this agreement already.")
    if _same(agreement, known) is None:
        return ""
    if agreement.source is Source.TYPED:
        return _(
            "You have another version {version} from that day. This one is kept beside"
            " it, as the next version."
        ).format(version=agreement.version)
    return _(
        "You have this version already, but it says something else. Keeping this one"
        " puts it in its place."
    )
