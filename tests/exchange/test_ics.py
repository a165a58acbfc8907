"""Calendars: real programs' exports, time, overlaps, and every kind of bad input."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.daylog_strategies import logs
from tests.exchange.refusals import problems_of
from thuiswerkplek.domain.daylog import (
    MINUTES_A_DAY,
    Day,
    Part,
    Where,
    in_order,
    merged,
)
from thuiswerkplek.domain.errors import RefusedImportError
from thuiswerkplek.exchange.ics import (
    MOST_OCCURRENCES,
    MOST_PASSES,
    MOST_SERIES,
    read,
    write,
)
from thuiswerkplek.exchange.ics_days import Span, WorkHours
from thuiswerkplek.exchange.ics_lines import (
    LIMIT,
    MOST_EVENTS,
    MOST_ZONES,
    Line,
    RawEvent,
)
from thuiswerkplek.exchange.ics_rules import COST_OF_LISTED, passes

CALENDARS = Path(__file__).parent / "calendars"
MONDAY = date(2026, 11, 23)
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN"]
HOME, OFFICE, OFF = Where.HOME, Where.OFFICE, Where.OFF
CUSTOMER, ELSEWHERE = Where.CUSTOMER, Where.ELSEWHERE


def calendar(*events, head=HEAD):
    """A calendar of events, each a list of lines; the n-th begins at a known line."""
    lines = list(head)
    for number, event in enumerate(events):
        has_id = any(line.startswith("UID") for line in event)
        unique = [] if has_id else [f"UID:{number}@test"]
        lines += ["BEGIN:VEVENT", *unique, *event, "END:VEVENT"]
    return "\r\n".join((*lines, "END:VCALENDAR", "")).encode()


def whole(name, first=MONDAY, days=1, *more):
    last = first + timedelta(days)
    return [
        f"SUMMARY:{name}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last:%Y%m%d}",
        *more,
    ]


def timed(name, begin, end, *more, on=MONDAY, zone=";TZID=Europe/Amsterdam"):
    return [
        f"SUMMARY:{name}",
        f"DTSTART{zone}:{on:%Y%m%d}T{begin}00",
        f"DTEND{zone}:{on:%Y%m%d}T{end}00",
        *more,
    ]


def found(data, span=YEAR, **given):
    """The days as dates with (place, minutes) pairs."""
    reading = read(data, span, **given)
    assert all(day.is_planned for day in reading.days)
    return {
        day.date: [(part.where, part.minutes) for part in day.parts]
        for day in reading.days
    }


def of_monday(*events, **given):
    return found(calendar(*events), Span(MONDAY, MONDAY), **given).get(MONDAY)


def problem(data, span=YEAR):
    (only,) = problems_of(lambda: read(data, span))
    return only


# Calendars as real programs export them


def test_outlook_with_a_series_an_exception_and_a_holiday():
    span = Span(date(2026, 11, 16), date(2027, 1, 3))
    data = (CALENDARS / "outlook.ics").read_bytes()

    days = found(data, span)

    home = [day for day, parts in days.items() if parts == [(HOME, 480)]]
    assert [f"{day:%m-%d}" for day in home] == [
        *("11-23", "11-30", "12-07", "12-11", "12-14", "12-18", "12-21"),
    ]
    assert days[date(2026, 11, 27)] == [(OFFICE, 480)]  # the exception
    assert date(2026, 12, 4) not in days  # deleted from the series
    assert days[date(2026, 11, 26)] == [(OFFICE, 420)]  # 10:00 to 17:00
    off = [day for day, parts in days.items() if parts == [(OFF, 0)]]
    assert off == [date(2026, 12, 24) + timedelta(n) for n in range(11)]
    assert read(data, span).passed_over == 1


def test_google_with_work_locations_moved_and_cancelled_days():
    span = Span(date(2026, 10, 19), date(2026, 11, 29))

    days = found((CALENDARS / "google.ics").read_bytes(), span)

    home = [f"{day:%m-%d}" for day, parts in days.items() if parts == [(HOME, 480)]]
    assert home == [
        *("10-19", "10-21", "10-26", "11-04", "11-09", "11-11", "11-16", "11-18"),
        *("11-23", "11-25"),
    ]
    assert days[date(2026, 10, 28)] == [(OFFICE, 480)]  # a day named otherwise
    assert days[date(2026, 10, 20)] == [(OFFICE, 360)]  # summer time
    assert days[date(2026, 10, 27)] == [(OFFICE, 240)]  # moved, in UTC, winter time
    assert days[date(2026, 11, 24)] == [(OFFICE, 360)]  # the last by UNTIL
    for gone in (date(2026, 11, 2), date(2026, 11, 10), date(2026, 11, 17)):
        assert gone not in days


def test_apple_over_the_turn_of_the_year_and_zones():
    span = Span(date(2026, 12, 28), date(2027, 1, 17))

    days = found((CALENDARS / "apple.ics").read_bytes(), span)

    assert days == {
        date(2026, 12, 30): [(HOME, 240), (OFFICE, 240)],
        date(2026, 12, 31): [(OFFICE, 120)],  # the night of 31 December
        date(2027, 1, 1): [(OFFICE, 360)],
        date(2027, 1, 4): [(CUSTOMER, 240)],  # 8:00 to 12:00 in New York
        date(2027, 1, 7): [(OFF, 0)],
        date(2027, 1, 8): [(OFF, 0)],
        date(2027, 1, 13): [(HOME, 240)],  # the third of three, one deleted
    }


def test_calcurse_as_it_wrote_it_itself():
    """Captured from calcurse 4.7.1: durations, local times, a repetition with a gap."""
    span = Span(date(2026, 10, 1), date(2027, 2, 10))

    days = found((CALENDARS / "calcurse.ics").read_bytes(), span)

    mondays = [day for day in days if day.weekday() == 0 and day >= MONDAY]
    assert [f"{day:%m-%d}" for day in mondays] == [
        *("11-23", "11-30", "12-07", "12-14", "12-21", "01-04", "01-11"),
    ]
    assert all(days[day] == [(OFFICE, 480)] for day in mondays)
    home = [day for day, parts in days.items() if parts == [(HOME, 480)]]
    assert home[0] == date(2026, 10, 19)
    assert home[1:] == [date(2026, 11, 26) + timedelta(14 * n) for n in range(6)]
    assert days[date(2026, 11, 24)] == [(HOME, 150), (OFFICE, 330)]
    assert days[date(2026, 12, 31)] == [(OFFICE, 120)]
    assert days[date(2027, 1, 1)] == [(OFFICE, 360)]
    assert date(2026, 11, 27) not in days  # something else


@pytest.mark.parametrize("name", ["outlook", "google", "apple", "calcurse"])
def test_a_calendar_taken_in_twice_gives_no_doubles(name):
    data = (CALENDARS / f"{name}.ics").read_bytes()
    span = Span(date(2026, 10, 1), date(2027, 2, 1))
    once = {day.date: day for day in read(data, span).days}

    again = merged(once, read(data, span).days)

    assert (again.added, again.changed) == ((), ())


@pytest.mark.parametrize("name", ["outlook", "google", "apple", "calcurse"])
def test_with_plain_line_ends_a_calendar_says_the_same(name):
    data = (CALENDARS / f"{name}.ics").read_bytes()
    span = Span(date(2026, 10, 1), date(2027, 2, 1))

    assert read(data.replace(b"\r\n", b"\n"), span) == read(data, span)
    assert read(b"\xef\xbb\xbf" + data, span) == read(data, span)


# Names


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Thuis", HOME),
        ("thuiswerken", HOME),
        ("WFH", HOME),
        ("Working from home", HOME),
        ("\N{HOUSE BUILDING} Thuis", HOME),
        ("Thuis!", HOME),
        ("Kantoor", OFFICE),
        ("Kantoor: Utrecht", OFFICE),
        ("Kantoor (Utrecht\\, 3e)", OFFICE),
        ("Office - HQ", OFFICE),
        ("Office \N{EN DASH} HQ", OFFICE),
        ("Bij de klant", CUSTOMER),
        ("Elders", ELSEWHERE),
        ("Vakantie", OFF),
        ("Out of office", OFF),
        ("Office party", None),
        ("Kantoorlunch", None),
        ("Home insurance", None),
        ("Verjaardag Thuis", None),
        ("", None),
    ],
)
def test_only_a_name_that_is_a_place_counts(name, where):
    expected = None if where is None else [(where, 0 if where is OFF else 480)]

    assert of_monday(whole(name)) == expected


def test_words_of_ones_own_go_before_ours():
    assert of_monday(whole("Toren"), own_words={"toren": OFFICE}) == [(OFFICE, 480)]
    assert of_monday(whole("Remote"), own_words={"Remote": OFF}) == [(OFF, 0)]


def test_two_places_in_one_name_share_the_day_in_order():
    assert of_monday(whole("Thuis + kantoor")) == [(HOME, 240), (OFFICE, 240)]
    assert of_monday(whole("Office/home/office")) == [
        (OFFICE, 160),
        (HOME, 160),
        (OFFICE, 160),
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("WORKINGELSEWHERE", [(ELSEWHERE, 480)]),
        ("workingElsewhere", [(ELSEWHERE, 480)]),
        ("OOF", [(OFF, 0)]),
        ("BUSY", None),
        ("FREE", None),
    ],
)
def test_outlook_s_status_counts_where_the_name_says_nothing(status, expected):
    event = whole("Congres", MONDAY, 1, f"X-MICROSOFT-CDO-BUSYSTATUS:{status}")

    assert of_monday(event) == expected


def test_the_name_goes_before_the_status():
    event = whole("Thuis", MONDAY, 1, "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE")

    assert of_monday(event) == [(HOME, 480)]


# A day


def test_the_usual_hours_are_those_of_the_worker():
    assert of_monday(whole("Thuis"), hours=WorkHours(480, 432)) == [(HOME, 432)]


def test_home_then_office_by_the_clock():
    events = (timed("Thuis", "0830", "1030"), timed("Kantoor", "1115", "1700"))

    assert of_monday(*events) == [(HOME, 120), (OFFICE, 345)]
    assert of_monday(*reversed(events)) == [(HOME, 120), (OFFICE, 345)]


def test_a_pause_does_not_divide_a_stay():
    events = (timed("Kantoor", "0900", "1200"), timed("Kantoor", "1230", "1700"))

    assert of_monday(*events) == [(OFFICE, 450)]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("1300", "1700", [(HOME, 240), (OFFICE, 240)]),
        ("0900", "1200", [(OFFICE, 180), (HOME, 300)]),
        ("1100", "1500", [(HOME, 120), (OFFICE, 240), (HOME, 120)]),
        ("0700", "1900", [(OFFICE, 720)]),
        ("1900", "2100", [(HOME, 360), (OFFICE, 120)]),
    ],
)
def test_a_whole_day_fills_the_usual_hours_around_what_has_a_time(begin, end, expected):
    assert of_monday(whole("Thuis"), timed("Kantoor", begin, end)) == expected


def test_what_begins_later_overrides_what_began_earlier():
    events = (timed("Thuis", "0900", "1700"), timed("Kantoor", "1300", "1500"))

    for given_events in (events, tuple(reversed(events))):
        assert of_monday(*given_events) == [(HOME, 240), (OFFICE, 120), (HOME, 120)]


def test_an_afternoon_off_comes_off_the_day():
    assert of_monday(whole("Thuis"), timed("Vrij", "1300", "1700")) == [
        (HOME, 240),
        (OFF, 240),
    ]


def test_a_whole_day_off_goes_before_everything():
    events = (whole("Thuis"), timed("Kantoor", "0900", "1700"), whole("Vakantie"))

    assert of_monday(*events) == [(OFF, 0)]


def test_a_date_with_two_places_for_the_whole_day_stays_open():
    reading = read(calendar(whole("Thuis"), whole("Kantoor")), YEAR)

    assert reading.days == ()
    assert reading.unclear == (MONDAY,)


def test_an_event_that_is_there_twice_counts_once():
    for event in (whole("Thuis"), timed("Kantoor", "0900", "1200")):
        assert of_monday(event, event) == of_monday(event)


def test_events_that_share_one_id_all_count():
    events = [[*whole("Thuis", MONDAY + timedelta(n)), "UID:same"] for n in range(3)]

    assert len(found(calendar(*events))) == 3


def test_without_an_end_a_date_is_one_day_and_a_time_is_nothing():
    assert of_monday(["SUMMARY:Thuis", "DTSTART;VALUE=DATE:20261123"]) == [(HOME, 480)]
    assert of_monday(["SUMMARY:Thuis", "DTSTART:20261123T090000"]) is None


def test_a_duration_is_as_good_as_an_end():
    event = ["SUMMARY:Thuis", "DTSTART:20261123T090000", "DURATION:PT2H30M"]

    assert of_monday(event) == [(HOME, 150)]


def test_a_time_without_a_zone_is_local():
    assert of_monday(timed("Thuis", "2330", "2359", zone="")) == [(HOME, 29)]


def test_a_cancelled_event_does_not_count():
    assert of_monday(whole("Thuis", MONDAY, 1, "STATUS:CANCELLED")) is None


def test_days_outside_the_span_are_left_out():
    event = whole("Vakantie", date(2026, 12, 20), 30)

    days = found(calendar(event), Span(date(2026, 12, 30), date(2027, 1, 2)))

    assert list(days) == [date(2026, 12, 30) + timedelta(n) for n in range(4)]


def test_a_stay_of_several_days_with_times_is_whole_days():
    event = [
        "SUMMARY:Bij klant",
        "DTSTART;TZID=Europe/Amsterdam:20261123T090000",
        "DTEND;TZID=Europe/Amsterdam:20261125T170000",
    ]

    assert found(calendar(event)) == {
        MONDAY + timedelta(n): [(CUSTOMER, 480)] for n in range(3)
    }


# Time


def night(on):
    after = on + timedelta(1)
    return [
        "SUMMARY:Kantoor",
        f"DTSTART;TZID=Europe/Amsterdam:{on:%Y%m%d}T220000",
        f"DTEND;TZID=Europe/Amsterdam:{after:%Y%m%d}T060000",
    ]


@pytest.mark.parametrize(
    ("on", "hours"),
    [(date(2026, 3, 28), 5), (date(2026, 10, 24), 7), (date(2026, 6, 1), 6)],
)
def test_a_night_shift_has_the_hours_that_passed(on, hours):
    days = found(calendar(night(on)))

    assert days[on] == [(OFFICE, 120)]
    assert days[on + timedelta(1)] == [(OFFICE, hours * 60)]


def test_the_day_of_25_hours_is_not_longer_than_a_day():
    on = date(2026, 10, 25)
    half = timed("Thuis", "0000", "1300", on=on)
    rest = [
        "SUMMARY:Kantoor",
        "DTSTART;TZID=Europe/Amsterdam:20261025T130000",
        "DTEND;TZID=Europe/Amsterdam:20261026T000000",
    ]

    assert found(calendar(half, rest))[on] == [(HOME, 14 * 60), (OFFICE, 10 * 60)]


def test_a_series_keeps_its_local_hours_when_the_clock_changes():
    series = timed(
        "Thuis", "2200", "2300", "RRULE:FREQ=DAILY;COUNT=4", on=date(2026, 10, 23)
    )

    assert list(found(calendar(series))) == [
        date(2026, 10, 23) + timedelta(n) for n in range(4)
    ]


def test_a_series_of_weeks_goes_on_through_week_53():
    series = whole(
        "Thuis", date(2026, 12, 21), 1, "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"
    )
    span = Span(date(2026, 12, 1), date(2027, 2, 1))

    assert list(found(calendar(series), span)) == [
        date(2026, 12, 21),
        date(2027, 1, 4),
        date(2027, 1, 18),
    ]


def test_a_yearly_event_of_the_leap_day_comes_in_leap_years():
    series = whole("Vrij", date(2024, 2, 29), 1, "RRULE:FREQ=YEARLY")
    span = Span(date(2024, 1, 1), date(2030, 1, 1))

    assert list(found(calendar(series), span)) == [date(2024, 2, 29), date(2028, 2, 29)]


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Amsterdam",
        '"W. Europe Standard Time"',
        "W. Europe Standard Time",
        "Nowhere/Known",
    ],
)
def test_zones_by_any_name_give_local_hours(zone):
    event = timed("Thuis", "0900", "1000", zone=f";TZID={zone}")

    assert of_monday(event, timed("Kantoor", "1000", "1100")) == [
        (HOME, 60),
        (OFFICE, 60),
    ]


def test_a_zone_that_the_file_describes_itself_is_used():
    zone = [
        *("BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD"),
        *("DTSTART:16010101T000000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0500"),
        *("END:STANDARD", "END:VTIMEZONE"),
    ]
    event = timed("Thuis", "0300", "0400", zone=';TZID="Customized Time Zone"')
    data = calendar(event, timed("Kantoor", "0900", "1000"), head=[*HEAD, *zone])

    assert found(data)[MONDAY] == [(OFFICE, 60)]  # 3:00 there is 9:00 here


def spun(*rules, name="Spin", offset="+0100"):
    return [
        *(*HEAD, "BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD"),
        *("DTSTART:19700101T000000", *rules),
        *(f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}"),
        *("END:STANDARD", "END:VTIMEZONE"),
    ]


def test_a_zone_of_the_same_name_in_another_file_is_not_mistaken_for_it():
    for offset, hour in (("-0500", 15), ("+0000", 10), ("-0500", 15)):
        event = timed("Thuis", "0900", "1000", zone=";TZID=Mine")
        other = timed("Kantoor", f"{hour}00", f"{hour + 1}00")
        data = calendar(event, other, head=spun(name="Mine", offset=offset))

        assert found(data)[MONDAY] == [(OFFICE, 60)]


@pytest.mark.parametrize(
    "days", ["BYDAY=-1SU", "BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31"]
)
def test_evolution_s_names_and_rules_of_zones_are_understood(days):
    name = "/freeassociation.sourceforge.net/Europe/Amsterdam"
    zone = spun(f"RRULE:FREQ=YEARLY;BYMONTH=10;{days}", name=name)
    event = timed("Thuis", "0900", "1000", zone=f";TZID={name}")
    other = timed("Kantoor", "1000", "1100")

    days_found = found(calendar(event, other, head=zone))

    assert days_found[MONDAY] == [(HOME, 60), (OFFICE, 60)]


def test_midnight_in_utc_is_not_midnight_here():
    event = ["SUMMARY:Vrij", "DTSTART:20261122T230000Z", "DTEND:20261123T230000Z"]

    assert found(calendar(event)) == {MONDAY: [(OFF, 0)]}


# Recurrence


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("FREQ=DAILY", 39),
        ("FREQ=WEEKLY", 6),
        ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261202", 4),
        ("FREQ=MONTHLY", 2),
        ("FREQ=MONTHLY;BYDAY=4MO", 2),
        ("FREQ=MONTHLY;BYDAY=5MO", 2),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 3),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", 3),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=1,2,3,4,5,6,7", 2),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", 6),
        ("FREQ=YEARLY", 1),
        ("FREQ=DAILY;COUNT=999999999", 39),
        ("FREQ=DAILY;UNTIL=99991231T000000Z", 39),
    ],
)
def test_endless_rules_end_with_the_span(rule, count):
    assert len(found(calendar(whole("Thuis", MONDAY, 1, f"RRULE:{rule}")))) == count


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=10",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;COUNT=\N{SUPERSCRIPT TWO}",
        "FREQ=DAILY;UNTIL=never",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,2",
        "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=5MO;INTERVAL=12",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=\N{SUPERSCRIPT TWO};BYMONTHDAY=1",
        "FREQ=YEARLY;BYDAY=MO;BYMONTHDAY=1",
        "FREQ=YEARLY;BYEASTER=0",
        "",
    ],
)
def test_a_rule_that_never_ends_working_out_is_refused_with_its_line(rule):
    data = calendar(whole("Thuis"), whole("Thuis", MONDAY, 1, f"RRULE:{rule}"))

    assert problem(data) == (15, "recurrence", rule)


def test_an_endless_rule_of_another_event_is_passed_over():
    data = calendar(whole("Thuis"), whole("Klok", MONDAY, 1, "RRULE:FREQ=SECONDLY"))

    assert len(found(data)) == 1


def test_the_rest_of_a_series_may_have_another_name():
    series = [*whole("Overleg", MONDAY, 1, "RRULE:FREQ=WEEKLY"), "UID:x"]
    moved = [
        *whole("Thuis", MONDAY + timedelta(7)),
        "UID:x",
        "RECURRENCE-ID;VALUE=DATE:20261130",
    ]

    assert found(calendar(series, moved)) == {date(2026, 11, 30): [(HOME, 480)]}


def test_dates_in_a_list_are_read():
    event = whole("Thuis", MONDAY, 1, "RDATE;VALUE=DATE:20261125,20261127")

    assert len(found(calendar(event))) == 3


def test_a_list_of_too_many_dates_is_refused():
    event = whole(
        "Thuis", MONDAY, 1, "EXDATE;VALUE=DATE:" + ",".join(["20261125"] * 6_000)
    )

    assert problem(calendar(event)) == (9, "too-many-dates", "5000")


def test_more_occurrences_than_anyone_has_are_refused():
    series = [
        timed(
            "Thuis", f"{n:02}00", f"{n:02}30", "RRULE:FREQ=DAILY", on=date(2016, 1, 1)
        )
        for n in range(6)
    ]
    ten_years = Span(date(2016, 1, 1), date(2025, 12, 31))

    assert problem(calendar(*series), ten_years)[1:] == (
        "too-many-dates",
        str(MOST_OCCURRENCES),
    )


def test_more_series_than_anyone_has_are_refused():
    series = [whole("Thuis", MONDAY, 1, "RRULE:FREQ=WEEKLY")] * (MOST_SERIES + 1)

    assert problem(calendar(*series))[1:] == ("too-many-series", str(MOST_SERIES))


LONG_AGO = date(2000, 1, 1)
SHORT = Span(LONG_AGO + timedelta(9_999), LONG_AGO + timedelta(10_000))


@pytest.mark.parametrize(
    ("rule", "series"),
    [
        ("RRULE:FREQ=DAILY", 100),
        ("RRULE:FREQ=DAILY;COUNT=9000", 100),
        ("RRULE:FREQ=DAILY;UNTIL=20131129T000000Z", 196),
        ("RDATE;VALUE=DATE:" + ",".join(["20000102"] * 2_000), 100),
    ],
)
def test_dates_that_take_minutes_to_go_through_are_refused_at_once(rule, series):
    """Also where few of them, or none, are in the span that was asked for."""
    many = [whole("Thuis", LONG_AGO, 1, rule)] * (series + 1)
    began = time.perf_counter()

    with pytest.raises(RefusedImportError) as caught:
        read(calendar(*many), SHORT)

    (found,) = caught.value.problems
    assert (found.reason, found.detail) == ("too-many-dates", str(MOST_PASSES))
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("RRULE:FREQ=DAILY", 10_000),
        ("RRULE:FREQ=DAILY;INTERVAL=100", 100),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2", 714),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,TU", 2 * 1_428),
        ("RRULE:FREQ=DAILY;UNTIL=19990101", 0),
        ("EXDATE:20000102,20000103", 2 * COST_OF_LISTED),
        ("SUMMARY:Thuis,Kantoor", 0),
    ],
)
def test_how_many_dates_are_gone_through(rule, expected):
    name, _, value = rule.partition(":")
    event = RawEvent(1, (Line(1, name, value, rule),))

    assert passes(event, LONG_AGO, SHORT.last) == expected


def test_years_of_weeks_at_home_are_not_many():
    """A new series each month for ten years, each without an end."""
    own = [
        whole("Thuis", date(2016 + number // 12, number % 12 + 1, 1), 1, rule)
        for number, rule in enumerate(["RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR"] * 120)
    ]

    assert len(found(calendar(*own), Span(MONDAY, MONDAY + timedelta(6)))) == 3


# Bad input


GOOD = calendar(whole("Thuis"))


def test_a_calendar_that_is_cut_off_is_refused_with_its_last_line():
    lines = GOOD.decode().splitlines(keepends=True)

    for count in range(1, len(lines)):
        number, reason, _ = problem("".join(lines[:count]).encode())
        assert (number, reason) == (count + 1, "cut-off")


def test_a_calendar_cut_off_inside_a_line_is_refused_too():
    for length in range(20, len(GOOD) - 16):
        assert problem(GOOD[:length])[1] in {"cut-off", "nesting"}


def test_a_hundred_megabytes_are_refused_at_once():
    begin = time.perf_counter()

    assert problem(b"x" * 100_000_000) == (0, "too-large", "10")
    assert problem(GOOD + b" " * LIMIT)[1] == "too-large"
    assert time.perf_counter() - begin < 1


def test_too_many_events_are_refused_before_they_are_read():
    event = b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"
    data = b"BEGIN:VCALENDAR\r\n" + event * (MOST_EVENTS + 1) + b"END:VCALENDAR\r\n"

    assert problem(data) == (2 + 2 * MOST_EVENTS, "too-many-events", str(MOST_EVENTS))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", (0, "not-calendar", "")),
        (b"\n\n", (0, "not-calendar", "")),
        (b"date;parts\n", (1, "not-calendar", "date;parts")),
        (b"<html>", (1, "not-calendar", "<html>")),
        (b"BEGIN:VCARD\nEND:VCARD\n", (1, "not-calendar", "VCARD")),
        (GOOD + b"more\n", (11, "not-calendar", "more")),
        (b"BEGIN:VCALENDAR\nEND:VEVENT\n", (2, "nesting", "VEVENT")),
        (b"BEGIN:VCALENDAR\nBEGIN:VCALENDAR\n", (2, "nesting", "VCALENDAR")),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 9, (7, "nesting", "VEVENT")),
        (b"END:VCALENDAR\n", (1, "nesting", "VCALENDAR")),
        (b"BEGIN:VCALENDAR\nSUMMARY:\xff\n", (2, "encoding", "")),
        (b"\xff\xfeB\0E\0", (1, "encoding", "")),
        (b"BEGIN:VCALENDAR\nSUMMARY:\0\n", (2, "not-text", "")),
    ],
)
def test_what_is_no_calendar_is_refused_with_its_line(data, expected):
    assert problem(data) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["SUMMARY:Thuis"], (4, "no-start", "")),
        (["SUMMARY:Thuis", "DTSTART:2026"], (7, "moment", "2026")),
        (["SUMMARY:Thuis", "DTSTART:20260230"], (7, "moment", "20260230")),
        (
            ["SUMMARY:Thuis", "DTSTART:20261123T250000"],
            (7, "moment", "20261123T250000"),
        ),
        (["SUMMARY:Thuis", "DTSTART:19990101"], (7, "date-range", "19990101")),
        (["SUMMARY:Thuis", "DTSTART:99991231"], (7, "date-range", "99991231")),
        (
            ["SUMMARY:Thuis", "DTSTART:20261123T090000", "DTEND:20261123T080000"],
            (8, "ends-first", "20261123T080000"),
        ),
        (
            ["SUMMARY:Thuis", "DTSTART:20260101", "DTEND:20280101"],
            (4, "too-long", ""),
        ),
        (
            ["SUMMARY:Thuis", "DTSTART:20261123T090000", "DURATION:forever"],
            (4, "event", ""),
        ),
        (
            ["SUMMARY:Thuis", "DTSTART:20261123", "RDATE:soon"],
            (4, "event", ""),
        ),
    ],
)
def test_a_bad_event_is_refused_with_its_line(lines, expected):
    assert problem(calendar(lines)) == expected


def test_an_end_in_another_zone_is_compared_by_its_date():
    begin = ["SUMMARY:Thuis", "DTSTART;TZID=Europe/Amsterdam:20261123T090000"]

    late, early = "DTEND:20261123T090000Z", "DTEND:20261121T090000Z"

    assert found(calendar([*begin, late]))[MONDAY] == [(HOME, 60)]
    assert problem(calendar([*begin, early])) == (8, "ends-first", "20261121T090000Z")


def test_one_bad_event_leaves_nothing_half_taken_in():
    good = [whole("Thuis", MONDAY + timedelta(n)) for n in range(20)]
    bad = ["SUMMARY:Thuis", "DTSTART:20261123T090000", "DURATION:forever"]

    assert problem(calendar(*good, bad)) == (4 + 20 * 6, "event", "")


def test_a_bad_event_about_something_else_is_passed_over():
    reading = read(calendar(whole("Thuis"), ["SUMMARY:Tandarts", "DTSTART:x"]), YEAR)

    assert (len(reading.days), reading.events, reading.passed_over) == (1, 1, 1)


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=YEARLY;BYSECOND=1,2,3",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTHDAY=1,2,3,4,5,6,7;BYMONTH=3",
        "RRULE:FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=1,3,5,7,9,11,13;BYMONTH=3",
        "RDATE:" + ",".join(["20260101T000000"] * 5_001),
    ],
)
def test_a_zone_whose_clock_is_never_worked_out_is_refused(rule):
    data = calendar(timed("Thuis", "0900", "1000", zone=";TZID=Spin"), head=spun(rule))

    assert problem(data)[:2] == (8, "time-zone")


def test_a_zone_that_no_event_names_is_not_looked_at():
    data = calendar(whole("Thuis"), head=spun("RRULE:FREQ=SECONDLY"))

    assert len(found(data)) == 1


def test_too_many_zones_are_refused():
    zones = ["BEGIN:VTIMEZONE", "END:VTIMEZONE"] * (MOST_ZONES + 1)

    # The first has no name; so has the second, which takes its place, and so on.
    assert len(found(calendar(whole("Thuis"), head=[*HEAD, *zones]))) == 1
    named = [
        line
        for n in range(MOST_ZONES + 1)
        for line in ("BEGIN:VTIMEZONE", f"TZID:{n}", "END:VTIMEZONE")
    ]
    last = 4 + 3 * MOST_ZONES
    data = calendar(whole("Thuis"), head=[*HEAD, *named])
    assert problem(data) == (last, "time-zone", str(MOST_ZONES))


def test_a_series_that_cannot_be_read_is_refused_with_its_line():
    series = whole("Thuis", MONDAY, 1, "RRULE:FREQ=WEEKLY", "EXDATE:soon")

    assert problem(calendar(series))[1] == "event"


def test_a_large_attachment_is_dropped_and_a_large_name_refused():
    attachment = "ATTACH;ENCODING=BASE64:" + "\r\n ".join(["A" * 70] * 20_000)
    name = "SUMMARY:Thuis" + "\r\n ".join(["s" * 70] * 2_000)

    assert of_monday(whole("Thuis", MONDAY, 1, attachment)) == [(HOME, 480)]
    assert problem(calendar([name, "DTSTART:20261123"]))[:2] == (6, "long-line")


def test_quotes_that_never_end_do_not_take_long():
    begin = time.perf_counter()

    problem(b"BEGIN:VCALENDAR\r\n" + b'SUMMARY;X="' * 500_000)

    assert time.perf_counter() - begin < 2


def test_names_of_events_do_not_reach_a_log():
    with pytest.raises(RefusedImportError) as caught:
        read(calendar(["SUMMARY:Thuis", "DTSTART:secret"]), YEAR)

    assert "secret" not in str(caught.value)


def test_a_thousand_single_days_take_a_moment():
    first = date(2023, 1, 1)
    events = [whole("Home", first + timedelta(n)) for n in range(1_000)]
    begin = time.perf_counter()

    days = found(calendar(*events), Span(first, MONDAY))

    assert len(days) == 1_000
    assert time.perf_counter() - begin < 10


@given(st.binary(max_size=300), st.integers(0, len(GOOD)))
def test_any_bytes_are_read_or_refused(noise, at):
    for data in (noise, GOOD[:at] + noise + GOOD[at:]):
        try:
            read(data, YEAR)
        except RefusedImportError as error:
            assert error.problems


VALUES = st.text(alphabet='0123456789TZPDWHMS-+:;=,."RFEQUNTILBYCO', max_size=30)
PROPERTIES = st.sampled_from(
    ["DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE"]
)


@given(st.lists(st.tuples(PROPERTIES, VALUES), max_size=3))
def test_any_property_is_read_or_refused(lines):
    event = ["SUMMARY:Thuis", "DTSTART:20261123T090000"]
    event += [f"{name}:{value}" for name, value in lines]

    try:
        reading = read(calendar(event), YEAR)
    except RefusedImportError as error:
        assert error.problems
    else:
        for day in reading.days:
            assert sum(part.minutes for part in day.parts) <= MINUTES_A_DAY


# Properties


@st.composite
def stays(draw):
    name = draw(
        st.sampled_from(["Thuis", "Kantoor", "Klant", "Vrij", "Thuis + kantoor"])
    )
    on = MONDAY + timedelta(draw(st.integers(0, 2)))
    if draw(st.booleans()):
        return whole(name, on, draw(st.integers(1, 2)))
    begin = draw(st.integers(0, 46))
    end = draw(st.integers(begin + 1, 47))

    def clock(half):
        return f"{half // 2:02}{half % 2 * 30:02}"

    return timed(name, clock(begin), clock(end), on=on)


@given(st.lists(stays(), min_size=1, max_size=5), st.randoms())
def test_the_order_of_events_never_matters(events, chance):
    shuffled = list(events)
    chance.shuffle(shuffled)

    one, other = read(calendar(*events), YEAR), read(calendar(*shuffled), YEAR)

    assert one == other
    for day in one.days:
        assert sum(part.minutes for part in day.parts) <= MINUTES_A_DAY


# Written


MADE = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


@given(logs(), st.sampled_from(["nl", "en"]))
def test_the_places_of_what_is_written_come_back(log, language):
    data = write(log, made=MADE, language=language)
    span = Span(date(2019, 1, 1), date(2027, 12, 31))

    again = {day.date: day for day in read(data, span).days}

    for day in in_order(log):
        places = [part.where for part in day.parts if part.where is not OFF] or [OFF]
        in_a_row = [
            where for n, where in enumerate(places) if places[n - 1 : n] != [where]
        ]
        if len(in_a_row) <= 4:
            assert [part.where for part in again[day.date].parts] == in_a_row


def test_what_is_shared_with_colleagues_is_places_only():
    day = Day(MONDAY, (Part(HOME, 123, None, "DE"), Part(OFFICE, 345)))

    lines = write([day], made=MADE).decode().splitlines()

    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//thuiswerkplek//EN",
        "BEGIN:VEVENT",
        "SUMMARY:Thuis + kantoor",
        "DTSTART;VALUE=DATE:20261123",
        "DTEND;VALUE=DATE:20261124",
        "DTSTAMP:20261123T200000Z",
        "UID:2026-11-23@thuiswerkplek",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_written_twice_it_has_the_same_ids():
    log = [Day(MONDAY, (Part(HOME, 480),))]

    assert write(log, made=MADE) == write(log, made=MADE)
