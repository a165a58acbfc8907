"""Days, patterns and agreements travel through the strict frame, and come back equal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from pydantic import ValidationError

from tests.domain.daylog_strategies import days
from thuiswerkplek.domain.agreement import (
    Agreement,
    Basis,
    HomeDay,
    Item,
    Money,
    Parties,
    Source,
    Terms,
)
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    CarDays,
    DayAvoid,
    DayMix,
    DaysRule,
    Evaluation,
    FixedDays,
    HomeFirst,
    Hours,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.daylog import Day, Part, PlannedDay, WeekPattern, Where
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.workplace import Owner
from thuiswerkplek.exchange.envelope import Envelope

BEGIN = date(2026, 1, 1)
RULES = (
    DaysRule(RuleCode.DAYS_MIN, 2),
    DaysRule(RuleCode.DAYS_MAX, 8, 4),
    DaysRule(RuleCode.DAYS_MIN, 2, where=Where.HOME),
    DayMix(1, (1, 3, 5)),
    DayAvoid(60, (2, 4)),
    ArriveOutside(3, 5),
    HomeFirst(4, 120),
    Hours(RuleCode.CORE_HOURS, 600, 900),
    Hours(RuleCode.UNREACHABLE, 1_200, 420),
    TeamAnchor(2, 2),
    TeamAnchor(),
    FixedDays(RuleCode.FIXED_HOME, (1, 5)),
    FixedDays(RuleCode.FIXED_OFFICE, (2,)),
    CarDays(4),
    Evaluation(date(2026, 12, 1), "Anna", "Goed"),
)
FULL = Agreement(
    valid_from=BEGIN,
    valid_to=date(2026, 12, 31),
    version=3,
    source=Source.ORGANISATION,
    parties=Parties("Voorbeeld BV", "Anna", "Bas", "Team 1"),
    home_country="DE",
    sites=("Utrecht", "Zwolle"),
    days_a_week=4.5,
    home_day=HomeDay.PART,
    rules=RULES,
    money=Money(Decimal("2.45"), Decimal("0.235"), Basis.FIXED, Decimal(750)),
    equipment=(Item("Stoel"), Item("Lamp", Owner.WORKER)),
    terms=Terms(ending="Een maand vooraf."),
    review_on=date(2026, 6, 1),
    review_months=6,
    workplace_checked_on=date(2026, 2, 1),
)


def frame(value):
    return Envelope[type(value)](kind="test", format=1, program="test", payload=value)


def there_and_back(value):
    text = frame(value).model_dump_json()
    again = Envelope[type(value)].model_validate_json(text)
    assert frame(again.payload).model_dump_json() == text
    return again.payload


@given(days())
def test_a_day_comes_back_equal(day):
    assert there_and_back(day) == day


def test_a_pattern_comes_back_equal():
    free, eight = PlannedDay(), PlannedDay((Part(Where.HOME, 480),))
    pattern = WeekPattern(BEGIN, (eight,) * 9 + (free,) * 5)

    assert there_and_back(pattern) == pattern


@pytest.mark.parametrize("agreement", [Agreement(BEGIN), FULL], ids=["empty", "full"])
def test_an_agreement_comes_back_equal(agreement):
    assert there_and_back(agreement) == agreement


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"code":"home-first"', '"code":"home"'),
        ('"weeks":4', '"weeks":3'),
        ('"days":4,"minutes"', '"days":4,"extra":1,"minutes"'),
        ('"version":3', '"version":0'),
        ('"2.45"', '"NaN"'),
        ('"2.45"', '"-1"'),
        ('"days_a_week":4.5', '"days_a_week":"4.5"'),
    ],
)
def test_an_agreement_is_closed_to_its_last_field(right, wrong):
    text = frame(FULL).model_dump_json()
    assert right in text

    with pytest.raises((ValidationError, ValueRefusedError)):
        Envelope[Agreement].model_validate_json(text.replace(right, wrong))


def test_a_day_of_25_hours_does_not_come_in_by_a_file():
    text = frame(Day(BEGIN, (Part(Where.HOME, 1_400),))).model_dump_json()
    more = text.replace(
        "1400", '1400,"workplace":null,"country":""},{"where":"home","minutes":100', 1
    )

    with pytest.raises((ValidationError, ValueRefusedError)):
        Envelope[Day].model_validate_json(more)
