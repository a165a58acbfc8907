"""Lists and calendars in and out of the day log, without a window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from thuiswerkplek import sentences, words
from thuiswerkplek.domain.agreement import months_later
from thuiswerkplek.domain.errors import RefusedImportError, ThuiswerkplekError
from thuiswerkplek.i18n import _, current, ngettext
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.worker.day_files_models import FilesPage, Preview, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from thuiswerkplek.services.day_files import Found, Incoming
    from thuiswerkplek.services.day_log import Undo
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks

    Reading = Callable[[], Found]

MONTHS_A_YEAR = 12
UNTILS = (1, 3, 6, MONTHS_A_YEAR)
SHOWN_PROBLEMS, SHOWN_DATES = 3, 6


class FilesScreen(Protocol):
    """What the presenter asks of the page."""

    def show_files(self, page: FilesPage) -> None:
        """Show the buttons, and what came of a file."""

    def days_changed(self) -> None:
        """Days were taken in, or taken back: whatever shows them is old."""

    def show_folder(self, folder: Path) -> None:
        """Open the folder of a file that was saved, in the system's own window."""


class DayFilesPresenter:
    """Shows first what a file would do, and then does it when asked."""

    def __init__(
        self,
        services: WorkerServices,
        shell: Shell,
        tasks: Tasks,
        screen: FilesScreen,
    ) -> None:
        self._log = services.day_log
        self._days = services.day_files
        self._shell = shell
        self._tasks = tasks
        self._screen = screen
        self._months = MONTHS_A_YEAR
        self._file = ""
        self._calendar: Path | None = None
        self._reading: Path | None = None
        self._found: Found | None = None
        self._incoming: Incoming | None = None
        self._refusal: Refusal | None = None

    def refresh(self, *, is_new: bool = False) -> None:
        """Show the buttons, and what came of the last file."""
        self._screen.show_files(self.page()._replace(is_new=is_new))

    def choose_until(self, months: int) -> None:
        """Let calendars go so many months ahead; one that is shown is read again."""
        self._months = months
        if self._calendar is not None and self._incoming is not None:
            self.read_calendar(self._calendar)
            return
        self.refresh()

    # In

    def read_list(self, path: Path) -> None:
        """Show what taking a list in would do."""
        self._calendar = None
        self._open(path, self._days.list_reader)

    def read_calendar(self, path: Path) -> None:
        """Show what taking a calendar in would do."""
        self._calendar = path
        first, last = self._span()
        self._open(path, lambda one: self._days.calendar_reader(one, first, last))

    def _open(self, path: Path, reader: Callable[[Path], Reading]) -> None:
        """Read beside the window; a file chosen meanwhile goes before this one."""
        self._forget()
        self._file, self._reading = path.name, path
        try:
            read = reader(path)
        except ThuiswerkplekError as error:
            self._on_refused(path, error)
            return
        self.refresh()
        self._tasks.run(
            read, partial(self._on_read, path), partial(self._on_refused, path)
        )

    def _on_read(self, path: Path, found: Found) -> None:
        if path != self._reading:
            return
        self._reading, self._found = None, found
        self._look(is_new=True)

    def _look(self, *, is_new: bool = False) -> None:
        """Show what the file that was read would do now."""
        if self._found is None:
            return
        try:
            self._incoming = self._days.incoming(self._found)
        except ThuiswerkplekError as error:
            self._tell(error)
        self.refresh(is_new=is_new)

    def _on_refused(self, path: Path, error: ThuiswerkplekError) -> None:
        if path != self._reading:
            return
        self._reading = None
        if isinstance(error, RefusedImportError):
            self._refusal = _refusal(self._file, error)
            text = _("{file} was not taken in. Under the buttons you see why.")
            self._shell.notify(Notice(text.format(file=self._file), Level.PROBLEM))
        else:
            self._tell(error)
        self.refresh(is_new=True)

    def take_in(self) -> None:
        """Take in exactly what is shown; when it changed meanwhile, show that first."""
        shown = self._incoming
        if shown is None:
            return
        self._look()
        if self._incoming != shown:
            return
        try:
            undo = self._days.take_in(shown)
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._forget()
        self._changed()
        count = len(shown.merge.added) + len(shown.merge.changed)
        text = ngettext(
            "{count} day taken in from {file}.",
            "{count} days taken in from {file}.",
            count,
        ).format(count=count, file=self._file)
        self._shell.notify(
            Notice(text, action=_("Undo"), on_action=partial(self._take_back, undo))
        )

    def _take_back(self, undo: Undo) -> None:
        try:
            undo()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._changed()

    def leave(self) -> None:
        """Put the file away; nothing was changed."""
        self._forget()
        self.refresh()

    def _forget(self) -> None:
        self._reading = self._found = self._incoming = self._refusal = None

    def _tell(self, error: ThuiswerkplekError) -> None:
        self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))

    def _changed(self) -> None:
        self._shell.data_changed()
        self.refresh()
        self._screen.days_changed()

    # Out

    def save_list(self, path: Path) -> None:
        """Write every day of the log as a list."""
        self._save(path, partial(self._days.save_list, path, current()))

    def save_calendar(self, path: Path) -> None:
        """Write the days of the calendar's span, planned ones too."""
        first, last = self._span()
        self._save(
            path, partial(self._days.save_calendar, path, first, last, current())
        )

    def _save(self, path: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._shell.notify(
            Notice(
                _("Saved as {file}.").format(file=path.name),
                action=_("Show folder"),
                on_action=partial(self._screen.show_folder, path.parent),
            )
        )

    # What shows

    def _span(self) -> tuple[date, date]:
        today = self._log.today()
        return months_later(today, -MONTHS_A_YEAR), months_later(today, self._months)

    def page(self) -> FilesPage:
        """Return the page as it is to be shown."""
        first, last = self._span()
        note = _("Calendars go from {first} until {last}.")
        return FilesPage(
            calendar_note=note.format(first=words.day(first), last=words.day(last)),
            untils=tuple((months, _ahead(months)) for months in UNTILS),
            until=self._months,
            can_save=self._log.first_day() is not None,
            preview=self._shown(),
            refusal=self._refusal,
        )

    def _shown(self) -> Preview | None:
        if self._reading is not None:
            text = _("Reading {file}…").format(file=self._file)
            return Preview(text, (), can_take=False)
        return None if self._incoming is None else self._preview(self._incoming)

    def _preview(self, incoming: Incoming) -> Preview:
        merge = incoming.merge
        can_take = bool(merge.added or merge.changed)
        title = _("{file} has nothing new")
        if can_take:
            title = _("What taking {file} in would do")
        return Preview(
            title=title.format(file=self._file),
            lines=tuple(_told(incoming)),
            can_take=can_take,
        )


def _told(incoming: Incoming) -> Iterator[str]:
    """Yield what a file would do, and what it leaves open."""
    merge = incoming.merge
    added, changed = len(merge.added), len(merge.changed)
    if added:
        text = ngettext("{count} new day.", "{count} new days.", added)
        yield text.format(count=added)
    if changed:
        text = ngettext(
            "{count} day changes: {dates}.", "{count} days change: {dates}.", changed
        )
        dates = _dates([day.date for day in merge.changed])
        yield text.format(count=changed, dates=dates)
    if kept := len(merge.kept):
        text = ngettext(
            "{count} day stays as it was.", "{count} days stay as they were.", kept
        )
        yield text.format(count=kept)
    if incoming.unclear:
        yield _(
            "On these dates it names more than one place, so they are left out:"
            " {dates}. Fill them in yourself."
        ).format(dates=_dates(incoming.unclear))
    passed = incoming.passed_over
    if passed:
        yield ngettext(
            "{count} event is about something else and is not read.",
            "{count} events are about something else and are not read.",
            passed,
        ).format(count=passed)


def _dates(dates: Sequence[date]) -> str:
    """Return the first dates, and how many more there are."""
    shown = ", ".join(map(words.day, dates[:SHOWN_DATES]))
    more = len(dates) - SHOWN_DATES
    if more <= 0:
        return shown
    text = ngettext("{dates} and {count} more", "{dates} and {count} more", more)
    return text.format(dates=shown, count=more)


def _refusal(file: str, error: RefusedImportError) -> Refusal:
    first, others = error.problems[:SHOWN_PROBLEMS], error.problems[SHOWN_PROBLEMS:]
    more = ""
    if others:
        more = ngettext(
            "At least {count} more line needs mending.",
            "At least {count} more lines need mending.",
            len(others),
        ).format(count=len(others))
    return Refusal(
        title=_("{file} cannot be taken in yet").format(file=file),
        text=sentences.sentence(RefusedImportError(*first)),
        more=more,
    )


def _ahead(months: int) -> str:
    if months == MONTHS_A_YEAR:
        return _("a year ahead")
    text = ngettext("{count} month ahead", "{count} months ahead", months)
    return text.format(count=months)
