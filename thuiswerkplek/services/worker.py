"""All a worker can do, in parts; the window and the command line hold one of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.services.checking import Checking
    from thuiswerkplek.services.measuring import Measuring
    from thuiswerkplek.services.own_data import OwnData
    from thuiswerkplek.services.places import Places
    from thuiswerkplek.services.ports import PreferencesStore, ReportPaper
    from thuiswerkplek.services.private_part import PrivatePart
    from thuiswerkplek.services.sharing import SharingDesk


@dataclass(frozen=True, slots=True)
class WorkerServices:
    """The worker's use cases over one open data folder."""

    catalogue: Catalogue
    preferences: PreferencesStore
    private: PrivatePart
    places: Places
    checking: Checking
    measuring: Measuring
    sharing: SharingDesk
    own_data: OwnData
    paper: ReportPaper
