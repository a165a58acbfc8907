"""The days around a request to work elsewhere, and what is told about them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import rates_files
from thuiswerkplek.domain.agreement import request_dates
from thuiswerkplek.ui.worker.flexible_work_presenter import (
    FlexibleWorkPresenter,
    earliest_start,
)


@pytest.fixture
def presenter(services):
    return FlexibleWorkPresenter(services.day_log)


def days(sheet):
    return [one.day for one in sheet.days]


def test_3_4_the_dates_of_the_worked_example(presenter):
    presenter.choose_start("1-2-2027")

    sheet = presenter.sheet()

    assert days(sheet) == ["1 December 2026", "1 January 2027", "3 August 2026"]
    assert sheet.remark == ""
    assert sheet.information == "Information, not legal advice"
    assert "the text itself was not read" in sheet.ground
    assert "ontslagadvocaat.nl" in sheet.ground


def test_it_begins_with_a_start_that_can_still_be_asked_for(presenter):
    assert presenter.sheet().start == "1-2-2027"
    assert presenter.sheet().remark == ""


def test_a_start_that_is_too_soon_says_what_is_possible(presenter):
    presenter.choose_start("1-1-2027")

    sheet = presenter.sheet()

    assert days(sheet)[0] == "1 November 2026"
    assert "has passed" in sheet.remark
    assert "23 January 2027" in sheet.remark


def test_what_is_no_date_is_said_beside_it(presenter):
    presenter.choose_start("next spring")

    sheet = presenter.sheet()

    assert sheet.problem == "Type a date, such as 1-2-2027."
    assert sheet.start == "next spring"
    assert sheet.days == ()
    assert sheet.ground == ""


def test_what_is_not_known_is_not_told(presenter):
    presenter.choose_start("1-2-2018")

    sheet = presenter.sheet()

    assert sheet.days == ()
    assert sheet.remark == "The time limits of 1 February 2018 are not known."
    assert not [one for one in sheet.statements if "26 weeks" in one.text]


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_earliest_start_is_the_first_asked_for_in_time(today):
    rates = rates_files.rates()

    start = earliest_start(today, rates)

    assert request_dates(start, rates).ask_by >= today
    before = date.fromordinal(start.toordinal() - 1)
    assert request_dates(before, rates).ask_by < today
