"""The page with its column, and what lies on it: cards, panels, notices, tiles."""

from itertools import pairwise

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card, Panel
from thuiswerkplek.ui.widgets.choice_tile import ChoiceTile
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.notice_bar import NoticeBar
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.severity_mark import SeverityMark
from thuiswerkplek.ui.widgets.tag import LAYERS, Tag
from thuiswerkplek.ui.widgets.text import Text

Key = QtCore.Qt.Key
Said = QtGui.QAccessible.Text
LEFT = QtCore.Qt.MouseButton.LeftButton


def filled_page() -> Page:
    page = Page("Chair", "Question 3 of 5.")
    for number in range(40):
        page.add(Text(f"Line {number}"))
    return page


def test_column_is_720_wide_and_grows_with_the_text(qapp, shown):
    page = Page("Chair")
    card = Card()
    page.add(card)
    shown(page, width=2000, height=600)
    qapp.processEvents()
    before = card.width()

    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)
    qapp.processEvents()

    assert (before, card.width()) == (720, 1440)


def test_page_never_needs_sideways_scrolling_at_200_percent(qapp, shown):
    theme.Theme(theme.Scheme.LIGHT, 2.0).apply(qapp)
    page = filled_page()
    page.set_action(buttons.primary("Save"))

    shown(page, width=760, height=600)
    qapp.processEvents()

    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("width", "is_below"), [(760, False), (300, True)])
def test_an_action_without_room_beside_the_title_goes_under_the_words(
    qapp, shown, width, is_below
):
    page = Page("Workplace", "Choose a workplace to go on with.")
    save = buttons.primary("Share with your employer")
    page.set_action(save)

    shown(page, width=width)
    qapp.processEvents()

    assert (save.y() > page.lead.y()) is is_below
    page.resize(760, 300)
    qapp.processEvents()
    assert save.y() < page.lead.y()


def test_an_action_that_went_back_and_forth_takes_its_room_once(qapp, shown):
    page, first = Page("Workplace"), Text("First line")
    save = buttons.primary("Share with your employer")
    page.set_action(save)
    page.add(first)
    shown(page, width=300)
    qapp.processEvents()
    before = first.y()

    for width in (760, 300, 760, 300):
        page.resize(width, 600)
        qapp.processEvents()

    assert first.y() == before


def test_page_keeps_its_place(qapp, shown):
    page = shown(filled_page(), height=300)
    qapp.processEvents()
    page.verticalScrollBar().setValue(200)

    page.hide()
    page.show()
    qapp.processEvents()

    assert page.verticalScrollBar().value() == 200
    page.to_top()
    assert page.verticalScrollBar().value() == 0


def test_page_can_be_built_anew(qapp, shown):
    page = shown(filled_page())

    page.clear()
    page.add(Text("Only this"))
    page.set_words("Desk", "Question 1.")

    assert page.body.count() == 3
    assert page.accessibleName() == page.title.text() == "Desk"


def test_lead_takes_no_room_when_there_is_none(shown):
    assert not shown(Page("Chair")).lead.isVisible()


def test_disclosure_opens_by_click_and_key_and_says_so(shown, spoken, qtbot):
    disclosure = Disclosure("Why do we ask this?")
    inside = Text("Because.")
    disclosure.add(inside)
    shown(disclosure)
    said = [spoken(disclosure.head).text(Said.Description)]

    with qtbot.waitSignal(disclosure.toggled):
        qtbot.keyClick(disclosure.head, Key.Key_Return)
    said.append(spoken(disclosure.head).text(Said.Description))
    was_open = inside.isVisible()
    qtbot.mouseClick(disclosure.head, LEFT)

    assert said == ["closed", "open"]
    assert was_open
    assert not inside.isVisible()
    assert spoken(disclosure.head).text(Said.Name) == "Why do we ask this?"


def test_notice_offers_its_action_once(shown, qtbot):
    bar = shown(NoticeBar())
    done = []
    bar.tell("Answer saved.", action="Undo", on_action=lambda: done.append(1))

    qtbot.mouseClick(bar.action, LEFT)

    assert done == [1]
    assert not bar.isVisible()


def test_notice_stays_until_replaced(shown):
    bar = shown(NoticeBar())

    bar.tell("First.", action="Undo", on_action=lambda: None)
    bar.tell("Second.")

    assert bar.isVisible()
    assert bar.words.text() == bar.accessibleName() == "Second."
    assert not bar.action.isVisible()


def test_notice_closes_by_button_and_escape(shown, qtbot):
    bar = shown(NoticeBar())

    bar.tell("Once.")
    qtbot.mouseClick(bar.close_button, LEFT)
    first = bar.isVisible()
    bar.tell("Twice.")
    qtbot.keyClick(bar.close_button, Key.Key_Escape)

    assert (first, bar.isVisible()) == (False, False)
    assert bar.close_button.accessibleName() == "Close this message"


def test_notice_without_action_does_nothing_when_closed(shown, qtbot):
    done = []
    bar = shown(NoticeBar())
    bar.tell("Saved.", action="Undo", on_action=lambda: done.append(1))

    bar.dismiss()

    assert done == []


@pytest.mark.parametrize("severity", [3, 2, 1, 0])
def test_panel_begins_with_the_word_of_its_severity(shown, severity: int):
    panel = shown(Panel(severity, "Word"))

    assert panel.mark.text() == "Word"
    assert panel.property("severity") == str(severity)


def test_panel_can_show_another_severity(shown):
    panel = shown(Panel(3, "Danger"))
    before = panel.grab().toImage().pixelColor(20, 2)

    panel.show_severity(0, "Fine")

    assert panel.mark.text() == "Fine"
    assert panel.grab().toImage().pixelColor(20, 2) != before


def test_marks_differ_in_shape_without_colour(qapp, shown):
    theme.Theme(theme.Scheme.HIGH_CONTRAST).apply(qapp)
    pictures = []
    for severity in range(4):
        mark = shown(SeverityMark(severity, ""), width=40, height=30)
        pictures.append(mark.grab().toImage())

    assert all(
        one != other
        for number, one in enumerate(pictures)
        for other in pictures[number + 1 :]
    )


def test_layers_differ_in_edge_and_say_their_word(shown, spoken):
    tags = [shown(Tag(layer, "same")) for layer in LAYERS]
    pictures = [tag.grab(QtCore.QRect(0, 0, 60, 30)).toImage() for tag in tags]

    assert all(one != other for one, other in pairwise(pictures))
    assert {spoken(tag).text(Said.Name) for tag in tags} == {"same"}


def test_an_unknown_layer_is_refused(qapp):
    with pytest.raises(ValueError, match="rumour"):
        Tag("rumour", "rumour")


def test_tile_is_a_button_with_an_explanation(shown, spoken, qtbot):
    tile = shown(ChoiceTile("I work at home", "Check your place.", icon="home"))

    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Key.Key_Return)
    tile.set_chosen(chosen=True, words="chosen")

    heard = spoken(tile)
    assert heard.role() is QtGui.QAccessible.Role.Button
    assert heard.text(Said.Name) == "I work at home"
    assert heard.text(Said.Description) == "chosen. Check your place."
    assert tile.is_chosen()


def test_tile_makes_room_for_its_words(shown):
    tile = shown(ChoiceTile("Title", "Many words " * 20))

    assert tile.heightForWidth(150) > tile.heightForWidth(500)


def test_card_gives_its_widgets_room(shown, qapp):
    card = Card()
    label = QtWidgets.QLabel("x")
    card.add(label)

    shown(card)
    qapp.processEvents()

    assert label.x() >= 24
