"""The page *Maatregelen* without a window: filters, groups, steps and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from thuiswerkplek import sentences
from thuiswerkplek.domain.catalogue import Actor, Cost, Visibility
from thuiswerkplek.domain.errors import ThuiswerkplekError
from thuiswerkplek.domain.private import Vault
from thuiswerkplek.domain.sharing import answer_key, place_key
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.contracts import Level, Notice, PageName
from thuiswerkplek.ui.worker import measures_texts
from thuiswerkplek.ui.worker.measures_models import (
    Empty,
    Filter,
    FilterChip,
    MeasureGroup,
    MeasuresPage,
)

if TYPE_CHECKING:
    from thuiswerkplek.domain.measures import Measure, MeasureId, State
    from thuiswerkplek.services.results import MeasureLine
    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell


class MeasuresScreen(Protocol):
    """What the presenter asks of the page."""

    def show_page(self, page: MeasuresPage) -> None:
        """Show the page as it is now."""


class MeasuresPresenter:
    """Everything that is to be done about findings, at every workplace."""

    def __init__(
        self, services: WorkerServices, shell: Shell, screen: MeasuresScreen
    ) -> None:
        self._services = services
        self._shell = shell
        self._screen = screen
        self._filter = Filter.ALL

    def refresh(self) -> None:
        """Show what is known now."""
        self._screen.show_page(self.page())

    def choose(self, wanted: Filter) -> None:
        """Show only the measures of one filter."""
        self._filter = wanted
        self.refresh()

    def go_to_check(self) -> None:
        """Open the check, where measures come from."""
        self._shell.go_to(PageName.WORKPLACE)

    def take_step(self, measure: MeasureId, state: State, note: str = "") -> None:
        """Take one step with a measure, and offer to take it back."""
        line = self._line(measure)
        if line is None:
            self.refresh()
            return
        text = measures_texts.taken(line, state, is_shared=self._is_shared(line))
        try:
            moved = self._services.measuring.advance(line, state, note=note)
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
            return
        self._changed()
        self._shell.notify(
            Notice(text, action=_("Undo"), on_action=lambda: self._take_back(moved))
        )

    def _take_back(self, moved: Measure) -> None:
        line = self._line(moved.id)
        if line is None or line.measure != moved:
            return  # another step came after it; undoing would take that one
        try:
            self._services.measuring.take_back(line)
        except ThuiswerkplekError as error:
            self._shell.notify(Notice(sentences.sentence(error), Level.PROBLEM))
            return
        self._changed()

    def _changed(self) -> None:
        self._shell.data_changed()
        self.refresh()

    def _line(self, measure: MeasureId) -> MeasureLine | None:
        lines = self._services.measuring.lines()
        return next((line for line in lines if line.measure.id == measure), None)

    def _is_shared(self, line: MeasureLine) -> bool:
        """Return whether an employer report as it stands carries this measure."""
        if line.question.visibility is not Visibility.EMPLOYER:
            return False
        place, struck = line.workplace.id, self._services.sharing.choices().struck
        keys = {place_key(place), answer_key(place, line.question.id)}
        return line.is_found_now and keys.isdisjoint(struck)

    def page(self) -> MeasuresPage:
        """Return the page as it is to be shown."""
        lines = self._services.measuring.lines()
        shown = tuple(line for line in lines if _belongs(line, self._filter))
        return MeasuresPage(
            title=_("Measures"),
            lead=_lead(lines),
            chips=tuple(self._chip(one, lines) for one in Filter) if lines else (),
            groups=self._groups(shown),
            remark=self._remark(),
            nothing_here="" if shown or not lines else _nothing(self._filter),
            empty=None if lines else self._empty(),
        )

    def _chip(self, one: Filter, lines: tuple[MeasureLine, ...]) -> FilterChip:
        count = sum(_belongs(line, one) for line in lines)
        name = _filter_name(one)
        return FilterChip(
            filter=one,
            text=f"{name}  {count}",
            spoken=f"{name}, {_counted(count)}",
            is_chosen=one is self._filter,
        )

    def _groups(self, lines: tuple[MeasureLine, ...]) -> tuple[MeasureGroup, ...]:
        still = [line for line in lines if line.measure.is_open]
        danger = [line for line in still if line.question.is_danger]
        other = [line for line in still if not line.question.is_danger]
        done = [line for line in lines if not line.measure.is_open]
        groups = (
            self._group(_("First, because it is dangerous"), danger),
            self._group(_("To do"), other),
            self._group(
                _("Closed"),
                done,
                is_closed=self._filter is not Filter.DONE,
            ),
        )
        return tuple(group for group in groups if group.cards)

    def _group(
        self, title: str, lines: list[MeasureLine], *, is_closed: bool = False
    ) -> MeasureGroup:
        names_place = len(self._services.places.all()) > 1
        cards = tuple(
            measures_texts.card(
                line, is_shared=self._is_shared(line), names_place=names_place
            )
            for line in lines
        )
        return MeasureGroup(title, _counted(len(cards)), cards, is_closed)

    def _remark(self) -> str:
        closed = {Vault.NEEDS_PASSPHRASE, Vault.KEY_MISSING}
        if self._services.private.state not in closed:
            return ""
        return _(
            "Your private answers are locked. Measures that come from them show once"
            " you unlock them in the check."
        )

    def _empty(self) -> Empty:
        places = self._services.places.all()
        checks = [self._services.checking.latest(place.id) for place in places]
        if any(check is not None and check.finished for check in checks):
            return Empty(
                title=_("Nothing to mend"),
                text=_(
                    "Your check found nothing to change. Check again after a move, or"
                    " when you get new furniture."
                ),
            )
        return Empty(
            title=_("Nothing here yet"),
            text=_(
                "Whatever the check finds at your workplace comes here, with what you"
                " can do about it."
            ),
        )


def _belongs(line: MeasureLine, one: Filter) -> bool:
    acts, is_open = line.question.acts, line.measure.is_open
    return {
        Filter.ALL: True,
        Filter.TONIGHT: is_open
        and acts is not Actor.EMPLOYER
        and line.question.cost is Cost.FREE,
        Filter.MINE: is_open and acts is not Actor.EMPLOYER,
        Filter.EMPLOYERS: is_open and acts is not Actor.WORKER,
        Filter.DONE: not is_open,
    }[one]


def _filter_name(one: Filter) -> str:
    return {
        Filter.ALL: _("All"),
        Filter.TONIGHT: _("Tonight, for free"),
        Filter.MINE: _("I do"),
        Filter.EMPLOYERS: _("My employer does"),
        Filter.DONE: _("Closed"),
    }[one]


def _counted(count: int) -> str:
    text = ngettext("{count} measure", "{count} measures", count)
    return text.format(count=count)


def _lead(lines: tuple[MeasureLine, ...]) -> str:
    if not lines:
        return ""
    count = sum(line.measure.is_open for line in lines)
    if not count:
        return _("Everything is done. Check again after a year, or after a move.")
    return ngettext(
        "One thing is still open.",
        "{count} things are open. What matters most is on top.",
        count,
    ).format(count=count)


def _nothing(one: Filter) -> str:
    if one is Filter.DONE:
        return _("Nothing is closed yet. Begin with what is free.")
    return _("Nothing is open here.")
