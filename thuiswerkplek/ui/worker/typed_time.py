"""Times of the day as people type them, in minutes after midnight."""

from __future__ import annotations

import re

from thuiswerkplek.i18n import _

MINUTES_AN_HOUR, MINUTES_A_DAY = 60, 24 * 60
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.,hu]?(?P<minute>\d{2}))?", re.ASCII)


def read(text: str, *, may_end_day: bool = False) -> int | None:
    """Return the time in a text such as 6:30, 6.30, 0630 or 6, or None.

    The midnight that ends a day, 24:00, is a time only where `may_end_day`.
    """
    found = _TIME.fullmatch("".join(text.casefold().split()))
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    total = hour * MINUTES_AN_HOUR + minute
    last = MINUTES_A_DAY if may_end_day else MINUTES_A_DAY - 1
    return total if minute < MINUTES_AN_HOUR and total <= last else None


def show(minutes: int) -> str:
    """Return a time as a clock shows it."""
    hour, minute = divmod(minutes, MINUTES_AN_HOUR)
    return f"{hour:02}:{minute:02}"


def problem() -> str:
    """Return what to type where no time could be read."""
    return _("Type a time, such as {time}.").format(time=show(7 * MINUTES_AN_HOUR))
