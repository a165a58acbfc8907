"""The one error tree; errors carry data, the sentence is made where it is shown.

ThuiswerkplekError
├── CatalogueError        the catalogue's data files contradict themselves
├── RatesError            the rates' data files contradict themselves
├── NotAllowedError       a step the rules do not allow
├── ValueRefusedError     a value outside what its field accepts
├── FileProblem           a file that cannot be used as asked
│   ├── MissingFileError      it is not there
│   ├── UnreadableFileError   it cannot be opened or is not what it should be
│   ├── DamagedFileError      it fails its own checks
│   ├── NewerFileError        a newer program made it
│   ├── BusyFileError         another window has it open
│   └── UnwritableFileError   it cannot be written, or the disk is full
├── RefusedReportError    a received file that is not a report of ours
├── RefusedImportError    a list or calendar that cannot be taken in as it is
└── LockedError           private answers whose key is not there
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class ThuiswerkplekError(Exception):
    """Everything this program raises on purpose."""


class CatalogueError(ThuiswerkplekError):
    """The catalogue contradicts itself; `where` names the entry, `what` the problem."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class RatesError(ThuiswerkplekError):
    """The rates contradict themselves; `where` names the entry, `what` the problem."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class NotAllowedError(ThuiswerkplekError):
    """A step the rules do not allow, such as delivering what was declined."""


class ValueRefusedError(ThuiswerkplekError):
    """A value its field does not accept.

    `field` names the field, `reason` is a code of `sentences.refused_value`; the value
    itself is left out, since errors travel to logs.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class FileProblem(ThuiswerkplekError):  # noqa: N818 - a family, never raised itself
    """A file that cannot be used as asked; `detail` is a code or a place in it."""

    def __init__(self, path: Path | str, detail: str = "") -> None:
        super().__init__(detail)
        self.path = str(path)
        self.detail = detail


class MissingFileError(FileProblem):
    """The file or folder is not there."""


class UnreadableFileError(FileProblem):
    """The file cannot be opened, or is not of the kind it should be."""


class DamagedFileError(FileProblem):
    """The file is ours but fails its own checks; it is left as it is."""


class NewerFileError(FileProblem):
    """A newer program made the file; it is not even half read."""


class BusyFileError(FileProblem):
    """Another window works with these data."""


class UnwritableFileError(FileProblem):
    """The file cannot be written: no right, a folder, or a full disk."""


class RefusedReportError(ThuiswerkplekError):
    """A received file is not one of ours; `reason` is a code of `sentences.refusal`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason = reason
        self.detail = detail


class Problem(NamedTuple):
    """What is wrong in one place of a list or calendar, for `import_sentences`.

    `line` is 0 for the file as a whole; `reason` is a code, `detail` what stands there.
    """

    line: int
    reason: str
    detail: str = ""


class RefusedImportError(ThuiswerkplekError):
    """A list or calendar of which nothing was taken in; the first problems, by line."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(
            ", ".join(f"{found.reason}:{found.line}" for found in problems)
        )
        self.problems = problems


class LockedError(ThuiswerkplekError):
    """The private answers are there, but their key or passphrase is not."""
