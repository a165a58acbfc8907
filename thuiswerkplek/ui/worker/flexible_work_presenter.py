"""Asking to work at another place or other times: which days matter; no Qt.

Information under the Wet flexibel werken (balance dossier 3.4), never advice.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.agreement import (
    REQUEST_TERMS,
    months_later,
    request_dates,
)
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.worker import agreement_reading as reading
from thuiswerkplek.ui.worker.flexible_work_models import RequestDay, RequestSheet
from thuiswerkplek.ui.worker.flexible_work_statements import (
    SERIES,
    ground,
    statements,
)

if TYPE_CHECKING:
    from datetime import date

    from thuiswerkplek.domain.agreement import RequestDates
    from thuiswerkplek.domain.rates import Rates
    from thuiswerkplek.services.day_log import DayLog

ONE_DAY = timedelta(days=1)


class FlexibleWorkPresenter:
    """Holds the wanted start as it was typed; nothing of it is kept."""

    def __init__(self, log: DayLog) -> None:
        self._log = log
        first = earliest_start(log.today(), log.rates)
        self._start = first and _first_of_month(first)
        self._typed = reading.date_text(self._start)
        self._problem = ""

    def choose_start(self, text: str) -> None:
        """Work out the days for another start; a wrong one changes nothing else."""
        self._typed, self._problem = text, ""
        try:
            self._start = reading.read_date(text)
        except ValueRefusedError:
            self._problem = _("Type a date, such as 1-2-2027.")

    def sheet(self) -> RequestSheet:
        """Return what is shown for the wanted start."""
        rates = self._log.rates
        start = self._start or self._log.today()
        dates = None if self._problem else request_dates(start, rates)
        return RequestSheet(
            title=_("Asking for another place or other times"),
            information=_("Information, not legal advice"),
            text=_(
                "You can always talk it over first. Do you want to ask for it"
                " officially, under the Dutch Flexible Working Act (Wet flexibel"
                " werken)? Then these days matter."
            ),
            start_label=_("From when you want it"),
            start_help=_("Such as 1-2-2027. This date is not kept."),
            start=self._typed,
            problem=self._problem,
            days=_days(dates) if dates else (),
            ground=_ground(rates, start) if dates else "",
            remark=self._remark(dates, start),
            statements_title=_("What is known about it, and from where"),
            statements=statements(rates, start),
        )

    def _remark(self, dates: RequestDates | None, start: date) -> str:
        if self._problem:
            return ""
        if dates is None:
            text = _("The time limits of {day} are not known.")
            return text.format(day=words.day(start))
        if dates.ask_by >= self._log.today():
            return ""
        first = earliest_start(self._log.today(), self._log.rates)
        if first is None:
            return _("The last day to ask has passed.")
        text = _(
            "The last day to ask has passed. Asked today, it can begin on {day} at the"
            " earliest."
        )
        return text.format(day=words.day(first))


def earliest_start(today: date, rates: Rates) -> date | None:
    """Return the first start that can still be asked for in time today."""
    ahead = rates.value("flexible-work/months-ahead", today)
    if ahead is None:
        return None
    start = months_later(today, int(ahead))
    while months_later(start, -int(ahead)) < today:  # at the end of a short month
        start += ONE_DAY
    return start


def _first_of_month(day: date) -> date:
    """Return the day itself when it begins a month, else the next month's first."""
    return day if day.day == 1 else months_later(day.replace(day=1), 1)


def _days(dates: RequestDates) -> tuple[RequestDay, ...]:
    return (
        RequestDay(_("Ask in writing by"), words.day(dates.ask_by)),
        RequestDay(_("Decision by"), words.day(dates.decided_by)),
        RequestDay(
            _("In service since, at the latest"),
            words.day(dates.in_service_since),
        ),
    )


def _ground(rates: Rates, start: date) -> str:
    found = (rates.rate(SERIES + name, start) for name in REQUEST_TERMS)
    return ground(rates, [rate for rate in found if rate is not None])
