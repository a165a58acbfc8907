"""Times of the day as people type them, in minutes after midnight."""

from __future__ import annotations

import re

from thuiswerkplek.i18n import _

MINUTES_AN_HOUR = 60
LAST_HOUR = 23
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.,hu]?(?P<minute>\d{2}))?")


def read(text: str) -> int | None:
    """Return the time in a text such as 6:30, 6.30, 0630 or 6, or None."""
    found = _TIME.fullmatch("".join(text.casefold().split()))
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > LAST_HOUR or minute >= MINUTES_AN_HOUR:
        return None
    return hour * MINUTES_AN_HOUR + minute


def show(minutes: int) -> str:
    """Return a time as a clock shows it."""
    hour, minute = divmod(minutes, MINUTES_AN_HOUR)
    return f"{hour:02}:{minute:02}"


def problem() -> str:
    """Return what to type where no time could be read."""
    return _("Type a time, such as {time}.").format(time=show(7 * MINUTES_AN_HOUR))
