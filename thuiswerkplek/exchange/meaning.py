"""What a closed schema cannot say: known questions, accepted answers, sane dates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from thuiswerkplek.domain.agreement_rules import Evaluation
from thuiswerkplek.domain.catalogue import Answer, Catalogue, QuestionId, Visibility
from thuiswerkplek.domain.check import validate
from thuiswerkplek.domain.errors import (
    NotAllowedError,
    RefusedReportError,
    ValueRefusedError,
)
from thuiswerkplek.domain.measures import check_life, measure_id
from thuiswerkplek.domain.months import MOST_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.domain.catalogue import Answers, Question
    from thuiswerkplek.domain.check import Check
    from thuiswerkplek.domain.daylog import Day, PlannedDay
    from thuiswerkplek.domain.measures import Measure
    from thuiswerkplek.domain.records import DayRecords, WorkerFile
    from thuiswerkplek.domain.sharing import EmployerReport, SharedAnswer
    from thuiswerkplek.domain.workplace import WorkplaceId

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)

_ID = re.compile(r"[\w-]{1,80}", re.ASCII)


def check_report(report: EmployerReport, catalogue: Catalogue, *, today: date) -> None:
    """Check that a report says only what its kind may say.

    Raises:
        RefusedReportError: `bad-date`, `unknown-question`, `bad-answer` or
            `wrong-shape`.
    """
    _check_day(report.day, today)
    if not _ID.fullmatch(report.report_id):
        raise RefusedReportError("wrong-shape", "report_id")
    if report.replaces is not None and report.replaces >= report.version:
        raise RefusedReportError("wrong-shape", "replaces")
    for place in report.places:
        _check_day(place.checked_on, today)
        _check_shared(catalogue, (*place.intake, *place.answers))
        for finding in place.findings:
            _visible(catalogue, finding.question)
        for theme in place.themes:
            if all(theme.theme != known.id for known in catalogue.themes):
                raise RefusedReportError("unknown-question", theme.theme[:80])
        for measure in place.measures:
            _visible(catalogue, measure.question)
            _check_day(measure.since, today)
            _check_year(measure.due)
    _check_months(report)


def _check_months(report: EmployerReport) -> None:
    """Check that months have ended, are told once and in order, and add up."""
    firsts = [month.first for month in report.months]
    for first in firsts:
        if not FIRST_DAY <= first < report.day.replace(day=1):
            raise RefusedReportError("bad-date", first.isoformat())
    is_in_order = firsts == sorted(set(firsts)) and len(firsts) <= MOST_MONTHS
    if not is_in_order or not all(month.adds_up for month in report.months):
        raise RefusedReportError("wrong-shape", "months")


def check_worker_file(
    worker: WorkerFile, catalogue: Catalogue, *, today: date
) -> WorkerFile:
    """Return the file when all in it fits together and fits this catalogue.

    Raises:
        RefusedReportError: `bad-date`, `unknown-question`, `bad-answer`,
            `private-in-general`, or `wrong-shape` where the parts do not fit.
    """
    general, private = worker.general, worker.private
    checks = [check for place in general.places for check in place.checks]
    places = {place.workplace.id for place in general.places}
    _check_belonging(worker, places, checks)
    _check_log(worker.log, places)
    for place in general.places:
        _check_answers(catalogue, place.intake, is_private=False)
        _check_measures(catalogue, place.measures, today=today, is_private=False)
    for check in checks:
        _check_answers(catalogue, check.answers, is_private=False)
        _check_day(check.started, today)
        _check_day(check.finished or check.started, today)
        if check.position is not None and check.position not in catalogue.by_id:
            raise RefusedReportError("unknown-question", check.position[:80])
    for answers in (*private.intake.values(), *private.answers.values()):
        _check_answers(catalogue, answers, is_private=True)
    _check_measures(catalogue, private.measures, today=today, is_private=True)
    return worker


def _check_belonging(
    worker: WorkerFile, places: set[WorkplaceId], checks: list[Check]
) -> None:
    """Check that every id is used once, and that all belongs to a place or check."""
    general, private = worker.general, worker.private
    ids = [*(place.workplace.id for place in general.places), *(c.id for c in checks)]
    of_place = {
        "checks": all(
            check.workplace == place.workplace.id
            for place in general.places
            for check in place.checks
        ),
        "measures": all(
            measure.workplace == place.workplace.id
            for place in general.places
            for measure in place.measures
        ),
    }
    fits = {
        "id": len(set(ids)) == len(ids) and all(map(_ID.fullmatch, ids)),
        **of_place,
        "private.intake": private.intake.keys() <= places,
        "private.answers": private.answers.keys() <= {check.id for check in checks},
        "private.measures": {m.workplace for m in private.measures} <= places,
        "issued": all(known.version >= 0 for known in general.issued.values()),
    }
    for where, is_right in fits.items():
        if not is_right:
            raise RefusedReportError("wrong-shape", where)


def _check_log(log: DayRecords, places: set[WorkplaceId]) -> None:
    """Check that days have dates of their own, and are of places that are there."""
    dates = [day.date for day in log.days]
    starts = [pattern.valid_from for pattern in log.patterns]
    versions = [(one.valid_from, one.version, one.source) for one in log.agreements]
    planned = [day for pattern in log.patterns for day in pattern.days]
    fits = {
        "log.days": _is_each_once(dates) and _are_of(log.days, places),
        "log.patterns": _is_each_once(starts) and _are_of(planned, places),
        "log.agreements": _is_each_once(versions),
        "log.habits": log.habits.workplace in {None, *places},
    }
    for where, is_right in fits.items():
        if not is_right:
            raise RefusedReportError("wrong-shape", where)
    for date_of_day in (*dates, *starts):
        _check_year(date_of_day)
    for agreement in log.agreements:
        check_agreement(agreement)


def check_agreement(agreement: Agreement) -> None:
    """Check that all days an agreement names are of the years of a log (TM-43).

    A review in 9999 would come round in a year that no calendar has.

    Raises:
        RefusedReportError: `bad-date`.
    """
    talks = (rule.on for rule in agreement.rules if isinstance(rule, Evaluation))
    ends = (agreement.valid_to, agreement.review_on, agreement.workplace_checked_on)
    for day in (agreement.valid_from, *ends, *talks):
        if day is not None:
            _check_year(day)


def _check_year(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise RefusedReportError("bad-date", day.isoformat())


def _is_each_once(found: Sequence[object]) -> bool:
    return len(set(found)) == len(found)


def _are_of(days: Iterable[Day | PlannedDay], places: set[WorkplaceId]) -> bool:
    used = {part.workplace for day in days for part in day.parts}
    return used - {None} <= places


def _check_measures(
    catalogue: Catalogue, measures: Sequence[Measure], *, today: date, is_private: bool
) -> None:
    for measure in measures:
        question = _known(catalogue, measure.question, is_private=is_private)
        try:
            check_life(measure, question.acts)
        except NotAllowedError as error:
            raise RefusedReportError("wrong-shape", "measures.steps") from error
        if measure.id != measure_id(measure.workplace, measure.question):
            raise RefusedReportError("wrong-shape", "measures.id")
        for step in measure.steps:
            _check_day(step.day, today)
    if len({measure.id for measure in measures}) != len(measures):
        raise RefusedReportError("wrong-shape", "measures.id")


def _check_day(day: date, today: date) -> None:
    if not FIRST_DAY <= day <= today + timedelta(days=1):
        raise RefusedReportError("bad-date", day.isoformat())


def _check_shared(catalogue: Catalogue, answers: Iterable[SharedAnswer]) -> None:
    for shared in answers:
        _visible(catalogue, shared.question)
        answer = Answer(shared.value, shared.reading)
        _check_answer(catalogue, shared.question, answer)


def _visible(catalogue: Catalogue, question_id: str) -> None:
    question = catalogue.by_id.get(QuestionId(question_id))
    if question is None or question.visibility is not Visibility.EMPLOYER:
        raise RefusedReportError("unknown-question", question_id[:80])


def _check_answers(catalogue: Catalogue, answers: Answers, *, is_private: bool) -> None:
    for question_id, answer in answers.items():
        _known(catalogue, question_id, is_private=is_private)
        _check_answer(catalogue, question_id, answer)


def _known(catalogue: Catalogue, question_id: str, *, is_private: bool) -> Question:
    question = catalogue.by_id.get(QuestionId(question_id))
    if question is None:
        raise RefusedReportError("unknown-question", question_id[:80])
    if (question.visibility is Visibility.PRIVATE) is not is_private:
        raise RefusedReportError("private-in-general", question_id)
    return question


def _check_answer(catalogue: Catalogue, question_id: str, answer: Answer) -> None:
    try:
        validate(catalogue.question(question_id), answer)
    except ValueRefusedError as error:
        raise RefusedReportError("bad-answer", question_id) from error
