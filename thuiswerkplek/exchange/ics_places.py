"""Which calendar events say where somebody works, by the words people use for it.

A calendar has no field for it that programs agree on. Google exports a work location
as an event named after it, Outlook as one shown as *working elsewhere*; people write
*Thuis* themselves. Only a name that is such a word, or begins with it before a mark
(`Kantoor: Utrecht`), counts, so that *Office party* does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from thuiswerkplek.domain.daylog import Where

if TYPE_CHECKING:
    from collections.abc import Mapping

Places: TypeAlias = tuple[Where, ...]

MOST_CHARACTERS = 200
MOST_PLACES = 4

# The first word of a place is how it is written; all of them are read.
WORDS: Mapping[str, Mapping[Where, tuple[str, ...]]] = {
    "nl": {
        Where.HOME: (
            *("thuis", "thuiswerken", "thuis werken", "werk thuis", "werken thuis"),
            *("thuiswerkdag", "thuis aan het werk", "telewerken"),
        ),
        Where.OFFICE: (
            *("kantoor", "op kantoor", "naar kantoor", "kantoordag", "hoofdkantoor"),
            *("op locatie", "op het werk"),
        ),
        Where.ELSEWHERE: ("elders", "werkt elders", "andere locatie", "flexplek"),
        Where.CUSTOMER: ("klant", "bij klant", "bij de klant", "bij een klant"),
        Where.OFF: (
            *("vrij", "vrije dag", "vakantie", "verlof", "afwezig", "niet aanwezig"),
            *("feestdag", "atv", "adv", "roostervrij"),
        ),
    },
    "en": {
        Where.HOME: (
            *("home", "home office", "homeoffice", "working from home", "wfh"),
            *("work from home", "at home", "remote", "working remotely", "telework"),
        ),
        Where.OFFICE: (
            *("office", "in office", "in the office", "at the office", "at office"),
            *("working from the office", "on site", "on-site", "onsite"),
        ),
        Where.ELSEWHERE: ("elsewhere", "working elsewhere", "other location"),
        Where.CUSTOMER: ("customer", "client", "at customer", "at client"),
        Where.OFF: (
            *("off", "day off", "out of office", "ooo", "vacation", "holiday"),
            *("leave", "annual leave", "pto", "time off"),
        ),
    },
}

_STATUS = {"WORKINGELSEWHERE": (Where.ELSEWHERE,), "OOF": (Where.OFF,)}
_ESCAPE = re.compile(r"\\([\\;,nN])")
_TOGETHER = re.compile(r"\s*[+&/]\s*")
_MARK = re.compile(r"\s*[:,;(|@\u2013\u2014]|\s+-\s")
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


def places(
    name: str, busy_status: str = "", own_words: Mapping[str, Where] | None = None
) -> Places:
    """Return where an event says somebody is, in order; nothing for other events.

    `own_words` go before ours. The name decides before the status it is shown as.
    """
    words = _KNOWN | {_plain(text): where for text, where in (own_words or {}).items()}
    text = _ESCAPE.sub(lambda found: found[1].replace("n", " "), name)
    text = " ".join(text[:MOST_CHARACTERS].split())
    pieces = [_plain(piece) for piece in _TOGETHER.split(text)]
    for tried in (pieces, [_plain(_MARK.split(text)[0])]):
        if len(tried) <= MOST_PLACES and all(piece in words for piece in tried):
            return tuple(words[piece] for piece in tried)
    return _STATUS.get(busy_status.upper(), ())


def title(found: Places, language: str) -> str:
    """Return how an event about these places is named, such as `Thuis + kantoor`."""
    return " + ".join(WORDS[language][where][0] for where in found).capitalize()


def _plain(text: str) -> str:
    """Return a word without case and without marks or pictures around it."""
    return _AROUND.sub("", text).casefold()


_KNOWN = {
    _plain(text): where
    for language in WORDS.values()
    for where, texts in language.items()
    for text in texts
}
