"""Bars with home above a line and the office below it; told apart by pattern too.

Each bar is a widget of its own with a sentence for screen readers. Where room is
short, the bars stand in more rows.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from thuiswerkplek.ui import theme
from thuiswerkplek.ui.widgets import painted
from thuiswerkplek.ui.widgets.flow_row import FlowRow
from thuiswerkplek.ui.widgets.sizing import height_follows_width
from thuiswerkplek.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HOME, OFFICE, OTHER = "home", "office", "other"
LEAST, MOST = "least", "most"
HATCH_PX, DOT_PX, WIDEST_PX, LINE_PX, GAP_PX = 6, 5, 36, 2, 2
SWATCH_PX = 20
LABEL_STEPS, ROW_STEPS = 2, 4
SMALLEST_SCALE = 1.0  # a picture without a single day is not all line


class Mark(NamedTuple):
    """What was agreed for one side of the line: the least, or the most."""

    side: str
    at: float
    is_most: bool = False


class Bar(NamedTuple):
    """Days of one period; `other` stands under the office, `spoken` tells all of it."""

    label: str
    spoken: str
    home: float = 0
    office: float = 0
    other: float = 0
    marks: tuple[Mark, ...] = ()

    @property
    def above(self) -> float:
        """How high the bar and its marks reach."""
        return max([self.home, *(m.at for m in self.marks if m.side == HOME)])

    @property
    def below(self) -> float:
        """How deep they reach."""
        below = [mark.at for mark in self.marks if mark.side == OFFICE]
        return max([self.office + self.other, *below])


class Scale(NamedTuple):
    """How much there is above and below the line in the whole picture."""

    above: float
    below: float


class BarView(QtWidgets.QWidget):
    """One bar with its label under it."""

    spoken_role = "Graphic"

    def __init__(
        self, bar: Bar, scale: Scale, *, cells: bool, parent: QtWidgets.QWidget
    ) -> None:
        super().__init__(parent)
        self.bar, self._scale, self._cells = bar, scale, cells
        self.setAccessibleName(bar.spoken)
        self.setToolTip(bar.spoken)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the bar, the line, what was agreed, and the label."""
        look = theme.current()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        room = QtCore.QRectF(self.rect())
        room.setBottom(room.bottom() - label_height())
        inside = room.adjusted(0, self._ends(), 0, -self._ends())
        unit = inside.height() / (self._scale.above + self._scale.below)
        zero = inside.top() + self._scale.above * unit
        self._paint_boxes(painter, zero, unit)
        painter.setPen(QtGui.QPen(look.colour("control"), look.palette.edge))
        painter.drawLine(QtCore.QLineF(0, zero, self.width(), zero))
        for mark in self.bar.marks:
            at = zero - mark.at * unit if mark.side == HOME else zero + mark.at * unit
            paint_mark(painter, QtCore.QLineF(0, at, self.width(), at), mark.is_most)
        if not self._cells:
            self._paint_numbers(painter, zero, unit)
        self._paint_label(painter)

    def _ends(self) -> int:
        """Return the room above and below: for numbers, or for half a mark."""
        look = theme.current()
        if self._cells:
            return look.px(LINE_PX)
        return QtGui.QFontMetrics(look.font("small")).height()

    def _paint_boxes(self, painter: QtGui.QPainter, zero: float, unit: float) -> None:
        look = theme.current()
        wide = min(float(look.px(WIDEST_PX)), self.width() * 0.62)
        left, gap = (self.width() - wide) / 2, float(look.px(GAP_PX))
        for amount, at in self._pieces(self.bar.home):
            box = QtCore.QRectF(left, zero - (at + amount) * unit, wide, amount * unit)
            paint_box(painter, HOME, box.adjusted(0, 0, 0, -gap))
        for amount, at in self._pieces(self.bar.office):
            box = QtCore.QRectF(left, zero + at * unit, wide, amount * unit)
            paint_box(painter, OFFICE, box.adjusted(0, gap, 0, 0))
        for amount, at in self._pieces(self.bar.other):
            top = zero + (self.bar.office + at) * unit
            box = QtCore.QRectF(left, top, wide, amount * unit)
            paint_box(painter, OTHER, box.adjusted(0, gap, 0, 0))

    def _pieces(self, amount: float) -> Iterator[tuple[float, float]]:
        """Yield what is drawn as one box, and how far from the line it begins."""
        step = 1.0 if self._cells else amount
        at = 0.0
        while at < amount:
            yield min(step, amount - at), at
            at += step

    def _paint_numbers(self, painter: QtGui.QPainter, zero: float, unit: float) -> None:
        look = theme.current()
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text"))
        high = self._ends()
        below = self.bar.office + self.bar.other
        for amount, top in (
            (self.bar.home, zero - self.bar.home * unit - high),
            (below, zero + below * unit),
        ):
            if amount:
                room = QtCore.QRectF(0, top, self.width(), high)
                flags = QtCore.Qt.AlignmentFlag.AlignCenter
                painter.drawText(room, flags, f"{amount:g}")

    def _paint_label(self, painter: QtGui.QPainter) -> None:
        look = theme.current()
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        high = label_height()
        room = QtCore.QRectF(0, self.height() - high, self.width(), high)
        flags = QtCore.Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, flags | QtCore.Qt.AlignmentFlag.AlignBottom, self._text)

    @property
    def _text(self) -> str:
        return self.bar.label


class StackedBars(QtWidgets.QWidget):
    """Bars of one scale side by side; a subclass says how large they are."""

    spoken_role = "Grouping"
    high_px: ClassVar = 150
    least_px: ClassVar = 44
    cells: ClassVar = False

    def __init__(self, name: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.bars: tuple[BarView, ...] = ()
        height_follows_width(self)
        theme.follow(self._restyle)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars, all at one scale."""
        for old in self.bars:
            old.hide()
            old.deleteLater()
        scale = Scale(
            max([SMALLEST_SCALE, *(bar.above for bar in bars)]),
            max([SMALLEST_SCALE, *(bar.below for bar in bars)]),
        )
        self.bars = tuple(
            BarView(bar, scale, cells=self.cells, parent=self) for bar in bars
        )
        for view in self.bars:
            view.show()
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange()
        self.update()

    def columns(self, width: int) -> int:
        """Return how many bars stand beside each other, rows of equal length."""
        count = max(len(self.bars), 1)
        fitting = max(1, width // theme.current().px(self.least_px))
        return ceil(count / ceil(count / fitting))

    def _row_height(self) -> int:
        return theme.current().px(self.high_px) + label_height()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows in this width."""
        rows = ceil(len(self.bars) / self.columns(width))
        gaps = theme.current().space(ROW_STEPS) * max(rows - 1, 0)
        return rows * self._row_height() + gaps

    def sizeHint(self) -> QtCore.QSize:
        """Ask for one row."""
        width = theme.current().px(self.least_px) * max(len(self.bars), 1)
        return QtCore.QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Ask for the width of one bar."""
        return QtCore.QSize(theme.current().px(self.least_px), self._row_height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Place the bars anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns, high = self.columns(self.width()), self._row_height()
        wide = min(
            self.width() // columns, theme.current().px(self.least_px + WIDEST_PX)
        )
        gap = theme.current().space(ROW_STEPS)
        for number, view in enumerate(self.bars):
            row, column = divmod(number, columns)
            view.setGeometry(column * wide, row * (high + gap), wide, high)


class LegendItem(Text):
    """A sample of a pattern or a line, with what it stands for."""

    def __init__(self, kind: str, text: str) -> None:
        self._kind = kind
        super().__init__(text, "small")
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        look = theme.current()
        self.setContentsMargins(look.px(SWATCH_PX) + look.space(2), 0, 0, 0)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the sample beside the first line."""
        super().paintEvent(event)
        side = theme.current().px(SWATCH_PX)
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        middle = self._line_height() / 2
        if self._kind in {LEAST, MOST}:
            line = QtCore.QLineF(0, middle, side, middle)
            paint_mark(painter, line, self._kind == MOST)
            return
        high = min(side * 0.7, self._line_height())
        paint_box(painter, self._kind, QtCore.QRectF(0, middle - high / 2, side, high))


class BarLegend(FlowRow):
    """What the patterns and lines of a picture stand for."""

    def __init__(self) -> None:
        super().__init__(gap=4)

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show each kind (a side, or `least` and `most`) with its words."""
        self.clear()
        for kind, text in items:
            self.add(LegendItem(kind, text))


def label_height() -> int:
    """Return the room under a bar."""
    look = theme.current()
    metrics = QtGui.QFontMetrics(look.font("small"))
    return metrics.height() + look.space(LABEL_STEPS)


def paint_box(painter: QtGui.QPainter, kind: str, rect: QtCore.QRectF) -> None:
    """Draw days at home plain, at the office hatched, elsewhere dotted."""
    look = theme.current()
    fill, edge = {
        HOME: ("accent", "accent"),
        OFFICE: ("accent_soft", "accent"),
        OTHER: ("surface", "control"),
    }[kind]
    painted.box(
        painter,
        rect.toAlignedRect(),
        fill=look.colour(fill),
        edge=look.colour(edge),
        width=look.palette.edge,
        radius=min(look.px(3), rect.height() / 2),
    )
    painter.save()
    painter.setClipRect(rect)
    if kind == OFFICE:
        _paint_hatch(painter, rect, look.colour("accent"), look.px(HATCH_PX))
    elif kind == OTHER:
        _paint_dots(painter, rect, look.colour("muted"), look.px(DOT_PX))
    painter.restore()


def _paint_hatch(
    painter: QtGui.QPainter, rect: QtCore.QRectF, ink: QtGui.QColor, step: int
) -> None:
    painter.setPen(QtGui.QPen(ink, max(1.0, step / 5)))
    wide = rect.width()
    at = rect.top()
    while at < rect.bottom() + wide:
        painter.drawLine(QtCore.QLineF(rect.left(), at, rect.right(), at - wide))
        at += step


def _paint_dots(
    painter: QtGui.QPainter, rect: QtCore.QRectF, ink: QtGui.QColor, step: int
) -> None:
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for row in range(int(rect.height() // step) + 1):
        for column in range(int(rect.width() // step) + 1):
            dot = QtCore.QPointF(
                rect.left() + (column + 0.5) * step, rect.top() + (row + 0.5) * step
            )
            painter.drawEllipse(dot, step / 6, step / 6)


def paint_mark(
    painter: QtGui.QPainter,
    line: QtCore.QLineF,
    is_most: bool,  # noqa: FBT001 - the two kinds of line
) -> None:
    """Draw what was agreed: the least as a whole line, the most as a broken one."""
    look = theme.current()
    wide = float(look.px(LINE_PX))
    painter.setPen(QtGui.QPen(look.colour("surface"), 3 * wide))
    painter.drawLine(line)
    pen = QtGui.QPen(look.colour("text"), wide)
    if is_most:
        pen.setDashPattern([2.5, 2])
    painter.setPen(pen)
    painter.drawLine(line)
