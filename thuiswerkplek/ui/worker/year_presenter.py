"""The year part of the page *Balans* without a window."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from thuiswerkplek import balance_sentences, balance_words, sentences, words
from thuiswerkplek.domain.agreement_kept import Span
from thuiswerkplek.domain.daylog import DAYS_A_WEEK, monday
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.i18n import _
from thuiswerkplek.ui.contracts import Level, Notice, PageName
from thuiswerkplek.ui.worker import year_money, year_pictures, year_totals
from thuiswerkplek.ui.worker.year_models import (
    Choices,
    Empty,
    YearFigures,
    YearPage,
)

if TYPE_CHECKING:
    from thuiswerkplek.domain.agreement import Agreement
    from thuiswerkplek.services.balance_figures import YearBalance
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell
    from thuiswerkplek.ui.worker.year_models import Picture

ONE_DAY = timedelta(days=1)
SHOWN_WEEKS = timedelta(weeks=12)
MONTHS = range(1, 13)
WHOLE_YEAR = 0


class YearScreen(Protocol):
    """What the presenter asks of the page."""

    def show_page(self, page: YearPage) -> None:
        """Show the year as it is now."""


class YearPresenter:
    """One year, as a whole or one month of it."""

    def __init__(
        self, services: WorkerServices, shell: Shell, screen: YearScreen
    ) -> None:
        self._services = services
        self._log = services.day_log
        self._shell = shell
        self._screen = screen
        self._year = self._log.today().year
        self._month = WHOLE_YEAR

    def refresh(self) -> None:
        """Show what is known now."""
        try:
            page = self.page()
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
            return
        self._screen.show_page(page)

    def show_year(self, year: int) -> None:
        """Show another year, as a whole."""
        self._year, self._month = year, WHOLE_YEAR
        self.refresh()

    def choose_period(self, month: int) -> None:
        """Show the numbers of one month, or of the year by 0."""
        self._month = month
        self.refresh()

    def go_to_check(self) -> None:
        """Open the check of the workplaces."""
        self._shell.go_to(PageName.WORKPLACE)

    def tell_copied(self) -> None:
        """Say that the months are on the clipboard."""
        self._shell.notify(Notice(_("Copied. Paste it into a spreadsheet.")))

    def page(self) -> YearPage:
        """Return the year as it is to be shown."""
        found = self._log.balance(self._year)
        is_empty = not found.total.figures.kinds
        return YearPage(
            title=_("The year {year}").format(year=self._year),
            lead=_lead(found),
            years=self._years(),
            periods=self._periods(found),
            figures=None if is_empty else self._figures(found),
            empty=self._empty() if is_empty else None,
        )

    def _figures(self, found: YearBalance) -> YearFigures:
        places = {place.id: place.name for place in self._services.places.all()}
        agreements = self._log.agreements()
        return YearFigures(
            weeks=self._weeks(agreements),
            months=year_pictures.months(
                found.year, found.months, agreements, self._usual_days()
            ),
            totals=year_totals.totals(found, self._month),
            remarks=year_totals.remarks(found, places),
            money=year_money.money(found, self._log.rates),
            border=year_money.border(found, self._log.rates),
            wpm=year_totals.travelled(found),
        )

    def _weeks(self, agreements: tuple[Agreement, ...]) -> Picture:
        """Return the weeks of the shown month, or the last twelve of the year."""
        today = self._log.today()
        if self._month:
            first = date(self._year, self._month, 1)
            last = (first + timedelta(days=31)).replace(day=1) - ONE_DAY
            name = balance_words.month(self._month)
            title = _("The weeks of {month} {year}").format(month=name, year=self._year)
            span = Span(monday(first), monday(last) + 6 * ONE_DAY)
        else:
            last = monday(min(today, date(self._year, 12, 31))) + 6 * ONE_DAY
            span = Span(last - SHOWN_WEEKS + ONE_DAY, last)
            title = _("The last twelve weeks")
            if self._year != today.year:
                title = _("The last twelve weeks of {year}").format(year=self._year)
        entries = self._log.entries(span.first, span.last)
        return year_pictures.weeks(
            [entry.day for entry in entries if entry.is_kept and entry.day is not None],
            agreements,
            span,
            title=title,
            until=min(span.last, today - ONE_DAY),
        )

    def _usual_days(self) -> int | None:
        """Return the days a week of the plan, None without one of whole days."""
        pattern = self._log.pattern()
        if pattern is None:
            return None
        weeks = len(pattern.days) // DAYS_A_WEEK
        return sum(bool(day.parts) for day in pattern.days) // weeks or None

    def _years(self) -> Choices:
        today, first = self._log.today(), self._log.first_day()
        begin = today.year if first is None else min(first.year, today.year)
        shown = {*range(begin, today.year + 1), self._year}
        items = tuple((year, str(year)) for year in sorted(shown, reverse=True))
        return Choices(items, self._year)

    def _periods(self, found: YearBalance) -> Choices:
        whole = _("The whole year")
        filled = [
            (number, words.capital(balance_words.month(number)))
            for number in MONTHS
            if found.months[number - 1].figures.kinds or number == self._month
        ]
        return Choices(((WHOLE_YEAR, whole), *filled), self._month)

    def _empty(self) -> Empty:
        return Empty(
            title=_("Nothing to tell of {year} yet").format(year=self._year),
            text=_(
                "Once days are filled in you see them here week by week and month by"
                " month, against what you agreed: the trips you avoided, what your"
                " allowance comes to, and remarks. Fill in a day, or take in a list or"
                " a calendar below."
            ),
        )


def _lead(found: YearBalance) -> str:
    total = found.total
    said = []
    if total.home_share is not None:
        said.append(balance_sentences.at_home(total.home_share, total.share_class))
    said.append(balance_sentences.planned(found.planned_days))
    return " ".join(part for part in said if part)
