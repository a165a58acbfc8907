"""Days, patterns and agreements travel through the strict frame, and come back equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from pydantic import ValidationError

from tests.domain.agreements import BEGIN, FULL
from tests.domain.daylog_strategies import days
from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.daylog import Day, Part, PlannedDay, WeekPattern, Where
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.exchange.envelope import Envelope


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
