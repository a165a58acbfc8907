"""Times of the day as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek.ui.worker import typed_time


@pytest.mark.parametrize(
    "text", ["6:30", "06:30", "6.30", "6,30", "0630", "630", " 6 : 30 ", "6h30", "6u30"]
)
def test_a_time_is_read_as_people_type_it(text):
    assert typed_time.read(text) == 390


def test_a_whole_hour_needs_no_minutes():
    assert typed_time.read("16") == 960


@pytest.mark.parametrize("text", ["", "24:00", "12:60", "6:3", "half past six", "-6"])
def test_what_is_no_time_is_not_read(text):
    assert typed_time.read(text) is None


@given(st.integers(0, 1439))
def test_what_is_shown_can_be_read(minutes):
    assert typed_time.read(typed_time.show(minutes)) == minutes
