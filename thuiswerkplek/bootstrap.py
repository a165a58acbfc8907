"""The only place that wires the use cases to storage, exchange and paper."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import __version__, assets
from thuiswerkplek.services.worker import Facts, Outside, WorkerServices
from thuiswerkplek.storage.paths import DataFolder, default_folder
from thuiswerkplek.storage.settings import SettingsFile
from thuiswerkplek.storage.window_lock import WindowLock
from thuiswerkplek.storage.worker_file import needs_migration, open_worker_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.peaks import Peaks
    from thuiswerkplek.domain.rates import Rates
    from thuiswerkplek.domain.seal import ReceivedReport
    from thuiswerkplek.domain.sharing import EmployerReport
    from thuiswerkplek.domain.talk import TalkSheet
    from thuiswerkplek.exchange.keys import SigningKey
    from thuiswerkplek.services.demo import Demo
    from thuiswerkplek.services.ports import (
        Clock,
        Files,
        KeyStore,
        PrivateVault,
        ReportPaper,
        ReportReading,
        SealKey,
    )
    from thuiswerkplek.storage.private_store import PrivateStore

PROGRAM = f"thuiswerkplek {__version__}"


class SystemClock:
    """Today, by the calendar in UTC and by the one of this computer."""

    def today(self) -> date:
        """Return today in UTC, so that a date tells no time zone (TM-14)."""
        return datetime.now(UTC).date()

    def today_here(self) -> date:
        """Return today as the worker sees it."""
        return datetime.now(UTC).astimezone().date()


class LatePaper:
    """Paper that loads its libraries at the first report."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def make(
        self,
        report: EmployerReport,
        catalogue: Catalogue,
        *,
        language: str,
        key: SigningKey,
    ) -> bytes:
        """Return the report as the bytes of a sealed PDF."""
        from thuiswerkplek.report import pdf

        return pdf.make(report, catalogue, language=language, program=PROGRAM, key=key)

    def talk_sheet(
        self, sheet: TalkSheet, catalogue: Catalogue, *, language: str
    ) -> bytes:
        """Return the talk sheet as the bytes of a PDF of one page."""
        from thuiswerkplek.report import talk_pages

        return talk_pages.make(sheet, catalogue, language=language)

    def read(self, path: Path, known_key: str | None = None) -> ReceivedReport:
        """Return the report inside a PDF; see `report.attachment`."""
        with self.reading() as reading:
            return reading.read(path, known_key)

    def reading(self) -> AbstractContextManager[ReportReading]:
        """Return what reads many PDFs; its processes end with the block."""
        from thuiswerkplek.report.attachment import Reading

        return Reading(catalogue(), today=self._clock.today())


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, read and validated once."""
    from thuiswerkplek import catalogue_files
    from thuiswerkplek.domain.catalogue_reading import read_catalogue

    return read_catalogue(catalogue_files.read())


def data_folder(root: Path | None) -> DataFolder:
    """Return the data folder asked for, or this system's own, ready for use.

    Raises:
        UnwritableFileError: it cannot be made or written in.
    """
    folder = default_folder() if root is None else DataFolder(root)
    folder.make()
    return folder


def seal_key(folder: DataFolder) -> SealKey:
    """Return where the key of this installation's reports is kept."""
    from thuiswerkplek.storage.seal_key import SealKeyFile

    return SealKeyFile(folder.seal_key)


def _private_store(folder: DataFolder, keys: KeyStore | None) -> PrivateStore:
    from thuiswerkplek.storage.key_store import SystemKeyStore
    from thuiswerkplek.storage.private_store import PrivateStore

    return PrivateStore(folder, keys or SystemKeyStore())


@contextmanager
def worker_services(
    folder: DataFolder,
    *,
    keys: KeyStore | None = None,
    clock: Clock | None = None,
    private: PrivateStore | None = None,
) -> Iterator[WorkerServices]:
    """Open a data folder for as long as the block lasts.

    Raises:
        FileProblem: the worker's file cannot be used; it is left as it is.
    """
    from thuiswerkplek.storage import files

    day = clock or SystemClock()
    with ExitStack() as stack:
        if needs_migration(folder.worker_file):
            from thuiswerkplek.storage import backups

            backups.copy_before_migration(folder, day.today())
        store = open_worker_file(folder.worker_file)
        stack.callback(store.close)

        def forget_copies() -> None:
            from thuiswerkplek.storage import backups

            backups.forget_all(folder)
            seal_key(folder).forget()

        def vault() -> PrivateVault:
            made = private or _private_store(folder, keys)
            stack.callback(made.close)
            return made

        yield WorkerServices(
            Outside(
                store=store,
                make_vault=vault,
                preferences=SettingsFile(folder.settings),
                read_catalogue=catalogue,
                paper=LatePaper(day),
                files=files,
                make_seal_key=lambda: seal_key(folder),
                clock=day,
                facts=Facts(_rates, _peaks),
                program=PROGRAM,
                forget_copies=forget_copies,
            )
        )


def _rates() -> Rates:
    from thuiswerkplek import rates_files

    return rates_files.rates()


def _peaks() -> Peaks:
    from thuiswerkplek import rates_files

    return rates_files.peaks()


class Door:
    """One data folder for one window at a time."""

    def __init__(
        self,
        root: Path | None,
        *,
        keys: KeyStore | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._folder = default_folder() if root is None else DataFolder(root)
        self._keys = keys
        self._clock = clock or SystemClock()
        self._open = ExitStack()
        self._private: PrivateStore | None = None
        self.preferences = SettingsFile(self._folder.settings)
        self.place = str(self._folder.root)

    def open(self) -> WorkerServices:
        """Open the folder for this window alone; see `DataDoor`."""
        self._folder.make()
        with ExitStack() as stack:
            lock = WindowLock(self._folder.window_lock)
            stack.callback(lock.release)
            self._private = _private_store(self._folder, self._keys)
            services = stack.enter_context(
                worker_services(self._folder, clock=self._clock, private=self._private)
            )
            self._open = stack.pop_all()
        return services

    def newest_copy(self, damaged: str) -> date | None:
        """Return the day of the newest sound copy, if it is one of the damaged file."""
        from thuiswerkplek.storage import backups

        if damaged != str(self._folder.worker_file):
            return None
        copy = backups.newest_sound_copy(self._folder)
        return None if copy is None else backups.day_of(copy)

    def put_copy_back(self) -> None:
        """Use the newest sound copy; the damaged file is kept beside it."""
        from thuiswerkplek.storage import backups

        copy = backups.newest_sound_copy(self._folder)
        if copy is not None:
            backups.put_back(self._folder, copy)

    def keep_copy_of_today(self) -> None:
        """Copy what is kept, once a day; when one copy fails the other is made."""
        from thuiswerkplek.storage import backups

        today = self._clock.today()
        try:
            backups.copy_of_the_day(self._folder, today)
        finally:
            if self._private is not None:
                self._private.keep_copy(today)

    def close(self) -> None:
        """Close everything and let another window in."""
        self._open.close()


class Desk(NamedTuple):
    """What commands need that work on files rather than on a data folder."""

    catalogue: Catalogue
    clock: Clock
    files: Files
    paper: ReportPaper
    program: str


def desk(clock: Clock | None = None) -> Desk:
    """Return what commands on files need."""
    from thuiswerkplek.storage import files

    day = clock or SystemClock()
    return Desk(catalogue(), day, files, LatePaper(day), PROGRAM)


class BalanceDesk(NamedTuple):
    """What the balance of a day list takes: facts of the years, files and today."""

    rates: Rates
    peaks: Peaks
    clock: Clock
    files: Files


def balance_desk(clock: Clock | None = None) -> BalanceDesk:
    """Return what the balance takes.

    Raises:
        RatesError: the rates of this program contradict themselves.
    """
    from thuiswerkplek.storage import files

    day = clock or SystemClock()
    return BalanceDesk(_rates(), _peaks(), day, files)


def demo(*, seed: int, clock: Clock | None = None) -> Demo:
    """Return the maker of a fictional organisation."""
    import tomllib

    from thuiswerkplek.services.demo import Demo

    people = tomllib.loads(assets.read_text("demo/people.toml"))
    today = (clock or SystemClock()).today()
    return Demo(catalogue(), people, seed=seed, today=today)
