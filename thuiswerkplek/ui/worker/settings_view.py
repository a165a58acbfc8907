"""The page *Instellingen*: layout and signals; its words come from its presenter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.card import Card
from thuiswerkplek.ui.widgets.checks import CheckBox
from thuiswerkplek.ui.widgets.disclosure import Disclosure
from thuiswerkplek.ui.widgets.field import Field
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.select import Select
from thuiswerkplek.ui.widgets.text import PlainText, Text
from thuiswerkplek.ui.worker.settings_day_log_view import DayLogCard
from thuiswerkplek.ui.worker.settings_parts import Confirm, KeepingChoice
from thuiswerkplek.ui.worker.settings_presenter import EXPORT_NAME, SettingsPresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Frame, Tasks
    from thuiswerkplek.ui.theme import Theme
    from thuiswerkplek.ui.worker.settings_models import Choices, SettingsPage

FILES = "JSON (*.json)"


def create_page(
    services: WorkerServices, frame: Frame, _tasks: Tasks, _look: Theme
) -> SettingsView:
    """Return the page with its presenter."""
    return SettingsView(SettingsPresenter(services, frame))


class SettingsView(Page):
    """Cards for looks and pace, day log, private answers, own data and about."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        self._presenter = presenter
        self._file = Path()
        page = presenter.page()
        super().__init__(page.title, page.lead)
        self._build_looks(page)
        self._build_private(page)
        self._build_data(page)
        self._build_about(page)
        self._connect()
        self.refresh()

    # Layout

    def _build_looks(self, page: SettingsPage) -> None:
        self.language = _select(page.language, "language")
        self.scheme = _select(page.scheme, "scheme")
        self.text_size = _select(page.text_size, "text-size")
        self.pace = CheckBox(page.pace_word)
        fields = FlowRow(gap=6)
        for choices, select in (
            (page.language, self.language),
            (page.scheme, self.scheme),
            (page.text_size, self.text_size),
        ):
            fields.add(Field(choices.label, select, choices.help))
        self.add(_card(page.looks_title, fields))
        self.add(_card(page.pace_title, self.pace))
        self.day_log = DayLogCard(self._presenter.day_log)
        self.add(self.day_log)

    def _build_private(self, page: SettingsPage) -> None:
        self._private_text = Text()
        self.ask_private = buttons.secondary(page.private.ask_word)
        self.erase_private = buttons.secondary(page.private.erase_word)
        self.confirm_private = Confirm(self._presenter.before_erasing_private())
        self.add(
            _card(
                page.private_title,
                self._private_text,
                self.ask_private,
                self.erase_private,
                self.confirm_private,
            )
        )

    def _build_data(self, page: SettingsPage) -> None:
        words = page.data
        self.export = buttons.secondary(words.export_word, icon="export")
        self.take_in = buttons.secondary(words.take_in_word, icon="import")
        self.erase = buttons.danger(words.erase_word, icon="remove")
        self.keeping = KeepingChoice(self._presenter.keeping_words())
        self.confirm = Confirm(self._presenter.before_erasing())
        self._take_in_help = Text("", "small")
        place = PlainText(words.place, "small")
        place.setVisible(bool(words.place))
        self.add(
            _card(
                page.data_title,
                Text(words.text),
                FlowRow([self.export, self.take_in], gap=3),
                self._take_in_help,
                self.keeping,
                self.erase,
                self.confirm,
                place,
            )
        )

    def _build_about(self, page: SettingsPage) -> None:
        limits = Disclosure(page.limits_title)
        for line in page.limits:
            limits.add(Text(f"– {line}", "small"))
        lines = [Text(line) for line in page.about]
        self.add(_card(page.about_title, *lines))
        self.add(limits)

    def _connect(self) -> None:
        for select, choose in (
            (self.language, self._presenter.choose_language),
            (self.scheme, self._presenter.choose_scheme),
            (self.text_size, self._presenter.choose_text_size),
        ):
            _on_choice(select, choose)
        self.pace.toggled.connect(self._on_pace)
        self.ask_private.clicked.connect(self._on_ask_private)
        self.erase_private.clicked.connect(self._on_erase_private)
        self.confirm_private.agreed.connect(self._on_private_agreed)
        self.export.clicked.connect(self._on_export)
        self.take_in.clicked.connect(self._on_take_in)
        self.keeping.with_passphrase.connect(self._on_passphrase)
        self.keeping.not_kept.connect(self._on_not_kept)
        self.erase.clicked.connect(self._on_erase)
        self.confirm.agreed.connect(self._on_erase_agreed)

    # What is known now

    def refresh(self) -> None:
        """Show the choices in force and what is kept."""
        page = self._presenter.page()
        for select, choices in (
            (self.language, page.language),
            (self.scheme, page.scheme),
            (self.text_size, page.text_size),
        ):
            select.setCurrentIndex(select.findData(choices.current))
        with QtCore.QSignalBlocker(self.pace):
            self.pace.setChecked(page.goes_on)
        self.day_log.refresh()
        self._private_text.setText(page.private.text)
        self.ask_private.setVisible(page.private.can_ask)
        self.erase_private.setVisible(page.private.can_erase)
        self.take_in.setEnabled(page.data.can_take_in)
        self._take_in_help.setText(page.data.take_in_help)
        self._take_in_help.setVisible(bool(page.data.take_in_help))

    # What the controls do

    @QtCore.Slot(bool)
    def _on_pace(self, goes_on: bool) -> None:  # noqa: FBT001 - Qt's way
        self._presenter.choose_pace(goes_on=goes_on)

    @QtCore.Slot()
    def _on_ask_private(self) -> None:
        self._presenter.ask_private()
        self.refresh()

    @QtCore.Slot()
    def _on_erase_private(self) -> None:
        self.confirm_private.open(self.erase_private)

    @QtCore.Slot()
    def _on_private_agreed(self) -> None:
        self._presenter.erase_private()
        self.refresh()

    @QtCore.Slot()
    def _on_export(self) -> None:
        path = self.ask_where()
        if path is not None:
            self._presenter.export(path)

    def ask_where(self) -> Path | None:
        """Ask where to save; the dialog itself asks before a file is replaced."""
        dialog = QtWidgets.QFileDialog(
            self, self.export.text(), str(Path.home()), FILES
        )
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(EXPORT_NAME)
        is_chosen = dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles() if is_chosen else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    @QtCore.Slot()
    def _on_take_in(self) -> None:
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(
            self, self.take_in.text(), str(Path.home()), FILES
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Take a file in, asking first how its private answers are kept if need be."""
        self._file = path
        must_choose = self._presenter.needs_keeping(path)
        if must_choose:
            self.keeping.open(self.take_in)
        elif must_choose is False:
            self._presenter.take_in(path)

    @QtCore.Slot(str)
    def _on_passphrase(self, passphrase: str) -> None:
        if self._presenter.take_in(self._file, passphrase):
            self.keeping.close_step()

    @QtCore.Slot()
    def _on_not_kept(self) -> None:
        self._presenter.take_in(self._file)

    @QtCore.Slot()
    def _on_erase(self) -> None:
        self.confirm.open(self.erase)

    @QtCore.Slot()
    def _on_erase_agreed(self) -> None:
        self._presenter.erase()


def _card(title: str, *parts: QtWidgets.QWidget) -> Card:
    card = Card()
    card.add(Text(title, "title"))
    for part in parts:
        card.add(part)
    return card


def _select(choices: Choices, name: str) -> Select:
    select = Select()
    select.setObjectName(name)
    for code, word in choices.items:
        select.addItem(word, code)
    return select


def _on_choice(select: Select, choose: Callable[[str], None]) -> None:
    select.activated.connect(lambda row: choose(str(select.itemData(row))))
