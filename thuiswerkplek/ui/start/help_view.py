"""Help: the keys of the window, on a page that closes like it opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.start.first_start_presenter import limits
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.layouts import Row
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable


class HelpPage(Page):
    """What the keys do, and what the program cannot do."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__(_("Help"), _("Everything works with the keyboard too."))
        back = buttons.secondary(_("Back"), icon="back")
        back.clicked.connect(leave)
        self.set_action(back)
        card = Card(gap=2)
        for keys, what in _keys():
            card.body.addLayout(_line(keys, what))
        self.add(card)
        more = Disclosure(_("What this program cannot protect against"))
        for line in limits():
            more.add(Text(f"– {line}", "small"))
        self.add(more)
        QtGui.QShortcut(QtGui.QKeySequence("Escape"), self).activated.connect(leave)


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        ("Tab", _("to the next control; with Shift to the one before")),
        (_("Space, Enter"), _("press what has the ring around it")),
        ("1 2 3 4", _("in the check: give that answer; 0 skips the question")),
        ("1 2 3 4", _("in Today: where you work")),
        (_("Arrows, letters"), _("in the calendar: another day, or what a day was")),
        ("Ctrl+Z", _("in the calendar: take the last change back")),
        ("Ctrl+1 … Ctrl+6", _("open a page")),
        ("F6", _("between the pages at the side, the page and the message")),
        ("F1", _("open and close this help")),
    )


def _line(keys: str, what: str) -> Row:
    row = Row(gap=4)
    name = Text(keys, "strong")
    name.setWordWrap(False)
    row.addWidget(name, 1)
    row.addWidget(Text(what), 2)
    return row
