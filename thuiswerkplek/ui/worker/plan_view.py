"""The screen *Mijn week* of *Balans*: the week plan, and how days usually go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.habits_presenter import HabitsPresenter
from thuiswerkplek.ui.worker.habits_view import HabitsForm
from thuiswerkplek.ui.worker.plan_beside import TopField, tick
from thuiswerkplek.ui.worker.plan_line import LineField
from thuiswerkplek.ui.worker.plan_presenter import PlanPresenter
from thuiswerkplek.ui.worker.plan_weeks import WeeksView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Frame
    from thuiswerkplek.ui.worker.plan_models import ComingPlan, PlanSheet

DATE_PX, STEPS_PX = 120, 320


class PlanView(Page):
    """What is planned, the week to plan, and the worker's habits."""

    def __init__(
        self, services: WorkerServices, frame: Frame, back: Callable[[], None]
    ) -> None:
        super().__init__(
            _("My week"),
            _("Plan your usual week once, and the calendar fills itself in."),
        )
        self._go_back = back
        self._presenter = PlanPresenter(services, frame, self._show)
        self._habits = HabitsPresenter(services, frame, self._show)
        self.drops: dict[date, buttons.Button] = {}
        self._shown_coming: tuple[ComingPlan, ...] = ()
        self._build_parts()
        self._connect()
        self._show()
        theme.follow(self._fit)

    # Layout

    def _build_parts(self) -> None:
        self.back = buttons.quiet(_("Calendar"), icon="back")
        self.back.setAccessibleName(_("Back to the calendar"))
        self.set_action(self.back)
        self.add(self._now_part())
        self.add(self._week_part())
        self.form = HabitsForm(self._habits)
        self.add(self.form)

    def _now_part(self) -> Card:
        card = Card(quiet=True)
        self.now = Text()
        self._coming = Column(gap=2)
        self.stop = buttons.secondary(_("Stop planning"))
        card.add(self.now)
        card.body.addLayout(self._coming)
        card.add(self.stop)
        return card

    def _week_part(self) -> Card:
        card = Card(gap=4)
        self.weeks = WeeksView()
        self.two = tick(_("Every other week differs"))
        self.begin = LineField(name=_("From"), width=DATE_PX)
        self.begin_note = Text("", "small")
        self.others = Text("", "small")
        self.renew = buttons.secondary(_("Update them"))
        self.save = buttons.primary(_("Save week"))
        self.unsaved = Text("", "small")
        card.add(Text(_("Your usual week"), "title"))
        card.add(
            Text(
                _(
                    "Public holidays are off by themselves. Does a single day go"
                    " otherwise? Change it in the calendar; your week stays."
                )
            )
        )
        card.add(self.weeks)
        card.add(self.two)
        card.add(self.others)
        card.add(self.renew)
        begin = Column(gap=1, items=[TopField(_("From"), self.begin), self.begin_note])
        card.body.addLayout(begin)
        card.add(FlowRow([self.save, self.unsaved], gap=4))
        return card

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.stop.clicked.connect(self._presenter.stop)
        self.weeks.chosen.connect(self._presenter.choose)
        self.two.clicked.connect(self._on_two)
        self.begin.typed.connect(self._presenter.set_begin)
        self.begin.stepped.connect(self._presenter.step_begin)
        self.renew.clicked.connect(self._presenter.renew)
        self.save.clicked.connect(self._on_save)

    # What is known now

    def refresh(self) -> None:
        """Show what is planned and usual now; what is being made stays."""
        self._presenter.refresh()
        self._show()

    def _show(self) -> None:
        self._show_plan(self._presenter.sheet())
        self.form.show_sheet(self._habits.sheet())

    def _show_plan(self, sheet: PlanSheet) -> None:
        self.now.setText(sheet.now)
        self._show_coming(sheet.coming)
        self.stop.setVisible(sheet.can_stop)
        self.weeks.show_weeks(sheet.weeks)
        self.two.setChecked(sheet.is_two)
        self.begin.show_box(sheet.begin)
        _tell(self.begin_note, sheet.begin_note)
        _tell(self.others, sheet.others)
        self.renew.setVisible(bool(sheet.others))
        _tell(self.unsaved, sheet.unsaved)

    def _show_coming(self, coming: tuple[ComingPlan, ...]) -> None:
        if coming == self._shown_coming:
            return
        self._shown_coming = coming
        while (item := self._coming.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.drops = {}
        for plan in coming:
            drop = buttons.secondary(_("Remove plan"))
            drop.setAccessibleDescription(plan.text)
            drop.clicked.connect(
                lambda _on=False, first=plan.valid_from: self._presenter.drop(first)
            )
            self.drops[plan.valid_from] = drop
            self._coming.addWidget(Text(plan.text))
            self._coming.addWidget(FlowRow([drop]))
        chain([self.back, *self.drops.values(), self.stop])

    def _fit(self) -> None:
        width = self.viewport().width()
        self.form.set_steppable(can_step=width >= theme.current().px(STEPS_PX))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Look again whether numbers have room for buttons that step."""
        super().resizeEvent(event)
        self._fit()

    # What the controls do

    @QtCore.Slot(bool)
    def _on_two(self, is_two: bool) -> None:  # noqa: FBT001 - Qt's way
        self._presenter.set_two(is_two=is_two)

    @QtCore.Slot()
    def _on_save(self) -> None:
        self.begin.commit()  # a press does not take the keyboard on every desktop
        self._presenter.save()

    @QtCore.Slot()
    def _on_back(self) -> None:
        self.back.setFocus()  # what is being typed is kept first
        self._go_back()


def _tell(label: Text, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def create_screen(
    services: WorkerServices, frame: Frame, back: Callable[[], None]
) -> PlanView:
    """Return the screen, filled with what is known now."""
    return PlanView(services, frame, back)
