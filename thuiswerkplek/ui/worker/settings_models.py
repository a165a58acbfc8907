"""What the page *Instellingen* shows, as finished texts; no Qt here."""

from __future__ import annotations

from typing import NamedTuple


class Choices(NamedTuple):
    """A field with a few choices: codes with their words, and the one in force."""

    label: str
    help: str
    items: tuple[tuple[str, str], ...]
    current: str


class DayLogChoices(NamedTuple):
    """What stays near for the day log; `time` is in minutes after midnight."""

    title: str
    tray_word: str
    tray_help: str
    stays_in_tray: bool
    can_choose_tray: bool
    remind_word: str
    remind_help: str
    reminds: bool
    time_label: str
    time_help: str
    time: int


class PrivateState(NamedTuple):
    """How the private answers are kept now, and what can be done with them."""

    text: str
    ask_word: str
    can_ask: bool
    erase_word: str
    can_erase: bool


class OwnDataWords(NamedTuple):
    """What can be done with all answers together."""

    text: str
    place: str
    export_word: str
    take_in_word: str
    take_in_help: str
    can_take_in: bool
    erase_word: str


class Confirmation(NamedTuple):
    """The second step before something is gone for good."""

    title: str
    text: str
    yes_word: str
    no_word: str


class KeepingWords(NamedTuple):
    """Asks how private answers in a file are kept from now on."""

    title: str
    text: str
    passphrase_label: str
    passphrase_help: str
    keep_word: str
    leave_word: str
    back_word: str


class SettingsPage(NamedTuple):
    """The whole page."""

    title: str
    lead: str
    looks_title: str
    language: Choices
    scheme: Choices
    text_size: Choices
    pace_title: str
    pace_word: str
    goes_on: bool
    private_title: str
    private: PrivateState
    data_title: str
    data: OwnDataWords
    about_title: str
    about: tuple[str, ...]
    limits_title: str
    limits: tuple[str, ...]
