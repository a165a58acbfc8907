"""The editor of one day without a window: what it shows, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from thuiswerkplek.domain.daylog import DayKind, Where, kind
from thuiswerkplek.domain.habits import legs, usual_day
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.worker import day_editor_reading, day_editor_texts
from thuiswerkplek.ui.worker.day_editor_models import (
    EditorSheet,
    Fault,
    TypedDay,
    TypedPart,
    TypedTrip,
)

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.services.day_log import Entry
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell
    from thuiswerkplek.ui.worker.calendar_presenter import CalendarPresenter

THERE_AND_BACK = 2


class EditorScreen(Protocol):
    """What the presenter asks of the editor on the screen."""

    def show_editor(self, sheet: EditorSheet) -> None:
        """Show a day with its fields."""

    def close_editor(self) -> None:
        """Show no day."""

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Say what is wrong beside the fields."""

    def typed(self) -> TypedDay:
        """Return what stands in the fields."""


class DayEditorPresenter:
    """One day at a time; what was typed elsewhere is offered back, never lost."""

    def __init__(
        self,
        services: WorkerServices,
        shell: Shell,
        calendar: CalendarPresenter,
        screen: EditorScreen,
    ) -> None:
        self._log = services.day_log
        self._places = services.places
        self._shell = shell
        self._calendar = calendar
        self._screen = screen
        self._sheet: EditorSheet | None = None
        self._entry: Entry | None = None

    @property
    def open_date(self) -> date | None:
        """The day that is open."""
        return None if self._sheet is None else self._sheet.date

    # Opening and closing

    def open(self, on: date) -> None:
        """Open a day; one that is open already stays as it is."""
        if on == self.open_date:
            return
        self._leave()
        self._show(on)

    def close(self) -> None:
        """Close the editor."""
        self._leave()
        self._put_away()

    def _put_away(self) -> None:
        self._sheet = self._entry = None
        self._screen.close_editor()

    def _leave(self) -> None:
        """Offer back what was typed and not saved."""
        sheet = self._sheet
        if sheet is None:
            return
        typed = self._screen.typed()
        if typed == sheet.typed:
            return
        text = day_editor_texts.left_behind(sheet.date)
        self._shell.notify(
            Notice(
                text,
                Level.WARNING,
                action=_("Go back to it"),
                on_action=lambda: self._go_back(sheet, typed),
            )
        )

    def _go_back(self, sheet: EditorSheet, typed: TypedDay) -> None:
        self._calendar.select(sheet.date)
        self._show(sheet.date)
        if self._sheet is not None:
            self._screen.show_editor(self._sheet._replace(typed=typed))

    def refresh(self) -> None:
        """Show the open day again if it is another day than it was."""
        sheet = self._sheet
        if sheet is not None and self._log.entry(sheet.date) != self._entry:
            self._show(sheet.date)

    def _show(self, on: date) -> None:
        self._entry = entry = self._log.entry(on)
        self._sheet = self._sheet_of(entry)
        self._screen.show_editor(self._sheet)

    def _sheet_of(self, entry: Entry) -> EditorSheet:
        today, day = self._log.today(), entry.day
        holidays = self._log.holidays(entry.date.year, str(current()))
        shown = day or usual_day(DayKind.HOME, entry.date, self._log.habits())
        is_planned = day is not None and day.is_planned
        return EditorSheet(
            date=entry.date,
            title=day_editor_texts.title(entry.date),
            status=day_editor_texts.status(entry, today, holidays.get(entry.date, "")),
            kinds=day_editor_texts.chips(day),
            typed=day_editor_reading.typed_day(shown),
            choices=day_editor_texts.choices(self._places.all()),
            can_confirm=is_planned and entry.date <= today,
            can_clear=entry.is_kept,
        )

    # What is asked of the open day

    def choose(self, one: DayKind) -> None:
        """Keep the day as one of the quick kinds."""
        if self._sheet is not None:
            self._calendar.choose(self._sheet.date, one)

    def confirm(self) -> None:
        """Say that the day went as planned."""
        if self._sheet is not None:
            self._calendar.confirm(self._sheet.date)

    def clear(self) -> None:
        """Forget the day, and close it."""
        if self._sheet is not None and self._calendar.clear(self._sheet.date):
            self._put_away()

    def save(self) -> None:
        """Keep what was typed and close, or say what is wrong."""
        sheet = self._sheet
        if sheet is None:
            return
        found = day_editor_reading.read_day(
            sheet.date,
            self._screen.typed(),
            is_planned=sheet.date > self._log.today(),
        )
        self._screen.show_faults(found.faults)
        if found.day is not None and self._calendar.put(found.day):
            self._put_away()

    # New lines

    def new_part(self) -> TypedPart:
        """Return what another part begins with: the rest of the day, elsewhere."""
        habits, parts = self._log.habits(), self._screen.typed().parts
        known = day_editor_reading.together(parts) or 0
        rest = habits.day_minutes - known
        time = day_editor_reading.show_minutes(rest) if rest > 0 else ""
        has_home = any(part.where is Where.HOME for part in parts)
        if has_home:
            return TypedPart(Where.OFFICE, time)
        return TypedPart(Where.HOME, time, str(habits.workplace or ""))

    def new_trip(self) -> TypedTrip:
        """Return what another trip begins with: the usual way, or the one before."""
        typed, habits = self._screen.typed(), self._log.habits()
        number = len(typed.trips)
        usual = legs(self._kind(typed), habits) or legs(DayKind.OFFICE, habits)
        if number < len(usual):
            return day_editor_reading.typed_trip(usual[number])
        band = habits.back if number % THERE_AND_BACK else habits.there
        if typed.trips:
            return typed.trips[-1]._replace(band=band)
        return TypedTrip(mode=str(habits.mode or ""), band=band)

    def _kind(self, typed: TypedDay) -> DayKind:
        if self._sheet is None:
            return DayKind.OFFICE
        found = day_editor_reading.read_day(
            self._sheet.date, typed._replace(trips=()), is_planned=False
        )
        return DayKind.OFFICE if found.day is None else kind(found.day)

    def together(self) -> str:
        """Return how long the parts are together."""
        minutes = day_editor_reading.together(self._screen.typed().parts)
        return day_editor_texts.together(minutes)
