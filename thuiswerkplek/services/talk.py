"""The talk sheet: one page for worker and manager, made from what both may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek.domain.agreement import in_force
from thuiswerkplek.domain.months import first_told, shared_months
from thuiswerkplek.domain.sharing import Terms, employer_report
from thuiswerkplek.domain.talk import Basis, TalkSheet, talk_sheet
from thuiswerkplek.services.sharing import earliest_today

if TYPE_CHECKING:
    from pathlib import Path

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.services.ports import Clock, Files, ReportPaper, WorkerStore
    from thuiswerkplek.services.worker import Facts


class TalkDesk:
    """Makes the sheet and saves it; the sheet is kept nowhere."""

    def __init__(
        self,
        store: WorkerStore,
        catalogue: Catalogue,
        facts: Facts,
        clock: Clock,
        files: Files,
        paper: ReportPaper,
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._facts = facts
        self._clock = clock
        self._files = files
        self._paper = paper

    def sheet(self, *, has_days: bool = True) -> TalkSheet:
        """Return what stands on the sheet today.

        `has_days` False leaves out the month totals of the day log.
        """
        log, today = self._store.log, earliest_today(self._clock)
        terms = Terms("", 1, today, "")  # the sheet has no number and no version
        days = log.days(first_told(today), today) if has_days else ()
        basis = Basis(
            employer_report(self._catalogue, self._store.records(), terms),
            in_force(log.agreements(), today),
            shared_months(days, today),
        )
        return talk_sheet(basis, self._catalogue, self._facts.rates())

    def pages(self, language: str, *, has_days: bool = True) -> bytes:
        """Return the sheet as a PDF of one page."""
        sheet = self.sheet(has_days=has_days)
        return self._paper.talk_sheet(sheet, self._catalogue, language=language)

    def save(self, path: Path, language: str, *, has_days: bool = True) -> None:
        """Write the sheet.

        Raises:
            UnwritableFileError: nothing was written.
        """
        self._files.write(path, self.pages(language, has_days=has_days))
