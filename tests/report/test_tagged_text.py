"""Text on its way to the paper: cleaned, broken into lines, turned around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek.report.tagged_direction import as_seen, in_reading_order, joined
from thuiswerkplek.report.tagged_document import text_string
from thuiswerkplek.report.tagged_fonts import BODY_FONT, covered, printable, readable
from thuiswerkplek.report.tagged_fonts import font as face
from thuiswerkplek.report.tagged_lines import Run, Typesetter, pieces, runs


def lines(*parts: str | Run, width: float) -> list[str]:
    made = Typesetter(runs(parts), 10, bold=False).lines(width)
    return ["".join(text for _, text in pieces(line)) for line in made]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("gewoon – één ‘zin’ €", "gewoon – één ‘zin’ €"),
        ("a\x00b\x1bc\x7f\x9f", "abc"),
        ("a\tb\u2009c", "a b c"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("nbsp\xa0en\u202fsmal", "nbsp\xa0en\xa0smal"),
        ("af\xadbreken \ufeff\u200b\u202eom", "afbreken om"),
        ("❤\ufe0f", "❤"),
        ("👩🏽\u200d💻", "□□"),
        ("\ud800 \ue000 \U0010ffff", "□ □ □"),
        ("中文", "□□"),
        ("e\u0301", "é"),
        ("😀 → ✓ ◆ ▲ ● ĳ", "😀 → ✓ ◆ ▲ ● ĳ"),
    ],
)
def test_only_what_can_be_printed_stays(typed: str, printed: str) -> None:
    assert printable(typed) == printed


@given(st.text())
def test_printable_text_stays_as_it_is(text: str) -> None:
    once = printable(text)

    assert printable(once) == once
    assert set(once) <= covered() | {"\n"}
    assert readable(once) == once


def test_both_faces_have_the_signs_of_the_program() -> None:
    assert set("→✓✕▲◆●•–…€ĳ□≥×°") <= covered()
    assert 0 not in {face(BODY_FONT).face.charToGlyph[ord(c)] for c in "→✓□"}


def test_lines_break_at_spaces_and_after_joins() -> None:
    assert lines("een twee drie", width=50) == ["een twee", "drie"]
    assert lines("a\nb\n\nc", width=50) == ["a", "b", "", "c"]
    assert lines("thuiswerk-plek", width=65) == ["thuiswerk-", "plek"]
    assert lines("en/of e-mail 12-3", width=40) == ["en/of", "e-mail", "12-3"]


def test_word_of_more_runs_stays_whole() -> None:
    assert lines("zie ", Run("boek", bold=True), ", ja", width=48) == [
        "zie boek,",
        "ja",
    ] or lines("zie ", Run("boek", bold=True), ", ja", width=48) == ["zie", "boek, ja"]
    assert lines("zie ", Run("boek", bold=True), ",", width=40) == ["zie", "boek,"]


@given(
    st.lists(st.text(alphabet="ab é-/ \n", max_size=30), min_size=1, max_size=4),
    st.floats(5, 200),
)
def test_lines_lose_no_letter_and_fit(texts: list[str], width: float) -> None:
    setter = Typesetter(runs(texts), 10, bold=False)
    made = setter.lines(width)

    told = "".join(text for line in made for _, text in pieces(line))
    letters = "".join(texts).replace(" ", "").replace("\n", "")
    assert told.replace(" ", "") == letters
    for line in made:
        shown = sum(setter.width(*piece) for piece in pieces(line))
        assert shown == pytest.approx(line.width, abs=0.01)
        assert line.width <= width + 0.01 or len(told) == 1 or width < 10


@pytest.mark.parametrize(
    ("typed", "seen", "is_right_to_left"),
    [
        ("abc", "abc", False),
        ("abc אבג def", "abc גבא def", False),
        ("אבג 12.5 (דה)", "(הד) 12.5 גבא", True),
        ("אבג ok", "ok גבא", True),
        ("a אבג!", "a גבא!", False),
        ("אבג!", "!גבא", True),
        ("שָׁלוֹם", "םוֹלשָׁ", True),
        ("", "", True),
    ],
)
def test_letters_stand_as_the_eye_meets_them(
    typed: str, seen: str, *, is_right_to_left: bool
) -> None:
    assert as_seen(typed, is_right_to_left=is_right_to_left) == seen


def test_arabic_letters_join_and_can_be_told_apart_again() -> None:
    shaped = joined("مرحبا", covered())

    assert shaped == "\ufee3\ufeae\ufea3\ufe92\ufe8e"
    assert in_reading_order(shaped) == "مرحبا"
    assert joined("مرحبا", frozenset()) == "مرحبا"
    assert joined("مَر", covered()) == "\ufee3\u064e\ufeae"


@given(st.text(alphabet="אבג مرحبا abc 12-.()ًَ", max_size=40))
def test_turning_keeps_every_letter(text: str) -> None:
    mirrored = str.maketrans(")", "(")

    for direction in (False, True):
        seen = as_seen(text, is_right_to_left=direction)
        assert sorted(seen.translate(mirrored)) == sorted(text.translate(mirrored))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a (b) \\", b"(a \\(b\\) \\\\)"),
        ("é", b"<feff00e9>"),
        ("😀", b"<feffd83dde00>"),
        ("a\nb\x00", b"(a b)"),
        ("\ud800", b"<feff25a1>"),
    ],
)
def test_text_strings_are_written_safely(text: str, written: bytes) -> None:
    assert text_string(text) == written
