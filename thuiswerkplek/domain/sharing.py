"""What a reader gets: `EmployerReport` and the projection that makes it.

The report type has exactly the fields an employer may see (TM-11). It is built from
the general records alone, and everything computed in it uses only the answers that
are in it (TM-2): what was not answered, skipped, struck out or never asked looks
the same. Of the day log it gets finished month totals; no day ever comes here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypeAlias

from thuiswerkplek.domain.bounds import Between
from thuiswerkplek.domain.catalogue import (
    Actor,
    Answer,
    Answers,
    Catalogue,
    Cost,
    Question,
    QuestionId,
    Value,
    Visibility,
)
from thuiswerkplek.domain.check import Check, applicable, is_answered
from thuiswerkplek.domain.findings import Finding, findings, theme_severity
from thuiswerkplek.domain.measures import Measure, State, due
from thuiswerkplek.domain.months import SharedMonth
from thuiswerkplek.domain.people import Name, Person, Remark
from thuiswerkplek.domain.records import GeneralRecords, Place, Request, Sharing
from thuiswerkplek.domain.workplace import (
    Equipment,
    Percent,
    WorkplaceId,
    equipment,
)

STAFF_NUMBER = "person/staff-number"
DEPARTMENT = "person/department"
MONTHS = "log/months"  # goes only once it is released

Severity: TypeAlias = Annotated[int, Between(1, 3)]
ThemeSeverity: TypeAlias = Annotated[int, Between(0, 3)]
Hours: TypeAlias = Annotated[float, Between(0, 168)]
Version: TypeAlias = Annotated[int, Between(1)]


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """One answer of class `employer`; the remark only when it was released."""

    question: QuestionId
    value: Value
    reading: float | None = None
    remark: Remark = ""


@dataclass(frozen=True, slots=True)
class SharedFinding:
    """A risk among the shared answers; hours a week, None when not shared."""

    question: QuestionId
    severity: Severity
    weekly_hours: Hours | None


@dataclass(frozen=True, slots=True)
class SharedTheme:
    """How a theme stands by the shared answers: 0 fine, 2 or 3."""

    theme: str
    severity: ThemeSeverity


@dataclass(frozen=True, slots=True)
class SharedMeasure:
    """What is asked or done about a shared finding."""

    question: QuestionId
    acts: Actor
    cost: Cost
    state: State
    since: date
    due: date


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """One workplace as the employer sees it."""

    name: Name
    share_percent: Percent
    checked_on: date
    intake: tuple[SharedAnswer, ...]
    equipment: tuple[Equipment, ...]
    answers: tuple[SharedAnswer, ...]
    findings: tuple[SharedFinding, ...]
    themes: tuple[SharedTheme, ...]
    measures: tuple[SharedMeasure, ...]


@dataclass(frozen=True, slots=True)
class EmployerReport:
    """All an employer gets, and nothing else (TM-11)."""

    report_id: str
    version: Version
    replaces: Version | None
    day: date
    catalogue_version: str
    program_version: str
    person: Person
    places: tuple[SharedPlace, ...]
    requests: tuple[Request, ...]
    months: tuple[SharedMonth, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What is fixed from outside for one report: its id, version, day and maker."""

    report_id: str
    version: int
    day: date
    program_version: str


def answer_key(place: WorkplaceId, question: QuestionId) -> str:
    """Return the key by which one answer is struck out."""
    return f"{place}/answer/{question}"


def remark_key(place: WorkplaceId, question: QuestionId) -> str:
    """Return the key by which the remark beside an answer is released."""
    return f"{place}/remark/{question}"


def place_key(place: WorkplaceId) -> str:
    """Return the key by which a whole workplace is struck out."""
    return f"{place}/place"


def place_name_key(place: WorkplaceId) -> str:
    """Return the key by which the name of a workplace is struck out."""
    return f"{place}/name"


def employer_report(
    catalogue: Catalogue,
    records: GeneralRecords,
    terms: Terms,
    months: tuple[SharedMonth, ...] = (),
) -> EmployerReport:
    """Project the general records onto what an employer may see.

    The month totals go only when the worker released them.
    """
    sharing = records.sharing
    shared = (
        _shared_place(catalogue, place, sharing, terms) for place in records.places
    )
    return EmployerReport(
        report_id=terms.report_id,
        version=terms.version,
        replaces=terms.version - 1 if terms.version > 1 else None,
        day=terms.day,
        catalogue_version=catalogue.version,
        program_version=terms.program_version,
        person=_shared_person(records.person, sharing),
        places=tuple(place for place in shared if place is not None),
        requests=tuple(kind for kind in Request if kind in sharing.requests),
        months=months if MONTHS in sharing.released else (),
    )


@dataclass(frozen=True, slots=True)
class Selection:
    """What of one place goes: the check it comes from and the answers that are left.

    `asked` are the questions that apply by the intake that goes along: what is not
    in the report decides nothing in it (TM-2).
    """

    check: Check
    asked_of_place: tuple[Question, ...]
    intake: Answers
    asked: tuple[Question, ...]
    answers: Answers


def selection(catalogue: Catalogue, place: Place, sharing: Sharing) -> Selection | None:
    """Return what goes of a place: its newest check of which an answer is left.

    None when nothing is left, so that a place of which everything was struck out
    looks like one where nothing was ever filled in.
    """
    if place_key(place.workplace.id) in sharing.struck:
        return None
    of_place = tuple(
        question
        for question in catalogue.intake
        if question.visibility is Visibility.EMPLOYER
    )
    intake = _kept(of_place, place.intake, place.workplace.id, sharing)
    asked = applicable(employer_questions(catalogue), intake)
    for check in reversed(place.checks):
        answers = _kept(asked, check.answers, place.workplace.id, sharing)
        if answers:
            return Selection(check, of_place, intake, asked, answers)
    return None


def employer_questions(catalogue: Catalogue) -> tuple[Question, ...]:
    """Return the checklist items an employer may read, in order."""
    return tuple(
        question
        for question in catalogue.items
        if question.visibility is Visibility.EMPLOYER
    )


def _shared_person(person: Person, sharing: Sharing) -> Person:
    return Person(
        name=person.name,
        staff_number="" if STAFF_NUMBER in sharing.struck else person.staff_number,
        department="" if DEPARTMENT in sharing.struck else person.department,
    )


def _shared_place(
    catalogue: Catalogue, place: Place, sharing: Sharing, terms: Terms
) -> SharedPlace | None:
    workplace = place.workplace
    chosen = selection(catalogue, place, sharing)
    if chosen is None:
        return None
    found = findings(
        catalogue,
        chosen.asked,
        chosen.answers,
        intake=chosen.intake,
        share_percent=workplace.share_percent,
    )
    return SharedPlace(
        name="" if place_name_key(workplace.id) in sharing.struck else workplace.name,
        share_percent=workplace.share_percent,
        checked_on=chosen.check.started,
        intake=_in_order(chosen.asked_of_place, chosen.intake),
        equipment=equipment(chosen.intake),
        answers=_in_order(chosen.asked, chosen.answers),
        findings=tuple(
            SharedFinding(item.question, item.severity, _rounded(item.weekly_hours))
            for item in found
        ),
        themes=_themes(catalogue, chosen.answers, found),
        measures=_measures(catalogue, place, chosen.check, found, terms.day),
    )


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, 2)


def _kept(
    questions: tuple[Question, ...],
    answers: Answers,
    place: WorkplaceId,
    sharing: Sharing,
) -> Answers:
    kept: dict[QuestionId, Answer] = {}
    for question in questions:
        answer = answers.get(question.id)
        if answer is None or not is_answered(answer):
            continue
        if answer_key(place, question.id) in sharing.struck:
            continue
        is_released = remark_key(place, question.id) in sharing.released
        remark = answer.remark if is_released else ""
        kept[question.id] = Answer(answer.value, answer.reading, remark)
    return kept


def _in_order(
    questions: tuple[Question, ...], answers: Answers
) -> tuple[SharedAnswer, ...]:
    return tuple(
        SharedAnswer(question.id, answer.value, answer.reading, answer.remark)
        for question in questions
        if (answer := answers.get(question.id)) is not None
    )


def _themes(
    catalogue: Catalogue, answers: Answers, found: tuple[Finding, ...]
) -> tuple[SharedTheme, ...]:
    return tuple(
        SharedTheme(theme.id, theme_severity(theme, found))
        for theme in catalogue.themes
        if any(question.id in answers for question in theme.questions)
    )


def _measures(
    catalogue: Catalogue,
    place: Place,
    check: Check,
    found: tuple[Finding, ...],
    today: date,
) -> tuple[SharedMeasure, ...]:
    return tuple(
        _shared_measure(catalogue, item, _measure_of(place, item), check, today)
        for item in found
    )


def _measure_of(place: Place, item: Finding) -> Measure | None:
    return next((m for m in place.measures if m.question == item.question), None)


def _shared_measure(
    catalogue: Catalogue,
    item: Finding,
    measure: Measure | None,
    check: Check,
    today: date,
) -> SharedMeasure:
    question = catalogue.question(item.question)
    state = measure.state if measure else State.PROPOSED
    since = measure.steps[-1].day if measure else check.started
    if state is State.PROPOSED and question.acts is Actor.EMPLOYER:
        state, since = State.REQUESTED, today  # sending the report is asking for it
    return SharedMeasure(
        question=question.id,
        acts=question.acts,
        cost=question.cost,
        state=state,
        since=since,
        due=due(catalogue, item.severity, max(since, check.started)),
    )
