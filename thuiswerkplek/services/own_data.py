"""The worker's own data: everything out, back in, or gone (AVG 15, 17 and 20)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from thuiswerkplek.domain.check import Check, CheckId
from thuiswerkplek.domain.errors import (
    LockedError,
    NotAllowedError,
    ThuiswerkplekError,
)
from thuiswerkplek.domain.records import PrivateRecords, WorkerFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.records import DayRecords, GeneralRecords
    from thuiswerkplek.exchange.fitting import Fitted
    from thuiswerkplek.services.ports import Clock, Files, WorkerStore
    from thuiswerkplek.services.private_part import PrivatePart


class OwnData:
    """Use cases around the worker's own copy."""

    def __init__(
        self,
        store: WorkerStore,
        private: PrivatePart,
        catalogue: Catalogue,
        clock: Clock,
        files: Files,
        program: str,
        forget_copies: Callable[[], None],
    ) -> None:
        self._store = store
        self._private = private
        self._catalogue = catalogue
        self._clock = clock
        self._files = files
        self._program = program
        self._forget_copies = forget_copies

    def everything(self) -> WorkerFile:
        """Return all that is kept; private answers only while their vault is open."""
        return WorkerFile(
            self._store.records(), self._private_records(), self._store.log.records()
        )

    def _private_records(self) -> PrivateRecords:
        if not self._private.is_open:
            return PrivateRecords()
        store = self._private.store
        places = [item.id for item in self._store.workplaces()]
        checks = [check.id for place in places for check in self._store.checks(place)]
        return PrivateRecords(
            intake={
                place: known for place in places if (known := store.answers(place))
            },
            answers={
                check: known for check in checks if (known := store.answers(check))
            },
            measures=tuple(m for m in store.measures() if m.workplace in places),
        )

    def export(self, path: Path) -> None:
        """Write everything to one JSON file, readable by its owner only.

        Raises:
            UnwritableFileError: nothing was written.
        """
        self._files.write(path, file_of(self.everything(), program=self._program))

    def take_in(self, path: Path, *, with_private: bool = True) -> int:
        """Take an exported file into an empty data folder, or nothing of it.

        Returns how many answers and measures were set aside, because this catalogue
        has no place for them; the file itself still has them.

        Raises:
            NotAllowedError: there are data here already.
            LockedError: it has private answers, and their vault is not open here.
            FileProblem, RefusedReportError: the file cannot be used.
        """
        worker, set_aside = self.read(path)
        if self._store.workplaces() or not self._store.log.is_empty():
            raise NotAllowedError("not-empty")
        takes_private = with_private and worker.private != PrivateRecords()
        if takes_private and not self._private.is_open:
            raise LockedError
        try:
            with self._store.together():  # also when the program is stopped halfway
                self._keep_general(worker.general)
                self._keep_log(worker.log)
                if takes_private:
                    self._keep_private(worker.private)
        except ThuiswerkplekError:
            self._forget(worker.private)
            raise
        return set_aside

    def read(self, path: Path) -> Fitted:
        """Read an exported file, as far as it fits this catalogue.

        Raises:
            FileProblem, RefusedReportError: with the reason.
        """
        return read_worker_file(path, self._files, self._catalogue, self._clock)

    def erase(self) -> None:
        """Destroy all that is kept: private answers with their key, and every copy."""
        self._store.erase()
        self._private.erase()
        self._forget_copies()

    def _forget(self, records: PrivateRecords) -> None:
        """Take out what was kept of a file that could not be kept whole."""
        with suppress(ThuiswerkplekError):
            self._store.erase()
        if not self._private.is_open:
            return
        with suppress(ThuiswerkplekError):
            for owner in (*records.intake, *records.answers):
                self._private.store.remove_owner(owner)
            for measure in records.measures:
                self._private.store.remove_measure(measure.id)

    def _keep_general(self, records: GeneralRecords) -> None:
        self._store.put_person(records.person)
        self._store.put_workplaces(tuple(place.workplace for place in records.places))
        for place in records.places:
            self._store.put_answers(place.workplace.id, place.intake)
            for check in place.checks:
                self._keep_check(check)
            for measure in place.measures:
                self._store.put_measure(measure)
        self._store.put_sharing(records.sharing)
        for reader, issued in records.issued.items():
            self._store.put_issued(reader, issued)

    def _keep_check(self, check: Check) -> None:
        self._store.put_check(check)
        self._store.put_answers(check.id, check.answers)

    def _keep_log(self, records: DayRecords) -> None:
        self._store.log.put_days(records.days)
        for pattern in records.patterns:
            self._store.log.put_pattern(pattern)
        for agreement in records.agreements:
            self._store.log.put_agreement(agreement)
        self._store.log.put_habits(records.habits)

    def _keep_private(self, records: PrivateRecords) -> None:
        store = self._private.store
        for owner, answers in (*records.intake.items(), *records.answers.items()):
            store.put_answers(CheckId(owner), answers)
        for measure in records.measures:
            store.put_measure(measure)


def file_of(worker: WorkerFile, *, program: str) -> bytes:
    """Return a worker's records as an exported file."""
    from thuiswerkplek.exchange import codec

    return codec.encode(worker, program=program)


def read_worker_file(
    path: Path, files: Files, catalogue: Catalogue, clock: Clock
) -> Fitted:
    """Read an exported file without keeping it, as far as it fits this catalogue.

    Raises:
        FileProblem, RefusedReportError: with the reason.
    """
    from thuiswerkplek.exchange import codec, fitting, meaning

    data = files.read(path, limit=codec.WORKER_FILE_LIMIT)
    worker = codec.decode(data, WorkerFile, limit=codec.WORKER_FILE_LIMIT)
    fitted = fitting.fit(worker, catalogue)
    meaning.check_worker_file(fitted.worker, catalogue, today=clock.today())
    return fitted
