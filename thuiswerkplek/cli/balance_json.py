"""A balance as plain JSON: codes and numbers, null where something is unknown.

Shares are of 1, money in euros and cents, lengths in metres, time in minutes, CO2 in
grams. The names are the same in every language.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from thuiswerkplek.domain.rates import euros

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum
    from fractions import Fraction
    from typing import TypeVar

    from thuiswerkplek.domain.agreement_kept import Verdict
    from thuiswerkplek.domain.agreement_rules import Rule
    from thuiswerkplek.domain.allowance_year import Totals
    from thuiswerkplek.domain.allowances import Amount
    from thuiswerkplek.domain.hints import Hint
    from thuiswerkplek.domain.wpm import Emission
    from thuiswerkplek.services.balance_figures import (
        Border,
        Carbon,
        FixedRule,
        Period,
        YearBalance,
    )

    Name = TypeVar("Name", bound=StrEnum)

DIGITS = 6


def shape(found: YearBalance) -> dict[str, Any]:
    """Return the year with its months."""
    agreement, run = found.agreement, found.longest_run
    return {
        "year": found.year,
        "judged_until": found.until.isoformat(),
        "planned_days": found.planned_days,
        "agreement_from": None
        if agreement is None
        else agreement.valid_from.isoformat(),
        "total": _period(found.total),
        "months": {
            f"{found.year}-{number:02}": _period(month)
            for number, month in enumerate(found.months, 1)
        },
        "rules_not_judged": [_rule(rule) for rule in found.unjudged],
        "fixed_allowance": _fixed(found.fixed),
        "days_abroad": dict(found.abroad),
        "cross_border": None if found.border is None else _border(found.border),
        "wpm": [{**row._asdict(), "purpose": row.purpose.value} for row in found.wpm],
        "longest_run_off_site": None
        if run is None
        else {
            "days": run.days,
            "first": run.first.isoformat(),
            "last": run.last.isoformat(),
        },
        "hints": [_hint(hint) for hint in found.hints],
    }


def _period(found: Period) -> dict[str, Any]:
    figures, avoided = found.figures, found.avoided
    return {
        "worked_days": figures.worked_days,
        "on_site_days": figures.on_site_days,
        "home_days": figures.home_days,
        "kinds": _counts(figures.kinds),
        "half_days": _counts(figures.half_days),
        "minutes": _counts(figures.minutes),
        "home_minutes_by_workplace": {
            place or "": minutes for place, minutes in figures.at_workplaces.items()
        },
        "home_share": _share(found.home_share),
        "home_class": found.share_class,
        "commute_legs": _counts(figures.commute_legs),
        "peak_share": _share(found.peak_share),
        "trips_avoided": avoided.trips,
        "trips_shifted": avoided.shifted,
        "minutes_saved": avoided.minutes,
        "metres_saved": avoided.metres,
        "metres": [
            {"purpose": purpose.value, "mode": mode.value, "metres": length}
            for (purpose, mode), length in sorted(figures.metres.items())
        ],
        "co2": {
            carbon.stated.factors.list.value: _carbon(carbon) for carbon in found.carbon
        },
        "allowance": _totals(found.allowance),
        "agreement": [_verdict(verdict) for verdict in found.verdicts],
    }


def _counts(counts: Mapping[Name, int]) -> dict[str, int]:
    return {name.value: counts[name] for name in sorted(counts)}


def _share(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), DIGITS)


def _carbon(found: Carbon) -> dict[str, Any]:
    latest = None if found.latest is None else _emission(found.latest)
    return {**_emission(found.stated), "latest_known": latest}


def _emission(found: Emission) -> dict[str, Any]:
    return {
        "factors_of": found.factors.year,
        "grams": _share(found.grams),
        "modes_without_factor": [mode.value for mode in found.missing],
    }


def _totals(found: Totals) -> dict[str, Any]:
    return {
        "home_days": found.home_days,
        "travel_days": found.travel_days,
        "days_not_chosen": found.unchosen_days,
        "commute_metres": found.commute_metres,
        "business_metres": found.business_metres,
        "home": _amount(found.home),
        "travel": _amount(found.travel),
        "business": _amount(found.business),
        "together": _amount(found.amount),
    }


def _amount(found: Amount) -> dict[str, float | None]:
    return {
        "paid": _euros(found.paid),
        "exempt": _euros(found.exempt),
        "taxed": _euros(found.taxed),
    }


def _euros(amount: Fraction | None) -> float | None:
    return None if amount is None else float(euros(amount))


def _verdict(found: Verdict) -> dict[str, Any]:
    return {
        "rule": _rule(found.rule),
        "first": found.window.first.isoformat(),
        "last": found.window.last.isoformat(),
        "actual": found.actual,
        "asked": found.asked,
        "asked_is_most": found.is_most,
        "state": found.state.value,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {name: _plain(getattr(rule, name)) for name in rule.__slots__}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _fixed(found: FixedRule) -> dict[str, Any]:
    year = found.year
    return {
        "office_days_a_week": _share(found.office),
        "is_agreed": found.is_agreed,
        "least_days": _share(found.least),
        "paid_days": _share(found.paid),
        "is_enough": found.is_enough,
        "year": None if year is None else _amount(year.amount),
        "month": None if year is None else _amount(year.month),
    }


def _border(found: Border) -> dict[str, Any]:
    days, social, fixed = found.days, found.social, found.establishment
    return {
        "residence": found.residence,
        "days": {
            "counted": days.days,
            "planned": days.planned,
            "limit": days.limit,
            "level": days.level.value,
            "level_with_plan": days.level_with_plan.value,
        },
        "social_security": None
        if social is None
        else {
            "first": social.span.first.isoformat(),
            "last": social.span.last.isoformat(),
            "share": _share(social.share),
            "insured": social.insured.value,
            "level": social.level.value,
        },
        "permanent_establishment": {
            "share": _share(fixed.share),
            "is_safe": fixed.is_safe,
            "level": fixed.level.value,
        },
    }


def _hint(found: Hint) -> dict[str, Any]:
    basis = None if found.ground is None else found.ground.basis
    return {
        "code": found.code.value,
        "value": _share(found.value),
        "limit": _share(found.limit),
        "certainty": None if basis is None else basis.certainty.value,
        "sources": [] if basis is None else list(basis.sources),
    }
