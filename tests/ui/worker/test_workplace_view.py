"""The list of workplaces as a person meets it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtWidgets

from tests.fakes import ImmediateTasks, RecordingShell
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.worker import workplace_view
from thuiswerkplek.ui.worker.workplace_models import Screen

pytestmark = pytest.mark.gui
KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


def button(page, text):
    QtWidgets.QApplication.processEvents()  # what was just added shows now
    return next(
        found
        for found in page.places.findChildren(QtWidgets.QAbstractButton)
        if text in (found.text(), found.accessibleName()) and found.isVisible()
    )


def test_enter_in_the_name_begins(qtbot, workplace, services):
    page = workplace(width=900, height=900)
    page.places.name.selectAll()
    qtbot.keyClicks(page.places.name, "Attic")

    qtbot.keyClick(page.places.name, KEY.Key_Return)

    assert [place.name for place in services.places.all()] == ["Attic"]
    assert page.currentWidget() is page.check


def test_an_empty_name_is_told(qtbot, workplace, services):
    page = workplace(width=900, height=900)
    page.places.name.clear()

    qtbot.mouseClick(page.places.begin, LEFT)

    words = [label.text() for label in page.places.findChildren(QtWidgets.QLabel)]
    assert "Fill in a name." in words
    assert services.places.all() == ()


def test_the_main_button_goes_on(qtbot, workplace, services):
    services.places.add("Attic")
    page = workplace(width=900, height=900)

    qtbot.mouseClick(button(page, "Begin: Attic"), LEFT)

    assert page.presenter.screen is Screen.CHECK


def test_the_result_so_far_is_there(qtbot, workplace, services):
    place = services.places.add("Attic").id
    services.checking.answer(place, "desk-size", Answer("no"))
    page = workplace(width=900, height=900)

    qtbot.mouseClick(button(page, "See the result so far: Attic"), LEFT)

    assert page.presenter.screen is Screen.RESULT


def test_renaming_happens_on_the_card(qtbot, workplace, services):
    services.places.add("Attic")
    page = workplace(width=900, height=900)

    qtbot.mouseClick(button(page, "Rename: Attic"), LEFT)
    field = page.places.cards[0].name
    assert field.hasFocus()
    qtbot.keyClicks(field, "Upstairs")
    qtbot.keyClick(field, KEY.Key_Return)

    assert services.places.all()[0].name == "Upstairs"
    assert page.places.cards[0].main.hasFocus()


def test_removing_is_confirmed_on_the_card(qtbot, workplace, services):
    services.places.add("Attic")
    page = workplace(width=900, height=900)
    qtbot.mouseClick(button(page, "Remove: Attic"), LEFT)
    assert page.places.cards[0].focus_on.text() == "Keep it"

    qtbot.mouseClick(button(page, "Keep it"), LEFT)
    assert len(services.places.all()) == 1
    qtbot.mouseClick(button(page, "Remove: Attic"), LEFT)
    qtbot.mouseClick(button(page, "Remove this workplace"), LEFT)

    assert services.places.all() == ()
    assert page.places.name.hasFocus()


@pytest.mark.parametrize(
    ("choice", "is_carried"),
    [("With my earlier answers", True), ("With an empty list", False)],
)
def test_checking_again_is_chosen_on_the_card(
    qtbot, workplace, services, choice, is_carried
):
    place = services.places.add("Attic").id
    services.checking.answer(place, "desk-size", Answer("no"))
    services.checking.finish(place)
    page = workplace(width=900, height=900)

    qtbot.mouseClick(button(page, "Check again: Attic"), LEFT)
    qtbot.mouseClick(button(page, choice), LEFT)

    assert ("desk-size" in services.checking.round(place).answers) is is_carried
    assert page.currentWidget() is page.check


def test_another_workplace_is_added_below(qtbot, workplace, services):
    services.places.add("Attic")
    page = workplace(width=900, height=900)

    qtbot.mouseClick(page.places.add_button, LEFT)
    assert page.places.name.hasFocus()
    qtbot.mouseClick(button(page, "Leave it"), LEFT)
    qtbot.mouseClick(page.places.add_button, LEFT)
    qtbot.keyClicks(page.places.name, "Kitchen")
    qtbot.mouseClick(page.places.begin, LEFT)

    assert [place.name for place in services.places.all()] == ["Attic", "Kitchen"]
    assert page.currentWidget() is page.check


def test_shares_count_along_and_are_saved_when_whole(qtbot, workplace, services):
    first, second = (services.places.add(name).id for name in ("Attic", "Kitchen"))
    page = workplace(width=900, height=900)
    shares = page.places.shares
    edit = shares.fields[first].edit

    edit.selectAll()
    qtbot.keyClicks(edit, "80")
    assert shares.left.text() == "30% too much"
    assert not shares.save.isEnabled()
    shares.fields[second].set_value(20)
    assert shares.left.text() == "Together 100%"
    qtbot.mouseClick(shares.save, LEFT)

    assert [place.share_percent for place in services.places.all()] == [80, 20]


def test_private_answers_are_counted_once_the_page_is_on_the_screen(
    qtbot, qapp, folder, keys, clock
):
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        place = services.places.add("Attic").id
        services.private.open_by_itself()
        services.checking.answer(place, "posture-change", Answer(90.0))
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        page = workplace_view.create_page(
            services, RecordingShell(), ImmediateTasks(), theme.current()
        )
        qtbot.addWidget(page)
        page.show()
        page.wake()

        qtbot.waitUntil(lambda: services.private.is_open)

        (card,) = page.presenter.sheet().cards
        assert card.findings == "1 point to mend"


def test_refreshing_shows_what_changed_elsewhere(workplace, services):
    page = workplace(width=900, height=900)
    services.places.add("Attic")

    page.refresh()

    assert len(page.places.cards) == 1
