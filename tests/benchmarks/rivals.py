"""Makers of the same pages: ours with and without tags, plain reportlab, and typst.

Each is given the same content and the same data to put inside, and returns a PDF.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from tests.fakes import TODAY
from thuiswerkplek import assets
from thuiswerkplek.report import blocks, content, tagged
from thuiswerkplek.report.carried import NAME

MIME = "application/json"
SAYS = "The same report as data, for programs"


def ours(made: content.Content, data: bytes, *, is_tagged: bool = True) -> bytes:
    """Return the pages as the program makes them, but for the seal."""
    return tagged.build(
        lambda: blocks.flowables(made.blocks),
        tagged.DocumentInfo(made.title, "nl-NL", TODAY),
        [tagged.Attachment(NAME, data, MIME, SAYS, TODAY)],
        header=made.title,
        footer=lambda page, pages: f"thuiswerkplek · pagina {page} van {pages}",
        tagged=is_tagged,
    )


class Typst:
    """The pages by typst, as PDF/A-3a and PDF/UA-1; one compiler for all files."""

    def __init__(self, folder: Path) -> None:
        import typst

        self._folder = folder
        template = Path(__file__).with_name("paper.typ")
        (folder / "paper.typ").write_bytes(template.read_bytes())
        self._write({"title": "", "language": "nl", "blocks": []}, b"")
        # A path: a template given as bytes is forgotten after the first file.
        self._compiler = typst.Compiler(
            str(folder / "paper.typ"),
            root=str(folder),
            font_paths=[str(assets.path("fonts"))],
            ignore_system_fonts=True,
        )

    def __call__(self, made: content.Content, data: bytes) -> bytes:
        """Return the PDF."""
        parts = [_plain(block) for block in made.blocks]
        self._write({"title": made.title, "language": "nl", "blocks": parts}, data)
        return self._compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"])

    def _write(self, report: dict[str, Any], data: bytes) -> None:
        (self._folder / "report.json").write_text(json.dumps(report), "utf-8")
        (self._folder / NAME).write_bytes(data)


def _plain(value: Any) -> Any:
    """Return a block as plain values that name their kind, cells all of one form."""
    if isinstance(value, content.Grid):
        found = _fields(value)
        found["rows"] = [_row(row) for row in value.rows]
        return found
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def _fields(value: Any) -> dict[str, Any]:
    parts = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return {"is": type(value).__name__, **parts}


def _row(row: Any) -> dict[str, Any]:
    if isinstance(row, content.Band):
        return {"is": "Band", "title": _cell(row.title)}
    return {"is": "Row", "cells": [_cell(cell) for cell in row]}


def _cell(cell: Any) -> dict[str, Any]:
    return _plain(content.Cell(cell) if isinstance(cell, str) else cell)
