"""The one place that knows folders and file names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from thuiswerkplek.domain.errors import UnwritableFileError

APP = "thuiswerkplek"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder with everything of one worker on this computer."""

    root: Path

    @property
    def worker_file(self) -> Path:
        """The general records."""
        return self.root / "worker.db"

    @property
    def private_store(self) -> Path:
        """The private answers, encrypted."""
        return self.root / "private.db"

    @property
    def private_key_note(self) -> Path:
        """How the private store's key is kept; never the key itself."""
        return self.root / "private.json"

    @property
    def seal_key(self) -> Path:
        """The key this installation seals its reports with."""
        return self.root / "seal.key"

    @property
    def settings(self) -> Path:
        """Language, role and looks."""
        return self.root / "settings.json"

    @property
    def window_lock(self) -> Path:
        """Held by the window that works with this folder."""
        return self.root / "window.lock"

    @property
    def backups(self) -> Path:
        """Copies of the stores, by day."""
        return self.root / "backups"

    def make(self) -> None:
        """Make the folder, readable by its owner only (TM-62, TM-75).

        Raises:
            UnwritableFileError: it cannot be made or written in.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            probe = self.root / ".writable"
            probe.touch()
            probe.unlink()
        except (OSError, ValueError) as error:  # a name can hold a NUL
            raise UnwritableFileError(self.root, "data-folder") from error


def default_folder() -> DataFolder:
    """Return the local, non-roaming application folder of this system."""
    import platformdirs

    return DataFolder(
        Path(platformdirs.user_data_dir(APP, appauthor=False, roaming=False))
    )
