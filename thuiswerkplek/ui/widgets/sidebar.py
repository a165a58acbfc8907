"""The list of pages at the side: icon and word, or icons only when it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import painted
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH_PX, NARROW_PX, COLLAPSE_PX = 216, 64, 900
ITEM_PX, ICON_PX, BRAND_PX, BADGE_PX, BAR_PX = 44, 22, 32, 20, 4
MOST_SHOWN = 99


class NavEntry(NamedTuple):
    """One page: its code, its icon by name and its word; `last` sets it apart."""

    code: str
    icon: str
    word: str
    last: bool = False


class NavItem(painted.Pressable):
    """One page in the list; the current one has a bar, a fill and heavier words."""

    def __init__(self, entry: NavEntry, *, current_word: str) -> None:
        self.entry = entry
        self._current_word = current_word
        self._current, self._narrow, self._badge = False, False, 0
        self._badge_words = ""
        super().__init__(entry.word)
        self.setSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed
        )

    def show_state(self, *, current: bool, narrow: bool) -> None:
        """Mark as the page that shows, and show words or not."""
        self._current, self._narrow = current, narrow
        self.setToolTip(self.entry.word if narrow else "")
        self._describe()
        self.updateGeometry()
        self.update()

    def set_badge(self, count: int, words: str) -> None:
        """Show how many things wait, with the same in words for screen readers."""
        self._badge, self._badge_words = count, words if count else ""
        self._describe()
        self.update()

    def _describe(self) -> None:
        current = self._current_word if self._current else ""
        parts = [part for part in (current, self._badge_words) if part]
        self.setAccessibleDescription(", ".join(parts))

    def sizeHint(self) -> QtCore.QSize:
        """Ask for the width of the list."""
        look = theme.current()
        width = NARROW_PX if self._narrow else WIDTH_PX
        return QtCore.QSize(look.px(width) - look.space(4), look.px(ITEM_PX))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for no less than the icon."""
        look = theme.current()
        return QtCore.QSize(look.px(NARROW_PX) - look.space(4), look.px(ITEM_PX))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw fill, bar, icon, word and badge."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        self._paint_ground(painter)
        side = look.px(ICON_PX)
        left = (self.width() - side) // 2 if self._narrow else look.space(4)
        ink = "accent" if self._current else "text"
        top = (self.height() - side) // 2
        painter.drawPixmap(left, top, look.pixmap(self.entry.icon, ink, ICON_PX))
        if not self._narrow:
            self._paint_word(painter, left + side + look.space(3))
        if self._badge:
            self._paint_badge(painter)

    def _paint_ground(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        if not (self._current or self.underMouse()):
            return
        edge = look.palette.edge - 1  # an edge only where fills do not tell
        painted.box(
            painter,
            self.rect(),
            fill=look.colour("accent_soft" if self._current else "sunken"),
            edge=look.colour("control"),
            width=edge,
            radius=look.px(8),
        )
        if self._current:
            high = look.px(20)
            bar = QtCore.QRectF(0, (self.height() - high) / 2, look.px(BAR_PX), high)
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)

    def _paint_word(self, painter: QtGui.QPainter, left: int) -> None:
        look = theme.current()
        painter.setFont(look.font("body", strong=self._current))
        painter.setPen(look.colour("text"))
        room = self.rect().adjusted(left, 0, -look.space(2), 0)
        if self._badge:
            room.setRight(room.right() - look.px(BADGE_PX) - look.space(2))
        word = painter.fontMetrics().elidedText(
            self.entry.word, QtCore.Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, QtCore.Qt.AlignmentFlag.AlignVCenter, word)

    def _paint_badge(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        more = self._badge > MOST_SHOWN
        shown = f"{MOST_SHOWN}+" if more else str(self._badge)
        painter.setFont(look.font("badge", strong=True))
        high = look.px(BADGE_PX)
        wide = max(high, painter.fontMetrics().horizontalAdvance(shown) + look.space(2))
        right = self.width() - look.px(2 if self._narrow else 12)
        top = look.px(2) if self._narrow else (self.height() - high) / 2
        badge = QtCore.QRectF(right - wide, top, wide, high)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setPen(look.colour("on_accent"))
        painter.drawText(badge, QtCore.Qt.AlignmentFlag.AlignCenter, shown)


class _Brand(QtWidgets.QWidget):
    """The mark of the program and its name, on top of the list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._mark = QtWidgets.QLabel()
        self._mark.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.word = Text(name, "strong")
        self.word.setWordWrap(False)
        self.word.setAlignment(QtCore.Qt.AlignmentFlag.AlignVCenter)
        row = Row(self, gap=3, margins=(2, 0, 0, 0), items=[self._mark, self.word])
        row.addStretch(1)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self._mark.setPixmap(theme.current().pixmap("app", "accent", BRAND_PX))


class Sidebar(QtWidgets.QFrame):
    """The pages of the window; `chosen` tells the code of the page wanted.

    The window calls `fit` with its width, and wires Ctrl+1..7 to `choose_number`.
    """

    chosen = QtCore.Signal(str)

    def __init__(
        self,
        entries: Sequence[NavEntry],
        *,
        brand: str,
        name: str,
        current_word: str,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("sidebar", "true")
        self.setAccessibleName(name)
        self._narrow = False
        self._current = ""
        self._brand = _Brand(brand)
        self.items: dict[str, NavItem] = {}
        column = Column(self, gap=1, margins=(2, 5, 2, 3), items=[self._brand])
        self._gap = QtWidgets.QSpacerItem(0, 0)
        column.addItem(self._gap)
        for entry in (one for one in entries if not one.last):
            column.addWidget(self._add(entry, current_word))
        column.addStretch(1)
        for entry in (one for one in entries if one.last):
            column.addWidget(self._add(entry, current_word))
        theme.follow(self._restyle)

    def _add(self, entry: NavEntry, current_word: str) -> NavItem:
        item = NavItem(entry, current_word=current_word)
        item.clicked.connect(lambda: self.choose(entry.code))
        self.items[entry.code] = item
        return item

    def _restyle(self) -> None:
        look = theme.current()
        self.setFixedWidth(look.px(NARROW_PX if self._narrow else WIDTH_PX))
        self._gap.changeSize(0, look.space(4))
        self._brand.word.setVisible(not self._narrow)
        for code, item in self.items.items():
            item.show_state(current=code == self._current, narrow=self._narrow)

    def is_narrow(self) -> bool:
        """Tell whether only icons show."""
        return self._narrow

    def fit(self, window_width: int) -> None:
        """Show icons only when the window is too narrow for words beside a page."""
        narrow = window_width < theme.current().px(COLLAPSE_PX)
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def current(self) -> str:
        """Return the code of the page that shows."""
        return self._current

    def set_current(self, code: str) -> None:
        """Mark a page as the one that shows, without telling anybody."""
        self._current = code
        for one, item in self.items.items():
            item.show_state(current=one == code, narrow=self._narrow)

    def choose(self, code: str) -> None:
        """Go to a page as a click would."""
        self.set_current(code)
        self.chosen.emit(code)

    def choose_number(self, number: int) -> None:
        """Go to the first, second, ... page; nothing happens past the last."""
        codes = list(self.items)
        if 1 <= number <= len(codes):
            self.choose(codes[number - 1])

    def set_badge(self, code: str, count: int, words: str = "") -> None:
        """Show how many things wait on a page, with the same in words."""
        self.items[code].set_badge(count, words)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Move between pages with the arrows, Home and End."""
        items = list(self.items.values())
        at = next((i for i, item in enumerate(items) if item.hasFocus()), None)
        if at is None:
            super().keyPressEvent(event)
            return
        last = len(items) - 1
        there = {
            QtCore.Qt.Key.Key_Down: min(at + 1, last),
            QtCore.Qt.Key.Key_Up: max(at - 1, 0),
            QtCore.Qt.Key.Key_Home: 0,
            QtCore.Qt.Key.Key_End: last,
        }.get(QtCore.Qt.Key(event.key()))
        if there is None:
            super().keyPressEvent(event)
        else:
            items[there].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
