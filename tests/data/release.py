"""Write one file of every format as it is now, where there is none yet (README.md)."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.domain.agreements import FULL
from tests.fakes import TODAY
from tests.report.papers import made
from tests.report.sealed import CATALOGUE, PEOPLE, PROGRAM
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    Mode,
    Part,
    PlannedDay,
    Purpose,
    Trip,
    WeekPattern,
    Where,
)
from thuiswerkplek.domain.habits import Habits, PeakHours
from thuiswerkplek.domain.holidays_nl import May5
from thuiswerkplek.domain.months import SharedMonth
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import DayRecords, Request
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.envelope import KINDS
from thuiswerkplek.services.sharing import report_of

FEW = 8  # answers of each place
FOLDER = Path(__file__).parent / "released"


def facts(value):
    """Return a value as plain JSON, so that it can be compared after years."""
    if is_dataclass(value):
        return {one.name: facts(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, dict):
        return {str(key): facts(inner) for key, inner in value.items()}
    if isinstance(value, frozenset):
        return sorted(facts(inner) for inner in value)
    if isinstance(value, tuple | list):
        return [facts(inner) for inner in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _worker():
    """Return somebody with two places, requests, measures and a day log."""
    found = _somebody()
    zolder = found.general.places[0].workplace.id
    parts = (Part(Where.HOME, 150, zolder, "DE"), Part(Where.OFFICE, 330))
    trips = (
        Trip(Purpose.COMMUTE, Mode.TRAIN, 25.4, Band.OUTSIDE),
        Trip(Purpose.BUSINESS, Mode.CAR, 0.125),
    )
    days = (
        Day(date(2026, 11, 20), (Part(Where.OFF, 0),)),
        Day(date(2026, 11, 23), parts, trips),
        Day(date(2028, 2, 29), (Part(Where.CUSTOMER, 1_440),), is_planned=True),
    )
    week = (PlannedDay(parts, trips),) * 5 + (PlannedDay(),) * 2
    patterns = (WeekPattern(date(2026, 1, 1), week),)
    habits = Habits(
        workplace=zolder,
        mode=Mode.E_BIKE,
        km=7.25,
        travel_minutes=25,
        there=Band.MORNING_PEAK,
        may5=May5.ALWAYS,
        evening=PeakHours(960, 1_110),
    )
    return replace(found, log=DayRecords(days, patterns, (FULL,), habits))


def _somebody():
    return next(
        worker
        for worker in map(PEOPLE.worker, range(60))
        if len(worker.general.places) > 1 and worker.general.sharing.requests
    )


def _report():
    """Return a small report with all that one can hold, remarks and odd names too."""
    records = _worker().general
    places = tuple(replace(place, checks=_few(place)) for place in records.places)
    report = report_of(
        replace(records, places=places), CATALOGUE, today=TODAY, program=PROGRAM
    )
    person = Person("Zoë 👩\u200d💻 דנה de Vries", "00123", "R&D <Zorg>")
    return replace(
        report,
        person=person,
        places=tuple(map(_noted, report.places)),
        requests=tuple(Request),
        months=(
            SharedMonth(2026, 2, 20, 11, 5, 3, 1, 2, 4),
            SharedMonth(2026, 10, 1, 1, 0, 0, 0, 0, 0),
        ),
        version=3,
        replaces=2,
    )


def _few(place):
    (check,) = place.checks
    return (replace(check, answers=dict(list(check.answers.items())[:FEW])),)


def _noted(place):
    answers = tuple(
        replace(answer, remark=f"Opmerking {number}: ’t kan – 74,5 cm 🪑")
        for number, answer in enumerate(place.answers)
    )
    return replace(place, answers=answers)


def main() -> None:
    """Write the missing files."""
    for value in (_report(), _worker(), FULL):
        kind, version = KINDS[type(value)]
        name = f"{kind}-{version}"
        told = json.dumps(facts(value), indent=1, ensure_ascii=False, sort_keys=True)
        _write(f"{name}.json", codec.encode(value, program=PROGRAM))
        _write(f"{name}.facts.json", told.encode() + b"\n")
        if isinstance(value, EmployerReport):
            _write(f"{name}.pdf", made(value, "en"))


def _write(name: str, content: bytes) -> None:
    path = FOLDER / name
    if path.exists():
        print("there already:", name)
        return
    path.write_bytes(content)
    print("written:", name)


if __name__ == "__main__":
    main()
