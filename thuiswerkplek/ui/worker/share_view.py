"""The page *Delen*: two columns that become one where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import buttons
from thuiswerkplek.ui.widgets.drawing_view import DrawingView
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.page import Page
from thuiswerkplek.ui.widgets.save_dialog import ask_where_to_save
from thuiswerkplek.ui.widgets.tab_order import chain
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.worker.share_form import ShareForm
from thuiswerkplek.ui.worker.share_pages import SharePages
from thuiswerkplek.ui.worker.share_presenter import SharePresenter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.contracts import Shell, Tasks
    from thuiswerkplek.ui.theme import Theme
    from thuiswerkplek.ui.worker.share_models import PagesStatus, SharePage

PAUSE_MS = 250
TWO_COLUMNS_PX, FORM_PX, PAGES_PX, DRAWING_PX = 880, 620, 900, 240


class ShareView(QtWidgets.QWidget):
    """What goes and what stays at the left, the pages themselves at the right."""

    def __init__(
        self,
        services: WorkerServices,
        shell: Shell,
        tasks: Tasks,
        *,
        ask_path: Callable[[str], Path | None] | None = None,
    ) -> None:
        super().__init__()
        self.form = ShareForm()
        self.pages = SharePages()
        self._ask_path = ask_path or self._ask_with_dialog
        self._presenter = SharePresenter(services, shell, tasks, self)
        self._are_pages_old = False
        self._has_columns: bool | None = None
        self._pause = QtCore.QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self.left = Page(_("Share"), wide=True)
        self.to_pages = buttons.quiet(_("To the pages"), icon="report")
        self.left.add(self.to_pages)
        self.empty = self._empty_part()
        self.left.add(self.empty)
        self.left.add(self.form)
        self.left.add(self.pages)
        self._beside = QtWidgets.QWidget()
        self._beside_column = Column(self._beside, margins=(3, 7, 8, 6))
        self._beside.hide()
        row = Row(self, gap=0)
        row.addWidget(self.left, 1)
        row.addWidget(self._beside, 1)

    def _empty_part(self) -> QtWidgets.QWidget:
        part = QtWidgets.QWidget()
        policy = QtWidgets.QSizePolicy.Policy
        part.setSizePolicy(policy.Preferred, policy.Minimum)
        column = Column(part, gap=4)
        drawing = FlowRow([DrawingView("empty-share", width=DRAWING_PX)])
        self.to_check = buttons.primary(_("Go to the check"))
        left = QtCore.Qt.AlignmentFlag.AlignLeft
        column.addWidget(drawing)
        column.addWidget(Text(_("Nothing to share yet"), "title"))
        column.addWidget(
            Text(
                _(
                    "After some answers in the check you see here exactly what your"
                    " employer would get, page by page."
                )
            )
        )
        column.addWidget(self.to_check, 0, left)
        return part

    def _connect(self) -> None:
        self._pause.timeout.connect(self._presenter.make_pages)
        self.to_pages.clicked.connect(self._on_to_pages)
        self.to_check.clicked.connect(self._presenter.go_to_check)
        self.form.person_named.connect(self._on_person_named)
        self.form.language_chosen.connect(self._presenter.choose_language)
        self.form.request_set.connect(
            lambda kind, on: self._presenter.ask(kind, is_asked=on)
        )
        self.form.tick_set.connect(
            lambda tick, on: self._presenter.set_tick(tick, goes=on)
        )
        self.pages.save_wanted.connect(self._on_save_wanted)
        theme.follow(self._restyle)

    def refresh(self) -> None:
        """Show what is known now."""
        self._presenter.refresh()

    def _on_to_pages(self) -> None:
        bar = self.left.verticalScrollBar()
        below = self.pages.mapTo(self.left, QtCore.QPoint(0, 0)).y()
        bar.setValue(bar.value() + below)
        self.pages.images.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _on_person_named(self, name: str, staff_number: str, department: str) -> None:
        self._presenter.name_person(
            name=name, staff_number=staff_number, department=department
        )

    def _on_save_wanted(self) -> None:
        path = self._ask_path(self._presenter.draft().file_name)
        if path is not None:
            self._presenter.save(path)

    def _ask_with_dialog(self, name: str) -> Path | None:
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        folder = QtCore.QStandardPaths.writableLocation(documents)
        return ask_where_to_save(
            self,
            _("Save the report"),
            folder=folder,
            name=name,
            kind="PDF (*.pdf)",
        )

    def show_page(self, page: SharePage) -> None:
        """Show the form, or that there is nothing to share yet."""
        self.left.set_words(
            _("Share"),
            ""
            if page.is_empty
            else _("You decide what goes along. Nothing is sent: you save a file."),
        )
        self.empty.setVisible(page.is_empty)
        self.form.setVisible(not page.is_empty)
        self.pages.setVisible(not page.is_empty)
        if not page.is_empty:
            self.form.show_page(page)
            chain([self.to_pages, *self.form.stops(), *self.pages.stops()])
        self._arrange()

    def show_status(self, status: PagesStatus) -> None:
        """Show the words around the pages."""
        self.pages.show_status(status)

    def show_pages(self, content: bytes) -> None:
        """Show the pages of exactly these bytes."""
        self.pages.show_pages(content)

    def pages_are_old(self) -> None:
        """Make new pages once nothing changes for a moment and this page is seen."""
        self._are_pages_old = True
        if self.isVisible():
            self._make_soon()

    def _make_soon(self) -> None:
        self._are_pages_old = False
        self._pause.start()

    def show_folder(self, folder: Path) -> None:
        """Open the folder of the saved report in the system's own window (TM-112)."""
        QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(folder)))

    def _restyle(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Put the pages beside the form, or under it where that is too narrow."""
        look = theme.current()
        has_room = self.width() >= look.px(TWO_COLUMNS_PX)
        has_columns = has_room and self.empty.isHidden()
        self.form.setMaximumWidth(look.px(FORM_PX))
        self.pages.setMaximumWidth(look.px(PAGES_PX))
        self.to_pages.setVisible(not has_room and self.empty.isHidden())
        if has_columns is self._has_columns:
            return
        self._has_columns = has_columns
        if has_columns:
            self._beside_column.addWidget(self.pages)
        else:
            self.left.add(self.pages)
        self._beside.setVisible(has_columns)
        self.pages.set_alone(is_alone=not has_columns)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Choose between one column and two."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Make nothing for nobody."""
        super().hideEvent(event)
        self._pause.stop()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Make the pages once they are looked at."""
        super().showEvent(event)
        if self._are_pages_old:
            self._make_soon()


def create_page(
    services: WorkerServices,
    shell: Shell,
    tasks: Tasks,
    theme: Theme,  # noqa: ARG001 - the frame makes every page in the same way
) -> ShareView:
    """Return the page, filled with what is known now."""
    page = ShareView(services, shell, tasks)
    page.refresh()
    return page
