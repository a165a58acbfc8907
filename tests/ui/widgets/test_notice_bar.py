"""The levels of a notice: told by shape and word, and only besides by colour."""

from __future__ import annotations

import itertools

import pytest
from PySide6 import QtGui

from thuiswerkplek import assets
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.widgets.notice_bar import INKS, MARKS, NoticeBar

SCHEMES = [theme.Scheme.LIGHT, theme.Scheme.DARK, theme.Scheme.HIGH_CONTRAST]


def picture(bar, qapp):
    qapp.processEvents()
    return bar.grab().toImage()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_level_has_its_own_mark_even_without_colour(qapp, shown, scheme):
    theme.Theme(scheme).apply(qapp)
    bar = shown(NoticeBar(), width=600, height=60)
    marks = []
    for level in Level:
        bar.tell("", level=level)
        image = picture(bar, qapp).convertToFormat(
            QtGui.QImage.Format.Format_Grayscale8
        )
        paper = image.pixelColor(300, 30).value()
        shape = {
            (x, y)
            for x, y in itertools.product(range(60), range(60))
            if abs(image.pixelColor(x, y).value() - paper) > 40
            and 12 <= x < 46
            and 4 < y < 56
        }
        marks.append(shape)

    assert all(marks)
    assert all(one != other for one, other in itertools.combinations(marks, 2))


def test_each_level_has_its_own_ground_where_a_scheme_has_soft_fills(qapp, shown):
    bar = shown(NoticeBar(), width=600, height=60)
    grounds = set()
    for level in Level:
        bar.tell("Words.", level=level)
        grounds.add(picture(bar, qapp).pixelColor(400, 20).name())

    assert len(grounds) == len(Level)


def test_a_level_does_not_linger(qapp, shown):
    bar = shown(NoticeBar(), width=600, height=60)
    bar.tell("Saved.")
    before = picture(bar, qapp)
    bar.tell("Full.", level=Level.PROBLEM)
    picture(bar, qapp)

    bar.tell("Saved.")

    assert picture(bar, qapp) == before
    assert bar.accessibleName() == "Saved."


@pytest.mark.parametrize(
    ("level", "said", "politeness"),
    [
        (Level.DONE, "The disk is full.", "Polite"),
        (Level.WARNING, "Please note: The disk is full.", "Polite"),
        (Level.PROBLEM, "This did not work: The disk is full.", "Assertive"),
    ],
)
def test_a_screen_reader_hears_the_level_in_words(
    shown, monkeypatch, level, said, politeness
):
    heard = []
    bar = shown(NoticeBar())
    monkeypatch.setattr(
        QtGui.QAccessible,
        "updateAccessibility",
        lambda event: heard.append((event.message(), event.politeness().name)),
    )

    bar.tell("The disk is full.", level=level)

    assert heard == [(said, politeness)]
    assert bar.accessibleName() == said


def test_every_level_has_a_mark_and_a_colour_of_the_theme(shown):
    assert set(MARKS) == set(INKS) == set(Level)
    for level in Level:
        assert assets.read_text(f"icons/{MARKS[level]}.svg")
        assert theme.current().colour(INKS[level]).isValid()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_stay_beside_the_mark(qapp, shown, scale):
    theme.Theme(theme.Scheme.LIGHT, scale).apply(qapp)
    bar = shown(NoticeBar(), width=500, height=900)

    bar.tell("Words that wrap. " * 12, level=Level.WARNING, action="Look")
    qapp.processEvents()

    assert bar.words.contentsMargins().left() >= theme.current().px(20)
    assert bar.words.height() >= bar.words.heightForWidth(bar.words.width())


def test_names_by_others_hide_nothing(shown):
    bar = shown(NoticeBar(), width=600, height=60)

    bar.tell("At home: \u202eelbat.")

    assert bar.words.text() == "At home: [U+202E]elbat."
    assert "\u202e" not in bar.accessibleName()
