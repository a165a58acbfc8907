"""What *Vandaag* asks about a day once it was chosen: the workplace, and the travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import MINUTES_A_DAY, MOST_KM, Band, Mode, Where
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker import today_day
from thuiswerkplek.ui.worker.today_models import Asked, Option, Question, WayWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thuiswerkplek.domain.daylog import Day
    from thuiswerkplek.domain.habits import Habits
    from thuiswerkplek.domain.workplace import Workplace

BANDS = {
    Asked.THERE: (Band.MORNING_PEAK, Band.OUTSIDE),
    Asked.BACK: (Band.EVENING_PEAK, Band.OUTSIDE),
}


def questions(
    day: Day, habits: Habits, places: Iterable[Workplace]
) -> tuple[Question, ...]:
    """Return what may be asked about this day."""
    return (*_workplace(day, tuple(places)), *_travel(day, habits))


def knows_way(habits: Habits) -> bool:
    """Return whether mode and length of the usual way are known."""
    return habits.mode is not None and habits.km is not None


def _workplace(day: Day, places: tuple[Workplace, ...]) -> Iterator[Question]:
    is_home = any(part.where is Where.HOME for part in day.parts)
    if len(places) < 2 or not is_home:  # noqa: PLR2004 - one place is no choice
        return
    chosen, text = today_day.workplace_of(day), _("Which workplace at home?")
    yield Question(
        Asked.WORKPLACE,
        text,
        tuple(
            Option(place.id, place.name, f"{text} {place.name}", place.id == chosen)
            for place in places
        ),
    )


def _travel(day: Day, habits: Habits) -> Iterator[Question]:
    if not today_day.is_travelled(day):
        return
    filled = today_day.with_legs(day, habits)
    for asked, bands in BANDS.items():
        at = today_day.leg_at(filled, asked)
        if at is None:
            continue
        chosen = filled.trips[at].band if filled is day else None
        yield Question(
            asked,
            travel_word(asked),
            tuple(_band(asked, band, is_chosen=band is chosen) for band in bands),
        )


def travel_word(asked: Asked) -> str:
    """Return which way it is."""
    return _("The way there") if asked is Asked.THERE else _("The way back")


def _band(asked: Asked, band: Band, *, is_chosen: bool) -> Option:
    text = {
        Band.MORNING_PEAK: _("Morning peak"),
        Band.EVENING_PEAK: _("Evening peak"),
        Band.OUTSIDE: _("Outside it"),
    }[band]
    spoken = f"{travel_word(asked)}: {balance_words.band(band)}"
    return Option(band, text, spoken, is_chosen)


def way_words() -> WayWords:
    """Return what asks for the usual way to work."""
    return WayWords(
        title=_("How do you usually travel to work?"),
        text=_("Then your trips fill in by themselves. You can change this later."),
        modes=tuple(
            Option(mode, words.capital(text), text)
            for mode in Mode
            for text in (balance_words.mode(mode),)
        ),
        mode_label=_("Way of travelling"),
        mode_none=_("Choose…"),
        km_label=_("Kilometres one way"),
        minutes_label=_("Minutes one way"),
        most_km=MOST_KM,
        most_minutes=MINUTES_A_DAY,
        keep=_("Keep this"),
        later=_("Not now"),
    )
