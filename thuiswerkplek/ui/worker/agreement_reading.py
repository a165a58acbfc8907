"""Dates, times and amounts as a person types them in an agreement, and back; no Qt."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from thuiswerkplek.domain.agreement import Money
from thuiswerkplek.domain.daylog import check_country
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.i18n import Language, current
from thuiswerkplek.ui.worker import typed_date, typed_time
from thuiswerkplek.ui.worker.typed_time import MINUTES_AN_HOUR

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

LEAST_DAYS, MOST_DAYS = Decimal("0.5"), 7

_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?", re.ASCII)


def read_date(text: str) -> date:
    """Return a date typed as day-month-year, or as year-month-day.

    Raises:
        ValueRefusedError: `not-a-date`.
    """
    found = typed_date.read(text)
    if found is None:
        raise ValueRefusedError("date", "not-a-date")
    return found


def date_text(day: date | None) -> str:
    """Return a date as it is typed."""
    return "" if day is None else f"{day.day}-{day.month}-{day.year}"


def read_time(text: str) -> int:
    """Return a time of day in minutes after midnight; 24:00 ends a day.

    Raises:
        ValueRefusedError: `not-a-time`.
    """
    found = typed_time.read(text, may_end_day=True)
    if found is None:
        raise ValueRefusedError("time", "not-a-time")
    return found


def time_text(minutes: int) -> str:
    """Return a time of day as it is typed."""
    return f"{minutes // MINUTES_AN_HOUR}:{minutes % MINUTES_AN_HOUR:02}"


def read_number(text: str) -> Decimal:
    """Return an exact number typed with comma or point.

    Raises:
        ValueRefusedError: `not-a-number`.
    """
    tidy = text.strip()
    if not _NUMBER.fullmatch(tidy):
        raise ValueRefusedError("number", "not-a-number")
    return Decimal(tidy.replace(",", "."))


def number_text(number: Decimal | float) -> str:
    """Return a number as it is typed, without idle zeros behind a whole one."""
    exact = Decimal(str(number))
    text = f"{exact:f}"
    if exact == exact.to_integral_value():
        text = f"{exact:.0f}"
    return text.replace(".", ",") if current() is Language.NL else text


def read_euro(text: str) -> Decimal:
    """Return an amount; a euro sign may stand before it.

    Raises:
        ValueRefusedError: `not-a-number`, `out-of-range` or `too-precise`.
    """
    amount = read_number(text.strip().removeprefix("€"))
    return Money(home_a_day=amount).home_a_day or Decimal(0)


def euro_text(amount: Decimal | None) -> str:
    """Return an amount as it is typed."""
    return "" if amount is None else number_text(amount)


def whole(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number between two bounds.

    Raises:
        ValueRefusedError: `not-a-number` or `out-of-range`, by what is returned.
    """

    def read(text: str) -> int:
        number = read_number(text)
        if number != number.to_integral_value():
            raise ValueRefusedError("number", "not-whole-number")
        if not least <= number <= most:
            raise ValueRefusedError("number", "out-of-range")
        return int(number)

    return read


def read_days_a_week(text: str) -> float:
    """Return the days worked a week, 4.5 for nine days in two weeks.

    Raises:
        ValueRefusedError: `not-a-number` or `out-of-range`.
    """
    number = read_number(text)
    if not LEAST_DAYS <= number <= MOST_DAYS:
        raise ValueRefusedError("number", "out-of-range")
    return float(number)


def read_country(text: str) -> str:
    """Return a country as two capitals.

    Raises:
        ValueRefusedError: `unknown-country`.
    """
    country = text.strip().upper()
    check_country(country)
    return country
