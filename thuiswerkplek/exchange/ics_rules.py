"""Which recurrences of a stranger's calendar are worked out, and which are refused.

The rules that people make in a calendar always come round soon. A rule by the second,
or one that never comes round (30 February), would keep the library busy for hours.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from thuiswerkplek.exchange.ics_lines import refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thuiswerkplek.exchange.ics_lines import Line, RawEvent

DAYS_A_WEEK = 7
MOST_INTERVAL = 400
MOST_DATES = 5_000
LISTED = {"RDATE", "EXDATE"}
COST_OF_LISTED = 5  # a date in a list takes the library as long as five by a rule
SHORTEST_MONTH = 28
SURE_WEEKS = 4  # weekdays of a number that every month has
LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
CLOCKS_SINCE = date(1970, 1, 1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_WITH = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTHDAY", "BYMONTH"},
}
_STEPS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 7, "YEARLY": 7}  # the last two are slow
_NUMBER = re.compile(r"[+-]?\d{1,4}", re.ASCII)
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)


def check_recurrence(event: RawEvent, start: date) -> None:
    """Check that an event recurs in a way that is worked out.

    Raises:
        RefusedImportError: `recurrence` or `too-many-dates`, with the line.
    """
    rules = [line for line in event.lines if line.name == "RRULE"]
    for line in rules:
        if len(rules) > 1 or not _is_plain(line.value, start):
            raise refused(line.number, "recurrence", line.value)
    listed = [line for line in event.lines if line.name in LISTED]
    if sum(line.value.count(",") + 1 for line in listed) > MOST_DATES:
        raise refused(listed[-1].number, "too-many-dates", str(MOST_DATES))


def passes(event: RawEvent, start: date, last: date) -> int:
    """Return about how many dates the library goes through up to a last date."""
    listed = [line for line in event.lines if line.name in LISTED]
    found = sum(COST_OF_LISTED * (line.value.count(",") + 1) for line in listed)
    for line in event.lines:
        if line.name == "RRULE":
            rule = _parsed(line.value)
            days = (min(last, _until(rule, last)) - start).days
            step = _STEPS[rule["FREQ"]] * int(rule.get("INTERVAL", "1"))
            each = max(1, len(_listed(rule, "BYDAY"))) if step >= DAYS_A_WEEK else 1
            found += max(0, days) // step * each
    return found


def _until(rule: Mapping[str, str], last: date) -> date:
    try:
        return date.fromisoformat(rule["UNTIL"][: len("20261123")])
    except (KeyError, ValueError):
        return last


def check_zone(lines: Iterable[Line]) -> None:
    """Check that the clock of a time zone changes by rules that are worked out.

    Raises:
        RefusedImportError: `time-zone`, with the line.
    """
    for line in lines:
        is_listed = line.name == "RDATE" and line.value.count(",") < MOST_DATES
        is_plain = line.name == "RRULE" and _is_plain(line.value, CLOCKS_SINCE)
        if line.name in {"RRULE", "RDATE"} and not (is_listed or is_plain):
            raise refused(line.number, "time-zone", line.value)


def _is_plain(text: str, start: date) -> bool:
    rule = _parsed(text)
    frequency = rule.get("FREQ", "")
    if frequency not in _WITH or not rule.keys() <= _ALWAYS | _WITH[frequency]:
        return False
    if not _is_positive(rule.get("INTERVAL", "1"), MOST_INTERVAL):
        return False
    if not _is_positive(rule.get("COUNT", "1"), None):
        return False
    if not _UNTIL.fullmatch(rule.get("UNTIL", "20000101")):
        return False
    return _comes_round(frequency, rule, start)


def _parsed(text: str) -> Mapping[str, str]:
    """Return the parts of a rule; a part that is there twice spoils the rule."""
    pairs = [part.partition("=") for part in text.strip().upper().split(";") if part]
    found = {name: value for name, _, value in pairs}
    return found if len(found) == len(pairs) else {}


def _is_positive(text: str, most: int | None) -> bool:
    is_number = text.isascii() and text.isdigit() and len(text) <= len("1000000000")
    return is_number and int(text) >= 1 and (most is None or int(text) <= most)


def _comes_round(frequency: str, rule: Mapping[str, str], start: date) -> bool:
    interval = int(rule.get("INTERVAL", "1"))
    weekdays = [_WEEKDAY.fullmatch(day) for day in _listed(rule, "BYDAY")]
    if any(day is None for day in weekdays):
        return False
    found = [(int(day[1] or 0), day[2]) for day in weekdays if day is not None]
    if frequency in {"DAILY", "WEEKLY"}:
        return _meets_weekday(frequency, found, interval, start)
    if "BYSETPOS" in rule:
        return _is_position(_listed(rule, "BYSETPOS"), found) and not _monthdays(rule)
    most = SURE_WEEKS if interval > 1 else SURE_WEEKS + 1
    if any(abs(number) > most for number, _ in found):
        return False
    if found and _monthdays(rule) and not _is_week(rule, found):
        return False
    return _is_date(rule, interval)


def _meets_weekday(
    frequency: str, weekdays: list[tuple[int, str]], interval: int, start: date
) -> bool:
    if any(number for number, _ in weekdays):
        return False
    if frequency == "WEEKLY" or not weekdays or interval % DAYS_A_WEEK:
        return True
    return WEEKDAYS[start.weekday()] in [day for _, day in weekdays]


def _is_position(positions: list[str], weekdays: list[tuple[int, str]]) -> bool:
    if len(positions) != 1 or not _NUMBER.fullmatch(positions[0]):
        return False
    if not weekdays or any(number for number, _ in weekdays):
        return False
    return 1 <= abs(int(positions[0])) <= SURE_WEEKS * len(set(weekdays))


def _is_date(rule: Mapping[str, str], interval: int) -> bool:
    """Return whether the days of the month are there in every round, or nearly."""
    months = [text for text in _listed(rule, "BYMONTH") if _NUMBER.fullmatch(text)]
    named = [int(text) for text in months if 1 <= int(text) <= len(LONGEST_MONTHS)]
    if len(named) < len(_listed(rule, "BYMONTH")):
        return False
    longest = max((LONGEST_MONTHS[month - 1] for month in named), default=31)
    for text in _monthdays(rule):
        if not _NUMBER.fullmatch(text) or not int(text):
            return False
        day = abs(int(text))
        if day > SHORTEST_MONTH and (interval > 1 or day > longest):
            return False
    return True


def _is_week(rule: Mapping[str, str], weekdays: list[tuple[int, str]]) -> bool:
    """Return whether the days are seven in a row, as old zones have the last Sunday."""
    texts = [text for text in _monthdays(rule) if _NUMBER.fullmatch(text)]
    days = sorted(int(text) for text in texts)
    is_in_a_row = days == list(range(days[0], days[0] + DAYS_A_WEEK)) if days else False
    return is_in_a_row and not any(number for number, _ in weekdays)


def _monthdays(rule: Mapping[str, str]) -> list[str]:
    return _listed(rule, "BYMONTHDAY")


def _listed(rule: Mapping[str, str], name: str) -> list[str]:
    return [part for part in rule.get(name, "").split(",") if part]
