"""Every text of the program is Dutch and English, with the same placeholders."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from thuiswerkplek import i18n
from thuiswerkplek.i18n import Language, _, ngettext, using

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def texts():
    spec = importlib.util.spec_from_file_location("texts", ROOT / "scripts/texts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dutch(texts):
    with texts.PO.open("rb") as file:
        return read_po(file, locale="nl")


def forms(text):
    return text if isinstance(text, (list, tuple)) else (text,)


def placeholders(text):
    """Return the named parts of `{name}` and `%(name)s`, and the bare `%s`."""
    return set(re.findall(r"\{(\w+)\}|%\((\w+)\)[sr]|(%[sr])", text))


def test_every_text_is_translated(texts, dutch):
    wanted = {message.id for message in texts.extracted() if message.id}
    known = {message.id for message in dutch if message.id}

    assert wanted == known
    assert not [m.id for m in dutch if m.id and not all(forms(m.string))]
    assert not [m.id for m in dutch if m.id and m.fuzzy]
    assert not dutch.obsolete


def test_placeholders_are_the_same(dutch):
    for message in (known for known in dutch if known.id):
        wanted = set().union(*map(placeholders, forms(message.id)))
        found = set().union(*map(placeholders, forms(message.string)))
        assert found == wanted, message.id


def test_the_compiled_file_is_that_of_the_texts(texts, dutch):
    mo = texts.PO.with_suffix(".mo").read_bytes()

    assert texts.compiled(texts.merged()) == mo


FORBIDDEN = ("fout opgetreden", "ongeldige invoer", "succesvol", "!")


def test_the_tone_stays_calm(dutch):
    for message in (known for known in dutch if known.id):
        for form in forms(message.string):
            assert not [word for word in FORBIDDEN if word in form.lower()], form


def test_texts_are_looked_up_when_shown():
    with using(Language.NL):
        assert _("Measures") == "Maatregelen"
        with using(Language.EN):
            assert _("Measures") == "Measures"
        assert i18n.current() is Language.NL


def test_plurals_follow_the_count():
    with using(Language.EN):
        assert [ngettext("day", "days", n) for n in (1, 2)] == ["day", "days"]
