"""The page *Maatregelen* without a window, over real services."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes import RecordingShell
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.measures import State
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.ui.contracts import Level, PageName
from thuiswerkplek.ui.worker.measures_models import Filter, Moment
from thuiswerkplek.ui.worker.measures_presenter import MeasuresPresenter

OWN, EMPLOYERS, BOTH = "chair-back-support", "agree-written", "desk-size"
DANGER, PRIVATE, ADVISOR = "elec-power-strip", "health-back-legs", "contact-manager"


class RecordingScreen:
    """Remembers the pages it was given."""

    def __init__(self):
        self.pages = []

    def show_page(self, page):
        self.pages.append(page)


class Desk:
    """One worker with findings of every kind, and the page over them."""

    def __init__(self, services, clock):
        self.services = services
        self.clock = clock
        self.shell = RecordingShell()
        self.screen = RecordingScreen()
        self.place = services.places.add("Upstairs")
        self.presenter = MeasuresPresenter(services, self.shell, self.screen)

    def find(self, *questions):
        for question in questions:
            risk = min(self.services.catalogue.question(question).risks)
            self.services.checking.answer(self.place.id, question, Answer(risk))

    def card(self, question):
        key = f"{self.place.id}/{question}"
        groups = self.presenter.page().groups
        return next(c for group in groups for c in group.cards if c.id == key)

    def step(self, question, *states, note=""):
        for state in states:
            self.presenter.take_step(self.card(question).id, state, note)

    def states(self, question):
        return [button.state for button in self.card(question).buttons]


@pytest.fixture
def desk(services, clock, with_private):
    return Desk(services, clock)


def test_without_a_check_the_page_is_empty_and_leads_to_the_check(desk):
    page = desk.presenter.page()

    desk.presenter.go_to_check()

    assert page.empty is not None
    assert not page.chips
    assert desk.shell.pages == [PageName.WORKPLACE]


def test_after_a_check_without_findings_the_page_says_so(desk):
    desk.services.checking.start(desk.place.id)
    desk.services.checking.finish(desk.place.id)

    page = desk.presenter.page()

    assert page.empty.title == "Nothing to mend"


def test_a_card_says_what_who_cost_and_until_when(desk):
    desk.find(EMPLOYERS)

    card = desk.card(EMPLOYERS)

    assert card.title == "Agreements in writing"
    assert card.severity_word == "Needs attention"
    assert card.facts == "who: your employer · costs: free"
    assert card.due == "Our proposal: by 4 January 2027"
    assert card.tonight
    assert card.private_word == ""
    assert [(one.word, one.moment) for one in card.life] == [
        ("proposed", Moment.NOW),
        ("requested", Moment.TO_COME),
        ("agreed", Moment.TO_COME),
        ("delivered", Moment.TO_COME),
        ("done", Moment.TO_COME),
        ("it helps", Moment.TO_COME),
    ]


def test_the_workplace_is_named_once_there_are_two(desk):
    desk.find(OWN)
    desk.services.places.add("Kitchen")

    assert desk.card(OWN).facts.startswith("Upstairs · ")


def test_danger_is_first_and_what_is_done_starts_closed(desk):
    desk.find(OWN, DANGER, EMPLOYERS, BOTH)
    desk.step(OWN, State.SET_UP, State.EFFECTIVE)

    groups = desk.presenter.page().groups

    assert [group.is_closed_at_first for group in groups] == [False, False, True]
    assert groups[0].cards[0].id.endswith(DANGER)
    assert [card.id.rpartition("/")[2] for card in groups[2].cards] == [OWN]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter.ALL, {OWN, EMPLOYERS, BOTH, DANGER}),
        (Filter.TONIGHT, {DANGER}),
        (Filter.MINE, {DANGER, BOTH}),
        (Filter.EMPLOYERS, {EMPLOYERS, BOTH}),
        (Filter.DONE, {OWN}),
    ],
)
def test_each_filter_shows_what_it_counts(desk, chosen, expected):
    desk.find(OWN, EMPLOYERS, BOTH, DANGER)
    desk.step(OWN, State.DECLINED)

    desk.presenter.choose(chosen)

    page = desk.screen.pages[-1]
    shown = {c.id.rpartition("/")[2] for group in page.groups for c in group.cards}
    chip = next(chip for chip in page.chips if chip.filter is chosen)
    assert shown == expected
    assert chip.is_chosen
    assert chip.text.endswith(f"  {len(expected)}")


def test_an_empty_filter_says_so_in_words(desk):
    desk.find(OWN)

    desk.presenter.choose(Filter.DONE)

    assert desk.screen.pages[-1].nothing_here.startswith("Nothing is closed yet")
    desk.presenter.choose(Filter.EMPLOYERS)
    assert desk.screen.pages[-1].nothing_here == "Nothing is open here."


@pytest.mark.parametrize(
    ("question", "taken", "texts"),
    [
        (OWN, (), ["I have done this", "Not doing this…"]),
        (BOTH, (), ["I have done this", "Ask my employer", "Not doing this…"]),
        (EMPLOYERS, (), ["Ask my employer", "I have done this", "Not doing this…"]),
        (
            EMPLOYERS,
            (State.REQUESTED,),
            ["My employer agreed", "It was delivered", "It will not happen…"],
        ),
        (
            EMPLOYERS,
            (State.REQUESTED, State.DECIDED),
            ["It was delivered", "It will not happen…"],
        ),
        (EMPLOYERS, (State.REQUESTED, State.DELIVERED), ["It is set up"]),
        (OWN, (State.SET_UP,), ["It helps", "It does not help yet"]),
        (OWN, (State.SET_UP, State.EFFECTIVE), ["It no longer helps"]),
        (OWN, (State.DECLINED,), ["Take it up after all"]),
        (ADVISOR, (), ["I asked my employer", "I have done this", "Not doing this…"]),
    ],
)
def test_the_buttons_are_the_allowed_steps_in_plain_words(desk, question, taken, texts):
    desk.find(question)

    desk.step(question, *taken)

    buttons = desk.card(question).buttons
    assert [button.text for button in buttons] == texts
    short = desk.card(question).title
    assert all(button.spoken.endswith(f": {short}") for button in buttons)
    asking = {button.state for button in buttons if button.asks_reason}
    assert asking == {State.DECLINED} & set(desk.states(question))


def test_every_way_through_a_measures_life_can_be_walked(desk):
    desk.find(EMPLOYERS)
    states = [State.REQUESTED, State.DECIDED, State.DELIVERED, State.SET_UP]

    for state in (*states, State.EFFECTIVE, State.PROPOSED, State.DECLINED):
        assert state in desk.states(EMPLOYERS)
        desk.step(EMPLOYERS, state)

    assert [notice.action for notice in desk.shell.notices] == ["Undo"] * 7
    assert desk.shell.changes == 7


def test_the_life_shows_dates_and_who(desk):
    desk.find(EMPLOYERS)
    desk.step(EMPLOYERS, State.REQUESTED)
    desk.clock.day = date(2026, 12, 1)

    desk.step(EMPLOYERS, State.DELIVERED)

    life = desk.card(EMPLOYERS).life
    assert [(one.word, one.detail, one.moment) for one in life] == [
        ("proposed", "23 November 2026", Moment.PAST),
        ("requested", "23 November 2026, you", Moment.PAST),
        ("delivered", "1 December 2026, your employer", Moment.NOW),
        ("done", "", Moment.TO_COME),
        ("it helps", "", Moment.TO_COME),
    ]


def test_not_doing_it_keeps_the_reason(desk):
    desk.find(OWN)

    desk.step(OWN, State.DECLINED, note="  No <b>room</b> for it ")

    card = desk.card(OWN)
    assert card.remarks == ("Why not: No <b>room</b> for it",)
    assert card.life[-1].word == "not done"
    assert card.life[-1].moment is Moment.STOPPED
    assert (card.severity, card.severity_word) == (None, "Not done")
    assert card.due == ""


def test_what_did_not_help_says_that_it_was_tried(desk):
    desk.find(OWN)

    desk.step(OWN, State.SET_UP, State.PROPOSED)

    card = desk.card(OWN)
    assert card.remarks == ("Tried on 23 November 2026; it did not help enough.",)
    assert [one.word for one in card.life] == ["proposed", "done", "it helps"]


@pytest.mark.parametrize(
    "taken",
    [
        (State.REQUESTED,),
        (State.REQUESTED, State.DECIDED),
        (State.SET_UP,),
        (State.SET_UP, State.EFFECTIVE),
        (State.DECLINED,),
    ],
)
def test_undo_takes_the_last_step_back(desk, taken):
    desk.find(EMPLOYERS)
    desk.step(EMPLOYERS, *taken[:-1])
    before = desk.card(EMPLOYERS)

    desk.step(EMPLOYERS, taken[-1])
    desk.shell.notices[-1].on_action()

    assert desk.card(EMPLOYERS) == before
    assert desk.screen.pages[-1] == desk.presenter.page()


def test_an_old_undo_does_not_take_a_later_step(desk):
    desk.find(EMPLOYERS)
    desk.step(EMPLOYERS, State.REQUESTED)
    undo = desk.shell.notices[-1].on_action
    desk.step(EMPLOYERS, State.DECIDED)

    undo()

    assert desk.card(EMPLOYERS).life[2].word == "agreed"


def test_a_step_that_is_not_allowed_is_told_and_changes_nothing(desk):
    desk.find(OWN)

    desk.step(OWN, State.EFFECTIVE)

    assert desk.shell.notices[-1].level is Level.PROBLEM
    assert desk.card(OWN).life[0].moment is Moment.NOW
    assert desk.shell.changes == 0


def test_a_step_for_a_measure_that_is_gone_only_refreshes(desk):
    desk.presenter.take_step("no/such", State.SET_UP)

    assert len(desk.screen.pages) == 1
    assert not desk.shell.notices


def test_private_measures_are_marked_and_live_in_the_private_store(desk):
    desk.find(PRIVATE, OWN)
    before = desk.services.sharing.draft("en")

    desk.step(PRIVATE, State.SET_UP)

    assert desk.card(PRIVATE).private_word == "only for you"
    kept = [measure.question for measure in desk.services.private.measures()]
    general = desk.services.sharing._store.measures()
    assert kept == [PRIVATE]
    assert not general
    assert desk.services.sharing.draft("en") == before
    assert PRIVATE not in repr(before)


def test_undo_of_a_private_step_empties_the_private_store(desk):
    desk.find(PRIVATE)

    desk.step(PRIVATE, State.DECLINED, note="secret")
    desk.shell.notices[-1].on_action()

    assert not desk.services.private.measures()


def test_locked_private_answers_hide_their_measures_and_say_so(desk):
    desk.services.private.erase()
    desk.services.private.make(Keeping.PASSPHRASE, "a long passphrase")
    desk.find(PRIVATE, OWN)
    desk.services.private.close()

    page = desk.presenter.page()

    assert "locked" in page.remark
    assert all(PRIVATE not in c.id for group in page.groups for c in group.cards)


def test_asking_the_employer_says_that_the_report_carries_it(desk):
    desk.find(EMPLOYERS, ADVISOR)

    desk.step(EMPLOYERS, State.REQUESTED)
    shared = desk.shell.notices[-1].text
    desk.step(ADVISOR, State.REQUESTED)

    assert "your next report asks" in shared
    assert desk.shell.notices[-1].text == "“Contact with your manager”: asked."
    assert desk.card(EMPLOYERS).remarks[0].startswith("Your report carries this")
    assert desk.card(ADVISOR).remarks == ()


def test_what_is_struck_out_of_the_report_is_asked_by_the_worker(desk):
    desk.find(EMPLOYERS)

    key = f"{desk.place.id}/answer/{EMPLOYERS}"
    desk.services.sharing.strike(key, is_struck=True)

    assert desk.card(EMPLOYERS).buttons[0].text == "I asked my employer"


def test_a_new_check_that_finds_it_no_more_asks_whether_it_helps(desk):
    desk.find(OWN)
    desk.step(OWN, State.SET_UP)
    desk.services.checking.start(desk.place.id)
    unasked = desk.card(OWN)
    desk.services.checking.answer(desk.place.id, OWN, Answer("yes"))

    card = desk.card(OWN)

    assert unasked.question == ""
    assert card.question == "Your last check no longer finds this: does it help?"
    assert card.buttons[0].state is State.EFFECTIVE
    desk.step(OWN, State.EFFECTIVE)
    assert desk.card(OWN).question == ""


def test_an_open_measure_that_is_found_no_more_says_so(desk):
    desk.find(OWN)
    desk.step(OWN, State.SET_UP, State.PROPOSED)
    desk.services.checking.start(desk.place.id)

    desk.services.checking.answer(desk.place.id, OWN, Answer("yes"))

    assert desk.card(OWN).question == "Your last check no longer finds this."


def test_the_lead_counts_what_is_open(desk):
    desk.find(OWN, DANGER)
    two = desk.presenter.page().lead
    desk.step(DANGER, State.DECLINED)
    one = desk.presenter.page().lead
    desk.step(OWN, State.DECLINED)

    assert two == "2 things are open. What matters most is on top."
    assert one == "One thing is still open."
    assert desk.presenter.page().lead.startswith("Everything is done")


def test_what_helps_is_no_longer_marked_as_a_risk(desk):
    desk.find(OWN)

    desk.step(OWN, State.SET_UP, State.EFFECTIVE)

    assert desk.card(OWN).severity_word == "Fine"
