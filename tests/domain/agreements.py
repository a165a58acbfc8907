"""Agreements for tests: one that has everything, and generated ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from thuiswerkplek.domain.agreement import (
    Agreement,
    Basis,
    HomeDay,
    Item,
    Money,
    Parties,
    Source,
    Terms,
)
from thuiswerkplek.domain.agreement_rules import (
    ArriveOutside,
    CarDays,
    DayAvoid,
    DayMix,
    DaysRule,
    Evaluation,
    FixedDays,
    HomeFirst,
    Hours,
    RuleCode,
    TeamAnchor,
)
from thuiswerkplek.domain.daylog import Where
from thuiswerkplek.domain.workplace import Owner

BEGIN = date(2026, 1, 1)
RULES = (
    DaysRule(RuleCode.DAYS_MIN, 2),
    DaysRule(RuleCode.DAYS_MAX, 8, 4),
    DaysRule(RuleCode.DAYS_MIN, 2, where=Where.HOME),
    DayMix(1, (1, 3, 5)),
    DayAvoid(60, (2, 4)),
    ArriveOutside(3, 5),
    HomeFirst(4, 120),
    Hours(RuleCode.CORE_HOURS, 600, 900),
    Hours(RuleCode.UNREACHABLE, 1_200, 420),
    TeamAnchor(2, 2),
    TeamAnchor(),
    FixedDays(RuleCode.FIXED_HOME, (1, 5)),
    FixedDays(RuleCode.FIXED_OFFICE, (2,)),
    CarDays(4),
    Evaluation(date(2026, 12, 1), "Anna", "Goed"),
)
FULL = Agreement(
    valid_from=BEGIN,
    valid_to=date(2026, 12, 31),
    version=3,
    source=Source.ORGANISATION,
    parties=Parties("Voorbeeld BV", "Anna", "Bas", "Team 1"),
    home_country="DE",
    sites=("Utrecht", "Zwolle"),
    days_a_week=4.5,
    home_day=HomeDay.PART,
    rules=RULES,
    money=Money(Decimal("2.45"), Decimal("0.235"), Basis.FIXED, Decimal(750)),
    equipment=(Item("Stoel"), Item("Lamp", Owner.WORKER)),
    terms=Terms(ending="Een maand vooraf."),
    review_on=date(2026, 6, 1),
    review_months=6,
    workplace_checked_on=date(2026, 2, 1),
)


texts = st.text("abcé 字", max_size=8)
euros = st.none() | st.integers(0, 10_000_000).map(lambda mills: Decimal(mills) / 1_000)
weekdays = st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days)))
rules = st.sampled_from(RULES) | st.builds(
    FixedDays,
    st.sampled_from((RuleCode.FIXED_HOME, RuleCode.FIXED_OFFICE)),
    weekdays,
)


def agreements():
    """Agreements of any year that may be told, with up to six rules."""
    return st.builds(
        Agreement,
        valid_from=st.dates(date(2000, 1, 1), date(2100, 12, 31)),
        version=st.integers(1, 99),
        source=st.sampled_from(Source),
        parties=st.builds(Parties, texts, texts, texts, texts),
        home_country=st.sampled_from(("", "DE", "BE")),
        days_a_week=st.none() | st.sampled_from((0.5, 3, 4.5, 7)),
        home_day=st.sampled_from(HomeDay),
        rules=st.lists(rules, max_size=6).map(tuple),
        money=st.builds(Money, euros, euros, st.sampled_from(Basis), euros),
        review_months=st.none() | st.integers(1, 60),
    )
