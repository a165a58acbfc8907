"""The words of a day list in CSV, in Dutch and English; both are read in any file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from thuiswerkplek.domain.daylog import Band, Mode, Purpose, Where

Words: TypeAlias = Mapping[StrEnum, str]

COLUMNS = {
    "en": ("date", "parts", "trips", "planned"),
    "nl": ("datum", "delen", "reizen", "gepland"),
}
PLANNED = {"en": "yes", "nl": "ja"}
CONFIRMED = {"en": "no", "nl": "nee"}

_DUTCH: Words = {
    Where.HOME: "thuis",
    Where.OFFICE: "kantoor",
    Where.ELSEWHERE: "elders",
    Where.CUSTOMER: "klant",
    Where.OFF: "vrij",
    Purpose.COMMUTE: "woon-werk",
    Purpose.BUSINESS: "zakelijk",
    Band.MORNING_PEAK: "ochtendspits",
    Band.EVENING_PEAK: "avondspits",
    Band.OUTSIDE: "buiten-spits",
    Band.UNKNOWN: "onbekend",
    Mode.CAR_PETROL: "auto-benzine",
    Mode.CAR_DIESEL: "auto-diesel",
    Mode.CAR_HYBRID: "auto-hybride",
    Mode.CAR_LPG: "auto-lpg",
    Mode.CAR_CNG: "auto-cng",
    Mode.CAR_ELECTRIC: "auto-elektrisch",
    Mode.CAR_HYDROGEN: "auto-waterstof",
    Mode.CAR: "auto",
    Mode.MOTORCYCLE: "motor",
    Mode.MOPED: "bromfiets",
    Mode.TRAIN: "trein",
    Mode.TRAM_METRO: "tram-metro",
    Mode.BUS: "bus",
    Mode.PUBLIC_TRANSPORT: "ov",
    Mode.BICYCLE: "fiets",
    Mode.E_BIKE: "e-bike",
    Mode.SPEED_PEDELEC: "speedpedelec",
    Mode.WALK: "lopen",
}


def word(value: StrEnum, language: str) -> str:
    """Return how a value is written; in English that is its code."""
    return _DUTCH[value] if language == "nl" else value.value


def known(kind: type[StrEnum]) -> dict[str, StrEnum]:
    """Return every word for the values of a kind, in both languages."""
    return {word(value, language): value for language in COLUMNS for value in kind}
