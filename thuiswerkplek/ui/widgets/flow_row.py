"""A row that starts a new line when one is full; it knows no domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable


_ENDLESS = 1 << 20


class FlowRow(QtWidgets.QWidget):
    """Widgets from left to right, then down; the gap is in steps of 4 px.

    A widget and not a layout: a layout written in Python must give Qt None past
    its last item, and PySide then releases None once too often (Python 3.11).
    """

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
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Preferred,
            QtWidgets.QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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

    def _arrange(self, width: int, *, place: bool) -> int:
        """Return the height that the widgets take in a width, placing them or not."""
        gap = theme.current().space(self._gap)
        x = y = line = 0
        for item in self._shown():
            size = _size_of(item, width)
            if x and x + size.width() > width:
                x, y, line = 0, y + line + gap, 0
            if place:
                item.setGeometry(QtCore.QRect(QtCore.QPoint(x, y), size))
            x += size.width() + gap
            line = max(line, size.height())
        return y + line

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
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size
