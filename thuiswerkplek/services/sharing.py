"""Sharing with the employer: what goes, what stays, the draft, and the saved file."""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import Actor, Visibility
from thuiswerkplek.domain.check import is_answered
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.measures import State, Step, advance, measure_id, proposed
from thuiswerkplek.domain.months import first_told, shared_months
from thuiswerkplek.domain.people import clean_name
from thuiswerkplek.domain.records import Issued, Reader, Request, Sharing
from thuiswerkplek.domain.sharing import EmployerReport, Terms, employer_report
from thuiswerkplek.services.results import (
    Draft,
    SharedField,
    SharedLog,
    ShareOverview,
    StayingField,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from thuiswerkplek.domain.catalogue import Answer, Catalogue, Question
    from thuiswerkplek.domain.months import SharedMonth
    from thuiswerkplek.domain.people import Person
    from thuiswerkplek.domain.records import GeneralRecords, Place
    from thuiswerkplek.domain.sharing import Selection, SharedPlace
    from thuiswerkplek.domain.workplace import Workplace
    from thuiswerkplek.exchange.keys import SigningKey
    from thuiswerkplek.services.ports import (
        Clock,
        Files,
        ReportPaper,
        SealKey,
        WorkerStore,
    )

STAYS_STRUCK = "struck"


class SharingDesk:
    """Use cases of *Delen*, from the general records and month totals alone (TM-10)."""

    def __init__(
        self,
        store: WorkerStore,
        catalogue: Catalogue,
        clock: Clock,
        files: Files,
        program: str,
        seal_key: SealKey,
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._clock = clock
        self._files = files
        self._program = program
        self._seal_key = seal_key
        self._new_id = secrets.token_hex(16)

    def person(self) -> Person:
        """Return who the report is from."""
        return self._store.person()

    def name_person(self, person: Person) -> None:
        """Keep who the report is from.

        Raises:
            ValueRefusedError: a field is longer than 200 characters.
        """
        self._store.put_person(
            replace(
                person,
                name=clean_name(person.name, field="name"),
                staff_number=clean_name(person.staff_number, field="staff-number"),
                department=clean_name(person.department, field="department"),
            )
        )

    def choices(self) -> Sharing:
        """Return what is struck out, released and asked for."""
        return self._store.sharing()

    def strike(self, key: str, *, is_struck: bool) -> None:
        """Strike a field out, or let it go after all."""
        known = self._store.sharing()
        struck = _with(known.struck, key, is_in=is_struck)
        self._store.put_sharing(replace(known, struck=struck))

    def release(self, key: str, *, is_released: bool) -> None:
        """Release a remark or the month totals, or keep them here after all."""
        known = self._store.sharing()
        released = _with(known.released, key, is_in=is_released)
        self._store.put_sharing(replace(known, released=released))

    def ask(self, request: Request, *, is_asked: bool) -> None:
        """Add a neutral request, or take it out."""
        known = self._store.sharing()
        wanted = (
            {*known.requests, request} if is_asked else {*known.requests} - {request}
        )
        requests = tuple(kind for kind in Request if kind in wanted)
        self._store.put_sharing(replace(known, requests=requests))

    def has_something(self) -> bool:
        """Return whether there is an answer an employer report can be made of."""
        return any(map(self._possible, self._store.records().places))

    def _possible(self, place: Place) -> Selection | None:
        """Return what of a place could go, struck or not."""
        return sharing.selection(self._catalogue, place, Sharing())

    def overview(self) -> ShareOverview:
        """Return what goes and what stays, field by field."""
        records = self._store.records()
        return ShareOverview(
            person=_person_fields(records),
            places=tuple(
                (place.workplace, tuple(self._place_fields(place, records.sharing)))
                for place in records.places
                if self._possible(place)
            ),
            staying=tuple(self._staying(records)),
            log=SharedLog(
                sharing.MONTHS,
                self._months(),
                sharing.MONTHS in records.sharing.released,
            ),
        )

    def _months(self) -> tuple[SharedMonth, ...]:
        today = earliest_today(self._clock)
        return shared_months(self._store.log.days(first_told(today), today), today)

    def _place_fields(self, place: Place, choices: Sharing) -> Iterator[SharedField]:
        workplace = place.workplace
        chosen = sharing.selection(self._catalogue, place, choices)
        going = {**chosen.intake, **chosen.answers} if chosen else {}
        key = sharing.place_key(workplace.id)
        yield _place_field(key, "place", workplace, choices, goes=chosen is not None)
        key = sharing.place_name_key(workplace.id)
        goes = chosen is not None and key not in choices.struck
        yield _place_field(key, "place-name", workplace, choices, goes=goes)
        for question, answer in self._visible_answers(place, chosen):
            key = sharing.answer_key(workplace.id, question.id)
            goes = question.id in going
            can_be_struck = goes or key in choices.struck
            yield SharedField(key, "answer", "", question, answer, goes, can_be_struck)
            if answer.remark:
                yield _remark_field(workplace, question, answer, choices, goes=goes)

    def _visible_answers(
        self, place: Place, chosen: Selection | None
    ) -> Iterator[tuple[Question, Answer]]:
        """Go through what could go, struck or not, of the check that is shared."""
        possible = self._possible(place)
        if possible is None:
            return
        given = (chosen or possible).check.answers
        for source, questions in (
            (place.intake, possible.asked_of_place),
            (given, possible.asked),
        ):
            for question in questions:
                answer = source.get(question.id)
                if answer is not None and is_answered(answer):
                    yield question, answer

    def _staying(self, records: GeneralRecords) -> Iterator[StayingField]:
        # Every question of the class, answered or not: this list may not depend on
        # private answers either, since people show their screen (TM-12).
        for question in (*self._catalogue.intake, *self._catalogue.items):
            if question.visibility is not Visibility.EMPLOYER:
                yield StayingField(question, question.visibility)
        for place in records.places:
            whole, *fields = self._place_fields(place, records.sharing)
            for field in fields:
                stays = not field.goes and (whole.goes or field.can_be_struck)
                if field.what == "answer" and field.question and stays:
                    yield StayingField(field.question, STAYS_STRUCK, place.workplace)

    def draft(self, language: str) -> Draft:
        """Return the next version of the report, ready to be made into pages."""
        known = self._store.issued(Reader.EMPLOYER) or Issued(self._new_id, 0)
        terms = Terms(
            report_id=known.report_id,
            version=known.version + 1,
            day=self._clock.today(),
            program_version=self._program,
        )
        records = self._store.records()
        report = employer_report(self._catalogue, records, terms, self._months())
        places = tuple(
            place.workplace.id
            for place in records.places
            if sharing.selection(self._catalogue, place, records.sharing)
        )
        return Draft(report, file_name(report), language, places)

    def key(self) -> SigningKey:
        """Return the key the report is sealed with, made at the first report.

        Raises:
            FileProblem: it cannot be read, or a new one cannot be kept.
        """
        return self._seal_key.key()

    def save(self, draft: Draft, content: bytes, path: Path) -> None:
        """Write the very bytes that were shown, then count this version as given.

        What the report asks of the employer is requested from this day on.

        Raises:
            UnwritableFileError: nothing was written, the count did not change.
        """
        self._files.write(path, content)
        report = draft.report
        self._store.put_issued(
            Reader.EMPLOYER, Issued(report.report_id, report.version)
        )
        self._request_what_was_asked(draft)

    def reads_back(self, draft: Draft, path: Path, paper: ReportPaper) -> bool:
        """Return whether the saved file reads as the draft, with its seal unbroken.

        Raises:
            FileProblem: there is no file there to read any more.
        """
        from thuiswerkplek.domain.seal import SealState

        try:
            found = paper.read(path)
        except RefusedReportError:
            return False
        return found.seal is SealState.UNCHANGED and found.report == draft.report

    def _request_what_was_asked(self, draft: Draft) -> None:
        known = {place.workplace.id: place for place in self._store.records().places}
        for place_id, shared in zip(draft.places, draft.report.places, strict=True):
            if place_id in known:  # it may be gone since the draft was made
                self._request(known[place_id], shared, draft.report.day)

    def _request(self, place: Place, shared: SharedPlace, today: date) -> None:
        kept = {measure.question: measure for measure in place.measures}
        for asked in shared.measures:
            if asked.acts is not Actor.EMPLOYER or asked.state is not State.REQUESTED:
                continue
            measure = kept.get(asked.question) or proposed(
                measure_id(place.workplace.id, asked.question),
                place.workplace.id,
                asked.question,
                shared.checked_on,
            )
            if measure.state is State.PROPOSED:
                day = max(today, measure.steps[-1].day)  # also when the clock went back
                step = Step(State.REQUESTED, day, Actor.WORKER)
                self._store.put_measure(advance(measure, step, Actor.EMPLOYER))


def report_of(
    records: GeneralRecords,
    catalogue: Catalogue,
    *,
    today: date,
    program: str,
    months: tuple[SharedMonth, ...] = (),
) -> EmployerReport:
    """Return the employer report of a worker file that is not this computer's own."""
    known = records.issued.get(Reader.EMPLOYER) or Issued(secrets.token_hex(16), 0)
    terms = Terms(known.report_id, known.version + 1, today, program)
    return employer_report(catalogue, records, terms, months)


def earliest_today(clock: Clock) -> date:
    """Return the date by which a month has ended, here as well as in UTC."""
    return min(clock.today(), clock.today_here())


def as_json(report: EmployerReport, *, program: str) -> str:
    """Return a report as the JSON it travels as."""
    from thuiswerkplek.exchange import codec

    return codec.encode(report, program=program).decode().rstrip()


def file_name(report: EmployerReport) -> str:
    """Return a file name of letters, digits and hyphens, at most 80 long (TM-63)."""
    plain = unicodedata.normalize("NFKD", report.person.name)
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", ascii_only)[:40].strip("-")
    parts = ("verslag-thuiswerkplek", name, report.day.isoformat())
    return "-".join(part for part in parts if part) + ".pdf"


def _person_fields(records: GeneralRecords) -> tuple[SharedField, ...]:
    person, struck = records.person, records.sharing.struck
    fields = (
        SharedField(
            "", "name", person.name, None, None, goes=True, can_be_struck=False
        ),
        SharedField(
            sharing.STAFF_NUMBER,
            "staff-number",
            person.staff_number,
            None,
            None,
            sharing.STAFF_NUMBER not in struck,
        ),
        SharedField(
            sharing.DEPARTMENT,
            "department",
            person.department,
            None,
            None,
            sharing.DEPARTMENT not in struck,
        ),
    )
    return tuple(field for field in fields if field.text or field.what == "name")


def _place_field(
    key: str, what: str, workplace: Workplace, choices: Sharing, *, goes: bool
) -> SharedField:
    can_be_struck = goes or key in choices.struck
    return SharedField(key, what, workplace.name, None, None, goes, can_be_struck)


def _remark_field(
    workplace: Workplace,
    question: Question,
    answer: Answer,
    choices: Sharing,
    *,
    goes: bool,
) -> SharedField:
    """Return the remark beside an answer; it goes when both are let go."""
    key = sharing.remark_key(workplace.id, question.id)
    is_out = goes and key in choices.released
    return SharedField(key, "remark", answer.remark, question, answer, is_out, goes)


def _with(keys: tuple[str, ...], key: str, *, is_in: bool) -> tuple[str, ...]:
    wanted = {*keys, key} if is_in else {*keys} - {key}
    return tuple(sorted(wanted))
