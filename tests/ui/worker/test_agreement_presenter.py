"""What the screen *Agreement* tells and does, on real services."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.domain.agreements import FULL
from thuiswerkplek.domain.agreement import Agreement, Source
from thuiswerkplek.domain.agreement_rules import DaysRule, RuleCode
from thuiswerkplek.exchange import codec
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.worker.agreement_draft import draft_of
from thuiswerkplek.ui.worker.agreement_entries import Entry
from thuiswerkplek.ui.worker.agreement_models import Showing
from thuiswerkplek.ui.worker.agreement_presenter import AgreementPresenter

NEW_YEAR = date(2026, 1, 1)
TYPED = Agreement(NEW_YEAR, rules=(DaysRule(RuleCode.DAYS_MIN, 2),))


@pytest.fixture
def log(services):
    return services.day_log


@pytest.fixture
def shown():
    return []


@pytest.fixture
def presenter(services, shell, shown):
    return AgreementPresenter(services, shell, lambda: shown.append(1))


def change(presenter, **texts):
    """Type in the form that is open, and save it."""
    draft = presenter.form().draft
    typed = {Entry[name]: text for name, text in texts.items()}
    return presenter.save(replace(draft, texts={**draft.texts, **typed}))


# What holds


def test_without_an_agreement_it_says_what_will_be_here(presenter):
    overview = presenter.overview()

    assert overview.now is None
    assert overview.reminder is None
    assert overview.versions == ()
    assert "No agreement was written down yet" in overview.nothing_now
    assert overview.write_word == "Write it down"


def test_what_holds_is_told_in_plain_sentences(presenter, log):
    log.agree(FULL)

    now = presenter.overview().now

    assert now.lines == (
        "Since 1 January 2026, until 31 December 2026.",
        "Version 3, from your organisation's file.",
    )
    facts = dict(now.facts)
    assert "You work 4.5 days a week.\nAt least 2 office days a week." in facts["Days"]
    assert "€2.45 for a day at home." in facts["Money"]
    assert "€0.235 for a kilometre of travel." in facts["Money"]
    assert "Not reachable from 20:00 to 7:00." in facts["Reachability"]
    assert "Lamp (your own)" in facts["Equipment"]
    assert (
        "Talk it over on 1 December 2026, with Anna. Goed" in facts["Talking it over"]
    )


def test_every_rule_and_text_of_an_agreement_is_told(presenter, log):
    log.agree(replace(FULL, rules=FULL.rules))

    told = "\n".join(text for _label, text in presenter.overview().now.facts)

    assert told.count("\n") >= len(FULL.rules)
    assert "Een maand vooraf." in told


def test_dutch_amounts_have_a_comma(presenter, log):
    log.agree(FULL)
    with using(Language.NL):
        money = [text for _label, text in presenter.overview().now.facts]

    assert any("€ 0,235" in text for text in money)


def test_a_later_agreement_ends_the_one_of_now(presenter, log):
    log.agree(TYPED)
    log.agree(Agreement(date(2027, 1, 1)))

    overview = presenter.overview()

    assert overview.now.lines[0] == "Since 1 January 2026, until 31 December 2026."
    assert [one.note for one in overview.versions] == ["still to come"]


def test_a_temporary_agreement_does_not_end_it(presenter, log):
    log.agree(TYPED)
    log.agree(Agreement(date(2027, 7, 1), date(2027, 8, 31)))

    assert "until it is changed" in presenter.overview().now.lines[0]


def test_before_the_first_day_it_says_when_it_begins(presenter, log):
    log.agree(Agreement(date(2027, 1, 1)))

    overview = presenter.overview()

    assert overview.nothing_now.endswith("The next one begins on 1 January 2027.")
    assert overview.write_word == "Write it down"


def test_versions_are_told_latest_first(presenter, log):
    log.agree(Agreement(date(2025, 1, 1), date(2025, 6, 30)))
    log.agree(TYPED)
    log.agree(replace(TYPED, version=2))

    lines = presenter.overview().versions

    assert [(one.title, one.note) for one in lines] == [
        ("From 1 January 2026, version 1", "replaced by a newer version"),
        ("From 1 January 2025, version 1", "earlier"),
    ]
    assert "that has passed" in lines[1].told.lines[0]


@pytest.mark.parametrize(
    ("changes", "text", "is_due"),
    [
        ({}, "No day to talk it over was agreed", False),
        ({"review_on": date(2026, 11, 23)}, "Today is the day", True),
        ({"review_on": date(2026, 12, 1)}, "1 December 2026, in 8 days", True),
        ({"review_on": date(2026, 11, 24)}, "in 1 day.", True),
        ({"review_on": date(2027, 6, 1)}, "again on 1 June 2027.", False),
        ({"review_on": date(2026, 6, 1)}, "You were to talk it over on 1 June", True),
        ({"review_months": 3}, "again on 1 January 2027.", False),
    ],
)
def test_the_reminder_to_talk_it_over(presenter, log, changes, text, is_due):
    log.agree(replace(TYPED, **changes))

    reminder = presenter.overview().reminder

    assert text in reminder.text
    assert reminder.is_due is is_due


# Writing it down


def test_a_first_agreement_is_written_and_taken_back(presenter, log, shell, shown):
    presenter.write()
    assert presenter.showing is Showing.FORM
    assert presenter.form().draft.texts == {Entry.VALID_FROM: "23-11-2026"}

    assert change(presenter, VALID_FROM="1-1-2026", HOME_LEAST="2") is None

    assert log.agreement().valid_from == NEW_YEAR
    assert presenter.showing is Showing.OVERVIEW
    assert shell.changes == 1
    notice = shell.notices[-1]
    assert notice.text == "Version 1 from 1 January 2026 is saved."
    notice.on_action()
    assert log.agreements() == ()
    assert shell.changes == 2
    assert len(shown) == 3  # the form, the overview, and that again


def test_saving_keeps_the_old_version(presenter, log):
    log.agree(TYPED)
    presenter.write()

    change(presenter, HOME_AMOUNT="2,45", KM_AMOUNT="0.235")

    old, new = log.agreements()
    assert old == TYPED
    assert (new.version, new.source) == (2, Source.TYPED)
    assert new.money.home_a_day == Decimal("2.45")
    assert new.rules == TYPED.rules
    assert log.agreement() == new


def test_a_change_of_the_organisations_version_is_a_version_of_your_own(presenter, log):
    log.agree(FULL)
    presenter.write()

    change(presenter, TEAM="Team 2")

    assert log.agreements()[0] == FULL
    assert log.agreement().version == 4
    assert log.agreement().source is Source.TYPED
    assert set(log.agreement().rules) == set(FULL.rules)


def test_a_new_first_day_is_a_new_agreement(presenter, log):
    log.agree(TYPED)
    presenter.write()

    change(presenter, VALID_FROM="1-2-2027")

    assert log.agreement() == TYPED
    assert log.agreements()[1].valid_from == date(2027, 2, 1)
    assert log.agreements()[1].version == 1


def test_nothing_changed_makes_no_version(presenter, log, shell):
    log.agree(FULL)
    presenter.write()

    assert presenter.save(presenter.form().draft) is None

    assert log.agreements() == (FULL,)
    assert "Nothing was changed" in shell.notices[-1].text
    assert presenter.showing is Showing.OVERVIEW


def test_what_is_wrong_is_told_and_nothing_is_saved(presenter, log):
    presenter.write()

    refusals = change(presenter, HOME_AMOUNT="much", DAYS_A_WEEK="9")

    assert refusals.summary == "Look at 2 fields; nothing was saved yet."
    assert refusals.texts == {
        Entry.HOME_AMOUNT: "Type a number, such as 0.25.",
        Entry.DAYS_A_WEEK: "Choose a number from 0.5 to 7.",
    }
    assert log.agreements() == ()
    assert presenter.showing is Showing.FORM


def test_an_earlier_first_day_says_that_another_holds(presenter, log, shell):
    log.agree(TYPED)
    presenter.write()

    change(presenter, VALID_FROM="1-6-2025", VALID_TO="")

    assert log.agreement() == TYPED
    assert "Today the one from 1 January 2026 holds" in shell.notices[-1].text


def test_after_one_that_ended_the_form_begins_today(presenter, log):
    log.agree(replace(TYPED, valid_to=date(2026, 6, 30)))
    presenter.write()

    texts = presenter.form().draft.texts

    assert texts[Entry.VALID_FROM] == "23-11-2026"
    assert not texts.get(Entry.VALID_TO)
    assert texts[Entry.OFFICE_LEAST] == "2"


def test_leaving_can_be_taken_back(presenter, log, shell):
    presenter.write()
    typed = replace(presenter.form().draft, texts={Entry.TEAM: "Team 1"})

    presenter.leave(typed)
    assert presenter.showing is Showing.OVERVIEW
    shell.notices[-1].on_action()

    assert presenter.showing is Showing.FORM
    assert presenter.form().draft == typed
    assert log.agreements() == ()


def test_leaving_an_untouched_form_says_nothing(presenter, shell):
    presenter.write()
    presenter.leave(presenter.form().draft)

    assert presenter.showing is Showing.OVERVIEW
    assert shell.notices == []


def test_rules_without_a_field_are_named(presenter, log):
    log.agree(FULL)
    presenter.write()

    kept = presenter.form().kept

    assert "At most 8 office days in 4 weeks." in kept
    assert "At least 2 office days a week." not in kept


def test_the_notes_count_what_is_filled_in(presenter, log):
    log.agree(FULL)
    presenter.write()

    notes = presenter.notes(draft_of(FULL))

    assert notes["days"] == "5 filled in"
    assert notes["equipment"] == "1 filled in"
    assert presenter.notes(draft_of(TYPED))["money"] == "empty"


def test_a_version_is_removed_and_taken_back(presenter, log, shell):
    log.agree(TYPED)
    log.agree(replace(TYPED, version=2))
    line = presenter.overview().versions[0]

    presenter.remove(line.number)
    assert [one.version for one in log.agreements()] == [2]
    shell.notices[-1].on_action()

    assert [one.version for one in log.agreements()] == [1, 2]


def test_a_new_version_can_start_from_an_old_one(presenter, log):
    log.agree(TYPED)
    log.agree(replace(TYPED, version=2, rules=()))
    line = presenter.overview().versions[0]

    presenter.write_from(line.number)
    change(presenter, TEAM="Team 1")

    assert log.agreement().version == 3
    assert log.agreement().rules == TYPED.rules


# From a file


@pytest.fixture
def written(tmp_path):
    def write(agreement):
        path = tmp_path / "agreement.json"
        path.write_bytes(codec.encode(agreement, program="test"))
        return path

    return write


def test_a_file_is_shown_before_it_is_kept(presenter, log, shell, written):
    presenter.read_file(written(FULL))

    sheet = presenter.incoming()
    assert presenter.showing is Showing.INCOMING
    assert "The file says that it comes from your organisation" in sheet.told.lines[1]
    assert sheet.can_keep
    assert log.agreements() == ()

    presenter.keep_file()

    assert log.agreements() == (FULL,)
    assert presenter.showing is Showing.OVERVIEW
    shell.notices[-1].on_action()
    assert log.agreements() == ()


def test_a_file_can_be_left(presenter, log, written):
    presenter.read_file(written(FULL))
    presenter.leave_file()

    assert presenter.showing is Showing.OVERVIEW
    assert log.agreements() == ()


def test_a_file_that_is_known_is_not_kept_twice(presenter, log, written):
    log.agree(FULL)
    presenter.read_file(written(FULL))

    sheet = presenter.incoming()

    assert sheet.remark == "You have this agreement already."
    assert not sheet.can_keep


def test_a_typed_file_goes_beside_a_version_of_your_own(presenter, log, written):
    log.agree(TYPED)
    presenter.read_file(written(replace(TYPED, rules=())))
    assert "kept beside" in presenter.incoming().remark

    presenter.keep_file()

    assert [one.version for one in log.agreements()] == [1, 2]
    assert log.agreements()[0] == TYPED


def test_the_organisations_own_version_is_put_in_its_place_and_said(
    presenter, log, shell, written
):
    log.agree(FULL)
    presenter.read_file(written(replace(FULL, rules=())))
    assert "puts it in its place" in presenter.incoming().remark

    presenter.keep_file()

    assert log.agreement().rules == ()
    shell.notices[-1].on_action()
    assert log.agreements() == (FULL,)


def test_a_file_that_is_no_agreement_is_refused_in_a_sentence(
    presenter, shell, tmp_path
):
    strange = tmp_path / "strange.json"
    strange.write_text("{}", encoding="utf-8")

    presenter.read_file(strange)
    presenter.read_file(tmp_path / "gone.json")

    assert presenter.showing is Showing.OVERVIEW
    assert [one.level for one in shell.notices] == [Level.PROBLEM] * 2
    assert all(one.text for one in shell.notices)


def test_damaged_agreements_are_said_on_the_page(presenter, log, services):
    log.agree(TYPED)
    services._outside.store.log._file.connection.execute(
        "UPDATE agreement SET content = 'x'"
    )

    overview = presenter.overview()

    assert overview.problem
    assert overview.nothing_now == ""


# The talk sheet


def test_the_talk_sheet_is_a_pdf_of_today(presenter):
    assert presenter.talk_name() == "talk-sheet-2026-11-23.pdf"
