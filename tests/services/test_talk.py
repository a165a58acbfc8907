"""The talk desk: one page of today from what is kept, saved whole and kept nowhere."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pikepdf
import pytest

from tests.domain.agreements import FULL
from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.daylog import Day, DayKind, Part, Where
from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.sharing import MONTHS, answer_key, place_key
from thuiswerkplek.domain.talk_topics import Topic
from thuiswerkplek.storage.paths import DataFolder

CHAIR, LAPTOP = "chair-adjustable", "laptop-raised"
OCTOBER = tuple(date(2026, 10, number) for number in range(5, 15))


@pytest.fixture
def place(services):
    """Return a place with two findings, one of which is danger for nobody."""
    found = services.places.add("Zolder").id
    known = {
        "intake-devices": ("laptop",),
        "intake-screen-hours": 6.0,
        CHAIR: "no",
        LAPTOP: "no",
    }
    for name, value in known.items():
        services.checking.answer(found, name, Answer(value))
    return found


def questions(services):
    return [one.measure.question for one in services.talk.sheet().findings]


def at_home(on):
    return Day(on, (Part(Where.HOME, 480),))


def test_an_empty_folder_gives_a_page_too(services):
    found = services.talk.sheet()

    assert (found.day, found.name, found.agreed, found.months) == (TODAY, "", None, ())
    assert services.talk.pages("nl").startswith(b"%PDF")


def test_it_has_what_is_kept(services, place):
    services.sharing.name_person(Person("Noor", "7", "HR"))
    services.day_log.agree(FULL)
    services.day_log.put(*map(at_home, OCTOBER))

    found = services.talk.sheet()

    assert found.name == "Noor"
    assert found.agreed.valid_from == FULL.valid_from
    assert found.review_on == date(2026, 12, 1)
    assert [(one.month, one.home_days) for one in found.months] == [(10, 10)]
    assert set(questions(services)) == {CHAIR, LAPTOP}
    assert Topic.MOSTLY_HOME in [one.topic for one in found.proposals]


def test_what_is_struck_out_of_the_report_is_not_on_the_sheet(services, place):
    services.sharing.strike(answer_key(place, CHAIR), is_struck=True)
    assert questions(services) == [LAPTOP]

    services.sharing.strike(place_key(place), is_struck=True)
    assert questions(services) == []


def test_the_days_can_stay_out(services):
    services.day_log.put(*map(at_home, OCTOBER))

    found = services.talk.sheet(has_days=False)

    assert found.months == ()
    assert Topic.MOSTLY_HOME not in [one.topic for one in found.proposals]
    assert services.talk.pages("en") != services.talk.pages("en", has_days=False)


def test_making_the_sheet_is_a_choice_of_its_own(services):
    """Totals that were not released for the report are on the sheet all the same."""
    services.day_log.put(*map(at_home, OCTOBER))

    assert MONTHS not in services.sharing.choices().released
    assert services.talk.sheet().months


def test_an_agreement_of_another_time_does_not_hold(services):
    services.day_log.agree(FULL)
    assert services.talk.sheet().agreed

    services.day_log.disagree(FULL)
    assert services.talk.sheet().agreed is None


class EarlyHere(FixedClock):
    """A clock east of Greenwich, where the first of the month began already."""

    def today_here(self):
        return self.day + timedelta(days=1)


def test_a_month_counts_once_it_has_ended_everywhere(tmp_path):
    clock = EarlyHere(date(2026, 10, 31))
    opened = bootstrap.worker_services(
        DataFolder(tmp_path), keys=MemoryKeyStore(), clock=clock
    )
    with opened as services:
        services.day_log.put(*map(at_home, OCTOBER))
        assert services.talk.sheet().months == ()
        assert services.talk.sheet().day == date(2026, 10, 31)

        clock.day += timedelta(days=1)
        assert len(services.talk.sheet().months) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_saved_is_what_was_shown(services, place, tmp_path, language):
    path = tmp_path / "sheet.pdf"

    services.talk.save(path, language)

    assert path.read_bytes() == services.talk.pages(language)
    with pikepdf.open(io.BytesIO(path.read_bytes())) as file:
        assert len(file.pages) == 1
        assert str(file.Root.Lang).startswith(language)


def test_a_place_that_cannot_be_written_to_is_told(services, tmp_path):
    with pytest.raises(UnwritableFileError):
        services.talk.save(tmp_path / "no" / "sheet.pdf", "nl")


def test_making_it_changes_nothing_that_is_kept(services, folder, place, tmp_path):
    services.day_log.choose(TODAY, DayKind.HOME)
    before = (services.sharing.draft("nl").report.version, services.measuring.lines())

    services.talk.save(tmp_path / "sheet.pdf", "nl")

    after = (services.sharing.draft("nl").report.version, services.measuring.lines())
    assert after == before
    assert not list(folder.root.rglob("*.pdf"))
