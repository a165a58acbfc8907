"""A page: title, one sentence, at most one action, and a column that scrolls."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.layouts import Column, Row
from thuiswerkplek.ui.widgets.text import Text

COLUMN_PX, NARROW_PX = 720, 320
MARGINS, NARROW_MARGINS = (8, 7, 8, 8), (2, 3, 2, 5)


class _Ground(QtWidgets.QWidget):
    """What scrolls; its height follows from its width alone.

    The least height that its layout asks for is for words in their narrowest column,
    and would leave an empty part at the end of a page.
    """

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for width only."""
        return QtCore.QSize(super().minimumSizeHint().width(), 1)


class Page(QtWidgets.QScrollArea):
    """A page of the window; it keeps its scroll place.

    Its column is so many px wide at 100 %; a wide page, for tables and overviews,
    takes all the width there is.
    """

    def __init__(
        self,
        title: str,
        lead: str = "",
        *,
        wide: bool = False,
        column: int = COLUMN_PX,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wide, self._column_px = wide, column
        self._action: QtWidgets.QWidget | None = None
        self._is_narrow = False
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.title = Text(title, "page")
        self.lead = Text(lead, "lead")
        self.lead.setVisible(bool(lead))
        self._title_row = Row(gap=4)
        self._title_row.addWidget(self.title, 1)
        self._build()
        theme.follow(self._restyle)

    def _build(self) -> None:
        ground = _Ground()
        self._column = QtWidgets.QWidget()
        self.body = Column(self._column, gap=5, margins=MARGINS)
        self._head = Column(gap=1)
        self._head.addLayout(self._title_row)
        self._head.addWidget(self.lead)
        self._below = Column(margins=(0, 2, 0, 0))
        self.body.addLayout(self._head)
        self._end = QtWidgets.QSpacerItem(
            0,
            0,
            QtWidgets.QSizePolicy.Policy.Minimum,
            QtWidgets.QSizePolicy.Policy.Expanding,
        )
        self.body.addItem(self._end)
        row = Row(ground, gap=0)
        row.addWidget(self._column, 1)
        if not self._wide:
            row.addStretch(0)
        self.setWidget(ground)
        ground.setAutoFillBackground(False)

    def _restyle(self) -> None:
        look = theme.current()
        widest = look.px(self._column_px) + 2 * look.space(8)
        self._column.setMaximumWidth((1 << 24) - 1 if self._wide else widest)
        self.verticalScrollBar().setSingleStep(look.px(40))
        self._arrange()

    def add(self, widget: QtWidgets.QWidget, *, stretch: int = 0) -> None:
        """Put a widget under the others in the column."""
        self.body.insertWidget(self.body.count() - 1, widget, stretch)

    def add_layout(self, layout: QtWidgets.QLayout, *, stretch: int = 0) -> None:
        """Put a row or column of widgets under the others."""
        self.body.insertLayout(self.body.count() - 1, layout, stretch)

    def set_action(self, button: QtWidgets.QWidget) -> None:
        """Put the action at the right of the title, or under all words when narrow."""
        self._action = button
        self._place_action(self._title_row)
        self._arrange()

    def _place_action(self, layout: QtWidgets.QBoxLayout) -> None:
        corner = QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignLeft
        if self._action is not None:
            for other in (self._title_row, self._below):  # a detached one keeps it
                other.removeWidget(self._action)
            layout.addWidget(self._action, 0, corner)

    def _arrange(self) -> None:
        """Give the title a line of its own when the action leaves it no room."""
        if self._action is None:
            return
        metrics = self.title.fontMetrics()
        words = self.title.text().split() or [""]
        needed = max(metrics.horizontalAdvance(word) for word in words)
        needed += self._action.sizeHint().width() + 2 * theme.current().space(4)
        margins = 2 * theme.current().space(8)
        is_narrow = needed + margins > self.viewport().width()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow:
                self._head.addLayout(self._below)
            else:
                self._head.removeItem(self._below)
            self._place_action(self._below if is_narrow else self._title_row)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Look again how much room the margins and the action can have.

        The event is the viewport's; asking for that itself costs 15 ms of the start.
        """
        super().resizeEvent(event)
        is_tight = event.size().width() < theme.current().px(NARROW_PX)
        self.body.set_margins(NARROW_MARGINS if is_tight else MARGINS)
        self._arrange()

    def set_words(self, title: str, lead: str = "") -> None:
        """Say where the user is and what is next."""
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.setAccessibleName(title)
        self._arrange()

    def clear(self) -> None:
        """Take away all that was added under the title, for a page built anew."""
        while self.body.count() > len((self._head, self._end)):  # those two stay
            _drop(self.body.takeAt(1))

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)


def _drop(item: QtWidgets.QLayoutItem | None) -> None:
    """Delete the widgets of a layout item, also those in layouts inside it."""
    if item is None:
        return
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    if layout is not None:
        while layout.count():
            _drop(layout.takeAt(0))
        layout.deleteLater()
