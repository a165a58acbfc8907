"""Tiles of one width side by side, fewer beside each other where room is short."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.flow_row import FlowRow

LEAST_PX = 176


class EvenRow(FlowRow):
    """Equal tiles that share the width; `least` is their least width at 100 %."""

    def __init__(
        self,
        items: tuple[QtWidgets.QWidget, ...] = (),
        *,
        gap: int = 4,
        least: int = LEAST_PX,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        self._least = least
        super().__init__(items, gap=gap, parent=parent)

    def columns(self, width: int) -> int:
        """Return how many tiles stand beside each other in a width."""
        look = theme.current()
        gap = look.space(self._gap)
        fitting = (width + gap) // (look.px(self._least) + gap)
        return max(1, min(fitting, len(self._shown()) or 1))

    def _arrange(self, width: int, *, place: bool) -> int:
        gap, columns = theme.current().space(self._gap), self.columns(width)
        share = max((width - gap * (columns - 1)) // columns, 1)
        items, top = self._shown(), 0
        for first in range(0, len(items), columns):
            line = items[first : first + columns]
            high = max(_height(item, share) for item in line)
            for column, item in enumerate(line):
                if place:
                    item.setGeometry(column * (share + gap), top, share, high)
            top += high + gap
        return max(top - gap, 0)

    def sizeHint(self) -> QtCore.QSize:
        """Ask for all tiles on one line at their least width."""
        look = theme.current()
        count = len(self._shown())
        width = count * look.px(self._least)
        width += max(count - 1, 0) * look.space(self._gap)
        return QtCore.QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for the width of one tile."""
        return QtCore.QSize(theme.current().px(self._least), 1)


def _height(item: QtWidgets.QWidget, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumHeight())
    return item.sizeHint().height()
