"""Dutch holidays: the table of dossier 7.1, both settings, and an own rule as oracle."""

from datetime import date, timedelta

import pytest

from thuiswerkplek.domain.holidays_nl import HolidayRules, May5, holidays

ONE_DAY = timedelta(days=1)

# Dossier 7.1; day of Liberation Day only where it is a day off by the five-year rule.
TABLE = {
    2020: ("04-13", "04-27", True, "05-21", "06-01", 262, 255),
    2021: ("04-05", "04-27", False, "05-13", "05-24", 261, 256),
    2022: ("04-18", "04-27", False, "05-26", "06-06", 260, 255),
    2023: ("04-10", "04-27", False, "05-18", "05-29", 260, 254),
    2024: ("04-01", "04-27", False, "05-09", "05-20", 262, 256),
    2025: ("04-21", "04-26", True, "05-29", "06-09", 261, 254),
    2026: ("04-06", "04-27", False, "05-14", "05-25", 261, 255),
    2027: ("03-29", "04-27", False, "05-06", "05-17", 261, 256),
    2028: ("04-17", "04-27", False, "05-25", "06-05", 260, 254),
    2029: ("04-02", "04-27", False, "05-10", "05-21", 261, 254),
    2030: ("04-22", "04-27", True, "05-30", "06-10", 261, 255),
}


def days_of(year):
    first = date(year, 1, 1)
    return [first + n * ONE_DAY for n in range((date(year + 1, 1, 1) - first).days)]


def weekdays_of(year):
    return [day for day in days_of(year) if day.weekday() < 5]


def easter(year):
    """Gauss's rule in the form of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    months, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, months, day + 1)


def own_rule(year):
    """Every recognised day, Good Friday and 5 May included."""
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= ONE_DAY
    moving = {sunday + n * ONE_DAY for n in (-2, 0, 1, 39, 49, 50)}
    fixed = {date(year, m, d) for m, d in ((1, 1), (5, 5), (12, 25), (12, 26))}
    return moving | fixed | {kings_day}


@pytest.mark.parametrize("year", TABLE)
def test_section_7_1_the_table_of_moving_days(year):
    monday, kings_day, is_liberation, ascension, whit_monday, _, _ = TABLE[year]

    found = {day.strftime("%m-%d"): name for day, name in holidays(year).items()}

    assert found[monday] == "Tweede paasdag"
    assert found[kings_day] == "Koningsdag"
    assert ("05-05" in found) is is_liberation
    assert found[ascension] == "Hemelvaartsdag"
    assert found[whit_monday] == "Tweede pinksterdag"


@pytest.mark.parametrize("year", TABLE)
def test_section_7_1_weekdays_and_working_days(year):
    *_, weekdays, working_days = TABLE[year]
    with_good_friday = HolidayRules(good_friday=True)

    worked = [day for day in weekdays_of(year) if day not in holidays(year)]
    fewer = [d for d in weekdays_of(year) if d not in holidays(year, with_good_friday)]

    assert (len(weekdays_of(year)), len(worked)) == (weekdays, working_days)
    assert len(fewer) == working_days - 1


def test_section_7_1_working_days_of_2026_per_weekday():
    worked = [day for day in weekdays_of(2026) if day not in holidays(2026)]

    per_weekday = [sum(day.weekday() == n for day in worked) for n in range(5)]

    assert per_weekday == [49, 52, 52, 51, 51]
    assert sum(day.weekday() != 2 for day in worked) == 203


def test_section_7_1_the_years_with_kings_day_on_26_april():
    early = [
        year
        for year in range(2026, 2043)
        if holidays(year).get(date(year, 4, 26)) == "Koningsdag"
    ]

    assert early == [2031, 2036, 2042]


@pytest.mark.parametrize("year", range(2014, 2051))
def test_section_7_2_the_package_equals_our_own_rule(year):
    everything = HolidayRules(May5.ALWAYS, good_friday=True)

    assert set(holidays(year, everything)) == own_rule(year)


@pytest.mark.parametrize("year", range(2019, 2031))
@pytest.mark.parametrize("may5", May5)
def test_5_may_follows_the_setting(year, may5):
    is_off = {May5.NEVER: False, May5.LUSTRUM: year % 5 == 0, May5.ALWAYS: True}[may5]

    assert (date(year, 5, 5) in holidays(year, HolidayRules(may5))) is is_off


@pytest.mark.parametrize("year", range(2019, 2031))
def test_good_friday_is_worked_unless_the_contract_gives_it(year):
    good_friday = easter(year) - 2 * ONE_DAY

    assert good_friday not in holidays(year)
    assert good_friday in holidays(year, HolidayRules(good_friday=True))


def test_ascension_day_on_5_may_stays_a_day_off():
    """As in 2005, a lustrum, and in 2016, which is none."""
    for year in (2005, 2016):
        assert date(year, 5, 5) in holidays(year, HolidayRules(May5.NEVER))


def test_the_names_come_in_the_language_asked_for():
    assert holidays(2026, language="en")[date(2026, 4, 27)] == "King's Day"
    assert holidays(2026)[date(2026, 4, 27)] == "Koningsdag"


def test_the_days_come_in_order():
    assert list(holidays(2026)) == sorted(holidays(2026))
