"""TM-12: what an employer may not know changes not one byte of what an employer gets."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FixedClock, MemoryKeyStore
from tests.privacy.workers import (
    CATALOGUE,
    EMPLOYERS,
    TODAY,
    answer,
    dressed,
    facts,
)
from thuiswerkplek import bootstrap
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import Visibility
from thuiswerkplek.domain.records import DayRecords
from thuiswerkplek.domain.sharing import Terms, employer_report
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.keys import SigningKey
from thuiswerkplek.exchange.meaning import check_report, check_worker_file
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.services.sharing import SharingDesk, file_name
from thuiswerkplek.storage import files
from thuiswerkplek.storage.paths import DataFolder

PROGRAM = bootstrap.PROGRAM
KEY = SigningKey(b"\x07" * 32)  # TM-12: clock, id and key are fixed
PAIRS, STORED_PAIRS, PRINTED_PAIRS = 2_000, 30, 12
NO_DAYS = DayRecords()

seeds = st.integers(0, 2**63)


class Records:
    """As much of a store as the overview reads."""

    def __init__(self, records, log):
        self._records = records
        self.log = self
        self._days = log.days

    def days(self, first, last):
        return tuple(day for day in self._days if first <= day.date <= last)

    def records(self):
        return self._records

    def sharing(self):
        return self._records.sharing

    def issued(self, reader):
        return self._records.issued.get(reader)


class NoKey:
    """Nothing of what is decided here needs a key."""


def desk(records, log=NO_DAYS):
    store = Records(records, log)
    return SharingDesk(store, CATALOGUE, FixedClock(TODAY), files, PROGRAM, NoKey())


def twins(seed, one, other):
    """Two workers with the same facts and everything else drawn apart."""
    known = facts(random.Random(seed))
    return tuple(dressed(random.Random(f"{seed}/{own}"), known) for own in (one, other))


def goes(overview):
    """What the window says goes, without the keys, which no employer sees."""
    fields = [*overview.person]
    for _, of_place in overview.places:
        fields += of_place
    return [
        (
            field.what,
            field.text if field.what != "place" else "",  # its label on this screen
            field.question and field.question.id,
            field.answer and (field.answer.value, field.answer.reading),
        )
        for field in fields
        if field.goes and (field.text or field.what not in {"name", "place-name"})
    ]


@settings(max_examples=PAIRS)
@given(seed=seeds, one=seeds, other=seeds)
def test_workers_who_are_alike_to_their_employer_give_the_same_bytes(seed, one, other):
    pair = [(worker.general, worker.log) for worker in twins(seed, one, other)]

    drafts = [desk(*kept).draft("nl") for kept in pair]

    assert drafts[0].report == drafts[1].report
    encoded = [codec.encode(draft.report, program=PROGRAM) for draft in drafts]
    assert encoded[0] == encoded[1]
    assert drafts[0].file_name == drafts[1].file_name == file_name(drafts[0].report)
    overviews = [goes(desk(*kept).overview()) for kept in pair]
    assert overviews[0] == overviews[1]
    assert desk(*pair[0]).has_something() or not drafts[0].report.places


@settings(max_examples=300)
@given(seed=seeds, own=seeds)
def test_a_report_says_exactly_the_facts(seed, own):
    """The other side: nothing that may be known is lost, and nothing is added."""
    known = facts(random.Random(seed))
    records = dressed(random.Random(own), known).general

    report = desk(records).draft("nl").report

    assert report.person == known.person
    assert report.requests == known.requests
    assert (report.report_id, report.version) == (
        known.issued.report_id,
        known.issued.version + 1,
    )
    assert len(report.places) == len(known.places)
    for shared, place in zip(report.places, known.places, strict=True):
        assert (shared.name, shared.share_percent) == (place.name, place.share)
        assert shared.checked_on == place.started
        for given_answers, answers in (
            (place.intake, shared.intake),
            (place.answers, shared.answers),
        ):
            assert {a.question: (a.value, a.reading, a.remark) for a in answers} == {
                key: (a.value, a.reading, a.remark) for key, a in given_answers.items()
            }
        measured = {m.question: (m.state, m.since) for m in shared.measures}
        for key, state in place.measures.items():
            assert measured[key] == state
    check_report(report, CATALOGUE, today=TODAY)


@settings(max_examples=100)
@given(seed=seeds, own=seeds)
def test_the_twins_are_workers_as_they_can_be(seed, own):
    """What is generated passes for a real worker file, so no pair is a straw man."""
    known = facts(random.Random(seed))

    worker = dressed(random.Random(own), known)

    assert check_worker_file(worker, CATALOGUE, today=TODAY)


@settings(max_examples=200)
@given(seed=seeds, own=seeds, data=st.data())
def test_the_bytes_do_change_with_what_the_employer_may_know(seed, own, data):
    """Without this the tests above would also pass on a report that is always empty."""
    records = dressed(random.Random(own), facts(random.Random(seed))).general
    report = desk(records).draft("nl").report
    if not report.places:
        return
    place = records.places[
        data.draw(
            st.sampled_from(
                [
                    number
                    for number, item in enumerate(records.places)
                    if sharing.selection(CATALOGUE, item, records.sharing)
                ]
            )
        )
    ]
    chosen = sharing.selection(CATALOGUE, place, records.sharing)
    key = data.draw(st.sampled_from(sorted(chosen.answers)))
    rng = random.Random(own)
    changed = answer(rng, CATALOGUE.question(key))
    while changed.value == chosen.answers[key].value:
        changed = answer(rng, CATALOGUE.question(key))
    check = replace(chosen.check, answers={**chosen.check.answers, key: changed})
    checks = tuple(check if one.id == check.id else one for one in place.checks)
    places = tuple(
        replace(item, checks=checks) if item is place else item
        for item in records.places
    )

    other = desk(replace(records, places=places)).draft("nl").report

    assert other != report


@settings(max_examples=300)
@given(seed=seeds, own=seeds, data=st.data())
def test_what_is_struck_is_nowhere_in_the_encoded_report(seed, own, data):
    """Its id, its value and its remark; and what was not struck stands as it stood."""
    records = dressed(random.Random(own), facts(random.Random(seed))).general
    terms = Terms("r", 1, TODAY, PROGRAM)
    report = employer_report(CATALOGUE, records, terms)
    there = sorted(
        {a.question for place in report.places for a in (*place.intake, *place.answers)}
    )
    if not there:
        return
    struck = data.draw(st.lists(st.sampled_from(there), min_size=1, unique=True))
    keys = [
        sharing.answer_key(place.workplace.id, key)
        for place in records.places
        for key in struck
    ]
    choices = replace(records.sharing, struck=(*records.sharing.struck, *keys))

    left = employer_report(CATALOGUE, replace(records, sharing=choices), terms)

    text = codec.encode(left, program=PROGRAM).decode()
    for key in struck:
        assert f'"{key}"' not in text
    remarks = {
        a.remark
        for place in report.places
        for a in (*place.intake, *place.answers)
        if a.question in struck and a.remark
    } - {a.remark for place in left.places for a in (*place.intake, *place.answers)}
    assert not [remark for remark in remarks if f'"remark":"{remark}"' in text]


@settings(max_examples=300)
@given(seed=seeds, own=seeds)
def test_only_released_remarks_are_in_the_encoded_report(seed, own):
    known = facts(random.Random(seed))
    worker = dressed(random.Random(own), known)
    text = codec.encode(
        employer_report(CATALOGUE, worker.general, Terms("r", 1, TODAY, PROGRAM)),
        program=PROGRAM,
    ).decode()
    released = {
        a.remark
        for place in known.places
        for a in (*place.intake.values(), *place.answers.values())
    }
    kept = {
        a.remark
        for place in worker.general.places
        for answers in (place.intake, *(check.answers for check in place.checks))
        for a in answers.values()
    } | {
        step.note
        for place in worker.general.places
        for m in place.measures
        for step in m.steps
    }

    quoted = {remark: f'"remark":"{remark}"' for remark in kept - released if remark}
    assert not [remark for remark, form in quoted.items() if form in text]


def test_no_question_of_another_class_is_named_in_any_report():
    others = [
        q.id
        for q in CATALOGUE.by_id.values()
        if q.visibility is not Visibility.EMPLOYER
    ]
    for seed in range(200):
        records = dressed(random.Random(seed), facts(random.Random(seed))).general
        report = employer_report(CATALOGUE, records, Terms("r", 1, TODAY, PROGRAM))
        text = codec.encode(report, program=PROGRAM).decode()
        assert not [name for name in others if f'"{name}"' in text]
        assert '"klachten"' not in text


# Through real files


@pytest.fixture
def life(tmp_path_factory):
    """Return a function that takes a worker into a folder and gives what is asked."""

    def _life(worker, ask):
        folder = DataFolder(tmp_path_factory.mktemp("life"))
        path = folder.root / "in.json"
        path.write_bytes(file_of(worker, program="p"))
        clock = FixedClock(TODAY)
        opened = bootstrap.worker_services(folder, keys=MemoryKeyStore(), clock=clock)
        with opened as services:
            services.private.open_by_itself()
            services.own_data.take_in(path)
            return ask(services)

    return _life


@pytest.mark.parametrize("seed", range(STORED_PAIRS))
def test_the_same_through_real_stores_with_private_answers_in_theirs(life, seed):
    """Also with the vault closed, and after a walk through the private questions."""

    def draft(services):
        made = services.sharing.draft("en")
        if seed % 3 == 0:
            services.private.close()
        elif seed % 3 == 1 and services.places.all():
            place = services.places.all()[0].id
            found = services.checking.round(place)
            private = [q for q in found.questions if q.visibility is Visibility.PRIVATE]
            rng = random.Random(seed)
            for question in private[: rng.randint(1, 6)]:
                services.checking.answer(
                    place, question.id, answer(rng, question, "KANARIE")
                )
                services.checking.stand_at(place, question.id)
            services.checking.skip(place, private[-1].id)
            services.checking.clear(place, private[-1].id)
            services.checking.finish(place)
        assert services.sharing.draft("en") == made
        data = codec.encode(made.report, program=PROGRAM)
        return made.report, made.file_name, data, goes(services.sharing.overview())

    one, other = (life(worker, draft) for worker in twins(seed, "one", "other"))

    assert one == other


@pytest.mark.parametrize("seed", range(PRINTED_PAIRS))
def test_the_same_pages_to_the_last_byte(life, seed):
    """The file an employer gets, in both languages, from workers who are alike."""
    language = ("nl", "en")[seed % 2]

    def pages(services):
        draft = services.sharing.draft(language)
        return services.paper.make(draft.report, CATALOGUE, language=language, key=KEY)

    one, other = (life(worker, pages) for worker in twins(seed + 1000, "one", "other"))

    assert one == other
    assert one.startswith(b"%PDF")


def test_a_new_worker_gets_a_new_id_and_it_stays(life):
    """The one thing that is drawn for real; so it tells nothing and is no clue."""
    (worker, _) = twins(3, "one", "other")
    bare = replace(worker, general=replace(worker.general, issued={}))

    def drawn(services):
        return [services.sharing.draft("nl").report.report_id for _ in range(2)]

    one, other = life(bare, drawn), life(bare, drawn)
    assert one[0] == one[1] != other[0] == other[1]
    assert len(one[0]) == 32


def test_every_employer_question_appears_in_some_pair():
    """The generator reaches every question, so none is left out of the proof."""
    seen = set()
    for seed in range(400):
        for place in facts(random.Random(seed)).places:
            seen |= set(place.answers)

    assert seen == {question.id for question in EMPLOYERS}
