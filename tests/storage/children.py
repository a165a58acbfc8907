"""Programs of their own that tests start, starve, lock out or kill.

Started as `python children.py NAME ARGUMENT...`; each prints one line per fact.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
sys.path.insert(0, str(ROOT))


def saving(path: str, first: str) -> None:
    """Answer in a loop; print a number only after its answer was said to be saved."""
    from datetime import date

    from thuiswerkplek.domain.catalogue import Answer
    from thuiswerkplek.domain.check import Check
    from thuiswerkplek.domain.workplace import Workplace
    from thuiswerkplek.storage.worker_file import open_worker_file

    store = open_worker_file(Path(path))
    store.put_workplaces((Workplace("p", "Zolder"),))
    store.put_check(Check("c", "p", "1", date(2026, 11, 23)))
    number = int(first)
    while True:
        owner, question = ("p", "c")[number % 2], f"q{number % 37}"
        store.put_answer(owner, question, Answer(float(number), None, "x" * 200))
        _say(f"saved {owner} {question} {number}")
        number += 1


def saving_days(path: str, first: str) -> None:
    """Keep one week after the other; print its number once it was said to be kept.

    All days of week N have a part of N minutes, so that half a week would show.
    """
    from datetime import date, timedelta

    from thuiswerkplek.domain.daylog import Day, Part, Where
    from thuiswerkplek.storage.worker_file import open_worker_file

    store = open_worker_file(Path(path))
    number = int(first)
    while True:
        monday = date(2020, 1, 6) + timedelta(weeks=number)
        parts = (Part(Where.HOME, number),)
        store.log.put_days(Day(monday + timedelta(day), parts) for day in range(5))
        _say(f"saved {number}")
        number += 1


def taking_in(root: str, file: str) -> None:
    """Take a worker file in; say when that begins and ends."""
    from tests.fakes import FixedClock, MemoryKeyStore
    from thuiswerkplek import bootstrap
    from thuiswerkplek.storage.paths import DataFolder

    opened = bootstrap.worker_services(
        DataFolder(Path(root)), keys=MemoryKeyStore(works=False), clock=FixedClock()
    )
    with opened as services:
        services.own_data.read(Path(file))  # so that only the keeping takes long
        _say("begun")
        services.own_data.take_in(Path(file), with_private=False)
        _say("done")


def filling_days(root: str) -> None:
    """Keep days until the disk is full, then say what was said and what is left."""
    sys.path.insert(0, str(ROOT / "tests"))
    from datetime import date, timedelta

    from tests.domain.agreements import FULL
    from thuiswerkplek.domain.daylog import Band, Day, Mode, Part, Purpose, Trip, Where
    from thuiswerkplek.domain.errors import UnwritableFileError
    from thuiswerkplek.storage.worker_file import open_worker_file

    path = Path(root) / "worker.db"
    store = open_worker_file(path)
    store.log.put_agreement(FULL)
    parts = tuple(Part(Where.HOME, number) for number in range(1, 25))
    trips = (Trip(Purpose.COMMUTE, Mode.CAR_PETROL, 25.125, Band.UNKNOWN),) * 24
    confirmed, error, first = [], None, date(2000, 1, 1)
    while error is None:
        begin = first + timedelta(len(confirmed))
        days = [Day(begin + timedelta(day), parts, trips) for day in range(50)]
        try:
            store.log.put_days(days)
        except UnwritableFileError as caught:
            error = caught
        else:
            confirmed += days
        if len(confirmed) == 200:
            _fill(Path(root) / "filler")
    print(json.dumps(["detail", error.detail]))
    print(json.dumps(["while open", store.log.days() == tuple(confirmed)]))
    store.close()
    store = open_worker_file(path)
    is_intact = store.log.days() == tuple(confirmed)
    is_intact = is_intact and store.log.agreements() == (FULL,) and store.verify()
    print(json.dumps(["later", is_intact, len(confirmed)]))


def without_rights(name: str, *arguments: str) -> None:
    """Run one of the others as somebody with no rights; root may do anything.

    Everything is imported first, since Python itself may be root's alone.
    """
    import os
    import tempfile  # noqa: F401

    import thuiswerkplek.storage.atomic
    import thuiswerkplek.storage.rows
    import thuiswerkplek.storage.window_lock
    import thuiswerkplek.storage.worker_file  # noqa: F401

    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    globals()[name](*arguments)


def nursery() -> None:
    """Have a child save for every line `path first`; tell when it died.

    A forked child starts at once, so most of its life goes into saving.
    """
    import os

    import thuiswerkplek.storage.rows  # so that children have all of it
    import thuiswerkplek.storage.worker_file  # noqa: F401

    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _say(f"born {os.getpid()}")
            saving(*line.split())
        os.waitpid(child, 0)
        _say("died")


def holding(path: str) -> None:
    """Hold the window's lock until killed."""
    from thuiswerkplek.storage.window_lock import WindowLock

    lock = WindowLock(Path(path))
    print("held", flush=True)
    sys.stdin.read()
    lock.release()


def opening(path: str) -> None:
    """Open the worker's file, keep an answer, and say how that went."""
    from thuiswerkplek.domain.catalogue import Answer
    from thuiswerkplek.domain.errors import FileProblem
    from thuiswerkplek.storage.worker_file import open_worker_file

    try:
        store = open_worker_file(Path(path))
        store.put_answer("p", "q", Answer("yes"))
        store.close()
    except FileProblem as error:
        _tell(error)
    else:
        print("fine", flush=True)


def writing(path: str) -> None:
    """Write a file and say how that went."""
    from thuiswerkplek.domain.errors import FileProblem
    from thuiswerkplek.storage import atomic

    try:
        atomic.write(Path(path), b"new" * 100_000)
    except FileProblem as error:
        _tell(error)
    else:
        print("fine", flush=True)


def locking(path: str) -> None:
    """Take the window's lock and say how that went."""
    from thuiswerkplek.domain.errors import FileProblem
    from thuiswerkplek.storage.window_lock import WindowLock

    try:
        WindowLock(Path(path)).release()
    except FileProblem as error:
        _tell(error)
    else:
        print("fine", flush=True)


def copying(root: str) -> None:
    """Make the copy of the day and say how that went."""
    from datetime import date

    from thuiswerkplek.domain.errors import FileProblem
    from thuiswerkplek.storage import backups
    from thuiswerkplek.storage.paths import DataFolder

    try:
        found = backups.copy_of_the_day(DataFolder(Path(root)), date(2026, 11, 23))
    except FileProblem as error:
        _tell(error)
    else:
        print(json.dumps(["copied", str(found)]), flush=True)


def copying_private(root: str, small_disk: str, is_open: str) -> None:
    """Keep a private answer, then copy it where the disk is full; say how that went."""
    from datetime import date

    from tests.fakes import MemoryKeyStore
    from thuiswerkplek.domain.catalogue import Answer
    from thuiswerkplek.domain.errors import FileProblem
    from thuiswerkplek.domain.private import Keeping
    from thuiswerkplek.storage.paths import DataFolder
    from thuiswerkplek.storage.private_store import PrivateStore

    folder = DataFolder(Path(root))
    store = PrivateStore(folder, MemoryKeyStore())
    store.make(Keeping.KEY_STORE)
    store.tables.put_answer("c", "q", Answer("no", None, "x" * 3_000))
    if is_open == "closed":
        store.close()
    folder.backups.symlink_to(small_disk)
    try:
        store.keep_copy(date(2026, 11, 23))
    except FileProblem as error:
        _tell(error)
    store.close()
    print(json.dumps(store.open_by_itself()), flush=True)
    print(json.dumps(sorted(path.name for path in folder.backups.iterdir())))


def filling(root: str) -> None:
    """Answer until the disk is full, then say what was said and what is left.

    `root` is on a small disk of its own, or files of this process are limited.
    """
    sys.path.insert(0, str(ROOT / "tests"))
    from tests.fakes import FixedClock, MemoryKeyStore
    from thuiswerkplek import bootstrap, i18n, sentences
    from thuiswerkplek.domain.catalogue import Answer
    from thuiswerkplek.domain.errors import UnwritableFileError
    from thuiswerkplek.storage.paths import DataFolder

    i18n.use(i18n.Language.EN)
    folder = DataFolder(Path(root) / "data")
    folder.make()
    keys, clock = MemoryKeyStore(), FixedClock()
    report = Path(root) / "report.pdf"
    report.write_bytes(b"the old report")
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        place = services.places.add("Zolder").id
        questions = [q.id for q in services.catalogue.items if "yes" in q.options]
        questions = [
            q
            for q in questions
            if not services.private.needs_opening(services.catalogue.question(q))
        ]
        confirmed, error, number = {}, None, 0
        while error is None:
            question = questions[number % len(questions)]
            remark = f"{number} " + "x" * 3_900
            try:
                services.checking.answer(place, question, Answer("yes", None, remark))
            except UnwritableFileError as caught:
                error = caught
            else:
                confirmed[question] = remark
            number += 1
            if number == 25:
                _fill(Path(root) / "filler")
        print(json.dumps(["detail", error.detail]))
        print(json.dumps(["sentence", sentences.sentence(error)]))
        check = services.checking.latest(place).id
        kept = services.checking.history(place)[-1].answers
        is_intact = {k: a.remark for k, a in kept.items()} == confirmed
        print(json.dumps(["intact while open", is_intact]))
        try:
            services.sharing.save(
                services.sharing.draft("en"), b"n" * 20_000_000, report
            )
        except UnwritableFileError as caught:
            print(json.dumps(["report", caught.detail]))
            print(json.dumps(["issued", services.sharing.draft("en").report.version]))
    print(json.dumps(["old report", report.read_bytes().decode()]))
    left = [p.name for p in Path(root).iterdir() if p.name.startswith(".")]
    print(json.dumps(["left behind", left]))
    with bootstrap.worker_services(folder, keys=keys, clock=clock) as services:
        kept = services.checking.latest(place).answers
        is_intact = {k: a.remark for k, a in kept.items()} == confirmed
        print(json.dumps(["intact later", is_intact, len(confirmed), bool(check)]))


def _fill(path: Path) -> None:
    """Take all the room that is left."""
    try:
        with path.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
    except OSError:
        return


def _say(line: str) -> None:
    """Print a line in one piece, so that a death cannot leave half of it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _tell(error) -> None:
    print(json.dumps([type(error).__name__, error.detail]), flush=True)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
