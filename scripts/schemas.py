"""Write the JSON Schema of every kind that travels, from its type."""

from __future__ import annotations

import json
from pathlib import Path

from thuiswerkplek.exchange.envelope import KINDS, schema

FOLDER = Path(__file__).resolve().parent.parent / "resources/schemas"


def main() -> None:
    """Write one file per kind and format version."""
    FOLDER.mkdir(exist_ok=True)
    for payload, (kind, version) in KINDS.items():
        text = json.dumps(schema(payload), indent=2, ensure_ascii=False)
        (FOLDER / f"{kind}-{version}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
