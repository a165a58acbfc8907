"""The published JSON Schemas: the same as the code, closed, and true of examples."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given, settings

from tests.domain.strategies import employer_reports, worker_files
from thuiswerkplek import assets
from thuiswerkplek.domain.records import GeneralRecords, WorkerFile
from thuiswerkplek.domain.sharing import EmployerReport
from thuiswerkplek.exchange import codec
from thuiswerkplek.exchange.envelope import KINDS, schema

NAMES = {
    payload: f"schemas/{kind}-{version}.json"
    for payload, (kind, version) in KINDS.items()
}
kinds = pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind.__name__)


def published(kind):
    return json.loads(assets.read_text(NAMES[kind]))


@kinds
def test_the_published_schema_is_that_of_the_code(kind):
    """Write it anew with `json.dumps(schema(kind), indent=2, ensure_ascii=False)`."""
    assert published(kind) == schema(kind)


def test_every_kind_has_a_schema_for_every_format_it_ever_had():
    wanted = {
        f"{name}-{number}.json"
        for name, version in KINDS.values()
        for number in range(1, version + 1)
    }

    assert {path.name for path in assets.path("schemas").iterdir()} == wanted


@kinds
def test_it_is_a_schema_and_names_its_kind_and_version(kind):
    jsonschema.Draft202012Validator.check_schema(published(kind))
    name, version = KINDS[kind]
    assert published(kind)["$id"] == f"thuiswerkplek:{name}:{version}"


def objects(found, path=""):
    if isinstance(found, dict):
        if found.get("type") == "object":
            yield path, found
        for key, inner in found.items():
            yield from objects(inner, f"{path}/{key}")
    elif isinstance(found, list):
        for inner in found:
            yield from objects(inner, path)


@kinds
def test_every_object_is_closed(kind):
    """TM-11: an unknown field is refused at every depth; maps say what they hold."""
    found = dict(objects(published(kind)))

    assert len(found) > 5
    for path, inner in found.items():
        if "properties" in inner:
            assert inner["additionalProperties"] is False, path
        else:
            assert isinstance(inner["additionalProperties"], dict), path


FORBIDDEN = ("health", "private", "body", "complaint", "glasses", "advisor")


def test_the_employers_schema_has_no_place_for_anything_private():
    text = json.dumps(published(EmployerReport)).lower()

    assert not [word for word in FORBIDDEN if word in text]


@settings(max_examples=40)
@given(employer_reports())
def test_reports_are_valid_by_the_published_schema(report):
    _validate(report)


@settings(max_examples=40)
@given(worker_files())
def test_worker_files_are_valid_by_the_published_schema(worker):
    _validate(worker)


def _validate(value):
    data = codec.encode(value, program="x")
    jsonschema.validate(
        json.loads(data),
        published(type(value)),
        format_checker=jsonschema.FormatChecker(),
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.update(extra=1),
        lambda f: f["payload"].update(extra=1),
        lambda f: f["payload"]["general"]["person"].update(extra=1),
        lambda f: f["payload"]["general"]["person"].update(name="x" * 201),
        lambda f: f["payload"]["general"]["issued"].update(
            employer={"report_id": "x" * 4_001, "version": 1}
        ),
        lambda f: f.pop("kind"),
        lambda f: f.update(kind="employer-report"),
        lambda f: f.update(format=1),
        lambda f: f.update(format=0),
    ],
)
def test_the_published_schema_refuses_what_the_program_refuses(change):
    found = json.loads(codec.encode(WorkerFile(GeneralRecords()), program="x"))
    change(found)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, published(WorkerFile))
