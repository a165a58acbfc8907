"""The check on the screen: dials, one question, its advice, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.worker.check_body import CheckBody
from thuiswerkplek.ui.worker.check_foot import CheckFoot
from thuiswerkplek.ui.worker.check_hands import Hands
from thuiswerkplek.ui.worker.check_head import CheckHead
from thuiswerkplek.ui.worker.check_question_view import QuestionView
from thuiswerkplek.ui.worker.vault_view import VaultView

if TYPE_CHECKING:
    from thuiswerkplek.domain.records import Request
    from thuiswerkplek.ui.worker.check_models import AdviceCard, CheckSheet
    from thuiswerkplek.ui.worker.check_presenter import CheckPresenter

WIDEST_PX, LONGEST_PAUSE_MS, BUSY_MS = 928, 180, 50


def announce(widget: QtWidgets.QWidget, text: str) -> None:
    """Let screen readers say something that nobody moved to."""
    event = QtGui.QAccessibleAnnouncementEvent(widget, text)
    QtGui.QAccessible.updateAccessibility(event)


def _lay_out(widget: QtWidgets.QWidget) -> None:
    """Give a widget the size its new parts ask for, before scrolling to one of them."""
    layout = widget.layout()
    if layout is not None:
        layout.activate()
    width = widget.width()
    height = widget.heightForWidth(width) if widget.hasHeightForWidth() else 0
    widget.resize(
        width, max(widget.height(), height, widget.minimumSizeHint().height())
    )


class CheckView(Page):
    """Shows what its presenter tells, and tells the presenter what was done.

    Signals:
        left: the worker wants to stop for now.
        result_wanted: the worker wants to see the result so far.
        moved: the presenter stands elsewhere now, maybe at the end.
    """

    left = QtCore.Signal()
    result_wanted = QtCore.Signal()
    moved = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__("", column=WIDEST_PX)
        self._presenter: CheckPresenter | None = None
        self._shown = ""
        self.hands = Hands(self)
        self.question: QuestionView | None = None
        self.vault: VaultView | None = None
        self._build_frame()
        self._connect()

    def _build_frame(self) -> None:
        self.result = buttons.quiet(_("See the result"))
        self.stop = buttons.quiet(_("Stop for now"))
        self.set_action(FlowRow([self.result, self.stop]))
        self.head, self.body_view, self.foot = CheckHead(), CheckBody(), CheckFoot()
        self._place = Column(gap=0)
        words = self.body_view.words
        words.addLayout(self._place)
        words.addWidget(self.foot)
        words.addStretch(1)
        self.add(self.head)
        self.add(self.body_view)
        self._pause = QtCore.QTimer(self)
        self._pause.setSingleShot(True)

    def _connect(self) -> None:
        self.stop.clicked.connect(self._on_stop)
        self.result.clicked.connect(self._on_result_wanted)
        self.head.chosen.connect(self._on_theme_chosen)
        self.foot.back.clicked.connect(self._on_back)
        self.foot.next.clicked.connect(self._on_next)
        self._pause.timeout.connect(self._on_pause_over)
        keys, alt = QtCore.Qt.Key, QtCore.Qt.Modifier.ALT
        for key, act in (
            (keys.Key_Left, self._on_back),
            (keys.Key_Right, self._on_next),
        ):
            shortcut = QtGui.QShortcut(QtGui.QKeySequence(alt | key), self)
            shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.hands.watch(self.foot.back, self.foot.next)

    @property
    def advised(self) -> AdviceCard | None:
        """The advice that shows now."""
        return self.question.advised if self.question is not None else None

    def show_check(self, presenter: CheckPresenter) -> None:
        """Show a check from where its presenter stands."""
        self._presenter, self._shown = presenter, ""
        self.hands.by_mouse = False
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the check as it stands now."""
        if self._presenter is None:
            return
        sheet = self._presenter.sheet()
        self.set_words(sheet.place)
        self.head.show_sheet(sheet)
        shown = sheet.question.id if sheet.question else ""
        shown = sheet.vault.title if sheet.vault else shown
        if shown != self._shown:
            self._shown = shown
            self._show_anew(sheet)
        elif sheet.question is not None and self.question is not None:
            self.question.answers.show_state(sheet.question)
        elif sheet.vault is not None and self.vault is not None:
            self.vault.show_problem(sheet.vault.problem)
        if self.question is not None:
            self.question.show_advice(sheet.advice)
        self.foot.show_sheet(sheet)

    def _show_anew(self, sheet: CheckSheet) -> None:
        self.setUpdatesEnabled(False)
        self._drop()
        if sheet.question is not None:
            self.question = QuestionView(sheet.question)
            self._place.addWidget(self.question)
            self.body_view.show_pictures(sheet.question.pictures)
            self._connect_question(self.question)
        elif sheet.vault is not None:
            self.vault = VaultView(sheet.vault)
            self._place.addWidget(self.vault)
            self.body_view.show_pictures(None)
            self._connect_vault(self.vault)
        self.setUpdatesEnabled(True)
        self.to_top()
        self._begin()
        announce(self, f"{sheet.saved} {sheet.spoken}".strip())

    def _drop(self) -> None:
        for old in (self.question, self.vault):
            if old is not None:
                old.blockSignals(True)  # noqa: FBT003 - Qt's way
                old.hide()
                old.deleteLater()
        self.question = self.vault = None

    def _connect_question(self, question: QuestionView) -> None:
        answers = question.answers
        question.requested.connect(self._on_requested)
        answers.picked.connect(self._on_picked)
        answers.several.connect(self._on_several)
        answers.number.connect(self._on_number)
        answers.proposal.connect(self._on_picked_value)
        answers.entered.connect(self._on_next)
        question.note.written.connect(self._on_note)
        if question.reading is not None:
            question.reading.measured.connect(self._on_measured)
        self.hands.watch(*answers.findChildren(QtWidgets.QAbstractButton))

    def _connect_vault(self, vault: VaultView) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        vault.confirmed.connect(self._on_passphrase)
        vault.not_kept.connect(lambda: self._on_vault(presenter.vault.do_not_keep()))
        vault.retried.connect(lambda: self._on_vault(presenter.vault.try_again()))
        vault.put_back.connect(lambda: self._on_vault(presenter.vault.put_copy_back()))
        vault.anew.connect(lambda: self._on_vault(presenter.vault.start_anew()))
        vault.skipped.connect(self._on_private_skipped)

    def _begin(self) -> None:
        """Put the keyboard where the question begins, without a ring for a mouse."""
        if self.vault is not None:
            self.vault.start().setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        elif self.question is not None:
            there = self.question.answers.start()
            is_typed = isinstance(there, QtWidgets.QLineEdit)
            there = self if self.hands.by_mouse and not is_typed else there
            there.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    # what was done

    @QtCore.Slot(str)
    def _on_picked(self, code: str) -> None:
        self._on_picked_value(code)

    @QtCore.Slot(float)
    def _on_picked_value(self, value: str | float) -> None:
        if self._presenter is None or self.question is None:
            return
        self.question.note.commit()
        goes_on = self._presenter.answer(value, stays=self.question.has_open_extras())
        self._after_answer()
        if goes_on:
            pause = min(theme.current().motion_ms(), LONGEST_PAUSE_MS)
            self._pause.start(pause)

    @QtCore.Slot(tuple)
    def _on_several(self, codes: tuple[str, ...]) -> None:
        if self._presenter is None:
            return
        if codes:
            self._presenter.answer(codes, stays=True)
        else:
            self._presenter.clear()
        self._after_answer()

    @QtCore.Slot(float)
    def _on_number(self, number: float) -> None:
        if self._presenter is not None:
            self._presenter.answer(number, stays=True)
            self._after_answer()

    @QtCore.Slot(str)
    def _on_note(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.note(text)
            self._after_answer()

    @QtCore.Slot(object)
    def _on_measured(self, reading: float | None) -> None:
        if self._presenter is not None:
            self._presenter.measure(reading)
            self._after_answer()

    @QtCore.Slot(object, bool)
    def _on_requested(self, request: Request, is_asked: bool) -> None:  # noqa: FBT001
        if self._presenter is not None:
            self._presenter.ask(request, is_asked=is_asked)
            self.show_sheet()

    def _after_answer(self) -> None:
        self._pause.stop()
        before = self.advised
        self.show_sheet()
        if self.advised is not None and self.advised != before:
            announce(self, f"{self.foot.saved.text()} {self.advised.spoken}")
            self.hands.hold_press()
            self.foot.next.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            QtCore.QTimer.singleShot(0, self, self._reveal_foot)
        elif problem := self.foot.sentence.text():
            announce(self, problem)

    @QtCore.Slot()
    def _reveal_foot(self) -> None:
        if (ground := self.widget()) is not None:
            _lay_out(ground)
        room = theme.current().space(6)
        self.ensureWidgetVisible(self.foot, 0, room)
        if self.question is not None and self.question.advice is not None:
            # Its first line wins where both do not fit.
            self.ensureWidgetVisible(self.question.advice.mark, 0, room)

    def _commit(self) -> bool:
        """Tell what was typed; tell whether there is nothing to read or mend first."""
        self._pause.stop()
        if self.question is None:
            return True
        advised, problem = self.advised, self.foot.sentence.text()
        self.question.commit()
        is_new = self.advised is not None and self.advised != advised
        is_refused = self.foot.sentence.text() not in ("", problem)
        return not (is_new or is_refused or self.question.answers.is_wrong())

    @QtCore.Slot()
    def _on_pause_over(self) -> None:
        if self._presenter is not None:
            self._presenter.next()
            self.moved.emit()

    @QtCore.Slot()
    def _on_next(self) -> None:
        if self._presenter is not None and self.question is not None and self._commit():
            self._presenter.next()
            self.moved.emit()

    @QtCore.Slot()
    def _on_back(self) -> None:
        if self._presenter is not None:
            self._commit()
            self._presenter.previous()
            self.moved.emit()

    @QtCore.Slot(str)
    def _on_theme_chosen(self, code: str) -> None:
        if self._presenter is not None:
            self._commit()
            self.hands.by_mouse = False
            self._presenter.go_to_theme(code)
            self.moved.emit()

    @QtCore.Slot()
    def _on_stop(self) -> None:
        self._commit()
        self.left.emit()

    @QtCore.Slot()
    def _on_result_wanted(self) -> None:
        self._commit()
        self.result_wanted.emit()

    @QtCore.Slot(str, str)
    def _on_passphrase(self, passphrase: str, repeat: str) -> None:
        if self.vault is not None:
            self.vault.show_busy()
            # Making a key takes a second; the words must be on the screen before.
            QtCore.QTimer.singleShot(
                BUSY_MS, self, lambda: self._confirm(passphrase, repeat)
            )

    def _confirm(self, passphrase: str, repeat: str) -> None:
        if self._presenter is not None:
            self._on_vault(self._presenter.vault.confirm(passphrase, repeat))

    def _on_vault(self, is_open: bool) -> None:  # noqa: FBT001 - what the vault tells
        if is_open and self._presenter is not None:
            self._presenter.vault_opened()
        self.moved.emit()

    @QtCore.Slot()
    def _on_private_skipped(self) -> None:
        if self._presenter is not None:
            self._presenter.leave_private_out()
            self.moved.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Choose an answer by its digit, wherever the keyboard is."""
        self.hands.by_mouse = False
        if self.question is None or not self.question.answers.press(event.text()):
            super().keyPressEvent(event)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Go on to nothing for nobody."""
        super().hideEvent(event)
        self._pause.stop()
