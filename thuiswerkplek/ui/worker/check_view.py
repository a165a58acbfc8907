"""The check on the screen: dials, one question, its advice, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Panel
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.progress_bar import ProgressBar
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.check_advice_view import AdviceView
from thuiswerkplek.ui.worker.check_dials import CheckDials
from thuiswerkplek.ui.worker.check_question_view import QuestionView
from thuiswerkplek.ui.worker.vault_view import VaultView

if TYPE_CHECKING:
    from thuiswerkplek.domain.catalogue import Value
    from thuiswerkplek.ui.worker.check_models import AdviceCard, CheckSheet
    from thuiswerkplek.ui.worker.check_presenter import CheckPresenter

WIDEST_PX, BAR_PX, LONGEST_PAUSE_MS = 960, 260, 180


def announce(widget: QtWidgets.QWidget, text: str) -> None:
    """Let screen readers say something that nobody moved to."""
    event = QtGui.QAccessibleAnnouncementEvent(widget, text)
    QtGui.QAccessible.updateAccessibility(event)


class CheckView(Page):
    """Shows what its presenter tells and tells the presenter what was done."""

    left = QtCore.Signal()
    result_wanted = QtCore.Signal()
    moved_on = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__("", wide=True)
        self._presenter: CheckPresenter | None = None
        self._shown = ""
        self._advised: AdviceCard | None = None
        self._by_mouse = False
        self.question: QuestionView | None = None
        self.vault: VaultView | None = None
        self.advice: AdviceView | None = None
        self._build_frame()
        self._connect()
        theme.follow(self._restyle_frame)

    def _build_frame(self) -> None:
        self.result = buttons.quiet(_("See the result"))
        self.stop = buttons.quiet(_("Stop for now"))
        self.set_action(self.result)
        self.set_action(self.stop)
        self.dials = CheckDials(_("Themes"))
        self.where = Text(role="strong")
        self.bar = ProgressBar(name=_("Progress of the check"))
        head = Row(gap=4)
        head.addWidget(self.where, 1)
        head.addWidget(self.bar)
        self._inside = QtWidgets.QWidget()
        self._column = Column(self._inside, gap=4)
        self._place = Column(gap=0)
        self._column.addWidget(self.dials)
        self._column.addLayout(head)
        self._column.addSpacing(8)
        self._column.addLayout(self._place)
        row = Row()
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        self.add_layout(row)
        self._build_foot()

    def _build_foot(self) -> None:
        self.problem = Panel(3, _("Not saved"))
        self._sentence = Text()
        self.problem.add(self._sentence)
        self.back = buttons.quiet(_("Previous"), icon="back")
        self.saved = Text(role="small")
        self.saved.set_severity(0)
        self.saved.setWordWrap(False)
        self.next = buttons.secondary(_("Next"))
        self.foot = QtWidgets.QWidget()
        row = Row(self.foot, gap=4, margins=(0, 2, 0, 0), items=[self.back])
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.next)
        self.advice_place = Column(gap=0)
        self._pause = QtCore.QTimer(self, singleShot=True)

    def _connect(self) -> None:
        self.stop.clicked.connect(self._on_left)
        self.result.clicked.connect(self._on_result_wanted)
        self.dials.chosen.connect(self._on_theme_chosen)
        self.dials.pointed.connect(self._on_pointed)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self._pause.timeout.connect(self._on_pause_over)
        keys = QtCore.Qt.Key
        alt = QtCore.Qt.Modifier.ALT
        for key, act in ((keys.Key_Left, self._on_back), (keys.Key_Right, self._on_next)):
            shortcut = QtGui.QShortcut(QtGui.QKeySequence(alt | key), self)
            shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        for control in (self.back, self.next, *self.dials.row.dials.values()):
            control.installEventFilter(self)

    def _restyle_frame(self) -> None:
        look = theme.current()
        self._inside.setMaximumWidth(look.px(WIDEST_PX))
        self.bar.setMaximumWidth(look.px(BAR_PX))

    # showing

    def show_check(self, presenter: CheckPresenter) -> None:
        """Show a check from where its presenter stands."""
        self._presenter, self._shown = presenter, ""
        self._by_mouse = False
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the check as it stands now."""
        if self._presenter is None:
            return
        sheet = self._presenter.sheet()
        self.set_words(sheet.place)
        self.dials.show_dials(sheet.dials, sheet.current)
        self._where = sheet.where
        self.where.setText(sheet.where)
        self.bar.show_progress(sheet.done, sheet.total, sheet.progress)
        shown = sheet.question.id if sheet.question else "vault"
        if shown != self._shown or self.vault is not None:
            self._shown = shown
            self._show_anew(sheet)
        elif sheet.question is not None and self.question is not None:
            self.question.answers.show_state(sheet.question)
        self._show_advice(sheet.advice)
        self._show_foot(sheet)
