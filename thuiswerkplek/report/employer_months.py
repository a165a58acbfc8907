"""Month totals of home and office days in the employer report, once released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.i18n import _
from thuiswerkplek.report.content import Block, Grid, Heading, Row, Sentence

if TYPE_CHECKING:
    from thuiswerkplek.domain.months import SharedMonth
    from thuiswerkplek.domain.sharing import EmployerReport


def months(report: EmployerReport) -> list[Block]:
    """Return the days per month; nothing when the worker shared none."""
    if not report.months:
        return []
    return [
        Heading(2, _("Days per month")),
        Sentence(_chosen(), "note"),
        _table(report.months),
        Sentence(_counted(), "muted"),
    ]


def _table(found: tuple[SharedMonth, ...]) -> Grid:
    return Grid(
        columns=(
            *(_("Month"), _("Worked"), _("At home"), _("At the office")),
            *(_("First at home"), _("Otherwise"), _("Arrived in a peak")),
            _("Arrived outside it"),
        ),
        rows=tuple(map(_row, found)),
        shares=(1.7, 1, 0.8, 1, 0.95, 1.05, 1.25, 1.25),
        summary=_("Days worked per month by kind, and the arrivals at the office."),
        is_small=True,
        has_numbers=True,
    )


def _row(month: SharedMonth) -> Row:
    numbers = (
        month.worked_days,
        month.home_days,
        month.office_days,
        month.home_first_days,
        month.other_days,
        month.arrivals_in_peak,
        month.arrivals_outside_peak,
    )
    return (words.capital(words.month(month.first)), *map(str, numbers))


def _chosen() -> str:
    return _(
        "The worker chose to share these totals of the day log. No single day, no time"
        " and no reason is among them, and days off are not counted."
    )


def _counted() -> str:
    return _(
        "First at home: work began at home and went on at the office. Otherwise: partly"
        " at home, at a customer or at another workplace. An arrival counts only where"
        " the worker noted whether it was in a peak."
    )
