"""The commands: arguments in, a use case, text or JSON out."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Final

from thuiswerkplek import bootstrap, words
from thuiswerkplek.domain.errors import LockedError, UnwritableFileError
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.domain.records import PrivateRecords
from thuiswerkplek.i18n import Language, _, ngettext
from thuiswerkplek.services.own_data import file_of, read_worker_file
from thuiswerkplek.services.sharing import as_json, report_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TypeVar

    from thuiswerkplek.bootstrap import Desk
    from thuiswerkplek.domain.records import WorkerFile
    from thuiswerkplek.domain.sharing import EmployerReport, SharedPlace
    from thuiswerkplek.services.ports import DataDoor
    from thuiswerkplek.services.private_part import PrivatePart

    Item = TypeVar("Item")

DONE: Final = 0
FAILED: Final = 1


def report(given: argparse.Namespace) -> int:
    """Make a report from an exported worker file."""
    desk = bootstrap.desk()
    _must_be_new(given.out)
    worker = read_worker_file(given.worker, desk.files, desk.catalogue, desk.clock)
    _write_report(desk, worker, given.out, language=given.language)
    print(_("Saved as {path}.").format(path=given.out))
    return DONE


def _write_report(desk: Desk, worker: WorkerFile, path: Path, *, language: str) -> None:
    made = report_of(
        worker.general,
        desk.catalogue,
        today=desk.clock.today(),
        program=desk.program,
    )
    content = desk.paper.make(made, desk.catalogue, language=language)
    desk.files.write(path, content)


def inspect(given: argparse.Namespace) -> int:
    """Check a report and print what it carries."""
    desk = bootstrap.desk()
    found = desk.paper.read(given.file)
    if given.json:
        print(as_json(found, program=desk.program))
        return DONE
    for line in _described(found, desk):
        print(line)
    return DONE


def _described(found: EmployerReport, desk: Desk) -> Iterator[str]:
    person = found.person
    who = [
        part for part in (person.name, person.staff_number, person.department) if part
    ]
    yield _("Report of {who}").format(who=", ".join(who) or _("an unnamed worker"))
    yield _("Date: {day}").format(day=words.day(found.day))
    yield _("Version {version}, {id}").format(version=found.version, id=found.report_id)
    for place in found.places:
        yield ""
        yield from _place(place, desk)
    if found.requests:
        yield ""
        yield from (words.request(kind) for kind in found.requests)


def _place(place: SharedPlace, desk: Desk) -> Iterator[str]:
    share = words.percent(place.share_percent)
    name = place.name or _("Workplace")
    yield _("{name}: {share} of the hours at home").format(name=name, share=share)
    count = ngettext("{count} answer", "{count} answers", len(place.answers))
    yield "  " + count.format(count=len(place.answers))
    for finding in place.findings:
        question = desk.catalogue.question(finding.question)
        text = words.question_text(question)
        yield f"  - {text.short}: {words.severity(finding.severity)}"


def demo(given: argparse.Namespace) -> int:
    """Write a fictional organisation to try everything with."""
    desk, people = bootstrap.desk(), bootstrap.demo(seed=given.seed)
    out: Path = given.out
    _must_be_empty(out)
    _make_folder(out)
    worker = people.worker(0)
    desk.files.write(out / "worker.json", file_of(worker, program=desk.program))
    _write_report(desk, worker, out / "employer-report.pdf", language=Language.NL)
    if given.reports:
        _make_folder(out / "reports")
    width = len(str(given.reports))
    for number in _with_progress(range(1, given.reports + 1)):
        path = out / "reports" / f"verslag-{number:0{width}}.pdf"
        _write_report(desk, people.worker(number), path, language=Language.NL)
    print(_("Written to {path}.").format(path=out))
    return DONE


def _with_progress(items: Iterable[Item]) -> Iterable[Item]:
    """Show a progress bar on a terminal, and nothing elsewhere."""
    from tqdm import tqdm

    found: Iterable[Item] = tqdm(items, disable=None, file=sys.stderr, unit="")
    return found


def export(given: argparse.Namespace, door: DataDoor) -> int:
    """Write everything that is kept to one file."""
    _must_be_new(given.file)
    services = door.open()
    try:
        if not given.without_private:
            _open_vault(services.private)
        services.own_data.export(given.file)
    finally:
        door.close()
    print(_("Saved as {path}.").format(path=given.file))
    return DONE


def take_in(given: argparse.Namespace, door: DataDoor) -> int:
    """Take an exported file into an empty data folder."""
    services = door.open()
    try:
        worker = services.own_data.read(given.file)
        has_private = worker.private != PrivateRecords() and not given.without_private
        if has_private and not services.private.open_by_itself():
            services.private.make(Keeping.PASSPHRASE, _new_passphrase())
        services.own_data.take_in(given.file, with_private=has_private)
    finally:
        door.close()
    print(_("Taken in from {path}.").format(path=given.file))
    return DONE


def erase(given: argparse.Namespace, door: DataDoor) -> int:
    """Destroy everything that is kept."""
    services = door.open()
    try:
        if not given.yes and not _agrees():
            print(_("Nothing was erased."), file=sys.stderr)
            return FAILED
        services.own_data.erase()
    finally:
        door.close()
    print(
        _("Everything in this data folder is erased. Files you sent stay with others.")
    )
    return DONE


def _agrees() -> bool:
    if not sys.stdin.isatty():
        return False
    word = _("erase")
    question = _("This cannot be undone. Type “{word}” to go on: ").format(word=word)
    return input(question).strip() == word


def _open_vault(private: PrivatePart) -> None:
    if private.state is Vault.EMPTY or private.open_by_itself():
        return
    if not sys.stdin.isatty():
        raise LockedError
    private.unlock(getpass.getpass(_("Passphrase of your private answers: ")))


def _new_passphrase() -> str:
    if not sys.stdin.isatty():
        raise LockedError
    return getpass.getpass(_("Choose a passphrase for your private answers: "))


def _must_be_new(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise UnwritableFileError(path, "exists")


def _must_be_empty(folder: Path) -> None:
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UnwritableFileError(folder, "exists")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(folder, "refused") from error


ON_FILES: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "demo": demo,
    "inspect": inspect,
    "report": report,
}
OWN_DATA: Final[dict[str, Callable[[argparse.Namespace, DataDoor], int]]] = {
    "erase": erase,
    "export": export,
    "import": take_in,
}
