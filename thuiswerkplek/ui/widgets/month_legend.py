"""A line that explains a sign of the month: the sign, then the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets.text import Text
from thuiswerkplek.ui.widgets.tile_paint import paint_marks, paint_segments

if TYPE_CHECKING:
    from thuiswerkplek.ui.widgets.month_tiles import Segment

SIDE_PX = 24


class LegendLine(Text):
    """Words behind the part of a tile they explain, or behind a mark."""

    def __init__(
        self, text: str, segment: Segment | None = None, *, is_light: bool = False
    ) -> None:
        self._segment, self._is_light = segment, is_light
        super().__init__(text, "small")
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self.setContentsMargins(look.px(SIDE_PX) + look.space(2), 0, 0, 0)
        self.setMinimumHeight(look.px(SIDE_PX))
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the sign beside the first line."""
        super().paintEvent(event)
        look, painter = theme.current(), QtGui.QPainter(self)
        side = look.px(SIDE_PX)
        high = max(self._line_height(), side) if self.height() > side else side
        sign = QtCore.QRectF(0, (high - side) / 2, side, side)
        if self._segment is None:
            bottom = sign.center().y() + look.px(4)
            paint_marks(painter, sign.right() - look.px(5), bottom, 1)
            return
        paint_segments(painter, sign, [self._segment], is_light=self._is_light)
