"""Words of the balance: one for every value, and numbers as each language writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.domain.agreements import RULES
from thuiswerkplek import balance_words, rates_files, rule_words
from thuiswerkplek.domain.agreement_rules import DaysRule, RuleCode
from thuiswerkplek.domain.balance import ShareClass
from thuiswerkplek.domain.cross_border import Insured, Level
from thuiswerkplek.domain.daylog import Band, Mode, Purpose, Where
from thuiswerkplek.domain.hints import Hint, HintCode
from thuiswerkplek.i18n import Language, using

WORDS = [
    (balance_words.where, Where),
    (balance_words.band, Band),
    (balance_words.mode, Mode),
    (balance_words.purpose, Purpose),
    (balance_words.share_class, ShareClass),
    (balance_words.level, Level),
    (balance_words.insured, Insured),
    (balance_words.weekday, range(1, 8)),
    (balance_words.month, range(1, 13)),
]
languages = pytest.mark.parametrize("language", list(Language))


@languages
@pytest.mark.parametrize(
    ("word", "values"), WORDS, ids=[word.__name__ for word, _values in WORDS]
)
def test_every_value_has_a_word_of_its_own(language, word, values):
    with using(language):
        found = [word(value) for value in values]

    assert all(found)
    assert len(set(found)) == len(found)


@languages
def test_every_rule_is_one_line(language):
    with using(language):
        found = [rule_words.rule(rule) for rule in RULES]

    assert len(set(found)) == len(found)
    assert not [line for line in found if "{" in line or "\n" in line]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (DaysRule(RuleCode.DAYS_MIN, 1), "at least 1 office day a week"),
        (DaysRule(RuleCode.DAYS_MAX, 3, 2), "at most 3 office days in 2 weeks"),
        (
            DaysRule(RuleCode.DAYS_MIN, 2, where=Where.HOME),
            "at least 2 home days a week",
        ),
    ],
)
def test_numbers_of_days_are_right_in_words(rule, words):
    with using(Language.EN):
        assert rule_words.rule(rule) == words


@languages
@pytest.mark.parametrize("code", HintCode)
def test_every_remark_is_a_sentence_with_its_ground(language, code):
    ground = rates_files.rates().series["balance/longest-run"].entries[0]
    hint = Hint(code, Fraction(61), Fraction(60), ground)

    with using(language):
        text, why = balance_words.hint(hint, "Zolder"), balance_words.ground(hint)
        own = balance_words.ground(hint._replace(ground=None))

    assert "{" not in text
    assert text.endswith(".")
    assert why.count(".") >= 2
    assert own


@languages
def test_every_line_of_the_form_has_words(language):
    with using(language):
        found = [
            balance_words.means(line.means, line.fuel)
            for name, line in rates_files.rates().series.items()
            if name.startswith("wpm-factors/")
        ]

    assert len(set(found)) == len(found) > 10


@pytest.mark.parametrize(
    ("language", "amount", "text"),
    [
        (Language.EN, Fraction("1234.565"), "€1,234.57"),
        (Language.NL, Fraction("1234.565"), "€ 1.234,57"),
        (Language.EN, Fraction(0), "€0.00"),
        (Language.NL, Fraction(1, 3), "€ 0,33"),
    ],
)
def test_money(language, amount, text):
    with using(language):
        assert balance_words.euro(amount) == text


def test_other_figures():
    with using(Language.EN):
        assert balance_words.percent(Fraction(1, 8)) == "13%"
        assert balance_words.percent(None) == "unknown"
        assert balance_words.euro(None) == "unknown"
        assert balance_words.kg(None) == "unknown"
        assert balance_words.kg(Fraction(19_460)) == "19.5 kg"
        assert balance_words.days(5) == "2.5"
        assert balance_words.km(25_500) == "25.5 km"
        assert balance_words.duration(65) == "1 h 5 min"
