"""The page *Delen* without a window: what goes, the pages, and the saved file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from thuiswerkplek import sentences, words
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.domain.records import Request
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.contracts import Level, Notice, PageName
from thuiswerkplek.ui.worker import share_texts
from thuiswerkplek.ui.worker.share_models import (
    PagesState,
    PagesStatus,
    PersonFields,
    RequestTick,
    SharePage,
    ShareTick,
)

if TYPE_CHECKING:
    from pathlib import Path

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.services.results import Draft
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks


class ShareScreen(Protocol):
    """What the presenter asks of the page."""

    def show_page(self, page: SharePage) -> None:
        """Show the form, or that there is nothing to share."""

    def show_status(self, status: PagesStatus) -> None:
        """Show the words around the pages."""

    def show_pages(self, content: bytes) -> None:
        """Show the pages of exactly these bytes."""

    def pages_are_old(self) -> None:
        """Ask for new pages (`make_pages`) once the worker pauses."""

    def show_folder(self, folder: Path) -> None:
        """Open the folder of a file that was saved, in the system's own window."""


class SharePresenter:
    """One report for one reader: the employer."""

    def __init__(
        self,
        services: WorkerServices,
        shell: Shell,
        tasks: Tasks,
        screen: ShareScreen,
    ) -> None:
        self._services = services
        self._sharing = services.sharing
        self._shell = shell
        self._tasks = tasks
        self._screen = screen
        self._language = str(current())
        self._shown: tuple[Draft, bytes] | None = None
        self._problem = ""
        self._read_back = ""
        self._is_failed = False

    def refresh(self) -> None:
        """Show what would go now; new pages are asked for when they differ."""
        self._screen.show_page(self.page())
        if not self._sharing.has_something():
            return
        if not self._is_current():
            self._is_failed = False
            self._screen.pages_are_old()
        self._screen.show_status(self.status())

    def go_to_check(self) -> None:
        """Open the check, where there is something to fill in first."""
        self._shell.go_to(PageName.WORKPLACE)

    def name_person(self, *, name: str, staff_number: str, department: str) -> None:
        """Keep who the report is from, once a field is left."""
        before = self._sharing.person()
        person = replace(
            before, name=name, staff_number=staff_number, department=department
        )
        if person == before:
            return
        self._problem = ""
        try:
            self._sharing.name_person(person)
        except ThuiswerkplekError as error:
            self._problem = sentences.sentence(error)
        self._changed()

    def set_tick(self, tick: ShareTick, *, goes: bool) -> None:
        """Let one thing go along, or keep it here."""
        if tick.by_release:
            self._keep(partial(self._sharing.release, tick.key, is_released=goes))
        else:
            self._keep(partial(self._sharing.strike, tick.key, is_struck=not goes))

    def ask(self, request: Request, *, is_asked: bool) -> None:
        """Let a neutral request go along, or take it out."""
        self._keep(partial(self._sharing.ask, request, is_asked=is_asked))

    def choose_language(self, language: str) -> None:
        """Make the report in this language."""
        self._language = language
        self.refresh()

    def _keep(self, change: partial[None]) -> None:
        try:
            change()
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
        self._changed()

    def _changed(self) -> None:
        self._shell.data_changed()
        self.refresh()

    def draft(self) -> Draft:
        """Return the report as it would go now."""
        return self._sharing.draft(self._language)

    def _is_current(self) -> bool:
        return self._shown is not None and self._shown[0] == self.draft()

    def make_pages(self) -> None:
        """Make the pages of the report as it is now, beside the window."""
        if not self._sharing.has_something() or self._is_current():
            return
        draft = self.draft()
        work = partial(self._made, draft, self._services.catalogue)
        self._tasks.run(work, partial(self._on_made, draft), self._on_failed)

    def _made(self, draft: Draft, catalogue: Catalogue) -> bytes:
        return self._services.paper.make(
            draft.report,
            catalogue,
            language=draft.language,
            key=self._sharing.key(),
        )

    def _on_made(self, draft: Draft, content: bytes) -> None:
        if draft != self.draft():
            return  # something changed meanwhile; its own pages are under way
        self._shown = (draft, content)
        self._screen.show_pages(content)
        self._screen.show_status(self.status())

    def _on_failed(self, error: ThuiswerkplekError) -> None:
        self._is_failed = True
        text = sentences.sentence(error)
        self._shell.notify(
            Notice(text, Level.PROBLEM, action=_("Try again"), on_action=self.refresh)
        )
        self._screen.show_status(self.status())

    def save(self, path: Path) -> None:
        """Write exactly the bytes of the pages on the screen."""
        if self._shown is None or not self._is_current():
            self.refresh()
            return
        draft, content = self._shown
        self._read_back = ""
        try:
            self._sharing.save(draft, content, path)
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
            return
        self._changed()
        self._shell.notify(
            Notice(
                _("Saved as {file}.").format(file=path.name),
                action=_("Show folder"),
                on_action=partial(self._screen.show_folder, path.parent),
            )
        )
        self._tasks.run(
            partial(self._sharing.reads_back, draft, path, self._services.paper),
            partial(self._on_read_back, path),
            self._on_not_read,
        )

    def _on_read_back(self, path: Path, is_right: bool) -> None:  # noqa: FBT001 - a result
        if not is_right:
            text = _(
                "{file} was saved, but reading it back gave something else. Save the"
                " report again, or in another place."
            )
            self._shell.notify(Notice(text.format(file=path.name), Level.PROBLEM))
            return
        text = _("Checked after saving: {file} is readable and unchanged.")
        self._read_back = text.format(file=path.name)
        self._screen.show_status(self.status())

    def _on_not_read(self, error: ThuiswerkplekError) -> None:
        self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))

    def status(self) -> PagesStatus:
        """Return the words around the pages."""
        draft = self.draft()
        is_current = self._is_current()
        has_name = bool(draft.report.person.name)
        has_place = bool(draft.report.places)
        return PagesStatus(
            state=self._state(is_current=is_current),
            text=self._state_text(is_current=is_current),
            knows=share_texts.knows(draft.report),
            history=_history(draft),
            can_save=is_current and has_name and has_place,
            why_not=_why_not(has_name=has_name, has_place=has_place),
            read_back=self._read_back,
        )

    def _state(self, *, is_current: bool) -> PagesState:
        if is_current:
            return PagesState.READY
        return PagesState.FAILED if self._is_failed else PagesState.MAKING

    def _state_text(self, *, is_current: bool) -> str:
        return {
            PagesState.READY: _("Exactly these pages are saved."),
            PagesState.MAKING: _("The pages are being made…"),
            PagesState.FAILED: _("The pages could not be made."),
        }[self._state(is_current=is_current)]

    def page(self) -> SharePage:
        """Return the page as it is to be shown."""
        overview, choices = self._sharing.overview(), self._sharing.choices()
        catalogue = self._services.catalogue
        return SharePage(
            is_empty=not self._sharing.has_something(),
            person=self._person(),
            from_ticks=share_texts.person_ticks(overview.person),
            language=self._language,
            requests=tuple(
                RequestTick(one, words.request(one), one in choices.requests)
                for one in Request
            ),
            request_line=share_texts.request_line(choices.requests),
            places=tuple(
                share_texts.place_ticks(catalogue, workplace.name, fields)
                for workplace, fields in overview.places
            ),
            log=share_texts.log_tick(overview.log),
            remark_warning=catalogue.texts["free-text-warning"][current()],
            staying=(
                *share_texts.staying_groups(
                    catalogue, overview.staying, names_place=len(overview.places) > 1
                ),
                share_texts.staying_log(overview.log),
            ),
        )

    def _person(self) -> PersonFields:
        person = self._sharing.person()
        needed = _("Your name first: it tells your employer whose report this is.")
        return PersonFields(
            name=person.name,
            staff_number=person.staff_number,
            department=person.department,
            problem=self._problem or ("" if person.name else needed),
        )


def _history(draft: Draft) -> str:
    before = draft.report.replaces
    if before is None:
        return ""
    return _(
        "You saved version {before} earlier. This becomes version {now}, and takes its"
        " place."
    ).format(before=before, now=draft.report.version)


def _why_not(*, has_name: bool, has_place: bool) -> str:
    if not has_place:
        return _("Let at least one answer about a workplace go along.")
    if not has_name:
        return _("Fill in your name to save the report.")
    return ""
