"""The commands and their options, as `product.md` names them."""

from __future__ import annotations

import argparse
import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from thuiswerkplek import __version__
from thuiswerkplek.i18n import Language, _

if TYPE_CHECKING:
    from collections.abc import Sequence


FIRST_YEAR, LAST_YEAR = 2000, 2100  # of the dates in a day list


def language_of() -> Language:
    """Return the language of this terminal: English when it says so, else Dutch."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return Language.EN if value.startswith("en") else Language.NL
    return Language.NL


def parser() -> argparse.ArgumentParser:
    """Return the parser, its help in the current language."""
    found = argparse.ArgumentParser(
        prog="thuiswerkplek",
        description=_(
            "Check and mend your home workplace. Without a command: the window."
        ),
    )
    found.add_argument(
        "--version",
        action="version",
        version=__version__,
        help=_("show program's version number and exit"),
    )
    _window_options(found)
    commands = found.add_subparsers(dest="command", metavar=_("COMMAND"))
    _demo(commands)
    _report(commands)
    _inspect(commands)
    _balance(commands)
    _own_data(commands)
    return found


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked; the commands are read only when there is one.

    Raises:
        SystemExit: with 2, the usage was printed.
    """
    window = argparse.ArgumentParser(
        "thuiswerkplek", add_help=False, exit_on_error=False
    )
    _window_options(window)
    with contextlib.suppress(argparse.ArgumentError):
        given, rest = window.parse_known_args(arguments)
        if not rest:
            given.command = None
            return given
    return parser().parse_args(arguments)


def _window_options(parser: argparse.ArgumentParser) -> None:
    _data_dir(parser)
    parser.add_argument(
        "--exit-after-start",
        action="store_true",
        help=_("open the window, print the milliseconds to its first paint, close"),
    )


def _data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar=_("FOLDER"),
        help=_("work with another data folder"),
        default=argparse.SUPPRESS if parser.prog.count(" ") else None,
    )


def _demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = _("write a fictional organisation to try everything with")
    demo = commands.add_parser("demo", help=text, description=text)
    demo.add_argument("out", type=Path, metavar=_("FOLDER"))
    demo.add_argument(
        "--reports",
        type=_count,
        default=0,
        metavar="N",
        help=_("reports for the employer"),
    )
    demo.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="S",
        help=_("another number, other people"),
    )


def _report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = _("make a report from an exported worker file")
    report = commands.add_parser("report", help=text, description=text)
    report.add_argument("worker", type=Path, metavar=_("WORKER.json"))
    report.add_argument("--out", type=Path, required=True, metavar=_("FILE.pdf"))
    report.add_argument(
        "--for", dest="reader", choices=("employer",), default="employer"
    )
    report.add_argument(
        "--language", choices=[item.value for item in Language], default="nl"
    )
    _data_dir(report)


def _inspect(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = _("check a report and print what it carries")
    inspect = commands.add_parser("inspect", help=text, description=text)
    inspect.add_argument("file", type=Path, metavar=_("FILE.pdf"))
    inspect.add_argument("--json", action="store_true", help=_("print JSON"))


def _balance(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = _("work out the balance of a year from a list of days")
    balance = commands.add_parser("balance", help=text, description=text)
    balance.add_argument("days", type=Path, metavar=_("DAYLOG.csv"))
    balance.add_argument("--year", type=_year, required=True, metavar=_("YEAR"))
    balance.add_argument(
        "--agreement",
        type=Path,
        action="append",
        default=[],
        metavar=_("FILE.json"),
        help=_("what was agreed; more than once when it changed"),
    )
    balance.add_argument(
        "--travel-minutes",
        type=_count,
        metavar="N",
        help=_("minutes from home to work, one way, to count the time saved"),
    )
    balance.add_argument("--json", action="store_true", help=_("print JSON"))


def _own_data(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = _("write everything that is kept to one file")
    export = commands.add_parser("export", help=text, description=text)
    export.add_argument("file", type=Path, metavar=_("FILE.json"))
    _data_dir(export)
    _without_private(export)

    text = _("take an exported file into an empty data folder")
    take_in = commands.add_parser("import", help=text, description=text)
    take_in.add_argument("file", type=Path, metavar=_("FILE.json"))
    _data_dir(take_in)
    _without_private(take_in)

    text = _("destroy everything that is kept")
    erase = commands.add_parser("erase", help=text, description=text)
    erase.add_argument("--yes", action="store_true", help=_("do not ask first"))
    _data_dir(erase)


def _without_private(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--without-private",
        action="store_true",
        help=_("leave out the answers that are only for you"),
    )


def _year(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) == len(str(LAST_YEAR))
    if not is_number or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise argparse.ArgumentTypeError(
            _("give a year from {first} to {last}").format(
                first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    return int(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(_("give a whole number, 0 or more"))
    return int(text)
