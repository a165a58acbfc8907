"""Bounds on fields, as marks that only the border reads (`exchange`).

They are of our own so that no library is loaded before the window shows; pydantic
calls the method when it makes a schema.
"""

from __future__ import annotations

from typing import Any


class AtMost:
    """A text of at most so many characters."""

    def __init__(self, characters: int) -> None:
        self._bounds = {"max_length": characters}

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401
        return handler(source) | self._bounds


class Between:
    """A number from `least` to `most`, both included; no `most` is no upper bound."""

    def __init__(self, least: float, most: float | None = None) -> None:
        self._bounds = {"ge": least} | ({} if most is None else {"le": most})

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401
        return handler(source) | self._bounds
