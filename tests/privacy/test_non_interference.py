"""TM-12: what an employer may not see changes nothing in what an employer gets."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.catalogue import SKIPPED, Actor, Answer, Kind, Visibility
from thuiswerkplek.domain.check import Check, CheckId
from thuiswerkplek.domain.measures import Measure, State, Step
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.domain.records import (
    GeneralRecords,
    Issued,
    Place,
    Reader,
    Request,
    Sharing,
)
from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
from thuiswerkplek.exchange import codec
from thuiswerkplek.report import pdf
from thuiswerkplek.services.measuring import measure_id
from thuiswerkplek.services.sharing import file_name, report_of
from thuiswerkplek.storage.paths import DataFolder

CATALOGUE = bootstrap.catalogue()
PLACE = WorkplaceId("p1")
EMPLOYER = [q for q in CATALOGUE.items if q.visibility is Visibility.EMPLOYER]
OTHERS = [q for q in CATALOGUE.items if q.visibility is Visibility.ADVISOR]
SEEDS = st.integers(0, 2**32)


def value(question, rng):
    if question.number:
        low, high = question.number.minimum, min(question.number.maximum, 200)
        return float(round(rng.uniform(low, high)))
    if question.kind is Kind.MULTIPLE:
        return (rng.choice(question.options),)
    return rng.choice(question.options)


def worker(seed):
    """Return what one employer may know of somebody, drawn from a seed."""
    rng = random.Random(seed)
    visible = [q for q in CATALOGUE.intake if q.visibility is Visibility.EMPLOYER]
    intake = {q.id: Answer(value(q, rng)) for q in visible if rng.random() < 0.9}
    answers = {q.id: Answer(value(q, rng)) for q in EMPLOYER if rng.random() < 0.8}
    check = Check(CheckId("c1"), PLACE, CATALOGUE.version, TODAY, answers=answers)
    asked = rng.sample(sorted(answers), min(3, len(answers)))
    measures = tuple(_measure(key, State.DECLINED) for key in asked)
    place = Place(Workplace(PLACE, "Boven"), intake, (check,), measures)
    requests = tuple(kind for kind in Request if rng.random() < 0.3)
    return GeneralRecords(
        Person("Noor", "7", "HR"),
        (place,),
        Sharing(requests=requests),
        {Reader.EMPLOYER: Issued("0" * 32, 2)},
    )


def _measure(question, state):
    steps = (
        Step(State.PROPOSED, TODAY, Actor.WORKER),
        Step(state, TODAY, Actor.WORKER),
    )
    return Measure(measure_id(PLACE, question), PLACE, question, steps)


def with_secrets(known, seed):
    """Return the same worker with other things the employer may not see."""
    rng = random.Random(seed)
    (place,) = known.places
    (check,) = place.checks
    answers = {key: _remarked(answer, rng) for key, answer in check.answers.items()}
    for question in EMPLOYER:
        if question.id not in answers and rng.random() < 0.5:
            answers[question.id] = Answer(SKIPPED, remark=_secret(rng))
    for question in OTHERS:
        if rng.random() < 0.7:
            answers[question.id] = Answer(value(question, rng), remark=_secret(rng))
    shuffled = dict(rng.sample(sorted(answers.items()), len(answers)))
    now = replace(
        check,
        answers=shuffled,
        position=rng.choice([None, "posture-change"]),
        finished=rng.choice([None, TODAY]),
    )
    checks = (*_earlier(rng), now, *_later(rng))
    hidden = [q.id for q in OTHERS if rng.random() < 0.5]
    measures = (*place.measures, *(_measure(key, State.SET_UP) for key in hidden))
    struck = tuple(
        sharing.answer_key(PLACE, q.id) for q in OTHERS if rng.random() < 0.5
    )
    released = tuple(
        sharing.remark_key(PLACE, q.id) for q in OTHERS if rng.random() < 0.5
    )
    return replace(
        known,
        places=(replace(place, checks=checks, measures=measures),),
        sharing=replace(known.sharing, struck=struck, released=released),
    )


def _secret(rng):
    return rng.choice(["", "pijn in mijn rug", "ik slaap slecht", "zwanger"])


def _remarked(answer, rng):
    return replace(answer, remark=_secret(rng))


def _earlier(rng):
    day = TODAY - timedelta(days=rng.randint(1, 300))
    answers = {
        q.id: Answer(value(q, rng)) for q in (*EMPLOYER, *OTHERS) if rng.random() < 0.3
    }
    before = Check(CheckId("c0"), PLACE, CATALOGUE.version, day, answers=answers)
    return (before,) if rng.random() < 0.5 else ()


def _later(rng):
    """Return maybe a newer check in which only hidden things were answered."""
    answers = {q.id: Answer(value(q, rng)) for q in OTHERS if rng.random() < 0.5}
    later = Check(CheckId("c2"), PLACE, CATALOGUE.version, TODAY, answers=answers)
    return (later,) if rng.random() < 0.5 else ()


def reported(records):
    return report_of(records, CATALOGUE, today=TODAY, program="test")


@settings(max_examples=3_000, deadline=None)
@given(SEEDS, SEEDS)
def test_secrets_change_no_byte_of_the_data_and_not_its_name(seed, secret):
    plain = worker(seed)
    report, other = reported(plain), reported(with_secrets(plain, secret))

    assert report == other
    assert codec.encode(report, program="t") == codec.encode(other, program="t")
    assert file_name(report) == file_name(other)


@settings(max_examples=15, deadline=None)
@given(SEEDS, SEEDS, st.sampled_from(["nl", "en"]))
def test_secrets_change_no_byte_of_the_pages(seed, secret, language):
    plain = worker(seed)

    pages = [
        pdf.make(reported(records), CATALOGUE, language=language, program="t")
        for records in (plain, with_secrets(plain, secret))
    ]

    assert pages[0] == pages[1]


def test_the_comparison_can_fail():
    plain = worker(1)
    (place,) = plain.places
    (check,) = place.checks
    key = next(iter(check.answers))
    changed = {
        **check.answers,
        key: Answer("no" if check.answers[key].value != "no" else "yes"),
    }
    other = replace(
        plain, places=(replace(place, checks=(replace(check, answers=changed),)),)
    )

    assert reported(plain) != reported(other)


@settings(max_examples=12, deadline=None)
@given(seed=SEEDS)
def test_private_answers_change_nothing_through_the_real_stores(tmp_path_factory, seed):
    """The draft, what goes, what stays and the name: also the preview on the screen."""
    seen = []
    for folder in (tmp_path_factory.mktemp("a"), tmp_path_factory.mktemp("b")):
        rng = random.Random(seed)
        secret = random.Random(f"{seed}/{folder}")
        with bootstrap.worker_services(
            DataFolder(folder), keys=MemoryKeyStore(), clock=FixedClock()
        ) as services:
            services.private.make(Keeping.KEY_STORE)
            seen.append(_filled(services, rng, secret))

    assert seen[0] == seen[1]


def _filled(services, rng, secret):
    place = services.places.add("Boven")
    for question in services.checking.round(place.id).questions:
        draw = rng if question.visibility is Visibility.EMPLOYER else secret
        if draw.random() < 0.9:
            answer = Answer(value(question, draw), remark=_secret(secret))
            services.checking.answer(place.id, question.id, answer)
    for line in services.measuring.lines():
        if line.question.visibility is Visibility.PRIVATE and secret.random() < 0.5:
            services.measuring.advance(line, State.SET_UP, note=_secret(secret))
    draft = services.sharing.draft("nl")
    overview = services.sharing.overview()
    going = [field.what for field in overview.person]
    staying = [(field.question.id, field.why) for field in overview.staying]
    return replace(draft.report, report_id=""), draft.file_name, going, staying
