"""The commands: arguments in, a use case, text or JSON out."""

from __future__ import annotations

import getpass
import json
import sys
from typing import TYPE_CHECKING, Final

from thuiswerkplek import bootstrap, sentences, words
from thuiswerkplek.cli.balance import balance
from thuiswerkplek.cli.terminal import shown
from thuiswerkplek.domain.errors import LockedError, UnwritableFileError
from thuiswerkplek.domain.months import shared_months
from thuiswerkplek.domain.private import Keeping, Vault
from thuiswerkplek.domain.records import PrivateRecords
from thuiswerkplek.domain.seal import fingerprint
from thuiswerkplek.i18n import Language, _, ngettext
from thuiswerkplek.services.own_data import file_of, read_worker_file
from thuiswerkplek.services.sharing import as_json, earliest_today, report_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TypeVar

    from thuiswerkplek.bootstrap import Desk
    from thuiswerkplek.domain.records import WorkerFile
    from thuiswerkplek.domain.seal import ReceivedReport
    from thuiswerkplek.domain.sharing import EmployerReport, SharedPlace
    from thuiswerkplek.exchange.keys import SigningKey
    from thuiswerkplek.services.ports import DataDoor
    from thuiswerkplek.services.private_part import PrivatePart

    Item = TypeVar("Item")

DONE: Final = 0
FAILED: Final = 1
SOME_REFUSED: Final = 3


def report(given: argparse.Namespace) -> int:
    """Make a report from an exported worker file."""
    desk = bootstrap.desk()
    _must_be_new(given.out)
    worker, set_aside = read_worker_file(
        given.worker, desk.files, desk.catalogue, desk.clock
    )
    key = bootstrap.seal_key(bootstrap.data_folder(given.data_dir)).key()
    _write_report(desk, worker, given.out, language=given.language, key=key)
    print(_("Saved as {path}.").format(path=given.out))
    return _told(set_aside, given.worker)


def _write_report(
    desk: Desk, worker: WorkerFile, path: Path, *, language: str, key: SigningKey
) -> None:
    made = report_of(
        worker.general,
        desk.catalogue,
        today=desk.clock.today(),
        program=desk.program,
        months=shared_months(worker.log.days, earliest_today(desk.clock)),
    )
    content = desk.paper.make(made, desk.catalogue, language=language, key=key)
    desk.files.write(path, content)


def inspect(given: argparse.Namespace) -> int:
    """Check a report and print what it carries."""
    desk = bootstrap.desk()
    found = desk.paper.read(given.file)
    if given.json:
        # The report and nothing else, as it travels; what the seal says stands beside.
        print(as_json(found.report, program=desk.program))
        print(json.dumps({"seal": _seal_facts(found)}), file=sys.stderr)
        return DONE
    for line in (*_seal_lines(found), "", *_described(found.report, desk)):
        print(shown(line))
    return DONE


def _seal_facts(found: ReceivedReport) -> dict[str, object]:
    return {
        "state": found.seal,
        "says": sentences.seal_state(found.seal),
        "key": found.key,
        "fingerprint": fingerprint(found.key),
        "flags": found.flags,
    }


def _seal_lines(found: ReceivedReport) -> Iterator[str]:
    yield sentences.seal_state(found.seal)
    yield _(
        "Key of the computer it comes from: {fingerprint}. The same key next time means"
        " the same computer; it does not prove a name."
    ).format(fingerprint=fingerprint(found.key))
    yield from map(sentences.flag, found.flags)


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
    if found.months:
        yield ""
        yield from _months(found)


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


def _months(found: EmployerReport) -> Iterator[str]:
    yield _("Days per month, as the worker chose to share them:")
    text = _(
        "{month}: worked {worked}; home {home}, office {office}, first home {first},"
        " other {other}; arrivals in a peak {inside}, outside {outside}"
    )
    for one in found.months:
        yield "  " + text.format(
            month=words.capital(words.month(one.first)),
            worked=one.worked_days,
            home=one.home_days,
            office=one.office_days,
            first=one.home_first_days,
            other=one.other_days,
            inside=one.arrivals_in_peak,
            outside=one.arrivals_outside_peak,
        )


def demo(given: argparse.Namespace) -> int:
    """Write a fictional organisation to try everything with."""
    desk, people = bootstrap.desk(), bootstrap.demo(seed=given.seed)
    out: Path = given.out
    _must_be_empty(out)
    _make_folder(out)
    worker = people.worker(0)
    desk.files.write(out / "worker.json", file_of(worker, program=desk.program))
    paper = out / "employer-report.pdf"
    _write_report(desk, worker, paper, language=Language.NL, key=people.key(0))
    if given.reports:
        _make_folder(out / "reports")
    width = len(str(given.reports))
    for number in _with_progress(range(1, given.reports + 1)):
        path = out / "reports" / f"verslag-{number:0{width}}.pdf"
        worker, key = people.worker(number), people.key(number)
        _write_report(desk, worker, path, language=Language.NL, key=key)
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
        worker = services.own_data.read(given.file).worker
        has_private = worker.private != PrivateRecords() and not given.without_private
        if has_private and not _opens_by_itself(services.private):
            services.private.make(Keeping.PASSPHRASE, _new_passphrase())
        set_aside = services.own_data.take_in(given.file, with_private=has_private)
    finally:
        door.close()
    print(_("Taken in from {path}.").format(path=given.file))
    return _told(set_aside, given.file)


def _told(set_aside: int, path: Path) -> int:
    """Say how much of a worker file was left out, if anything was."""
    if not set_aside:
        return DONE
    print(sentences.set_aside(set_aside, str(path)), file=sys.stderr)
    return SOME_REFUSED


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
    if private.state is Vault.EMPTY or _opens_by_itself(private):
        return
    if not sys.stdin.isatty():
        raise LockedError
    private.unlock(getpass.getpass(_("Passphrase of your private answers: ")))


def _opens_by_itself(private: PrivatePart) -> bool:
    is_open = private.open_by_itself()
    if private.problem is not None:
        raise private.problem
    return is_open


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
    "balance": balance,
    "demo": demo,
    "inspect": inspect,
    "report": report,
}
OWN_DATA: Final[dict[str, Callable[[argparse.Namespace, DataDoor], int]]] = {
    "erase": erase,
    "export": export,
    "import": take_in,
}
