"""The day log of a worker file: dates once, places that are there, sane years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.agreements import FULL
from tests.exchange.test_meaning import refused, worker
from thuiswerkplek.domain.daylog import Day, Part, PlannedDay, WeekPattern, Where
from thuiswerkplek.domain.records import DayRecords

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
    "a version twice": (
        DayRecords(agreements=(FULL, replace(FULL, days_a_week=3))),
        "log.agreements",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_log_that_does_not_fit_is_refused(kind):
    log, place = BAD[kind]

    assert refused(replace(worker(), log=log)) == ("wrong-shape", place)


@pytest.mark.parametrize("year", [1, 1999, 2102, 9999])
def test_a_day_outside_the_years_of_a_log_is_refused(year):
    on = date(year, 1, 3)

    for log in (
        DayRecords((Day(on, HERE),)),
        DayRecords(patterns=(pattern(HERE, on),)),
    ):
        assert refused(replace(worker(), log=log)) == ("bad-date", on.isoformat())
