"""Dates as people type them, and as they are shown beside a field."""

from __future__ import annotations

import re
from datetime import date

from thuiswerkplek import balance_words, words
from thuiswerkplek.i18n import _

FIRST_YEAR, LAST_YEAR = 2000, 2100
LEAST_LETTERS = 3
MONTHS = range(1, 13)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_NUMBERS = re.compile(
    r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})", re.ASCII
)
_NAMED = re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[^\W\d_]+)\.? (?P<year>[0-9]{4})")


def read(text: str) -> date | None:
    """Return the date in a text such as 30-11-2026 or 30 nov 2026, or None."""
    tidy = " ".join(text.split())
    for form in (_ISO, _NUMBERS, _NAMED):
        if found := form.fullmatch(tidy):
            return _date(found)
    return None


def _date(found: re.Match[str]) -> date | None:
    name = found["month"]
    month = int(name) if name.isdecimal() else _month(name.casefold())
    year = int(found["year"])
    try:
        known = date(year, month, int(found["day"]))
    except ValueError:
        return None
    return known if FIRST_YEAR <= year <= LAST_YEAR else None


def _month(name: str) -> int:
    """Return the number of a month by the letters it begins with, or 0."""
    if len(name) < LEAST_LETTERS:
        return 0
    for one in MONTHS:
        short = balance_words.short_month(one).casefold()
        if name == short or balance_words.month(one).casefold().startswith(name):
            return one
    return 0


def show(value: date) -> str:
    """Return a date as it is typed."""
    return f"{value:%d-%m-%Y}"


def in_full(value: date) -> str:
    """Return a date with its weekday."""
    weekday = balance_words.weekday(value.isoweekday())
    return _("{weekday} {date}").format(weekday=weekday, date=words.day(value))


def problem(text: str, example: date) -> str:
    """Return what to type instead, or nothing where there is a date."""
    if read(text) is not None:
        return ""
    return _("Type a date, such as {date}.").format(date=show(example))
