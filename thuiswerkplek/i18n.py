"""Texts in the user's language, looked up when shown, for window, paper and line."""

from __future__ import annotations

import gettext
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from thuiswerkplek import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = "thuiswerkplek"


class Language(StrEnum):
    """A language the program is complete in."""

    NL = "nl"
    EN = "en"


_current: ContextVar[Language] = ContextVar("language", default=Language.NL)


@cache
def _translations(language: Language) -> gettext.NullTranslations:
    if language is Language.EN:  # msgids are English
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, assets.path("locale"), languages=[language])


def current() -> Language:
    """Return the language texts are shown in now."""
    return _current.get()


def use(language: Language) -> None:
    """Show texts in this language from now on."""
    _current.set(language)


@contextmanager
def using(language: Language) -> Iterator[None]:
    """Show texts in another language for a while, such as on a report."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def _(message: str) -> str:
    """Return the text in the current language; named placeholders stay."""
    return _translations(current()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the text in the current language in the form that fits the count."""
    return _translations(current()).ngettext(singular, plural, count)
