"""What benchmarks share: how their figures come to be read."""

from __future__ import annotations

import pytest


@pytest.fixture
def tell(record_property):
    """Return what notes a figure, to be printed when all tests are done."""
    return lambda text: record_property("figure", text)
