"""How the worker's days usually go: every field is kept at once; no Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.daylog import MINUTES_A_DAY, MOST_KM, Band, Mode
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.domain.habits import MINUTES_AN_HOUR, Habits
from thuiswerkplek.domain.holidays_nl import May5
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.i18n import _
from thuiswerkplek.sentences import sentence
from thuiswerkplek.ui.contracts import Level, Notice
from thuiswerkplek.ui.worker import habits_peaks, habits_texts
from thuiswerkplek.ui.worker.habits_models import (
    Clock,
    HabitsSheet,
    Measure,
    NumberBox,
    PeakSheet,
    Pick,
    PickBox,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.domain.peaks import PeakTimes
    from thuiswerkplek.services.day_log import Undo
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell

NEEDED = {Measure.DAY, Measure.FIRST}
EXAMPLES = {Measure.DAY: 7.6, Measure.FIRST: 1.5, Measure.KM: 12.5, Measure.TRAVEL: 45}
QUARTER, WHOLE_DAY = 0.25, 24.0


class HabitsPresenter:
    """What the form says, and what its fields do."""

    def __init__(
        self, services: WorkerServices, shell: Shell, changed: Callable[[], None]
    ) -> None:
        self._services = services
        self._log = services.day_log
        self._shell = shell
        self._changed = changed
        self._typed = habits_peaks.TypedPeaks()
        self._asks_peaks = False

    def sheet(self) -> HabitsSheet:
        """Return the whole form in the language of now."""
        known = self._log.habits()
        has_own = known.peaks is not None or self._asks_peaks
        return HabitsSheet(
            numbers=_numbers(known),
            picks=self._picks(known),
            good_friday=known.good_friday,
            peaks=PeakSheet(
                usual=habits_texts.usual_peaks(
                    self._usual(known), self._log.rates.sources
                ),
                has_own=has_own or not self._typed.is_empty,
                clocks=self._typed.boxes(known),
            ),
        )

    def _picks(self, known: Habits) -> dict[Pick, PickBox]:
        at_home = self._services.places.all()
        places = habits_texts.places(at_home)
        is_shown = len(at_home) > 1
        place, mode = known.workplace, known.mode
        bands = habits_texts.bands()
        return {
            Pick.WORKPLACE: PickBox(tuple(places), place or "", is_shown),
            Pick.MODE: PickBox(habits_texts.modes(), mode or ""),
            Pick.THERE: PickBox(bands, known.there),
            Pick.BACK: PickBox(bands, known.back),
            Pick.MAY_5: PickBox(habits_texts.may5(), known.may5),
        }

    def _usual(self, known: Habits) -> PeakTimes | None:
        """Return the peaks of the worker's way of travelling; a car's if untold."""
        return self._log.peaks.usual(known.mode or Mode.CAR, self._log.today())

    # Numbers

    def problem(self, field: Measure, text: str, number: float | None) -> str | None:
        """Return what to say of a typed number, or None when it can be kept."""
        if not text.strip() and field not in NEEDED:
            return None
        if number is None:
            return habits_texts.example(words.number(EXAMPLES[field]))
        box = _numbers(self._log.habits())[field]
        if box.low <= number <= box.high:
            return None
        return habits_texts.bounds(box.low, box.high)

    def set_number(self, field: Measure, value: float | None) -> None:
        """Keep a number; None is not told any more."""
        known = self._log.habits()
        if field is Measure.KM:
            self._keep(field, replace(known, km=value))
        elif field is Measure.TRAVEL:
            minutes = None if value is None else round(value)
            self._keep(field, replace(known, travel_minutes=minutes))
        elif value is not None:
            minutes = round(value * MINUTES_AN_HOUR)
            if field is Measure.DAY:
                self._keep(field, replace(known, day_minutes=minutes))
            else:
                self._keep(field, replace(known, first_minutes=minutes))

    # Choices

    def choose(self, field: Pick, code: str) -> None:
        """Keep a choice."""
        known = self._log.habits()
        match field:
            case Pick.WORKPLACE:
                new = replace(known, workplace=WorkplaceId(code) if code else None)
            case Pick.MODE:
                new = replace(known, mode=Mode(code) if code else None)
            case Pick.THERE:
                new = replace(known, there=Band(code))
            case Pick.BACK:
                new = replace(known, back=Band(code))
            case Pick.MAY_5:
                new = replace(known, may5=May5(code))
        self._keep(field, new)

    def set_good_friday(self, *, is_off: bool) -> None:
        """Keep whether Good Friday is a day off."""
        new = replace(self._log.habits(), good_friday=is_off)
        self._keep_as(habits_texts.good_friday(), new)

    # Peaks

    def set_own_peaks(self, *, has_own: bool) -> None:
        """Let own peaks hold, the usual ones to begin with; or the usual ones."""
        known = self._log.habits()
        self._typed.forget()
        new = replace(known, morning=None, evening=None)
        if has_own:
            new = habits_peaks.usual(self._usual(known), known)
        self._asks_peaks = has_own and new.peaks is None
        self._keep_as(habits_texts.own_peaks(), new)

    def set_clock(self, clock: Clock, text: str) -> None:
        """Take a typed time; it is kept when its peak has both."""
        known = self._log.habits()
        self._keep(clock, self._typed.type(clock, text, known))

    # Keeping

    def _keep(self, field: Measure | Pick | Clock, new: Habits) -> None:
        self._keep_as(habits_texts.label(field), new)

    def _keep_as(self, name: str, new: Habits) -> None:
        if new == self._log.habits():
            self._changed()
            return
        try:
            undo = self._log.put_habits(new)
        except ThuiswerkplekError as error:
            self._tell(error)
            self._changed()  # the field shows what holds again
            return
        self._show_anew()
        self._shell.notify(
            Notice(
                habits_texts.saved(name),
                action=_("Undo"),
                on_action=lambda: self._undo(undo),
            )
        )

    def _undo(self, undo: Undo) -> None:
        try:
            undo()
        except ThuiswerkplekError as error:
            self._tell(error)
            return
        self._typed.forget()
        self._asks_peaks = False
        self._show_anew()

    def _show_anew(self) -> None:
        self._shell.data_changed()
        self._changed()

    def _tell(self, error: ThuiswerkplekError) -> None:
        self._shell.notify(Notice(sentence(error), Level.PROBLEM))


def _numbers(known: Habits) -> dict[Measure, NumberBox]:
    is_short = known.first_minutes >= known.day_minutes
    note = habits_texts.shortened() if is_short else ""
    day, first = known.day_minutes, known.first_minutes
    most = WHOLE_DAY - QUARTER
    return {
        Measure.DAY: NumberBox(_hours(day), QUARTER, WHOLE_DAY, 0.5, 2),
        Measure.FIRST: NumberBox(_hours(first), QUARTER, most, 0.5, 2, note),
        Measure.KM: NumberBox(known.km, 0, MOST_KM, 1, 3),
        Measure.TRAVEL: NumberBox(known.travel_minutes, 0, MINUTES_A_DAY, 5, 0),
    }


def _hours(minutes: int) -> float:
    return minutes / MINUTES_AN_HOUR
