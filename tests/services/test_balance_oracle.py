"""The balance against a slow one, written from the dossier alone, on random logs."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations_with_replacement

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.daylog_strategies import logs
from thuiswerkplek import rates_files
from thuiswerkplek.domain.agreement import Agreement, HomeDay
from thuiswerkplek.domain.agreement_kept import State
from thuiswerkplek.domain.agreement_rules import DaysRule, FixedDays, RuleCode
from thuiswerkplek.domain.balance import PEAKS
from thuiswerkplek.domain.cross_border import Insured, Level
from thuiswerkplek.domain.daylog import Band, DayKind, Purpose, Where
from thuiswerkplek.domain.months import shared_months
from thuiswerkplek.services.balance_figures import Log, balance_of

RATES = rates_files.rates()
EXAMPLES = 150
CENT = Fraction(1, 100)
HOME_DAY = {2022: 200, 2023: 215, 2024: 235, 2025: 240, 2026: 245}  # dossier 4.1
HOME_DAY |= dict.fromkeys((2019, 2020, 2021), 0)  # no exemption for it then
KM = {**dict.fromkeys((2019, 2020, 2021, 2022), 19), 2023: 21, 2024: 23, 2025: 23}
KM[2026] = 25

years = st.integers(2019, 2026)
dense = logs(st.dates(date(2026, 1, 1), date(2026, 6, 30)), most=60)


def of_year(year):
    return logs(st.dates(date(year - 1, 7, 1), date(year, 12, 31)))


def found_of(days, year, agreements=(), today=date(2027, 1, 1)):
    log = Log(tuple(days), tuple(agreements))
    return balance_of(log, RATES, year, today=today)


def done_in(days, year):
    return [day for day in days if day.date.year == year and not day.is_planned]


def minute_by_minute(day):
    """Return where every worked minute of a day was, one after the other."""
    return [
        part.where
        for part in day.parts
        for _minute in range(part.minutes)
        if part.where is not Where.OFF
    ]


def there_and_back(day):
    return [trip for trip in day.trips if trip.purpose is Purpose.COMMUTE]


def metres(trips):
    return sum((Fraction(str(trip.km)) for trip in trips), Fraction()) * 1_000


# Time, trips and days


def halves_of(day):
    """Return the two halves: as near to the minutes as two halves can come."""
    spent = Counter(minute_by_minute(day))
    if not spent:
        return Counter()
    whole, order = sum(spent.values()), list(dict.fromkeys(minute_by_minute(day)))
    pairs = combinations_with_replacement(order, 2)
    return min(
        map(Counter, pairs),
        key=lambda way: (
            sum((Fraction(2 * spent[w], whole) - way[w]) ** 2 for w in order),
            [order.index(where) for where in way.elements()],
        ),
    )


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.data(), years)
def test_hours_days_and_trips(data, year):
    days = data.draw(of_year(year))
    own = done_in(days, year)
    minutes = Counter(where for day in own for where in minute_by_minute(day))
    worked = [day for day in own if minute_by_minute(day)]
    home_only = [
        day
        for day in worked
        if set(minute_by_minute(day)) == {Where.HOME} and not there_and_back(day)
    ]
    bands = Counter(leg.band for day in own for leg in there_and_back(day))
    known = sum(bands[band] for band in Band if band is not Band.UNKNOWN)

    found = found_of(days, year).total

    assert found.figures.minutes == minutes
    assert found.figures.worked_days == len(worked)
    assert found.avoided.trips == 2 * len(home_only)
    assert found.figures.half_days == sum(map(halves_of, worked), Counter())
    whole = sum(minutes.values())
    assert found.home_share == (Fraction(minutes[Where.HOME], whole) if whole else None)
    inside = known - bands[Band.OUTSIDE]
    assert found.peak_share == (Fraction(inside, known) if known else None)
    travelled = sum(metres(day.trips) for day in own)
    assert sum(found.figures.metres.values()) == travelled
    assert travelled == sum(row.metres for row in found_of(days, year).wpm)


@settings(max_examples=EXAMPLES, deadline=None)
@given(dense)
def test_the_longest_run_by_trying_every_stretch(days):
    by_date = {day.date: day for day in done_in(days, 2026)}

    def on_site(day):
        return Where.OFFICE in [p.where for p in day.parts] or there_and_back(day)

    longest = 0
    for begin in by_date:
        count, on = 0, begin
        while on <= date(2026, 12, 31):
            day = by_date.get(on)
            if day and on_site(day):
                break
            count += bool(day and minute_by_minute(day))
            on += timedelta(1)
        longest = max(longest, count)

    found = found_of(days, 2026).longest_run

    assert (found.days if found else 0) == longest


# Money


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.data(), years)
def test_one_of_the_two_and_the_larger(data, year):
    days = data.draw(of_year(year))
    home_days = travel_days = 0
    paid = Fraction()
    for day in done_in(days, year):
        at_home = any(part.where is Where.HOME for part in day.parts)
        legs = there_and_back(day)
        travel = metres(legs) / 1_000 * KM[year]
        business = metres(t for t in day.trips if t.purpose is Purpose.BUSINESS)
        paid += business / 1_000 * KM[year]
        if at_home and not (legs and travel >= HOME_DAY[year]):
            home_days += 1
            paid += HOME_DAY[year]
        elif legs:
            travel_days += 1
            paid += travel

    found = found_of(days, year).total.allowance

    assert (found.home_days, found.travel_days) == (home_days, travel_days)
    assert found.unchosen_days == 0
    assert found.home_days + found.travel_days <= len(done_in(days, year))
    assert found.amount.paid == found.amount.exempt == paid * CENT


# Across the border


@settings(max_examples=EXAMPLES, deadline=None)
@given(dense)
def test_the_counters_of_who_lives_in_germany(days):
    agreement = Agreement(date(2020, 1, 1), home_country="DE")

    def abroad(day):
        return sum(p.minutes for p in day.parts if p.country and p.where != Where.OFF)

    counted = [day for day in days if abroad(day) >= 30]
    done = [day for day in days if not day.is_planned]
    whole = sum(len(minute_by_minute(day)) for day in done)
    there = sum(p.minutes for day in done for p in day.parts if p.country == "DE")

    found = found_of(days, 2026, [agreement]).border

    assert found.days.days == sum(not day.is_planned for day in counted)
    assert found.days.planned == sum(day.is_planned for day in counted)
    assert (found.days.level is Level.OVER) is (found.days.days >= 35)
    assert (found.social.there, found.social.total) == (there, whole)
    if whole:
        quarters = Fraction(there, whole) * 4
        insured = (Insured.WORK_STATE, Insured.A1, Insured.RESIDENCE)
        assert found.social.insured is insured[(quarters >= 1) + (quarters >= 2)]


# What was agreed


counts = st.builds(
    DaysRule,
    st.sampled_from((RuleCode.DAYS_MIN, RuleCode.DAYS_MAX)),
    st.integers(0, 7),
    st.sampled_from((1, 2, 4)),
    st.sampled_from((Where.HOME, Where.OFFICE)),
)
fixed = st.builds(
    FixedDays,
    st.sampled_from((RuleCode.FIXED_HOME, RuleCode.FIXED_OFFICE)),
    st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
)
starts = st.dates(date(2025, 10, 1), date(2026, 5, 1))


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    dense,
    st.lists(starts, min_size=1, max_size=3, unique=True),
    st.lists(counts | fixed, min_size=1, max_size=3, unique=True),
    st.sampled_from(HomeDay),
    st.none() | st.sampled_from((0.5, 3, 4.5, 5)),
)
def test_rules_by_going_through_every_window(days, begins, rules, home_day, a_week):
    agreements = [
        Agreement(begin, rules=tuple(rules), home_day=home_day, days_a_week=a_week)
        for begin in begins
    ]
    expected = set()
    for begin in begins:
        later = [other for other in begins if other > begin]
        until = min(later, default=date.max)
        own = [
            day
            for day in days
            if begin <= day.date < until
            and not day.is_planned
            and minute_by_minute(day)
        ]
        for rule in rules:
            weeks = getattr(rule, "weeks", 1)
            first = begin - timedelta(begin.weekday())
            while first < date(2027, 1, 1):
                last = first + timedelta(7 * weeks - 1)
                inside = [day for day in own if first <= day.date <= last]
                if inside and last.year == 2026:
                    verdict = _judged(rule, inside, home_day, a_week, weeks)
                    if verdict is not None:
                        expected.add((begin, rule, first, last, *verdict))
                first = last + timedelta(1)

    found = found_of(days, 2026, agreements).total.verdicts

    told = Counter(
        (one.rule, one.window.first, one.window.last, one.actual, one.state)
        for one in found
    )
    assert told == Counter(one[1:] for one in expected)


def _judged(rule, inside, home_day, a_week, weeks):
    is_home = getattr(rule, "where", None) is Where.HOME
    is_home = is_home or rule.code is RuleCode.FIXED_HOME

    def counts_for(day):
        places = set(minute_by_minute(day))
        if not is_home:
            return Where.OFFICE in places or bool(there_and_back(day))
        whole = home_day is HomeDay.WHOLE
        return places == {Where.HOME} if whole else Where.HOME in places

    if isinstance(rule, FixedDays):
        inside = [day for day in inside if day.date.isoweekday() in rule.weekdays]
        if not inside:
            return None
        asked = len(inside)
    elif rule.code is RuleCode.DAYS_MAX:
        count = sum(map(counts_for, inside))
        return count, State.KEPT if count <= rule.days else State.BROKEN
    elif a_week is None:
        asked = min(rule.days, len(inside))
    else:
        usual = Fraction(a_week) * weeks
        exact = rule.days * min(Fraction(1), len(inside) / usual)
        asked = int(exact) + (exact - int(exact) > Fraction(1, 2))
    count = sum(map(counts_for, inside))
    return count, State.KEPT if count >= asked else State.BROKEN


# What an employer can get


@settings(max_examples=EXAMPLES, deadline=None)
@given(dense, st.dates(date(2026, 7, 1), date(2026, 12, 31)))
def test_month_totals_of_a_report_are_those_of_the_balance(days, today):
    months = found_of(days, 2026, today=today).months
    told = {one.month: one for one in shared_months(days, today)}

    assert set(told) == {
        number for number, one in enumerate(months, 1) if one.figures.worked_days
    }
    for number, one in told.items():
        figures = months[number - 1].figures
        kinds = figures.kinds
        assert one.worked_days == figures.worked_days
        assert one.home_days == kinds.get(DayKind.HOME, 0)
        assert one.office_days == kinds.get(DayKind.OFFICE, 0)
        assert one.home_first_days == kinds.get(DayKind.HOME_FIRST, 0)
        off = [
            leg
            for day in done_in(days, 2026)
            if day.date.month == number and not minute_by_minute(day)
            for leg in there_and_back(day)[:1]
        ]
        inside = sum(figures.arrivals.get(band, 0) for band in PEAKS)
        inside -= sum(leg.band in PEAKS for leg in off)
        assert one.arrivals_in_peak == inside
