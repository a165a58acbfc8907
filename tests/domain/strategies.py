"""Generated values of the domain, for tests of rules that hold for any of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from tests.domain import agreements, daylog_strategies
from tests.fakes import TODAY
from thuiswerkplek.bootstrap import catalogue
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import (
    SKIPPED,
    UNKNOWN,
    Actor,
    Answer,
    Kind,
    Scope,
    Visibility,
)
from thuiswerkplek.domain.check import Check, CheckId
from thuiswerkplek.domain.daylog import Band, Mode, PlannedDay, WeekPattern
from thuiswerkplek.domain.habits import Habits, PeakHours
from thuiswerkplek.domain.holidays_nl import May5
from thuiswerkplek.domain.measures import (
    Step,
    advance,
    allowed_steps,
    measure_id,
    proposed,
)
from thuiswerkplek.domain.months import first_told, shared_months
from thuiswerkplek.domain.people import (
    NAME_LENGTH,
    REMARK_LENGTH,
    Person,
    clean_name,
    clean_text,
)
from thuiswerkplek.domain.records import (
    DayRecords,
    GeneralRecords,
    Issued,
    Place,
    PrivateRecords,
    Reader,
    Request,
    Sharing,
    WorkerFile,
)
from thuiswerkplek.domain.sharing import Terms, employer_report
from thuiswerkplek.domain.workplace import WHOLE, Workplace, WorkplaceId

CATALOGUE = catalogue()
ITEMS = tuple(CATALOGUE.items)
EVERY_QUESTION = (*CATALOGUE.intake, *ITEMS)

days = st.dates(date(2024, 1, 1), TODAY)
names = st.text(max_size=40).map(lambda text: clean_name(text, field="name"))
remarks = st.just("") | st.text(max_size=60).map(
    lambda text: clean_text(text, field="remark", limit=REMARK_LENGTH)
)
long_names = st.text(min_size=NAME_LENGTH, max_size=NAME_LENGTH, alphabet="aé€😀")


def ids(prefix):
    return st.integers(0, 10**9).map(lambda number: f"{prefix}{number}")


def numbers(limits):
    """Any number in the range, and those on its borders."""
    borders = [limits.minimum, limits.maximum]
    risky = [limits.risk_below, limits.risk_above, limits.attention_above]
    borders += [border for border in risky if border is not None]
    return st.sampled_from(borders) | st.floats(limits.minimum, limits.maximum)


def together(question):
    """The options of a multiple choice that may go together."""
    return [option for option in question.options if option != question.exclusive]


def values(question):
    """Everything the question accepts, skipping apart."""
    if question.kind is Kind.CHOICE:
        return st.sampled_from(question.options)
    if question.kind is Kind.NUMBER:
        unknown = st.just(UNKNOWN) if question.number.can_be_unknown else st.nothing()
        return numbers(question.number) | unknown
    several = together(question)
    alone = st.just((question.exclusive,)) if question.exclusive else st.nothing()
    some = st.lists(st.sampled_from(several), min_size=1, unique=True).map(tuple)
    return some | alone


@cache
def _answers_to(question_id):
    question = CATALOGUE.question(question_id)
    reading = st.none()
    if question.reading is not None:
        reading |= numbers(question.reading)
    return st.builds(Answer, values(question), reading, remarks) | st.just(
        Answer(SKIPPED)
    )


def answers_to(question):
    """An answer or a skip."""
    return _answers_to(question.id)


def answers(questions):
    """Answers to some of the questions."""
    return _answers(tuple(question.id for question in questions))


@st.composite
def _answers(draw, question_ids):
    chosen = draw(st.lists(st.sampled_from(question_ids), max_size=8, unique=True))
    return {key: draw(_answers_to(key)) for key in chosen}


def questions(among):
    """One of these questions."""
    return st.sampled_from([question.id for question in among]).map(CATALOGUE.question)


def of_class(questions, *classes):
    return tuple(question for question in questions if question.visibility in classes)


GENERAL = (Visibility.EMPLOYER, Visibility.ADVISOR)
INTAKE_GENERAL = of_class(CATALOGUE.intake, *GENERAL)
INTAKE_PRIVATE = of_class(CATALOGUE.intake, Visibility.PRIVATE)
ITEMS_GENERAL = of_class(ITEMS, *GENERAL)
ITEMS_PRIVATE = of_class(ITEMS, Visibility.PRIVATE)
EMPLOYERS = of_class(ITEMS, Visibility.EMPLOYER)

# Enough of the intake for every employer question to apply.
FULL_INTAKE = {
    "intake-home-days": Answer(3.0),
    "intake-home-hours": Answer(8.0),
    "intake-screen-hours": Answer(6.0),
    "intake-call-hours": Answer(2.0),
    "intake-devices": Answer(("laptop", "tablet")),
    "intake-external-screen": Answer("two-or-more"),
    "intake-desk-type": Answer("sit-stand-desk"),
    "intake-chair-type": Answer("office-chair"),
    "intake-paper-work": Answer("yes"),
    "intake-practical-work": Answer("yes"),
    "intake-glasses": Answer("multifocal"),
}


@st.composite
def lives(draw, measure, acts, *, most=6):
    """A measure after some of the steps its life allows."""
    for _ in range(draw(st.integers(0, most))):
        state = draw(st.sampled_from(allowed_steps(measure.state, acts)))
        day = measure.steps[-1].day + timedelta(days=draw(st.integers(0, 30)))
        who = draw(st.sampled_from(Actor))
        step = Step(state, min(day, TODAY), who, draw(remarks))
        measure = advance(measure, step, acts)
    return measure


@st.composite
def measures(draw, place, among):
    known = [question.id for question in among]
    chosen = draw(st.lists(st.sampled_from(known), max_size=3, unique=True))
    made = []
    for question in map(CATALOGUE.question, chosen):
        day = draw(st.dates(date(2024, 1, 1), date(2026, 1, 1)))
        first = proposed(measure_id(place, question.id), place, question.id, day)
        made.append(draw(lives(first, question.acts)))
    return tuple(made)


@st.composite
def checks(draw, place, check_id, started):
    return Check(
        id=CheckId(check_id),
        workplace=place,
        catalogue_version=CATALOGUE.version,
        started=started,
        finished=draw(st.none() | st.just(started)),
        position=draw(st.none() | questions(EVERY_QUESTION).map(lambda q: q.id)),
        answers=draw(answers(ITEMS_GENERAL)),
    )


@st.composite
def places(draw, number):
    place = WorkplaceId(draw(ids(f"p{number}-")))
    dates = sorted(draw(st.lists(days, max_size=3)))
    intake = draw(answers(INTAKE_GENERAL))
    if draw(st.booleans()):
        full = {
            question.id: FULL_INTAKE.get(question.id) for question in INTAKE_GENERAL
        }
        intake = {key: answer for key, answer in full.items() if answer} | intake
    return Place(
        workplace=Workplace(place, draw(names), draw(st.integers(0, WHOLE))),
        intake=intake,
        checks=tuple(
            draw(checks(place, f"{place}-c{index}", day))
            for index, day in enumerate(dates)
        ),
        measures=draw(measures(place, ITEMS_GENERAL)),
    )


@st.composite
def choices(draw, made):
    """What is struck out and released, among what there is."""
    keys = [sharing.STAFF_NUMBER, sharing.DEPARTMENT]
    loose = [sharing.MONTHS]
    for place in made:
        keys += [
            sharing.place_key(place.workplace.id),
            sharing.place_name_key(place.workplace.id),
        ]
        given = set(place.intake)
        for check in place.checks:
            given |= set(check.answers)
        keys += [sharing.answer_key(place.workplace.id, key) for key in sorted(given)]
        loose += [sharing.remark_key(place.workplace.id, key) for key in sorted(given)]
    struck = draw(st.lists(st.sampled_from(keys), max_size=4, unique=True))
    released = draw(st.lists(st.sampled_from(loose), max_size=6, unique=True))
    wanted = draw(st.sets(st.sampled_from(Request)))
    return Sharing(
        tuple(sorted(struck)),
        tuple(sorted(released)),
        tuple(kind for kind in Request if kind in wanted),
    )


@st.composite
def general_records(draw):
    count = draw(st.integers(0, 2))
    made = tuple(draw(places(number)) for number in range(count))
    issued = draw(st.none() | st.builds(Issued, ids("r"), st.integers(0, 50)))
    return GeneralRecords(
        person=draw(st.builds(Person, names, names, names)),
        places=made,
        sharing=draw(choices(made)),
        issued={} if issued is None else {Reader.EMPLOYER: issued},
    )


@st.composite
def private_records(draw, general):
    intake, given, kept = {}, {}, []
    for place in general.places:
        known = draw(answers(INTAKE_PRIVATE))
        if known:
            intake[place.workplace.id] = known
        for check in place.checks:
            known = draw(answers(ITEMS_PRIVATE))
            if known:
                given[check.id] = known
        kept += draw(measures(place.workplace.id, ITEMS_PRIVATE))
    return PrivateRecords(intake, given, tuple(kept))


@st.composite
def day_records(draw, used):
    """A day log in order, whose days at home are at one of these places, or none."""
    days = [_moved(day, used) for day in draw(daylog_strategies.logs(most=4))]
    days.sort(key=lambda day: day.date)
    free = PlannedDay()
    patterns = tuple(
        WeekPattern(day.date, (PlannedDay(day.parts, day.trips),) + (free,) * 6)
        for day in days[:2]
    )
    made = draw(
        st.lists(
            agreements.agreements(),
            max_size=2,
            unique_by=lambda one: (one.valid_from, one.version, one.source),
        )
    )
    made.sort(key=lambda one: (one.valid_from, one.version, one.source))
    return DayRecords(tuple(days), patterns, tuple(made), draw(habits(used)))


def habits(used):
    """Habits with all they may have, at one of these places or at none."""
    peaks = st.none() | st.builds(PeakHours, st.integers(0, 600), st.integers(601, 719))
    evenings = st.none() | st.builds(
        PeakHours, st.integers(720, 900), st.integers(901, 1_439)
    )
    return st.builds(
        Habits,
        day_minutes=st.integers(2, 1_440),
        first_minutes=st.integers(1, 1_439),
        workplace=st.sampled_from((None, *used)),
        mode=st.none() | st.sampled_from(Mode),
        km=st.none() | daylog_strategies.kilometres,
        travel_minutes=st.none() | st.integers(0, 1_440),
        there=st.sampled_from(Band),
        back=st.sampled_from(Band),
        may5=st.sampled_from(May5),
        good_friday=st.booleans(),
        morning=peaks,
        evening=evenings,
    )


def _moved(day, used):
    return replace(
        day,
        parts=tuple(
            replace(part, workplace=used[0] if part.workplace and used else None)
            for part in day.parts
        ),
    )


@st.composite
def worker_files(draw):
    general = draw(general_records())
    used = tuple(place.workplace.id for place in general.places)
    private = draw(private_records(general))
    return WorkerFile(general, private, draw(day_records(used)))


terms = st.builds(
    Terms,
    report_id=ids("r"),
    version=st.integers(1, 99),
    day=days,
    program_version=st.just("thuiswerkplek 0.1.0"),
)


@st.composite
def employer_reports(draw):
    chosen = draw(terms)
    days = st.dates(first_told(chosen.day), chosen.day)
    found = shared_months(draw(daylog_strategies.logs(days, most=6)), chosen.day)
    return employer_report(CATALOGUE, draw(general_records()), chosen, found)


PERSON_INTAKE = tuple(q for q in CATALOGUE.intake if q.scope is Scope.PERSON)
