"""A row that starts a new line when one is full; it knows no domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.sizing import height_follows_width

if TYPE_CHECKING:
    from collections.abc import Iterable


_ENDLESS = 1 << 20


class FlowRow(QtWidgets.QWidget):
    """Widgets from left to right, then down; the gap is in steps of 4 px.

    A widget and not a layout: a layout written in Python must give Qt None past
    its last item, and PySide then releases None once too often (Python 3.11).
    """

    _centred = True  # on their line; otherwise all begin at its top

    def __init__(
        self,
        items: Iterable[QtWidgets.QWidget] = (),
        *,
        gap: int = 2,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QtWidgets.QWidget] = []
        height_follows_width(self)
        for item in items:
            self.add(item)
        theme.follow(self._restyle)

    def add(self, widget: QtWidgets.QWidget) -> None:
        """Put a widget at the end."""
        widget.setParent(self)
        self._items.append(widget)
        if self.isVisible():
            widget.show()
        self._restyle()

    def clear(self) -> None:
        """Take all widgets away."""
        for item in self._items:
            item.hide()
            item.deleteLater()
        self._items = []
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def _shown(self) -> list[QtWidgets.QWidget]:
        return [item for item in self._items if not item.isHidden()]

    def _lines(self, width: int) -> list[list[tuple[QtWidgets.QWidget, QtCore.QSize]]]:
        """Return the widgets with their sizes, line by line."""
        gap = theme.current().space(self._gap)
        lines: list[list[tuple[QtWidgets.QWidget, QtCore.QSize]]] = []
        x = 0
        for item in self._shown():
            size = _size_of(item, width)
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + gap
        return lines

    def _arrange(self, width: int, *, place: bool) -> int:
        """Return the height that the widgets take in a width, placing them or not."""
        gap = theme.current().space(self._gap)
        y = 0
        for line in self._lines(width):
            high = max(size.height() for _item, size in line)
            x = 0
            for item, size in line:
                if place:
                    top = y + (high - size.height()) // 2 * self._centred
                    item.setGeometry(QtCore.QRect(QtCore.QPoint(x, top), size))
                x += size.width() + gap
            y += high + gap
        return max(y - gap, 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height in this width."""
        return self._arrange(width, place=False)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for all widgets on one line."""
        shown = self._shown()
        gaps = theme.current().space(self._gap) * max(len(shown) - 1, 0)
        width = sum(_size_of(item, _ENDLESS).width() for item in shown) + gaps
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for at least the widest widget."""
        sizes = [item.minimumSizeHint() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QtCore.QSize(width, height)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Break the lines anew."""
        self._arrange(event.size().width(), place=True)

    def event(self, event: QtCore.QEvent) -> bool:
        """Follow a widget that wants another size."""
        if event.type() == QtCore.QEvent.Type.LayoutRequest:
            self._restyle()
        return super().event(event)


def _size_of(item: QtWidgets.QWidget, width: int) -> QtCore.QSize:
    """Return the size of an item, no wider than the row."""
    size = item.sizeHint().expandedTo(item.minimumSize())
    size = size.boundedTo(item.maximumSize())
    size.setWidth(min(size.width(), width))
    high = item.heightForWidth(size.width())
    if high >= 0:  # else it has the same height in every width
        size.setHeight(max(high, item.minimumHeight()))
    return size
