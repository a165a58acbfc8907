"""The sentences of the talk sheet, as anyone at the table reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thuiswerkplek import balance_words, rule_words, words
from thuiswerkplek.domain.agreement_rules import DaysRule
from thuiswerkplek.domain.catalogue import Actor, Layer
from thuiswerkplek.domain.talk_topics import Topic
from thuiswerkplek.i18n import _, current, ngettext
from thuiswerkplek.report.employer_words import is_employers

if TYPE_CHECKING:
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.months import SharedMonth
    from thuiswerkplek.domain.sharing import SharedMeasure
    from thuiswerkplek.domain.talk import Agreed, Asked
    from thuiswerkplek.domain.talk_topics import Proposal

NOTHING = "–"

# How binding each proposal is; the letter of the cabinet advises, it binds nobody.
LAYERS = {
    Topic.AGREE: Layer.ADVICE,
    Topic.MOSTLY_HOME: Layer.ADVICE,
    Topic.HARDLY_HOME: Layer.ADVICE,
    Topic.HOME_FIRST: Layer.ADVICE,
    Topic.AFTER_PEAK: Layer.ADVICE,
    Topic.QUIETER_DAY: Layer.TIP,
    Topic.REVIEW: Layer.TIP,
}


def title() -> str:
    """Return what the sheet is called."""
    return _("Talk sheet on working at home")


# What was agreed


def term(agreed: Agreed) -> str:
    """Return from when until when the agreement holds."""
    first = words.day(agreed.valid_from)
    if agreed.valid_to is None:
        return _("Agreed from {first}, until changed.").format(first=first)
    last = words.day(agreed.valid_to)
    return _("Agreed from {first} to {last}.").format(first=first, last=last)


def nothing_agreed() -> str:
    """Return what stands where an agreement would."""
    return _("Nothing has been written down yet about home, office and travel.")


def no_rules() -> str:
    """Return what stands below the dates of an agreement without rules."""
    return _("It has no rules on days or travel.")


def rule(value: Rule) -> str:
    """Return a rule as a sentence."""
    return words.capital(rule_words.rule(value)) + "."


def not_shown(count: int) -> str:
    """Return how much of a part this page had no room for."""
    return ngettext(
        "{count} more did not fit on this page.",
        "{count} more did not fit on this page.",
        count,
    ).format(count=count)


# The months


def month(value: SharedMonth) -> str:
    """Return the month, without the year: these are the last three."""
    return words.capital(balance_words.month(value.month))


def arrivals(months: tuple[SharedMonth, ...]) -> str:
    """Return how many of the arrivals of known time were in a peak."""
    inside = sum(month.arrivals_in_peak for month in months)
    known = inside + sum(month.arrivals_outside_peak for month in months)
    if not known:
        return NOTHING
    return _("{count} of {total}").format(count=inside, total=known)


def worked(count: int) -> str:
    """Return of how many days the numbers tell."""
    return _("{count} worked").format(count=count)


def asked(found: Asked) -> str:
    """Return what a rule asks of the days told, or else per week."""
    if found.days is not None:
        text = _("at most {days}") if found.is_most else _("at least {days}")
        return text.format(days=found.days)
    days, weeks = _per_weeks(found)
    period = ngettext("a week", "in {count} weeks", weeks).format(count=weeks)
    return _("at least {days} {period}").format(days=days, period=period)


def _per_weeks(found: Asked) -> tuple[int, int]:
    if isinstance(found.rule, DaysRule):
        return found.rule.days, found.rule.weeks
    return len(found.rule.weekdays), 1


def no_days() -> str:
    """Return what stands where the months would."""
    return _("No days of the last three months are on this sheet.")


# Proposals


def question(proposal: Proposal) -> str:
    """Return a proposal as a question for both."""
    text = {
        Topic.AGREE: _(
            "What do we agree on: which days at home, which at the office, and when to"
            " travel?"
        ),
        Topic.MOSTLY_HOME: _(
            "{count} of {total} days worked were wholly at home. Which day brings the"
            " team together?"
        ),
        Topic.HARDLY_HOME: _(
            "{count} of {total} days worked were wholly at home. Which work could be"
            " done there, so that there is less to travel?"
        ),
        Topic.HOME_FIRST: _(
            "On which office days could work begin at home, with the journey after the"
            " peak?"
        ),
        Topic.AFTER_PEAK: _("What is needed to travel outside the peak more often?"),
        Topic.QUIETER_DAY: _(
            "Could an office day on Tuesday or Thursday move to a quieter day?"
        ),
        Topic.REVIEW: _("On which day do we talk this over again?"),
    }[proposal.topic]
    asked = text.format(count=proposal.count, total=proposal.of)
    return f"{_in_peak(proposal)} {asked}".strip()


def _in_peak(proposal: Proposal) -> str:
    """Return the fact before a question about travel, where there is one."""
    if proposal.topic not in {Topic.HOME_FIRST, Topic.AFTER_PEAK} or not proposal.of:
        return ""
    return _("{count} of {total} arrivals were in a peak.").format(
        count=proposal.count, total=proposal.of
    )


def ground(proposal: Proposal) -> str:
    """Return on whose word it is proposed, and how certain that is."""
    if proposal.ground is None:
        return _("Our own suggestion.")
    basis = proposal.ground.basis
    note = basis.note.get(current(), "")
    return f"{note} {words.certainty(basis.certainty)}".strip()


def who(measure: SharedMeasure) -> str:
    """Return whose turn it is."""
    if is_employers(measure):
        return words.actor_on_paper(Actor.EMPLOYER)
    if measure.acts is Actor.BOTH:
        return _("both")
    return words.actor_on_paper(measure.acts)


# The foot


def what_it_is() -> str:
    """Return what the sheet is, and who decides about it."""
    return _(
        "The worker made this sheet for a talk and decides who sees it. It has no"
        " single day of the day log, only totals of whole months, and nothing about"
        " health. It decides nothing: what is agreed is what both write down."
    )


def weights() -> str:
    """Return what the forms of the sources mean."""
    return _("Law binds the employer; the others do not by themselves.")
