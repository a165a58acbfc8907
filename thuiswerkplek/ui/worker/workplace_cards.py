"""One workplace as a card: how far its check is, what was found, whose things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import words
from thuiswerkplek.domain.catalogue import COMPLAINTS
from thuiswerkplek.domain.workplace import Owner, equipment
from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui.worker.workplace_models import (
    Empty,
    PlaceCard,
    Remaining,
    Repeat,
    ShareField,
    Shares,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thuiswerkplek.domain.check import Check
    from thuiswerkplek.domain.findings import Finding
    from thuiswerkplek.domain.workplace import Workplace, WorkplaceId
    from thuiswerkplek.services.results import Round
    from thuiswerkplek.ui.worker.workplace_models import Doing

WHOLE = 100


def card(
    place: Workplace,
    walk: Round | None,
    history: Sequence[Check],
    *,
    is_main: bool,
    doing: Doing | None,
    problem: str,
) -> PlaceCard:
    """Return a workplace's card; `walk` is None before its first check."""
    is_done = walk is not None and walk.check.finished is not None
    done = walk.progress.done if walk else 0
    total = walk.progress.total if walk else 0
    weighed = _weighed(walk) if walk else ()
    return PlaceCard(
        id=place.id,
        name=place.name,
        done=done,
        total=total,
        progress=_("{count} of {total}").format(count=done, total=total),
        severity=max((item.severity for item in weighed), default=0) if done else None,
        findings=_findings(len(weighed)) if done else "",
        checked=_checked(history),
        equipment=things(walk) if walk else (),
        action=_action(done, is_done=is_done),
        is_main=is_main,
        see_result=_("See the result so far") if done and not is_done else "",
        check_again=_("Check again") if is_done else "",
        removal=_(
            "Remove {name}, with all its answers? This cannot be taken back."
        ).format(name=place.name),
        doing=doing,
        problem=problem,
    )


def _weighed(walk: Round) -> tuple[Finding, ...]:
    """Return the findings without the complaints, which are never weighed."""
    themes = (theme for theme in walk.themes if theme.theme.id != COMPLAINTS)
    return tuple(item for theme in themes for item in theme.findings)


def _findings(count: int) -> str:
    if not count:
        return _("Nothing to mend so far")
    text = ngettext("{count} point to mend", "{count} points to mend", count)
    return text.format(count=count)


def _checked(history: Sequence[Check]) -> str:
    finished = [check.finished for check in history if check.finished]
    if not finished:
        return _("Not checked to the end yet")
    return _("Last checked on {day}").format(day=words.day(finished[-1]))


def _action(done: int, *, is_done: bool) -> str:
    if is_done:
        return _("See the result")
    return _("Continue") if done else _("Begin")


def things(walk: Round) -> tuple[str, ...]:
    """Return whose things are at the workplace, a line for each owner."""
    found = equipment(walk.answers)
    titles = {
        Owner.EMPLOYER: _("From your employer: {things}"),
        Owner.WORKER: _("Your own: {things}"),
    }
    lines = []
    for owner, title in titles.items():
        names = [
            words.equipment(item.kind).lower() for item in found if item.owner is owner
        ]
        if names:
            lines.append(title.format(things=", ".join(names)))
    return tuple(lines)


def empty(privacy: str) -> Empty:
    """Return what the page says before there is a workplace."""
    return Empty(
        title=_("Where do you work at home?"),
        text=_(
            "Go through your workplace question by question. You see at once what is"
            " right already and what you can do tonight. Stop whenever you like; every"
            " answer is kept."
        ),
        privacy=privacy,
        name_label=_("Name of this workplace"),
        name=_("My workplace at home"),
        button=_("Begin"),
    )


def repeat() -> Repeat:
    """Return the two ways to check again."""
    return Repeat(
        text=_("How do you want to check again?"),
        carry_over=_("With my earlier answers"),
        carry_over_help=_("You change only what is different now."),
        empty=_("With an empty list"),
        empty_help=_("You answer everything anew."),
        keep=_("Not now"),
    )


def shares(places: Sequence[Workplace]) -> Shares | None:
    """Return how the hours divide; None with a single workplace."""
    if len(places) < 2:  # noqa: PLR2004 - one place has all the hours
        return None
    return Shares(
        title=_("Your hours at home"),
        text=_(
            "Which share of your hours at home do you work at each place? It decides"
            " how heavily a point weighs."
        ),
        fields=tuple(ShareField(p.id, p.name, p.share_percent) for p in places),
        button=_("Save this division"),
    )


def remaining(
    typed: Mapping[WorkplaceId, int], places: Sequence[Workplace]
) -> Remaining:
    """Return what is left to divide."""
    left = WHOLE - sum(typed.values())
    if left == 0:
        text = _("Together {percent}").format(percent=words.percent(WHOLE))
    elif left > 0:
        text = _("{percent} left to divide").format(percent=words.percent(left))
    else:
        text = _("{percent} too much").format(percent=words.percent(-left))
    known = {place.id: place.share_percent for place in places}
    is_whole = left == 0
    return Remaining(text, is_whole, can_be_saved=is_whole and typed != known)
