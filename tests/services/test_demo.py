"""Fictional people: varied, the same for the same seed, and right in every part."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.fakes import TODAY, FixedClock
from thuiswerkplek import bootstrap, rates_files
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.agreement import in_force
from thuiswerkplek.domain.catalogue import Visibility
from thuiswerkplek.domain.daylog import Band, DayKind, Where, in_order, kind
from thuiswerkplek.domain.holidays_nl import holidays
from thuiswerkplek.domain.months import shared_months
from thuiswerkplek.domain.records import WorkerFile
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.meaning import check_report, check_worker_file
from thuiswerkplek.services.balance_figures import Log, balance_of
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.services.sharing import report_of

COUNT = 60


@pytest.fixture(scope="module")
def workers():
    people = bootstrap.demo(seed=7, clock=FixedClock())
    return [people.worker(number) for number in range(COUNT)]


def test_every_worker_is_a_file_that_can_be_taken_in(workers, catalogue):
    for worker in workers:
        data = file_of(worker, program="p")
        found = codec.decode(data, WorkerFile, limit=codec.WORKER_FILE_LIMIT)
        assert check_worker_file(found, catalogue, today=TODAY) == worker


def test_every_report_of_them_is_right(workers, catalogue):
    for worker in workers:
        report = report_of(
            worker.general,
            catalogue,
            today=TODAY,
            program="p",
            months=shared_months(worker.log.days, TODAY),
        )
        check_report(report, catalogue, today=TODAY)
        assert report.places


def test_the_same_seed_gives_the_same_people_and_another_others(workers):
    again = bootstrap.demo(seed=7, clock=FixedClock())
    other = bootstrap.demo(seed=8, clock=FixedClock())

    assert [again.worker(number) for number in (0, 5, COUNT - 1)] == [
        workers[0],
        workers[5],
        workers[COUNT - 1],
    ]
    assert other.worker(0) != workers[0]


def test_they_differ_and_keep_private_answers_apart(workers, catalogue):
    assert len({worker.general.person.name for worker in workers}) > COUNT / 2
    given = {
        key
        for worker in workers
        for place in worker.general.places
        for check in place.checks
        for key in check.answers
    }
    classes = {catalogue.question(key).visibility for key in given}
    assert classes == {Visibility.EMPLOYER, Visibility.ADVISOR}
    assert any(worker.private.answers for worker in workers)
    assert any(len(worker.general.places) > 1 for worker in workers)


# Their day logs


def kept(workers):
    return [worker for worker in workers if worker.log.days]


def test_nearly_all_keep_a_log_and_about_half_of_them_share_month_totals(workers):
    shared = [w for w in workers if sharing.MONTHS in w.general.sharing.released]

    assert 0.8 * COUNT < len(kept(workers)) < COUNT
    assert 0.3 * COUNT < len(shared) < 0.7 * COUNT
    assert all(worker.log.days for worker in shared)
    assert workers[0] in shared  # the one to try the program with


def test_a_log_is_of_about_half_a_year_and_has_a_plan(workers):
    for worker in kept(workers):
        days, (pattern,) = worker.log.days, worker.log.patterns
        span = (TODAY - pattern.valid_from).days
        done = [day for day in days if not day.is_planned]
        assert days == in_order(days)
        assert 150 <= span <= 221
        assert pattern.valid_from <= done[0].date
        assert done[-1].date < TODAY
        assert all(day.date > TODAY for day in days if day.is_planned)
        assert {day.date.weekday() for day in done} <= set(range(5))
    plans = sum(day.is_planned for worker in workers for day in worker.log.days)
    assert plans > COUNT / 2


def test_nobody_works_on_a_holiday_and_most_have_had_leave(workers):
    with_leave = 0
    for worker in kept(workers):
        rules = worker.log.habits.holiday_rules
        free = {day for year in (2026, 2027) for day in holidays(year, rules)}
        worked = [day for day in worker.log.days if kind(day) is not DayKind.OFF]
        assert not free & {day.date for day in worked}
        with_leave += len(worker.log.days) - len(worked) >= 5
    assert with_leave > COUNT / 2


def test_the_week_is_that_of_the_intake(workers):
    """Home days as they were told, part-timers with days free, a workplace of theirs."""
    per_week = Counter()
    for worker in kept(workers):
        place = worker.general.places[0]
        (pattern,) = worker.log.patterns
        weeks = len(pattern.days) // 7
        per_week[sum(bool(day.parts) for day in pattern.days) / weeks] += 1
        told = place.intake["intake-home-days"].value
        at_home = [
            day for day in pattern.days if {p.where for p in day.parts} == {Where.HOME}
        ]
        assert len(at_home) / weeks == told
        used = {part.workplace for day in worker.log.days for part in day.parts}
        assert used - {None} <= {one.workplace.id for one in worker.general.places}
    assert set(per_week) == {3, 4, 5}
    assert min(per_week.values()) > 1


def test_no_two_logs_are_copies_and_all_kinds_of_days_occur(workers):
    logs = [worker.log for worker in kept(workers)]
    days = [day for log in logs for day in log.days]

    assert len({log.days for log in logs}) == len(logs)
    assert len({log.habits for log in logs}) > 0.9 * len(logs)
    assert {kind(day) for day in days} == set(DayKind)
    assert {trip.band for day in days for trip in day.trips} == set(Band)
    assert any(part.country for day in days for part in day.parts)
    assert len({log.habits.mode for log in logs}) >= 6


def test_most_have_an_agreement_that_suits_their_week(workers):
    agreed = [worker for worker in workers if worker.log.agreements]

    assert COUNT / 2 < len(agreed) < len(kept(workers))
    assert any(len(worker.log.agreements) > 1 for worker in agreed)
    assert len({worker.log.agreements[0].rules for worker in agreed}) > len(agreed) / 2
    for worker in agreed:
        found = in_force(worker.log.agreements, TODAY)
        assert found.parties.worker == worker.general.person.name
        (pattern,) = worker.log.patterns
        days = sum(bool(day.parts) for day in pattern.days)
        assert found.days_a_week == days * 7 / len(pattern.days)


def test_office_days_crowd_on_tuesday_and_thursday(workers):
    """As they do in the country: what the picture of the week is there to show."""
    office = Counter(
        day.date.isoweekday()
        for worker in workers
        for day in worker.log.days
        if kind(day) is DayKind.OFFICE
    )

    assert {day for day, _count in office.most_common(2)} == {2, 4}


def test_balances_of_fictional_years_can_be_told(workers):
    rates = rates_files.rates()
    for worker in kept(workers)[:20]:
        known = worker.log
        log = Log(known.days, known.agreements, known.habits.travel_minutes)
        found = balance_of(log, rates, 2026, today=TODAY)
        assert found.total.figures.worked_days > 0
