"""The fields of the form *Agreement* in words, by group of the dossier; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, sentences
from thuiswerkplek.domain.agreement import MOST_EURO, Basis, HomeDay
from thuiswerkplek.domain.daylog import DAYS_A_WEEK, MINUTES_A_DAY
from thuiswerkplek.domain.workplace import Owner
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.worker import agreement_reading as reading
from thuiswerkplek.ui.worker import agreement_texts
from thuiswerkplek.ui.worker.agreement_draft import MOST_MONTHS, Choice, Draft
from thuiswerkplek.ui.worker.agreement_entries import Entry
from thuiswerkplek.ui.worker.agreement_models import (
    Group,
    Items,
    Line,
    Options,
    Pair,
    Part,
    Refusals,
    Remark,
    Room,
    Weekdays,
)
from thuiswerkplek.ui.worker.agreement_rule_slots import MOST_DAYS_A_MONTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from thuiswerkplek.domain.errors import ValueRefusedError

_BOUNDS: dict[Entry, tuple[float | Decimal, int]] = {
    Entry.DAYS_A_WEEK: (reading.LEAST_DAYS, DAYS_A_WEEK),
    Entry.HOME_LEAST: (0, DAYS_A_WEEK),
    Entry.HOME_MOST: (0, DAYS_A_WEEK),
    Entry.OFFICE_LEAST: (0, DAYS_A_WEEK),
    Entry.OFFICE_MOST: (0, DAYS_A_WEEK),
    Entry.OUTSIDE_DAYS: (0, MOST_DAYS_A_MONTH),
    Entry.OUTSIDE_OF: (1, MOST_DAYS_A_MONTH),
    Entry.FIRST_DAYS: (0, MOST_DAYS_A_MONTH),
    Entry.FIRST_MINUTES: (0, MINUTES_A_DAY),
    Entry.HOME_AMOUNT: (0, MOST_EURO),
    Entry.KM_AMOUNT: (0, MOST_EURO),
    Entry.BUDGET: (0, MOST_EURO),
    Entry.REVIEW_MONTHS: (1, MOST_MONTHS),
}


def first() -> tuple[Part, ...]:
    """Return the fields above the groups: when it holds."""
    return (
        Pair(
            Line(
                Entry.VALID_FROM,
                _("First day"),
                Room.DATE,
                _("Such as 1-2-2027. Only this field must be filled in."),
            ),
            Line(
                Entry.VALID_TO,
                _("Last day"),
                Room.DATE,
                _("Leave it empty when it holds until it is changed."),
            ),
        ),
    )


def groups() -> tuple[Group, ...]:
    """Return the groups, days first."""
    return (
        Group("days", _("Days"), _days()),
        Group("peak", _("Outside the peak"), _peak()),
        Group("reach", _("Reachability"), _reachability()),
        Group("money", _("Money"), _money()),
        Group("equipment", _("Equipment"), _equipment()),
        Group("who", _("Who and where"), _who()),
        Group("words", _("In words"), _words()),
        Group("review", _("Talking it over"), _review()),
    )


def _days() -> tuple[Part, ...]:
    unit = _("days")
    return (
        Line(
            Entry.DAYS_A_WEEK,
            _("Days you work a week"),
            Room.NUMBER,
            _("Nine days in two weeks is {number}.").format(
                number=reading.number_text(4.5)
            ),
            unit,
        ),
        Pair(
            Line(Entry.HOME_LEAST, _("Home days a week, at least"), Room.NUMBER),
            Line(Entry.HOME_MOST, _("Home days a week, at most"), Room.NUMBER),
        ),
        Pair(
            Line(Entry.OFFICE_LEAST, _("Office days a week, at least"), Room.NUMBER),
            Line(Entry.OFFICE_MOST, _("Office days a week, at most"), Room.NUMBER),
        ),
        _weekdays(Entry.FIXED_HOME, _("Always at home on")),
        _weekdays(Entry.FIXED_OFFICE, _("Always at the office on")),
        Options(
            Choice.HOME_DAY,
            _("What counts as a home day"),
            (
                (HomeDay.WHOLE, _("a whole day at home")),
                (HomeDay.PART, _("a day with a part at home")),
            ),
        ),
    )


def _weekdays(entry: Entry, label: str) -> Weekdays:
    days = tuple(
        (day, balance_words.short_weekday(day), balance_words.weekday(day))
        for day in range(1, 8)
    )
    return Weekdays(entry, label, days)


def _peak() -> tuple[Part, ...]:
    return (
        Pair(
            Line(
                Entry.OUTSIDE_DAYS,
                _("Arrivals outside the peak, at least"),
                Room.NUMBER,
            ),
            Line(Entry.OUTSIDE_OF, _("of how many office days"), Room.NUMBER),
        ),
        Pair(
            Line(
                Entry.FIRST_DAYS,
                _("Days a month first at home, then to the office"),
                Room.NUMBER,
            ),
            Line(
                Entry.FIRST_MINUTES,
                _("How long at home first"),
                Room.NUMBER,
                unit=_("minutes"),
            ),
        ),
    )


def _reachability() -> tuple[Part, ...]:
    return (
        Pair(
            Line(Entry.CORE_BEGIN, _("Reachable from"), Room.NUMBER),
            Line(Entry.CORE_UNTIL, _("Reachable until"), Room.NUMBER),
        ),
        Pair(
            Line(Entry.QUIET_BEGIN, _("Not reachable from"), Room.NUMBER),
            Line(Entry.QUIET_UNTIL, _("Not reachable until"), Room.NUMBER),
        ),
        Remark(_("Times such as 9:00. Not reachable may go on past midnight.")),
        Line(Entry.REACHABILITY, _("More about reachability"), Room.TEXT),
        Line(Entry.HOURS, _("Working hours and rest"), Room.TEXT),
    )


def _money() -> tuple[Part, ...]:
    return (
        Pair(
            Line(Entry.HOME_AMOUNT, _("For a day at home"), Room.NUMBER, sign="€"),
            Line(Entry.KM_AMOUNT, _("For a kilometre"), Room.NUMBER, sign="€"),
        ),
        Options(
            Choice.BASIS,
            _("Paid for"),
            (
                (Basis.ACTUAL, _("the days as they were")),
                (Basis.FIXED, _("a fixed number of days")),
            ),
        ),
        Line(Entry.BUDGET, _("Budget for equipment"), Room.NUMBER, sign="€"),
    )


def _equipment() -> tuple[Part, ...]:
    owners = tuple((one.value, agreement_texts.owner(one)) for one in Owner)
    return (
        Items(
            Entry.ITEMS,
            _("What belongs to the agreement"),
            "",
            _("Thing {number}"),
            _("Whose it is"),
            owners,
            _("Add a thing"),
            _("Remove"),
        ),
        Line(
            Entry.EQUIPMENT,
            _("More about equipment"),
            Room.TEXT,
            _("Such as repair, and what goes back at the end."),
        ),
    )


def _who() -> tuple[Part, ...]:
    return (
        Pair(
            Line(Entry.EMPLOYER, _("Employer"), Room.LINE),
            Line(Entry.WORKER, _("Worker"), Room.LINE),
        ),
        Pair(
            Line(Entry.MANAGER, _("Manager"), Room.LINE),
            Line(Entry.TEAM, _("Team"), Room.LINE),
        ),
        Line(Entry.SITES, _("Offices, one on each line"), Room.TEXT),
        Line(
            Entry.COUNTRY,
            _("Country of the home, if not the Netherlands"),
            Room.NUMBER,
            _("Two letters, such as BE or DE. Your address is not needed."),
        ),
        Line(Entry.PLACES, _("Other places you may work at"), Room.TEXT),
        Line(Entry.CHECKED_ON, _("Workplace at home checked on"), Room.DATE),
        Line(Entry.WORKPLACE, _("More about the workplace"), Room.TEXT),
    )


def _words() -> tuple[Part, ...]:
    return (
        Remark(_("Write nothing about your health here.")),
        Line(
            Entry.WORK,
            _("Work"),
            Room.TEXT,
            _("Such as what you do at home, results and meetings."),
        ),
        Line(
            Entry.PRIVACY,
            _("Security and privacy"),
            Room.TEXT,
            _("Such as devices and documents at home."),
        ),
        Line(
            Entry.EVIDENCE,
            _("Who sees your days"),
            Room.TEXT,
            _("How days are noted, who sees them and how long they are kept."),
        ),
        Line(Entry.ENDING, _("How to end or change it"), Room.TEXT),
    )


def _review() -> tuple[Part, ...]:
    return (
        Pair(
            Line(Entry.REVIEW_ON, _("You talk it over on"), Room.DATE),
            Line(
                Entry.REVIEW_MONTHS,
                _("and then every so many months"),
                Room.NUMBER,
                unit=_("months"),
            ),
        ),
    )


def entries(parts: Iterable[Part]) -> tuple[Entry, ...]:
    """Return the fields of some parts."""
    found: list[Entry] = []
    for part in parts:
        if isinstance(part, Pair):
            found += (part.first.entry, part.second.entry)
        elif isinstance(part, Line | Weekdays | Items):
            found.append(part.entry)
    return tuple(found)


def note(group: Group, draft: Draft) -> str:
    """Return how much of a group is filled in."""
    filled = sum(_is_filled(entry, draft) for entry in entries(group.parts))
    if not filled:
        return _("empty")
    return ngettext("{count} filled in", "{count} filled in", filled).format(
        count=filled
    )


def _is_filled(entry: Entry, draft: Draft) -> bool:
    if entry is Entry.ITEMS:
        return any(item.name.strip() for item in draft.items)
    return bool(draft.texts.get(entry, "").strip() or draft.weekdays.get(entry))


def refusals(problems: Mapping[Entry, ValueRefusedError]) -> Refusals:
    """Return what is wrong in sentences, to stand beside the fields."""
    summary = ngettext(
        "Look at {count} field; nothing was saved yet.",
        "Look at {count} fields; nothing was saved yet.",
        len(problems),
    ).format(count=len(problems))
    return Refusals(
        summary, {entry: _problem(entry, error) for entry, error in problems.items()}
    )


def _problem(entry: Entry, error: ValueRefusedError) -> str:
    if error.reason == "out-of-range" and entry in _BOUNDS:
        low, high = _BOUNDS[entry]
        return _("Choose a number from {low} to {high}.").format(
            low=reading.number_text(low), high=high
        )
    own = {
        "needed": _("Type the first day, such as 1-2-2027."),
        "not-a-date": _("Type a date, such as 1-2-2027."),
        "not-a-time": _("Type a time, such as 9:00."),
        "not-a-number": _("Type a number, such as {example}.").format(
            example=_example(entry)
        ),
        "not-whole-number": _("Type a whole number, such as 2."),
        "both": _("Fill in both, or leave both empty."),
        "crossed": _("At most is less than at least. Change one of them."),
        "more-than-all": _("That is more than all of those days. Change one of them."),
        "two-places": _("A day is at home or at the office. Choose one."),
        "unknown-country": _("Type two letters, such as BE or DE."),
    }
    return own.get(error.reason) or sentences.refused_value(error.reason, error.field)


def _example(entry: Entry) -> str:
    amounts = {Entry.HOME_AMOUNT, Entry.KM_AMOUNT}
    return reading.number_text(0.25 if entry in amounts else 2)
