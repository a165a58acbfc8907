"""The pages of the sidebar, each loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from thuiswerkplek.i18n import _
from thuiswerkplek.ui.contracts import PageName

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6 import QtWidgets

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui import theme
    from thuiswerkplek.ui.contracts import Frame
    from thuiswerkplek.ui.tasks import WindowTasks

    PageFactory = Callable[
        [WorkerServices, Frame, WindowTasks, theme.Theme], QtWidgets.QWidget
    ]


@runtime_checkable
class Refreshing(Protocol):
    """A page that can read its data again."""

    def refresh(self) -> None:
        """Show what is known now."""


@runtime_checkable
class Waking(Protocol):
    """A page with something to do that can wait until it was painted."""

    def wake(self) -> None:
        """Do it."""


class PageEntry(NamedTuple):
    """A page of the sidebar; its module is loaded when it is first shown."""

    name: PageName
    icon: str
    word: Callable[[], str]
    create: PageFactory
    last: bool = False


def _today(
    services: WorkerServices, frame: Frame, tasks: WindowTasks, look: theme.Theme
) -> QtWidgets.QWidget:
    from thuiswerkplek.ui.worker import today_view

    return today_view.create_page(services, frame, tasks, look)


def _workplace(
    services: WorkerServices, frame: Frame, tasks: WindowTasks, look: theme.Theme
) -> QtWidgets.QWidget:
    from thuiswerkplek.ui.worker import workplace_view

    return workplace_view.create_page(services, frame, tasks, look)


def _measures(
    services: WorkerServices, frame: Frame, tasks: WindowTasks, look: theme.Theme
) -> QtWidgets.QWidget:
    from thuiswerkplek.ui.worker import measures_view

    return measures_view.create_page(services, frame, tasks, look)


def _balance(
    services: WorkerServices, frame: Frame, tasks: WindowTasks, look: theme.Theme
) -> QtWidgets.QWidget:
    from thuiswerkplek.ui.worker import balance_view

    return balance_view.create_page(services, frame, tasks, look)


def _share(
    services: WorkerServices, frame: Frame, tasks: WindowTasks, look: theme.Theme
) -> QtWidgets.QWidget:
    from thuiswerkplek.ui.worker import share_view

    return share_view.create_page(services, frame, tasks, look)


def _settings(
    services: WorkerServices, frame: Frame, tasks: WindowTasks, look: theme.Theme
) -> QtWidgets.QWidget:
    from thuiswerkplek.ui.worker import settings_view

    return settings_view.create_page(services, frame, tasks, look)


PAGES = (
    PageEntry(PageName.TODAY, "today", lambda: _("Today"), _today),
    PageEntry(PageName.WORKPLACE, "workplace", lambda: _("Workplace"), _workplace),
    PageEntry(PageName.MEASURES, "measures", lambda: _("Measures"), _measures),
    PageEntry(PageName.BALANCE, "balance", lambda: _("Balance"), _balance),
    PageEntry(PageName.SHARE, "share", lambda: _("Share"), _share),
    PageEntry(
        PageName.SETTINGS, "settings", lambda: _("Settings"), _settings, last=True
    ),
)
