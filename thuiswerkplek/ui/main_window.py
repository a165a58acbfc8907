"""The window: the pages at the side, one page in the middle, one notice below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _, ngettext
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import Notice, PageName
from thuiswerkplek.ui.pages import PAGES, Refreshing, Waking
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.notice_bar import NoticeBar
from thuiswerkplek.ui.widgets.sidebar import NavEntry, Sidebar

if TYPE_CHECKING:
    from collections.abc import Callable

    from thuiswerkplek.services.worker import WorkerServices
    from thuiswerkplek.ui.tasks import WindowTasks

NAME = "thuiswerkplek"
SIZE, SMALLEST = QtCore.QSize(1120, 800), QtCore.QSize(560, 420)
KEYS = QtGui.QKeySequence
NARROW_PX = 400  # as where a page has its narrow margins
FOOT, NARROW_FOOT = (8, 0, 8, 3), (2, 0, 2, 2)
TAB = QtCore.Qt.FocusReason.TabFocusReason


class MainWindow(QtWidgets.QWidget):
    """The one window; what its pages ask of it is `contracts.Frame`."""

    looks_changed = QtCore.Signal()

    def __init__(self, tasks: WindowTasks, data_place: str = "") -> None:
        super().__init__()
        self._tasks = tasks
        self._data_place = data_place
        self.services: WorkerServices | None = None
        self._current = PageName.WORKPLACE
        self._is_settled = False
        self.pages: dict[PageName, QtWidgets.QWidget] = {}
        self._stale: set[PageName] = set()
        self.sidebar: Sidebar | None = None
        self._help: QtWidgets.QWidget | None = None
        self._build()
        theme.follow(self._restyle)

    def _build(self) -> None:
        self.setWindowTitle(NAME)
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        self._stack = QtWidgets.QStackedWidget()
        self.notice = NoticeBar()
        foot = self._foot_column = Column(margins=FOOT, items=[self.notice])
        self._foot = QtWidgets.QWidget()
        self._foot.setLayout(foot)
        self._foot.hide()
        self.notice.closed.connect(self._on_notice_closed)
        right = Column(gap=0, items=[self._stack, self._foot])
        right.setStretch(0, 1)
        self._row = Row(self, gap=0)
        self._row.addLayout(right, 1)

    def settle(self) -> None:
        """Add what can wait until the window was painted: keys, and what waits."""
        theme.speak()
        for number in range(1, len(PAGES) + 1):
            self._add_key(f"Ctrl+{number}", partial(self._open_number, number))
        self._add_key("F6", self._to_next_part)
        self._add_key("F1", self.toggle_help)
        self._is_settled = True
        for page in self.pages.values():
            self._wake(page)
        if self.sidebar is not None:
            self._focus_page()
        self.count_later()

    def _add_key(self, keys: str, do: Callable[[], None]) -> None:
        QtGui.QShortcut(KEYS(keys), self).activated.connect(do)

    def _restyle(self) -> None:
        if self.sidebar is not None:
            self.sidebar.fit(self.width())
        is_narrow = self.width() < theme.current().px(NARROW_PX)
        self._foot_column.set_margins(NARROW_FOOT if is_narrow else FOOT)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Let the sidebar show words or only icons."""
        super().resizeEvent(event)
        self._restyle()

    # The window before there are pages

    def show_alone(self, card: QtWidgets.QWidget) -> None:
        """Show one thing without the pages: the first start, or trouble."""
        self._clear()
        self._stack.addWidget(card)
        self._stack.setCurrentWidget(card)

    def open_pages(self, services: WorkerServices) -> None:
        """Show the pages: today, or the workplace to whom has none yet."""
        self.services = services
        self._current = PageName.WORKPLACE if services.is_new else PageName.TODAY
        self._build_pages()

    # What pages ask: contracts.Frame

    @property
    def data_place(self) -> str:
        """Where the answers are kept."""
        return self._data_place

    def notify(self, notice: Notice) -> None:
        """Say what happened, in place of what was said before."""
        self._foot.show()
        self.notice.tell(
            notice.text,
            level=notice.level,
            action=notice.action,
            on_action=notice.on_action,
        )

    def go_to(self, page: PageName) -> None:
        """Show a page, as a page asks for it."""
        if self.services is not None:
            self._show(page)
            self._focus_page()

    def data_changed(self) -> None:
        """Let the pages that are not shown read their data again later."""
        self._stale.update(name for name in self.pages if name != self._current)
        self.count_later()

    def preferences_changed(self) -> None:
        """Build everything anew in the language and looks chosen."""
        self.looks_changed.emit()

    def rebuild(self) -> None:
        """Build the pages anew, in the language of now, where the user was."""
        focus = QtWidgets.QApplication.focusWidget()
        name = focus.objectName() if focus is not None else ""
        self._build_pages()
        self.count_later()
        page = self.pages[self._current]
        if name:
            for control in page.findChildren(QtWidgets.QWidget, name):
                control.setFocus(TAB)

    def refresh_settings(self) -> None:
        """Show the choices in force where they are made."""
        for name, page in self.pages.items():
            if name is PageName.SETTINGS and isinstance(page, Refreshing):
                page.refresh()

    # Pages

    def _build_pages(self) -> None:
        self._clear()
        self._tasks.forget_all()
        self.sidebar = Sidebar(
            [NavEntry(one.name, one.icon, one.word(), one.last) for one in PAGES],
            brand=NAME,
            name=_("Pages"),
            current_word=_("shown now"),
        )
        self.sidebar.chosen.connect(self._on_chosen)
        self._row.insertWidget(0, self.sidebar)
        self._restyle()
        self._show(self._current)

    def _clear(self) -> None:
        if self.notice.has_action():
            self.notice.dismiss()  # what it would act on goes away
        if self.sidebar is not None:
            self.sidebar.hide()
            self.sidebar.deleteLater()
            self.sidebar = None
        while (widget := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()
        self.pages, self._stale, self._help = {}, set(), None

    def _show(self, name: PageName) -> None:
        page = self.pages.get(name) or self._create(name)
        if name in self._stale and isinstance(page, Refreshing):
            self._stale.discard(name)
            page.refresh()
        self._current = name
        self._stack.setCurrentWidget(page)
        if self.sidebar is not None:
            self.sidebar.set_current(name)
        word = next(one.word() for one in PAGES if one.name == name)
        self.setWindowTitle(f"{word} – {NAME}")

    def _create(self, name: PageName) -> QtWidgets.QWidget:
        if self.services is None:
            raise LookupError(name)
        entry = next(one for one in PAGES if one.name == name)
        page = entry.create(self.services, self, self._tasks, theme.current())
        self.pages[name] = page
        self._stack.addWidget(page)
        if self._is_settled:
            QtCore.QTimer.singleShot(0, page, lambda: self._wake(page))
        return page

    def _wake(self, page: QtWidgets.QWidget) -> None:
        if self.services is not None and isinstance(page, Waking):
            page.wake()

    def end(self) -> None:
        """Hide, and read nothing any more: the data are about to be closed.

        Closing it here would end an event loop that comes later.
        """
        self.services = None
        self.hide()

    @QtCore.Slot(str)
    def _on_chosen(self, code: str) -> None:
        self.notice.dismiss()
        self._show(PageName(code))

    def _open_number(self, number: int) -> None:
        if self.sidebar is not None:
            self.sidebar.choose_number(number)
            self._focus_page()

    # What waits for the user

    def count_later(self) -> None:
        """Count what waits once the window has nothing better to do."""
        QtCore.QTimer.singleShot(0, self, self._count)

    def _count(self) -> None:
        if self.services is None or self.sidebar is None:
            return
        count = sum(line.measure.is_open for line in self.services.measuring.lines())
        words = ngettext("{count} open measure", "{count} open measures", count)
        words = words.format(count=count)
        self.sidebar.set_badge(PageName.MEASURES, count, words)

    # Keyboard

    def _focus_page(self) -> None:
        page = self._stack.currentWidget()
        if page is not None:
            _focus_inside(page)

    def _to_next_part(self) -> None:
        parts: list[QtWidgets.QWidget] = [
            part
            for part in (self.sidebar, self._stack.currentWidget(), self._foot)
            if part is not None and not part.isHidden()
        ]
        focus = QtWidgets.QApplication.focusWidget()
        at = next((i for i, part in enumerate(parts) if _holds(part, focus)), -1)
        for step in range(1, len(parts) + 1):
            part = parts[(at + step) % len(parts)]
            if part is self.sidebar:
                self.sidebar.items[self._current].setFocus(TAB)
                return
            if _focus_inside(part):
                return

    def toggle_help(self) -> None:
        """Show the keys, or go back to the page."""
        if self.sidebar is None:
            return
        if self._help is not None and self._stack.currentWidget() is self._help:
            self._close_help()
            return
        from thuiswerkplek.ui.start.help_view import HelpPage

        if self._help is None:
            self._help = HelpPage(self._close_help)
            self._stack.addWidget(self._help)
        self._stack.setCurrentWidget(self._help)
        self.sidebar.set_current("")
        _focus_inside(self._help)

    def _close_help(self) -> None:
        self._show(self._current)
        self._focus_page()

    @QtCore.Slot()
    def _on_notice_closed(self) -> None:
        self._foot.hide()


def _holds(part: QtWidgets.QWidget, focus: QtWidgets.QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def _focus_inside(part: QtWidgets.QWidget) -> bool:
    """Give the keyboard to what had it in this part before, or to the first control."""
    for control in (part.focusProxy(), part.focusWidget(), *_controls(part)):
        if control is not None and _takes_focus(control):
            control.setFocus(TAB)
            return True
    return False


def _controls(part: QtWidgets.QWidget) -> list[QtWidgets.QWidget]:
    """Return the controls of a part in the order of Tab."""
    found: list[QtWidgets.QWidget] = []
    one = part.nextInFocusChain()
    while one is not None and one is not part:
        if part.isAncestorOf(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def _takes_focus(control: QtWidgets.QWidget) -> bool:
    policy = control.focusPolicy().value & QtCore.Qt.FocusPolicy.TabFocus.value
    return bool(policy) and control.isEnabled() and control.isVisible()
