"""All a worker can do, in parts; the window and the command line hold one of these.

Each part is made, and its module loaded, at its first use: the window is there before
most of them are needed.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.peaks import Peaks
    from thuiswerkplek.domain.rates import Rates
    from thuiswerkplek.services.checking import Checking
    from thuiswerkplek.services.day_files import DayFiles
    from thuiswerkplek.services.day_log import DayLog
    from thuiswerkplek.services.measuring import Measuring
    from thuiswerkplek.services.own_data import OwnData
    from thuiswerkplek.services.places import Places
    from thuiswerkplek.services.ports import (
        Clock,
        Files,
        PreferencesStore,
        PrivateVault,
        ReportPaper,
        SealKey,
        WorkerStore,
    )
    from thuiswerkplek.services.private_part import PrivatePart
    from thuiswerkplek.services.sharing import SharingDesk
    from thuiswerkplek.services.talk import TalkDesk


class Facts(NamedTuple):
    """What is known of the years; both are read at their first use."""

    rates: Callable[[], Rates]
    peaks: Callable[[], Peaks]


class Outside(NamedTuple):
    """Everything the use cases need from outside; filled in by `bootstrap`."""

    store: WorkerStore
    make_vault: Callable[[], PrivateVault]
    preferences: PreferencesStore
    read_catalogue: Callable[[], Catalogue]
    paper: ReportPaper
    files: Files
    make_seal_key: Callable[[], SealKey]
    clock: Clock
    facts: Facts
    program: str
    forget_copies: Callable[[], None]


class WorkerServices:
    """The worker's use cases over one open data folder."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside
        self.preferences = outside.preferences
        self.paper = outside.paper

    @property
    def is_new(self) -> bool:
        """Whether there is no workplace yet."""
        return not self._outside.store.has_workplaces()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The questions."""
        return self._outside.read_catalogue()

    @cached_property
    def private(self) -> PrivatePart:
        """The private answers' vault."""
        from thuiswerkplek.services.private_part import PrivatePart

        return PrivatePart(self._outside.make_vault(), self._outside.store.removed)

    @cached_property
    def places(self) -> Places:
        """Workplaces: adding, naming, dividing the hours."""
        from thuiswerkplek.services.places import Places

        return Places(self._outside.store, self.private, self.catalogue)

    @cached_property
    def checking(self) -> Checking:
        """The check."""
        from thuiswerkplek.services.checking import Checking

        known = self._outside
        return Checking(known.store, self.private, self.catalogue, known.clock)

    @cached_property
    def day_log(self) -> DayLog:
        """Days, plans, agreements and balances."""
        from thuiswerkplek.services.day_log import DayLog

        known = self._outside
        return DayLog(known.store, known.facts, known.clock, known.files)

    @cached_property
    def day_files(self) -> DayFiles:
        """Lists and calendars of days, in and out."""
        from thuiswerkplek.services.day_files import DayFiles

        known = self._outside
        return DayFiles(
            known.store, self.day_log, known.facts.peaks, known.clock, known.files
        )

    @cached_property
    def measuring(self) -> Measuring:
        """Measures and their life."""
        from thuiswerkplek.services.measuring import Measuring

        known = self._outside
        return Measuring(known.store, self.private, self.checking, known.clock)

    @cached_property
    def sharing(self) -> SharingDesk:
        """Reports for the employer, from the general records alone."""
        from thuiswerkplek.services.sharing import SharingDesk

        known = self._outside
        return SharingDesk(
            known.store,
            self.catalogue,
            known.clock,
            known.files,
            known.program,
            known.make_seal_key(),
        )

    @cached_property
    def talk(self) -> TalkDesk:
        """The sheet for a talk with the manager."""
        from thuiswerkplek.services.talk import TalkDesk

        known = self._outside
        return TalkDesk(
            known.store,
            self.catalogue,
            known.facts,
            known.clock,
            known.files,
            known.paper,
        )

    @cached_property
    def own_data(self) -> OwnData:
        """Everything out, back in, or gone."""
        from thuiswerkplek.services.own_data import OwnData

        known = self._outside
        return OwnData(
            known.store,
            self.private,
            self.catalogue,
            known.clock,
            known.files,
            known.program,
            known.forget_copies,
        )
