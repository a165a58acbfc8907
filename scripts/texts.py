"""Bring the translations up to date: extract, merge, compile.

Run after changing a text: `python scripts/texts.py`; then translate what it lists.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from thuiswerkplek import __version__

FIXED = datetime(
    2026, 11, 23, tzinfo=UTC
)  # a date that changes is a diff in every commit
ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources/locale/nl/LC_MESSAGES/thuiswerkplek.po"
KEYWORDS = {"_": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Return every text of the program, with the files it stands in."""
    found = Catalog(project="thuiswerkplek", charset="utf-8")
    for name, _line, message, comments, _context in extract_from_dir(
        ROOT / "thuiswerkplek", [("**.py", "python")], keywords=KEYWORDS
    ):
        found.add(
            message, locations=[(f"thuiswerkplek/{name}", None)], auto_comments=comments
        )
    return found


def merged() -> Catalog:
    """Return the Dutch texts for exactly the texts the program has."""
    known = Catalog(locale="nl")
    if PO.exists():
        with PO.open("rb") as file:
            known = read_po(file, locale="nl")
    dutch = Catalog(
        locale="nl",
        project="thuiswerkplek",
        charset="utf-8",
        fuzzy=False,
        header_comment="# Dutch texts of thuiswerkplek.",
        version=__version__,
        creation_date=FIXED,
        revision_date=FIXED,
        last_translator="",
        language_team="",
        msgid_bugs_address="",
    )
    for message in extracted():
        if not message.id:
            continue
        earlier = known.get(message.id)
        text = earlier.string if earlier is not None else None
        dutch.add(message.id, text, locations=message.locations)
    return dutch


def compiled(catalog: Catalog) -> bytes:
    """Return the texts as gettext reads them."""
    target = BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def main() -> int:
    """Write both files; 1 when a text has no translation yet."""
    dutch = merged()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, dutch, width=88, sort_output=True, include_lineno=False)
    PO.with_suffix(".mo").write_bytes(compiled(dutch))
    missing = [str(m.id) for m in dutch if m.id and not _is_translated(m.string)]
    for text in missing:
        print(text)
    print(f"{len(dutch)} texts, {len(missing)} without translation")
    return 1 if missing else 0


def _is_translated(text: object) -> bool:
    return all(text) if isinstance(text, (list, tuple)) else bool(text)


if __name__ == "__main__":
    sys.exit(main())
