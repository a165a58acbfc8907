"""The day list as CSV: round trip, what is recognised, and every kind of bad input."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.daylog_strategies import logs
from tests.exchange.refusals import problems_of
from thuiswerkplek import rates_files
from thuiswerkplek.domain.daylog import (
    Band,
    Day,
    Mode,
    Part,
    Purpose,
    Trip,
    Where,
    in_order,
    merged,
)
from thuiswerkplek.domain.errors import RefusedImportError
from thuiswerkplek.domain.peaks import band
from thuiswerkplek.domain.workplace import WorkplaceId
from thuiswerkplek.exchange.daylog_csv import (
    LIMIT,
    MOST_LINES,
    MOST_PROBLEMS,
    read,
    write,
)

HEADER = "date;parts;trips;planned\r\n"
ATTIC = WorkplaceId("a1b2")
KITCHEN = WorkplaceId("c3d4")
PLACES = {ATTIC: "Zolder, voor", KITCHEN: "Kitchen + table"}
MONDAY = date(2026, 11, 23)


def table(*lines, header=HEADER):
    return (header + "".join(f"{line}\r\n" for line in lines)).encode()


def one(line, places=None):
    (found,) = read(table(line), places)
    return found


def problems(data, places=None):
    return problems_of(lambda: read(data, places))


def problem_in(line, places=None):
    (found,) = problems(table("2026-11-20;home 8", line), places)
    assert found[0] == 3
    return found[1:]


# What is read


def test_a_whole_day_as_it_is_documented():
    found = one(
        "2026-11-23;home 2:30 [Zolder, voor] (DE) + office 5:30;"
        "commute train 25 outside + commute train 24.5 evening-peak;yes",
        PLACES,
    )

    assert found == Day(
        MONDAY,
        (Part(Where.HOME, 150, ATTIC, "DE"), Part(Where.OFFICE, 330)),
        (
            Trip(Purpose.COMMUTE, Mode.TRAIN, 25, Band.OUTSIDE),
            Trip(Purpose.COMMUTE, Mode.TRAIN, 24.5, Band.EVENING_PEAK),
        ),
        is_planned=True,
    )


def test_dutch_words_dates_and_commas_say_the_same():
    dutch = table(
        "23-11-2026;thuis 2,5 [Zolder, voor] (DE) + kantoor 5:30;"
        "woon-werk trein 25 buiten-spits + woon-werk trein 24,5 avondspits;ja",
        header="Datum;Delen;Reizen;Gepland\r\n",
    )
    english = table(
        "2026-11-23;home 2:30 [Zolder, voor] (DE) + office 5.5;"
        "commute train 25 outside + commute train 24.5 evening-peak;yes"
    )

    assert read(dutch, PLACES) == read(english, PLACES)


def test_home_office_and_home_again_stay_in_order():
    found = one("2026-11-23;home 1:30 + office 5 + home 1:30")

    assert [part.where for part in found.parts] == [
        Where.HOME,
        Where.OFFICE,
        Where.HOME,
    ]


@pytest.mark.parametrize(
    "text", ["2026-11-23", "2026-11-23 ", "23-11-2026", "23/11/2026", "23.11.2026"]
)
def test_dates_as_iso_and_as_dutch(text):
    assert one(f"{text};home 8").date == MONDAY


def test_a_dutch_date_has_its_day_first():
    assert one("5-1-2026;home 8").date == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8", 480),
        ("8:00", 480),
        ("7,5", 450),
        ("7.5", 450),
        ("0:01", 1),
        ("24:00", 1440),
    ],
)
def test_hours_as_a_clock_or_a_number(text, minutes):
    assert one(f"2026-11-23;home {text}").parts == (Part(Where.HOME, minutes),)


def test_time_off_needs_no_hours():
    assert one("2026-11-23;off").parts == (Part(Where.OFF, 0),)
    assert one("2026-11-23;vrij 8").parts == (Part(Where.OFF, 480),)


def test_comma_or_semicolon_is_recognised():
    with_commas = b'date,parts,trips\n2026-11-23,"home 7,5",commute bus 4\n'

    assert read(with_commas) == read(table("2026-11-23;home 7,5;commute bus 4;"))


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfdate;parts\n2026-11-23;home 8\n",
        "date;parts\r\n2026-11-23;home 8\r\n".encode("utf-16"),
        b"sep=;\r\ndate;parts\r\n2026-11-23;home 8\r\n",
        b"date;parts\r2026-11-23;home 8\r",
        b"\n\ndate;parts\n\n2026-11-23;home 8\n;\n",
        b"parts;date\nhome 8;2026-11-23\n",
        b"DATE ; Parts;;\n 2026-11-23 ;  home   8 ;;\n",
        b"date;parts\n2026-11-23;home 8",
    ],
    ids=["bom", "utf-16", "sep", "cr", "blank", "order", "spaces", "no-last-newline"],
)
def test_what_spreadsheets_make_of_it_is_read_all_the_same(data):
    assert read(data) == (Day(MONDAY, (Part(Where.HOME, 480),)),)


def test_a_part_at_home_in_the_netherlands_has_no_country():
    assert one("2026-11-23;home 8 (nl)").parts[0].country == ""
    assert one("2026-11-23;home 8 (be)").parts[0].country == "BE"


def test_workplaces_are_known_by_name_or_by_id():
    for text in ("Zolder, voor", "a1b2", " Zolder, voor "):
        assert one(f"2026-11-23;home 8 [{text}]", PLACES).parts[0].workplace == ATTIC


def test_without_known_workplaces_any_name_is_taken():
    assert one("2026-11-23;home 8 [Attic]").parts[0].workplace == "Attic"


def usual_band(mode, moment):
    times = rates_files.peaks().usual(mode, moment.date())
    return band(times.windows, moment)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2026-11-23;office 8;commute train 25 06:34", Band.OUTSIDE),
        ("2026-11-23;office 8;commute train 25 06:35", Band.MORNING_PEAK),
        ("2026-11-23;office 8;commute train 25 8:54", Band.MORNING_PEAK),
        ("2026-11-23;office 8;commute train 25 08:55", Band.OUTSIDE),
        ("2026-11-23;office 8;commute car 25 17:59", Band.EVENING_PEAK),
        ("2026-11-22;office 8;commute car 25 08:00", Band.OUTSIDE),
        ("2026-11-23;office 8;commute car 25 outside", Band.OUTSIDE),
    ],
)
def test_a_clock_time_becomes_a_band_and_is_forgotten(line, expected):
    (found,) = read(table(line), None, usual_band)

    assert found.trips[0].band is expected


def test_a_clock_time_that_does_not_exist_is_refused():
    bad = table("2026-11-23;office 8;commute car 25 24:00")

    assert problems_of(lambda: read(bad, None, usual_band)) == [(2, "band", "24:00")]


def test_a_header_alone_is_a_list_without_days():
    assert read(HEADER.encode()) == ()


# Round trip


@given(logs(), st.sampled_from(["nl", "en"]), st.booleans())
def test_what_is_written_reads_back_equal(log, language, is_named):
    ids = {part.workplace for day in log for part in day.parts} - {None}
    places = {place: f"Desk {place}" for place in ids} if is_named else None

    again = read(write(log, places, language=language), places)

    assert again == in_order(log)


@given(logs())
def test_the_order_of_lines_does_not_matter(log):
    header, *lines = write(log).decode("utf-8-sig").splitlines(keepends=True)

    backwards = (header + "".join(reversed(lines))).encode()

    assert read(backwards) == in_order(log)


@given(logs())
def test_a_list_taken_in_twice_gives_no_doubles(log):
    once = {day.date: day for day in read(write(log))}

    again = merged(once, read(write(log)))

    assert (again.added, again.changed) == ((), ())


@given(
    st.dictionaries(
        st.sampled_from([ATTIC, KITCHEN, WorkplaceId("e5")]), st.text(max_size=8)
    )
)
def test_any_name_of_a_workplace_comes_back(places):
    log = [
        Day(date(2026, 1, number), (Part(Where.HOME, 60, place),))
        for number, place in enumerate(places, start=1)
    ]

    assert read(write(log, places), places) == tuple(log)


def test_a_name_that_is_the_id_of_another_place_is_not_mistaken_for_it():
    places = {ATTIC: "c3d4", KITCHEN: "Kitchen"}
    log = (Day(MONDAY, (Part(Where.HOME, 60, ATTIC),)),)

    assert read(write(log, places), places) == log


def test_a_workplace_that_was_removed_is_left_out():
    log = (Day(MONDAY, (Part(Where.HOME, 60, WorkplaceId("gone")),)),)

    assert read(write(log, PLACES), PLACES)[0].parts == (Part(Where.HOME, 60),)


def test_it_opens_in_a_spreadsheet():
    data = write([one("2026-11-23;home 8;commute train 24.5")], language="nl")

    assert data == (
        b"\xef\xbb\xbfdatum;delen;reizen;gepland\r\n"
        b"2026-11-23;thuis 8:00;woon-werk trein 24,5 onbekend;nee\r\n"
    )


# Bad input: the file


def test_a_wrong_delimiter_is_said_of_the_header():
    for header in ("date\tparts\ttrips", "date|parts|trips", "datum\tdelen"):
        (found,) = problems(f"{header}\n2026-11-23\thome 8\n".encode())
        assert found[:2] == (1, "delimiter")


def test_lines_divided_otherwise_than_the_header_are_named():
    data = b"date;parts\n2026-11-23,home 8\n2026-11-24,home 8\n"

    assert problems(data) == [(2, "cells", "1"), (3, "cells", "1")]


def test_a_decimal_comma_without_quotes_makes_a_cell_too_many():
    data = b"date,parts\n2026-11-23,home 7,5\n"

    assert problems(data) == [(2, "cells", "3")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", (0, "empty", "")),
        (b"\xef\xbb\xbf\n\n ;\n", (0, "empty", "")),
        (b"2026-11-23;home 8\n", (1, "no-header", "2026-11-23")),
        (b"\nday;parts\n", (2, "no-header", "day")),
        (b"date;parts;why\n", (1, "strange-column", "why")),
        (b"date;parts;delen\n", (1, "column-twice", "")),
        (b"date;trips\n", (1, "missing-column", "parts/delen")),
        (b"parts;trips\n", (1, "missing-column", "date/datum")),
        (b"date;parts\n2026-11-23;home 8 [\xe9\xe9n]\n", (2, "encoding", "")),
        (b"\xff\xfed", (0, "encoding", "")),
        (b"date;parts\n2026-11-23;home\0 8\n", (2, "not-text", "")),
        (b'date;parts\n2026-11-23;"home 8\n2026-11-24;home 8\n', (2, "quote", "")),
        (b'date;parts\n2026-11-23;"home" 8\n', (2, "quote", "")),
    ],
)
def test_a_file_that_is_no_day_list_is_refused_with_its_line(data, expected):
    assert problems(data) == [expected]


def test_a_million_lines_are_refused_at_once():
    data = HEADER.encode() + b"2026-11-23;home 8:00;;no\r\n" * 1_000_000
    begin = time.perf_counter()

    found = problems(data)

    assert found == [(MOST_LINES, "too-many-lines", str(MOST_LINES))]
    assert time.perf_counter() - begin < 1


def test_a_hundred_megabytes_on_one_line_are_refused_at_once():
    assert problems(b"date;parts;" + b"x" * 100_000_000) == [(0, "too-large", "8")]
    assert problems(b"x" * (LIMIT + 1))[0][1] == "too-large"


def test_a_list_of_every_date_of_a_century_is_read():
    first = date(2000, 1, 1).toordinal()
    lines = [f"{date.fromordinal(first + n)};home 8" for n in range(36_890)]

    assert len(read(table(*lines))) == 36_890


# Bad input: a line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2026-02-29;home 8", ("date", "2026-02-29")),
        ("11/23/2026;home 8", ("date", "11/23/2026")),
        ("23-11-26;home 8", ("date", "23-11-26")),
        ("20261123;home 8", ("date", "20261123")),
        (";home 8", ("date", "")),
        ("\u0661-1-2026;home 8", ("date", "\u0661-1-2026")),
        ("1999-12-31;home 8", ("date-range", "1999-12-31")),
        ("2101-01-01;home 8", ("date-range", "2101-01-01")),
        ("2026-11-20;home 8", ("twice", "2")),
        ("20-11-2026;office 8", ("twice", "2")),
        ("2026-11-23;;commute bus 4", ("no-parts", "")),
        ("2026-11-23;beach 8", ("place", "beach")),
        ("2026-11-23;home 8 + beach 8", ("place", "beach")),
        ("2026-11-23;home", ("no-time", "home")),
        ("2026-11-23;Thuis", ("no-time", "Thuis")),
        ("2026-11-23;home 25:00", ("long-part", "home 25:00")),
        ("2026-11-23;home 25", ("long-part", "home 25")),
        ("2026-11-23;home 20 + office 5", ("long-day", "")),
        ("2026-11-23;home 0", ("long-part", "home 0")),
        ("2026-11-23;home 7:60", ("time", "7:60")),
        ("2026-11-23;home 7.333", ("time", "7.333")),
        ("2026-11-23;home 1,2,3", ("time", "1,2,3")),
        ("2026-11-23;home 8 +", ("part", "home 8 +")),
        ("2026-11-23;home 8 hours", ("part", "home 8 hours")),
        ("2026-11-23;home 8 [a", ("part", "home 8 [a")),
        ("2026-11-23;8 home", ("part", "8 home")),
        ("2026-11-23;home 8 [Shed]", ("workplace", "Shed")),
        ("2026-11-23;home 8 []", ("workplace", "")),
        ("2026-11-23;office 8 [a1b2]", ("not-at-home", "office 8 [a1b2]")),
        ("2026-11-23;home 8 (Germany)", ("country", "home 8 (Germany)")),
        ("2026-11-23;off (DE)", ("country", "off (DE)")),
        ("2026-11-23;home 8;train 25", ("trip", "train 25")),
        ("2026-11-23;home 8;commute train 25 +", ("trip", "")),
        ("2026-11-23;home 8;holiday train 25", ("purpose", "holiday")),
        ("2026-11-23;home 8;commute rocket 25", ("mode", "rocket")),
        ("2026-11-23;home 8;commute train far", ("km", "far")),
        ("2026-11-23;home 8;commute train -5", ("km", "-5")),
        ("2026-11-23;home 8;commute train 2001", ("km", "2001")),
        ("2026-11-23;home 8;commute train 1.2345", ("km", "1.2345")),
        ("2026-11-23;home 8;commute train 25 08:15", ("band", "08:15")),
        ("2026-11-23;home 8;;maybe", ("planned", "maybe")),
        ("2026-11-23;home 8;;;x", ("cells", "5")),
        ("2026-11-23;" + "home 0:01+" * 24 + "home 1", ("too-many", "")),
    ],
)
def test_a_bad_line_is_named_with_its_reason(line, expected):
    assert problem_in(line, PLACES) == expected


def test_a_quoted_cell_over_more_lines_counts_from_its_first():
    data = b'date;parts\n2026-11-23;"home\n8"\n2026-11-24;beach 8\n'

    assert problems(data) == [(4, "place", "beach")]


def test_all_problems_are_named_together_up_to_twenty():
    data = table("2026-11-23;beach 8", "2026-11-24;home 8", "x;home 8")

    assert problems(data) == [(2, "place", "beach"), (4, "date", "x")]
    assert len(problems(table(*["x;home 8"] * 100))) == MOST_PROBLEMS


def test_one_bad_line_leaves_nothing_half_taken_in():
    good = [f"2026-{month:02}-01;home 8" for month in range(1, 13)]

    with pytest.raises(RefusedImportError):
        read(table(*good, "2027-01-01;home 25:00"))


def test_what_stands_in_a_line_does_not_reach_a_log():
    with pytest.raises(RefusedImportError) as caught:
        read(table("2026-11-23;secret 8"))

    assert "secret" not in str(caught.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    for given_bytes in (data, HEADER.encode() + data):
        try:
            read(given_bytes, PLACES)
        except RefusedImportError as error:
            assert error.problems


@given(st.text(alphabet='home8:+[]() ,;"DE-0269\r\n', max_size=60))
def test_any_line_is_read_or_refused(text):
    try:
        read(table(f"2026-11-23;{text}"), PLACES)
    except RefusedImportError as error:
        assert error.problems


@pytest.mark.parametrize(
    "cell", ["home 8 + " * 9_000, "[" * 90_000, " " * 90_000 + "x", "a(" * 40_000]
)
def test_a_cell_made_to_take_long_does_not(cell):
    begin = time.perf_counter()

    problems(table(f"2026-11-23;{cell}"))

    assert time.perf_counter() - begin < 1
