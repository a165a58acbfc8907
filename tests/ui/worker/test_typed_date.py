"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek.i18n import Language, using
from thuiswerkplek.ui.worker import typed_date

DAY = date(2026, 11, 3)
DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("3-11-2026", "03-11-2026", "3/11/2026", "3.11.2026", "3 11 2026"),
        *("2026-11-03", " 3  nov 2026 ", "3 nov. 2026", "3 NOVEMBER 2026"),
    ],
)
def test_a_date_is_read_as_people_type_it(text):
    assert typed_date.read(text) == DAY
    assert typed_date.problem(text, DAY) == ""


@pytest.mark.parametrize(
    "text",
    ["", "31-11-2026", "3-13-2026", "3 no 2026", "3-11-26", "3-11-1999", "monday", "0"],
)
def test_what_is_no_date_gets_an_example(text):
    assert typed_date.read(text) is None
    assert typed_date.problem(text, DAY) == "Type a date, such as 03-11-2026."


@given(DATES)
def test_what_is_shown_can_be_read(day):
    assert typed_date.read(typed_date.show(day)) == day


def test_a_month_is_read_in_the_language_of_now():
    with using(Language.NL):
        assert typed_date.read("3 maart 2026") == date(2026, 3, 3)


def test_a_date_is_told_with_its_weekday():
    assert typed_date.in_full(DAY) == "Tuesday 3 November 2026"
