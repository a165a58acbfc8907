"""The seal's values: five states, and a key short enough to compare by eye."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuiswerkplek import i18n, sentences
from thuiswerkplek.domain.seal import SealState, fingerprint

KEYS = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(KEYS)
def test_a_fingerprint_is_six_groups_of_four(key):
    assert re.fullmatch(r"[0-9a-f]{4}( [0-9a-f]{4}){5}", fingerprint(key))


def test_a_fingerprint_stays_what_it_is():
    """People wrote it down."""
    assert fingerprint("00" * 32) == "3dc6 795c b068 6fcc dd0d 2ea3"


@given(KEYS, KEYS)
def test_other_keys_have_other_fingerprints(one, other):
    assert (fingerprint(one) == fingerprint(other)) is (one == other)


@pytest.mark.parametrize("state", SealState)
def test_every_state_has_a_sentence_of_its_own_in_each_language(state, language):
    said = {other: sentences.seal_state(other) for other in SealState}

    assert said[state].endswith(".")
    assert list(said.values()).count(said[state]) == 1


def test_a_refusal_says_what_the_state_says():
    with i18n.using(i18n.Language.EN):
        for state in (SealState.CHANGED, SealState.NO_SEAL):
            assert sentences.refusal(state) == sentences.seal_state(state)
            assert "Ask" in sentences.refusal(state).replace("ask", "Ask")
