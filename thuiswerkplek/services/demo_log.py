"""The day log of a fictional worker: a week that suits them, and days as they go."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from thuiswerkplek.domain.catalogue import Answers, QuestionId
from thuiswerkplek.domain.daylog import (
    DAYS_A_WEEK,
    Band,
    Day,
    DayKind,
    Mode,
    Part,
    PlannedDay,
    Purpose,
    Trip,
    WeekPattern,
    Where,
    monday,
)
from thuiswerkplek.domain.habits import MINUTES_AN_HOUR, Habits, usual_day
from thuiswerkplek.domain.holidays_nl import holidays
from thuiswerkplek.domain.records import DayRecords, Place
from thuiswerkplek.services.demo_agreement import Life, Week, agreements

if TYPE_CHECKING:
    import random

    from thuiswerkplek.domain.people import Person

Data = Mapping[str, Any]

WORKDAYS = 5
SUMMER = (7, 8)
INSTEAD = {
    DayKind.HOME: (DayKind.OFFICE, DayKind.OFFICE, DayKind.HOME_FIRST, DayKind.OFF),
    DayKind.OFFICE: (DayKind.HOME, DayKind.HOME_FIRST, DayKind.ELSEWHERE, DayKind.OFF),
    DayKind.HOME_FIRST: (DayKind.OFFICE, DayKind.HOME, DayKind.ELSEWHERE),
    DayKind.MIXED: (DayKind.OFFICE, DayKind.ELSEWHERE, DayKind.OFF),
}


def weighted(rng: random.Random, entries: Sequence[Data]) -> Data:
    """Return one of the entries, the likelier the heavier it is."""
    weights = [entry["weight"] for entry in entries]
    return rng.choices(entries, weights)[0]


class DemoLog:
    """One fictional day log in the making, of about half a year.

    A careful worker notes nearly every day, and when they travelled.
    """

    def __init__(
        self,
        people: Data,
        persona: Data,
        places: Sequence[Place],
        rng: random.Random,
        today: date,
        *,
        is_careful: bool,
    ) -> None:
        self._people = people
        self._persona = persona
        self._places = places
        self._rng = rng
        self._today = today
        self._start = monday(today - timedelta(days=rng.randint(150, 215)))
        log = people["log"]
        self._kept = rng.choice(log["kept"][:2] if is_careful else log["kept"])
        self._otherwise = rng.choice(log["otherwise"])
        self._bands = weighted(rng, log["bands"][:-1] if is_careful else log["bands"])
        self._country = rng.choice(("DE", "BE")) if self._happens(0.04) else ""
        self._habits = self._usual()
        self._free = frozenset(self._holidays())

    def records(self, person: Person) -> DayRecords:
        """Return the whole log."""
        week = self._week()
        days = (*self._past(week), *self._ahead(week))
        life = Life(person, week, self._habits, self._country)
        made = agreements(self._people, life, self._rng, self._today)
        return DayRecords(days, (self._pattern(week),), made, self._habits)

    def _happens(self, chance: float) -> bool:
        return self._rng.random() < chance

    def _answer(self, question: str) -> float | None:
        intake: Answers = self._places[0].intake
        answer = intake.get(QuestionId(question))
        return answer.value if answer and isinstance(answer.value, float) else None

    @property
    def _home_minutes(self) -> int:
        """How long the worker said a day at home is."""
        return round((self._answer("intake-home-hours") or 8) * MINUTES_AN_HOUR)

    def _usual(self) -> Habits:
        rng, log = self._rng, self._people["log"]
        way = weighted(rng, self._people["commute"])
        km = round(rng.uniform(*way["km"]), 1)
        return Habits(
            day_minutes=max(self._home_minutes, rng.choice(log["day_minutes"])),
            first_minutes=rng.choice(log["first_minutes"]),
            workplace=self._places[0].workplace.id,
            mode=Mode(way["mode"]),
            km=km,
            travel_minutes=max(5, round(km * way["pace"])),
            there=Band(self._bands["there"]),
            back=Band(self._bands["back"]),
            good_friday=self._happens(0.3),
        )

    def _holidays(self) -> Iterator[date]:
        for year in range(self._start.year, self._today.year + 2):
            yield from holidays(year, self._habits.holiday_rules)

    # The week

    def _week(self) -> Week:
        """Return two weeks that have the days at home the worker told of."""
        rng, log = self._rng, self._people["log"]
        home_days = self._answer("intake-home-days") or 1.0
        least = math.ceil(home_days) + self._happens(0.7)
        count = min(WORKDAYS, max(least, rng.choice(self._persona["work_days"])))
        working = sorted(self._ranked(range(WORKDAYS), log["free"])[-count:])
        by_home = self._ranked(working, log["home"])
        begins = self._happens(self._persona["home_first"])
        odd, even = math.floor(home_days), math.ceil(home_days)
        first = by_home[even] if begins and even < len(by_home) else None
        return tuple(
            self._kind(day, by_home[:homes], first) if day in working else None
            for homes in (odd, even)
            for day in range(DAYS_A_WEEK)
        )

    def _ranked(self, days: Sequence[int], weights: Sequence[int]) -> list[int]:
        """Return the days in an order of chance, the heavier the likelier first."""
        drawn = {day: self._rng.random() ** (1 / weights[day]) for day in days}
        return sorted(days, key=drawn.__getitem__, reverse=True)

    @staticmethod
    def _kind(day: int, at_home: Sequence[int], first: int | None) -> DayKind:
        if day in at_home:
            return DayKind.HOME
        return DayKind.HOME_FIRST if day == first else DayKind.OFFICE

    def _pattern(self, week: Week) -> WeekPattern:
        days = tuple(
            PlannedDay() if kind is None else self._planned(kind) for kind in week
        )
        is_same = days[:DAYS_A_WEEK] == days[DAYS_A_WEEK:]
        return WeekPattern(self._start, days[:DAYS_A_WEEK] if is_same else days)

    def _planned(self, kind: DayKind) -> PlannedDay:
        habits = self._habits
        if kind is DayKind.HOME:
            habits = replace(habits, day_minutes=self._home_minutes)
        day = usual_day(kind, self._today, habits)
        return PlannedDay(self._abroad(day).parts, day.trips)

    # The days

    def _past(self, week: Week) -> Iterator[Day]:
        away, forgotten = self._leave(), self._forgotten()
        last = self._today - timedelta(days=self._rng.choice((1, 1, 1, 2, 4)))
        for on, kind in self._dates(week, self._start, last):
            is_filled_in = self._happens(self._kept)
            if on in self._free or monday(on) == forgotten or not is_filled_in:
                continue
            yield self._day(on, DayKind.OFF if on in away else self._chance(kind))

    def _ahead(self, week: Week) -> Iterator[Day]:
        """Plan a few days of the weeks to come otherwise than the pattern has them."""
        first, last = self._today + timedelta(days=1), self._today + timedelta(days=24)
        coming = list(self._dates(week, first, last))
        chosen = self._rng.sample(coming, min(len(coming), self._rng.randint(0, 3)))
        for on, kind in sorted(chosen):
            if on not in self._free:
                instead = self._rng.choice(INSTEAD[kind])
                yield replace(self._day(on, instead), is_planned=True)

    def _dates(
        self, week: Week, first: date, last: date
    ) -> Iterator[tuple[date, DayKind]]:
        for number in range((last - first).days + 1):
            on = first + timedelta(days=number)
            kind = week[(on - self._start).days % len(week)]
            if kind is not None:
                yield on, kind

    def _chance(self, kind: DayKind) -> DayKind:
        if self._happens(self._persona["customers"]):
            return DayKind.MIXED
        is_otherwise = self._happens(self._otherwise)
        return self._rng.choice(INSTEAD[kind]) if is_otherwise else kind

    def _mondays(self) -> list[date]:
        weeks = (self._today - self._start).days // DAYS_A_WEEK
        return [self._start + timedelta(weeks=number) for number in range(weeks)]

    def _leave(self) -> frozenset[date]:
        """Return weeks off: most people in summer, some another one as well."""
        rng, mondays = self._rng, self._mondays()
        summer = [day for day in mondays if day.month in SUMMER] or mondays
        off = [(rng.choice(summer), rng.choice((5, 10, 10, 15, 19)))]
        if self._happens(0.4):
            off.append((rng.choice(mondays), 5))
        return frozenset(
            first + timedelta(days=number)
            for first, length in off
            for number in range(length)
        )

    def _forgotten(self) -> date | None:
        """Return a week in which nobody thought of the log, for some people."""
        return self._rng.choice(self._mondays()) if self._happens(0.3) else None

    def _day(self, on: date, kind: DayKind) -> Day:
        if kind is DayKind.MIXED:
            return self._abroad(self._at_customer(on))
        return self._abroad(usual_day(kind, on, self._habits_of(kind)))

    def _habits_of(self, kind: DayKind) -> Habits:
        """Return the habits with another place or other hours of travel at times."""
        rng, habits = self._rng, self._habits
        if kind is DayKind.HOME:
            habits = replace(habits, day_minutes=self._home_minutes)
        if len(self._places) > 1 and self._happens(0.3):
            habits = replace(habits, workplace=self._places[1].workplace.id)
        if habits.there is not Band.UNKNOWN and self._happens(0.2):
            there = rng.choice((Band.MORNING_PEAK, Band.OUTSIDE, Band.UNKNOWN))
            habits = replace(habits, there=there)
        return habits

    def _at_customer(self, on: date) -> Day:
        """Return a day that began or ended at home, with a customer beside it."""
        customer = MINUTES_AN_HOUR * self._rng.randint(2, 5)
        parts = [
            Part(
                Where.HOME, self._habits.day_minutes - customer, self._habits.workplace
            ),
            Part(Where.CUSTOMER, customer),
        ]
        self._rng.shuffle(parts)
        trip = Trip(Purpose.BUSINESS, Mode.CAR, self._rng.randint(5, 60))
        return Day(on, tuple(parts), (trip, trip))

    def _abroad(self, day: Day) -> Day:
        if not self._country:
            return day
        parts = tuple(
            replace(part, country=self._country) if part.where is Where.HOME else part
            for part in day.parts
        )
        return replace(day, parts=parts)
