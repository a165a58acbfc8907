"""Names and remarks as people type them, paste them, or mean harm with them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek.domain.errors import ThuiswerkplekError, ValueRefusedError
from thuiswerkplek.domain.people import NAME_LENGTH, Person, clean_name, clean_text
from thuiswerkplek.exchange import strict_json

any_text = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


def cleaned(text):
    return clean_text(text, field="remark", limit=10_000)


@given(any_text)
def test_cleaned_text_is_composed_trimmed_and_without_controls(text):
    found = cleaned(text)

    assert unicodedata.is_normalized("NFC", found)
    assert found == found.strip()
    assert not [
        c for c in found if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"
    ]
    assert cleaned(found) == found


@given(any_text)
def test_cleaned_text_is_text_a_reader_of_ours_accepts(text):
    import json

    found = cleaned(text)
    data = json.dumps([found], ensure_ascii=False).encode()

    assert strict_json.read(data, limit=10_000) == [found]


@given(any_text)
def test_a_name_is_one_line_with_single_spaces(text):
    name = clean_name(text, field="name")

    assert name == " ".join(name.split())
    assert "\n" not in name
    assert "\t" not in name
    assert clean_name(name, field="name") == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Noor  van\tDijk \n", "Noor van Dijk"),
        ("Noor\x00van\x07Dijk", "NoorvanDijk"),
        ("a \x01 b", "a b"),
        ("e\x01\u0301", "é"),
        ("Zoe\u0308", "Zoë"),
        ("a\u2028b", "a b"),
        ("\ud800Jan", "Jan"),
        ("👩‍💻 Ωμέγα", "👩‍💻 Ωμέγα"),
        ("\u202eevil", "\u202eevil"),
        ("", ""),
        ("\x85 \x9f", ""),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_is_not_one(typed, kept):
    assert clean_name(typed, field="name") == kept


def test_a_remark_keeps_its_lines():
    assert cleaned("een\r\ntwee\n\tdrie") == "een\ntwee\n\tdrie"


@pytest.mark.parametrize("letter", ["a", "é", "😀", "\u202e"])
def test_two_hundred_characters_fit_and_one_more_does_not(letter):
    assert clean_name(letter * NAME_LENGTH, field="name") == letter * NAME_LENGTH
    with pytest.raises(ValueRefusedError) as caught:
        clean_name(letter * (NAME_LENGTH + 1), field="name")
    assert (caught.value.field, caught.value.reason) == ("name", "too-long")
    assert letter * 3 not in str(caught.value)


def test_a_person_does_not_show_in_an_error_or_a_log():
    assert "Noor" not in repr(Person("Noor", "1", "HR"))
    assert isinstance(ValueRefusedError("a", "b"), ThuiswerkplekError)
