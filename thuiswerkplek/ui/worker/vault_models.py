"""What the card before the private questions shows: values with finished texts."""

from __future__ import annotations

from typing import NamedTuple


class VaultCard(NamedTuple):
    """Why the private questions wait, and the ways on; an empty word hides its part."""

    title: str
    text: str
    steps: tuple[str, ...]
    passphrase: str
    passphrase_help: str
    repeat: str
    confirm: str
    warning: str
    other_title: str
    put_back: str
    retry: str
    anew: str
    anew_help: str
    not_kept: str
    not_kept_help: str
    skip: str
    skip_help: str
    busy: str
    problem: str = ""
