"""The foot of a question: back, what was saved or not, and on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Panel
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.check_models import CheckSheet


class CheckFoot(QtWidgets.QWidget):
    """Previous, *Saved* and next in a row, with a panel for what was not saved."""

    def __init__(self) -> None:
        super().__init__()
        self.problem = Panel(3, _("Not saved"))
        self.sentence = Text()
        self.problem.add(self.sentence)
        self.back = buttons.quiet(_("Previous"), icon="back")
        self.saved = Text(role="small")
        self.saved.set_severity(0)
        self.saved.setWordWrap(False)
        self.next = buttons.secondary(_("Next"))
        row = Row(gap=4, items=[self.back])
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.next)
        column = Column(self, gap=4, items=[self.problem])
        column.addLayout(row)

    def show_sheet(self, sheet: CheckSheet) -> None:
        """Show what can be done from here, and what was kept."""
        self.problem.setVisible(bool(sheet.problem))
        self.sentence.setText(sheet.problem)
        self.back.setEnabled(sheet.can_go_back)
        self.saved.setText(sheet.saved)
        self.next.setVisible(sheet.question is not None)
        self.next.setText(sheet.next_word)
        kind = "primary" if sheet.is_next_main else "secondary"
        if self.next.property("kind") != kind:
            self.next.setProperty("kind", kind)
            theme.polish_again(self.next)
