"""A file that cannot be kept whole is not kept at all."""

from __future__ import annotations

import pytest

from tests.domain.agreements import FULL
from tests.fakes import TODAY, FixedClock, MemoryKeyStore
from thuiswerkplek import bootstrap
from thuiswerkplek.domain.catalogue import Answer
from thuiswerkplek.domain.check import Check
from thuiswerkplek.domain.daylog import Day, Part, PlannedDay, WeekPattern, Where
from thuiswerkplek.domain.errors import UnwritableFileError
from thuiswerkplek.domain.habits import Habits
from thuiswerkplek.domain.measures import measure_id, proposed
from thuiswerkplek.domain.people import Person
from thuiswerkplek.domain.private import Keeping
from thuiswerkplek.domain.records import (
    DayRecords,
    GeneralRecords,
    Issued,
    Place,
    PrivateRecords,
    Reader,
    Sharing,
    WorkerFile,
)
from thuiswerkplek.domain.workplace import Workplace
from thuiswerkplek.services.own_data import file_of

PRIVATE = "posture-change"
AT_HOME = (Part(Where.HOME, 480, "p"),)


@pytest.fixture
def worker():
    check = Check("c", "p", "2026.1", TODAY, answers={"chair-adjustable": Answer("no")})
    place = Place(Workplace("p", "Zolder"), {"intake-home-days": Answer(3.0)}, (check,))
    return WorkerFile(
        GeneralRecords(
            Person("Noor"),
            (place,),
            Sharing(struck=("p/place",)),
            {Reader.EMPLOYER: Issued("r", 1)},
        ),
        PrivateRecords(
            {"p": {"intake-body-height": Answer(180.0)}},
            measures=(proposed(measure_id("p", PRIVATE), "p", PRIVATE, TODAY),),
        ),
        DayRecords(
            (Day(TODAY, AT_HOME),),
            (WeekPattern(TODAY, (PlannedDay(AT_HOME),) * 7),),
            (FULL,),
            Habits(workplace="p", km=25.0),
        ),
    )


PLACES = [
    *(("general", table) for table in ("workplace", "answer", "sharing", "issued")),
    *(("general", table) for table in ("day", "pattern", "agreement", "habits")),
    *(("private", table) for table in ("answer", "measure", "step")),
]


@pytest.mark.parametrize(("part", "table"), PLACES)
def test_when_the_disk_gives_up_halfway_nothing_stays(
    folder, worker, tmp_path, part, table
):
    """The database itself says that its disk is full, as soon as it reaches a table."""
    path = tmp_path / "worker.json"
    path.write_bytes(file_of(worker, program="p"))
    opened = bootstrap.worker_services(
        folder, keys=MemoryKeyStore(), clock=FixedClock()
    )
    with opened as services:
        services.private.make(Keeping.NOT_KEPT)
        store = (
            services.own_data._store if part == "general" else services.private.store
        )
        store._file.connection.execute(
            f"CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.{table}"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )

        with pytest.raises(UnwritableFileError) as caught:
            services.own_data.take_in(path)

        assert caught.value.detail == "full"
        assert services.own_data.everything() == WorkerFile(GeneralRecords())
        assert services.private.store.owners() == []
        store._file.connection.execute("DROP TRIGGER refuse")
        services.own_data.take_in(path)
        assert services.own_data.everything() == worker


def test_without_its_vault_too(folder, worker, tmp_path):
    path = tmp_path / "worker.json"
    path.write_bytes(file_of(worker, program="p"))
    opened = bootstrap.worker_services(
        folder, keys=MemoryKeyStore(), clock=FixedClock()
    )
    with opened as services:
        services.own_data._store._file.connection.execute(
            "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.sharing"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )

        with pytest.raises(UnwritableFileError):
            services.own_data.take_in(path, with_private=False)

        assert services.own_data.everything() == WorkerFile(GeneralRecords())
