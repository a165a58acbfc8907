"""Everything a worker keeps, in parts that never mix: general, private, day log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.catalogue import Answers
from thuiswerkplek.domain.check import Check, CheckId
from thuiswerkplek.domain.daylog import Day, WeekPattern
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.measures import Measure
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.workplace import Workplace, WorkplaceId


class Reader(StrEnum):
    """Who a report is made for."""

    EMPLOYER = "employer"


class Request(StrEnum):
    """A neutral request, sent without a reason (catalogue dossier, section 8)."""

    WORKPLACE_ADVICE = "workplace-advice"
    EYE_TEST = "eye-test"
    EQUIPMENT = "equipment"


@dataclass(frozen=True, slots=True)
class Issued:
    """The last report made for a reader; the version counts exports (TM-24)."""

    report_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the worker strikes out and releases; keys are made by `sharing`."""

    struck: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    requests: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One workplace with what is generally known of it; checks oldest first."""

    workplace: Workplace
    intake: Answers
    checks: tuple[Check, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class GeneralRecords:
    """The general part: what reports are made from."""

    person: Person = field(default_factory=Person)
    places: tuple[Place, ...] = ()
    sharing: Sharing = field(default_factory=Sharing)
    issued: Mapping[Reader, Issued] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class PrivateRecords:
    """The private part: answers about body, health and habits; never in a report."""

    intake: Mapping[WorkplaceId, Answers] = field(default_factory=dict)
    answers: Mapping[CheckId, Answers] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class DayRecords:
    """The day log, by date: what no report is made from but by the worker's choice."""

    days: tuple[Day, ...] = ()
    patterns: tuple[WeekPattern, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, slots=True)
class WorkerFile:
    """Everything of one worker in one file: the export a person takes along."""

    general: GeneralRecords
    private: PrivateRecords = field(default_factory=PrivateRecords)
    log: DayRecords = field(default_factory=DayRecords)
