"""Month totals of home and office days: all of the day log that an employer can get.

Only months that have ended are told, so that two versions of a report never tell
between them how a day went that passed since. A day that is filled in or corrected
afterwards does show as the difference of its month, without its date. Days off are
nowhere counted: not why, nor how many.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypeAlias

from thuiswerkplek.domain.agreement import months_later
from thuiswerkplek.domain.balance import PEAKS, Figures, by_month
from thuiswerkplek.domain.bounds import Between
from thuiswerkplek.domain.daylog import Band, Day, DayKind, worked

MOST_MONTHS = 12
MOST_DAYS = 31

Year: TypeAlias = Annotated[int, Between(2000, 2100)]
Month: TypeAlias = Annotated[int, Between(1, 12)]
Days: TypeAlias = Annotated[int, Between(0, MOST_DAYS)]
WorkedDays: TypeAlias = Annotated[int, Between(1, MOST_DAYS)]


@dataclass(frozen=True, slots=True)
class SharedMonth:
    """How the worked days of one month were spent, in whole days.

    Every worked day is in one of the four kinds; `other_days` were at a customer, at
    another workplace, or partly at home in some other way. Of each at most one arrival
    is counted, and none whose time was not noted.
    """

    year: Year
    month: Month
    worked_days: WorkedDays
    home_days: Days
    office_days: Days
    home_first_days: Days
    other_days: Days
    arrivals_in_peak: Days
    arrivals_outside_peak: Days

    @property
    def first(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def adds_up(self) -> bool:
        """Whether these can be the totals of a month."""
        kinds = self.home_days + self.office_days
        kinds += self.home_first_days + self.other_days
        arrivals = self.arrivals_in_peak + self.arrivals_outside_peak
        most = calendar.monthrange(self.year, self.month)[1]
        return kinds == self.worked_days <= most and arrivals <= self.worked_days


def first_told(today: date) -> date:
    """Return the first day of the twelve months before the one of today."""
    return months_later(today.replace(day=1), -MOST_MONTHS)


def shared_months(days: Iterable[Day], today: date) -> tuple[SharedMonth, ...]:
    """Return the totals of the last twelve months that have ended, earliest first.

    Planned days do not count. A month without a worked day is left out, so that a
    month off looks like one that was never filled in.
    """
    begin, end = first_told(today), today.replace(day=1)
    told = (day for day in days if begin <= day.date < end and worked(day))
    return tuple(_shared(*month, found) for month, found in by_month(told).items())


def _shared(year: int, month: int, found: Figures) -> SharedMonth:
    home, office, first = (
        found.kinds.get(kind, 0)
        for kind in (DayKind.HOME, DayKind.OFFICE, DayKind.HOME_FIRST)
    )
    return SharedMonth(
        year=year,
        month=month,
        worked_days=found.worked_days,
        home_days=home,
        office_days=office,
        home_first_days=first,
        other_days=found.worked_days - home - office - first,
        arrivals_in_peak=sum(found.arrivals.get(band, 0) for band in PEAKS),
        arrivals_outside_peak=found.arrivals.get(Band.OUTSIDE, 0),
    )
