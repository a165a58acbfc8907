"""Strangers' JSON: anything unusual is refused, and nothing takes long."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.exchange import strict_json

LIMIT = 1 << 20

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12
).filter(lambda text: __import__("unicodedata").is_normalized("NFC", text))
plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4)
    ),
    max_leaves=20,
)


@given(plain)
def test_ordinary_json_is_read_as_it_is(value):
    for ensure_ascii in (False, True):
        data = json.dumps(value, ensure_ascii=ensure_ascii).encode()
        assert strict_json.read(data, limit=LIMIT) == value


@settings(max_examples=300)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    _read_or_refuse(data)


PIECES = [
    *("{", "}", "[", "]", ",", ":", '"', "\\", "\\u", "d800", "dc00", "0", "1", "-"),
    *(".", "e", "E", "+", "NaN", "Infinity", "null", "true", "\n", " ", "\ufeff", "é"),
    *('"a"', '"a":', "\\n", "\x00", "\u0085", "e\u0301"),
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_pile_of_pieces_is_read_or_refused(pieces):
    _read_or_refuse("".join(pieces).encode())


def _read_or_refuse(data):
    try:
        found = strict_json.read(data, limit=LIMIT)
    except RefusedReportError as error:
        assert error.reason in {"not-json", "bad-text", "too-large"}
    else:
        assert json.loads(data) == found


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        (b"", "not-json", "line 1"),
        (b"hello", "not-json", "line 1"),
        (b'{"a": 1', "not-json", "line 1"),
        (b'{\n"a" 1}', "not-json", "line 2"),
        (b'{"a": 1} {}', "not-json", "line 1"),
        (b"\xff\xfe", "not-json", "byte 0"),
        (b'"\xc3"', "not-json", "byte 1"),
        (b"\xef\xbb\xbf{}", "not-json", "line 1"),
        (b"NaN", "not-json", "NaN"),
        (b"[Infinity]", "not-json", "Infinity"),
        (b"[-Infinity]", "not-json", "-Infinity"),
        (b"1e999", "not-json", "a number too large"),
        (b"[-1e999]", "not-json", "a number too large"),
        (b"1234567890123456", "not-json", "a number too large"),
        (b"-1234567890123456", "not-json", "a number too large"),
        (b"1" * 5000, "not-json", "a number too large"),
        (b'{"a": 1, "a": 1}', "not-json", "a name twice"),
        (b'[{"b": {"a": 1, "a": 2}}]', "not-json", "a name twice"),
        (b'{"a": 1, "\\u0061": 2}', "not-json", "a name twice"),
        (b"[" * 21 + b"]" * 21, "not-json", "depth"),
        (b'{"a":' * 21 + b"1" + b"}" * 21, "not-json", "depth"),
        (b"[" * 500_000, "not-json", "depth"),
        (b'"\\ud800"', "bad-text", "a control character"),
        (b'{"\\udc00": 1}', "bad-text", "a control character"),
        (b'"\\u0000"', "bad-text", "a control character"),
        (b'"\\u0085"', "bad-text", "a control character"),
        (b'"\\r"', "bad-text", "a control character"),
        (b'"\\u007f"', "bad-text", "a control character"),
        (b'"e\\u0301"', "bad-text", "not NFC"),
        (b'{"e\\u0301": 1}', "bad-text", "not NFC"),
        (b'"' + b"a" * 4001 + b'"', "bad-text", "too long"),
        (b'{"' + b"a" * 4001 + b'": 1}', "bad-text", "too long"),
        (b'"a\nb"', "not-json", "line 1"),
        (b" " * (LIMIT + 1), "too-large", str(LIMIT)),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_each_oddity_is_refused_by_name(data, reason, detail):
    with pytest.raises(RefusedReportError) as caught:
        strict_json.read(data, limit=LIMIT)
    assert (caught.value.reason, caught.value.detail) == (reason, detail)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"[" * 20 + b"]" * 20, json.loads("[" * 20 + "]" * 20)),
        (b'"' + b"[" * 50 + b'"', "[" * 50),
        (b'"\\"[[[[[[[[[[[[[[[[[[[[[["', '"[[[[[[[[[[[[[[[[[[[[[['),
        (b'"\\\\"', "\\"),
        (b'["\\\\", []]', ["\\", []]),
        (b"123456789012345", 123456789012345),
        (b'"a\\n\\tb"', "a\n\tb"),
        (b'"' + b"a" * 4000 + b'"', "a" * 4000),
        (b'"\\ud83d\\ude00"', "😀"),
        (b'"\\u202e"', "\u202e"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_just_within_the_limits_is_read(data, value):
    assert strict_json.read(data, limit=LIMIT) == value


@pytest.mark.parametrize("piece", [b'\\"', b"\\", b'"', b"a", b"\\\n"])
def test_a_text_without_its_end_is_read_once_however_long_it_is(piece):
    """A pattern that starts again at every quote would take hours on these."""
    data = b'{"a": "' + piece * (LIMIT // len(piece) // 2)

    with pytest.raises(RefusedReportError):
        strict_json.read(data, limit=LIMIT)
