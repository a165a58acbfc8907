"""Dossier 2.3 and 2.4: the indicators of spreading, exactly."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import rates_files
from thuiswerkplek.domain.daylog import Band
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.spread import delay_change, hyper_share, peak_share, spread

RATES = rates_files.rates()

A = (50, 90, 60, 85, 15)
C = (62, 66, 60, 64, 48)

# counts: PMR, S, D, H, G, G*m/(m-1), HHI, CV
WORKED = {
    "A": (A, 1.5, 0.875, 0.183333, 0.925052, 0.246667, 0.308333, 0.240556, 0.450309),
    "B": ((60,) * 5, 1, 1, 0, 1, 0, 0, 0.2, 0),
    "C": (C, 1.1, 0.975, 0.04, 0.996390, 0.053333, 0.066667, 0.202222, 0.105409),
    "E": ((100, 0, 0, 0, 0), 5, 0, 0.8, 0, 0.8, 1, 1, 2),
    "F": (
        (5, 15, 40, 25, 10, 5),
        *(2.4, 0.72, 0.316667, 0.852508, 0.4, 0.48, 0.26, 0.748331),
    ),
    "G": (
        (12, 20, 22, 18, 14, 14),
        *(1.32, 0.936, 0.1, 0.987076, 0.12, 0.144, 0.1744, 0.215407),
    ),
}


@pytest.mark.parametrize("case", WORKED)
def test_2_4_worked_examples(case):
    counts, *expected = WORKED[case]

    found = spread(counts)

    values = (
        found.peak_to_mean,
        found.score,
        found.to_move,
        found.entropy,
        found.gini,
        found.gini_of_most,
        found.concentration,
        found.variation,
    )
    assert [round(float(value), 6) for value in values] == expected


def test_2_4_from_a_to_c_the_moves_drop_from_55_to_12_of_300():
    assert (spread(A).moves, spread(C).moves) == (55, 12)
    assert spread(A).total == 300


def test_2_4_the_rational_ones_are_exact():
    found = spread(A)

    assert found.to_move == Fraction(11, 60)
    assert found.load_factor == Fraction(2, 3)
    assert found.gini == Fraction(37, 150)


def test_2_4_without_anybody_there_is_no_value():
    assert spread((0, 0, 0, 0, 0)) is None
    assert spread(()) is None
    assert hyper_share((0, 0), 30) is None
    assert peak_share([]) is None


def test_one_period_is_even():
    found = spread((7,))

    assert (found.peak_to_mean, found.score, found.to_move) == (1, 1, 0)
    assert (found.entropy, found.gini, found.variation) == (1, 0, 0)


def test_counts_below_zero_are_refused():
    with pytest.raises(ValueRefusedError):
        spread((5, -1))
    with pytest.raises(ValueRefusedError):
        hyper_share((5, -1), 30)


def test_2_4_peak_share_counts_known_bands_only():
    bands = [Band.MORNING_PEAK, Band.EVENING_PEAK, Band.OUTSIDE, Band.UNKNOWN]

    assert peak_share(bands) == Fraction(2, 3)
    assert peak_share([Band.UNKNOWN]) is None


def test_2_4_hyper_share_is_the_busiest_hour():
    assert hyper_share((5, 15, 40, 25, 10, 5), 30) == Fraction(65, 100)
    assert hyper_share((5, 15, 40, 25, 10, 5), 60) == Fraction(40, 100)
    assert hyper_share((5,), 15) == 1


@pytest.mark.parametrize("minutes", [0, -30, 45, 90])
def test_slots_that_do_not_divide_an_hour_are_refused(minutes):
    with pytest.raises(ValueRefusedError):
        hyper_share((1, 2), minutes)


def test_2_3_two_per_cent_fewer_km_is_6_to_10_per_cent_less_delay():
    found = delay_change(RATES, dt.date(2026, 11, 23), Fraction(-2))

    assert found == (-6, -10)


def test_2_3_the_rule_of_thumb_is_for_small_changes_only():
    assert delay_change(RATES, dt.date(2026, 11, 23), Fraction(-6)) is None
    assert delay_change(RATES, dt.date(2010, 1, 1), Fraction(-1)) is None


counts = st.lists(st.integers(0, 10_000), min_size=2, max_size=12).filter(any)


@given(counts)
def test_every_indicator_stays_in_its_range(found_counts):
    found, periods = spread(found_counts), len(found_counts)

    assert 1 <= found.peak_to_mean <= periods
    assert Fraction(1, periods) <= found.load_factor <= 1
    assert 0 <= found.score <= 1
    assert 0 <= found.to_move <= 1 - Fraction(1, periods)
    assert 0 <= found.gini_of_most <= 1
    assert Fraction(1, periods) <= found.concentration <= 1
    assert -1e-12 <= found.entropy <= 1 + 1e-12
    assert found.variation >= 0


@given(st.data(), counts)
def test_the_order_of_periods_never_matters(data, found_counts):
    mixed = spread(data.draw(st.permutations(found_counts)))
    found = spread(found_counts)

    assert mixed._replace(entropy=0) == found._replace(entropy=0)
    assert mixed.entropy == pytest.approx(found.entropy)


@given(counts, st.integers(2, 9))
def test_a_larger_group_of_the_same_shape_is_as_even(found_counts, times):
    found = spread([count * times for count in found_counts])

    same = found._replace(total=0, moves=0)
    assert same == spread(found_counts)._replace(total=0, moves=0)


@given(counts)
def test_the_moves_make_it_even(found_counts):
    """Everybody above the mean moves, which is as many as are missing below it."""
    mean = Fraction(sum(found_counts), len(found_counts))

    assert spread(found_counts).moves == sum(
        max(Fraction(), count - mean) for count in found_counts
    )
