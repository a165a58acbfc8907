"""The words of *Delen*: what goes, what stays, and what the reader will know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.i18n import _, current, ngettext
from thuiswerkplek.services.sharing import STAYS_STRUCK
from thuiswerkplek.ui.worker.share_models import (
    LogTick,
    PlaceTicks,
    ShareTick,
    StayingGroup,
    TickGroup,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.domain.catalogue import Catalogue
    from thuiswerkplek.domain.months import SharedMonth
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.domain.sharing import EmployerReport
    from thuiswerkplek.services.results import SharedField, SharedLog, StayingField

INTAKE = "intake"


def person_ticks(fields: Iterable[SharedField]) -> tuple[ShareTick, ...]:
    """Return the ticks for what may be left out about the person."""
    names = {"staff-number": _("Staff number"), "department": _("Department")}
    return tuple(
        _tick(field, f"{names[field.what]}: {field.text}")
        for field in fields
        if field.can_be_struck
    )


def place_ticks(
    catalogue: Catalogue, name: str, fields: tuple[SharedField, ...]
) -> PlaceTicks:
    """Return the ticks of one workplace: whole, its name, then theme by theme."""
    whole, named, *rest = fields
    is_open = whole.goes or not whole.can_be_struck  # or all its answers are struck
    themes: dict[str, list[SharedField]] = {}
    for field in rest:
        if field.question is not None:
            themes.setdefault(field.question.theme, []).append(field)
    return PlaceTicks(
        title=name,
        ticks=(
            _tick(whole, _("This workplace goes along"), spoken_of=name),
            _tick(named, _("With its name, “{name}”").format(name=name)),
        ),
        groups=tuple(
            _theme_group(catalogue, theme, found, is_open=is_open)
            for theme, found in themes.items()
        ),
    )


def _theme_group(
    catalogue: Catalogue, theme: str, fields: list[SharedField], *, is_open: bool
) -> TickGroup:
    ticks = tuple(_answer_tick(catalogue, field, is_open=is_open) for field in fields)
    total = sum(not tick.is_remark for tick in ticks)
    going = sum(tick.goes and not tick.is_remark for tick in ticks)
    count = (
        ngettext("{total} answer", "{total} answers", total)
        if going == total
        else ngettext("{going} of {total} answer", "{going} of {total} answers", total)
    )
    return TickGroup(
        id=fields[0].key,
        title=theme_title(catalogue, theme),
        count=count.format(going=going, total=total),
        ticks=ticks,
    )


def _answer_tick(
    catalogue: Catalogue, field: SharedField, *, is_open: bool
) -> ShareTick:
    question, answer = field.question, field.answer
    if question is None or answer is None:
        return _tick(field, field.text, is_open=is_open)
    short = words.question_text(question).short
    if field.what == "remark":
        text = _("Your remark: “{remark}”").format(remark=field.text)
        return _tick(field, text, spoken_of=short, is_open=is_open)
    given = words.answer(catalogue, question, answer)
    return _tick(field, f"{short}: {given}", is_open=is_open)


def _tick(
    field: SharedField, text: str, *, spoken_of: str = "", is_open: bool = True
) -> ShareTick:
    return ShareTick(
        key=field.key,
        text=text,
        spoken=f"{spoken_of}: {text}" if spoken_of else text,
        goes=field.goes,
        is_remark=field.what == "remark",
        is_enabled=is_open and field.can_be_struck,
        by_release=field.what == "remark",
    )


def log_tick(log: SharedLog) -> LogTick | None:
    """Return the tick of the day log, once there is a month to tell."""
    if not log.months and not log.is_released:
        return None
    text, line = _month_totals(), _log_line(log.months)
    tick = ShareTick(
        key=log.key,
        text=text,
        spoken=f"{text}. {line}",
        goes=log.is_released,
        by_release=True,
    )
    return LogTick(_your_day_log(), tick, line)


def _your_day_log() -> str:
    return _("Your day log")


def _month_totals() -> str:
    return _("Month totals of home and office days")


def _log_line(months: tuple[SharedMonth, ...]) -> str:
    if not months:
        return _("There is no month to share yet: only months that ended go along.")
    span = words.month(months[0].first)
    if len(months) > 1:
        last = words.month(months[-1].first)
        span = _("{first} to {last}").format(first=span, last=last)
    return _(
        "Per month ({span}) your employer gets how many days you worked, how many of"
        " them at home, at the office, first at home and elsewhere, and how often you"
        " arrived in a peak or outside it. No single days, no times, no reasons; days"
        " off are not counted, and this month is not in it."
    ).format(span=span)


def staying_log(log: SharedLog) -> StayingGroup:
    """Return what stays of the day log, which is the same whatever is in it."""
    lines = [_("Each day: where you were, how long and how you travelled")]
    if not log.is_released:
        lines.append(_month_totals())
    return StayingGroup("log", _your_day_log(), _why("private"), tuple(lines))


def theme_title(catalogue: Catalogue, theme: str) -> str:
    """Return what a theme is called; the intake is not one of the catalogue's."""
    if theme == INTAKE:
        return _("How and where you work")
    return catalogue.theme(theme).titles[current()]


def staying_groups(
    catalogue: Catalogue, fields: Iterable[StayingField], *, names_place: bool
) -> tuple[StayingGroup, ...]:
    """Return what stays, theme by theme: first what was struck, then by class."""
    groups: dict[tuple[str, str], list[StayingField]] = {}
    for field in fields:
        groups.setdefault((field.question.theme, field.why), []).append(field)
    order = sorted(groups, key=lambda key: key[1] != STAYS_STRUCK)
    return tuple(
        StayingGroup(
            id=f"{theme}/{why}",
            title=theme_title(catalogue, theme),
            why=_why(why),
            lines=tuple(
                _staying_line(field, names_place=names_place)
                for field in groups[theme, why]
            ),
        )
        for theme, why in order
    )


def _staying_line(field: StayingField, *, names_place: bool) -> str:
    short = words.question_text(field.question).short
    if field.workplace is None or not names_place:
        return short
    return f"{short} ({field.workplace.name})"


def _why(why: str) -> str:
    if why == STAYS_STRUCK:
        return _("left out by your choice")
    return {
        "advisor-only": _("never to your employer"),
        "private": _("only for you"),
    }[why]


def request_line(asked: tuple[Request, ...]) -> str:
    """Return what the employer reads of the neutral requests."""
    if not asked:
        return _("Tick one, and your employer reads that sentence and no reason.")
    quoted = ", ".join(f"“{words.request(one)}”" for one in asked)
    return _("Your employer reads only: {requests}. No reason goes along.").format(
        requests=quoted
    )


def knows(report: EmployerReport) -> str:
    """Return in words what the reader will know, and what not."""
    answers = [
        answer for place in report.places for answer in (*place.intake, *place.answers)
    ]
    found = sum(len(place.findings) for place in report.places)
    remarks = sum(bool(answer.remark) for answer in answers)
    counted = [
        _answers(len(answers)),
        ngettext("{count} finding", "{count} findings", found).format(count=found),
    ]
    if remarks:
        counted.append(_remarks(remarks))
    if report.months:
        counted.append(_month_count(len(report.months)))
    does_ask = report.requests or any(place.measures for place in report.places)
    ending = _("what you ask for") if does_ask else ""
    seen = _listed([*counted, ending] if ending else counted)
    first = _("Your employer sees {what}.").format(what=seen)
    return f"{first} {_never(has_remarks=bool(remarks))}"


def _answers(count: int) -> str:
    text = ngettext(
        "{count} answer about the place and your agreements",
        "{count} answers about the place and your agreements",
        count,
    )
    return text.format(count=count)


def _remarks(count: int) -> str:
    text = ngettext("{count} remark of yours", "{count} remarks of yours", count)
    return text.format(count=count)


def _month_count(count: int) -> str:
    text = ngettext("the days of {count} month", "the days of {count} months", count)
    return text.format(count=count)


def _never(*, has_remarks: bool) -> str:
    if has_remarks:
        return _(
            "Nothing about your body or health, unless you wrote it in a remark: the"
            " answers to those questions are not in the file."
        )
    return _("Nothing about your body or health: that is not in the file.")


def _listed(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
