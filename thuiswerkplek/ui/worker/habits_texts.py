"""The words of the form of a worker's habits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, words
from thuiswerkplek.domain.daylog import Band, Mode
from thuiswerkplek.domain.holidays_nl import May5
from thuiswerkplek.i18n import _, current
from thuiswerkplek.ui.worker.habits_models import Clock, Measure, Pick

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thuiswerkplek.domain.peaks import PeakTimes, Window
    from thuiswerkplek.domain.rates import Source
    from thuiswerkplek.domain.workplace import Workplace

NOT_TOLD = ""  # the code of the choice that says nothing


def label(field: Measure | Pick | Clock) -> str:
    """Return the name of a field."""
    return {
        Measure.DAY: _("Hours a day"),
        Measure.FIRST: _("Hours at home before you travel"),
        Measure.KM: _("Kilometres one way"),
        Measure.TRAVEL: _("Minutes one way"),
        Pick.WORKPLACE: _("Usual place at home"),
        Pick.MODE: _("Way of travelling"),
        Pick.THERE: _("Usual time of the way there"),
        Pick.BACK: _("Usual time of the way back"),
        Pick.MAY_5: _("5 May is a day off"),
        Clock.MORNING_BEGIN: _("Morning peak begins"),
        Clock.MORNING_UNTIL: _("Morning peak ends"),
        Clock.EVENING_BEGIN: _("Evening peak begins"),
        Clock.EVENING_UNTIL: _("Evening peak ends"),
    }[field]


def help_text(field: Measure | Pick) -> str:
    """Return a line that explains a field, if it needs one."""
    return {
        Measure.DAY: _("Of a whole working day, breaks left out."),
        Measure.FIRST: _("On a day that begins at home."),
        Measure.KM: _("From home to the office."),
        Measure.TRAVEL: _("From door to door."),
        Pick.THERE: _("On a day that begins at home it is outside the peaks."),
        Pick.MAY_5: _(
            "Your contract or collective agreement decides. Lustrum years end in 0"
            " or 5."
        ),
    }.get(field, "")


def saved(name: str) -> str:
    """Return that a field was kept."""
    return _("Saved: {field}.").format(field=name)


def good_friday() -> str:
    """Return the name of the tick for Good Friday."""
    return _("Good Friday is a day off")


def own_peaks() -> str:
    """Return the name of the tick for own peaks."""
    return _("My peaks are at other times")


def modes() -> tuple[tuple[str, str], ...]:
    """Return the ways of travelling, and that it is not told."""
    told = ((str(one), words.capital(balance_words.mode(one))) for one in Mode)
    return (_not_told(), *told)


def bands() -> tuple[tuple[str, str], ...]:
    """Return when a way can be travelled."""
    order = (Band.UNKNOWN, Band.OUTSIDE, Band.MORNING_PEAK, Band.EVENING_PEAK)
    return tuple((str(one), words.capital(balance_words.band(one))) for one in order)


def places(known: Iterable[Workplace]) -> list[tuple[str, str]]:
    """Return the places at home."""
    return [_not_told(), *((str(place.id), place.name) for place in known)]


def _not_told() -> tuple[str, str]:
    return NOT_TOLD, _("Not filled in")


def may5() -> tuple[tuple[str, str], ...]:
    """Return in which years 5 May can be a day off."""
    return (
        (str(May5.NEVER), _("Never")),
        (str(May5.LUSTRUM), _("In lustrum years")),
        (str(May5.ALWAYS), _("Every year")),
    )


def example(text: str) -> str:
    """Return what to type where no number could be read."""
    return _("Enter a number, such as {example}.").format(example=text)


def bounds(low: float, high: float) -> str:
    """Return between which numbers to choose."""
    text = _("Choose a number from {low} to {high}.")
    return text.format(low=words.number(low), high=words.number(high))


def shortened() -> str:
    """Return that the first hours are longer than the day."""
    return _("That is your whole day: nothing is left for the office.")


def both_times() -> str:
    """Return that a peak has two times."""
    return _("Fill in both times, or neither.")


def usual_peaks(times: PeakTimes | None, sources: Mapping[str, Source]) -> str:
    """Return when the peaks usually are, and on whose word."""
    if times is None:
        return _("When the peaks usually are is not known.")
    morning, evening, tolerance = times.windows
    told = [_spans(morning, evening)]
    if tolerance:
        told.append(
            _("{minutes} minutes at both ends do not count.").format(minutes=tolerance)
        )
    names = ", ".join(_source(sources[one]) for one in times.basis.sources)
    told.append(_("Source: {names}.").format(names=names))
    told.append(times.basis.note.get(current(), ""))
    told.append(words.certainty(times.basis.certainty))
    return " ".join(part for part in told if part)


def _spans(morning: Window | None, evening: Window | None) -> str:
    known = [_span(window) for window in (morning, evening) if window is not None]
    return _("Usual: {times}.").format(times=", ".join(known))


def _span(window: Window) -> str:
    return f"{window.start:%H:%M}–{window.end:%H:%M}"


def _source(source: Source) -> str:
    return f"{source.name} ({source.dated})" if source.dated else source.name
