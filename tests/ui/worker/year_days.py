"""Days, an agreement and habits for the tests of the year."""

from __future__ import annotations

from datetime import date, timedelta

from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.agreement_rules import DaysRule, RuleCode, TeamAnchor
from thuiswerkplek.domain.daylog import Band, DayKind, Mode, Where
from thuiswerkplek.domain.habits import Habits, usual_day

WEEK = (DayKind.HOME, DayKind.OFFICE, DayKind.HOME_FIRST, DayKind.OFFICE, DayKind.HOME)
RULES = (
    DaysRule(RuleCode.DAYS_MIN, 3),
    DaysRule(RuleCode.DAYS_MAX, 1, where=Where.HOME),
    TeamAnchor(2),
)
AGREED = Agreement(date(2026, 1, 1), rules=RULES, days_a_week=5)


def habits(workplace=None):
    return Habits(
        mode=Mode.TRAIN,
        km=25,
        travel_minutes=40,
        there=Band.MORNING_PEAK,
        back=Band.OUTSIDE,
        workplace=workplace,
    )


def days(first, last, usual):
    """Return the working days from a date to another, every week alike."""
    count = (last - first).days + 1
    dates = (first + timedelta(number) for number in range(count))
    return [
        usual_day(WEEK[on.weekday()], on, usual) for on in dates if on.weekday() < 5
    ]


def fill(services, first=date(2026, 9, 1), last=date(2026, 11, 20), agreement=AGREED):
    """Let the log hold an autumn and an agreement; return the workplace used."""
    place = services.places.add("Attic")
    log = services.day_log
    log.put_habits(habits(place.id))
    log.put(*days(first, last, log.habits()))
    if agreement is not None:
        log.agree(agreement)
    return place
