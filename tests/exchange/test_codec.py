"""Encode and decode: one form, read back as it was, and never anything but ours."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.strategies import (
    employer_reports,
    general_records,
    long_names,
    worker_files,
)
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.records import GeneralRecords, WorkerFile
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.envelope import KINDS

PROGRAM = "thuiswerkplek 0.1.0"
LIMIT = codec.REPORT_LIMIT
NEWER = str(KINDS[WorkerFile][1] + 1)


def again(value):
    return codec.decode(
        codec.encode(value, program=PROGRAM), type(value), limit=codec.WORKER_FILE_LIMIT
    )


def refused(data, wanted=WorkerFile, limit=LIMIT):
    with pytest.raises(RefusedReportError) as caught:
        codec.decode(data, wanted, limit=limit)
    return caught.value


def changed(change, value=None):
    """Encode a worker file, change its JSON, and return the bytes."""
    found = json.loads(
        codec.encode(value or WorkerFile(GeneralRecords()), program=PROGRAM)
    )
    change(found)
    return json.dumps(found).encode()


@settings(max_examples=150)
@given(employer_reports())
def test_a_report_comes_back_as_it_was_in_one_form(report):
    data = codec.encode(report, program=PROGRAM)

    assert again(report) == report
    assert codec.encode(again(report), program=PROGRAM) == data
    assert codec.encode(report, program=PROGRAM) == data
    found = json.loads(data)
    assert (
        data
        == (
            json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            + "\n"
        ).encode()
    )


@settings(max_examples=150)
@given(worker_files())
def test_a_worker_file_comes_back_as_it_was_in_one_form(worker):
    data = codec.encode(worker, program=PROGRAM)

    assert again(worker) == worker
    assert codec.encode(again(worker), program=PROGRAM) == data


@given(long_names)
def test_a_name_of_two_hundred_characters_passes_and_one_more_does_not(name):
    import unicodedata

    name = unicodedata.normalize("NFC", name)
    worker = WorkerFile(GeneralRecords(person=Person(name)))
    assert again(worker) == worker

    longer = changed(
        lambda f: f["payload"]["general"]["person"].update(name=name + "x")
    )
    assert refused(longer).detail == "payload.general.person.name"


@settings(max_examples=400)
@given(general_records(), st.data())
def test_flipped_bits_and_cut_tails_are_read_or_refused(known, data):
    """TM-43: never another exception, and what is read is whole."""
    whole = codec.encode(WorkerFile(known), program=PROGRAM)
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))] or whole)
    for _ in range(data.draw(st.integers(0, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] ^= 1 << data.draw(
            st.integers(0, 7)
        )

    try:
        found = codec.decode(bytes(damaged), WorkerFile, limit=LIMIT)
    except RefusedReportError as error:
        assert error.reason
    else:
        assert isinstance(found, WorkerFile)
        assert again(found) == found


def test_every_cut_of_a_file_is_refused():
    whole = codec.encode(
        WorkerFile(GeneralRecords(person=Person("Noor"))), program=PROGRAM
    )

    for size in range(len(whole) - 1):
        assert refused(whole[:size]).reason == "not-json"


@pytest.mark.parametrize(
    ("change", "reason", "detail"),
    [
        (lambda f: f.update(kind="letter"), "other-kind", "letter"),
        (lambda f: f.pop("kind"), "other-kind", ""),
        (lambda f: f.update(kind=["worker-file"]), "other-kind", "['worker-file']"),
        (lambda f: f.update(kind="x" * 900), "other-kind", "x" * 40),
        (lambda f: f.update(format=f["format"] + 1), "newer-format", NEWER),
        (lambda f: f.update(format=999), "newer-format", "999"),
        (lambda f: f.update(format=0), "wrong-shape", "format"),
        (lambda f: f.update(format=True), "wrong-shape", "format"),
        (lambda f: f.update(format="1"), "wrong-shape", "format"),
        (lambda f: f.update(format=None), "wrong-shape", "format"),
        (lambda f: f.pop("format"), "wrong-shape", "format"),
        (lambda f: f.pop("payload"), "wrong-shape", "payload"),
        (lambda f: f.update(payload=None), "wrong-shape", "payload"),
        (lambda f: f.update(payload=[]), "wrong-shape", "payload"),
        (lambda f: f.update(extra=1), "wrong-shape", "extra"),
        (lambda f: f.update({"x" * 900: 1}), "wrong-shape", "x" * 80),
        (lambda f: f["payload"].update(health={}), "wrong-shape", "payload.health"),
        (
            lambda f: f["payload"]["general"]["person"].update(name=5),
            "wrong-shape",
            "payload.general.person.name",
        ),
        (
            lambda f: f["payload"]["general"]["person"].update(birth_date="2000-01-01"),
            "wrong-shape",
            "payload.general.person.birth_date",
        ),
        (
            lambda f: f["payload"]["general"]["sharing"].update(requests=["holiday"]),
            "wrong-shape",
            "payload.general.sharing.requests.0",
        ),
    ],
)
def test_each_wrong_shape_is_refused_with_its_place(change, reason, detail):
    error = refused(changed(change))

    assert (error.reason, error.detail) == (reason, detail)


WRONG_ANSWERS = [
    {"value": True},
    {"value": None},
    {"value": {}},
    {"value": [1]},
    {"value": [["a"]]},
    {"value": "yes", "reading": "5"},
    {"value": "yes", "reading": True},
    {"value": "yes", "remark": None},
    {"value": "yes", "remark": 5},
    {"value": "yes", "more": 5},
    {"remark": "x"},
    "yes",
    5,
    None,
    [],
]


@pytest.mark.parametrize("answer", WRONG_ANSWERS, ids=repr)
def test_an_answer_of_another_shape_is_refused(answer):
    def change(found):
        found["payload"]["general"]["places"] = [
            {
                "workplace": {"id": "p", "name": "", "share_percent": 100},
                "intake": {"intake-devices": answer},
                "checks": [],
                "measures": [],
            }
        ]

    error = refused(changed(change))

    assert error.reason == "wrong-shape"
    assert error.detail.startswith("payload.general.places.0.intake")


@pytest.mark.parametrize("share", [-1, 101, 50.5, "50", True, None])
def test_a_share_is_a_whole_percentage(share):
    def change(found):
        found["payload"]["general"]["places"] = [
            {"workplace": {"id": "p", "name": "", "share_percent": share}, "intake": {}}
        ]

    assert refused(changed(change)).detail.endswith("share_percent")


@pytest.mark.parametrize(
    "day", ["2026-13-01", "23-11-2026", "2026-11-23T10:00:00", 0, None]
)
def test_a_day_is_a_day(day):
    def change(found):
        found["payload"]["general"]["places"] = [
            {
                "workplace": {"id": "p", "name": "", "share_percent": 100},
                "intake": {},
                "checks": [
                    {
                        "id": "c",
                        "workplace": "p",
                        "catalogue_version": "1",
                        "started": day,
                    }
                ],
            }
        ]

    assert refused(changed(change)).detail.endswith("checks.0.started")


@pytest.mark.parametrize("data", [b"[]", b"null", b'"worker-file"', b"1", b"true"])
def test_json_that_is_no_envelope_is_refused(data):
    assert refused(data).reason == "not-json"


def test_a_report_is_no_worker_file_and_the_other_way_round():
    report = codec.encode(WorkerFile(GeneralRecords()), program=PROGRAM)

    error = refused(report, EmployerReport)

    assert (error.reason, error.detail) == ("other-kind", "worker-file")


def test_the_size_is_looked_at_before_anything_else():
    assert refused(b"x" * 100, limit=99).reason == "too-large"


def test_letters_travel_as_themselves():
    worker = WorkerFile(GeneralRecords(person=Person("Zoë 👩‍💻 \u202eevil")))

    assert "Zoë 👩‍💻 \u202eevil".encode() in codec.encode(worker, program=PROGRAM)
    assert again(worker) == worker


def test_whole_numbers_and_halves_have_one_form():
    def given_days(value):
        def change(found):
            found["payload"]["general"]["places"] = [
                {
                    "workplace": {"id": "p", "name": "", "share_percent": 100},
                    "intake": {"intake-home-days": {"value": value}},
                }
            ]

        return changed(change)

    whole = codec.decode(given_days(3), WorkerFile, limit=LIMIT)
    real = codec.decode(given_days(3.0), WorkerFile, limit=LIMIT)

    assert codec.encode(whole, program=PROGRAM) == codec.encode(real, program=PROGRAM)


def test_the_maker_is_named_and_decides_nothing():
    worker = WorkerFile(GeneralRecords())
    other = replace(worker)

    assert b'"program":"x"' in codec.encode(worker, program="x")
    data = codec.encode(other, program="another program 9.9")
    assert codec.decode(data, WorkerFile, limit=LIMIT) == worker
