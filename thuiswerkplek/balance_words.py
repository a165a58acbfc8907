"""Words for days, trips, agreements and remarks of the balance, for window and line."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.balance import ShareClass
from thuiswerkplek.domain.cross_border import Insured, Level
from thuiswerkplek.domain.daylog import METRES_A_KM, Band, DayKind, Mode, Purpose, Where
from thuiswerkplek.domain.hints import HintCode
from thuiswerkplek.domain.rates import euros
from thuiswerkplek.i18n import Language, _, current, ngettext

if TYPE_CHECKING:
    from thuiswerkplek.domain.hints import Hint

HALVES = 2
MINUTES_AN_HOUR = 60
PER_CENT = 100
GRAMS_A_KG = 1_000


def unknown() -> str:
    """Return how a figure is shown that nobody knows."""
    return _("unknown")


def where(value: Where) -> str:
    """Return where a part of a day was."""
    return {
        Where.HOME: _("at home"),
        Where.OFFICE: _("at the office"),
        Where.ELSEWHERE: _("at another workplace"),
        Where.CUSTOMER: _("at a customer"),
        Where.OFF: _("off"),
    }[value]


def letter(value: Where) -> str:
    """Return the one letter that tells a place apart in a small picture of a day."""
    if value is Where.OFF:
        return "–"
    word = {Where.HOME: _("Home"), Where.OFFICE: _("Office")}.get(value)
    return (word or _("Elsewhere"))[0]


def day_kind(value: DayKind) -> str:
    """Return what a day was as a whole."""
    return {
        DayKind.HOME: _("at home"),
        DayKind.OFFICE: _("at the office"),
        DayKind.HOME_FIRST: _("first at home, then at the office"),
        DayKind.MIXED: _("at more than one place"),
        DayKind.ELSEWHERE: _("at another workplace"),
        DayKind.OFF: _("not working"),
    }[value]


def band(value: Band) -> str:
    """Return when a leg was travelled."""
    return {
        Band.MORNING_PEAK: _("in the morning peak"),
        Band.EVENING_PEAK: _("in the evening peak"),
        Band.OUTSIDE: _("outside the peaks"),
        Band.UNKNOWN: _("at a time not noted"),
    }[value]


def mode(value: Mode) -> str:
    """Return how a leg was travelled."""
    return {
        Mode.CAR_PETROL: _("car, petrol"),
        Mode.CAR_DIESEL: _("car, diesel"),
        Mode.CAR_HYBRID: _("car, plug-in hybrid"),
        Mode.CAR_LPG: _("car, LPG"),
        Mode.CAR_CNG: _("car, natural gas"),
        Mode.CAR_ELECTRIC: _("car, electric"),
        Mode.CAR_HYDROGEN: _("car, hydrogen"),
        Mode.CAR: _("car, fuel not known"),
        Mode.MOTORCYCLE: _("motorcycle"),
        Mode.MOPED: _("moped"),
        Mode.TRAIN: _("train"),
        Mode.TRAM_METRO: _("tram or metro"),
        Mode.BUS: _("bus"),
        Mode.PUBLIC_TRANSPORT: _("public transport"),
        Mode.BICYCLE: _("bicycle"),
        Mode.E_BIKE: _("e-bike"),
        Mode.SPEED_PEDELEC: _("speed pedelec"),
        Mode.WALK: _("on foot"),
    }[value]


def purpose(value: Purpose) -> str:
    """Return what a leg was for."""
    return {Purpose.COMMUTE: _("commuting"), Purpose.BUSINESS: _("business trips")}[
        value
    ]


def means(name: str, fuel: str) -> str:
    """Return a line of the WPM form; a code the form gets later is shown as it is."""
    text = {
        "car": _("car"),
        "motorcycle": _("motorcycle"),
        "moped": _("moped"),
        "public-transport": _("public transport"),
        "bicycle-walk": _("bicycle or on foot"),
        "speed-pedelec": _("speed pedelec"),
    }.get(name, name)
    fuels = {
        "petrol": _("petrol"),
        "diesel": _("diesel"),
        "plug-in hybrid": _("plug-in hybrid"),
        "lpg": _("LPG"),
        "cng": _("natural gas"),
        "electric": _("electric"),
        "hydrogen": _("hydrogen"),
        "unknown": _("fuel not known"),
    }
    return f"{text}, {fuels.get(fuel, fuel)}" if fuel else text


def share_class(value: ShareClass) -> str:
    """Return the group of TNO that a share of work at home falls in."""
    return {
        ShareClass.LOCATION: _("on location"),
        ShareClass.PARTLY: _("partly at home"),
        ShareClass.MAINLY: _("mainly at home"),
        ShareClass.FULLY: _("fully at home"),
    }[value]


def level(value: Level) -> str:
    """Return how near a line across the border is."""
    return {
        Level.FINE: _("well below the line"),
        Level.WATCH: _("keep an eye on it"),
        Level.CLOSE: _("close to the line; plan the rest of the year"),
        Level.LAST: _("at the line: one more is over it"),
        Level.ACT: _("fine with an A1 statement; ask your employer for it"),
        Level.OVER: _("over the line; talk to your employer"),
        Level.UNKNOWN: unknown(),
    }[value]


def insured(value: Insured) -> str:
    """Return where social security is."""
    return {
        Insured.WORK_STATE: _("insured where the employer is"),
        Insured.A1: _("insured where the employer is, with an A1 statement"),
        Insured.RESIDENCE: _("insured where you live"),
        Insured.UNKNOWN: _("not known where you are insured"),
    }[value]


def weekday(value: int) -> str:
    """Return a weekday by its ISO number."""
    return (
        *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday")),
        *(_("Friday"), _("Saturday"), _("Sunday")),
    )[value - 1]


def short_weekday(value: int) -> str:
    """Return a weekday in two letters, for above a column."""
    names = (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))
    return names[value - 1]


def month(value: int) -> str:
    """Return a month by its number."""
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October")),
        *(_("November"), _("December")),
    )[value - 1]


def short_month(value: int) -> str:
    """Return a month in three letters, for under a bar."""
    return (
        *(_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun")),
        *(_("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")),
    )[value - 1]


def hint(value: Hint, place: str = "") -> str:
    """Return a remark; `place` is the name of the workplace it is about."""
    count = floor(value.value)
    text = {
        HintCode.NO_AGREEMENT: _(
            "There is no agreement to compare with. Talk one over with your manager."
        ),
        HintCode.NO_HOME_DAY: ngettext(
            "{count} period had none of the home days you agreed on.",
            "{count} periods had none of the home days you agreed on.",
            count,
        ),
        HintCode.MOSTLY_HOME: _(
            "{share} of your time was at home. A day with your team keeps both sides"
            " in balance."
        ),
        HintCode.HARDLY_HOME: _(
            "{share} of your time was at home. Each day at home saves two trips."
        ),
        HintCode.LONG_RUN: ngettext(
            "{count} working day in a row without a day on site.",
            "{count} working days in a row without a day on site.",
            count,
        ),
        HintCode.PEAK_TRAVEL: _(
            "{share} of your trips to and from work were in a peak. First work at"
            " home, then travel: that avoids it."
        ),
        HintCode.BUSY_DAYS: _(
            "{share} of your office days were on the busiest days, Tuesday and"
            " Thursday. Another day is quieter."
        ),
        HintCode.PLACE_UNCHECKED: _(
            "You worked up to {hours} hours a day at {place}, which was never checked."
            " Do the check."
        ),
        HintCode.PLACE_USED_MORE: _(
            "You work {hours} hours a week at {place}; its check counted on {limit}."
            " Do the check again."
        ),
    }[value.code]
    return text.format(
        count=count,
        share=words.percent(_rounded(value.value)),
        hours=words.number(float(value.value)),
        limit=words.number(float(value.limit)),
        place=place or _("Workplace"),
    )


def ground(value: Hint) -> str:
    """Return on whose word a remark is made, and how certain that is."""
    if value.ground is None:
        return _("By your own agreement.")
    basis = value.ground.basis
    note = basis.note.get(current(), "")
    return f"{note} {words.certainty(basis.certainty)}".strip()


def percent(share: Fraction | None) -> str:
    """Return a share of 1 in whole per cent, half a per cent up."""
    return unknown() if share is None else words.percent(_rounded(share * PER_CENT))


def _rounded(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def days(halves: int) -> str:
    """Return half days as days."""
    return words.number(halves / HALVES)


def km(metres: int) -> str:
    """Return a length in kilometres."""
    return _("{km} km").format(km=words.number(metres / METRES_A_KM))


def duration(minutes: int) -> str:
    """Return a length of time."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def kg(grams: Fraction | None) -> str:
    """Return a weight in kilograms to a tenth."""
    if grams is None:
        return unknown()
    tenths = _rounded(grams * 10 / GRAMS_A_KG)
    return _("{kg} kg").format(kg=words.number(tenths / 10))


def euro(amount: Fraction | None) -> str:
    """Return an amount in euros and cents, as the language writes it."""
    if amount is None:
        return unknown()
    text = f"{euros(amount):,.2f}"
    if current() is Language.EN:
        return f"€{text}"
    return "€ " + text.translate(str.maketrans(",.", ".,"))
