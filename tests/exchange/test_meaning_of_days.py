"""The day log of a worker file: dates once, places that are there, sane years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.agreements import FULL
from tests.domain.strategies import CATALOGUE
from tests.exchange.test_meaning import refused, worker
from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.agreement_rules import Evaluation
from thuiswerkplek.domain.daylog import Day, Part, PlannedDay, WeekPattern, Where
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.records import DayRecords
from thuiswerkplek.exchange.meaning import check_worker_file

DATE = date(2026, 11, 23)
HERE = (Part(Where.HOME, 480, "p"),)
GONE = (Part(Where.HOME, 480, "q"),)


def pattern(parts, begin=DATE):
    return WeekPattern(begin, (PlannedDay(parts),) * 7)


BAD = {
    "a date twice": (DayRecords((Day(DATE, HERE), Day(DATE, HERE))), "log.days"),
    "a day at no place": (DayRecords((Day(DATE, GONE),)), "log.days"),
    "a pattern twice": (
        DayRecords(patterns=(pattern(HERE), pattern(HERE))),
        "log.patterns",
    ),
    "a pattern of no place": (DayRecords(patterns=(pattern(GONE),)), "log.patterns"),
    "habits at no place": (DayRecords(habits=Habits(workplace="q")), "log.habits"),
    "a version twice": (
        DayRecords(agreements=(FULL, replace(FULL, days_a_week=3))),
        "log.agreements",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_log_that_does_not_fit_is_refused(kind):
    log, place = BAD[kind]

    assert refused(replace(worker(), log=log)) == ("wrong-shape", place)


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_a_day_outside_the_years_of_a_log_is_refused(year):
    on = date(year, 1, 1)

    for log in (
        DayRecords((Day(on, HERE),)),
        DayRecords(patterns=(pattern(HERE, on),)),
    ):
        assert refused(replace(worker(), log=log)) == ("bad-date", on.isoformat())


@pytest.mark.parametrize("on", [date(1999, 12, 31), date(2101, 1, 1), date.max])
@pytest.mark.parametrize("field", ["valid_from", "review_on", "rules"])
def test_an_agreement_names_only_years_of_a_log(on, field):
    """A review every so many months from 9999 on would be in no calendar."""
    value = (Evaluation(on),) if field == "rules" else on
    agreement = replace(FULL, **{"valid_to": None, field: value})

    found = refused(replace(worker(), log=DayRecords(agreements=(agreement,))))

    assert found == ("bad-date", on.isoformat())


def test_the_first_and_last_day_of_those_years_are_fine():
    for on in (date(2000, 1, 1), date(2100, 12, 31)):
        log = DayRecords((Day(on, HERE),), (pattern(HERE, on),), (Agreement(on),))
        check_worker_file(replace(worker(), log=log), CATALOGUE, today=DATE)
