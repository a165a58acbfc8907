"""What people type in the form of an agreement: dates, times, amounts; both ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.ui.worker import agreement_reading as reading


@pytest.mark.parametrize(
    "text", ["1-2-2027", "01-02-2027", "1/2/2027", "1.2.2027", " 1 2 2027 ", "2027-2-1"]
)
def test_a_date_is_day_month_year_or_iso(text):
    assert reading.read_date(text) == date(2027, 2, 1)


@pytest.mark.parametrize(
    "text",
    ["", "x", "31-2-2027", "1-2-27", "1-2-1999", "1-2-2101", "1-13-2027", "٣-1-2027"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueRefusedError, match="not-a-date"):
        reading.read_date(text)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_date_reads_back(day):
    assert reading.read_date(reading.date_text(day)) == day
    assert reading.read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "minutes"), [("9", 540), ("9:00", 540), ("09.30", 570), ("24:00", 1_440)]
)
def test_a_time(text, minutes):
    assert reading.read_time(text) == minutes


@pytest.mark.parametrize("text", ["25", "9:60", "24:01", "9h", "9:5", "-1"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ValueRefusedError, match="not-a-time"):
        reading.read_time(text)


@given(st.integers(0, 1_440))
def test_a_time_reads_back(minutes):
    assert reading.read_time(reading.time_text(minutes)) == minutes


@pytest.mark.parametrize("text", ["2.45", "2,45", " 2,450 ", "€ 2,45", "€2.45"])
def test_an_amount_takes_comma_and_point_exactly(text):
    assert reading.read_euro(text) == Decimal("2.45")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("two", "not-a-number"),
        ("1.000,50", "not-a-number"),
        ("-1", "not-a-number"),
        ("1e3", "not-a-number"),
        ("10000.01", "out-of-range"),
        ("0.2345", "too-precise"),
    ],
)
def test_an_amount_that_will_not_do(text, reason):
    with pytest.raises(ValueRefusedError) as caught:
        reading.read_euro(text)

    assert caught.value.reason == reason


def test_no_amount_is_not_nothing():
    assert reading.read_euro("0") == 0
    assert reading.euro_text(None) == ""
    assert reading.euro_text(Decimal(0)) == "0"


@given(st.integers(0, 10_000_000), st.sampled_from(Language))
def test_an_amount_reads_back_in_either_language(mills, language):
    amount = Decimal(mills) / 1_000
    with using(language):
        assert reading.read_euro(reading.euro_text(amount)) == amount


def test_numbers_have_the_mark_of_the_language():
    assert reading.number_text(4.5) == "4.5"
    with using(Language.NL):
        assert reading.number_text(4.5) == "4,5"
    assert reading.number_text(10.0) == "10"


@pytest.mark.parametrize("text", ["0.4", "7.5"])
def test_the_days_of_a_week_are_half_a_day_to_seven(text):
    assert reading.read_days_a_week("4,5") == 4.5
    with pytest.raises(ValueRefusedError, match="out-of-range"):
        reading.read_days_a_week(text)


def test_a_whole_number_is_whole_and_within_its_bounds():
    read = reading.whole(1, 7)

    assert read("3,0") == 3
    for text, reason in (("2.5", "not-whole-number"), ("0", "out-of-range")):
        with pytest.raises(ValueRefusedError, match=reason):
            read(text)


def test_a_country_is_two_letters():
    assert reading.read_country("de") == "DE"
    with pytest.raises(ValueRefusedError, match="unknown-country"):
        reading.read_country("Duitsland")
