"""An agreement as it stands in a form, as text, and how it is read back; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from thuiswerkplek.domain.agreement import (
    MOST_LINES,
    Agreement,
    Basis,
    HomeDay,
    Item,
    Money,
    Parties,
    Terms,
)
from thuiswerkplek.domain.daylog import DAYS_A_WEEK
from thuiswerkplek.domain.errors import ValueRefusedError
from thuiswerkplek.domain.people import REMARK_LENGTH, clean_name, clean_text
from thuiswerkplek.ui.worker import agreement_reading as reading
from thuiswerkplek.ui.worker.agreement_entries import Entry
from thuiswerkplek.ui.worker.agreement_rule_slots import (
    kept_rules,
    made_rules,
    rule_texts,
    rule_weekdays,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thuiswerkplek.domain.agreement_rules import Weekdays

Value = TypeVar("Value")

MOST_MONTHS = 60
PARTIES = (Entry.EMPLOYER, Entry.WORKER, Entry.MANAGER, Entry.TEAM)
TERMS = (
    *(Entry.ENDING, Entry.PLACES, Entry.HOURS, Entry.REACHABILITY, Entry.WORK),
    *(Entry.WORKPLACE, Entry.EQUIPMENT, Entry.PRIVACY, Entry.EVIDENCE),
)


class Choice(StrEnum):
    """A choice in the form that always has a value."""

    HOME_DAY = "home-day"
    BASIS = "basis"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form holds: texts as typed, weekdays, choices and lines."""

    texts: Mapping[Entry, str] = field(default_factory=dict)
    weekdays: Mapping[Entry, Weekdays] = field(default_factory=dict)
    home_day: HomeDay = HomeDay.WHOLE
    basis: Basis = Basis.ACTUAL
    items: tuple[Item, ...] = ()

    def is_like(self, other: Draft) -> bool:
        """Return whether both say the same; an empty field is none."""
        return self._said() == other._said()

    def _said(self) -> tuple[object, ...]:
        return (
            {entry: text.strip() for entry, text in self.texts.items() if text.strip()},
            {entry: days for entry, days in self.weekdays.items() if days},
            self.home_day,
            self.basis,
            tuple(item for item in self.items if item.name.strip()),
        )


class Read(NamedTuple):
    """What a draft says: an agreement, or what is wrong and where."""

    agreement: Agreement | None
    problems: Mapping[Entry, ValueRefusedError]


def draft_of(agreement: Agreement) -> Draft:
    """Return the form filled in with an agreement."""
    money = agreement.money
    texts = {
        Entry.VALID_FROM: reading.date_text(agreement.valid_from),
        Entry.VALID_TO: reading.date_text(agreement.valid_to),
        Entry.DAYS_A_WEEK: _number(agreement.days_a_week),
        Entry.HOME_AMOUNT: reading.euro_text(money.home_a_day),
        Entry.KM_AMOUNT: reading.euro_text(money.travel_a_km),
        Entry.BUDGET: reading.euro_text(money.equipment_budget),
        Entry.COUNTRY: agreement.home_country,
        Entry.SITES: "\n".join(agreement.sites),
        Entry.CHECKED_ON: reading.date_text(agreement.workplace_checked_on),
        Entry.REVIEW_ON: reading.date_text(agreement.review_on),
        Entry.REVIEW_MONTHS: _number(agreement.review_months),
        **{one: getattr(agreement.parties, one.value) for one in PARTIES},
        **{one: getattr(agreement.terms, one.value) for one in TERMS},
        **rule_texts(agreement.rules),
    }
    return Draft(
        texts={entry: text for entry, text in texts.items() if text},
        weekdays=rule_weekdays(agreement.rules),
        home_day=agreement.home_day,
        basis=money.basis,
        items=agreement.equipment,
    )


def _number(number: float | None) -> str:
    return "" if number is None else reading.number_text(number)


def read(draft: Draft, base: Agreement | None = None) -> Read:
    """Return what a draft says; rules of `base` that have no field are kept.

    Raises:
        ValueRefusedError: it is too much as a whole.
    """
    taker = Taker(draft.texts)
    rules = made_rules(taker, draft.weekdays)
    found: dict[str, object] = {
        "valid_to": taker.take(Entry.VALID_TO, reading.read_date),
        "parties": Parties(*(taker.name(one) for one in PARTIES)),
        "home_country": taker.take(Entry.COUNTRY, reading.read_country) or "",
        "sites": taker.names(Entry.SITES),
        "days_a_week": taker.take(Entry.DAYS_A_WEEK, reading.read_days_a_week),
        "home_day": draft.home_day,
        "rules": (*rules, *kept_rules(base.rules if base else ())),
        "money": _money(taker, draft.basis),
        "equipment": _items(taker, draft.items),
        "terms": Terms(**{one.value: taker.words(one) for one in TERMS}),
        "review_on": taker.take(Entry.REVIEW_ON, reading.read_date),
        "review_months": taker.take(Entry.REVIEW_MONTHS, reading.whole(1, MOST_MONTHS)),
        "workplace_checked_on": taker.take(Entry.CHECKED_ON, reading.read_date),
    }
    return _whole(taker, found)


def _whole(taker: Taker, found: dict[str, object]) -> Read:
    valid_from = taker.needed(Entry.VALID_FROM, reading.read_date)
    if valid_from is None or taker.problems:
        return Read(None, taker.problems)
    try:
        return Read(Agreement(valid_from, **found), {})  # type: ignore[arg-type]
    except ValueRefusedError as error:
        if error.field != "valid-to":
            raise
        return Read(None, {Entry.VALID_TO: error})


def _money(taker: Taker, basis: Basis) -> Money:
    return Money(
        home_a_day=taker.take(Entry.HOME_AMOUNT, reading.read_euro),
        travel_a_km=taker.take(Entry.KM_AMOUNT, reading.read_euro),
        basis=basis,
        equipment_budget=taker.take(Entry.BUDGET, reading.read_euro),
    )


def _items(taker: Taker, items: tuple[Item, ...]) -> tuple[Item, ...]:
    def clean() -> tuple[Item, ...]:
        named = [
            Item(clean_name(item.name, field=Entry.ITEMS), item.owner) for item in items
        ]
        found = tuple(item for item in named if item.name)
        if len(found) > MOST_LINES:
            raise ValueRefusedError(Entry.ITEMS, "too-many")
        return found

    return taker.made(Entry.ITEMS, clean) or ()


class Taker:
    """Takes values out of texts and remembers which of them were refused."""

    def __init__(self, texts: Mapping[Entry, str]) -> None:
        self._texts = texts
        self.problems: dict[Entry, ValueRefusedError] = {}

    def text(self, entry: Entry) -> str:
        """Return what was typed, without spaces around it."""
        return self._texts.get(entry, "").strip()

    def refuse(self, entry: Entry, reason: str) -> None:
        """Remember that this entry is wrong, unless it is known already."""
        self.problems.setdefault(entry, ValueRefusedError(entry, reason))

    def made(self, entry: Entry, make: Callable[[], Value]) -> Value | None:
        """Return what is made, or None when it is refused."""
        try:
            return make()
        except ValueRefusedError as error:
            self.problems.setdefault(entry, error)
            return None

    def take(self, entry: Entry, reader: Callable[[str], Value]) -> Value | None:
        """Return the value of an entry, None when it is empty or refused."""
        text = self.text(entry)
        return self.made(entry, lambda: reader(text)) if text else None

    def needed(self, entry: Entry, reader: Callable[[str], Value]) -> Value | None:
        """Return the value of an entry that may not be empty."""
        if not self.text(entry):
            self.refuse(entry, "needed")
        return self.take(entry, reader)

    def pair(
        self,
        first: tuple[Entry, Callable[[str], int]],
        second: tuple[Entry, Callable[[str], int]],
    ) -> tuple[int, int] | None:
        """Return two values that belong together: both or neither."""
        one, other = self.take(*first), self.take(*second)
        empty = [entry for entry, _read in (first, second) if not self.text(entry)]
        if len(empty) == 1:
            self.refuse(empty[0], "both")
        return None if one is None or other is None else (one, other)

    def days(self, entry: Entry) -> int | None:
        """Return a number of days a week."""
        return self.take(entry, reading.whole(0, DAYS_A_WEEK))

    def name(self, entry: Entry) -> str:
        """Return a one-line name."""
        return self.take(entry, lambda text: clean_name(text, field=entry)) or ""

    def names(self, entry: Entry) -> tuple[str, ...]:
        """Return names, one a line."""
        lines = self.text(entry).splitlines()
        found = self.made(
            entry, lambda: [clean_name(line, field=entry) for line in lines]
        )
        return tuple(name for name in found or () if name)

    def words(self, entry: Entry) -> str:
        """Return what was written in words."""
        text = self.text(entry)
        found = self.made(
            entry, lambda: clean_text(text, field=entry, limit=REMARK_LENGTH)
        )
        return found or ""
