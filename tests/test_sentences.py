"""A fault in a stranger's data is said in the reader's own language."""

from __future__ import annotations

import pytest

from thuiswerkplek import i18n
from thuiswerkplek.domain.errors import RefusedReportError
from thuiswerkplek.exchange import strict_json
from thuiswerkplek.i18n import Language
from thuiswerkplek.sentences import sentence

FAULTY = {
    "line": b'{\n"a":',
    "byte": b'"\xff"',
    "twice": b'{"a":1,"a":2}',
    "constant": b"NaN",
    "number": b"1234567890123456",
    "depth": b"[" * 30 + b"]" * 30,
    "control": b'"\\u0000"',
    "long": b'"' + b"x" * 5000 + b'"',
    "unusual": '"e\u0301"'.encode(),
}


def said(data, language):
    with i18n.using(language), pytest.raises(RefusedReportError) as caught:
        strict_json.read(data, limit=1 << 20)
    with i18n.using(language):
        return sentence(caught.value)


@pytest.mark.parametrize("case", FAULTY)
def test_what_is_wrong_in_the_data_is_said_in_both_languages(case):
    dutch, english = (said(FAULTY[case], language) for language in Language)

    inside = english[english.index("(") + 1 : english.index(")")]
    assert inside
    assert "()" not in dutch
    assert inside not in dutch or inside.startswith("byte ")


def test_the_place_of_a_fault_is_named():
    assert "(line 2)" in said(FAULTY["line"], Language.EN)
    assert "(regel 2)" in said(FAULTY["line"], Language.NL)
