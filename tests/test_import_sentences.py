"""What is told about a day list or calendar that was refused.

That every reason has its own sentence is checked where the reasons are tested, by
`tests.exchange.refusals`.
"""

from __future__ import annotations

import pytest

from thuiswerkplek import import_sentences, sentences
from thuiswerkplek.domain.errors import Problem, RefusedImportError
from thuiswerkplek.i18n import Language, using


@pytest.fixture(autouse=True)
def _in_english():
    with using(Language.EN):
        yield


def test_a_problem_names_its_line_and_what_stands_there():
    found = import_sentences.problem(Problem(12, "place", "beach"))

    assert found.startswith("Line 12: “beach” is not a place.")


def test_a_problem_of_the_whole_file_has_no_line():
    found = import_sentences.problem(Problem(0, "too-large", "8"))

    assert found.startswith("The file is larger than 8 MB.")


def test_all_problems_are_told_and_that_nothing_was_taken_in():
    error = RefusedImportError(Problem(2, "place", "beach"), Problem(3, "date", "x"))

    lines = sentences.sentence(error).splitlines()

    assert [line[:7] for line in lines[:2]] == ["Line 2:", "Line 3:"]
    assert "Nothing was taken in" in lines[2]


def test_braces_in_a_file_do_no_harm():
    found = import_sentences.problem(Problem(2, "place", "{line} {0} {"))

    assert "“{line} {0} {”" in found
