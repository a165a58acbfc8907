"""The only reader of `resources/`: texts, drawings, fonts and catalogue data."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return the resources folder: inside the installed package, else in the checkout.

    Raises:
        FileNotFoundError: neither place holds the resources.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("resources")


def path(name: str) -> Path:
    """Return the path of one resource, such as `drawings/chair.svg`.

    Raises:
        ValueError: the name leaves the resources folder.
        FileNotFoundError: there is no such resource.
    """
    base = root()
    found = (base / name).resolve()
    if not found.is_relative_to(base.resolve()):
        raise ValueError(name)
    if not found.exists():
        raise FileNotFoundError(name)
    return found


def read_bytes(name: str) -> bytes:
    """Return the bytes of one resource."""
    return path(name).read_bytes()


def read_text(name: str) -> str:
    """Return the UTF-8 text of one resource."""
    return path(name).read_text(encoding="utf-8")
