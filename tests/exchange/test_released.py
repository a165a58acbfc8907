"""A file of every format ever released can be read, and says what it said then."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from tests.data.release import FOLDER, facts
from tests.fakes import TODAY
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.seal import SealState
from thuiswerkplek.exchange import codec, meaning
from thuiswerkplek.exchange.envelope import KINDS
from thuiswerkplek.report import attachment

if TYPE_CHECKING:
    from pathlib import Path

TYPES = {kind: (made, version) for made, (kind, version) in KINDS.items()}
DATA = sorted(
    path for path in FOLDER.glob("*.json") if not path.name.endswith(".facts.json")
)
PAPERS = sorted(FOLDER.glob("*.pdf"))

# So that nobody edits them: what was released stays as it was.
DIGESTS = {
    "agreement-1.facts.json": "ab3c34b1ee7e23bb",
    "agreement-1.json": "4f3af8700721418f",
    "employer-report-1.facts.json": "3655d722e2c284ae",
    "employer-report-1.json": "df2a1cb5d7de6025",
    "employer-report-1.pdf": "2ea2f494faa1acd4",
    "employer-report-2.facts.json": "78a499b80e15d7c7",
    "employer-report-2.json": "91e924abd8a79e9a",
    "employer-report-2.pdf": "62e3d6e7632a10a1",
    "worker-file-1.facts.json": "27262754c22ec897",
    "worker-file-1.json": "b8c705bfc2a834b4",
    "worker-file-2.facts.json": "00592abc19678c5f",
    "worker-file-2.json": "8bcc10cdc89e4ad4",
    "worker-file-3.facts.json": "b73befcb79a3e693",
    "worker-file-3.json": "e57ee409e484ad21",
}
named = pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)


def kind_of(path):
    kind, _, version = path.stem.rpartition("-")
    return kind, int(version)


def told_of(path: Path):
    return json.loads(path.with_suffix(".facts.json").read_text("utf-8"))


def holds(fact, now):
    """Return whether what was told then is still told, perhaps beside more."""
    if isinstance(fact, dict):
        return isinstance(now, dict) and all(
            key in now and holds(inner, now[key]) for key, inner in fact.items()
        )
    if isinstance(fact, list):
        is_as_long = isinstance(now, list) and len(fact) == len(now)
        return is_as_long and all(map(holds, fact, now))
    return fact == now


@named
def test_its_data_say_what_they_said(path):
    kind, _version = kind_of(path)
    wanted, _newest = TYPES[kind]

    read = codec.decode(path.read_bytes(), wanted, limit=codec.WORKER_FILE_LIMIT)

    assert holds(told_of(path), facts(read))


# An agreement means nothing beside what its own values check.
MEANINGS = {
    "employer-report": meaning.check_report,
    "worker-file": meaning.check_worker_file,
}


@pytest.mark.parametrize(
    "path",
    [path for path in DATA if kind_of(path)[0] in MEANINGS],
    ids=lambda path: path.stem,
)
def test_its_meaning_is_accepted(path):
    kind, _version = kind_of(path)
    wanted, _newest = TYPES[kind]
    read = codec.decode(path.read_bytes(), wanted, limit=codec.WORKER_FILE_LIMIT)

    MEANINGS[kind](read, bootstrap.catalogue(), today=TODAY)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_sealed_paper_is_unchanged_and_says_what_it_said(path):
    received = attachment.read_report(path, bootstrap.catalogue(), today=TODAY)

    assert received.seal is SealState.UNCHANGED
    assert received.flags == ()
    assert holds(told_of(path), facts(received.report))


def test_there_is_one_of_every_format_and_a_paper_of_every_report():
    wanted = {
        f"{kind}-{number}"
        for kind, (_type, version) in TYPES.items()
        for number in range(1, version + 1)
    }

    assert {path.stem for path in DATA} == wanted
    assert {path.stem for path in PAPERS} == {
        name for name in wanted if name.startswith("employer-report")
    }


def test_nobody_edited_them():
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in sorted(FOLDER.iterdir())
    }

    assert found == DIGESTS


def test_a_fact_that_no_longer_holds_is_noticed():
    fact = {"a": [1, {"b": "c"}]}

    assert holds(fact, {"a": [1, {"b": "c", "new": 5}], "more": 1})
    for now in ({}, {"a": [1]}, {"a": [1, {"b": "x"}]}, {"a": [1, {}]}, {"a": 5}):
        assert not holds(fact, now)
