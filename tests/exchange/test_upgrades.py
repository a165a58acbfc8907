"""Files of older formats: brought up to date step by step, then read like any other."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import given, settings

from tests.domain.strategies import worker_files
from thuiswerkplek import sentences
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.months import SharedMonth
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import DayRecords, GeneralRecords, WorkerFile
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec, envelope, upgrades
from thuiswerkplek.i18n import Language, using

WORKER = WorkerFile(GeneralRecords(Person("Noor Demir", "7", "Zorg")))
LIMIT = codec.WORKER_FILE_LIMIT


@pytest.fixture
def registry(monkeypatch):
    """Registered steps that are gone after the test."""
    monkeypatch.setattr(upgrades, "STEPS", dict(upgrades.STEPS))
    return upgrades.STEPS


@pytest.fixture
def made_up(registry):
    """Two older formats that never were: the name in two parts, and a list."""

    @upgrades.step("worker-file", -1)
    def from_list(payload):
        first, last = payload["name"]
        return {**payload, "name": {"first": first, "last": last}}

    @upgrades.step("worker-file", 0)
    def from_parts(payload):
        name = payload.pop("name")
        payload["general"]["person"]["name"] = f"{name['first']} {name['last']}"
        return payload

    return registry


def older(version, name):
    """Return the bytes of the worker file as a made-up older format had it."""
    found = json.loads(codec.encode(WORKER, program="old"))
    found["format"] = version
    del found["payload"]["general"]["person"]["name"]
    del found["payload"]["log"]
    found["payload"]["name"] = name
    return json.dumps(found).encode()


def refused(data):
    with pytest.raises(RefusedReportError) as caught:
        codec.decode(data, WorkerFile, limit=LIMIT)
    return caught.value.reason, caught.value.detail


@pytest.mark.usefixtures("made_up")
def test_one_step_is_taken():
    data = older(0, {"first": "Noor", "last": "Demir"})

    assert codec.decode(data, WorkerFile, limit=LIMIT) == WORKER


@pytest.mark.usefixtures("made_up")
def test_several_steps_are_taken_in_order():
    data = older(-1, ["Noor", "Demir"])

    assert codec.decode(data, WorkerFile, limit=LIMIT) == WORKER


@pytest.mark.usefixtures("made_up")
def test_what_comes_out_is_checked_to_its_last_field():
    data = older(0, {"first": "Noor", "last": "x" * 300})

    assert refused(data) == ("wrong-shape", "payload.general.person.name")


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("name", [None, 5, [], {}, "Noor", {"first": "Noor"}])
def test_a_file_that_is_not_what_its_format_says_is_refused(name):
    assert refused(older(0, name)) == ("wrong-shape", "format 0")


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("payload", [None, [], "x", 5])
def test_a_payload_of_another_shape_is_refused(payload):
    found = json.loads(older(0, {}))
    found["payload"] = payload

    assert refused(json.dumps(found).encode())[0] == "wrong-shape"


@pytest.mark.usefixtures("made_up")
def test_a_gap_between_the_steps_is_no_older_format(registry):
    del registry["worker-file", 0]

    assert refused(older(-1, ["Noor", "Demir"])) == ("wrong-shape", "format")


@pytest.mark.usefixtures("made_up")
def test_a_step_is_of_one_kind():
    found = json.loads(older(0, {}))
    found["kind"] = "employer-report"

    assert refused(json.dumps(found).encode())[0] == "other-kind"


def test_a_step_cannot_be_registered_twice(made_up):
    count = len(made_up)
    with pytest.raises(ValueError, match="two steps from worker-file 0"):
        upgrades.step("worker-file", 0)
    assert len(made_up) == count


def test_the_program_has_a_step_from_every_older_format_and_no_others():
    wanted = {
        (kind, older_one)
        for kind, version in envelope.KINDS.values()
        for older_one in range(1, version)
    }

    assert set(upgrades.STEPS) == wanted


@pytest.mark.parametrize("language", list(Language))
def test_a_newer_format_is_refused_as_made_with_a_newer_version(language):
    found = json.loads(codec.encode(WORKER, program="new"))
    found["format"] += 1
    found["payload"] = {"not": "even looked at"}

    assert refused(json.dumps(found).encode()) == (
        "newer-format",
        str(found["format"]),
    )
    with using(language):
        said = sentences.refusal("newer-format")
    assert {"nl": "nieuwere versie", "en": "newer version"}[language] in said


def before_the_day_log(change=lambda payload: None):
    """Return the bytes of a worker file as format 1 had it."""
    found = json.loads(codec.encode(WORKER, program="old"))
    found["format"] = 1
    del found["payload"]["log"]
    change(found["payload"])
    return json.dumps(found).encode()


def test_a_file_from_before_the_day_log_gets_an_empty_one():
    assert codec.decode(before_the_day_log(), WorkerFile, limit=LIMIT) == WORKER


@settings(max_examples=60, deadline=None)
@given(worker_files())
def test_any_file_of_the_older_formats_keeps_all_it_had(worker):
    found = json.loads(codec.encode(worker, program="old"))
    found["format"] = 2
    del found["payload"]["log"]["habits"]
    second = codec.decode(json.dumps(found).encode(), WorkerFile, limit=LIMIT)
    found["format"] = 1
    del found["payload"]["log"]
    first = codec.decode(json.dumps(found).encode(), WorkerFile, limit=LIMIT)

    assert second == replace(worker, log=replace(worker.log, habits=Habits()))
    assert first == replace(worker, log=DayRecords())


def test_format_2_cannot_have_habits():
    found = json.loads(codec.encode(WORKER, program="now"))
    found["format"] = 2

    assert refused(json.dumps(found).encode()) == ("wrong-shape", "format 2")


def test_format_1_cannot_have_a_day_log():
    data = before_the_day_log(lambda payload: payload.update(log={"days": []}))

    assert refused(data) == ("wrong-shape", "format 1")


def test_format_2_cannot_have_days_of_another_shape():
    found = json.loads(codec.encode(WORKER, program="now"))
    found["payload"]["log"]["days"] = [{"date": "2026-11-23", "parts": []}]

    assert refused(json.dumps(found).encode()) == ("wrong-shape", "parts")


REPORT = EmployerReport(
    *("r", 1, None, date(2026, 11, 23), "2026.1", "p", Person("Noor"), (), ())
)


def before_month_totals(change=lambda payload: None):
    """Return the bytes of a report as format 1 had it."""
    found = json.loads(codec.encode(REPORT, program="old"))
    found["format"] = 1
    del found["payload"]["months"]
    change(found["payload"])
    return json.dumps(found).encode()


def test_a_report_from_before_the_month_totals_has_none():
    data = before_month_totals()

    assert codec.decode(data, EmployerReport, limit=codec.REPORT_LIMIT) == REPORT


@pytest.mark.parametrize("months", [[], None, [{"year": 2026}]])
def test_a_report_of_format_1_cannot_have_month_totals(months):
    data = before_month_totals(lambda payload: payload.update(months=months))

    with pytest.raises(RefusedReportError) as caught:
        codec.decode(data, EmployerReport, limit=codec.REPORT_LIMIT)
    assert (caught.value.reason, caught.value.detail) == ("wrong-shape", "format 1")


def month(**changes):
    return {**asdict(SharedMonth(2026, 10, 3, 1, 1, 1, 0, 1, 0)), **changes}


@pytest.mark.parametrize(
    "changes",
    [
        {"year": 1999},
        {"year": 2101},
        {"month": 0},
        {"month": 13},
        {"worked_days": 0},
        {"home_days": -1},
        {"office_days": 32},
        {"other_days": 0.5},
        {"arrivals_in_peak": True},
        {"days_off": 2},
        {"home_first_days": None},
    ],
)
def test_a_month_has_bounds_and_no_other_fields(changes):
    found = json.loads(codec.encode(REPORT, program="now"))
    found["payload"]["months"] = [month(**changes)]

    with pytest.raises(RefusedReportError) as caught:
        codec.decode(json.dumps(found).encode(), EmployerReport, limit=LIMIT)
    assert caught.value.detail.startswith("payload.months.0")
