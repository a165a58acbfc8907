"""Drawings, progress, steps and page images, with the same in words."""

import pytest
from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.drawing_view import DrawingPair, DrawingView
from thuiswerkplek.ui.widgets.page_images import PageImages
from thuiswerkplek.ui.widgets.progress_bar import ProgressBar
from thuiswerkplek.ui.widgets.step_line import Step, StepLine, StepState
from thuiswerkplek.ui.widgets.text import Text

Said = QtGui.QAccessible.Text
Role = QtGui.QAccessible.Role


def test_drawing_keeps_its_shape(shown):
    view = shown(DrawingView("chair-right", "alt"))

    assert view.heightForWidth(320) == 220
    assert view.heightForWidth(160) == 110


def test_drawing_is_a_picture_with_words(shown, spoken):
    view = shown(DrawingView("chair-right", "Somebody sits upright"))

    assert spoken(view).role() is Role.Graphic
    assert spoken(view).text(Said.Name) == "Somebody sits upright"


def test_drawing_follows_the_theme(qapp, shown):
    view = shown(DrawingView("chair-right", "alt"))
    before = view.grab().toImage()

    theme.Theme(theme.Scheme.DARK).apply(qapp)

    assert view.grab().toImage() != before


def test_pair_has_captions_in_words(shown):
    pair = DrawingPair(
        DrawingView("chair-right", "right"),
        DrawingView("chair-wrong", "wrong"),
        right_caption="Back supported",
        wrong_caption="Back bent",
    )

    captions = [label.text() for label in shown(pair).findChildren(Text)]

    assert captions == ["Back supported", "Back bent"]


def test_progress_says_the_same_in_words(shown, spoken):
    bar = shown(ProgressBar(name="Progress"))

    bar.show_progress(12, 48, "12 of 48")

    heard = spoken(bar.bar)
    assert heard.role() is Role.ProgressBar
    assert heard.text(Said.Name) == "Progress"
    assert heard.text(Said.Value) == "12"
    assert bar.words.text() == heard.text(Said.Description) == "12 of 48"


def test_progress_of_nothing_is_no_trouble(shown):
    bar = shown(ProgressBar(name="Progress"))

    bar.show_progress(0, 0, "nothing to do")

    assert bar.grab().width() > 0


@pytest.fixture
def steps() -> StepLine:
    return StepLine(
        [
            Step("Proposed", StepState.DONE, "done", "2 November"),
            Step("Decided", StepState.CURRENT, "now"),
            Step("Delivered", StepState.TO_COME, "to come"),
        ]
    )


def test_steps_stand_in_a_row_or_in_a_column(shown, steps):
    shown(steps)

    assert not steps.is_column(600)
    assert steps.is_column(200)
    assert steps.heightForWidth(200) > steps.heightForWidth(600)


def test_steps_become_a_column_at_200_percent(qapp, shown, steps):
    shown(steps)

    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)

    assert steps.is_column(450)


def test_steps_are_said_in_order(shown, steps, spoken):
    said = spoken(shown(steps)).text(Said.Name)

    assert said == "Proposed, done, 2 November; Decided, now; Delivered, to come"


def pdf_of(*words: str) -> bytes:
    """Return an A4 file with a page for each of these words."""
    content = QtCore.QBuffer()
    content.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
    writer = QtGui.QPdfWriter(content)
    writer.setPageSize(QtGui.QPageSize(QtGui.QPageSize.PageSizeId.A4))
    painter = QtGui.QPainter(writer)
    for number, word in enumerate(words):
        if number:
            writer.newPage()
        painter.drawText(100, 100, word)
    painter.end()
    return content.data().data()


@pytest.fixture
def pages(shown, qapp) -> PageImages:
    view = shown(PageImages(name="Preview"), width=400, height=300)
    view.show_content(pdf_of("one", "two"))
    qapp.processEvents()
    return view


def test_an_empty_sheet_lies_ready_before_there_are_pages(shown):
    view = shown(PageImages(name="Preview"))

    (sheet,) = view.sheets
    middle = sheet.grab().toImage().pixelColor(sheet.width() // 2, 20)

    assert sheet.height() > sheet.width()
    assert middle == QtGui.QColor("white")


def test_pages_fill_the_width_and_keep_their_shape(pages):
    sheet = pages.sheets[0]

    assert sheet.width() == pages.viewport().width() - 16
    assert sheet.height() == pytest.approx(sheet.width() * 297 / 210, abs=1)


def test_pages_can_be_read_aloud(pages, spoken):
    heard = spoken(pages.sheets[1])

    assert heard.role() is Role.Graphic
    assert heard.text(Said.Name) == "Page 2 of 2"
    assert heard.text(Said.Description).strip() == "two"


def test_pages_zoom_by_keys_within_bounds(pages, qtbot):
    width = pages.sheets[0].width()

    qtbot.keyClicks(pages, "+")
    larger = pages.sheets[0].width()
    qtbot.keyClick(pages, QtCore.Qt.Key.Key_0)
    pages.set_zoom(100)

    assert larger > width
    assert pages.zoom == 4


def test_pages_that_are_old_are_drawn_faintly(pages):
    before = pages.sheets[0].grab().toImage()

    pages.set_faded(is_faded=True)

    assert pages.sheets[0].grab().toImage() != before
