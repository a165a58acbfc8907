"""Why a question is asked: its layer, its sources and how sure we are of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.tag import Tag
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thuiswerkplek.ui.worker.check_models import SourceLine, Why

TOP_LEFT = QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignLeft


class WhyView(QtWidgets.QWidget):
    """The tag of the layer beside a line that opens to reasons and sources."""

    def __init__(self, why: Why) -> None:
        super().__init__()
        self.disclosure = Disclosure(_("Why do we ask this?"))
        self.disclosure.add(Text(why.text))
        self._add_sources(_("What it rests on"), why.sources)
        self._add_sources(_("Where the numbers come from"), why.numbers)
        row = Row(self, gap=2)
        if why.layer:
            tag = Column(margins=(0, 2, 0, 0))
            tag.addWidget(Tag(why.layer, why.layer_word))
            tag.addStretch(1)
            row.addLayout(tag)
        row.addWidget(self.disclosure, 1)

    def _add_sources(self, title: str, sources: Iterable[SourceLine]) -> None:
        lines = [_SourceView(source) for source in sources]
        if not lines:
            return
        self.disclosure.add(Text(title, "strong"))
        for line in lines:
            self.disclosure.add(line)


class _SourceView(QtWidgets.QWidget):
    """One source: its layer, its name, what it says and how sure we are."""

    def __init__(self, source: SourceLine) -> None:
        super().__init__()
        row = Row(self, gap=2)
        row.addWidget(Tag(source.layer, source.layer_word), 0, TOP_LEFT)
        words = Column(gap=0, items=[Text(source.name), Text(source.says, "muted")])
        words.addWidget(Text(source.certainty, "small"))
        row.addLayout(words, 1)
