"""What a reader of lists and calendars refused, each with a sentence of its own."""

from __future__ import annotations

import pytest

from thuiswerkplek import import_sentences
from thuiswerkplek.domain.errors import Problem, RefusedImportError


def problems_of(read):
    """Return the problems with which reading is refused, as plain tuples."""
    with pytest.raises(RefusedImportError) as caught:
        read()
    for found in caught.value.problems:
        assert import_sentences.problem(found) != _unknown(found)
    return [tuple(found) for found in caught.value.problems]


def _unknown(found):
    return import_sentences.problem(Problem(found.line, "no such reason"))
