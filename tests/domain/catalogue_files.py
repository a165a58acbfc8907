"""The catalogue's parsed files, to plant an error in a copy."""

from __future__ import annotations

import copy
import tomllib
from functools import cache

from thuiswerkplek import assets


@cache
def _files():
    base = assets.path("catalogue")
    return {
        path.relative_to(base).with_suffix("").as_posix(): tomllib.loads(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(base.rglob("*.toml"))
    }


def files():
    """Return a copy of all files, free to change."""
    return copy.deepcopy(_files())


def entry(found, question_id):
    """Return the entry of one question in such a copy."""
    for content in found.values():
        for question in content.get("question", ()):
            if question["id"] == question_id:
                return question
    raise KeyError(question_id)
