"""The year without a window: pictures, numbers, remarks, money and borders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes import RecordingShell
from tests.ui.worker.year_days import AGREED, days, fill, habits
from thuiswerkplek.domain.agreement import Agreement, HomeDay
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, RuleCode
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.daylog import (
    Day,
    DayKind,
    Part,
    PlannedDay,
    WeekPattern,
    Where,
)
from thuiswerkplek.ui.contracts import PageName
from thuiswerkplek.ui.worker.year_presenter import YearPresenter


class RecordingScreen:
    def __init__(self):
        self.pages = []

    def show_page(self, page):
        self.pages.append(page)


@pytest.fixture
def year(services):
    presenter = YearPresenter(services, RecordingShell(), RecordingScreen())
    presenter.screen, presenter.shell = presenter._screen, presenter._shell
    return presenter


def figures(year):
    return year.page().figures


# The page as a whole


def test_an_empty_year_says_what_will_be_here(year):
    page = year.page()

    assert page.figures is None
    assert page.empty.title == "Nothing to tell of 2026 yet"
    assert page.lead == ""
    assert page.years.items == ((2026, "2026"),)


def test_planned_days_alone_are_told_and_not_counted(services, year):
    services.day_log.choose(date(2026, 12, 1), DayKind.HOME)

    page = year.page()

    assert page.figures is None or page.figures.totals.figures[0][1] == "0"
    assert page.lead == "1 planned day is not counted."


def test_the_first_line_says_how_much_was_at_home(services, year):
    fill(services)

    assert year.page().lead == "At home: 44% of the time (partly at home)."


def test_years_go_back_to_the_first_day(services, year):
    fill(services, first=date(2024, 3, 4))

    assert [code for code, _word in year.page().years.items] == [2026, 2025, 2024]
    year.show_year(2024)
    page = year.screen.pages[-1]
    assert (page.title, page.years.chosen) == ("The year 2024", 2024)
    assert page.figures.weeks.title == "The last twelve weeks of 2024"


def test_another_year_begins_as_a_whole(services, year):
    fill(services, first=date(2025, 1, 6))
    year.choose_period(10)

    year.show_year(2025)

    assert year.screen.pages[-1].periods.chosen == 0


# Weeks


def test_the_last_twelve_weeks_stand_against_the_agreement(services, year):
    fill(services)

    weeks = figures(year).weeks

    assert len(weeks.bars) == 12
    assert weeks.bars[-1].label == "48"  # the one that has just begun
    last = weeks.bars[-2]
    assert (last.home, last.office, last.other) == (2, 3, 0)
    assert {mark.side: mark.at for mark in last.marks} == {"office": 3, "home": 1}
    assert [mark.is_most for mark in last.marks] == [False, True]
    assert last.spoken == (
        "Week 47, from 16 November 2026: 2 days at home, 3 at the office. At least 3"
        " office days a week: as agreed. At most 1 home day a week: other than agreed."
        " Every week together at the office on Tuesday: as agreed."
    )
    assert weeks.table.rows[-2] == (
        "47, from 16 November 2026",
        "2",
        "3",
        "0",
        "2 of 3",
    )
    assert weeks.bars[-1].spoken == "Week 48, from 23 November 2026: no days filled in."


def test_a_day_off_lowers_what_was_agreed_for_that_week(services, year):
    fill(services)
    log = services.day_log
    for day in (16, 17, 18):
        log.choose(date(2026, 11, day), DayKind.OFF)

    marks = {mark.side: mark.at for mark in figures(year).weeks.bars[-2].marks}

    assert marks["office"] == 1  # 3 of 5 days, of the 2 worked


def test_a_window_of_more_weeks_is_drawn_per_week(services, year):
    rule = DaysRule(RuleCode.DAYS_MIN, 6, 4)
    fill(services, agreement=replace(AGREED, rules=(rule,)))

    weeks = figures(year).weeks

    assert weeks.bars[0].marks[0].at == 1.5
    assert ("least", "Agreed: at least 6 office days in 4 weeks") in weeks.legend


def test_a_chosen_month_shows_its_own_weeks(services, year):
    fill(services)

    year.choose_period(10)
    weeks = year.screen.pages[-1].figures.weeks

    assert weeks.title == "The weeks of October 2026"
    assert [bar.label for bar in weeks.bars] == ["40", "41", "42", "43", "44"]


def test_twelve_weeks_in_january_reach_into_the_year_before(services, clock):
    fill(services)
    clock.day = date(2027, 1, 12)
    services.day_log.choose(date(2027, 1, 11), DayKind.HOME)

    weeks = figures(YearPresenter(services, RecordingShell(), RecordingScreen())).weeks

    labels = [bar.label for bar in weeks.bars]
    assert (labels[0], labels[-3:]) == ("44", ["53", "1", "2"])
    assert weeks.bars[0].office == 3


# Months


def test_the_months_stand_against_the_agreement_by_days_worked(services, year):
    fill(services)

    months = figures(year).months

    assert [bar.label for bar in months.bars[:3]] == ["Jan", "Feb", "Mar"]
    january, october = months.bars[0], months.bars[9]
    assert (january.spoken, january.marks) == ("January 2026: no days filled in.", ())
    assert (october.home, october.office) == (9, 13)
    assert october.spoken.startswith("October 2026: 9 days at home, 13 at the office.")
    worked = 22
    assert october.marks[0].at == pytest.approx(3 * worked / 5)
    assert [row[0] for row in months.table.rows] == ["September", "October", "November"]


def test_where_no_days_a_week_were_agreed_the_plan_tells_them(services, year):
    fill(services, agreement=replace(AGREED, days_a_week=None))
    home = PlannedDay((Part(Where.HOME, 480),))
    off = PlannedDay()
    pattern = WeekPattern(date(2026, 9, 1), (home,) * 4 + (off,) * 3)
    services.day_log.plan(pattern)

    october = figures(year).months.bars[9]

    assert october.marks[0].at == pytest.approx(3 * 22 / 4)


def test_a_day_counts_on_both_sides_where_that_was_agreed(services, year):
    fill(services, agreement=replace(AGREED, home_day=HomeDay.PART))

    picture = figures(year).weeks

    assert (picture.bars[-2].home, picture.bars[-2].office) == (3, 3)
    assert "counts on both sides" in picture.note


def test_other_places_show_only_where_they_are(services, year):
    fill(services, agreement=None)
    assert [kind for kind, _text in figures(year).months.legend] == ["home", "office"]

    services.day_log.choose(date(2026, 11, 19), DayKind.ELSEWHERE)

    months = figures(year).months
    assert months.legend[-1] == ("other", "And days elsewhere")
    assert "1 elsewhere" in months.bars[10].spoken


# Numbers and remarks


def test_the_numbers_of_the_year_and_of_a_month(services, year):
    fill(services)

    totals = figures(year).totals
    numbers = dict(totals.figures)
    assert totals.title == "2026 in numbers"
    assert numbers["Days worked"] == "59"
    assert numbers["At home, in days"] == "29"  # a home-first day is two halves
    assert numbers["Trips to and from work avoided"] == "46"
    assert numbers["Trips moved out of the peak"] == "12"
    assert numbers["Travel time saved"] == "30 h 40 min"
    assert numbers["Not travelled"] == "1150 km"
    assert any(
        "WPM factors of 2026): unknown; by those of 2025" in line
        for line in totals.sentences
    )
    assert "At least 3 office days a week: kept 12 of 12 times." in totals.agreed

    year.choose_period(10)
    october = year.screen.pages[-1].figures.totals
    assert october.title == "October 2026 in numbers"
    assert dict(october.figures)["Days worked"] == "22"


def test_what_nobody_knows_says_so_and_how_to_fill_it_in(services, year):
    services.day_log.choose(date(2026, 11, 20), DayKind.HOME)

    totals = figures(year).totals

    numbers = dict(totals.figures)
    assert numbers["Travel time saved"] == numbers["Share of trips in a peak"]
    assert numbers["Travel time saved"] == "unknown"
    assert any("how long your way to work takes" in line for line in totals.sentences)


def test_a_remark_has_its_ground_and_is_never_law_unless_it_is(services, year):
    at_home = FixedDays(RuleCode.FIXED_HOME, (2,))
    place = fill(services, agreement=replace(AGREED, rules=(at_home,)))

    remarks = figures(year).remarks

    by_layer = {remark.layer for remark in remarks}
    assert by_layer == {"law", "tip", ""}
    unchecked = next(remark for remark in remarks if remark.layer == "law")
    assert unchecked.action == "Do the check"
    assert unchecked.spoken == f"Do the check: {place.name}"
    missed = [remark for remark in remarks if not remark.layer]
    assert {remark.ground for remark in missed} == {"By your own agreement."}


def test_a_place_used_more_than_checked_offers_the_check_again(services, year):
    place = fill(services)
    services.checking.start(place.id)
    for question in ("intake-home-days", "intake-home-hours"):
        services.checking.answer(place.id, question, Answer(1.0))
    services.checking.finish(place.id)

    remarks = figures(year).remarks

    again = [remark for remark in remarks if remark.action == "Check it again"]
    assert [remark.spoken for remark in again] == ["Check it again: Attic"]
    year.go_to_check()
    assert year.shell.pages == [PageName.WORKPLACE]


# Money


def test_a_day_gets_one_allowance(services, year):
    fill(services)

    money = figures(year).money

    assert money.lines[0] == "Days at home: 23, €56.35"
    assert money.lines[1] == "Days to work: 36, 1800 km, €450.00"
    assert money.months.rows[-1][0] == "2026"
    assert money.months.rows[-1][-2] == "€506.35"
    assert len(money.months.rows) == 4
    assert "From 76.8 days on site a year" in money.fixed[0]


def test_an_amount_says_where_it_comes_from_and_how_sure_that_is(services, year):
    fill(services)

    sources = figures(year).money.sources

    home, km = sources[:2]
    assert (home.fact, home.layer) == ("€2.45 for a day at home", "law")
    assert (km.fact, km.layer) == ("€0.25 for a km", "")
    assert km.basis.startswith("A decision, not a law.")
    assert "the text itself was not read" in km.basis


def test_a_year_that_nobody_knows_stays_unknown(services, clock):
    clock.day = date(2027, 3, 1)
    year = YearPresenter(services, RecordingShell(), RecordingScreen())
    log = services.day_log
    log.put(*days(date(2027, 2, 1), date(2027, 2, 5), habits()))

    money = figures(year).money

    assert money.lines[0] == "Days at home: 2, unknown"
    assert "1 day waits: its rate is unknown." in money.lines
    assert "becomes known in December 2026" in money.note
    proposal = next(one for one in money.sources if one.fact == "€0.25 for a km")
    assert proposal.layer == ""
    assert "A proposal: it is not used in the sums." in proposal.basis
    assert "Unknown for a day at home" in {one.fact for one in money.sources}


# Across the border


def test_who_lives_here_sees_no_counters(services, year):
    fill(services)

    assert figures(year).border is None


def test_work_abroad_without_a_country_in_the_agreement_is_only_counted(services, year):
    fill(services, agreement=None)
    day = Day(date(2026, 11, 19), (Part(Where.HOME, 480, country="DE"),))
    services.day_log.put(day)

    border = figures(year).border

    assert border.counters == ()
    assert border.lines[0] == "DE: 1 day"


def test_who_lives_abroad_sees_how_near_each_line_is(services, year):
    fill(services, agreement=replace(AGREED, home_country="DE"))
    log = services.day_log
    first = days(date(2026, 9, 1), date(2026, 11, 20), habits())
    log.put(
        *(
            replace(day, parts=(Part(Where.HOME, 480, country="DE"),), trips=())
            for day in first[:34]
        )
    )

    border = figures(year).border

    counter = border.counters[0]
    assert counter.icon == "warning"
    assert "at the line: one more is over it" in counter.text
    assert border.title == "Living in DE, working for a Dutch employer"
    assert border.sources[0].layer == "law"

    log.put(Day(date(2026, 11, 22), (Part(Where.HOME, 30, country="DE"),)))
    assert figures(year).border.counters[0].icon == "danger"
    planned = Day(date(2026, 12, 2), (Part(Where.HOME, 30, country="DE"),), (), True)
    log.clear(date(2026, 11, 22))
    log.put(planned)
    assert figures(year).border.counters[1].icon == "danger"


# Kilometres


def test_kilometres_per_means_are_there_where_there_are_any(services, year):
    services.day_log.choose(date(2026, 11, 20), DayKind.HOME)
    assert figures(year).wpm is None

    fill(services)

    assert figures(year).wpm.lines == ("Commuting, public transport: 1800 km",)


def test_an_agreement_of_part_of_the_year_draws_only_there(services, year):
    fill(services, agreement=Agreement(date(2026, 10, 5), rules=AGREED.rules))

    months = figures(year).months

    assert months.bars[8].marks == ()
    assert months.bars[9].marks
