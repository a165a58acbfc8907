"""The bar that says what happened and offers to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.i18n import _
from thuiswerkplek.ui import theme
from thuiswerkplek.ui.contracts import Level
from thuiswerkplek.ui.widgets.buttons import Button
from thuiswerkplek.ui.widgets.layouts import Row
from thuiswerkplek.ui.widgets.text import Text, safe

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 2_000
NARROW_PX, MARK_PX = 440, 20
MARGINS, NARROW_MARGINS = (4, 1, 2, 1), (4, 3, 2, 1)
MARKS = {Level.DONE: "info", Level.WARNING: "warning", Level.PROBLEM: "danger"}
INKS = {Level.DONE: "surface", Level.WARNING: "severity_2", Level.PROBLEM: "severity_3"}


class MarkedText(Text):
    """A sentence behind the mark of its level."""

    def __init__(self) -> None:
        super().__init__(measure=200)
        self.level = Level.DONE
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self.setContentsMargins(look.px(MARK_PX) + look.space(2), 0, 0, 0)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the mark beside the first line."""
        super().paintEvent(event)
        look = theme.current()
        mark = look.pixmap(MARKS[self.level], INKS[self.level], MARK_PX)
        above = max(0, self.height() - self.heightForWidth(self.width())) / 2
        top = above + (self._line_height() - look.px(MARK_PX)) / 2
        QtGui.QPainter(self).drawPixmap(0, max(0, round(top)), mark)


class NoticeBar(QtWidgets.QFrame):
    """One sentence and at most one action; stays until replaced or closed.

    Its level is told by a mark and by a word for screen readers, not by colour alone.
    """

    closed = QtCore.Signal()

    def __init__(self, *, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", Level.DONE.value)
        self._action: Callable[[], None] | None = None
        self.words = MarkedText()
        self.action = Button("", "notice")
        self.close_button = Button("\u2715", "notice", name=_("Close this message"))
        self.close_button.setProperty("square", "true")
        self._row = Row(self, gap=3, margins=MARGINS)
        self._row.addWidget(self.words, 1)
        keys = Row(gap=1)
        keys.addStretch(1)
        keys.addWidget(self.action)
        keys.addWidget(self.close_button)
        self._row.addLayout(keys)
        self.action.clicked.connect(self._on_action)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    def tell(
        self,
        text: str,
        *,
        level: Level = Level.DONE,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence in place of the one before, and say it to screen readers."""
        self._action = on_action
        text = safe(text, limit=LONGEST)  # names of files and places are in it
        self.words.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._show_level(level)
        self.show()
        self._announce(f"{_spoken(level)} {text}".strip(), level)

    def has_action(self) -> bool:
        """Tell whether something can be done about what is said."""
        return self._action is not None

    def _show_level(self, level: Level) -> None:
        self.words.level = level
        self.setProperty("notice", level.value)
        for part in (self, self.words, self.action, self.close_button):
            theme.polish_again(part)

    def _announce(self, spoken: str, level: Level) -> None:
        self.setAccessibleName(spoken)
        announcement = QtGui.QAccessibleAnnouncementEvent(self, spoken)
        if level is Level.PROBLEM:
            politeness = QtGui.QAccessible.AnnouncementPoliteness.Assertive
            announcement.setPoliteness(politeness)
        QtGui.QAccessible.updateAccessibility(announcement)

    @QtCore.Slot()
    def dismiss(self) -> None:
        """Take the bar away."""
        self._action = None
        self.hide()
        self.closed.emit()

    @QtCore.Slot()
    def _on_action(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Put the buttons under the words where the width is short."""
        narrow = event.size().width() < theme.current().px(NARROW_PX)
        self._row.set_margins(NARROW_MARGINS if narrow else MARGINS)
        direction = QtWidgets.QBoxLayout.Direction
        self._row.setDirection(
            direction.TopToBottom if narrow else direction.LeftToRight
        )

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


def _spoken(level: Level) -> str:
    return {
        Level.DONE: "",
        Level.WARNING: _("Please note:"),
        Level.PROBLEM: _("This did not work:"),
    }[level]
