"""The command `balance`: a day list in, the figures of a year out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from thuiswerkplek import bootstrap

if TYPE_CHECKING:
    import argparse


def balance(given: argparse.Namespace) -> int:
    """Print the balance of a year."""
    from thuiswerkplek.cli import balance_json, balance_lines
    from thuiswerkplek.services.balance_figures import Log, balance_of
    from thuiswerkplek.services.balance_files import read_agreement, read_days

    desk = bootstrap.balance_desk()
    agreements = tuple(read_agreement(path, desk.files) for path in given.agreement)
    days = read_days(given.days, desk.files, desk.peaks)
    log = Log(days, agreements, given.travel_minutes)
    found = balance_of(log, desk.rates, given.year, today=desk.clock.today_here())
    if given.json:
        print(json.dumps(balance_json.shape(found), indent=2))
        return 0
    for line in balance_lines.lines(found):
        print(line)
    return 0
