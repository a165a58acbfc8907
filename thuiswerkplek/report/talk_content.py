"""The talk sheet in words: its parts, in reading order, as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thuiswerkplek import words
from thuiswerkplek.domain.daylog import Where
from thuiswerkplek.i18n import _
from thuiswerkplek.report import talk_words
from thuiswerkplek.report.content import (
    Beside,
    Block,
    Cell,
    Grid,
    Heading,
    Points,
    Row,
    Sentence,
    Weight,
)
from thuiswerkplek.report.employer_words import Wording
from thuiswerkplek.report.marks import SEVERITY_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.talk import Agreed, TalkFinding, TalkSheet
    from thuiswerkplek.domain.talk_topics import Proposal


class Room(NamedTuple):
    """How many rules, findings and proposals get a place on the page."""

    rules: int
    findings: int
    proposals: int


class Parts(NamedTuple):
    """What is printed above the lines to write on, below them, and of the sources."""

    title: str
    above: tuple[Block, ...]
    below: tuple[Block, ...]
    layers: tuple[Weight, ...]


def whole(sheet: TalkSheet) -> Room:
    """Return the room that everything takes."""
    rules = len(sheet.agreed.rules) if sheet.agreed else 0
    return Room(rules, len(sheet.findings), len(sheet.proposals))


def parts(sheet: TalkSheet, catalogue: Catalogue, room: Room) -> Parts:
    """Return the sheet with so much of it, in the current language."""
    wording = Wording(catalogue)
    return Parts(
        title=talk_words.title(),
        above=(
            Heading(1, talk_words.title()),
            _who(sheet),
            Beside((_agreed(sheet, room), _months(sheet)), (1, 1.55)),
            *_findings(sheet, room, wording),
            *_proposals(sheet, room),
            Heading(2, _("What we agree now")),
        ),
        below=(Sentence(talk_words.what_it_is(), "muted"),),
        layers=wording.layers(),
    )


def _who(sheet: TalkSheet) -> Block:
    name = Sentence(sheet.name or _("Name not given"), "strong")
    return Beside(((name,), (Sentence(words.day(sheet.day), "strong"),)), (3, 1))


# What was agreed


def _agreed(sheet: TalkSheet, room: Room) -> tuple[Block, ...]:
    heading = Heading(2, _("What is agreed now"))
    if sheet.agreed is None:
        return heading, Sentence(talk_words.nothing_agreed())
    term = Sentence(talk_words.term(sheet.agreed), "muted")
    return heading, term, *_rules(sheet.agreed, room)


def _rules(agreed: Agreed, room: Room) -> tuple[Block, ...]:
    if not agreed.rules:
        return (Sentence(talk_words.no_rules()),)
    shown = agreed.rules[: room.rules]
    listed = Points(tuple(map(talk_words.rule, shown)), is_small=True)
    return (*((listed,) if shown else ()), *_left_out(len(agreed.rules) - len(shown)))


def _left_out(count: int) -> tuple[Block, ...]:
    return (Sentence(talk_words.not_shown(count), "muted"),) if count else ()


# The months


def _months(sheet: TalkSheet) -> tuple[Block, ...]:
    heading = Heading(2, _("The last three months, in days"))
    if not sheet.months:
        return heading, Sentence(talk_words.no_days())
    rows = [
        _counted(talk_words.month(month), sheet, month.month) for month in sheet.months
    ]
    worked = talk_words.worked(sum(month.worked_days for month in sheet.months))
    if len(sheet.months) > 1:
        rows.append(_counted(Cell(_("Together"), worked, is_strong=True), sheet))
    if sheet.agreed and sheet.agreed.asked:
        rows.append(_asked(sheet.agreed))
    grid = Grid(
        columns=(
            _("Month"),
            _("At home"),
            _("At the office"),
            _("of which first at home"),
            _("In a peak"),
        ),
        rows=tuple(rows),
        shares=(1.2, 1.1, 1.1, 0.95, 1.05),
        summary=_(
            "Days per month by kind, arrivals that were in a peak, and what was agreed."
        ),
        is_small=True,
        has_numbers=True,
    )
    return heading, grid


def _counted(name: str | Cell, sheet: TalkSheet, only: int | None = None) -> Row:
    months = tuple(m for m in sheet.months if only is None or m.month == only)
    return (
        name,
        str(sum(month.home_days for month in months)),
        str(sum(month.office_days + month.home_first_days for month in months)),
        str(sum(month.home_first_days for month in months)),
        talk_words.arrivals(months),
    )


def _asked(agreed: Agreed) -> Row:
    home, office = (
        _both_sides(talk_words.asked(one) for one in agreed.asked if one.where is where)
        for where in (Where.HOME, Where.OFFICE)
    )
    nothing = talk_words.NOTHING
    return _("Agreed"), home or nothing, office or nothing, nothing, nothing


def _both_sides(asked: Iterable[str]) -> str:
    """Return the least and the most; whoever agreed on more has it in the list."""
    return "\n".join([*dict.fromkeys(asked)][:2])


# What to talk over


def _findings(sheet: TalkSheet, room: Room, wording: Wording) -> tuple[Block, ...]:
    heading = Heading(2, _("From the workplace check"))
    if not sheet.open_findings:
        text = _("There is nothing to ask among what the worker shares.")
        return heading, Sentence(text)
    shown = sheet.findings[: room.findings]
    left = _left_out(sheet.open_findings - len(shown))
    if not shown:
        return heading, *left
    grid = Grid(
        columns=(_("What is asked"), _("Basis"), _("Who"), _("By (proposal)")),
        rows=tuple(_finding(finding, wording, sheet.day) for finding in shown),
        shares=(4.6, 0.95, 1.1, 1.6),
        summary=_("Open findings of the check with what is asked, heaviest first."),
        is_small=True,
    )
    return heading, grid, *left


def _finding(finding: TalkFinding, wording: Wording, today: date) -> Row:
    """Return a finding with what is asked; nobody proposes a day that has passed."""
    measure = finding.measure
    below = f"{SEVERITY_MARK[finding.severity]} {words.severity(finding.severity)}: "
    below += wording.text(measure).short
    if finding.number is not None:
        place = _("Workplace {number}").format(number=finding.number)
        below += f" · {finding.place or place}"
    return (
        Cell(wording.text(measure).measure, below),
        wording.layer(wording.question(measure)),
        talk_words.who(measure),
        words.day(max(measure.due, today)),
    )


def _proposals(sheet: TalkSheet, room: Room) -> tuple[Block, ...]:
    if not sheet.proposals:
        return ()
    heading = Heading(2, _("To talk over together"))
    shown = sheet.proposals[: room.proposals]
    left = _left_out(len(sheet.proposals) - len(shown))
    if not shown:
        return heading, *left
    grid = Grid(
        columns=(_("Question for both"), _("Basis")),
        rows=tuple(map(_proposal, shown)),
        shares=(7.3, 0.95),
        summary=_("Questions for worker and employer, with what each rests on."),
        is_small=True,
    )
    return heading, grid, *left


def _proposal(proposal: Proposal) -> Row:
    layer = talk_words.LAYERS[proposal.topic]
    return (
        Cell(talk_words.question(proposal), talk_words.ground(proposal)),
        Weight(layer, words.layer(layer)),
    )
