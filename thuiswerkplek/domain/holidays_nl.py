"""Dutch public holidays, through the package `holidays`, as the contract has them.

Whether 5 May and Good Friday are days off is for the contract or the collective
agreement to say, so both are settings (balance dossier, section 7).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_GOOD_FRIDAY = "Goede vrijdag"
_LIBERATION_DAY = "Bevrijdingsdag"
_PACKAGE_LANGUAGES = {"nl": "nl", "en": "en_US"}


class May5(StrEnum):
    """In which years 5 May is a day off; a lustrum is a year divisible by five."""

    NEVER = "never"
    LUSTRUM = "lustrum"
    ALWAYS = "always"


class HolidayRules(NamedTuple):
    """What a contract says of the two doubtful days."""

    may5: May5 = May5.LUSTRUM
    good_friday: bool = False


USUAL = HolidayRules()


@cache
def holidays(
    year: int, rules: HolidayRules = USUAL, language: str = "nl"
) -> Mapping[date, str]:
    """Return the days off of a year with their names, in Dutch (`nl`) or English.

    The package is loaded here, at the first year asked for.
    """
    from holidays import OPTIONAL, PUBLIC, country_holidays

    is_always = rules.may5 is May5.ALWAYS
    wanted = (PUBLIC, OPTIONAL) if is_always else (PUBLIC,)
    # The Dutch names tell the days apart; without a language the machine's is taken.
    dutch = country_holidays("NL", years=year, language="nl", categories=wanted)
    shown = country_holidays(
        "NL", years=year, language=_PACKAGE_LANGUAGES[language], categories=wanted
    )
    worked = _worked_on(rules)
    return {
        day: shown[day] for day in sorted(dutch) if set(dutch.get_list(day)) - worked
    }


def _worked_on(rules: HolidayRules) -> frozenset[str]:
    """Return the names of the days that are ordinary working days."""
    names = set()
    if not rules.good_friday:
        names.add(_GOOD_FRIDAY)
    if rules.may5 is May5.NEVER:
        names.add(_LIBERATION_DAY)
    return frozenset(names)
