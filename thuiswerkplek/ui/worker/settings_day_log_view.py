"""The card *Daglog* of the page *Instellingen*: the tray and the reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.checks import CheckBox
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.layouts import Column
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.settings_time_field import TimeField

if TYPE_CHECKING:
    from thuiswerkplek.ui.worker.settings_day_log_presenter import (
        DayLogSettingsPresenter,
    )
    from thuiswerkplek.ui.worker.settings_models import DayLogChoices


class DayLogCard(Card):
    """Two ticks, and a time under the second while it is set."""

    def __init__(self, presenter: DayLogSettingsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._build(self._choices())
        self._connect()

    def _choices(self) -> DayLogChoices:
        has_tray = QtWidgets.QSystemTrayIcon.isSystemTrayAvailable()
        return self._presenter.choices(has_tray=has_tray)

    def _build(self, words: DayLogChoices) -> None:
        self.tray = CheckBox(words.tray_word)
        self.tray.setObjectName("tray")
        self.remind = CheckBox(words.remind_word)
        self.remind.setObjectName("remind")
        self.time = TimeField(name=words.time_label)
        self.time.set_value(words.time)
        self.tray_help, self.remind_help = Text("", "small"), Text("", "small")
        self.time_field = Field(words.time_label, self.time, words.time_help)
        self.add(Text(words.title, "title"))
        self.body.addLayout(Column(gap=0, items=[self.tray, self.tray_help]))
        self.body.addLayout(Column(gap=0, items=[self.remind, self.remind_help]))
        self.add(self.time_field)

    def _connect(self) -> None:
        self.tray.toggled.connect(self._on_tray)
        self.remind.toggled.connect(self._on_remind)
        self.time.committed.connect(self._on_time)

    def refresh(self) -> None:
        """Show the choices in force."""
        choices = self._choices()
        for box, is_on, text, label in (
            (self.tray, choices.stays_in_tray, choices.tray_help, self.tray_help),
            (self.remind, choices.reminds, choices.remind_help, self.remind_help),
        ):
            with QtCore.QSignalBlocker(box):
                box.setChecked(is_on)
            box.setAccessibleDescription(text)
            label.setText(text)
        self.tray.setEnabled(choices.can_choose_tray)
        if choices.reminds:
            self.time.set_value(choices.time)
        self.time_field.setVisible(choices.reminds)

    # What the controls do

    @QtCore.Slot(bool)
    def _on_tray(self, stays: bool) -> None:  # noqa: FBT001 - Qt's way
        self._presenter.choose_tray(stays=stays)
        self.refresh()

    @QtCore.Slot(bool)
    def _on_remind(self, reminds: bool) -> None:  # noqa: FBT001 - Qt's way
        self._presenter.choose_reminder(self.time.value() if reminds else None)
        self.refresh()

    @QtCore.Slot(int)
    def _on_time(self, minutes: int) -> None:
        self._presenter.choose_reminder(minutes)
        self.refresh()
