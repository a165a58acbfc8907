"""A value that refuses itself is a file of the wrong shape, never another exception."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.agreements import FULL, agreements
from thuiswerkplek.domain.agreement import Agreement
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.exchange import codec

LIMIT = codec.REPORT_LIMIT


def encoded(agreement):
    return codec.encode(agreement, program="test")


def decoded(data):
    return codec.decode(data, Agreement, limit=LIMIT)


def places(found, path=()):
    """Yield where every single value of a JSON text stands."""
    inner = (
        found.items()
        if isinstance(found, dict)
        else enumerate(found)
        if isinstance(found, list)
        else ()
    )
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


def put(found, path, value):
    for key in path[:-1]:
        found = found[key]
    found[path[-1]] = value


STRANGE = (
    st.integers(-100_000, 100_000)
    | st.floats(-1e6, 1e6)
    | st.sampled_from(
        ["", "NaN", "-1", "1e999999999", "0.00001", "9999-12-31", "0001-01-01", "nl"]
    )
    | st.sampled_from([None, True, [], {}, [0], [8], [2, 1], [1, 1]])
)


@settings(max_examples=100)
@given(agreements())
def test_an_agreement_comes_back_as_it_was(agreement):
    assert decoded(encoded(agreement)) == agreement


@settings(max_examples=300)
@given(agreements() | st.just(FULL), st.data())
def test_any_value_in_any_place_is_read_or_refused(agreement, data):
    found = json.loads(encoded(agreement))
    path = data.draw(st.sampled_from(list(places(found["payload"]))))
    put(found["payload"], path, data.draw(STRANGE))

    try:
        read = decoded(json.dumps(found).encode())
    except RefusedReportError as error:
        assert error.reason in {"wrong-shape", "not-json", "bad-text"}
        assert len(error.detail) <= 80
    else:
        assert decoded(encoded(read)) == read


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("valid_to",), "2020-01-01", "valid-to"),
        (("home_country",), "NL", "country"),
        (("rules", 0, "days"), 8, "days"),
        (("rules", 3, "weekdays"), [3, 1], "weekdays"),
        (("rules", 7, "until"), 600, "until"),
        (("money", "home_a_day"), "2.4501", "amount"),
    ],
)
def test_what_a_value_refuses_is_named(path, value, place):
    found = json.loads(encoded(FULL))
    put(found["payload"], path, value)

    with pytest.raises(RefusedReportError) as caught:
        decoded(json.dumps(found).encode())

    assert caught.value.reason == "wrong-shape"
    assert caught.value.detail == place
