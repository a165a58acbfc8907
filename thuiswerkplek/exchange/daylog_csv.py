"""A day list as CSV, one line a date; taken in whole or not at all.

The columns and their names are in `daylog_words`; the parts of a day are written as
`home 2:30 [Attic] (DE) + office 5:30` and its legs as `commute train 25 outside`.
Semicolon or comma, a byte order mark, Dutch dates and words are recognised.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from thuiswerkplek.domain.daylog import Day, in_order
from thuiswerkplek.domain.errors import Problem, RefusedImportError
from thuiswerkplek.exchange import daylog_cells
from thuiswerkplek.exchange.daylog_cells import DETAIL_LENGTH, Fault
from thuiswerkplek.exchange.daylog_words import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from thuiswerkplek.domain.workplace import WorkplaceId
    from thuiswerkplek.exchange.daylog_cells import BandAt

MEBIBYTE = 1 << 20
LIMIT = 8 * MEBIBYTE
MOST_LINES = 40_000  # more than the dates of a century
MOST_PROBLEMS = 20
DELIMITERS = ";,"
NEEDED = 2  # a date and its parts


def read(
    data: bytes,
    places: Mapping[WorkplaceId, str] | None = None,
    band_at: BandAt | None = None,
) -> tuple[Day, ...]:
    """Return the days by date.

    `places` are the known workplaces with their names; without them whatever stands
    between the brackets is taken as it is. `band_at` tells in which band a clock time
    falls, which is not kept; without it clock times are refused.

    Raises:
        RefusedImportError: with the first problems, each with its line; a reason of
            `import_sentences`.
    """
    lines = _lines(_text(data))
    order = _order(*next(lines))
    names = daylog_cells.names_of(places)
    days: list[Day] = []
    lines_by_date: dict[date, int] = {}
    problems: list[Problem] = []
    for number, cells in lines:
        try:
            day = daylog_cells.day(_arranged(cells, order), names, band_at)
            _check_new(day, lines_by_date)
            lines_by_date[day.date] = number
            days.append(day)
        except Fault as fault:
            problems.append(Problem(number, fault.reason, fault.detail))
            if len(problems) == MOST_PROBLEMS:
                break
    if problems:
        raise RefusedImportError(*problems)
    return in_order(days)


def write(
    days: Iterable[Day],
    places: Mapping[WorkplaceId, str] | None = None,
    *,
    language: str = "en",
) -> bytes:
    """Return the list as a spreadsheet opens it: semicolons and a byte order mark."""
    names = daylog_cells.names_of(places)
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS[language])
    for day in in_order(days):
        table.writerow(daylog_cells.cells(day, names, language))
    return out.getvalue().encode("utf-8-sig")


def _text(data: bytes) -> str:
    if data.count(b"\n") > MOST_LINES:
        raise RefusedImportError(Problem(MOST_LINES, "too-many-lines", str(MOST_LINES)))
    if len(data) > LIMIT:
        raise RefusedImportError(Problem(0, "too-large", str(LIMIT // MEBIBYTE)))
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = 0 if is_wide else data.count(b"\n", 0, error.start) + 1
        raise RefusedImportError(Problem(line, "encoding")) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise RefusedImportError(Problem(line, "not-text"))
    return text


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the header and every line that is not empty, with its number, as cells."""
    skipped = 0
    if text[:4].lower() == "sep=":  # what Excel puts above a list for itself
        _, _, text = text.partition("\n")
        skipped = 1
    table = csv.reader(
        io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True
    )
    is_empty = True
    while True:
        number = skipped + table.line_num + 1
        try:
            cells = next(table, None)
        except csv.Error:
            raise RefusedImportError(Problem(number, "quote")) from None
        if cells is None:
            break
        if any(map(str.strip, cells)):
            is_empty = False
            yield number, cells
    if is_empty:
        raise RefusedImportError(Problem(0, "empty"))


def _delimiter(text: str) -> str:
    """Return what the header is divided by; the names of columns hold neither."""
    header = text.lstrip().partition("\n")[0]
    return next((found for found in DELIMITERS if found in header), DELIMITERS[0])


def _order(number: int, cells: list[str]) -> tuple[int, ...]:
    """Return which of our columns each cell is, from the header.

    Raises:
        RefusedImportError: `no-header`, `delimiter`, `strange-column`, `column-twice`
            or `missing-column`.
    """
    names = [cell.strip().casefold() for cell in cells]
    while names and not names[-1]:
        names.pop()
    ours = {name: at for own in COLUMNS.values() for at, name in enumerate(own)}
    if names[0] not in ours:
        is_divided = any(names[0].startswith(own[0]) for own in COLUMNS.values())
        reason = "delimiter" if is_divided else "no-header"
        raise RefusedImportError(Problem(number, reason, cells[0][:DETAIL_LENGTH]))
    for name in names:
        if name not in ours:
            detail = name[:DETAIL_LENGTH]
            raise RefusedImportError(Problem(number, "strange-column", detail))
    order = tuple(ours[name] for name in names)
    if len(set(order)) < len(order):
        raise RefusedImportError(Problem(number, "column-twice"))
    for at in range(NEEDED):
        if at not in order:
            raise RefusedImportError(
                Problem(
                    number,
                    "missing-column",
                    "/".join(own[at] for own in COLUMNS.values()),
                )
            )
    return order


def _check_new(day: Day, lines: Mapping[date, int]) -> None:
    if day.date in lines:
        raise Fault("twice", str(lines[day.date]))


def _arranged(cells: list[str], order: tuple[int, ...]) -> list[str]:
    """Return the cells in our order; columns that are not there are empty."""
    extra = [cell for cell in cells[len(order) :] if cell.strip()]
    if extra or len(cells) < NEEDED:
        raise Fault("cells", str(len(cells)))
    found = [""] * len(COLUMNS["en"])
    for at, cell in zip(order, cells, strict=False):
        found[at] = " ".join(cell.split())
    return found
