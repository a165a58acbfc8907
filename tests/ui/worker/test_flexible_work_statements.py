"""What the file about asking to work elsewhere says: whole, honest and with a source."""

from __future__ import annotations

import re
from datetime import date

import pytest

from thuiswerkplek import rates_files, words
from thuiswerkplek.domain.catalogue import Certainty
from thuiswerkplek.i18n import Language, using
from thuiswerkplek.ui.worker.flexible_work_statements import (
    SERIES,
    known,
    statements,
)

RATES, DAY = rates_files.rates(), date(2027, 2, 1)
languages = pytest.mark.parametrize("language", list(Language))

# Dossier on law, section 18.
AVOIDED = re.compile(
    r"recht op|onbereikbaar|right to|must (always )?agree|altijd toestaan"
    r"|verplicht|moet instemmen|is obliged",
    re.IGNORECASE,
)


def test_every_statement_is_in_both_languages_or_in_the_rates():
    for one in known():
        if one.rate and not one.texts:
            rate = RATES.rate(SERIES + one.rate, DAY)
            assert set(rate.basis.note) == {"nl", "en"}
        else:
            assert set(one.texts) == set(Language)


def test_law_and_information_have_sources_and_a_tip_has_none():
    for one in known():
        assert one.layer in {"law", "information", "tip"}
        has_ground = bool(one.rate) or bool(one.sources and one.certainty)
        assert has_ground is (one.layer != "tip")


@languages
def test_every_law_is_told_with_its_source_and_certainty(language):
    with using(language):
        found = statements(RATES, DAY)
        sure = {words.certainty(one) for one in Certainty}

    assert len(found) == len(known())
    for one in found:
        assert one.text
        assert "{" not in one.text
        assert one.layer == "tip" or any(word in one.ground for word in sure)


@languages
def test_nothing_is_said_that_is_to_be_avoided(language):
    with using(language):
        found = statements(RATES, DAY)

    assert not [one.text for one in found if AVOIDED.search(one.text)]


def test_the_numbers_come_from_the_rates():
    with using(Language.EN):
        told = " ".join(one.text for one in statements(RATES, DAY))

    for text in ("26 weeks", "2 months before", "1 month before", "12 months"):
        assert text in told
    assert not [
        text
        for one in known()
        if one.rate
        for text in one.texts.values()
        if re.search(r"\d", text)
    ]


def test_the_doubt_about_small_employers_is_said():
    with using(Language.EN):
        told = [one.text for one in statements(RATES, DAY)]

    assert any("not certain" in text for text in told)


def test_a_rejected_bill_is_information_and_no_law():
    with using(Language.EN):
        bill = next(one for one in statements(RATES, DAY) if "bill" in one.text)

    assert bill.layer == ""
    assert bill.layer_word == "information"


def test_no_day_moves_and_the_text_of_that_law_was_read():
    with using(Language.EN):
        found = next(one for one in statements(RATES, DAY) if "weekend" in one.text)

    assert "The text itself was read." in found.ground
