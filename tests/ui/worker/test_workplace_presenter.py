"""The list of workplaces without a window, over real services."""

from __future__ import annotations

import pytest

from thuiswerkplek import bootstrap, i18n
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.worker.workplace_models import Doing, Screen
from thuiswerkplek.ui.worker.workplace_presenter import WorkplacePresenter

NEW = "intake-home-days"


@pytest.fixture
def page(services, shell):
    return WorkplacePresenter(services, shell)


def ids(services):
    return [place.id for place in services.places.all()]


def test_without_a_workplace_there_is_one_name_and_one_step(page):
    sheet = page.sheet()

    assert sheet.cards == ()
    assert sheet.empty.name == "My workplace at home"
    assert sheet.empty.button == "Begin"
    assert "never go to your employer" in sheet.empty.privacy


def test_in_dutch_the_name_is_dutch(page, language):
    if language is i18n.Language.NL:
        assert page.sheet().empty.name == "Mijn werkplek thuis"


def test_begin_goes_straight_to_the_first_question(page, services, shell):
    page.begin("Attic")

    assert page.screen is Screen.CHECK
    assert page.check.sheet().question.id == NEW
    assert [place.name for place in services.places.all()] == ["Attic"]
    assert shell.changes == 1


def test_a_name_is_needed(page):
    page.begin("  ")

    assert page.screen is Screen.PLACES
    assert page.sheet().problem == "Fill in a name."


def test_a_card_tells_how_far_the_check_is(page, services):
    page.begin("Attic")
    (place,) = ids(services)
    page.check.answer(3.0)
    services.checking.answer(place, "desk-size", Answer("no"))
    services.checking.answer(place, "room-trip", Answer("no"))
    services.checking.answer(place, "intake-provided", Answer(("laptop", "screen")))

    page.show_places()

    (card,) = page.sheet().cards
    assert card.name == "Attic"
    assert card.progress.startswith("4 of ")
    assert (card.severity, card.findings) == (2, "2 points to mend")
    assert card.checked == "Not checked to the end yet"
    assert card.action == "Continue"
    assert card.is_main
    assert card.see_result == "See the result so far"
    assert card.check_again == ""
    assert card.equipment == (
        "From your employer: separate screen, laptop",
        "Your own: chair, table",
    )


def test_complaints_are_not_counted_on_the_card(page, services):
    page.begin("Attic")
    services.private.open_by_itself()
    services.checking.answer(ids(services)[0], "health-neck-arm", Answer("often"))

    page.show_places()

    assert page.sheet().cards[0].findings == "Nothing to mend so far"


def test_going_on_resumes_and_a_finished_check_shows_its_result(page, services):
    page.begin("Attic")
    (place,) = ids(services)
    page.check.next()
    page.show_places()

    page.go_on(place)
    assert page.check.sheet().question.id == "intake-home-hours"
    services.checking.finish(place)
    page.show_places()
    (card,) = page.sheet().cards
    assert (card.action, card.check_again) == ("See the result", "Check again")
    assert card.checked == "Last checked on 23 November 2026"
    page.go_on(place)

    assert page.screen is Screen.RESULT
    assert page.result.place == place
    assert page.check is None


def test_the_first_unfinished_workplace_is_the_main_one(page, services):
    first = services.places.add("Attic").id
    services.places.add("Kitchen")
    services.checking.start(first)
    services.checking.finish(first)

    assert [card.is_main for card in page.sheet().cards] == [False, True]
    assert page.sheet().cards[1].action == "Begin"


def test_the_end_of_the_check_is_the_result(page, services):
    page.begin("Attic")

    page.check._on_done()

    assert page.screen is Screen.RESULT


def test_a_workplace_is_renamed_on_its_card(page, services, shell):
    place = services.places.add("Attic").id
    page.start_doing(place, Doing.RENAMING)
    assert page.sheet().cards[0].doing is Doing.RENAMING

    page.rename(place, "")
    assert page.sheet().cards[0].problem == "Fill in a name."
    page.rename(place, "Upstairs")

    assert page.sheet().cards[0].name == "Upstairs"
    assert page.sheet().cards[0].doing is None


def test_a_workplace_is_removed_after_it_was_asked(page, services):
    place = services.places.add("Attic").id
    page.start_doing(place, Doing.REMOVING)
    assert "Remove Attic, with all its answers?" in page.sheet().cards[0].removal

    page.remove(place)

    assert page.sheet().empty is not None


def test_doing_can_be_left(page, services):
    place = services.places.add("Attic").id
    page.start_doing(place, Doing.REMOVING)

    page.stop_doing()

    assert page.sheet().cards[0].doing is None


def test_another_workplace_can_be_added(page, services):
    services.places.add("Attic")
    assert page.sheet().shares is None

    page.add()
    assert page.sheet().is_adding
    assert not page.sheet().cards[0].is_main
    page.begin("Kitchen")
    page.show_places()

    assert [card.name for card in page.sheet().cards] == ["Attic", "Kitchen"]
    assert [field.percent for field in page.sheet().shares.fields] == [50, 50]


@pytest.mark.parametrize(
    ("shares", "text", "is_whole", "can_be_saved"),
    [
        ((50, 50), "Together 100%", True, False),
        ((70, 30), "Together 100%", True, True),
        ((70, 10), "20% left to divide", False, False),
        ((70, 40), "10% too much", False, False),
    ],
)
def test_shares_count_along(page, services, shares, text, is_whole, can_be_saved):
    services.places.add("Attic")
    services.places.add("Kitchen")

    left = page.remaining(dict(zip(ids(services), shares, strict=True)))

    assert (left.text, left.is_whole, left.can_be_saved) == (
        text,
        is_whole,
        can_be_saved,
    )


def test_shares_are_kept_when_they_are_whole(page, services, shell):
    services.places.add("Attic")
    services.places.add("Kitchen")
    first, second = ids(services)

    page.divide({first: 80, second: 20})
    page.divide({first: 80, second: 30})

    assert [p.share_percent for p in services.places.all()] == [80, 20]
    assert [notice.level for notice in shell.notices] == [Level.DONE, Level.PROBLEM]


def finished_with(page, services):
    page.begin("Attic")
    (place,) = ids(services)
    services.checking.answer(place, "desk-size", Answer("no"))
    services.checking.finish(place)
    return place


def test_checking_again_with_the_earlier_answers(page, services):
    place = finished_with(page, services)

    page.check_again(place, carry_over=True)

    walk = services.checking.round(place)
    assert page.check.sheet().question.id == "desk-height-elbow"
    assert walk.answers["desk-size"] == Answer("no")
    assert walk.check.finished is None


def test_checking_again_with_an_empty_list(page, services):
    place = finished_with(page, services)

    page.check_again(place, carry_over=False)

    assert "desk-size" not in services.checking.round(place).answers
    assert page.repeat_choices().empty == "With an empty list"


def test_a_workplace_that_is_gone_leaves_its_screen(page, services):
    page.begin("Attic")
    (place,) = ids(services)

    services.places.remove(place)
    page.refresh()

    assert page.screen is Screen.PLACES
    assert page.check is None


def test_a_result_that_is_gone_leaves_its_screen(page, services):
    place = finished_with(page, services)
    page.open_result(place)

    services.places.remove(place)
    page.refresh()

    assert page.screen is Screen.PLACES


def test_a_check_follows_what_changed_elsewhere(page, services):
    page.begin("Attic")
    (place,) = ids(services)

    services.checking.answer(place, NEW, Answer(2.0))
    page.refresh()

    assert page.check.sheet().question.number.value == 2.0


def test_private_answers_wake_up_with_their_key(folder, keys, clock, shell):
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        page = WorkplacePresenter(services, shell)
        page.begin("Attic")
        assert not page.wake_private()
        services.private.open_by_itself()

    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        page = WorkplacePresenter(services, shell)

        assert page.wake_private()
        assert services.private.is_open
        assert not page.wake_private()
