"""The stand-ins and the real parts have every method a use case asks for."""

from __future__ import annotations

import inspect

import pytest

from tests.fakes import FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.services import ports
from thuiswerkplek.storage import files, private_store, settings
from thuiswerkplek.storage.answer_tables import AnswerTables
from thuiswerkplek.storage.seal_key import SealKeyFile
from thuiswerkplek.storage.worker_file import WorkerFile

PAIRS = [
    (ports.Clock, bootstrap.SystemClock),
    (ports.Clock, FixedClock),
    (ports.AnswerStore, AnswerTables),
    (ports.WorkerStore, WorkerFile),
    (ports.PrivateVault, private_store.PrivateStore),
    (ports.PreferencesStore, settings.SettingsFile),
    (ports.ReportPaper, bootstrap.LatePaper),
    (ports.Files, files),
    (ports.SealKey, SealKeyFile),
    (ports.DataDoor, bootstrap.Door),
    (ports.KeyStore, MemoryKeyStore),
]


def methods(protocol):
    return {
        name: value
        for kind in protocol.__mro__
        for name, value in vars(kind).items()
        if not name.startswith("_") and inspect.isfunction(value)
    }


@pytest.mark.parametrize(("protocol", "real"), PAIRS, ids=lambda kind: kind.__name__)
def test_every_method_is_there_with_the_same_arguments(protocol, real):
    wanted = methods(protocol)
    assert wanted
    for name, method in wanted.items():
        asked = [key for key in inspect.signature(method).parameters if key != "self"]
        found = inspect.signature(getattr(real, name)).parameters
        assert [key for key in found if key != "self"] == asked, name


def test_today_is_a_day_by_the_calendar_in_utc():
    from datetime import UTC, datetime

    before = datetime.now(UTC).date()
    assert before <= bootstrap.SystemClock().today() <= datetime.now(UTC).date()
