"""The data of `resources/rates`: what they say per year, and which errors they refuse."""

from __future__ import annotations

import copy
import datetime as dt
from decimal import Decimal

import pytest

from thuiswerkplek import rates_files
from thuiswerkplek.domain.catalogue import Certainty
from thuiswerkplek.domain.daylog import Mode
from thuiswerkplek.domain.errors import RatesError
from thuiswerkplek.domain.rates import Status
from thuiswerkplek.domain.rates_reading import NEEDED, read_peaks, read_rates

RATES, PEAKS = rates_files.rates(), rates_files.peaks()
YEARS = range(2019, 2028)

# Dossier 4.1: home day and km per year; None is unknown.
AMOUNTS = {
    2019: ("0", "0.19"),
    2020: ("0", "0.19"),
    2021: ("0", "0.19"),
    2022: ("2.00", "0.19"),
    2023: ("2.15", "0.21"),
    2024: ("2.35", "0.23"),
    2025: ("2.40", "0.23"),
    2026: ("2.45", "0.25"),
    2027: (None, None),
}


@pytest.mark.parametrize("year", YEARS)
def test_4_1_amounts_per_year(year):
    home, km = AMOUNTS[year]

    assert RATES.of_year("allowances/home-day", year) == (home and Decimal(home))
    assert RATES.of_year("allowances/km", year) == (km and Decimal(km))


@pytest.mark.parametrize("name", ["allowances/home-day", "allowances/km"])
def test_2027_says_why_it_is_unknown(name):
    found = RATES.unknown(name, dt.date(2027, 6, 1))

    assert found.value is None
    assert set(found.basis.note) == {"nl", "en"}


def test_a_year_beyond_the_data_is_unknown():
    for name in ("allowances/home-day", "allowances/km"):
        assert RATES.value(name, dt.date(2035, 1, 1)) is None
    assert RATES.value("allowances/home-day", dt.date(2018, 12, 31)) is None


def test_the_proposal_for_2027_is_shown_and_not_used():
    day = dt.date(2027, 1, 1)

    assert RATES.proposal("allowances/km", day).value == Decimal("0.25")
    assert RATES.value("allowances/km", day) is None
    assert RATES.proposal("allowances/home-day", day) is None


def test_4_1_the_km_of_2026_was_another_until_21_may():
    day, name = dt.date(2026, 2, 3), "allowances/km"

    assert RATES.value(name, day, dt.date(2026, 5, 20)) == Decimal("0.23")
    assert RATES.value(name, day, dt.date(2026, 5, 21)) == Decimal("0.25")
    assert RATES.value(name, day) == Decimal("0.25")
    assert RATES.rate(name, day).basis.status is Status.DECISION


def test_2026_free_space():
    for name, value in {
        "free-space-low": "2.00",
        "free-space-high": "1.18",
        "free-space-step": "400000",
        "free-space-levy": "80",
    }.items():
        assert RATES.of_year(f"allowances/{name}", 2026) == Decimal(value)
        assert RATES.of_year(f"allowances/{name}", 2027) is None


def test_5_1_threshold_is_100_and_250_is_a_proposal():
    day = dt.date(2026, 11, 23)

    assert RATES.value("wpm/threshold", day) == 100
    assert RATES.proposal("wpm/threshold", day).value == 250
    assert RATES.proposal("wpm/threshold", dt.date(2025, 12, 31)) is None


def test_6_limits():
    day = dt.date(2026, 11, 23)

    assert RATES.value("cross-border/free-days-germany", day) == 34
    assert RATES.value("cross-border/free-days-germany", dt.date(2025, 12, 31)) is None
    assert RATES.value("cross-border/day-minutes-germany", day) == 30
    assert RATES.value("cross-border/social-framework-share", day) == 50
    eve = dt.date(2023, 6, 30)
    assert RATES.value("cross-border/social-framework-share", eve) is None
    assert RATES.value("cross-border/a1-back", dt.date(2024, 6, 30)) == 12
    assert RATES.value("cross-border/a1-back", dt.date(2024, 7, 1)) == 3


def test_every_fact_names_sources_it_has_and_is_honest_about_them():
    for series in RATES.series.values():
        for rate in series.entries:
            assert set(rate.basis.sources) <= set(RATES.sources)
            if rate.basis.sources == ("not-found",):
                assert rate.basis.status is Status.UNKNOWN
                assert rate.basis.certainty is Certainty.UNVERIFIED


def test_every_source_is_used():
    used = {
        source
        for series in RATES.series.values()
        for rate in series.entries
        for source in rate.basis.sources
    } | {
        source
        for profile in PEAKS.profiles.values()
        for times in profile.entries
        for source in times.basis.sources
    }

    assert used == set(RATES.sources)


def test_what_the_code_needs_is_there():
    assert set(RATES.series) >= NEEDED


def test_every_mode_has_usual_peaks():
    for mode in Mode:
        for year in YEARS:
            assert PEAKS.usual(mode, dt.date(year, 6, 1))


def entries(found, file="allowances", key="km"):
    return found[file][key]["entries"]


def change(file="allowances", key="km", index=0, **changes):
    def apply(found):
        entries(found, file, key)[index].update(changes)

    return apply


def remove(file, key, index, field):
    def apply(found):
        del entries(found, file, key)[index][field]

    return apply


def drop(file, key, index=None):
    def apply(found):
        if index is None:
            del found[file][key]
        else:
            del entries(found, file, key)[index]

    return apply


def empty(found):
    found["allowances"]["km"]["entries"] = []


def only_proposed(found):
    found["allowances"]["km"]["entries"] = entries(found)[-1:]


def twice(found):
    entries(found).append(dict(entries(found)[0]))


def two_proposals(found):
    entries(found).append(dict(entries(found)[-1]))


def uncover(found):
    found["wpm-factors"]["moped-petrol"]["covers"] = []


def cover_twice(found):
    found["wpm-factors"]["motorcycle"]["covers"] = ["motorcycle", "moped"]


def cover_strange(found):
    found["national-factors"]["moped"]["covers"] = ["moped", "hoverboard"]


WRONG_RATES = {
    "a gap": (drop("allowances", "km", 1), "allowances/km", "gap before 2024-01-01"),
    "an overlap": (
        change(valid_to=dt.date(2023, 1, 1)),
        "allowances/km",
        "overlaps at 2023-01-01",
    ),
    "no end": (remove("allowances", "km", 0, "valid_to"), "allowances/km", "overlaps"),
    "the same twice": (twice, "allowances/km", "overlaps"),
    "two proposals": (two_proposals, "allowances/km", "overlaps"),
    "an end before the beginning": (
        change(valid_to=dt.date(2005, 1, 1)),
        "allowances/km",
        "ends before",
    ),
    "an overlap as it was known then": (
        remove("allowances", "km", 4, "known_from"),
        "allowances/km",
        "overlaps",
    ),
    "an overlap as it is known now": (
        remove("allowances", "km", 3, "replaced_on"),
        "allowances/km",
        "overlaps",
    ),
    "a gap while it was not known yet": (
        drop("allowances", "km", 3),
        "allowances/km",
        "gap",
    ),
    "an unknown status": (change(status="rumour"), "allowances/km", "rumour"),
    "an unknown certainty": (change(certainty="sure"), "allowances/km", "sure"),
    "no status": (remove("allowances", "km", 0, "status"), "allowances/km", "status"),
    "no value": (remove("allowances", "km", 0, "value"), "allowances/km", "no value"),
    "a value below zero": (change(value=Decimal(-1)), "allowances/km", "cannot be"),
    "no number": (change(value=Decimal("nan")), "allowances/km", "cannot be"),
    "a word for a number": (change(value="much"), "allowances/km", "cannot be read"),
    "an unknown source": (change(sources=["dream"]), "allowances/km", "source"),
    "no source": (change(sources=[]), "allowances/km", "source"),
    "one language": (change(nl="Zo is het."), "allowances/km", "language"),
    "a mistyped key": (change(valid_too=1), "allowances/km", "valid_too"),
    "a date with a time": (
        change(valid_from=dt.datetime(2006, 1, 1)),  # noqa: DTZ001 - as TOML has it
        "allowances/km",
        "cannot be read",
    ),
    "a date as text": (change(valid_from="2006-01-01"), "allowances/km", "read"),
    "no entries": (empty, "allowances/km", "no entry"),
    "only a proposal": (only_proposed, "allowances/km", "no entry"),
    "a fact that is needed": (drop("allowances", "km"), "allowances/km", "missing"),
    "a mode without a factor": (uncover, "wpm-factors", "moped"),
    "a mode with two factors": (cover_twice, "wpm-factors", "moped"),
    "a mode that is none": (cover_strange, "national-factors", "hoverboard"),
    "no sources": (lambda found: found.pop("sources"), "sources", "cannot be read"),
}


@pytest.mark.parametrize("kind", WRONG_RATES)
def test_rates_that_contradict_themselves_do_not_load(kind):
    spoil, where, what = WRONG_RATES[kind]
    found = copy.deepcopy(rates_files.parsed())
    spoil(found)

    with pytest.raises(RatesError) as caught:
        read_rates(found)

    assert caught.value.where == where
    assert what in caught.value.what


SEVEN, NINE = dt.time(7), dt.time(9)


def without_mode(found):
    found["peaks"]["road"]["modes"].remove("walk")


WRONG_PEAKS = {
    "turned around": (change("peaks", "road", morning=[NINE, SEVEN]), "peak"),
    "empty": (change("peaks", "road", morning=[SEVEN, SEVEN]), "peak"),
    "over each other": (
        change("peaks", "road", evening=[dt.time(8), dt.time(18)]),
        "peak",
    ),
    "one time": (change("peaks", "road", morning=[SEVEN]), "cannot be read"),
    "no times": (
        lambda found: entries(found, "peaks", "train-hyper")[0].pop("morning"),
        "peak",
    ),
    "a text": (change("peaks", "road", morning=["07:00", "09:00"]), "cannot be read"),
    "a gap": (change("peaks", "train", valid_to=dt.date(2025, 1, 1)), "gap"),
    "a mode left out": (without_mode, "walk"),
    "an unknown mode": (
        lambda found: found["peaks"]["road"]["modes"].append("hoverboard"),
        "hoverboard",
    ),
    "an unknown status": (change("peaks", "road", status="rumour"), "rumour"),
    "no file": (lambda found: found.pop("peaks"), "cannot be read"),
}


@pytest.mark.parametrize("kind", WRONG_PEAKS)
def test_peaks_that_contradict_themselves_do_not_load(kind):
    spoil, what = WRONG_PEAKS[kind]
    found = copy.deepcopy(rates_files.parsed())
    spoil(found)

    with pytest.raises(RatesError) as caught:
        read_peaks(found)

    assert "peaks" in caught.value.where
    assert what in caught.value.what
