"""The screen *Agreement* of the page *Balans*: its three sheets and their dialogs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.widgets.save_dialog import ask_where_to_save
from thuiswerkplek.ui.worker.agreement_form_view import AgreementFormView
from thuiswerkplek.ui.worker.agreement_models import Showing
from thuiswerkplek.ui.worker.agreement_overview_view import AgreementOverviewView
from thuiswerkplek.ui.worker.agreement_presenter import AgreementPresenter
from thuiswerkplek.ui.worker.agreement_told_view import AgreementIncomingView
from thuiswerkplek.ui.worker.flexible_work_presenter import FlexibleWorkPresenter
from thuiswerkplek.ui.worker.flexible_work_view import FlexibleWorkView

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell
    from thuiswerkplek.ui.worker.agreement_draft import Draft

PDF, JSON = "PDF (*.pdf)", "JSON (*.json)"


class AgreementScreen(QtWidgets.QStackedWidget):
    """Shows the sheet its presenter is at; form and file are made when needed."""

    def __init__(
        self, services: WorkerServices, shell: Shell, back: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("Agreement"))
        self.presenter = AgreementPresenter(services, shell, self.show_sheet)
        flexible = FlexibleWorkView(FlexibleWorkPresenter(services.day_log))
        self.overview = AgreementOverviewView(self.presenter.overview(), flexible)
        self.form: AgreementFormView | None = None
        self.incoming: AgreementIncomingView | None = None
        self.addWidget(self.overview)
        self.setFocusProxy(self.overview.back)
        self._connect(back)

    def _connect(self, back: Callable[[], None]) -> None:
        overview, presenter = self.overview, self.presenter
        overview.back_wanted.connect(back)
        overview.write_wanted.connect(presenter.write)
        overview.take_in_wanted.connect(self._on_take_in)
        overview.talk_wanted.connect(self._on_talk)
        overview.change_wanted.connect(presenter.write_from)
        overview.remove_wanted.connect(presenter.remove)

    def refresh(self) -> None:
        """Read what is known again; somebody who is typing is left alone."""
        if self.presenter.showing is Showing.OVERVIEW:
            self.overview.show_overview(self.presenter.overview())

    def show_sheet(self) -> None:
        """Show the sheet the presenter is at, as it stands now."""
        match self.presenter.showing:
            case Showing.OVERVIEW:
                self._show_overview()
            case Showing.FORM:
                self._show_form()
            case Showing.INCOMING:
                self._show_incoming()

    def _show_overview(self) -> None:
        came_back = self.currentWidget() is not self.overview
        self.refresh()
        self.setCurrentWidget(self.overview)
        self._drop_others()
        if came_back:
            self.overview.to_top()
            self.overview.write.setFocus()

    def _drop_others(self) -> None:
        for sheet in (self.form, self.incoming):
            if sheet is not None:
                self.removeWidget(sheet)
                sheet.deleteLater()
        self.form = self.incoming = None

    def _show_form(self) -> None:
        self._drop_others()
        form = AgreementFormView(self.presenter.form())
        form.show_notes(self.presenter.notes(form.draft()))
        form.saved.connect(self._on_saved)
        form.left.connect(self.presenter.leave)
        form.edited.connect(self._on_edited)
        self.form = form
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.open_first()

    def _show_incoming(self) -> None:
        self._drop_others()
        sheet = AgreementIncomingView(self.presenter.incoming())
        sheet.kept.connect(self.presenter.keep_file)
        sheet.left.connect(self.presenter.leave_file)
        self.incoming = sheet
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)
        sheet.focus_first()

    @QtCore.Slot(object)
    def _on_saved(self, draft: Draft) -> None:
        refusals = self.presenter.save(draft)
        if refusals is not None and self.form is not None:
            self.form.show_refusals(refusals)

    @QtCore.Slot(object)
    def _on_edited(self, draft: Draft) -> None:
        if self.form is not None:
            self.form.show_notes(self.presenter.notes(draft))

    @QtCore.Slot()
    def _on_take_in(self) -> None:
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(
            self, self.overview.take_in.text(), str(Path.home()), JSON
        )
        if name:
            self.presenter.read_file(Path(name))

    @QtCore.Slot()
    def _on_talk(self) -> None:
        path = self.ask_where()
        if path is not None:
            self.presenter.save_talk(path)

    def ask_where(self) -> Path | None:
        """Ask where to save the talk sheet."""
        return ask_where_to_save(
            self,
            self.overview.talk.text(),
            folder=str(Path.home()),
            name=self.presenter.talk_name(),
            kind=PDF,
        )


def create_screen(
    services: WorkerServices, frame: Shell, back: Callable[[], None]
) -> AgreementScreen:
    """Return the screen; `back` returns to the calendar.

    It reads agreements and rates at once, so make it when it is asked for.
    """
    return AgreementScreen(services, frame, back)
