"""Whether rules were kept: each rule, its windows, days off, and a change mid-week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.daylog_strategies import logs
from thuiswerkplek.domain.agreement import Agreement, HomeDay
from thuiswerkplek.domain.agreement_kept import (
    Span,
    State,
    month,
    verdicts,
    week,
    window,
    year,
)
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    CarDays,
    DayAvoid,
    DayMix,
    DaysRule,
    Evaluation,
    FixedDays,
    HomeFirst,
    Hours,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.daylog import Band, Day, Mode, Part, Purpose, Trip, Where

BEGIN = date(2026, 1, 1)
MONDAY = date(2026, 11, 23)
WEEK = Span(MONDAY, MONDAY + timedelta(6))
LATER = date(2027, 12, 31)
HOME, OFFICE, OFF = Where.HOME, Where.OFFICE, Where.OFF
LEAST, MOST = RuleCode.DAYS_MIN, RuleCode.DAYS_MAX


def leg(band=Band.UNKNOWN, mode=Mode.CAR_PETROL):
    return Trip(Purpose.COMMUTE, mode, 25, band)


def day(on, *parts, trips=()):
    return Day(on, tuple(Part(where, minutes) for where, minutes in parts), trips)


def logged(*days):
    return {d.date: d for d in days}


def weeks_of(letters, first=MONDAY):
    """A log of a letter a day: home, office, free, a gap for anything else."""
    places = {"h": HOME, "o": OFFICE, "f": OFF}
    return logged(
        *(
            day(first + timedelta(n), (places[letter], 480))
            for n, letter in enumerate(letters)
            if letter in places
        )
    )


def judge(log, rule, *, span=WEEK, until=LATER, **terms):
    return verdicts(log, [Agreement(BEGIN, rules=(rule,), **terms)], span, until=until)


def outcome(log, rule, **given):
    """The one verdict, as what there was, what was asked, and how that stands."""
    (found,) = judge(log, rule, **given)
    return (found.actual, found.asked, found.state)


# Windows


def test_windows_are_whole_iso_weeks_or_calendar_months():
    assert week(date(2027, 1, 1)) == Span(date(2026, 12, 28), date(2027, 1, 3))
    assert month(date(2024, 2, 29)) == Span(date(2024, 2, 1), date(2024, 2, 29))
    assert month(date(2026, 12, 31)) == Span(date(2026, 12, 1), date(2026, 12, 31))
    assert year(MONDAY) == Span(date(2026, 1, 1), date(2026, 12, 31))


def test_windows_of_more_weeks_count_from_the_week_the_agreement_began():
    rule, agreed = DaysRule(LEAST, 4, weeks=2), Agreement(date(2026, 12, 24))

    assert window(rule, agreed, date(2027, 1, 1)) == Span(
        date(2026, 12, 21), date(2027, 1, 3)
    )
    assert window(rule, agreed, date(2027, 1, 4)).first == date(2027, 1, 4)


@pytest.mark.parametrize(
    "rule",
    [
        DayAvoid(50, (2, 4)),
        Hours(RuleCode.CORE_HOURS, 600, 900),
        Hours(RuleCode.UNREACHABLE, 1_200, 420),
        TeamAnchor(),
        Evaluation(BEGIN),
    ],
)
def test_rules_that_a_log_cannot_judge_say_nothing(rule):
    assert judge(weeks_of("ooooo"), rule) == ()


def test_a_window_belongs_to_the_month_it_ends_in():
    log = weeks_of("ooooo", first=date(2026, 11, 30))  # ends on 6 December
    rule = DaysRule(LEAST, 2)

    assert judge(log, rule, span=month(date(2026, 11, 30))) == ()
    assert len(judge(log, rule, span=month(date(2026, 12, 1)))) == 1


@given(logs(st.dates(date(2025, 12, 1), date(2027, 1, 31))))
def test_verdicts_of_the_months_are_those_of_the_year(log):
    known = {d.date: d for d in log}
    rules = (DaysRule(LEAST, 2), DaysRule(MOST, 8, weeks=4), HomeFirst(2, 60))
    agreements = [
        Agreement(date(2025, 6, 1), date(2026, 5, 6), rules=rules),
        Agreement(date(2026, 5, 7), rules=rules),
    ]

    def over(span):
        return verdicts(known, agreements, span, until=LATER)

    months = [over(month(date(2026, n, 1))) for n in range(1, 13)]

    in_months = [found for part in months for found in part]
    in_year = list(over(year(MONDAY)))
    assert len(in_months) == len(in_year)
    assert all(found in in_year for found in in_months)


# Days at the office and at home


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("oohhh", (2, 2, State.KEPT)),
        ("ohhhh", (1, 2, State.BROKEN)),
        ("ooooo", (5, 2, State.KEPT)),
    ],
)
def test_at_least_so_many_office_days(letters, expected):
    assert outcome(weeks_of(letters), DaysRule(LEAST, 2)) == expected


def test_at_most_so_many_office_days():
    rule = DaysRule(MOST, 2)

    assert outcome(weeks_of("oohhh"), rule) == (2, 2, State.KEPT)
    assert outcome(weeks_of("ooohh"), rule) == (3, 2, State.BROKEN)


def test_at_least_so_many_home_days_is_the_mirror():
    rule = DaysRule(LEAST, 2, where=HOME)

    assert outcome(weeks_of("ooohh"), rule) == (2, 2, State.KEPT)
    assert outcome(weeks_of("ooooo"), rule) == (0, 2, State.BROKEN)


def test_whether_part_of_a_day_is_a_home_day_is_for_the_agreement_to_say():
    mixed = logged(day(MONDAY, (OFFICE, 240), (HOME, 240)))
    rule = DaysRule(LEAST, 1, where=HOME)

    assert outcome(mixed, rule)[0] == 0
    assert outcome(mixed, rule, home_day=HomeDay.PART)[0] == 1


def test_over_four_weeks_a_quiet_week_is_made_good():
    log = weeks_of("ooohh..hhhhh..oohhh..ooohh")
    rule, span = DaysRule(LEAST, 8, weeks=4), Span(MONDAY, MONDAY + timedelta(27))
    agreed = Agreement(MONDAY, rules=(rule,))

    (found,) = verdicts(log, [agreed], span, until=LATER)

    assert (found.actual, found.state) == (8, State.KEPT)
    assert found.window == span


@pytest.mark.parametrize(
    ("letters", "asked"),
    [("ohhhh", 2), ("ohhhf", 2), ("ohhff", 1), ("hhfff", 1), ("hffff", 0)],
)
def test_days_off_ask_for_less(letters, asked):
    found = outcome(weeks_of(letters), DaysRule(LEAST, 2), days_a_week=5.0)

    assert found[1] == asked


def test_without_known_working_days_no_more_is_asked_than_was_worked():
    assert outcome(weeks_of("hffff"), DaysRule(LEAST, 2)) == (0, 1, State.BROKEN)


def test_the_short_week_of_nine_days_in_two_is_a_full_one():
    found = outcome(weeks_of("oohhf"), DaysRule(LEAST, 2), days_a_week=4.5)

    assert found == (2, 2, State.KEPT)


def test_a_week_without_work_says_nothing():
    assert judge(weeks_of("fffff"), DaysRule(LEAST, 2)) == ()
    assert judge({}, DaysRule(LEAST, 2)) == ()


def test_planned_days_are_not_judged():
    plan = Day(MONDAY, (Part(OFFICE, 480),), is_planned=True)

    assert judge(logged(plan), DaysRule(LEAST, 1)) == ()


# While the week goes on


def test_a_minimum_is_open_until_it_is_reached_or_the_week_is_over():
    rule, wednesday = DaysRule(LEAST, 2), MONDAY + timedelta(2)

    assert outcome(weeks_of("ohh"), rule, until=wednesday) == (1, 2, State.OPEN)
    assert outcome(weeks_of("ooh"), rule, until=wednesday) == (2, 2, State.KEPT)
    assert outcome(weeks_of("ohhhh"), rule, until=WEEK.last)[2] is State.BROKEN


def test_a_maximum_is_open_until_it_is_passed_or_the_week_is_over():
    rule, wednesday = DaysRule(MOST, 2), MONDAY + timedelta(2)

    assert outcome(weeks_of("ooh"), rule, until=wednesday)[2] is State.OPEN
    assert outcome(weeks_of("ooo"), rule, until=wednesday)[2] is State.BROKEN


def test_days_after_the_last_one_to_judge_are_left_out():
    assert outcome(weeks_of("ohhoo"), DaysRule(LEAST, 2), until=MONDAY)[0] == 1


# A change inside a week


def test_each_day_counts_for_the_agreement_of_that_day():
    old = Agreement(BEGIN, rules=(DaysRule(LEAST, 2),), days_a_week=5.0)
    new = Agreement(
        MONDAY + timedelta(3), rules=(DaysRule(LEAST, 4),), days_a_week=5.0, version=2
    )
    log = weeks_of("ohhoo")

    before, after = verdicts(log, [old, new], WEEK, until=LATER)

    # Three of five days ask for 6/5 office days, two of five for 8/5.
    assert (before.rule, before.actual, before.asked) == (old.rules[0], 1, 1)
    assert (after.rule, after.actual, after.asked) == (new.rules[0], 2, 2)


def test_the_order_of_agreements_does_not_matter_for_what_is_found():
    old = Agreement(BEGIN, rules=(DaysRule(LEAST, 2),))
    new = Agreement(MONDAY + timedelta(3), rules=(DaysRule(LEAST, 4),))
    log = weeks_of("ohhoo")

    one = verdicts(log, [old, new], WEEK, until=LATER)
    other = verdicts(log, [new, old], WEEK, until=LATER)

    assert set(one) == set(other)


def test_an_agreement_that_ended_inside_a_week_is_judged_in_the_month_that_week_ends():
    agreed = Agreement(BEGIN, date(2026, 8, 31), rules=(DaysRule(LEAST, 1),))
    log = weeks_of("h", first=date(2026, 8, 31))

    august = verdicts(log, [agreed], month(date(2026, 8, 31)), until=LATER)
    september = verdicts(log, [agreed], month(date(2026, 9, 1)), until=LATER)

    assert august == ()
    assert [found.state for found in september] == [State.BROKEN]


def test_before_any_agreement_nothing_is_judged():
    later = Agreement(date(2027, 1, 1), rules=(DaysRule(LEAST, 2),))

    assert verdicts(weeks_of("hhhhh"), [later], WEEK, until=LATER) == ()


# The other rules


def test_section_3_1_a_day_mix_counts_only_its_weekdays():
    """As one bank has it: two office days, at least one of them Mon, Wed or Fri."""
    rule = DayMix(1, (1, 3, 5))

    assert outcome(weeks_of("hohoh"), rule) == (0, 1, State.BROKEN)
    assert outcome(weeks_of("hoohh"), rule) == (1, 1, State.KEPT)


def test_the_anchor_day_is_missed_only_by_who_worked_that_day():
    rule = TeamAnchor(weekday=2)

    assert outcome(weeks_of("hohhh"), rule) == (1, 1, State.KEPT)
    assert outcome(weeks_of("ohhhh"), rule) == (0, 1, State.BROKEN)
    assert judge(weeks_of("ofhhh"), rule) == ()


def test_an_anchor_day_every_two_weeks_is_kept_by_either():
    agreed = Agreement(MONDAY, rules=(TeamAnchor(weekday=2, weeks=2),))
    span = Span(MONDAY, MONDAY + timedelta(13))

    (found,) = verdicts(weeks_of("hhhhh..hohhh"), [agreed], span, until=LATER)

    assert (found.actual, found.asked, found.state) == (1, 1, State.KEPT)


def test_fixed_days_are_broken_at_once_and_days_off_do_not_count():
    rule, tuesday = FixedDays(RuleCode.FIXED_HOME, (1, 5)), MONDAY + timedelta(1)

    assert outcome(weeks_of("hooof"), rule) == (1, 1, State.KEPT)
    assert outcome(weeks_of("oo"), rule, until=tuesday) == (0, 1, State.BROKEN)
    assert outcome(weeks_of("ho"), rule, until=tuesday) == (1, 1, State.OPEN)
    assert judge(weeks_of("fooof"), rule) == ()


def test_fixed_office_days_need_presence():
    rule = FixedDays(RuleCode.FIXED_OFFICE, (2,))

    assert outcome(weeks_of("hohhh"), rule) == (1, 1, State.KEPT)
    assert outcome(weeks_of("hhhhh"), rule) == (0, 1, State.BROKEN)


def november(*days):
    return logged(*(day(date(2026, 11, n + 2), *parts) for n, parts in enumerate(days)))


def travelled(bands, mode=Mode.CAR_PETROL):
    return logged(
        *(
            day(
                date(2026, 11, n + 2),
                (OFFICE, 480),
                trips=(leg(band, mode), leg(Band.EVENING_PEAK, mode)),
            )
            for n, band in enumerate(bands)
        )
    )


IN, OUT, NOT_KNOWN = Band.MORNING_PEAK, Band.OUTSIDE, Band.UNKNOWN
NOVEMBER = month(MONDAY)


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        ((OUT, OUT, IN, IN, IN), (2, 3, State.BROKEN)),
        ((OUT, OUT, OUT, IN, IN), (3, 3, State.KEPT)),
        ((OUT, IN), (1, 2, State.BROKEN)),
        ((OUT, NOT_KNOWN, NOT_KNOWN), (1, 1, State.KEPT)),
    ],
)
def test_arrivals_outside_the_peak_on_three_of_five_days(bands, expected):
    rule = ArriveOutside(3, 5)

    assert outcome(travelled(bands), rule, span=NOVEMBER) == expected


def test_arrivals_of_unknown_band_say_nothing():
    assert judge(travelled([NOT_KNOWN]), ArriveOutside(3, 5), span=NOVEMBER) == ()


def test_a_month_of_arrivals_is_open_to_its_last_day():
    found = outcome(travelled([OUT]), ArriveOutside(1, 2), span=NOVEMBER, until=MONDAY)

    assert found[2] is State.OPEN


@pytest.mark.parametrize(
    ("parts", "band", "is_kept"),
    [
        (((HOME, 120), (OFFICE, 360)), OUT, True),
        (((HOME, 120), (OFFICE, 360)), NOT_KNOWN, True),
        (((HOME, 120), (OFFICE, 360)), IN, False),
        (((HOME, 60), (HOME, 60), (OFFICE, 360)), OUT, True),
        (((HOME, 119), (OFFICE, 300), (HOME, 61)), OUT, False),
        (((OFFICE, 360), (HOME, 120)), OUT, False),
    ],
)
def test_home_first_is_long_enough_at_home_and_then_travel(parts, band, is_kept):
    log = logged(day(MONDAY, *parts, trips=(leg(band),)))
    expected = (1, 1, State.KEPT) if is_kept else (0, 1, State.BROKEN)

    assert outcome(log, HomeFirst(4, 120), span=NOVEMBER) == expected


def test_home_first_asks_nothing_of_who_never_travels():
    assert judge(weeks_of("hhhhh"), HomeFirst(4, 120), span=NOVEMBER) == ()


def test_car_days_in_the_peak_are_counted_by_day():
    rule = CarDays(1)

    assert outcome(travelled([IN, OUT]), rule, span=NOVEMBER)[:2] == (2, 1)
    by_train = travelled([IN, IN], Mode.TRAIN)
    assert outcome(by_train, rule, span=NOVEMBER) == (0, 1, State.KEPT)
