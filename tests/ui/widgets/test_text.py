"""Texts: never markup, wrapped within a measure, strangers' words made safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.fact_lines import FactLines
from thuiswerkplek.ui.widgets.icon_line import IconLine
from thuiswerkplek.ui.widgets.text import PlainText, Text, safe

Role = QtGui.QAccessible.Role
WORDS = "Words that go on and on. " * 20


def test_text_is_plain_even_when_it_looks_like_markup(shown):
    label = shown(Text("<b>bold</b>"))

    assert label.textFormat() is QtCore.Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"


@pytest.mark.parametrize("role", sorted(theme.TYPE_SCALE.keys() - {"body", "badge"}))
def test_role_gives_the_size(shown, role: str):
    label = shown(Text("x", role))

    assert label.font().pixelSize() == theme.current().size(role)


def test_lines_are_no_longer_than_the_measure(shown):
    label = shown(Text(WORDS), width=4000)

    assert label.sizeHint().width() <= label.fontMetrics().averageCharWidth() * 68


def test_narrower_is_higher(shown):
    label = shown(Text(WORDS))

    assert label.heightForWidth(200) > label.heightForWidth(400)


def test_wider_than_the_measure_is_not_lower(shown):
    label = shown(Text(WORDS))
    measure = label.sizeHint().width()

    assert label.heightForWidth(measure * 3) == label.heightForWidth(measure)


def test_lines_have_room_between_them(shown):
    label = shown(Text("one\ntwo"))

    assert label.heightForWidth(300) >= 2 * 1.45 * label.font().pixelSize()


def test_text_grows_with_the_theme(qapp, shown):
    label = shown(Text(WORDS))
    before = label.heightForWidth(300)

    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)

    assert label.heightForWidth(300) > 2 * before


def test_new_text_is_measured_anew(shown):
    label = shown(Text("short"))
    before = label.heightForWidth(200)

    label.setText(WORDS)

    assert label.heightForWidth(200) > before


@pytest.mark.parametrize(("role", "heading"), [("page", True), ("body", False)])
def test_titles_are_headings_for_screen_readers(shown, spoken, role, heading):
    heard = spoken(shown(Text("Chair", role)))

    assert heard.role() is (Role.Heading if heading else Role.StaticText)
    assert heard.text(QtGui.QAccessible.Text.Name) == "Chair"


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("plain\nlines", "plain\nlines"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\u200bb", "a[U+200B]b"),
        ("a\x00b", "a[U+0000]b"),
        ("a\tb", "a b"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a[U+000D]b"),
        ("\ufeffa", "[U+FEFF]a"),
        ("a\u2028b", "a[U+2028]b"),
        ("gr\u00fc\u00dfe \u00e9\u00e9n", "gr\u00fc\u00dfe \u00e9\u00e9n"),
    ],
)
def test_safe_shows_what_hides(text: str, shown_as: str):
    assert safe(text, limit=100) == shown_as


def test_safe_cuts_and_says_so():
    assert safe("abcdef", limit=3) == "abc…"


@given(st.text(max_size=80))
def test_safe_text_has_nothing_that_turns_direction(text: str):
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")

    assert not turning & set(safe(text, limit=60))


def test_strangers_words_stay_safe_when_replaced(shown):
    label = shown(PlainText("first", limit=5))

    label.setText("\u202esecond")

    assert label.text() == "[U+202E]seco…"


def test_facts_end_where_other_texts_end_and_are_not_cut(shown, qapp):
    facts = FactLines([("Why:", WORDS), ("Tonight:", WORDS)])
    plain = Text(WORDS)

    shown(facts, width=2000, height=2000)
    shown(plain, width=2000)
    qapp.processEvents()

    texts = [label for label in facts.findChildren(Text) if label.text() == WORDS]
    letter = QtGui.QFontMetrics(plain.font()).averageCharWidth()
    for text in texts:
        end = text.x() + text.sizeHint().width()
        assert end == pytest.approx(plain.sizeHint().width(), abs=letter)
        assert text.height() >= text.heightForWidth(text.width())


def test_an_icon_stands_before_the_words(shown):
    line = shown(IconLine("lock", WORDS), width=300, height=400)
    empty = shown(Text(WORDS, "small"), width=300, height=400)

    assert line.contentsMargins().left() == 16 + 8
    assert line.heightForWidth(300) >= empty.heightForWidth(300)
    assert line.grab().toImage() != empty.grab().toImage()
