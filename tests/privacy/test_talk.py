"""The talk sheet tells an employer nothing that the report could not (TM-11, TM-12)."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_archon import archrule

from tests.domain import daylog_strategies
from tests.domain.agreements import FULL
from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from tests.privacy.test_canaries import decoded, hits, life  # noqa: F401 - a fixture
from tests.privacy.test_leftovers import words_read
from tests.privacy.test_months import (
    CANARIES,
    COUNTRY,
    KM,
    PLACES,
    TOLD,
    a_life_around,
    retold,
    some_days,
    with_log,
)
from tests.privacy.workers import CATALOGUE, dressed, facts
from thuiswerkplek import bootstrap, rates_files, words
from thuiswerkplek.domain import sharing
from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.agreement_rules import DaysRule, HomeFirst, RuleCode
from thuiswerkplek.domain.catalogue import Visibility
from thuiswerkplek.domain.daylog import Day, Part, Where
from thuiswerkplek.domain.months import shared_months
from thuiswerkplek.domain.sharing import Terms, employer_report
from thuiswerkplek.domain.talk import Basis, talk_sheet
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.report import talk_pages
from thuiswerkplek.services.own_data import file_of
from thuiswerkplek.storage.paths import DataFolder

PACKAGE = "thuiswerkplek"
PAIRS, PRINTED_PAIRS, STORED_PAIRS = 300, 40, 8
PLAIN = Agreement(
    date(2026, 1, 1),
    rules=(DaysRule(RuleCode.DAYS_MIN, 2), HomeFirst(4, 120)),
    days_a_week=4,
)

RATES = rates_files.rates()
seeds = st.integers(0, 2**63)
told_logs = daylog_strategies.logs(TOLD, most=25)


def sheet(records, days=(), agreement=None):
    report = employer_report(CATALOGUE, records, Terms("", 1, TODAY, ""))
    basis = Basis(report, agreement, shared_months(days, TODAY))
    return talk_sheet(basis, CATALOGUE, RATES)


def printed(found, language="nl"):
    return talk_pages.make(found, CATALOGUE, language=language)


def twins(seed, one, other):
    known = facts(random.Random(seed))
    return tuple(dressed(random.Random(f"{seed}/{own}"), known) for own in (one, other))


# Private answers, and what is struck out


@settings(max_examples=PAIRS)
@given(seeds, seeds, seeds)
def test_workers_who_are_alike_to_their_employer_get_the_same_sheet(seed, one, other):
    first, second = (worker.general for worker in twins(seed, one, other))

    assert sheet(first) == sheet(second)


@pytest.mark.parametrize("seed", range(PRINTED_PAIRS))
def test_and_the_same_page_to_the_last_byte(seed):
    first, second = (worker.general for worker in twins(seed, "one", "other"))

    assert printed(sheet(first)) == printed(sheet(second))


@settings(max_examples=PAIRS)
@given(seeds, seeds)
def test_what_is_struck_out_is_not_asked_after(seed, own):
    records = dressed(random.Random(own), facts(random.Random(seed))).general
    struck = [
        sharing.answer_key(place.workplace.id, finding.measure.question)
        for place in records.places
        for finding in sheet(records).findings
    ]
    choices = replace(records.sharing, struck=(*records.sharing.struck, *struck))

    left = sheet(replace(records, sharing=choices))

    asked = {one.measure.question for one in sheet(records).findings}
    assert asked.isdisjoint(one.measure.question for one in left.findings)


def test_only_what_an_employer_may_read_is_asked_after():
    for seed in range(200):
        records = dressed(random.Random(seed), facts(random.Random(seed))).general
        for one in sheet(records).findings:
            question = CATALOGUE.question(one.measure.question)
            assert question.visibility is Visibility.EMPLOYER


def test_the_sheet_does_change_with_what_is_told():
    """Without this the tests above would also pass on an empty page."""
    pages = {
        printed(sheet(dressed(random.Random(seed), facts(random.Random(seed))).general))
        for seed in range(12)
    }

    assert len(pages) > 6


# The day log


@settings(max_examples=PAIRS)
@given(told_logs, seeds)
def test_logs_with_the_same_totals_give_the_same_sheet(days, seed):
    records = dressed(random.Random(1), facts(random.Random(1))).general
    other = retold(random.Random(seed), days)

    assert sheet(records, other, PLAIN) == sheet(records, days, PLAIN)


@pytest.mark.parametrize("seed", range(PRINTED_PAIRS))
def test_and_the_same_page_from_them(seed):
    rng = random.Random(seed)
    records = dressed(rng, facts(rng)).general
    days = some_days(rng)

    one = printed(sheet(records, days, PLAIN))

    assert printed(sheet(records, retold(rng, days), PLAIN)) == one


@settings(max_examples=PAIRS)
@given(told_logs, st.dates(TODAY.replace(day=1), TODAY))
def test_the_month_that_goes_on_tells_nothing(days, on):
    records = dressed(random.Random(1), facts(random.Random(1))).general
    more = Day(on, (Part(Where.OFFICE, 480),))

    assert sheet(records, [*days, more]) == sheet(records, days)


DATE = re.compile(
    r"\b(\d{1,2}) (januari|februari|maart|april|mei|juni|juli|augustus|september"
    r"|oktober|november|december|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
WEEKDAY = re.compile(
    r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("seed", range(PRINTED_PAIRS // 2))
def test_no_day_weekday_or_clock_time_is_on_the_page(seed, language):
    """Dates are those of the sheet, of the agreement and of proposals; no others."""
    rng = random.Random(seed)
    records = dressed(rng, facts(rng)).general
    found = sheet(records, some_days(rng), PLAIN)
    told = {found.day, PLAIN.valid_from, *(one.measure.due for one in found.findings)}

    said = words_read(printed(found, language))

    with using(Language(language)):
        allowed = {_spoken(day) for day in told}
    assert {found[0] for found in DATE.finditer(said)} <= allowed
    assert not CLOCK.search(said)
    assert not WEEKDAY.search(said)


def _spoken(day):
    return words.day(day).rsplit(" ", 1)[0]


def test_a_month_off_looks_like_one_that_was_never_filled_in():
    records = dressed(random.Random(1), facts(random.Random(1))).general
    worked = [Day(date(2026, 10, day), (Part(Where.HOME, 480),)) for day in (5, 6, 7)]
    away = [
        Day(date(2026, 9, 1) + timedelta(day), (Part(Where.OFF, 480),))
        for day in range(30)
    ]

    assert printed(sheet(records, [*away, *worked])) == printed(sheet(records, worked))


# Through real stores


@pytest.fixture
def lived(tmp_path_factory):
    """Return a function that gives the sheet of a whole worker file."""

    def _lived(found, language, *, has_days=True):
        folder = DataFolder(tmp_path_factory.mktemp("life"))
        path = folder.root / "in.json"
        path.write_bytes(file_of(found, program="p"))
        opened = bootstrap.worker_services(
            folder, keys=MemoryKeyStore(), clock=FixedClock()
        )
        with opened as services:
            services.private.open_by_itself()
            services.own_data.take_in(path)
            return services.talk.pages(language, has_days=has_days)

    return _lived


@pytest.mark.parametrize("seed", range(STORED_PAIRS))
def test_two_lives_with_all_private_things_apart_give_the_same_bytes(lived, seed):
    language = ("nl", "en")[seed % 2]
    rng = random.Random(seed)
    days = some_days(rng)
    logs = (days, retold(rng, days))
    around = ({}, a_life_around())
    terms = replace(FULL, rules=PLAIN.rules)  # what was agreed is known to both

    one, other = (
        lived(with_log(found, log, **{**more, "agreements": (terms,)}), language)
        for found, log, more in zip(twins(seed, "a", "b"), logs, around, strict=True)
    )

    assert one == other


@pytest.mark.parametrize("seed", range(STORED_PAIRS))
def test_days_that_are_left_out_change_no_byte(lived, seed):
    rng = random.Random(seed)
    logs = ((), some_days(rng))
    around = ({}, a_life_around())
    found = dressed(rng, facts(rng))
    terms = {"agreements": (replace(FULL, rules=PLAIN.rules),)}

    one, other = (
        lived(with_log(found, log, **{**more, **terms}), "nl", has_days=False)
        for log, more in zip(logs, around, strict=True)
    )

    assert one == other
    assert one != lived(with_log(found, logs[1], **terms), "nl")


@cache
def a_life():
    """Return a worker with unique words in all that a log and an agreement hold."""
    rng = random.Random(5)
    return with_log(dressed(rng, facts(rng)), some_days(rng), **a_life_around())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_place_party_term_or_amount_is_in_any_byte(lived, language):
    pdf = lived(a_life(), language)

    unique = [*CANARIES.values(), *PLACES]
    assert hits(unique, decoded(pdf)) == []
    said = words_read(pdf)
    told = (*unique, COUNTRY, words.number(KM), str(KM))
    assert not [word for word in told if word in said]


def test_no_secret_word_of_a_whole_life_is_in_any_byte(life):  # noqa: F811 - a fixture
    """Also not a remark that was released: the sheet quotes none."""
    opened = bootstrap.worker_services(
        life.folder, keys=MemoryKeyStore(), clock=FixedClock()
    )
    with opened as services:
        pdfs = [services.talk.pages(language) for language in ("nl", "en")]

    secrets = [*life.private, *life.unreleased, *life.released]
    for pdf in pdfs:
        assert hits(secrets, decoded(pdf)) == []
        assert not [word for word in secrets if word in words_read(pdf)]
    assert all("Noor" in words_read(pdf) for pdf in pdfs)


def test_what_makes_a_sheet_cannot_reach_private_answers():
    """TM-10, as for the report."""
    (
        archrule("talk sheet")
        .match(
            f"{PACKAGE}.domain.talk",
            f"{PACKAGE}.domain.talk_topics",
            f"{PACKAGE}.services.talk",
        )
        .should_not_import(
            f"{PACKAGE}.storage.*",
            f"{PACKAGE}.services.private_part",
            f"{PACKAGE}.domain.private",
        )
        .check(PACKAGE, skip_type_checking=True)
    )
