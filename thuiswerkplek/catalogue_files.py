"""The catalogue's data files: TOML for people, and one JSON made from it for speed.

Parsing the TOML takes longer than the whole rest of the start. The JSON carries a
checksum of the TOML it was made from; when that no longer fits, because somebody
corrected a question, the TOML is read, and nothing else needs to be done.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from thuiswerkplek import assets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "catalogue"
COMPILED = "compiled.json"


def read() -> Mapping[str, Any]:
    """Return the parsed files by name, such as `themes/02-stoel`."""
    sources = _sources()
    compiled = assets.path(FOLDER) / COMPILED
    try:
        found = json.loads(compiled.read_bytes())
    except (OSError, ValueError):
        return parsed(sources)
    if not isinstance(found, dict) or found.get("checksum") != checksum(sources):
        return parsed(sources)
    files: dict[str, Any] = found["files"]
    return files


def compiled() -> bytes:
    """Return the JSON that fits the TOML as it is now."""
    sources = _sources()
    found = {"checksum": checksum(sources), "files": parsed(sources)}
    return json.dumps(found, ensure_ascii=False, default=str).encode() + b"\n"


def parsed(sources: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the TOML files as plain data; dates become text as in JSON."""
    import tomllib

    return {name: tomllib.loads(data.decode()) for name, data in sources.items()}


def checksum(sources: Mapping[str, bytes]) -> int:
    """Return what tells one state of the files from another."""
    found = 0
    for name, data in sources.items():
        found = zlib.crc32(
            data.replace(b"\r\n", b"\n"), zlib.crc32(name.encode(), found)
        )
    return found


def _sources() -> dict[str, bytes]:
    base = assets.path(FOLDER)
    paths = [*base.glob("*.toml"), *base.glob("themes/*.toml")]
    return {_name(path, base): path.read_bytes() for path in sorted(paths)}


def _name(path: Path, base: Path) -> str:
    return path.relative_to(base).with_suffix("").as_posix()
